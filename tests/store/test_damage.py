"""Damage is noticed before it is shown; a full disk loses nothing."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as dbapi
from sqlalchemy import text

from rewire_app.errors import (
    BadInputError,
    DamagedStoreError,
    DiskFullError,
    MovedStoreError,
    StaleStoreError,
    StoreError,
)
from rewire_app.store import queries as reads
from rewire_app.store.ledger import Writing
from rewire_app.store.store import Store
from rewire_app.store.vault.files import PAGE, ProfileFiles
from rewire_app.store.vault.vault import open_vault
from tests.reliability.full import A, B, fill
from tests.store import entries as make


@pytest.fixture
def kept(profile: Path) -> ProfileFiles:
    """The files of a closed vault with two months of entries."""
    vault = open_vault(profile)
    fill(Store(vault))
    vault.close()
    return ProfileFiles(profile)


@pytest.fixture
def damaged_nights(kept: ProfileFiles) -> Iterator[Store]:
    """An open store in which the first pages of the nights are damaged, as any read of them finds."""
    vault = open_vault(kept.folder)
    query = "SELECT rootpage FROM sqlite_schema WHERE tbl_name = 'nights'"
    roots = vault.connection.execute(query).fetchall()
    vault.close()
    with open(kept.db, "r+b") as file:
        for (root,) in roots:
            file.seek((root - 1) * PAGE + 2000)
            file.write(b"damage")
    vault = open_vault(kept.folder)
    yield Store(vault)
    vault.close()


def count(store: Store) -> int:
    return len(store.practices.recent(999))


def test_a_damaged_page_keeps_no_other_entry_from_being_read_or_saved(damaged_nights: Store) -> None:
    before = count(damaged_nights)
    for again in range(2):
        with pytest.raises(DamagedStoreError):
            reads.nights(damaged_nights.vault, A, B)
        damaged_nights.practices.add(make.practice(900 + again))
        assert count(damaged_nights) == before + 1 + again
        with pytest.raises(DamagedStoreError):
            damaged_nights.nights.put(make.night())
    damaged_nights.vault.close()
    again_open = open_vault(damaged_nights.vault.path)
    assert count(Store(again_open)) == before + 2
    again_open.close()


def test_a_save_is_tried_once_more_on_a_connection_that_is_opened_anew(damaged_nights: Store) -> None:
    vault, before = damaged_nights.vault, count(damaged_nights)
    with pytest.raises(dbapi.Error):  # behind the back of the vault
        vault.connection.execute("SELECT * FROM nights").fetchall()
    damaged_nights.practices.add(make.practice(900))
    assert count(damaged_nights) == before + 1


def test_a_file_that_cannot_be_opened_anew_is_said_and_can_be_let_go_of(damaged_nights: Store) -> None:
    vault = damaged_nights.vault
    damaged_nights.practices.add(make.practice(900))
    with pytest.raises(DamagedStoreError):
        damaged_nights.nights.get(make.DAY)
    whole = vault.files.keys.read_bytes()
    vault.database._key = bytes(32)  # as if its first page could not be read any more
    for _again in range(2):
        with pytest.raises(DamagedStoreError):
            damaged_nights.practices.recent(9)
    vault.idle()
    vault.close()
    assert vault.files.keys.read_bytes() == whole


def test_what_lies_in_the_place_of_the_file_is_not_opened_after_damage(damaged_nights: Store) -> None:
    vault, before = damaged_nights.vault, count(damaged_nights)
    with pytest.raises(DamagedStoreError):
        damaged_nights.nights.get(make.DAY)
    vault.files.folder.rename(vault.files.folder.with_name("away"))
    with pytest.raises(MovedStoreError):
        damaged_nights.practices.add(make.practice(900))
    vault.files.folder.with_name("away").rename(vault.files.folder)
    damaged_nights.practices.add(make.practice(900))
    assert count(damaged_nights) == before + 1


@pytest.fixture
def crashed(profile: Path, tmp_path: Path) -> ProfileFiles:
    """The files as a power cut leaves them: twelve confirmed saves are only in the log."""
    vault = open_vault(profile)
    store = Store(vault)
    fill(store)
    vault.idle()
    for number in range(100, 112):
        store.practices.add(make.practice(number))
    copy = tmp_path / "crashed"
    shutil.copytree(profile, copy)
    vault.close()
    return ProfileFiles(copy)


def test_a_crash_loses_nothing(crashed: ProfileFiles) -> None:
    assert crashed.wal.stat().st_size > 0
    vault = open_vault(crashed.folder)
    assert len(Store(vault).practices.recent(999)) == 72
    vault.close()
    assert list(crashed.quarantine.iterdir()) == []


def test_a_page_half_moved_from_the_log_when_the_power_went_is_no_fault(crashed: ProfileFiles) -> None:
    log = crashed.wal.read_bytes()
    frames = range(32, len(log), 24 + 4096)
    for number in {int.from_bytes(log[frame : frame + 4], "big") for frame in frames} - {1}:
        with open(crashed.db, "r+b") as file:
            file.seek((number - 1) * 4096)
            file.write(b"half" * 512)
    vault = open_vault(crashed.folder)
    assert vault.faults() == []
    assert len(Store(vault).practices.recent(999)) == 72
    vault.close()


def test_a_cut_log_is_noticed_and_left_as_it_is(crashed: ProfileFiles) -> None:
    log, db = crashed.wal.read_bytes(), crashed.db.read_bytes()
    for cut in (0, 31, 32, len(log) // 2, len(log) - 4096, len(log) - 1):
        crashed.wal.write_bytes(log[:cut])
        with pytest.raises(StaleStoreError, match=r"of your last saves are not in it"):
            open_vault(crashed.folder)
        assert crashed.db.read_bytes() == db
        assert not cut or crashed.wal.read_bytes() == log[:cut]
        crashed.db.write_bytes(db)
    crashed.wal.write_bytes(log)
    vault = open_vault(crashed.folder)
    assert len(Store(vault).practices.recent(999)) == 72
    vault.close()


def until_full(store: Store) -> int:
    """Save until the disk is full; returns how many practices were confirmed."""
    for number in range(1, 500):
        try:
            store.practices.add(make.practice(number, note="x" * 900))
        except DiskFullError:
            return number
    raise AssertionError("the disk never filled")


def test_a_full_disk_says_so_keeps_what_was_saved_and_works_again(store: Store) -> None:
    vault = store.vault
    store.practices.add(make.practice(0))
    pages = vault.connection.execute("PRAGMA page_count").fetchone()[0]
    vault.connection.execute(f"PRAGMA max_page_count={pages + 3}")
    saved = until_full(store)
    with pytest.raises(DiskFullError, match="Everything saved before is safe"):
        store.practices.add(make.practice(501, note="x" * 9000))
    assert len(store.practices.recent(999)) == saved
    assert reads.practice_days(vault, A, B)[0][1] == 240

    vault.connection.execute("PRAGMA max_page_count=1000000")
    store.practices.add(make.practice(502)).revert()
    store.practices.add(make.practice(503))
    assert len(store.practices.recent(999)) == saved + 1
    assert vault.faults() == []


def interrupted(store: Store) -> None:
    """A write that meets a fault from outside the store when half of it is done."""

    def half(writing: Writing) -> None:
        store.practices.write_all(writing, [make.practice(0)])
        raise InterruptedError

    store._ledger.write(half)


def test_a_write_that_breaks_in_the_middle_leaves_nothing_and_the_next_one_works(store: Store) -> None:
    before = store.vault.commit_seq

    with pytest.raises(InterruptedError):
        interrupted(store)
    assert store.practices.recent(9) == []
    assert store.vault.commit_seq == before
    store.practices.add(make.practice(1))
    assert store.vault.commit_seq == before + 1


def test_a_write_that_is_refused_at_its_very_end_leaves_nothing_and_the_next_one_works(store: Store) -> None:
    def nobody_there(writing: Writing) -> None:
        writing.run(text("PRAGMA defer_foreign_keys = ON"))
        store.practices.write_all(writing, [make.practice(0)])
        store.intentions.write_all(writing, [make.intention(0, practice="f" * 32)])

    before = store.vault.commit_seq
    with pytest.raises(BadInputError):
        store._ledger.write(nobody_there)
    assert store.practices.recent(9) == []
    assert store.vault.commit_seq == before
    store.practices.add(make.practice(1))
    assert store.vault.commit_seq == before + 1


def test_a_worker_and_the_window_take_turns(store: Store) -> None:
    met: list[StoreError] = []

    def work(first: int) -> None:
        try:
            for number in range(first, first + 40):
                store.practices.add(make.practice(number))
                reads.practice_days(store.vault, A, B)
                store.practices.recent(3)
        except StoreError as error:
            met.append(error)

    threads = [threading.Thread(target=work, args=(first,)) for first in (0, 100, 200)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert met == []
    assert len(store.practices.recent(999)) == 120
