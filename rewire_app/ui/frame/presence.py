"""Whether nobody is there: nothing was pressed for long, or the computer slept.

Nothing runs while nobody has to be told: one single shot is set to the end of the rest, and set anew from the
last touch when somebody was there meanwhile. A sleep is told by the alarm of the wall clock.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from rewire_app.desktop.wall_alarm import WallAlarm
from rewire_app.privacy_choices import NEVER
from rewire_app.settings import Settings

BLIND_MS = 5_000
"""How often the clocks are compared where the system tells of no sleep, milliseconds."""

SLEPT_S = 30.0
"""By so many seconds the clock that runs while the computer sleeps is ahead of the other after a sleep."""


def through_sleep() -> float:
    """Seconds on a clock that also runs while the computer sleeps: on Linux one that nobody can set."""
    boot: int | None = getattr(time, "CLOCK_BOOTTIME", None)
    return time.time() if boot is None else time.clock_gettime(boot)


class Presence(QObject):
    """Says `away()` once nothing was touched for as long as the settings say, and after a sleep."""

    away = Signal()

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
        self._watching = self._blind = False
        self._alarm: WallAlarm | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    @property
    def next_ms(self) -> int | None:
        """In how many milliseconds it looks by itself; None: it does not."""
        return self._timer.remainingTime() if self._timer.isActive() else None

    def follow(self, *, wanted: bool, blind: bool = False) -> None:
        """Watch from now on, or no longer. `blind`: the system tells of no sleep, so the clocks have to."""
        if wanted and not self._watching:
            self._ahead = self._always() - self._awake()
        self._watching, self._blind = wanted, blind
        self._wait()

    def look(self) -> None:
        """Look now."""
        settings = self._settings()
        ahead = self._always() - self._awake()
        slept, self._ahead = ahead - self._ahead > SLEPT_S, ahead
        if self._rest_s(settings) <= 0 or (slept and settings.lock_on_sleep):
            self.away.emit()
        self._wait()

    def _rest_s(self, settings: Settings) -> float:
        """Seconds until somebody who touches nothing counts as away; endless where that is never."""
        if settings.lock_after == NEVER:
            return float("inf")
        return settings.lock_after * 60 - (self._awake() - self._touched_at())

    def _wait(self) -> None:
        settings = self._settings()
        self._hear_of_sleep(wanted=self._watching and settings.lock_on_sleep)
        ahead = []
        if self._watching and settings.lock_after != NEVER:
            rest = self._rest_s(settings)  # who was told already is told again after another rest
            ahead.append(int(1000 * (rest if rest > 0 else settings.lock_after * 60)))
        if self._watching and self._blind and settings.lock_on_sleep:
            ahead.append(BLIND_MS)
        if ahead:
            self._timer.start(max(1_000, min(ahead)))
        else:
            self._timer.stop()

    def _hear_of_sleep(self, *, wanted: bool) -> None:
        if wanted and self._alarm is None:
            self._alarm = WallAlarm(self)
            self._alarm.rang.connect(self.look)
            self._alarm.wait(None)
        elif not wanted and self._alarm is not None:
            self._alarm.stop()
            self._alarm.deleteLater()
            self._alarm = None
