"""Lags, the look ahead and the link with sleep agree with worked numbers and an independent computation."""

from __future__ import annotations

import numpy as np
import pytest

from rewire_app.insight.link import (
    LAGS,
    estimate_ahead,
    estimate_link,
    estimate_sleep,
    lag_profile,
    practice_week,
)
from rewire_app.insight.regression import NoEstimate
from tests.insight import independent
from tests.insight.test_link import agrees, drifting


def test_the_worked_look_ahead_is_found(worked, days):
    agrees(estimate_ahead(days["p"], days["y"]), worked["lead_check"])


def test_the_worked_lags_are_found_on_the_same_days(worked, days):
    found = lag_profile(days["p"], days["y"])
    assert len(found) == LAGS == len(worked["lag_profile"]["rows"])
    for estimate, row in zip(found, worked["lag_profile"]["rows"], strict=True):
        assert estimate.rated_days == worked["lag_profile"]["n"]
        assert (estimate.slope, estimate.low, estimate.high, estimate.p) == pytest.approx(
            [row[key] for key in ("b", "lo", "hi", "p_adj")], abs=1e-4
        )


def test_one_lag_agrees_with_an_independent_computation():
    done, y = drifting(11, 150, -2)
    x = practice_week(done)
    late = np.r_[np.full(5, np.nan), x[:-5]]
    first = np.r_[np.full(14, np.nan), x[:-14]]
    rows = np.flatnonzero(~np.isnan(y) & ~np.isnan(first))
    design = np.column_stack([np.ones(len(rows)), rows, late[rows]])
    expected = independent.regression(rows, y[rows], design, 2, level=1 - 0.05 / 15)
    found = lag_profile(done, y)[5]
    assert (found.slope, found.low, found.high) == pytest.approx(
        [expected[key] for key in ("b", "lo", "hi")], abs=1e-6
    )
    assert found.p == pytest.approx(min(1.0, 15 * expected["p"]), abs=1e-6)


def test_the_interval_of_a_lag_is_wider_than_the_links(days):
    narrow, wide = estimate_link(days["p"], days["y"]), lag_profile(days["p"], days["y"])[0]
    assert wide.high - wide.low > narrow.high - narrow.low


def test_sleep_agrees_with_an_independent_computation(days):
    agrees(estimate_sleep(days["sleep_h"], days["y"]), independent.sleep(days["sleep_h"], days["y"]), 1e-6)


@pytest.mark.parametrize("length", [0, 1, 8, 14, 21])
def test_a_few_days_have_no_lags(length):
    found = lag_profile(np.arange(length) % 2, np.arange(float(length)) % 5)
    assert {each.refusal for each in found} == {NoEstimate.TOO_FEW_DAYS}
    assert estimate_ahead(np.arange(length) % 2, np.arange(float(length)) % 5).refusal is not None


@pytest.mark.parametrize("what", [lag_profile, estimate_ahead])
def test_a_missing_year_gives_a_refusal_not_a_crash(what):
    nothing = np.full(365, np.nan)
    found = what(nothing, nothing)
    for each in found if isinstance(found, tuple) else (found,):
        assert each.refusal is NoEstimate.TOO_FEW_DAYS
        assert np.isnan(each.slope)


def test_future_practice_that_follows_hard_days_is_noticed():
    rng = np.random.default_rng(3)
    y = np.zeros(365)
    for day in range(1, 365):
        y[day] = 0.6 * y[day - 1] + rng.normal()
    done = (rng.random(365) < 1 / (1 + np.exp(3 * np.r_[0, y[:-1]]))).astype(float)
    assert estimate_ahead(done, 50 + 10 * y).high < 0
