"""A night as typed: times on the wall clock around one midnight, turned into instants."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from rewire_app.domain.days import Clock, Instant
from rewire_app.domain.journal.entries import Night

NOON = 720
DAY = 1440


@dataclass(frozen=True, slots=True, kw_only=True)
class NightTimes:
    """Times of one night in minutes after midnight as the wall clock showed them, 0 to 1439.

    `bed_shift_min` is how far the clock at bedtime was ahead of the clock on waking (after a flight east it
    is negative). `sol_min`: minutes to fall asleep. `waso_min`: minutes awake before the last waking.
    """

    bed: int
    lights: int
    wake: int
    up: int
    sol_min: int
    waso_min: int
    bed_shift_min: int = 0


def after_noon(times: NightTimes) -> tuple[int, int, int, int]:
    """Bed, lights, wake and up in minutes from noon before the night; each not before the one before it."""
    counted: list[int] = []
    for minutes in (times.bed, times.lights, times.wake, times.up):
        value = (minutes - NOON) % DAY
        while counted and value < counted[-1]:
            value += DAY
        counted.append(value)
    return counted[0], counted[1], counted[2], counted[3]


def make_night(times: NightTimes, *, uid: str, day: date, clock: Clock) -> Night:
    """The night that ended on `day`, as the person's `clock` showed it; `replace` adds other fields."""
    bed, lights, wake, up = after_noon(times)
    noon = datetime(day.year, day.month, day.day, 12) - timedelta(days=1)

    def at(minutes: int) -> Instant:
        return clock.at(noon + timedelta(minutes=minutes))

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
    )


def as_times(night: Night, clock: Clock) -> NightTimes:
    """The times a stored night shows again, as they stood on the wall; `clock` knows its summer time."""

    def minutes(moment: Instant) -> int:
        return moment.wall.hour * 60 + moment.wall.minute

    return NightTimes(
        bed=minutes(night.bed),
        lights=minutes(night.lights),
        wake=minutes(night.wake),
        up=minutes(night.up),
        sol_min=night.sol_min,
        waso_min=night.waso_min,
        bed_shift_min=_shift(night, clock),
    )


def _shift(night: Night, clock: Clock) -> int:
    """How far the clock was moved from bedtime to waking, where its own summer time does not explain it."""
    if all(clock.at(moment.wall).utc_ms == moment.utc_ms for moment in (night.bed, night.lights)):
        return 0
    return night.bed.offset_min - night.up.offset_min
