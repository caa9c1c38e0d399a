"""What the nouns of the store have in common: add, edit, remove, get, and putting the one entry of a day."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from sqlalchemy import Select, Table, select, text
from sqlalchemy.sql import ColumnExpressionArgument

from rewire_app.domain.change import Change, Origin
from rewire_app.errors import BadInputError
from rewire_app.i18n import _
from rewire_app.store.codec import Codec, Values
from rewire_app.store.ledger import Ledger, Writing


class Identified(Protocol):
    """Anything with an identity."""

    @property
    def uid(self) -> str:
        """A UUIDv7 in hex."""
        ...


E = TypeVar("E", bound=Identified)
"""The domain value a noun keeps."""

Write = Callable[[Writing, Table, Values], None]
"""One way to write a row."""

OLDEST_FIRST = (text("created_ms"), text("rowid"))
"""In the order in which rows were made, also within one write."""


class Noun(ABC, Generic[E]):
    """One kind of entry: its table with the two ways between value and row, and its topic."""

    codec: ClassVar[Codec[Any]]
    topic: ClassVar[str]

    def __init__(self, ledger: Ledger) -> None:
        """Use the store's `ledger`."""
        self.table = self.codec.table
        self._ledger = ledger

    @abstractmethod
    def write_all(self, writing: Writing, entries: Iterable[E]) -> None:
        """Keep many entries in a write that is under way."""

    def remove(self, uid: str) -> Change:
        """Take the entry out; its Change brings it back under the same uid."""
        return self._ledger.change({self.topic}, lambda writing: writing.remove(self.table, uid))

    def _alive(self, *rules: ColumnExpressionArgument[bool]) -> Select[Any]:
        return select(self.table).where(self.table.c.deleted_ms.is_(None), *rules)

    def _all(self, query: Select[Any]) -> list[E]:
        with self._ledger.reading() as connection:
            found = connection.execute(query).all()
        return [self.codec.entry(row) for row in found]

    def _first(self, query: Select[Any]) -> E | None:
        found = self._all(query.limit(1))
        return found[0] if found else None


class Single(Noun[E]):
    """A noun whose entries stand alone, each under its uid."""

    def get(self, uid: str) -> E | None:
        """The entry `uid`, or None if it is not there."""
        return self._first(self._alive(self.table.c.uid == uid))

    def add(self, entry: E, *, source: Origin | None = None) -> Change:
        """Keep a new entry; raises BadInputError or StoreError, and then nothing has changed."""
        return self._write(self.codec.values(entry), Writing.insert, source)

    def edit(self, entry: E) -> Change:
        """Replace the entry with the same uid; raises BadInputError if it is not there any more."""
        return self._write(self.codec.values(entry), Writing.replace)

    def write_all(self, writing: Writing, entries: Iterable[E]) -> None:
        """Keep many new entries in a write that is under way."""
        writing.insert_all(self.table, [self.codec.values(entry) for entry in entries])

    def _write(self, values: Values, how: Write, source: Origin | None = None) -> Change:
        return self._ledger.change({self.topic}, lambda writing: how(writing, self.table, values), source)


class Begun(Noun[E]):
    """A noun whose entries hold from a day on."""

    def after(self, day: date) -> list[E]:
        """The entries that begin later than `day`, earliest first."""
        columns = self.table.c
        later = self._alive(columns.from_day > day.toordinal())
        return self._all(later.order_by(columns.from_day, columns.uid))


class Dated(Noun[E]):
    """A noun whose entries count for a day."""

    def after(self, day: date) -> list[E]:
        """The entries of days later than `day`, earliest first."""
        columns = self.table.c
        return self._all(self._alive(columns.day > day.toordinal()).order_by(columns.day, columns.uid))


def taken() -> BadInputError:
    """The day an entry is moved to has one of its kind."""
    return BadInputError(
        _("There is an entry of this kind on that day already. Choose another day."), field="day"
    )


class Distinct(Single[E]):
    """A noun whose entries stand alone, no two of them the same in the column `natural` (if there is one).

    Adding what is there already raises BadInputError; `field` names for the screen what is there twice.
    """

    natural: ClassVar[str] = "fold"
    field: ClassVar[str]

    def all(self) -> list[E]:
        """Every entry, in the order they were made."""
        return self._all(self._alive().order_by(*OLDEST_FIRST))

    def removed(self) -> list[E]:
        """Those that were taken out, for their names. Oldest first."""
        gone = select(self.table).where(self.table.c.deleted_ms.is_not(None))
        return self._all(gone.order_by(*OLDEST_FIRST))

    def write_all(self, writing: Writing, entries: Iterable[E]) -> None:
        """Keep many new entries in a write that is under way."""
        for entry in entries:
            values = self.codec.values(entry)
            self._see_free(writing, values)
            writing.insert(self.table, values)

    def _write(self, values: Values, how: Write, source: Origin | None = None) -> Change:
        def work(writing: Writing) -> None:
            self._see_free(writing, values)
            how(writing, self.table, values)

        return self._ledger.change({self.topic}, work, source)

    def _see_free(self, writing: Writing, values: Values) -> None:
        if self.natural not in values:
            return
        if writing.find(self.table, self.natural, values[self.natural]) not in (None, values["uid"]):
            raise self._twice()

    def _twice(self) -> BadInputError:
        return BadInputError(
            _("This is in the list already. Nothing was changed. Change the one there, or use other words."),
            field=self.field,
        )


class OneForEach(Noun[E]):
    """A noun of which there is one for each value in the column `natural`: a second replaces the first."""

    natural: ClassVar[str] = "day"

    def put(self, entry: E, *, source: Origin | None = None) -> Change:
        """Keep `entry`, in the place of the one with the same day if there is one; that one's uid stays."""
        values = self.codec.values(entry)
        return self._ledger.change({self.topic}, lambda writing: self._put(writing, values), source)

    def move(self, entry: E) -> Change:
        """Keep `entry`, which is there, under its new value; raises BadInputError if that one is taken."""
        values = self.codec.values(entry)

        def work(writing: Writing) -> None:
            if self._standing(writing, values) is not None:
                raise taken()
            writing.replace(self.table, values)

        return self._ledger.change({self.topic}, work)

    def write_all(self, writing: Writing, entries: Iterable[E]) -> None:
        """Keep many entries, of different days, in a write that is under way."""
        fresh = []
        for entry in entries:
            values = self.codec.values(entry)
            if self._standing(writing, values) is None:
                fresh.append(values)
            else:
                self._put(writing, values)
        writing.insert_all(self.table, fresh)

    def _of(self, key: object) -> E | None:
        return self._first(self._alive(self.table.c[self.natural] == key))

    def _put(self, writing: Writing, values: Values) -> None:
        uid = self._standing(writing, values)
        if uid is None:
            writing.insert(self.table, values)
        else:
            writing.replace(self.table, values | {"uid": uid})

    def _standing(self, writing: Writing, values: Values) -> str | None:
        """The uid of what stands in the place that `values` would take."""
        return writing.find(self.table, self.natural, values[self.natural])


class DayOfEach(Dated[E]):
    """A noun of which there is one a day for each row of `owners`, which its column `owner` names."""

    owner: ClassVar[str]
    owners: ClassVar[Table]

    def put(self, entry: E, *, source: Origin | None = None) -> Change:
        """Keep `entry`, in the place of its owner's of the same day if there is one; that one's uid stays.

        Raises BadInputError if it does not fit, or if its owner is not there any more.
        """
        return self._ledger.change({self.topic}, lambda writing: self._put(writing, entry), source)

    def move(self, entry: E) -> Change:
        """Keep `entry`, which is there, under another day; raises BadInputError if that one is taken."""

        def work(writing: Writing) -> None:
            values = self.codec.values(entry)
            if self._uid_of_the_day(writing, values):
                raise taken()
            writing.replace(self.table, values)

        return self._ledger.change({self.topic}, work)

    def write_all(self, writing: Writing, entries: Iterable[E]) -> None:
        """Keep many in a write that is under way."""
        for entry in entries:
            self._put(writing, entry)

    def all(self) -> list[E]:
        """Every one, earliest day first."""
        return self._all(self._alive().order_by(self.table.c.day, self.table.c.uid))

    def fits(self, entry: E, owner: Sequence[Any]) -> None:
        """See that `entry` can stand under the row of its owner; raises BadInputError."""

    def _put(self, writing: Writing, entry: E) -> None:
        values = self.codec.values(entry)
        self.fits(entry, writing.read(self.owners, values[self.owner]))
        if uid := self._uid_of_the_day(writing, values):
            writing.replace(self.table, values | {"uid": uid})
        else:
            writing.insert(self.table, values)

    def _uid_of_the_day(self, writing: Writing, values: Values) -> str:
        """The uid of what there is for the owner and day in `values`, "" none."""
        columns = self.table.c
        same = select(columns.uid).where(
            columns[self.owner] == values[self.owner],
            columns.day == values["day"],
            columns.deleted_ms.is_(None),
        )
        found = writing.rows(same)
        return str(found[0][0]) if found else ""
