"""Writes to the vault: one write is one transaction, one commit number, one Change that can be taken back."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from typing import Any

import sqlcipher3.dbapi2 as dbapi
from sqlalchemy import Connection, Executable, Select, Table, bindparam, create_engine, event, select, update
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlalchemy.sql.expression import ClauseElement

from rewire_app.domain.change import Change, Origin
from rewire_app.errors import BadInputError, DiskFullError, StoreError
from rewire_app.i18n import _
from rewire_app.store.text import cleaned, listed
from rewire_app.store.vault.faults import from_driver, only_read, unfit_value, unreachable
from rewire_app.store.vault.vault import Vault

_DIALECT = sqlite.dialect(paramstyle="qmark")


def _sql(statement: ClauseElement) -> str:
    return str(statement.compile(dialect=_DIALECT))


class Statements:
    """The statements of one table, with their values by position."""

    def __init__(self, table: Table) -> None:
        """Compile them."""
        self._table = table
        self.columns = tuple(column.name for column in table.columns)
        values: dict[str, Any] = {column.name: bindparam(column.name) for column in table.columns}
        insert = sqlite.insert(table).values(values)
        self.insert = _sql(insert)
        replaced = {name: insert.excluded[name] for name in self.columns if name != "uid"}
        self.upsert = _sql(insert.on_conflict_do_update(index_elements=["uid"], set_=replaced))
        self.add = _sql(
            insert.on_conflict_do_update(
                index_elements=["uid"], set_=replaced, where=table.c.deleted_ms.is_not(None)
            )
        )
        self.alive = _sql(
            select(table).where(table.c.uid == bindparam("wanted"), table.c.deleted_ms.is_(None))
        )
        self.delete = _sql(
            update(table)
            .values(updated_ms=bindparam("now"), deleted_ms=bindparam("then"))
            .where(table.c.uid == bindparam("wanted"))
        )
        self._finds: dict[str, str] = {}
        self.links = {key.parent.name: key.column for key in table.foreign_keys if key.parent.nullable}
        """By column, what its values name; the row goes on where that is gone."""

    def ordered(self, values: Mapping[str, Any]) -> tuple[Any, ...]:
        """`values` in the order of the columns; raises KeyError if one is missing."""
        return tuple([values[name] for name in self.columns])

    def find(self, column: str) -> str:
        """The statement that finds the uid of the row that counts by another column."""
        if column not in self._finds:
            table = self._table
            self._finds[column] = _sql(
                select(table.c.uid).where(
                    table.c[column] == bindparam("wanted"), table.c.deleted_ms.is_(None)
                )
            )
        return self._finds[column]


@cache
def statements(table: Table) -> Statements:
    """The statements of `table`, compiled at its first use."""
    return Statements(table)


Row = tuple[Any, ...]
"""The values of a row in the order of its table's columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """How one row was before a write; None: it did not count (it was not there)."""

    table: Table
    uid: str
    row: Row | None


def name_of(table: Table, uid: str) -> str:
    """The name of a row as a `Change` says it."""
    return f"{table.name}/{uid}"


def wall_ms() -> int:
    """The computer's clock, UTC in milliseconds; it only stamps rows."""
    return time.time_ns() // 1_000_000


class Ledger:
    """The engine over the vault's one connection."""

    def __init__(self, vault: Vault, now_ms: Callable[[], int]) -> None:
        """Build the engine; nothing is read yet."""
        self.vault = vault
        self.now_ms = now_ms
        self._raw = vault.connection
        self._connection = _over(self._raw, only_read=vault.only_read)

    def _over_the_one_open(self, raw: dbapi.Connection) -> Connection:
        """SQLAlchemy's view of `raw`, which is another one after the vault opened it anew."""
        if raw is not self._raw:
            self._raw, self._connection = raw, _over(raw, only_read=self.vault.only_read)
        return self._connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the database; raises a StoreError."""
        with self.vault.using() as raw, _stated():
            connection = self._over_the_one_open(raw)
            transaction = connection.begin()
            try:
                yield connection
            finally:
                transaction.rollback()

    def write(self, work: Callable[[Writing], object], source: Origin | None = None) -> Writing:
        """Run `work` as one write, kept whole or not at all; raises StoreError or BadInputError.

        Rows that are new note `source`; a row that was there keeps its own. Where a fault of the file spoiled
        the connection it is opened anew, on a full disk the room that was set aside is given up, and `work`
        runs once more.
        """
        try:
            return self._write(work, source)
        except DiskFullError:
            if not self.vault.reserve.give_up():
                raise
        except StoreError:
            if not self.vault.database.spoiled:
                raise
        return self._write(work, source)

    def _write(self, work: Callable[[Writing], object], source: Origin | None) -> Writing:
        vault = self.vault
        if vault.only_read:
            raise only_read()
        with vault.using() as raw, _stated():
            connection = self._over_the_one_open(raw)
            commit = vault.commit_seq + 1
            vault.open_files.check()  # before a page of the log goes over what others wrote there
            with _ended(raw), connection.begin():
                writing = Writing(connection, self._stamps(source))
                work(writing)
                connection.exec_driver_sql("UPDATE meta SET commit_seq = ?", (commit,))
                vault.open_files.check()  # while all of it can still be taken back
            vault.acknowledge(commit)
        return writing

    def _stamps(self, source: Origin | None) -> dict[str, Any]:
        """What every new row of one write notes."""
        now = self.now_ms()
        return {
            "created_ms": now,
            "updated_ms": now,
            "device": self.vault.device,
            "deleted_ms": None,
            "source": None if source is None else listed((source.program, source.file), "source"),
            "source_hash": None if source is None else source.hash,
        }

    def change(
        self, topics: Iterable[str], work: Callable[[Writing], object], source: Origin | None = None
    ) -> Change:
        """Run `work` as one write; its Change puts back every row that `work` touched."""
        writing = self.write(work, source)
        return self._change(frozenset(topics), tuple(writing.images), frozenset(writing.removed))

    def _change(self, topics: frozenset[str], images: tuple[Image, ...], removed: frozenset[str]) -> Change:
        def revert() -> Change:
            def put_back(writing: Writing) -> None:
                for image in reversed(images):
                    writing.put_back(image)

            try:
                return self.change(topics, put_back)
            except BadInputError:
                raise taken() from None

        def is_back() -> bool:
            with self.reading() as connection:
                looking = Writing(connection, self._stamps(None))
                return all(looking.is_as_in(image) for image in first.values())

        first = {(image.table, image.uid): image for image in reversed(images)}
        rows = frozenset(name_of(table, uid) for table, uid in first)
        return Change(topics=topics, rows=rows, revert=revert, is_back=is_back, removed=removed)


class Writing:
    """One transaction under way; notes how each row it touches was before."""

    def __init__(self, connection: Connection, stamps: Mapping[str, Any]) -> None:
        """Begin with nothing touched; `stamps` are the values that every new row gets."""
        self.images: list[Image] = []
        self.removed: set[str] = set()
        self._connection = connection
        self._stamps = stamps
        self.now: int = stamps["updated_ms"]
        """The time of this write, UTC in milliseconds."""

    def insert(self, table: Table, values: Mapping[str, Any]) -> None:
        """Add a row, also in the place of a deleted one; raises BadInputError if uid or day is taken."""
        own = statements(table)
        if self._run(own.add, own.ordered(self._stamped(values))).rowcount != 1:
            raise unfit_value("uid")
        self.images.append(Image(table=table, uid=values["uid"], row=None))

    def insert_all(self, table: Table, many: Sequence[Mapping[str, Any]]) -> None:
        """Add many new rows at once."""
        own = statements(table)
        if many:
            self._connection.exec_driver_sql(
                own.insert, [own.ordered(self._stamped(values)) for values in many]
            )
        self.images += [Image(table=table, uid=values["uid"], row=None) for values in many]

    def replace(self, table: Table, values: Mapping[str, Any]) -> None:
        """Give an existing row new values; raises BadInputError if it is not there any more."""
        own = statements(table)
        before = self.current(own, values["uid"])
        if before is None:
            raise gone()
        kept = dict(zip(own.columns, before, strict=True))
        self._run(own.upsert, own.ordered(kept | _clean(values) | {"updated_ms": self.now}))
        self.images.append(Image(table=table, uid=values["uid"], row=before))

    def remove(self, table: Table, uid: str, before: Row | None = None) -> None:
        """Mark a row as deleted; raises BadInputError if it is not there. `before`: the row, if known."""
        own = statements(table)
        before = before or self.current(own, uid)
        if before is None:
            raise gone()
        self._run(own.delete, (self.now, self.now, uid))
        self.images.append(Image(table=table, uid=uid, row=before))
        self.removed.add(name_of(table, uid))

    def put_back(self, image: Image) -> None:
        """Make a row what it was in `image`, whatever it is now; what it named and is erased is left out."""
        own = statements(image.table)
        before = self.current(own, image.uid)
        if image.row is None:
            self._run(own.delete, (self.now, self.now, image.uid))
            self.removed.add(name_of(image.table, image.uid))
        else:
            then = dict(zip(own.columns, image.row, strict=True))
            self._run(own.upsert, own.ordered(then | self._lost(own, then) | {"updated_ms": self.now}))
        self.images.append(Image(table=image.table, uid=image.uid, row=before))

    def _lost(self, own: Statements, values: Mapping[str, Any]) -> dict[str, Any]:
        """The columns of a row that name one which was erased meanwhile."""
        named = [(name, there) for name, there in own.links.items() if values[name] is not None]
        gone = [name for name, there in named if not self.rows(select(there).where(there == values[name]))]
        return dict.fromkeys(gone)

    def current(self, own: Statements, uid: str) -> Row | None:
        """The row as it is now, or None if it is not there or deleted."""
        row = self._run(own.alive, (uid,)).fetchone()
        return None if row is None else tuple(row)

    def is_as_in(self, image: Image) -> bool:
        """Whether a row is as it was in `image`; the time of its last change counts for nothing."""
        own = statements(image.table)
        now = self.current(own, image.uid)
        if now is None or image.row is None:
            return now is image.row
        pairs = zip(own.columns, now, image.row, strict=True)
        return all(here == then for name, here, then in pairs if name != "updated_ms")

    def read(self, table: Table, uid: str) -> Row:
        """The row as it is now; raises BadInputError if it is not there."""
        row = self.current(statements(table), uid)
        if row is None:
            raise gone()
        return row

    def run(self, statement: Executable, values: Sequence[Mapping[str, Any]] = ()) -> None:
        """Run a statement whose outcome nothing takes back, once for each of `values` if there are any."""
        self._connection.execute(statement, values or None)

    def rows(self, query: Select[Any]) -> list[tuple[Any, ...]]:
        """The answer to `query` as this write sees it."""
        return [tuple(row) for row in self._connection.execute(query)]

    def find(self, table: Table, column: str, value: object) -> str | None:
        """The uid of the row that counts and has `value` in `column`."""
        row = self._run(statements(table).find(column), (value,)).fetchone()
        return None if row is None else row[0]

    def leave(self, table: Table, values: Mapping[str, Any] | None) -> None:
        """Leave one row in `table`, or none, whatever was there; taking the write back does not undo it."""
        own = statements(table)
        self._run(f"DELETE FROM {table.name}", ())
        if values is not None:
            self._run(own.insert, own.ordered(self._stamped(values)))

    def leave_for(self, table: Table, column: str, key: str, values: Mapping[str, Any]) -> None:
        """Leave one row for `key` in a table without entries; taking the write back does not undo it."""
        insert = sqlite.insert(table).values({column: key, **values})
        self._connection.execute(insert.on_conflict_do_update(index_elements=[column], set_=values))

    def _run(self, statement: str, values: tuple[Any, ...]) -> Any:
        return self._connection.exec_driver_sql(statement, values)

    def _stamped(self, values: Mapping[str, Any]) -> dict[str, Any]:
        return {**self._stamps, **_clean(values)}


def taken() -> BadInputError:
    """The fault for taking back a write whose place another entry has taken meanwhile."""
    return BadInputError(
        _("This cannot be taken back, because another entry is in its place now. Nothing was changed.")
    )


def gone() -> BadInputError:
    """The fault for changing an entry that is not there any more."""
    return BadInputError(_("This entry is not there any more. Nothing was changed."))


def _clean(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: cleaned(value, name) if isinstance(value, str) else value for name, value in values.items()}


def _over(raw: dbapi.Connection, *, only_read: bool) -> Connection:
    engine = create_engine(
        "sqlite+pysqlite://",
        creator=lambda: raw,
        module=dbapi,
        poolclass=StaticPool,
        hide_parameters=True,
        pool_reset_on_return=None,
    )
    event.listen(engine, "begin", _begin if only_read else _begin_immediate)
    return engine.connect()


def _begin(connection: Connection) -> None:
    """Where nothing is written, SQLite takes BEGIN IMMEDIATE for the beginning of a write."""
    connection.exec_driver_sql("BEGIN")


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


@contextmanager
def _ended(raw: dbapi.Connection) -> Iterator[None]:
    """A COMMIT that is refused leaves its transaction open: end it, or no write would begin any more."""
    try:
        yield
    except BaseException:
        with suppress(dbapi.Error):
            if raw.in_transaction:
                raw.execute("ROLLBACK")
        raise


@contextmanager
def _stated() -> Iterator[None]:
    """Let only Rewire faults out; SQLAlchemy's own carry the values of the row and are dropped."""
    try:
        yield
    except DBAPIError as error:
        raise from_driver(error.orig) from None
    except dbapi.Error as error:
        raise from_driver(error) from None
    except OverflowError:
        raise unfit_value() from None
    except MemoryError:  # so the driver calls a page that SQLCipher cannot write after one failed its check
        raise unreachable() from None
