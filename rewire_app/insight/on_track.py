"""Not on track: whether the evenings of the last four weeks are worse than those before, at fixed marks.

Looked at weekly it would alarm far too often, so it is looked at every 28 days from the first rated evening
on, from day 84. Carry-over and spread come from the days before the last 28 only: otherwise a step that
happened would itself be learnt as slow mood. It misses most worsenings of two points; it may ask, and never
says that all is well. Method: Rewire's own; its false signals are measured in `tests/insight`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from rewire_app.insight.regression import daily, rows, standard_grid, whiten
from rewire_app.insight.student import TMixture

STRETCH = 28
"""Days between two marks, and days that are compared with those before."""
FIRST_MARK, WINDOW = 84, 365
MIN_PAST, MIN_LAST = 28, 14
"""Rated evenings needed before the last 28 days, and in them."""
P_WORSE, MIN_CHANGE = 0.0075, 1.0
"""Asked below this chance, and from so many points of 10 on."""
TOP = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class LastWeeks:
    """The last 28 days beside those before: rated evenings, means, the estimated change, and its chance.

    `p_worse`: how likely such a change or a larger one is in evenings that did not change.
    """

    rated_past: int
    rated_last: int
    mean_past: float
    mean_last: float
    change: float
    p_worse: float

    @property
    def ask(self) -> bool:
        """Whether the change is so large that it is asked about."""
        return self.p_worse < P_WORSE and self.change >= MIN_CHANGE


def last_mark(first: int, today: int) -> int | None:
    """The last day of the newest stretch that ended up to `today`, for notes from `first` on (ordinals)."""
    days = (today - first + 1) // STRETCH * STRETCH
    return None if days < FIRST_MARK else first + days - 1


def compare_last_weeks(ratings: ArrayLike) -> LastWeeks | None:
    """One rating (0 to 10, NaN: not rated) a calendar day, up to a mark; the last 365 days count.

    None where there are too few rated evenings, or where those before never varied, so that nothing is known
    of how much they swing. Raises ValueError for what is infinite.
    """
    y = daily(ratings, "ratings")[-WINDOW:]
    given = rows(y)
    last = given.days >= len(y) - STRETCH
    past = int((~last).sum())
    if past < MIN_PAST or last.sum() < MIN_LAST or np.ptp(given.y[~last]) == 0:
        return None
    grid = standard_grid()
    white = whiten(given.days, np.column_stack([np.ones(len(last)), last, given.y]), grid)
    before = whiten(given.days[~last], np.column_stack([np.ones(past), given.y[~last]]), grid)
    ones, rated = before.columns[:, :, 0], before.columns[:, :, 1]
    weight = (ones**2).sum(axis=1)
    level = (ones * rated).sum(axis=1) / weight
    rss = ((rated - ones * level[:, None]) ** 2).sum(axis=1)
    dof = past - 1
    fits = -before.log_root_det - 0.5 * np.log(weight) - 0.5 * dof * np.log(rss)
    weights = grid.prior * np.exp(fits - fits.max())
    weights /= weights.sum()
    x, seen = white.columns[:, :, :2], white.columns[:, :, 2:]
    inverse = np.linalg.inv(x.transpose(0, 2, 1) @ x)
    change = (inverse @ (x.transpose(0, 2, 1) @ seen))[:, 1, 0]
    mixture = TMixture(weights=weights, centres=change, scales=np.sqrt(rss / dof * inverse[:, 1, 1]), dof=dof)
    return LastWeeks(
        rated_past=past,
        rated_last=int(last.sum()),
        mean_past=float(given.y[~last].mean()),
        mean_last=float(given.y[last].mean()),
        change=float(mixture.mean()),
        p_worse=float(mixture.cdf(0.0)),
    )
