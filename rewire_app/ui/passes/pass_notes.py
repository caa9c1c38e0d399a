"""The notes beside a practice: read, added with their day, changed in place, taken out; saved as typed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.change import Change
from rewire_app.domain.journal.dated_notes import DatedNote, write_notes
from rewire_app.errors import BadInputError
from rewire_app.i18n import _
from rewire_app.reports.opened_pass import note_title
from rewire_app.ui.base.context import Context
from rewire_app.ui.widgets.autosave import Autosave
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.fields import TextArea
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import QUIET, clear, hung, put, vbox
from rewire_app.ui.widgets.text import Heading, Voice
from rewire_app.ui.widgets.theme import S1, S3


class PassNotes(QWidget):
    """The notes of one practice. `opened(widget)`: a field was opened and wants to be in sight.

    `built()`: controls came or went.
    """

    opened = Signal(object)
    built = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._uid = ""
        self._notes: list[DatedNote] = []
        self._at: int | None = None
        self._body = vbox(on=self, gap=0)
        self._saving = Autosave(self._save, self)
        self.field: TextArea | None = None

    def show_notes(self, uid: str, notes: tuple[DatedNote, ...]) -> None:
        """Show the notes of a practice; one that is being written stays as it is typed."""
        writing = uid == self._uid and self.field is not None and self._at is not None
        if writing and self._is_kept(notes):
            self._follow(notes)
            return
        self._uid, self._notes, self._at = uid, list(notes), None
        self._saving.stop()
        self._build()

    def _is_kept(self, notes: tuple[DatedNote, ...]) -> bool:
        """Whether what is kept agrees with what is being written, or will once it is saved."""
        assert self._at is not None, "a note is being written"
        kept = notes[self._at].text if self._at < len(notes) else ""
        return self._saving.due or kept == self._notes[self._at].text

    def _follow(self, notes: tuple[DatedNote, ...]) -> None:
        """The note in the field may not be among those that are kept yet; it keeps its place."""
        assert self._at is not None, "a note is being written"
        written = self._notes[self._at]
        self._notes = list(notes)
        if self._at >= len(notes):
            self._at = len(notes)
            self._notes.append(replace(written, text=""))

    def _build(self) -> None:
        clear(self._body)
        self.field = None
        for place, note in enumerate(self._notes):
            if place == self._at:
                self._put_field(note)
            else:
                self._put_note(place, note)
        self.setVisible(bool(self._notes))
        self.built.emit()

    def _put_note(self, place: int, note: DatedNote) -> None:
        title = note_title(note)
        edit = QuietButton(_("Edit the note"), icon="pencil")
        edit.setAccessibleName(_("Edit: {title}").format(title=title))
        edit.clicked.connect(lambda: self.edit(place))
        words = vbox(Heading(title, role="small_strong", ink="ink2"), S1, Voice(note.text), gap=0)
        put(self._body, words, hung(edit, start=QUIET))

    def _put_field(self, note: DatedNote) -> None:
        field = TextArea(note_title(note), voice=True, rows=3)
        field.set_value(note.text)
        field.changed.connect(lambda _words: self._saving.soon())
        self.field = field
        acts = Flow(gap=S1)
        done = QuietButton(_("Done"), icon="check")
        done.clicked.connect(self.close_field)
        remove = QuietButton(_("Remove the note"), icon="trash")
        remove.clicked.connect(self.remove)
        acts.add(done)
        acts.add(remove)
        put(self._body, field, S1, acts, S3)

    # what the person does

    def add(self) -> None:
        """Open a field for a note of today."""
        self.close_field()
        self._notes.append(DatedNote(text="", day=self._context.today))
        self.edit(len(self._notes) - 1)

    def edit(self, place: int) -> None:
        """Open the field of a note."""
        if self._at is not None and self._at != place:
            self.close_field()
        self._at = min(place, len(self._notes) - 1)
        self._build()
        if self.field is not None:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.opened.emit(self.field)

    def close_field(self) -> None:
        """Save what is being written and show it as a note."""
        if self._at is None or self.field is None or not self._saving.flush():
            return
        if not self.field.value():
            self.remove()
            return
        self._at = None
        self._notes = [note for note in self._notes if note.text]
        self._build()

    def remove(self) -> None:
        """Take the note out that is open; for a while that can be undone."""
        if self._at is None:
            return
        self._saving.stop()
        place, self._at = self._at, None
        kept = self._notes[place].text
        left = [note for number, note in enumerate(self._notes) if number != place]
        if not kept or self._context.hub.do(_("a note removed"), self._write, left):
            self._notes = left
        self._build()

    # keeping

    def _save(self) -> bool:
        if self.field is None or self._at is None or not self.field.value():
            return True  # an empty field may be filled anew; it is taken out once it is closed
        self._notes[self._at] = replace(self._notes[self._at], text=self.field.value())
        write = partial(self._write, list(self._notes))
        burst = self._saving.burst(f"note/{self._uid}/{self._at}")
        return self._context.hub.keep(_("a note on this practice"), burst, write)

    def _write(self, notes: list[DatedNote]) -> Change:
        store = self._context.store.practices
        practice = store.get(self._uid)
        if practice is None:
            said = _("This practice is not there any more. Copy what you wrote, if you want it.")
            raise BadInputError(said)
        return store.edit(replace(practice, note=write_notes(notes)))

    def leave(self) -> None:
        """Save what is being written."""
        self._saving.flush()

    @property
    def unsaved(self) -> bool:
        """Whether something written here is not saved yet."""
        return self._saving.due
