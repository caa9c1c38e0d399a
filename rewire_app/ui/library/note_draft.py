"""A note beside a highlight that is being typed: held as a draft, and brought back by the next window."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from rewire_app.ui.base.context import Context
from rewire_app.ui.base.drafts import Drafting, FormDraft
from rewire_app.ui.library.highlighting import Highlighting

NOTE = "note"


class NoteDraft(QObject):
    """The draft of the one note that is open in `article`."""

    def __init__(self, context: Context, article: str, marks: Highlighting) -> None:
        super().__init__(marks)
        self._context, self._marks = context, marks
        self._drafting = Drafting(context, f"note/{article}", self._typed, self)
        marks.note.field.edit.textChanged.connect(self._drafting.soon)
        marks.note.closed.connect(self._drafting.now)

    def _typed(self) -> FormDraft | None:
        note = self._marks.note
        return FormDraft(uid=self._marks.uid, answers={NOTE: note.field.value()}) if note.changed else None

    def bring_back(self) -> None:
        """Open the note as an earlier window left it, where its highlight is still there."""
        with self._context.hub.telling():
            draft = self._drafting.first_read()
            mark = self._marks.marking.get(draft.uid) if draft is not None else None
            if draft is not None and mark is not None and draft.answers.get(NOTE) != mark.highlight.note:
                self._marks.write_note(draft.uid)
                self._marks.note.field.set_value(str(draft.answers.get(NOTE, "")))
                self._marks.note.field.edit.moveCursor(QTextCursor.MoveOperation.End)
