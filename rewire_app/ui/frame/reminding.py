"""Shows reminders when they are due, and leads to the right place when one is pressed.

One single-shot timer runs, to the next of them. It is set anew now and then, because a timer may stand still
while the computer sleeps, and at once when the system says that it woke.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QVBoxLayout

from rewire_app.desktop.notices import BusNotices
from rewire_app.domain.days import logical_day
from rewire_app.domain.reminder_words import asked_for, buttons, notice_title
from rewire_app.domain.reminders import PassedBy, ReminderKind, Reminders, counts_for, look, put_off
from rewire_app.errors import StoreError
from rewire_app.reports.plan_times import threads
from rewire_app.ui.base import routes
from rewire_app.ui.base.reminder_book import plan_days, resting, with_their_plans, without_the_noted
from rewire_app.ui.base.routes import Route
from rewire_app.ui.frame.system_listener import system_listener
from rewire_app.ui.frame.system_lock import SystemLock
from rewire_app.ui.widgets.quiet_line import QuietLine

if TYPE_CHECKING:
    from rewire_app.ui.frame.front_window import FrontWindow
    from rewire_app.ui.frame.in_tray import InTray

LONGEST_MS = 15 * 60_000
"""After so long the timer is set anew, milliseconds: no reminder is later than that after a sleep that
nobody told of."""

TOPICS = frozenset({"plans", "pauses", "practices", "days", "nights"})
"""With what the rest of a reminder may change, and whether one is needed."""


class Reminding(QObject):
    """Looks at the reminders of `window`; `tray` shows them where no service of the desktop does."""

    def __init__(self, window: FrontWindow, tray: InTray, under: QVBoxLayout) -> None:
        super().__init__(window)
        self._window, self._tray, self._shell = window, tray, window.shell
        self._context = context = self._shell.context
        self._shown: tuple[PassedBy, ...] = ()
        self._wanted: PassedBy | None = None
        self._plan_days: dict[str, int] = {}
        self._system: SystemLock | None = None
        self.notices = BusNotices(self)
        self.line = QuietLine("clock")
        under.addWidget(self.line)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self.timer.timeout.connect(self.look)
        self.notices.refused.connect(self._show_otherwise)
        for opened in (self.notices.opened, tray.notice_pressed, self.line.acted):
            opened.connect(self.open)
        for later in (self.notices.later, tray.later, self.line.acted_second):
            later.connect(self.put_off)
        self.line.put_away.connect(self._done)
        self._shell.covers.ended.connect(self.look)
        self._shell.ready.connect(self._opened)
        context.hub.changed.connect(self._on_changed)
        context.reminders.changed.connect(self._soon)

    def begin(self, *, awake: bool) -> None:
        """Look for the first time. Unless Rewire was `awake` before, what was due then is told, not shown."""
        self._look(show=awake)

    def look(self) -> None:
        """Show what is due, and wait for what comes next; while an exercise lasts nothing is shown."""
        self._look(show=True)

    def _soon(self) -> None:
        """In a turn of its own: the reminders were changed, perhaps by a look."""
        QTimer.singleShot(0, self, self._follow_and_wait)

    def _follow_and_wait(self) -> None:
        self._follow()  # what is noted today needs no reminder that was chosen since
        self._wait()

    def _look(self, *, show: bool) -> None:
        context = self._context
        book, now = context.reminders, context.clock.now()
        if not book.now.every and not book.now.waiting:
            self.timer.stop()
            return
        self._listen()
        if self._shell.covers.playing:
            self._wait()
            return
        found = look(book.now, context.clock, now, context.settings.day_start, show=show)
        if found.now:  # should the process end before it is seen, it is told afterwards
            book.remember(replace(found.after, waiting=(*found.after.waiting, *found.now)))
            self._show(found.now)
        book.remember(found.after)
        self._wait()

    def _wait(self) -> None:
        """Set the timer to the next one that comes, which a change may have brought nearer."""
        context = self._context
        reminders, now = context.reminders.now, context.clock.now()
        if not reminders.every:
            self.timer.stop()
            return
        found = look(reminders, context.clock, now, context.settings.day_start)
        if found.next_ms is None and not found.now:
            self.timer.stop()
            return
        ahead = 0 if found.now or found.next_ms is None else found.next_ms - now.utc_ms
        if found.now and self._shell.covers.playing:
            ahead = LONGEST_MS  # the end of the exercise comes first
        self.timer.start(max(1, min(LONGEST_MS, ahead)))

    def _listen(self) -> None:
        if self._system is None:
            self._system = system_listener(self._window)
            if self._system is not None:
                self._system.woken.connect(self.look)

    # showing

    def _show(self, shown: tuple[PassedBy, ...]) -> None:
        self._shown = shown
        name = QApplication.applicationName() if self._tray.named else self._tray.neutral
        if not self.notices.show(name, notice_title(), asked_for(shown), buttons()):
            self._show_otherwise()

    def _show_otherwise(self) -> None:
        """No service of the desktop shows it: the tray does, or a line in the window."""
        if not self._shown or self._tray.tell(notice_title(), asked_for(self._shown), buttons()[1]):
            return
        title = f"{notice_title()}."
        self.line.say(title, asked_for(self._shown), *buttons(), aloud=True)
        QApplication.alert(self._window)

    def _done(self) -> None:
        self._shown = ()
        self.line.hide()
        self._tray.told()

    # acting

    def open(self) -> None:
        """Come forward and show what it is about; locked notes are opened first."""
        wanted = self._shown[-1] if self._shown else None
        self._done()
        self._window.come_forward()
        if wanted is None:
            return
        self._wanted = wanted
        if self._context.ready:
            self._go()

    def put_off(self) -> None:
        """Let it come again in an hour."""
        shown = self._shown
        self._done()
        book = self._context.reminders
        book.put(put_off(book.now, shown, self._context.clock.now()))

    def _go(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            with self._context.hub.telling():
                self._shell.go(self._place(wanted))

    def _place(self, wanted: PassedBy) -> Route:
        """Where a reminder leads: its day's evening or night, the exercise of its plan, or Today."""
        if wanted.kind is ReminderKind.EVENING:
            return routes.evening(wanted.day)
        if wanted.kind is ReminderKind.NIGHT:
            return routes.journal(wanted.day, "night")
        store = self._context.store
        thread = threads(store).get(wanted.id)
        plans = [plan for plan in store.plans.holding(self._context.today) if plan.thread == thread]
        wanted_one = plans[0].exercise if plans else ""
        there = {one.id for one in self._context.library.exercises()}
        return routes.exercise(wanted_one) if wanted_one in there else routes.TODAY

    # following the notes

    def _opened(self) -> None:
        self._plan_days = {}
        self._follow()
        self._go()
        if notice := self._context.reminders.notice:
            self._context.reminders.notice = ""
            self._context.hub.said.emit(notice)

    def _on_changed(self, topics: frozenset[str]) -> None:
        if topics & TOPICS:
            self._follow()

    def _follow(self) -> None:
        """Let reminders rest as plans, pauses and what is noted say; where that cannot be read, as before."""
        context = self._context
        book = context.reminders
        if context.session is None or not (book.now.every or book.now.waiting or self._shown):
            return
        with suppress(StoreError):
            now, start = context.clock.now(), context.settings.day_start
            days = plan_days(context.store, context.today)
            wanted: Reminders = with_their_plans(context.store, book.now, self._plan_days, days, now)
            self._plan_days |= days
            wanted = resting(context.store, wanted, logical_day(now, 0), now)
            wanted = without_the_noted(context.store, wanted, context.clock, context.today, start)
            book.remember(wanted)
            self._take_back(wanted)

    def _take_back(self, wanted: Reminders) -> None:
        """What is shown and is noted now has done its work; what rests since, or is not wanted, too."""
        start, clock = self._context.settings.day_start, self._context.clock

        def over(shown: PassedBy) -> bool:
            known = wanted.get(shown.id)
            noted = counts_for(shown.day, shown.minute, clock, start)
            return known is None or known.done == noted or known.rests(shown.day)

        if self._shown and all(over(one) for one in self._shown):
            self.notices.withdraw()
            self._done()

    def close(self) -> None:
        """Show nothing any more."""
        self.timer.stop()
        self.notices.withdraw()
        self.notices.close()
