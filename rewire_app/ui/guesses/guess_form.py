"""Writing a guess by hand, or changing one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal

from rewire_app.domain.lists.entries import ListKind, checked
from rewire_app.domain.lists.expected import Expectation, ExpectationOutcome, ExpectationState
from rewire_app.domain.lists.guess_words import answers
from rewire_app.domain.lists.guesses import is_hoped
from rewire_app.domain.lists.questions import FieldWords, field_words
from rewire_app.errors import BadInputError
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.drafts import FormDraft
from rewire_app.ui.guesses.due_field import DueField
from rewire_app.ui.widgets.form_card import FormCard
from rewire_app.ui.widgets.layout import nest
from rewire_app.ui.widgets.question import AnswerKind, Question
from rewire_app.ui.widgets.text import Heading
from rewire_app.ui.widgets.theme import S5

FEARED, HOPED = "feared", "hoped"
DUE = "due"
PERCENTS = ("chance", "belief", "share")
RATINGS = ("guess", "found", "again")
BEFORE = ("what", "predict", "hoped", "chance", "guess", "belief", "know")
AFTER = ("outcome", "came", "found", "share", "learned", "again")
"""What is asked beforehand, and what once it is over."""
ALWAYS = ("what", "hoped", "chance", "know")
BEFOREHAND = {"found": "guess"}
"""What is asked once it is over if the other was told beforehand."""
ONCE_OVER = ("outcome", "came", "learned")
"""What is asked of every guess; the rest only of one that has it already."""


def guess_questions(entry: Expectation | None) -> Sequence[Question]:
    """What is asked for a new guess, or to change `entry`."""
    over = entry is not None and entry.state is not ExpectationState.OPEN
    asked = (*BEFORE, *AFTER) if over else BEFORE
    always = (*ALWAYS, *ONCE_OVER) if over else ALWAYS
    return [
        _question(name, entry)
        for name in asked
        if name in always or (entry is not None and _is_told(entry, name))
    ]


def _is_told(entry: Expectation, name: str) -> bool:
    """Whether `name` was answered, or its counterpart from before was."""
    return any(getattr(entry, one) not in (None, "") for one in (name, BEFOREHAND.get(name, name)))


def _question(name: str, entry: Expectation | None) -> Question:
    words = _words(name, entry)
    kind, options = AnswerKind.TEXT if words.rows > 1 else AnswerKind.LINE, []
    needed = _("Write down what you guess.") if name == "what" else ""
    if name == "hoped":
        kind, options = AnswerKind.ONE, [(FEARED, _("I fear it")), (HOPED, _("I hope for it"))]
        needed = _("Choose one of these: fears and hopes are counted apart.")
    elif name == "outcome" and entry is not None:
        kind, options = AnswerKind.ONE, [(str(key), said) for key, said in answers(entry)]
    elif name in PERCENTS:
        kind = AnswerKind.SLIDE
        needed = (
            _("Say how likely it seems, with a press on the line.")
            if name == "chance" and entry is None
            else ""
        )
    elif name in RATINGS:
        kind = AnswerKind.RATING
    return Question(
        key=name,
        label=words.label,
        hint=words.hint,
        kind=kind,
        low=words.low,
        high=words.high,
        rows=words.rows,
        options=options,
        most=100 if name in PERCENTS else 0,
        needed=needed,
    )


def _words(name: str, entry: Expectation | None) -> FieldWords:
    if name == "what" and entry is None:
        return FieldWords(label=_("What do you guess will happen?"), rows=2)
    if name == "hoped":
        return FieldWords(label=_("Do you fear it, or hope for it?"))
    if name == "know":
        return FieldWords(label=_("How will you know?"), hint=_("What a camera would see."))
    if name in PERCENTS:
        return _on_a_line(name)
    return field_words(ListKind.OPEN, name)


def _on_a_line(name: str) -> FieldWords:
    """What is asked above a line from 0 to 100%; the answer comes behind it."""
    if name == "chance":
        return FieldWords(label=_("How likely it seems"), low=_("it will not come"), high=_("it is certain"))
    if name == "belief":
        label = _("How far you believe the thought behind it")
        return FieldWords(label=label, low=_("not at all"), high=_("wholly"))
    return FieldWords(label=_("How much of it came true"), low=_("nothing"), high=_("all of it"))


class GuessForm(FormCard):
    """A new guess, or `entry` again; it makes an entry. `uid`: what a new one will be called.

    `typed_on()`: something was typed or chosen.
    """

    typed_on = Signal()

    def __init__(self, context: Context, uid: str, entry: Expectation | None = None) -> None:
        super().__init__(guess_questions(entry), padding=(29, 25))
        self._context, self.uid, self.entry = context, uid, entry
        self._practice = ""
        title = _("Change this guess") if entry is not None else _("Write a guess")
        self.setAccessibleName(title)
        self.body.setSpacing(S5)
        self.body.addWidget(Heading(title))
        hint = _("Without a day you are asked about it in three days.")
        self.due = DueField(_("By which day will it show?"), lambda: context.today, hint)
        for name in self.form.questions:
            self.body.addWidget(self.form.field(name))
            if name == "chance":
                self.body.addWidget(self.due)
        nest(self.body, self.buttons(_("Keep"), uid if entry is not None else ""))
        self._shown_due = entry.due.toordinal() if entry is not None and entry.due is not None else None
        self.due.set_value(self._shown_due)
        if entry is not None:
            self.form.show_values(_values(entry, self.form.questions))
        self.form.changed.connect(self._tell)
        self.due.changed.connect(self._tell)

    def _tell(self) -> None:
        self.typed_on.emit()

    @property
    def filled(self) -> bool:
        """Whether anything is other than it was."""
        return super().filled or self.due.value() != self._shown_due

    def typed(self) -> FormDraft:
        """What is typed, as a draft."""
        return FormDraft(
            uid=self.uid, under=self._practice, answers=self.form.answers() | {DUE: self.due.value()}
        )

    def become_new(self, uid: str) -> None:
        """The guess is gone, what was typed stays: keeping it makes a new one."""
        self.uid, self.entry = uid, None

    def suggest(self, what: str, practice: str) -> None:
        """Begin a new guess with words of a practice."""
        self._practice = practice
        self.form.restore({"what": what})
        self._tell()

    def restore(self, given: Mapping[str, Any], practice: str = "") -> None:
        """Show answers that were typed and not kept."""
        self._practice = practice
        self.form.restore({key: given[key] for key in self.form.questions if key in given})
        due = given.get(DUE)
        self.due.set_value(due if isinstance(due, int) else None)

    def begin(self, key: str = "what") -> None:
        """Put the keyboard where one begins."""
        self.form.begin(key if key in self.form.questions else "what")

    def made(self) -> Expectation | None:
        """The guess as it is written, or None when a field that needs a change was marked."""
        if not self.form.check():
            return None
        if not self.due.check():
            self.due.setFocus()
            return None
        given = self.form.answers()
        due = self.due.value()
        changed: dict[str, Any] = {
            **given,
            "hoped": given["hoped"] == HOPED if given["hoped"] is not None else None,
            "due": None if due is None else date.fromordinal(due),
        }
        if "outcome" in given:
            changed["outcome"] = None if given["outcome"] is None else ExpectationOutcome(given["outcome"])
        before = self.entry or Expectation(
            uid=self.uid, what="", made_day=self._context.today, practice=self._practice or None
        )
        try:
            return checked(replace(before, **changed))
        except BadInputError as error:
            self.form.refuse(error.field if error.field in self.form.questions else "what", str(error))
            return None


def _values(entry: Expectation, names: Mapping[str, Question]) -> dict[str, Any]:
    known = {name: getattr(entry, name) for name in names}
    known["hoped"] = HOPED if is_hoped(entry) else FEARED
    return {name: value for name, value in known.items() if value is not None}
