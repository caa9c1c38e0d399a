"""Before and now: the first two weeks beside the last four.

The stretches are compared in one regression in which the days between have a level and slope of their own
(see `regression`). It cannot undo regression to the mean: people often start when things are at their worst.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import erfc, factorial, sqrt

import numpy as np
from numpy.typing import ArrayLike

from rewire_app.insight.regression import Estimate, Floats, NoEstimate, daily, estimate_in, refused, rows

TREND_P = 0.05
MIN_DAYS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Kendall's tau-b of stretch with value (-1: all later values lower); NaN with too few values.

    `corrected`: whether the first stretch's own trend was taken out; its tau and p say why.
    """

    tau: float
    corrected: bool
    baseline_tau: float
    baseline_p: float


def corrected_tau(before: ArrayLike, after: ArrayLike) -> Overlap:
    """Two stretches of daily values that follow each other, NaN where not rated."""
    first, second = daily(before, "before"), daily(after, "after")
    values = np.concatenate([first, second])
    known = np.flatnonzero(~np.isnan(values))
    times, values = known.astype(np.float64), values[known]
    early = known < len(first)
    nan = float("nan")
    if early.sum() < MIN_DAYS or (~early).sum() < MIN_DAYS:
        return Overlap(tau=nan, corrected=False, baseline_tau=nan, baseline_p=nan)
    trend, p = kendall(times[early], values[early])
    corrected = p < TREND_P
    if corrected:
        values = np.round(values - _theil_sen(times[early], values[early]) * times, 9)
    tau, _p = kendall((~early).astype(np.float64), values)
    return Overlap(tau=tau, corrected=corrected, baseline_tau=trend, baseline_p=p)


def kendall(x: Floats, y: Floats) -> tuple[float, float]:
    """Kendall's tau-b and its two-sided p: exact without ties, else the normal one (Kendall, 1970).

    NaN and 1 where either is constant.
    """
    number = len(x)
    upper = np.triu_indices(number, 1)
    sx = np.sign(x[:, None] - x[None, :])[upper]
    sy = np.sign(y[:, None] - y[None, :])[upper]
    total = int(np.sum(sx * sy))
    pairs_x, pairs_y = int(np.sum(sx != 0)), int(np.sum(sy != 0))
    if not pairs_x or not pairs_y:
        return float("nan"), 1.0
    tau = total / sqrt(pairs_x * pairs_y)
    if pairs_x == pairs_y == len(sx):
        return tau, _exact_p(number, total)
    return tau, _normal_p(x, y, total)


def _exact_p(number: int, total: int) -> float:
    """P(|S| >= |total|) over all orders of `number` different values."""
    pairs = number * (number - 1) // 2
    ways = [1]  # ways[k]: orders with k inversions
    for size in range(2, number + 1):
        wider = [0] * (len(ways) + size - 1)
        for inversions, count in enumerate(ways):
            for more in range(size):
                wider[inversions + more] += count
        ways = wider
    far = sum(count for k, count in enumerate(ways) if abs(pairs - 2 * k) >= abs(total))
    return far / factorial(number)


def _normal_p(x: Floats, y: Floats, total: int) -> float:
    """The normal approximation with ties."""
    n = len(x)
    twos, threes, fives = zip(*(_ties(values) for values in (x, y)), strict=True)
    variance = (n * (n - 1) * (2 * n + 5) - fives[0] - fives[1]) / 18
    variance += twos[0] * twos[1] / (2 * n * (n - 1))
    if n > 2:
        variance += threes[0] * threes[1] / (9 * n * (n - 1) * (n - 2))
    return erfc(abs(total) / sqrt(2 * variance)) if variance > 0 else 1.0


def _ties(values: Floats) -> tuple[float, float, float]:
    """Sums over groups of t equal values: t(t-1), t(t-1)(t-2) and t(t-1)(2t+5)."""
    t = np.unique(values, return_counts=True)[1].astype(np.float64)
    pairs = t * (t - 1)
    return float(pairs.sum()), float((pairs * (t - 2)).sum()), float((pairs * (2 * t + 5)).sum())


def _theil_sen(times: Floats, values: Floats) -> float:
    """The median slope over all pairs."""
    upper = np.triu_indices(len(times), 1)
    rise = (values[:, None] - values[None, :])[upper]
    run = (times[:, None] - times[None, :])[upper]
    return float(np.median(rise / run))


BASELINE, NOW = 14, 28
"""Days of the first and of the last stretch."""
MIN_BASELINE, MIN_NOW = 8, 14
"""Rated days each stretch needs."""


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
