"""A test of the earlier kind in the real window: eight weeks blind, one result, earlier ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from rewire_app.domain.experiment.experiment import seal_hash
from rewire_app.domain.experiment.sealed_order import code_words
from rewire_app.ui.charts.numbers_table import TableBelow
from rewire_app.ui.charts.saving import as_svg
from rewire_app.ui.charts.weeks_picture import EveningsPicture, WeeksPicture
from rewire_app.ui.experiment.result_card import ResultCard
from rewire_app.ui.today.experiment_line import WeekLine
from tests.ui.experiment_room import (
    EVENING,
    MONDAY,
    MORNING,
    ORDER,
    TUESDAY,
    everything_said,
    page_of,
    rate,
    rate_by_order,
    sealed,
)
from tests.ui.house import House, ctrl, enter, press, settle, tab_to, words_of


def wake(house: House, day: date, other: QWidget) -> None:
    """Come back to the open window on another evening."""
    house.look_away(other)
    house.clock.stopped_at = datetime.combine(day, time(19, 30))
    house.activate(house.window)
    settle()


def test_a_test_by_weekly_means_ends_under_the_rules_it_began_with(
    house: House, other_window: QWidget
) -> None:
    house.open()
    one = sealed()
    house.store.experiments.add(one)
    page = page_of(house)
    assert "It begins on Monday 30 November 2026" in words_of(page)
    for week in range(8):
        monday = MONDAY + timedelta(days=7 * week)
        wake(house, monday, other_window)
        house.go("today")
        line = house.shell.findChild(WeekLine).words.text()
        assert line == "This week: " + (MORNING if ORDER[week] == "A" else EVENING)
        rate(house, monday, [3 if line.endswith("morning") else 6] * 5)
        tab_to("Your test")
        enter()
        assert f"Week {week + 1} of 8. 1 of 7 evenings rated so far." in words_of(page)
    wake(house, MONDAY + timedelta(days=56), other_window)
    house.go("today")
    assert "The result is ready when you are." in words_of(house.shell.page("today"))
    tab_to("Your test")
    enter()
    assert "calmer" not in words_of(page)
    tab_to("Show the result")
    enter()
    said = words_of(page)
    assert f"Your evenings were calmer in the weeks of “{MORNING}”: 3.0 of 10 on average" in said
    assert "only 2 of the 70 possible orders" in said
    assert "“Because” is fair here, within this test" in said
    tab_to("How this was worked out")
    enter()
    assert "3.00 + 3.00 + 3.00 + 3.00. Added up 12.00, divided by 4 it is 3.000." in words_of(page)
    tab_to("Copy the sealed text")
    enter()
    assert seal_hash(QGuiApplication.clipboard().text()) == one.sealed_hash
    tab_to("Copy the code")
    enter()
    assert QGuiApplication.clipboard().text() == one.sealed_hash
    house.go("today")
    assert "Your test" not in words_of(house.shell.page("today"))


@pytest.mark.parametrize("day", [-3, 0, 9, 24, 55])
def test_before_the_end_nothing_on_screen_depends_on_what_was_rated(house: House, day: int) -> None:
    house.clock.stopped_at = datetime.combine(MONDAY + timedelta(days=day), time(19, 30))
    house.open()
    house.store.experiments.add(sealed())
    rate_by_order(house, MONDAY, 1, 9)
    page = page_of(house)
    said, seen = everything_said(page), page.grab().toImage()
    assert ORDER not in said
    rate_by_order(house, MONDAY, 8, 2)
    page.refresh()
    settle()
    assert everything_said(page) == said
    assert page.grab().toImage() == seen


def test_what_comes_next_week_is_not_on_screen(house: House) -> None:
    house.clock.stopped_at = datetime.combine(MONDAY + timedelta(days=9), time(19, 30))
    house.open()
    one = sealed(order="ABBABAAB")
    house.store.experiments.add(one)
    page = page_of(house)
    said = everything_said(page).replace(code_words(one.sealed_hash), "")
    other = replace(sealed(order="ABAABBBA"), uid=one.uid)
    house.store.experiments.edit(other)
    page.refresh()
    settle()
    assert everything_said(page).replace(code_words(other.sealed_hash), "") == said


def test_stopping_is_open_at_any_time_and_can_be_taken_back(house: House) -> None:
    start = TUESDAY - timedelta(days=22)
    house.open()
    house.store.experiments.add(sealed(start))
    rate_by_order(house, start)
    page = page_of(house)
    tab_to("Stop this test")
    enter()
    said = words_of(page)
    assert "You stopped this test on 24 November 2026, in week 4 of 8." in said
    assert "cannot say anything fair" in said
    assert page.findChild(WeeksPicture) is None
    tab_to("Look at the weeks anyway")
    enter()
    assert "They describe; they do not compare." in words_of(page)
    picture = page.findChild(WeeksPicture)
    assert picture is not None
    assert "Week 3, “practise in the evening”: 6.0 of 10." in picture.accessibleDescription()
    assert "calmer" not in everything_said(page)
    ctrl(Qt.Key.Key_Z)
    assert "This week: practise in the morning" in words_of(page)


def test_a_week_of_crisis_is_left_out_and_taken_back(house: House) -> None:
    start = TUESDAY - timedelta(days=8)
    house.open()
    house.store.experiments.add(sealed(start))
    page = page_of(house)
    tab_to("Leave this week out")
    enter()
    assert "The test waits this week." in words_of(page)
    house.go("today")
    assert "Your test waits this week." in words_of(house.shell.page("today"))
    page_of(house)
    tab_to("Take this week back in")
    enter()
    assert "Week 2 of 8." in words_of(page)
    ctrl(Qt.Key.Key_Z)
    assert "The test waits this week." in words_of(page)


def test_back_after_a_missed_month(house: House) -> None:
    start = TUESDAY - timedelta(days=43)
    house.open()
    house.store.experiments.add(sealed(start))
    rate(house, start, [5] * 14)
    said = words_of(page_of(house))
    assert "none in week 3, none in week 4, none in week 5, none in week 6." in said
    assert "A gap is a gap." in said
    assert "cannot give a fair answer any more" in said


def test_other_tests_are_listed_and_open(house: House) -> None:
    start = TUESDAY - timedelta(days=57 + 70)
    house.open()
    old = sealed(start, a="walk first", b="sit first")
    house.store.experiments.add(replace(old, opened_day=TUESDAY - timedelta(days=60)))
    rate_by_order(house, start)
    house.store.experiments.add(sealed(TUESDAY - timedelta(days=1)))
    page = page_of(house)
    assert "This week: practise in the morning" in words_of(page)
    row = tab_to("Walk first, or sit first")
    assert row.accessibleDescription().startswith("Clearly lower with “walk first”. ")
    enter()
    assert page.findChild(ResultCard) is not None
    assert "Begin a new test" not in words_of(page)  # one goes on already
    tab_to("Show as table")
    enter()
    below = page.findChild(TableBelow)
    assert below is not None
    assert below.view is not None
    assert below.view.table is not None
    assert [row[4] for row in below.view.table.rows] == [
        "3.00" if letter == "A" else "6.00" for letter in ORDER
    ]
    tab_to("Practise in the morning, or practise in the evening")
    enter()
    assert page.findChild(EveningsPicture) is not None


def test_today_has_no_line_without_a_test(house: House) -> None:
    house.open()
    house.go("today")
    assert "Your test" not in words_of(house.shell.page("today"))


def test_keys_go_through_the_weeks_and_the_picture_can_be_saved(house: House) -> None:
    start = TUESDAY - timedelta(days=57)
    house.open()
    house.store.experiments.add(replace(sealed(start), opened_day=TUESDAY))
    rate_by_order(house, start)
    page = page_of(house)
    tab_to("Practise in the morning, or practise in the evening")
    enter()
    picture = tab_to("The weeks in order")
    assert "Week 8, “practise in the evening”: 6.0 of 10." in words_of(page)
    press(Qt.Key.Key_Home)
    assert "Week 1, “practise in the morning”: 3.0 of 10." in words_of(page)
    press(Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert "Week 3, “practise in the evening”: 6.0 of 10." in words_of(page)
    below = page.findChild(TableBelow)
    assert below is not None
    offers = [action.text() for action in below.save_button.menu_now().actions() if action.text()]
    assert offers[0] == "Save as picture (PNG)"
    assert "Save as table (CSV)" in offers
    drawing = as_svg(picture, "The weeks").decode()
    assert "B: practise in the evening" in drawing
