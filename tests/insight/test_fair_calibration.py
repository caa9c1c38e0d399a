"""How often the two kinds of fair test are wrong, and how often they see what is there, on simulated people.

A person's evenings lie round 5 with a standard deviation of 1.5 (in the forecasts 1 to 2.2), are rounded and
cut to 0-10; chance decides which are missing and which way each day or week had.
"""

from __future__ import annotations

import numpy as np
import pytest

from rewire_app.insight.contrast import CLEAR, comparable, contrast
from rewire_app.insight.fair_forecast import forecast_days, forecast_weeks
from rewire_app.insight.random_days import DAYS, PAIRS, REDRAWS, redrawn, with_coins
from rewire_app.insight.random_weeks import all_orders

pytestmark = pytest.mark.slow

PEOPLE = 1_000
SD = 1.5
ZERO = np.zeros(1)
NO_DIFFERENCE, ONE_POINT = 0.0, 1.0
WEEKEND = 1.5 * (np.arange(DAYS) % 7 >= 5)


def carried(rng, phi, length, innovations=None):
    """AR(1) errors with variance 1, (people, length); phi is one value or one for each person."""
    fresh = rng.normal(size=(PEOPLE, length + 100)) if innovations is None else innovations
    out = np.zeros((PEOPLE, length + 100))
    for day in range(1, length + 100):
        out[:, day] = phi * out[:, day - 1] + fresh[:, day]
    return out[:, -length:] * np.sqrt(1 - np.square(phi)).reshape(-1, 1)


def slow(phi):
    return lambda rng, n: np.sqrt(0.5) * (carried(rng, phi, n) + rng.normal(size=(PEOPLE, n)))


def heavy(rng, n):
    return carried(rng, 0.4, n, rng.standard_t(3, (PEOPLE, n + 100)) / np.sqrt(3))


ERRORS = {
    "half slow .85": slow(0.85),
    "AR .4": lambda rng, n: carried(rng, 0.4, n),
    "half slow .97": slow(0.97),
    "t3": heavy,
    "weekends": lambda rng, n: slow(0.85)(rng, n) + WEEKEND / SD,
}
CELLS = [(errors, missing) for errors in ERRORS for missing in (0.2, 0.4)]


def rated(rng, level, missing):
    """Ratings as a person gives them: whole, 0 to 10, and some not at all."""
    values = np.clip(np.round(5 + level), 0, 10)
    return np.where(rng.random(level.shape) < missing, np.nan, values)


def measured(rng, errors, missing, difference, options):
    """Options (people, days) and what was rated on them."""
    level = SD * ERRORS[errors](rng, DAYS) + difference * (options - 0.5)
    return options, rated(rng, level, missing)


def coins(rng):
    return redrawn(PAIRS, PEOPLE, int(rng.integers(2**31))).T


def orders(rng):
    return all_orders().T[rng.integers(70, size=PEOPLE)]


def p_by_days(options, ratings, seed):
    """p of a test by days; None without an answer. The interval is left out, which costs most."""
    if not comparable(options, ratings):
        return None
    return with_coins(options, ratings, REDRAWS, seed).p(ZERO)[0]


def p_by_weeks(options, ratings, _seed):
    return contrast(options, ratings, all_orders()).p(ZERO)[0] if comparable(options, ratings) else None


def outcomes(p_of, options, ratings):
    """Percent of people with a clear answer, and percent without any."""
    found = [p_of(*person, seed) for seed, person in enumerate(zip(options, ratings, strict=True))]
    known = [p for p in found if p is not None]
    return 100 * np.mean(np.array(known) < CLEAR), 100 * (1 - len(known) / len(found))


def seeded(*parts):
    return np.random.default_rng([10, *parts])


@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: f"{cell[0]}, {cell[1]:.0%} missing")
def test_days_say_clear_of_nothing_as_often_as_they_promise(cell):
    errors, missing = cell
    rng = seeded(1, CELLS.index(cell))
    clear, without = outcomes(p_by_days, *measured(rng, errors, missing, NO_DIFFERENCE, coins(rng)))
    print(f"days, {errors}, {missing:.0%} missing: clear {clear:.1f} %, without an answer {without:.1f} %")
    assert 3 <= clear <= 7
    assert without <= 1


@pytest.mark.parametrize(("missing", "least"), [(0.2, 70), (0.4, 52)])
def test_days_see_one_point(missing, least):
    rng = seeded(2, int(10 * missing))
    clear, _without = outcomes(p_by_days, *measured(rng, "half slow .85", missing, ONE_POINT, coins(rng)))
    print(f"days, one point, {missing:.0%} missing: {clear:.1f} %")
    assert clear >= least


@pytest.mark.parametrize("cell", CELLS[:6], ids=lambda cell: f"{cell[0]}, {cell[1]:.0%} missing")
def test_weeks_seldom_say_clear_of_nothing(cell):
    errors, missing = cell
    rng = seeded(3, CELLS.index(cell))
    clear, without = outcomes(p_by_weeks, *measured(rng, errors, missing, NO_DIFFERENCE, orders(rng)))
    print(f"weeks, {errors}, {missing:.0%} missing: clear {clear:.1f} %, without an answer {without:.1f} %")
    assert clear <= 4.5
    assert without <= 1


@pytest.mark.parametrize(
    ("kind", "forecast", "drawn", "p_of", "difference"),
    [
        ("days", forecast_days, coins, p_by_days, ONE_POINT),
        ("weeks", forecast_weeks, orders, p_by_weeks, ONE_POINT),
    ],
    ids=["days", "weeks"],
)
def test_the_forecast_is_what_happens(kind, forecast, drawn, p_of, difference):
    rng = seeded(4, len(kind))
    phi, sd, missing = (
        rng.uniform(0.3, 0.95, PEOPLE),
        rng.uniform(1, 2.2, PEOPLE),
        rng.uniform(0.05, 0.45, PEOPLE),
    )
    level, options = sd[:, None] * carried(rng, phi, 60 + DAYS), drawn(rng)
    level[:, 60:] += difference * (options - 0.5)
    ratings = rated(rng, level, missing[:, None])
    told, seen = [], []
    for seed, (option, known) in enumerate(zip(options, ratings, strict=True)):
        before, p = forecast(known[:60]), p_of(option, known[60:], seed)
        if before is not None and p is not None:
            told.append(before.share(difference))
            seen.append(p < CLEAR)
    fifths = np.array_split(np.argsort(told), 5)
    rows = [(100 * np.mean(np.array(told)[each]), 100 * np.mean(np.array(seen)[each])) for each in fifths]
    print(f"{kind}, forecast/seen by fifths:", " ".join(f"{a:.0f}/{b:.0f}" for a, b in rows))
    assert max(abs(a - b) for a, b in rows) <= 12
