"""No confirmed save is lost in silence: to a damaged log, an older copy, or another program (I3)."""

from __future__ import annotations

import os
import random
import shutil
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from rewire_app.errors import DamagedStoreError, StaleStoreError, StoreError
from rewire_app.store.store import Store
from rewire_app.store.vault.connection import connect
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.vault import open_vault
from tests.reliability.full import fill
from tests.reliability.scenes import kept_numbers, save

SEED = 11
SAVES = 12


@pytest.fixture
def crashed(quick: Path) -> ProfileFiles:
    """The files as a power cut leaves them: twelve confirmed saves are only in the log."""
    vault = open_vault(quick / "profile")
    fill(Store(vault))
    vault.connection.execute("DELETE FROM intentions")
    vault.connection.execute("UPDATE expectations SET practice = NULL")
    vault.connection.execute("DELETE FROM practices")
    vault.idle()
    for number in range(SAVES):
        save(Store(vault), number)
    shutil.copytree(vault.path, quick / "crashed")
    vault.close()
    return ProfileFiles(quick / "crashed")


def bit(log: bytearray, chance: random.Random) -> None:
    log[chance.randrange(len(log))] ^= 1 << chance.randrange(8)


def cut(log: bytearray, chance: random.Random) -> None:
    del log[chance.randrange(len(log)) :]


def zeros(log: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(log))
    stop = min(len(log), start + chance.choice((512, 4096, 20_000)))
    log[start:stop] = bytes(stop - start)


def noise(log: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(log))
    stop = min(len(log), start + 512)
    log[start:stop] = chance.randbytes(stop - start)


DAMAGES: tuple[Callable[[bytearray, random.Random], None], ...] = (bit, cut, zeros, noise)


def damaged_logs(files: ProfileFiles, count: int) -> Counter[str]:
    """Damage the log so often in four ways; how opening went."""
    whole = {path: path.read_bytes() for path in (files.db, files.wal, files.mark)}
    chance = random.Random(SEED)
    met: Counter[str] = Counter()
    for number in range(count):
        log = bytearray(whole[files.wal])
        DAMAGES[number % len(DAMAGES)](log, chance)
        files.db.write_bytes(whole[files.db])
        files.mark.write_bytes(whole[files.mark])
        files.wal.write_bytes(log)
        try:
            vault = open_vault(files.folder)
        except (StaleStoreError, DamagedStoreError):
            met["refused"] += 1
            met["changed"] += files.wal.read_bytes() != log
            continue
        met["silent"] += kept_numbers(vault) != set(range(SAVES)) or bool(vault.faults())
        met["whole"] += 1  # the damage is in what a later frame replaces
        vault.close()
    print(f"seed {SEED}: {met}")
    return met


def test_no_damaged_log_of_200_loses_a_save_in_silence(crashed: ProfileFiles) -> None:
    met = damaged_logs(crashed, 200)
    assert met["refused"] > 100
    assert (met["silent"], met["changed"]) == (0, 0)


@pytest.mark.slow
def test_no_damaged_log_of_2000_loses_a_save_in_silence(crashed: ProfileFiles) -> None:
    met = damaged_logs(crashed, 2_000)
    assert (met["silent"], met["changed"]) == (0, 0)


def test_without_the_mark_damaged_logs_do_lose_saves_in_silence(crashed: ProfileFiles) -> None:
    log = bytearray(crashed.wal.read_bytes())
    del log[len(log) // 2 :]
    crashed.wal.write_bytes(log)
    crashed.mark.unlink()
    vault = open_vault(crashed.folder)
    assert len(kept_numbers(vault)) < SAVES
    assert vault.faults() == []
    vault.close()


def old_copies(folder: Path, count: int) -> int:
    """Put an earlier database in the place of a later one so often; how often that was not said."""
    files = ProfileFiles(folder / "profile")
    copies = []
    chance = random.Random(SEED)
    silent = 0
    for number in range(count + 1):
        vault = open_vault(files.folder)
        save(Store(vault), number)
        vault.close()
        copies.append(files.db.read_bytes())
    for _copy in range(count):
        files.db.write_bytes(copies[chance.randrange(count)])
        try:
            open_vault(files.folder).close()
            silent += 1
        except StaleStoreError:
            pass
    return silent


def test_no_older_copy_of_20_is_taken_for_the_present(quick: Path) -> None:
    assert old_copies(quick, 20) == 0


@pytest.mark.slow
def test_no_older_copy_of_200_is_taken_for_the_present(quick: Path) -> None:
    assert old_copies(quick, 200) == 0


def delete_folder(files: ProfileFiles, _old: Path) -> None:
    shutil.rmtree(files.folder)


def rename_over(files: ProfileFiles, old: Path) -> None:
    for path in (files.db, files.wal, files.keys, files.mark):
        copy = path.with_name("copy")
        shutil.copyfile(old / path.name, copy)
        os.replace(copy, path)


def copy_over(files: ProfileFiles, old: Path) -> None:
    for path in (files.db, files.wal, files.keys, files.mark):
        shutil.copyfile(old / path.name, path)


TOUCHES = (delete_folder, rename_over, copy_over)


def confirmed_in_vain(
    folder: Path, touch: Callable[[ProfileFiles, Path], None], before: int, after: int
) -> set[int]:
    """Save, let another program touch the files, save on, close; what was confirmed and is not to be found.

    What was confirmed before the touch is the other program's to answer for, where it was told.
    """
    files = ProfileFiles(folder / "profile")
    vault = open_vault(files.folder)
    store = Store(vault)
    said: set[int] = set()
    told = False
    for number in range(before):
        save(store, number)
        if number == before // 2:
            vault.idle()
            shutil.copytree(files.folder, folder / "old")
    touch(files, folder / "old")
    for number in range(before, before + after):
        try:
            save(store, number)
            said.add(number)
            vault.idle()
        except StoreError:
            told = True
    try:
        vault.close()
    except StoreError:
        told = True
    assert told or said == set(range(before, before + after))
    return said - found_later(files)


def found_later(files: ProfileFiles) -> set[int]:
    """What a later start finds in the folder."""
    try:
        vault = open_vault(files.folder, accept_missing_saves=True)
        found = kept_numbers(vault)
    except StoreError:
        return set()
    vault.close()
    return found


@pytest.mark.skipif(
    sys.platform == "win32", reason="there an open file keeps its name: tests/test_windows.py"
)
@pytest.mark.parametrize("touch", TOUCHES)
def test_of_60_saves_after_others_touched_the_files_none_is_confirmed_in_vain(
    quick: Path, touch: Callable[[ProfileFiles, Path], None]
) -> None:
    for before in range(2, 22):
        folder = quick / str(before)
        folder.mkdir()
        assert confirmed_in_vain(folder, touch, before, 3) == set()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody remove a file that is open")
def test_a_connection_by_itself_confirms_what_is_gone(tmp_path: Path) -> None:
    vault = open_vault(tmp_path / "profile")
    vault.close()
    raw = connect(vault.files.db, vault.key)
    shutil.rmtree(vault.path)
    raw.execute("UPDATE meta SET commit_seq = 7")
    raw.close()
    assert not vault.files.db.exists()
