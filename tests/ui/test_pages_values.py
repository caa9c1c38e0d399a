"""Values: how each was lived is said by keys, goals have small steps, moves are counted by week."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from rewire_app.domain.library.searching import Marked
from rewire_app.domain.lists.diary import ThinkingHabit
from rewire_app.domain.lists.entries import ListKind, Pattern
from rewire_app.domain.lists.expected import ExpectationKind, ExpectationState
from rewire_app.domain.lists.words import list_words
from rewire_app.reports.written_readers import READERS
from rewire_app.ui.base import routes
from rewire_app.ui.finding.lines import line_of
from rewire_app.ui.values.page import ValuesPage
from rewire_app.ui.widgets.unfold import LinkButton
from tests.ui.house import House, ctrl, enter, focused, press, space, tab_to, type_in, words_of
from tests.ui.journal_room import let_rest
from tests.ui.lists_room import lived_in

TODAY = date(2026, 11, 24)


def values(house: House, route: routes.Route = routes.VALUES) -> ValuesPage:
    page = house.go(route)
    assert isinstance(page, ValuesPage)
    return page


def test_how_a_value_is_lived_is_said_by_one_key_and_taken_back(house: House) -> None:
    house.open()
    value = lived_in(house.store)
    page = values(house)
    assert "Lived by it lately: 6 of 10" in words_of(page)
    tab_to("Goals, and how it was lived: Patience")
    commits = house.context.vault.commit_seq
    enter()
    assert "6 of 10, today. 3 of 10, 1 September, the first of 4 times." in words_of(page)
    assert house.context.vault.commit_seq == commits, "showing a rating writes it"
    tab_to("How closely did you live by it lately?")
    type_in("8")
    said = {one.day: one.lived for one in house.store.value_ratings.all() if one.value == value.uid}
    assert (len(said), said[TODAY]) == (4, 8)
    kept = house.store.values.get(value.uid)
    assert kept is not None
    assert (kept.name, kept.lived) == ("Patience", 8)
    ctrl(Qt.Key.Key_Z)
    said = {one.day: one.lived for one in house.store.value_ratings.all() if one.value == value.uid}
    assert said[TODAY] == 6


def test_a_rating_that_is_taken_out_leaves_the_one_before(house: House) -> None:
    house.open()
    value = lived_in(house.store)
    values(house, routes.value(value.uid))
    tab_to("How closely did you live by it lately?")
    press(Qt.Key.Key_Delete)
    days = [one.day for one in house.store.value_ratings.all() if one.value == value.uid]
    assert TODAY not in days
    kept = house.store.values.get(value.uid)
    assert kept is not None
    assert kept.lived == 4
    ctrl(Qt.Key.Key_Z)
    kept = house.store.values.get(value.uid)
    assert kept is not None
    assert kept.lived == 6
    assert TODAY in [one.day for one in house.store.value_ratings.all() if one.value == value.uid]


def test_a_goal_gets_a_small_step_that_waits_among_the_plans(house: House) -> None:
    house.open()
    value = lived_in(house.store)
    page = values(house, routes.value(value.uid))
    assert "1 of 2 small steps done" in words_of(page)
    tab_to("Add a small step")
    enter()
    type_in("Ring the library")
    enter()
    [goal] = house.store.goals.all()
    step = next(one for one in house.store.open.waiting() if one.what == "Ring the library")
    assert (step.goal, step.kind, step.made_day) == (goal.uid, ExpectationKind.ACTION, TODAY)
    assert focused().accessibleName() == "Edit: Ring the library"
    tab_to("Done: Ring the library", back=True)
    enter()
    kept = house.store.open.get(step.uid)
    assert kept is not None
    assert (kept.state, kept.looked_day) == (ExpectationState.DONE, TODAY)
    assert "2 of 3 small steps done" in words_of(page)
    tab_to("Reached: Read to Mia on Sundays", back=True)
    enter()
    assert house.store.goals.all()[0].state is ExpectationState.DONE
    assert "Reached, today" in words_of(page)
    ctrl(Qt.Key.Key_Z)
    assert house.store.goals.all()[0].state is ExpectationState.OPEN


def test_a_move_is_noted_and_counted_in_its_week_once(house: House) -> None:
    house.open()
    lived_in(house.store)
    page = values(house)
    picture = page.overview.moves.picture
    assert picture.sentence(picture.count() - 1) == "23 to 29 November, so far: 1 toward, 1 away."
    tab_to("Note a move")
    enter()
    type_in("Let him choose")
    tab_to("Toward what matters")
    space()
    tab_to("Keep")
    enter()
    move = max(house.store.moves.all(), key=lambda one: one.uid)
    assert (move.text, move.toward, move.day, move.value) == ("Let him choose", True, TODAY, None)
    assert picture.sentence(picture.count() - 1) == "23 to 29 November, so far: 2 toward, 1 away."
    tab_to("Edit: Let him choose")
    enter()
    tab_to("Toward what matters")
    press(Qt.Key.Key_Right)
    space()
    tab_to("Keep")
    enter()
    assert picture.sentence(picture.count() - 1) == "23 to 29 November, so far: 1 toward, 2 away."
    ctrl(Qt.Key.Key_Z)
    ctrl(Qt.Key.Key_Z)
    assert picture.sentence(picture.count() - 1) == "23 to 29 November, so far: 1 toward, 1 away."


def test_a_move_noted_on_the_page_of_a_value_is_about_it(house: House) -> None:
    house.open()
    lived_in(house.store)
    outdoors = next(one for one in house.store.values.all() if one.name == "Being outdoors")
    page = values(house, routes.value(outdoors.uid))
    assert page.one is not None
    assert page.one.moves.picture.count() == 0
    tab_to("Note a move")
    enter()
    type_in("Walked home")
    tab_to("Toward what matters")
    space()
    tab_to("Keep")
    enter()
    move = next(one for one in house.store.moves.all() if one.text == "Walked home")
    assert move.value == outdoors.uid
    assert page.one.moves.picture.sentence(0) == "23 to 29 November, so far: 1 toward, 0 away."
    assert list(page.one.moves.list.rows) == [move.uid]


def test_a_goal_that_is_half_written_comes_back_with_the_next_window(house: House) -> None:
    house.open()
    value = lived_in(house.store)
    page = values(house, routes.value(value.uid))
    tab_to("Add a goal")
    enter()
    type_in("Garden")
    let_rest(page)
    house.window.close_store()
    house.window.hide()
    house.close()
    house.open()
    page = values(house, routes.value(value.uid))
    assert page.one is not None
    assert page.one.goals.form is not None
    assert page.one.goals.form.form.answer("text") == "Garden"
    press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert not page.unsaved


@pytest.mark.parametrize(
    ("route", "button"),
    [
        (routes.VALUES, "Note a move"),
        (routes.plans("worries"), "Put down a worry"),
        (routes.THINKING_HABITS, "Add a habit of your own"),
    ],
    ids=str,
)
def test_closing_leads_to_what_is_half_written_and_says_that_it_waits(
    route: routes.Route, button: str, house: House
) -> None:
    house.open()
    house.go(route)
    tab_to(button)
    enter()
    type_in("Garden")
    house.go("today")
    ctrl(Qt.Key.Key_Q)
    assert house.window.isVisible()
    assert "is not kept yet. Close once more to leave: it waits here." in words_of(house.window)
    assert house.shell.pages.place == route
    assert focused().text() == "Garden"  # type: ignore[attr-defined]
    ctrl(Qt.Key.Key_Q)
    assert not house.window.isVisible()


def test_words_without_an_end_are_cut_in_no_link(house: House) -> None:
    house.open()
    value = lived_in(house.store)
    endless = "x" * 5_000
    house.store.values.edit(replace(value, name=endless))
    pattern = Pattern(uid="0" * 32, reaction=endless, response=endless, serves=(value.uid,))
    house.store.patterns.add(pattern)
    for route in (routes.VALUES, routes.value(value.uid)):
        page = values(house, route)
        tab_to("Note a move")
        enter()
        seen = [one for one in page.findChildren(LinkButton) if one.isVisible()]
        assert [one for one in seen if one.width() < one.sizeHint().width()] == []


def test_a_value_that_is_gone_leads_back_to_all(house: House) -> None:
    house.open()
    value = lived_in(house.store)
    page = values(house, routes.value(value.uid))
    house.context.hub.do("removed", house.store.values.remove, value.uid)
    assert page.part == ""
    assert "Being outdoors" in words_of(page)
    assert "Read to Mia on Sundays" in words_of(page)


def test_a_value_is_added_by_keys_with_how_it_is_lived_and_taken_back_whole(house: House) -> None:
    house.open()
    page = values(house)
    assert list_words(ListKind.VALUES).empty in words_of(page)
    tab_to("Add a value")
    enter()
    type_in("Patience")
    tab_to("How closely did you live by it lately?")
    type_in("6")
    tab_to("Keep")
    enter()
    [value] = house.store.values.all()
    assert (value.name, value.lived) == ("Patience", 6)
    assert [(one.value, one.day, one.lived) for one in house.store.value_ratings.all()] == [
        (value.uid, TODAY, 6)
    ]
    assert focused().accessibleName() == "Edit: Patience"
    enter()
    type_in(" at home")
    enter()
    assert [one.name for one in house.store.values.all()] == ["Patience at home"]
    assert len(house.store.value_ratings.all()) == 1
    ctrl(Qt.Key.Key_Z)
    ctrl(Qt.Key.Key_Z)
    assert house.store.values.all() == []
    assert house.store.value_ratings.all() == []


def test_what_belongs_to_values_and_records_is_found_by_words_and_leads_there(house: House) -> None:
    house.open()
    value = lived_in(house.store)
    house.store.thinking_habits.add(ThinkingHabit(uid="0" * 32, name="One slip is the whole"))
    ways = {
        topic: {line_of(one, "", Marked(text=""), TODAY).ways[0][1] for one in READERS[topic](house.store)}
        for topic in ("goals", "moves", "values", "worries", "thoughts", "thinking_habits")
    }
    assert ways.pop("values") >= {routes.value(value.uid)}
    assert ways == {
        "goals": {routes.VALUES},
        "moves": {routes.VALUES},
        "worries": {routes.plans("worries")},
        "thoughts": {routes.FAIRER_THOUGHTS},
        "thinking_habits": {routes.THINKING_HABITS},
    }
