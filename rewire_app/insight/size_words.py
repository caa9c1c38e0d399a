"""The size of a link in words, on the 0 to 10 scale with one decimal: "0.4 points of 10 lower"."""

from __future__ import annotations

from rewire_app.i18n import _

LITTLE = 1.0
"""Points of 10 below which a difference is called a little one."""


def tenths(points: float) -> float:
    """The size without its sign, to one decimal."""
    return round(abs(points), 1)


def size(points: float) -> str:
    """The size alone: "0.4", "less than 0.1"."""
    return f"{abs(points):.1f}" if tenths(points) else _("less than 0.1")


def plain_side(points: float) -> str:
    """The side in words alone, for a sentence without numbers: "a little lower", "about the same"."""
    rounded = tenths(points)
    if rounded == 0:
        return _("about the same")
    if rounded < LITTLE:
        return _("a little lower") if points < 0 else _("a little higher")
    return _("lower") if points < 0 else _("higher")


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
