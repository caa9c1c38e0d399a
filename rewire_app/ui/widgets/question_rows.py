"""Rows of a card that asks: the words of a question on the left, its control beside them or below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.choices import ChipGroup
from rewire_app.ui.widgets.form import Form
from rewire_app.ui.widgets.layout import nest, put, stretch, vbox
from rewire_app.ui.widgets.question import AnswerKind, Captioned, Question
from rewire_app.ui.widgets.rating import Rating
from rewire_app.ui.widgets.text import Small, Strong
from rewire_app.ui.widgets.theme import S1, S2, S5, theme

LABEL = 276
"""Px of the design for the words on the left."""
BESIDE = 700
"""Px of text across from which words and control stand side by side."""
NUMBER = 180
"""The most px of the design for a number."""
HIGH, HIGH_CHIPS = 13, 9
"""Px of the design above and below a row, and one of chips, whose targets are higher than they look."""


class QuestionRow(QWidget):
    """One question of a form; `below`: what stands under its control, in the same column."""

    def __init__(self, question: Question, control: QWidget, below: QWidget | None = None) -> None:
        super().__init__()
        self._chips = question.kind is AnswerKind.ONE
        self._words = QWidget()
        words = vbox(Strong(question.label), on=self._words, gap=0)
        if hint := _hint(question):
            words.addWidget(Small(hint))
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._control = control if question.kind is AnswerKind.NUMBER else None
        held = vbox(stretch(), control, gap=S1)  # what gives way is above and below, never the control
        put(held, *([below] if below is not None else []), stretch())
        self._across.addWidget(self._words, 0, Qt.AlignmentFlag.AlignVCenter)
        nest(self._across, held, 1)
        self.fit(beside=True)

    def fit(self, *, beside: bool) -> None:
        """Words and control side by side, or one below the other."""
        ways = QBoxLayout.Direction
        self._across.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._across.setSpacing(theme.px(S5 if beside else S2))
        high = theme.px(HIGH_CHIPS if self._chips and beside else HIGH)
        self._across.setContentsMargins(0, high, 0, high)
        if self._control is not None:
            self._control.setMaximumWidth(theme.px(NUMBER))
        self._words.setMinimumWidth(theme.px(LABEL) if beside else 0)
        self._words.setMaximumWidth(theme.px(LABEL) if beside else theme.px(BESIDE))


def _hint(question: Question) -> str:
    """What stands below the words: what the ends of a scale mean, or the hint there is."""
    if question.low or question.high:
        return _("0, {low}. 10, {high}.").format(low=question.low, high=question.high)
    return question.hint


class QuestionRows(QWidget):
    """The rows of `questions`, fields of `form`, with a hairline between them.

    A typed digit answers a row and goes on to the next one; `below` holds what stands under a control.
    """

    def __init__(
        self, form: Form, questions: Sequence[Question], below: dict[str, QWidget] | None = None
    ) -> None:
        super().__init__()
        self._form = form
        self._keys = [one.key for one in questions]
        self.rows: list[QuestionRow] = []
        column = vbox(on=self, gap=0)
        for number, one in enumerate(questions):
            row = QuestionRow(one, form.field(one.key), (below or {}).get(one.key))
            put(column, *([Divider()] if number else []), row)
            self.rows.append(row)
            if (control := self._control(one.key)) is not None:
                control.given.connect(lambda digit, key=one.key: self._on(key, digit))

    def _control(self, key: str) -> Rating | ChipGroup | None:
        field = self._form.field(key)
        control = field.control if isinstance(field, Captioned) else None
        return control if isinstance(control, Rating | ChipGroup) else None

    def _on(self, key: str, digit: int | None) -> None:
        """Give the next row the keyboard, and the digit that was meant for it."""
        place = self._keys.index(key) + 1
        if place == len(self._keys):
            return
        following = self._keys[place]
        self._form.begin(following)
        if digit is not None and (control := self._control(following)) is not None:
            control.type_digit(digit)

    def fit(self, *, beside: bool) -> None:
        """Words and controls side by side, or one below the other."""
        for row in self.rows:
            row.fit(beside=beside)
