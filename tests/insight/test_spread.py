"""The variance of an estimate, and what is told from it, agree with worked and independent numbers."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from rewire_app.insight.change import before_and_now
from rewire_app.insight.link import (
    estimate_adjusted,
    estimate_ahead,
    estimate_link,
    estimate_sleep,
    estimate_with_today,
    practice_ahead,
    practice_week,
)
from rewire_app.insight.regression import NoEstimate, days_to_show, shown_later
from tests.insight import independent
from tests.insight.conftest import as_days
from tests.insight.test_link import drifting

ON_100 = 2.0
"""The prior's standard deviation on the scale of the worked numbers, 0 to 100."""


def agrees(found, expected):
    ends = {"95": found.interval(0.95), "99": found.interval(0.99), "995": found.interval(0.995)}
    for name, (low, high) in ends.items():
        assert (low, high) == pytest.approx((expected[f"lo{name}"], expected[f"hi{name}"]), abs=1e-4)
    mine = (found.slope, found.p, found.variance, found.rated_days, found.fit.dof)
    assert mine == pytest.approx([expected[key] for key in ("b", "p", "V", "n", "df")], abs=1e-4)


def test_the_worked_legs_are_found(more_worked, days):
    worked = more_worked["link"]["data"]
    done, y = days["p"], days["y"]
    today, evening = estimate_with_today(done, y)
    agrees(estimate_link(done, y), worked["link"])
    agrees(today, worked["today_leg"])
    agrees(evening, worked["today_coefficient"])
    agrees(estimate_adjusted(done, y, days["stress"], days["sleep_h"]), worked["adjusted"])
    agrees(estimate_sleep(days["sleep_h"], y), worked["sleep_six_weekdays"])
    ahead = estimate_ahead(done, y)
    expected = [worked["reverse_check"][key] for key in ("b", "p", "n")]
    assert [ahead.slope, ahead.p, ahead.rated_days] == pytest.approx(expected, abs=1e-4)


def test_the_worked_sizes_are_found(more_worked, days):
    worked = more_worked["link"]["data"]["link"]
    link = estimate_link(days["p"], days["y"])
    assert link.shrunk(ON_100) == pytest.approx(worked["shrunk"], abs=1e-4)
    assert 5 * link.shrunk(ON_100) == pytest.approx(worked["plan5"], abs=1e-4)
    assert link.smallest == pytest.approx(worked["mde995_said"], abs=1e-4)
    later = shown_later(link.smallest, worked["window_days"], 365)
    assert later == pytest.approx(worked["mde995_at_365"], abs=1e-4)
    assert days_to_show(link.smallest, worked["window_days"], later) == pytest.approx(365)
    assert link.independent_days == pytest.approx(worked["independent_days"], abs=1e-4)


@pytest.mark.parametrize(("level", "name"), [(0.99, "before_now_99"), (0.995, "before_now_995")])
def test_the_worked_change_has_its_wider_intervals(more_worked, days, level, name):
    worked = more_worked["link"]["data"][name]
    change = before_and_now(days["y"]).estimate
    assert change.interval(level) == pytest.approx((worked["lo"], worked["hi"]), abs=1e-4)
    assert (change.slope, change.p) == pytest.approx((worked["b"], worked["p"]), abs=1e-4)


def test_the_worked_weeks_with_a_pause_are_found(more_worked):
    worked = more_worked["paused_week"]
    found = practice_week(worked["p"], worked["paused"])
    np.testing.assert_allclose(found, as_days(worked["x"]), atol=1e-4)


@pytest.mark.parametrize(("seed", "length", "slope"), [(1, 56, 0.0), (2, 120, -3.0), (3, 365, -2.0)])
def test_variance_and_wide_interval_agree_with_an_independent_computation(seed, length, slope):
    done, y = drifting(seed, length, slope)
    found = estimate_link(done, y)
    expected = independent.link(done, y, level=0.995)
    assert found.interval(0.995) == pytest.approx((expected["lo"], expected["hi"]), abs=1e-6)
    assert found.variance == pytest.approx(expected["V"], rel=1e-9)
    assert found.smallest == pytest.approx(3.75 * expected["V"] ** 0.5, rel=1e-9)


@pytest.mark.parametrize("seed", [4, 5])
def test_the_leg_with_practice_today_agrees_with_an_independent_computation(seed):
    done, y = drifting(seed, 150, -2.0)
    for found, column in zip(estimate_with_today(done, y), (2, 3), strict=True):
        expected = independent.link(done, y, done, column=column)
        mine = (found.slope, found.low, found.high, found.p, found.variance)
        assert mine == pytest.approx([expected[key] for key in ("b", "lo", "hi", "p", "V")], abs=1e-7)


@pytest.mark.parametrize("seed", [6, 7])
def test_sleep_with_weekdays_agrees_with_an_independent_computation(seed):
    rng = np.random.default_rng(seed)
    hours, y = rng.normal(7, 1, 140), np.round(rng.normal(5, 1.5, 140))
    y[rng.random(140) < 0.2] = np.nan
    expected = independent.sleep(hours, y)
    found = estimate_sleep(hours, y)
    mine = (found.slope, found.low, found.high, found.p, found.variance)
    assert mine == pytest.approx([expected[key] for key in ("b", "lo", "hi", "p", "V")], abs=1e-7)


def test_a_weekday_that_is_never_rated_does_not_stop_the_comparison_of_nights():
    rng = np.random.default_rng(8)
    hours, y = rng.normal(7, 1, 140), rng.normal(5, 1.5, 140)
    y[0::7] = np.nan
    assert estimate_sleep(hours, y).refusal is None


def test_independent_days_are_those_of_an_independent_computation_and_do_not_move_with_the_link():
    done, y = drifting(9, 180, 0.0)
    x = practice_week(done)
    rows = np.flatnonzero(~np.isnan(x) & ~np.isnan(y))
    design = np.column_stack([np.ones(len(rows)), rows, x[rows]])
    left = y[rows] - design @ np.linalg.pinv(design) @ y[rows]
    alone = stats.linregress(rows, x[rows])
    unlike = np.mean((x[rows] - alone.intercept - alone.slope * rows) ** 2)
    found = estimate_link(done, y)
    expected = left @ left / (len(rows) - 3) / (unlike * found.variance)
    assert found.independent_days == pytest.approx(expected, rel=1e-9)
    helped = estimate_link(done, y - 8 * np.nan_to_num(x, nan=3.5))
    assert helped.independent_days == pytest.approx(found.independent_days, rel=0.02)


def test_days_without_likeness_are_worth_at_most_themselves():
    rng = np.random.default_rng(10)
    done = (rng.random(120) < 0.5).astype(float)
    found = estimate_link(done, rng.normal(5, 1, 120))
    assert found.independent_days <= found.rated_days == 113


def test_the_last_day_with_a_whole_week_after_it_counts_in_the_check_the_other_way_round():
    done = (np.arange(30) % 3 == 0).astype(float)
    ahead = practice_ahead(done)
    assert ahead[22] == done[23:].sum()
    assert np.isnan(ahead[23:]).all()
    assert ahead[0] == done[1:8].sum()
    y = np.random.default_rng(1).normal(5, 1, 30)
    assert estimate_ahead(done, y).rated_days == 30 - 7 - 7


def test_paused_days_are_neither_rated_nor_days_without_practice():
    done, y = drifting(11, 200, -3.0)
    paused, nothing = np.zeros(200), np.full(12, np.nan)
    paused[90:102] = 1
    worse, better = y.copy(), y.copy()
    worse[90:102], better[90:102] = 95.0, nothing
    quiet = estimate_link(done, worse, paused)
    assert quiet == estimate_link(done, better, paused)
    before, after = np.sum(~np.isnan(y[7:90])), np.sum(~np.isnan(y[106:]))
    assert quiet.rated_days == before + after  # the fourth day after the pause makes a week again
    x = practice_week(done, paused)
    assert x[106] == pytest.approx(7 * done[102:106].sum() / 4)
    assert np.isnan(x[90:106]).all()


def test_practice_on_every_rated_day_leaves_the_link_alone_as_the_leg_with_today():
    done, y = drifting(12, 150, -3.0)
    y[done == 0] = np.nan
    today, evening = estimate_with_today(done, y)
    assert today == estimate_link(done, y)
    assert evening.refusal is NoEstimate.PRACTICE_CONSTANT
