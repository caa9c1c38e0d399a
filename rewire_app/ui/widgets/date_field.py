"""A day to type, or to choose in a small calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from rewire_app.domain.date_typing import read_day
from rewire_app.domain.day_words import day_words
from rewire_app.i18n import _
from rewire_app.ui.widgets.buttons import IconButton
from rewire_app.ui.widgets.fields import CheckedLine
from rewire_app.ui.widgets.layout import hbox, put, wide
from rewire_app.ui.widgets.month_grid import MonthGrid
from rewire_app.ui.widgets.popover import Popover
from rewire_app.ui.widgets.text import Strong


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
