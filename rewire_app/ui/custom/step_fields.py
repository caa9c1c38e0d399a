"""The fields that a step has of its own, made from the description of its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from rewire_app.content.shape import (
    ChoiceSort,
    FlagSort,
    Inline,
    NumberSort,
    RowsSort,
    ShapePart,
    Texts,
    TextSort,
    Whole,
)
from rewire_app.content.steps import kind_of
from rewire_app.domain.custom import MAX_FIELD
from rewire_app.domain.exercise.exercise import Column, Step
from rewire_app.ui.widgets.fields import Combo, Field, NumberField, TextArea
from rewire_app.ui.widgets.layout import hbox, nest, vbox, wide
from rewire_app.ui.widgets.seconds_field import SecondsField
from rewire_app.ui.widgets.switch import Switch
from rewire_app.ui.widgets.text import Body, Second
from rewire_app.ui.widgets.theme import S3, theme


class OwnFields(QWidget):
    """The fields of the kind of `step`; those of a plan or a repeat are its words alone.

    `changed()`: one of them is other now. `named`: fields by what the check calls them, so that a fault can
    stand beside its field.
    """

    changed = Signal()

    def __init__(self, step: Step) -> None:
        super().__init__()
        self.named: dict[str, Any] = {}
        self._parts: list[tuple[str, ShapePart, Any]] = []
        self._column = vbox(on=self, gap=theme.px(S3))
        kind = kind_of(step)
        self._say(kind.lead(step))
        self._pairs: QGridLayout | None = None
        for inside, part in _changeable(kind.own):
            self._add(inside, part, _value(step, inside, part))
        self._say(kind.trail(step))

    def _say(self, words: str) -> None:
        if words:
            self._column.addWidget(Second(words))

    def _add(self, inside: str, part: ShapePart, value: Any) -> None:
        control = _MADE[type(part)](part, value)
        self._parts.append((inside, part, control))
        control.changed.connect(lambda *_said: self.changed.emit())
        if isinstance(control, Switch):  # nothing can be wrong with it, and it has no room to say so
            across = hbox(control, wide(Body(_label(part)), 1, Qt.AlignmentFlag.AlignVCenter))
            nest(self._column, across)
            return
        self.named |= dict.fromkeys((part.name, *part.also), control)
        if part.paired:
            self._pair(control)
        else:
            self._column.addWidget(control)

    def _pair(self, control: QWidget) -> None:
        """Put a field beside its neighbour, in a grid of two columns."""
        if self._pairs is None:
            self._pairs = QGridLayout()
            self._pairs.setSpacing(theme.px(S3))
            for side in (0, 1):
                self._pairs.setColumnStretch(side, 1)
            nest(self._column, self._pairs)
        place = self._pairs.count()
        self._pairs.addWidget(control, place // 2, place % 2)

    def apply(self, step: Step) -> Step:
        """`step` with what stands in the fields; where nothing usable stands, what was there stays."""
        for inside, part, control in self._parts:
            taken = _TAKEN[type(part)](part, control, _value(step, inside, part))
            found: dict[str, Any] = {part.attribute: taken}
            if inside:
                found = {inside: replace(getattr(step, inside), **found)}
            step = replace(step, **found)
        for part in kind_of(step).own:
            if isinstance(part, Whole) and part.at_most:
                found = {part.attribute: min(_value(step, "", part), getattr(step, part.at_most))}
                step = replace(step, **found)
        return step


def _changeable(parts: Sequence[ShapePart], inside: str = "") -> Iterator[tuple[str, ShapePart]]:
    """The parts with words for the editor, each with the value inside the step that it belongs to."""
    for part in parts:
        if isinstance(part, Inline):
            yield from _changeable(part.shape.parts, part.attribute)
        elif part.label is not None:
            yield inside, part


def _value(step: Step, inside: str, part: ShapePart) -> Any:
    return getattr(getattr(step, inside) if inside else step, part.attribute)


def _label(part: ShapePart) -> str:
    assert part.label is not None, "what can be changed has a label"
    return part.label()


def _hint(part: ShapePart) -> str:
    return part.hint() if part.hint else ""


def _shown(control: Any, value: Any) -> Any:
    control.set_value(value)
    return control


def _seconds(part: NumberSort, value: float) -> SecondsField:
    field = SecondsField(_label(part), *part.usual, _hint(part))
    field.set_seconds(value)
    return field


_MADE: Mapping[type[ShapePart], Callable[[Any, Any], Any]] = {
    TextSort: lambda part, value: _shown(Field(_label(part), _hint(part), limit=MAX_FIELD), value),
    Whole: lambda part, value: _shown(NumberField(_label(part), part.low, part.high, _hint(part)), value),
    NumberSort: _seconds,
    ChoiceSort: lambda part, value: _shown(Combo(_label(part), part.options()), value),
    FlagSort: lambda part, value: Switch(_label(part), on=value),
    Texts: lambda part, value: _shown(_lines_field(part), "\n".join(value)),
    RowsSort: lambda part, value: _shown(_lines_field(part), "\n".join(map(_column_label, value))),
}
"""The field that shows a part of each kind with its value."""


def _lines_field(part: ShapePart) -> TextArea:
    return TextArea(_label(part), _hint(part), limit=MAX_FIELD)


def _column_label(column: Column) -> str:
    return column.label or column.name


def _whole(part: Whole, field: NumberField, was: int | None) -> int | None:
    """The number; an empty field keeps what was there, unless there may be none."""
    found = field.value()
    return was if found is None and part.needed else found


def _lines(_part: Texts, area: TextArea, was: tuple[str, ...]) -> tuple[str, ...]:
    """The lines of a field, each once; those of before when they are what stands there."""
    if area.value() == "\n".join(was).strip():
        return was
    found = (line.strip() for line in area.value().splitlines())
    return tuple(dict.fromkeys(line for line in found if line))


def _columns(part: RowsSort, area: TextArea, was: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns named in a field: those that stay keep their kind, new ones take words."""
    names = [line.strip() for line in area.value().splitlines() if line.strip()][: part.most]
    if not names or names == list(map(_column_label, was)):
        return was
    columns: list[Column] = []
    for place, label in enumerate(names):
        known = was[place] if place < len(was) else None
        if known is None:
            taken = {column.name for column in (*was, *columns)}
            known = Column(name=next(n for n in (f"words{i}" for i in range(1, 9)) if n not in taken))
        columns.append(known if _column_label(known) == label else replace(known, label=label))
    return tuple(columns)


_TAKEN: Mapping[type[ShapePart], Callable[[Any, Any, Any], Any]] = {
    TextSort: lambda _part, field, _was: field.value(),
    Whole: _whole,
    NumberSort: lambda _part, field, was: field.seconds(was) if field.value() != round(was * 2) else was,
    ChoiceSort: lambda part, field, _was: part.kind(field.value()),
    FlagSort: lambda _part, field, _was: field.value(),
    Texts: _lines,
    RowsSort: _columns,
}
"""What the field of a part says now, given what was there."""
