"""A fair test by weeks: two options, eight weeks, four each in random order, and the exact test.

Chance alone decides which week gets which option (Fisher, 1935; Edgington, 1980). Six weeks could not go
below p = 0.10, so there are eight. Tests that began before days were compared end by their weekly means.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import isnan

import numpy as np
from numpy.typing import ArrayLike

from rewire_app.insight.contrast import CLEAR, Difference, checked_days, comparable, compare, contrast
from rewire_app.insight.regression import Floats

WEEKS = 8
EACH = 4
ORDERS: tuple[str, ...] = tuple(
    "".join("A" if week in chosen else "B" for week in range(WEEKS))
    for chosen in combinations(range(WEEKS), EACH)
)
"""All 70 orders of four A and four B."""
DAYS = 7 * WEEKS


@dataclass(frozen=True, slots=True, kw_only=True)
class RandomWeeks:
    """Mean of the A weeks less mean of the B weeks, and how many orders would differ as much."""

    mean_a: float
    mean_b: float
    difference: float
    as_far: int
    orders: int

    @property
    def p(self) -> float:
        """The exact two-sided p, 2/70 to 1."""
        return self.as_far / self.orders

    @property
    def clear(self) -> bool:
        """Whether chance alone would differ this much in fewer than 5 of 100 drawings."""
        return self.p < CLEAR


def draw_order(below: Callable[[int], int]) -> str:
    """One of the 70 orders, each as likely as `below(n)` gives every whole number from 0 to n - 1."""
    return ORDERS[below(len(ORDERS))]


def compare_weeks_daily(options: ArrayLike, ratings: ArrayLike) -> Difference:
    """A less B from one value for each of 56 days: `options` 1 for A, 0 for B, constant within a week.

    `ratings`: 0 to 10, NaN where not rated; no week needs a number of its own. p counts the 70 orders, so the
    least is 2/70 and the interval holds 97%. Raises ValueError for any other order, length or rating.
    """
    drawn, rated = checked_days(options, ratings)
    weeks = drawn.reshape(-1, 7) if len(drawn) == DAYS else np.zeros((0, 7))
    if (weeks != weeks[:, :1]).any() or weeks[:, :1].sum() != EACH:
        raise ValueError("a test by weeks has eight weeks, four of each option")
    if not comparable(drawn, rated):
        return Difference()
    return compare(contrast(drawn, rated, all_orders()))


def all_orders() -> Floats:
    """The 70 orders as options of 56 days, (days, orders)."""
    letters = np.array([[letter == "A" for letter in order] for order in ORDERS], dtype=np.float64)
    return np.repeat(letters, 7, axis=1).T


def compare_weeks(order: str, weeks: Sequence[float]) -> RandomWeeks | None:
    """The exact test on eight weekly means under the drawn `order`; None if a week has no mean.

    Raises ValueError for an order that is not one of the 70, not eight weeks, or an infinite mean.
    """
    if order not in ORDERS or len(weeks) != WEEKS:
        raise ValueError("a random test has eight weeks, four of each option")
    values = np.asarray(weeks, dtype=np.float64)
    if np.isinf(values).any():
        raise ValueError("the mean of a week is a finite number, or NaN")
    if np.isnan(values).any():
        return None
    differences = {each: _difference(each, values) for each in ORDERS}
    seen = differences[order]
    margin = 1e-9 * max(1.0, float(np.abs(values).max()))
    return RandomWeeks(
        mean_a=_mean(order, "A", values),
        mean_b=_mean(order, "B", values),
        difference=seen,
        as_far=sum(abs(other) >= abs(seen) - margin for other in differences.values()),
        orders=len(ORDERS),
    )


def weekly_means(values: Sequence[float], least: int = 4) -> tuple[float, ...]:
    """Means of consecutive seven-day weeks; NaN for a week with fewer than `least` values."""
    weeks = [values[start : start + 7] for start in range(0, len(values), 7)]
    known = [[value for value in week if not isnan(value)] for week in weeks]
    return tuple(sum(week) / len(week) if len(week) >= least else float("nan") for week in known)


def _mean(order: str, option: str, values: np.ndarray) -> float:
    return float(values[[letter == option for letter in order]].mean())


def _difference(order: str, values: np.ndarray) -> float:
    return _mean(order, "A", values) - _mean(order, "B", values)
