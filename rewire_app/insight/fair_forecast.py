"""What a fair test could show one person, before it starts: how often it would see a difference.

From the ratings of the last 60 days: how strongly evenings carry over, how far they spread, and how many are
rated. Method: Rewire's own; forecast and outcome are compared in `tests/insight/test_fair_calibration.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import erfc, sqrt

import numpy as np
from numpy.typing import ArrayLike

from rewire_app.insight.contrast import FEWEST, comparable
from rewire_app.insight.random_days import PAIRS, redrawn
from rewire_app.insight.random_weeks import all_orders
from rewire_app.insight.regression import Floats, Grid, daily, standard_grid, whiten

HISTORY = 60
"""Days before today that a forecast reads."""
RATED_EVER = 42
"""Rated evenings a person needs before a forecast is made."""
OFTEN = 0.75
"""Three times in four: what "can show" means."""
HEAVIEST = 12
DESIGNS, WEEK_DESIGNS, RUNS = 8, 14, 50
REFUSED_FROM = 1.99
"""How large |T| is in the 5% of redraws that go furthest."""
TRIED = np.arange(0.0, 10.01, 0.1)
"""Differences in points whose share is worked out; between them it runs straight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """The share of such tests (0 to 1) that would see each difference of `TRIED`.

    `least`: the difference seen 3 times in 4, None where even 10 points are seen less often. `spread`: of the
    evenings round their trend, in points. `rate`: the share of evenings rated.
    """

    shares: tuple[float, ...]
    least: float | None
    spread: float
    rate: float

    def share(self, difference: float) -> float:
        """How often a difference of so many points would be seen."""
        return float(np.interp(difference, TRIED, self.shares))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Habit:
    """How a person's evenings behave: the structures that fit best with their weights, spread and rate."""

    grid: Grid
    weights: Floats
    scales: Floats
    spread: float
    rate: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Along:
    """One design under one structure: what a point of difference adds to T for each drawing.

    `share`: the weight of both. `scale`: the spread of the whitened ratings. `drawings`: unit columns to
    compare with (rows, drawings), the drawn one first; `shift`: L^-1 H a.
    """

    share: float
    scale: float
    shift: Floats
    drawings: Floats


def forecast_days(ratings: ArrayLike) -> Forecast | None:
    """What a test by days could show a person with these last 60 days (0 to 10, NaN where not rated).

    None where fewer than 20 are rated or they never vary. Raises ValueError for infinite values.
    """
    habit = _habit(daily(ratings, "ratings"))
    return None if habit is None else _forecast(habit, _drawn(habit, redrawn(PAIRS, DESIGNS, 1)), _by_coins)


def forecast_weeks(ratings: ArrayLike) -> Forecast | None:
    """The same for a test by weeks."""
    habit = _habit(daily(ratings, "ratings"))
    if habit is None:
        return None
    orders = all_orders()
    chosen = np.random.default_rng(1).permutation(orders.shape[1])[:WEEK_DESIGNS]
    return _forecast(habit, _drawn(habit, orders[:, chosen]), _by_orders)


def could_show(options: Floats, ratings: Floats, difference: float, *, weeks: bool) -> float | None:
    """The smallest difference that this finished test would have seen 3 times in 4, from its own evenings."""
    known = ~np.isnan(ratings)
    habit = _habit(ratings - difference * options)
    if habit is None:
        return None
    return _forecast(habit, [(options, known)], _by_orders if weeks else _by_coins).least


def _habit(ratings: Floats) -> Habit | None:
    """The 41 structures fitted to a line through the ratings, the heaviest of them kept."""
    days = np.flatnonzero(~np.isnan(ratings)).astype(np.int64)
    if len(days) < FEWEST:
        return None
    y, time = ratings[days], days - days.mean()
    design, grid = np.column_stack([np.ones(len(days)), time / np.abs(time).max()]), standard_grid()
    spread = float(np.std(y - design @ np.linalg.lstsq(design, y, rcond=None)[0]))
    if spread < 1e-9:
        return None
    white = whiten(days, np.column_stack([design, y]), grid)
    x, z = white.columns[:, :, :2], white.columns[:, :, 2:]
    gram = x.transpose(0, 2, 1) @ x
    left = z - x @ np.linalg.solve(gram, x.transpose(0, 2, 1) @ z)
    rss, dof = (left**2).sum(axis=(1, 2)), len(days) - 2
    fit = np.log(grid.prior) - white.log_root_det - np.linalg.slogdet(gram)[1] / 2 - dof / 2 * np.log(rss)
    best = np.argsort(-fit, kind="stable")[:HEAVIEST]
    weights = np.exp(fit[best] - fit[best[0]])
    return Habit(
        grid=Grid(phi=grid.phi[best], lam=grid.lam[best], prior=grid.prior[best]),
        weights=weights / weights.sum(),
        scales=np.sqrt(rss[best] / dof),
        spread=spread,
        rate=len(days) / len(ratings),
    )


def _drawn(habit: Habit, designs: Floats) -> list[tuple[Floats, np.ndarray]]:
    """Each design of 56 days with evenings missing as often as the person misses them."""
    chance = np.random.default_rng(2)
    return [(design, chance.random(len(design)) < habit.rate) for design in designs.T]


def _forecast(
    habit: Habit,
    designs: Sequence[tuple[Floats, np.ndarray]],
    seen: Callable[[Sequence[Along]], Floats],
) -> Forecast:
    """The shares over designs and structures; a design without enough evenings sees nothing."""
    parts = [
        part
        for options, known in designs
        if comparable(options, np.where(known, options, np.nan))
        for part in _along(habit, options, known, 1 / len(designs))
    ]
    shares = seen(parts) if parts else np.zeros(len(TRIED))
    often = np.flatnonzero(shares >= OFTEN)
    least = float(np.interp(OFTEN, shares[: often[0] + 1], TRIED[: often[0] + 1])) if len(often) else None
    return Forecast(shares=tuple(shares.tolist()), least=least, spread=habit.spread, rate=habit.rate)


def _along(habit: Habit, options: Floats, known: np.ndarray, share: float) -> list[Along]:
    """What one design is worth under each structure."""
    days = np.flatnonzero(known).astype(np.int64)
    trend, option = np.column_stack([np.ones(len(days)), days - days.mean()]), options[days] - 0.5
    free = option - trend @ np.linalg.lstsq(trend, option, rcond=None)[0]
    orders = np.column_stack([option, all_orders()[days, :35] - 0.5])
    inverse = whiten(days, np.eye(len(days)), habit.grid).columns
    found = []
    for each, weight, scale in zip(inverse, habit.weights, habit.scales, strict=True):
        white = each @ orders
        found.append(
            Along(
                share=share * weight,
                scale=scale,
                shift=each @ free,
                drawings=white / np.sqrt((white**2).sum(axis=0)),
            )
        )
    return found


def _by_coins(parts: Sequence[Along]) -> Floats:
    """The share of tests by days whose T lies where redrawn coins seldom go."""
    size = np.array([part.drawings[:, 0] @ part.shift / part.scale for part in parts])
    share = np.array([part.share for part in parts])
    centre = TRIED[:, None] * size
    return np.asarray((_above(REFUSED_FROM - centre) + _above(REFUSED_FROM + centre)) @ share)


def _by_orders(parts: Sequence[Along]) -> Floats:
    """The share of tests by weeks whose order differs most of the 35 (each stands for its mirror image)."""
    chance, tried = np.random.default_rng(3), TRIED[::5]
    shares = np.zeros(len(tried))
    for part in parts:
        noise = chance.normal(size=(RUNS, len(part.shift))) * part.scale @ part.drawings
        furthest = np.abs(noise[None] + tried[:, None, None] * (part.shift @ part.drawings))
        shares += part.share * (furthest[:, :, 0] >= furthest[:, :, 1:].max(axis=2) - 1e-9).mean(axis=1)
    return np.asarray(np.interp(TRIED, tried, np.maximum.accumulate(shares)))


def _above(values: Floats) -> Floats:
    """The share of a standard normal above each value."""
    one = np.vectorize(lambda value: erfc(value / sqrt(2)) / 2, otypes=[np.float64])
    return np.asarray(one(values), dtype=np.float64)
