"""A question of a form: what it asks, how it is answered, and the field that takes the answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.journal.entries import MAX_TEXT
from rewire_app.ui.widgets.choices import ChipGroup
from rewire_app.ui.widgets.fields import CheckedLine, Combo, Field, NumberField, TextArea, TimeField
from rewire_app.ui.widgets.layout import hbox, nest, vbox, wide
from rewire_app.ui.widgets.rating import Rating
from rewire_app.ui.widgets.slide import Slide
from rewire_app.ui.widgets.switch import Switch
from rewire_app.ui.widgets.text import Body, Second, Strong
from rewire_app.ui.widgets.theme import S2, S3


class AnswerKind(StrEnum):
    """How a question is answered, and what its answer is."""

    LINE = "line"
    """Words on one line: str."""
    TEXT = "text"
    """Words on several lines: str."""
    LINES = "lines"
    """Short texts, one a line: a tuple of str."""
    NUMBER = "number"
    """A whole number from `least` to `most`, or None."""
    TIME = "time"
    """Minutes after midnight, or None."""
    RATING = "rating"
    """0 to 10, or None."""
    SLIDE = "slide"
    """0 to `most` (10, or 100 for per cent) on a line, or None; `before` stays on it as a ring."""
    ONE = "one"
    """One of `options` as chips: its key, or None."""
    SEVERAL = "several"
    """Any of `options` as chips: a tuple of their keys, in the order of choosing."""
    CHOICE = "choice"
    """One of `options` from a list that drops down, at first the first: its key."""
    SWITCH = "switch"
    """On or off: bool."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a form asks under `key`.

    `label` stands above (or beside) the field; where there is none, `name` is what a screen reader says.
    `low`, `high`: the words at both ends of a scale. `unit`: what stands behind a number. `options`: keys and
    their words; an answer is the key as it is given here, so members of an enumeration come back as such.
    `limit`: most characters of words. `rows`, `voice`, `framed`: the look of several lines. `needed`: the
    sentence that asks for an answer when there is none; without it the question may stay open.
    `placeholder`: what several lines show while they are empty. `in_row`: label, hint and the words at the
    ends of a scale stand beside the control, where the owner of the form puts them.
    """

    key: str
    label: str = ""
    kind: AnswerKind = AnswerKind.LINE
    hint: str = ""
    name: str = ""
    low: str = ""
    high: str = ""
    least: int = 0
    most: int = 0
    unit: str = ""
    options: Sequence[tuple[str, str]] = ()
    limit: int = MAX_TEXT
    rows: int = 3
    voice: bool = False
    framed: bool = True
    needed: str = ""
    placeholder: str = ""
    in_row: bool = False
    before: int | None = None

    @property
    def typed(self) -> bool:
        """Whether the answer comes letter by letter, so that saving waits until typing rests."""
        return self.kind in _TYPED

    @property
    def nothing(self) -> object:
        """The answer of a question that nobody answered."""
        if self.kind is AnswerKind.CHOICE:
            return self.options[0][0]
        return _NOTHING.get(self.kind)


_TYPED = frozenset({AnswerKind.LINE, AnswerKind.TEXT, AnswerKind.LINES, AnswerKind.NUMBER, AnswerKind.TIME})
_NOTHING: Mapping[AnswerKind, object] = {
    AnswerKind.LINE: "",
    AnswerKind.TEXT: "",
    AnswerKind.LINES: (),
    AnswerKind.SEVERAL: (),
    AnswerKind.SWITCH: False,
}

Control = Rating | Slide | ChipGroup | Switch


class Captioned(QWidget):
    """A control without words of its own under its label and hint, with room for a sentence below.

    It hands on no focus itself: to Qt it would be a stop that leads Tab back to its control.
    """

    kept = True
    changed = Signal(object)

    def __init__(self, control: Control, label: str, hint: str, gap: int) -> None:
        super().__init__()
        self.control = control
        column = vbox(on=self, gap=gap)
        if isinstance(control, Switch):
            across = hbox(control, wide(Body(label), 1, Qt.AlignmentFlag.AlignVCenter), gap=S3)
            nest(column, across)
        else:
            if label:
                column.addWidget(Strong(label))
            if hint:
                column.addWidget(Second(hint))
            column.addWidget(control)
        self._error = Second("", ink="coralText")
        self._error.hide()
        column.addWidget(self._error)
        control.changed.connect(self._changed)

    def _changed(self) -> None:
        self.set_error("")
        self.changed.emit(self.value())

    def value(self) -> object:
        """What is chosen."""
        return self.control.value()

    def set_value(self, value: object) -> None:
        """Choose `value`."""
        self.control.set_value(value)  # type: ignore[arg-type]  # the question's kind chose the control

    @property
    def fault(self) -> str:
        """The sentence now shown, or nothing."""
        return self._error.text()

    def set_error(self, sentence: str) -> None:
        """Say below what to change; an empty sentence takes it back."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))


FormField = Field | TextArea | CheckedLine | Combo | Captioned


def field_for(question: Question, gap: int = S2) -> FormField:
    """The field that takes the answer to `question`; `gap`: px between a label and its control."""
    if question.kind in _WITH_LABEL:
        return _WITH_LABEL[question.kind](question)
    if question.in_row or question.kind is AnswerKind.SLIDE:  # the line has its label itself
        return Captioned(_control(question), "", "", gap)
    return Captioned(_control(question), question.label, question.hint, gap)


def _text(asked: Question) -> TextArea:
    return TextArea(
        asked.label,
        asked.hint,
        voice=asked.voice,
        rows=asked.rows,
        framed=asked.framed,
        limit=asked.limit,
        placeholder=asked.placeholder,
    )


_WITH_LABEL: Mapping[AnswerKind, Callable[[Question], FormField]] = {
    AnswerKind.LINE: lambda asked: Field(
        asked.name or asked.label,
        "" if asked.in_row else asked.hint,
        limit=asked.limit,
        show_label=not asked.in_row,
    ),
    AnswerKind.TEXT: _text,
    AnswerKind.LINES: _text,
    AnswerKind.NUMBER: lambda asked: NumberField(
        asked.label,
        asked.least,
        asked.most,
        "" if asked.in_row else asked.hint,
        unit=asked.unit,
        show_label=not asked.in_row,
    ),
    AnswerKind.TIME: lambda asked: TimeField(asked.label, asked.hint),
    AnswerKind.CHOICE: lambda asked: Combo(asked.label, asked.options),
}


def _control(asked: Question) -> Control:
    name = asked.name or asked.label
    if asked.kind is AnswerKind.RATING:
        return Rating(asked.low, asked.high, name=name, in_row=asked.in_row)
    if asked.kind is AnswerKind.SLIDE:
        return Slide(name, asked.low, asked.high, top=asked.most, before=asked.before)
    if asked.kind is AnswerKind.SWITCH:
        return Switch(name)
    several = asked.kind is AnswerKind.SEVERAL
    return ChipGroup(asked.options, several=several, name=name, in_row=asked.in_row)
