"""Writes down what the newest revision makes: `rewire_app/store/ddl.py`. Run after adding a revision:

python -m tests.store.record
"""

from __future__ import annotations

from pathlib import Path

import sqlcipher3.dbapi2 as dbapi
from alembic.script import ScriptDirectory

from rewire_app.store import ddl, migrate

HEADER = '''"""What the newest revision makes, recorded, so that a first start needs no Alembic.

Written by `python -m tests.store.record`; a test holds it equal to what the migrations and the tables make.
"""

from __future__ import annotations

APPLICATION_ID = 0x52777265
"""`PRAGMA application_id`: "Rwre" in ASCII."""

HEAD = "{head}"
"""The newest revision; also `PRAGMA user_version`, as a number."""

STATEMENTS = (
'''


def migrated_statements(revision: str = "head") -> list[str]:
    """Every CREATE statement in a database that went through the migrations, tables first."""
    raw = dbapi.connect(":memory:", isolation_level=None)
    head = ScriptDirectory.from_config(migrate.alembic_config()).get_current_head()
    migrate.upgrade(raw, head if revision == "head" else revision)
    rows = raw.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid").fetchall()
    return [sql for (sql,) in rows]


def main() -> None:
    """Rewrite ddl.py."""
    head = ScriptDirectory.from_config(migrate.alembic_config()).get_current_head()
    body = "".join(f'    """{sql.replace(chr(9), "    ").rstrip()}""",\n' for sql in migrated_statements())
    lines = (HEADER.format(head=head) + body + ")\n").split("\n")
    Path(ddl.__file__).write_text("\n".join(line.rstrip() for line in lines), "utf-8")


if __name__ == "__main__":
    main()
