"""Nights in the real window: one by one by keys, five weeks a page, as a table, and their days."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt

from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.journal.night_entry import NightTimes, make_night
from rewire_app.exchange.sample.fill import fill
from rewire_app.ui.trends.nights_view import NightsView
from rewire_app.ui.trends.page import TrendsPage
from tests.ui.house import House, described, focused, press, settle, words_of
from tests.ui.journal_room import TODAY


def nights(house: House) -> tuple[TrendsPage, NightsView]:
    """The nights, in an open window."""
    page = house.go("trends")
    assert isinstance(page, TrendsPage)
    page.settle()
    page.view.set_value("sleep")
    page.settle()
    settle()
    view = page.views.by_key["nights"]
    assert isinstance(view, NightsView)
    return page, view


def noted(house: House, back: int, bed: int) -> None:
    """A night that is noted, from `bed` to seven in the morning."""
    times = NightTimes(bed=bed, lights=bed, sol_min=20, waso_min=0, wake=410, up=420)
    day = TODAY - timedelta(days=back)
    house.store.nights.put(make_night(times, uid=new_uid(house.clock.now()), day=day, clock=house.clock))


def test_sleep_shows_the_nights_first_and_the_evenings_when_asked(house: House) -> None:
    house.open()
    fill(house.store, 120, 7, TODAY)
    page, view = nights(house)
    assert view.isVisible()
    assert not page.views.side.isVisible()
    assert page.range.accessibleDescription() == "Nights are shown five weeks at a time, whatever the range."
    page.tools.of_sleep.set_value("sleep")
    page.settle()
    assert not view.isVisible()
    assert page.views.side.isVisible()
    page.tools.of_sleep.set_value("nights")
    page.settle()
    assert view.isVisible()


def test_the_keys_go_from_night_to_night_and_enter_opens_its_day(house: House) -> None:
    house.open()
    fill(house.store, 40, 7, TODAY)
    for back, bed in ((0, 23 * 60), (1, 22 * 60)):
        noted(house, back, bed)
    _page, view = nights(house)
    view.plot.setFocus()
    assert view.readout.text.text() == (
        "Night to Tuesday 24 November: in bed 23:00 to 07:00, asleep 7 h 30 min, middle 03:05."
    )
    press(Qt.Key.Key_Up)
    assert view.readout.text.text().startswith("Night to Monday 23 November: in bed 22:00 to 07:00")
    press(Qt.Key.Key_Return)
    settle()
    assert "Monday 23 November" in words_of(house.shell.page("journal"))


def test_what_the_nights_show_stands_beside_them_and_is_heard(house: House) -> None:
    house.open()
    fill(house.store, 40, 7, TODAY)
    for back in range(14):
        noted(house, back, 23 * 60)
    page, view = nights(house)
    said = "Over 14 nights the middle of the night moved by about 0 minutes."
    assert said in words_of(view)
    assert said in described(view.plot)
    view.how.toggle()
    assert "standard deviation of the middles" in words_of(view)
    assert "7 h 30 min" in words_of(view)
    page.tools.table.click()
    page.settle()
    assert page.views.as_table is not None
    table = view.table()
    assert table is not None
    assert table.rows[-1][0] == "Tuesday 24 November 2026"


def test_earlier_nights_are_one_press_away(house: House) -> None:
    house.open()
    fill(house.store, 80, 7, TODAY)
    _page, view = nights(house)
    raster = view.plot.raster
    assert raster is not None
    newest = raster.rows[-1].day
    view.earlier.click()
    raster = view.plot.raster
    assert raster is not None
    assert raster.rows[-1].day == newest - 35
    assert view.later.isEnabled()
    view.later.click()
    assert not view.later.isEnabled()


def test_the_focus_stays_with_the_choice_of_a_picture(house: House) -> None:
    house.open()
    fill(house.store, 40, 7, TODAY)
    page, _view = nights(house)
    page.tools.of_sleep.setFocus()
    press(Qt.Key.Key_Right)
    page.settle()
    assert page.tools.of_sleep.isAncestorOf(focused())
