"""What moments were like: medians that know about moments still going, and shares with enough behind them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewire_app.insight.outcomes import outcomes

NAN, GOING = np.nan, np.inf


def test_a_moment_that_is_still_going_is_longer_than_any_that_ended():
    found = outcomes([5, 6, 7, 8, 9], [10, 20, GOING, GOING, 40], [1, 0, 0, 1, 1])
    assert (found.peak, found.calm, found.calm_from) == (7, 40, 20)
    assert np.isinf(found.calm_to)
    assert (found.still_going, found.calms) == (2, 5)
    assert (found.new, found.new_count, found.answered) == (0.6, 3, 5)


def test_a_middle_moment_still_going_has_no_median_in_minutes():
    assert np.isinf(outcomes([NAN] * 5, [10, 20, GOING, GOING, GOING], [NAN] * 5).calm)


@pytest.mark.parametrize("count", [0, 1, 4])
def test_fewer_than_five_values_give_no_number(count):
    found = outcomes([6] * count, [30] * count, [1] * count)
    assert np.isnan([found.peak, found.calm, found.new]).all()
    assert (found.moments, found.peaks, found.calms, found.answered) == (count,) * 4


def test_what_was_not_noted_is_not_a_zero():
    found = outcomes([NAN, 6, 6, 6, 6, 6], [NAN] * 6, [NAN, NAN, 1, 1, 1, 1])
    assert found.peak == 6
    assert np.isnan([found.calm, found.new]).all()
    assert found.moments == 6


@given(st.lists(st.floats(0, 600), min_size=5, max_size=60))
def test_the_median_is_numpys_for_moments_that_ended(minutes):
    found = outcomes([NAN] * len(minutes), minutes, [NAN] * len(minutes))
    assert found.calm == pytest.approx(float(np.median(minutes)))
    assert found.calm_from <= found.calm <= found.calm_to


def test_values_of_different_moments_are_an_error():
    with pytest.raises(ValueError, match="every moment"):
        outcomes([1, 2], [1], [1, 2])
