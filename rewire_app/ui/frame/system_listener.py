"""What hears of sleep and of the lock of the screen on this computer."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QWidget

from rewire_app.ui.frame.system_lock import BusListener, SystemLock


def system_listener(window: QWidget) -> SystemLock | None:
    """What hears the system on this computer, for as long as `window` is there; None: it says nothing."""
    if sys.platform == "linux":
        return BusListener(window)
    if sys.platform == "win32":
        from rewire_app.ui.frame.windows_messages import WindowsListener

        return WindowsListener(window)
    return None
