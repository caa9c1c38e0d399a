"""The marks and lines of one lane, painted in pixels: cheap enough to draw anew at every step.

A lane of hundreds of marks is a few calls of the painter. Lines are drawn piece by piece: wide smooth
polylines over many points are slow.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from rewire_app.ui.charts.shapes import SHAPES
from rewire_app.ui.widgets.base import NO_PEN, box
from rewire_app.ui.widgets.theme import theme

if TYPE_CHECKING:
    from rewire_app.charts.spec import MarkRow, Shape
    from rewire_app.ui.charts.lane_places import LanePlace, Places

SMALL = 6
"""Symbols narrower than this, px, are drawn as points."""
MANY = 130
"""Columns from which lines are a single pixel wide."""


class Blocks:
    """The blocks, bars or dashes of one row, in pixels; those that are not filled are outlined."""

    def __init__(self, marks: MarkRow, rects: Iterable[list[QRectF]], color: str, radius: float) -> None:
        self._role, self._radius = color, radius
        self.filled: list[QRectF] = []
        self.hollow: list[QRectF] = []
        for hollow, found in zip(marks.hollow, rects, strict=True):
            (self.hollow if hollow else self.filled).extend(found)

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

    def __init__(self, place: LanePlace, places: Places) -> None:
        self._look, self._few = place.lane.look, places.count <= MANY
        self._pitch = places.pitch
        self.blocks: list[Blocks] = []
        self.solid: list[QLineF] = []
        self.links: list[QLineF] = []
        self.symbols: list[tuple[Shape, list[QPointF], list[QPointF]]] = []
        for run in place.lane.runs:
            lines = self.links if run.across_gap else self.solid
            lines.extend(QLineF(one, two) for one, two in pairwise(_points(run.x, run.y, place, places)))
        for marks in place.lane.marks:
            drawn = SHAPES[marks.shape]
            if drawn.rects is not None:
                rects, radius = drawn.rects(marks, places, place), drawn.radius(places.pitch)
                self.blocks.append(Blocks(marks, rects, self._look.colour, radius))
            elif marks.x:
                self.symbols.append(_centres(marks, place, places))

    def paint(self, painter: QPainter) -> None:
        """Paint blocks, links, lines, then symbols."""
        for blocks in self.blocks:
            blocks.paint(painter)
        color, dotted = theme.color(self._look.colour), self._look.dotted
        if self.links:
            thin = QPen(color, 1.2)
            thin.setDashPattern([4.0, 3.0])
            painter.setPen(thin)
            painter.drawLines(self.links)
        if self.solid:
            pen = QPen(color, max(2, theme.px(2)) if self._few else 1)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap if dotted else Qt.PenCapStyle.RoundCap)
            if dotted:
                pen.setDashPattern([1.0, 1.6])
            painter.setPen(pen)
            painter.drawLines(self.solid)
        for shape, filled, hollow in self.symbols:
            self._paint_symbols(painter, shape, filled, hollow, color)

    def _paint_symbols(
        self, painter: QPainter, shape: Shape, filled: list[QPointF], hollow: list[QPointF], color: QColor
    ) -> None:
        """Filled ones have a thin edge of the ground around them, outlined ones are filled with it.

        A shape that is outlined anyway is dashed where others are outlined.
        """
        drawn = SHAPES[shape]
        size = max(3.0, min(theme.px(drawn.size), self._pitch * 0.42))
        surface = theme.color("surface")
        if size < SMALL:
            painter.save()
            if drawn.turned:  # squares on a page that is turned are diamonds
                painter.rotate(45)
                back = QTransform().rotate(-45)
                filled, hollow, size = [*map(back.map, filled)], [*map(back.map, hollow)], size * 0.8
            open_ = filled + hollow if drawn.outlined else hollow
            for centres, wide, ink in ((filled + hollow, size, color), (open_, size - 1.6, surface)):
                if centres:
                    painter.setPen(QPen(ink, wide, Qt.PenStyle.SolidLine, drawn.cap))
                    painter.drawPoints(centres)
            painter.restore()
            return
        around, outline = QPen(surface, 1.5), QPen(color, max(2, theme.px(2)))
        if drawn.outlined:
            around, outline = QPen(outline), QPen(outline)
            outline.setDashPattern([1.6, 1.4])
        assert drawn.symbol is not None, "what has no rectangles has a symbol"
        body = surface if drawn.outlined else color
        for centres, pen, fill in ((filled, around, body), (hollow, outline, surface)):
            if not centres:
                continue
            painter.setPen(pen)
            painter.setBrush(fill)
            path = QPainterPath()
            path.setFillRule(Qt.FillRule.WindingFill)
            for centre in centres:
                drawn.symbol(path, centre, size)
            painter.drawPath(path)


def _centres(marks: MarkRow, place: LanePlace, places: Places) -> tuple[Shape, list[QPointF], list[QPointF]]:
    """Where the symbols of a row stand: the filled and the outlined."""
    points = _points(marks.x, marks.y, place, places)
    pairs = list(zip(points, marks.hollow, strict=True))
    filled = [point for point, open_ in pairs if not open_]
    return marks.shape, filled, [point for point, open_ in pairs if open_]


def _points(x: tuple[float, ...], y: tuple[float, ...], place: LanePlace, places: Places) -> list[QPointF]:
    """Columns and values in pixels of the scene."""
    pitch, left = places.pitch, places.x(0)
    bottom, up = place.plot.bottom(), place.plot.height() / (place.lane.hi - place.lane.lo)
    lo = place.lane.lo
    return [QPointF(left + a * pitch, bottom - (b - lo) * up) for a, b in zip(x, y, strict=True)]
