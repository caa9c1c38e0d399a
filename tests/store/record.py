"""Writes down what the newest revision makes: `rewire_app/store/ddl.py` and a database in `tests/data`.

After adding a revision, run this twice, because the database is made by what the first run wrote:

python -m tests.store.record
"""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

import sqlcipher3.dbapi2 as dbapi
from alembic.script import ScriptDirectory

from rewire_app.store import ddl, migrate
from rewire_app.store.schema import metadata
from rewire_app.store.store import Store
from rewire_app.store.vault import open_vault
from tests.store import entries as make

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


DATA = Path(__file__).resolve().parent.parent / "data"


def head() -> str:
    """The newest revision in the migrations folder."""
    newest = ScriptDirectory.from_config(migrate.alembic_config()).get_current_head()
    assert newest is not None
    return newest


def migrated_statements() -> list[str]:
    """Every CREATE statement in a database that went through the migrations, tables first."""
    raw = dbapi.connect(":memory:", isolation_level=None)
    migrate.upgrade(raw, head())
    rows = raw.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid").fetchall()
    return [sql for (sql,) in rows]


def content(connection: dbapi.Connection) -> dict[str, list[dict[str, object]]]:
    """Every row of every table of entries, by column."""
    found = {}
    for table in metadata.sorted_tables:
        cursor = connection.execute(f"SELECT * FROM {table.name} ORDER BY 1")
        names = [column[0] for column in cursor.description]
        found[table.name] = [dict(zip(names, row, strict=True)) for row in cursor]
    return found


def record_database() -> None:
    """Keep a database of the newest revision as a test file, once: it stays as it is for ever."""
    target = DATA / f"revision-{head()}.db"
    if target.exists():
        return
    with tempfile.TemporaryDirectory() as folder:
        vault = open_vault(Path(folder) / "profile")
        store = Store(vault)
        for number in range(40):
            practice = make.practice(number, note="größer 🙂" if number % 5 else "")
            store.many([practice, make.intention(number, practice=practice.uid), make.day_entry(number)])
            store.many([make.night(number), make.moment(number, peak=None if number % 4 else 8)])
        store.many([make.plan(), make.plan(20, per_week=5), make.pause(0, to_day=make.DAY), make.pause(30)])
        store.practices.remove(store.practices.recent(1)[0].uid)
        store.profile.put("reason", "calmer mornings")
        store.runs.save(make.saved_run())
        rows = content(vault.connection)
        vault.close()
        shutil.copyfile(vault.files.db, target)
        shutil.copyfile(vault.files.keys, target.with_suffix(".keys"))
        target.with_suffix(".json").write_text(json.dumps(rows, indent=0, ensure_ascii=False), "utf-8")


def main() -> None:
    """Rewrite ddl.py, and keep a database of a new revision."""
    recorded = head() == ddl.HEAD
    body = "".join(f'    """{sql.replace(chr(9), "    ").rstrip()}""",\n' for sql in migrated_statements())
    lines = (HEADER.format(head=head()) + body + ")\n").split("\n")
    Path(ddl.__file__).write_text("\n".join(line.rstrip() for line in lines), "utf-8")
    if recorded:
        record_database()


if __name__ == "__main__":
    main()
