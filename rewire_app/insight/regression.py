"""One regression on a person's days, where a day resembles the next and some are missing.

How strongly the errors carry over from day to day is not known, so regressions under 41 structures are
averaged by how well each fits (restricted likelihood times prior). Method: Rewire's own, from generalised
least squares with AR(1) plus noise; its false alarms and coverage are measured in `tests/insight`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray

from rewire_app.insight.student import TMixture

Floats = NDArray[np.float64]

LEVEL = 0.95
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
    """The regressions behind an estimate: shapes (structures,), (structures, k) and (structures, k, k)."""

    weights: Floats
    coefficients: Floats
    covariances: Floats
    dof: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """One coefficient with its interval (95% unless told), in points of the rating.

    `rated_days`: days used. `p`: two-sided, for tests and export, never shown. `phi_mean`: the weighted
    carry-over from day to day. Numbers are NaN if `refusal` says why.
    """

    slope: float
    low: float
    high: float
    rated_days: int
    p: float
    phi_mean: float
    refusal: NoEstimate | None = None
    fit: RegressionFit | None = field(default=None, compare=False, repr=False)


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
    number, width = len(given.y), given.columns.shape[1] + 2
    if number < width + 1:
        return refused(NoEstimate.TOO_FEW_DAYS, number)
    if np.ptp(given.y) == 0:
        return refused(NoEstimate.REACTIVITY_CONSTANT, number)
    if np.ptp(given.columns[:, 0]) == 0:
        return refused(NoEstimate.PRACTICE_CONSTANT, number)
    return estimate_in(given, trend_design(given), 2, level=level)


def estimate_in(given: Rows, design: Floats, column: int, *, level: float = LEVEL) -> Estimate:
    """The coefficient of `column` in a design of shape (rows, k); refused where k columns do not separate."""
    number, width = design.shape
    if number < width + 1:
        return refused(NoEstimate.TOO_FEW_DAYS, number)
    lengths = np.linalg.norm(design, axis=0)
    if np.linalg.matrix_rank(design / np.where(lengths > 0, lengths, 1), tol=_TINY * number) < width:
        return refused(NoEstimate.NOT_SEPARABLE, number)
    fit, phi_mean = _average(given, design)
    mixture = TMixture(
        weights=fit.weights,
        centres=fit.coefficients[:, column],
        scales=np.sqrt(fit.covariances[:, column, column]),
        dof=fit.dof,
    )
    below = float(mixture.cdf(0.0))
    return Estimate(
        slope=float(mixture.mean()),
        low=float(mixture.quantile((1 - level) / 2)),
        high=float(mixture.quantile((1 + level) / 2)),
        rated_days=number,
        p=2 * min(below, 1 - below),
        phi_mean=phi_mean,
        fit=fit,
    )


def refused(refusal: NoEstimate, rated_days: int) -> Estimate:
    """No estimate, and why."""
    nan = float("nan")
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


def _average(given: Rows, design: Floats) -> tuple[RegressionFit, float]:
    """Regressions under every error structure, weighted by restricted likelihood and prior."""
    grid = standard_grid()
    number, width = design.shape
    white = whiten(given.days, np.column_stack([design, given.y]), grid)
    x, y = white.columns[:, :, :width], white.columns[:, :, width]
    gram = x.transpose(0, 2, 1) @ x
    inverse = np.linalg.inv(gram)
    coefficients = (inverse @ (x.transpose(0, 2, 1) @ y[:, :, None]))[:, :, 0]
    rss = ((y - (x @ coefficients[:, :, None])[:, :, 0]) ** 2).sum(axis=1)
    rss = np.maximum(rss, _TINY**2 * (y**2).sum(axis=1))  # a perfect fit still has a finite likelihood
    dof = number - width
    fits = -white.log_root_det - 0.5 * np.linalg.slogdet(gram)[1] - 0.5 * dof * np.log(rss)
    weights = grid.prior * np.exp(fits - fits.max())
    weights /= weights.sum()
    covariances = (rss / dof)[:, None, None] * inverse
    fit = RegressionFit(weights=weights, coefficients=coefficients, covariances=covariances, dof=dof)
    return fit, float(weights @ grid.phi)


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
