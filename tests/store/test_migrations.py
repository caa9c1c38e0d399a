"""Two ways to the same tables, and every database there ever was still opens."""

from __future__ import annotations

import json
import runpy
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as dbapi

from rewire_app.errors import DiskFullError, StoreError
from rewire_app.store.backups.listing import backups
from rewire_app.store.backups.restoring import restore
from rewire_app.store.store import Store
from rewire_app.store.vault import identity, keyslots, migrate, vault
from rewire_app.store.vault.copies import Backup, Why
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.identity import HEAD
from rewire_app.store.vault.vault import open_vault
from tests.rights import private
from tests.store import entries as make
from tests.store import list_entries as lists
from tests.store.record import DATA, content, every_kept, head
from tests.store.schemas import differences, made_by, schema_of

GOOD = '''
"""A later revision: rebuilds a table that others point to, and adds one."""
from alembic import op
import sqlalchemy as sa
revision = "0010"
down_revision = "0009"
def upgrade():
    with op.batch_alter_table("practices", table_kwargs={"sqlite_strict": True}) as batch:
        batch.add_column(sa.Column("elsewhere", sa.Text))
    op.create_table("extra", sa.Column("only", sa.Integer, primary_key=True))
'''

BIG = (
    GOOD
    + """
    op.execute("PRAGMA max_page_count=1")
    op.execute("CREATE TABLE more AS SELECT zeroblob(900000) AS room")
"""
)

BAD = GOOD + '    op.execute("INSERT INTO nowhere VALUES (1)")\n'


def keys_in(copy: Backup) -> keyslots.Keys:
    """The keys that travel with a copy."""
    with zipfile.ZipFile(copy.path) as found:
        return keyslots.parsed(found.read("vault.keys"))


def revision(recorded: Path) -> str:
    """The revision of a database by the name of its file."""
    return recorded.stem.removeprefix("revision-")


@pytest.fixture(scope="module")
def migrated() -> dbapi.Connection:
    """An empty database that went through every revision."""
    raw = dbapi.connect(":memory:", isolation_level=None)
    migrate.upgrade(raw, HEAD)
    return raw


def test_the_head_is_the_newest_revision_and_a_database_of_it_is_kept() -> None:
    assert head() == HEAD
    assert (DATA / f"revision-{HEAD}.db").exists()


def test_a_revision_that_is_added_is_the_newest_by_its_file_alone(tmp_path: Path) -> None:
    shutil.copytree(migrate.MIGRATIONS, tmp_path / "migrations")
    (tmp_path / "migrations" / "versions" / "9999_next.py").touch()
    (tmp_path / "vault").mkdir()
    copy = shutil.copy(identity.__file__, tmp_path / "vault")
    assert runpy.run_path(copy)["HEAD"] == "9999"


def test_a_new_profile_is_made_of_exactly_what_the_migrations_make(
    profile: Path, migrated: dbapi.Connection
) -> None:
    opened = open_vault(profile)
    assert schema_of(opened.connection) == schema_of(migrated)
    assert opened.connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(HEAD,)]
    opened.close()


def test_alembic_finds_nothing_to_change(migrated: dbapi.Connection) -> None:
    assert differences(migrated) == []


WRITTEN = ("open", "cards", "scripts", "thoughts", "dreams")

SLIPS = {
    "a column that may be empty": ("good TEXT NOT NULL", "good TEXT"),
    "a column more": ("good TEXT NOT NULL", "good TEXT NOT NULL, better TEXT"),
    "a column of another type": ("mood INTEGER", "mood TEXT"),
    "a value given by itself": ("mood INTEGER", "mood INTEGER DEFAULT 0"),
    "a rule less": ("CONSTRAINT ck_days_mood CHECK (mood BETWEEN 0 AND 10), ", ""),
    "a wider rule": ("(mood BETWEEN 0 AND 10)", "(mood BETWEEN 0 AND 100)"),
    "a rule of another name": ("CONSTRAINT ck_days_mood", "CONSTRAINT ck_days_joy"),
    "a table that takes any type": (") STRICT", ")"),
    "a table without row numbers": (") STRICT", ") STRICT, WITHOUT ROWID"),
    "an index over deleted rows too": ("days (day) WHERE deleted_ms IS NULL", "days (day)"),
    "an index that lets two in": ("UNIQUE INDEX ix_days_day", "INDEX ix_days_day"),
    "an index of another name": ("INDEX ix_days_day", "INDEX ix_days_one"),
    "a reference that may dangle": ("ON DELETE RESTRICT", "ON DELETE SET NULL"),
}
"""What could differ between the two ways: a piece of the right SQL, and what stands there by mistake."""


@pytest.mark.parametrize(("right", "wrong"), SLIPS.values(), ids=SLIPS)
def test_one_slip_is_noticed(right: str, wrong: str, migrated: dbapi.Connection) -> None:
    whole = schema_of(migrated)
    slipped = next(name for name, sql in whole.items() if right in sql)
    statements = [sql.replace(right, wrong) if name == slipped else sql for name, sql in whole.items()]
    assert schema_of(made_by(statements)) != whole
    assert schema_of(made_by(whole.values())) == whole


def test_alembic_notices_a_missing_index_and_a_column_that_may_be_empty(migrated: dbapi.Connection) -> None:
    whole = schema_of(migrated)
    without = [sql for name, sql in whole.items() if name != "ix_days_day"]
    [(act, index)] = differences(made_by(without))
    assert (act, index.name) == ("add_index", "ix_days_day")
    empty = [sql.replace("good TEXT NOT NULL", "good TEXT") for sql in whole.values()]
    [[change]] = differences(made_by(empty))
    assert (change[0], *change[2:4]) == ("modify_nullable", "days", "good")


def as_then(now: list[dict[str, object]], then: list[dict[str, object]]) -> list[dict[str, object]]:
    """The rows there are now, by the columns there were then."""
    return [{name: row[name] for name in old} for row, old in zip(now, then, strict=True)]


@pytest.fixture(params=sorted(DATA.glob("revision-*.db")), ids=lambda path: path.stem)
def released(request: pytest.FixtureRequest, profile: Path) -> tuple[ProfileFiles, Path]:
    """A profile with a database as an earlier Rewire left it, and where its content is written down."""
    source: Path = request.param
    profile.mkdir()
    files = ProfileFiles(profile)
    shutil.copyfile(source, files.db)
    shutil.copyfile(source.with_suffix(".keys"), files.keys)
    return files, source.with_suffix(".json")


def test_every_database_there_ever_was_opens_with_all_it_had(released: tuple[ProfileFiles, Path]) -> None:
    files, recorded = released
    opened = open_vault(files.folder)
    assert opened.faults() == []
    found = content(opened.connection)
    expected = json.loads(recorded.read_text("utf-8"))
    assert {table: as_then(found[table], rows) for table, rows in expected.items()} == expected
    store = Store(opened)
    assert len(store.practices.recent(100)) == 39
    assert store.practices.recent(1)[0].note == "größer 🙂"
    assert store.runs.load() == make.saved_run()
    store.practices.add(make.practice(99))
    opened.close()


def test_the_lists_of_a_database_are_read_and_written_whatever_its_age(
    released: tuple[ProfileFiles, Path],
) -> None:
    files, recorded = released
    opened = open_vault(files.folder)
    store = Store(opened)
    found = {noun.topic: noun.all() for noun in every_kept(store)}
    if revision(recorded) == "0001":
        assert not any(found.values())
    else:
        later = {"unwanted_effects": "0003"} | dict.fromkeys(WRITTEN, "0005")
        for topic in [topic for topic, since in later.items() if revision(recorded) < since]:
            assert found.pop(topic) == []
        assert all(found.values())
        assert [value.name for value in store.values.all()] == ["Patience", "Größe"]
        assert [measure.name for measure in store.custom_measures.all()] == ["Headache"]
    store.values.keep(lists.value("größe", lived=9))
    assert store.values.all()[-1].lived == 9
    opened.close()


@pytest.fixture
def next_revision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """A program that is one revision further."""

    def give(source: str) -> None:
        folder = tmp_path / "migrations"
        shutil.copytree(migrate.MIGRATIONS, folder)
        (folder / "versions" / "0010_next.py").write_text(source)
        monkeypatch.setattr(migrate, "MIGRATIONS", folder)
        monkeypatch.setattr(vault, "HEAD", "0010")

    return give


def test_an_update_keeps_every_row_and_a_copy_of_the_old_database(
    released: tuple[ProfileFiles, Path], next_revision: Callable[[str], None]
) -> None:
    files, recorded = released
    old = files.db.read_bytes()
    next_revision(GOOD)
    opened = open_vault(files.folder)
    count = opened.connection.execute("SELECT count(*), count(elsewhere) FROM practices").fetchone()
    links = opened.connection.execute("SELECT count(*) FROM intentions WHERE practice IS NOT NULL").fetchone()
    expected = json.loads(recorded.read_text("utf-8"))
    assert count == (len(expected["practices"]), 0)
    assert links == (len(expected["intentions"]),)
    assert opened.connection.execute("PRAGMA user_version").fetchone() == (10,)
    assert opened.connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert opened.faults() == []
    opened.close()
    assert keyslots.parsed(files.keys.read_bytes()).schema == "0010"
    [copy] = backups(files)
    assert (copy.why, copy.pinned, copy.schema) == (Why.UPDATE, True, revision(recorded))
    assert copy.size <= len(old)
    assert [private(path) for path in files.backups.iterdir()] == [True]
    open_vault(files.folder).close()


def test_the_copy_made_before_an_update_opens_with_the_old_program(
    released: tuple[ProfileFiles, Path],
    next_revision: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    files, recorded = released
    next_revision(GOOD)
    open_vault(files.folder).close()
    monkeypatch.undo()
    [copy] = backups(files)
    restored = ProfileFiles(tmp_path / "restored")
    restore(restored.folder, copy.path)
    opened = open_vault(restored.folder)
    found = content(opened.connection)
    expected = json.loads(recorded.read_text("utf-8"))
    assert {table: as_then(found.pop(table), rows) for table, rows in expected.items()} == expected
    assert not any(found.values()), "a table that the old program did not have is filled"
    opened.close()


def test_an_update_opened_by_the_spare_keeps_sound_keys_on_both_sides(
    released: tuple[ProfileFiles, Path], next_revision: Callable[[str], None]
) -> None:
    files, _recorded = released
    sound = keyslots.parsed(files.keys.read_bytes())
    files.keys.rename(files.spare_keys)
    files.keys.write_bytes(b"noise")
    next_revision(GOOD)
    open_vault(files.folder).close()
    [copy] = backups(files)
    assert keys_in(copy) == sound
    assert keyslots.parsed(files.keys.read_bytes()).schema == "0010"
    assert files.spare_keys.read_bytes() == files.keys.read_bytes()


def test_an_update_that_fails_leaves_the_database_as_it_was(
    released: tuple[ProfileFiles, Path], next_revision: Callable[[str], None]
) -> None:
    files, recorded = released
    old = files.db.read_bytes()
    next_revision(BAD)
    for _attempt in range(3):
        with pytest.raises(StoreError, match="could not be brought to the form"):
            open_vault(files.folder)
    assert len(backups(files)) == 1, "each try has left a copy"
    assert files.db.read_bytes() == old
    assert keyslots.parsed(files.keys.read_bytes()).schema == revision(recorded)


def test_an_update_that_finds_no_room_says_so_and_changes_nothing(
    released: tuple[ProfileFiles, Path], next_revision: Callable[[str], None]
) -> None:
    files, _recorded = released
    old = files.db.read_bytes()
    next_revision(BIG)
    with pytest.raises(DiskFullError, match="needs a little room to open"):
        open_vault(files.folder)
    assert files.db.read_bytes() == old


def test_a_rolled_back_update_leaves_no_table_behind() -> None:
    raw = dbapi.connect(":memory:", isolation_level=None)
    with pytest.raises(StoreError):
        migrate.upgrade(raw, "no such revision")
    assert raw.execute("SELECT count(*) FROM sqlite_schema").fetchone() == (0,)
    assert raw.execute("PRAGMA foreign_keys").fetchone() == (1,)
