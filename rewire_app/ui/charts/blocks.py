"""Marks with an extent of their own: stacked blocks, bars and dashes, as one item for a whole lane."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from rewire_app.ui.widgets.base import NO_PEN, box
from rewire_app.ui.widgets.theme import RADIUS_BLOCK, theme

if TYPE_CHECKING:
    from rewire_app.charts.spec import MarkRow
    from rewire_app.ui.charts.lane_places import LanePlace, Places

BLOCK_WIDE, BLOCK_HIGH, DASH_WIDE, DASH_HIGH, GAP = 22, 12, 26, 5, 3
NARROW = 16
"""Columns narrower than this, px, have lower dashes and less round blocks."""


class Blocks(QGraphicsItem):
    """The blocks, bars or dashes of one lane, in pixels of the scene; hollow ones are outlined."""

    def __init__(self, marks: MarkRow, places: Places, place: LanePlace, role: str) -> None:
        super().__init__()
        self._role = role
        self._solid: list[QRectF] = []
        self._hollow: list[QRectF] = []
        for hollow, found in zip(marks.hollow, _rects(marks, places, place), strict=True):
            (self._hollow if hollow else self._solid).extend(found)
        dashes = marks.shape == "dashes"
        narrow = places.pitch < NARROW
        self._radius = theme.px(DASH_HIGH) / 2 if dashes else 1.5 if narrow else theme.px(RADIUS_BLOCK)
        reach = theme.px(DASH_HIGH)
        self._bounds = place.plot.adjusted(-reach, -reach, reach, reach)

    def boundingRect(self) -> QRectF:
        """The lane, with room for dashes on its edges."""
        return self._bounds

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Paint the solid ones, then the hollow ones."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color: QColor = theme.color(self._role)
        if self._solid and self._solid[0].width() < 4:
            painter.setPen(NO_PEN)
            painter.setBrush(color)
            painter.drawRects(self._solid)
        else:
            for rect in self._solid:
                box(painter, rect, self._radius, color)
        for rect in self._hollow:
            box(
                painter,
                rect,
                self._radius,
                theme.color("surface"),
                color,
                width=2 if rect.height() > 6 else 1,
            )


def _rects(marks: MarkRow, places: Places, place: LanePlace) -> Iterator[list[QRectF]]:
    """The rectangles of every mark: one, none or several."""
    across = [places.x(x) for x in marks.x]
    if marks.shape == "dashes":
        wide = _fit(DASH_WIDE, places.pitch, 0.68)
        high = float(theme.px(DASH_HIGH)) if places.pitch >= NARROW else 3.0
        for x, value in zip(across, marks.y, strict=True):
            yield [QRectF(x - wide / 2, place.y(value) - high / 2, wide, high)]
        return
    wide, floor = _fit(BLOCK_WIDE, places.pitch, 0.57), place.plot.bottom()
    lefts = [round(x - wide / 2) if wide >= 4 else x - wide / 2 for x in across]
    if marks.shape == "bars":
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
