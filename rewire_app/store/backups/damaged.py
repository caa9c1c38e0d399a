"""Reads what can be read from a damaged database: every row on a sound page, also below a bad one.

A tree is followed from its root as far as its pages are sound. Pages of rows that no tree leads to any more
belong to one of the tables with a gap: to the only one whose columns and rules take all of their rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as dbapi

from rewire_app.store.backups.pages import TABLE_LEAF, Cell, Record, SealedPages, TreePage
from rewire_app.store.backups.progress import Tell, nobody
from rewire_app.store.vault import migrate, tally
from rewire_app.store.vault.connection import connect

Row = dict[str, Any]

_DAY_INDEX = re.compile(r"CREATE (?:UNIQUE )?INDEX \S+ ON (\S+) \(day\b")
_SCHEMA_WIDTH = 5


@dataclass(slots=True)
class ReadTable:
    """What was read of one table: rows by their number; `known` are the keys and numbers its index knows of.

    `all_known`: the index could be read whole, so that there is no other row. `days`: the day of a row by its
    number, where an index tells it. `whole`: no page of rows is missing.
    """

    rows: dict[int, Row] = field(default_factory=dict)
    known: dict[Any, int] = field(default_factory=dict)
    all_known: bool = False
    days: dict[int, int] = field(default_factory=dict)
    whole: bool = False

    @property
    def lost(self) -> dict[Any, int]:
        """The keys, with their numbers, of rows that could not be read."""
        return {key: number for key, number in self.known.items() if number not in self.rows}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDatabase:
    """What was read, by table; none where there is not one row. `revision` is that of the schema."""

    tables: Mapping[str, ReadTable]
    revision: int


def read_damaged(db: Path, key: bytes, revision: int, tell: Tell = nobody) -> ReadDatabase:
    """Read the database `db`, a copy that may be changed: its log is folded in as far as it can be.

    `revision` is what the keys say, for a first page that does not. `tell` hears how many pages are read.
    Raises OSError, and nothing for damage.
    """
    _fold(db, key)
    pages = SealedPages(db, key, tell)
    told = pages.revision()
    revision = revision if told is None else told
    plan = dbapi.connect(":memory:", isolation_level=None)
    try:
        migrate.upgrade(plan, f"{revision:04}")
        tables = _Reading(pages, plan).tables()
    finally:
        plan.close()
    return ReadDatabase(tables=tables, revision=revision)


def _fold(db: Path, key: bytes) -> None:
    """Bring the log into the database; a log that cannot be used is left out."""
    log = db.with_name(f"{db.name}-wal")
    if not log.exists():
        return
    with suppress(dbapi.Error, MemoryError):
        connection = connect(db, key)
        try:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()
    log.unlink(missing_ok=True)


class _Reading:
    """One pass over the pages; `plan` is an empty database of the same revision, with its rules."""

    def __init__(self, pages: SealedPages, plan: dbapi.Connection) -> None:
        self._pages = pages
        self._plan = plan
        self._seen: set[int] = set()
        self._columns = {table: tally.columns(plan, table) for table in tally.tables(plan)}
        self._tables = {table: ReadTable() for table in self._columns}

    def tables(self) -> dict[str, ReadTable]:
        """Everything that could be read; nothing if there is not one row."""
        schema, _whole = self._walk(1)
        stray = dict(self._stray())
        for number in [number for number, page in stray.items() if _is_schema(page)]:
            schema += stray.pop(number).cells
        self._follow(cell.record for cell in schema if cell.record is not None)
        for number, page in self._stray():
            if number in stray:
                self._take_in(page)
        for table, found in self._tables.items():
            key = self._columns[table][0]
            for number, row in found.rows.items():
                found.known.setdefault(row[key], number)
        return self._tables if any(found.rows for found in self._tables.values()) else {}

    def _follow(self, schema: Iterable[Record]) -> None:
        """Read every table, and what its indexes know, from the roots that `schema` names."""
        for kind, name, table, root, sql in schema:
            if table not in self._tables:
                continue
            found = self._tables[table]
            cells, whole = self._walk(root)
            records = [cell.record for cell in cells if cell.record is not None]
            if kind == "table":
                found.whole = whole
                self._add(table, cells)
            elif name == f"sqlite_autoindex_{table}_1":
                found.all_known = whole
                found.known |= {record[0]: record[-1] for record in records}
            elif _DAY_INDEX.match(sql or ""):
                found.days |= {record[-1]: record[0] for record in records}

    def _walk(self, root: int) -> tuple[list[Cell], bool]:
        """All cells of the tree below `root` that can be read, and whether no page of it is missing."""
        cells: list[Cell] = []
        whole, waiting = True, [root]
        while waiting:
            number = waiting.pop()
            page = None if number in self._seen else self._pages.tree_page(number)
            if page is None:
                whole = False
                continue
            self._seen.add(number)
            waiting += [cell.child for cell in page.cells if cell.child]
            waiting += [page.right] if page.right else []
            cells += page.cells
        return cells, whole

    def _stray(self) -> Iterator[tuple[int, TreePage]]:
        """The pages of rows that no tree has led to."""
        for number in range(1, self._pages.count + 1):
            if number not in self._seen:
                page = self._pages.tree_page(number)
                if page is not None and page.kind == TABLE_LEAF and page.cells:
                    yield number, page

    def _take_in(self, page: TreePage) -> None:
        """Give the rows of a stray page to the one table they can be of; to none if it cannot be told."""
        records = [(cell.row, cell.record) for cell in page.cells if cell.record is not None]
        gaps = [table for table, found in self._tables.items() if not found.whole]
        fit = [table for table in gaps if records and self._takes(table, records)]
        named = [
            table
            for table in fit
            if any(self._tables[table].known.get(record[0]) == row for row, record in records)
        ]
        chosen = named or fit
        if len(chosen) == 1:
            self._add(chosen[0], page.cells)

    def _takes(self, table: str, records: list[tuple[int, Record]]) -> bool:
        """Whether the rules of `table` take these rows."""
        width = len(self._columns[table])
        if any(len(record) != width for _row, record in records):
            return False
        places = ", ".join("?" * width)
        self._plan.execute("PRAGMA foreign_keys=OFF")
        self._plan.execute("BEGIN")
        try:
            self._plan.executemany(
                f"INSERT INTO {table} VALUES ({places})", [record for _row, record in records]
            )
        except dbapi.Error:
            return False
        finally:
            self._plan.execute("ROLLBACK")
        return True

    def _add(self, table: str, cells: list[Cell] | tuple[Cell, ...]) -> None:
        names = self._columns[table]
        for cell in cells:
            if cell.record is not None and len(cell.record) == len(names):
                row = dict(zip(names, cell.record, strict=True))
                if table == "meta":
                    row["only"] = cell.row  # a column that is the row's number is not in the record
                self._tables[table].rows[cell.row] = row


def _is_schema(page: TreePage) -> bool:
    """Whether the rows of a page tell of tables and indexes."""
    records = [cell.record for cell in page.cells if cell.record is not None]
    return bool(records) and all(
        len(record) == _SCHEMA_WIDTH and record[0] in ("table", "index") and isinstance(record[3], int)
        for record in records
    )
