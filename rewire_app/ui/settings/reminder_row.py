"""One reminder in Settings: whether it is wanted, on which days of the week, and at what time."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rewire_app.domain.reminder_words import quiet_words
from rewire_app.domain.reminders import QuietHours
from rewire_app.i18n import _
from rewire_app.ui.widgets.fields import TimeField
from rewire_app.ui.widgets.layout import hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.switch import Switch
from rewire_app.ui.widgets.text import Second, Small, Strong
from rewire_app.ui.widgets.theme import S2, S3, S4, theme
from rewire_app.ui.widgets.weekday_buttons import WeekdayButtons

TIME_WIDTH = 104
"""Px of text that a time takes in its frame."""

NARROW = 470
"""Px of text below which the time stands under the days."""


def days_of(weekdays: int) -> tuple[int, ...]:
    """The days in a mask, Monday 0 to Sunday 6."""
    return tuple(day for day in range(7) if weekdays >> day & 1)


def mask_of(days: tuple[int, ...]) -> int:
    """The mask of days, Monday 0 to Sunday 6."""
    return sum(1 << day for day in days)


class ReminderRow(QWidget):
    """`chosen(int | None, int)`: the days as a mask and the minute of the day; None is not wanted."""

    chosen = Signal(object, int)

    def __init__(self, name: str, sentence: str, *, weekdays: int, minute: int) -> None:
        """`weekdays`, `minute`: what stands there while it is chosen for the first time."""
        super().__init__()
        self._weekdays, self._minute = weekdays, minute
        self._quiet = QuietHours()
        self._showing = False
        spoken = _("{name}: {sentence}").format(name=name, sentence=sentence)
        self.switch = Switch(_("Remind me. {what}").format(what=spoken))
        self.days = WeekdayButtons(_("Days of the week. {what}").format(what=spoken))
        self.time = TimeField(_("Time. {what}").format(what=spoken), show_label=False)
        self.note = Small("")
        text = vbox(Strong(name), gap=0)
        text.addWidget(Second(sentence))
        head = hbox(wide(text, 1), wide(self.switch, 0, Qt.AlignmentFlag.AlignTop), gap=S4)
        self._when = QWidget()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._when)
        self._across.setContentsMargins(0, theme.px(S2), 0, 0)
        self._across.setSpacing(S3)
        put(self._across, self.days, wide(self.time, 0), stretch())
        put(vbox(on=self, gap=0, margins=(0, 14, 0, 14)), head, self._when, self.note)
        self.switch.changed.connect(self._tell)
        self.days.changed.connect(self._tell)
        self.time.changed.connect(self._tell)
        self.note.hide()
        self._fit()

    def show_chosen(self, weekdays: int | None, minute: int, quiet: QuietHours) -> None:
        """Show what is chosen; None, that nothing is, which a row that waits for a day shows already."""
        self._quiet = quiet
        if weekdays is None and self.switch.value() and not self.days.days():
            self._show_parts()
            return
        self._showing = True
        if weekdays is not None:
            self._weekdays, self._minute = weekdays, minute
        self.switch.set_value(weekdays is not None)
        self.days.set_days(days_of(self._weekdays))
        if not self.time.line.hasFocus():
            self.time.set_value(self._minute)
        self._showing = False
        self._show_parts()

    def _tell(self, _value: object = None) -> None:
        if self._showing:
            return
        days, minute = mask_of(self.days.days()), self.time.value()
        self._weekdays = days or self._weekdays
        self._minute = self._minute if minute is None else minute
        self._show_parts()
        wanted = self.switch.value() and bool(days)
        self.chosen.emit(self._weekdays if wanted else None, self._minute)

    def _show_parts(self) -> None:
        on = self.switch.value()
        self._when.setVisible(on)
        words = quiet_words(self._minute, self._quiet)
        if on and not self.days.days():
            words = _("Without a day nothing is shown.")
        self.note.setText(words)
        self.note.setVisible(on and bool(words))

    def _fit(self) -> None:
        ways = QBoxLayout.Direction
        roomy = self.width() >= theme.px(NARROW)
        self._across.setDirection(ways.LeftToRight if roomy else ways.TopToBottom)
        self.time.setFixedWidth(theme.px(TIME_WIDTH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The time stands under the days where there is little room."""
        self._fit()
        super().resizeEvent(event)
