"""The cards of a day that are one row in the store (evening check and stress), and how it is saved.

Each question stands here under the name of its field in `DayEntry`; all else goes by that name alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.change import Change
from rewire_app.domain.journal.entries import DayEntry, Lasted, Managed, new_uid
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.journal.body_part import BodyPart, body_questions
from rewire_app.ui.journal.step_words import answer_words
from rewire_app.ui.widgets.autosave import Autosave, Burst
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.form import Form
from rewire_app.ui.widgets.layout import QUIET, hbox, put, stretch, wide
from rewire_app.ui.widgets.question import AnswerKind, Question
from rewire_app.ui.widgets.text import Heading, Second, Small
from rewire_app.ui.widgets.theme import S1, S2, S4, S5, theme
from rewire_app.ui.widgets.typed_words import TypedWords, text_of


def evening_questions() -> Sequence[Question]:
    """What the evening check asks, looking back at the day."""
    return (
        Question(
            key="reactivity",
            label=_("All in all, how easily and strongly did you react today?"),
            kind=AnswerKind.RATING,
            low=_("hardly at all"),
            high=_("as much as I ever do"),
        ),
        Question(
            key="lasted",
            label=_("How long did upsets last?"),
            kind=AnswerKind.ONE,
            options=(
                (Lasted.NONE, _("There were none")),
                (Lasted.MINUTES, _("Minutes")),
                (Lasted.HOUR, _("Up to an hour")),
                (Lasted.HOURS, _("Hours")),
                (Lasted.DAY, _("Most of the day")),
            ),
        ),
        Question(
            key="managed",
            label=_("When it mattered, how often did you manage the response you wanted?"),
            kind=AnswerKind.ONE,
            options=(
                (Managed.NEVER, _("Never")),
                (Managed.RARELY, _("Rarely")),
                (Managed.HALF, _("About half")),
                (Managed.MOSTLY, _("Mostly")),
                (Managed.ALWAYS, _("Always")),
                (Managed.NOTHING, _("Nothing came up")),
            ),
        ),
        Question(
            key="mood",
            label=_("How was your mood over the day?"),
            kind=AnswerKind.RATING,
            low=_("very low"),
            high=_("very good"),
        ),
        Question(key="good", label=_("One good moment, if there was one")),
    )


def stress_questions() -> Sequence[Question]:
    """Stress of the day, and what it was about."""
    return (
        Question(
            key="stress",
            label=_("Stress today"),
            kind=AnswerKind.SLIDER,
            low=_("none"),
            high=_("too much"),
        ),
        Question(
            key="stress_about",
            name=_("What it was about"),
            kind=AnswerKind.SEVERAL,
            options=(
                ("work", _("Work")),
                ("family", _("Family")),
                ("health", _("Health")),
                ("money", _("Money")),
                ("other", _("Other")),
            ),
        ),
    )


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


class EveningCard(DayCard):
    """The evening check: reactivity first, the rest if one likes. Yesterday's answer is not to be seen.

    `back()`: it is done. `saved`: where the page says that it is kept.
    """

    back = Signal()

    def __init__(self, own: QWidget) -> None:
        """`own`: the person's own measures, asked after the others and before words."""
        super().__init__((*evening_questions(), *body_questions()))
        put(
            self.body,
            Heading(_("Evening check")),
            S1,
            Second(_("From the evening on, looking back at the day. It takes about a minute.")),
            S4,
        )
        parts = {one.key: self.form.field(one.key) for one in evening_questions()}
        self._body_part = BodyPart([self.form.field(one.key) for one in body_questions()])
        words = [part for key, part in parts.items() if self.form.typed(key)]
        for part in (*(part for part in parts.values() if part not in words), own):
            put(self.body, part, S5)
        for part in words:
            self.body.addWidget(part)
        put(self.body, S2, self._body_part)
        self.saved = Small("")
        back = QuietButton(_("Back to Today"))
        back.clicked.connect(self.back)
        quiet = wide(back, 0, Qt.AlignmentFlag.AlignLeading)
        across = hbox(-theme.px(QUIET), quiet, S2, wide(self.saved, 1, Qt.AlignmentFlag.AlignVCenter), gap=0)
        put(self.body, S4, across)

    def show_day(self, entry: DayEntry | None) -> None:
        """Show what is noted; body and medicine stay closed until something of them is."""
        super().show_day(entry)
        self._body_part.show_day(entry)


class StressCard(DayCard):
    """Stress of the day on a slider that records nothing until it is moved, and what it was about."""

    def __init__(self) -> None:
        super().__init__(stress_questions())
        put(self.body, self.form.column(S4), stretch())


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
