"""The fields of each kind of step: they show a step and give it back as it is now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from rewire_app.domain import custom as own
from rewire_app.domain.exercise.exercise import (
    Ask,
    Breathe,
    Column,
    Input,
    ListStep,
    Pick,
    Rate,
    Say,
    Scale,
    Step,
)
from rewire_app.i18n import _
from rewire_app.ui.custom.step_words import input_names
from rewire_app.ui.widgets.fields import Combo, Field, NumberField, TextArea
from rewire_app.ui.widgets.seconds_field import SecondsField
from rewire_app.ui.widgets.switch import Switch
from rewire_app.ui.widgets.text import Body, Second
from rewire_app.ui.widgets.theme import S3, theme

MOST_ROUNDS = 200
COLUMNS = 3


class KindFields(QWidget):
    """The fields that one kind of step has of its own. `changed()`: one of them is other now.

    `named`: fields by what the check calls them, so that a fault can stand beside its field.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.named: dict[str, Any] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(S3))

    def apply(self, step: Step) -> Step:
        """`step` with what stands in the fields."""
        return step

    def side_by_side(self, *fields: QWidget) -> None:
        """Put fields into a grid of two columns."""
        grid = QGridLayout()
        grid.setSpacing(theme.px(S3))
        for place, field in enumerate(fields):
            grid.addWidget(field, place // 2, place % 2)
        for side in (0, 1):
            grid.setColumnStretch(side, 1)
        self.column.addLayout(grid)


class SayFields(KindFields):
    """The quiet after the words."""

    def __init__(self, step: Say) -> None:
        super().__init__()
        self._secs = NumberField(_("Quiet time, seconds"), 3, 600, _("Empty for none."))
        self._secs.set_value(step.secs)
        self._secs.changed.connect(self.changed)
        self.named["secs"] = self._secs
        self.column.addWidget(self._secs)
        if step.end:
            self.column.addWidget(Second(_("The exercise ends kindly after this step.")))

    def apply(self, step: Step) -> Step:
        """`step` with its quiet time."""
        assert isinstance(step, Say)
        return replace(step, secs=self._secs.value())


class BreatheFields(KindFields):
    """The breath in seconds, and how many."""

    def __init__(self, step: Breathe) -> None:
        super().__init__()
        self._inhale = SecondsField(_("Breathe in, seconds"), *own.INHALE)
        self._hold = SecondsField(_("Hold, seconds"), *own.HOLD)
        self._exhale = SecondsField(_("Breathe out, seconds"), *own.EXHALE)
        self._hold_out = SecondsField(_("Hold after, seconds"), *own.HOLD)
        self._rounds = NumberField(_("How many breaths"), 1, MOST_ROUNDS)
        for field, seconds in zip(self._seconds(), self._of(step), strict=True):
            field.set_seconds(seconds)
        self._rounds.set_value(step.rounds)
        fields = (*self._seconds(), self._rounds)
        for one in fields:
            one.changed.connect(self.changed)
        self.named |= dict(zip(("in", "hold", "out", "hold_out", "rounds"), fields, strict=True))
        self.column.addWidget(
            Second(_("Ten breaths a minute or slower. A little longer out than in is easy."))
        )
        self.side_by_side(*fields)
        if step.pace_from or step.minutes_from:
            self.column.addWidget(
                Second(_("An earlier choice can set pace or time. These numbers hold when it is skipped."))
            )

    def _seconds(self) -> tuple[SecondsField, ...]:
        return self._inhale, self._hold, self._exhale, self._hold_out

    @staticmethod
    def _of(step: Breathe) -> tuple[float, ...]:
        pace = step.pace
        return pace.inhale, pace.hold, pace.exhale, pace.hold_out

    def apply(self, step: Step) -> Step:
        """`step` with its breath; an empty field keeps what was there."""
        assert isinstance(step, Breathe)
        inhale, hold, exhale, hold_out = (
            field.seconds(was) if field.value() != round(was * 2) else was
            for field, was in zip(self._seconds(), self._of(step), strict=True)
        )
        pace = replace(step.pace, inhale=inhale, hold=hold, exhale=exhale, hold_out=hold_out)
        return replace(step, pace=pace, rounds=self._rounds.value() or step.rounds)


class AskFields(KindFields):
    """What a question takes."""

    def __init__(self, step: Ask) -> None:
        super().__init__()
        self._input = Combo(_("What is answered"), input_names())
        self._input.set_value(step.input)
        self._input.changed.connect(lambda _key: self.changed.emit())
        self.named["input"] = self._input
        self.column.addWidget(self._input)

    def apply(self, step: Step) -> Step:
        """`step` with what it takes."""
        assert isinstance(step, Ask)
        return replace(step, input=Input(self._input.value()))


class PickFields(KindFields):
    """The choices, how many may be taken, and room for something else."""

    def __init__(self, step: Pick) -> None:
        super().__init__()
        self._options = TextArea(_("The choices, each on a line of its own"), rows=3, limit=own.MAX_FIELD)
        self._options.set_value("\n".join(step.options))
        self._options.changed.connect(self.changed)
        self._max = NumberField(_("How many may be chosen"), 1, 40)
        self._max.set_value(step.max)
        self._max.changed.connect(self.changed)
        words = _("Room for something else, in own words")
        self._other = Switch(words, on=step.other)
        self._other.changed.connect(self.changed)
        self.named |= {"options": self._options, "max": self._max, "options_from": self._options}
        if step.options_from:
            self.column.addWidget(Second(_("Choices from an earlier answer or from your lists come first.")))
        self.column.addWidget(self._options)
        self.column.addWidget(self._max)
        across = QHBoxLayout()
        across.addWidget(self._other)
        across.addWidget(Body(words), 1, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(across)

    def apply(self, step: Step) -> Step:
        """`step` with its choices; the same one twice counts once."""
        assert isinstance(step, Pick)
        return replace(
            step,
            options=_lines(self._options, step.options),
            max=self._max.value() or step.max,
            other=self._other.value(),
        )


class RateFields(KindFields):
    """The words at both ends, and the scale."""

    def __init__(self, step: Rate) -> None:
        super().__init__()
        self._lo = Field(_("Words at the low end"), limit=own.MAX_FIELD)
        self._hi = Field(_("Words at the high end"), limit=own.MAX_FIELD)
        self._lo.set_value(step.lo)
        self._hi.set_value(step.hi)
        self._scale = Combo(_("The scale"), [(Scale.TEN, _("0 to 10")), (Scale.PERCENT, _("0 to 100%"))])
        self._scale.set_value(step.scale)
        for field in (self._lo, self._hi, self._scale):
            field.changed.connect(lambda _text: self.changed.emit())
        self.named |= {"lo": self._lo, "hi": self._hi, "scale": self._scale}
        self.side_by_side(self._lo, self._hi)
        self.column.addWidget(self._scale)

    def apply(self, step: Step) -> Step:
        """`step` with its ends and scale."""
        assert isinstance(step, Rate)
        return replace(step, lo=self._lo.value(), hi=self._hi.value(), scale=Scale(self._scale.value()))


class ListFields(KindFields):
    """What each row holds, and how many rows there is room for."""

    def __init__(self, step: ListStep) -> None:
        super().__init__()
        self._columns = TextArea(
            _("What each row holds, one thing on a line"),
            _("One to three. A row of one thing needs no name."),
            limit=own.MAX_FIELD,
        )
        self._shown = [column.label or column.name for column in step.columns]
        self._columns.set_value("\n".join(self._shown))
        self._columns.changed.connect(self.changed)
        self._most = NumberField(_("Most rows"), 1, 12)
        self._most.set_value(step.max)
        self._most.changed.connect(self.changed)
        self.named |= {"columns": self._columns, "max": self._most, "min": self._most}
        self.column.addWidget(self._columns)
        self.column.addWidget(self._most)

    def apply(self, step: Step) -> Step:
        """`step` with its columns: those that stay keep their kind, new ones take words."""
        assert isinstance(step, ListStep)
        most = self._most.value() or step.max
        names = [line.strip() for line in self._columns.value().splitlines() if line.strip()][:COLUMNS]
        if not names or names == [column.label or column.name for column in step.columns]:
            return replace(step, max=most, min=min(step.min, most))
        columns: list[Column] = []
        for place, label in enumerate(names):
            known = step.columns[place] if place < len(step.columns) else None
            if known is None:
                taken = {column.name for column in step.columns} | {column.name for column in columns}
                known = Column(name=next(n for n in (f"words{i}" for i in range(1, 9)) if n not in taken))
            columns.append(known if (known.label or known.name) == label else replace(known, label=label))
        return replace(step, columns=tuple(columns), max=most, min=min(step.min, most))


def _lines(area: TextArea, before: Sequence[str]) -> tuple[str, ...]:
    """The lines of a field, each once; those from `before` when they are what stands there."""
    if area.value() == "\n".join(before).strip():
        return tuple(before)
    found = (line.strip() for line in area.value().splitlines())
    return tuple(dict.fromkeys(line for line in found if line))


def fields_for(step: Step) -> KindFields:
    """The fields of the kind of `step`; those of a plan or a repeat are its words alone."""
    found: KindFields | None = None
    match step:
        case Say():
            found = SayFields(step)
        case Breathe():
            found = BreatheFields(step)
        case Ask():
            found = AskFields(step)
        case Pick():
            found = PickFields(step)
        case Rate():
            found = RateFields(step)
        case ListStep():
            found = ListFields(step)
    return found or KindFields()
