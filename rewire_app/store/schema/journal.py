"""The tables of a person's days, as SQLAlchemy Core knows them: the one place that tells the present schema.

A new database is made from them (`ddl.py`), and one that went through the migrations has to be the same.
`columns.py` says what all tables of entries have in common; `lists.py` holds what is kept beside the days.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, Table, Text

from rewire_app.store.schema.columns import (
    ALIVE,
    RATING,
    day,
    entries,
    index,
    instant,
    metadata,
    number,
    words,
)
from rewire_app.store.schema.counting import FAR_ENOUGH

practices = entries(
    "practices",
    words("exercise"),
    number("version", "{} >= 1"),
    instant("started"),
    instant("ended"),
    day(),
    words("status", "done", "stopped"),
    number("seconds", "{} >= 0"),
    number("steps_done", "{} >= 0"),
    number("steps_seen", "{} >= 0"),
    words("measure"),
    number("before", "{} BETWEEN 0 AND 100", optional=True),
    number("after", "{} BETWEEN 0 AND 100", optional=True),
    words("answers"),
    words("note"),
)

days = entries(
    "days",
    day(),
    instant("at"),
    number("reactivity", RATING, optional=True),
    words("lasted", "none", "minutes", "hour", "hours", "day", optional=True),
    words("managed", "never", "rarely", "half", "mostly", "always", "nothing", optional=True),
    number("stress", RATING, optional=True),
    words("stress_about"),
    number("mood", RATING, optional=True),
    words("good"),
    words("note"),
)

nights = entries(
    "nights",
    day(),
    instant("bed"),
    instant("lights"),
    number("sol_min", "{} >= 0"),
    number("waso_min", "{} >= 0"),
    instant("wake"),
    instant("up"),
    number("awakenings", "{} >= 0", optional=True),
    number("quality", RATING, optional=True),
    number("nap_min", "{} >= 0", optional=True),
    number("caffeine_late", "{} IN (0, 1)", optional=True),
    number("alcohol", "{} IN (0, 1)", optional=True),
    number("medicine", "{} IN (0, 1)", optional=True),
    words("note"),
    [CheckConstraint("bed_ms <= lights_ms AND lights_ms <= wake_ms AND wake_ms <= up_ms", "order")],
)

moments = entries(
    "moments",
    instant("at"),
    day(),
    words("trigger"),
    words("tag"),
    number("peak", RATING, optional=True),
    number("calm_min", "{} >= 0", optional=True),
    number("still_going", "{} IN (0, 1)"),
    words("response", "old", "mixed", "new", "unsure", optional=True),
    words("urge"),
    words("did"),
    words("place"),
    words("company"),
    words("note"),
)

plans = entries(
    "plans",
    day("from_day"),
    number("per_week", "{} BETWEEN 0 AND 7"),
    words("cue"),
    words("exercise"),
    number("minutes", "{} >= 1", optional=True),
)

pauses = entries(
    "pauses",
    day("from_day"),
    day("to_day", optional=True),
    words("reason"),
    [CheckConstraint("to_day >= from_day", "order")],
)

intentions = entries(
    "intentions",
    day(),
    words("text"),
    words("exercise"),
    [Column("practice", Text, ForeignKey("practices.uid", ondelete="RESTRICT"))],
    words("recalled", "used", "came", "not yet", optional=True),
    day("recalled_day", optional=True),
)

profile = entries("profile", words("key"), words("value"))

runs = entries("runs", words("exercise"), number("version", "{} >= 1"), instant("started"), words("state"))

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


index(
    "counting",
    practices,
    "day",
    "seconds",
    "steps_done",
    "steps_seen",
    "deleted_ms",
    where=f"{ALIVE} AND {FAR_ENOUGH}",
)
index("recent", practices, "started_ms", "exercise", "day")
index("day", practices, "day", "started_ms")
index("day", days, "day", unique=True)
for _series in ("reactivity", "stress", "mood"):
    index(_series, days, "day", _series, "deleted_ms", where=f"{ALIVE} AND {_series} IS NOT NULL")
index("day", nights, "day", unique=True)
index(
    "lengths", nights, "day", "bed_ms", "lights_ms", "wake_ms", "up_ms", "sol_min", "waso_min", "deleted_ms"
)
index("curves", moments, "day", "at_ms", "peak", "calm_min", "still_going", "response", "deleted_ms")
index("from_day", plans, "from_day", unique=True)
index("from_day", pauses, "from_day")
index("day", intentions, "day", "recalled")
index("key", profile, "key", unique=True)
