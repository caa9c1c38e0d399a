"""Today: what is noted, what to practise, what was left in the middle, and the sentence for real life."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from rewire_app.content.custom_exercises import duplicate
from rewire_app.content.library import Library
from rewire_app.content.toml_text import to_toml
from rewire_app.domain.custom import CustomExercise
from rewire_app.domain.journal.entries import IntentionOutcome, Pause, Plan, Response, Status, new_uid
from rewire_app.domain.plan_parts import second_person
from rewire_app.ui.base.page import Page
from rewire_app.ui.charts.fortnight import Fortnight
from rewire_app.ui.today.words import greeting
from rewire_app.ui.widgets.scroll import PageScroll
from tests.store import entries as make
from tests.ui.house import House, arrow_to, ctrl, enter, focused, press, settle, tab_to, type_in, words_of

TODAY = date(2026, 11, 24)


def today_of(house: House) -> Page:
    return house.go("today")


def note(house: House, *entries: object) -> None:
    house.store.many(entries)
    house.context.hub.changed.emit(frozenset({"practices", "days", "nights", "moments", "intentions"}))
    settle()


@pytest.mark.parametrize(
    ("hour", "words"),
    [
        (4, "Good evening"),
        (5, "Good morning"),
        (11, "Good morning"),
        (12, "Good afternoon"),
        (17, "Good evening"),
        (23, "Good evening"),
    ],
)
def test_the_greeting_fits_the_hour(hour: int, words: str) -> None:
    assert greeting(hour) == words


def test_a_cue_is_said_to_the_person() -> None:
    assert second_person("close my laptop") == "close your laptop"
    assert second_person("mymy hour") == "mymy hour"


def test_on_the_first_day_nothing_is_noted_and_nothing_is_asked(house: House) -> None:
    house.open()
    words = words_of(today_of(house))
    assert "Tuesday 24 November" in words
    assert "Good evening" in words
    assert words.count("Not noted yet") == 2
    assert "None noted today" in words
    assert "No moments noted" in words
    assert "Paced breathing" in words
    assert "Your plan" not in words
    assert "Did the moment come?" not in words


def test_what_was_noted_is_shown_as_facts(house: House) -> None:
    house.open()
    note(
        house,
        make.night(day=TODAY, sol_min=20, waso_min=10),
        make.day_entry(day=TODAY, stress=5, reactivity=3),
        make.moment(day=TODAY, peak=7, calm_min=25, response=Response.NEW),
        make.practice(day=TODAY),
        make.practice(1, day=TODAY - timedelta(days=1)),
    )
    words = words_of(today_of(house))
    assert "6 h 40 min asleep" in words
    assert "85% of the time in bed" in words
    assert "Reacted 3 of 10\nStress 5 of 10" in words
    assert "1 today" in words
    assert "peak 7 of 10, calm after 25 min" in words
    assert "Practised on 2 of 14 days. Gaps are normal." in words
    assert "1 moment, typical peak 7 of 10" in words
    strip = today_of(house).findChild(Fortnight)
    assert isinstance(strip, Fortnight)
    assert strip.accessibleName() == (
        "11 to 24 November. Practised on 2 of 14 days. Gaps are normal. 1 moment, typical peak 7 of 10."
    )


def test_a_change_elsewhere_is_there_when_today_is_shown_again(house: House) -> None:
    house.open()
    house.go("library")
    house.context.hub.do("Evening", house.store.days.put, make.day_entry(day=TODAY, reactivity=2))
    assert "Reacted 2 of 10" in words_of(today_of(house))
    house.go("library")
    house.context.hub.undo()
    settle()
    assert "Reacted" not in words_of(today_of(house))


@pytest.mark.parametrize(
    ("row", "arrives"),
    [
        ("Night: Note", "Keep these times"),
        ("Moments: Add", "What set it off?"),
        ("Evening: Note", "All in all, how easily and strongly did you react today?"),
    ],
)
def test_every_row_leads_to_the_control_it_names(row: str, arrives: str, house: House) -> None:
    house.open()
    tab_to(row)
    enter()
    assert focused().accessibleName() == arrives
    assert in_sight(focused())


@pytest.mark.parametrize("row", ["Night: Note", "Moments: Add", "Evening: Note"])
def test_a_row_moves_the_focus_once(row: str, house: House) -> None:
    house.open()
    tab_to(row)
    met: list[str] = []
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    hears = app.focusChanged.connect(lambda _old, new: new and met.append(new.accessibleName()))
    enter()
    app.focusChanged.disconnect(hears)
    assert len(met) == 1, met


def test_a_page_without_a_wish_gives_the_focus_to_its_first_control(house: House) -> None:
    house.open()
    tab_to("Choose another")
    enter()
    assert house.shell.page("practice").isAncestorOf(focused())


def test_a_row_leads_to_the_top_of_the_journal_when_all_of_it_can_be_seen(house: House) -> None:
    house.open().resize(1200, 800)
    tab_to("Night: Note")
    enter()
    settle()
    scroll = house.shell.page("journal").findChild(PageScroll)
    assert isinstance(scroll, PageScroll)
    assert scroll.verticalScrollBar().value() == 0


def in_sight(widget: QWidget) -> bool:
    """Whether some of `widget` can be seen on the scrolled page."""
    return not widget.visibleRegion().isEmpty()


def test_the_plan_is_said_with_its_minutes(house: House) -> None:
    house.open()
    plan = Plan(
        uid="0" * 32, from_day=TODAY, per_week=3, cue="close my laptop", exercise="a-anchor", minutes=4
    )
    house.context.hub.do("Plan", house.store.plans.put, plan)
    words = words_of(today_of(house))
    assert "Drop anchor" in words
    assert "Begin, 4 minutes" in words


def test_a_paused_plan_asks_for_nothing(house: House) -> None:
    house.open()
    house.context.hub.do("Plan", house.store.plans.put, make.plan(from_day=TODAY))
    house.context.hub.do("Pause", house.store.pauses.add, Pause(uid="1" * 32, from_day=TODAY))
    words = words_of(today_of(house))
    assert "Your plan is paused. Practise if you like." in words
    assert "Why this one?" not in words


def test_begin_opens_the_exercise_on_the_card(house: House) -> None:
    house.open()
    tab_to("Begin, 1 minute")
    enter()
    assert house.player.title == "Paced breathing"


def test_an_own_exercise_left_in_the_middle_is_offered_and_its_title_outlives_it(house: House) -> None:
    house.open()
    text = to_toml(duplicate(house.context.library.exercise("d-stop"), "Zebra steps", ()))
    now = house.clock.now()
    own = CustomExercise(uid=new_uid(now), id="own-zebra-steps", text=text, at=now)
    hub = house.context.hub
    assert hub.do("Kept", house.store.custom_exercises.add, own)
    house.play("own-zebra-steps")
    type_in("6")
    enter()
    ctrl(Qt.Key.Key_1)
    words = words_of(today_of(house))
    assert "Where you left off" in words
    assert "Zebra steps" in words
    assert hub.do("Removed", house.store.custom_exercises.remove, own.uid)
    settle()
    words = words_of(today_of(house))
    assert "Where you left off" not in words
    assert "Paced breathing" in words
    fresh, session = Library(), house.context.session
    assert session is not None
    house.context.open_session(replace(session, library=fresh))
    assert fresh.title("own-zebra-steps") == "Zebra steps"


def test_an_exercise_left_in_the_middle_is_offered_first_and_goes_on_there(house: House) -> None:
    house.open()
    house.play("d-stop")
    type_in("6")
    enter()
    enter()
    step = house.player.run.screen.text
    ctrl(Qt.Key.Key_1)
    words = words_of(today_of(house))
    assert "Where you left off" in words
    tab_to("Go on")
    enter()
    assert house.player.run.screen.text == step
    assert house.store.practices.recent(9) == []


def test_it_is_offered_after_a_crash_too(house: House) -> None:
    house.open()
    house.play("d-stop")
    type_in("6")
    enter()
    enter()
    step = house.player.run.screen.text
    house.close()
    house.open()
    tab_to("Go on")
    enter()
    assert house.player.run.screen.text == step


def test_a_sentence_for_real_life_is_shown_at_once_and_asked_about_after_three_days(
    house: House, other_window: QWidget
) -> None:
    house.open()
    note(house, make.intention(day=TODAY, text="When it rings, I will breathe out."))
    words = words_of(today_of(house))
    assert "When it rings, I will breathe out." in words
    assert "Your sentence for real life" in words
    assert "Did the moment come?" not in words
    house.clock.stopped_at = datetime(2026, 11, 27, 9, 0)
    house.look_away(other_window)
    house.activate(house.window)
    words = words_of(today_of(house))
    assert "Did the moment come?" in words
    assert words.count("\nWhen it rings, I will breathe out.") == 1  # the button beside it says it too


@pytest.mark.parametrize(
    ("button", "answer"),
    [
        ("I did it", IntentionOutcome.USED),
        ("I did something else", IntentionOutcome.CAME),
        ("It has not come", IntentionOutcome.NOT_YET),
    ],
)
def test_each_answer_is_kept_once_and_can_be_undone(
    button: str, answer: IntentionOutcome, house: House
) -> None:
    house.open()
    note(house, make.intention(day=TODAY - timedelta(days=3)))
    tab_to(f"Answer: {house.store.intentions.recent(1)[0].text}")
    enter()
    settle()
    assert focused().accessibleName() == "I did it"
    arrow_to(button)
    enter()
    [kept] = house.store.intentions.recent(9)
    assert (kept.recalled, kept.recalled_day) == (answer, TODAY)
    assert "Did the moment come?" not in words_of(today_of(house))
    ctrl(Qt.Key.Key_Z)
    assert house.store.intentions.recent(9)[0].recalled is None
    assert "Did the moment come?" in words_of(today_of(house))


def test_a_stopped_exercise_is_no_day_of_practice_and_no_reproach(house: House) -> None:
    house.open()
    note(house, make.practice(day=TODAY, status=Status.STOPPED, seconds=20, steps_done=1, steps_seen=5))
    words = words_of(today_of(house))
    assert "No practice noted in these 14 days. That is fine." in words


def test_after_midnight_the_open_window_shows_the_new_day(house: House, other_window: QWidget) -> None:
    window = house.open()
    house.clock.stopped_at = datetime(2026, 11, 25, 8, 0)
    house.look_away(other_window)
    house.activate(window)
    words = words_of(today_of(house))
    assert "Wednesday 25 November" in words
    assert "Good morning" in words


def test_keys_that_undo_with_nothing_to_undo_do_nothing(house: House) -> None:
    house.open()
    ctrl(Qt.Key.Key_Z)
    ctrl(Qt.Key.Key_Z, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_Escape)
    assert house.store.practices.recent(9) == []


def test_what_was_practised_is_one_press_from_today(house: House) -> None:
    house.open()
    house.go("today")
    tab_to("Your practice")
    enter()
    assert house.shell.pages.place.page == "practised"
