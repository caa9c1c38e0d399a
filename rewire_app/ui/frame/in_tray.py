"""Rewire in the tray: what its menu offers, and a window that is put there and comes back.

A window is only hidden where its icon is seen; whoever hides all of Rewire behind the sheet hides the icon
as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QStyle

from rewire_app.desktop.tray import TrayIcon, there_is_a_tray
from rewire_app.paths import resources
from rewire_app.ui.frame.hiding import neutral_name
from rewire_app.ui.frame.tray_menu import TrayMenu
from rewire_app.ui.widgets.glyph import icon
from rewire_app.ui.widgets.menu_look import dress
from rewire_app.ui.widgets.theme import theme

if TYPE_CHECKING:
    from rewire_app.ui.frame.front_window import FrontWindow

TRIES_MS = (2_000, 8_000, 20_000)
"""When a window that began unseen looks for a tray that was not there yet, milliseconds after it looked."""


class InTray(QObject):
    """`notice_pressed()`, `later()`: what was done with a reminder that the tray showed."""

    notice_pressed = Signal()
    later = Signal()

    def __init__(self, window: FrontWindow) -> None:
        super().__init__(window)
        self._window, self._shell = window, window.shell
        self._context = window.shell.context
        self.menu = TrayMenu(window)
        self._tray: TrayIcon | None = None
        self._told = False
        self._tries = list(TRIES_MS)
        window.hiding.hidden.connect(self._follow)
        window.hiding.came_back.connect(self._follow)
        self._context.preferences.changed.connect(self._follow)
        self._shell.ready.connect(self.refresh)
        theme.changed.connect(self._restyle)
        self._shell.covers.currentChanged.connect(self.refresh)  # the lock came or went
        self._follow()

    @property
    def neutral(self) -> str:
        """What Rewire is called where nobody may read its name."""
        return neutral_name()

    @property
    def named(self) -> bool:
        """Whether the name of the program may be seen."""
        return self._window.hiding.sheet is None and not self._context.settings.neutral_title

    @property
    def icon(self) -> TrayIcon | None:
        """The icon, while it is seen."""
        return self._tray

    @property
    def holds(self) -> bool:
        """Whether the window may be hidden: its icon is seen, and leads back."""
        return self._tray is not None and there_is_a_tray()

    def begin_unseen(self) -> None:
        """Stay hidden if there is a tray; it may come some seconds after this. Else be minimised."""
        self._follow()
        if self.holds:
            return
        if self._context.settings.tray and self._tries:
            QTimer.singleShot(self._tries.pop(0), self, self._try_again)
        else:
            self._window.showMinimized()

    def _try_again(self) -> None:
        if not self._window.isVisible():
            self.begin_unseen()

    def _follow(self) -> None:
        """Have an icon if it is wanted, there is a tray, and nothing is hidden."""
        wanted = self._context.settings.tray and self._window.hiding.sheet is None and there_is_a_tray()
        if wanted and self._tray is None:
            self._tray = tray = TrayIcon(self._picture(), self._name(), self._window)
            tray.asked.connect(self._offer)
            tray.wanted.connect(self._do)
            tray.notice_pressed.connect(self.notice_pressed)
            self._restyle()
            tray.show()
        elif not wanted and self._tray is not None:
            tray, self._tray = self._tray, None
            tray.hide()
            tray.deleteLater()
            if not self._window.isVisible():
                self._window.come_forward()
        elif self._tray is not None:
            self._tray.setIcon(self._picture())
            self._tray.setToolTip(self._name())
            self._offer()

    def _name(self) -> str:
        return "Rewire" if self.named else neutral_name()

    def _picture(self) -> QIcon:
        if self.named:
            return QIcon(str(resources() / "icons" / "rewire.svg"))
        return self._window.style().standardIcon(QStyle.StandardPixmap.SP_FileIcon)

    # the menu

    def _restyle(self) -> None:
        """Take over colours and sizes of the theme."""
        if self._tray is not None:
            dress(self._tray.menu)
            self._offer()

    def refresh(self, _shown: object = None) -> None:
        """Let the menu be as all stands now: not every desktop asks before it shows it."""
        self._offer()

    def _offer(self) -> None:
        if self._tray is not None:
            self._tray.offer(self.menu.entries(self._name(), told=self._told))

    def _do(self, key: str) -> None:
        """Do what was chosen in the menu."""
        if key in ("notice", "later"):
            (self.notice_pressed if key == "notice" else self.later).emit()
        else:
            self.menu.do(key)

    # notices

    def tell(self, title: str, text: str, _later: str) -> bool:
        """Show a reminder by the tray, and its two buttons in the menu; False where there is none."""
        if self._tray is None or not QApplication.instance():
            return False
        self._told = True
        self._offer()
        self._tray.tell(title, text, icon("clock", size=24))
        return True

    def told(self) -> None:
        """The reminder was answered."""
        if self._told:
            self._told = False
            self._offer()
