"""What was to remind the person while Rewire was closed: one quiet line on Today, for a day."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from rewire_app.domain.day_words import weekdays
from rewire_app.domain.reminder_words import WEEK, passed_words
from rewire_app.domain.reminders import PassedBy, ReminderKind
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.routes import Route
from rewire_app.ui.widgets.layout import vbox
from rewire_app.ui.widgets.quiet_line import QuietLine
from rewire_app.ui.widgets.theme import S3


class PassedLine(QWidget):
    """No room without anything to tell. `go(Route)`: to note the evening it tells of."""

    go = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._way: Route | None = None
        self.line = QuietLine("clock")
        self.line.acted.connect(self._act)
        self.line.put_away.connect(self._put_away)
        vbox(self.line, on=self, gap=0, margins=(0, 0, 0, S3))
        context.reminders.changed.connect(self.look_back)
        self.hide()

    def look_back(self) -> None:
        """Tell what waits, or leave; nothing until all is open."""
        context = self._context
        waiting = context.reminders.now.waiting if context.ready else ()
        if not waiting:
            self.hide()
            return
        words = passed_words(waiting, context.today)
        day = None
        with context.hub.telling():
            day = self._evening(waiting)
        self._way = routes.evening(day) if day is not None else None
        action = ""
        if day is not None:
            action = _("Note {day}’s evening").format(day=weekdays()[day.weekday()])
        self.line.say(_("While Rewire was closed:"), words, action)
        self.show()
        if self.isVisible():
            self._tell()

    def _evening(self, waiting: tuple[PassedBy, ...]) -> date | None:
        """The newest evening of the last days that was told of and is not noted yet; raises a StoreError."""
        today, days = self._context.today, self._context.store.days
        for one in reversed(waiting):
            recent = today - timedelta(days=WEEK) < one.day <= today
            if one.kind is ReminderKind.EVENING and recent and days.get(one.day) is None:
                return one.day
        return None

    def showEvent(self, event: QShowEvent) -> None:
        """What is seen counts as told; it stays for the rest of the day."""
        super().showEvent(event)
        self._tell()

    def _tell(self) -> None:
        book = self._context.reminders
        book.remember(book.now.tell(self._context.today))

    def _act(self) -> None:
        if self._way is not None:
            self.go.emit(self._way)

    def _put_away(self) -> None:
        book = self._context.reminders
        book.remember(book.now.put_away())
