"""What is half written on ladders: held as it is typed, for each step and form, and brought back later."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject

from rewire_app.ui.base.context import Context
from rewire_app.ui.base.drafts import Drafting, FormDraft

DRAFT = "ladders"
APART = "|"
"""Between the form, the step and the question that a held answer belongs to."""


class LadderDrafts(QObject):
    """The answers of every form that was begun and not kept, by form and step."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._answers: dict[str, Any] = {}
        self._drafting = Drafting(context, DRAFT, self._typed, self)

    def read(self) -> None:
        """Take over what an earlier window left; raises a StoreError."""
        draft = self._drafting.first_read()
        if draft is not None:
            self._answers = dict(draft.answers)

    def of(self, form: str, step: str) -> Mapping[str, Any]:
        """What was given in `form` for the step `step`, by its questions; empty where nothing was."""
        head = f"{form}{APART}{step}{APART}"
        return {key.removeprefix(head): value for key, value in self._answers.items() if key.startswith(head)}

    def note(self, form: str, step: str, answers: Mapping[str, Any]) -> None:
        """Hold `answers` from now on; none of them ends the draft of that form."""
        self._forget(form, step)
        self._answers |= {f"{form}{APART}{step}{APART}{key}": value for key, value in answers.items()}
        self._drafting.soon()

    def end(self, form: str, step: str) -> None:
        """What was written is kept, or not wanted."""
        self._forget(form, step)
        self._drafting.now()

    def _forget(self, form: str, step: str) -> None:
        for key in self.of(form, step):
            del self._answers[f"{form}{APART}{step}{APART}{key}"]

    def now(self) -> bool:
        """Hold everything at once; False when that could not be."""
        return self._drafting.now()

    def _typed(self) -> FormDraft | None:
        return FormDraft(uid="", answers=dict(self._answers)) if self._answers else None
