"""A night on the bar as a value: times in order, moved between their neighbours, and stretches awake."""

from __future__ import annotations

FIRST, LAST = -120, 540
"""The bar shows 22:00 to 09:00 and widens to the times given, minutes from midnight."""
EARLIEST, LATEST = -720, 1680
LATE_TO_BED = 240
"""From here on to bed is a day's sleep, and the bar shows the hours around it, minutes from midnight."""
LONGEST_AWAKE = 600
STEP = 5
"""What is drawn is rounded to, minutes."""

Night5 = tuple[int, int, int, int, int]
"""Bed, asleep, wake and up in minutes from midnight, and minutes awake."""

Parts = tuple[tuple[float, float], ...]
"""Stretches awake, from and to, in minutes from midnight."""


def ordered(night: Night5) -> Night5:
    """The night with every time not before the one before it and no more time awake than asleep allows."""
    bed = max(EARLIEST, night[0])
    asleep = max(bed, night[1])
    wake = max(asleep, night[2])
    up = max(wake, night[3])
    return bed, asleep, wake, up, max(0, min(night[4], wake - asleep))


def moved(place: int, night: Night5, by: int) -> Night5:
    """`night` with one part moved by `by` minutes, held between its neighbours.

    The last waking stays on its side of midnight, since on the other it is a night of another day.
    """
    bed, asleep, wake, up, awake = night
    if place == 0:
        bed = max(EARLIEST, min(asleep, bed + by))
    elif place == 1:
        asleep = max(bed, min(wake - awake, asleep + by))
    elif place == 2:
        awake = max(0, min(wake - asleep, LONGEST_AWAKE, awake + by))
    elif place == 3:
        least = max(asleep + awake, 0) if wake >= 0 else asleep + awake
        wake = max(least, min(up, wake + by))
    else:
        up = max(wake, min(LATEST, up + by))
    return bed, asleep, wake, up, awake


def shown_range(night: Night5) -> tuple[int, int]:
    """From which hour to which the bar reaches, minutes from midnight."""
    bed, up = night[0], night[3]
    first, last = bed // 60 * 60, -(-up // 60) * 60
    if bed >= LATE_TO_BED:
        first -= 60
        return first, max(last + 60, first + LAST - FIRST)
    return min(FIRST, first), max(LAST, last)


def spans(night: Night5, parts: Parts) -> Parts:
    """Where the time awake lies: `parts` as long as they make all of it, else one stretch in the middle."""
    _bed, asleep, wake, _up, awake = night
    if not awake:
        return ()
    inside = all(asleep <= start and end <= wake for start, end in parts)
    if parts and inside and sum(end - start for start, end in parts) == awake:
        return parts
    middle = (asleep + wake) / 2
    return ((middle - awake / 2, middle + awake / 2),)


def marked(night: Night5, parts: Parts, one: float, other: float) -> tuple[Night5, Parts]:
    """`night` with the time from `one` to `other` awake too, in whichever order they are given."""
    bed, asleep, wake, up, _awake = night
    start, end = (max(asleep, min(wake, round(at / STEP) * STEP)) for at in sorted((one, other)))
    if start == end:
        return night, parts
    joined: list[tuple[float, float]] = []
    for from_, to in sorted([*spans(night, parts), (start, end)]):
        if joined and from_ <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(to, joined[-1][1]))
        else:
            joined.append((from_, to))
    awake = round(sum(to - from_ for from_, to in joined))
    if awake > LONGEST_AWAKE:
        return night, parts
    return (bed, asleep, wake, up, awake), tuple(joined)
