"""What lies outside the window and changes while it is open: the zone, the day, and how both are written."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from rewire_app import i18n
from rewire_app.desktop.wall_alarm import WallAlarm
from rewire_app.errors import RewireError
from rewire_app.ui.base import crash
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.region import region
from rewire_app.ui.frame.pages import Pages

TOUCHES = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)


class Surroundings(QObject):
    """Looks when a day starts, when the clock or the zone is set, after a sleep of the computer, when the
    window is come back to, and before a key or a click.

    The last is for systems that tell of none of these: what is typed first in the morning counts for the
    morning.
    """

    def __init__(self, context: Context, pages: Pages, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._pages, self._shell = context, pages, parent
        self._watched: QObject | None = None
        self._alarm = WallAlarm(self)
        self._alarm.rang.connect(self.look)
        context.preferences.changed.connect(self.look)
        self._watch()
        self._wait()

    def look(self) -> None:
        """Let the pages follow when something is other than at the last look."""
        self._watch()
        wanted = region(self._context.settings)
        if wanted != i18n.REGION:
            i18n.REGION = wanted
            self._pages.use_region()
        self._pages.look_at_the_day()
        self._wait()

    def _watch(self) -> None:
        """Hear what is pressed in the window, which the desktop may have made anew."""
        window = self._shell.window().windowHandle()
        if window is not None and window is not self._watched:
            window.installEventFilter(self)
            self._watched = window

    def _wait(self) -> None:
        self._alarm.wait(self._until_the_next_day())

    def _until_the_next_day(self) -> int:
        """Milliseconds until the clock shows the start of the next day, and one more."""
        context = self._context
        day, hour = context.today + timedelta(days=1), context.settings.day_start
        start = context.clock.at(datetime(day.year, day.month, day.day, hour))
        return max(1, start.utc_ms - context.clock.now().utc_ms + 1)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look before what is pressed reaches a page."""
        if event.type() in TOUCHES:
            try:
                self.look()
            except RewireError as error:  # out of a filter of Qt a fault would end the program
                self._context.hub.failed.emit(crash.sentence(error))
        return False
