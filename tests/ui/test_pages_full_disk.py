"""No room, no folder, too many words, a window closed too early: what was typed is not lost."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import Qt

from rewire_app.domain.journal.entries import MAX_TEXT
from rewire_app.ui.journal.note_card import NoteCard
from tests.ui.house import (
    House,
    ctrl,
    enter,
    focused,
    tab_to,
    type_in,
    words_of,
)
from tests.ui.journal_room import (
    LONG,
    TODAY,
    add_moment,
    fill_disk,
    journal,
    let_rest,
    moment_form,
    note_of,
    unfold_more,
)

HALF_WRITTEN = "A moment is not kept yet. Close once more to leave: it waits here."


def test_on_a_full_disk_what_was_typed_stays_and_is_saved_when_there_is_room(house: House) -> None:
    page = journal(house)
    fill_disk(house)
    tab_to("Note")
    focused().setPlainText(LONG)  # type: ignore[attr-defined]
    let_rest(page)
    words = words_of(house.shell)
    assert "Not saved. What you typed is here." in words
    assert "The disk is full" in words
    assert note_of(house) == ""
    page.refresh()
    assert page.findChild(NoteCard).editor.text() == LONG
    tab_to("The day before", back=True)
    enter()
    assert "Tuesday 24 November" in words_of(page)
    fill_disk(house, full=False)
    house.go("today")
    assert note_of(house) == LONG
    assert not page.unsaved


@pytest.mark.skipif(
    sys.platform == "win32", reason="there an open file keeps its name: tests/test_windows.py"
)
def test_without_its_folder_nothing_is_called_saved_until_the_folder_is_back(house: House) -> None:
    page = journal(house)
    away = house.profile.with_name("away")
    house.profile.rename(away)
    tab_to("Note")
    focused().setPlainText("words")  # type: ignore[attr-defined]
    let_rest(page)
    words = words_of(house.shell)
    assert "Rewire saves nothing until it has a place for it." in words
    assert "Saved on this computer" not in words
    tab_to("Go back")
    enter()
    ctrl(Qt.Key.Key_Q)
    assert "Close once more to leave without them." in words_of(house.shell)
    away.rename(house.profile)
    tab_to("Note")
    focused().setPlainText("words, and more")  # type: ignore[attr-defined]
    let_rest(page)
    assert "Saved on this computer" in words_of(house.shell)
    assert note_of(house) == "words, and more"


def test_closing_with_unsaved_words_asks_once(house: House) -> None:
    page = journal(house)
    fill_disk(house)
    tab_to("Note")
    focused().setPlainText(LONG)  # type: ignore[attr-defined]
    let_rest(page)
    ctrl(Qt.Key.Key_Q)
    assert house.window.isVisible()
    assert "Close once more to leave without them." in words_of(house.shell)
    ctrl(Qt.Key.Key_Q)
    assert not house.window.isVisible()


def test_closing_with_a_moment_half_written_asks_once(house: House) -> None:
    journal(house)
    add_moment()
    type_in("Half a thought")
    ctrl(Qt.Key.Key_Q)
    assert house.window.isVisible()
    assert HALF_WRITTEN in words_of(house.shell)
    ctrl(Qt.Key.Key_Q)
    assert not house.window.isVisible()


def test_closing_elsewhere_brings_the_moment_that_is_half_written_into_sight(house: House) -> None:
    journal(house)
    add_moment()
    type_in("Half a thought")
    house.go("library")
    ctrl(Qt.Key.Key_Q)
    assert moment_form(house) is not None
    assert HALF_WRITTEN in words_of(house.shell)
    assert focused().accessibleName() == "What set it off?"


def test_closing_with_an_empty_moment_form_asks_nothing(house: House) -> None:
    journal(house)
    add_moment()
    ctrl(Qt.Key.Key_Q)
    assert not house.window.isVisible()


def test_a_moment_that_finds_no_room_stays_in_its_form(house: House) -> None:
    journal(house)
    add_moment()
    type_in("The letter")
    unfold_more()
    tab_to("Anything else")
    focused().setPlainText(LONG)  # type: ignore[attr-defined]
    fill_disk(house)
    tab_to("Keep this moment")
    enter()
    form = moment_form(house)
    assert form is not None
    assert (form.form.answer("trigger"), form.more.answers()["note"]) == ("The letter", LONG)
    assert "The disk is full" in words_of(house.shell)
    fill_disk(house, full=False)
    tab_to("Keep this moment")
    enter()
    assert [moment.note for moment in house.store.moments.for_day(TODAY)] == [LONG]


def test_words_that_are_too_long_stay_and_are_said_to_be(house: House) -> None:
    page = journal(house)
    tab_to("Note")
    focused().setPlainText("x" * (MAX_TEXT + 1))  # type: ignore[attr-defined]
    let_rest(page)
    assert "Not saved. What you typed is here." in words_of(house.shell)
    assert note_of(house) == ""
    focused().setPlainText("short")  # type: ignore[attr-defined]
    let_rest(page)
    assert note_of(house) == "short"
