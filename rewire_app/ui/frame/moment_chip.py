"""Shows beside every page that a moment is settling, as long as its clock runs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from rewire_app.domain.journal.moment_clock import MomentClock
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.moment_clock import running_clock
from rewire_app.ui.base.routes import Route
from rewire_app.ui.frame.beside import Beside

MINUTE_MS = 60_000
TOPICS = frozenset({"moments", "profile"})
"""With what a clock starts and ends: the moments, and what is half written."""


class MomentChip(QObject):
    """Looks when a moment or a draft of one changes, and at each full minute while a clock runs."""

    def __init__(self, context: Context, beside: Beside, go: Callable[[Route], None]) -> None:
        super().__init__(beside)
        self._context, self._beside, self._go = context, beside, go
        self._runs: MomentClock | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._show)
        context.hub.changed.connect(self._on_changed)
        for chip in beside.chips:
            chip.clicked.connect(self._open)

    def look(self) -> None:
        """Find the clock that runs, and show it."""
        self._runs = None
        if self._context.session is not None:
            with self._context.hub.telling():
                self._runs = running_clock(self._context)
        self._show()

    def _on_changed(self, topics: frozenset[str]) -> None:
        if topics & TOPICS:
            self.look()

    def _show(self) -> None:
        now, runs = self._context.clock.now(), self._runs
        if runs is None or not runs.runs(now):
            self._timer.stop()
            self._beside.show_settling(None)
            return
        brief = _("{n} min").format(n=runs.minutes(now))
        self._beside.show_settling((runs.words(now), runs.since_words(), brief))
        self._timer.start(MINUTE_MS - (now.utc_ms - runs.began.utc_ms) % MINUTE_MS)

    def _open(self) -> None:
        if self._runs is not None:
            self._go(routes.settled(self._runs.uid))
