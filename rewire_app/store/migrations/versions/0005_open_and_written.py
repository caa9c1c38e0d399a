"""What waits for *How was it?*, and what is written in a calm hour: cards, scripts, thoughts, dreams."""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"

STATEMENTS = (
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
    fold TEXT NOT NULL,
    CONSTRAINT pk_expectations PRIMARY KEY (uid),
    CONSTRAINT ck_expectations_kind CHECK (kind IN
        ('test', 'exposure', 'activity', 'worry', 'night', 'action', 'talk')),
    CONSTRAINT ck_expectations_guess CHECK (guess BETWEEN 0 AND 10),
    CONSTRAINT ck_expectations_chance CHECK (chance BETWEEN 0 AND 100),
    CONSTRAINT ck_expectations_belief CHECK (belief BETWEEN 0 AND 100),
    CONSTRAINT ck_expectations_due CHECK (due BETWEEN 1 AND 3652059),
    CONSTRAINT ck_expectations_found CHECK (found BETWEEN 0 AND 10),
    CONSTRAINT ck_expectations_share CHECK (share BETWEEN 0 AND 100),
    CONSTRAINT ck_expectations_again CHECK (again BETWEEN 0 AND 10),
    CONSTRAINT ck_expectations_state CHECK (state IN ('open', 'done', 'gone')),
    CONSTRAINT ck_expectations_uid CHECK (length(uid) = 32)
) STRICT""",
    """CREATE UNIQUE INDEX ix_expectations_fold ON expectations (fold) WHERE deleted_ms IS NULL""",
    """CREATE INDEX ix_expectations_waiting ON expectations (due, created_ms)
        WHERE deleted_ms IS NULL AND state = 'open'""",
    """CREATE TABLE urge_cards (
    uid TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    deleted_ms INTEGER,
    source TEXT,
    source_hash TEXT,
    urge TEXT NOT NULL,
    act_pro TEXT NOT NULL,
    act_con TEXT NOT NULL,
    wait_pro TEXT NOT NULL,
    wait_con TEXT NOT NULL,
    line TEXT NOT NULL,
    "instead" TEXT NOT NULL,
    fold TEXT NOT NULL,
    CONSTRAINT pk_urge_cards PRIMARY KEY (uid),
    CONSTRAINT ck_urge_cards_uid CHECK (length(uid) = 32)
) STRICT""",
    """CREATE UNIQUE INDEX ix_urge_cards_fold ON urge_cards (fold) WHERE deleted_ms IS NULL""",
    """CREATE TABLE scripts (
    uid TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    deleted_ms INTEGER,
    source TEXT,
    source_hash TEXT,
    ask TEXT NOT NULL,
    about TEXT NOT NULL,
    describe TEXT NOT NULL,
    express TEXT NOT NULL,
    reinforce TEXT NOT NULL,
    mindful TEXT NOT NULL,
    offer TEXT NOT NULL,
    "limit" TEXT NOT NULL,
    fold TEXT NOT NULL,
    CONSTRAINT pk_scripts PRIMARY KEY (uid),
    CONSTRAINT ck_scripts_uid CHECK (length(uid) = 32)
) STRICT""",
    """CREATE UNIQUE INDEX ix_scripts_fold ON scripts (fold) WHERE deleted_ms IS NULL""",
    """CREATE TABLE thoughts (
    uid TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    deleted_ms INTEGER,
    source TEXT,
    source_hash TEXT,
    hard TEXT NOT NULL,
    fair TEXT NOT NULL,
    belief INTEGER,
    fold TEXT NOT NULL,
    CONSTRAINT pk_thoughts PRIMARY KEY (uid),
    CONSTRAINT ck_thoughts_belief CHECK (belief BETWEEN 0 AND 100),
    CONSTRAINT ck_thoughts_uid CHECK (length(uid) = 32)
) STRICT""",
    """CREATE UNIQUE INDEX ix_thoughts_fold ON thoughts (fold) WHERE deleted_ms IS NULL""",
    """CREATE TABLE dreams (
    uid TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    deleted_ms INTEGER,
    source TEXT,
    source_hash TEXT,
    dream TEXT NOT NULL,
    new TEXT NOT NULL,
    fold TEXT NOT NULL,
    CONSTRAINT pk_dreams PRIMARY KEY (uid),
    CONSTRAINT ck_dreams_uid CHECK (length(uid) = 32)
) STRICT""",
    """CREATE UNIQUE INDEX ix_dreams_fold ON dreams (fold) WHERE deleted_ms IS NULL""",
)


def upgrade() -> None:
    """Add the five tables."""
    for statement in STATEMENTS:
        op.execute(statement)
