"""One note of a day as it is read: when, its tags, its words, where its links lead, a way to change it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.day_words import clock_words, day_words
from rewire_app.domain.journal.light_markdown import NoteLink, opening, shown_note
from rewire_app.domain.journal.notes import Note
from rewire_app.domain.limits import shortened
from rewire_app.i18n import _
from rewire_app.ui.journal.note_text import NoteText
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import QUIET_END, clear, hbox, vbox, wide
from rewire_app.ui.widgets.marks import Tag
from rewire_app.ui.widgets.text import Strong
from rewire_app.ui.widgets.theme import S1, S3, theme
from rewire_app.ui.widgets.unfold import LinkButton

LETTERS, LINES = 1_500, 24
"""So much of a note is shown at first: a very long line takes long to lay out."""
TAG_LETTERS, LINK_LETTERS = 24, 60
"""A longer tag, and longer words of a link, are shortened where they are shown."""


class NoteWords(QWidget):
    """The words of a note, a long one by its beginning at first. `asked(NoteLink)`: a link was pressed."""

    asked = Signal(object)

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self._column = vbox(on=self, gap=0)
        begun = opening(text, LETTERS, LINES)
        self._show(begun)
        if len(begun) < len(text):
            more = LinkButton(_("Show all of it"))
            more.clicked.connect(self.show_all)
            self._column.addWidget(more)

    def show_all(self) -> None:
        """Show the whole note."""
        clear(self._column)
        self._show(self._text)

    def _show(self, text: str) -> None:
        shown = shown_note(text)
        self._column.addWidget(NoteText(shown))
        if not shown.links:
            return
        row = Flow(gap=S3, below=0)
        for link in dict.fromkeys(shown.links):
            button = LinkButton(shortened(link.words, LINK_LETTERS), icon="arrow-right")
            button.clicked.connect(lambda _on=False, link=link: self._follow(link))
            row.add(button)
        self._column.addWidget(row)

    def _follow(self, link: NoteLink) -> None:
        self.asked.emit(link)


class NoteRow(QWidget):
    """A note. `edit(uid)`: it is to be changed. `raised(words)`: it is to be raised in a session.

    `asked(NoteLink)`: one of its links was pressed.
    """

    edit = Signal(str)
    raised = Signal(str)
    asked = Signal(object)

    def __init__(self, note: Note, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.uid = note.uid
        time = clock_words(note.at.wall)
        head = Flow(gap=S3, below=S1)
        head.add(Strong(time, wrap=False))
        for tag in note.tags:
            head.add(Tag(shortened(tag, TAG_LETTERS)))
        words = NoteWords(note.text)
        words.asked.connect(self.asked)
        self.change = change = QuietButton(_("Edit"))
        change.setAccessibleName(_("Edit the note of {time}").format(time=time))
        change.clicked.connect(lambda: self.edit.emit(self.uid))
        raising = QuietButton(_("Raise it"))
        raising.setAccessibleName(_("Raise the note of {time} in a session").format(time=time))
        line = _("{day}: {words}").format(day=day_words(note.day), words=shown_note(note.text).text)
        raising.clicked.connect(lambda: self.raised.emit(line))
        if not note.text.strip():
            raising.hide()
        middle = Qt.AlignmentFlag.AlignVCenter
        ways = hbox(wide(raising, 0, middle), wide(change, 0, middle), -theme.px(QUIET_END), gap=0)
        across = hbox(wide(head, 1, middle), ways, gap=S3)
        vbox(across, words, on=self, gap=0)
