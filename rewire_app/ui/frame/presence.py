"""Whether nobody is there: nothing was pressed for long, or the computer slept."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from rewire_app.privacy_choices import NEVER
from rewire_app.settings import Settings

TICK_MS = 5_000
"""How often is looked, milliseconds."""

SLEPT_S = 30.0
"""By so many seconds the clock that runs while the computer sleeps is ahead of the other after a sleep."""


def through_sleep() -> float:
    """Seconds on a clock that also runs while the computer sleeps: on Linux one that nobody can set."""
    boot: int | None = getattr(time, "CLOCK_BOOTTIME", None)
    return time.time() if boot is None else time.clock_gettime(boot)


class Presence(QObject):
    """Says `away()` once nothing was touched for as long as the settings say, and after a sleep.

    `looked()`: it looked, and somebody is there.
    """

    away = Signal()
    looked = Signal()

    def __init__(
        self,
        settings: Callable[[], Settings],
        touched_at: Callable[[], float],
        parent: QObject,
        awake: Callable[[], float] = time.monotonic,
        always: Callable[[], float] = through_sleep,
    ) -> None:
        """`touched_at` is on the clock `awake`, which stands still while the computer sleeps, or may."""
        super().__init__(parent)
        self._settings, self._touched_at = settings, touched_at
        self._awake, self._always = awake, always
        self._ahead = always() - awake()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Look now."""
        settings = self._settings()
        ahead = self._always() - self._awake()
        slept, self._ahead = ahead - self._ahead > SLEPT_S, ahead
        idle = self._awake() - self._touched_at()
        rested = settings.lock_after != NEVER and idle >= settings.lock_after * 60
        if rested or (slept and settings.lock_on_sleep):
            self.away.emit()
        else:
            self.looked.emit()
