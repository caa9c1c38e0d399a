"""What the screens share that say why the notes cannot be opened: their ways out, and another folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QWidget

from rewire_app.i18n import _
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.ui.widgets.buttons import HelpButton, PaintedButton, SecondButton
from rewire_app.ui.widgets.layout import hbox, stretch, vbox
from rewire_app.ui.widgets.rail import Brand
from rewire_app.ui.widgets.scroll import PageScroll
from rewire_app.ui.widgets.text import Body
from rewire_app.ui.widgets.theme import S3

WIDTH = 660


class OpeningScreen(QWidget):
    """Stands where the pages would. `again`: try to open once more. `closed`: leave.

    `accepted`: open although the newest notes are missing. `elsewhere(Path)`: use that folder until Rewire
    is closed. `help`: people to talk to.
    """

    again = Signal()
    accepted = Signal()
    closed = Signal()
    elsewhere = Signal(object)
    help = Signal()

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._chosen = folder
        self._question = QWidget()
        self._asked = Body("")
        self._begin = SecondButton(_("Begin new notes there"))
        self._begin.clicked.connect(lambda: self.elsewhere.emit(self._chosen))
        self._begin.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        vbox(self._asked, self._begin, on=self._question, gap=S3)
        self._question.hide()

    @property
    def main(self) -> PaintedButton:
        """The button that Enter presses, and that has the focus first."""
        raise NotImplementedError

    @property
    def whole(self) -> PageScroll:
        """What scrolls where there is little room."""
        raise NotImplementedError

    def _top(self) -> QHBoxLayout:
        helping = HelpButton(height=44)
        helping.clicked.connect(self.help)
        return hbox(Brand(), stretch(), helping)

    def ask_folder(self) -> None:
        """Let the person choose another folder."""
        name = QFileDialog.getExistingDirectory(
            self, _("The folder with your notes"), str(self._folder.parent)
        )
        if name:
            self.choose(Path(name))

    def choose(self, folder: Path) -> None:
        """Use `folder`; one without notes only when that is what is wanted."""
        self._chosen = folder
        if not ProfileFiles(folder).untouched():
            self.elsewhere.emit(folder)
            return
        words = _(
            "There are no notes in {folder}. Rewire can begin new ones there. "
            "Its next start opens the usual folder."
        )
        self._asked.setText(words.format(folder=folder))
        self._question.show()
        self._begin.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._show_question)  # once it has its place

    def _show_question(self) -> None:
        self.whole.ensureWidgetVisible(self._question)

    def show_folder(self) -> None:
        """Show the folder in the program of the desktop."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the main button."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.main.click()
            return
        super().keyPressEvent(event)

    def setFocus(self) -> None:  # type: ignore[override]  # Qt overloads it
        """Focus lands on the main button."""
        self.main.setFocus(Qt.FocusReason.OtherFocusReason)
