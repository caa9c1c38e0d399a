"""An open question: words, a number, minutes, a time, a day and a time."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rewire_app.domain.day_words import day_words, minutes_words
from rewire_app.domain.exercise.exercise import Input
from rewire_app.domain.exercise.screens import AskScreen
from rewire_app.i18n import _
from rewire_app.ui.player.stage import Stage
from rewire_app.ui.player.view import ScreenButtons, View, onward
from rewire_app.ui.widgets.fields import Combo, Field, NumberField, TextArea, TimeField
from rewire_app.ui.widgets.layout import hbox
from rewire_app.ui.widgets.theme import theme

MOST = 999_999
MOST_MINUTES = 1440
DAYS_BACK, DAYS_AHEAD = 7, 60
SUCH_AS = 18 * 60 + 30
"""The time that shows how times are written, minutes after midnight."""


def clock_text(minutes: int) -> str:
    """Minutes after midnight as 23:10."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def minutes_of(text: str) -> int | None:
    """Minutes after midnight of 23:10; None for anything else."""
    hour, colon, minute = text.partition(":")
    return int(hour) * 60 + int(minute) if colon and hour.isdigit() and minute.isdigit() else None


class DayAndTime(QWidget):
    """A day near today and a time of that day, as ISO text; empty until a time is given."""

    def __init__(self, name: str, today: date) -> None:
        super().__init__()
        self.day = Combo(_("Day"), [(d.isoformat(), self._words(d, today)) for d in _days(today)])
        self.day.set_value(today.isoformat())
        self.time = TimeField(_("Time"), _("such as {time}").format(time=minutes_words(SUCH_AS)))
        self.setAccessibleName(name)
        self.setFocusProxy(self.day)
        across = hbox(on=self, gap=theme.px(16))
        for part in (self.day, self.time):
            across.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)

    @staticmethod
    def _words(day: date, today: date) -> str:
        if day == today:
            return _("Today")
        if day == today + timedelta(days=1):
            return _("Tomorrow")
        return day_words(day, week_day=True)

    def value(self) -> str:
        """The ISO text, empty without a time."""
        minutes = self.time.value()
        return "" if minutes is None else f"{self.day.value()}T{clock_text(minutes)}"

    def set_value(self, value: str) -> None:
        """Show an ISO text."""
        day, _t, clock = value.partition("T")
        self.day.set_value(day)
        self.time.set_value(minutes_of(clock))


def _days(today: date) -> list[date]:
    return [today + timedelta(days=n) for n in range(-DAYS_BACK, DAYS_AHEAD + 1)]


class AskView(View):
    """A question that can always be left empty."""

    def __init__(self, screen: AskScreen, stage: Stage) -> None:
        super().__init__(screen, stage)
        self._input = screen.input
        self.put_words()
        self.control = self._control(screen)
        self.column.addWidget(self.control)
        self.put_link()
        self.close_column()

    def _control(self, screen: AskScreen) -> QWidget:
        saved, name = screen.saved, screen.text
        match screen.input:
            case Input.LINES:
                area = TextArea(name, voice=True, rows=4, show_label=False)
                area.set_value(str(saved or ""))
                area.changed.connect(self._typed)
                return area
            case Input.TEXT:
                line = Field(name, show_label=False)
                line.set_value(str(saved or ""))
                line.changed.connect(self._typed)
                return line
            case Input.TIME:
                time = TimeField(_("Time"), _("such as {time}").format(time=minutes_words(SUCH_AS)))
                time.set_value(minutes_of(str(saved or "")))
                time.changed.connect(self._typed)
                return time
            case Input.DATETIME:
                both = DayAndTime(name, self.stage.today)
                both.set_value(str(saved or ""))
                both.day.changed.connect(self._typed)
                both.time.changed.connect(self._typed)
                return both
        minutes = screen.input is Input.MINUTES
        number = NumberField(_("Minutes") if minutes else _("Number"), 0, MOST_MINUTES if minutes else MOST)
        number.set_value(round(saved) if isinstance(saved, int | float) else None)
        number.changed.connect(self._typed)
        return number

    def answer(self) -> str | int | None:
        """What was typed."""
        control = self.control
        if isinstance(control, TimeField):
            minutes = control.value()
            return None if minutes is None else clock_text(minutes)
        if isinstance(control, Field | TextArea | NumberField | DayAndTime):
            return control.value()
        raise TypeError(type(control).__name__)

    def _typed(self, _value: object) -> None:
        self.changed.emit(self.answer())
        self.bar_changed.emit()

    def settle(self) -> bool:
        """A time or number that cannot be read is marked and waits."""
        control = self.control.time if isinstance(self.control, DayAndTime) else self.control
        if isinstance(control, TimeField | NumberField):
            return control.check()
        return True

    def bar(self) -> ScreenButtons:
        """Continue with what is written, Skip without."""
        return onward(given=self.answer() not in (None, ""))

    def first(self) -> QWidget | None:
        """The field."""
        return self.control

    def show_fault(self, sentence: str) -> None:
        """Mark the field and say how to mend it."""
        control = self.control.time if isinstance(self.control, DayAndTime) else self.control
        if isinstance(control, Field | TextArea | TimeField | NumberField):
            control.set_error(sentence)
