"""The top-level window: painted at once as quiet paper and a rail, then given its content."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from rewire_app import settings
from rewire_app.domain.days import Clock
from rewire_app.errors import RewireError
from rewire_app.paths import resources
from rewire_app.ui.widgets import spoken

if TYPE_CHECKING:
    from rewire_app.ui.base.context import Context
    from rewire_app.ui.base.routes import Route
    from rewire_app.ui.frame.shell import Shell

SIZE = (1200, 800)
LEAST = (720, 520)
RAIL = 212
PAINT_MS = 2
"""A moment for the rail to be painted in a turn of its own, milliseconds."""
DARK_BELOW = 128
"""Lightness (0 to 255) of the desktop's window colour below which it counts as dark."""


class Window(QWidget):
    """Rewire's only window. Its title never says more than the program's name.

    It imports next to nothing, so that something is on the screen as fast as an empty window would be; all
    the rest is imported in one thread after that. `painted`: the first picture is there. `filled`: Today
    shows the person's data. `ready`: everything is open.
    """

    spoken = "Window"
    painted = Signal()
    filled = Signal()
    ready = Signal()
    _importable = Signal()

    def __init__(self, profile: Path, clock: Clock, *, sample: bool = False) -> None:
        super().__init__()
        self._profile, self._clock, self._sample = profile, clock, sample
        self._shell: Shell | None = None
        self._imports = threading.Thread(target=self._import_shell, name="imports", daemon=True)
        self._first_paint = True
        self._warned = False
        self.setWindowTitle("Rewire")
        spoken.install()
        self.resize(*SIZE)
        self.setMinimumSize(*LEAST)
        found = settings.load(profile)
        self._first_start = not found.set_up
        self._paper, self._rail_colour, self._line = _first_colours(found.theme)
        self._importable.connect(self._dress)
        self.painted.connect(self._import)

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
        from rewire_app.ui.frame.shell import Shell

        shell = Shell(self._profile, self._clock, sample=self._sample, parent=self)
        shell.filled.connect(self.filled)
        shell.ready.connect(self.ready)
        shell.closing.connect(self.close)
        hub = shell.context.hub
        for tried in (hub.saved, hub.failed):
            tried.connect(self._go_on)
        shell.resize(self.size())
        self._shell = shell
        shell.show()
        QTimer.singleShot(PAINT_MS, self, shell.door.begin)

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
            self._shell.close_store()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paper and rail, until the content covers them; the first start has no rail."""
        if self._shell is None:
            painter = QPainter(self)
            painter.fillRect(self.rect(), QColor(self._paper))
            if not self._first_start:
                painter.fillRect(0, 0, RAIL, self.height(), QColor(self._rail_colour))
                painter.fillRect(RAIL - 1, 0, 1, self.height(), QColor(self._line))
            painter.end()
        if self._first_paint:
            self._first_paint = False
            QTimer.singleShot(0, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The content fills the window."""
        if self._shell is not None:
            self._shell.resize(event.size())

    def closeEvent(self, event: QCloseEvent) -> None:
        """What is being typed is saved first; when that fails, closing once more leaves without it."""
        warned = self._warned
        if self._shell is not None and not self._shell.leave() and not warned:
            self._warned = True
            event.ignore()
            return
        event.accept()

    def end(self, insist: bool) -> None:
        """End as by the close button; with `insist` nobody is there to be asked, and it ends in any case."""
        if not self.close() and insist:
            self.close()
        if not self.isVisible():
            QApplication.exit(0)  # a dialog that is open must not hold it up

    def keep_words(self, _manager: object = None) -> None:
        """Save what is being typed: the session of the computer ends."""
        if self._shell is not None:
            self._shell.leave()

    def _go_on(self) -> None:
        """Who was asked, stayed and wrote on is asked again."""
        self._warned = False


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
