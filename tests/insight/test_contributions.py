"""What each day holds up adds up, and one more practice does what consistency then says."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rewire_app.insight.consistency import share_of_plan, strength
from rewire_app.insight.findings_consistency import contributions


def test_the_worked_days_hold_up_ten_points_each(worked):
    found = contributions(worked["tiny_practice"], 5)
    assert found.share_days == pytest.approx([10.0 * day for day in worked["tiny_practice"]])
    assert sum(found.strength_weeks) == pytest.approx(41.0899, abs=1e-4)
    assert found.share_next == pytest.approx(100.0)
    assert found.share_rest == pytest.approx(90.0)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 200), st.integers(1, 7))
def test_the_weeks_add_up_to_todays_strength(seed, days, per_week):
    rng = np.random.default_rng(seed)
    done = (rng.random(days) < 0.6).astype(float)
    paused = (rng.random(days) < 0.15).astype(float)
    found = contributions(done, per_week, paused)
    today = strength(done, per_week, paused)[-1]
    if np.isnan(today):
        assert found.strength_weeks == ()
    else:
        assert sum(found.strength_weeks) == pytest.approx(today)
        assert min(found.strength_weeks) >= -1e-9
    assert found.strength_next >= found.strength_rest
    if not np.isnan(found.share_next):
        assert found.share_next >= found.share_rest


def test_a_day_beyond_the_plan_holds_nothing_up():
    assert set(contributions(np.ones(30), 3).share_days) == {0.0}


def test_a_number_that_is_not_shown_has_no_reasons():
    found = contributions([1, 0, 1], 5)
    assert np.isnan(found.share_days).all()
    assert np.isnan(found.share_next)
    assert found.strength_next > found.strength_rest
    assert contributions([], 5).strength_weeks == ()


def test_tomorrow_is_judged_by_todays_plan():
    plan = np.r_[np.full(20, 7), np.full(10, 2)]
    done = np.zeros(30)
    expected = share_of_plan(np.r_[done, 1], np.r_[plan, 2])[-1]
    assert contributions(done, plan).share_next == pytest.approx(expected)
