"""One regression on a person's days, where a day resembles the next and some are missing.

How strongly the errors carry over from day to day is not known, so regressions under 41 structures are
averaged by how well each fits (restricted likelihood times prior). Method: Rewire's own, from generalised
least squares with AR(1) plus noise; its false alarms and coverage are measured in `tests/insight`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from math import inf, nan, sqrt

import numpy as np
from numpy.typing import ArrayLike, NDArray

from rewire_app.insight.student import TMixture

Floats = NDArray[np.float64]

LEVEL = 0.95
FOUND = 3.75
"""Standard errors that a true coefficient needs to be shown at 99.5% in about four of five people."""
LEARNING_DAYS = 20
"""Days of a window that teach the carry-over rather than the coefficient, found by simulation."""
PHIS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
LAMS = (0.0, 0.25, 0.5, 0.75)
_TINY = 1e-10


class NoEstimate(StrEnum):
    """Why nothing was estimated."""

    TOO_FEW_DAYS = "too few days"
    PRACTICE_CONSTANT = "practice never varies"
    REACTIVITY_CONSTANT = "reactivity never varies"
    STRESS_OR_SLEEP_MISSING = "stress or sleep is noted on too few days"
    NOT_SEPARABLE = "practice cannot be told apart from time, stress or sleep"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RegressionFit:
    """The regressions behind an estimate: shapes (structures,), (structures, k) and (structures, k, k).

    `column`: the one that the estimate is about. `phi_mean`: the weighted carry-over from day to day.
    """

    weights: Floats
    coefficients: Floats
    covariances: Floats
    dof: int
    column: int
    phi_mean: float

    @property
    def mixture(self) -> TMixture:
        """Where the coefficient may lie: one shifted t distribution a structure."""
        variances = self.covariances[:, self.column, self.column]
        return TMixture(
            weights=self.weights,
            centres=self.coefficients[:, self.column],
            scales=np.sqrt(variances),
            dof=self.dof,
        )

    @property
    def variance(self) -> float:
        """V: the mean variance of the coefficient, and how far the structures differ about it."""
        if self.dof <= 2:
            return inf
        own = self.covariances[:, self.column, self.column] * self.dof / (self.dof - 2)
        centres = self.coefficients[:, self.column]
        return float(self.weights @ (own + (centres - self.weights @ centres) ** 2))


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """One coefficient with its interval (95% unless told), in points of the rating.

    `rated_days`: days used. `p`: two-sided, for rules, tests and export, never shown. `phi_mean`: the
    weighted carry-over from day to day. `variance`: of the coefficient (V). `independent_days`: how many days
    far from each other would tell as much. Numbers are NaN if `refusal` says why.
    """

    slope: float
    low: float
    high: float
    rated_days: int
    p: float
    phi_mean: float
    variance: float = nan
    independent_days: float = nan
    refusal: NoEstimate | None = None
    fit: RegressionFit | None = field(default=None, compare=False, repr=False)

    @property
    def smallest(self) -> float:
        """The smallest coefficient that days like these show at 99.5% in about four of five people."""
        return FOUND * sqrt(self.variance)

    def interval(self, level: float) -> tuple[float, float]:
        """Both ends of the interval of `level`; NaN where nothing was estimated."""
        if self.fit is None:
            return nan, nan
        mixture = self.fit.mixture
        return float(mixture.quantile((1 - level) / 2)), float(mixture.quantile((1 + level) / 2))

    def shrunk(self, prior_sd: float) -> float:
        """The coefficient drawn towards zero by a normal prior of `prior_sd`, in points of the rating.

        What has just become visible looks larger than it is; this takes that back on average.
        """
        return self.slope * prior_sd**2 / (prior_sd**2 + self.variance)


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """The days that enter a regression: their index, the rating, and the columns beside 1 and time."""

    days: NDArray[np.int64]
    y: Floats
    columns: Floats


def rows(y: Floats, *columns: Floats) -> Rows:
    """The days on which the rating and every column are known."""
    table = np.column_stack([y, *columns])
    days = np.flatnonzero(~np.isnan(table).any(axis=1)).astype(np.int64)
    return Rows(days, table[days, 0], table[days, 1:])


def trend_design(given: Rows) -> Floats:
    """Columns 1, time from its mean (scaled to at most 1), the first column, and the rest from their means.

    Where time and the rest are centred does not change the first column's coefficient; it makes the constant
    the middle of the rated time.
    """
    time = given.days - given.days.mean()
    extras = given.columns[:, 1:] - given.columns[:, 1:].mean(axis=0)
    return np.column_stack(
        [np.ones(len(given.y)), time / max(1.0, float(np.abs(time).max())), given.columns[:, :1], extras]
    )


def estimate(given: Rows, *, level: float = LEVEL) -> Estimate:
    """The coefficient of the first column beside a linear trend, with the interval of `level`."""
    refusal = _refusal(given)
    if refusal is not None:
        return refused(refusal, len(given.y))
    design = trend_design(given)
    found = estimate_in(given, design, 2, level=level)
    return replace(found, independent_days=_independent_days(given.y, design, found.variance))


def estimates(given: Rows, count: int) -> tuple[Estimate, ...]:
    """The coefficients of the first `count` columns beside a linear trend, all from one regression."""
    refusal = _refusal(given)
    first = refused(refusal, len(given.y)) if refusal else estimate_in(given, trend_design(given), 2)
    if first.fit is None:
        return (first,) * count
    return _told([replace(first.fit, column=2 + more) for more in range(count)], len(given.y), LEVEL)


def profile(days: NDArray[np.int64], y: Floats, columns: Floats, *, level: float) -> tuple[Estimate, ...]:
    """The coefficient of each of `columns` in turn beside a linear trend, on the same days throughout.

    The days are whitened once for all of them, which is most of the work.
    """
    apart = [Rows(days, y, columns[:, [each]]) for each in range(columns.shape[1])]
    refusals = [_refusal(given) for given in apart]
    why = next((each for each in refusals if each), None)
    if why:
        return (refused(why, len(y)),) * len(apart)
    designs = [trend_design(given) for given in apart]
    if not all(_separable(design) for design in designs):
        return (refused(NoEstimate.NOT_SEPARABLE, len(y)),) * len(apart)
    grid = standard_grid()
    white = whiten(days, np.column_stack([designs[0][:, :2], columns, y]), grid)
    fits = [_average(white.only(0, 1, 2 + each, -1), grid, 2) for each in range(len(apart))]
    return _told(fits, len(y), level)


def estimate_in(given: Rows, design: Floats, column: int, *, level: float = LEVEL) -> Estimate:
    """The coefficient of `column` in a design of shape (rows, k); refused where k columns do not separate."""
    number, width = design.shape
    if number < width + 1:
        return refused(NoEstimate.TOO_FEW_DAYS, number)
    if not _separable(design):
        return refused(NoEstimate.NOT_SEPARABLE, number)
    grid = standard_grid()
    white = whiten(given.days, np.column_stack([design, given.y]), grid)
    return _told([_average(white, grid, column)], number, level)[0]


def _told(fits: Sequence[RegressionFit], number: int, level: float) -> tuple[Estimate, ...]:
    """What each fit says of its column; the ends of all intervals are found together."""
    mixtures = [fit.mixture for fit in fits]
    together = TMixture(
        weights=np.array([each.weights for each in mixtures]),
        centres=np.array([each.centres for each in mixtures]),
        scales=np.array([each.scales for each in mixtures]),
        dof=fits[0].dof,
    )
    slopes, below = together.mean().tolist(), together.cdf(np.zeros(len(fits))).tolist()
    lows, highs = (together.quantile(end).tolist() for end in ((1 - level) / 2, (1 + level) / 2))
    return tuple(
        Estimate(
            slope=slopes[each],
            low=lows[each],
            high=highs[each],
            rated_days=number,
            p=2 * min(below[each], 1 - below[each]),
            phi_mean=fit.phi_mean,
            variance=fit.variance,
            fit=fit,
        )
        for each, fit in enumerate(fits)
    )


def _refusal(given: Rows) -> NoEstimate | None:
    """Why these days cannot show how the rating goes with the first column."""
    if len(given.y) < given.columns.shape[1] + 3:
        return NoEstimate.TOO_FEW_DAYS
    if np.ptp(given.y) == 0:
        return NoEstimate.REACTIVITY_CONSTANT
    return NoEstimate.PRACTICE_CONSTANT if np.ptp(given.columns[:, 0]) == 0 else None


def _separable(design: Floats) -> bool:
    number, width = design.shape
    lengths = np.linalg.norm(design, axis=0)
    scaled = design / np.where(lengths > 0, lengths, 1)
    return bool(np.linalg.matrix_rank(scaled, tol=_TINY * number) == width)


def _independent_days(y: Floats, design: Floats, variance: float) -> float:
    """s_r^2 / (s_x^2 V), at most all days: plain residuals of y, and of column 2 on the columns before it."""
    number, width = design.shape
    left = y - design @ np.linalg.lstsq(design, y, rcond=None)[0]
    before, x = design[:, :2], design[:, 2]
    unlike = x - before @ np.linalg.lstsq(before, x, rcond=None)[0]
    told = float(unlike @ unlike) / number * variance
    return min(float(number), float(left @ left) / (number - width) / told) if told > 0 else float(number)


def shown_later(smallest: float, days: int, later: int) -> float:
    """The smallest coefficient that a window of `later` days shows, from that of `days` (calendar days)."""
    return smallest * sqrt((days - LEARNING_DAYS) / (later - LEARNING_DAYS))


def days_to_show(smallest: float, days: int, wanted: float) -> float:
    """How long the window needs to be to show `wanted`, where `days` of it show `smallest`."""
    return LEARNING_DAYS + (days - LEARNING_DAYS) * (smallest / wanted) ** 2


def refused(refusal: NoEstimate, rated_days: int) -> Estimate:
    """No estimate, and why."""
    return Estimate(slope=nan, low=nan, high=nan, rated_days=rated_days, p=nan, phi_mean=nan, refusal=refusal)


def daily(values: ArrayLike, name: str) -> Floats:
    """One finite value (or NaN) a calendar day as an array; raises ValueError for anything else."""
    raw = np.asarray(values, dtype=np.float64)
    if raw.ndim != 1 or np.isinf(raw).any():
        raise ValueError(f"{name} needs one finite value (or NaN) for each calendar day")
    return raw


def same_length(*series: Floats) -> None:
    """Raises ValueError unless every series has one value for each of the same days."""
    if len({len(values) for values in series}) > 1:
        raise ValueError("every series needs one value for each calendar day")


def _average(white: Whitened, grid: Grid, column: int) -> RegressionFit:
    """Regressions of the last whitened column on the others, weighted by restricted likelihood and prior."""
    x, y = white.columns[:, :, :-1], white.columns[:, :, -1]
    gram = x.transpose(0, 2, 1) @ x
    inverse = np.linalg.inv(gram)
    coefficients = (inverse @ (x.transpose(0, 2, 1) @ y[:, :, None]))[:, :, 0]
    rss = ((y - (x @ coefficients[:, :, None])[:, :, 0]) ** 2).sum(axis=1)
    rss = np.maximum(rss, _TINY**2 * (y**2).sum(axis=1))  # a perfect fit still has a finite likelihood
    dof = x.shape[1] - x.shape[2]
    fits = -white.log_root_det - 0.5 * np.linalg.slogdet(gram)[1] - 0.5 * dof * np.log(rss)
    weights = grid.prior * np.exp(fits - fits.max())
    weights /= weights.sum()
    return RegressionFit(
        weights=weights,
        coefficients=coefficients,
        covariances=(rss / dof)[:, None, None] * inverse,
        dof=dof,
        column=column,
        phi_mean=float(weights @ grid.phi),
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Grid:
    """Error structures with their prior weights, all of shape (structures,).

    A structure is Cov(e_s, e_t) proportional to (1 - lam) phi^|t-s| + lam [s = t]: a slow mood that carries
    over, plus noise of the single rating.
    """

    phi: Floats
    lam: Floats
    prior: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Whitened:
    """Columns without their carry-over, (structures, rows, columns), and log|L| of each structure."""

    columns: Floats
    log_root_det: Floats

    def only(self, *places: int) -> Whitened:
        """The columns at `places` alone, in that order."""
        return Whitened(columns=self.columns[:, :, list(places)], log_root_det=self.log_root_det)


def standard_grid() -> Grid:
    """The 41 structures of the link estimate: independence, and 10 values of phi with 4 of lam each."""
    pairs = [(0.0, 0.0, 1.0)]
    pairs += [(phi, lam, 0.25 / (1 - phi)) for phi in PHIS for lam in LAMS]
    phi, lam, prior = (np.array(column) for column in zip(*pairs, strict=True))
    return Grid(phi=phi, lam=lam, prior=prior)


def whiten(days: NDArray[np.int64], columns: Floats, grid: Grid) -> Whitened:
    """L^-1 times `columns` (rows, columns) for each structure; `days` are the rows' calendar days, rising.

    Dividing by the Cholesky factor L is the same as running a Kalman filter over the days and keeping the
    standardised innovations, which costs n steps instead of n cubed.
    """
    gaps = np.diff(days, prepend=days[0])
    carry = grid.phi[:, None] ** gaps
    fresh = (1 - grid.lam)[:, None] * (1 - carry**2)
    number, width = columns.shape
    out = np.empty((number, len(grid.phi), width))
    spread = np.empty((number, len(grid.phi)))
    state = np.zeros((len(grid.phi), width))
    variance = 1 - grid.lam
    for row in range(number):
        if row:
            state *= carry[:, row, None]
            variance = carry[:, row] ** 2 * variance + fresh[:, row]
        total = variance + grid.lam
        surprise = columns[row] - state
        gain = variance / total
        state += gain[:, None] * surprise
        variance = variance - gain * variance
        out[row] = surprise
        spread[row] = total
    root = np.sqrt(spread)
    return Whitened(
        columns=np.ascontiguousarray((out / root[:, :, None]).transpose(1, 0, 2)),
        log_root_det=np.log(root).sum(axis=0),
    )
