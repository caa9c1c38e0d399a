"""The months of a pattern, painted: blocks for each path side by side, and below them minutes until calm."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rewire_app.charts.pattern_months import MonthColumn, PatternMonths
from rewire_app.i18n import _
from rewire_app.insight.pattern_paths import LONG_MIN
from rewire_app.ui.charts.selecting import Plot
from rewire_app.ui.charts.two_paths import paint_block, paint_minutes
from rewire_app.ui.widgets.base import ground, words
from rewire_app.ui.widgets.theme import theme

UNIT, HIGHEST, MINUTES = 13, 208, 72
"""Px of the design: how high a block is with its gap, the lane of counts at most, and that of minutes."""
HEAD, FOOT, ABOVE = 58, 26, 10
"""Px of the design: the words between the lanes, the names of the months, and the room above."""
BLOCK, BESIDE, GAP = 24, 30, 3
"""Px of the design: how wide a block is, how far both columns of a month stand apart, and between blocks."""
LOWEST = 4
"""Blocks lower than this, px, are one bar."""
LEFT_EDGE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT_EDGE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PatternMonthsPlot(Plot):
    """Left and Right go through the months."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: PatternMonths | None = None

    def show_picture(self, picture: PatternMonths) -> None:
        """Paint `picture`; no month is chosen at first."""
        self._picture = picture
        self.setAccessibleName(picture.name)
        self.setAccessibleDescription(picture.summary or picture.sentence)
        self.choose(-1)
        self.updateGeometry()
        self.update()

    def count(self) -> int:
        """How many months there are."""
        return len(self._picture.columns) if self._picture else 0

    def sentence(self, number: int) -> str:
        """What a month says."""
        return self._picture.columns[number].words if self._picture and number >= 0 else ""

    def mark(self, _number: int) -> None:
        """Show which month it is."""
        self.update()

    def at(self, where: QPointF) -> int | None:
        """The month under the mouse."""
        number = int((where.x() - self._begin) // self._pitch) if self.count() else -1
        return number if 0 <= number < self.count() else None

    # layout

    def heightForWidth(self, _width: int) -> int:
        """Both lanes, or one where no minutes are known."""
        lanes = _counts_high(self._picture.top if self._picture else 1) + (
            HEAD + MINUTES if self._picture and self._picture.has_minutes else 0
        )
        return theme.px(ABOVE + lanes + FOOT)

    @property
    def _begin(self) -> float:
        return float(theme.metrics("tick").horizontalAdvance(_("{n} min").format(n=0)) + theme.px(12))

    @property
    def _pitch(self) -> float:
        return (self.width() - self._begin) / max(1, self.count())

    def _middle(self, number: int) -> float:
        return self._begin + self._pitch * (number + 0.5)

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
        if picture is None:
            return
        if self.shown >= 0:
            self._paint_chosen(painter)
        high = theme.px(_counts_high(picture.top))
        floor = float(theme.px(ABOVE) + high)
        for tick in picture.ticks:
            self._paint_tick(painter, floor - high * tick.y / picture.top, tick.text)
        for number, column in enumerate(picture.columns):
            room = QRectF(self._begin + self._pitch * number, floor - high, self._pitch, high)
            _paint_blocks(painter, column, room, picture.top)
            self._paint_name(painter, column, number)
        if picture.has_minutes:
            self._paint_minutes(painter, picture, floor + theme.px(HEAD))

    def _paint_chosen(self, painter: QPainter) -> None:
        left = self._begin + self._pitch * self.shown
        band = QRectF(left, 0, self._pitch, self.height())
        ground(painter, band, theme.px(8))
        painter.fillRect(QRectF(left, theme.px(8), 3, band.height() - theme.px(16)), theme.color("primary"))

    def _paint_tick(self, painter: QPainter, y: float, text: str) -> None:
        painter.fillRect(QRectF(self._begin, round(y), self.width() - self._begin, 1), theme.color("line"))
        high = theme.line("tick")
        words(
            painter,
            QRectF(0, y - high / 2, self._begin - theme.px(8), high),
            "tick",
            "ink2",
            text,
            align=RIGHT_EDGE,
        )

    def _paint_name(self, painter: QPainter, column: MonthColumn, number: int) -> None:
        role = "tick_strong" if column.under_way else "tick"
        fits = theme.metrics(role).horizontalAdvance(column.label) < self._pitch - theme.px(4)
        step = 1 if fits or self._pitch > theme.px(40) else 2
        if (self.count() - 1 - number) % step:
            return
        label = theme.metrics(role).elidedText(
            column.label, Qt.TextElideMode.ElideRight, int(self._pitch * step)
        )
        top = self.height() - theme.px(FOOT)
        room = QRectF(self._middle(number) - self._pitch * step / 2, top, self._pitch * step, theme.px(FOOT))
        words(painter, room, role, "ink" if column.under_way else "ink2", label)

    def _paint_minutes(self, painter: QPainter, picture: PatternMonths, top: float) -> None:
        floor = top + theme.px(MINUTES)
        head = QRectF(0, top - theme.px(HEAD - 20), self.width(), theme.line("tick"))
        told = _("Minutes to calm, the middle one of each month")
        told = theme.metrics("tick_strong").elidedText(told, Qt.TextElideMode.ElideRight, self.width())
        words(painter, head, "tick_strong", "ink", told, align=LEFT_EDGE)
        for minutes in (0, LONG_MIN // 2, LONG_MIN):
            text = str(minutes) if minutes else _("{n} min").format(n=0)
            self._paint_tick(painter, floor - theme.px(MINUTES) * minutes / LONG_MIN, text)
        apart = min(theme.px(BESIDE), self._pitch / 2) / 2
        for number, column in enumerate(picture.columns):
            middle = self._middle(number)
            marks = ((column.new_minutes, middle - apart, True), (column.old_minutes, middle + apart, False))
            for mark, x, new in marks:
                if mark is not None:
                    y = floor - theme.px(MINUTES) * mark.at / LONG_MIN
                    paint_minutes(painter, QPointF(x, y), new=new, open_end=mark.open)


def _counts_high(top: int) -> int:
    """How high the lane of counts is up to `top`, px of the design."""
    return min(HIGHEST, UNIT * top)


def _paint_blocks(painter: QPainter, column: MonthColumn, room: QRectF, top: int) -> None:
    """Paint how often each path came into the `room` of a month, which is `top` blocks high."""
    unit = room.height() / top
    wide = min(theme.px(BLOCK), room.width() / 2 - theme.px(4))
    apart = min(theme.px(BESIDE), room.width() / 2) / 2
    gap = min(theme.px(GAP), unit / 3)
    for times, middle, new in (
        (column.new, room.center().x() - apart, True),
        (column.old, room.center().x() + apart, False),
    ):
        if times and unit - gap < LOWEST:
            bar = QRectF(middle - wide / 2, room.bottom() - unit * times, wide, unit * times)
            paint_block(painter, bar, new=new)
            continue
        for block in range(times):
            y = room.bottom() - unit * (block + 1) + gap
            paint_block(painter, QRectF(middle - wide / 2, y, wide, unit - gap), new=new)
