"""The bricks of the tables: columns with the rules their values keep, tables of entries, indexes.

Every table of entries begins with the same columns: `uid` (UUIDv7 in hex), `created_ms`, `updated_ms` (UTC,
milliseconds), `device` (which computer wrote it), `deleted_ms` (soft delete, NULL while it counts), `source`
and `source_hash` (where an imported row came from). An instant X is three columns: X_ms (UTC, milliseconds),
X_off (minutes the person's clock was ahead of UTC) and X_zone. A day is `date.toordinal()`. NULL is
"not noted".
"""

from __future__ import annotations

from sqlalchemy import REAL, CheckConstraint, Column, Index, Integer, MetaData, Table, Text, text
from sqlalchemy.schema import SchemaItem

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

RATING = "{} BETWEEN 0 AND 10"
ALIVE = "deleted_ms IS NULL"


DAY = "day"
"""What `Column.info` says of a column that holds the number of a day."""


def number(name: str, rule: str = "", *, optional: bool = False, is_day: bool = False) -> list[SchemaItem]:
    """An INTEGER column, and the rule its values keep ('{}' is the column)."""
    column: list[SchemaItem] = [Column(name, Integer, nullable=optional, info={DAY: is_day})]
    return [*column, CheckConstraint(rule.format(name), name)] if rule else column


def seconds(name: str, low: float, high: float) -> list[SchemaItem]:
    """A REAL column for seconds from `low` to `high`."""
    return [Column(name, REAL, nullable=False), CheckConstraint(f"{name} BETWEEN {low:g} AND {high:g}", name)]


def words(name: str, *choices: str, optional: bool = False) -> list[SchemaItem]:
    """A TEXT column, open or one of `choices`."""
    column: list[SchemaItem] = [Column(name, Text, nullable=optional)]
    listed = ", ".join(f"'{choice}'" for choice in choices)
    return [*column, CheckConstraint(f"{name} IN ({listed})", name)] if choices else column


def instant(name: str) -> list[SchemaItem]:
    """The three columns of an instant."""
    return [
        *number(f"{name}_ms"),
        *number(f"{name}_off", "{} BETWEEN -1440 AND 1440"),
        *words(f"{name}_zone"),
    ]


def day(name: str = "day", *, optional: bool = False) -> list[SchemaItem]:
    """A day as its ordinal, year 1 to 9999."""
    return number(name, "{} BETWEEN 1 AND 3652059", optional=optional, is_day=True)


def entries(name: str, *items: list[SchemaItem]) -> Table:
    """A table of entries: the columns all of them have, then its own."""
    return Table(
        name,
        metadata,
        Column("uid", Text, primary_key=True, nullable=False),
        CheckConstraint("length(uid) = 32", "uid"),
        Column("created_ms", Integer, nullable=False),
        Column("updated_ms", Integer, nullable=False),
        Column("device", Text, nullable=False),
        Column("deleted_ms", Integer),
        Column("source", Text),
        Column("source_hash", Text),
        *[item for group in items for item in group],
        sqlite_strict=True,
    )


def index(name: str, table: Table, *columns: str, where: str = ALIVE, unique: bool = False) -> None:
    """An index over the rows that count, holding every column a narrow read asks for or tests."""
    Index(
        f"ix_{table.name}_{name}",
        *[table.c[column] for column in columns],
        unique=unique,
        sqlite_where=text(where),
    )
