"""The computer is about to sleep or woke, or its screen was locked: heard from the system, where it says so.

Linux says it on its buses, Windows to every window. macOS tells programs only through its own libraries,
which Rewire does not carry: there the clock shows afterwards that the computer slept (`presence`).
"""

from __future__ import annotations

import os

from PySide6.QtCore import SLOT, QObject, Signal, Slot

LOGIN = "org.freedesktop.login1"
SESSIONS = "/org/freedesktop/login1/session/"
SCREEN_SAVERS = tuple(
    f"org.{desktop}.ScreenSaver" for desktop in ("freedesktop", "gnome", "cinnamon", "mate", "xfce")
)


class SystemLock(QObject):
    """Says `locked()` when the computer is about to sleep or its screen was locked, `woken()` when that is
    over."""

    locked = Signal()
    woken = Signal()


class BusListener(SystemLock):
    """Hears it on the buses of Linux; on one that is not there it hears nothing."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        from PySide6.QtDBus import QDBusConnection

        begins, heard = SLOT("begins(bool)"), SLOT("heard()")
        system = (
            (LOGIN, "/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep", begins),
            (LOGIN, own_session(), f"{LOGIN}.Session", "Lock", heard),
        )
        screens = tuple(("", "", name, "ActiveChanged", begins) for name in SCREEN_SAVERS)
        for bus, said in ((QDBusConnection.systemBus(), system), (QDBusConnection.sessionBus(), screens)):
            for service, path, interface, name, slot in said if bus.isConnected() else ():
                # the slot as text: PySide refuses the bytes that its own types ask for
                bus.connect(service, path, interface, name, self, slot)  # type: ignore[call-overload]

    @Slot(bool)
    def begins(self, active: bool) -> None:
        """Sleep, or the lock of the screen, begins or is over."""
        (self.locked if active else self.woken).emit()

    @Slot()
    def heard(self) -> None:
        """The session was told to lock."""
        self.locked.emit()


def own_session() -> str:
    """Under which path the system knows this session; "" is any, where the session has no name.

    As a path says it: letters, and digits after the first sign, as they are, the rest in hexadecimal.
    """
    name = os.environ.get("XDG_SESSION_ID", "")
    signs = (
        chr(sign) if chr(sign).isalpha() or (chr(sign).isdigit() and place) else f"_{sign:02x}"
        for place, sign in enumerate(name.encode("ascii", "ignore"))
    )
    return f"{SESSIONS}{''.join(signs)}" if name else ""
