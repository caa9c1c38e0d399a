"""Several small plans come to one number of days a week, and no change of them reaches back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewire_app.domain.journal.entries import Pause, Plan
from rewire_app.domain.journal.pausing import changed_days, effect_words, paused_days, spans
from rewire_app.domain.journal.plan_words import plan_answer, plan_title, plan_when
from rewire_app.domain.journal.planned import (
    checked_plan,
    for_the_day,
    holding,
    is_rest,
    planned_steps,
    planned_week,
    weekday_mask,
    weekdays_in,
)
from rewire_app.domain.journal.returning import ended, smaller
from rewire_app.errors import BadInputError

MONDAY = date(2026, 11, 2)
TODAY = date(2026, 11, 24)


def plan(per_week: int = 3, **given: object) -> Plan:
    return replace(Plan(uid="0" * 32, from_day=MONDAY, per_week=per_week), **given)


def on_weekdays(*days: int, **given: object) -> Plan:
    return plan(len(days), weekdays=weekday_mask(days), **given)


@pytest.mark.parametrize(
    ("plans", "days"),
    [
        ([], 0),
        ([plan(4)], 4),
        ([on_weekdays(0, 2)], 2),
        ([plan(2), plan(5)], 5),
        ([on_weekdays(0, 2), on_weekdays(2, 4)], 3),
        ([on_weekdays(0, 2), plan(3)], 3),
        ([on_weekdays(0, 1, 2, 3), plan(3)], 4),
        ([on_weekdays(*range(7)), plan(7)], 7),
    ],
)
def test_planned_days_are_the_weekdays_together_or_the_most_of_the_others(
    plans: list[Plan], days: int
) -> None:
    assert planned_week(plans) == days


def test_of_each_thread_the_newest_word_holds_and_an_ended_one_asks_for_nothing() -> None:
    first, second = plan(2), on_weekdays(5, thread="b", from_day=MONDAY + timedelta(days=3))
    over = ended(first, "1" * 32, MONDAY + timedelta(days=10))
    every = [over, second, first]
    assert holding(every, MONDAY - timedelta(days=1)) == []
    assert holding(every, MONDAY) == [first]
    assert holding(every, MONDAY + timedelta(days=9)) == [first, second]
    assert holding(every, MONDAY + timedelta(days=10)) == [second]
    assert [days for _day, days in planned_steps(every)] == [2, 2, 1]


def test_a_day_of_rest_is_one_that_no_plan_may_be_meant_for() -> None:
    week = [MONDAY + timedelta(days=n) for n in range(7)]
    named = [on_weekdays(0, 2)]
    assert [is_rest(named, day) for day in week] == [False, True, False, True, True, True, True]
    assert not any(is_rest([*named, plan(1, thread="b")], day) for day in week)
    assert not is_rest(named, MONDAY - timedelta(days=1))


def test_the_plan_meant_for_a_day_comes_before_others() -> None:
    work, weekend = on_weekdays(0), on_weekdays(5, thread="b")
    assert for_the_day([work, weekend], MONDAY) == work
    assert for_the_day([work, weekend], MONDAY + timedelta(days=5)) == weekend
    assert for_the_day([work, weekend], MONDAY + timedelta(days=1)) == work
    assert for_the_day([], MONDAY) is None


masks = st.none() | st.integers(1, 127)


@st.composite
def some_plans(draw: st.DrawFn, first: int = 0, last: int = 60) -> list[Plan]:
    found = {}
    for _turn in range(draw(st.integers(0, 8))):
        weekdays = draw(masks)
        one = Plan(
            uid="0" * 32,
            thread=draw(st.sampled_from("abc")),
            from_day=MONDAY + timedelta(days=draw(st.integers(first, last))),
            per_week=draw(st.integers(0, 7)) if weekdays is None else weekdays.bit_count(),
            weekdays=weekdays,
        )
        found[one.thread, one.from_day] = one
    return list(found.values())


@given(before=some_plans(0, 30), later=some_plans(31, 60))
def test_no_change_of_a_plan_reaches_a_day_before_it(before: list[Plan], later: list[Plan]) -> None:
    for number in range(31):
        day = MONDAY + timedelta(days=number)
        assert holding([*later, *before], day) == holding(before, day)
        assert is_rest([*later, *before], day) == is_rest(before, day)
    steps = planned_steps(before)
    assert planned_steps([*before, *later])[: len(steps)] == steps


@given(plans=some_plans())
def test_the_planned_days_never_leave_the_week_nor_fall_below_one_plan(plans: list[Plan]) -> None:
    held = holding(plans, MONDAY + timedelta(days=60))
    assert 0 <= planned_week(held) <= 7
    assert all(planned_week(held) >= planned_week([one]) for one in held)


@given(mask=st.integers(0, 127))
def test_a_mask_is_its_weekdays(mask: int) -> None:
    assert weekday_mask(weekdays_in(mask)) == mask


def test_weekdays_and_days_a_week_have_to_agree() -> None:
    assert checked_plan(on_weekdays(1, 4)) == on_weekdays(1, 4)
    with pytest.raises(BadInputError):
        checked_plan(replace(on_weekdays(1, 4), per_week=3))


def test_a_smaller_plan_has_fewer_of_its_weekdays() -> None:
    small = smaller(on_weekdays(1, 3, 5, minutes=5), "1" * 32, TODAY, 1)
    assert small is not None
    assert (small.per_week, weekdays_in(small.weekdays or 0), small.minutes) == (2, (1, 3), 1)
    assert checked_plan(small) == small


def test_a_plan_reads_as_a_sentence() -> None:
    one = on_weekdays(1, 3, cue="close my laptop", minutes=4, obstacle="too tired", answer="one breath")
    assert plan_title(one, "Paced breathing") == "Paced breathing, 4 minutes"
    assert plan_when(one) == "After you close your laptop, on Tuesdays and Thursdays."
    assert plan_answer(one) == "If this gets in the way, “too tired”: one breath."
    assert plan_when(plan(1)) == "On 1 day a week."
    assert plan_when(on_weekdays(*range(7))) == "Every day."
    assert plan_answer(plan()) == ""


# pauses


def pause(first: int, last: int | None = None) -> Pause:
    """From so many days before TODAY on, to so many before it."""
    end = None if last is None else TODAY - timedelta(days=last)
    return Pause(uid=f"{first:032d}", from_day=TODAY - timedelta(days=first), to_day=end)


@st.composite
def some_pauses(draw: st.DrawFn) -> list[Pause]:
    found = []
    for _turn in range(draw(st.integers(0, 4))):
        first = draw(st.integers(-20, 60))
        found.append(pause(first, draw(st.integers(min(first, -20), first))))
    return found


@given(before=some_pauses(), first=st.integers(0, 60), length=st.integers(0, 20))
def test_a_pause_entered_later_changes_exactly_the_days_it_names(
    before: list[Pause], first: int, length: int
) -> None:
    added = pause(first, first - length)
    until = TODAY + timedelta(days=90)
    was, now = paused_days(before, until), paused_days([*before, added], until)
    named = {day for day in range(added.from_day.toordinal(), added.from_day.toordinal() + length + 1)}
    paused, again = changed_days(before, [*before, added], TODAY)
    assert now == was | named
    assert (paused, again) == (now - was, frozenset())


@given(days=st.frozensets(st.integers(739_000, 739_200), max_size=40))
def test_stretches_hold_the_same_days(days: frozenset[int]) -> None:
    found = spans(days)
    held = {day for first, last in found for day in range(first.toordinal(), last.toordinal() + 1)}
    assert held == days
    assert all(b[0] - a[1] > timedelta(days=1) for a, b in pairwise(found))


def test_of_a_page_that_was_pasted_into_a_plan_its_beginning_is_told() -> None:
    pasted = "close my laptop " * 3000
    long = plan(3, cue=pasted, obstacle=pasted, answer=pasted)
    assert plan_when(long).startswith("After you close your laptop close your laptop")
    assert len(plan_when(long)) < 250
    assert plan_when(long).endswith(" …, on 3 days a week.")
    assert len(plan_answer(long)) < 400


def test_the_days_that_change_are_named() -> None:
    new, shorter = pause(21, 19), pause(21, 20)
    said = "3 days count for nothing either way then: 3 to 5 November. No other day changes."
    assert effect_words([], [new], TODAY) == said
    assert effect_words([new], [shorter], TODAY) == "1 day counts again: 5 November. No other day changes."
    assert effect_words([new], [new, shorter], TODAY) == "No day changes."
    begun = effect_words([], [pause(1)], TODAY)
    assert begun == (
        "2 days count for nothing either way then: 23 to 24 November. So does every day from now on, until "
        "you end the pause. No other day changes."
    )
    assert effect_words([new, pause(1, 0)], [new, pause(1, 0), pause(0)], TODAY) == (
        "Every day from now on counts for nothing either way, until you end the pause. No other day changes."
    )
