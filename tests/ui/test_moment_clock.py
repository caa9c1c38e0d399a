"""The clock of a moment: seen beside every page, over a restart, until somebody says that it has settled."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt, QTimer

from rewire_app.ui.base import routes
from rewire_app.ui.frame.moment_chip import MomentChip
from rewire_app.ui.moment.clock_strip import ClockStrip, ClockWords
from rewire_app.ui.widgets.settling_chip import SettlingChip
from tests.store import entries as make
from tests.ui.house import House, ctrl, enter, focused, press, settle, tab_to, type_in, words_of
from tests.ui.journal_room import TODAY, add_moment, journal


def chip(house: House) -> SettlingChip | None:
    """The chip in sight, once the minute is over."""
    house.shell.findChild(MomentChip).findChild(QTimer).timeout.emit()
    settle()
    shown = [one for one in house.shell.findChildren(SettlingChip) if one.isVisible()]
    assert len(shown) <= 1
    return shown[0] if shown else None


def at(minute: int, hour: int = 19) -> datetime:
    return datetime(2026, 11, 24, hour, minute)


@pytest.mark.parametrize("size", [(1200, 800), (900, 600), (640, 420)])
def test_the_chip_goes_on_elsewhere_and_after_a_restart_until_it_has_settled(
    size: tuple[int, int], house: House
) -> None:
    house.open().resize(*size)
    assert chip(house) is None
    house.go(routes.moment(TODAY))
    type_in("A word of mine")
    house.go("library")
    house.clock.stopped_at = at(36)
    house.close()
    house.open().resize(*size)
    shown = chip(house)
    assert shown is not None
    assert shown.accessibleName() == "Settling, 6 min, since 19:30"
    shown.click()
    settle()
    assert focused().accessibleName() == "It has settled"
    enter()
    assert chip(house) is None
    enter()
    [moment] = house.store.moments.for_day(TODAY)
    assert (moment.trigger, moment.calm_min, moment.measured) == ("A word of mine", 6, True)


def test_a_moment_kept_while_its_clock_runs_is_settled_by_one_key_from_the_chip(house: House) -> None:
    page = journal(house)
    add_moment()
    type_in("The row")
    enter()
    house.clock.stopped_at = at(50)
    shown = chip(house)
    assert shown is not None
    assert shown.accessibleName() == "Settling, 20 min, since 19:30"
    shown.click()
    settle()
    press(Qt.Key.Key_S)
    [moment] = house.store.moments.for_day(TODAY)
    assert (moment.calm_min, moment.still_going, moment.measured) == (20, False, True)
    assert page.isVisible()
    assert chip(house) is None
    ctrl(Qt.Key.Key_Z)
    assert chip(house) is not None


@pytest.mark.parametrize("way", ["I do not know", "Type the minutes instead", "Leave it"])
def test_what_is_said_otherwise_stops_the_clock(way: str, house: House) -> None:
    house.open()
    house.go(routes.moment(TODAY))
    assert chip(house) is not None
    tab_to(way)
    enter()
    assert chip(house) is None


def test_a_clock_that_was_forgotten_is_shown_no_more(house: House) -> None:
    house.open()
    house.go(routes.moment(TODAY))
    type_in("The row")
    house.go("today")
    house.clock.stopped_at = datetime(2026, 11, 25, 7, 31)
    assert chip(house) is None
    house.close()
    house.open()
    house.go(routes.moment(TODAY))
    enter()
    [moment] = house.store.moments.for_day(TODAY)
    assert (moment.at.wall, moment.calm_min, moment.measured) == (at(30), None, None)


def test_while_it_runs_a_screen_reader_hears_no_seconds(house: House) -> None:
    house.open()
    page = house.go(routes.moment(TODAY))
    house.clock.stopped_at = datetime(2026, 11, 24, 19, 36, 20)
    strip = page.findChild(ClockStrip)
    assert isinstance(strip, ClockStrip)
    strip.tick()
    [line] = strip.findChildren(ClockWords)
    assert line.accessibleName() == "6 min since it started at 19:30"


@pytest.mark.parametrize("page", ["journal", "today"])
def test_what_was_still_going_is_offered_to_be_finished(page: str, house: House) -> None:
    house.open()
    going = make.moment(day=TODAY, at=house.clock.at(at(5, 9)), still_going=True, calm_min=None)
    house.context.hub.do("kept", house.store.moments.add, going)
    house.go(page)
    tab_to("It has settled: the moment at 09:05")
    enter()
    assert focused().accessibleName() == "It has settled: type the minutes"
    enter()
    type_in("45")
    enter()
    [moment] = house.store.moments.for_day(TODAY)
    assert (moment.calm_min, moment.still_going, moment.measured) == (45, False, False)
    assert "It has settled" not in words_of(house.go(page))


def test_where_the_window_is_hidden_there_is_no_chip(house: House) -> None:
    house.open()
    house.go(routes.moment(TODAY))
    assert chip(house) is not None
    house.window.go(routes.HIDE)
    assert chip(house) is None
