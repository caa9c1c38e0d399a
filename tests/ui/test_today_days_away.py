"""Today on the day of the first practice, and after some days or a month away."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from rewire_app.content.offers import read_offer
from rewire_app.domain.journal.entries import Pause, Plan
from rewire_app.reports.offered_facts import Suggestion
from rewire_app.store import queries as reads
from rewire_app.ui.base.page import Page
from rewire_app.ui.charts.fortnight import Fortnight
from rewire_app.ui.today.page import TodayPage
from tests.store import entries as make
from tests.ui.house import House, ctrl, enter, settle, space, tab_to, words_of

TODAY = date(2026, 11, 24)
PLAN = Plan(
    uid="0" * 32,
    from_day=TODAY - timedelta(days=90),
    per_week=3,
    cue="close my laptop",
    exercise="b-paced",
    minutes=4,
)


def today_of(house: House) -> Page:
    return house.go("today")


def before(days: int) -> date:
    return TODAY - timedelta(days=days)


def left(house: House, days: int, *, moments: int = 0, plan: Plan | None = PLAN) -> str:
    """Open on what was left so many days ago: five practices, moments, a plan; gives the words of Today."""
    house.open()
    practices = [make.practice(n, day=before(days + n), exercise="b-paced") for n in range(5)]
    noted = [make.moment(n, day=before(days + n), calm_min=20 + n) for n in range(moments)]
    house.store.many([*practices, *noted, *([plan] if plan else [])])
    house.context.hub.changed.emit(frozenset({"practices"}))
    settle()
    return words_of(today_of(house))


def press_on(name: str) -> None:
    tab_to(name)
    enter()


def test_after_the_first_finished_exercise_today_says_what_comes_next(house: House) -> None:
    house.open()
    first = make.practice(day=TODAY, exercise="b-paced", seconds=240, measure="tension", before=7, after=5)
    house.store.many([first, PLAN])
    house.context.hub.changed.emit(frozenset({"practices"}))
    settle()
    words = words_of(today_of(house))
    assert "Paced breathing, 4 minutes, at" in words
    assert "How tense you felt: 7 before, 5 after, of 10." in words
    assert "Tomorrow, the same again" in words
    assert "After you close your laptop, 4 minutes. Short and often is enough." in words
    assert "From today on" in words
    days = today_of(house).findChild(Fortnight).days  # type: ignore[union-attr]
    assert [day.number for day in days[:8]] == [24, 25, 26, 27, 28, 29, 30, 1]
    assert [day.to_come for day in days] == [False] + [True] * 13
    press_on("Read why it may help, 5 minutes")
    assert "The brake: how calming down works" in words_of(house.shell.page("library"))


def test_the_day_after_the_first_practice_is_an_ordinary_one(house: House) -> None:
    house.open()
    house.store.many([make.practice(day=before(1)), make.practice(1, day=TODAY)])
    house.context.hub.changed.emit(frozenset({"practices"}))
    settle()
    words = words_of(today_of(house))
    assert "Tomorrow, the same again" not in words
    assert "11 to 24 November" in words


@pytest.mark.parametrize(
    ("days", "there", "gone"),
    [
        (3, "Today’s practice", "Good to see you"),
        (4, "A small way back in", "What would fit now?"),
        (29, "A small way back in", "What would fit now?"),
        (30, "What would fit now?", "A small way back in"),
    ],
)
def test_the_longer_someone_was_away_the_more_today_brings_back(
    days: int, there: str, gone: str, house: House
) -> None:
    words = left(house, days)
    assert there in words
    assert gone not in words


def test_a_short_absence_says_what_there_was_and_offers_one_minute(house: House) -> None:
    words = left(house, 5, moments=6)
    assert "Good to see you" in words
    assert "You had been doing Paced breathing." in words
    assert "In the last 6 moments whose end you noted you were calm again after about 25 minutes." in words
    assert "missed" not in words.lower()
    press_on("Begin, 1 minute")
    assert house.player.title == "Paced breathing"


def test_how_long_moments_took_is_said_from_five_on(house: House) -> None:
    assert "calm again" not in left(house, 5, moments=4)


def test_anything_noted_today_ends_the_way_back(house: House) -> None:
    left(house, 40)
    house.context.hub.do("Stress", house.store.days.put, make.day_entry(day=TODAY, stress=3))
    assert "Everything you wrote is here" not in words_of(today_of(house))
    house.context.hub.undo()
    settle()
    assert "Everything you wrote is here" in words_of(today_of(house))


def test_that_the_plan_fits_is_asked_once_and_can_be_undone(house: House) -> None:
    asked = "Paced breathing after you close your laptop, 4 minutes on 3 days a week."
    assert asked in left(house, 5)
    press_on("It fits")
    assert asked not in words_of(today_of(house))
    assert house.store.plans.current(TODAY) == PLAN
    ctrl(Qt.Key.Key_Z)
    assert asked in words_of(today_of(house))


def test_the_plan_is_made_smaller_or_paused_in_one_press(house: House) -> None:
    left(house, 5)
    press_on("Make it smaller")
    plan = house.store.plans.current(TODAY)
    assert plan is not None
    assert (plan.from_day, plan.per_week, plan.minutes, plan.cue) == (TODAY, 2, 1, PLAN.cue)
    assert "Does the plan still fit?" not in words_of(today_of(house))
    ctrl(Qt.Key.Key_Z)
    assert house.store.plans.current(TODAY) == PLAN
    press_on("Pause it")
    pause = house.store.pauses.open(TODAY)
    assert isinstance(pause, Pause)
    assert pause.from_day == TODAY
    assert "Does the plan still fit?" not in words_of(today_of(house))


def test_after_a_month_the_plan_is_chosen_anew_in_one_press(house: House) -> None:
    words = left(house, 40)
    assert "Notes for today" not in words
    assert "When you last wrote, 2 to 15 October" in words
    assert "The time between needs no explaining." in words
    tab_to("The same plan again")
    space()
    words = words_of(today_of(house))
    assert "What would fit now?" not in words
    assert "Notes for today" in words
    ctrl(Qt.Key.Key_Z)
    assert "What would fit now?" in words_of(today_of(house))


@pytest.mark.parametrize(("days", "answer"), [(5, "Pause it"), (40, "The same plan again")])
def test_who_answered_stays_on_the_page_and_enter_begins(days: int, answer: str, house: House) -> None:
    left(house, days)
    tab_to(answer)
    space()
    assert answer not in words_of(today_of(house))
    enter()
    assert house.player.run.exercise.id == "b-paced"


def test_no_plan_asks_for_nothing_from_today_on(house: House) -> None:
    left(house, 40)
    tab_to("The same plan again")
    from tests.ui.house import press

    press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert house.store.plans.holding(TODAY) == []
    assert house.store.plans.current(before(1)) == PLAN


def test_just_looking_around_makes_it_an_ordinary_day_until_the_next_absence(house: House) -> None:
    left(house, 40)
    press_on("Look around first")
    words = words_of(today_of(house))
    assert "Today’s practice" in words
    assert "Notes for today" in words
    assert "Good to see you" not in words


def test_after_a_month_there_is_a_way_to_people(house: House) -> None:
    left(house, 40)
    press_on("People to talk to")
    assert house.shell.page("help").isVisible()


def test_nothing_is_asked_about_a_plan_that_is_not_there(house: House) -> None:
    words = left(house, 40, plan=None)
    assert "What would fit now?" not in words
    assert "Notes for today" in words


def test_only_what_was_usual_is_called_so(house: House) -> None:
    left(house, 5)
    assert "My usual 4 minutes" in words_of(today_of(house))
    facts = reads.today(house.context.vault, TODAY.toordinal())
    page = today_of(house)
    assert isinstance(page, TodayPage)
    page.fill(facts, Suggestion(offer=read_offer("e-name"), minutes=3))
    assert "My usual" not in words_of(page)
