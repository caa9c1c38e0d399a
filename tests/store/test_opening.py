"""What stands in the way of opening has its own words, and nothing is changed by saying them."""

from __future__ import annotations

import errno
import os
import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from rewire_app.errors import (
    AlreadyOpenError,
    DamagedStoreError,
    DiskFullError,
    MissingStoreError,
    NewerStoreError,
    ProfileUnwritableError,
    StaleStoreError,
)
from rewire_app.store.schema import ddl
from rewire_app.store.store import Store
from rewire_app.store.vault import high_water as highwater
from rewire_app.store.vault import keyslots
from rewire_app.store.vault.connection import connect
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.identity import HEAD
from rewire_app.store.vault.instance import InstanceLock
from rewire_app.store.vault.vault import open_vault
from tests.rights import private, writable
from tests.store import entries as make
from tests.store.refusing import FilesOf, refused, with_keys


def test_a_first_start_makes_every_file_for_the_owner_only(profile: Path) -> None:
    old = os.umask(0)
    try:
        vault = open_vault(profile)
        Store(vault).practices.add(make.practice())
        found = {path.name: private(path) for path in [profile, *profile.rglob("*")]}
        vault.close()
    finally:
        os.umask(old)
    assert {
        "vault.db",
        "vault.db-wal",
        "vault.keys",
        "vault.keys.prev",
        "vault.hwm",
        "instance.lock",
    } <= found.keys()
    assert [name for name, alone in found.items() if not alone] == []


def test_a_first_start_on_a_full_disk_speaks_of_no_change(
    profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = ddl.statements()
    with monkeypatch.context() as disk:
        disk.setattr(ddl, "statements", lambda: ["PRAGMA max_page_count=3", *whole])
        with pytest.raises(DiskFullError, match="needs a little room to open") as met:
            open_vault(profile)
    assert "saved" not in str(met.value)
    open_vault(profile).close()


def test_opening_what_is_there_needs_no_sqlalchemy(kept: ProfileFiles) -> None:
    words = (
        "import sys; from pathlib import Path; from rewire_app.store.vault.vault import open_vault; "
        f"open_vault(Path({str(kept.folder)!r})).close(); "
        "sys.exit(' '.join(name for name in ('sqlalchemy', 'alembic') if name in sys.modules) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", words], capture_output=True, text=True, check=False, timeout=300
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(sys.platform == "win32", reason="there a folder keeps the rights it was made with")
def test_wide_rights_are_narrowed_again(kept: ProfileFiles) -> None:
    kept.folder.chmod(0o755)
    kept.db.chmod(0o644)
    kept.keys.chmod(0o644)
    open_vault(kept.folder).close()
    assert [private(path) for path in (kept.folder, kept.db, kept.keys)] == [True, True, True]


def test_nothing_readable_is_on_the_disk(kept: ProfileFiles, files_of: FilesOf) -> None:
    for content in files_of(kept.folder).values():
        assert b"easier than last time" not in content
        assert b"SQLite" not in content
        assert b"CREATE TABLE" not in content


def test_the_connection_is_set_up_as_promised(profile: Path) -> None:
    vault = open_vault(profile)
    answers = {
        name: vault.connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in (
            "journal_mode",
            "synchronous",
            "locking_mode",
            "foreign_keys",
            "secure_delete",
            "user_version",
        )
    }
    assert answers == {
        "journal_mode": "wal",
        "synchronous": 2,
        "locking_mode": "exclusive",
        "foreign_keys": 1,
        "secure_delete": 1,
        "user_version": int(HEAD),
    }
    assert vault.faults() == []
    vault.close()


def test_a_second_copy_is_refused_and_the_first_goes_on(kept: ProfileFiles) -> None:
    vault = open_vault(kept.folder)
    with pytest.raises(AlreadyOpenError, match="already open"):
        open_vault(kept.folder)
    words = "from pathlib import Path; from rewire_app.store.vault.vault import open_vault"
    script = f"{words}; open_vault(Path({str(kept.folder)!r}))"
    other = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=300
    )
    assert "AlreadyOpenError" in other.stderr
    Store(vault).practices.add(make.practice(9))
    vault.close()
    open_vault(kept.folder).close()


def test_a_profile_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    wall = tmp_path / "a file"
    wall.write_text("not a folder")
    with pytest.raises(ProfileUnwritableError, match=re.escape(str(Path("a file", "profile")))):
        open_vault(wall / "profile")
    assert wall.read_text() == "not a folder"


def test_a_lock_that_cannot_be_taken_is_a_profile_that_cannot_be_written(profile: Path) -> None:
    (profile / "instance.lock").mkdir(parents=True)
    with pytest.raises(ProfileUnwritableError):
        open_vault(profile)
    assert [path.name for path in profile.iterdir()] == ["instance.lock"]


@pytest.mark.parametrize("name", ["db", "wal"])
def test_a_file_that_cannot_be_written_is_named(
    kept: ProfileFiles, files_of: FilesOf, tmp_path: Path, name: str
) -> None:
    vault = open_vault(kept.folder)
    Store(vault).practices.add(make.practice(9))
    copy = ProfileFiles(tmp_path / "with its log")
    shutil.copytree(kept.folder, copy.folder)
    vault.close()
    protected: Path = getattr(copy, name)
    protected.chmod(0o400)
    if writable(protected):
        pytest.skip("the owner of everything may write anywhere, under Wine too")
    assert f"cannot write to {protected}." in refused(copy, files_of, ProfileUnwritableError)


@pytest.mark.parametrize("keys", ["sound", "missing"])
def test_a_folder_that_cannot_be_written_is_named_whichever_key_opens_it(
    kept: ProfileFiles, files_of: FilesOf, keys: str
) -> None:
    if keys == "missing":
        kept.keys.unlink()
    kept.folder.chmod(0o500)
    try:
        if os.access(kept.folder, os.W_OK):
            pytest.skip("the owner of everything may write anywhere")
        assert f"cannot write to {kept.folder}." in refused(kept, files_of, ProfileUnwritableError)
    finally:
        kept.folder.chmod(0o700)


def test_a_missing_database_is_not_replaced_by_an_empty_one(kept: ProfileFiles, files_of: FilesOf) -> None:
    kept.db.unlink()
    assert "no empty one was made" in refused(kept, files_of, MissingStoreError)


def test_a_lone_high_water_mark_is_enough_to_know_that_a_database_was_here(
    kept: ProfileFiles, files_of: FilesOf
) -> None:
    for path in (kept.db, kept.keys, kept.spare_keys):
        path.unlink()
    refused(kept, files_of, MissingStoreError)


def test_a_lone_backup_is_enough_too(kept: ProfileFiles, files_of: FilesOf) -> None:
    for path in (kept.db, kept.keys, kept.spare_keys, kept.mark):
        path.unlink()
    (kept.backups / "before-update-from-0001.db").write_bytes(b"copy")
    refused(kept, files_of, MissingStoreError)


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"\0" * 8192,
        b"SQLite format 3\0" + b"\0" * 4080,
        b"short",
        os.urandom(4096 * 3),
    ],
    ids=["empty", "zeroed", "plain", "not whole pages", "noise"],
)
def test_what_is_not_our_database_is_refused(kept: ProfileFiles, files_of: FilesOf, broken: bytes) -> None:
    kept.db.write_bytes(broken)
    assert "file with your entries is damaged" in refused(kept, files_of, DamagedStoreError)


def test_a_database_cut_anywhere_is_refused(kept: ProfileFiles, files_of: FilesOf) -> None:
    whole = kept.db.read_bytes()
    for size in range(512, len(whole), 4096 * 3 + 512):
        kept.db.write_bytes(whole[:size])
        refused(kept, files_of, DamagedStoreError)
    for pages in range(1, len(whole) // 4096, 7):
        kept.db.write_bytes(whole[: pages * 4096])
        refused(kept, files_of, DamagedStoreError)


def test_a_newer_profile_is_refused_before_it_is_opened(kept: ProfileFiles, files_of: FilesOf) -> None:
    with_keys(kept, schema=f"{int(HEAD) + 1:04}")
    kept.db.write_bytes(b"whatever a newer version writes")
    assert "newer version of Rewire" in refused(kept, files_of, NewerStoreError)


def test_a_newer_database_behind_an_older_key_file_is_refused(kept: ProfileFiles, files_of: FilesOf) -> None:
    connection = connect(kept.db, keyslots.parsed(kept.keys.read_bytes()).open_key())
    connection.execute(f"PRAGMA user_version={int(HEAD) + 1}")
    connection.close()
    refused(kept, files_of, NewerStoreError)


def test_a_foreign_database_is_refused(kept: ProfileFiles, files_of: FilesOf) -> None:
    connection = connect(kept.db, keyslots.parsed(kept.keys.read_bytes()).open_key())
    connection.execute("PRAGMA application_id=7")
    connection.close()
    refused(kept, files_of, DamagedStoreError)


def test_an_older_copy_put_back_is_noticed_and_can_be_accepted(kept: ProfileFiles, files_of: FilesOf) -> None:
    older = kept.db.read_bytes()
    vault = open_vault(kept.folder)
    Store(vault).practices.add(make.practice(5))
    Store(vault).practices.add(make.practice(6))
    vault.close()
    kept.db.write_bytes(older)

    assert "2 of your last saves" in refused(kept, files_of, StaleStoreError)

    vault = open_vault(kept.folder, accept_missing_saves=True)
    assert len(Store(vault).practices.recent(9)) == 3
    vault.close()
    open_vault(kept.folder).close()


def test_a_lost_mark_or_one_of_another_vault_is_made_anew(kept: ProfileFiles) -> None:
    for content in (None, b"", b"noise" * 8, highwater.packed(highwater.HighWaterMark(999, b"elsewher")) * 2):
        kept.mark.unlink()
        if content is not None:
            kept.mark.write_bytes(content)
        vault = open_vault(kept.folder)
        assert highwater.read(kept.mark) == highwater.HighWaterMark(
            vault.commit_seq, bytes.fromhex(vault.vault_id)[:8]
        )
        vault.close()


def test_one_torn_slot_leaves_the_other() -> None:
    good = highwater.packed(highwater.HighWaterMark(7, b"vault-id"))
    for place in range(highwater.SLOT):
        torn = bytearray(good)
        torn[place] ^= 1
        assert highwater.parsed(bytes(torn)) is None
    assert highwater.parsed(good) == highwater.HighWaterMark(7, b"vault-id")


def test_the_mark_follows_every_save(kept: ProfileFiles) -> None:
    vault = open_vault(kept.folder)
    store = Store(vault)
    for number in range(20, 25):
        store.practices.add(make.practice(number))
        mark = highwater.read(kept.mark)
        assert mark is not None
        assert mark.commit == vault.commit_seq
    vault.close()


def test_being_idle_empties_the_log_and_costs_nothing_twice(kept: ProfileFiles) -> None:
    vault = open_vault(kept.folder)
    Store(vault).practices.add(make.practice(9))
    assert kept.wal.stat().st_size > 0
    vault.idle()
    assert kept.wal.stat().st_size == 0
    asked: list[str] = []
    vault.connection.set_trace_callback(asked.append)
    vault.idle()
    assert asked == []
    vault.close()


@pytest.mark.parametrize("done", ["nothing renamed", "database renamed"])
def test_a_creation_that_was_cut_short_is_finished_or_begun_again(profile: Path, done: str) -> None:
    open_vault(profile).close()
    files = ProfileFiles(profile)
    files.mark.unlink()
    files.spare_keys.unlink()
    files.keys.replace(files.new_keys)
    if done == "nothing renamed":
        files.db.replace(files.new_db)
    vault = open_vault(profile)
    assert vault.faults() == []
    vault.close()
    assert not files.new_db.exists()
    assert not files.new_keys.exists()


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EBADF, errno.ENOTSUP])
def test_a_drive_without_locks_is_named(number: int, profile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lock(*_file_and_how: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("msvcrt.locking" if sys.platform == "win32" else "fcntl.flock", lock)
    with pytest.raises(ProfileUnwritableError, match="keep two programs from writing at once"):
        open_vault(profile)
    assert [path.name for path in profile.iterdir()] == ["instance.lock"]


def test_a_first_start_goes_on_when_a_file_was_held_for_a_moment(
    profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, times = os.replace, list[str]()

    def replace(made: str | Path, path: str | Path) -> None:
        times.append(str(path))
        if len(times) % 2:
            raise PermissionError(errno.EACCES, "in use")
        real(made, path)

    monkeypatch.setattr(os, "replace", replace)
    open_vault(profile).close()
    monkeypatch.undo()
    open_vault(profile).close()
    assert len(times) >= 6


def test_a_lock_that_is_let_go_of_a_moment_later_is_waited_for(tmp_path: Path) -> None:
    first = InstanceLock(tmp_path / "instance.lock")
    ending = threading.Timer(0.05, first.release)
    ending.start()
    second = InstanceLock(tmp_path / "instance.lock")
    ending.join()
    with pytest.raises(AlreadyOpenError):
        InstanceLock(tmp_path / "instance.lock")
    second.release()
