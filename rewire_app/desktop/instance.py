"""The channel between two starts of one profile: the later asks, the window that is there hears it.

The only module that knows Qt's network library, and of it only what stays on this computer. Over the channel
go the path of a file to open, and the token by which the desktop lets a window come forward.
"""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER_MS = 5_000
"""How long the window may take to answer: it may be in the middle of something."""

MOST = 16_384
"""Bytes in what is asked, more than any system allows in a path."""

END, HEARD = b"\0", b"\1"
TOKEN = "XDG_ACTIVATION_TOKEN"
"""The variable through which Wayland's desktops say that the person wants the window; Qt reads it too."""

ANY_PROCESS = 0xFFFFFFFF
"""ASFW_ANY of Windows: whoever was just started by the person may give the front to another."""


def hand_over(channel: str, file: Path | None) -> bool:
    """Ask the window at `channel` to come forward and open `file`; whether it answered."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(ANY_PROCESS)
    socket = QLocalSocket()
    socket.connectToServer(channel)
    if not socket.waitForConnected(ANSWER_MS):
        return False
    asked = os.fsencode(file or ""), os.environ.get(TOKEN, "").encode()
    socket.write(END.join((*asked, b"")))
    return socket.waitForReadyRead(ANSWER_MS) and socket.readAll().data() == HEARD


class Instance(QObject):
    """Listens at `channel`. `asked(Path | None)`: a later start wants the window in front, with that file."""

    asked = Signal(object)

    def __init__(self, channel: str, parent: QObject | None = None) -> None:
        """Where the system refuses the channel it hears nobody, and the lock on the notes still holds."""
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._meet)
        QLocalServer.removeServer(channel)  # one that died left its name behind
        self._server.listen(channel)

    def close(self) -> None:
        """Hear nobody any more."""
        self._server.close()

    def _meet(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.readyRead.connect(partial(self._hear, socket))
            socket.disconnected.connect(socket.deleteLater)

    def _hear(self, socket: QLocalSocket) -> None:
        asked = bytes(socket.peek(MOST + 1).data())
        if len(asked) > MOST:
            socket.abort()
        elif asked.count(END) == 2:
            socket.readAll()
            socket.write(HEARD)
            socket.disconnectFromServer()
            file, token, _rest = asked.split(END)
            if token:
                os.environ[TOKEN] = os.fsdecode(token)
            self.asked.emit(Path(os.fsdecode(file)) if file else None)
