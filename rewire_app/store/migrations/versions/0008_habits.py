"""Several small plans, where and with whom one practised, quick ratings, and what came back of skills.

Two tables get columns. SQLite can add a column, but not in the form in which a new database has it, so
each is made anew and its rows, with their numbers, are put back.
"""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"

REMADE = {
    "plans": (("thread", "'plan'"), ("obstacle", "''"), ("answer", "''")),
    "practices": (("place", "''"), ("company", "''"), ("away", "0")),
}
"""The tables that get columns, with what those that cannot be empty hold in rows that are there."""

STATEMENTS = (
    """CREATE TABLE plans (
    uid TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    deleted_ms INTEGER,
    source TEXT,
    source_hash TEXT,
    from_day INTEGER NOT NULL,
    per_week INTEGER NOT NULL,
    cue TEXT NOT NULL,
    exercise TEXT NOT NULL,
    minutes INTEGER,
    thread TEXT NOT NULL,
    weekdays INTEGER,
    obstacle TEXT NOT NULL,
    answer TEXT NOT NULL,
    CONSTRAINT pk_plans PRIMARY KEY (uid),
    CONSTRAINT ck_plans_from_day CHECK (from_day BETWEEN 1 AND 3652059),
    CONSTRAINT ck_plans_per_week CHECK (per_week BETWEEN 0 AND 7),
    CONSTRAINT ck_plans_minutes CHECK (minutes >= 1),
    CONSTRAINT ck_plans_weekdays CHECK (weekdays BETWEEN 1 AND 127),
    CONSTRAINT ck_plans_uid CHECK (length(uid) = 32)
) STRICT""",
    """CREATE UNIQUE INDEX ix_plans_from_day ON plans (thread, from_day) WHERE deleted_ms IS NULL""",
    """CREATE TABLE practices (
    uid TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    deleted_ms INTEGER,
    source TEXT,
    source_hash TEXT,
    exercise TEXT NOT NULL,
    version INTEGER NOT NULL,
    started_ms INTEGER NOT NULL,
    started_off INTEGER NOT NULL,
    started_zone TEXT NOT NULL,
    ended_ms INTEGER NOT NULL,
    ended_off INTEGER NOT NULL,
    ended_zone TEXT NOT NULL,
    day INTEGER NOT NULL,
    status TEXT NOT NULL,
    seconds INTEGER NOT NULL,
    steps_done INTEGER NOT NULL,
    steps_seen INTEGER NOT NULL,
    measure TEXT NOT NULL,
    "before" INTEGER,
    "after" INTEGER,
    answers TEXT NOT NULL,
    note TEXT NOT NULL,
    place TEXT NOT NULL,
    company TEXT NOT NULL,
    away INTEGER NOT NULL,
    CONSTRAINT pk_practices PRIMARY KEY (uid),
    CONSTRAINT ck_practices_version CHECK (version >= 1),
    CONSTRAINT ck_practices_started_off CHECK (started_off BETWEEN -1440 AND 1440),
    CONSTRAINT ck_practices_ended_off CHECK (ended_off BETWEEN -1440 AND 1440),
    CONSTRAINT ck_practices_day CHECK (day BETWEEN 1 AND 3652059),
    CONSTRAINT ck_practices_status CHECK (status IN ('done', 'stopped')),
    CONSTRAINT ck_practices_seconds CHECK (seconds >= 0),
    CONSTRAINT ck_practices_steps_done CHECK (steps_done >= 0),
    CONSTRAINT ck_practices_steps_seen CHECK (steps_seen >= 0),
    CONSTRAINT ck_practices_before CHECK (before BETWEEN 0 AND 100),
    CONSTRAINT ck_practices_after CHECK (after BETWEEN 0 AND 100),
    CONSTRAINT ck_practices_away CHECK (away IN (0, 1)),
    CONSTRAINT ck_practices_uid CHECK (length(uid) = 32)
) STRICT""",
    """CREATE INDEX ix_practices_counting ON practices
    (day, seconds, steps_done, steps_seen, deleted_ms)
    WHERE deleted_ms IS NULL AND seconds >= 60 AND steps_done * 5 >= steps_seen * 4""",
    """CREATE INDEX ix_practices_day ON practices (day, started_ms) WHERE deleted_ms IS NULL""",
    """CREATE INDEX ix_practices_recent ON practices (started_ms, exercise, day) WHERE deleted_ms IS NULL""",
    """CREATE TABLE ratings (
    uid TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    deleted_ms INTEGER,
    source TEXT,
    source_hash TEXT,
    day INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    at_off INTEGER NOT NULL,
    at_zone TEXT NOT NULL,
    value INTEGER NOT NULL,
    words TEXT NOT NULL,
    CONSTRAINT pk_ratings PRIMARY KEY (uid),
    CONSTRAINT ck_ratings_day CHECK (day BETWEEN 1 AND 3652059),
    CONSTRAINT ck_ratings_at_off CHECK (at_off BETWEEN -1440 AND 1440),
    CONSTRAINT ck_ratings_value CHECK (value BETWEEN 0 AND 10),
    CONSTRAINT ck_ratings_uid CHECK (length(uid) = 32)
) STRICT""",
    """CREATE INDEX ix_ratings_day ON ratings (day, at_ms) WHERE deleted_ms IS NULL""",
    """CREATE TABLE recalls (
    uid TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    deleted_ms INTEGER,
    source TEXT,
    source_hash TEXT,
    subject TEXT NOT NULL,
    day INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    at_off INTEGER NOT NULL,
    at_zone TEXT NOT NULL,
    grade TEXT NOT NULL,
    CONSTRAINT pk_recalls PRIMARY KEY (uid),
    CONSTRAINT ck_recalls_day CHECK (day BETWEEN 1 AND 3652059),
    CONSTRAINT ck_recalls_at_off CHECK (at_off BETWEEN -1440 AND 1440),
    CONSTRAINT ck_recalls_grade CHECK (grade IN ('came', 'partly', 'not')),
    CONSTRAINT ck_recalls_uid CHECK (length(uid) = 32)
) STRICT""",
    """CREATE INDEX ix_recalls_subject ON recalls (subject, day) WHERE deleted_ms IS NULL""",
)


def upgrade() -> None:
    """Make the two tables anew with what they hold, and add the others."""
    kept = {table: _set_aside(table) for table in REMADE}
    for statement in STATEMENTS:
        op.execute(statement)
    for table, given in REMADE.items():
        _put_back(table, kept[table], given)


def _set_aside(table: str) -> list[str]:
    """Move the rows of `table` into a table without rules and take it away; its columns."""
    rows = op.get_bind().exec_driver_sql(f"PRAGMA table_info({table})")
    names = [f'"{row[1]}"' for row in rows]
    op.execute(f"CREATE TEMP TABLE old_{table} AS SELECT rowid AS number, * FROM {table}")
    op.execute(f"DROP TABLE {table}")
    return names


def _put_back(table: str, names: list[str], given: tuple[tuple[str, str], ...]) -> None:
    into = ", ".join(["rowid", *names, *(name for name, _value in given)])
    what = ", ".join(["number", *names, *(value for _name, value in given)])
    op.execute(f"INSERT INTO {table} ({into}) SELECT {what} FROM old_{table} ORDER BY number")
    op.execute(f"DROP TABLE old_{table}")
