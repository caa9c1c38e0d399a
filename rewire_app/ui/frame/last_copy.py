"""The copy at the end of a session: the window waits for it a short while, and says so if it takes longer."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.errand import Errand
from rewire_app.ui.frame.covers import Covers
from rewire_app.ui.frame.waiting import Waiting

QUIET_MS = 1_000
"""So long nothing is said."""
FIRST_MS = 25_000
"""So long after the opening is first looked whether a copy is due: what a person does first comes first."""
AGAIN_MS = 60_000
"""So long at least between two looks that nobody's writing asked for, milliseconds."""


class CopyTimes(QObject):
    """Lets copies be made while something is written, and at the end. `over()`: the window can close now."""

    over = Signal()

    def __init__(self, context: Context, covers: Covers) -> None:
        super().__init__(covers)
        self._context, self._covers = context, covers
        self._last: Errand[object] | None = None
        self._asked = False
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._next.timeout.connect(context.copies.look)
        context.copies.rested.connect(self._wait)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self._say)
        context.hub.saved.connect(self._saved)

    def begin(self) -> None:
        """The notes are open: what was saved before may not be in a copy yet."""
        if self._context.copies.wait_ms() is not None:
            self._next.start(FIRST_MS)

    def _saved(self) -> None:
        """In a turn of its own: what was saved comes to its end first."""
        QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        self._context.copies.look()
        self._wait()

    def _wait(self) -> None:
        """Look again when a copy may be due; where nothing is new, nothing waits."""
        ahead = self._context.copies.wait_ms()
        if ahead is None:
            self._next.stop()
        else:
            self._next.start(max(AGAIN_MS, ahead))

    def holds(self) -> bool:
        """Whether the window is to wait for a copy; asked again, it waits no longer.

        What was removed is erased before, so that the copy does not hold it.
        """
        if self._asked:
            return False
        self._context.erase_removed()
        self._last = self._context.last_copy()
        if self._last is None:
            return False
        self._asked = True
        self._last.done.connect(self._end)
        self._last.failed.connect(self._end)
        self._quiet.start()
        return True

    def go_on(self) -> None:
        """The person stays after all."""
        self._asked = False

    def _say(self) -> None:
        waiting = Waiting(
            _("One moment"),
            _("A copy of your notes is being made. Rewire closes when it is there."),
            way_past=_("Close without it"),
        )
        waiting.passed.connect(self._end)
        self._covers.uncover()
        self._covers.lay(waiting)

    def _end(self) -> None:
        self._quiet.stop()
        self.over.emit()
