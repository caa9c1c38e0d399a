"""A form made from its questions: it shows values, gives answers, and marks what needs a change.

    form = Form(
        [
            Question(key="name", label=_("What is it called?"), needed=_("Give it a name.")),
            Question(key="mood", label=_("How was it?"), kind=AnswerKind.RATING, high=_("good")),
        ],
        card,
    )
    nest(card.body, form.column(S4))      # one below the other; or place `form.field(key)` yourself
    form.show_values({"name": "Walk"})        # says nothing
    form.changed.connect(keep)                # the person gave `key` another answer
    if form.check():                          # else the first field that needs a change is marked
        write(**form.answers())

What each kind of answer is stands in `AnswerKind`. A form is no widget: a card that needs rows side by side
or something between two questions lays out the fields itself, in the order of the questions, which is the
order of Tab. To save while typing, save at once what is not `typed(key)`, and the rest by an `Autosave` whose
`flush` is also called when a line is `left`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from rewire_app.ui.widgets.fields import CheckedLine, Field
from rewire_app.ui.widgets.layout import vbox
from rewire_app.ui.widgets.question import AnswerKind, Captioned, FormField, Question, field_for
from rewire_app.ui.widgets.theme import S2


class Form(QObject):
    """The fields of `questions`. `gap`: px between a label and a control that has no label of its own.

    `changed(key)`: the person gave another answer. `left(key)`: Enter in a line, or the focus went on.
    """

    changed = Signal(str)
    left = Signal(str)

    def __init__(self, questions: Sequence[Question], parent: QObject, *, gap: int = S2) -> None:
        super().__init__(parent)
        self.questions: Mapping[str, Question] = {one.key: one for one in questions}
        self._fields: dict[str, FormField] = {one.key: field_for(one, gap) for one in questions}
        self._left_out: set[str] = set()
        for key, field in self._fields.items():
            field.kept = True
            field.changed.connect(lambda _value=None, key=key: self.changed.emit(key))
            if isinstance(field, Field | CheckedLine):
                field.line.editingFinished.connect(lambda key=key: self.left.emit(key))
        self._shown = self.answers()

    # laying out

    def field(self, key: str) -> FormField:
        """The whole field of a question, with its label and the room for a sentence."""
        return self._fields[key]

    def column(self, spacing: int) -> QVBoxLayout:
        """All fields one below the other, `spacing` px between them."""
        down = vbox(gap=spacing)
        for field in self._fields.values():
            down.addWidget(field)
        return down

    def ask(self, key: str, *, asked: bool) -> None:
        """Show a question or leave it out; what is left out has no answer, and keeps what was typed."""
        self._fields[key].setVisible(asked)
        (self._left_out.discard if asked else self._left_out.add)(key)

    # values

    def typed(self, key: str) -> bool:
        """Whether the answer comes letter by letter."""
        return self.questions[key].typed

    def answer(self, key: str) -> Any:
        """The answer as it stands; what cannot be read leaves the one before."""
        question = self.questions[key]
        if key in self._left_out:
            return question.nothing
        value = self._fields[key].value()
        if question.kind is AnswerKind.LINES:
            return tuple(line.strip() for line in str(value).splitlines() if line.strip())
        return value

    def answers(self) -> dict[str, Any]:
        """Every answer by its key."""
        return {key: self.answer(key) for key in self._fields}

    @property
    def filled(self) -> bool:
        """Whether an answer is other than it was shown last, so that closing would lose it."""
        return self.answers() != self._shown

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Show the answers given, and say nothing; what stands there already, also half typed, stays."""
        with QSignalBlocker(self):
            for key, value in values.items():
                if self.answer(key) != value:
                    self._put(key, value)
                self._shown[key] = self.answer(key)

    def restore(self, values: Mapping[str, Any]) -> None:
        """Show answers that were given and not kept, and say nothing; closing would lose them still."""
        with QSignalBlocker(self):
            for key, value in values.items():
                self._put(key, value)

    def clear(self) -> None:
        """Empty every field, and say nothing."""
        with QSignalBlocker(self):
            for key, question in self.questions.items():
                self._put(key, question.nothing)
        self._shown = self.answers()

    def _put(self, key: str, value: Any) -> None:
        shown: Any = "\n".join(value) if self.questions[key].kind is AnswerKind.LINES else value
        self._fields[key].set_value(shown)

    # what needs a change

    def check(self) -> bool:
        """Whether every answer can be used; if not, marks the first field that needs a change."""
        for field in self._fields.values():
            if isinstance(field, CheckedLine) and not field.check():
                field.setFocus()
                return False
        for key, question in self.questions.items():
            if question.needed and key not in self._left_out and self.answer(key) == question.nothing:
                self.refuse(key, question.needed)
                return False
        return True

    def refuse(self, key: str, sentence: str) -> None:
        """Say under a field what to change, and put the keyboard there."""
        self._fields[key].set_error(sentence)
        self.begin(key)

    def begin(self, key: str) -> None:
        """Put the keyboard into a field; in words behind what is written: the next letter adds to it."""
        field = self._fields[key]
        if isinstance(field, Captioned):
            field.control.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
