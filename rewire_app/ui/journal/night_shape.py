"""A night on the bar as a value: times in order, moved between their neighbours, and stretches awake."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rewire_app.domain.journal.night_entry import DAY, NightTimes, from_midnight

FIRST, LAST = -120, 540
"""The bar shows 22:00 to 09:00 and widens to the times given, minutes from midnight."""
EARLIEST, LATEST = -720, 1680
LATE_TO_BED = 240
"""From here on to bed is a day's sleep, and the bar shows the hours around it, minutes from midnight."""
LONGEST_AWAKE = 600
STEP = 5
"""What is drawn is rounded to, minutes."""

Parts = tuple[tuple[int, int], ...]
"""Stretches awake, from and to, in minutes from midnight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NightShape:
    """Times in minutes from the midnight before waking (23:10 is -50), and minutes awake.

    lights: tried to sleep. parts: where the time awake lies, as far as that is known; see `spans`.
    """

    bed: int
    lights: int
    asleep: int
    wake: int
    up: int
    awake: int = 0
    parts: Parts = ()


TIMES = ("bed", "lights", "asleep", "wake", "up")
"""The times in their order."""


def shape_of(times: NightTimes) -> NightShape:
    """The night of `times` as the bar has it."""
    bed, lights, wake, up = from_midnight(times)
    return NightShape(
        bed=bed,
        lights=lights,
        asleep=lights + times.sol_min,
        wake=wake,
        up=up,
        awake=times.waso_min,
        parts=tuple((lights + after, lights + after + long) for after, long in times.awake),
    )


def awake_of(night: NightShape, lights: int) -> tuple[tuple[int, int], ...]:
    """The known stretches awake as `NightTimes` has them, after trying to sleep at `lights`."""
    return tuple((start - lights, end - start) for start, end in known_parts(night))


def times_of(night: NightShape, before: NightTimes) -> NightTimes:
    """The times of `night`; what the bar does not show is as `before`."""
    parts = known_parts(night)
    return replace(
        before,
        bed=night.bed % DAY,
        lights=night.lights % DAY,
        sol_min=night.asleep - night.lights,
        waso_min=night.awake,
        wake=night.wake % DAY,
        up=night.up % DAY,
        wake_day=night.wake // DAY,
        awake=awake_of(night, night.lights),
        awakenings=max(len(parts), before.awakenings or 0) if parts else before.awakenings,
    )


def ordered(night: NightShape) -> NightShape:
    """The night with every time not before the one before it and no more time awake than asleep allows."""
    bed = max(EARLIEST, night.bed)
    lights = max(bed, night.lights)
    asleep = max(lights, night.asleep)
    wake = max(asleep, night.wake)
    up = max(wake, night.up)
    awake = max(0, min(night.awake, wake - asleep))
    return NightShape(bed=bed, lights=lights, asleep=asleep, wake=wake, up=up, awake=awake, parts=night.parts)


def moved(part: str, night: NightShape, by: int) -> NightShape:
    """`night` with one time, or how long it was "awake", moved by `by` minutes between its neighbours.

    The last waking stays on its side of midnight, since on the other it is a night of another day.
    """
    if part == "awake":
        most = min(night.wake - night.asleep, LONGEST_AWAKE)
        return replace(night, awake=max(0, min(most, night.awake + by)))
    least, most = _reach(part, night)
    return replace(night, **{part: max(least, min(most, getattr(night, part) + by))})


def _reach(part: str, night: NightShape) -> tuple[int, int]:
    """From where to where a time can be moved."""
    if part == "bed":
        return EARLIEST, night.lights
    if part == "lights":
        return night.bed, night.asleep
    if part == "asleep":
        return night.lights, night.wake - night.awake
    if part == "wake":
        least = night.asleep + night.awake
        return (max(least, 0) if night.wake >= 0 else least), night.up
    return night.wake, LATEST


def shown_range(night: NightShape) -> tuple[int, int]:
    """From which hour to which the bar reaches, minutes from midnight."""
    first, last = night.bed // 60 * 60, -(-night.up // 60) * 60
    if night.bed >= LATE_TO_BED:
        first -= 60
        return first, max(last + 60, first + LAST - FIRST)
    return min(FIRST, first), max(LAST, last)


def known_parts(night: NightShape) -> Parts:
    """The stretches awake if they lie in the sleep and make all the time awake, else none."""
    inside = all(night.asleep <= start and end <= night.wake for start, end in night.parts)
    whole = sum(end - start for start, end in night.parts) == night.awake
    return night.parts if inside and whole else ()


def spans(night: NightShape) -> tuple[tuple[float, float], ...]:
    """Where the time awake is drawn: where it is known to lie, else in one stretch in the middle."""
    if not night.awake:
        return ()
    if parts := known_parts(night):
        return parts
    middle = (night.asleep + night.wake) / 2
    return ((middle - night.awake / 2, middle + night.awake / 2),)


def marked(night: NightShape, one: float, other: float) -> NightShape:
    """`night` with the time from `one` to `other` awake too, in whichever order they are given."""
    start, end = (max(night.asleep, min(night.wake, round(at / STEP) * STEP)) for at in sorted((one, other)))
    if start == end:
        return night
    there = [(round(from_), round(from_) + round(to - from_)) for from_, to in spans(night)]
    joined: list[tuple[int, int]] = []
    for from_, to in sorted([*there, (start, end)]):
        if joined and from_ <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(to, joined[-1][1]))
        else:
            joined.append((from_, to))
    awake = sum(to - from_ for from_, to in joined)
    if awake > LONGEST_AWAKE:
        return night
    return replace(night, awake=awake, parts=tuple(joined))
