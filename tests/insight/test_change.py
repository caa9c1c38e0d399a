"""Before and now, and the overlap of two stretches, agree with worked numbers and with scipy."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from rewire_app.insight.change import before_and_now, corrected_tau, kendall
from rewire_app.insight.regression import NoEstimate
from tests.insight import independent


def agrees(estimate, expected, tolerance=1e-4):
    found = (estimate.slope, estimate.low, estimate.high, estimate.p)
    assert found == pytest.approx([expected[key] for key in ("b", "lo", "hi", "p")], abs=tolerance)
    assert estimate.rated_days == expected["n"]


def test_the_worked_change_is_found(worked, days):
    change = before_and_now(days["y"])
    agrees(change.estimate, worked["before_after"])
    assert change.before == pytest.approx(worked["before_after"]["mean_base"], abs=1e-4)
    assert change.now == pytest.approx(worked["before_after"]["mean_now"], abs=1e-4)
    assert (change.before_days, change.now_days) == (13, 22)


@pytest.mark.parametrize(("seed", "size"), [(1, 42), (2, 43), (3, 44), (4, 120)])
def test_the_change_agrees_with_an_independent_computation(seed, size):
    rng = np.random.default_rng(seed)
    y = np.round(np.cumsum(rng.normal(0, 4, size)) + rng.normal(50, 8, size))
    y[rng.random(size) < 0.15] = np.nan
    rows = np.flatnonzero(~np.isnan(y))
    now, between = rows >= size - 28, (rows >= 14) & (rows < size - 28)
    columns = [np.ones(len(rows)), now, between, between * rows]
    kept = 2 if not between.any() else 3 if between.sum() == 1 else 4
    expected = independent.regression(rows, y[rows], np.column_stack(columns[:kept]).astype(float), 1)
    agrees(before_and_now(y).estimate, expected, 1e-6)


@pytest.mark.parametrize(
    "y",
    [
        np.zeros(0),
        np.array([5.0]),
        np.full(200, np.nan),
        np.r_[np.full(7, 5.0), np.full(7, np.nan), np.arange(60.0) % 5],
        np.r_[np.arange(60.0) % 5, np.full(20, np.nan)],
        np.arange(41.0) % 6,
    ],
    ids=["no day", "one day", "nothing rated", "7 at first", "8 at last", "41 days"],
)
def test_too_few_ratings_give_no_number(y):
    change = before_and_now(y)
    assert not change.enough
    assert change.estimate.refusal is NoEstimate.TOO_FEW_DAYS
    assert np.isnan([change.before, change.now, change.estimate.slope, change.overlap.tau]).all()


def test_the_same_rating_every_day_is_refused_with_both_means():
    change = before_and_now(np.full(90, 4.0))
    assert change.estimate.refusal is NoEstimate.REACTIVITY_CONSTANT
    assert (change.before, change.now) == (4.0, 4.0)
    assert np.isnan(change.overlap.tau)


def test_a_missing_year_between_is_bridged():
    y = np.full(450, np.nan)
    y[:20] = np.tile([6.0, 7.0], 10)
    y[-28:] = np.tile([3.0, 4.0], 14)
    change = before_and_now(y)
    assert change.estimate.low < change.estimate.slope < change.estimate.high
    assert change.estimate.slope == pytest.approx(-3, abs=0.2)


@pytest.mark.parametrize("name", ["tau_small", "tau_trending_baseline"])
def test_the_worked_overlap_is_found(worked, name):
    case = worked[name]
    found = corrected_tau(case["a"], case["b"])
    assert found.tau == pytest.approx(case["tau"], abs=1e-6)
    assert found.corrected is case["corrected"]
    assert found.baseline_tau == pytest.approx(case["baseline_tau"], abs=1e-6)
    assert found.baseline_p == pytest.approx(case["baseline_p"], abs=1e-5)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)), min_size=2, max_size=30))
def test_kendalls_tau_and_p_are_scipys(pairs):
    x, y = (np.array(column, dtype=float) for column in zip(*pairs, strict=True))
    tau, p = kendall(x, y)
    if np.ptp(x) == 0 or np.ptp(y) == 0:
        assert np.isnan(tau)
        assert p == 1.0
        return
    tied = len(set(x)) < len(x) or len(set(y)) < len(y)
    expected = stats.kendalltau(x, y, method="asymptotic" if tied else "exact")
    assert tau == pytest.approx(expected.statistic, abs=1e-12)
    assert p == pytest.approx(expected.pvalue, abs=1e-9)


@given(
    st.lists(st.one_of(st.none(), st.integers(0, 10)), max_size=20),
    st.lists(st.one_of(st.none(), st.integers(0, 10)), max_size=20),
)
def test_an_overlap_is_a_tau_or_nothing(before, after):
    series = [np.array([np.nan if v is None else v for v in part], dtype=float) for part in (before, after)]
    found = corrected_tau(*series)
    assert np.isnan(found.tau) or -1 <= found.tau <= 1
    if min(np.sum(~np.isnan(part)) for part in series) < 3:
        assert np.isnan(found.tau)
