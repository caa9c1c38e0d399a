"""Damaged, missing and older notes: the newest good copy is one press away, and nothing is lost by it."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from rewire_app.store.backups.taking import back_up
from rewire_app.store.vault.copies import Why
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.key_change import set_passphrase
from rewire_app.store.vault.vault import open_vault
from rewire_app.ui.base.secret_form import SecretForm
from rewire_app.ui.frame.damage import DamageScreen
from tests.ui.copies_room import copy_of, practise, practised, seen, wait_until_open
from tests.ui.damage import damage_closed, flip, pages_of
from tests.ui.house import House, enter, focused, settle, tab_to, type_in, type_over
from tests.ui.test_refusals import Break, damaged, missing

MORNING = datetime(2026, 11, 24, 8, 5)


@pytest.fixture
def kept(house: House) -> ProfileFiles:
    """Three practices, a copy of them, and two more practices."""
    practise(house.profile, 0, 3)
    copy_of(house, at=MORNING)
    practise(house.profile, 3, 2)
    return ProfileFiles(house.profile)


def screen(house: House) -> DamageScreen:
    shown = house.shell.refusal
    assert isinstance(shown, DamageScreen)
    assert shown.isVisible()
    return shown


@pytest.mark.parametrize("broken", [damaged, missing])
def test_the_newest_good_copy_opens_with_one_press_and_is_asked_about(
    broken: Break, house: House, kept: ProfileFiles
) -> None:
    broken(kept)
    house.open_refused()
    words = seen(house)
    assert "Nothing was changed. A good copy is at hand." in words
    assert "Today, 08:05" in words
    assert "3 of about 5 entries. The last 2 things you saved, after 08:05, are not in it." in words
    assert focused().accessibleName() == "Open the newest good copy"
    enter()
    wait_until_open(house)
    assert practised(house) == 3
    assert "You are looking at the copy of today, 08:05" in seen(house)
    assert list(kept.quarantine.rglob("vault.hwm"))


def test_putting_it_back_leads_to_the_damaged_notes_again(house: House, kept: ProfileFiles) -> None:
    damaged(kept)
    before = kept.db.read_bytes()
    house.open_refused()
    enter()
    wait_until_open(house)
    tab_to("Put it back as it was")
    enter()
    house.qtbot.waitUntil(lambda: house.shell.refusal is not None)
    assert screen(house)
    assert kept.db.read_bytes() == before


def test_older_notes_than_were_saved_come_after_a_copy_that_holds_more(
    house: House, kept: ProfileFiles
) -> None:
    older = kept.db.read_bytes()
    practise(house.profile, 5, 4)
    copy_of(house)
    practise(house.profile, 9, 1)
    kept.db.write_bytes(older)
    house.open_refused()
    words = seen(house)
    assert "Some of your newest notes are missing" in words
    assert "9 of about 10 entries. The last thing you saved, after 19:30, is not in it." in words
    assert "Your last 5 saves are not in it." in words
    assert focused().accessibleName() == "Open the newest good copy"


def test_older_notes_that_hold_more_than_any_copy_are_the_main_way_on(
    house: House, kept: ProfileFiles
) -> None:
    older = kept.db.read_bytes()
    practise(house.profile, 5, 4)
    kept.db.write_bytes(older)
    house.open_refused()
    assert focused().accessibleName() == "Open what is there"
    with house.qtbot.waitSignal(house.shell.ready):
        enter()
    assert practised(house) == 5


def test_any_of_the_copies_can_be_looked_at_and_chosen(house: House, kept: ProfileFiles) -> None:
    copy_of(house)
    damaged(kept)
    house.open_refused()
    tab_to("Show all 2 copies")
    enter()
    tab_to("Look, Today, 08:05")
    enter()
    house.qtbot.waitUntil(lambda: house.shell.looking.view is not None, timeout=20_000)
    assert "You are looking at the copy of today, 08:05" in seen(house)
    assert focused().accessibleName() == "Back"
    enter()
    assert focused().accessibleName() == "Look, Today, 08:05"
    enter()
    house.qtbot.waitUntil(lambda: house.shell.looking.view is not None, timeout=20_000)
    tab_to("Go back to this copy", back=True)
    enter()
    assert "Go back to today, 08:05?" in seen(house)
    assert "3 entries are in this copy." in seen(house)
    assert focused().accessibleName() == "Keep what is here"
    tab_to("Go back to this copy")
    enter()
    wait_until_open(house)
    assert practised(house) == 3


def test_a_copy_of_other_notes_in_the_folder_is_not_offered(house: House, kept: ProfileFiles) -> None:
    others = House(house.qtbot, house.profile.with_name("others"))
    practise(others.profile, 0, 9)
    other = copy_of(others)
    shutil.copy(other.path, kept.backups / "2026-12-01-000000-9.rewire")
    others.leave()
    damaged(kept)
    house.open_refused()
    words = seen(house)
    assert "Today, 08:05" in words
    assert "Show all" not in words


def test_without_a_copy_reading_out_is_the_main_thing(house: House) -> None:
    practise(house.profile, 0, 3)
    damaged(ProfileFiles(house.profile))
    house.open_refused()
    assert focused().accessibleName() == "Read it out"
    settle()


# reading out


def test_what_can_still_be_read_is_joined_with_the_copy_told_and_gone_on_with(
    house: House, kept: ProfileFiles
) -> None:
    damage_closed(house.profile, "experiments")
    house.open_refused()
    before = kept.db.read_bytes()
    tab_to("Try it")
    enter()
    assert "Reading what can still be read" in seen(house)
    far = screen(house).reading.reached
    house.qtbot.waitUntil(lambda: "This could be read" in seen(house), timeout=60_000)
    count = far.text().split()[0]
    assert far.text() == f"{count} of {count} entries are written."
    assert "5 of 5 entries are there again." in seen(house)
    assert "As far as can be known, nothing is missing." in seen(house)
    assert kept.db.read_bytes() == before
    assert focused().accessibleName() == "Go on with this"
    enter()
    wait_until_open(house)
    assert practised(house) == 5
    assert "What was here before is put aside." in seen(house)


def test_reading_out_can_be_stopped_and_leaves_nothing(house: House, kept: ProfileFiles) -> None:
    damage_closed(house.profile, "experiments")
    house.open_refused()
    before = sorted(house.profile.iterdir())
    tab_to("Try it")
    enter()
    assert focused().accessibleName() == "Cancel"
    enter()
    house.qtbot.waitUntil(screen(house).reading.isHidden, timeout=60_000)
    assert focused().accessibleName() == "Open the newest good copy"
    assert sorted(house.profile.iterdir()) == before


def test_reading_out_without_a_copy_says_what_is_lost_and_of_which_days(house: House) -> None:
    practise(house.profile, 0, 3)
    vault = open_vault(house.profile)
    table, *_indexes = pages_of(vault, "practices")
    vault.close()
    flip(house.profile, [table])
    house.open_refused()
    enter()
    house.qtbot.waitUntil(lambda: "could not be read" in seen(house), timeout=60_000)
    assert "Practices: 3 could not be read. They are from" in seen(house)


# asking somebody


def test_a_description_names_the_damage_and_no_folder(
    house: House, kept: ProfileFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged(kept)
    file = tmp_path / "told.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(file), ""))
    house.open_refused()
    tab_to("Describe it")
    enter()
    assert focused().accessibleName() == "Save it"
    enter()
    told = file.read_text("utf-8")
    assert "DamagedStoreError" in told
    assert "newest copy: save 3" in told
    assert str(house.profile) not in told


# a copy of a time with a passphrase


def test_a_copy_that_is_locked_asks_for_its_passphrase(house: House) -> None:
    practise(house.profile, 0, 3)
    vault = open_vault(house.profile)
    set_passphrase(vault, "a long way home")
    back_up(vault, Why.AUTOMATIC, at=house.clock.at(MORNING))
    vault.close()
    missing(ProfileFiles(house.profile))
    house.open_refused()
    enter()
    house.qtbot.waitUntil(lambda: "The passphrase of this copy" in seen(house), timeout=20_000)
    type_in("a long way hone")
    enter()
    house.qtbot.waitUntil(lambda: "That is not the passphrase." in seen(house), timeout=20_000)
    house.qtbot.waitUntil(lambda: not house.shell.findChild(SecretForm).waits, timeout=20_000)
    type_over("a long way home")
    enter()
    house.qtbot.waitUntil(lambda: "Locked" in seen(house), timeout=20_000)
    type_in("a long way home")
    enter()
    wait_until_open(house)
    assert practised(house) == 3
    assert "You are looking at the copy of today, 08:05" in seen(house)
