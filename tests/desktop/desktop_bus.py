"""A session bus of its own, and what a desktop has on it: a service for notices, and a tray."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from typing import Any

NOTICES, TRAY = "org.freedesktop.Notifications", "org.kde.StatusNotifierWatcher"
TRIES, LONG_S = 400, 0.05


def missing(*programs: str) -> str:
    """What this computer lacks for it; empty when it has all."""
    if sys.platform != "linux":
        return "the bus is Linux's"
    lacks = [name for name in ("dbus-daemon", *programs) if shutil.which(name) is None]
    lacks += [] if find_spec("jeepney") else ["jeepney"]
    return f"not installed: {', '.join(lacks)}" if lacks else ""


@contextmanager
def session_bus() -> Iterator[str]:
    """The address of a bus for as long as the block lasts."""
    command = ("dbus-daemon", "--session", "--print-address=1", "--nofork")
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout is not None
        try:
            yield daemon.stdout.readline().strip()
        finally:
            daemon.terminate()


class Desktop:
    """Answers on a thread: notes what is shown, and which icons come into its tray."""

    def __init__(self, address: str, *names: str) -> None:
        from jeepney import message_bus
        from jeepney.io.blocking import Proxy, open_dbus_connection

        self._line = open_dbus_connection(bus=address)
        for name in names:
            Proxy(message_bus, self._line).RequestName(name)
        self.shown: list[tuple[Any, ...]] = []
        self.withdrawn: list[int] = []
        self.icons: list[tuple[str, str]] = []
        self.changed = threading.Condition()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        from jeepney import MessageType

        while not self._over.is_set():
            try:
                message = self._line.receive(timeout=LONG_S)
            except TimeoutError:
                continue
            except OSError:
                return
            if message.header.message_type is MessageType.method_call:
                with self.changed:
                    self._answer(message)
                    self.changed.notify_all()

    def _answer(self, message: Any) -> None:
        from jeepney import HeaderFields, new_method_return

        fields = message.header.fields
        signature: str | None = None
        body: tuple[Any, ...] = ()
        match fields.get(HeaderFields.member):
            case "Notify":
                self.shown.append(message.body)
                signature, body = "u", (len(self.shown),)
            case "CloseNotification":
                self.withdrawn.append(message.body[0])
            case "RegisterStatusNotifierItem":
                self.icons.append((fields[HeaderFields.sender], message.body[0]))
            case "Get":
                signature, body = "v", (("b", True),)
            case "GetAll":
                known = {"IsStatusNotifierHostRegistered": ("b", True), "ProtocolVersion": ("i", 0)}
                signature, body = "a{sv}", (known,)
        with suppress(OSError):
            self._line.send(new_method_return(message, signature, body))

    def press(self, notice: int, key: str) -> None:
        """Press a button of what was shown as `notice`."""
        self._say("ActionInvoked", "us", (notice, key))

    def _say(self, member: str, signature: str, body: tuple[Any, ...]) -> None:
        from jeepney import DBusAddress, new_signal

        place = DBusAddress("/org/freedesktop/Notifications", interface=NOTICES)
        self._line.send(new_signal(place, member, signature, body))

    def close(self) -> None:
        """Answer nobody any more."""
        self._over.set()
        self._thread.join()
        self._line.close()


@contextmanager
def desktop(address: str, *names: str) -> Iterator[Desktop]:
    """A desktop with those services on the bus at `address`."""
    there = Desktop(address, *names)
    try:
        yield there
    finally:
        there.close()
