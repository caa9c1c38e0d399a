"""A notification of the system: by the service of Linux desktops, where one answers.

What is shown is given by the caller; nothing of it is kept here. Nothing waits for the service: what it says
is read when it comes.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Signal

if TYPE_CHECKING:
    from jeepney import Message
    from jeepney.io.blocking import DBusConnection

SERVICE, PLACE = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
CLOCK_ICON = "appointment-soon"
"""A clock, by the name that every set of icons of a desktop knows it."""

OPEN, LATER = "open", "later"
"""The keys of the two buttons; "default" is a press on the words."""


class BusNotices(QObject):
    """Shows one notice at a time. `opened()`, `later()`: its buttons; `refused()`: no service showed it."""

    opened = Signal()
    later = Signal()
    refused = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus: DBusConnection | None = None
        self._ear: QSocketNotifier | None = None
        self._asked = 0
        self._shown = 0

    @property
    def showing(self) -> bool:
        """Whether the service has said that it shows one."""
        return bool(self._shown)

    def show(self, program: str, title: str, text: str, buttons: tuple[str, str]) -> bool:
        """Show a notice of `program` with buttons to open and to be told later; False where no bus is."""
        if sys.platform != "linux" or not self._connect():
            return False
        from jeepney import DBusAddress, new_method_call

        actions = ["default", buttons[0], OPEN, buttons[0], LATER, buttons[1]]
        hints = {"urgency": ("y", 1), "suppress-sound": ("b", True)}
        words = (program, self._shown, CLOCK_ICON, title, text, actions, hints, -1)
        service = DBusAddress(PLACE, bus_name=SERVICE, interface=SERVICE)
        assert self._bus is not None
        self._asked = next(self._bus.outgoing_serial)
        try:
            self._bus.send(new_method_call(service, "Notify", "susssasa{sv}i", words), serial=self._asked)
        except OSError:
            self._let_go()
            return False
        return True

    def withdraw(self) -> None:
        """Take back what is shown."""
        if self._bus is None or not self._shown:
            return
        from jeepney import DBusAddress, new_method_call

        service = DBusAddress(PLACE, bus_name=SERVICE, interface=SERVICE)
        shown, self._shown = self._shown, 0
        with suppress(OSError):
            self._bus.send(new_method_call(service, "CloseNotification", "u", (shown,)))

    def close(self) -> None:
        """Hear nothing any more."""
        self._let_go()

    def _connect(self) -> bool:
        if self._bus is not None:
            return True
        try:
            from jeepney import MatchRule, message_bus
            from jeepney.io.blocking import open_dbus_connection

            bus = open_dbus_connection("SESSION")
        except (ImportError, OSError, KeyError, ValueError, RuntimeError):
            return False
        for name in ("ActionInvoked", "NotificationClosed", "ActivationToken"):
            bus.send(message_bus.AddMatch(MatchRule(type="signal", interface=SERVICE, member=name)))
        self._bus = bus
        self._ear = QSocketNotifier(bus.sock.fileno(), QSocketNotifier.Type.Read, self)
        self._ear.activated.connect(self._hear)
        return True

    def _hear(self) -> None:
        while self._bus is not None:
            try:
                message = self._bus.receive(timeout=0)
            except TimeoutError:
                return
            except (OSError, ValueError):
                self._let_go()
                return
            self._take(message)

    def _take(self, message: Message) -> None:
        from jeepney import HeaderFields, MessageType

        fields = message.header.fields
        if self._asked and fields.get(HeaderFields.reply_serial) == self._asked:
            self._asked = 0
            if message.header.message_type is MessageType.method_return:
                self._shown = int(message.body[0])
            else:
                self.refused.emit()
        elif fields.get(HeaderFields.interface) == SERVICE and self._shown:
            self._told(str(fields.get(HeaderFields.member)), message.body)

    def _told(self, member: str, body: tuple[object, ...]) -> None:
        if len(body) != 2 or body[0] != self._shown:
            return
        if member == "ActivationToken":
            from rewire_app.desktop.instance import TOKEN

            os.environ[TOKEN] = str(body[1])  # by it the desktop lets the window come forward
        elif member == "NotificationClosed":
            self._shown = 0
        elif member == "ActionInvoked":
            (self.later if body[1] == LATER else self.opened).emit()
            self.withdraw()

    def _let_go(self) -> None:
        waited, self._asked, self._shown = self._asked, 0, 0
        ear, self._ear = self._ear, None
        bus, self._bus = self._bus, None
        if ear is not None:
            ear.setEnabled(False)
            ear.deleteLater()
        if bus is not None:
            bus.close()
        if waited:
            self.refused.emit()
