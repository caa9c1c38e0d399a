"""The tables, as SQLAlchemy Core knows them; the truth that migrations and `ddl.py` are tested against.

Every table of entries begins with the same columns: `uid` (UUIDv7 in hex), `created_ms`, `updated_ms` (UTC,
milliseconds), `device` (which computer wrote it), `deleted_ms` (soft delete, NULL while it counts), `source`
and `source_hash` (where an imported row came from). An instant X is three columns: X_ms (UTC, milliseconds),
X_off (minutes the person's clock was ahead of UTC) and X_zone. A day is `date.toordinal()`. NULL is
"not noted".
"""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    text,
)
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
_ALIVE = "deleted_ms IS NULL"


def _number(name: str, rule: str = "", *, optional: bool = False) -> list[SchemaItem]:
    """An INTEGER column, and the rule its values keep ('{}' is the column)."""
    column: list[SchemaItem] = [Column(name, Integer, nullable=optional)]
    return [*column, CheckConstraint(rule.format(name), name)] if rule else column


def _words(name: str, *choices: str, optional: bool = False) -> list[SchemaItem]:
    """A TEXT column, open or one of `choices`."""
    column: list[SchemaItem] = [Column(name, Text, nullable=optional)]
    listed = ", ".join(f"'{choice}'" for choice in choices)
    return [*column, CheckConstraint(f"{name} IN ({listed})", name)] if choices else column


def _instant(name: str) -> list[SchemaItem]:
    """The three columns of an instant."""
    return [
        *_number(f"{name}_ms"),
        *_number(f"{name}_off", "{} BETWEEN -1440 AND 1440"),
        *_words(f"{name}_zone"),
    ]


def _day(name: str = "day", *, optional: bool = False) -> list[SchemaItem]:
    """A day as its ordinal, year 1 to 9999."""
    return _number(name, "{} BETWEEN 1 AND 3652059", optional=optional)


def _entries(name: str, *items: list[SchemaItem]) -> Table:
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


practices = _entries(
    "practices",
    _words("exercise"),
    _number("version", "{} >= 1"),
    _instant("started"),
    _instant("ended"),
    _day(),
    _words("status", "done", "stopped"),
    _number("seconds", "{} >= 0"),
    _number("steps_done", "{} >= 0"),
    _number("steps_seen", "{} >= 0"),
    _words("measure"),
    _number("before", "{} BETWEEN 0 AND 100", optional=True),
    _number("after", "{} BETWEEN 0 AND 100", optional=True),
    _words("answers"),
    _words("note"),
)

days = _entries(
    "days",
    _day(),
    _instant("at"),
    _number("reactivity", RATING, optional=True),
    _words("lasted", "none", "minutes", "hour", "hours", "day", optional=True),
    _words("managed", "never", "rarely", "half", "mostly", "always", "nothing", optional=True),
    _number("stress", RATING, optional=True),
    _words("stress_about"),
    _number("mood", RATING, optional=True),
    _words("good"),
    _words("note"),
)

nights = _entries(
    "nights",
    _day(),
    _instant("bed"),
    _instant("lights"),
    _number("sol_min", "{} >= 0"),
    _number("waso_min", "{} >= 0"),
    _instant("wake"),
    _instant("up"),
    _number("awakenings", "{} >= 0", optional=True),
    _number("quality", RATING, optional=True),
    _number("nap_min", "{} >= 0", optional=True),
    _number("caffeine_late", "{} IN (0, 1)", optional=True),
    _number("alcohol", "{} IN (0, 1)", optional=True),
    _number("medicine", "{} IN (0, 1)", optional=True),
    _words("note"),
    [CheckConstraint("bed_ms <= lights_ms AND lights_ms <= wake_ms AND wake_ms <= up_ms", "order")],
)

moments = _entries(
    "moments",
    _instant("at"),
    _day(),
    _words("trigger"),
    _words("tag"),
    _number("peak", RATING, optional=True),
    _number("calm_min", "{} >= 0", optional=True),
    _number("still_going", "{} IN (0, 1)"),
    _words("response", "old", "mixed", "new", "unsure", optional=True),
    _words("urge"),
    _words("did"),
    _words("place"),
    _words("company"),
    _words("note"),
)

plans = _entries(
    "plans",
    _day("from_day"),
    _number("per_week", "{} BETWEEN 0 AND 7"),
    _words("cue"),
    _words("exercise"),
    _number("minutes", "{} >= 1", optional=True),
)

pauses = _entries(
    "pauses",
    _day("from_day"),
    _day("to_day", optional=True),
    _words("reason"),
    [CheckConstraint("to_day >= from_day", "order")],
)

intentions = _entries(
    "intentions",
    _day(),
    _words("text"),
    _words("exercise"),
    [Column("practice", Text, ForeignKey("practices.uid", ondelete="RESTRICT"))],
    _words("recalled", "used", "came", "not yet", optional=True),
    _day("recalled_day", optional=True),
)

profile = _entries("profile", _words("key"), _words("value"))

runs = _entries(
    "runs", _words("exercise"), _number("version", "{} >= 1"), _instant("started"), _words("state")
)

meta = Table(
    "meta",
    metadata,
    Column("only", Integer, primary_key=True, nullable=False),
    CheckConstraint("only = 1", "only"),
    Column("commit_seq", Integer, nullable=False),
    Column("device", Text, nullable=False),
    Column("vault", Text, nullable=False),
    sqlite_strict=True,
)


def _index(name: str, table: Table, *columns: str, where: str = _ALIVE, unique: bool = False) -> None:
    """An index over the rows that count, holding every column a narrow read asks for or tests."""
    Index(
        f"ix_{table.name}_{name}",
        *[table.c[column] for column in columns],
        unique=unique,
        sqlite_where=text(where),
    )


COUNTS = "seconds >= 60 AND steps_done * 5 >= steps_seen * 4"
"""`Practice.counts` in SQL."""

_index(
    "counting",
    practices,
    "day",
    "seconds",
    "steps_done",
    "steps_seen",
    "deleted_ms",
    where=f"{_ALIVE} AND {COUNTS}",
)
_index("recent", practices, "started_ms", "exercise", "day")
_index("day", practices, "day", "started_ms")
_index("day", days, "day", unique=True)
for _series in ("reactivity", "stress", "mood"):
    _index(_series, days, "day", _series, "deleted_ms", where=f"{_ALIVE} AND {_series} IS NOT NULL")
_index("day", nights, "day", unique=True)
_index(
    "lengths", nights, "day", "bed_ms", "lights_ms", "wake_ms", "up_ms", "sol_min", "waso_min", "deleted_ms"
)
_index("curves", moments, "day", "at_ms", "peak", "calm_min", "still_going", "response", "deleted_ms")
_index("from_day", plans, "from_day", unique=True)
_index("from_day", pauses, "from_day")
_index("day", intentions, "day", "recalled")
_index("key", profile, "key", unique=True)
