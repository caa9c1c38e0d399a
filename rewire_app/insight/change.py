"""Before and now: the first two weeks beside the last four, and the change of a questionnaire.

The stretches are compared in one regression in which the days between have a level and slope of their own
(see `regression`). It cannot undo regression to the mean: people often start when things are at their worst.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import ArrayLike

from rewire_app.insight.overlap import Overlap, corrected_tau
from rewire_app.insight.regression import Estimate, NoEstimate, daily, estimate_in, refused, rows

BASELINE, NOW = 14, 28
"""Days of the first and of the last stretch."""
MIN_BASELINE, MIN_NOW = 8, 14
"""Rated days each stretch needs."""
APART = 21
"""Days between two questionnaires that are compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThenAndNow:
    """The first 14 days beside the last 28: their means, rated days, the estimated change, and the overlap.

    Means are NaN and the estimate refused while a stretch has too few ratings or both would overlap.
    """

    before: float
    now: float
    before_days: int
    now_days: int
    estimate: Estimate
    overlap: Overlap

    @property
    def enough(self) -> bool:
        """Whether both stretches have their rated days."""
        return self.estimate.refusal is not NoEstimate.TOO_FEW_DAYS


def before_and_now(reactivity: ArrayLike) -> ThenAndNow:
    """One rating a calendar day (NaN: not rated), from the first rated day to today."""
    y = daily(reactivity, "reactivity")
    size = len(y)
    index = np.arange(size)
    early, late = index < BASELINE, index >= max(size - NOW, BASELINE)
    rated = ~np.isnan(y)
    first, last = y[early & rated], y[late & rated]
    nan = float("nan")
    if len(first) < MIN_BASELINE or len(last) < MIN_NOW or size < BASELINE + NOW:
        nothing = Overlap(tau=nan, corrected=False, baseline_tau=nan, baseline_p=nan)
        return ThenAndNow(
            before=nan,
            now=nan,
            before_days=len(first),
            now_days=len(last),
            estimate=refused(NoEstimate.TOO_FEW_DAYS, int(rated.sum())),
            overlap=nothing,
        )
    return ThenAndNow(
        before=float(first.mean()),
        now=float(last.mean()),
        before_days=len(first),
        now_days=len(last),
        estimate=_step(y, early, late),
        overlap=corrected_tau(y[early], y[late]),
    )


def _step(y: np.ndarray, early: np.ndarray, late: np.ndarray) -> Estimate:
    given = rows(y)
    if np.ptp(given.y) == 0:
        return refused(NoEstimate.REACTIVITY_CONSTANT, len(given.y))
    now = late[given.days].astype(np.float64)
    between = (~early & ~late)[given.days]
    columns = [np.ones(len(now)), now]
    if between.any():
        columns.append(between.astype(np.float64))
    if between.sum() > 1:
        middle = given.days[between].mean()
        columns.append(np.where(between, (given.days - middle) / len(y), 0.0))
    return estimate_in(given, np.column_stack(columns), 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReliableChange:
    """The reliable change index and the smallest difference in points that would be beyond chance."""

    index: float
    needed: float

    @property
    def reliable(self) -> bool:
        """Whether the difference is larger than the instrument's own noise would make in 95 of 100."""
        return abs(self.index) > RELIABLE


RELIABLE = 1.96


def reliable_change(first: float, second: float, *, sd: float, reliability: float) -> ReliableChange:
    """Jacobson & Truax (1991): (second - first) / (sd sqrt(2 (1 - r))).

    `sd` and `reliability` (0 to below 1) are published values of the questionnaire; compare dates at least
    21 days apart. Raises ValueError outside these ranges.
    """
    if sd <= 0 or not 0 <= reliability < 1:
        raise ValueError("sd is above 0 and reliability from 0 to below 1")
    error = sd * sqrt(2 * (1 - reliability))
    return ReliableChange(index=(second - first) / error, needed=RELIABLE * error)
