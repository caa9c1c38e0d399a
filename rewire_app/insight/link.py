"""The link between practice and reactivity in one person's days, where a day resembles the next.

Model: y_t = a + b tau_t + beta x_t (+ what is adjusted for) + e_t, where x_t is the number of practice days
in the 7 days before t (t itself excluded) and tau_t is calendar time. How strongly the errors carry over from
day to day is not known, so regressions under 41 structures are averaged by how well each fits (restricted
likelihood times prior). Works on any scale; the unit is points of reactivity per practice day.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray

from rewire_app.insight.student import TMixture
from rewire_app.insight.whitening import standard_grid, whiten

Floats = NDArray[np.float64]

WEEK = 7
LEVEL = 0.95
WEEK_STRESS_DAYS = 4
"""Rated days a week's mean stress needs."""
STRESS_SHARE = 0.70
SLEEP_SHARE = 0.60
_TINY = 1e-10


class Refusal(StrEnum):
    """Why no link was estimated."""

    TOO_FEW_DAYS = "too few days"
    PRACTICE_CONSTANT = "practice never varies"
    REACTIVITY_CONSTANT = "reactivity never varies"
    STRESS_OR_SLEEP_MISSING = "stress or sleep is noted on too few days"
    NOT_SEPARABLE = "practice cannot be told apart from time, stress or sleep"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fit:
    """The regressions behind an estimate: shapes (structures,), (structures, k) and (structures, k, k).

    Columns: 1, time from the middle of the rated days, practice days, then what was adjusted for.
    """

    weights: Floats
    coefficients: Floats
    covariances: Floats
    dof: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkEstimate:
    """Points of reactivity per one more practice day in the week before, with its 95% interval.

    `rated_days`: days used, with a rating and a full week before them. `p`: two-sided, for tests and export,
    never shown. `phi_mean`: the weighted carry-over from day to day. Numbers are NaN if `refusal` says why.
    """

    slope: float
    low: float
    high: float
    rated_days: int
    p: float
    phi_mean: float
    refusal: Refusal | None = None
    fit: Fit | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FittedLine:
    """The fitted line in the middle of the rated time, with its 95% band; tuples of one length."""

    practice_days: tuple[float, ...]
    reactivity: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Rows:
    """The days that enter a regression: their index, reactivity and the columns beside 1 and time."""

    days: NDArray[np.int64]
    y: Floats
    columns: Floats


def practice_week(practised: ArrayLike) -> Floats:
    """Practice days in the 7 days before each day (0 to 7); NaN where not all seven are known."""
    raw = _daily(practised, "practised")
    done = np.where(np.isnan(raw), np.nan, (raw > 0).astype(np.float64))
    out = np.full(len(done), np.nan)
    if len(done) > WEEK:
        out[WEEK:] = np.lib.stride_tricks.sliding_window_view(done, WEEK)[:-1].sum(axis=1)
    return out


def estimate_link(practised: ArrayLike, reactivity: ArrayLike) -> LinkEstimate:
    """The link, from one value a calendar day each: practised 0/1, reactivity on any scale (NaN: not rated).

    Take the last 180 days. Never raises for too little or too even data: see `LinkEstimate.refusal`.
    Raises ValueError for arrays of different lengths or infinite values.
    """
    x, y = practice_week(practised), _daily(reactivity, "reactivity")
    _same_length(x, y)
    return _estimate(_rows(y, x))


def estimate_adjusted(
    practised: ArrayLike, reactivity: ArrayLike, stress: ArrayLike, sleep_hours: ArrayLike
) -> LinkEstimate:
    """The same link with stress (today's and the past week's mean) and last night's sleep held equal.

    `stress` on any scale, `sleep_hours` of the night that ended that day; NaN where not noted. Needs stress
    on 70% and sleep on 60% of the days the unadjusted link uses. If practice helps by lowering stress, this
    hides part of it: show both.
    """
    x, y = practice_week(practised), _daily(reactivity, "reactivity")
    s, h = _daily(stress, "stress"), _daily(sleep_hours, "sleep_hours")
    _same_length(x, y, s, h)
    used = ~(np.isnan(x) | np.isnan(y))
    noted_stress, noted_sleep = ~np.isnan(s[used]), ~np.isnan(h[used])
    if used.any() and (noted_stress.mean() < STRESS_SHARE or noted_sleep.mean() < SLEEP_SHARE):
        return _refused(Refusal.STRESS_OR_SLEEP_MISSING, int((used & ~np.isnan(s) & ~np.isnan(h)).sum()))
    return _estimate(_rows(y, x, s, stress_week(s), h))


def stress_week(stress: ArrayLike) -> Floats:
    """Mean stress of the 7 days before each day; NaN where fewer than 4 of them are rated."""
    raw = _daily(stress, "stress")
    rated = ~np.isnan(raw)
    totals = np.concatenate([[0.0], np.cumsum(np.where(rated, raw, 0.0))])
    counts = np.concatenate([[0], np.cumsum(rated)])
    ends = np.arange(len(raw))
    starts = np.maximum(0, ends - WEEK)
    number = counts[ends] - counts[starts]
    enough = number >= WEEK_STRESS_DAYS
    out = np.full(len(raw), np.nan)
    np.divide(totals[ends] - totals[starts], number, out=out, where=enough)
    return out


def fitted_line(estimate: LinkEstimate, at: ArrayLike = tuple(range(8))) -> FittedLine | None:
    """Where the line and its 95% band run at `at` practice days a week; None if nothing was estimated."""
    fit = estimate.fit
    if fit is None:
        return None
    x = np.asarray(at, dtype=np.float64)
    design = np.zeros((len(x), fit.coefficients.shape[1]))
    design[:, 0], design[:, 2] = 1.0, x
    variances = np.einsum("qi,gij,qj->qg", design, fit.covariances, design)
    mixture = TMixture(
        weights=fit.weights,
        centres=design @ fit.coefficients.T,
        scales=np.sqrt(np.maximum(variances, 1e-300)),
        dof=fit.dof,
    )
    low, high = mixture.quantile((1 - LEVEL) / 2), mixture.quantile((1 + LEVEL) / 2)
    return FittedLine(
        practice_days=tuple(x.tolist()),
        reactivity=tuple(mixture.mean().tolist()),
        low=tuple(low.tolist()),
        high=tuple(high.tolist()),
    )


def _estimate(rows: _Rows) -> LinkEstimate:
    number, width = len(rows.y), rows.columns.shape[1] + 2
    if number < width + 1:
        return _refused(Refusal.TOO_FEW_DAYS, number)
    if np.ptp(rows.y) == 0:
        return _refused(Refusal.REACTIVITY_CONSTANT, number)
    if np.ptp(rows.columns[:, 0]) == 0:
        return _refused(Refusal.PRACTICE_CONSTANT, number)
    design = _design(rows)
    lengths = np.linalg.norm(design, axis=0)
    if np.linalg.matrix_rank(design / np.where(lengths > 0, lengths, 1), tol=_TINY * number) < width:
        return _refused(Refusal.NOT_SEPARABLE, number)
    fit, phi_mean = _average(rows, design)
    mixture = TMixture(
        weights=fit.weights,
        centres=fit.coefficients[:, 2],
        scales=np.sqrt(fit.covariances[:, 2, 2]),
        dof=fit.dof,
    )
    below = float(mixture.cdf(0.0))
    return LinkEstimate(
        slope=float(mixture.mean()),
        low=float(mixture.quantile((1 - LEVEL) / 2)),
        high=float(mixture.quantile((1 + LEVEL) / 2)),
        rated_days=number,
        p=2 * min(below, 1 - below),
        phi_mean=phi_mean,
        fit=fit,
    )


def _average(rows: _Rows, design: Floats) -> tuple[Fit, float]:
    """Regressions under every error structure, weighted by restricted likelihood and prior."""
    grid = standard_grid()
    number, width = design.shape
    white = whiten(rows.days, np.column_stack([design, rows.y]), grid)
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
    fit = Fit(weights=weights, coefficients=coefficients, covariances=covariances, dof=dof)
    return fit, float(weights @ grid.phi)


def _design(rows: _Rows) -> Floats:
    """Columns 1, time from its mean (scaled to at most 1), practice days, and the rest from their means.

    Where time and the rest are centred does not change the link; it makes the first column the middle.
    """
    time = rows.days - rows.days.mean()
    extras = rows.columns[:, 1:] - rows.columns[:, 1:].mean(axis=0)
    return np.column_stack(
        [np.ones(len(rows.y)), time / max(1.0, float(np.abs(time).max())), rows.columns[:, :1], extras]
    )


def _rows(y: Floats, *columns: Floats) -> _Rows:
    table = np.column_stack([y, *columns])
    days = np.flatnonzero(~np.isnan(table).any(axis=1)).astype(np.int64)
    return _Rows(days, table[days, 0], table[days, 1:])


def _refused(refusal: Refusal, rated_days: int) -> LinkEstimate:
    nan = float("nan")
    return LinkEstimate(
        slope=nan, low=nan, high=nan, rated_days=rated_days, p=nan, phi_mean=nan, refusal=refusal
    )


def _daily(values: ArrayLike, name: str) -> Floats:
    raw = np.asarray(values, dtype=np.float64)
    if raw.ndim != 1 or np.isinf(raw).any():
        raise ValueError(f"{name} needs one finite value (or NaN) for each calendar day")
    return raw


def _same_length(*series: Floats) -> None:
    if len({len(values) for values in series}) > 1:
        raise ValueError("every series needs one value for each calendar day")
