"""The night as one notes it: in few presses, what is usual, when one was awake, and what a watch tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from rewire_app.domain.journal.entries import Night, new_uid
from rewire_app.domain.journal.night_entry import NightTimes, make_night
from rewire_app.ui.base.page import Page
from rewire_app.ui.journal.night_bar import NightBar
from rewire_app.ui.journal.night_card import NightCard
from rewire_app.ui.journal.night_form import NightForm
from tests.store import journal_entries as journal
from tests.ui.house import (
    House,
    ctrl,
    described,
    enter,
    focused,
    press,
    settle,
    tab_to,
    type_in,
    type_over,
    words_of,
)
from tests.ui.journal_room import TODAY, let_rest, unfold_night

LAST = NightTimes(bed=22 * 60, lights=22 * 60 + 20, sol_min=20, waso_min=25, wake=360, up=390, awakenings=2)
HOSTILE = '=1+1 <img src="file:///etc/passwd"> ![x](//host/share) \u202eabc\ud800!'


def stored(house: House, times: NightTimes, day: date = TODAY) -> Night:
    """A night that is noted."""
    night = make_night(times, uid=new_uid(house.clock.now()), day=day, clock=house.clock)
    house.store.nights.put(night)
    return night


def night_of(house: House, day: date = TODAY) -> Night:
    """The night that is kept."""
    night = house.store.nights.get(day)
    assert night is not None
    return night


def card_of(page: Page) -> NightCard:
    """The card of the night."""
    card = page.findChild(NightCard)
    assert isinstance(card, NightCard)
    return card


def test_a_night_like_the_last_one_takes_four_presses_and_one_step_back(house: House) -> None:
    house.open()
    stored(house, LAST, TODAY - timedelta(days=2))
    house.go("today")
    press(Qt.Key.Key_N)
    settle()
    press(Qt.Key.Key_L)
    assert house.store.nights.get(TODAY) is None
    enter()
    night = night_of(house)
    assert night.bed.wall == datetime(2026, 11, 23, 22, 0)
    assert (night.sol_min, night.waso_min, night.awakenings, night.awake) == (20, 25, 2, ())
    assert focused().accessibleName() == "Done, back to Today"
    enter()
    assert house.shell.page("today").isVisible()
    house.go("journal")
    house.context.hub.undo()
    assert house.store.nights.get(TODAY) is None


def test_a_usual_night_is_offered_over_one_that_is_noted_and_kept_only_when_said(house: House) -> None:
    house.open()
    for back in (1, 2, 3):
        stored(house, LAST, TODAY - timedelta(days=back))
    noted = stored(house, replace(LAST, bed=60, lights=60))
    page = house.go("journal")
    tab_to("Usual night")
    enter()
    assert card_of(page).findChild(NightBar).value_texts()["bed"] == "22:00"
    assert night_of(house) == noted
    enter()
    assert night_of(house).bed.wall == datetime(2026, 11, 23, 22, 0)
    house.context.hub.undo()
    assert night_of(house) == noted


def test_times_awake_that_are_drawn_are_kept_and_drawn_again(house: House) -> None:
    house.open()
    stored(house, replace(LAST, waso_min=0, awakenings=None))
    bar = card_of(house.go("journal")).findChild(NightBar)
    for start, end in ((60, 85), (240, 255)):
        one, other = (QPoint(round(bar.x_of(at)), bar.height() // 2) for at in (start, end))
        QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=one)
        QTest.mouseMove(bar, other)
        QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=other)
    night = night_of(house)
    assert (night.awake, night.waso_min, night.awakenings) == (((160, 25), (340, 15)), 40, 2)
    assert described(bar) == "6 h 40 min asleep of 8 h 30 min in bed, awake 40 min in 2 parts"
    house.close()
    house.open()
    assert card_of(house.go("journal")).findChild(NightBar).night().parts == ((60, 85), (240, 255))
    tab_to("Awake, in all")
    type_over("50")
    press(Qt.Key.Key_Tab)
    assert (night_of(house).awake, night_of(house).waso_min) == ((), 50)


def test_trying_to_sleep_has_a_handle_between_bed_and_sleep(house: House) -> None:
    house.open()
    stored(house, LAST)
    card_of(house.go("journal"))
    tab_to("Tried to sleep")
    press(Qt.Key.Key_Right)
    night = night_of(house)
    assert (night.lights.wall.time().isoformat("minutes"), night.sol_min) == ("22:25", 15)


@pytest.mark.parametrize(
    ("field", "typed", "asked"),
    [("Into bed", "10:50", "Did you mean 22:50?"), ("Got up", "18:45", "Did you mean 06:45?")],
)
def test_swapped_am_and_pm_are_asked_about_and_mended_with_one_press(
    field: str, typed: str, asked: str, house: House
) -> None:
    house.open()
    before = stored(house, replace(LAST, lights=23 * 60))
    card = card_of(house.go("journal"))
    tab_to("Got up")
    tab_to(field, back=field != "Got up")
    type_over(typed)
    press(Qt.Key.Key_Tab)
    assert night_of(house) == before
    assert "8 h 30 min" not in words_of(card)
    marked = [key for key in ("bed", "up") if card.findChild(NightForm).form.field(key).frame.fault]
    assert marked == ["bed" if field == "Into bed" else "up"]
    tab_to(asked)
    enter()
    assert night_of(house) != before
    assert night_of(house).in_bed_min < 14 * 60
    assert not card.findChild(NightForm).form.field("bed").frame.fault


def test_how_the_figures_come_about_is_told_with_the_times_of_the_night(house: House) -> None:
    house.open()
    times = replace(LAST, bed=1370, lights=1390, sol_min=25, waso_min=40, wake=405, up=430)
    stored(house, times)
    card = card_of(house.go("journal"))
    tab_to("How this is worked out")
    enter()
    words = words_of(card)
    assert "In bed: from 22:50 to 07:10 is 8 h 20 min." in words
    assert "from trying to sleep at 23:10 to the last waking at 06:45 is 7 h 35 min." in words
    assert "Less 25 min to fall asleep and 40 min awake, that is 6 h 30 min." in words
    assert "78% is the time asleep of the time in bed" in words
    assert "since trying to sleep it is 81%" in words


def test_a_night_that_is_noted_a_day_later_says_so(house: House) -> None:
    house.open()
    page = house.go("journal/2026-11-22")
    tab_to("Note the night")
    enter()
    enter()
    assert night_of(house, date(2026, 11, 22)).noted_day == TODAY
    assert "Noted on Tuesday 24 November." in words_of(card_of(page))
    house.go("journal/2026-11-24")
    tab_to("Note the night", back=True)
    enter()
    enter()
    assert "Noted on" not in words_of(card_of(page))


def test_what_a_watch_tells_stands_beside_the_diary_and_changes_nothing_in_it(house: House) -> None:
    house.open()
    night = stored(house, LAST)
    recording = journal.recording(recorder="watch", day=TODAY, asleep=night.lights, wake=night.up)
    house.store.night_recordings.put(recording)
    card = card_of(house.go("journal"))
    line = "6 h 50 min asleep, 22:20 to 06:30. It stands beside your diary and is never mixed into it."
    assert "From watch" in words_of(card)
    assert line in words_of(card)
    assert night_of(house) == night
    house.go("journal/2026-11-20")
    assert "From watch" not in words_of(card)


def test_hostile_words_about_a_night_stay_words(house: House) -> None:
    house.open()
    night = stored(house, LAST)
    house.store.night_recordings.put(
        journal.recording(recorder=HOSTILE, day=TODAY, asleep=night.lights, wake=night.up)
    )
    page = house.go("journal")
    unfold_night()
    tab_to("Anything about the night")
    form = card_of(page).findChild(NightForm).form
    form.field("note").line.setText(HOSTILE)
    let_rest(page)
    kept = night_of(house).note
    assert kept == HOSTILE.replace("\ud800", "")
    assert '<img src="file:///etc/passwd">' in words_of(card_of(page))


def test_typing_every_time_takes_no_more_presses_than_its_digits_and_a_tab_each(house: House) -> None:
    house.open()
    house.go("today")
    press(Qt.Key.Key_N)
    settle()
    for digits in ("2250", "2310", "25", "2", "40", "0645", "0710"):
        type_in(digits)
        press(Qt.Key.Key_Tab)
    night = night_of(house)
    assert (night.in_bed_min, night.asleep_min, night.awakenings) == (500, 390, 2)
    ctrl(Qt.Key.Key_1)
    assert night_of(house) == night
