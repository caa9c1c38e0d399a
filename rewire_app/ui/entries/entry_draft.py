"""An entry of a list that is half written: held as it is typed, and brought back by the next window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject

from rewire_app.domain.lists.entries import KEPT, ListEntry, ListKind
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.drafts import Drafting, FormDraft
from rewire_app.ui.entries.entry_form import NEVER, EntryForm
from rewire_app.ui.entries.writing import DRAFT


class EntryDraft(QObject):
    """The draft of the one form of a list; `form` gives it and the section it stands under."""

    def __init__(
        self,
        context: Context,
        kind: ListKind,
        form: Callable[[], tuple[EntryForm | None, str]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context, self._kind, self._form = context, kind, form
        self._drafting = Drafting(context, DRAFT.format(kind=kind), self._typed, self)
        self.soon, self.now = self._drafting.soon, self._drafting.now

    def _typed(self) -> FormDraft | None:
        form, under = self._form()
        if form is None or not form.filled:
            return None
        return FormDraft(uid=form.uid, under=under, answers=form.form.answers())

    def brought_back(self, entries: Sequence[ListEntry]) -> tuple[EntryForm | None, str]:
        """The form as an earlier window left it, and its section; raises a StoreError."""
        draft = self._drafting.first_read()
        if draft is None:
            return None, ""
        entry = next((one for one in entries if one.uid == draft.uid), None)
        form = EntryForm(self._kind, self._context.today, draft.uid, entry, self._days(draft))
        form.restore(draft.answers)
        if form.filled:
            return form, draft.under
        form.deleteLater()  # it was kept, and only the end of its draft was not
        self.now()
        return None, ""

    def _days(self, draft: FormDraft) -> dict[str, date]:
        """The days that were chosen, which may not be near today any more."""
        given = {name: draft.answers.get(name) for name in KEPT[self._kind].days}
        return {name: date.fromisoformat(day) for name, day in given.items() if day not in (NEVER, None)}
