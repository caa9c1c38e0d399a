"""A later start of the same profile: the window that is there comes forward in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

if TYPE_CHECKING:
    from pathlib import Path

    from rewire_app.desktop.instance import Instance
    from rewire_app.ui.frame.window import Window

LISTEN_MS = 1_000
"""After its first picture the window listens, milliseconds: to load the network library takes 30 of them.

A start that comes earlier waits for that.
"""


class Arrivals(QObject):
    """Brings `window` forward whenever a later start asks for it at `channel`, as it is: hidden or locked."""

    def __init__(self, window: Window, channel: str) -> None:
        super().__init__(window)
        self._window, self._channel = window, channel
        self._instance: Instance | None = None
        if channel:
            window.painted.connect(lambda: QTimer.singleShot(LISTEN_MS, self, self._listen))

    def _listen(self) -> None:
        try:
            from rewire_app.desktop.instance import Instance
        except ImportError:  # a library of the system is missing; the lock on the notes still holds
            return
        self._instance = Instance(self._channel, self)
        self._instance.asked.connect(self.come)

    def come(self, _file: Path | None) -> None:
        """Bring the window forward; the sheet that hides it, or the lock, stays over it."""
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()

    def close(self) -> None:
        """The window ends: a start from now on waits until the notes are let go of, and opens them itself."""
        if self._instance is not None:
            self._instance.close()
