"""The link between practice and reactivity in one person's days, where a day resembles the next.

Model: y_t = a + b tau_t + beta x_t (+ what is adjusted for) + e_t, where x_t is the number of practice days
in the 7 days before t (t itself excluded) and tau_t is calendar time; see `regression` for the errors. Works
on any scale; the unit is points of reactivity per practice day. `paused` days (illness, holiday) are neither
rated nor days without practice: they are missing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from rewire_app.insight.regression import (
    LEVEL,
    Estimate,
    Floats,
    NoEstimate,
    Rows,
    daily,
    estimate,
    estimates,
    profile,
    refused,
    rows,
    same_length,
)
from rewire_app.insight.student import TMixture

WEEK = 7
UNPAUSED_DAYS = 4
"""Days of a week that must not be paused for its practice to be known."""
WEEK_STRESS_DAYS = 4
"""Rated days a week's mean stress needs."""
STRESS_SHARE = 0.70
SLEEP_SHARE = 0.60
LAGS = 15
"""Lags 0 to 14 of the profile, all of them counted when its intervals are widened (Bonferroni)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FittedLine:
    """The fitted line in the middle of the rated time, with its 95% band; tuples of one length."""

    practice_days: tuple[float, ...]
    reactivity: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]


def practice_week(practised: ArrayLike, paused: ArrayLike | None = None) -> Floats:
    """Practice days in the 7 days before each day (0 to 7); NaN where not all seven are known.

    Of a week with pauses, as many as its other days would come to; NaN where fewer than 4 of them were not
    paused, and on paused days.
    """
    rests = _pauses(paused, len(daily(practised, "practised")))
    return np.where(rests, np.nan, _weeks_before(practised, rests)[:-1])


def practice_ahead(practised: ArrayLike, paused: ArrayLike | None = None) -> Floats:
    """Practice days in the 7 days after each day, counted as `practice_week` counts those before it."""
    rests = _pauses(paused, len(daily(practised, "practised")))
    return _shifted(_weeks_before(practised, rests), -WEEK - 1)[:-1]


def _weeks_before(practised: ArrayLike, rests: NDArray[np.bool_]) -> Floats:
    """Practice days in the 7 days before each day, and before the day after the last one."""
    raw = daily(practised, "practised")
    done = np.where(rests, 0.0, np.where(np.isnan(raw), np.nan, raw > 0))
    out = np.full(len(done) + 1, np.nan)
    if len(done) >= WEEK:
        whole = np.lib.stride_tricks.sliding_window_view(done, WEEK).sum(axis=1)
        active = WEEK - np.lib.stride_tricks.sliding_window_view(rests, WEEK).sum(axis=1)
        np.divide(WEEK * whole, active, out=out[WEEK:], where=active >= UNPAUSED_DAYS)
    return out


def _pauses(paused: ArrayLike | None, length: int) -> NDArray[np.bool_]:
    """Whether each day is paused; not noted is not paused."""
    if paused is None:
        return np.zeros(length, dtype=bool)
    found = daily(paused, "paused")
    if len(found) != length:
        raise ValueError("every series needs one value for each calendar day")
    return np.nan_to_num(found) > 0


def estimate_link(practised: ArrayLike, reactivity: ArrayLike, paused: ArrayLike | None = None) -> Estimate:
    """The link, from one value a calendar day each: practised 0/1, reactivity on any scale (NaN: not rated).

    Take the last 365 days, with the practice of up to 21 more before them. Never raises for too little or too
    even data: see `Estimate.refusal`. Raises ValueError for arrays of different lengths or infinite values.
    """
    x, y = practice_week(practised, paused), daily(reactivity, "reactivity")
    same_length(x, y)
    return estimate(rows(y, x))


def estimate_with_today(
    practised: ArrayLike, reactivity: ArrayLike, paused: ArrayLike | None = None
) -> tuple[Estimate, Estimate]:
    """The same link with practice on the day itself held equal, and that day's own part.

    The second says how the evening goes with practice on its day; hard days may change that practice, so it
    is never told as a link. Where practice on rated days never varies it says nothing and the first is the
    link alone.
    """
    x, y = practice_week(practised, paused), daily(reactivity, "reactivity")
    same_length(x, y)
    raw = daily(practised, "practised")
    given = rows(y, x, np.where(np.isnan(raw), np.nan, raw > 0))
    if len(given.y) and np.ptp(given.columns[:, 1]) == 0:
        return estimate(rows(y, x)), refused(NoEstimate.PRACTICE_CONSTANT, len(given.y))
    first, second = estimates(given, 2)
    return first, second


def estimate_adjusted(
    practised: ArrayLike,
    reactivity: ArrayLike,
    stress: ArrayLike,
    sleep_hours: ArrayLike,
    paused: ArrayLike | None = None,
) -> Estimate:
    """The same link with stress (today's and the past week's mean) and last night's sleep held equal.

    `stress` on any scale, `sleep_hours` of the night that ended that day; NaN where not noted. Needs stress
    on 70% and sleep on 60% of the days the unadjusted link uses. If practice helps by lowering stress, this
    hides part of it: show both.
    """
    x, y = practice_week(practised, paused), daily(reactivity, "reactivity")
    s, h = daily(stress, "stress"), daily(sleep_hours, "sleep_hours")
    same_length(x, y, s, h)
    used = ~(np.isnan(x) | np.isnan(y))
    noted_stress, noted_sleep = ~np.isnan(s[used]), ~np.isnan(h[used])
    if used.any() and (noted_stress.mean() < STRESS_SHARE or noted_sleep.mean() < SLEEP_SHARE):
        return refused(NoEstimate.STRESS_OR_SLEEP_MISSING, int((used & ~np.isnan(s) & ~np.isnan(h)).sum()))
    return estimate(rows(y, x, s, stress_week(s), h))


def estimate_sleep(sleep_hours: ArrayLike, reactivity: ArrayLike) -> Estimate:
    """Reactivity per one more hour asleep in the night that ended that day, from one value a day each.

    The days of the week are held equal, so that long and calm weekends are not taken for a link.
    """
    h, y = daily(sleep_hours, "sleep_hours"), daily(reactivity, "reactivity")
    same_length(h, y)
    return estimate(_with_weekdays(rows(y, h)))


def estimate_sleep_adjusted(sleep_hours: ArrayLike, reactivity: ArrayLike, stress: ArrayLike) -> Estimate:
    """Reactivity per one more hour asleep with stress (today's and the past week's mean) held equal too.

    Needs stress on 70% of the days the unadjusted link uses. If short nights work by raising stress, this
    hides part of it: show both.
    """
    h, y, s = daily(sleep_hours, "sleep_hours"), daily(reactivity, "reactivity"), daily(stress, "stress")
    same_length(h, y, s)
    used = ~(np.isnan(h) | np.isnan(y))
    noted = ~np.isnan(s[used])
    if used.any() and noted.mean() < STRESS_SHARE:
        return refused(NoEstimate.STRESS_OR_SLEEP_MISSING, int(noted.sum()))
    return estimate(_with_weekdays(rows(y, h, s, stress_week(s))))


def _with_weekdays(given: Rows) -> Rows:
    """A column of 0 and 1 for each day of the week there is but one, which they are compared with."""
    weekdays = given.days % WEEK
    columns = [weekdays == each for each in np.unique(weekdays)[1:]]
    return replace(given, columns=np.column_stack([given.columns, *columns]))


def estimate_ahead(practised: ArrayLike, reactivity: ArrayLike, paused: ArrayLike | None = None) -> Estimate:
    """Reactivity with practice in the 7 days after it, beside practice in the 7 days before it.

    If it leaves zero out, hard days probably change practice. It has little power: use it to add a sentence
    or to lower a verdict, never to raise one.
    """
    x, y = practice_week(practised, paused), daily(reactivity, "reactivity")
    same_length(x, y)
    return estimate(rows(y, practice_ahead(practised, paused), x))


def lag_profile(
    practised: ArrayLike, reactivity: ArrayLike, paused: ArrayLike | None = None
) -> tuple[Estimate, ...]:
    """The link for practice in the week that ended 0, 1, ... 14 days before, from the same days throughout.

    Lag 0 is the one that counts; the rest is exploration, so each p is times 15 (at most 1) and each interval
    is as much wider (Bonferroni).
    """
    x, y = practice_week(practised, paused), daily(reactivity, "reactivity")
    same_length(x, y)
    shifted = np.column_stack([_shifted(x, lag) for lag in range(LAGS)])
    given = rows(y, *shifted.T)
    found = profile(given.days, given.y, given.columns, level=1 - (1 - LEVEL) / LAGS)
    return tuple(_corrected(each) for each in found)


def stress_week(stress: ArrayLike) -> Floats:
    """Mean stress of the 7 days before each day; NaN where fewer than 4 of them are rated."""
    raw = daily(stress, "stress")
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


def fitted_line(link: Estimate, at: ArrayLike = tuple(range(8))) -> FittedLine | None:
    """Where the line and its 95% band run at `at` practice days a week; None if nothing was estimated."""
    fit = link.fit
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


def _shifted(values: Floats, days: int) -> Floats:
    """The value of `days` days before (after, if negative); NaN where there is none."""
    out = np.full(len(values), np.nan)
    if abs(days) >= len(values):
        return out
    if days >= 0:
        out[days:] = values[: len(values) - days]
    else:
        out[:days] = values[-days:]
    return out


def _corrected(found: Estimate) -> Estimate:
    return replace(found, p=min(1.0, LAGS * found.p))
