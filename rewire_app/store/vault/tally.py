"""What is in a database, in numbers alone: how many entries of each kind, and one hash over every row."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

import sqlcipher3.dbapi2 as dbapi

FACTS = frozenset({"profile", "runs"})
"""Tables of rows with a uid that are no entries: short facts, and the exercise under way."""

_CHECKS = ("cipher_integrity_check", "integrity_check(1)", "foreign_key_check")


def tables(connection: dbapi.Connection) -> list[str]:
    """The names of all tables, sorted; whatever the revision is."""
    query = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
    return sorted(name for (name,) in connection.execute(query))


def columns(connection: dbapi.Connection, table: str) -> tuple[str, ...]:
    """The names of the columns of `table`, in their order."""
    return tuple(row[1] for row in connection.execute(f"PRAGMA table_info({table})"))


def entry_counts(connection: dbapi.Connection) -> dict[str, int]:
    """How many entries count in each table of entries; what was taken out is left out."""
    found = {}
    for table in tables(connection):
        if table not in FACTS and "deleted_ms" in columns(connection, table):
            query = f"SELECT count(*) FROM {table} WHERE deleted_ms IS NULL"
            found[table] = connection.execute(query).fetchone()[0]
    return found


def content_hash(connection: dbapi.Connection) -> str:
    """SHA-256 over every row of every table, in hex: the same for two databases with the same rows.

    In the order of their first column, which every table has unique: a copy numbers its rows anew.
    """
    total = hashlib.sha256()
    for table in tables(connection):
        total.update(f"{table} {columns(connection, table)}\n".encode())
        for row in connection.execute(f"SELECT * FROM {table} ORDER BY 1"):
            total.update(f"{row!r}\n".encode())
    return total.hexdigest()


def is_whole(connection: dbapi.Connection) -> bool:
    """Whether every page, every table and every reference passes its check; raises the driver's errors."""
    return not any(_complaints(connection))


def _complaints(connection: dbapi.Connection) -> Iterator[object]:
    for check in _CHECKS:
        yield from (row for row in connection.execute(f"PRAGMA {check}") if row[0] != "ok")


def total(counts: Mapping[str, int]) -> int:
    """All entries together."""
    return sum(counts.values())
