"""What a note said before it was changed: held as a version once the change is whole, also after a crash."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.journal.notes import Note, NoteVersion
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.drafts import Drafting, FormDraft

TEXT = "text"
"""Under which key of the draft the words stand."""


class NotePast(QObject):
    """The note as it was `before` it was taken up; `uid` and `typed` give it as it is being written."""

    def __init__(
        self, context: Context, uid: Callable[[], str], typed: Callable[[], str], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context, self._uid, self._typed = context, uid, typed
        self.before: Note | None = None
        self._drafting = Drafting(context, "note-before", self._other, self)
        self.now = self._drafting.now

    def _other(self) -> FormDraft | None:
        """What it said, while it says something else; until that is whole it is held as a draft."""
        before = self.before
        if before is None or not before.text or before.text == self._typed():
            return None
        return FormDraft(uid=self._uid(), answers={TEXT: before.text})

    def hold(self, held: Note | None) -> bool:
        """The change is whole: hold what the note said before, if that was something else.

        False when there is nothing to hold, or it could not be.
        """
        before, self.before = self.before, held
        done = False
        if before is not None and held is not None and before.text and before.text != held.text:
            done = self._keep(held.uid, before.text)
        self.now()
        return done

    def hold_what_a_crash_left(self) -> None:
        """A window that was killed while a note was changed could not do so. Raises a StoreError."""
        draft = self._drafting.first_read()
        if draft is None:
            return
        note, text = self._context.store.notes.get(draft.uid), str(draft.answers.get(TEXT, ""))
        if note is not None and text and note.text != text:
            self._keep(note.uid, text)
        self.now()

    def _keep(self, uid: str, text: str) -> bool:
        now = self._context.clock.now()
        version = NoteVersion(uid=new_uid(now), note_uid=uid, at=now, text=text)
        return self._context.hub.note(self._context.store.note_versions.keep, version)
