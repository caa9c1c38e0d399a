"""Two ways to compare in own words: held as a draft while typed, and brought back by the next window."""

from __future__ import annotations

from PySide6.QtCore import QObject

from rewire_app.domain.experiment.choice import OptionsKind
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.drafts import Drafting, FormDraft
from rewire_app.ui.experiment.options_form import OptionsForm

FIRST, SECOND = "first", "second"


class OwnDraft(QObject):
    """The draft of the own words in `options`."""

    def __init__(self, context: Context, options: OptionsForm) -> None:
        super().__init__(options)
        self._own, self._over = options.own, False
        self._drafting = Drafting(context, "experiment", self._typed, self)
        with context.hub.telling():
            if (draft := self._drafting.first_read()) is not None:
                self._own.first.set_value(str(draft.answers.get(FIRST, "")))
                self._own.second.set_value(str(draft.answers.get(SECOND, "")))
                options.kind.set_value(str(OptionsKind.OWN))
        for field in (self._own.first, self._own.second):
            field.changed.connect(self._drafting.soon)

    def _typed(self) -> FormDraft | None:
        answers = {FIRST: self._own.first.value(), SECOND: self._own.second.value()}
        return FormDraft(uid="", answers=answers) if any(answers.values()) and not self._over else None

    def end(self) -> None:
        """The test is sealed, or was left on purpose: nothing of it comes back."""
        self._over = True
        self._drafting.now()
