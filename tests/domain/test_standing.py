"""Where plans and worries stand: when they are asked about, and to when a worry was postponed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewire_app.domain.days import Instant
from rewire_app.domain.journal.entries import Intention, IntentionOutcome
from rewire_app.domain.lists.entries import Value, Worry, WorrySort
from rewire_app.domain.lists.expected import Expectation, ExpectationState
from rewire_app.domain.lists.goals import PersonalGoal
from rewire_app.domain.lists.standing import (
    plan_state,
    postponed,
    ratings_of,
    steps_words,
    top_cards,
    usual_minute,
    waits,
    with_goal,
    worry_time,
)

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("day", "recalled", "told"),
    [
        (date(2026, 11, 23), None, "Asked about on 26 November"),
        (date(2026, 11, 20), None, "Not answered yet"),
        (date(2026, 11, 20), IntentionOutcome.USED, "It came, and I did it, today"),
        (date(2026, 11, 20), IntentionOutcome.NOT_YET, "Not yet, today"),
    ],
)
def test_an_if_then_sentence_says_where_it_stands(
    day: date, recalled: IntentionOutcome | None, told: str
) -> None:
    answered = TODAY if recalled else None
    plan = Intention(uid="1", day=day, text="When", recalled=recalled, recalled_day=answered)
    assert plan_state(plan, TODAY) == told
    assert waits(plan) is (recalled is not IntentionOutcome.USED)


PARKED = Worry(uid="1", text="The rent", sort=WorrySort.OPEN)


@pytest.mark.parametrize(
    ("due", "minute", "told"),
    [
        (None, None, ""),
        (None, 1080, "Its time: 18:00"),
        (date(2026, 11, 26), 1080, "Waits until Thursday 26 November, 18:00"),
        (TODAY, 1080, "Its time: today, 18:00"),
        (date(2026, 11, 23), None, "Its time came: Monday 23 November"),
    ],
)
def test_a_worry_says_to_when_it_was_postponed(due: date | None, minute: int | None, told: str) -> None:
    worry = replace(PARKED, due=due, minute=minute)
    assert worry_time(worry, TODAY) == told
    assert worry_time(replace(worry, sort=WorrySort.GONE), TODAY) == ""


@given(st.integers(0, 1439), st.datetimes(datetime(2026, 11, 24, 4), datetime(2026, 11, 25, 3, 59)))
def test_a_parked_worry_waits_for_the_next_time_its_minute_comes(minute: int, now: datetime) -> None:
    worry = postponed(replace(PARKED, minute=minute), now, TODAY)
    assert worry.due is not None
    comes = datetime.combine(worry.due, time(minute // 60, minute % 60))
    assert comes > now or minute < 240  # the small hours are the end of their day
    assert worry.due in (TODAY, TODAY + timedelta(days=1))
    assert postponed(worry, now + timedelta(days=3), TODAY) == worry


def test_a_worry_is_postponed_to_the_time_that_was_chosen_last() -> None:
    some = [replace(PARKED, minute=1080), replace(PARKED, minute=1140), PARKED]
    assert usual_minute(some) == 1140
    assert usual_minute([PARKED]) is None


def test_a_rating_names_the_value_it_is_joined_to() -> None:
    kept = [
        Value(uid="new", name=" patience", lived=7),
        Value(uid="b", name="Humour"),
        Value(uid="c", name="Calm", lived=0),
    ]
    at = Instant(utc_ms=1, offset_min=0)
    found = list(ratings_of(kept, [Value(uid="old", name="Patience", lived=2)], TODAY, at))
    assert [(one.value, one.lived, one.day) for one in found] == [("old", 7, TODAY), ("c", 0, TODAY)]


def test_steps_that_were_let_go_are_not_owed() -> None:
    done, waiting, gone = ExpectationState.DONE, ExpectationState.OPEN, ExpectationState.GONE
    assert steps_words([done, waiting, gone]) == "1 of 2 small steps done"
    assert steps_words([gone]) == "No small step yet"


def test_cards_that_came_first_are_read_from_whatever_was_kept() -> None:
    assert top_cards(["Kindness", " Family "]) == ["Kindness", "Family"]
    assert top_cards("Kindness") == ["Kindness"]
    assert top_cards(None) == []


def test_the_plan_of_a_goal_is_its_first_small_step_and_a_goal_is_made_once() -> None:
    at = Instant(utc_ms=1, offset_min=0)
    value, plan = Value(uid="new", name="patience"), Expectation(uid="p", what="Read to Mia")
    known = [Value(uid="old", name="Patience")]
    goal, *kept = with_goal([value, plan], known, [], at)
    assert isinstance(goal, PersonalGoal)
    assert (goal.text, goal.value) == ("Read to Mia", "old")
    assert kept == [value, replace(plan, goal=goal.uid)]
    again = list(with_goal([value, plan], known, [replace(goal, text="read to mia ")], at))
    assert again == kept
    over = replace(goal, state=ExpectationState.DONE)
    assert isinstance(next(iter(with_goal([value, plan], known, [over], at))), PersonalGoal)
    assert list(with_goal([value], known, [], at)) == [value]
