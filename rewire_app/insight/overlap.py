"""How far two stretches of ratings lie apart by rank, with an improvement that was under way taken out.

Baseline-corrected tau (Tarlow, 2017): where the first stretch has a trend of its own, its Theil-Sen line is
taken from both. No p-value of the result is given: days are not independent.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import erfc, factorial, sqrt

import numpy as np
from numpy.typing import ArrayLike

from rewire_app.insight.regression import Floats, daily

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
