"""What the nouns of the store have in common: add, edit, remove, get, and putting the one entry of a day."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from sqlalchemy import Select, Table, select, text

from rewire_app.domain.change import Change
from rewire_app.domain.days import Instant
from rewire_app.errors import BadInputError
from rewire_app.i18n import _
from rewire_app.store.ledger import Ledger, Writing


class Entry(Protocol):
    """Anything with an identity."""

    @property
    def uid(self) -> str:
        """A UUIDv7 in hex."""
        ...


E = TypeVar("E", bound=Entry)
"""The domain value a noun keeps."""

Values = dict[str, Any]
"""A row's values by column; lives only between a domain value and its table."""

OLDEST_FIRST = (text("created_ms"), text("rowid"))
"""In the order in which rows were made, also within one write."""


class Noun(ABC, Generic[E]):
    """One kind of entry: its table, its topic, and the two ways between value and row."""

    table: ClassVar[Table]
    topic: ClassVar[str]

    def __init__(self, ledger: Ledger) -> None:
        """Use the store's `ledger`."""
        self._ledger = ledger

    @staticmethod
    @abstractmethod
    def values(entry: E) -> Values:
        """The columns of `entry`."""

    @staticmethod
    @abstractmethod
    def entry(row: Mapping[str, Any]) -> E:
        """The entry in `row`."""

    @abstractmethod
    def write_all(self, writing: Writing, entries: Iterable[E]) -> None:
        """Keep many entries in a write that is under way."""

    def remove(self, uid: str) -> Change:
        """Take the entry out; its Change brings it back under the same uid."""
        return self._ledger.change({self.topic}, lambda writing: writing.remove(self.table, uid))

    def _alive(self) -> Select[Any]:
        return select(self.table).where(self.table.c.deleted_ms.is_(None))

    def _gone(self) -> Select[Any]:
        return select(self.table).where(self.table.c.deleted_ms.is_not(None))

    def _all(self, query: Select[Any]) -> list[E]:
        with self._ledger.reading() as connection:
            found = connection.execute(query).mappings().all()
        return [self.entry(dict(row)) for row in found]

    def _first(self, query: Select[Any]) -> E | None:
        found = self._all(query.limit(1))
        return found[0] if found else None


class Single(Noun[E]):
    """A noun whose entries stand alone, each under its uid."""

    def get(self, uid: str) -> E | None:
        """The entry `uid`, or None if it is not there."""
        return self._first(self._alive().where(self.table.c.uid == uid))

    def add(self, entry: E) -> Change:
        """Keep a new entry; raises BadInputError or StoreError, and then nothing has changed."""
        values = self.values(entry)
        return self._ledger.change({self.topic}, lambda writing: writing.insert(self.table, values))

    def edit(self, entry: E) -> Change:
        """Replace the entry with the same uid; raises BadInputError if it is not there any more."""
        values = self.values(entry)
        return self._ledger.change({self.topic}, lambda writing: writing.replace(self.table, values))

    def write_all(self, writing: Writing, entries: Iterable[E]) -> None:
        """Keep many new entries in a write that is under way."""
        writing.insert_all(self.table, [self.values(entry) for entry in entries])


class Distinct(Single[E]):
    """A noun whose entries stand alone, no two of them the same in the column `natural` (if there is one).

    `field` names, for the screen, what makes them the same.
    """

    natural: ClassVar[str]
    field: ClassVar[str]

    def add(self, entry: E) -> Change:
        """Keep a new entry; raises BadInputError if there is one like it, or StoreError."""
        return self._write(self.values(entry), Writing.insert)

    def edit(self, entry: E) -> Change:
        """Replace the entry with the same uid; raises BadInputError if it is gone or another is like it."""
        return self._write(self.values(entry), Writing.replace)

    def write_all(self, writing: Writing, entries: Iterable[E]) -> None:
        """Keep many new entries in a write that is under way."""
        for entry in entries:
            values = self.values(entry)
            self._see_free(writing, values)
            writing.insert(self.table, values)

    def _write(self, values: Values, how: Callable[[Writing, Table, Values], None]) -> Change:
        def work(writing: Writing) -> None:
            self._see_free(writing, values)
            how(writing, self.table, values)

        return self._ledger.change({self.topic}, work)

    def _see_free(self, writing: Writing, values: Values) -> None:
        if self.natural not in values:
            return
        if writing.find(self.table, self.natural, values[self.natural]) not in (None, values["uid"]):
            raise twice(self.field)


class OneForEach(Noun[E]):
    """A noun of which there is one for each day: putting a second one replaces the first."""

    natural: ClassVar[str]

    def put(self, entry: E) -> Change:
        """Keep `entry`, in the place of the one with the same day if there is one; that one's uid stays."""
        values = self.values(entry)
        return self._ledger.change({self.topic}, lambda writing: self._put(writing, values))

    def write_all(self, writing: Writing, entries: Iterable[E]) -> None:
        """Keep many entries, of different days, in a write that is under way."""
        fresh = []
        for entry in entries:
            values = self.values(entry)
            if writing.find(self.table, self.natural, values[self.natural]) is None:
                fresh.append(values)
            else:
                self._put(writing, values)
        writing.insert_all(self.table, fresh)

    def _of_day(self, day: date) -> E | None:
        return self._first(self._alive().where(self.table.c[self.natural] == day.toordinal()))

    def _put(self, writing: Writing, values: Values) -> None:
        uid = writing.find(self.table, self.natural, values[self.natural])
        if uid is None:
            writing.insert(self.table, values)
        else:
            writing.replace(self.table, values | {"uid": uid})


def instant_values(name: str, at: Instant) -> Values:
    """The three columns of an instant."""
    return {f"{name}_ms": at.utc_ms, f"{name}_off": at.offset_min, f"{name}_zone": at.zone}


def instant(row: Mapping[str, Any], name: str) -> Instant:
    """The instant in three columns of `row`."""
    return Instant(utc_ms=row[f"{name}_ms"], offset_min=row[f"{name}_off"], zone=row[f"{name}_zone"])


def ordinal(day: date | None) -> int | None:
    """A day as its column has it."""
    return None if day is None else day.toordinal()


def day(value: int | None) -> date | None:
    """The day in a column that may be empty."""
    return None if value is None else date.fromordinal(value)


def twice(field: str) -> BadInputError:
    """The fault for adding what is there already."""
    return BadInputError(
        _("This is in the list already. Nothing was changed. Change the one there, or use other words."),
        field=field,
    )
