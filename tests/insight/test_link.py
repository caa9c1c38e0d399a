"""The link estimate agrees with the worked numbers and with an independent computation."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from rewire_app.insight.link import (
    estimate_adjusted,
    estimate_link,
    fitted_line,
    practice_week,
    stress_week,
)
from rewire_app.insight.regression import NoEstimate
from rewire_app.insight.student import TMixture, t_cdf
from tests.insight import independent
from tests.insight.conftest import as_days


def agrees(estimate, expected, tolerance=1e-4):
    assert estimate.slope == pytest.approx(expected["b"], abs=tolerance)
    assert estimate.low == pytest.approx(expected["lo"], abs=tolerance)
    assert estimate.high == pytest.approx(expected["hi"], abs=tolerance)
    assert estimate.p == pytest.approx(expected["p"], abs=tolerance)
    assert estimate.rated_days == expected["n"]
    if "phi_mean" in expected:
        assert estimate.phi_mean == pytest.approx(expected["phi_mean"], abs=tolerance)


def drifting(seed, length, slope, missing=0.2):
    """Practice in good and bad weeks, reactivity that carries over, some ratings missing."""
    rng = np.random.default_rng(seed)
    mood = np.zeros(length)
    for day in range(1, length):
        mood[day] = 0.9 * mood[day - 1] + rng.normal(0, 0.4)
    done = (rng.random(length) < 1 / (1 + np.exp(-mood))).astype(float)
    noise = np.zeros(length)
    for day in range(1, length):
        noise[day] = 0.5 * noise[day - 1] + rng.normal(0, 10)
    y = 50 + slope * np.nan_to_num(practice_week(done), nan=3.5) + noise
    return done, np.where(rng.random(length) < missing, np.nan, np.round(y))


def test_practice_days_before_leave_the_day_itself_out(worked):
    np.testing.assert_array_equal(
        practice_week(worked["tiny_practice"]), as_days(worked["practice_days_tiny"])
    )


def test_the_weeks_stress_is_the_worked_one(worked, days):
    assert stress_week(days["stress"])[7:9] == pytest.approx(worked["trailing_stress_t7_t8"], abs=1e-4)


def test_a_week_with_three_stress_ratings_has_no_mean():
    assert np.isnan(stress_week([5, 5, 5, np.nan, np.nan, np.nan, np.nan, 5])[7])
    assert stress_week([5, 5, 5, 9, np.nan, np.nan, np.nan, 5])[7] == 6


def test_the_link_is_the_worked_one(worked, days):
    agrees(estimate_link(days["p"], days["y"]), worked["link"])


def test_the_adjusted_link_is_the_worked_one(days):
    adjusted = estimate_adjusted(days["p"], days["y"], days["stress"], days["sleep_h"])
    agrees(adjusted, {"b": -0.784938, "lo": -3.227669, "hi": 1.888504, "p": 0.504223, "n": 64})


def test_an_independent_computation_gives_the_worked_link(worked, days):
    other = independent.link(days["p"], days["y"])
    assert {key: other[key] for key in worked["link"]} == pytest.approx(worked["link"], abs=1e-4)


@pytest.mark.parametrize(
    ("seed", "length", "slope"), [(1, 42, 0.0), (2, 84, -3.0), (3, 180, -4.0), (4, 180, 0)]
)
def test_the_link_agrees_with_an_independent_computation(seed, length, slope):
    done, y = drifting(seed, length, slope)
    agrees(estimate_link(done, y), independent.link(done, y), 1e-7)


def test_the_adjusted_link_agrees_with_an_independent_computation(days):
    stress = days["stress"].copy()
    stress[::5] = np.nan
    mine = estimate_adjusted(days["p"], days["y"], stress, days["sleep_h"])
    week = independent.past_week(stress, 4)
    agrees(mine, independent.link(days["p"], days["y"], stress, week, days["sleep_h"]), 1e-7)


def test_the_scale_of_the_ratings_only_scales_the_link(days):
    on_100, on_10 = estimate_link(days["p"], days["y"]), estimate_link(days["p"], days["y"] / 10)
    assert (on_10.slope, on_10.low, on_10.high) == pytest.approx(
        (on_100.slope / 10, on_100.low / 10, on_100.high / 10)
    )
    assert on_10.p == pytest.approx(on_100.p)


def test_minutes_do_not_change_the_link(days):
    assert estimate_link(days["p"] * 25, days["y"]) == estimate_link(days["p"], days["y"])


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.integers(25, 120))
def test_the_slope_lies_inside_its_interval_and_shifts_with_the_truth(seed, length):
    done, y = drifting(seed, length, 0)
    first, second = estimate_link(done, y), estimate_link(done, y - 2 * practice_week(done))
    if first.refusal is None:
        assert first.low < first.slope < first.high
        assert second.slope == pytest.approx(first.slope - 2, abs=1e-6)
        assert second.high == pytest.approx(first.high - 2, abs=1e-6)


@pytest.mark.parametrize("length", [0, 1, 3, 8, 10])
def test_a_handful_of_days_is_refused_with_a_reason(length):
    nothing = estimate_link(np.ones(length), np.arange(length))
    assert nothing.refusal is NoEstimate.TOO_FEW_DAYS
    assert np.isnan([nothing.slope, nothing.low, nothing.high]).all()
    assert nothing.rated_days == max(0, length - 7)


@pytest.mark.parametrize(
    ("done", "y", "reason"),
    [
        (np.tile([1, 0, 0], 20), np.full(60, np.nan), NoEstimate.TOO_FEW_DAYS),
        (np.tile([1, 0, 0], 20), np.full(60, 4.0), NoEstimate.REACTIVITY_CONSTANT),
        (np.ones(60), np.arange(60.0) % 7, NoEstimate.PRACTICE_CONSTANT),
        (np.r_[np.zeros(7), np.ones(7)], np.tile([1.0, 5.0], 7), NoEstimate.NOT_SEPARABLE),
    ],
)
def test_series_that_cannot_show_a_link_are_refused_with_a_reason(done, y, reason):
    assert estimate_link(done, y).refusal is reason
    assert fitted_line(estimate_link(done, y)) is None


def test_the_adjusted_link_needs_enough_stress_and_sleep(days):
    few = days["stress"].copy()
    few[: len(few) // 2] = np.nan
    assert (
        estimate_adjusted(days["p"], days["y"], few, days["sleep_h"]).refusal
        is NoEstimate.STRESS_OR_SLEEP_MISSING
    )
    same = np.full(len(few), 5.0)
    assert estimate_adjusted(days["p"], days["y"], same, days["sleep_h"]).refusal is NoEstimate.NOT_SEPARABLE


def test_a_perfect_line_is_found_exactly():
    done, _y = drifting(7, 90, 0, 0)
    perfect = estimate_link(done, 60 - 3 * practice_week(done))
    assert (perfect.slope, perfect.low, perfect.high) == pytest.approx((-3, -3, -3), abs=1e-5)


@pytest.mark.parametrize(("done", "y"), [([1, 0], [1.0]), ([[1, 0]], [[1, 0]]), ([1, np.inf], [1, 2])])
def test_series_that_do_not_match_are_an_error(done, y):
    with pytest.raises(ValueError, match="calendar day"):
        estimate_link(done, y)


def test_the_line_rises_by_the_slope_and_lies_inside_its_band(days):
    estimate = estimate_link(days["p"], days["y"])
    line = fitted_line(estimate)
    assert line is not None
    assert np.diff(line.reactivity) == pytest.approx([estimate.slope] * 7)
    assert all(low < y < high for low, y, high in zip(line.low, line.reactivity, line.high, strict=True))


@pytest.mark.parametrize("dof", [1, 2, 3, 4, 9, 38, 61, 177, 363])
def test_t_probabilities_are_scipys(dof):
    t = np.concatenate([np.linspace(-40, 40, 81), [0.0, 1e-9, -1e-9, 1e6]])
    np.testing.assert_allclose(t_cdf(t, dof), stats.t.cdf(t, dof), atol=2e-14)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.floats(-50, 50), st.floats(0.001, 30)), min_size=1, max_size=8),
    st.integers(1, 200),
    st.sampled_from([0.001, 0.025, 0.5, 0.975]),
)
def test_a_quantile_has_its_probability_below_it(parts, dof, probability):
    centres, scales = np.array(parts).T
    mixture = TMixture(weights=np.full(len(parts), 1 / len(parts)), centres=centres, scales=scales, dof=dof)
    assert mixture.cdf(mixture.quantile(probability)) == pytest.approx(probability, abs=1e-9)
