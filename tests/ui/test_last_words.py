"""What could not be saved is held beside the notes, and notes that were moved are kept in another folder."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from rewire_app.store.store import Store
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.vault import open_vault
from rewire_app.ui.frame.moved_notes import MovedNotes, NotesKept
from rewire_app.ui.frame.waiting_words import WaitingWords
from rewire_app.ui.journal.note_card import NoteCard
from rewire_app.ui.player.player import Player
from tests.store import entries as make
from tests.ui.damage import damage, flip, pages_of
from tests.ui.house import House, enter, focused, settle, tab_to, type_in, words_of
from tests.ui.journal_room import LONG, fill_disk, journal, let_rest, note_of

posix = pytest.mark.skipif(
    sys.platform == "win32", reason="there an open file keeps its name: tests/test_windows.py"
)


def held(house: House) -> dict[str, str]:
    return {draft.label: draft.text for draft in house.context.vault.drafts.all()}


def typed_onto_a_damaged_page(house: House) -> list[int]:
    """Words in the note of a day whose page is damaged; gives the pages, to mend them."""
    page = journal(house)
    pages = pages_of(house.context.vault, "notes")
    damage(house, "notes")
    tab_to("Note")
    type_in("A long day")
    let_rest(page)
    return pages


def killed(house: House) -> None:
    """The window is gone without an end: nothing of it is saved any more."""
    for page in list(house.shell.pages.built):
        house.shell.page(page).leave = lambda: None  # type: ignore[method-assign]
    house.close()


def test_words_the_database_refuses_are_held_beside_it(house: House) -> None:
    typed_onto_a_damaged_page(house)
    assert held(house) == {"Note": "A long day"}
    type_in(", and more")
    let_rest(house.shell.page("journal"))
    assert held(house) == {"Note": "A long day, and more"}


def test_they_go_from_there_once_they_are_saved(house: House) -> None:
    pages = typed_onto_a_damaged_page(house)
    flip(house.profile, pages)
    type_in("!")
    let_rest(house.shell.page("journal"))
    assert note_of(house) == "A long day!"
    assert held(house) == {}
    assert not ProfileFiles(house.profile).drafts.exists()


def test_words_that_are_refused_as_too_long_are_held_as_well(house: House) -> None:
    page = journal(house)
    tab_to("Note")
    focused().setPlainText("x" * 70_000)  # type: ignore[attr-defined]
    let_rest(page)
    assert held(house) == {"Note": "x" * 70_000}


def test_words_of_an_exercise_are_held(house: House) -> None:
    house.open()
    house.play("u-weekreview")
    enter()
    damage(house, "runs")
    type_in("A week with two walks")
    player = house.shell.findChild(Player)
    assert isinstance(player, Player)
    assert not player.save()
    assert "A week with two walks" in "".join(held(house).values())


def opened_again(house: House, pages: list[int]) -> WaitingWords:
    killed(house)
    flip(house.profile, pages)
    house.open()
    found = house.shell.findChild(WaitingWords)
    assert isinstance(found, WaitingWords)
    assert found.isVisible()
    return found


def test_they_are_offered_at_the_next_opening_and_put_into_the_note(house: House) -> None:
    offered = opened_again(house, typed_onto_a_damaged_page(house))
    assert "In the Journal" in words_of(offered)
    tab_to("Keep it as a note of 24 November")
    enter()
    assert note_of(house) == "A long day"
    assert held(house) == {}
    assert house.shell.findChild(WaitingWords) is None


def test_they_can_be_copied_and_are_offered_again(house: House) -> None:
    opened_again(house, typed_onto_a_damaged_page(house))
    tab_to("Copy")
    enter()
    assert QApplication.clipboard().text() == "A long day"
    tab_to("Go on")
    enter()
    assert not house.shell.covers.covered
    house.close()
    house.open()
    assert house.shell.findChild(WaitingWords) is not None


def test_they_are_removed_after_a_question(house: House) -> None:
    opened_again(house, typed_onto_a_damaged_page(house))
    tab_to("Remove")
    enter()
    assert held(house) != {}
    enter()
    assert held(house) == {}
    assert not house.shell.covers.covered


def test_the_room_that_was_set_aside_is_said_to_be_used(house: House) -> None:
    house.open()
    said: list[str] = []
    house.context.hub.failed.connect(said.append)
    house.context.vault.reserve.given_up = True
    for number in (1, 2):
        house.context.hub.do("kept", house.store.practices.add, make.practice(number))
    assert [one.partition(".")[0] for one in said] == ["The disk is full"]


def test_on_a_full_disk_words_are_held_in_the_room_that_was_set_aside(house: House) -> None:
    page = journal(house)
    house.context.vault.reserve.make()
    fill_disk(house)
    tab_to("Note")
    focused().setPlainText(LONG)  # type: ignore[attr-defined]
    let_rest(page)
    assert held(house) == {"Note": LONG}
    assert not house.context.vault.files.reserve.exists()


# moved, deleted, replaced


def typed_into_moved_notes(house: House) -> MovedNotes:
    page = journal(house)
    house.store.practices.add(make.practice(0))
    shutil.rmtree(house.profile)
    tab_to("Note")
    type_in("Still here")
    let_rest(page)
    settle()
    found = house.shell.findChild(MovedNotes)
    assert isinstance(found, MovedNotes)
    assert found.isVisible()
    return found


@posix
def test_notes_whose_folder_was_deleted_are_kept_with_what_is_typed(house: House) -> None:
    notice = typed_into_moved_notes(house)
    assert f"They will be kept in: {house.profile}" in words_of(notice)
    with house.qtbot.waitSignal(house.shell.ready, timeout=20_000):
        enter()
    settle()
    kept = house.shell.findChild(NotesKept)
    assert isinstance(kept, NotesKept)
    assert "in their usual folder again" in words_of(kept)
    assert len(house.store.practices.recent(9)) == 1
    assert held(house) == {"Note": "Still here"}
    enter()
    assert house.shell.findChild(WaitingWords) is not None
    assert house.context.vault.faults() == []


@posix
def test_notes_that_something_else_lies_in_the_place_of_are_kept_beside_it(
    house: House, tmp_path: Path
) -> None:
    page = journal(house)
    house.store.practices.add(make.practice(0))
    house.profile.rename(tmp_path / "away")
    shutil.copytree(tmp_path / "away", house.profile)
    tab_to("Note")
    type_in("Still here")
    let_rest(page)
    settle()
    beside = house.profile.with_name("profile kept 2026-11-24")
    with house.qtbot.waitSignal(house.shell.ready, timeout=20_000):
        enter()
    settle()
    assert house.context.folder == beside
    assert "something else lies now" in words_of(house.shell)
    assert held(house) == {"Note": "Still here"}
    house.close()
    again = open_vault(beside)
    assert len(Store(again).practices.recent(9)) == 1
    again.close()
    shutil.rmtree(house.profile)


@posix
def test_files_that_are_back_save_again(house: House, tmp_path: Path) -> None:
    page = journal(house)
    house.profile.rename(tmp_path / "away")
    tab_to("Note")
    type_in("Still here")
    let_rest(page)
    settle()
    tab_to("They are back")
    enter()
    assert "moved, deleted or replaced the folder" in words_of(house.shell.findChild(MovedNotes))
    os.rename(tmp_path / "away", house.profile)
    enter()
    assert not house.shell.covers.covered
    assert note_of(house) == "Still here"


@posix
def test_a_folder_with_notes_is_not_written_over(house: House, tmp_path: Path) -> None:
    other = open_vault(tmp_path / "other")
    other.close()
    notice = typed_into_moved_notes(house)
    notice.use(tmp_path / "other")
    enter()
    assert "There are notes in this folder already." in words_of(notice)
    assert house.store.practices.recent(9)


@posix
def test_who_goes_back_finds_what_was_typed(house: House) -> None:
    typed_into_moved_notes(house)
    tab_to("Go back")
    enter()
    assert not house.shell.covers.covered
    assert house.shell.page("journal").findChild(NoteCard).editor.text() == "Still here"
