"""Rewire's icon in the tray of the desktop, where there is a tray, with a menu of a few words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

NOTICE_MS = 15_000
"""How long a notice of the tray is asked to stay, milliseconds."""


def there_is_a_tray() -> bool:
    """Whether the desktop has a tray now; one that begins with the computer may come a little later."""
    return QSystemTrayIcon.isSystemTrayAvailable()


@dataclass(frozen=True, slots=True, kw_only=True)
class TrayEntry:
    """One line of the menu; without `key` a line between. `on`: it can be chosen."""

    key: str = ""
    text: str = ""
    icon: QIcon | None = None
    on: bool = True
    first: bool = False


BETWEEN = TrayEntry()


class TrayIcon(QSystemTrayIcon):
    """`menu`: what it shows, empty until `offer`.

    `asked()`: the menu is about to be shown. `wanted(key)`: an entry was chosen; "open" is a plain press.
    `notice_pressed()`: the person pressed the notice of the tray.
    """

    asked = Signal()
    wanted = Signal(str)
    notice_pressed = Signal()

    def __init__(self, icon: QIcon, name: str, window: QWidget) -> None:
        super().__init__(icon, window)
        self.setToolTip(name)
        self.menu = QMenu(window)
        self.menu.aboutToShow.connect(self.asked)
        self._entries: tuple[TrayEntry, ...] = ()
        self.setContextMenu(self.menu)
        self.activated.connect(self._pressed)
        self.messageClicked.connect(self.notice_pressed)

    def offer(self, entries: Sequence[TrayEntry]) -> None:
        """Have these lines in the menu."""
        if tuple(entries) == self._entries:
            return
        self._entries = tuple(entries)
        self.menu.clear()
        for one in entries:
            if not one.key:
                self.menu.addSeparator()
                continue
            act = QAction(one.icon or QIcon(), one.text, self.menu)
            act.setEnabled(one.on)
            act.triggered.connect(partial(self._choose, one.key))
            self.menu.addAction(act)
            if one.first:
                self.menu.setDefaultAction(act)
                font = act.font()
                font.setBold(True)  # a style sheet says nothing of what is the first
                act.setFont(font)

    def lines(self) -> list[str]:
        """The words of the menu, "" for a line between."""
        return [act.text() for act in self.menu.actions()]

    def choose(self, key: str) -> None:
        """Do as if the entry `key` was chosen."""
        self._choose(key)

    def tell(self, title: str, text: str, icon: QIcon) -> None:
        """Show a notice by the tray, without a sound where the system allows that."""
        self.showMessage(title, text, icon, NOTICE_MS)

    def _choose(self, key: str, _checked: bool = False) -> None:
        self.wanted.emit(key)

    def _pressed(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (
            QSystemTrayIcon.ActivationReason.Trigger,
            QSystemTrayIcon.ActivationReason.DoubleClick,
        ):
            self.wanted.emit("open")
