"""Beside the month: the way to a date in words, the chosen day in a few lines, that day a year before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from rewire_app.domain.day_words import axis_day, day_words, weekdays
from rewire_app.domain.said_days import day_said
from rewire_app.i18n import _
from rewire_app.reports.month import DaySummary
from rewire_app.ui.widgets.buttons import MainButton
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.fields import Field
from rewire_app.ui.widgets.layout import clear, hbox, put, vbox, wide
from rewire_app.ui.widgets.text import Second, Strong, Text
from rewire_app.ui.widgets.theme import S1, S2, S3, S5, theme
from rewire_app.ui.widgets.unfold import LinkButton

LONGEST = 120
"""Letters that say a date."""
MOST = 160
"""Letters of a year before that are shown."""
LABEL = 74


class GoToDate(Field):
    """A date in words; Enter goes there. `meant(date)`: a day up to today was understood."""

    kept = False
    meant = Signal(object)

    def __init__(self, today: Callable[[], date]) -> None:
        hint = _("Such as “last Tuesday” or {day}").format(day=axis_day(date(2026, 11, 12)))
        super().__init__(_("Go to a date"), hint, limit=LONGEST)
        self._today = today
        self.line.returnPressed.connect(self._go)

    def _go(self) -> None:
        today = self._today()
        if not self.value():
            return
        try:
            day = day_said(self.value(), today)
        except ValueError:
            self.set_error(_("This was not understood as a day. “Yesterday” and “3 weeks ago” work, too."))
            return
        if day > today:
            self.set_error(_("That day is still to come. Choose one up to today."))
            return
        self.set_value("")
        self.meant.emit(day)


class ChosenDay(Card):
    """The chosen day. `opened(date)`: it is wanted."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__(padding=(22, 20))
        self._day = date.min
        self._title = Text("", role="section_title")
        self._rows = vbox(gap=0)
        self.button = MainButton(_("Open this day"))
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(lambda: self.opened.emit(self._day))
        put(self.body, self._title, S2, self._rows, S3, self.button)

    def show_day(self, told: DaySummary, today: date) -> None:
        """Show the lines of a day; one that is still to come cannot be opened."""
        self._day = told.day
        days = weekdays()[told.day.weekday()]
        self._title.setText(f"{days}\n{day_words(told.day, year=told.day.year != today.year)}")
        clear(self._rows)
        for label, value in told.lines:
            put(self._rows, Divider(), _row(label, value))
        if not told.lines:
            still = _("Still to come.") if told.day > today else _("Not noted yet.")
            put(self._rows, Divider(), S2, Second(still), S2)
        self.button.setVisible(told.day <= today)


def _row(label: str, value: str) -> QWidget:
    """One line of a day: what it is about, and what was noted."""
    row = QWidget()
    about = Second(label)
    about.setMinimumWidth(theme.px(LABEL))
    hbox(
        wide(about, 0, Qt.AlignmentFlag.AlignTop),
        wide(Second(value, ink="ink"), 1),
        on=row,
        gap=0,
        margins=(0, S2, 0, S2),
    )
    return row


class YearBefore(QWidget):
    """What was written a year before. `opened(date)`: that day is wanted."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._day = date.min
        self._words = Text("", role="voice")
        self._link = LinkButton("")
        self._link.clicked.connect(lambda: self.opened.emit(self._day))
        vbox(Strong(_("A year ago on this day")), S1, self._words, self._link, on=self, gap=0)

    def show_words(self, told: DaySummary) -> None:
        """Show the first words of that day; not there where there are none."""
        self._day = told.a_year_ago
        cut = told.words if len(told.words) <= MOST else f"{told.words[:MOST].rsplit(' ', 1)[0]} …"
        self._words.setText(_("“{words}”").format(words=cut))
        self._link.setText(_("Open {day}").format(day=day_words(told.a_year_ago, year=True)))
        self.setVisible(bool(told.words))


class DaySide(QWidget):
    """The three of them. `went(date)`: show that day in the month. `opened(date)`: open it."""

    went = Signal(object)
    opened = Signal(object)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self.field = GoToDate(today)
        self.field.meant.connect(self.went)
        self.card = ChosenDay()
        self.before = YearBefore()
        for part in (self.card, self.before):
            part.opened.connect(self.opened)
        vbox(self.field, S5, self.card, S5, self.before, on=self, gap=0)

    def show_day(self, told: DaySummary) -> None:
        """Show another day."""
        self.card.show_day(told, self._today())
        self.before.show_words(told)
