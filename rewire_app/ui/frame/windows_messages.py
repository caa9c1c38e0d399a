"""What only Windows has: messages about sleep and the lock of the screen, and windows without pictures."""

from __future__ import annotations

import ctypes
import sys
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication
from PySide6.QtWidgets import QWidget

from rewire_app.ui.frame.system_lock import SystemLock

WM_POWERBROADCAST, PBT_APMSUSPEND, PBT_APMRESUMEAUTOMATIC = 0x0218, 0x4, 0x12
WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK = 0x02B1, 0x7
NOTIFY_FOR_THIS_SESSION = 0
WDA_NONE, WDA_EXCLUDEFROMCAPTURE = 0x0, 0x11


def tells_of_lock(message: int, wparam: int) -> bool:
    """Whether a message of Windows says that the computer is about to sleep or its screen is locked."""
    return (message, wparam) in (
        (WM_POWERBROADCAST, PBT_APMSUSPEND),
        (WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK),
    )


def tells_of_waking(message: int, wparam: int) -> bool:
    """Whether a message of Windows says that the computer woke."""
    return (message, wparam) == (WM_POWERBROADCAST, PBT_APMRESUMEAUTOMATIC)


class _Messages(QAbstractNativeEventFilter):
    """Looks at each message before Qt does, and leaves all of them to it."""

    def __init__(self, listener: SystemLock) -> None:
        super().__init__()
        self._listener = listener

    def nativeEventFilter(
        self, _kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """Say what a message tells; nothing may be raised here."""
        told = wintypes.MSG.from_address(int(message))
        if tells_of_lock(told.message, told.wParam):
            self._listener.locked.emit()
        elif tells_of_waking(told.message, told.wParam):
            self._listener.woken.emit()
        return False, 0


class WindowsListener(SystemLock):
    """Hears it from the messages of `window`."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        if sys.platform == "win32":
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(
                wintypes.HWND(int(window.winId())), NOTIFY_FOR_THIS_SESSION
            )
        self._messages = _Messages(self)
        app = QCoreApplication.instance()
        assert app is not None
        app.installNativeEventFilter(self._messages)


def keep_out_of_captures(window: QWidget, *, wanted: bool) -> None:
    """Let pictures and recordings of the screen show nothing where `window` is, or show it again."""
    if sys.platform == "win32":
        ctypes.windll.user32.SetWindowDisplayAffinity(
            wintypes.HWND(int(window.winId())), WDA_EXCLUDEFROMCAPTURE if wanted else WDA_NONE
        )
