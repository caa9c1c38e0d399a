"""Reads a database that another program made, without a key and without trusting anything in it.

Only in a process of its own that is bound: a file made to do harm may end it. Named columns of named tables
alone are read, by a plain SELECT: no view, no virtual table, no column that is worked out, no index.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import sqlcipher3.dbapi2 as dbapi

ForeignValue = int | float | str | None

_SAFE = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA query_only = ON",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA cache_size = -8000",
    "PRAGMA temp_store = MEMORY",
)
_READ, _SELECT = 20, 21
"""SQLITE_READ and SQLITE_SELECT."""
_OK, _DENY = 0, 1


def columns_there(path: Path, wanted: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Which of the `wanted` columns each of the wanted tables has; no entry for a table that is not there.

    Upper and lower case do not matter; names come back as they were wanted. Raises the faults of the driver.
    """
    connection = _connected(path)
    try:
        real = _real(connection, wanted)
        return {table: list(columns) for table, (_name, columns) in real.items()}
    finally:
        connection.close()


def foreign_rows(
    path: Path, wanted: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, tuple[ForeignValue, ...]]]:
    """Each row of the wanted tables: the table, and the values of the columns that `columns_there` tells.

    Blobs, and numbers without an end, are None. Raises the faults of the driver.
    """
    connection = _connected(path)
    try:
        real = _real(connection, wanted)
        allowed = {name for name, _columns in real.values()}

        def allow(action: int, table: str | None, *_rest: object) -> int:
            return _OK if action == _SELECT or (action == _READ and table in allowed) else _DENY

        connection.set_authorizer(allow)
        for table, (name, columns) in real.items():
            if columns:
                names = ", ".join(_quoted(column) for column in columns.values())
                for row in connection.execute(f"SELECT {names} FROM {_quoted(name)} NOT INDEXED"):
                    yield table, tuple(_plain(value) for value in row)
    finally:
        connection.close()


def _connected(path: Path) -> dbapi.Connection:
    connection = dbapi.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    for sentence in _SAFE:
        connection.execute(sentence)
    return connection


def _real(
    connection: dbapi.Connection, wanted: Mapping[str, Sequence[str]]
) -> dict[str, tuple[str, dict[str, str]]]:
    """The wanted tables that are there, with their real names and those of their columns."""
    listed = connection.execute("PRAGMA main.table_list").fetchall()
    tables = {name.casefold(): name for _schema, name, kind, *_rest in listed if kind == "table"}
    found: dict[str, tuple[str, dict[str, str]]] = {}
    for table, columns in wanted.items():
        name = tables.get(table.casefold())
        if name is not None:
            told = connection.execute(f"PRAGMA main.table_xinfo({_quoted(name)})").fetchall()
            kept = {row[1].casefold(): row[1] for row in told if row[-1] == 0}  # no hidden, no worked out
            there = {column: kept[column.casefold()] for column in columns if column.casefold() in kept}
            found[table] = (name, there)
    return found


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _plain(value: object) -> ForeignValue:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return value if isinstance(value, int | str) else None
