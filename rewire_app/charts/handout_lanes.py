"""The lanes of the page for a session, told apart by form alone: line, squares, dashes, rings, diamonds.

What is drawn comes as shapes in px of the paper, so that a printer and a page of the web draw the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from rewire_app.domain.day_words import axis_day

NAMES, SCALE, END = 76, 72, 6
"""Px from the left to the plot, to the end of the words of its scale, and free at the right."""
GAP, DATES = 12, 18
"""Px between lanes, and for the dates below the last."""
MOST_DATES = 6
STEPS = (1, 2, 7, 14, 28, 56, 91, 182, 365, 730, 1825)
"""Days from one date below the lanes to the next: the first that gives few enough."""
NEAR_THE_END = 0.6
"""The last day is named where that share of a step lies between it and the date before."""


class LaneForm(StrEnum):
    """What the values of a lane are drawn as."""

    LINE = "line"
    SQUARES = "squares"
    DASHES = "dashes"
    RINGS = "rings"


HIGH = {LaneForm.LINE: 42.0, LaneForm.SQUARES: 14.0, LaneForm.DASHES: 32.0, LaneForm.RINGS: 32.0}
"""Px from the lowest value to the highest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoutLane:
    """One lane: a value for each noted day (ordinal), `marks` as diamonds over it, and all of it in words.

    low, high: the ends of its scale, with the words that stand there ("" none). key: by which it is struck.
    """

    key: str
    name: str
    form: LaneForm
    values: tuple[tuple[int, float], ...]
    low: float
    high: float
    low_words: str = ""
    high_words: str = ""
    marks: tuple[tuple[int, float], ...] = ()
    said: str = ""
    struck: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoutChart:
    """Lanes over the days `first` to `last` (ordinals)."""

    first: int
    last: int
    lanes: tuple[HandoutLane, ...]

    @property
    def said(self) -> str:
        """The picture in words."""
        return " ".join(lane.said for lane in self.lanes if lane.said)


class ShapeKind(StrEnum):
    """What is drawn. A rule is a fine line, a curve a strong one; words end, begin or stand in the middle."""

    RULE = "rule"
    CURVE = "curve"
    DOT = "dot"
    SQUARE = "square"
    DASH = "dash"
    RING = "ring"
    DIAMOND = "diamond"
    NAME = "name"
    SCALE = "scale"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class HandoutShape:
    """A shape through or around `points` (px, y downwards), `reach` px across, or words at a point."""

    kind: ShapeKind
    points: tuple[tuple[float, float], ...]
    reach: float = 0.0
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnLane:
    """One lane from `top` px down, `high` px high."""

    lane: HandoutLane
    top: float
    high: float
    shapes: tuple[HandoutShape, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnChart:
    """The whole picture, `wide` by `high` px; `dates` stand below the lanes."""

    wide: float
    high: float
    lanes: tuple[DrawnLane, ...]
    dates: tuple[HandoutShape, ...]


def drawn(chart: HandoutChart, wide: float) -> DrawnChart:
    """What to draw, `wide` px across."""
    place = _Places(chart, wide)
    lanes, top = [], float(GAP)
    for lane in chart.lanes:
        high = HIGH[lane.form]
        lanes.append(DrawnLane(lane=lane, top=top, high=high, shapes=tuple(_shapes(lane, place, top, high))))
        top += high + GAP
    dates = tuple(
        HandoutShape(ShapeKind.DATE, ((place.x(day), top + 6),), text=axis_day(date.fromordinal(day)))
        for day in dated(chart.first, chart.last)
    )
    return DrawnChart(wide=wide, high=top + DATES, lanes=tuple(lanes), dates=dates)


def dated(first: int, last: int) -> list[int]:
    """The days that are named below the lanes: evenly from the first on, and the last."""
    step = next((one for one in STEPS if (last - first) / one < MOST_DATES), STEPS[-1])
    found = list(range(first, last + 1, step))
    if last - found[-1] >= step * NEAR_THE_END:
        found.append(last)
    return found


class _Places:
    """Where a day stands, px from the left."""

    def __init__(self, chart: HandoutChart, wide: float) -> None:
        self._first = chart.first
        self.left, self.right = float(NAMES), wide - END
        self.step = (self.right - self.left) / max(1, chart.last - chart.first + 1)

    def x(self, day: int) -> float:
        """The middle of a day."""
        return self.left + (day - self._first + 0.5) * self.step


def _shapes(lane: HandoutLane, place: _Places, top: float, high: float) -> Iterator[HandoutShape]:
    """The name, the scale, then values and marks."""
    bottom, middle = top + high, top + high / 2
    yield HandoutShape(ShapeKind.NAME, ((0.0, middle),), text=lane.name)
    if lane.form is not LaneForm.SQUARES:
        yield HandoutShape(ShapeKind.RULE, ((place.left, top), (place.right, top)))
    yield HandoutShape(ShapeKind.RULE, ((place.left, bottom), (place.right, bottom)))
    for words, y in ((lane.high_words, top), (lane.low_words, bottom)):
        if words:
            yield HandoutShape(ShapeKind.SCALE, ((float(SCALE), y),), text=words)
    reach = min(10.0, place.step * 0.7)
    points = [
        (day, (place.x(day), middle if lane.form is LaneForm.SQUARES else _y(lane, value, top, high)))
        for day, value in lane.values
    ]
    if lane.form is LaneForm.LINE:
        yield from _curves(points)
    else:
        kind = {
            LaneForm.SQUARES: ShapeKind.SQUARE,
            LaneForm.DASHES: ShapeKind.DASH,
            LaneForm.RINGS: ShapeKind.RING,
        }[lane.form]
        size = {ShapeKind.DASH: min(12.0, place.step * 0.8), ShapeKind.RING: min(6.0, reach)}.get(kind, reach)
        for _day, point in points:
            yield HandoutShape(kind, (point,), reach=size)
    for day, value in lane.marks:
        point = (place.x(day), _y(lane, value, top, high))
        yield HandoutShape(ShapeKind.DIAMOND, (point,), reach=min(8.0, max(4.0, reach)))


def _y(lane: HandoutLane, value: float, top: float, high: float) -> float:
    share = (value - lane.low) / (lane.high - lane.low)
    return top + high * (1 - min(1.0, max(0.0, share)))


def _curves(points: list[tuple[int, tuple[float, float]]]) -> Iterator[HandoutShape]:
    """A line through neighbouring days; a day alone is a dot, a gap stays a gap."""
    breaks = [number for number, (one, other) in enumerate(pairwise(points), 1) if other[0] - one[0] > 1]
    for start, end in pairwise((0, *breaks, len(points))):
        through = tuple(point for _day, point in points[start:end])
        if len(through) == 1:
            yield HandoutShape(ShapeKind.DOT, through, reach=4.0)
        elif through:
            yield HandoutShape(ShapeKind.CURVE, through)
