"""The forecast of a fair test follows from a person's own evenings: spread, carry-over and rating habit."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from rewire_app.insight.fair_forecast import could_show, forecast_days, forecast_weeks
from rewire_app.insight.random_days import redrawn

NAN = float("nan")


def evenings(sd, missing=0.0, seed=0):
    rng = np.random.default_rng([12, seed])
    ratings = 5 + sd * rng.normal(size=60)
    ratings[rng.random(60) < missing] = NAN
    return ratings


def test_days_with_every_evening_and_no_carry_over_come_near_the_plain_two_sample_power():
    told = forecast_days(evenings(1.5))
    for points in (0.5, 1.0, 1.5):
        plain = points / (told.spread * np.sqrt(2 / 28))
        expected = stats.norm.sf(1.99 - plain) + stats.norm.sf(1.99 + plain)
        assert told.share(points) == pytest.approx(expected, abs=0.1)
    assert told.share(0) == pytest.approx(0.0466, abs=0.001)
    assert told.share(told.least) == pytest.approx(0.75, abs=0.01)


def test_wider_evenings_and_gaps_show_less():
    calm, wide, gaps = (forecast_days(evenings(*each)) for each in ((1.0,), (2.0,), (1.0, 0.4)))
    assert calm.share(1) > gaps.share(1) > wide.share(1)
    assert calm.least < gaps.least < wide.least
    assert gaps.rate == pytest.approx(0.6, abs=0.15)


def test_weeks_show_far_less_than_days():
    days, weeks = forecast_days(evenings(1.5)), forecast_weeks(evenings(1.5))
    assert weeks.share(0) == pytest.approx(2 / 70, abs=0.03)
    assert weeks.share(1.5) < days.share(1.5) - 0.3
    assert weeks.least > days.least + 0.5
    assert list(weeks.shares) == sorted(weeks.shares)


def test_the_same_evenings_give_the_same_forecast():
    assert forecast_weeks(evenings(1.5)) == forecast_weeks(evenings(1.5))


@pytest.mark.parametrize("ratings", [[], [NAN] * 60, [5.0] * 60, [4.0, 6.0] * 9 + [NAN] * 42])
@pytest.mark.parametrize("forecast", [forecast_days, forecast_weeks])
def test_too_few_or_too_even_evenings_give_no_forecast(forecast, ratings):
    assert forecast(ratings) is None


@pytest.mark.parametrize("forecast", [forecast_days, forecast_weeks])
def test_an_endless_rating_is_refused(forecast):
    with pytest.raises(ValueError, match="finite"):
        forecast([float("inf")] * 60)


def test_a_finished_test_knows_what_it_could_have_shown_whatever_came_out():
    options = redrawn(28, 1, 1)[:, 0]
    noise = evenings(1.5)[:56]
    nothing = could_show(options, noise, 0.0, weeks=False)
    assert could_show(options, noise + 3 * options, 3.0, weeks=False) == pytest.approx(nothing)
    assert could_show(options, noise / 2, 0.0, weeks=False) == pytest.approx(nothing / 2, rel=0.1)
    assert could_show(options, np.full(56, 5.0), 0.0, weeks=False) is None
