"""The notes of a day: each as it is read, and the one that is being written in its place among them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from rewire_app.domain.journal.notes import Note
from rewire_app.i18n import _
from rewire_app.ui.journal.note_editor import NoteEditor
from rewire_app.ui.journal.note_row import NoteRow
from rewire_app.ui.widgets.buttons import SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.layout import clear, hung, put, vbox
from rewire_app.ui.widgets.text import Heading
from rewire_app.ui.widgets.theme import S3


class NoteCard(Card):
    """The notes, the field, and a button for another.

    `edit(uid)`, `add()`: a note is to be changed, or begun. `asked(NoteLink)`: a link is to be followed.
    `raised(words)`: a note is to be raised in a session.
    """

    edit = Signal(str)
    add = Signal()
    asked = Signal(object)
    raised = Signal(str)

    def __init__(self) -> None:
        super().__init__(padding=(29, 17))
        self._rows: dict[str, NoteRow] = {}
        self._title = Heading(_("Notes"))
        self._earlier, self._later = vbox(gap=S3), vbox(gap=S3)
        self.editor = NoteEditor()
        self.another = SecondButton(_("Another note"), icon="plus")
        self.another.clicked.connect(self.add)
        self.body.setSpacing(S3)
        put(self.body, self._title, self._earlier, self.editor, self._later, hung(self.another))
        self.show_notes([], "", writing=True)

    def show_notes(self, notes: Sequence[Note], written: str, *, writing: bool) -> None:
        """Show `notes`, all but the one `written`; `writing`: the field is open, as always without a note."""
        clear(self._earlier)
        clear(self._later)
        self._rows = {}
        uids = [note.uid for note in notes]
        place = uids.index(written) if written in uids else len(notes)
        for number, note in enumerate(notes):
            if note.uid != written:
                self._put_row(note, self._earlier if number < place else self._later)
        self._title.setVisible(bool(self._rows))
        self.editor.setVisible(writing or not notes)
        self.editor.set_closable(closable=bool(self._rows))
        self.another.setVisible(bool(notes) and not writing)

    def _put_row(self, note: Note, rows: QVBoxLayout) -> None:
        row = self._rows[note.uid] = NoteRow(note)
        row.edit.connect(self.edit)
        row.asked.connect(self.asked)
        row.raised.connect(self.raised)
        rows.addWidget(row)

    def row_of(self, uid: str) -> NoteRow | None:
        """Where a note is read."""
        return self._rows.get(uid)

    def begin(self, uid: str) -> None:
        """Put the keyboard to the note that was put away, or into the field."""
        row = self._rows.get(uid)
        if row is not None:
            row.change.setFocus()
        else:
            self.editor.begin()
