"""A night as typed: times on the wall clock, turned into instants on the day of waking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from statistics import median

from rewire_app.domain.days import Clock, Instant, logical_day
from rewire_app.domain.journal.entries import Night

DAY = 1440
STEP = 5
"""What usual times are rounded to, minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NightTimes:
    """Times of one night in minutes after midnight as the wall clock showed them, 0 to 1439.

    `bed_shift_min` is how far the clock at bedtime was ahead of the clock on waking (after a flight east it
    is negative). `sol_min`: minutes to fall asleep. `waso_min`: minutes awake before the last waking.
    `wake_day`: how many dates after the day it counts for the waking was; 1 for who woke after midnight
    before that day was over. `awake`: as in `Night`; `awakenings`: times awake.
    """

    bed: int
    lights: int
    wake: int
    up: int
    sol_min: int
    waso_min: int
    bed_shift_min: int = 0
    wake_day: int = 0
    awake: tuple[tuple[int, int], ...] = ()
    awakenings: int | None = None


def from_midnight(times: NightTimes) -> tuple[int, int, int, int]:
    """Bed, lights, wake and up in minutes from the midnight with which the day of the night begins.

    Each is the first such time that is not before the one before it: 23:10 is -50.
    """
    counted = [times.bed]
    for minutes in (times.lights, times.wake, times.up):
        days_on = (counted[-1] - minutes + DAY - 1) // DAY
        counted.append(minutes + max(0, days_on) * DAY)
    back = (counted[2] // DAY - times.wake_day) * DAY
    bed, lights, wake, up = (minutes - back for minutes in counted)
    return bed, lights, wake, up


def fits(times: NightTimes) -> bool:
    """Whether the times can be one night: from bed to getting up no whole day passes."""
    bed, _lights, _wake, up = from_midnight(times)
    return up - bed < DAY


def make_night(times: NightTimes, *, uid: str, day: date, clock: Clock) -> Night:
    """The night that counts for `day`, as the person's `clock` showed it; `replace` adds other fields."""
    bed, lights, wake, up = from_midnight(times)
    midnight = datetime(day.year, day.month, day.day)

    def at(minutes: int) -> Instant:
        return clock.at(midnight + timedelta(minutes=minutes))

    woke, got_up = at(wake), at(up)

    def at_bedtime(minutes: int) -> Instant:
        here = at(minutes)
        if not times.bed_shift_min:
            return here
        offset = got_up.offset_min + times.bed_shift_min
        wall_ms = here.utc_ms + here.offset_min * 60_000
        return Instant(utc_ms=wall_ms - offset * 60_000, offset_min=offset, zone=here.zone)

    return Night(
        uid=uid,
        day=day,
        bed=at_bedtime(bed),
        lights=at_bedtime(lights),
        sol_min=times.sol_min,
        waso_min=times.waso_min,
        wake=woke,
        up=got_up,
        awake=times.awake,
        awakenings=times.awakenings,
    )


HALF_DAY = DAY // 2
SHORTEST, LONGEST = 2 * 60, 14 * 60
"""In bed for so many minutes at least, and at most, a night is an everyday one."""
LEAST_ASLEEP = 60
SMALL_HOURS = 3 * 60


def likely(times: NightTimes) -> bool:
    """Whether `times` are an everyday night: 2 to 14 hours in bed, an hour of it or more asleep."""
    bed, lights, wake, up = from_midnight(times)
    asleep = wake - lights - times.sol_min - times.waso_min
    return SHORTEST <= up - bed <= LONGEST and asleep >= LEAST_ASLEEP


def half_a_day_off(times: NightTimes) -> tuple[NightTimes, tuple[str, ...]] | None:
    """The everyday night that `times` are with am and pm swapped in one of them, or in both of a pair.

    None if they are one as they stand, or if none comes of it; of several, the fewest times and then the one
    that lies nearest to the small hours. With it the names of the times that differ.
    """
    if likely(times):
        return None
    found = []
    for names in (("bed",), ("lights",), ("wake",), ("up",), ("bed", "lights"), ("wake", "up")):
        swapped = {name: (getattr(times, name) + HALF_DAY) % DAY for name in names}
        meant = replace(times, **swapped)
        if likely(meant):
            found.append((meant, names))
    return min(found, key=lambda one: (len(one[1]), _from_the_small_hours(one[0])), default=None)


def _from_the_small_hours(times: NightTimes) -> int:
    """How far the middle of the time in bed lies from 03:00, minutes."""
    bed, _lights, _wake, up = from_midnight(times)
    apart = ((bed + up) // 2 - SMALL_HOURS) % DAY
    return min(apart, DAY - apart)


def readings(times: NightTimes, *, day: date, clock: Clock, day_start: int) -> tuple[NightTimes, ...]:
    """The ways in which `times` can be a night of `day` that has ended by now, the likeliest first.

    Who wakes before the hour at which a day starts may mean the morning of `day`, or the small hours at its
    end. While the day goes on the latest is meant, afterwards the morning.
    """
    ways = (0, 1) if times.wake < day_start * 60 else (0,)
    now = clock.now()
    found = [replace(times, wake_day=way) for way in ways]
    ended = [one for one in found if make_night(one, uid="", day=day, clock=clock).up.utc_ms <= now.utc_ms]
    if logical_day(now, day_start) == day:
        ended.reverse()
    return tuple(ended)


def usual(nights: Sequence[Night], clock: Clock) -> NightTimes | None:
    """The middle of each time of `nights`, to begin from; None without nights."""
    if not nights:
        return None
    known = [replace(as_times(night, clock), wake_day=0) for night in nights]
    times = zip(*(from_midnight(one) for one in known), strict=True)
    bed, lights, wake, up = (_rounded(each) % DAY for each in times)
    return NightTimes(
        bed=bed,
        lights=lights,
        wake=wake,
        up=up,
        sol_min=_rounded([one.sol_min for one in known]),
        waso_min=_rounded([one.waso_min for one in known]),
    )


def like(night: Night, clock: Clock) -> NightTimes:
    """The times of `night` for another night; when in it one was awake is not said again."""
    return replace(as_times(night, clock), wake_day=0, bed_shift_min=0, awake=())


def _rounded(minutes: Sequence[int]) -> int:
    return round(median(minutes) / STEP) * STEP


def as_times(night: Night, clock: Clock) -> NightTimes:
    """The times a stored night shows again, as they stood on the wall; `clock` knows its summer time."""

    def minutes(moment: Instant) -> int:
        return moment.wall.hour * 60 + moment.wall.minute

    apart = (night.wake.wall.date() - night.day).days
    return NightTimes(
        bed=minutes(night.bed),
        lights=minutes(night.lights),
        wake=minutes(night.wake),
        up=minutes(night.up),
        sol_min=night.sol_min,
        waso_min=night.waso_min,
        bed_shift_min=_shift(night, clock),
        wake_day=apart if abs(apart) <= 1 else 0,
        awake=night.awake,
        awakenings=night.awakenings,
    )


def _shift(night: Night, clock: Clock) -> int:
    """How far the clock was moved from bedtime to waking, where its own summer time does not explain it."""
    if all(clock.at(moment.wall).utc_ms == moment.utc_ms for moment in (night.bed, night.lights)):
        return 0
    return night.bed.offset_min - night.up.offset_min


class Felt(StrEnum):
    """How one slept, in five steps."""

    VERY_POOR = "very poor"
    POOR = "poor"
    FAIR = "fair"
    GOOD = "good"
    VERY_GOOD = "very good"


def felt(quality: int | None) -> Felt | None:
    """The step that a quality from 0 to 10 lies in."""
    return None if quality is None else list(Felt)[quality * len(Felt) // 11]


def quality_of(step: Felt | None, before: int | None = None) -> int | None:
    """The quality, 0 to 10, in the middle of `step`; `before` if it lies in it already."""
    if step is None or felt(before) is step:
        return None if step is None else before
    return 2 * list(Felt).index(step) + 1
