"""How what is asked of a day, which is one row in the store, is saved as it is given.

Each question stands under the name of its field in `DayEntry`; all else goes by that name alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from rewire_app.domain.change import Change
from rewire_app.domain.journal.entries import DayEntry, new_uid
from rewire_app.ui.base.context import Context
from rewire_app.ui.evening.answer_words import answer_words
from rewire_app.ui.evening.check_card import CheckCard
from rewire_app.ui.widgets.autosave import Autosave, Burst
from rewire_app.ui.widgets.question import Question
from rewire_app.ui.widgets.typed_words import TypedWords, text_of


class DayFields(QObject):
    """What the card asks of one day, saved as it is given: choices at once, words when typing rests.

    `tried(kept)`: it was saved, or what could not be saved is waiting here.
    """

    tried = Signal(bool)

    def __init__(
        self,
        context: Context,
        card: CheckCard,
        keep: Callable[[str, Burst, Callable[[], Change]], bool],
    ) -> None:
        """`keep(what, burst, write)` saves what is shown here; False when it could not be."""
        super().__init__(card)
        self._context, self._card, self._keep = context, card, keep
        self._day = date.min
        self._waiting: dict[str, object] = {}
        self._saving = Autosave(self._save, self, words=self._typed)
        card.form.changed.connect(self._answered)

    @property
    def unsaved(self) -> bool:
        """Whether something given is not saved yet."""
        return bool(self._waiting)

    def show_day(self, day: date, entry: DayEntry | None) -> None:
        """Show what was read of `day`; what is not saved yet stays as it was given."""
        self._day = day
        if self._waiting:
            entry = _with_fields(entry or self._empty(), self._waiting)
        self._card.show_day(entry)

    def flush(self) -> None:
        """Save what is typed now, and what could not be saved before."""
        self._saving.flush()

    def _typed(self) -> tuple[TypedWords, ...]:
        """What is not saved, field by field."""
        given = ((self._question(name).label, text_of(value)) for name, value in self._waiting.items())
        return tuple(TypedWords(label=label, text=text) for label, text in given if text)

    def _empty(self) -> DayEntry:
        """The day with nothing noted."""
        now = self._context.clock.now()
        return DayEntry(uid=new_uid(now), day=self._day, at=now)

    def _answered(self, name: str) -> None:
        """A field has another answer: save it, and those that could not be saved before."""
        form = self._card.form
        self._waiting[name] = form.answer(name)  # before anything is read: that can fail as well
        if form.typed(name):
            self._saving.soon()
        else:
            self._saving.now()

    def _save(self) -> bool:
        """Save each field by itself, so that one that is refused keeps no other from being saved."""
        for name, value in list(self._waiting.items()):
            if self._put(name, value):
                del self._waiting[name]
        self.tried.emit(not self._waiting)
        return not self._waiting

    def _put(self, name: str, value: object) -> bool:
        """Whether a field is saved now."""
        days = self._context.store.days
        with self._context.hub.telling():
            stored = days.get(self._day) or self._empty()
            entry = _with_fields(stored, {name: value})
            if entry == stored:
                return True
            question = self._question(name)
            blank = entry == replace(self._empty(), uid=entry.uid, at=entry.at)
            gone = question.typed and blank  # words taken back in their field leave no day either
            write = partial(days.remove, entry.uid) if gone else partial(days.put, entry)
            return self._keep(answer_words(question, value), self._saving.burst(name), write)
        return False

    def _question(self, name: str) -> Question:
        return self._card.form.questions[name]


def _with_fields(entry: DayEntry, fields: Mapping[str, object]) -> DayEntry:
    return replace(entry, **fields)  # type: ignore[arg-type]  # the name chooses the type
