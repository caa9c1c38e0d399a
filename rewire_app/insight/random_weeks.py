"""A fair personal test: two options, eight weeks, four each in random order, and the exact test.

The one design here that supports "because": chance alone decides which week gets which option (Fisher, 1935;
Edgington, 1980). Six weeks could not go below p = 0.10, so there are eight.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import isnan

import numpy as np

WEEKS = 8
EACH = 4
ORDERS: tuple[str, ...] = tuple(
    "".join("A" if week in chosen else "B" for week in range(WEEKS))
    for chosen in combinations(range(WEEKS), EACH)
)
"""All 70 orders of four A and four B."""
CLEAR = 0.05


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


def compare_weeks(order: str, weeks: Sequence[float]) -> RandomWeeks | None:
    """The exact test on eight weekly means under the drawn `order`; None if a week has no mean.

    Raises ValueError for an order that is not one of the 70, or not eight weeks.
    """
    if order not in ORDERS or len(weeks) != WEEKS:
        raise ValueError("a random test has eight weeks, four of each option")
    values = np.asarray(weeks, dtype=np.float64)
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
