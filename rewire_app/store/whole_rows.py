"""Rows of Rewire itself that come back whole: checked as if they were typed, compared with what is here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

import sqlcipher3.dbapi2 as dbapi
from sqlalchemy import Table

from rewire_app.errors import BadInputError
from rewire_app.i18n import _
from rewire_app.store.codec import Codec
from rewire_app.store.reading import rows
from rewire_app.store.schema import lists
from rewire_app.store.schema.ddl import statements
from rewire_app.store.text import cleaned
from rewire_app.store.vault.vault import Vault

Row = dict[str, Any]

STAMPS = ("uid", "created_ms", "updated_ms", "device", "deleted_ms", "source", "source_hash")
"""Columns that say when and where a row was made; what it says are the others."""
STAYS = frozenset({"meta", "removed"})
"""Tables that are the vault's own: no row of another comes in."""
OWN_FACTS = frozenset({"swept"})
"""Facts that are true of one file of notes alone."""


class WholeRows:
    """What is needed of the notes to take rows in: the tables, what each of them may hold, what is there."""

    def __init__(self, vault: Vault, codecs: Mapping[str, Codec[Any]]) -> None:
        """Use the `codecs` of the nouns by table; nothing is read yet."""
        self._vault, self._codecs = vault, codecs

    def table(self, name: str) -> Table:
        """The table of that name; raises BadInputError if no row of it can come in."""
        table = lists.metadata.tables.get(name)
        if table is None or name in STAYS:
            raise BadInputError(_("Rewire has no entries of the kind “{kind}”.").format(kind=name))
        return table

    def checked(self, name: str, values: Mapping[str, Any]) -> Row:
        """Every column of a row, as it is kept; raises BadInputError if it cannot be kept."""
        table = self.table(name)
        row: Row = {column.name: values.get(column.name) for column in table.columns}
        if "deleted_ms" in row:
            row["deleted_ms"] = None
        codec = self._codecs.get(name)
        try:
            if codec is not None:
                row |= codec.values(codec.entry([row[column.name] for column in table.columns]))
            _see_types(table, row)
            row |= {name: cleaned(value, name) for name, value in row.items() if isinstance(value, str)}
            self._try(table, row)
        except (TypeError, ValueError, OverflowError, AttributeError, KeyError, dbapi.Error):
            raise BadInputError(_("An entry in this file cannot be what it says.")) from None
        return row

    def _try(self, table: Table, row: Row) -> None:
        """See that the rules of the table take the row, in a database in memory."""
        names = ", ".join(f'"{name}"' for name in row)
        marks = ", ".join("?" * len(row))
        self._trial.execute(
            f"INSERT OR REPLACE INTO {table.name} ({names}) VALUES ({marks})", (*row.values(),)
        )

    @cached_property
    def _trial(self) -> dbapi.Connection:
        made = dbapi.connect(":memory:", isolation_level=None, check_same_thread=False)
        for statement in statements():
            made.execute(statement)
        return made

    def there(self, name: str) -> list[Row]:
        """Every row of a table that counts; raises a StoreError."""
        table = self.table(name)
        names = [column.name for column in table.columns]
        chosen = ", ".join(f'"{one}"' for one in names)
        alive = " WHERE deleted_ms IS NULL" if "deleted_ms" in names else ""
        found = rows(self._vault, f"SELECT {chosen} FROM {name}{alive}")
        return [dict(zip(names, row, strict=True)) for row in found]

    def removed(self) -> set[str]:
        """The uids of what the person removed here; what went out with a whole file may come again."""
        found = {uid for (uid,) in rows(self._vault, "SELECT uid FROM removed")}
        for table in lists.metadata.sorted_tables:
            if "deleted_ms" in table.c:
                query = f"SELECT uid FROM {table.name} WHERE deleted_ms IS NOT NULL"
                found |= {uid for (uid,) in rows(self._vault, query)}
        taken_back = (
            "SELECT r.row FROM imported_rows r JOIN imports i ON i.uid = r.brought WHERE i.taken_back = 1"
        )
        return found - {uid for (uid,) in rows(self._vault, taken_back)}


def natural_keys(table: Table, row: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """What no second row of `table` may have: one key for each of its unique indexes."""
    unique = sorted((index for index in table.indexes if index.unique), key=lambda index: str(index.name))
    return [(str(index.name), *(row[column.name] for column in index.columns)) for index in unique]


def links(table: Table) -> dict[str, tuple[str, bool]]:
    """By column, the table whose uid stands in it, and whether it may be empty."""
    return {key.parent.name: (key.column.table.name, bool(key.parent.nullable)) for key in table.foreign_keys}


def says_the_same(table: Table, one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two rows say the same, whenever and wherever they were made."""
    return not differing(table, one, other)


def differing(table: Table, one: Mapping[str, Any], other: Mapping[str, Any]) -> list[str]:
    """The columns in which two rows say something else."""
    names = (column.name for column in table.columns if column.name not in (*STAMPS, "fold"))
    return [name for name in names if one[name] != other[name]]


def in_order(names: Iterable[str]) -> list[str]:
    """The names of tables, those that are pointed at first."""
    order = {table.name: number for number, table in enumerate(lists.metadata.sorted_tables)}
    return sorted(set(names), key=lambda name: order.get(name, -1))


def _see_types(table: Table, row: Mapping[str, Any]) -> None:
    for column in table.columns:
        value = row[column.name]
        if value is None:
            if not column.nullable:
                raise ValueError(column.name)
        elif not isinstance(value, column.type.python_type | int) or isinstance(value, bool):
            raise TypeError(column.name)
        elif isinstance(value, int) and not -(2**63) <= value < 2**63:
            raise OverflowError(column.name)
    if "uid" in row and (len(row["uid"]) != 32 or not row["uid"].isalnum()):
        raise ValueError("uid")
