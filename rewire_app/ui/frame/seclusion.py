"""What keeps Rewire from other eyes, put together: keys, the sheet, the lock, the title, the captures."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from rewire_app.ui.base import routes
from rewire_app.ui.frame.hiding import Hiding, title
from rewire_app.ui.frame.key_watch import KeyWatch
from rewire_app.ui.frame.locking import Locking

if TYPE_CHECKING:
    from rewire_app.ui.frame.shell import Shell


class Seclusion(QObject):
    """Lets the keys hide, show and lock `window`, whose content is `shell`."""

    def __init__(self, window: QWidget, shell: Shell, hiding: Hiding, last: Callable[[], object]) -> None:
        """`last` is what the window does before its process ends."""
        super().__init__(window)
        self._window, self._shell, self._hiding = window, shell, hiding
        context = shell.context
        self.watch = KeyWatch(lambda: context.settings, lambda: hiding.sheet is not None, self)
        self.watch.watch(window.windowHandle())
        self.locking = Locking(shell, self.watch, hiding, last)
        self.watch.hide_wanted.connect(self._turn)
        shell.hide_wanted.connect(self._turn)
        self.watch.help_wanted.connect(self._help)
        context.preferences.changed.connect(self._follow)
        self._follow()

    def _turn(self) -> None:
        """Hide, or come back."""
        if self._hiding.sheet is None:
            self._hiding.hide(self._shell)
        else:
            self._hiding.come_back(title(self._shell.context.settings))

    def _help(self) -> None:
        """Help is never out of reach, whatever is hidden."""
        self._turn()
        self._shell.go(routes.HELP)

    def _follow(self) -> None:
        """The settings are others now."""
        settings = self._shell.context.settings
        if self._hiding.sheet is None:
            self._window.setWindowTitle(title(settings))
        if sys.platform == "win32":
            from rewire_app.ui.frame.windows_messages import keep_out_of_captures

            keep_out_of_captures(self._window, wanted=settings.no_captures)
