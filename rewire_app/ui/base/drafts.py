"""What is typed into a form that is kept as a whole: a draft of it is held, so that a kill loses no words."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from PySide6.QtCore import QObject

from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.widgets.autosave import Autosave
from rewire_app.ui.widgets.typed_words import TypedWords, part_of, text_of, typed_in

KEY = "draft:{name}"
"""Under which fact of the profile a draft is held; "" there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormDraft:
    """The answers so far by their keys; `uid`: of the entry they become or belong to; `under`: its place."""

    uid: str
    under: str = ""
    answers: Mapping[str, Any] = field(default_factory=dict)

    def text(self) -> str:
        """The draft as it is held."""
        return json.dumps(asdict(self), ensure_ascii=False)


def read_form_draft(text: str | None) -> FormDraft | None:
    """The draft in `text`; None when there is none, or none that can be read."""
    try:
        found = json.loads(text or "null")
        answers = {
            key: tuple(value) if isinstance(value, list) else value for key, value in found["answers"].items()
        }
        return FormDraft(uid=str(found["uid"]), under=str(found["under"]), answers=answers)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


class Drafting(QObject):
    """Holds what `typed` gives under `name`; None: nothing is half written.

    It is written soon after typing and never later than two seconds, without a word to other pages: it is
    nothing of theirs, and no step to undo.
    """

    def __init__(
        self, context: Context, name: str, typed: Callable[[], FormDraft | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context, self._key, self._typed = context, KEY.format(name=name), typed
        self._held: str | None = None
        self._saving = Autosave(self._write, self, words=self._words)

    def first_read(self) -> FormDraft | None:
        """What an earlier window left; None at every later call. Raises a StoreError."""
        if self._held is not None:
            return None
        self._held = self._context.store.profile.get(self._key) or ""  # from here on nothing else writes it
        return read_form_draft(self._held)

    def soon(self) -> None:
        """Something was typed."""
        self._saving.soon()

    def now(self) -> bool:
        """Hold what is typed now, or that nothing is; False when that could not be."""
        return self._saving.now()

    def _words(self) -> tuple[TypedWords, ...]:
        """What is typed, by field; where the form stands in another part of the page, all of it as one."""
        draft, part = self._typed(), part_of(self)
        if draft is None:
            return ()
        if part is not None and (found := typed_in(part)):
            return found
        text = "\n\n".join(filter(None, map(text_of, draft.answers.values())))
        return (TypedWords(label=_("What you wrote"), text=text),) if text else ()

    def _write(self) -> bool:
        draft = self._typed()
        text = draft.text() if draft is not None else ""
        if text == (self._held or ""):
            return True
        with self._context.hub.telling():
            self._context.store.profile.put(self._key, text)
            self._held = text
            return True
        return False
