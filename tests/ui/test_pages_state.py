"""What is strongest right now: a few keys to an exercise that fits, and to people when it is too much."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt

from rewire_app.content.library import Library
from rewire_app.content.states import read_states
from rewire_app.domain.care import KEY, NONE, CareRecord
from rewire_app.domain.days import Instant
from rewire_app.domain.exercise.care import care_steps
from rewire_app.domain.journal.entries import DayEntry, Practice, Status, new_uid
from rewire_app.domain.lists.entries import CrisisLine, CrisisSection
from rewire_app.ui.practice.state_page import StatePage
from rewire_app.ui.widgets.rows import OpenRow
from rewire_app.ui.widgets.scroll import PageScroll
from tests.ui.house import House, enter, focused, press, settle, space, tab_to, type_in, words_of

LIBRARY = Library()
TODAY = date(2026, 11, 24)
COUNT = [0]
NOT_SAFE = "I am not safe, or I might hurt myself or someone"


def state_page(house: House) -> StatePage:
    page = house.go("state")
    assert isinstance(page, StatePage)
    return page


def choose(page: StatePage, state: str, strength: str, time: str = "") -> str:
    assert page.states is not None
    page.states.set_value(state)
    if time:
        assert page.times is not None
        page.times.set_value(time)
    page.rating.set_value(int(strength))
    settle()
    return words_of(page)


def practised(
    house: House, exercise: str, before: int | None = None, after: int | None = None, day: date = TODAY
) -> None:
    COUNT[0] += 1
    at = Instant(utc_ms=1_700_000_000_000 + 60_000 * COUNT[0], offset_min=0)
    house.store.practices.add(
        Practice(
            uid=new_uid(at),
            exercise=exercise,
            version=1,
            started=at,
            ended=at,
            day=day,
            status=Status.DONE,
            seconds=120,
            steps_done=5,
            steps_seen=5,
            measure=house.context.library.exercise(exercise).measure,
            before=before,
            after=after,
        )
    )


def test_three_keys_lead_from_today_to_an_exercise(house: House) -> None:
    house.open()
    tab_to("What is strongest right now?", back=True)
    enter()
    assert focused().accessibleName() == "Tense or panicky"
    space()
    assert focused().accessibleName() == "How strong is it?"
    type_in("5")
    page = house.shell.page("state")
    assert "It steadies you while the wave goes by." in words_of(page)
    tab_to("Drop anchor, from 4 minutes")
    enter()
    assert house.player.run.exercise.id == "a-anchor"


def test_the_one_done_last_for_this_is_not_offered_again(house: House) -> None:
    house.open()
    practised(house, "b-paced")
    practised(house, "a-anchor")
    practised(house, "e-solve")
    words = choose(state_page(house), "tense", "5")
    assert "Drop anchor" not in words
    assert "Paced breathing" in words


def test_one_that_ended_worse_three_times_is_not_offered(house: House) -> None:
    house.open()
    assert "Drop anchor" in choose(state_page(house), "tense", "5")
    for _time in range(3):
        practised(house, "a-anchor", 4, 6)
    practised(house, "b-paced")
    words = choose(state_page(house), "tense", "5")
    assert "Drop anchor" not in words


@pytest.mark.parametrize("strength", ["9", "10"])
def test_at_nine_or_ten_help_comes_first_then_gentle_ground(strength: str, house: House) -> None:
    house.open()
    words = choose(state_page(house), "angry", strength)
    assert words.index("Open Help now") < words.index("Or steady yourself first") < words.index("Five senses")
    assert "STOP" not in words
    enter_on("Open Help now")
    assert house.shell.page("help").isVisible()


def enter_on(name: str) -> None:
    tab_to(name)
    enter()


def test_at_eight_nothing_that_must_be_confirmed_is_offered(house: House) -> None:
    house.open()
    page = state_page(house)
    choose(page, "tense", "8")
    assert page.offered is not None
    assert "TIPP" not in words_of(page.offered)


def test_not_safe_leads_to_help_at_once_and_leaves_no_trace(house: House) -> None:
    house.open()
    page = state_page(house)
    choose(page, "low", "6")
    enter_on(NOT_SAFE)
    assert house.shell.page("help").isVisible()
    state_page(house)
    assert page.states is not None
    assert page.states.chosen() == ()
    assert page.offered is None


def test_help_is_a_key_away_and_the_page_begins_anew_next_time(house: House) -> None:
    house.open()
    page = state_page(house)
    choose(page, "low", "6")
    press(Qt.Key.Key_F1)
    assert house.shell.page("help").isVisible()
    page = state_page(house)
    assert page.rating.value() is None
    assert "How strong is it?" not in words_of(page)


def test_every_state_offers_something_at_every_strength(house: House) -> None:
    house.open()
    page = state_page(house)
    for state in read_states().states:
        for time in (one.id for one in state.times or [replace(state, id="")]):
            for strength in range(11):
                choose(page, state.id, str(strength), time)
                assert page.offered is not None
                assert "Nothing here suits" not in words_of(page.offered), (state.id, time, strength)


def test_after_several_very_hard_days_only_gentle_ones_are_offered(house: House) -> None:
    house.open()
    for back in range(5):
        now = house.context.clock.now()
        day = date.fromordinal(TODAY.toordinal() - back)
        house.store.days.put(DayEntry(uid=new_uid(now), day=day, at=now, stress=10))
    for exercise in ("b-sigh", "b-paced"):
        practised(house, exercise)
    page = state_page(house)
    choose(page, "tense", "3")
    assert page.offered is not None
    assert "TIPP" not in words_of(page.offered)


@pytest.mark.parametrize("size", [(1200, 800), (900, 600), (640, 420)])
@pytest.mark.parametrize("scale", [100, 150])
def test_not_safe_comes_first_and_stays_in_sight_while_the_list_scrolls(
    size: tuple[int, int], scale: int, house: House
) -> None:
    house.prepare(text_size=scale)
    house.open().resize(*size)
    page = state_page(house)
    settle()
    bar = page.findChildren(PageScroll)[0].verticalScrollBar()
    for place in (0, bar.maximum() // 2, bar.maximum()):
        bar.setValue(place)
        settle()
        top = page.unsafe.mapTo(page, QPoint(0, 0)).y()
        assert top >= 0
        assert top + page.unsafe.height() <= page.height()
    assert page.states is not None
    assert page.unsafe.y() < page.states.y() or bar.maximum()
    assert page.unsafe.height() >= page.unsafe.layout().totalHeightForWidth(page.unsafe.width())


def test_the_row_shows_the_numbers_of_the_country(house: House) -> None:
    house.prepare(country="US")
    house.open()
    assert {"911", "988"} <= set(words_of(state_page(house)).split("\n"))


def test_without_a_country_it_shows_those_of_many(house: House) -> None:
    house.prepare(country="")
    house.open()
    assert "112 / 911" in words_of(state_page(house)).split("\n")


def test_a_new_pain_in_the_chest_comes_before_anything_else_where_panic_is_named(house: House) -> None:
    house.prepare(country="PE")
    house.open()
    page = state_page(house)
    assert "pain or pressure in the chest" in words_of(page)
    choose(page, "tense", "5")
    assert page.offered is not None
    chest = words_of(page.offered).split("\n")[1]
    assert chest.startswith("With pain or pressure in the chest that is new for you, call 106 first.")
    choose(page, "sad", "5")
    assert page.offered is not None
    assert "chest" not in words_of(page.offered)


def test_who_panics_is_not_offered_breathing_first(house: House) -> None:
    house.open()
    page = state_page(house)
    choose(page, "tense", "3")
    assert page.offered is not None
    first, second = words_of(page.offered).split("\n")[2:5:2]
    assert first.startswith("Drop anchor")
    assert second.startswith("Five senses")


def test_who_is_hurt_by_someone_is_told_of_people_before_any_exercise(house: House) -> None:
    house.open()
    page = state_page(house)
    choose(page, "people", "4")
    assert page.offered is not None
    words = words_of(page.offered)
    assert words.startswith("If this person threatens, controls or hurts you")
    assert words.index("Open Help now") < words.index("This may fit")
    assert "Check the facts" not in words
    enter_on("Open Help now")
    assert house.shell.page("help").isVisible()


def test_i_cannot_sleep_asks_whether_it_is_evening_or_night(house: House) -> None:
    house.open()
    page = state_page(house)
    assert page.states is not None
    page.states.set_value("sleep")
    settle()
    assert focused().accessibleName() == "It is evening, and I dread the night"
    assert "How strong is it?" not in words_of(page)
    space()
    assert focused().accessibleName() == "How strong is it?"
    type_in("5")
    assert "Wind-down" in words_of(page)


def test_awake_at_night_something_is_offered_at_once_and_nothing_for_the_evening(house: House) -> None:
    house.open()
    page = state_page(house)
    assert page.states is not None
    page.states.set_value("sleep")
    assert page.times is not None
    page.times.set_value("night")
    settle()
    words = words_of(page)
    assert "This may fit" in words
    assert "How strong is it?" not in words
    assert "Wind-down" not in words
    page.states.set_value("angry")
    settle()
    assert page.times is None
    assert "How strong is it?" in words_of(page)


def test_where_it_is_very_strong_the_own_plan_is_at_hand(house: House) -> None:
    house.open()
    page = state_page(house)
    assert "My crisis plan" not in choose(page, "angry", "9")
    line = CrisisLine(uid=new_uid(house.clock.now()), section=CrisisSection.PEOPLE, text="Noor", contact="1")
    house.store.many([line])
    words = choose(page, "angry", "10")
    assert words.index("Open Help now") < words.index("My crisis plan") < words.index("Five senses")
    tab_to("My crisis plan")
    enter()
    assert house.shell.page("lists").isVisible()


def test_what_asks_about_health_is_offered_at_the_worst_only_once_that_was_answered(house: House) -> None:
    house.open()
    page = state_page(house)
    assert "TIPP" not in choose(page, "angry", "9")
    topics = {topic for step in care_steps(LIBRARY.exercise("d-tipp")) for topic in step.topics}
    record = CareRecord().answered(topics, (NONE,), TODAY)
    house.store.profile.put(KEY, record.as_text())
    assert "TIPP" in choose(page, "angry", "10")
    old = CareRecord().answered(topics, (NONE,), TODAY - timedelta(days=91))
    house.store.profile.put(KEY, old.as_text())
    assert "TIPP" not in choose(page, "angry", "9")


def test_a_row_says_what_the_own_ratings_did_once_there_is_enough_and_stays_in_its_place(
    house: House,
) -> None:
    house.open()
    page = state_page(house)
    before = choose(page, "angry", "5")
    assert "For you" not in before
    sunday = date(2026, 11, 22)
    for exercise, drop in (("d-stop", 3), ("b-sigh", 1), ("b-box", 2)):
        for _time in range(4):
            practised(house, exercise, 7, 7 - drop, sunday)
    practised(house, "b-paced", 5, 5, sunday)  # the last one is not offered again
    words = choose(state_page(house), "angry", "5")
    assert "For you, mostly 3 lower, 4 times." in words
    assert "The shortest stands first, not the best." in words
    assert page.offered is not None
    rows = page.offered.findChildren(OpenRow)
    assert any("For you, mostly" in row.accessibleDescription() for row in rows)
    minutes = [int(row.accessibleName().split("from ")[1].split()[0]) for row in rows]
    assert minutes == sorted(minutes)
