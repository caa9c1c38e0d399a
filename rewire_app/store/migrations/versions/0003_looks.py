"""What each card said at its newest look, and answers to whether anything made things worse."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"

STATEMENTS = (
    """CREATE TABLE looks (
    card TEXT NOT NULL,
    week INTEGER NOT NULL,
    side INTEGER NOT NULL,
    step INTEGER NOT NULL,
    since INTEGER,
    CONSTRAINT pk_looks PRIMARY KEY (card),
    CONSTRAINT ck_looks_week CHECK (week BETWEEN 1 AND 3652059),
    CONSTRAINT ck_looks_side CHECK (side IN (-1, 0, 1)),
    CONSTRAINT ck_looks_step CHECK (step BETWEEN 1 AND 4),
    CONSTRAINT ck_looks_since CHECK (since BETWEEN 1 AND 3652059),
    CONSTRAINT ck_looks_order CHECK (since <= week)
) STRICT""",
    """CREATE TABLE unwanted_effects (
    uid TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    deleted_ms INTEGER,
    source TEXT,
    source_hash TEXT,
    day INTEGER NOT NULL,
    answer TEXT NOT NULL,
    exercise TEXT NOT NULL,
    offered INTEGER NOT NULL,
    note TEXT NOT NULL,
    CONSTRAINT pk_unwanted_effects PRIMARY KEY (uid),
    CONSTRAINT ck_unwanted_effects_day CHECK (day BETWEEN 1 AND 3652059),
    CONSTRAINT ck_unwanted_effects_answer CHECK (answer IN ('nothing', 'some', 'lot')),
    CONSTRAINT ck_unwanted_effects_offered CHECK (offered IN (0, 1)),
    CONSTRAINT ck_unwanted_effects_uid CHECK (length(uid) = 32)
) STRICT""",
    """CREATE INDEX ix_unwanted_effects_day ON unwanted_effects (day, exercise, offered, deleted_ms)
        WHERE deleted_ms IS NULL""",
)


def upgrade() -> None:
    """Add the two tables."""
    for statement in STATEMENTS:
        op.execute(statement)
