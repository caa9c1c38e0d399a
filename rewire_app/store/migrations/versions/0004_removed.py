"""What stays of an entry once it is erased: no words and no numbers, only that it was removed."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"

STATEMENTS = (
    """CREATE TABLE removed (
    uid TEXT NOT NULL,
    kind TEXT NOT NULL,
    device TEXT NOT NULL,
    removed_ms INTEGER NOT NULL,
    CONSTRAINT pk_removed PRIMARY KEY (uid),
    CONSTRAINT ck_removed_uid CHECK (length(uid) = 32)
) STRICT""",
)


def upgrade() -> None:
    """Add the table."""
    for statement in STATEMENTS:
        op.execute(statement)
