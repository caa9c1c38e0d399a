"""The top-level window: painted at once as quiet paper and a rail, then given its content."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication

from rewire_app import settings
from rewire_app.domain.days import Clock
from rewire_app.errors import RewireError
from rewire_app.paths import resources
from rewire_app.ui.frame.front_window import FrontWindow
from rewire_app.ui.frame.hiding import Hiding, title
from rewire_app.ui.frame.place import FRAME, WindowPlace, fitted, free_parts, least_size, read_place
from rewire_app.ui.widgets import spoken
from rewire_app.ui.widgets.room import BAR, RAIL, RAIL_MINI, RailForm, rail_form

if TYPE_CHECKING:
    from rewire_app.ui.base.context import Context
    from rewire_app.ui.base.routes import Route
    from rewire_app.ui.frame.in_tray import InTray
    from rewire_app.ui.frame.shell import Shell

PAINT_MS = 2
"""A moment for the rail to be painted in a turn of its own, milliseconds."""
DARK_BELOW = 128
"""Lightness (0 to 255) of the desktop's window colour below which it counts as dark."""


class Window(FrontWindow):
    """Rewire's only window. Its title never says more than the program's name, or not even that.

    It imports next to nothing, so that something is on the screen as fast as an empty window would be; all
    the rest is imported in one thread after that. `painted`: the first picture is there. `filled`: Today
    shows the person's data. `ready`: everything is open. `erased`: all that was kept is gone from the disk.
    """

    spoken = "Window"
    painted = Signal()
    filled = Signal()
    ready = Signal()
    erased = Signal()
    _importable = Signal()

    def __init__(
        self,
        profile: Path,
        clock: Clock,
        *,
        sample: bool = False,
        hidden: bool = False,
        copies: bool = True,
        locked: bool = False,
    ) -> None:
        """`hidden`: it begins behind the sheet that keeps nothing, as the process before ended.

        `locked`: that one locked the notes, so the keychain of the system may not open them.
        """
        super().__init__()
        self._copies = copies
        self._profile, self._clock, self._sample = profile, clock, sample
        self._shell: Shell | None = None
        self._imports = threading.Thread(target=self._import_shell, name="imports", daemon=True)
        self._first_paint = True
        self._warned = self._ending = self._unseen = False
        self.tray: InTray | None = None
        spoken.install()
        look = settings.load(profile)
        self.setWindowTitle(title(look))
        self._chosen = QRect()
        self._stand(read_place(look.window))
        self._scale, self._first_start = look.text_size, not look.set_up
        self._paper, self._rail_colour, self._line = _first_colours(look.theme)
        self._importable.connect(self._dress)
        self.painted.connect(self._import)
        self.painted.connect(self._come_to_stand)
        self.hiding = Hiding(self)
        self._locked = locked
        if hidden:
            self.hiding.hide(None)

    def begin_unseen(self) -> None:
        """Begin in the tray; a window that is never shown has no first picture to wait for."""
        self._unseen = True
        self._first_paint = False
        self.winId()  # what hears keys and the system needs the window of the desktop
        QTimer.singleShot(0, self.painted.emit)

    def come_forward(self) -> None:
        """Be seen in front of other windows, from the tray as well; what hides or locks it stays over it."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        if not self.isActiveWindow():
            self.raise_()
            self.activateWindow()
        if self.tray is not None:
            self.tray.refresh()

    def hide_in_tray(self) -> None:
        """Leave the screen, if there is a tray to come back from and all that was typed is saved."""
        if self.tray is not None and self.tray.holds and self.shell.leave():
            self.remember()
            self.hide()
            self.tray.refresh()

    def quit(self) -> None:
        """End, whatever is in the tray."""
        self._ending = True
        self.close()

    def _stand(self, place: WindowPlace | None) -> None:
        """Stand at `place`, or in the middle of the main screen, and always where a screen is."""
        screens = free_parts()
        if place is None:
            self._chosen = fitted(None, screens, FRAME)
        else:  # it stood there with its frame
            self._chosen = fitted(place.rect, screens, QMargins())
        self.setMinimumSize(least_size(screens[0], FRAME).boundedTo(self._chosen.size()))
        self.setGeometry(self._chosen)
        if place is not None and place.maximised:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _come_to_stand(self) -> None:
        """Now there is a frame, and a window that can move to another screen."""
        self._keep_in_sight()
        if (handle := self.windowHandle()) is not None:
            handle.screenChanged.connect(self._fit_screen)

    def _keep_in_sight(self) -> None:
        """Bring back what sticks out of the screen, unless the person put the window there since."""
        if self.geometry().size() != self._chosen.size() or self.isMaximized() or self.isFullScreen():
            return
        outer, inner = self.frameGeometry(), self.geometry()
        frame = QMargins(
            inner.left() - outer.left(),
            inner.top() - outer.top(),
            outer.right() - inner.right(),
            outer.bottom() - inner.bottom(),
        )
        seen = fitted(inner, free_parts(), frame)
        if seen != inner:
            self.setMinimumSize(self.minimumSize().boundedTo(seen.size()))
            self.setGeometry(seen)

    def _fit_screen(self) -> None:
        """On another screen another size is the smallest."""
        self.setMinimumSize(least_size(self.screen().availableGeometry()))

    @property
    def dressed(self) -> bool:
        """Whether the content is there; the notes may not be open yet."""
        return self._shell is not None

    @property
    def shell(self) -> Shell:
        """The content; it is there from `ready` on, and a little before."""
        assert self._shell is not None, "the window has no content yet"
        return self._shell

    @property
    def context(self) -> Context:
        """What the pages of this window share."""
        return self.shell.context

    def go(self, route: Route) -> None:
        """Show what `route` names."""
        self.shell.go(route)

    def tell_erased(self) -> None:
        """Say that everything is erased, as the process before did it."""
        from rewire_app.ui.frame.beginning_anew import erased_words

        self.context.hub.said.emit(erased_words())

    def _import(self) -> None:
        self._imports.start()

    def _import_shell(self) -> None:
        import rewire_app.ui.frame.shell

        if self._first_start:
            import rewire_app.ui.setup.page  # noqa: F401 - the same
        self._importable.emit()

    def _dress(self) -> None:
        """Fonts, colours and style first; each part has a turn of its own, so that none is long."""
        from rewire_app.ui.widgets.theme import theme

        app = QApplication.instance()
        assert isinstance(app, QApplication)
        try:
            theme.apply(settings.load(self._profile), app)
        except RewireError as error:  # no theme or no font: nothing else can be shown either
            self._say_plainly(error)
            return
        QTimer.singleShot(0, self, self._build)

    def _build(self) -> None:
        from rewire_app.ui.frame.in_tray import InTray
        from rewire_app.ui.frame.reminding import Reminding
        from rewire_app.ui.frame.seclusion import Seclusion
        from rewire_app.ui.frame.shell import Shell

        shell = Shell(self._profile, self._clock, sample=self._sample, copies=self._copies, parent=self)
        shell.context.ask_keychain = not self._locked
        shell.filled.connect(self.filled)
        shell.ready.connect(self.ready)
        shell.erased.connect(self.erased)
        shell.closing.connect(self.quit)
        shell.copy_times.over.connect(self.close)
        hub = shell.context.hub
        for tried in (hub.saved, hub.failed):
            tried.connect(self._go_on)
        shell.resize(self.size())
        self._shell = shell
        self.seclusion = Seclusion(self, shell, self.hiding, self.remember)
        if self.hiding.sheet is None:
            shell.show()
        else:
            self.hiding.cover(shell)
        self.tray = InTray(self)
        self.reminding = Reminding(self, self.tray, shell.down)
        if self._unseen:
            self.tray.begin_unseen()
        QTimer.singleShot(PAINT_MS, self, shell.door.begin)
        QTimer.singleShot(PAINT_MS, self, self._remind)

    def _remind(self) -> None:
        """A window that was locked, or begins in the tray, goes on; another one tells what passed by."""
        self.reminding.begin(awake=self._locked or self._unseen)

    def _say_plainly(self, error: RewireError) -> None:
        """Say in the desktop's own look what is missing, since Rewire's cannot be read."""
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QLabel, QVBoxLayout

        from rewire_app.i18n import _

        advice = _("Your notes were not touched. Installing Rewire again brings the missing part back.")
        said = QLabel(f"{error}\n\n{advice}")
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        said.setAutoFillBackground(True)
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        said.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        said.setAccessibleName(said.text())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(said)
        said.setFocus()

    def close_store(self) -> None:
        """Let go of the database; the last thing before the process ends, and no thread outlives it."""
        if self._imports.is_alive():
            self._imports.join()
        if self._shell is not None:
            self.reminding.close()
            self._shell.close_store()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paper and rail, until the content covers them; the first start has no rail."""
        if self._shell is None:
            painter = QPainter(self)
            painter.fillRect(self.rect(), QColor(self._paper))
            if not self._first_start:
                rail, edge = self._first_rail()
                painter.fillRect(rail, QColor(self._rail_colour))
                painter.fillRect(edge, QColor(self._line))
            painter.end()
        if self._first_paint:
            self._first_paint = False
            QTimer.singleShot(0, self.painted.emit)

    def showEvent(self, event: QShowEvent) -> None:
        """Where the sheet hides all, the window paints nothing itself, and goes on with what comes after."""
        if self._first_paint and self.hiding.sheet is not None:
            self._first_paint = False
            QTimer.singleShot(0, self.painted.emit)
        super().showEvent(event)

    def _first_rail(self) -> tuple[QRect, QRect]:
        """Where the rail will be, or the bar that stands for it, and the line along it."""
        form = rail_form(self.width(), self.height(), self._scale)
        if form is RailForm.LIST:
            bar = QRect(0, 0, self.width(), BAR * self._scale // 100)
            return bar, QRect(0, bar.height() - 1, self.width(), 1)
        rail = QRect(0, 0, RAIL if form is RailForm.WIDE else RAIL_MINI, self.height())
        return rail, QRect(rail.width() - 1, 0, 1, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """While nothing has the focus, keys come here: they are for the content."""
        if self._shell is not None and self.focusWidget() is None:
            self._shell.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The content fills the window."""
        self.hiding.fill()
        if self._shell is not None:
            self._shell.resize(event.size())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Where the icon is in the tray the window goes there, unless it is to end.

        What is being typed is saved first; when that fails, closing once more leaves without it.

        Then a copy of the notes is made, if there is anything new in them; closing once more waits no longer.
        """
        if self.tray is not None and self.tray.holds and not self._ending:
            event.ignore()
            self.hide_in_tray()
            return
        warned = self._warned
        if self._shell is not None and not self._shell.leave() and not warned:
            self._warned = True
            event.ignore()
            if self.tray is not None and self.tray.holds:
                self.come_forward()
            return
        if self._shell is not None and self._shell.copy_times.holds():
            event.ignore()
            return
        self.remember()
        event.accept()
        if not self.isVisible():
            # Qt ends by itself only where a window that was seen is closed.
            QTimer.singleShot(0, QApplication.quit)

    def end(self, insist: bool) -> None:
        """End as by the close button, but ask nothing about drafts: they wait for the next window.

        With `insist` nobody is there to be asked, and it ends in any case.
        """
        self._ending = True
        if not self.close() and (insist or self.shell.loses_nothing):
            self.close()
        if not self.isVisible():
            QApplication.exit(0)  # a dialog that is open must not hold it up

    def keep_words(self, _manager: object = None) -> None:
        """Save what is being typed: the session of the computer ends."""
        if self._shell is not None:
            self._shell.leave()

    def remember(self) -> None:
        """Keep where the window stands and which page it shows, for the next start."""
        if self._shell is None or self.context.session is None:
            return  # another window may have the profile open, and its settings are newer
        filled = self.isMaximized()  # a full screen was for an exercise alone
        rect = self.normalGeometry() if filled or self.isFullScreen() else self.geometry()
        place = WindowPlace(rect=rect if rect.isValid() else self.geometry(), maximised=filled)
        self.context.preferences.remember(window=str(place), page=self._shell.here)

    def _go_on(self) -> None:
        """Who was asked, stayed and wrote on is asked again."""
        self._warned = False
        self.shell.copy_times.go_on()


def _first_colours(name: str) -> tuple[str, str, str]:
    """Page, rail and hairline of the theme that will be in force, read without importing the theme."""
    if name == "system":
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        name = "dark" if app.palette().window().color().lightness() < DARK_BELOW else "light"
    found = {}
    try:
        for line in (resources() / "themes" / f"{name}.toml").read_text("utf-8").splitlines():
            role, _equals, value = line.partition("=")
            found[role.strip()] = value.strip().strip('"')
    except OSError:
        return "", "", ""  # the missing file is reported when the theme itself is read
    return found.get("bg", ""), found.get("sunken", ""), found.get("line", "")
