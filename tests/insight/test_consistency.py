"""Share of plan and strength agree with the worked numbers and keep their promises for any days."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewire_app.insight.consistency import share_of_plan, strength, why_share, why_strength
from tests.insight.conftest import as_days

some_days = st.lists(st.integers(0, 1), min_size=1, max_size=90)
some_plan = st.integers(1, 7)


@st.composite
def days_and_pauses(draw):
    done = draw(some_days)
    return done, draw(st.lists(st.booleans(), min_size=len(done), max_size=len(done)))


def test_the_share_of_plan_is_the_worked_one(worked):
    share = share_of_plan(worked["tiny_practice"], 5)
    np.testing.assert_allclose(share, as_days(worked["share_of_plan_k5_w14"]), atol=1e-4)


def test_one_heroic_day_counts_less_than_every_other_day(worked):
    hero = share_of_plan([0] * 13 + [1], 5)[-1]
    spread = share_of_plan([0, 1] * 7, 5)[-1]
    assert hero == pytest.approx(worked["one_hero_vs_spread"]["hero_14d"], abs=1e-4)
    assert spread == pytest.approx(worked["one_hero_vs_spread"]["spread_14d"], abs=1e-4)


def test_the_strength_is_the_worked_one(worked):
    tiny = strength(worked["tiny_practice"], 5)
    assert tiny[[0, 6, 13]] == pytest.approx([0.9661, 16.6886, 41.0899], abs=1e-4)


def test_practising_every_day_closes_half_of_the_gap_each_fortnight():
    daily = strength(np.ones(56), 5)
    assert daily[[13, 27, 41, 55]] == pytest.approx([44.66, 72.33, 86.17, 93.08], abs=5e-3)
    first_week = 1 - daily[6] / 100
    assert 1 - daily[20] / 100 == pytest.approx(first_week / 2)


def test_a_missed_day_costs_nothing_while_the_week_meets_the_plan():
    steady = strength([1, 1, 1, 1, 1, 1, 1] * 8, 5)
    missed = strength([1, 1, 1, 1, 1, 1, 1] * 7 + [1, 1, 1, 0, 1, 1, 1], 5)
    assert missed[-1] == pytest.approx(steady[-1])


def test_the_day_that_made_the_plan_costs_at_most_six_points():
    meets = [1, 0, 1, 1, 0, 1, 1]
    whole = strength(meets * 12, 5)
    without = strength(meets * 11 + [0] + meets[1:], 5)
    assert 0 < (whole - without).max() < 5.9


def test_practice_is_judged_by_the_plan_of_its_day():
    done = [1, 0, 0, 1, 0, 0, 1] * 2 + [1] * 14
    plan = np.array([3] * 14 + [7] * 14)
    before_alone = strength(done[:14], 3)
    np.testing.assert_allclose(strength(done, plan)[:14], before_alone)
    why = why_share(done, plan, day=20)
    assert (why.practice_days, why.planned_days) == (10, 10.0)


def test_days_before_first_use_are_not_zeros():
    later = np.array([np.nan] * 10 + [1] * 14)
    assert np.isnan(strength(later, 5)[:10]).all()
    assert np.isnan(share_of_plan(later, 5)[:16]).all()
    np.testing.assert_allclose(strength(later, 5)[10:], strength(np.ones(14), 5))


def test_without_a_plan_nothing_is_shown():
    assert np.isnan(share_of_plan(np.ones(20), 0)).all()
    assert np.isnan(strength(np.ones(20), np.nan)).all()
    assert (
        "Without a plan" in why_share(np.ones(20), 0).sentence
        or "7 days" in why_share(np.ones(20), 0).sentence
    )


def test_no_days_give_no_values():
    assert len(share_of_plan([], 5)) == len(strength([], 5)) == 0


@pytest.mark.parametrize(
    ("done", "plan", "rest"),
    [
        ([1, 0], [5], None),
        ([1, 0], 5, [0]),
        ([[1]], 5, None),
        ([1], 8, None),
        ([1], -1, None),
        ([np.inf], 5, None),
    ],
)
def test_what_cannot_be_meant_is_refused(done, plan, rest):
    with pytest.raises(ValueError, match="day"):
        strength(done, plan, rest)


@given(days_and_pauses(), some_plan)
def test_both_stay_between_0_and_100(case, plan):
    done, rest = case
    for values in (share_of_plan(done, plan, rest), strength(done, plan, rest)):
        shown = values[~np.isnan(values)]
        assert np.all((shown >= 0) & (shown <= 100))


@given(some_days, some_plan, st.integers(2, 300))
def test_minutes_never_enter(done, plan, minutes):
    longer = [minutes * day for day in done]
    np.testing.assert_array_equal(share_of_plan(longer, plan), share_of_plan(done, plan))
    np.testing.assert_array_equal(strength(longer, plan), strength(done, plan))


@given(days_and_pauses(), some_plan)
def test_practice_in_a_pause_neither_helps_nor_hurts(case, plan):
    done, rest = case
    otherwise = [1 - day if paused else day for day, paused in zip(done, rest, strict=True)]
    for number in (share_of_plan, strength):
        np.testing.assert_array_equal(number(done, plan, rest), number(otherwise, plan, rest))


@given(some_days, some_plan, st.integers(0, 90), st.integers(1, 40))
def test_a_pause_leaves_the_strength_as_if_the_days_had_not_been(done, plan, at, length):
    at = min(at, len(done))
    paused = done[:at] + [0] * length + done[at:]
    rest = [0] * at + [1] * length + [0] * (len(done) - at)
    with_pause, without = strength(paused, plan, rest), strength(done, plan)
    np.testing.assert_allclose(np.delete(with_pause, range(at, at + length)), without)
    if at:
        assert np.all(with_pause[at : at + length] == with_pause[at - 1])


@given(some_days, some_plan, st.integers(0, 89))
def test_one_more_practice_day_never_lowers_either(done, plan, extra):
    more = [*done]
    more[extra % len(done)] = 1
    for number in (share_of_plan, strength):
        with_it, before = number(more, plan), number(done, plan)
        assert np.all(np.isnan(before) | (with_it >= before - 1e-9))


@given(days_and_pauses(), some_plan)
def test_why_this_number_tells_the_number_that_is_shown(case, plan):
    done, rest = case
    share, grown = why_share(done, plan, rest), why_strength(done, plan, rest)
    assert share.percent == pytest.approx(share_of_plan(done, plan, rest)[-1], nan_ok=True)
    assert grown.percent == pytest.approx(strength(done, plan, rest)[-1], nan_ok=True)
    assert share.active_days + share.paused_days == min(14, len(done))
    for earlier, later in pairwise((0, grown.practice_days, grown.active_days, 7)):
        assert earlier <= later


def test_why_this_number_speaks_plainly(worked):
    assert why_share(worked["tiny_practice"], 5).sentence == (
        "You practised on 10 of the last 14 days; your plan for them comes to 10 days. "
        "A day counts once, however long you practised."
    )
    paused = why_share(worked["tiny_practice"], 5, [0] * 12 + [1, 1])
    assert paused.sentence.startswith(
        "You practised on 9 of the 12 days that count in the last 14; your plan for them comes to 8.6 days."
    )
    assert "2 paused days count for nothing either way." in paused.sentence
    assert why_strength(worked["tiny_practice"], 5).sentence.startswith(
        "In the last 7 days that count you practised on 5 days; your plan is 5 of 7."
    )
