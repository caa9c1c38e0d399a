"""What a weekly look says on a card, and how long that stands: said at 99.5%, kept at 95%.

A strict level to say something and a lax one to keep it: a chance link soon falls back, a real one wobbles
round the strict level for months. How often each is wrong over a year is measured in `tests/insight`.
"""

from __future__ import annotations

from dataclasses import dataclass

from rewire_app.insight.findings import Certainty

SAY, KEEP = 0.005, 0.05
"""The p below which something is said that was not, and below which it is kept once it was."""
STANDS = 28
"""Days for which a look stands while no other is made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklyLook:
    """What a look said: side -1 (lower), 1 (higher) or 0 (neither), its step, and since which day.

    `since`: the last day (ordinal) of the week in which that side was first said; None where nothing was
    said, or before the days are known.
    """

    side: int
    step: Certainty
    since: int | None = None


NOTHING_SAID = WeeklyLook(side=0, step=Certainty.UNCLEAR)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptLook:
    """The newest look of a card, as it is kept: it covers the days up to the Sunday `week` (ordinal)."""

    card: str
    week: int
    look: WeeklyLook


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What counts for an answer: what was said last, or the look that stands as it is."""

    said: WeeklyLook | None = None
    made: WeeklyLook | None = None


def standing(kept: KeptLook | None, week: int, *, looking: bool) -> Standing:
    """What counts for the days up to the Sunday `week`; `looking`: this reader makes looks.

    A week has one look, made by its first such reader. Whoever makes none is told what was said last.
    """
    if kept is not None and kept.week == week:
        return Standing(made=kept.look)
    said = None if kept is None else last_said(kept.look, on=kept.week, now=week)
    return Standing(said=said) if looking else Standing(made=said or NOTHING_SAID)


def last_said(look: WeeklyLook | None, *, on: int, now: int) -> WeeklyLook | None:
    """`look` of day `on` as it counts on day `now`: None if it is from a later day or has grown too old."""
    return look if look is not None and 0 <= now - on <= STANDS else None


def level(said: WeeklyLook | None, side: int, step: Certainty) -> float:
    """The p below which `step` is reached on `side`, given what was said last."""
    kept = said is not None and side != 0 and said.side == side and said.step >= step
    return KEEP if kept else SAY


def since(said: WeeklyLook | None, side: int) -> int | None:
    """Since when `side` is said, if it was said last time too."""
    return said.since if said is not None and side != 0 and said.side == side else None
