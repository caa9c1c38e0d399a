"""Cards that ask some fields of a day, which is one row in the store, and how what they are given is saved.

Each question stands under the name of its field in `DayEntry`; all else goes by that name alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from rewire_app.domain.change import Change
from rewire_app.domain.journal.entries import DayEntry, new_uid
from rewire_app.ui.base.answer_words import answer_words
from rewire_app.ui.base.context import Context
from rewire_app.ui.widgets.autosave import Autosave, Burst
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.form import Form
from rewire_app.ui.widgets.question import Question
from rewire_app.ui.widgets.typed_words import TypedWords, text_of


class DayCard(Card):
    """A card that asks some fields of a day."""

    def __init__(self, questions: Sequence[Question], *, above: int = 23) -> None:
        super().__init__(padding=(29, above))
        self.form = Form(questions, self)

    def show_day(self, entry: DayEntry | None) -> None:
        """Show the fields of `entry`, or that nothing is noted; what stands there already stays."""
        self.form.show_values(
            {
                key: getattr(entry, key) if entry else question.nothing
                for key, question in self.form.questions.items()
            }
        )


class DayFields(QObject):
    """What the cards ask of one day, saved as it is given: choices at once, words when typing rests.

    `tried(kept)`: it was saved, or what could not be saved is waiting here.
    """

    tried = Signal(bool)

    def __init__(
        self,
        context: Context,
        cards: Sequence[DayCard],
        keep: Callable[[str, Burst, Callable[[], Change]], bool],
    ) -> None:
        """`keep(what, burst, write)` saves what is shown here; False when it could not be."""
        super().__init__(cards[0])
        self._context, self._cards, self._keep = context, cards, keep
        self._day = date.min
        self._waiting: dict[str, object] = {}
        self._saving = Autosave(self._save, self, words=self._typed)
        for card in cards:
            card.form.changed.connect(lambda name, form=card.form: self._answered(form, name))

    @property
    def unsaved(self) -> bool:
        """Whether something given is not saved yet."""
        return bool(self._waiting)

    def show_day(self, day: date, entry: DayEntry | None) -> None:
        """Show what was read of `day`; what is not saved yet stays as it was given."""
        self._day = day
        if self._waiting:
            entry = _with_fields(entry or self._empty(), self._waiting)
        for card in self._cards:
            card.show_day(entry)

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

    def _answered(self, form: Form, name: str) -> None:
        """A field has another answer: save it, and those that could not be saved before."""
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
        return next(card.form.questions[name] for card in self._cards if name in card.form.questions)


def _with_fields(entry: DayEntry, fields: Mapping[str, object]) -> DayEntry:
    return replace(entry, **fields)  # type: ignore[arg-type]  # the name chooses the type
