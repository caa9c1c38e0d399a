"""Sleep diary numbers of one night, from minutes counted from noon before it (formulas: Carney 2012)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rewire_app.i18n import _

DAY = 1440
MAX_ASLEEP = 960
"""Longest believable sleep, minutes."""
MAX_AWAKE = 480
"""Minutes awake above which the entry is asked about again."""
MAX_IN_BED = 960


@dataclass(frozen=True, slots=True, kw_only=True)
class NightNumbers:
    """What follows from one night's entry; minutes, efficiencies in percent, midpoint in minutes from noon.

    `efficiency`: asleep of time in bed. `efficiency_lights`: asleep of the time since trying to sleep.
    """

    in_bed: float
    asleep: float
    efficiency: float
    efficiency_lights: float
    awake: float
    midpoint: float


class Qualm(StrEnum):
    """What a check asks for: the entry cannot be right, or it is worth a second look."""

    REJECT = "reject"
    ASK = "ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class NightCheck:
    """One thing that looks wrong about a night: how bad, which field to mark, and a sentence."""

    doubt: Qualm
    field: str
    sentence: str


def night_numbers(
    *, bed: float, lights: float, sol: float, waso: float, wake: float, up: float
) -> NightNumbers:
    """The night's numbers. All minutes; `bed lights wake up` count from noon before the night.

    `sol`: to fall asleep. `waso`: awake in all before the last waking. A time that is smaller than the one
    before it counts for the next day. An efficiency is NaN if no time passed in bed.
    """
    lights = _after(bed, lights)
    wake = _after(lights, wake)
    up = _after(wake, up)
    in_bed, asleep = up - bed, wake - lights - sol - waso
    return NightNumbers(
        in_bed=in_bed,
        asleep=asleep,
        efficiency=_percent(asleep, in_bed),
        efficiency_lights=_percent(asleep, up - lights),
        awake=sol + waso + up - wake,
        midpoint=(lights + sol + wake) / 2,
    )


def check_night(numbers: NightNumbers, *, sol: float, waso: float) -> tuple[NightCheck, ...]:
    """What is wrong or unlikely about a night, worst first; empty if nothing is (limits of our own)."""
    found = []
    if numbers.asleep <= 0:
        found.append(
            _check(Qualm.REJECT, "wake", _("These times leave no sleep at all. Look at the times once more."))
        )
    if numbers.asleep > MAX_ASLEEP:
        found.append(
            _check(Qualm.REJECT, "wake", _("That is more than 16 hours asleep. Look at the times once more."))
        )
    if numbers.efficiency > 100:
        found.append(
            _check(Qualm.ASK, "up", _("That is more time asleep than in bed. Are these times right?"))
        )
    if sol > MAX_AWAKE:
        found.append(_check(Qualm.ASK, "sol", _("More than 8 hours to fall asleep. Is that right?")))
    if waso > MAX_AWAKE:
        found.append(_check(Qualm.ASK, "waso", _("More than 8 hours awake in the night. Is that right?")))
    if numbers.in_bed > MAX_IN_BED:
        found.append(_check(Qualm.ASK, "up", _("More than 16 hours in bed. Are these times right?")))
    return tuple(found)


def _check(doubt: Qualm, field: str, sentence: str) -> NightCheck:
    return NightCheck(doubt=doubt, field=field, sentence=sentence)


def _after(earlier: float, later: float) -> float:
    return later if later >= earlier else later + DAY


def _percent(part: float, whole: float) -> float:
    return 100.0 * part / whole if whole > 0 else float("nan")
