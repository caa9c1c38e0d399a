"""Going back to a copy: exactly the copy, nothing erased, and a way back until it is confirmed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from rewire_app.errors import AlreadyOpenError, DamagedStoreError, StoreError
from rewire_app.store.backups.listing import backups
from rewire_app.store.backups.restoring import confirm_restored, restore, unconfirmed, undo_restore
from rewire_app.store.backups.taking import automatic
from rewire_app.store.vault import replacing, tally
from rewire_app.store.vault.copies import Backup, Pin, Why
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.vault import open_vault
from tests.store.backups.copied import NOON, add_practices, after, content_of, copy_of
from tests.store.record import DATA

FilesOf = Callable[[Path], dict[str, bytes]]


@pytest.fixture
def good(profile: Path) -> Backup:
    """The copy of a vault with 20 practices, which has 23 now and is closed."""
    vault = open_vault(profile)
    add_practices(vault, 20)
    copy = copy_of(vault)
    add_practices(vault, 3, first=20)
    vault.close()
    return copy


def test_a_restore_gives_exactly_the_copy(good: Backup, profile: Path) -> None:
    done = restore(profile, good.path, now=after(1))
    assert (done.backup, done.locked) == (good, False)
    assert content_of(profile) == good.content
    assert {path.name for path in done.aside.iterdir()} >= {"vault.db", "vault.keys", "vault.hwm"}
    assert not ProfileFiles(profile).replacing.exists()


def test_what_sqlite_left_of_the_other_database_is_put_aside(good: Backup, profile: Path) -> None:
    for end in ("-wal", "-journal", "-shm"):
        (profile / f"vault.db{end}").write_bytes(os.urandom(8192))
    done = restore(profile, good.path, now=after(1))
    assert content_of(profile) == good.content
    assert {"vault.db-wal", "vault.db-journal", "vault.db-shm"} <= {
        path.name for path in done.aside.iterdir()
    }


def test_the_high_water_mark_raises_no_false_alarm_and_still_raises_true_ones(
    good: Backup, profile: Path
) -> None:
    restore(profile, good.path, now=after(1))
    old = (profile / "vault.db").read_bytes()
    vault = open_vault(profile)
    add_practices(vault, 1, first=50)
    vault.close()
    (profile / "vault.db").write_bytes(old)
    with pytest.raises(StoreError, match="older than it was"):
        open_vault(profile)


def test_copies_wait_until_the_restore_is_confirmed(good: Backup, profile: Path) -> None:
    restore(profile, good.path, now=after(1))
    waiting = unconfirmed(profile)
    assert waiting is not None
    assert (waiting.made.utc_ms, waiting.entries) == (NOON.utc_ms, 20)
    vault = open_vault(profile)
    add_practices(vault, 1, first=50)
    assert automatic(vault, after(2)) is None
    confirm_restored(profile)
    assert automatic(vault, after(2)) is not None
    vault.close()
    assert unconfirmed(profile) is None


def test_before_a_restore_what_is_here_becomes_a_pinned_copy(good: Backup, profile: Path) -> None:
    restore(profile, good.path, now=after(1))
    kept = backups(ProfileFiles(profile))[0]
    assert (kept.why, kept.pin, kept.entries) == (Why.RESTORE, Pin.REWIRE, 23)


def test_a_restore_is_undone(good: Backup, profile: Path, files_of: FilesOf) -> None:
    before = {name: content for name, content in files_of(profile).items() if name.startswith("vault")}
    restore(profile, good.path, now=after(1))
    open_vault(profile).close()
    undo_restore(profile, now=after(2))
    assert {
        name: content for name, content in files_of(profile).items() if name.startswith("vault")
    } == before
    assert unconfirmed(profile) is None
    assert len(list(ProfileFiles(profile).quarantine.iterdir())) == 2
    with pytest.raises(StoreError, match="nothing to put back"):
        undo_restore(profile)


def test_an_undo_leads_to_the_restore_before_it(good: Backup, profile: Path) -> None:
    restore(profile, good.path, now=after(1))
    vault = open_vault(profile)
    add_practices(vault, 1, first=50)
    vault.close()
    restore(profile, backups(ProfileFiles(profile))[0].path, now=after(2))
    undo_restore(profile, now=after(3))
    waiting = unconfirmed(profile)
    assert waiting is not None
    assert waiting.entries == 20


def test_ten_restores_in_a_row_drive_no_copy_out(good: Backup, profile: Path) -> None:
    for number in range(10):
        restore(profile, good.path, now=after(number))
        vault = open_vault(profile)
        add_practices(vault, 1, first=50 + number)
        automatic(vault, after(number + 0.5))
        automatic(vault, after(number + 0.6), closing=True)
        vault.close()
    assert good in backups(ProfileFiles(profile))
    assert len(backups(ProfileFiles(profile))) == 2


def test_a_damaged_copy_changes_nothing(good: Backup, profile: Path, files_of: FilesOf) -> None:
    raw = bytearray(good.path.read_bytes())
    raw[5000] ^= 1
    good.path.write_bytes(raw)
    before = files_of(profile)
    with pytest.raises(DamagedStoreError):
        restore(profile, good.path, now=after(1))
    after_it = files_of(profile)
    kept = {name for name in after_it if name.startswith("backups")} - set(before)
    assert len(kept) == 1
    assert {name: content for name, content in after_it.items() if name not in kept} == before


def test_an_open_vault_is_left_alone(good: Backup, profile: Path) -> None:
    vault = open_vault(profile)
    with pytest.raises(AlreadyOpenError):
        restore(profile, good.path)
    vault.close()


def test_a_damaged_vault_is_put_aside_byte_for_byte(good: Backup, profile: Path) -> None:
    db = profile / "vault.db"
    raw = bytearray(db.read_bytes())
    raw[:4096] = os.urandom(4096)
    db.write_bytes(raw)
    done = restore(profile, good.path, now=after(1))
    assert (done.aside / "vault.db").read_bytes() == raw
    assert content_of(profile) == good.content


def test_lost_keys_come_back_with_the_copy(good: Backup, profile: Path) -> None:
    for name in ("vault.keys", "vault.keys.prev"):
        (profile / name).unlink()
    restore(profile, good.path, now=after(1))
    assert content_of(profile) == good.content


def test_a_copy_goes_into_an_empty_place(good: Backup, tmp_path: Path) -> None:
    restore(tmp_path / "new", good.path, now=after(1))
    assert content_of(tmp_path / "new") == good.content


@pytest.mark.parametrize("revision", ["0001", "0002", "0003"])
def test_a_copy_of_an_earlier_release_is_brought_up_to_date_when_it_opens(
    revision: str, profile: Path
) -> None:
    open_vault(profile).close()
    files = ProfileFiles(profile)
    old = files.backups / f"before-update-from-{revision}.db"
    shutil.copyfile(DATA / f"revision-{revision}.db", old)
    shutil.copyfile(DATA / f"revision-{revision}.keys", old.with_suffix(".keys"))
    [copy] = backups(files)
    restore(profile, copy.path, now=after(1))
    vault = open_vault(profile)
    assert vault.connection.execute("SELECT count(*) FROM practices WHERE deleted_ms IS NULL").fetchone() == (
        39,
    )
    vault.close()


STEPS = 40


@pytest.mark.parametrize("what", ["restore", "undo"])
def test_a_stop_at_any_step_leaves_the_old_or_the_new(
    what: str, good: Backup, profile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = {good.content, content_of(profile)}
    if what == "undo":
        restore(profile, good.path, now=after(1))
    act = {
        "restore": lambda folder: restore(folder, folder / "backups" / good.path.name, now=after(2)),
        "undo": lambda folder: undo_restore(folder, now=after(2)),
    }[what]
    finished = False
    for stop_at in range(1, STEPS):
        copy = tmp_path / str(stop_at)
        shutil.copytree(profile, copy)
        with monkeypatch.context() as patched:
            stopped = _stop_at(stop_at, patched)
            with suppress(KeyboardInterrupt):
                act(copy)
        assert content_of(copy) in both
        assert not ProfileFiles(copy).replacing.exists()
        if not stopped():
            finished = True
            break
    assert finished


def _stop_at(step: int, patched: pytest.MonkeyPatch) -> Callable[[], bool]:
    """Let the `step`-th change of a replacement stop the program; tells whether it came so far."""
    left = [step]

    def counted(name: str) -> None:
        real = getattr(replacing, name)

        def work(*given: object) -> object:
            left[0] -= 1
            if left[0] == 0:
                raise KeyboardInterrupt
            return real(*given) if left[0] > 0 else None

        patched.setattr(replacing, name, work)

    for name in ("replace_file", "sync_folder", "write_atomic"):
        counted(name)
    return lambda: left[0] <= 0


def test_the_hash_tells_two_vaults_apart(good: Backup, profile: Path) -> None:
    vault = open_vault(profile)
    assert tally.content_hash(vault.connection) != good.content
    vault.close()
