"""The person's own lists: values, ladder, plan for a crisis, patterns, worries, urges, kit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar, TypeVar

from sqlalchemy import select

from rewire_app.domain.change import Change
from rewire_app.domain.lists.entries import (
    KEPT,
    CrisisLine,
    KitItem,
    LadderStep,
    ListEntry,
    ListKind,
    Pattern,
    Urge,
    Value,
    Worry,
    WorrySort,
    checked,
    folded,
    joined,
    key_of,
    kind_of,
)
from rewire_app.store.entries.noun import OLDEST_FIRST, Distinct, Values
from rewire_app.store.ledger import Writing
from rewire_app.store.schema import lists as schema
from rewire_app.store.text import folded_column, listed, unlisted

K = TypeVar("K", bound=ListEntry)
"""The kind of row a list holds."""


class PersonalList(Distinct[K]):
    """One of the lists. What is added twice is refused, what is kept twice is joined."""

    kind: ClassVar[ListKind]
    natural = "fold"

    @staticmethod
    def values(entry: K) -> Values:
        """The columns of `entry`; raises BadInputError if it cannot be kept."""
        shape = KEPT[kind_of(checked(entry))]
        values = {name: _column(getattr(entry, name), name) for name in ("uid", *shape.fields)}
        return values | {"fold": folded_column(*key_of(entry))} if shape.key else values

    def entry(self, row: Mapping[str, Any]) -> K:  # type: ignore[override]
        """The entry in `row`."""
        shape = KEPT[self.kind]
        given: dict[str, Any] = {name: row[name] for name in ("uid", *shape.fields)}
        for name in shape.several:
            given[name] = unlisted(given[name])
        for name, choices in shape.choices.items():
            given[name] = choices(given[name])
        for name in shape.days:
            given[name] = None if given[name] is None else date.fromordinal(given[name])
        return shape.entry(**given)  # type: ignore[return-value]

    def all(self) -> list[K]:
        """Every entry, in the order they were made."""
        return self._all(self._alive().order_by(*OLDEST_FIRST))

    def keep(self, entry: K) -> Change:
        """Add `entry`, or join it to the one with the same natural key: what it leaves blank stays."""
        self.values(entry)
        return self._ledger.change({self.topic}, lambda writing: self._keep(writing, entry))

    def write_all(self, writing: Writing, entries: Iterable[K]) -> None:
        """Keep many entries in a write that is under way, each like `keep`."""
        for entry in entries:
            self._keep(writing, entry)

    def _keep(self, writing: Writing, entry: K) -> None:
        uid = self._same(writing, entry)
        if uid is None:
            writing.insert(self.table, self.values(entry))
        else:
            old = self.entry(writing.read(self.table, uid))
            writing.replace(self.table, self.values(joined(old, entry)))

    def _same(self, writing: Writing, entry: K) -> str | None:
        """The uid of the row with the natural key of `entry`."""
        key = key_of(entry)
        return writing.find(self.table, "fold", folded_column(*key)) if key else None


class PersonalValues(PersonalList[Value]):
    """What matters to the person."""

    kind = ListKind.VALUES
    field = "name"
    table = schema.own_values
    topic = "values"


class Ladder(PersonalList[LadderStep]):
    """The steps towards what is feared. One that is kept without its fear finds the step of any fear."""

    kind = ListKind.LADDER
    field = "step"
    table = schema.ladder
    topic = "ladder"

    def _same(self, writing: Writing, entry: LadderStep) -> str | None:
        found = super()._same(writing, entry)
        if found is not None or entry.fear.strip():
            return found
        columns = self.table.c
        query = select(columns.uid, columns.step).where(columns.deleted_ms.is_(None)).order_by(*OLDEST_FIRST)
        steps = writing.rows(query)
        return next((uid for uid, step in steps if folded(step) == folded(entry.step)), None)


class CrisisPlan(PersonalList[CrisisLine]):
    """The lines of the plan for a crisis."""

    kind = ListKind.CRISIS_PLAN
    field = "text"
    table = schema.crisis_plan
    topic = "crisis_plan"


class Patterns(PersonalList[Pattern]):
    """The old lessons."""

    kind = ListKind.PATTERNS
    field = "reaction"
    table = schema.patterns
    topic = "patterns"


class Worries(PersonalList[Worry]):
    """The worries."""

    kind = ListKind.WORRIES
    field = "text"
    table = schema.worries
    topic = "worries"

    def open(self) -> list[Worry]:
        """Those that are parked, in the order they were made."""
        return self._all(self._alive().where(self.table.c.sort == WorrySort.OPEN).order_by(*OLDEST_FIRST))


class Urges(PersonalList[Urge]):
    """The urges that were watched; each is its own."""

    kind = ListKind.URGES
    field = "urge"
    table = schema.urges
    topic = "urges"


class Kit(PersonalList[KitItem]):
    """The things that soothe."""

    kind = ListKind.KIT
    field = "item"
    table = schema.kit
    topic = "kit"


def _column(value: object, name: str) -> object:
    if isinstance(value, tuple):
        return listed(value, name)
    if isinstance(value, StrEnum):
        return str(value)
    return value.toordinal() if isinstance(value, date) else value
