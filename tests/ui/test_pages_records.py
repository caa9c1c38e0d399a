"""Records: found by words, opened in their place, a fairer thought found again, habits of one's own."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt

from rewire_app.domain.lists.expected import Expectation
from rewire_app.reports.lists import read_lists
from rewire_app.ui.base import routes
from rewire_app.ui.records.page import RecordsPage
from tests.ui.house import House, ctrl, enter, press, tab_to, type_in, words_of
from tests.ui.lists_room import TODAY, a_record, lived_in


def records(house: House, route: routes.Route = routes.RECORDS) -> RecordsPage:
    page = house.go(route)
    assert isinstance(page, RecordsPage)
    return page


def test_records_are_found_by_words_and_kind_and_opened_in_their_place(house: House) -> None:
    house.open()
    lived_in(house.store)
    a_record(house.store, "e-name", {"feeling": "slow"})
    page = records(house)
    rows = [row.line.title for row in page.every.list.rows]
    assert rows == ["Thought record", "Test a prediction"]
    type_in("laugh")
    assert [row.line.title for row in page.every.list.rows] == ["Test a prediction"]
    enter()
    enter()
    assert "If I ask, they laugh" in words_of(page)
    press(Qt.Key.Key_Escape)
    assert page.part == ""


def test_typing_the_same_thought_shows_the_fairer_one(house: House) -> None:
    house.open()
    lived_in(house.store)
    page = records(house)
    type_in("they think i am slow")
    assert "You met this before, with a fairer answer." in words_of(page)
    assert "Two of them waited for me." in words_of(page)
    page = records(house, routes.FAIRER_THOUGHTS)
    tab_to("Add a thought")
    enter()
    type_in("They think I am slow")
    assert "You met this before, with a fairer answer: Two of them waited for me." in words_of(page)
    type_in("er")
    assert "You met this before" not in words_of(page)


def test_a_habit_of_ones_own_is_offered_in_a_record_until_it_is_left_out(house: House) -> None:
    house.open()
    lived_in(house.store)
    page = records(house, routes.THINKING_HABITS)
    assert "Chosen once, last on 24 November" in words_of(page)
    tab_to("Add a habit of your own")
    enter()
    type_in("One slip is the whole")
    enter()
    [habit] = house.store.thinking_habits.all()
    assert habit.asked
    record = house.context.library.exercise("c-record")
    assert read_lists(house.store, record, TODAY)["@habits"] == ("One slip is the whole",)
    tab_to("Leave out of new records: One slip is the whole", back=True)
    enter()
    assert not house.store.thinking_habits.all()[0].asked
    assert read_lists(house.store, record, TODAY)["@habits"] == ()
    ctrl(Qt.Key.Key_Z)
    assert house.store.thinking_habits.all()[0].asked


def test_a_record_leads_to_its_guess_and_to_the_other_times_of_its_thought(house: House) -> None:
    house.open()
    lived_in(house.store)
    again = a_record(house.store, "c-record", {"hard": ["they think I am slow"]}, date(2026, 11, 3))
    record = next(one for one in house.store.practices.recent(9) if one.day == TODAY)
    guess = Expectation(uid="0" * 32, what="They will sigh", chance=70, practice=record.uid)
    house.store.open.add(guess)
    page = records(house, routes.record(record.uid))
    tab_to("Once more, on 3 November")
    enter()
    assert page.part == again.uid
    tab_to("Once more, on 24 November")
    enter()
    tab_to("They will sigh")
    enter()
    assert house.shell.pages.place == routes.guess(guess.uid)
