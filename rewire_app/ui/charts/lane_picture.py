"""How the stacked lanes look: titles, grid, ticks, flags, labels, the chosen column, and every lane's ink."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF, QRegion

from rewire_app.ui.charts.lane_ink import LaneInk
from rewire_app.ui.charts.lane_places import Flag, flags, row_height
from rewire_app.ui.charts.number_marks import number_marks, paint_lines, paint_marks, paint_spans
from rewire_app.ui.charts.shapes import sign
from rewire_app.ui.widgets.base import box, words
from rewire_app.ui.widgets.theme import theme

if TYPE_CHECKING:
    from rewire_app.charts.spec import Lanes
    from rewire_app.ui.charts.lane_places import LanePlace, Places

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

RING = 1.5
"""How thick the ring around the chosen column is, px."""
LEAST_BAND = 9.0
"""Width in px that the ring around a narrow column still has."""


class LanePicture:
    """The lanes for one width, laid out once and painted as often as the choice changes.

    flags: as they are painted. ink: marks and lines of each lane, in the order of `places.lanes`.
    """

    def __init__(self, lanes: Lanes, places: Places) -> None:
        self.lanes, self.places = lanes, places
        self.flags = (number_marks if lanes.little is None else flags)(lanes, places)
        self.ink = tuple(LaneInk(place, places) for place in places.lanes)

    def paint(self, painter: QPainter, selected: int, span: tuple[int, int] | None = None) -> None:
        """Paint from the back to the front; a ring around a column, or a field over the columns of `span`."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plain = self.lanes.little is not None
        if not plain:
            paint_spans(painter, self.lanes, self.places)
        for place in self.places.lanes:
            if span is not None:
                self._paint_span(painter, place, *span)
            self._paint_grid(painter, place, plain=plain)
            self._paint_title(painter, place)
        paint_lines(painter, self.lanes, self.places, self.flags)
        if plain:
            paint_flags(painter, self.places, self.flags)
        else:
            paint_marks(painter, self.lanes, self.places, self.flags)
        self._paint_labels(painter, selected)
        for ink in self.ink:
            ink.paint(painter)
        if selected >= 0 and span is None and not plain:
            for place in self.places.lanes:
                self._paint_ring(painter, place, selected)

    def _paint_ring(self, painter: QPainter, place: LanePlace, column: int) -> None:
        painter.setPen(QPen(theme.color("ink"), RING))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        corner = theme.px(6)
        painter.drawRoundedRect(self._band(place, column).adjusted(1, 1, -1, -1), corner, corner)

    def marked(self, column: int) -> QRegion:
        """What looks different while `column` is selected."""
        line, places = theme.line("tick"), self.places
        short = self.lanes.buckets[column].short if 0 <= column < len(self.lanes.buckets) else ""
        label = self._label_rect("tick_strong", column, short)
        aside = 2 * label.width() + theme.px(16)  # labels beside it give way, and others may then appear
        region = QRegion(label.adjusted(-aside, -line, aside, line).toAlignedRect())
        for place in places.lanes:
            region += self._band(place, column).adjusted(-1, -1, 1, 1).toAlignedRect()
        return region

    def _band(self, place: LanePlace, column: int) -> QRectF:
        wide = max(self.places.pitch, LEAST_BAND)
        return place.band(self.places.x(column) - wide / 2, wide)

    def _paint_span(self, painter: QPainter, place: LanePlace, first: int, last: int) -> None:
        left = self.places.x(first) - self.places.pitch / 2
        field = place.band(left, (last - first + 1) * self.places.pitch)
        box(painter, field, theme.px(6), theme.color("primarySoft"), theme.color("primaryLine"))

    def _paint_grid(self, painter: QPainter, place: LanePlace, *, plain: bool) -> None:
        """Hairlines on whole pixels, with their values at the left; while there is little, the floor only."""
        lane, color = place.lane, theme.color("line")
        values = [(tick.y, tick.text) for tick in lane.ticks if not plain] or [(lane.lo, "")]
        for value, text in values:
            y = round(place.y(value))
            painter.fillRect(QRectF(round(place.plot.left()), y, round(place.plot.width()), 1), color)
            if text:
                height = theme.line("tick")
                rect = QRectF(0, y - height / 2 + 0.5, place.plot.left() - theme.px(10), height)
                words(painter, rect, "tick", "ink2", text, align=RIGHT)

    def _paint_title(self, painter: QPainter, place: LanePlace) -> None:
        lane, y, height = place.lane, place.title_y, theme.line("second")
        sign(painter, QPointF(place.title_x - theme.px(14), y), lane.look)
        room = QRectF(place.title_x, y - height / 2, self.places.width - place.title_x, height)
        words(painter, room, "second_strong", "ink", lane.title, align=LEFT)
        if not place.lines:
            beside = theme.metrics("second_strong").horizontalAdvance(lane.title) + theme.px(8)
            words(painter, room.adjusted(beside, 0, 0, 0), "small", "ink2", lane.what, align=LEFT)
            return
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("ink2"))
        below = QRectF(place.title_x, room.bottom(), room.width(), place.lines * theme.line("small"))
        painter.drawText(below, int(Qt.TextFlag.TextWordWrap), lane.what)

    def _paint_labels(self, painter: QPainter, selected: int) -> None:
        """Labels under the columns; the selected one in bold, before any that it would touch."""
        lanes = self.lanes
        chosen: QRectF | None = None
        if 0 <= selected < len(lanes.buckets):
            text = lanes.buckets[selected].short
            if lanes.little is not None:
                text = next((one.text for one in lanes.labels if one.x == selected), text)
            chosen = self._label_rect("tick_strong", selected, text)
            words(painter, chosen, "tick_strong", "ink", text)
        last = -1e9
        for label in lanes.labels:
            rect = self._label_rect("tick", label.x, label.text)
            gap = theme.px(8)
            if rect.left() < last + gap or (
                chosen is not None and rect.adjusted(-gap, 0, gap, 0).intersects(chosen)
            ):
                continue
            words(painter, rect, "tick", "ink2", label.text)
            last = rect.right()

    def _label_rect(self, role: str, column: float, text: str) -> QRectF:
        places = self.places
        wide, high = theme.metrics(role).horizontalAdvance(text), theme.line("tick")
        left = min(max(0.0, places.x(column) - wide / 2), places.width - wide)
        return QRectF(left, places.labels_y - high / 2, wide, high)


def paint_flags(painter: QPainter, places: Places, shown: tuple[Flag, ...]) -> None:
    """Paint the flags of the first days with their words."""
    if places.flags_y is None:
        return
    high = theme.line("small")
    for each in shown:
        y = places.flags_y + each.row * row_height()
        flag(painter, QPointF(each.x, y))
        if each.text:
            room = QRectF(each.left, y - high / 2, each.width, high)
            words(painter, room, "small", "ink2", each.text, align=LEFT)


def flag(painter: QPainter, at: QPointF) -> None:
    """A small flag; its pole stands at `at`."""
    up, wide = theme.px(7), theme.px(9)
    painter.setPen(QPen(theme.color("ink2"), 1.5))
    painter.drawLine(QPointF(at.x(), at.y() - up), QPointF(at.x(), at.y() + up + 1))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("ink2"))
    top = at.y() - up
    painter.drawPolygon(
        QPolygonF(
            [
                QPointF(at.x(), top),
                QPointF(at.x() + wide, top),
                QPointF(at.x() + wide - theme.px(3), top + theme.px(4)),
                QPointF(at.x() + wide, top + theme.px(8)),
                QPointF(at.x(), top + theme.px(8)),
            ]
        )
    )
