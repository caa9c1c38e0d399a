"""How a look at a copy begins and ends: the notes are as they were, and nothing of the copy is left."""

from __future__ import annotations

import shutil
import tempfile
from collections import namedtuple
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from rewire_app.store.backups.listing import backups
from rewire_app.store.backups.restoring import unconfirmed
from rewire_app.store.backups.taking import back_up
from rewire_app.store.store import Store
from rewire_app.store.vault.copies import Why
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.key_change import set_passphrase
from rewire_app.store.vault.keyslots import FLOOR
from rewire_app.store.vault.unlocking import Secret, SecretKind
from rewire_app.store.vault.vault import open_vault
from rewire_app.ui.base import routes
from rewire_app.ui.base.secret_form import SecretForm
from tests.store import entries as make
from tests.ui.copies_room import practise, practised, seen, wait_until_open
from tests.ui.house import House, ctrl, enter, focused, press, space, tab_to, type_in, type_over
from tests.ui.journal_room import note_of
from tests.ui.locked import open_locked, protect
from tests.ui.look_room import (
    MORNING,
    ROW,
    WORDS,
    keep_and_copy,
    look_at,
    note_field,
    said,
    show,
    view_of,
)
from tests.ui.test_refusals import damaged


@pytest.fixture(autouse=True)
def temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files."""
    folder = tmp_path / "temp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def kept(house: House) -> House:
    """Notes of which there is a copy."""
    keep_and_copy(house)
    return house


def test_back_in_the_notes_all_is_as_it_was_left_and_nothing_of_the_copy_is_there(
    kept: House, temp: Path
) -> None:
    look_at(kept)
    assert list(temp.iterdir())
    enter()
    assert kept.shell.looking.view is None
    assert focused().accessibleName() == ROW
    assert kept.shell.pages.place == routes.settings("backups")
    assert not list(temp.iterdir())
    assert practised(kept) == 5


def test_esc_leads_back_to_the_notes(kept: House) -> None:
    look_at(kept)
    press(Qt.Key.Key_Escape)
    assert kept.shell.looking.view is None
    assert focused().accessibleName() == ROW


def test_undo_takes_back_nothing_of_the_notes_while_a_copy_is_looked_at(kept: House) -> None:
    kept.open()
    kept.go(routes.settings("backups"))
    kept.context.hub.do("a practice", kept.store.practices.add, make.practice(9))
    tab_to(ROW)
    enter()
    view_of(kept)
    ctrl(Qt.Key.Key_Z)
    assert said(kept) == "There is nothing to take back."
    assert practised(kept) == 6
    press(Qt.Key.Key_Escape)
    ctrl(Qt.Key.Key_Z)
    assert practised(kept) == 5


def test_from_the_copy_one_can_go_back_to_it_and_is_asked_first(kept: House, temp: Path) -> None:
    look_at(kept)
    tab_to("Go back to this copy", back=True)
    enter()
    assert "Go back to today, 08:05?" in seen(kept)
    assert focused().accessibleName() == "Keep what is here"
    enter()
    assert kept.shell.looking.view is not None
    tab_to("Go back to this copy", back=True)
    enter()
    press(Qt.Key.Key_Tab)
    assert focused().accessibleName() == "Go back to this copy"
    enter()
    wait_until_open(kept)
    assert practised(kept) == 3
    assert unconfirmed(kept.profile) is not None
    assert not list(temp.iterdir())


def test_a_damaged_copy_is_told_and_the_notes_are_seen_again(kept: House, temp: Path) -> None:
    [copy] = backups(ProfileFiles(kept.profile))
    kept.open()
    kept.go(routes.settings("backups"))
    content = bytearray(copy.path.read_bytes())
    content[5_000] ^= 1
    copy.path.write_bytes(content)
    tab_to(ROW)
    enter()
    kept.qtbot.waitUntil(lambda: "damaged" in said(kept))
    assert not kept.shell.covers.covered
    assert focused().accessibleName() == ROW
    assert practised(kept) == 5
    assert not list(temp.iterdir())


def test_a_full_disk_is_told_and_the_notes_are_seen_again(
    kept: House, temp: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage(10**9, 10**9 - 4096, 4096))
    kept.open()
    kept.go(routes.settings("backups"))
    tab_to(ROW)
    enter()
    kept.qtbot.waitUntil(lambda: "MB of free space" in said(kept))
    assert not kept.shell.covers.covered
    assert not list(temp.iterdir())


def test_a_copy_with_another_passphrase_asks_for_that_one(house: House, tmp_path: Path, temp: Path) -> None:
    practise(house.profile, 0, 2)
    other = open_vault(tmp_path / "other")
    Store(other).practices.add(make.practice(1))
    set_passphrase(other, WORDS, cost=FLOOR)
    copy = back_up(other, Why.ASKED, at=house.clock.at(MORNING))
    other.close()
    house.open()
    house.go(routes.settings("backups"))
    shown = house.shell.looking
    house.context.copies.looked.emit(copy)
    house.qtbot.waitUntil(lambda: "The passphrase of this copy" in seen(house))
    type_in("not these words")
    enter()
    house.qtbot.waitUntil(lambda: "That is not the passphrase" in seen(house), timeout=20_000)
    house.qtbot.waitUntil(house.shell.findChild(SecretForm).go.isEnabled)
    type_over(WORDS)
    enter()
    view = view_of(house)
    assert len(view.context.store.practices.recent(9)) == 1
    press(Qt.Key.Key_Escape)
    assert shown.view is None
    assert practised(house) == 2
    assert not list(temp.iterdir())


def test_who_does_not_want_to_wait_is_back_at_once_and_the_copy_is_let_go(kept: House, temp: Path) -> None:
    kept.open()
    kept.go(routes.settings("backups"))
    tab_to(ROW)
    enter()
    tab_to("Not now")
    space()
    assert focused().accessibleName() == ROW
    kept.qtbot.waitUntil(lambda: not list(temp.iterdir()), timeout=20_000)
    assert kept.shell.looking.view is None


def test_who_went_to_help_while_it_was_opened_stays_there(kept: House, temp: Path) -> None:
    kept.open()
    kept.go(routes.settings("backups"))
    tab_to(ROW)
    enter()
    press(Qt.Key.Key_F1)
    kept.qtbot.waitUntil(lambda: not kept.shell.covers.waiting, timeout=20_000)
    assert kept.shell.pages.place == routes.HELP
    assert not list(temp.iterdir())


@pytest.mark.parametrize("there", [True, False])
def test_closing_the_window_leaves_nothing_of_the_copy(kept: House, temp: Path, there: bool) -> None:
    kept.open()
    kept.go(routes.settings("backups"))
    tab_to(ROW)
    enter()
    if there:
        view_of(kept)
        assert list(temp.iterdir())
    kept.close()
    assert not list(temp.iterdir())


def test_words_that_are_half_written_in_the_notes_are_there_afterwards(kept: House) -> None:
    kept.open()
    field = note_field(kept.go("journal"))
    field.setFocus()
    type_in(" and more")
    kept.go(routes.settings("backups"))
    tab_to(ROW)
    enter()
    view = view_of(kept)
    assert note_field(show(kept, view, "journal")).toPlainText() == "as it was"
    press(Qt.Key.Key_Escape)
    assert "more" in note_of(kept)


def test_a_locked_copy_that_is_seen_instead_of_damaged_notes_can_be_locked_away(house: House) -> None:
    protect(house.profile)
    vault = open_vault(house.profile, secret=Secret(kind=SecretKind.PASSPHRASE, text=WORDS))
    copy = back_up(vault, Why.ASKED, at=house.clock.at(MORNING))
    vault.close()
    damaged(ProfileFiles(house.profile))
    open_locked(house)
    type_in(WORDS)
    enter()
    house.qtbot.waitUntil(lambda: house.shell.refusal is not None, timeout=60_000)
    locking = house.window.seclusion.locking
    assert not locking.possible
    house.context.copies.looked.emit(copy)
    house.qtbot.waitUntil(lambda: "The passphrase of this copy" in seen(house), timeout=20_000)
    type_in(WORDS)
    enter()
    view_of(house)
    assert focused().accessibleName() == "Back"
    assert locking.possible
    press(Qt.Key.Key_Escape)
    assert not locking.possible
    assert house.shell.refusal is not None
