"""The marks and lines of one lane, painted in pixels: cheap enough to draw anew at every step.

A lane of hundreds of marks is a few calls of the painter. Lines are drawn piece by piece: wide smooth
polylines over many points are slow.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from rewire_app.charts.spec import Shape
from rewire_app.ui.widgets.base import NO_PEN, box
from rewire_app.ui.widgets.theme import RADIUS_BLOCK, theme

if TYPE_CHECKING:
    from rewire_app.charts.spec import MarkRow
    from rewire_app.ui.charts.lane_places import LanePlace, Places

SIZES = {Shape.DOTS: 9, Shape.DIAMONDS: 10, Shape.RINGS: 9, Shape.SQUARES: 8}
ROUND = (Shape.DOTS, Shape.RINGS)
EXTENDED = (Shape.BLOCKS, Shape.BARS, Shape.DASHES)
SMALL = 6
"""Symbols narrower than this, px, are drawn as points."""
MANY = 130
"""Columns from which lines are a single pixel wide."""
BLOCK_WIDE, BLOCK_HIGH, DASH_WIDE, DASH_HIGH, GAP = 22, 12, 26, 5, 3
NARROW = 16
"""Columns narrower than this, px, have lower dashes and less round blocks."""


class Blocks:
    """The blocks, bars or dashes of one row, in pixels; those that are not filled are outlined."""

    def __init__(self, marks: MarkRow, places: Places, place: LanePlace, role: str) -> None:
        self._role = role
        self.filled: list[QRectF] = []
        self.hollow: list[QRectF] = []
        for hollow, found in zip(marks.hollow, _rects(marks, places, place), strict=True):
            (self.hollow if hollow else self.filled).extend(found)
        dashes = marks.shape is Shape.DASHES
        narrow = places.pitch < NARROW
        self._radius = theme.px(DASH_HIGH) / 2 if dashes else 1.5 if narrow else theme.px(RADIUS_BLOCK)

    def paint(self, painter: QPainter) -> None:
        """Paint the filled ones, then the hollow ones."""
        color: QColor = theme.color(self._role)
        if self.filled and self.filled[0].width() < 4:
            painter.setPen(NO_PEN)
            painter.setBrush(color)
            painter.drawRects(self.filled)
        else:
            for rect in self.filled:
                box(painter, rect, self._radius, color)
        ground = theme.color("surface")
        for rect in self.hollow:
            box(painter, rect, self._radius, ground, color, width=2 if rect.height() > 6 else 1)


class LaneInk:
    """Blocks, bars and dashes of one lane, then its lines, then its symbols.

    blocks: for each row of marks with an extent of their own. solid, links: pieces of line, in pixels.
    symbols: for each other row its shape, then the centres of the filled and of the outlined ones.
    """

    def __init__(self, place: LanePlace, places: Places, role: str) -> None:
        self._role, self._few = role, places.count <= MANY
        self._dotted = place.lane.key == "stress"
        self._pitch = places.pitch
        self.blocks = [
            Blocks(marks, places, place, role) for marks in place.lane.marks if marks.shape in EXTENDED
        ]
        self.solid: list[QLineF] = []
        self.links: list[QLineF] = []
        for run in place.lane.runs:
            lines = self.links if run.across_gap else self.solid
            lines.extend(QLineF(one, two) for one, two in pairwise(_points(run.x, run.y, place, places)))
        self.symbols = [
            _centres(marks, place, places) for marks in place.lane.marks if marks.shape in SIZES and marks.x
        ]

    def paint(self, painter: QPainter) -> None:
        """Paint blocks, links, lines, then symbols."""
        for blocks in self.blocks:
            blocks.paint(painter)
        color = theme.color(self._role)
        if self.links:
            thin = QPen(color, 1.2)
            thin.setDashPattern([4.0, 3.0])
            painter.setPen(thin)
            painter.drawLines(self.links)
        if self.solid:
            pen = QPen(color, max(2, theme.px(2)) if self._few else 1)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap if self._dotted else Qt.PenCapStyle.RoundCap)
            if self._dotted:
                pen.setDashPattern([1.0, 1.6])
            painter.setPen(pen)
            painter.drawLines(self.solid)
        for shape, filled, hollow in self.symbols:
            self._paint_symbols(painter, shape, filled, hollow, color)

    def _paint_symbols(
        self, painter: QPainter, shape: Shape, filled: list[QPointF], hollow: list[QPointF], color: QColor
    ) -> None:
        """Filled ones have a thin edge of the ground around them, outlined ones are filled with it."""
        size = max(3.0, min(theme.px(SIZES[shape]), self._pitch * 0.42))
        surface = theme.color("surface")
        if size < SMALL:
            cap = Qt.PenCapStyle.RoundCap if shape in ROUND else Qt.PenCapStyle.SquareCap
            painter.save()
            if shape is Shape.DIAMONDS:  # squares on a page that is turned are diamonds
                painter.rotate(45)
                back = QTransform().rotate(-45)
                filled, hollow, size = [*map(back.map, filled)], [*map(back.map, hollow)], size * 0.8
            for centres, wide, ink in ((filled + hollow, size, color), (hollow, size - 1.6, surface)):
                if centres:
                    painter.setPen(QPen(ink, wide, Qt.PenStyle.SolidLine, cap))
                    painter.drawPoints(centres)
            painter.restore()
            return
        around, outline = QPen(surface, 1.5), QPen(color, max(2, theme.px(2)))
        for centres, pen, fill in ((filled, around, color), (hollow, outline, surface)):
            if not centres:
                continue
            painter.setPen(pen)
            painter.setBrush(fill)
            path = QPainterPath()
            path.setFillRule(Qt.FillRule.WindingFill)
            for centre in centres:
                _add(path, shape, centre, size)
            painter.drawPath(path)


def _centres(marks: MarkRow, place: LanePlace, places: Places) -> tuple[Shape, list[QPointF], list[QPointF]]:
    """Where the symbols of a row stand: the filled and the outlined; rings are all outlined."""
    points = _points(marks.x, marks.y, place, places)
    if marks.shape is Shape.RINGS:
        return marks.shape, [], points
    pairs = list(zip(points, marks.hollow, strict=True))
    filled = [point for point, open_ in pairs if not open_]
    return marks.shape, filled, [point for point, open_ in pairs if open_]


def _points(x: tuple[float, ...], y: tuple[float, ...], place: LanePlace, places: Places) -> list[QPointF]:
    """Columns and values in pixels of the scene."""
    pitch, left = places.pitch, places.x(0)
    bottom, up = place.plot.bottom(), place.plot.height() / (place.lane.hi - place.lane.lo)
    lo = place.lane.lo
    return [QPointF(left + a * pitch, bottom - (b - lo) * up) for a, b in zip(x, y, strict=True)]


def _add(path: QPainterPath, shape: Shape, at: QPointF, size: float) -> None:
    half = size / 2
    if shape is Shape.SQUARES:
        path.addRect(at.x() - half, at.y() - half, size, size)
    elif shape is Shape.DIAMONDS:
        reach = size * 0.55
        path.moveTo(at.x(), at.y() - reach)
        path.lineTo(at.x() + reach, at.y())
        path.lineTo(at.x(), at.y() + reach)
        path.lineTo(at.x() - reach, at.y())
        path.closeSubpath()
    else:
        path.addEllipse(at, half, half)


def _rects(marks: MarkRow, places: Places, place: LanePlace) -> Iterator[list[QRectF]]:
    """The rectangles of every mark: one, none or several."""
    across = [places.x(x) for x in marks.x]
    if marks.shape is Shape.DASHES:
        wide = _fit(DASH_WIDE, places.pitch, 0.68)
        high = float(theme.px(DASH_HIGH)) if places.pitch >= NARROW else 3.0
        for x, value in zip(across, marks.y, strict=True):
            yield [QRectF(x - wide / 2, place.y(value) - high / 2, wide, high)]
        return
    wide, floor = _fit(BLOCK_WIDE, places.pitch, 0.57), place.plot.bottom()
    lefts = [round(x - wide / 2) if wide >= 4 else x - wide / 2 for x in across]
    if marks.shape is Shape.BARS:
        for left, value in zip(lefts, marks.y, strict=True):
            yield [QRectF(left, place.y(value), wide, floor - place.y(value))] if value > 0 else []
        return
    step = place.plot.height() / max(1.0, place.lane.hi - place.lane.lo)
    gap = theme.px(GAP) if step >= 8 else 1
    high = min(step - gap, theme.px(BLOCK_HIGH))
    for left, value in zip(lefts, marks.y, strict=True):
        yield [QRectF(left, floor - count * step - 1.5 - high, wide, high) for count in range(int(value))]


def _fit(wide: int, pitch: float, share: float) -> float:
    """The design's width, or a share of a narrow column; never under a pixel."""
    return float(max(1.0, min(theme.px(wide), pitch * share)))
