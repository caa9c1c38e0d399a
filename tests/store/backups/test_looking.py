"""A copy that is looked at can be read and not written, and nothing of it stays, however the look ends."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections import namedtuple
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as dbapi

from rewire_app.errors import (
    DamagedStoreError,
    DiskFullError,
    LockedStoreError,
    OnlyReadError,
    WrongSecretError,
)
from rewire_app.store.backups.listing import backups
from rewire_app.store.backups.looking import look_into
from rewire_app.store.backups.taking import back_up
from rewire_app.store.store import Store
from rewire_app.store.vault import key_change
from rewire_app.store.vault.copies import Backup, Why
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.throwaway import clear_away
from rewire_app.store.vault.vault import Vault, open_vault
from tests.store import entries as make
from tests.store.backups.copied import add_practices, copy_of
from tests.store.cheap import CHEAP, opened, passphrase
from tests.store.record import DATA

WORDS = passphrase()
PLAIN = b"SQLite format 3"


@pytest.fixture
def vault(profile: Path) -> Iterator[Vault]:
    """An open vault whose slots may be cheap."""
    found = opened(profile)
    yield found
    found.close()


@pytest.fixture(autouse=True)
def temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files."""
    folder = tmp_path / "temp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def made(vault: Vault) -> Backup:
    """A copy with 20 practices of the open vault, which has 23 now."""
    add_practices(vault, 20)
    copy = copy_of(vault)
    add_practices(vault, 3, first=20)
    return copy


def practices(vault: Vault) -> int:
    return len(Store(vault).practices.recent(100))


def test_the_entries_of_a_copy_are_read_beside_those_of_the_open_notes(made: Backup, vault: Vault) -> None:
    copy = look_into(made.path, key=vault.key)
    assert (practices(copy.vault), practices(vault)) == (20, 23)
    copy.close()


def test_nothing_can_be_written_by_the_store_or_past_it(made: Backup, vault: Vault) -> None:
    copy = look_into(made.path, key=vault.key)
    with pytest.raises(OnlyReadError):
        Store(copy.vault).practices.add(make.practice(99))
    with pytest.raises(OnlyReadError):
        Store(copy.vault).profile.put("what", "ever")
    for statement in ("DELETE FROM practices", "UPDATE meta SET commit_seq = 99", "CREATE TABLE a (b)"):
        with pytest.raises(dbapi.OperationalError):
            copy.vault.connection.execute(statement)
    assert practices(copy.vault) == 20
    copy.close()


def test_a_connection_that_is_made_anew_refuses_writes_too(made: Backup, vault: Vault) -> None:
    copy = look_into(made.path, key=vault.key)
    copy.vault.database.spoiled = True
    assert practices(copy.vault) == 20
    with pytest.raises(dbapi.OperationalError):
        copy.vault.connection.execute("DELETE FROM practices")
    copy.close()


def test_once_closed_nothing_of_it_is_left_and_the_copy_is_as_it_was(
    made: Backup, vault: Vault, temp: Path
) -> None:
    before = made.path.read_bytes()
    copy = look_into(made.path, key=vault.key)
    assert list(temp.iterdir())
    copy.close()
    copy.close()
    assert not list(temp.iterdir())
    assert made.path.read_bytes() == before


def test_no_key_lies_beside_it_while_it_is_looked_at(made: Backup, vault: Vault, temp: Path) -> None:
    copy = look_into(made.path, key=vault.key)
    held = [path.read_bytes() for path in temp.rglob("*") if path.is_file()]
    assert held
    for content in held:
        assert PLAIN not in content
        assert vault.key not in content
        assert vault.key.hex().encode() not in content
    copy.close()


def test_a_copy_of_an_earlier_form_is_looked_at_in_the_form_of_today(tmp_path: Path, temp: Path) -> None:
    profile = tmp_path / "earlier"
    profile.mkdir()
    for source, name in (("db", "vault.db"), ("keys", "vault.keys")):
        shutil.copy(DATA / f"revision-0001.{source}", profile / name)
    open_vault(profile).close()  # which makes a copy before it brings the tables up to date
    [copy] = backups(ProfileFiles(profile))
    assert copy.schema == "0001"
    look = look_into(copy.path)
    assert len(Store(look.vault).practices.recent(100)) == copy.counts["practices"] > 0
    look.close()
    assert not list(temp.iterdir())


def test_a_damaged_copy_is_told_and_leaves_nothing(made: Backup, vault: Vault, temp: Path) -> None:
    raw = bytearray(made.path.read_bytes())
    raw[9000] ^= 4
    made.path.write_bytes(raw)
    with pytest.raises(DamagedStoreError):
        look_into(made.path, key=vault.key)
    assert not list(temp.iterdir())


def test_a_full_disk_is_told_and_leaves_nothing(
    made: Backup, vault: Vault, temp: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage(10**9, 10**9 - 4096, 4096))
    with pytest.raises(DiskFullError):
        look_into(made.path, key=vault.key)
    assert not list(temp.iterdir())


def test_a_copy_with_another_passphrase_opens_with_that_one_alone(
    vault: Vault, temp: Path, tmp_path: Path
) -> None:
    other = opened(tmp_path / "other")
    add_practices(other, 5)
    key_change.set_passphrase(other, WORDS.text, cost=CHEAP)
    copy = back_up(other, Why.ASKED)
    other.close()
    with pytest.raises(LockedStoreError):
        look_into(copy.path, key=vault.key, floor=CHEAP)
    with pytest.raises(WrongSecretError):
        look_into(copy.path, secret=passphrase("not these words"), key=vault.key, floor=CHEAP)
    assert not list(temp.iterdir())
    looked = look_into(copy.path, secret=WORDS, key=vault.key, floor=CHEAP)
    assert practices(looked.vault) == 5
    looked.close()


KILLED = """
import os, signal, sys, tempfile
from pathlib import Path
from rewire_app.store.backups.looking import look_into
tempfile.tempdir = sys.argv[2]
copy = look_into(Path(sys.argv[1]))
copy.vault.connection.execute("SELECT count(*) FROM practices").fetchone()
os.kill(os.getpid(), signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
"""


def test_a_kill_while_it_is_looked_at_leaves_nothing_readable_and_the_next_start_removes_it(
    made: Backup, vault: Vault, temp: Path
) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(made.path), str(temp)], check=False, timeout=60)
    assert done.returncode != 0
    left = [path for path in temp.rglob("*") if path.is_file()]
    assert any(path.name == "vault.db" for path in left)
    for path in left:
        content = path.read_bytes()
        assert vault.key.hex().encode() not in content
        assert PLAIN not in content
    clear_away()
    assert not list(temp.iterdir())
