"""A window that stays open follows the zone, the day and the customs of the place, and mixes up no days."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from rewire_app.desktop.wall_alarm import WallAlarm
from rewire_app.ui.frame.surroundings import Surroundings
from tests.store import entries as make
from tests.ui.house import House, enter, focused, settle, tab_to, type_in, words_of
from tests.ui.journal_room import TODAY, add_moment, fill_disk, journal, note_of

LATE = datetime(2026, 11, 24, 23, 50)
MORNING = datetime(2026, 11, 25, 8, 0)
NEXT = TODAY + timedelta(days=1)


def alarm_of(house: House) -> WallAlarm:
    """What makes the window look by itself."""
    surroundings = house.shell.findChild(Surroundings)
    assert isinstance(surroundings, Surroundings)
    alarm = surroundings.findChild(WallAlarm)
    assert isinstance(alarm, WallAlarm)
    return alarm


def tick(house: House) -> None:
    """The alarm of the wall clock rings."""
    alarm_of(house).rang.emit()
    settle()


def key_in_the_window(house: House) -> None:
    """A key comes from the desktop to the window, before any of its parts."""
    QTest.keyClick(house.window.windowHandle(), Qt.Key.Key_Shift)
    settle()


def test_in_the_morning_the_journal_goes_on_to_the_new_day_and_says_so(house: House) -> None:
    house.clock.stopped_at = LATE
    page = journal(house)
    tab_to("Note")
    type_in("Late")
    house.clock.stopped_at = MORNING
    tick(house)
    assert note_of(house, TODAY) == "Late"
    assert "Wednesday 25 November" in words_of(page)
    assert "What you noted before is saved under Tuesday 24 November." in words_of(house.window)
    type_in("Rested")
    page.leave()
    assert (note_of(house, TODAY), note_of(house, NEXT)) == ("Late", "Rested")


def test_after_a_computer_slept_the_first_key_finds_the_new_day(house: House) -> None:
    house.clock.stopped_at = LATE
    page = journal(house)
    house.clock.stopped_at = MORNING
    key_in_the_window(house)
    assert "Wednesday 25 November" in words_of(page)


def test_coming_back_to_the_window_turns_the_day_of_the_journal(house: House, other_window: QWidget) -> None:
    house.clock.stopped_at = LATE
    page = journal(house)
    house.look_away(other_window)
    house.clock.stopped_at = MORNING
    house.activate(house.window)
    assert "Wednesday 25 November" in words_of(page)


def test_a_day_that_was_chosen_stays_when_the_day_turns(house: House) -> None:
    house.clock.stopped_at = LATE
    page = journal(house, "journal/2026-11-20")
    house.clock.stopped_at = MORNING
    tick(house)
    assert "Friday 20 November" in words_of(page)
    tab_to("Today", back=True)
    assert "Friday 20 November" in words_of(page)


def test_a_journal_behind_another_page_goes_on_without_a_word(house: House) -> None:
    house.clock.stopped_at = LATE
    journal(house)
    today = house.go("today")
    house.clock.stopped_at = MORNING
    tick(house)
    assert "Wednesday 25 November" in words_of(today)
    assert "is saved under" not in words_of(house.window)
    assert "Wednesday 25 November" in words_of(house.go("journal"))


def test_a_moment_half_written_keeps_its_day_until_it_is_kept(house: House) -> None:
    house.clock.stopped_at = LATE
    journal(house)
    add_moment()
    type_in("The call")
    house.clock.stopped_at = MORNING
    tick(house)
    assert "Tuesday 24 November" in words_of(house.shell)
    tab_to("Keep this moment")
    enter()
    [kept] = house.store.moments.for_day(TODAY)
    assert kept.at.wall == LATE


def test_words_that_cannot_be_saved_stay_on_their_own_day(house: House) -> None:
    house.clock.stopped_at = LATE
    page = journal(house)
    fill_disk(house)
    tab_to("Note")
    focused().setPlainText("x" * 9_000)  # type: ignore[attr-defined]
    house.clock.stopped_at = MORNING
    tick(house)
    assert "Tuesday 24 November" in words_of(page)
    fill_disk(house, full=False)
    page.leave()
    assert len(note_of(house, TODAY)) == 9_000
    assert note_of(house, NEXT) == ""


@pytest.mark.parametrize(
    ("zone", "day"),
    [("Pacific/Auckland", "Wednesday 25 November"), ("America/Los_Angeles", "Tuesday 24 November")],
)
def test_in_another_zone_all_pages_show_the_day_that_is_there(zone: str, day: str, house: House) -> None:
    page = journal(house)
    here = house.clock.now().aware
    house.clock.zone = ZoneInfo(zone)
    house.clock.stopped_at = here.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    tick(house)
    assert day in words_of(page)
    assert day in words_of(house.go("today"))


def test_another_hour_for_the_start_of_a_day_is_in_force_at_once(house: House) -> None:
    house.clock.stopped_at = datetime(2026, 11, 25, 2, 0)
    page = journal(house)
    assert "Tuesday 24 November" in words_of(page)
    house.context.preferences.put(day_start=1)
    settle()
    assert "Wednesday 25 November" in words_of(page)


def test_the_window_waits_for_the_start_of_the_next_day_and_looks_at_nothing_before(house: House) -> None:
    house.clock.stopped_at = datetime(2026, 11, 25, 3, 59, 50)
    house.open()
    tick(house)
    assert alarm_of(house).ahead_ms == 10_001
    house.clock.stopped_at = datetime(2026, 11, 25, 12, 0)
    tick(house)
    assert alarm_of(house).ahead_ms == 16 * 3_600_000 + 1


def test_what_is_chosen_for_days_and_times_is_shown_everywhere_at_once(house: House) -> None:
    house.open()
    house.store.nights.put(make.night(day=TODAY))
    page = house.go("journal")
    assert "November 24" not in words_of(page)
    house.context.preferences.put(date_order="month", clock="12")
    settle()
    assert "Tuesday, November 24" in words_of(house.go("today"))
    page = house.go("journal")
    assert "Tuesday, November 24" in words_of(page)
    assert "04:00" not in words_of(house.go("settings/plan"))
