"""What was noted while the clock was wrong is said, shown, moved to the day it was, and taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from rewire_app.domain.journal.ahead import moved
from rewire_app.domain.journal.entries import Pause, Plan
from rewire_app.domain.journal.marks import Mark, MarkKind
from rewire_app.ui.journal.ahead_card import AheadCard
from tests.store import entries as make
from tests.store import journal_entries as entries
from tests.store.list_entries import own_measure, own_rating
from tests.ui.house import House, ctrl, enter, focused, tab_to, type_over, words_of
from tests.ui.journal_room import TODAY, YESTERDAY, journal

FAR = date(2030, 1, 3)


@pytest.fixture
def later(house: House) -> House:
    """Somebody whose clock was four years ahead for one session."""
    house.open()
    house.store.days.put(make.day_entry(day=FAR, note="A long day"))
    house.store.moments.add(make.moment(day=FAR, trigger="The phone"))
    house.store.nights.put(make.night(day=FAR))
    house.close()
    return house


def test_entries_that_lie_ahead_are_said_and_shown_on_the_journal(later: House) -> None:
    words = words_of(journal(later))
    assert "3 entries lie in the future" in words
    assert "An evening or a note: A long day" in words
    assert "A moment: The phone" in words
    assert "Thursday 3 January 2030" in words


def test_what_begins_in_days_to_come_is_listed_and_moved_with_its_length(house: House) -> None:
    house.open()
    plan = Plan(uid="1" * 32, from_day=FAR, per_week=3, cue="wake", exercise="b-paced", minutes=4)
    pause = Pause(uid="2" * 32, from_day=FAR, to_day=FAR + timedelta(days=2))
    mark = Mark(
        uid="3" * 32, from_day=FAR, to_day=FAR + timedelta(days=6), kind=MarkKind.WORK, text="New team"
    )
    house.store.many([plan, pause, mark])
    house.close()
    page = journal(house)
    assert "3 entries lie in the future" in words_of(page)
    for name in ("A plan: Paced breathing", "A pause", "A mark: New team"):
        tab_to(f"Move: {name}")
        enter()
    assert "in the future" not in words_of(page)
    assert house.store.plans.current(TODAY) == replace(plan, from_day=TODAY)
    assert house.store.pauses.all() == [replace(pause, from_day=TODAY, to_day=TODAY + timedelta(days=2))]
    assert house.store.marks.all() == [replace(mark, from_day=TODAY, to_day=TODAY + timedelta(days=6))]
    ctrl(Qt.Key.Key_Z)
    assert "A mark: New team" in words_of(page)


def test_a_note_of_a_day_to_come_is_moved_with_its_words(house: House) -> None:
    house.open()
    at = make.later((FAR - make.DAY).days * 1440)
    house.store.notes.add(note := entries.note(day=FAR, at=at, text="A long\nday"))
    page = house.go("journal")
    tab_to("Move: A note: A long day")
    enter()
    [moved] = house.store.notes.for_day(TODAY)
    assert (moved.uid, moved.text, moved.at.wall.date()) == (note.uid, note.text, TODAY)
    assert "in the future" not in words_of(page)


def test_an_entry_is_moved_to_a_day_and_taken_back(later: House) -> None:
    page = journal(later)
    tab_to("Move: A moment: The phone")
    enter()
    [moment] = later.store.moments.for_day(TODAY)
    assert moment.trigger == "The phone"
    assert "2 entries lie in the future" in words_of(page)
    assert "Moments: 1 today" in words_of(page)
    assert focused().accessibleName() == "Move: An evening or a note: A long day"
    ctrl(Qt.Key.Key_Z)
    assert later.store.moments.for_day(TODAY) == []
    assert "3 entries lie in the future" in words_of(page)


def test_the_day_it_was_can_be_typed_and_one_that_is_taken_is_refused(later: House) -> None:
    page = journal(later)
    later.store.days.put(make.day_entry(day=YESTERDAY, note="Mine"))
    tab_to("Move to")
    type_over("23.11.2026")
    tab_to("Move: An evening or a note: A long day")
    enter()
    assert "There is an entry of this kind on that day already. Choose another day." in words_of(later.window)
    kept = later.store.days.get(YESTERDAY)
    assert kept is not None
    assert kept.note == "Mine"
    tab_to("Move to", back=True)
    type_over("22.11.2026")
    tab_to("Move: An evening or a note: A long day")
    enter()
    assert later.store.days.get(date(2026, 11, 22)) is not None
    assert later.store.days.get(FAR) is None
    assert "2 entries lie in the future" in words_of(page)


def test_a_value_of_an_own_measure_is_moved_like_the_rest(house: House) -> None:
    house.open()
    measure = own_measure("Headache")
    house.store.custom_measures.add(measure)
    house.store.custom_ratings.put(replace(own_rating(measure, value=4), day=FAR))
    house.store.custom_ratings.put(replace(own_rating(measure, value=2), day=TODAY))
    house.close()
    page = journal(house)
    kept = house.store.custom_ratings
    assert "1 entry lies in the future" in words_of(page)
    tab_to("Move: Headache: 4")
    enter()
    assert "There is an entry of this kind on that day already. Choose another day." in words_of(house.window)
    tab_to("Move to", back=True)
    type_over("23.11.2026")
    tab_to("Move: Headache: 4")
    enter()
    assert [one.value for one in kept.for_day(YESTERDAY)] == [4]
    assert "in the future" not in words_of(page)
    ctrl(Qt.Key.Key_Z)
    assert kept.for_day(YESTERDAY) == []
    assert "1 entry lies in the future" in words_of(page)


def test_a_journey_over_the_date_line_is_not_called_a_wrong_clock(house: House) -> None:
    house.clock.zone, house.clock.stopped_at = ZoneInfo("Asia/Tokyo"), datetime(2026, 11, 25, 6, 0)
    journal(house)
    house.store.moments.add(make.moment(day=date(2026, 11, 25), trigger="The plane"))
    house.close()
    house.clock.zone, house.clock.stopped_at = ZoneInfo("America/Los_Angeles"), datetime(2026, 11, 24, 13, 0)
    words = words_of(journal(house))
    assert "1 entry lies in the future" in words
    assert "or you have travelled west since" in words


def test_where_nothing_lies_ahead_nothing_is_said(house: House) -> None:
    page = journal(house)
    assert not page.findChild(AheadCard).isVisible()


def test_it_is_said_when_the_clock_goes_back_while_the_window_is_open(house: House) -> None:
    house.clock.stopped_at = datetime(2030, 1, 3, 12, 0)
    page = journal(house)
    house.store.days.put(make.day_entry(day=FAR, note="A long day"))
    house.clock.stopped_at = datetime(2026, 11, 24, 12, 0)
    house.context.preferences.changed.emit()
    assert "Tuesday 24 November" in words_of(page)
    assert "1 entry lies in the future" in words_of(page)


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_a_night_that_is_moved_is_as_long_as_before_at_the_same_hours(day: date) -> None:
    night = make.night(day=FAR)
    there = moved(night, day)
    assert (there.in_bed_min, there.asleep_min) == (night.in_bed_min, night.asleep_min)
    assert there.up.wall.time() == night.up.wall.time()
    assert there.day == day
    assert (night.up.wall.date() - night.day) == (there.up.wall.date() - there.day)
