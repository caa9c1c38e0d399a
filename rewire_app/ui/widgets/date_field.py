"""A day to type, or to choose in a small calendar."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from rewire_app.domain.day_words import day_words, months, short_weekdays
from rewire_app.domain.days import week_start
from rewire_app.domain.typed import read_day
from rewire_app.i18n import _
from rewire_app.ui.widgets.base import Painted, announce, box, fixed_size, tell, words
from rewire_app.ui.widgets.buttons import IconButton
from rewire_app.ui.widgets.fields import CheckedLine
from rewire_app.ui.widgets.layout import hbox, put, wide
from rewire_app.ui.widgets.popover import Popover
from rewire_app.ui.widgets.text import Second, Strong
from rewire_app.ui.widgets.theme import RADIUS_ITEM, theme

CELL = 38
ROWS = 6
HEAD = 30


class MonthGrid(Painted):
    """Arrows move by day and week, Page Up and Page Down by month; Enter or a click chooses.

    `picked(date)`: a day was chosen. `turned()`: another month is shown.
    """

    spoken = "Button"
    picked = Signal(object)
    turned = Signal()

    def __init__(self, day: date, last: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day, self._last = min(day, last), last
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Days of the month"))
        fixed_size(self)
        self._tell()

    @property
    def day(self) -> date:
        """The day the keys stand on."""
        return self._day

    def title(self) -> str:
        """The month that is shown."""
        return _("{month} {year}").format(month=months()[self._day.month - 1], year=self._day.year)

    def turn(self, by: int) -> None:
        """Show the month before (-1) or after (1), as far as there are days to choose."""
        number = self._day.year * 12 + self._day.month - 1 + by
        year, month = divmod(number, 12)
        if year >= date.min.year:
            self.move_to(date(year, month + 1, min(self._day.day, monthrange(year, month + 1)[1])))

    def move_to(self, day: date) -> None:
        """Stand on another day; none after the last."""
        before = self._day
        self._day = min(day, self._last)
        self._tell()
        self.update()
        if (before.year, before.month) != (self._day.year, self._day.month):
            self.turned.emit()

    def _tell(self) -> None:
        tell(self, day_words(self._day, year=True, week_day=True))

    def sizeHint(self) -> QSize:
        """Seven days across, six weeks down."""
        return QSize(7 * theme.px(CELL), theme.px(HEAD) + ROWS * theme.px(CELL))

    def minimumSizeHint(self) -> QSize:
        """All of it."""
        return self.sizeHint()

    def ring(self) -> tuple[QRect, int]:
        """What the focus ring goes around, and its radius in px."""
        return self.rect(), theme.px(RADIUS_ITEM)

    def _first(self) -> date:
        """The first day of the first row."""
        return date.fromordinal(week_start(self._day.replace(day=1).toordinal()))

    def _cell(self, number: int) -> QRectF:
        row, across = divmod(number, 7)
        side = theme.px(CELL)
        return QRectF(across * side, theme.px(HEAD) + row * side, side, side)

    def at(self, where: QPointF) -> date | None:
        """The day under the mouse, if it can be chosen."""
        side = theme.px(CELL)
        across, row = int(where.x() // side), int((where.y() - theme.px(HEAD)) // side)
        if where.y() < theme.px(HEAD) or not (0 <= across < 7 and 0 <= row < ROWS):
            return None
        day = self._first() + timedelta(days=row * 7 + across)
        return day if day <= self._last else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a day."""
        day = self.at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and day is not None:
            self.move_to(day)
            self.picked.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, or choose."""
        days = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        key = Qt.Key(event.key())
        if key in days:
            self.move_to(self._day + timedelta(days=days[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turn(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit(self._day)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the letters of the week and the days."""
        painter = self.painter()
        side, first = theme.px(CELL), self._first()
        for number, name in enumerate(short_weekdays()):
            words(painter, QRectF(number * side, 0, side, theme.px(HEAD)), "tick", "ink2", name)
        for number in range(ROWS * 7):
            day, cell = first + timedelta(days=number), self._cell(number)
            chosen = day == self._day
            if chosen:
                inner = cell.adjusted(2, 2, -2, -2)
                box(painter, inner, theme.px(RADIUS_ITEM), theme.color("primarySoft"), theme.color("primary"))
            open_ = day <= self._last and day.month == self._day.month
            ink = "ink" if open_ else "ink3"
            if day <= self._last:
                words(painter, cell, "tick_strong" if chosen else "tick", ink, str(day.day))
        painter.end()


class DateField(CheckedLine):
    """A day as its ordinal, or nothing; `today` says the last that can be chosen."""

    def __init__(
        self,
        label: str,
        today: Callable[[], date],
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._today = today
        super().__init__(label, hint, parent)
        self.button = IconButton(_("{field}: choose in a calendar").format(field=label), "calendar")
        self.button.clicked.connect(self.open_calendar)
        self.frame.add_at_end(self.button)
        self.calendar: CalendarPopover | None = None
        self.said = Second("")
        self._column.insertWidget(self._column.indexOf(self.error), self.said)
        self.said.hide()

    def _edited(self, text: str) -> None:
        super()._edited(text)
        try:
            day = read_day(text, self._today())
        except ValueError:
            self._say_day("")
        else:
            self._say_day(day_words(day, year=True, week_day=True))

    def _say_day(self, words: str) -> None:
        """Say which day the words typed are read as: 3/4 is not the same everywhere."""
        if words and words != self.said.text():
            announce(self.line, words)
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def _read(self, text: str) -> int | None:
        day = read_day(text, self._today())
        if day > self._today():
            raise ValueError(text)
        return day.toordinal()

    def _whole(self, _text: str) -> bool:
        """A day is only whole when it is left: "2 Nov 20" may yet become another year."""
        return False

    def _show(self, value: int) -> str:
        return day_words(date.fromordinal(value), year=True)

    def _sentence(self) -> str:
        return _("Use a day up to today, such as {day}.").format(day=day_words(self._today(), year=True))

    def check(self) -> bool:
        """Tidy what was typed, and show it from its beginning."""
        done = super().check()
        self._say_day("")
        self.line.setCursorPosition(0)
        return done

    def set_value(self, value: int | None) -> None:
        """Show `value`, or nothing, from its beginning; says `changed` when it differs."""
        super().set_value(value)
        self.line.setCursorPosition(0)

    def open_calendar(self) -> None:
        """Show the calendar below the field."""
        value = self.value()
        day = self._today() if value is None else date.fromordinal(value)
        window = self.window()
        self.calendar = calendar = CalendarPopover(window, day, self._today())
        calendar.grid.picked.connect(self._pick)
        calendar.closed.connect(self._closed)
        corner = self.frame.mapTo(window, QPoint(0, 0))
        calendar.open_at(QRect(corner, self.frame.size()), calendar.grid)

    def _closed(self) -> None:
        calendar, self.calendar = self.calendar, None
        if calendar is not None:
            calendar.deleteLater()

    def _pick(self, day: date) -> None:
        if self.calendar is not None:
            self.calendar.close_up()
        self.set_value(day.toordinal())
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)


class CalendarPopover(Popover):
    """A month with ways to the one before and after."""

    def __init__(self, page: QWidget, day: date, last: date) -> None:
        super().__init__(page, name=_("Calendar"), padding=14)
        self.grid = MonthGrid(day, last)
        self.title = Strong(self.grid.title())
        before = IconButton(_("The month before"), "chevron-left")
        after = IconButton(_("The month after"), "chevron-right")
        before.clicked.connect(lambda: self.grid.turn(-1))
        after.clicked.connect(lambda: self.grid.turn(1))
        self.grid.turned.connect(lambda: self.title.setText(self.grid.title()))
        across = hbox(before, wide(self.title, 1, Qt.AlignmentFlag.AlignCenter), after)
        put(self.body, across, self.grid)
