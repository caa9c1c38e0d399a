"""The rank companion agrees with worked numbers and with scipy, and refuses what says nothing."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scipy import signal, stats

from rewire_app.insight.ranks import average_ranks, rank_association, rank_link
from rewire_app.insight.student import t_quantile


def test_the_worked_small_series_is_found(worked):
    case = worked["spearman_small"]
    found = rank_association(np.arange(8.0), np.array(case["x"], float), np.array(case["y"], float))
    assert (found.rho, found.low, found.high) == pytest.approx(
        [case["rho"], case["lo"], case["hi"]], abs=1e-6
    )
    assert (found.rated_days, found.worth) == (8, case["n_eff"])


def test_the_worked_days_are_worth_about_25(days):
    found = rank_link(days["p"], days["y"])
    assert (found.rho, found.worth) == pytest.approx((-0.200687, 24.582184), abs=1e-6)
    assert (found.low, found.high) == pytest.approx((-0.574127, 0.241872), abs=1e-6)
    assert found.rated_days == 64


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(6, 90))
@example(521, 6)  # a straight line: nothing is left to rank
def test_rho_is_scipys_on_detrended_values(seed, size):
    rng = np.random.default_rng(seed)
    x, y = rng.normal(size=size), np.round(rng.normal(5, 2, size))
    found = rank_association(np.arange(float(size)), x, y)
    left = [np.round(signal.detrend(values), 9) for values in (x, y)]
    if any(np.ptp(values) == 0 for values in left):
        assert np.isnan(found.rho)
        return
    assert found.rho == pytest.approx(stats.spearmanr(*left).statistic, abs=1e-9)
    assert found.low <= found.rho <= found.high
    assert 4.5 <= found.worth <= size


@given(st.lists(st.integers(0, 6), min_size=1, max_size=40))
def test_ranks_are_scipys(values):
    np.testing.assert_array_equal(average_ranks(np.array(values, float)), stats.rankdata(values))


@pytest.mark.parametrize(
    ("x", "y"),
    [
        ([], []),
        ([1, 2, 3, 4], [4, 3, 2, 1]),
        ([2, 2, 2, 2, 2, 2], [1, 5, 2, 4, 3, 3]),
        ([1, 2, 3, 4, 5, 6], [1, 5, 2, 4, 3, 3]),
        ([1, 5, 2, 4, 3, 3], [4, 4, 4, 4, 4, 4]),
    ],
    ids=["nothing", "four days", "even practice", "only a trend", "even ratings"],
)
def test_series_that_say_nothing_give_no_number(x, y):
    found = rank_association(np.arange(float(len(x))), np.array(x, float), np.array(y, float))
    assert np.isnan([found.rho, found.low, found.high, found.worth]).all()
    assert found.rated_days == len(x)


def test_days_that_never_follow_each_other_carry_nothing_over():
    rng = np.random.default_rng(4)
    found = rank_association(np.arange(0.0, 60, 2), rng.normal(size=30), rng.normal(size=30))
    assert found.worth == 30


@settings(max_examples=80, deadline=None)
@given(st.floats(0.001, 0.999), st.floats(0.6, 400))
def test_t_quantiles_are_scipys(probability, dof):
    assert t_quantile(probability, dof) == pytest.approx(stats.t.ppf(probability, dof), rel=1e-8, abs=1e-10)


@pytest.mark.parametrize(("probability", "dof"), [(0, 5), (1, 5), (0.5, 0)])
def test_an_impossible_quantile_is_an_error(probability, dof):
    with pytest.raises(ValueError, match="between 0 and 1"):
        t_quantile(probability, dof)
