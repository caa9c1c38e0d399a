"""The calm screens for when Rewire cannot open: what happened, that nothing was changed, what can be done."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QWidget

from rewire_app.errors import (
    AlreadyOpenError,
    ContentError,
    DamagedKeyError,
    DamagedStoreError,
    DiskFullError,
    LockedStoreError,
    MissingStoreError,
    NewerStoreError,
    ProfileUnwritableError,
    RewireError,
    StaleStoreError,
)
from rewire_app.i18n import _
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.ui.base.crash import sentence
from rewire_app.ui.widgets.buttons import HelpButton, MainButton, QuietButton, SecondButton
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import hbox, stretch, vbox, wide
from rewire_app.ui.widgets.rail import Brand
from rewire_app.ui.widgets.scroll import PageScroll
from rewire_app.ui.widgets.text import Body, Second, Title, Voice
from rewire_app.ui.widgets.theme import S3, S4, S6, theme

WIDTH, LEAST_HIGH = 660, 72


def heading(error: RewireError) -> str:
    """One short line that names what happened."""
    headings: tuple[tuple[type[RewireError], str], ...] = (
        (AlreadyOpenError, _("Rewire is already open")),
        (NewerStoreError, _("Your notes come from a newer Rewire")),
        (DamagedKeyError, _("The key to your notes is damaged")),
        (DamagedStoreError, _("A file with your notes is damaged")),
        (MissingStoreError, _("The file with your notes is not here")),
        (LockedStoreError, _("Your notes are locked")),
        (StaleStoreError, _("Some of your newest notes are missing")),
        (DiskFullError, _("The disk is full")),
        (ProfileUnwritableError, _("Rewire cannot write to its folder")),
        (ContentError, _("A part of Rewire is missing")),
    )
    for kind, text in headings:
        if isinstance(error, kind):
            return text
    return _("Rewire could not open your notes")


class WordsScroll(PageScroll):
    """As high as what it shows while there is room; else that scrolls, and what is below stays in sight."""

    def __init__(self, words: QWidget) -> None:
        super().__init__(words)
        self._words = words
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        words.installEventFilter(self)

    def sizeHint(self) -> QSize:
        """All of it in the width there is."""
        words = self._words
        high = max(words.minimumSizeHint().height(), words.heightForWidth(self.viewport().width()))
        return QSize(theme.px(WIDTH), high)

    def minimumSizeHint(self) -> QSize:
        """A line or two."""
        return QSize(0, theme.px(LEAST_HIGH))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Other words or another width ask for another height."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.updateGeometry()
        return super().eventFilter(watched, event)


class Refusal(QWidget):
    """Says why the data cannot be shown. `again`: try to open once more. `closed`: leave.

    `accepted`: open although the newest notes are missing. `elsewhere(Path)`: use that folder until Rewire
    is closed. `help`: people to talk to.
    """

    again = Signal()
    accepted = Signal()
    closed = Signal()
    elsewhere = Signal(object)
    help = Signal()

    def __init__(self, error: RewireError, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._chosen = folder
        words = QWidget()
        column = vbox(Title(heading(error)), Voice(sentence(error)), on=words, gap=S4)
        if promised := self._promise(error):
            column.addWidget(Body(promised))
        if not isinstance(error, ContentError):
            kept = Second(_("Where your notes are kept: {folder}").format(folder=folder))
            kept.setMinimumWidth(theme.px(160))  # a long path breaks, it does not push
            column.addWidget(kept)
        column.addWidget(self._question())
        helping = HelpButton(height=44)
        helping.clicked.connect(self.help)
        top = hbox(Brand(), stretch(), helping)
        self._scroll = WordsScroll(words)
        holder = QWidget()
        holder.setMaximumWidth(theme.px(WIDTH))
        vbox(stretch(2), self._scroll, S4, self._buttons(error), stretch(3), on=holder)
        across = hbox(stretch(), wide(holder, 20), stretch(), margins=(S6, 0, S6, 0))
        vbox(top, wide(across, 1), on=self, margins=(28, S4, 28, S6))
        self.setAccessibleName(heading(error))
        self.setAccessibleDescription(sentence(error))

    def _promise(self, error: RewireError) -> str:
        if isinstance(error, ContentError):
            return _("Your notes were not touched. Installing Rewire again brings the missing part back.")
        return ""  # the sentence of every other fault says itself that nothing was changed

    def _buttons(self, error: RewireError) -> Flow:
        again = MainButton(_("Try again"))
        again.clicked.connect(self.again)
        self._main = again
        other = SecondButton(_("Choose another folder"))
        other.clicked.connect(self._ask_folder)
        show = SecondButton(_("Show the folder"))
        show.clicked.connect(self._show_folder)
        close = QuietButton(_("Close Rewire"))
        close.clicked.connect(self.closed)
        row = Flow(gap=S3)
        row.add(again)
        if isinstance(error, StaleStoreError):
            accept = SecondButton(_("Open what is there"))
            accept.clicked.connect(self.accepted)
            row.add(accept)
        for button in (*(() if isinstance(error, ContentError) else (other,)), show, close):
            row.add(button)
        return row

    def _question(self) -> QWidget:
        """Asked about a folder in which there is nothing yet."""
        self._empty = QWidget()
        self._asked = Body("")
        begin = SecondButton(_("Begin new notes there"))
        begin.clicked.connect(lambda: self.elsewhere.emit(self._chosen))
        begin.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        vbox(self._asked, begin, on=self._empty, gap=S3)
        self._empty.hide()
        self._begin = begin
        return self._empty

    def _ask_folder(self) -> None:
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
        self._empty.show()
        self._begin.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._show_question)  # once it has its place

    def _show_question(self) -> None:
        self._scroll.ensureWidgetVisible(self._empty)

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter tries again."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._main.click()
            return
        super().keyPressEvent(event)

    def setFocus(self) -> None:  # type: ignore[override]  # Qt overloads it
        """Focus lands on the main button."""
        self._main.setFocus(Qt.FocusReason.OtherFocusReason)
