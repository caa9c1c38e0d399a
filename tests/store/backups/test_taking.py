"""When copies are made by themselves, and what is said about them."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from rewire_app.store.backups.listing import backups, listing
from rewire_app.store.backups.taking import (
    automatic,
    back_up,
    carry,
    changed,
    due,
    pin,
    remove,
    save_as,
    shrunk,
)
from rewire_app.store.store import Store
from rewire_app.store.vault import copies
from rewire_app.store.vault.copies import Pin, Why
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.vault import Vault, open_vault
from tests.store import entries as make
from tests.store.backups.copied import NOON, add_practices, after, copy_of
from tests.store.record import DATA

MINUTE = 1 / 1440


@pytest.fixture
def filled(vault: Vault) -> Vault:
    """An open vault with 20 practices."""
    add_practices(vault, 20)
    return vault


def test_a_vault_without_a_save_needs_no_copy(vault: Vault) -> None:
    assert automatic(vault, NOON) is None
    assert automatic(vault, NOON, closing=True) is None


def test_a_copy_is_due_when_something_changed_and_half_an_hour_went_by(filled: Vault) -> None:
    assert due(filled, NOON, None)
    last = copy_of(filled)
    assert not due(filled, after(1), last)
    add_practices(filled, 1, first=20)
    assert not due(filled, after(29 * MINUTE), last)
    assert due(filled, after(30 * MINUTE), last)


def test_a_clock_that_went_back_does_not_stop_the_copies(filled: Vault) -> None:
    last = copy_of(filled, days=3650)
    add_practices(filled, 1, first=20)
    assert due(filled, NOON, last)


def test_the_end_of_a_session_makes_a_copy_of_any_change(filled: Vault) -> None:
    automatic(filled, NOON)
    assert automatic(filled, after(MINUTE), closing=True) is None
    add_practices(filled, 1, first=20)
    taken = automatic(filled, after(MINUTE), closing=True)
    assert taken is not None
    assert taken.backup.why is Why.CLOSING
    assert not changed(filled, taken.backup)


def test_half_the_entries_gone_keeps_the_copy_from_before_and_asks(filled: Vault) -> None:
    first = automatic(filled, NOON)
    store = Store(filled)
    for practice in store.practices.recent(3):
        store.practices.remove(practice.uid)
    taken = automatic(filled, after(1))
    assert first is not None
    assert taken is not None
    assert taken.shrunk is not None
    assert (taken.shrunk.before.entries, taken.shrunk.after.entries) == (20, 17)
    assert taken.shrunk.before.pin is Pin.REWIRE
    assert [copy.pin for copy in backups(filled.files)] == [Pin.NO, Pin.REWIRE]


def test_a_tenth_less_or_what_was_erased_on_purpose_asks_nothing(filled: Vault) -> None:
    copy = copy_of(filled)
    assert shrunk(copy, replace(copy, entries=18)) is None
    assert shrunk(copy, replace(copy, entries=17)) is not None
    assert shrunk(replace(copy, size=1000), replace(copy, size=700)) is None
    assert shrunk(replace(copy, size=1000), replace(copy, size=699)) is not None
    assert shrunk(replace(copy, why=Why.ERASE), replace(copy, entries=0)) is None
    assert shrunk(replace(copy, entries=4), replace(copy, entries=3)) is None
    assert shrunk(None, copy) is None


def test_old_copies_go_and_what_a_person_keeps_stays(filled: Vault) -> None:
    first = automatic(filled, NOON)
    assert first is not None
    kept = pin(first.backup, keep=True)
    for number in range(20):
        add_practices(filled, 1, first=20 + number)
        automatic(filled, after((number + 1) / 48))
    found = backups(filled.files)
    assert len(found) == 13
    assert found[-1] == kept
    let_go = pin(kept, keep=False)
    remove(let_go)
    assert let_go not in backups(filled.files)


def test_the_second_folder_gets_the_same_file_and_keeps_what_others_put_there(
    filled: Vault, tmp_path: Path
) -> None:
    second = tmp_path / "stick"
    second.mkdir(mode=0o755)
    rights = second.stat().st_mode
    other = open_vault(tmp_path / "other")
    add_practices(other, 3)
    foreign = back_up(other, Why.ASKED, folder=second, at=NOON)
    other.close()
    (second / "letter.txt").write_text("mine")
    (second / "broken.rewire").write_text("mine")
    for number in range(15):
        add_practices(filled, 1, first=20 + number)
        taken = automatic(filled, after((number + 1) / 48), second=second)
    assert taken is not None
    assert taken.notice == ""
    assert second.stat().st_mode == rights
    names = set(os.listdir(second))
    assert {"letter.txt", "broken.rewire", foreign.path.name} <= names
    assert len(names) == 3 + 12
    [same] = [path for path in second.glob("*.rewire") if path.name == taken.backup.path.name]
    assert same.read_bytes() == taken.backup.path.read_bytes()
    told = listing(filled.files, second)
    assert len(told.backups) == 13  # each of the twelve once, and the foreign one
    assert not told.second_missing


def test_a_copy_that_was_asked_for_is_told_once_though_it_is_in_both_folders(
    filled: Vault, tmp_path: Path
) -> None:
    second = tmp_path / "stick"
    second.mkdir()
    made = back_up(filled, Why.ASKED, at=NOON)
    assert carry(made, second) == ""
    assert len(list(second.iterdir())) == 1
    assert listing(filled.files, second).backups == (made,)


def test_a_second_folder_that_is_not_there_is_a_notice(filled: Vault, tmp_path: Path) -> None:
    taken = automatic(filled, NOON, second=tmp_path / "stick")
    assert taken is not None
    assert "not there now" in taken.notice
    assert listing(filled.files, tmp_path / "stick").second_missing
    assert not (tmp_path / "stick").exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="rights do not stop everyone")
def test_a_second_folder_that_cannot_be_written_is_a_notice(filled: Vault, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir(mode=0o500)
    taken = automatic(filled, NOON, second=tmp_path / "stick")
    assert taken is not None
    assert "not the one in the second folder" in taken.notice


def test_damaged_copies_are_counted_and_left_out(filled: Vault) -> None:
    good = copy_of(filled)
    (filled.files.backups / "x.rewire").write_bytes(b"noise")
    told = listing(filled.files)
    assert (told.backups, told.damaged) == ((good,), 1)


def test_an_interrupted_copy_is_cleared_away_later(filled: Vault) -> None:
    left = filled.files.backups / ".rewire-work-abc"
    left.mkdir()
    os.utime(left, (NOON.utc_ms / 1000, NOON.utc_ms / 1000))
    automatic(filled, after(MINUTE))
    assert left.exists()
    add_practices(filled, 1, first=20)
    automatic(filled, after(1))
    assert not left.exists()


def test_a_copy_under_a_name_of_choice(filled: Vault, tmp_path: Path) -> None:
    path = tmp_path / "mine.rewire"
    copy = save_as(filled, path, at=NOON)
    assert copies.about(path) == copy
    assert os.listdir(filled.files.backups) == []


@pytest.mark.parametrize("revision", ["0001", "0002", "0003"])
def test_copies_of_earlier_releases_are_listed_as_all_others(revision: str, profile: Path) -> None:
    open_vault(profile).close()
    files = ProfileFiles(profile)
    old = files.backups / f"before-update-from-{revision}.db"
    shutil.copyfile(DATA / f"revision-{revision}.db", old)
    shutil.copyfile(DATA / f"revision-{revision}.keys", old.with_suffix(".keys"))
    [copy] = backups(files)
    assert (copy.why, copy.pin, copy.schema, copy.locked) == (Why.UPDATE, Pin.REWIRE, revision, False)
    assert copy.counts["practices"] == 39
    assert os.listdir(files.backups) == [copy.path.name]


def test_an_old_copy_without_its_keys_stays_as_it_is(profile: Path) -> None:
    open_vault(profile).close()
    old = ProfileFiles(profile).backups / "before-update-from-0001.db"
    shutil.copyfile(DATA / "revision-0001.db", old)
    assert backups(ProfileFiles(profile)) == ()
    assert old.exists()


def test_the_entries_of_a_copy_are_those_that_count(vault: Vault) -> None:
    store = Store(vault)
    store.practices.add(make.practice(0))
    store.practices.add(make.practice(1))
    store.practices.remove(store.practices.recent(1)[0].uid)
    store.profile.put("reason", "x")
    assert copy_of(vault).entries == 1
