"""A damaged file under an open journal: what was typed stays and is not thrown away without a question."""

from __future__ import annotations

from PySide6.QtCore import Qt

from rewire_app.domain.journal.entries import MAX_TEXT
from rewire_app.ui.journal.note_card import NoteCard
from tests.store import entries as make
from tests.store.list_entries import own_measure
from tests.ui.damage import damage
from tests.ui.house import House, ctrl, enter, focused, tab_to, type_in, type_over, words_of
from tests.ui.journal_room import (
    TODAY,
    add_moment,
    evening,
    fill_disk,
    journal,
    let_rest,
    moment_form,
    unfold_night,
)

DAMAGED = "The file with your entries is damaged."
ASKED = "Some of your words are not saved. Close once more to leave without them."


def closing_asks_once(house: House, asked: str = ASKED) -> bool:
    """Whether the window stays at the first try to close it, says why, and goes at the second."""
    ctrl(Qt.Key.Key_Q)
    stayed = house.window.isVisible() and asked in words_of(house.shell)
    ctrl(Qt.Key.Key_Q)
    return stayed and not house.window.isVisible()


def test_words_typed_onto_a_damaged_page_stay_and_closing_asks(house: House) -> None:
    page = journal(house)
    damage(house, "notes")
    tab_to("Note")
    type_in("A long day")
    let_rest(page)
    words = words_of(house.shell)
    assert "Not saved. What you typed is here." in words
    assert DAMAGED in words
    house.go("today")
    house.go("journal")
    assert page.findChild(NoteCard).editor.text() == "A long day"
    assert closing_asks_once(house)


def test_closing_asks_when_the_damage_is_met_only_then(house: House) -> None:
    journal(house)
    damage(house, "notes")
    tab_to("Note")
    type_in("A long day")
    assert closing_asks_once(house)


def test_who_stayed_and_wrote_on_is_asked_again(house: House) -> None:
    page = journal(house)
    fill_disk(house)
    tab_to("Note")
    focused().setPlainText("x" * 60_000)  # type: ignore[attr-defined]
    ctrl(Qt.Key.Key_Q)
    type_in("!")
    let_rest(page)
    assert closing_asks_once(house)


def test_a_field_that_is_refused_keeps_no_other_from_being_saved(house: House) -> None:
    page = evening(house)
    good = page.card.form.field("good")
    good.set_value("x" * (MAX_TEXT + 1))  # type: ignore[call-arg]
    let_rest(page)
    type_in("6")
    kept = house.store.days.get(TODAY)
    assert kept is not None
    assert (kept.reactivity, kept.good) == (6, "")
    assert "Not saved. What you typed is here." in words_of(house.shell)
    good.set_value("short")  # type: ignore[call-arg]
    let_rest(page)
    kept = house.store.days.get(TODAY)
    assert kept is not None
    assert (kept.reactivity, kept.good) == (6, "short")
    assert not page.unsaved


def test_a_day_that_cannot_be_read_does_not_stand_under_the_words_of_another(house: House) -> None:
    page = journal(house)
    house.store.days.put(make.day_entry(day=TODAY, note="Of today"))
    page.refresh()
    damage(house, "moments")
    tab_to("The day before")
    enter()
    assert "Tuesday 24 November" in words_of(page)
    assert "Of today" in words_of(page)
    assert DAMAGED in words_of(house.shell)


def test_a_day_that_was_never_read_cannot_be_written_over(house: House) -> None:
    house.open()
    house.store.days.put(make.day_entry(day=TODAY, note="What is there"))
    damage(house, "days")
    page = house.go("journal")
    assert DAMAGED in words_of(house.shell)
    assert not page.findChild(NoteCard).editor.words.isEnabled()


def test_a_rating_of_ones_own_waits_as_well(house: House) -> None:
    house.open()
    house.store.custom_measures.add(own_measure(name="Energy", low=0, high=10))
    page = house.go("evening")
    damage(house, "own_ratings")
    tab_to("Energy")
    type_in("4")
    assert DAMAGED in words_of(house.shell)
    assert page.unsaved
    assert closing_asks_once(house)


def test_a_night_that_cannot_be_saved_stays_and_closing_asks(house: House) -> None:
    house.open()
    house.store.nights.put(make.night(day=TODAY))
    page = house.go("journal")
    fill_disk(house)
    unfold_night()
    tab_to("Anything about the night")
    focused().setText("x" * 30_000)  # type: ignore[attr-defined]
    tab_to("The day before", back=True)
    enter()
    assert "Tuesday 24 November" in words_of(page)
    assert "Not saved. What you typed is here." in words_of(house.shell)
    assert closing_asks_once(house)


def test_a_night_that_found_no_room_is_saved_when_there_is(house: House) -> None:
    house.open()
    house.store.nights.put(make.night(day=TODAY))
    page = house.go("journal")
    fill_disk(house)
    unfold_night()
    tab_to("Anything about the night")
    focused().setText("x" * 30_000)  # type: ignore[attr-defined]
    tab_to("To fall asleep", back=True)
    type_over("45")
    house.go("today")
    assert page.unsaved
    fill_disk(house, full=False)
    for _time in range(2):
        page.leave()
        night = house.store.nights.get(TODAY)
        assert (night.sol_min, len(night.note)) == (45, 30_000)
    assert not page.unsaved


def test_words_about_the_night_are_saved_before_the_window_closes(house: House) -> None:
    house.open()
    house.store.nights.put(make.night(day=TODAY))
    page = house.go("journal")
    unfold_night()
    tab_to("Anything about the night")
    type_in("Storm")
    page.leave()
    assert house.store.nights.get(TODAY).note == "Storm"


def test_a_moment_that_cannot_be_read_is_not_opened_and_it_is_said(house: House) -> None:
    house.open()
    house.store.moments.add(make.moment(day=TODAY, at=house.context.clock.now()))
    house.go("journal")
    damage(house, "moments")
    tab_to("Edit the moment at 19:30")
    enter()
    assert moment_form(house) is None
    assert DAMAGED in words_of(house.shell)


def test_a_moment_that_cannot_be_kept_stays_and_closing_asks(house: House) -> None:
    journal(house)
    add_moment()
    type_in("The phone")
    let_rest(house.shell)
    damage(house, "moments")
    tab_to("Keep this moment")
    enter()
    assert moment_form(house).form.answer("trigger") == "The phone"
    assert DAMAGED in words_of(house.shell)
    assert closing_asks_once(house, "A moment is not kept yet. Close once more to leave: it waits here.")
