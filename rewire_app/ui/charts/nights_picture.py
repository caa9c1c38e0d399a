"""How the nights from noon to noon look: rows, weekends, bars with the time awake, and the middles."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from rewire_app.charts.nights_raster import DAY, NOON, NotedNight, Raster, RasterRow, pieces
from rewire_app.domain.day_words import minutes_words
from rewire_app.i18n import _
from rewire_app.ui.widgets.base import ground, words
from rewire_app.ui.widgets.theme import theme

ROW, BAR = 14.6, 9.6
"""How high a row and the bar in it are, px of the design."""
GAP = 8
MARKED = 3
"""How wide the band beside a night with a context mark is, px."""
HOURS = (0, 6, 12, 18, 24)
"""Hours from noon at which there is a line with a label; one without lies between each two."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def raster_height(rows: int) -> int:
    """How high the picture is at the present text size, px."""
    line = theme.line("tick")
    return round(2 * (line + theme.px(GAP)) + rows * _row_height()) + 2


def _row_height() -> float:
    return max(theme.px(100) * ROW / 100, 6.0)


class NightsPicture:
    """The picture of some nights for one width, painted as often as the choice changes."""

    def __init__(self, raster: Raster, width: int) -> None:
        self.raster, self.width = raster, width
        labels = [row.label for row in raster.rows]
        metrics = theme.metrics("tick")
        self.left = max(map(metrics.horizontalAdvance, labels), default=0) + theme.px(12)
        self.top = theme.line("tick") + theme.px(GAP)
        self.row_height = _row_height()

    def row_at(self, y: float) -> int | None:
        """The row at `y` px, None above and below."""
        number = int((y - self.top) // self.row_height)
        return number if 0 <= number < len(self.raster.rows) else None

    def _x(self, minutes: float) -> float:
        return self.left + minutes / DAY * (self.width - self.left - theme.px(6))

    def _place(self, number: int) -> QRectF:
        """The whole row, from noon to noon."""
        y = self.top + number * self.row_height
        return QRectF(self._x(0), y, self._x(DAY) - self._x(0), self.row_height)

    def paint(self, painter: QPainter) -> None:
        """Paint everything but the frame around the chosen row."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, row in enumerate(self.raster.rows):
            if row.weekend:
                ground(painter, self._place(number), 0)
        self._paint_axis(painter)
        for number, row in enumerate(self.raster.rows):
            self._paint_row(painter, number, row)
            if (number % 7) == 0:
                label = QRectF(0, self._place(number).center().y() - theme.line("tick") / 2, self.left, 0)
                label.setHeight(theme.line("tick"))
                words(painter, label, "tick", "ink2", row.label, align=LEFT)

    def frame(self, painter: QPainter, shown: int) -> None:
        """Paint a frame around the row that is looked at."""
        if not 0 <= shown < len(self.raster.rows):
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("ink"), 2))
        painter.drawRoundedRect(self._place(shown).adjusted(-3, -2, 3, 2), theme.px(5), theme.px(5))

    def _paint_axis(self, painter: QPainter) -> None:
        bottom = self.top + len(self.raster.rows) * self.row_height
        for hour in range(0, 25, 3):
            x = round(self._x(hour * 60)) + 0.5
            pen = QPen(theme.color("line"), 1)
            if hour == 12:  # midnight
                pen = QPen(theme.color("edge"), 1, Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.drawLine(round(x), self.top, round(x), round(bottom))
        spoken = {0: _("noon"), 12: _("midnight"), 24: _("noon")}
        for hour in HOURS:
            clock = minutes_words(hour * 60 - NOON)
            self._label(painter, hour, 0.0, clock)
            self._label(painter, hour, bottom + theme.px(GAP), spoken.get(hour, clock))

    def _label(self, painter: QPainter, hour: int, y: float, text: str) -> None:
        wide = theme.metrics("tick").horizontalAdvance(text)
        x = self._x(hour * 60) - wide / 2
        x = max(self._x(0) if hour == 0 else 0.0, min(self.width - wide, x))
        words(painter, QRectF(x, y, wide, theme.line("tick")), "tick", "ink2", text)

    def _paint_row(self, painter: QPainter, number: int, row: RasterRow) -> None:
        place = self._place(number)
        painter.setPen(Qt.PenStyle.NoPen)
        if row.marked:
            side = QRectF(place.right() + 2, place.top(), MARKED, place.height())
            painter.fillRect(side, theme.color("ink2"))
        if row.night is None:
            painter.setBrush(theme.color("edge"))
            painter.drawEllipse(QRectF(self._x(900) - 1.5, place.center().y() - 1.5, 3, 3))
            return
        self._paint_night(painter, place, row.night)

    def _paint_night(self, painter: QPainter, place: QRectF, night: NotedNight) -> None:
        high = min(place.height() - 2, theme.px(100) * BAR / 100)
        for first, last in pieces(night.bed, night.up):
            lying = self._bar(place, first, last, high)
            painter.setPen(QPen(theme.color("indigo"), 1))
            painter.setBrush(theme.color("indigoSoft"))
            painter.drawRoundedRect(lying.adjusted(0.5, 0.5, -0.5, -0.5), high / 2, high / 2)
        for first, last in pieces(night.asleep, night.wake):
            painter.fillRect(self._bar(place, first, last, high), theme.color("indigo"))
        for start, end in night.awake:
            for first, last in pieces(start, end):
                gap = self._bar(place, first, last, high)
                painter.fillRect(gap.adjusted(0, 1, 0, -1), theme.color("indigoSoft"))
                if gap.width() > 4:
                    painter.fillRect(
                        QRectF(gap.center().x() - 0.75, gap.top() + 2, 1.5, high - 4), theme.color("indigo")
                    )
        middle = self._x((night.middle + NOON) % DAY)
        tick = QRectF(middle - 1, place.center().y() - high / 4, 2, high / 2)
        painter.fillRect(tick.adjusted(-1, -1, 1, 1), theme.color("indigo"))
        painter.fillRect(tick, theme.color("surface"))

    def _bar(self, place: QRectF, first: float, last: float, high: float) -> QRectF:
        x = self._x(first)
        return QRectF(x, place.center().y() - high / 2, max(1.0, self._x(last) - x), high)
