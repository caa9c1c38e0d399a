"""What settles me, painted: a row for each thing done, with its moments as dots above a bar of what fits."""

from __future__ import annotations

from math import log2

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rewire_app.charts.settling_rows import SettlingPicture, SettlingRow
from rewire_app.ui.charts.selecting import Plot
from rewire_app.ui.widgets.base import box, ground, words
from rewire_app.ui.widgets.theme import theme

NO_PEN = QPen(Qt.PenStyle.NoPen)
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
ABOUT, TICK, DOT = 8, (3, 20), 7
"""Px of the design: how high a bar is, how wide and high its line, and how wide a dot."""
DASHES = 20
"""How far the dashes of what was still going reach, px."""
ROW, STACKED = 73, 98
"""How high a row is, with its name beside its moments and above them, px."""
MOST_BESIDE = 0.42
"""The share of the width that the names may take beside the moments."""
HIGHEST_LEVEL = 3
"""So many dots stand above each other at most; more lie on the highest."""


class SettlingPlot(Plot):
    """Up and Down (or Left and Right) go through the rows; Enter opens their days."""

    opens = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: SettlingPicture | None = None

    @property
    def picture(self) -> SettlingPicture | None:
        """What is painted."""
        return self._picture

    def show_picture(self, picture: SettlingPicture) -> None:
        """Paint `picture`; the first row is chosen."""
        self._picture = picture
        self.setAccessibleName(picture.name)
        self.setAccessibleDescription(picture.summary)
        self.choose(0 if picture.rows else -1)
        self.updateGeometry()
        self.update()

    def count(self) -> int:
        """How many rows there are."""
        return len(self._picture.rows) if self._picture else 0

    def sentence(self, number: int) -> str:
        """What a row says."""
        return self._picture.rows[number].words if self._picture and number >= 0 else ""

    def mark(self, _number: int) -> None:
        """Show which row it is."""
        self.update()

    def at(self, where: QPointF) -> int | None:
        """The row under the mouse."""
        number = int((where.y() - self._top) // self._row_height)
        return number if 0 <= number < self.count() and where.y() >= self._top else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rows stand below each other: Up and Down go through them too."""
        steps = {Qt.Key.Key_Down: Qt.Key.Key_Right, Qt.Key.Key_Up: Qt.Key.Key_Left}
        key = steps.get(Qt.Key(event.key()))
        if key is not None and self.count():
            event = QKeyEvent(event.type(), key, event.modifiers())
        super().keyPressEvent(event)

    # layout

    def heightForWidth(self, width: int) -> int:
        """The axis and all rows."""
        high = ROW if width and self._label_width(width) else STACKED
        return round(self._top) + theme.px(high) * max(1, self.count())

    @property
    def _top(self) -> float:
        return theme.line("tick") + theme.px(14)

    @property
    def _row_height(self) -> int:
        return theme.px(ROW if self._label_width(self.width()) else STACKED)

    def _label_width(self, width: int) -> float:
        """Room for the names beside the moments, px; 0 where they stand above them."""
        if self._picture is None or not self._picture.rows:
            return 0.0
        strong, small = theme.metrics("strong"), theme.metrics("small")
        wide = max(
            max(strong.horizontalAdvance(row.name), small.horizontalAdvance(row.times))
            for row in self._picture.rows
        )
        room = wide + theme.px(32)
        return room if room <= MOST_BESIDE * width else 0.0

    def _across(self) -> tuple[float, float]:
        """Where the axis begins and ends, px."""
        label = self._label_width(self.width())
        return (label or theme.px(22)), self.width() - theme.px(30)

    def _x(self, minutes: float) -> float:
        assert self._picture is not None, "a picture is shown"
        (low, high), (begin, end) = self._picture.across, self._across()
        share = (log2(min(max(minutes, low), high)) - log2(low)) / (log2(high) - log2(low))
        return begin + share * (end - begin)

    # painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint everything."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_on(painter)
        painter.end()

    def paint_on(self, painter: QPainter) -> None:
        """Paint the picture from (0, 0) at its own size."""
        picture = self._picture
        if picture is None or not picture.rows:
            return
        bottom = self._top + self._row_height * len(picture.rows)
        if self.shown >= 0:
            self._paint_chosen(painter, self._top + self._row_height * self.shown)
        high = theme.line("tick")
        for tick in picture.ticks:
            x = round(self._x(tick.y))
            painter.fillRect(QRectF(x, self._top - theme.px(4), 1, bottom - self._top), theme.color("line"))
            words(painter, QRectF(x - 40, 0, 80, high), "tick", "ink2", tick.text)
        for number, row in enumerate(picture.rows):
            self._paint_row(painter, row, self._top + self._row_height * number)

    def _paint_chosen(self, painter: QPainter, y: float) -> None:
        place = QRectF(0, y, self.width(), self._row_height - theme.px(4))
        ground(painter, place, theme.px(10))
        inset = theme.px(12)
        box(painter, QRectF(0, y + inset, 3, place.height() - 2 * inset), 1, theme.color("primary"))

    def _paint_row(self, painter: QPainter, row: SettlingRow, y: float) -> None:
        label = self._label_width(self.width())
        pad = theme.px(10)
        wide = (label or self.width()) - pad - theme.px(8)
        strong, small = theme.line("strong"), theme.line("small")
        name = theme.metrics("strong").elidedText(row.name, Qt.TextElideMode.ElideRight, round(wide))
        if label:
            top = y + theme.px(9)
            words(painter, QRectF(pad, top, wide, strong), "strong", "ink", name, align=LEFT)
            words(painter, QRectF(pad, top + strong, wide, small), "small", "ink2", row.times, align=LEFT)
        else:
            words(painter, QRectF(pad, y + theme.px(5), wide, strong), "strong", "ink", name, align=LEFT)
            after = theme.metrics("strong").horizontalAdvance(name) + theme.px(10)
            times = QRectF(pad + after, y + theme.px(5), max(0.0, wide - after), strong)
            words(painter, times, "small", "ink2", row.times, align=LEFT)
        below = y + self._row_height - theme.px(30)
        self._paint_dots(painter, row, below - theme.px(23))
        self._paint_about(painter, row, below)

    def _paint_dots(self, painter: QPainter, row: SettlingRow, y: float) -> None:
        for dot in row.dots:
            at = QPointF(self._x(dot.minutes), y - min(dot.level, HIGHEST_LEVEL) * (theme.px(DOT) + 1))
            end = min(at.x() + theme.px(DASHES), self.width() - 1.0)
            paint_dot(painter, at, going=dot.going, end=end)

    def _paint_about(self, painter: QPainter, row: SettlingRow, y: float) -> None:
        paint_about(painter, y, self._x(row.low), self._x(row.high), self._x(row.minutes))


def paint_dot(painter: QPainter, at: QPointF, *, going: bool, end: float) -> None:
    """Paint a moment; one that was still going is a ring with dashes up to the px `end`."""
    reach = theme.px(DOT) / 2
    if not going:
        painter.setPen(NO_PEN)
        painter.setBrush(theme.color("ink2"))
        painter.drawEllipse(at, reach, reach)
        return
    dashes = QPen(theme.color("ink2"), 1.5, Qt.PenStyle.CustomDashLine)
    dashes.setDashPattern([2, 2])
    painter.setPen(dashes)
    painter.drawLine(QPointF(at.x() + reach, at.y()), QPointF(end, at.y()))
    painter.setPen(QPen(theme.color("ink2"), 1.5))
    painter.setBrush(theme.color("surface"))
    painter.drawEllipse(at, reach, reach)


def paint_about(painter: QPainter, y: float, begin: float, end: float, middle: float) -> None:
    """Paint a bar around the height `y` from `begin` to `end`, and its line at `middle`, all px."""
    high, (wide, tall) = theme.px(ABOUT), TICK
    box(painter, QRectF(begin, y - high / 2, max(end - begin, high), high), high / 2, theme.color("primary"))
    painter.fillRect(
        QRectF(middle - wide / 2, y - theme.px(tall) / 2, wide, theme.px(tall)), theme.color("ink")
    )
