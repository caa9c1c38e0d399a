"""Two options on drawn days, compared without what carries over from day to day and without a trend.

How strongly evenings carry over (13 structures: slow mood plus noise of the single rating) is chosen from the
ratings alone, and the same choice serves every other drawing. So the comparison stays exact whatever is true:
chance decided which day got which option (Fisher, 1935; Edgington, 1980).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from rewire_app.insight.regression import Floats, Grid, daily, whiten

Indices = NDArray[np.int64]

LOW, HIGH = 0.0, 10.0
"""The ends of the scale that ratings lie on."""
FEWEST, FEWEST_EACH = 20, 6
"""Rated evenings that a comparison needs: in all, and of each option."""
CLEAR = 0.05
STEP = 0.05
"""Points between the differences that are tried for the interval."""
ROUNDS = 5
_TIE = 1e-9
_TINY = 1e-20
PAIRS = ((0.0, 0.0), *((phi, lam) for phi in (0.5, 0.7, 0.85, 0.95) for lam in (0.25, 0.5, 0.75)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A less B in points of the scale, its 95% interval, and how often chance alone gives as much.

    All four are None with fewer than 20 rated evenings, fewer than 6 of either, or ratings that never vary.
    """

    difference: float | None = None
    low: float | None = None
    high: float | None = None
    p: float | None = None

    @property
    def clear(self) -> bool:
        """Whether chance would differ this much in fewer than 5 of 100 drawings, and 0 does not fit.

        By weeks what is refused may lie between what is not, so an interval can hold 0 although p is small.
        """
        if self.p is None or self.low is None or self.high is None:
            return False
        return self.p < CLEAR and not self.low <= 0 <= self.high


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Contrast:
    """Rated evenings: ratings and options (+-.5) less their trend, and all drawings (rows, drawings).

    `inverse` is L^-1 for each structure, (structures, rows, rows). The drawn options are among the drawings.
    """

    inverse: Floats
    log_root_det: Floats
    y: Floats
    option: Floats
    option_free: Floats
    drawings: Floats

    def structures(self, differences: Floats) -> Indices:
        """Which structure fits the ratings less each assumed difference best; the first of equal ones."""
        y, a = self.inverse @ self.y, self.inverse @ self.option_free
        squares = [(left * right).sum(axis=1)[:, None] for left, right in ((y, y), (y, a), (a, a))]
        rss = squares[0] - 2 * differences * squares[1] + differences**2 * squares[2]
        fit = 2 * self.log_root_det[:, None] + len(self.y) * np.log(np.maximum(rss, _TINY))
        return np.asarray(np.argmin(fit, axis=0), dtype=np.int64)

    def statistic(self, structure: int, difference: Floats, options: Floats) -> Floats:
        """e'w / |w| for each of `options` (rows, drawings), (differences, drawings)."""
        inverse = self.inverse[structure]
        white = inverse @ options
        left = inverse @ (self.y[:, None] - self.option_free[:, None] * difference)
        return np.asarray(left.T @ white / np.sqrt((white**2).sum(axis=0)))

    def p(self, differences: Floats) -> Floats:
        """The share of drawings that lie as far from each assumed difference as what was drawn."""
        chosen, found = self.structures(differences), np.empty(len(differences))
        for structure in np.unique(chosen):
            here = chosen == structure
            seen = self.statistic(structure, differences[here], self.option[:, None])
            drawn = self.statistic(structure, differences[here], self.drawings)
            found[here] = (np.abs(drawn) >= np.abs(seen) - _TIE).mean(axis=1)
        return found

    def estimate(self) -> float:
        """The difference that leaves nothing between the options, with its own structure."""
        found = 0.0
        for _round in range(ROUNDS):
            inverse = self.inverse[self.structures(np.array([found]))[0]]
            along = inverse.T @ (inverse @ self.option)
            found = float(along @ self.y / (along @ self.option_free))
        return found


def compare(contrast: Contrast) -> Difference:
    """Estimate, interval and p: the interval holds every difference that the drawings do not refuse."""
    ends = round((HIGH - LOW) / STEP)
    lattice = np.arange(-ends, ends + 1, dtype=np.float64) * STEP
    kept = lattice[contrast.p(lattice) >= CLEAR]
    estimate = contrast.estimate()
    return Difference(
        difference=estimate,
        low=min(float(kept[0]), estimate) if len(kept) else estimate,
        high=max(float(kept[-1]), estimate) if len(kept) else estimate,
        p=float(contrast.p(np.zeros(1))[0]),
    )


def contrast(options: Floats, ratings: Floats, drawings: Floats) -> Contrast:
    """The rated evenings of `options` (0/1) and `ratings` beside all `drawings` (days, drawings) of 0/1."""
    days = np.flatnonzero(~np.isnan(ratings)).astype(np.int64)
    trend = np.column_stack([np.ones(len(days)), days - days.mean()])
    y, a = ratings[days], options[days] - 0.5
    free = np.column_stack([y, a])
    free = free - trend @ np.linalg.lstsq(trend, free, rcond=None)[0]
    white = whiten(days, np.eye(len(days)), standard_structures())
    return Contrast(
        inverse=white.columns,
        log_root_det=white.log_root_det,
        y=free[:, 0],
        option=a,
        option_free=free[:, 1],
        drawings=drawings[days] - 0.5,
    )


def standard_structures() -> Grid:
    """Independence, and four values of carry-over with three shares of noise each."""
    phi, lam = (np.array(column) for column in zip(*PAIRS, strict=True))
    return Grid(phi=phi, lam=lam, prior=np.ones(len(PAIRS)))


def checked_days(options: ArrayLike, ratings: ArrayLike) -> tuple[Floats, Floats]:
    """Options and ratings as arrays; raises ValueError unless they are 0 or 1, and 0 to 10 or NaN."""
    drawn, rated = daily(options, "options"), daily(ratings, "ratings")
    if len(drawn) != len(rated):
        raise ValueError("options and ratings need one value for each of the same days")
    if not np.isin(drawn, (0.0, 1.0)).all():
        raise ValueError("each day has one option, 1 or 0")
    if ((rated < LOW) | (rated > HIGH)).any():
        raise ValueError("ratings lie between 0 and 10, or are NaN")
    return drawn, rated


def enough(options: Floats, ratings: Floats) -> bool:
    """Whether there are 20 rated evenings, and 6 of each option."""
    known = ~np.isnan(ratings)
    of_a, of_b = int(known[options == 1].sum()), int(known[options == 0].sum())
    return of_a + of_b >= FEWEST and min(of_a, of_b) >= FEWEST_EACH


def comparable(options: Floats, ratings: Floats) -> bool:
    """Whether there are enough evenings, and they vary."""
    return enough(options, ratings) and float(np.nanmax(ratings) - np.nanmin(ratings)) > 0
