"""The size of a link in words, on the 0 to 10 scale with one decimal: "0.4 points of 10 lower"."""

from __future__ import annotations

from math import ceil

from rewire_app.i18n import _

STEP = 0.05
"""Points of 10 in which the smallest link that could be seen is told."""


def tenths(points: float) -> float:
    """The size without its sign, to one decimal."""
    return round(abs(points), 1)


def size(points: float) -> str:
    """The size alone: "0.4", "less than 0.1"."""
    return f"{abs(points):.1f}" if tenths(points) else _("less than 0.1")


def rounded_up(size: float) -> float:
    """What can be said to be seen: the size rounded up to five hundredths, since less is not claimed."""
    return round(ceil(round(size / STEP, 9)) * STEP, 2)


def points(size: float) -> str:
    """A size that can be seen: "0.4", "0.25"."""
    text = f"{rounded_up(size):.2f}"
    return text.removesuffix("0")


def points_of_ten(points: float) -> str:
    """The size with its end point: "0.4 points of 10", "half a point of 10", "1 point of 10"."""
    rounded = tenths(points)
    if rounded == 0.5:
        return _("half a point of 10")
    if rounded == 1:
        return _("1 point of 10")
    return _("{size} points of 10").format(size=size(points))


def side(points: float) -> str:
    """The size and its side: "0.4 lower", "no difference"."""
    if tenths(points) == 0:
        return _("no difference")
    return (_("{size} lower") if points < 0 else _("{size} higher")).format(size=size(points))


def interval(low: float, high: float) -> str:
    """Both ends of an interval: "0.2 to 0.6 lower", "from 0.3 lower to 0.1 higher"."""
    if high < 0 and tenths(low):
        return _("{near} to {far} lower").format(near=size(high), far=size(low))
    if low > 0 and tenths(high):
        return _("{near} to {far} higher").format(near=size(low), far=size(high))
    return _("from {low} to {high}").format(low=side(low), high=side(high))


def side_of_ten(points: float) -> str:
    """The size with its end point: "0.4 points of 10 lower"."""
    if tenths(points) == 0:
        return _("no difference")
    text = _("{size} lower") if points < 0 else _("{size} higher")
    return text.format(size=points_of_ten(points))
