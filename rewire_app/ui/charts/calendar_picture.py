"""The calendar of practice: a square a day, larger for more minutes, in rows of fourteen weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from rewire_app.domain.day_words import weekday_letters
from rewire_app.i18n import _
from rewire_app.ui.charts.selecting import SelectingPlot
from rewire_app.ui.widgets.base import NO_PEN, Painted, box, fixed_height, words
from rewire_app.ui.widgets.theme import theme

if TYPE_CHECKING:
    from rewire_app.charts.calendar import Calendar

SIDES = (1.8, 5.5, 9.0, 12.5)
RADII = (0.9, 1.5, 2.5, 3.0)
PITCH = 15
WEEKS = 14
ROWS = 4
"""Rows of weeks at most; longer stretches show the newest."""
ROW_HIGH = 7 * PITCH + 28
LEFT = 28


def square(painter: QPainter, middle: QPointF, size: int) -> None:
    """Paint one day of size class `size`."""
    side = theme.px(SIDES[size] * 4) / 4
    rect = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
    box(painter, rect, RADII[size], theme.color("primary" if size else "edge"))


class CalendarPicture(SelectingPlot):
    """The squares; arrows move by day and by week, and the day is said below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calendar: Calendar | None = None
        fixed_height(self)
        self.setAccessibleName(_("Calendar of practice"))

    def show_calendar(self, calendar: Calendar) -> None:
        """Paint another stretch; the newest day is chosen."""
        self._calendar = calendar
        self.setAccessibleDescription(calendar.summary)
        self.updateGeometry()
        self.update()
        self.choose(len(calendar.minutes) - 1)

    @property
    def weeks(self) -> tuple[int, int]:
        """The first week that is shown, and how many are."""
        if self._calendar is None or not self._calendar.minutes:
            return 0, 0
        whole = self._calendar.place(len(self._calendar.minutes) - 1)[0] + 1
        shown = min(whole, ROWS * WEEKS)
        return whole - shown, shown

    def restyle(self) -> None:
        """Take over new sizes."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As many rows of weeks as are needed."""
        rows = -(-self.weeks[1] // WEEKS)
        return QSize(theme.px(LEFT + WEEKS * PITCH), max(1, rows) * theme.px(ROW_HIGH))

    def minimumSizeHint(self) -> QSize:
        """All of it."""
        return self.sizeHint()

    def count(self) -> int:
        """How many days there are."""
        return len(self._calendar.minutes) if self._calendar else 0

    def sentence(self, number: int) -> str:
        """What is said about a day."""
        return self._calendar.words(number) if self._calendar and number >= 0 else ""

    def at(self, where: QPointF) -> int | None:
        """The day under the mouse."""
        if self._calendar is None:
            return None
        first, shown = self.weeks
        row = int(where.y() // theme.px(ROW_HIGH))
        down = int((where.y() - row * theme.px(ROW_HIGH) - theme.px(22)) // theme.px(PITCH))
        across = int((where.x() - theme.px(LEFT)) // theme.px(PITCH))
        if not (0 <= down < 7 and 0 <= across < WEEKS and row * WEEKS + across < shown):
            return None
        week = first + row * WEEKS + across
        start = self._calendar.place(0)[1]
        number = week * 7 + down - start
        return number if 0 <= number < self.count() else None

    def mark(self, _number: int) -> None:
        """Move the ring."""
        self.update()

    def _middle(self, week: int, day: int) -> QPointF:
        row, across = divmod(week, WEEKS)
        x = theme.px(LEFT) + (across + 0.5) * theme.px(PITCH)
        return QPointF(x, row * theme.px(ROW_HIGH) + theme.px(22) + (day + 0.5) * theme.px(PITCH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint letters, months and days."""
        calendar = self._calendar
        if calendar is None or not calendar.minutes:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first, shown = self.weeks
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        letters = [letter if day % 2 == 0 else "" for day, letter in enumerate(weekday_letters())]
        for week in range(0, shown, WEEKS):
            for day, letter in enumerate(letters):
                y = self._middle(week, day).y()
                rect = QRectF(theme.px(2), y - theme.px(8), theme.px(20), theme.px(16))
                words(painter, rect, "tick", "ink2", letter, align=left)
        for label in calendar.months:
            if label.x >= first:
                middle = self._middle(int(label.x) - first, 0)
                rect = QRectF(middle.x() - theme.px(6), middle.y() - theme.px(28), theme.px(40), theme.px(16))
                words(painter, rect, "tick", "ink2", label.text, align=left)
        start = calendar.place(0)[1]
        self._paint_days(painter, first, start)
        if self.hasFocus() or self.underMouse():
            self._paint_ring(painter, first, start)
        painter.end()

    def _paint_days(self, painter: QPainter, first: int, start: int) -> None:
        """All days of one size in one go."""
        assert self._calendar is not None
        left, pitch, high = theme.px(LEFT), theme.px(PITCH), theme.px(ROW_HIGH)
        top = theme.px(22) + pitch / 2
        paths = [QPainterPath() for _size in SIDES]
        sides = [theme.px(side * 4) / 4 for side in SIDES]
        for number in range(max(0, first * 7 - start), len(self._calendar.sizes)):
            size = self._calendar.sizes[number]
            if size >= 0:
                week, day = divmod(number + start, 7)
                row, across = divmod(week - first, WEEKS)
                side = sides[size]
                x = left + (across + 0.5) * pitch - side / 2
                y = row * high + top + day * pitch - side / 2
                paths[size].addRoundedRect(x, y, side, side, RADII[size], RADII[size])
        for number in self._calendar.marked:
            week, day = divmod(number + start, 7)
            if week >= first:
                middle = self._middle(week - first, day)
                line = QRectF(middle.x() - pitch / 2 + 2, middle.y() + pitch / 2 - 2, pitch - 4, 2)
                painter.fillRect(line, theme.color("ink2"))
        painter.setPen(NO_PEN)
        for size, path in enumerate(paths):
            painter.setBrush(theme.color("primary" if size else "edge"))
            painter.drawPath(path)

    def _paint_ring(self, painter: QPainter, first: int, start: int) -> None:
        week, day = divmod(self.shown + start, 7)
        if self.shown < 0 or week < first:
            return
        side = theme.px(PITCH)
        middle = self._middle(week - first, day)
        rect = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        box(painter, rect, 4, None, theme.color("ink"), width=1)


class SizeKey(Painted):
    """What the sizes stand for."""

    spoken = "Graphic"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        fixed_height(self)
        self._texts: tuple[str, ...] = ()

    def set_texts(self, texts: tuple[str, ...]) -> None:
        """The words for each size, smallest first."""
        self._texts = texts
        self.setAccessibleName(", ".join(texts))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(theme.px(238), theme.line("small"))

    def minimumSizeHint(self) -> QSize:
        """One line."""
        return QSize(theme.px(100), theme.line("small"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint squares and words, spread over the width."""
        painter = self.painter()
        metrics, gap = theme.metrics("tick"), theme.px(6)
        wide = [
            theme.px(SIDES[size]) + gap + metrics.horizontalAdvance(text)
            for size, text in enumerate(self._texts)
        ]
        spare = (self.width() - theme.px(6) - sum(wide)) / max(1, len(wide) - 1)
        x, y = float(theme.px(6)), self.height() / 2
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for size, text in enumerate(self._texts):
            side = theme.px(SIDES[size])
            square(painter, QPointF(x + side / 2, y), size)
            rect = QRectF(x + side + gap, 0, wide[size], self.height())
            words(painter, rect, "tick", "ink2", text, align=left)
            x += wide[size] + min(spare, theme.px(14))
        painter.end()
