"""What practice trained, in the real window: rows and cells by keys, their words, the offer, a table."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from rewire_app.charts.columns import Range
from rewire_app.ui.base.routes import PlanRoute
from rewire_app.ui.charts.saving import as_svg
from rewire_app.ui.settings.plan_form import PlanForm
from rewire_app.ui.trends.dose_view import DoseView
from rewire_app.ui.trends.page import TrendsPage
from rewire_app.ui.widgets.theme import theme
from tests.store import entries as make
from tests.ui.house import House, enter, press, settle, tab_to, words_of
from tests.ui.journal_room import TODAY
from tests.ui.test_trends import evening, trends_of


def practise(house: House, ago: int, exercise: str = "b-paced", **given: Any) -> None:
    house.store.practices.add(make.practice(exercise=exercise, day=TODAY - timedelta(days=ago), **given))


def lived(house: House, *, practices: int = 12, moments: int = 6) -> None:
    """A diary to look at, practice at home and alone, and moments at work and with colleagues."""
    house.open()
    for back in range(2, 12):
        house.store.days.put(evening(TODAY - timedelta(days=back), 5))
    for ago in range(practices):
        practise(house, ago, place="home", company="alone")
    for ago in range(moments):
        day = TODAY - timedelta(days=1 + ago)
        house.store.moments.add(make.moment(day=day, place="work", company="colleagues"))


def dose_of(house: House) -> tuple[TrendsPage, DoseView]:
    page = trends_of(house)
    page.view.set_value("against")
    page.settle()
    page.grab()
    settle()
    view = page.views.by_key["dose"]
    assert isinstance(view, DoseView)
    return page, view


def test_practice_begins_with_what_it_trained_and_has_the_evenings_beside_it(house: House) -> None:
    lived(house)
    page, view = dose_of(house)
    assert view.isVisible()
    assert not page.views.side.isVisible()
    assert page.tools.range.isEnabled()
    page.tools.of_practice.setFocus()
    press(Qt.Key.Key_Right)
    page.settle()
    assert page.views.by_key["against"].isVisible()
    assert not view.isVisible()
    assert page.views.side.isVisible()
    page.view.set_value("days")
    page.settle()
    assert not page.tools.of_practice.isVisible()


def test_keys_go_through_the_rows_and_say_each(house: House) -> None:
    lived(house)
    _page, view = dose_of(house)
    assert view.told.text().startswith("Calming the alarm and body and sleep had the most turns.")
    view.plot.setFocus()
    press(Qt.Key.Key_Down)
    assert view.told.text() == (
        "Calm the alarm: 12 times in 30 days, 12 in the picture, last today. Mostly 1 day apart."
    )
    press(Qt.Key.Key_Right)
    assert view.told.text() == "Use the brake: not yet."
    press(Qt.Key.Key_End)
    assert view.told.text() == "Connect: not yet."
    press(Qt.Key.Key_Home, Qt.Key.Key_Up)
    assert view.plot.shown == 0


def test_enter_opens_the_days_of_a_row(house: House) -> None:
    lived(house, practices=0)
    practise(house, 3)
    _page, view = dose_of(house)
    view.plot.setFocus()
    press(Qt.Key.Key_Home)
    enter()
    assert house.shell.pages.place.page == "journal"
    assert house.shell.pages.place.part == (TODAY - timedelta(days=3)).isoformat()


def test_looking_at_a_row_moves_nothing_below_it(house: House) -> None:
    lived(house)
    page, view = dose_of(house)
    before = view.places.mapTo(page, QPoint(0, 0)), view.told.height()
    for number in range(8):
        view.plot.choose(number)
        settle()
        assert (view.places.mapTo(page, QPoint(0, 0)), view.told.height()) == before


def test_arrows_go_through_the_map_across_and_down(house: House) -> None:
    lived(house)
    _page, view = dose_of(house)
    view.places.setFocus()
    press(Qt.Key.Key_Right)
    assert view.told_places.text() == "Home, alone: practised 12 times, no moments."
    press(Qt.Key.Key_Down)
    assert view.told_places.text() == "Work, alone: no practice, no moments."
    press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert view.told_places.text() == "Work, with colleagues: no practice, 6 moments came."
    press(Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert view.told_places.text() == "Home, with colleagues: no practice, no moments."
    press(Qt.Key.Key_End, Qt.Key.Key_Down)
    assert view.places.chosen == 24


def test_a_click_on_a_cell_says_it(house: House) -> None:
    lived(house)
    _page, view = dose_of(house)
    where = view.places._room(8).center().toPoint()
    QTest.mouseClick(view.places, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    assert view.places.chosen == 8
    assert "6 moments came" in view.told_places.text()


def test_the_offer_asks_for_a_plan_with_its_cue_and_minutes(house: House) -> None:
    lived(house)
    _page, view = dose_of(house)
    assert "where there is no practice yet" in view.told_places.text()
    assert view.plan.text() == "Plan 2 minutes at work"
    asked: list[object] = []
    view.go.connect(asked.append)
    view.plan.setFocus()
    enter()
    (route,) = asked
    assert isinstance(route, PlanRoute)
    assert (route.page, route.cue, route.minutes) == ("settings", "meet my colleagues at work", 2)
    settle()
    form = house.window.findChild(PlanForm)
    assert form is not None
    assert form.isVisible()
    assert form.form.answers()["cue"] == "meet my colleagues at work"
    assert form.minutes.value() == "2"
    press(Qt.Key.Key_Tab)
    tab_to("Keep this plan")
    enter()
    (kept,) = house.store.plans.holding(TODAY)
    assert (kept.cue, kept.minutes) == ("meet my colleagues at work", 2)


def test_with_too_little_there_are_dots_and_what_it_takes(house: House) -> None:
    lived(house, practices=0, moments=0)
    page, view = dose_of(house)
    words = words_of(page)
    assert "The sentence comes after 10 practices." in words
    assert "So far 0 practices and 0 moments say where and with whom." in words
    assert not view.plan.isVisible()
    assert view.plot.count() == 8
    practise(house, 0)
    page.refresh()
    page.settle()
    assert view.plot.picture is not None
    assert view.plot.picture.rows[0].lately == 1


def test_each_word_has_its_meaning_below_it(house: House) -> None:
    lived(house)
    page, view = dose_of(house)
    view.means.toggle()
    settle()
    words = words_of(page)
    assert "Use the brake: A pause between an urge and what you do." in words
    assert "None of it was measured in your brain." in words


def test_both_pictures_are_tables_and_the_first_can_be_saved(house: House) -> None:
    lived(house)
    page, view = dose_of(house)
    drawing = as_svg(view.plot, view.title).decode()
    assert "Use the brake" in drawing
    assert "12 times" in drawing
    page.tools.table.click()
    settle()
    table = page.views.as_table
    assert table is not None
    assert table.second.isVisible()
    assert table.second.accessibleName() == "Where, and with whom, as a table"
    page.view.set_value("moments")
    page.settle()
    assert not table.second.isVisible()


def test_screen_readers_hear_both_pictures_whole(house: House) -> None:
    lived(house)
    _page, view = dose_of(house)
    assert view.plot.accessibleName() == "What your practice trained, week by week"
    assert "Direction: not yet." in view.plot.accessibleDescription()
    assert view.places.accessibleName() == "Where, and with whom"
    assert "Home, alone: practised 12 times, no moments." in view.places.accessibleDescription()


@pytest.mark.parametrize("width", [300, 420, 610, 900])
def test_names_and_squares_have_their_room_at_every_width(house: House, width: int) -> None:
    lived(house)
    _page, view = dose_of(house)
    view.plot.resize(width, view.plot.heightForWidth(width))
    view.places.resize(width, view.places.heightForWidth(width))
    begin, end = view.plot._across()
    assert 0 < begin < end < width
    assert view.plot.height() >= 8 * theme.px(35)
    rooms = [view.places._room(number) for number in range(view.places.count())]
    assert all(room.left() > 0 and room.right() <= width + 1 for room in rooms)
    assert not any(one.intersects(other) for one in rooms for other in rooms if one is not other)
    assert rooms[-1].bottom() <= view.places.height()
    view.plot.grab()
    view.places.grab()


def test_another_range_counts_other_days(house: House) -> None:
    lived(house)
    practise(house, 200)
    page, view = dose_of(house)
    assert view.plot.picture is not None
    assert sum(view.plot.picture.rows[0].counts) == 12
    page.range.set_value(str(Range.YEAR))
    page.settle()
    assert sum(view.plot.picture.rows[0].counts) == 13
    assert view.heading.text() == "What your practice trained, month by month"


def test_words_that_unfold_move_no_picture_beside_them(house: House) -> None:
    lived(house)
    house.window.resize(1200, 800)
    settle()
    page, view = dose_of(house)
    before = [one.mapTo(page, QPoint(0, 0)) for one in (view.plot, view.places)]
    view.means.toggle()
    settle()
    assert [one.mapTo(page, QPoint(0, 0)) for one in (view.plot, view.places)] == before
    assert view.means.height() >= view.means.heightForWidth(view.means.width())
    assert view.told.height() >= view.told.heightForWidth(view.told.width())


def test_in_a_narrow_window_each_picture_is_followed_by_its_words(house: House) -> None:
    lived(house)
    house.window.resize(640, 800)
    settle()
    page, view = dose_of(house)
    order = (view.plot, view.told, view.places, view.told_places)
    heights = [one.mapTo(view, QPoint(0, 0)).y() for one in order]
    assert heights == sorted(heights)
    assert len(set(heights)) == 4
    house.window.resize(1300, 800)
    settle()
    page.grab()
    assert view.told.mapTo(view, QPoint(0, 0)).x() > view.plot.width()
