"""The tables inside steps: paces, lengths, columns, and the rows of a repeat."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rewire_app.content.fields import Fields
from rewire_app.content.shape import ChoiceSort, Flaw, NumberSort, ShapePart, TableShape, Texts, TextSort
from rewire_app.domain import custom as own
from rewire_app.domain.care import CareTopic
from rewire_app.domain.exercise.exercise import (
    Column,
    ColumnType,
    Item,
    ItemSet,
    Pace,
    PacedLength,
    Scale,
    ShownRow,
)
from rewire_app.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Items(ShapePart):
    """Rows of a repeat: texts, or tables with a text and its areas."""

    def read(self, fields: Fields) -> tuple[Item, ...]:
        """The items, at least one."""
        items = []
        for value in fields.values(self.name):
            if isinstance(value, str):
                items.append(Item(text=value))
                continue
            if not isinstance(value, dict):
                raise fields.fault(self.name, "each entry must be a text or a table with text and areas")
            table = Fields(fields.file, value, f"{fields.where}.{self.name}")
            items.append(Item(text=table.text("text"), areas=table.texts("areas", ())))
            table.close()
        if not items:
            raise fields.fault(self.name, "it needs at least one entry")
        return tuple(items)

    def pairs(self, value: Sequence[Item]) -> Mapping[str, Any]:
        """Each item, a table only where it has areas."""
        return {self.name: [{"text": i.text, "areas": i.areas} if i.areas else i.text for i in value]}

    def texts(self, value: Sequence[Item]) -> Iterator[str]:
        """The words of the items."""
        return (item.text for item in value)


@dataclass(frozen=True, slots=True, kw_only=True)
class CareTopics(ShapePart):
    """Topics of health, at least one."""

    def read(self, fields: Fields) -> tuple[CareTopic, ...]:
        """The topics, different ones."""
        return fields.choices(self.name, CareTopic)


SHOWN = TableShape(
    make=ShownRow,
    parts=(TextSort(name="label", words=True), TextSort(name="words", words=True, recalls=True)),
)

PACE = TableShape(
    make=Pace,
    parts=(
        NumberSort(
            name="in", at="inhale", low=1, high=10, usual=own.INHALE, paired=True,
            label=lambda: _("Breathe in, seconds"),
        ),
        NumberSort(
            name="hold", low=0, high=7, needed=False, usual=own.HOLD, paired=True,
            label=lambda: _("Hold, seconds"),
        ),
        NumberSort(
            name="out", at="exhale", low=0, high=12, usual=own.EXHALE, paired=True,
            label=lambda: _("Breathe out, seconds"),
        ),
        NumberSort(
            name="hold_out", low=0, high=7, needed=False, usual=own.HOLD, paired=True,
            label=lambda: _("Hold after, seconds"),
        ),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenPace(TableShape):
    """A pace that an option stands for."""

    def read(self, fields: Fields) -> Pace:
        """The pace."""
        pace: Pace = PACE.read(fields)
        return replace(pace, option=fields.text("option"))

    def pairs(self, value: Pace) -> dict[str, Any]:
        """Option and numbers."""
        return {"option": value.option} | PACE.pairs(value)


CHOSEN_PACE = ChosenPace(make=Pace, parts=())

LENGTH = TableShape(
    make=PacedLength, parts=(TextSort(name="option"), NumberSort(name="minutes", low=0.5, high=60))
)

SET = TableShape(make=ItemSet, parts=(TextSort(name="option"), Items(name="items")))


def _column_flaws(column: Column) -> Iterator[Flaw]:
    if (column.type is ColumnType.PICK) != bool(column.options):
        yield Flaw(
            field="options",
            reason="a pick column needs options, other columns have none",
            unwritten="" if column.options else _("write at least one choice"),
        )


COLUMN = TableShape(
    make=Column,
    parts=(
        TextSort(name="name"),
        ChoiceSort(name="type", kind=ColumnType, otherwise=ColumnType.TEXT, written=True),
        ChoiceSort(name="scale", kind=Scale, otherwise=Scale.TEN),
        TextSort(name="label", needed=False, words=True),
        TextSort(name="lo", needed=False, words=True),
        TextSort(name="hi", needed=False, words=True),
        Texts(name="options"),
    ),
    rule=_column_flaws,
)
