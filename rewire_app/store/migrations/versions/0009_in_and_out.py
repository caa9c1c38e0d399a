"""What comes in from other programs, content packs, and lines to raise in a session."""

from __future__ import annotations

from alembic import op

revision = "0009"
down_revision = "0008"

STATEMENTS = (
    """CREATE TABLE imports (
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
    program TEXT NOT NULL,
    file TEXT NOT NULL,
    hash TEXT NOT NULL,
    counts TEXT NOT NULL,
    backup TEXT NOT NULL,
    left_out TEXT NOT NULL,
    taken_back INTEGER NOT NULL,
    CONSTRAINT pk_imports PRIMARY KEY (uid),
    CONSTRAINT ck_imports_day CHECK (day BETWEEN 1 AND 3652059),
    CONSTRAINT ck_imports_at_off CHECK (at_off BETWEEN -1440 AND 1440),
    CONSTRAINT ck_imports_taken_back CHECK (taken_back IN (0, 1)),
    CONSTRAINT ck_imports_uid CHECK (length(uid) = 32)
) STRICT""",
    """CREATE INDEX ix_imports_hash ON imports (hash) WHERE deleted_ms IS NULL""",
    """CREATE TABLE imported_rows (
    uid TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    deleted_ms INTEGER,
    source TEXT,
    source_hash TEXT,
    brought TEXT NOT NULL,
    kind TEXT NOT NULL,
    "row" TEXT NOT NULL,
    place TEXT NOT NULL,
    written_ms INTEGER NOT NULL,
    filled TEXT NOT NULL,
    CONSTRAINT pk_imported_rows PRIMARY KEY (uid),
    CONSTRAINT ck_imported_rows_uid CHECK (length(uid) = 32),
    CONSTRAINT fk_imported_rows_brought FOREIGN KEY(brought) REFERENCES imports (uid) ON DELETE RESTRICT
) STRICT""",
    """CREATE INDEX ix_imported_rows_brought ON imported_rows (brought) WHERE deleted_ms IS NULL""",
    """CREATE TABLE mappings (
    uid TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    deleted_ms INTEGER,
    source TEXT,
    source_hash TEXT,
    format TEXT NOT NULL,
    about TEXT NOT NULL,
    word TEXT NOT NULL,
    becomes TEXT NOT NULL,
    fold TEXT NOT NULL,
    CONSTRAINT pk_mappings PRIMARY KEY (uid),
    CONSTRAINT ck_mappings_uid CHECK (length(uid) = 32)
) STRICT""",
    """CREATE UNIQUE INDEX ix_mappings_fold ON mappings (fold) WHERE deleted_ms IS NULL""",
    """CREATE TABLE to_raise (
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
    done_day INTEGER,
    CONSTRAINT pk_to_raise PRIMARY KEY (uid),
    CONSTRAINT ck_to_raise_day CHECK (day BETWEEN 1 AND 3652059),
    CONSTRAINT ck_to_raise_at_off CHECK (at_off BETWEEN -1440 AND 1440),
    CONSTRAINT ck_to_raise_done_day CHECK (done_day BETWEEN 1 AND 3652059),
    CONSTRAINT ck_to_raise_uid CHECK (length(uid) = 32)
) STRICT""",
    """CREATE INDEX ix_to_raise_day ON to_raise (day, at_ms) WHERE deleted_ms IS NULL""",
    """CREATE TABLE packs (
    uid TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    deleted_ms INTEGER,
    source TEXT,
    source_hash TEXT,
    name TEXT NOT NULL,
    author TEXT NOT NULL,
    version TEXT NOT NULL,
    language TEXT NOT NULL,
    hash TEXT NOT NULL,
    content TEXT NOT NULL,
    CONSTRAINT pk_packs PRIMARY KEY (uid),
    CONSTRAINT ck_packs_uid CHECK (length(uid) = 32)
) STRICT""",
    """CREATE UNIQUE INDEX ix_packs_hash ON packs (hash) WHERE deleted_ms IS NULL""",
)


def upgrade() -> None:
    """Add the tables."""
    for statement in STATEMENTS:
        op.execute(statement)
