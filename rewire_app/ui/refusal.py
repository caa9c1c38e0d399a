"""The calm screens for when Rewire cannot open: what happened, that nothing was changed, what can be done."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rewire_app.errors import (
    AlreadyOpenError,
    ContentError,
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
from rewire_app.ui.crash import sentence
from rewire_app.ui.theme import S4, S6, S14, theme
from rewire_app.ui.widgets.buttons import MainButton, QuietButton, SecondButton
from rewire_app.ui.widgets.text import Body, Second, Title, Voice

WIDTH = 660


def heading(error: RewireError) -> str:
    """One short line that names what happened."""
    headings: tuple[tuple[type[RewireError], str], ...] = (
        (AlreadyOpenError, _("Rewire is already open")),
        (NewerStoreError, _("Your notes come from a newer Rewire")),
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


class Refusal(QWidget):
    """Says why the data cannot be shown. `again`: try to open once more. `closed`: leave.

    `accepted`: open although the newest notes are missing. `help`: people to talk to.
    """

    again = Signal()
    accepted = Signal()
    closed = Signal()
    help = Signal()

    def __init__(self, error: RewireError, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder, self._error = folder, error
        column = QVBoxLayout()
        column.setSpacing(S4)
        column.addStretch(2)
        column.addWidget(Title(heading(error)))
        column.addWidget(Voice(sentence(error)))
        column.addWidget(Body(self._promise(error)))
        if not isinstance(error, ContentError):
            column.addWidget(Second(_("Where your notes are kept: {folder}").format(folder=folder)))
        column.addSpacing(S6)
        column.addLayout(self._buttons())
        column.addStretch(3)
        across = QHBoxLayout(self)
        across.setContentsMargins(S14, S6, S14, S6)
        across.addStretch(1)
        holder = QWidget()
        holder.setLayout(column)
        holder.setMaximumWidth(theme.px(WIDTH))
        across.addWidget(holder, 20)
        across.addStretch(1)
        self.setAccessibleName(heading(error))
        self.setAccessibleDescription(sentence(error))

    def _promise(self, error: RewireError) -> str:
        if isinstance(error, ContentError):
            return _("Your notes were not touched. Installing Rewire again brings the missing part back.")
        return _("Nothing was changed.")

    def _buttons(self) -> QHBoxLayout:
        again = MainButton(_("Try again"))
        again.clicked.connect(self.again)
        self._main = again
        show = SecondButton(_("Show the folder"))
        show.clicked.connect(self._show_folder)
        accept = SecondButton(_("Open what is there"))
        accept.clicked.connect(self.accepted)
        accept.setVisible(isinstance(self._error, StaleStoreError))
        close = QuietButton(_("Close Rewire"))
        close.clicked.connect(self.closed)
        helping = QuietButton(_("Help now"), icon="help")
        helping.clicked.connect(self.help)
        row = QHBoxLayout()
        row.setSpacing(S4)
        for button in (again, accept, show, close):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(helping, 0, Qt.AlignmentFlag.AlignRight)
        return row

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def setFocus(self) -> None:  # type: ignore[override]  # Qt overloads it
        """Focus lands on the main button."""
        self._main.setFocus(Qt.FocusReason.OtherFocusReason)
