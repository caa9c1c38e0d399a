"""Joins the rows read from a damaged vault with those of a copy, and writes them into fresh tables."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as dbapi

from rewire_app.i18n import _
from rewire_app.store.backups.damaged import ReadTable, Row
from rewire_app.store.backups.progress import Tell, nobody, told_as_written
from rewire_app.store.text import folded_column
from rewire_app.store.vault import migrate, tally
from rewire_app.store.vault.connection import connect
from rewire_app.store.vault.faults import damaged
from rewire_app.store.vault.files import private_file

_OWN = frozenset({"alembic_version", "meta"})
"""Tables that a new database has rows of its own in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinedTable:
    """The rows of one table: `read` from the vault, `added` from the copy, and the keys of those `lost`."""

    read: tuple[Row, ...]
    added: tuple[Row, ...]
    lost: tuple[Any, ...]
    days: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a database says of itself: its revision, which vault it is, and the number of its last save."""

    schema: str
    vault: bytes
    commit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What went into the fresh tables: `counts` of entries that count, and rows by where they came from.

    `refused` are rows of the vault that the rules of the tables did not take.
    """

    counts: Mapping[str, int]
    added: Mapping[str, int]
    refused: Mapping[str, int]


def join(read: ReadTable, copied: Mapping[Any, Row], removed: frozenset[str]) -> JoinedTable:
    """The rows that there were: of two with one key the one changed last, none that was erased for good.

    Where the index of the damaged table is whole, it knows every row, and the copy only fills the gaps.
    """
    key = next(iter(next(iter((*read.rows.values(), *copied.values())), {})), "")
    mine = {row[key]: row for row in read.rows.values()}
    newer = {k for k, row in copied.items() if k in mine and _changed(row) > _changed(mine[k])}
    wanted = (k for k in copied if k not in mine and k not in removed)
    added = [copied[k] for k in wanted if not read.all_known or k in read.known]
    have = {row[key] for row in added}
    lost = {k: number for k, number in read.lost.items() if k not in have and k not in removed}
    days = {read.days[number] for number in lost.values() if number in read.days}
    return JoinedTable(
        read=tuple(copied[k] if k in newer else row for k, row in mine.items()),
        added=tuple(added),
        lost=tuple(lost),
        days=tuple(sorted(days)),
    )


def _changed(row: Row) -> int:
    return int(row.get("updated_ms", 0))


def commit_in(joined: Mapping[str, JoinedTable]) -> int:
    """The number of the last save, as far as it can be read."""
    meta = joined.get("meta")
    rows = (*meta.read, *meta.added) if meta else ()
    return max((int(row["commit_seq"]) for row in rows), default=0)


def rows_of(db: Path, key: bytes, schema: str) -> dict[str, dict[Any, Row]]:
    """Every row of the unpacked copy `db` by table and key, in the form of the revision `schema`."""
    connection = connect(db, key)
    try:
        if connection.execute("PRAGMA user_version").fetchone()[0] < int(schema):
            migrate.upgrade(connection, schema)
        found = {}
        for table in tally.tables(connection):
            names = tally.columns(connection, table)
            rows = connection.execute(f"SELECT * FROM {table}")
            found[table] = {row[0]: dict(zip(names, row, strict=True)) for row in rows}
    finally:
        connection.close()
    return found


def write(
    db: Path, key: bytes, head: Head, joined: Mapping[str, JoinedTable], tell: Tell = nobody
) -> Written:
    """Make the new database `db` from the rows; raises a StoreError, the driver's errors or OSError.

    `tell` hears how many rows are written.
    """
    of = sum(len(rows.read) + len(rows.added) for table, rows in joined.items() if table not in _OWN)
    done = 0
    private_file(db)
    connection = connect(db, key)
    added: dict[str, int] = {}
    refused: dict[str, int] = {}
    try:
        migrate.upgrade(connection, head.schema)
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("BEGIN IMMEDIATE")
        for table in tally.tables(connection):
            if table not in _OWN and table in joined:
                rows = joined[table]
                mine = told_as_written(rows.read, of, tell, done)
                theirs = told_as_written(rows.added, of, tell, done + len(rows.read))
                refused[table] = len(rows.read) - _insert(connection, table, mine)
                added[table] = _insert(connection, table, theirs)
                done += len(rows.read) + len(rows.added)
        connection.execute("DELETE FROM meta")
        connection.execute(
            "INSERT INTO meta (only, commit_seq, device, vault) VALUES (1, ?, ?, ?)",
            (head.commit, _device(joined), head.vault.hex()),
        )
        _stand_in_for_measures(connection)
        _stand_in_for_names(connection)
        for table in _let_go_of_orphans(connection):
            refused[table] = refused.get(table, 0) + 1
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        if not tally.is_whole(connection):
            raise damaged()
        counts = tally.entry_counts(connection)
    finally:
        connection.close()
    return Written(counts=counts, added=added, refused=refused)


def _insert(connection: dbapi.Connection, table: str, rows: Iterable[Row]) -> int:
    """Add rows, but for those that a rule refuses or whose place is taken; returns how many."""
    names, count = tally.columns(connection, table), 0
    values = ", ".join("?" * len(names))
    for row in rows:
        try:
            connection.execute(f"INSERT INTO {table} VALUES ({values})", [row[name] for name in names])
        except (dbapi.IntegrityError, KeyError):
            continue
        count += 1
    return count


def _device(joined: Mapping[str, JoinedTable]) -> str:
    meta = joined.get("meta")
    rows = (*meta.read, *meta.added) if meta else ()
    return str(rows[0]["device"]) if rows else os.urandom(8).hex()


def _stand_in_for_measures(connection: dbapi.Connection) -> None:
    """Ratings of a measure of the person's own outlive it: one without words takes its place."""
    if "own_ratings" not in tally.tables(connection):
        return
    lost = connection.execute(
        "SELECT measure_uid, min(created_ms), min(device), min(0, min(value)), max(value) FROM own_ratings "
        "WHERE measure_uid NOT IN (SELECT uid FROM own_measures) GROUP BY measure_uid"
    ).fetchall()
    for number, (uid, made, device, low, high) in enumerate(lost, 1):
        name = _("A measure whose name was lost ({n})").format(n=number)
        row = {"uid": uid, "created_ms": made, "updated_ms": made, "device": device, "name": name}
        row |= {"low": low, "high": max(high, low + 10), "low_words": "", "high_words": ""}
        row |= {"better": "none", "asked": 0, "fold": folded_column(name)}
        if "kind" in tally.columns(connection, "own_measures"):
            row |= {"kind": "rating" if (low, row["high"]) == (0, 10) else "number", "unit": ""}
        _add(connection, "own_measures", row)


def _stand_in_for_names(connection: dbapi.Connection) -> None:
    """So do cells of the diary card outlive their row, and ratings of a value that value."""
    stand_ins = {
        ("diary_cells", "row", "diary_rows"): _("A row whose name was lost ({n})"),
        ("value_ratings", "value", "own_values"): _("A value whose name was lost ({n})"),
    }
    for (table, column, parent), words in stand_ins.items():
        if table not in tally.tables(connection):
            continue
        lost = connection.execute(
            f'SELECT "{column}", min(created_ms), min(device) FROM {table} '
            f'WHERE "{column}" NOT IN (SELECT uid FROM {parent}) GROUP BY "{column}"'
        ).fetchall()
        for number, (uid, made, device) in enumerate(lost, 1):
            name = words.format(n=number)
            row = {"uid": uid, "created_ms": made, "updated_ms": made, "device": device, "name": name}
            if parent == "diary_rows":
                row |= {"sort": "feeling", "harm": 0, "asked": 0, "fold": folded_column("feeling", name)}
            else:
                row |= {"meaning": "", "fold": folded_column(name)}
            _add(connection, parent, row)


def _add(connection: dbapi.Connection, table: str, row: Row) -> None:
    names, values = ", ".join(row), ", ".join("?" * len(row))
    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({values})", tuple(row.values()))


def _let_go_of_orphans(connection: dbapi.Connection) -> list[str]:
    """A row that points to one that is lost points to none, or goes where it has to point to one.

    Returns the table of each that went.
    """
    gone = []
    for table, number, _parent, which in connection.execute("PRAGMA foreign_key_check").fetchall():
        columns = {row[0]: row[3] for row in connection.execute(f"PRAGMA foreign_key_list({table})")}
        column = columns[which]
        try:
            connection.execute(f"UPDATE {table} SET {column} = NULL WHERE rowid = ?", (number,))
        except dbapi.IntegrityError:
            connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (number,))
            gone.append(table)
    return gone
