"""What is removed is erased: what stays of it, and what becomes of entries that pointed to it."""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from rewire_app.domain.journal.entries import Status
from rewire_app.domain.packs import PACK_TITLE, content_of, pack_id
from rewire_app.errors import MovedStoreError
from rewire_app.store.erasing import ENTRIES
from rewire_app.store.store import Store
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.vault import Vault, open_vault
from tests.store import brought_entries as brought
from tests.store import entries as make
from tests.store import list_entries as lists
from tests.store.record import DATA


def stays(vault: Vault) -> set[tuple[str, str]]:
    """What is noted of erased entries: kind and uid."""
    return set(vault.connection.execute("SELECT kind, uid FROM removed").fetchall())


def marked(vault: Vault) -> int:
    """How many rows are marked as removed."""
    counts = (
        vault.connection.execute(f"SELECT count(*) FROM {table.name} WHERE deleted_ms IS NOT NULL")
        for table in ENTRIES
    )
    return sum(count.fetchone()[0] for count in counts)


def test_of_an_erased_entry_only_kind_device_and_times_stay(store: Store, vault: Vault) -> None:
    moment = make.moment()
    store.moments.add(moment)
    store.moments.remove(moment.uid)
    [removed_ms] = vault.connection.execute("SELECT deleted_ms FROM moments").fetchone()
    store.erasing.sweep()
    assert vault.connection.execute("SELECT * FROM moments").fetchall() == []
    kept = vault.connection.execute("SELECT uid, kind, device, removed_ms FROM removed").fetchall()
    assert kept == [(moment.uid, "moments", vault.device, removed_ms)]
    assert vault.faults() == []


def test_a_removal_can_be_taken_back_until_the_closing(store: Store, vault: Vault) -> None:
    moment = make.moment()
    store.moments.add(moment)
    removal = store.moments.remove(moment.uid)
    removal.revert()
    store.erasing.sweep()
    assert store.moments.get(moment.uid) == moment
    assert stays(vault) == set()


def test_nothing_is_written_when_nothing_was_saved_since(store: Store, vault: Vault) -> None:
    store.moments.add(make.moment())
    store.erasing.sweep()
    commit = vault.commit_seq
    store.erasing.sweep()
    assert vault.commit_seq == commit
    vault.close()
    again = open_vault(vault.path)
    Store(again).erasing.sweep()
    assert again.commit_seq == commit
    again.close()


def test_what_a_crash_kept_from_being_erased_the_next_closing_erases(store: Store, vault: Vault) -> None:
    moment = make.moment()
    store.moments.add(moment)
    store.moments.remove(moment.uid)
    vault.close()  # without erasing, as after a crash
    again = open_vault(vault.path)
    Store(again).erasing.sweep()
    assert stays(again) == {("moments", moment.uid)}
    again.close()


def test_an_intention_outlives_the_practice_it_was_made_in(store: Store, vault: Vault) -> None:
    practice = make.practice()
    intention = make.intention(practice=practice.uid)
    store.many([practice, intention])
    store.practices.remove(practice.uid)
    store.erasing.sweep()
    [kept] = store.intentions.recent(9)
    assert (kept.uid, kept.text, kept.practice) == (intention.uid, intention.text, None)
    assert stays(vault) == {("practices", practice.uid)}


def test_the_values_of_a_measure_go_with_it(store: Store, vault: Vault) -> None:
    gone, other = lists.own_measure(), lists.own_measure("Steps")
    of_gone, of_other = lists.own_rating(gone), lists.own_rating(other)
    store.many([gone, other, of_gone, of_other])
    store.custom_measures.remove(gone.uid)
    store.erasing.sweep()
    assert store.custom_ratings.all() == [of_other]
    assert stays(vault) == {("own_measures", gone.uid), ("own_ratings", of_gone.uid)}


def test_what_was_practised_of_an_erased_exercise_stays_without_its_words(store: Store, vault: Vault) -> None:
    own = lists.own_exercise("own-fear-of-dogs")
    practice = make.practice(exercise=own.id)
    star = lists.favourite(own.id)
    store.many([own, practice, star, make.plan(exercise=own.id), lists.unwanted(exercise=own.id)])
    store.profile.put(f"pace:{own.id}", "4 0 6 0")
    store.custom_exercises.remove(own.uid)
    store.erasing.sweep()
    kept = store.practices.get(practice.uid)
    assert kept is not None
    assert kept.exercise == f"own-removed-{own.uid}"
    assert (kept.status, kept.note) == (Status.DONE, practice.note)
    assert store.favourites.all() == []
    assert stays(vault) == {("own_exercises", own.uid), ("favourites", star.uid)}
    for table in ENTRIES:
        for row in vault.connection.execute(f"SELECT * FROM {table.name}"):
            assert not any("dogs" in str(value) for value in row)


def test_an_exercise_made_anew_under_the_same_name_keeps_what_was_practised(store: Store) -> None:
    first, second = lists.own_exercise("own-tea"), lists.own_exercise("own-tea")
    practice = make.practice(exercise="own-tea")
    store.many([first, practice])
    store.custom_exercises.remove(first.uid)
    store.custom_exercises.add(second)
    store.erasing.sweep()
    assert store.practices.get(practice.uid) == practice
    assert store.custom_exercises.all() == [second]


def test_one_removal_alone_can_be_erased_at_once(store: Store, vault: Vault) -> None:
    practice, other = make.practice(), make.practice(1)
    intention = make.intention(practice=practice.uid)
    store.many([practice, other, intention])
    removal = store.practices.remove(practice.uid)
    store.practices.remove(other.uid)
    touched = store.erasing.erase(removal.removed)
    assert touched == {f"practices/{practice.uid}", f"intentions/{intention.uid}"}
    assert stays(vault) == {("practices", practice.uid)}
    assert marked(vault) == 1


def test_a_removal_that_was_taken_back_is_not_erased(store: Store) -> None:
    moment = make.moment()
    store.moments.add(moment)
    removal = store.moments.remove(moment.uid)
    removal.revert()
    assert store.erasing.erase(removal.removed) == frozenset()
    assert store.moments.get(moment.uid) == moment


@pytest.mark.skipif(
    sys.platform == "win32", reason="there an open file keeps its name: tests/test_windows.py"
)
def test_a_file_that_was_moved_is_not_written_anew(store: Store, vault: Vault) -> None:
    store.moments.add(make.moment())
    vault.files.db.rename(vault.files.folder / "elsewhere.db")
    with pytest.raises(MovedStoreError):
        store.erasing.sweep()
    (vault.files.folder / "elsewhere.db").rename(vault.files.db)


@pytest.mark.parametrize("revision", ["0001", "0002", "0003"])
def test_what_an_earlier_rewire_removed_is_erased_after_a_copy_was_kept(profile: Path, revision: str) -> None:
    profile.mkdir()
    files = ProfileFiles(profile)
    shutil.copyfile(DATA / f"revision-{revision}.db", files.db)
    shutil.copyfile(DATA / f"revision-{revision}.keys", files.keys)
    vault = open_vault(profile)
    copies = list(files.backups.iterdir())
    before = marked(vault)
    Store(vault).erasing.sweep()
    assert copies, "the update made no copy of what was there before"
    assert before > 0
    assert marked(vault) == 0
    assert len(stays(vault)) >= before
    assert len(Store(vault).practices.recent(100)) == 39
    assert vault.faults() == []
    vault.close()


def test_what_was_practised_with_a_pack_keeps_its_title_and_nothing_else(store: Store, vault: Vault) -> None:
    pack = brought.pack("Evenings")
    done, other = (pack_id(pack.key, name) for name in ("lamp", "bath"))
    pack = replace(pack, content=content_of({}, {done: "The lamp", other: "The bath"}))
    store.packs.add(pack)
    store.practices.add(make.practice(exercise=done))
    store.favourites.add(lists.favourite(other))
    store.packs.remove(pack.uid)
    store.erasing.sweep()
    assert vault.connection.execute("SELECT * FROM packs").fetchall() == []
    assert store.favourites.all() == []
    assert [one.exercise for one in store.practices.recent(5)] == [done]
    assert store.profile.beginning(PACK_TITLE) == {done: "The lamp"}


def test_an_older_copy_of_a_pack_that_is_there_takes_no_marks_along(store: Store) -> None:
    lamp = pack_id(brought.pack("Evenings").key, "lamp")
    content = content_of({}, {lamp: "The lamp"})
    first, second = (brought.pack("Evenings", hash=letter * 64, content=content) for letter in "ab")
    for pack in (first, second):
        store.packs.add(pack)
    store.favourites.add(lists.favourite(lamp))
    store.packs.remove(first.uid)
    store.erasing.sweep()
    assert len(store.favourites.all()) == 1
