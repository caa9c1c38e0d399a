"""What times say about a night: which one is meant, how long it was, and whether it can be kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from rewire_app.domain.day_words import clock_words
from rewire_app.domain.days import Clock
from rewire_app.domain.journal.entries import Night
from rewire_app.domain.journal.night_entry import NightTimes, fits, half_a_day_off, make_night, readings
from rewire_app.i18n import _
from rewire_app.insight.sleep import MAX_IN_BED, NightNumbers, Qualm, check_night, night_numbers

FIELDS = {"wake": "wake", "up": "up", "sol": "sol_min", "waso": "waso_min"}
"""What a check calls a time, in the terms of `NightTimes`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NightLook:
    """A look at times: the `meant` ones and their `night` (None: they are not one night).

    `doubt`: what is said about it, and `marks` the times it is about, in the terms of `NightTimes`. `mend`:
    the times that may be meant if am and pm were swapped. `keep`: whether it is kept by itself. `unlikely`:
    whether it is kept only when the person says so. `other`: the day on which the waking may have been
    instead.
    """

    meant: NightTimes
    night: Night | None = None
    doubt: str = ""
    marks: tuple[str, ...] = ()
    mend: NightTimes | None = None
    keep: bool = False
    unlikely: bool = False
    other: date | None = None


def numbers_of(night: Night) -> NightNumbers:
    """The numbers of `night` by the time that really passed, whatever its clocks were set to."""
    bed, lights, wake, up = (
        (at.utc_ms - night.bed.utc_ms) / 60_000 for at in (night.bed, night.lights, night.wake, night.up)
    )
    return night_numbers(bed=bed, lights=lights, sol=night.sol_min, waso=night.waso_min, wake=wake, up=up)


@dataclass(frozen=True, slots=True, kw_only=True)
class NightDesk:
    """Looks at the times of a night that counts for `day`, under the clock of the person."""

    uid: str
    day: date
    clock: Clock
    day_start: int

    def made(self, times: NightTimes) -> Night:
        """The night of `times` as they are."""
        return make_night(times, uid=self.uid, day=self.day, clock=self.clock)

    def look(self, times: NightTimes, wake_day: int | None) -> NightLook:
        """What `times` say; `wake_day`: on which date the person said that they woke, if they did."""
        mend, swapped = half_a_day_off(times) or (None, ())
        if not fits(times):
            sentence = _("These times do not fit together yet.")
            return NightLook(meant=times, doubt=sentence, marks=swapped or ("bed", "up"), mend=mend)
        found = readings(times, day=self.day, clock=self.clock, day_start=self.day_start)
        meant = next((one for one in found if one.wake_day == wake_day), None)
        meant = meant or (found[0] if found else replace(times, wake_day=0))
        night = self.made(meant)
        numbers = numbers_of(night)
        checks = check_night(numbers, sol=meant.sol_min, waso=meant.waso_min)
        refused = any(check.doubt is Qualm.REJECT for check in checks)
        unlikely = not refused and numbers.in_bed > MAX_IN_BED
        doubted = refused or unlikely
        others = [self.made(one).wake.wall.date() for one in found if one != meant]
        return NightLook(
            meant=meant,
            night=night,
            doubt=checks[0].sentence if checks else self._ahead(night),
            marks=((doubted and swapped) or (FIELDS[checks[0].field],)) if checks else (),
            mend=mend if doubted else None,
            keep=not refused and not unlikely,
            unlikely=unlikely,
            other=others[0] if others else None,
        )

    def _ahead(self, night: Night) -> str:
        """That the night has not ended yet, if so."""
        now = self.clock.now()
        if night.up.utc_ms <= now.utc_ms:
            return ""
        return _("These times lie ahead: it is {time} now.").format(time=clock_words(now.wall))
