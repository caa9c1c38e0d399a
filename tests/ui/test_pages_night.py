"""The night: drawn on the bar or typed, with its true length, kept only when it can be right."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from rewire_app.domain.days import ZoneClock
from rewire_app.domain.journal.entries import Night, new_uid
from rewire_app.domain.journal.night_entry import NightTimes, make_night
from rewire_app.ui.base import routes
from rewire_app.ui.base.page import Page
from rewire_app.ui.journal.night_bar import NightBar
from rewire_app.ui.journal.night_card import NightCard
from rewire_app.ui.journal.night_form import NightForm
from tests.store import entries as make
from tests.ui.house import (
    House,
    arrow_to,
    ctrl,
    enter,
    focused,
    press,
    settle,
    space,
    tab_to,
    type_in,
    type_over,
    words_of,
)
from tests.ui.journal_room import let_rest, unfold_night

TODAY = date(2026, 11, 24)
FORM = ("Into bed", "Tried to sleep", "To fall asleep", "Last woke", "Got up")


def night_of(house: House, day: date = TODAY) -> Night:
    night = house.store.nights.get(day)
    assert night is not None
    return night


def card_of(page: Page) -> NightCard:
    card = page.findChild(NightCard)
    assert isinstance(card, NightCard)
    return card


def begin(house: House) -> Page:
    page = house.go("journal")
    tab_to("Note the night")
    enter()
    return page


def type_night(bed: str, lights: str, sol: str, wake: str, up: str) -> None:
    for name, words in zip(FORM, (bed, lights, sol, wake, up), strict=True):
        tab_to(name)
        type_over(words)
    press(Qt.Key.Key_Tab)


def test_beginning_stores_nothing_until_something_is_changed_or_accepted(house: House) -> None:
    house.open()
    page = begin(house)
    assert house.store.nights.get(TODAY) is None
    assert "in bed" not in words_of(card_of(page)).splitlines()
    tab_to("Keep these times")
    enter()
    assert night_of(house).in_bed_min == 480
    assert "8 h 0 min" in words_of(card_of(page))


def test_the_bar_is_moved_by_arrows_and_saves_by_itself(house: House) -> None:
    house.open()
    page = begin(house)
    tab_to("Up")
    press(Qt.Key.Key_Right)
    assert night_of(house).up.wall == datetime(2026, 11, 24, 7, 5)
    tab_to("In bed", back=True)
    press(Qt.Key.Key_Left, modifier=Qt.KeyboardModifier.ShiftModifier)
    night = night_of(house)
    assert night.bed.wall == datetime(2026, 11, 23, 22, 30)
    assert night.in_bed_min == 515
    assert "8 h 35 min" in words_of(card_of(page))
    ctrl(Qt.Key.Key_Z)
    assert night_of(house).bed.wall == datetime(2026, 11, 23, 23, 0)
    assert night_of(house).up.wall == datetime(2026, 11, 24, 7, 5)
    ctrl(Qt.Key.Key_Z)
    assert house.store.nights.get(TODAY) is None


def test_a_night_across_midnight_is_typed_in_the_form(house: House) -> None:
    house.open()
    page = begin(house)
    type_night("23:10", "23:30", "15", "6:45", "7:10")
    night = night_of(house)
    assert night.bed.wall == datetime(2026, 11, 23, 23, 10)
    assert night.up.wall == datetime(2026, 11, 24, 7, 10)
    assert (night.in_bed_min, night.asleep_min) == (480, 420)
    words = words_of(card_of(page))
    assert "8 h 0 min" in words
    assert "7 h 0 min" in words
    assert "88%" in words
    assert card_of(page).findChild(NightBar).value_texts()["bed"] == "23:10"


def test_to_bed_after_midnight_is_the_same_day(house: House) -> None:
    house.open()
    begin(house)
    type_night("0:30", "0:45", "5", "8:00", "8:15")
    night = night_of(house)
    assert night.bed.wall == datetime(2026, 11, 24, 0, 30)
    assert night.in_bed_min == 465


def test_times_that_leave_no_sleep_are_not_kept_and_not_thrown_away(house: House) -> None:
    house.open()
    page = begin(house)
    type_night("23:00", "23:30", "30", "6:00", "6:30")
    before = night_of(house)
    tab_to("To fall asleep", back=True)
    type_over("700")
    press(Qt.Key.Key_Tab)
    words = words_of(card_of(page))
    assert "These times leave no sleep at all. Look at the times once more." in words
    assert night_of(house) == before
    form = card_of(page).findChild(NightForm).form
    assert form.answer("sol_min") == 700
    house.context.hub.changed.emit(frozenset({"days"}))
    assert form.answer("sol_min") == 700
    tab_to("To fall asleep", back=True)
    type_over("20")
    press(Qt.Key.Key_Tab)
    assert night_of(house).sol_min == 20
    assert "no sleep at all" not in words_of(card_of(page))


@pytest.mark.parametrize("typed", ["25:00", "late", "7.99"])
def test_a_time_that_is_none_is_marked_and_the_night_before_it_stays(typed: str, house: House) -> None:
    house.open()
    page = begin(house)
    type_night("23:00", "23:30", "30", "6:00", "6:30")
    before = night_of(house)
    tab_to("Got up", back=True)
    type_over(typed)
    press(Qt.Key.Key_Tab)
    assert "Use a time such as 23:10" in words_of(card_of(page))
    assert night_of(house) == before


def test_more_about_the_night_is_kept_and_what_was_not_said_is_not_no(house: House) -> None:
    house.open()
    begin(house)
    type_night("23:00", "23:30", "30", "6:00", "6:30")
    tab_to("Very poor")
    arrow_to("Good")
    space()
    tab_to("Times awake", back=True)
    type_in("2")
    unfold_night()
    tab_to("Coffee or tea after 14:00")
    arrow_to("Alcohol")
    space()
    unfold_night()
    tab_to("Anything about the night")
    type_in("Storm")
    press(Qt.Key.Key_Tab)
    night = night_of(house)
    assert (night.quality, night.awakenings, night.note) == (7, 2, "Storm")
    assert (night.caffeine_late, night.alcohol, night.medicine) == (None, True, None)


def test_times_half_typed_are_kept_when_one_leaves_by_a_shortcut(house: House) -> None:
    house.open()
    begin(house)
    tab_to("To fall asleep")
    type_over("45")
    assert house.store.nights.get(TODAY) is None
    ctrl(Qt.Key.Key_1)
    assert night_of(house).sol_min == 45


def test_words_about_the_night_are_kept_when_one_leaves_by_a_shortcut(house: House) -> None:
    house.open()
    begin(house)
    type_night("23:00", "23:30", "30", "6:00", "6:30")
    unfold_night()
    tab_to("Anything about the night")
    type_in("Storm")
    ctrl(Qt.Key.Key_1)
    assert night_of(house).note == "Storm"


def test_a_night_is_removed_and_comes_back(house: House) -> None:
    house.open()
    house.store.nights.put(make.night(day=TODAY))
    before = night_of(house)
    house.go("journal")
    tab_to("Remove")
    enter()
    assert house.store.nights.get(TODAY) is None
    ctrl(Qt.Key.Key_Z)
    assert night_of(house) == before


def test_a_night_that_is_only_looked_at_does_not_change(house: House) -> None:
    house.open()
    house.store.nights.put(make.night(day=TODAY))
    before = house.context.vault.commit_seq
    house.go("journal")
    for _turn in range(30):
        press(Qt.Key.Key_Tab)
    house.go("today")
    assert house.context.vault.commit_seq == before


@pytest.mark.parametrize(
    ("day", "in_bed", "words"),
    [(date(2026, 3, 29), 420, "7 h 0 min"), (date(2026, 10, 25), 540, "9 h 0 min")],
)
def test_over_a_clock_change_the_page_shows_the_time_that_really_passed(
    day: date, in_bed: int, words: str, house: House
) -> None:
    zone = ZoneInfo("Europe/Amsterdam")
    house.clock = ZoneClock(zone, stopped_at=datetime(day.year, day.month, day.day, 20, 0))
    house.open()
    page = begin(house)
    type_night("23:00", "23:00", "0", "7:00", "7:00")
    assert night_of(house, day).in_bed_min == in_bed
    assert words in words_of(card_of(page))
    assert card_of(page).findChild(NightForm).form.answer("bed_shift_min") == "0"


def test_a_night_on_a_flight_is_counted_by_the_clock_at_bedtime(house: House) -> None:
    house.open()
    page = begin(house)
    type_night("23:00", "23:00", "0", "7:00", "7:00")
    unfold_night()
    tab_to("Clock at bedtime, if you travelled")
    type_in("5")
    assert night_of(house).in_bed_min == 180
    assert "3 h 0 min" in words_of(card_of(page))
    house.close()
    house.open()
    page = house.go("journal")
    assert "3 h 0 min" in words_of(card_of(page))
    assert card_of(page).findChild(NightForm).form.answer("bed_shift_min") == "-300"


def test_the_night_of_another_day_is_empty_and_does_not_mix(house: House) -> None:
    house.open()
    page = begin(house)
    type_night("23:00", "23:30", "30", "6:00", "6:30")
    house.go("journal/2026-11-20")
    assert "Not noted yet. About right is good enough." in words_of(card_of(page))
    assert house.store.nights.get(date(2026, 11, 20)) is None
    house.go("journal/2026-11-24")
    assert "7 h 30 min" in words_of(card_of(page))


def test_undo_goes_step_by_step_and_the_card_shows_what_is_stored(house: House) -> None:
    house.open()
    page = begin(house)
    card, bar = card_of(page), card_of(page).findChild(NightBar)
    tab_to("Up")
    press(Qt.Key.Key_Right, Qt.Key.Key_Right)
    tab_to("In bed", back=True)
    press(Qt.Key.Key_Left)
    house.context.hub.undo()
    assert night_of(house).bed.wall == datetime(2026, 11, 23, 23, 0)
    assert bar.value_texts()["bed"] == "23:00"
    assert "Saved on this computer" not in words_of(page)
    house.context.hub.undo()
    assert bar.value_texts()["up"] == "07:05"
    house.context.hub.undo()
    assert house.store.nights.get(TODAY) is None
    assert "Not noted yet. About right is good enough." in words_of(card)
    assert "Keep these times" not in words_of(card)
    house.context.hub.redo()
    assert night_of(house).up.wall == datetime(2026, 11, 24, 7, 5)
    assert bar.isVisible()


def test_from_today_a_usual_night_is_kept_with_one_more_press(house: House) -> None:
    house.open()
    for back, hour in ((1, 21), (2, 22), (3, 23)):
        day = TODAY - timedelta(days=back)
        times = NightTimes(bed=60 * hour, lights=60 * hour, wake=360, up=390, sol_min=10, waso_min=5)
        house.store.nights.put(make_night(times, uid=new_uid(house.clock.now()), day=day, clock=house.clock))
    page = house.go(routes.journal(TODAY, "night"))
    assert "From Monday 23 November, 22:00 to Tuesday 24 November, 06:30." in words_of(card_of(page))
    assert house.store.nights.get(TODAY) is None
    enter()
    assert night_of(house).bed.wall == datetime(2026, 11, 23, 22, 0)
    assert night_of(house).asleep_min == 480 - 15


def test_a_day_sleeper_in_the_evening_means_today(house: House) -> None:
    house.clock.stopped_at = datetime(2026, 11, 24, 21, 0)
    house.open()
    page = begin(house)
    type_night("13:00", "13:10", "10", "19:50", "20:00")
    assert night_of(house).bed.wall == datetime(2026, 11, 24, 13, 0)
    assert night_of(house).in_bed_min == 420
    assert "From Tuesday 24 November, 13:00 to Tuesday 24 November, 20:00." in words_of(card_of(page))
    bar = card_of(page).findChild(NightBar)
    assert 0 < bar.x_of(13 * 60) < bar.x_of(20 * 60) < bar.width()


def test_where_two_days_may_be_meant_the_other_is_one_press_away(house: House) -> None:
    house.open()
    page = house.go("journal/2026-11-20")
    tab_to("Note the night")
    enter()
    type_night("20:00", "20:00", "0", "2:00", "2:00")
    day = date(2026, 11, 20)
    assert night_of(house, day).up.wall == datetime(2026, 11, 20, 2, 0)
    tab_to("I woke on Saturday 21 November instead")
    enter()
    assert night_of(house, day).up.wall == datetime(2026, 11, 21, 2, 0)
    assert night_of(house, day).day == day
    assert "I woke on Friday 20 November instead" in words_of(card_of(page))


def test_times_after_now_are_kept_and_said_to_lie_ahead(house: House) -> None:
    house.clock.stopped_at = datetime(2026, 11, 24, 6, 0)
    house.open()
    page = begin(house)
    tab_to("Keep these times")
    enter()
    assert night_of(house).up.wall == datetime(2026, 11, 24, 7, 0)
    assert "These times lie ahead: it is 06:00 now." in words_of(card_of(page))


def test_a_digit_begins_to_type_the_first_of_the_times(house: House) -> None:
    house.open()
    begin(house)
    type_in("22:15")
    assert focused().accessibleName() == "Into bed"
    press(Qt.Key.Key_Tab)
    assert night_of(house).bed.wall == datetime(2026, 11, 23, 22, 15)


def test_while_times_are_half_changed_nothing_is_kept_and_no_figure_is_said(house: House) -> None:
    house.open()
    page = begin(house)
    type_night("23:00", "23:00", "15", "7:00", "7:00")
    before = night_of(house)
    tab_to("Into bed", back=True)
    type_over("1:30")
    press(Qt.Key.Key_Tab)
    assert night_of(house) == before
    words = words_of(card_of(page))
    assert "These times do not fit together yet." in words
    assert "in bed" not in words.splitlines()
    type_over("1:40")
    press(Qt.Key.Key_Tab)
    assert night_of(house).in_bed_min == 330
    assert "5 h 30 min" in words_of(card_of(page))


def test_a_very_long_time_in_bed_is_kept_only_when_the_person_says_so(house: House) -> None:
    house.open()
    page = begin(house)
    type_night("14:00", "23:00", "15", "7:00", "7:00")
    assert house.store.nights.get(TODAY) is None or night_of(house).in_bed_min < 960
    assert "More than 16 hours in bed. Are these times right?" in words_of(card_of(page))
    tab_to("Keep these times")
    enter()
    assert night_of(house).in_bed_min == 17 * 60
    assert "17 h 0 min" in words_of(card_of(page))


def test_figures_follow_a_drag_and_are_kept_at_its_end(house: House) -> None:
    house.open()
    times = NightTimes(bed=23 * 60, lights=23 * 60, wake=420, up=420, sol_min=10, waso_min=5)
    house.store.nights.put(make_night(times, uid=new_uid(house.clock.now()), day=TODAY, clock=house.clock))
    page = house.go("journal")
    before, bar = night_of(house), card_of(page).findChild(NightBar)
    handle, middle = bar.handles["up"], QPoint(12, 20)
    pixels = round(bar.x_of(60) - bar.x_of(0))
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(handle, middle + QPoint(pixels, 0))
    assert night_of(house) == before
    moved = before.in_bed_min + 60
    assert f"{moved // 60} h {moved % 60} min" in words_of(card_of(page))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=middle)
    assert night_of(house).in_bed_min == moved


def test_the_keyboard_stays_with_the_night_when_what_had_it_goes(house: House) -> None:
    house.open()
    card = card_of(house.go("journal"))
    tab_to("Note the night")
    enter()
    tab_to("Keep these times")
    enter()
    assert card.isAncestorOf(focused())
    type_in("7")
    ctrl(Qt.Key.Key_Z)
    assert focused().accessibleName() == "Note the night"
    enter()
    tab_to("Keep these times")
    enter()
    tab_to("Remove")
    enter()
    assert focused().accessibleName() == "Note the night"
    assert house.store.days.get(TODAY) is None


def half_told(house: House, day: str = "journal") -> Page:
    """Say something of a night whose times are only offered."""
    page = house.go(day)
    tab_to("Note the night")
    enter()
    unfold_night()
    tab_to("Anything about the night")
    type_in("the neighbours again")
    settle()
    return page


def come_back(house: House) -> Page:
    """Close the window as a kill would, with nothing said to its pages, and open the day again."""
    house.window.close_store()
    house.window.hide()
    house.close()
    house.open()
    return house.go("journal")


def test_words_about_a_night_without_kept_times_outlive_a_kill(house: House) -> None:
    house.open()
    let_rest(half_told(house))
    assert house.store.nights.get(TODAY) is None
    page = come_back(house)
    assert card_of(page).findChild(NightForm).form.answer("note") == "the neighbours again"
    assert house.store.nights.get(TODAY) is None
    tab_to("Keep these times")
    enter()
    assert night_of(house).note == "the neighbours again"
    let_rest(page)
    assert house.store.profile.get("draft:night/2026-11-24") == ""


def test_closing_with_a_night_half_told_says_that_it_waits(house: House) -> None:
    window = house.open()
    half_told(house)
    assert not window.close()
    assert "A night in the Journal is not kept yet." in words_of(window)
    assert window.close()
    page = come_back(house)
    assert card_of(page).findChild(NightForm).form.answer("note") == "the neighbours again"


def test_another_day_can_be_looked_at_while_a_night_is_half_told(house: House) -> None:
    house.open()
    page = half_told(house)
    house.go("journal/2026-11-22")
    form = card_of(page).findChild(NightForm)
    assert form.form.answer("note") == ""
    house.go("journal/2026-11-24")
    assert form.isVisible()
    assert form.form.answer("note") == "the neighbours again"


def test_times_that_are_only_offered_are_not_asked_about(house: House) -> None:
    window = house.open()
    begin(house)
    assert window.close()


def test_a_night_half_told_in_an_earlier_version_comes_back_with_its_quality(house: House) -> None:
    house.open()
    half_told(house)
    name = "draft:night/2026-11-24"
    house.shell.page("journal").leave()
    draft = json.loads(house.store.profile.get(name) or "")
    draft["answers"]["quality"] = 7
    house.store.profile.put(name, json.dumps(draft))
    page = come_back(house)
    assert card_of(page).findChild(NightForm).form.answer("quality") == "good"


def test_an_offer_over_a_night_is_no_word_of_the_person(house: House) -> None:
    window = house.open()
    house.store.nights.put(make.night(day=TODAY - timedelta(days=1), awakenings=5))
    house.store.nights.put(make.night(day=TODAY))
    before = night_of(house)
    house.go("journal")
    tab_to("Like last time")
    enter()
    tab_to("Fair")
    arrow_to("Good")
    space()
    assert night_of(house) == replace(before, quality=7)
    tab_to("Like last time", back=True)
    enter()
    assert window.close()
    assert night_of(house) == replace(before, quality=7)
