"""The personal test counts orders exactly, and says nothing about weeks that are not there."""

from __future__ import annotations

from math import comb, isnan

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from rewire_app.insight.random_weeks import ORDERS, compare_weeks, weekly_means


def test_the_worked_weeks_are_found(worked):
    case = worked["random_weeks"]
    found = compare_weeks("".join(case["labels"]), case["values"])
    assert found is not None
    assert found.difference == pytest.approx(case["diff"])
    assert found.p == pytest.approx(case["p"], abs=1e-6)
    assert (found.as_far, found.orders) == (2, case["n_labelings"])
    assert found.clear


def test_there_are_all_orders_and_each_once():
    assert len(set(ORDERS)) == len(ORDERS) == comb(8, 4)
    assert {order.count("A") for order in ORDERS} == {4}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 100), min_size=8, max_size=8), st.sampled_from(ORDERS))
def test_the_test_is_scipys_permutation_test(weeks, order):
    found = compare_weeks(order, [week / 10 for week in weeks])
    assert found is not None
    a, b = ([week for week, letter in zip(weeks, order, strict=True) if letter == each] for each in "AB")
    theirs = stats.permutation_test(
        (a, b), lambda x, y: abs(sum(x) - sum(y)), alternative="greater", n_resamples=np.inf
    )
    assert found.p == pytest.approx(theirs.pvalue)
    assert found.difference == pytest.approx((np.mean(a) - np.mean(b)) / 10)


def test_weeks_that_are_all_the_same_differ_in_no_order():
    found = compare_weeks("AABBABAB", [4.2] * 8)
    assert found is not None
    assert (found.difference, found.p, found.clear) == (pytest.approx(0), 1.0, False)


def test_a_week_without_a_mean_gives_no_result():
    assert compare_weeks("ABABABAB", [1, 2, 3, float("nan"), 5, 6, 7, 8]) is None


@pytest.mark.parametrize(
    ("order", "weeks"), [("ABABABA", [1.0] * 7), ("AAAAABBB", [1.0] * 8), ("ABABABAB", [1.0] * 6)]
)
def test_another_design_is_an_error(order, weeks):
    with pytest.raises(ValueError, match="eight weeks"):
        compare_weeks(order, weeks)


def test_a_week_needs_four_ratings():
    nan = float("nan")
    first, second = weekly_means([3, nan, 5, 4, nan, 4, nan, 3, nan, nan, nan, nan, 4, 5])
    assert first == 4.0
    assert isnan(second)
