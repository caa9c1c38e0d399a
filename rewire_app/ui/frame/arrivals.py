"""What comes to the window from outside: a later start of the same profile, and files to open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from rewire_app import paths
from rewire_app.i18n import _
from rewire_app.ui.base import routes

if TYPE_CHECKING:
    from rewire_app.desktop.instance import Instance
    from rewire_app.ui.frame.window import Window

LISTEN_MS = 1_000
"""After its first picture the window listens, milliseconds: to load the network library takes 30 of them.

A start that comes earlier waits for that.
"""


class Arrivals(QObject):
    """Brings `window` forward whenever a later start asks for it at `channel`, as it is: hidden or locked.

    A file waits until the notes are open, the window is seen, and nothing lies over the pages.
    """

    def __init__(self, window: Window, channel: str) -> None:
        super().__init__(window)
        self._window, self._channel = window, channel
        self._instance: Instance | None = None
        self._file: Path | None = None
        window.ready.connect(self._soon)
        window.ready.connect(self._watch_covers, Qt.ConnectionType.SingleShotConnection)
        window.hiding.came_back.connect(self._soon)
        if channel:
            window.painted.connect(lambda: QTimer.singleShot(LISTEN_MS, self, self._listen))

    def _listen(self) -> None:
        try:
            from rewire_app.desktop.instance import Instance
        except ImportError:  # a library of the system is missing; the lock on the notes still holds
            return
        self._instance = Instance(self._channel, self)
        self._instance.asked.connect(self.come)

    def come(self, file: Path | None) -> None:
        """Bring the window forward and open `file`; the sheet that hides it, or the lock, stays over it."""
        self._window.come_forward()
        self.open(file)

    def open(self, file: Path | None) -> None:
        """Show what is in `file` as soon as that can be; the newest is shown where several wait."""
        if file is not None:
            self._file = file
            self._soon()

    def _watch_covers(self) -> None:
        self._window.shell.covers.uncovered.connect(self._soon)

    def _soon(self) -> None:
        """In a turn of its own: what was over the pages is gone by then."""
        QTimer.singleShot(0, self, self._show)

    def _show(self) -> None:
        window, file = self._window, self._file
        if file is None or not window.dressed or window.hiding.sheet is not None:
            return
        shell = window.shell
        hub = shell.context.hub
        if not shell.context.ready:
            return
        if shell.covers.waiting:
            if shell.covers.playing:
                hub.said.emit(_("{file} is shown once this exercise is over.").format(file=file.name))
            return
        self._file = None
        if file.suffix.lower() == paths.PACK_FILE:
            from rewire_app.ui.packs.page import PacksPage

            shell.go(routes.PACKS)
            packs = shell.page(routes.PACKS.page)
            assert isinstance(packs, PacksPage)
            packs.look_at(file)
            return
        from rewire_app.ui.custom.page import CustomPage

        shell.go(routes.CUSTOM)
        page = shell.page(routes.CUSTOM.page)
        assert isinstance(page, CustomPage)
        page.preview_file(file)

    def close(self) -> None:
        """The window ends: a start from now on waits until the notes are let go of, and opens them itself."""
        if self._instance is not None:
            self._instance.close()
