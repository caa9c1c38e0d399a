"""Not on track agrees with its worked numbers and with dense matrices, and asks only at its marks."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from scipy import stats

from rewire_app.insight.on_track import LastWeeks, compare_last_weeks, last_mark
from rewire_app.insight.regression import standard_grid

WORKED = Path(__file__).parent.parent / "data" / "statistics_fixtures_2.json"
ADDED = {"data": 0, "data_last28_plus_15": 15, "data_last28_plus_25": 25, "data_last28_plus_40": 40}
FIRST = date(2026, 1, 1).toordinal()


@pytest.mark.parametrize("name", ADDED)
def test_the_worked_evenings(days, name):
    expected = json.loads(WORKED.read_text(encoding="utf-8"))["not_on_track"][name]
    y = days["y"].copy()
    y[-28:] = np.minimum(100, y[-28:] + ADDED[name])
    found = compare_last_weeks(y)
    assert (found.rated_past, found.rated_last) == (expected["rated_past"], expected["rated_last28"])
    assert found.mean_past == pytest.approx(expected["mean_past"], abs=1e-4)
    assert found.mean_last == pytest.approx(expected["mean_last28"], abs=1e-4)
    assert found.change == pytest.approx(expected["change"], abs=1e-4)
    assert found.p_worse == pytest.approx(expected["p_worse"], abs=1e-4)
    assert found.ask is expected["signal"]


def dense(y):
    """The change and its chance with whole covariance matrices, one structure after another."""
    at = np.flatnonzero(~np.isnan(y))
    y, late = y[at], at >= len(y) - 28
    past, grid, logs, fits = int((~late).sum()), standard_grid(), [], []
    for phi, lam, prior in zip(grid.phi, grid.lam, grid.prior, strict=True):
        apart = np.abs(at[:, None] - at[None, :])
        cov = (1 - lam) * np.where(apart == 0, 1.0, phi**apart) + lam * np.eye(len(at))
        old, one = cov[:past, :past], np.ones(past)
        weight = one @ np.linalg.solve(old, one)
        rest = y[:past] - one @ np.linalg.solve(old, y[:past]) / weight
        rss = rest @ np.linalg.solve(old, rest)
        log_det = np.linalg.slogdet(old)[1]
        logs.append(np.log(prior) - 0.5 * (log_det + np.log(weight) + (past - 1) * np.log(rss)))
        x = np.column_stack([np.ones(len(at)), late])
        inverse = np.linalg.inv(x.T @ np.linalg.solve(cov, x))
        change = (inverse @ x.T @ np.linalg.solve(cov, y))[1]
        fits.append((change, np.sqrt(rss / (past - 1) * inverse[1, 1])))
    weights = np.exp(np.array(logs) - max(logs))
    weights /= weights.sum()
    worse = sum(w * stats.t.sf(b / s, past - 1) for w, (b, s) in zip(weights, fits, strict=True))
    return sum(w * b for w, (b, _s) in zip(weights, fits, strict=True)), worse


@pytest.mark.parametrize("seed", range(4))
def test_dense_matrices_find_the_same_change(seed):
    rng = np.random.default_rng(seed)
    y = np.clip(np.round(5 + 1.5 * rng.normal(size=140) + 2 * (np.arange(140) >= 112)), 0, 10)
    y[rng.random(140) < 0.3] = np.nan
    found = compare_last_weeks(y)
    assert (found.change, found.p_worse) == pytest.approx(dense(y), abs=1e-8)


def evenings(length=112, rise=0.0, seed=1):
    rng = np.random.default_rng(seed)
    y = 4 + rng.normal(size=length)
    y[-28:] += rise
    return np.clip(y, 0, 10)


def test_a_clear_rise_is_asked_about_and_a_fall_or_nothing_is_not():
    assert compare_last_weeks(evenings(rise=3)).ask
    assert not compare_last_weeks(evenings(rise=-3)).ask
    assert not compare_last_weeks(evenings()).ask


def test_a_rise_that_is_sure_but_small_is_not_asked_about():
    small = LastWeeks(rated_past=300, rated_last=28, mean_past=2, mean_last=2.9, change=0.9, p_worse=0.0001)
    assert not small.ask


def test_too_few_evenings_before_or_in_the_last_weeks_say_nothing():
    few_before, few_now = evenings(rise=4), evenings(rise=4)
    few_before[: 112 - 28 - 27] = np.nan
    few_now[-28:-13] = np.nan
    assert compare_last_weeks(few_before) is None
    assert compare_last_weeks(few_now) is None
    assert compare_last_weeks(np.array([])) is None


def test_evenings_that_never_varied_say_nothing_about_a_rise():
    y = np.full(112, 3.0)
    y[-28:] = 8
    assert compare_last_weeks(y) is None


def test_only_the_last_365_days_count():
    long = np.concatenate([np.full(400, 10.0), evenings(365, rise=3)])
    assert compare_last_weeks(long) == compare_last_weeks(long[-365:])


def test_an_infinite_rating_is_an_error():
    with pytest.raises(ValueError, match="ratings"):
        compare_last_weeks([np.inf] * 112)


@pytest.mark.parametrize(
    ("days", "mark"), [(0, None), (83, None), (84, 84), (85, 84), (111, 84), (112, 112), (400, 392)]
)
def test_there_is_a_mark_every_28_days_from_day_84_on(days, mark):
    assert last_mark(FIRST, FIRST + days - 1) == (None if mark is None else FIRST + mark - 1)


def test_a_clock_set_back_before_the_first_evening_has_no_mark():
    assert last_mark(FIRST, FIRST - 500) is None
