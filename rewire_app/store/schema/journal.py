"""The tables of a person's days, as SQLAlchemy Core knows them: the one place that tells the present schema.

A new database is made from them (`ddl.py`), and one that went through the migrations has to be the same.
`columns.py` says what all tables of entries have in common; `lists.py` holds what is kept beside the days.
"""

from __future__ import annotations

from sqlalchemy import REAL, CheckConstraint, Column, ForeignKey, Integer, Table, Text

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

DONE = ("yes", "partly", "no")
"""How far something was looked after."""

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
    words("place"),
    words("company"),
    number("away", "{} IN (0, 1)"),
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
    words("body", *DONE, optional=True),
    words("ate", *DONE, optional=True),
    words("sober", *DONE, optional=True),
    words("slept", *DONE, optional=True),
    words("moved", *DONE, optional=True),
    words("medicine", "taken", "missed", "changed", optional=True),
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
    words("awake"),
    day("noted_day", optional=True),
    [CheckConstraint("bed_ms <= lights_ms AND lights_ms <= wake_ms AND wake_ms <= up_ms", "order")],
)

night_recordings = entries(
    "night_recordings",
    day(),
    words("recorder"),
    instant("asleep"),
    instant("wake"),
    number("asleep_min", "{} >= 0", optional=True),
    number("awake_min", "{} >= 0", optional=True),
    words("fold"),
    [CheckConstraint("asleep_ms <= wake_ms", "order")],
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
    number("measured", "{} IN (0, 1)", optional=True),
    words("feelings"),
    words("skills"),
    words("exercise"),
    [Column("pattern", Text, ForeignKey("patterns.uid", ondelete="RESTRICT"))],
    [Column("set_off_by", Text, ForeignKey("moments.uid", ondelete="RESTRICT"))],
)

notes = entries("notes", day(), instant("at"), words("text"), words("tags"))

note_versions = entries(
    "note_versions",
    [Column("note_uid", Text, ForeignKey("notes.uid", ondelete="RESTRICT"), nullable=False)],
    instant("at"),
    words("text"),
)

note_templates = entries("note_templates", words("name"), words("text"), words("fold"))

scores = entries(
    "scores",
    words("questionnaire"),
    day(),
    instant("at"),
    [Column("total", REAL, nullable=False)],
    words("answers"),
)

plans = entries(
    "plans",
    day("from_day"),
    number("per_week", "{} BETWEEN 0 AND 7"),
    words("cue"),
    words("exercise"),
    number("minutes", "{} >= 1", optional=True),
    words("thread"),
    number("weekdays", "{} BETWEEN 1 AND 127", optional=True),
    words("obstacle"),
    words("answer"),
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

recalls = entries("recalls", words("subject"), day(), instant("at"), words("grade", "came", "partly", "not"))

ratings = entries("ratings", day(), instant("at"), number("value", RATING), words("words"))

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
index(
    "pattern",
    moments,
    "pattern",
    "day",
    "at_ms",
    "calm_min",
    "still_going",
    "response",
    "set_off_by",
    "deleted_ms",
    where=f"{ALIVE} AND pattern IS NOT NULL",
)
index("fold", night_recordings, "fold", unique=True)
index("day", night_recordings, "day")
index("day", notes, "day", "at_ms")
index("note", note_versions, "note_uid", "at_ms")
index("fold", note_templates, "fold", unique=True)
index("questionnaire", scores, "questionnaire", "day")
index("from_day", plans, "thread", "from_day", unique=True)
index("from_day", pauses, "from_day")
index("day", intentions, "day", "recalled")
index("subject", recalls, "subject", "day")
index("day", ratings, "day", "at_ms")
index("key", profile, "key", unique=True)
