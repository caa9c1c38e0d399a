"""Rings when the clock on the wall shows a given time, when that clock is set, and when the computer woke.

Linux has one thing for all three, a file that becomes readable (timerfd), so nothing runs meanwhile and no
time is lost in a sleep. A changed zone is seen in the folder that names it. Elsewhere a single shot stands
in, set anew now and then, since it may stand still while the computer sleeps.
"""

from __future__ import annotations

import ctypes
import os
import sys
import time

from PySide6.QtCore import QFileSystemWatcher, QObject, QSocketNotifier, Qt, QTimer, Signal

LONGEST_MS = 15 * 60_000
"""After so long the single shot is set anew where the system tells nothing, milliseconds."""

FAR_S = 100 * 365 * 86_400
"""Seconds to a time that does not come: only a clock that is set, or a sleep, rings before."""

CLOCK_REALTIME, TFD_NONBLOCK, TFD_CLOEXEC = 0, 0o4000, 0o2000000
TFD_TIMER_ABSTIME, TFD_TIMER_CANCEL_ON_SET = 1, 2

ZONE = "/etc/localtime"
"""The name under which Linux keeps the zone of the computer."""


class _Times(ctypes.Structure):
    """`struct itimerspec`: how often again, and when, in seconds and nanoseconds."""

    _fields_ = (
        ("every_s", ctypes.c_long),
        ("every_ns", ctypes.c_long),
        ("at_s", ctypes.c_long),
        ("at_ns", ctypes.c_long),
    )


class WallAlarm(QObject):
    """`rang()`: look at the clock now. It rings for nothing before `wait` was called, and after `stop`."""

    rang = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ahead_ms: int | None = None
        self._timer: QTimer | None = None
        self._zone: QFileSystemWatcher | None = None
        self._zone_was = ""
        self._file = _alarm_file()
        if self._file >= 0:
            self._ear = QSocketNotifier(self._file, QSocketNotifier.Type.Read, self)
            self._ear.activated.connect(self._hear)
            self.destroyed.connect(_Closing(self._file))
        else:
            self._timer = QTimer(self)
            self._timer.setSingleShot(True)
            self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
            self._timer.timeout.connect(self.rang)

    @property
    def ahead_ms(self) -> int | None:
        """What was last waited for, milliseconds from then; None: no time."""
        return self._ahead_ms

    def wait(self, ahead_ms: int | None) -> None:
        """Ring in `ahead_ms` on the wall; None: only when the clock is set or the computer woke."""
        self._ahead_ms = ahead_ms
        if self._timer is not None:
            self._timer.start(LONGEST_MS if ahead_ms is None else max(1, min(LONGEST_MS, ahead_ms)))
            return
        self._set(time.time() + (FAR_S if ahead_ms is None else max(1, ahead_ms) / 1000))
        if self._zone is None:
            self._zone_was = _zone()
            self._zone = QFileSystemWatcher([os.path.dirname(ZONE)], self)
            self._zone.directoryChanged.connect(self._look_at_zone)

    def stop(self) -> None:
        """Wait for nothing."""
        self._ahead_ms = None
        if self._timer is not None:
            self._timer.stop()
            return
        self._set(0.0)
        if self._zone is not None:
            self._zone.deleteLater()
            self._zone = None

    def _set(self, at_s: float) -> None:
        whole = int(at_s)
        times = _Times(0, 0, whole, int((at_s - whole) * 1e9))
        flags = TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET
        ctypes.CDLL(None).timerfd_settime(self._file, flags, ctypes.byref(times), None)

    def _hear(self) -> None:
        try:
            os.read(self._file, 8)
        except BlockingIOError:
            return
        except OSError:
            pass  # ECANCELED: the clock was set, or the computer slept
        self.rang.emit()

    def _look_at_zone(self) -> None:
        zone = _zone()
        if zone != self._zone_was:
            self._zone_was = zone
            self.rang.emit()


class _Closing:
    """Closes the file of an alarm that is gone; it holds no more than the number."""

    def __init__(self, file: int) -> None:
        self._file = file

    def __call__(self, _gone: QObject | None = None) -> None:
        os.close(self._file)


def _alarm_file() -> int:
    """A file that becomes readable at a time; -1 where the system has none."""
    if sys.platform != "linux":
        return -1
    try:
        made: int = ctypes.CDLL(None).timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC)
    except (OSError, AttributeError):
        return -1
    return made


def _zone() -> str:
    """What the computer says its zone is: where the name leads, and since when."""
    try:
        return f"{os.path.realpath(ZONE)} {os.lstat(ZONE).st_mtime_ns}"
    except OSError:
        return ""
