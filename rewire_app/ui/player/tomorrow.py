"""A line that came up at night: held as a draft while it is typed, kept among the worries for tomorrow."""

from __future__ import annotations

from PySide6.QtCore import QObject

from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.lists.entries import Worry, WorrySort
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.drafts import Drafting, FormDraft
from rewire_app.ui.widgets.fields import Field

LINE = "line"


class TomorrowLine(QObject):
    """The one line that is being written, in the field it was joined to last."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._field: Field | None = None
        self.drafting = Drafting(context, "night/tomorrow", self._typed, self)

    def _typed(self) -> FormDraft | None:
        text = self._field.value() if self._field is not None else ""
        return FormDraft(uid="", answers={LINE: text}) if text else None

    def join(self, field: Field) -> None:
        """Let `field` be where it is written, with the words an earlier window left."""
        with self._context.hub.telling():
            draft = self.drafting.first_read()
            if draft is not None:
                field.set_value(str(draft.answers.get(LINE, "")))
        self._field = field
        field.changed.connect(self.drafting.soon)

    def keep(self) -> bool:
        """Keep the line; without words there is none. False if it could not be saved."""
        text = self._field.value() if self._field is not None else ""
        worry = Worry(uid=new_uid(self._context.clock.now()), text=text, sort=WorrySort.OPEN)
        hub, many = self._context.hub, self._context.store.many
        return not text or hub.keep(_("line for tomorrow"), None, many, [worry])

    def leave(self) -> None:
        """Nothing is being written any more."""
        self._field = None
        self.drafting.now()
