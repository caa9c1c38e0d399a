"""The calm screens for when Rewire cannot open: what happened, that nothing was changed, what can be done."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from rewire_app.errors import (
    AlreadyOpenError,
    ContentError,
    DiskFullError,
    LockedStoreError,
    NewerStoreError,
    ProfileUnwritableError,
    RewireError,
)
from rewire_app.i18n import _
from rewire_app.ui.base.crash import sentence
from rewire_app.ui.frame.notice import WIDTH, OpeningScreen
from rewire_app.ui.widgets.buttons import MainButton, PaintedButton, QuietButton, SecondButton
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import hbox, stretch, vbox, wide
from rewire_app.ui.widgets.scroll import PageScroll
from rewire_app.ui.widgets.text import Body, Second, Title, Voice
from rewire_app.ui.widgets.theme import S3, S4, S6, theme

LEAST_HIGH = 72


def heading(error: RewireError) -> str:
    """One short line that names what happened."""
    headings: tuple[tuple[type[RewireError], str], ...] = (
        (AlreadyOpenError, _("Rewire is already open")),
        (NewerStoreError, _("Your notes come from a newer Rewire")),
        (LockedStoreError, _("Your notes are locked")),
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


class Refusal(OpeningScreen):
    """Says why the data cannot be shown, and that nothing was changed; trying again is the main thing."""

    def __init__(self, error: RewireError, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(folder, parent)
        words = QWidget()
        column = vbox(Title(heading(error)), Voice(sentence(error)), on=words, gap=S4)
        if promised := self._promise(error):
            column.addWidget(Body(promised))
        if not isinstance(error, ContentError):
            kept = Second(_("Where your notes are kept: {folder}").format(folder=folder))
            kept.setMinimumWidth(theme.px(160))  # a long path breaks, it does not push
            column.addWidget(kept)
        column.addWidget(self._question)
        self._scroll = WordsScroll(words)
        holder = QWidget()
        holder.setMaximumWidth(theme.px(WIDTH))
        vbox(stretch(2), self._scroll, S4, self._buttons(error), stretch(3), on=holder)
        across = hbox(stretch(), wide(holder, 20), stretch(), margins=(S6, 0, S6, 0))
        vbox(self._top(), wide(across, 1), on=self, margins=(28, S4, 28, S6))
        self.setAccessibleName(heading(error))
        self.setAccessibleDescription(sentence(error))

    @property
    def main(self) -> PaintedButton:
        """To try again."""
        return self._main

    @property
    def whole(self) -> PageScroll:
        """The words."""
        return self._scroll

    def _promise(self, error: RewireError) -> str:
        if isinstance(error, ContentError):
            return _("Your notes were not touched. Installing Rewire again brings the missing part back.")
        return ""  # the sentence of every other fault says itself that nothing was changed

    def _buttons(self, error: RewireError) -> Flow:
        self._main = again = MainButton(_("Try again"))
        again.clicked.connect(self.again)
        other = SecondButton(_("Choose another folder"))
        other.clicked.connect(self.ask_folder)
        show = SecondButton(_("Show the folder"))
        show.clicked.connect(self.show_folder)
        close = QuietButton(_("Close Rewire"))
        close.clicked.connect(self.closed)
        row = Flow(gap=S3)
        for button in (again, *(() if isinstance(error, ContentError) else (other,)), show, close):
            row.add(button)
        return row
