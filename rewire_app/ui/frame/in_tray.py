"""Rewire in the tray: what its menu offers, and a window that is put there and comes back.

A window is only hidden where its icon is seen; whoever hides all of Rewire behind the sheet hides the icon
as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QStyle

from rewire_app.desktop.tray import BETWEEN, TrayEntry, TrayIcon, there_is_a_tray
from rewire_app.i18n import _, ngettext
from rewire_app.paths import resources
from rewire_app.ui.base import routes
from rewire_app.ui.base.moment_clock import running_clock
from rewire_app.ui.base.routes import Route
from rewire_app.ui.frame.hiding import neutral_name
from rewire_app.ui.widgets.glyph import icon

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
        self._tray: TrayIcon | None = None
        self._told = False
        self._tries = list(TRIES_MS)
        window.hiding.hidden.connect(self._follow)
        window.hiding.came_back.connect(self._follow)
        self._context.preferences.changed.connect(self._follow)
        self._shell.ready.connect(self.refresh)
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
            self._offer()
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

    def refresh(self) -> None:
        """Let the menu be as all stands now: not every desktop asks before it shows it."""
        self._offer()

    def _offer(self) -> None:
        if self._tray is not None:
            self._tray.offer(self._entries())

    def _entries(self) -> list[TrayEntry]:
        entries = []
        if self._told:
            words = _("The reminder: open"), _("The reminder: in an hour")
            keys = ("notice", "later")
            entries += [TrayEntry(key=key, text=text) for key, text in zip(keys, words, strict=True)]
            entries.append(BETWEEN)
        if settling := self._settling():
            entries += [TrayEntry(key="settled", text=settling, icon=icon("clock", "coralText", 18)), BETWEEN]
        moment = _("A moment, start the clock")
        can_lock = self._context.session is not None and self._context.vault.protected
        back = _("Open {name}").format(name=self._name())
        return [
            *entries,
            TrayEntry(key="moment", text=moment, icon=icon("message", size=18), first=True),
            TrayEntry(key="evening", text=_("Evening check"), icon=icon("moon", size=18)),
            TrayEntry(key="practice", text=self._practice(), icon=icon("play", size=18)),
            BETWEEN,
            TrayEntry(key="hide", text=_("Hide"), icon=icon("eye-off", size=18), on=self._window.isVisible()),
            TrayEntry(key="lock", text=_("Lock"), icon=icon("lock", size=18), on=can_lock),
            BETWEEN,
            TrayEntry(key="open", text=back, icon=icon("today", size=18)),
            TrayEntry(key="quit", text=_("Quit"), icon=icon("x", size=18)),
        ]

    def _settling(self) -> str:
        """How long a moment has been settling, while one does."""
        context = self._context
        if context.session is None:
            return ""
        with context.hub.telling():
            clock = running_clock(context)
            now = context.clock.now()
            if clock is not None and clock.runs(now):
                return _("{settling} {since}").format(settling=clock.words(now), since=clock.since_words())
        return ""

    def _practice(self) -> str:
        """What begins today's practice, with its minutes once they are known."""
        minutes = self._shell.pages.today.minutes if self._context.ready else None
        if minutes is None:
            return _("Begin practice")
        words = ngettext("Begin practice, {n} minute", "Begin practice, {n} minutes", minutes)
        return words.format(n=minutes)

    def _do(self, key: str) -> None:
        """Do what was chosen; what shows something brings the window forward first."""
        context, window = self._context, self._window
        if key in ("notice", "later"):
            (self.notice_pressed if key == "notice" else self.later).emit()
        elif key == "hide":
            window.hide_in_tray()
        elif key == "quit":
            window.quit()
        elif key == "lock":
            self._shell.go(routes.LOCK)
        else:
            window.come_forward()
            ways = {"moment": routes.moment(context.today), "evening": routes.evening(context.today)}
            if key in ways:
                self._go(ways[key])
            elif key == "settled":
                self._go_to_settled()
            elif key == "practice":
                self._go(routes.TODAY)
                today = self._shell.pages.today
                if context.ready and not self._shell.covers.waiting and today.minutes is not None:
                    today.begin()

    def _go(self, way: Route) -> None:
        self._shell.go(way)

    def _go_to_settled(self) -> None:
        with self._context.hub.telling():
            clock = running_clock(self._context) if self._context.session is not None else None
            if clock is not None:
                self._shell.go(routes.settled(clock.uid))

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
