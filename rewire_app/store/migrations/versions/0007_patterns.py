"""Patterns: more of a pattern and of what is expected, goals and moves, the diary card, habits of thought.

Four tables get columns. SQLite can add a column, but not in the form in which a new database has it, so
each is made anew and its rows, with their numbers, are put back.
"""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"

REMADE = {
    "patterns": (
        ("situation", "''"),
        ("learned", "''"),
        ("signs", "'[]'"),
        ("then_now", "'[]'"),
        ("serves", "'[]'"),
        ("exercises", "'[]'"),
        ("articles", "'[]'"),
        ("fear", "''"),
        ("state", "'active'"),
    ),
    "worries": (),
    "urges": (),
    "expectations": (
        ("know", "''"),
        ("stay", "''"),
        ("left_out", "'[]'"),
        ("safe", "'[]'"),
        ("place", "''"),
        ("company", "''"),
        ("asking", "''"),
    ),
}
"""The tables that get columns, with what those that cannot be empty hold in rows that are there."""

STATEMENTS = (
    """CREATE TABLE diary_days (
    uid TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    deleted_ms INTEGER,
    source TEXT,
    source_hash TEXT,
    day INTEGER NOT NULL,
    why TEXT NOT NULL,
    CONSTRAINT pk_diary_days PRIMARY KEY (uid),
    CONSTRAINT ck_diary_days_day CHECK (day BETWEEN 1 AND 3652059),
    CONSTRAINT ck_diary_days_uid CHECK (length(uid) = 32)
) STRICT""",
    """CREATE UNIQUE INDEX ix_diary_days_day ON diary_days (day) WHERE deleted_ms IS NULL""",
    """CREATE TABLE diary_rows (
    uid TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    deleted_ms INTEGER,
    source TEXT,
    source_hash TEXT,
    sort TEXT NOT NULL,
    name TEXT NOT NULL,
    harm INTEGER NOT NULL,
    asked INTEGER NOT NULL,
    fold TEXT NOT NULL,
    CONSTRAINT pk_diary_rows PRIMARY KEY (uid),
    CONSTRAINT ck_diary_rows_sort CHECK (sort IN ('feeling', 'urge', 'target')),
    CONSTRAINT ck_diary_rows_harm CHECK (harm IN (0, 1)),
    CONSTRAINT ck_diary_rows_asked CHECK (asked IN (0, 1)),
    CONSTRAINT ck_diary_rows_uid CHECK (length(uid) = 32)
) STRICT""",
    """CREATE UNIQUE INDEX ix_diary_rows_fold ON diary_rows (fold) WHERE deleted_ms IS NULL""",
    """CREATE TABLE patterns (
    uid TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    deleted_ms INTEGER,
    source TEXT,
    source_hash TEXT,
    reaction TEXT NOT NULL,
    family TEXT NOT NULL,
    triggers TEXT NOT NULL,
    protected TEXT NOT NULL,
    gain TEXT NOT NULL,
    cost TEXT NOT NULL,
    feeds TEXT NOT NULL,
    response TEXT NOT NULL,
    automatic INTEGER,
    situation TEXT NOT NULL,
    learned TEXT NOT NULL,
    signs TEXT NOT NULL,
    then_now TEXT NOT NULL,
    serves TEXT NOT NULL,
    exercises TEXT NOT NULL,
    articles TEXT NOT NULL,
    fear TEXT NOT NULL,
    station INTEGER,
    state TEXT NOT NULL,
    since INTEGER,
    fold TEXT NOT NULL,
    CONSTRAINT pk_patterns PRIMARY KEY (uid),
    CONSTRAINT ck_patterns_automatic CHECK (automatic BETWEEN 0 AND 10),
    CONSTRAINT ck_patterns_station CHECK (station BETWEEN 1 AND 5),
    CONSTRAINT ck_patterns_state CHECK (state IN ('active', 'resting', 'closed')),
    CONSTRAINT ck_patterns_since CHECK (since BETWEEN 1 AND 3652059),
    CONSTRAINT ck_patterns_uid CHECK (length(uid) = 32)
) STRICT""",
    """CREATE UNIQUE INDEX ix_patterns_fold ON patterns (fold) WHERE deleted_ms IS NULL""",
    """CREATE TABLE thinking_habits (
    uid TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    deleted_ms INTEGER,
    source TEXT,
    source_hash TEXT,
    name TEXT NOT NULL,
    asked INTEGER NOT NULL,
    fold TEXT NOT NULL,
    CONSTRAINT pk_thinking_habits PRIMARY KEY (uid),
    CONSTRAINT ck_thinking_habits_asked CHECK (asked IN (0, 1)),
    CONSTRAINT ck_thinking_habits_uid CHECK (length(uid) = 32)
) STRICT""",
    """CREATE UNIQUE INDEX ix_thinking_habits_fold ON thinking_habits (fold) WHERE deleted_ms IS NULL""",
    """CREATE TABLE urges (
    uid TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    deleted_ms INTEGER,
    source TEXT,
    source_hash TEXT,
    day INTEGER NOT NULL,
    urge TEXT NOT NULL,
    places TEXT NOT NULL,
    first INTEGER,
    peak INTEGER,
    last INTEGER,
    need TEXT NOT NULL,
    acted INTEGER,
    CONSTRAINT pk_urges PRIMARY KEY (uid),
    CONSTRAINT ck_urges_day CHECK (day BETWEEN 1 AND 3652059),
    CONSTRAINT ck_urges_first CHECK (first BETWEEN 0 AND 10),
    CONSTRAINT ck_urges_peak CHECK (peak BETWEEN 0 AND 10),
    CONSTRAINT ck_urges_last CHECK (last BETWEEN 0 AND 10),
    CONSTRAINT ck_urges_acted CHECK (acted IN (0, 1)),
    CONSTRAINT ck_urges_uid CHECK (length(uid) = 32)
) STRICT""",
    """CREATE INDEX ix_urges_day ON urges (day) WHERE deleted_ms IS NULL""",
    """CREATE TABLE worries (
    uid TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    deleted_ms INTEGER,
    source TEXT,
    source_hash TEXT,
    text TEXT NOT NULL,
    sort TEXT NOT NULL,
    next_step TEXT NOT NULL,
    due INTEGER,
    minute INTEGER,
    fold TEXT NOT NULL,
    CONSTRAINT pk_worries PRIMARY KEY (uid),
    CONSTRAINT ck_worries_sort CHECK (sort IN ('open', 'act', 'wait', 'gone')),
    CONSTRAINT ck_worries_due CHECK (due BETWEEN 1 AND 3652059),
    CONSTRAINT ck_worries_minute CHECK (minute BETWEEN 0 AND 1439),
    CONSTRAINT ck_worries_uid CHECK (length(uid) = 32)
) STRICT""",
    """CREATE UNIQUE INDEX ix_worries_fold ON worries (fold) WHERE deleted_ms IS NULL""",
    """CREATE TABLE diary_cells (
    uid TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    deleted_ms INTEGER,
    source TEXT,
    source_hash TEXT,
    "row" TEXT NOT NULL,
    day INTEGER NOT NULL,
    value INTEGER,
    acted INTEGER,
    CONSTRAINT pk_diary_cells PRIMARY KEY (uid),
    CONSTRAINT ck_diary_cells_day CHECK (day BETWEEN 1 AND 3652059),
    CONSTRAINT ck_diary_cells_value CHECK (value BETWEEN 0 AND 10),
    CONSTRAINT ck_diary_cells_acted CHECK (acted IN (0, 1)),
    CONSTRAINT ck_diary_cells_uid CHECK (length(uid) = 32),
    CONSTRAINT fk_diary_cells_row FOREIGN KEY("row") REFERENCES diary_rows (uid) ON DELETE RESTRICT
) STRICT""",
    """CREATE UNIQUE INDEX ix_diary_cells_day ON diary_cells ("row", day) WHERE deleted_ms IS NULL""",
    """CREATE INDEX ix_diary_cells_days ON diary_cells
        (day, "row", value, acted, deleted_ms)
        WHERE deleted_ms IS NULL""",
    """CREATE TABLE goals (
    uid TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    deleted_ms INTEGER,
    source TEXT,
    source_hash TEXT,
    text TEXT NOT NULL,
    value TEXT,
    by_day INTEGER,
    state TEXT NOT NULL,
    state_day INTEGER,
    CONSTRAINT pk_goals PRIMARY KEY (uid),
    CONSTRAINT ck_goals_by_day CHECK (by_day BETWEEN 1 AND 3652059),
    CONSTRAINT ck_goals_state CHECK (state IN ('open', 'done', 'gone')),
    CONSTRAINT ck_goals_state_day CHECK (state_day BETWEEN 1 AND 3652059),
    CONSTRAINT ck_goals_uid CHECK (length(uid) = 32),
    CONSTRAINT fk_goals_value FOREIGN KEY(value) REFERENCES own_values (uid) ON DELETE RESTRICT
) STRICT""",
    """CREATE INDEX ix_moments_pattern ON moments
        (pattern, day, at_ms, calm_min, still_going, response, set_off_by, deleted_ms)
        WHERE deleted_ms IS NULL AND pattern IS NOT NULL""",
    """CREATE TABLE moves (
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
    toward INTEGER NOT NULL,
    text TEXT NOT NULL,
    value TEXT,
    CONSTRAINT pk_moves PRIMARY KEY (uid),
    CONSTRAINT ck_moves_day CHECK (day BETWEEN 1 AND 3652059),
    CONSTRAINT ck_moves_at_off CHECK (at_off BETWEEN -1440 AND 1440),
    CONSTRAINT ck_moves_toward CHECK (toward IN (0, 1)),
    CONSTRAINT ck_moves_uid CHECK (length(uid) = 32),
    CONSTRAINT fk_moves_value FOREIGN KEY(value) REFERENCES own_values (uid) ON DELETE RESTRICT
) STRICT""",
    """CREATE INDEX ix_moves_day ON moves (day) WHERE deleted_ms IS NULL""",
    """CREATE TABLE value_ratings (
    uid TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    deleted_ms INTEGER,
    source TEXT,
    source_hash TEXT,
    value TEXT NOT NULL,
    day INTEGER NOT NULL,
    lived INTEGER NOT NULL,
    CONSTRAINT pk_value_ratings PRIMARY KEY (uid),
    CONSTRAINT ck_value_ratings_day CHECK (day BETWEEN 1 AND 3652059),
    CONSTRAINT ck_value_ratings_lived CHECK (lived BETWEEN 0 AND 10),
    CONSTRAINT ck_value_ratings_uid CHECK (length(uid) = 32),
    CONSTRAINT fk_value_ratings_value FOREIGN KEY(value) REFERENCES own_values (uid) ON DELETE RESTRICT
) STRICT""",
    """CREATE UNIQUE INDEX ix_value_ratings_day ON value_ratings (value, day) WHERE deleted_ms IS NULL""",
    """CREATE TABLE expectations (
    uid TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    deleted_ms INTEGER,
    source TEXT,
    source_hash TEXT,
    what TEXT NOT NULL,
    kind TEXT,
    predict TEXT NOT NULL,
    guess INTEGER,
    chance INTEGER,
    belief INTEGER,
    due INTEGER,
    came TEXT NOT NULL,
    found INTEGER,
    share INTEGER,
    learned TEXT NOT NULL,
    again INTEGER,
    state TEXT NOT NULL,
    know TEXT NOT NULL,
    stay TEXT NOT NULL,
    stay_min INTEGER,
    left_out TEXT NOT NULL,
    hoped INTEGER,
    made_day INTEGER,
    outcome TEXT,
    later INTEGER,
    surprise INTEGER,
    safe TEXT NOT NULL,
    place TEXT NOT NULL,
    company TEXT NOT NULL,
    looked_day INTEGER,
    asking TEXT NOT NULL,
    ask_day INTEGER,
    step TEXT,
    pattern TEXT,
    practice TEXT,
    goal TEXT,
    fold TEXT NOT NULL,
    CONSTRAINT pk_expectations PRIMARY KEY (uid),
    CONSTRAINT ck_expectations_kind
        CHECK (kind IN ('test', 'exposure', 'activity', 'worry', 'night', 'action', 'talk')),
    CONSTRAINT ck_expectations_guess CHECK (guess BETWEEN 0 AND 10),
    CONSTRAINT ck_expectations_chance CHECK (chance BETWEEN 0 AND 100),
    CONSTRAINT ck_expectations_belief CHECK (belief BETWEEN 0 AND 100),
    CONSTRAINT ck_expectations_due CHECK (due BETWEEN 1 AND 3652059),
    CONSTRAINT ck_expectations_found CHECK (found BETWEEN 0 AND 10),
    CONSTRAINT ck_expectations_share CHECK (share BETWEEN 0 AND 100),
    CONSTRAINT ck_expectations_again CHECK (again BETWEEN 0 AND 10),
    CONSTRAINT ck_expectations_state CHECK (state IN ('open', 'done', 'gone')),
    CONSTRAINT ck_expectations_stay_min CHECK (stay_min >= 1),
    CONSTRAINT ck_expectations_hoped CHECK (hoped IN (0, 1)),
    CONSTRAINT ck_expectations_made_day CHECK (made_day BETWEEN 1 AND 3652059),
    CONSTRAINT ck_expectations_outcome CHECK (outcome IN ('came', 'partly', 'not')),
    CONSTRAINT ck_expectations_later CHECK (later BETWEEN 0 AND 100),
    CONSTRAINT ck_expectations_surprise CHECK (surprise BETWEEN 0 AND 10),
    CONSTRAINT ck_expectations_looked_day CHECK (looked_day BETWEEN 1 AND 3652059),
    CONSTRAINT ck_expectations_asking CHECK (asking IN ('', 'later', 'left')),
    CONSTRAINT ck_expectations_ask_day CHECK (ask_day BETWEEN 1 AND 3652059),
    CONSTRAINT ck_expectations_uid CHECK (length(uid) = 32),
    CONSTRAINT fk_expectations_step FOREIGN KEY(step) REFERENCES ladder (uid) ON DELETE RESTRICT,
    CONSTRAINT fk_expectations_pattern FOREIGN KEY(pattern) REFERENCES patterns (uid) ON DELETE RESTRICT,
    CONSTRAINT fk_expectations_practice FOREIGN KEY(practice)
        REFERENCES practices (uid) ON DELETE RESTRICT,
    CONSTRAINT fk_expectations_goal FOREIGN KEY(goal) REFERENCES goals (uid) ON DELETE RESTRICT
) STRICT""",
    """CREATE UNIQUE INDEX ix_expectations_fold ON expectations (fold) WHERE deleted_ms IS NULL""",
    """CREATE INDEX ix_expectations_step ON expectations
        (step)
        WHERE deleted_ms IS NULL AND step IS NOT NULL""",
    """CREATE INDEX ix_expectations_waiting ON expectations
        (due, created_ms)
        WHERE deleted_ms IS NULL AND state = 'open'""",
)


def upgrade() -> None:
    """Make the four tables anew with what they hold, and add the others."""
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
