"""The rest of the journal: body, times awake, skills, links, notes, devices, questionnaires.

Four tables get columns. SQLite can add a column, but not in the form in which a new database has it, so
each is made anew and its rows, with their numbers, are put back.
"""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"

REMADE = {
    "days": (),
    "nights": (("awake", "'[]'"),),
    "moments": (("feelings", "'[]'"), ("skills", "'[]'"), ("exercise", "''")),
    "own_measures": (
        ("kind", "CASE WHEN low = 0 AND high = 10 THEN 'rating' ELSE 'number' END"),
        ("unit", "''"),
    ),
}
"""The tables that get columns, with what those that cannot be empty hold in rows that are there."""

STATEMENTS = (
    """CREATE TABLE days (
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
    reactivity INTEGER,
    lasted TEXT,
    managed TEXT,
    stress INTEGER,
    stress_about TEXT NOT NULL,
    mood INTEGER,
    good TEXT NOT NULL,
    note TEXT NOT NULL,
    body TEXT,
    ate TEXT,
    sober TEXT,
    slept TEXT,
    moved TEXT,
    medicine TEXT,
    CONSTRAINT pk_days PRIMARY KEY (uid),
    CONSTRAINT ck_days_day CHECK (day BETWEEN 1 AND 3652059),
    CONSTRAINT ck_days_at_off CHECK (at_off BETWEEN -1440 AND 1440),
    CONSTRAINT ck_days_reactivity CHECK (reactivity BETWEEN 0 AND 10),
    CONSTRAINT ck_days_lasted CHECK (lasted IN ('none', 'minutes', 'hour', 'hours', 'day')),
    CONSTRAINT ck_days_managed
        CHECK (managed IN ('never', 'rarely', 'half', 'mostly', 'always', 'nothing')),
    CONSTRAINT ck_days_stress CHECK (stress BETWEEN 0 AND 10),
    CONSTRAINT ck_days_mood CHECK (mood BETWEEN 0 AND 10),
    CONSTRAINT ck_days_body CHECK (body IN ('yes', 'partly', 'no')),
    CONSTRAINT ck_days_ate CHECK (ate IN ('yes', 'partly', 'no')),
    CONSTRAINT ck_days_sober CHECK (sober IN ('yes', 'partly', 'no')),
    CONSTRAINT ck_days_slept CHECK (slept IN ('yes', 'partly', 'no')),
    CONSTRAINT ck_days_moved CHECK (moved IN ('yes', 'partly', 'no')),
    CONSTRAINT ck_days_medicine CHECK (medicine IN ('taken', 'missed', 'changed')),
    CONSTRAINT ck_days_uid CHECK (length(uid) = 32)
) STRICT""",
    """CREATE UNIQUE INDEX ix_days_day ON days (day) WHERE deleted_ms IS NULL""",
    """CREATE INDEX ix_days_mood ON days
        (day, mood, deleted_ms)
        WHERE deleted_ms IS NULL AND mood IS NOT NULL""",
    """CREATE INDEX ix_days_reactivity ON days
        (day, reactivity, deleted_ms)
        WHERE deleted_ms IS NULL AND reactivity IS NOT NULL""",
    """CREATE INDEX ix_days_stress ON days
        (day, stress, deleted_ms)
        WHERE deleted_ms IS NULL AND stress IS NOT NULL""",
    """CREATE TABLE nights (
    uid TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    deleted_ms INTEGER,
    source TEXT,
    source_hash TEXT,
    day INTEGER NOT NULL,
    bed_ms INTEGER NOT NULL,
    bed_off INTEGER NOT NULL,
    bed_zone TEXT NOT NULL,
    lights_ms INTEGER NOT NULL,
    lights_off INTEGER NOT NULL,
    lights_zone TEXT NOT NULL,
    sol_min INTEGER NOT NULL,
    waso_min INTEGER NOT NULL,
    wake_ms INTEGER NOT NULL,
    wake_off INTEGER NOT NULL,
    wake_zone TEXT NOT NULL,
    up_ms INTEGER NOT NULL,
    up_off INTEGER NOT NULL,
    up_zone TEXT NOT NULL,
    awakenings INTEGER,
    quality INTEGER,
    nap_min INTEGER,
    caffeine_late INTEGER,
    alcohol INTEGER,
    medicine INTEGER,
    note TEXT NOT NULL,
    awake TEXT NOT NULL,
    noted_day INTEGER,
    CONSTRAINT pk_nights PRIMARY KEY (uid),
    CONSTRAINT ck_nights_day CHECK (day BETWEEN 1 AND 3652059),
    CONSTRAINT ck_nights_bed_off CHECK (bed_off BETWEEN -1440 AND 1440),
    CONSTRAINT ck_nights_lights_off CHECK (lights_off BETWEEN -1440 AND 1440),
    CONSTRAINT ck_nights_sol_min CHECK (sol_min >= 0),
    CONSTRAINT ck_nights_waso_min CHECK (waso_min >= 0),
    CONSTRAINT ck_nights_wake_off CHECK (wake_off BETWEEN -1440 AND 1440),
    CONSTRAINT ck_nights_up_off CHECK (up_off BETWEEN -1440 AND 1440),
    CONSTRAINT ck_nights_awakenings CHECK (awakenings >= 0),
    CONSTRAINT ck_nights_quality CHECK (quality BETWEEN 0 AND 10),
    CONSTRAINT ck_nights_nap_min CHECK (nap_min >= 0),
    CONSTRAINT ck_nights_caffeine_late CHECK (caffeine_late IN (0, 1)),
    CONSTRAINT ck_nights_alcohol CHECK (alcohol IN (0, 1)),
    CONSTRAINT ck_nights_medicine CHECK (medicine IN (0, 1)),
    CONSTRAINT ck_nights_noted_day CHECK (noted_day BETWEEN 1 AND 3652059),
    CONSTRAINT ck_nights_order
        CHECK (bed_ms <= lights_ms AND lights_ms <= wake_ms AND wake_ms <= up_ms),
    CONSTRAINT ck_nights_uid CHECK (length(uid) = 32)
) STRICT""",
    """CREATE UNIQUE INDEX ix_nights_day ON nights (day) WHERE deleted_ms IS NULL""",
    """CREATE INDEX ix_nights_lengths ON nights
        (day, bed_ms, lights_ms, wake_ms, up_ms, sol_min, waso_min, deleted_ms)
        WHERE deleted_ms IS NULL""",
    """CREATE TABLE moments (
    uid TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    deleted_ms INTEGER,
    source TEXT,
    source_hash TEXT,
    at_ms INTEGER NOT NULL,
    at_off INTEGER NOT NULL,
    at_zone TEXT NOT NULL,
    day INTEGER NOT NULL,
    "trigger" TEXT NOT NULL,
    tag TEXT NOT NULL,
    peak INTEGER,
    calm_min INTEGER,
    still_going INTEGER NOT NULL,
    response TEXT,
    urge TEXT NOT NULL,
    did TEXT NOT NULL,
    place TEXT NOT NULL,
    company TEXT NOT NULL,
    note TEXT NOT NULL,
    measured INTEGER,
    feelings TEXT NOT NULL,
    skills TEXT NOT NULL,
    exercise TEXT NOT NULL,
    pattern TEXT,
    set_off_by TEXT,
    CONSTRAINT pk_moments PRIMARY KEY (uid),
    CONSTRAINT ck_moments_at_off CHECK (at_off BETWEEN -1440 AND 1440),
    CONSTRAINT ck_moments_day CHECK (day BETWEEN 1 AND 3652059),
    CONSTRAINT ck_moments_peak CHECK (peak BETWEEN 0 AND 10),
    CONSTRAINT ck_moments_calm_min CHECK (calm_min >= 0),
    CONSTRAINT ck_moments_still_going CHECK (still_going IN (0, 1)),
    CONSTRAINT ck_moments_response CHECK (response IN ('old', 'mixed', 'new', 'unsure')),
    CONSTRAINT ck_moments_measured CHECK (measured IN (0, 1)),
    CONSTRAINT ck_moments_uid CHECK (length(uid) = 32),
    CONSTRAINT fk_moments_pattern FOREIGN KEY(pattern) REFERENCES patterns (uid) ON DELETE RESTRICT,
    CONSTRAINT fk_moments_set_off_by FOREIGN KEY(set_off_by)
        REFERENCES moments (uid) ON DELETE RESTRICT
) STRICT""",
    """CREATE INDEX ix_moments_curves ON moments
        (day, at_ms, peak, calm_min, still_going, response, deleted_ms)
        WHERE deleted_ms IS NULL""",
    """CREATE TABLE own_measures (
    uid TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    deleted_ms INTEGER,
    source TEXT,
    source_hash TEXT,
    name TEXT NOT NULL,
    low INTEGER NOT NULL,
    high INTEGER NOT NULL,
    low_words TEXT NOT NULL,
    high_words TEXT NOT NULL,
    better TEXT NOT NULL,
    asked INTEGER NOT NULL,
    kind TEXT NOT NULL,
    unit TEXT NOT NULL,
    fold TEXT NOT NULL,
    CONSTRAINT pk_own_measures PRIMARY KEY (uid),
    CONSTRAINT ck_own_measures_better CHECK (better IN ('lower', 'higher', 'none')),
    CONSTRAINT ck_own_measures_asked CHECK (asked IN (0, 1)),
    CONSTRAINT ck_own_measures_kind CHECK (kind IN ('rating', 'yes or no', 'number', 'minutes')),
    CONSTRAINT ck_own_measures_order CHECK (high > low),
    CONSTRAINT ck_own_measures_uid CHECK (length(uid) = 32)
) STRICT""",
    """CREATE UNIQUE INDEX ix_own_measures_fold ON own_measures (fold) WHERE deleted_ms IS NULL""",
    """CREATE TABLE night_recordings (
    uid TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    deleted_ms INTEGER,
    source TEXT,
    source_hash TEXT,
    day INTEGER NOT NULL,
    recorder TEXT NOT NULL,
    asleep_ms INTEGER NOT NULL,
    asleep_off INTEGER NOT NULL,
    asleep_zone TEXT NOT NULL,
    wake_ms INTEGER NOT NULL,
    wake_off INTEGER NOT NULL,
    wake_zone TEXT NOT NULL,
    asleep_min INTEGER,
    awake_min INTEGER,
    fold TEXT NOT NULL,
    CONSTRAINT pk_night_recordings PRIMARY KEY (uid),
    CONSTRAINT ck_night_recordings_day CHECK (day BETWEEN 1 AND 3652059),
    CONSTRAINT ck_night_recordings_asleep_off CHECK (asleep_off BETWEEN -1440 AND 1440),
    CONSTRAINT ck_night_recordings_wake_off CHECK (wake_off BETWEEN -1440 AND 1440),
    CONSTRAINT ck_night_recordings_asleep_min CHECK (asleep_min >= 0),
    CONSTRAINT ck_night_recordings_awake_min CHECK (awake_min >= 0),
    CONSTRAINT ck_night_recordings_order CHECK (asleep_ms <= wake_ms),
    CONSTRAINT ck_night_recordings_uid CHECK (length(uid) = 32)
) STRICT""",
    """CREATE INDEX ix_night_recordings_day ON night_recordings (day) WHERE deleted_ms IS NULL""",
    """CREATE UNIQUE INDEX ix_night_recordings_fold ON night_recordings (fold) WHERE deleted_ms IS NULL""",
    """CREATE TABLE notes (
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
    text TEXT NOT NULL,
    tags TEXT NOT NULL,
    CONSTRAINT pk_notes PRIMARY KEY (uid),
    CONSTRAINT ck_notes_day CHECK (day BETWEEN 1 AND 3652059),
    CONSTRAINT ck_notes_at_off CHECK (at_off BETWEEN -1440 AND 1440),
    CONSTRAINT ck_notes_uid CHECK (length(uid) = 32)
) STRICT""",
    """CREATE INDEX ix_notes_day ON notes (day, at_ms) WHERE deleted_ms IS NULL""",
    """CREATE TABLE note_versions (
    uid TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    deleted_ms INTEGER,
    source TEXT,
    source_hash TEXT,
    note_uid TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    at_off INTEGER NOT NULL,
    at_zone TEXT NOT NULL,
    text TEXT NOT NULL,
    CONSTRAINT pk_note_versions PRIMARY KEY (uid),
    CONSTRAINT ck_note_versions_at_off CHECK (at_off BETWEEN -1440 AND 1440),
    CONSTRAINT ck_note_versions_uid CHECK (length(uid) = 32),
    CONSTRAINT fk_note_versions_note_uid FOREIGN KEY(note_uid)
        REFERENCES notes (uid) ON DELETE RESTRICT
) STRICT""",
    """CREATE INDEX ix_note_versions_note ON note_versions (note_uid, at_ms) WHERE deleted_ms IS NULL""",
    """CREATE TABLE note_templates (
    uid TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    deleted_ms INTEGER,
    source TEXT,
    source_hash TEXT,
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    fold TEXT NOT NULL,
    CONSTRAINT pk_note_templates PRIMARY KEY (uid),
    CONSTRAINT ck_note_templates_uid CHECK (length(uid) = 32)
) STRICT""",
    """CREATE UNIQUE INDEX ix_note_templates_fold ON note_templates (fold) WHERE deleted_ms IS NULL""",
    """CREATE TABLE scores (
    uid TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    deleted_ms INTEGER,
    source TEXT,
    source_hash TEXT,
    questionnaire TEXT NOT NULL,
    day INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    at_off INTEGER NOT NULL,
    at_zone TEXT NOT NULL,
    total REAL NOT NULL,
    answers TEXT NOT NULL,
    CONSTRAINT pk_scores PRIMARY KEY (uid),
    CONSTRAINT ck_scores_day CHECK (day BETWEEN 1 AND 3652059),
    CONSTRAINT ck_scores_at_off CHECK (at_off BETWEEN -1440 AND 1440),
    CONSTRAINT ck_scores_uid CHECK (length(uid) = 32)
) STRICT""",
    """CREATE INDEX ix_scores_questionnaire ON scores (questionnaire, day) WHERE deleted_ms IS NULL""",
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
