"""The month, painted: six weeks of days with the marks of what was noted; one Tab stop, arrows inside."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rewire_app.domain.day_words import months, short_weekdays
from rewire_app.i18n import _
from rewire_app.reports.month import WEEKS, Month, cell_words, clamped, turned
from rewire_app.ui.base.keys import pressed
from rewire_app.ui.charts.day_marks import MARKS, draw_marks
from rewire_app.ui.widgets.base import Painted, announce, box, tell, words
from rewire_app.ui.widgets.theme import RADIUS_CONTROL, theme

CELL, HIGH, GAP, HEAD = 86, 84, 6, 30
"""Px of the design: across and down a cell, between cells, and above them for the days of the week."""
LEAST = 40
INSET = 11
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
END = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class MonthCells(Painted):
    """`chose(date)`: another day is chosen. `opened(date)`: open it. `asked()`: a date is to be typed.

    `reached(QRect)`: the keys stand there now.
    """

    spoken = "Chart"
    chose = Signal(object)
    opened = Signal(object)
    asked = Signal()
    reached = Signal(QRect)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._month: Month | None = None
        self._day = date.min
        self._over: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_month(self, month: Month, day: date) -> None:
        """Show `month` with `day` chosen."""
        self._month, self._day = month, day
        self.setAccessibleName(month_title(month.first))
        tell(self, cell_words(month, day))
        self.update()

    @property
    def day(self) -> date:
        """The day that is chosen."""
        return self._day

    # where things are

    def hasHeightForWidth(self) -> bool:
        """Narrow cells are lower, too."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The days of the week and six rows."""
        return theme.px(HEAD) + WEEKS * self._high(width) + (WEEKS - 1) * theme.px(GAP)

    def sizeHint(self) -> QSize:
        """Seven cells across, and as high as they are."""
        wide = 7 * theme.px(CELL) + 6 * theme.px(GAP)
        return QSize(wide, self.heightForWidth(self.width() or wide))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for any page."""
        return QSize(7 * theme.px(LEAST), self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A layout that asked for the height before the width was known asks again."""
        super().resizeEvent(event)
        wide = self.width()
        if wide != event.oldSize().width() and self.heightForWidth(wide) != self.height():
            self.updateGeometry()

    def _wide(self, width: int) -> float:
        return max(1.0, (width - 6 * theme.px(GAP)) / 7)

    def _high(self, width: int) -> int:
        """As high as in the design, unless a cell is much narrower."""
        least = theme.line("body") + theme.px(36)
        return max(least, min(theme.px(HIGH), round(self._wide(width) * HIGH / CELL)))

    def cell(self, number: int) -> QRectF:
        """Where the cell `number` lies, counted by rows from the first day that is shown."""
        row, column = divmod(number, 7)
        if self.mirrored:
            column = 6 - column
        wide, high, gap = self._wide(self.width()), self._high(self.width()), theme.px(GAP)
        return QRectF(column * (wide + gap), theme.px(HEAD) + row * (high + gap), wide, high)

    def day_at(self, where: QPointF) -> date | None:
        """The day under the mouse."""
        cells = range(7 * WEEKS) if self._month is not None else ()
        found = next((number for number in cells if self.cell(number).contains(where)), None)
        return None if found is None else self._shown(found)

    def _shown(self, number: int) -> date:
        assert self._month is not None, "no month is shown"
        return clamped(self._month.begin, number)

    # keys and mouse

    def choose(self, day: date) -> None:
        """Choose `day`, which may lie in another month."""
        self._over = None
        self.chose.emit(day)
        if self._month is not None:
            announce(self, cell_words(self._month, self._day))
            number = (self._day - self._month.begin).days
            self.reached.emit(self.cell(number).toAlignedRect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go by day and week, Page Up and Down by month; Enter opens the day."""
        key = Qt.Key(event.key())
        if key in STEPS:
            step = STEPS[key] * (-1 if self.mirrored and abs(STEPS[key]) == 1 else 1)
            self.choose(clamped(self._day, step))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.choose(turned(self._day, -1 if key == Qt.Key.Key_PageUp else 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self._day)
        elif pressed(event, "go_to"):
            self.asked.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a day."""
        day = self.day_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and day is not None:
            self.choose(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a day."""
        day = self.day_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and day is not None:
            self.opened.emit(day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which day the mouse is over."""
        over = self.day_at(event.position())
        if over != self._over:
            self._over = over
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is over none."""
        self._over = None
        self.update()
        super().leaveEvent(event)

    def ring(self) -> tuple[QRect, int]:
        """What the focus ring goes around, and its radius in px."""
        return self.rect(), theme.px(RADIUS_CONTROL)

    # painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the days of the week and the cells."""
        painter = self.painter()
        align = (END if self.mirrored else START) & ~Qt.AlignmentFlag.AlignTop
        inset = theme.px(INSET) - 1
        for number, name in enumerate(short_weekdays()):
            room = self.cell(number).adjusted(inset, 0, -inset, 0)
            room.moveTop(0)
            room.setHeight(theme.px(HEAD - 6))
            words(painter, room, "small", "ink2", name, align=align | Qt.AlignmentFlag.AlignVCenter)
        if self._month is not None:
            for number in range(7 * WEEKS):
                self._paint_cell(painter, self._month, self._shown(number), self.cell(number))
        painter.end()

    def _paint_cell(self, painter: QPainter, month: Month, day: date, cell: QRectF) -> None:
        chosen = day == self._day
        counts = month.first <= day <= min(month.last, month.today)
        fill = "primarySoft" if chosen else "surface" if counts else "bg"
        edge = "primary" if chosen else "edge" if day == self._over else "line"
        crisp = QRectF(cell.toRect())
        radius = theme.px(RADIUS_CONTROL)
        box(painter, crisp, radius, theme.color(fill), theme.color(edge), width=2 if chosen else 1)
        inset = min(theme.px(INSET), round(cell.width() / 8))
        inner = crisp.adjusted(inset, theme.px(7), -inset, -theme.px(8))
        strong, align = chosen or day == month.today, END if self.mirrored else START
        ink = "ink" if counts or chosen else "ink3"
        words(painter, inner, "strong" if strong else "body", ink, str(day.day), align=align)
        if day == month.today and self._high(self.width()) >= theme.px(HIGH):
            below = inner.adjusted(0, theme.line("body"), 0, 0)
            words(painter, below, "strong", ink, _("today"), align=align)
        noted = month.noted(day)
        marks = [mark for mark in MARKS if getattr(noted, mark)]
        room = QRectF(inner.left(), inner.bottom() - theme.px(16), inner.width(), theme.px(16))
        draw_marks(painter, marks, room, mirrored=self.mirrored)


def month_title(first: date) -> str:
    """ "November 2026"."""
    return _("{month} {year}").format(month=months()[first.month - 1], year=first.year)
