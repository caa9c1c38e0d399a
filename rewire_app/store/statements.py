"""The SQL of the writes, built by SQLAlchemy once for each table and then reused as text.

Building and hashing an INSERT of thirty columns takes longer than running it; the text is the same each time.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import Table, bindparam, select, update
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.expression import ClauseElement

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
