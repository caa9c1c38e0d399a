"""How practice and reactivity went together by rank.

A companion to `link` for comparison, never the basis of a verdict. Spearman's rho of
detrended values; the effective sample size follows Bartlett (1946) with first-order autocorrelations.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from rewire_app.insight.link import practice_week
from rewire_app.insight.regression import Floats, daily, same_length
from rewire_app.insight.student import t_quantile

MIN_DAYS = 5
MIN_WORTH = 4.5
MAX_CARRY = 0.98


@dataclass(frozen=True, slots=True, kw_only=True)
class RankLink:
    """Spearman's rho (-1 to 1) with its 95% interval; NaN where it cannot be worked out.

    `rated_days`: days used; `worth`: how many independent days the interval takes them for. That number moves
    with the link itself, so nobody is told it; see `Estimate.independent_days`.
    """

    rho: float
    low: float
    high: float
    rated_days: int
    worth: float


def rank_link(practised: ArrayLike, reactivity: ArrayLike, paused: ArrayLike | None = None) -> RankLink:
    """The rank companion of `link.estimate_link`, from the same daily values."""
    x, y = practice_week(practised, paused), daily(reactivity, "reactivity")
    same_length(x, y)
    days = np.flatnonzero(~(np.isnan(x) | np.isnan(y)))
    return rank_association(days.astype(np.float64), x[days], y[days])


def rank_association(days: Floats, x: Floats, y: Floats) -> RankLink:
    """Spearman's rho of `x` and `y` without their linear trend over `days` (rising whole numbers)."""
    number = len(days)
    nan = float("nan")
    nothing = RankLink(rho=nan, low=nan, high=nan, rated_days=number, worth=nan)
    if number < MIN_DAYS:
        return nothing
    ranks = [average_ranks(_detrended(days, values)) for values in (x, y)]
    if any(np.ptp(each) == 0 for each in ranks):
        return nothing
    rho = float(np.corrcoef(ranks[0], ranks[1])[0, 1])
    both = _carry(days, ranks[0]) * _carry(days, ranks[1])
    worth = min(max(number * (1 - both) / (1 + both), MIN_WORTH), float(number))
    spread = np.sqrt((1 + rho**2 / 2) / (worth - 3)) * t_quantile(0.975, worth - 2)
    with np.errstate(divide="ignore"):
        middle = np.arctanh(rho)
    return RankLink(
        rho=rho,
        low=float(np.tanh(middle - spread)),
        high=float(np.tanh(middle + spread)),
        rated_days=number,
        worth=worth,
    )


def average_ranks(values: Floats) -> Floats:
    """Ranks from 1; equal values share their average rank."""
    _values, place, counts = np.unique(values, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    return np.asarray((ends - (counts - 1) / 2)[place], dtype=np.float64)


def _detrended(days: Floats, values: Floats) -> Floats:
    """What a straight line over the days leaves, rounded so that equal remainders are equal ranks."""
    time = days - days.mean()
    slope = float(time @ values) / max(float(time @ time), 1e-300)
    left = values - values.mean() - slope * time
    return np.asarray(np.round(left, 9), dtype=np.float64)


def _carry(days: Floats, ranks: Floats) -> float:
    """Autocorrelation from one day to the next, corrected for its bias, from 0 to 0.98."""
    centred = ranks - ranks.mean()
    pairs = np.flatnonzero(np.diff(days) == 1)
    if not len(pairs):
        return 0.0
    raw = float(np.mean(centred[pairs] * centred[pairs + 1]) / np.mean(centred**2))
    return min(max(raw + (1 + 4 * raw) / len(ranks), 0.0), MAX_CARRY)
