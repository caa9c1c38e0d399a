"""What is known of invented nights besides: when one was awake, when it was noted, and what a watch tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from rewire_app.domain.days import Instant, minutes_between
from rewire_app.domain.journal.entries import Night, NightRecording
from rewire_app.exchange.sample.day import SampleDraw

WORN = 30
"""For so many days before the last one a watch tells of the nights."""
RECORDER = "Watch"


def more_of_night(source: SampleDraw, night: Night) -> Night:
    """`night` with the times awake of some nights, and the day on which it was noted, seldom a later one."""
    noted = night.day + timedelta(days=1 if source.chance(0.06) else 0)
    lain = minutes_between(night.lights, night.wake) - night.sol_min
    parts = night.awakenings or 0
    if not night.waso_min or not parts or source.chance(0.4):
        return replace(night, noted_day=noted)
    each = [night.waso_min // parts] * parts
    each[0] += night.waso_min - sum(each)
    starts = sorted(source.rng.sample(range(1, 12), parts))
    awake = tuple(
        (night.sol_min + lain * start // 13 // 5 * 5, long) for start, long in zip(starts, each, strict=True)
    )
    ends = [*(start for start, _long in awake[1:]), night.sol_min + lain]
    fits = all(start + long <= end for (start, long), end in zip(awake, ends, strict=True))
    return replace(night, noted_day=noted, awake=awake if fits else ())


def recordings(source: SampleDraw, nights: Iterable[Night], today: date) -> Iterator[NightRecording]:
    """What a watch tells of most of the newest `nights`; it counts a little more sleep than the diary."""
    for night in nights:
        if (today - night.day).days >= WORN or not source.chance(0.8):
            continue
        asleep = _later(night.lights, night.sol_min // 2 + source.rng.randint(0, 6))
        wake = _later(night.wake, source.rng.randint(-4, 9))
        awake = source.rng.randint(8, 30)
        yield NightRecording(
            uid=source.uid(night.up),
            day=night.day,
            recorder=RECORDER,
            asleep=asleep,
            wake=wake,
            asleep_min=minutes_between(asleep, wake) - awake,
            awake_min=awake,
        )


def _later(at: Instant, minutes: int) -> Instant:
    return replace(at, utc_ms=at.utc_ms + minutes * 60_000)
