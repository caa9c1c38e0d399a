"""A mark or a measure that is half written on Trends outlives the window and a kill, and is never dropped."""

from __future__ import annotations

from PySide6.QtCore import Qt

from rewire_app.ui.trends.page import TrendsPage
from tests.ui.house import House, enter, press, settle, tab_to, type_in, words_of
from tests.ui.journal_room import let_rest
from tests.ui.test_trends_lanes import done, trends_of

WORDS = "a new team, and less sleep"


def begin_mark(house: House) -> TrendsPage:
    page = trends_of(house)
    page.desk.mark_today()
    type_in(WORDS)
    return page


def come_back(house: House) -> TrendsPage:
    """Close the window as a kill would, with nothing said to its pages, and open Trends again."""
    house.window.close_store()
    house.window.hide()
    house.close()
    house.open()
    page = house.go("trends")
    assert isinstance(page, TrendsPage)
    done(page)
    return page


def held(house: House) -> str | None:
    return house.store.profile.get("draft:mark")


def test_a_mark_that_is_half_written_outlives_a_kill(house: House) -> None:
    let_rest(begin_mark(house))
    page = come_back(house)
    form = page.desk.form
    assert form.words.value() == WORDS
    assert form.first.value() == house.context.today.toordinal()
    form.keep_button.click()
    done(page)
    assert [one.text for one in house.store.marks.all()] == [WORDS]
    assert held(house) == ""


def test_a_change_of_a_mark_comes_back_as_a_change_of_it(house: House) -> None:
    page = begin_mark(house)
    enter()
    done(page)
    [kept] = house.store.marks.all()
    page.desk.edit_mark(kept.uid)
    press(Qt.Key.Key_End)
    type_in(" at first")
    let_rest(page)
    page = come_back(house)
    page.desk.form.keep_button.click()
    done(page)
    assert [(one.uid, one.text) for one in house.store.marks.all()] == [(kept.uid, f"{WORDS} at first")]


def test_closing_with_a_mark_half_written_says_that_it_waits(house: House) -> None:
    begin_mark(house)
    house.go("today")
    assert not house.window.close()
    assert "What you wrote in Trends is not kept yet." in words_of(house.window)
    assert house.shell.page("trends").isVisible()
    assert house.window.close()
    assert come_back(house).desk.form.words.value() == WORDS


def test_esc_leaves_a_mark_out_only_when_it_is_pressed_twice(house: House) -> None:
    page = begin_mark(house)
    let_rest(page)
    press(Qt.Key.Key_Escape)
    settle()
    assert page.desk.form.words.value() == WORDS
    assert "Esc once more leaves it out." in words_of(house.window)
    press(Qt.Key.Key_Escape)
    assert page.desk.form is None
    assert held(house) == ""


def test_nothing_is_opened_over_a_mark_that_is_half_written(house: House) -> None:
    page = begin_mark(house)
    page.desk.mark_today()
    page.desk.show_measures()
    assert page.desk.form.words.value() == WORDS
    assert "There is a mark here that is not kept yet." in words_of(house.window)


def test_a_measure_half_written_on_trends_is_held_when_the_page_is_left(house: House) -> None:
    page = trends_of(house)
    page.desk.show_measures()
    page.desk.form.add.click()
    tab_to("What do you want to follow?")
    type_in("Pain")
    house.go("today")
    page = come_back(house)
    page.desk.show_measures()
    assert page.desk.form.form.form.answer("name") == "Pain"


def test_esc_leaves_a_measure_out_only_when_it_is_pressed_twice(house: House) -> None:
    page = trends_of(house)
    page.desk.show_measures()
    page.desk.form.add.click()
    tab_to("What do you want to follow?")
    type_in("Pain")
    press(Qt.Key.Key_Escape)
    assert page.desk.form.form.form.answer("name") == "Pain"
    press(Qt.Key.Key_Escape)
    assert page.desk.form.form is None
