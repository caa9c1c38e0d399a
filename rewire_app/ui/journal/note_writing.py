"""Writing in the notes of a day: one note after the other, saved as it is typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from rewire_app.domain.change import Change
from rewire_app.domain.journal.notes import Note
from rewire_app.reports.notes import notes_of
from rewire_app.ui.base.context import Context
from rewire_app.ui.journal.note_card import NoteCard
from rewire_app.ui.journal.note_keeping import NoteKeeping
from rewire_app.ui.journal.note_past import NotePast
from rewire_app.ui.journal.note_spelling import SpellingMarks
from rewire_app.ui.widgets.autosave import Autosave, Burst
from rewire_app.ui.widgets.typed_words import TypedWords, typed_in

DayNotes = tuple[list[Note], bool]
"""The notes of a day, and whether there are earlier versions of the one that is written."""


class NoteWriting(QObject):
    """The one note that is being written, new or kept, until it is put away.

    `tried(kept)`: it was saved, or waits here. `opened(widget)`: a note wants to be in sight. `ended()`: it
    was put away, or the day is another.
    """

    tried = Signal(bool)
    opened = Signal(object)
    ended = Signal()

    def __init__(
        self,
        context: Context,
        card: NoteCard,
        keep: Callable[[str, Burst, Callable[[], Change]], bool],
    ) -> None:
        """`keep(what, burst, write)` saves what is shown here; False when it could not be."""
        super().__init__(card)
        self._context, self._card, self._editor = context, card, card.editor
        self._open = False
        self.kept = NoteKeeping(context, keep)
        self._past = NotePast(context, lambda: self.kept.uid, self._editor.text, self)
        self._saving = Autosave(self._save, self, words=self._words)
        self._spelling = SpellingMarks(context, self._editor.words.edit)
        self._editor.changed.connect(self._saving.soon)
        self._editor.done.connect(self.put_away)
        self._editor.remove.connect(self.remove)
        card.edit.connect(self.edit)
        card.add.connect(self.add)

    @property
    def unsaved(self) -> bool:
        """Whether something typed is not saved yet."""
        return self._saving.due

    def _words(self) -> tuple[TypedWords, ...]:
        return typed_in(self._editor)

    # showing

    def read(self, day: date) -> DayNotes:
        """What is to be shown of `day`; raises a StoreError."""
        self._past.hold_what_a_crash_left()
        store, uid = self._context.store, self.kept.uid
        return notes_of(store, day), bool(uid and store.note_versions.of(uid))

    def show_day(self, day: date, found: DayNotes) -> None:
        """Show what was read of `day`; what is not saved yet stays as it was typed."""
        notes, earlier = found
        if day != self.kept.day:
            self._saving.stop()
            self._take("", day=day)
        if not self._saving.due:
            written = next((one for one in notes if one.uid == self.kept.uid), None)
            if self.kept.uid and written is None:  # it was taken back or out; what was begun anew stays open
                self._take("", opened=self._past.before is None)
            self._editor.show_note(written, earlier=earlier)
        self._card.show_notes(notes, self.kept.uid, writing=self._open or bool(self.kept.uid))

    def _take(self, uid: str, *, opened: bool = False, day: date | None = None) -> None:
        """From now on the note `uid` is written."""
        self.kept.uid, self.kept.day = uid, day or self.kept.day
        self._open, self._past.before = opened, None
        self._past.now()
        self.ended.emit()

    def add(self) -> None:
        """Write a new note; the one before is put away."""
        self.edit("")

    def edit(self, uid: str) -> None:
        """Write in a note that is kept; the one before is put away."""
        if self.end():
            with self._context.hub.telling():
                self._take(uid, opened=True)
                self._past.before = self.kept.held()
                self._show()
                self._editor.begin()

    def _show(self) -> None:
        self.show_day(self.kept.day, self.read(self.kept.day))

    def bring(self, uid: str) -> None:
        """Bring a note of the day into sight, "" a new one."""
        if not uid:
            self.add()
        place = self._editor if uid == self.kept.uid else self._card.row_of(uid)
        if place is not None:
            self.opened.emit(place)
            self._card.begin(uid)

    # keeping

    def _save(self) -> bool:
        """Save what is typed; tags that cannot be kept keep no word from being saved."""
        kept, tags = False, self._editor.given_tags()
        with self._context.hub.telling():
            new = self._past.before is None
            kept = self.kept.put(self._editor.text(), tags, self._saving.burst, new=new) and tags is not None
            self._past.now()
        self.tried.emit(kept)
        return kept

    def flush(self) -> bool:
        """Save what is typed now; False when it could not be."""
        return self._saving.flush()

    def end(self) -> bool:
        """Save what is typed, and hold what the note said before; False when something is not saved.

        A note that has no word any more is taken out.
        """
        if not self.flush():
            return False
        with self._context.hub.telling():
            held = self.kept.held()
            if held is not None and not held.text:
                self.kept.take_out(self._saving.burst)
                held = None
            if self._past.hold(held):
                self.tried.emit(True)
        return True

    def put_away(self) -> None:
        """The note is whole for now: it is shown as it reads."""
        if self.end():
            uid = self.kept.uid
            with self._context.hub.telling():
                self._take("")
                self._show()
                self._card.begin(uid)

    def let_go(self) -> bool:
        """Put the note away before the page is read anew; False when there is none, or it is not saved."""
        if not self._context.ready or not (self.kept.uid or self._open) or not self.end():
            return False
        self._take("")
        return True

    def remove(self) -> None:
        """Take the note out; for a while that can be undone."""
        self.end()
        with self._context.hub.telling():
            if self.kept.held() is not None and not self.kept.remove():
                return
            self._saving.stop()
            self._take("")
            self._show()

    def bring_back(self, text: str) -> None:
        """Let the note say `text` again, as a step of its own; what it says now is held."""
        if not self.end():
            return
        with self._context.hub.telling():
            if self.kept.say_again(text):
                self._past.hold(self.kept.held())
