"""How often the link estimate is wrong, on simulated people (`python -m tests.insight.calibration 200`).

Beside it runs the usual recipe, least squares with a trend as if days were independent, and at the end how
often any of the 15 lags says that there is something where there is nothing.

Practice drifts through good and bad weeks; reactivity has a mean of 50 and a standard deviation of 15, is
rounded and cut to 0-100, and every fifth rating is missing. The truth is 0 or -3 points per practice day.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy import stats

from rewire_app.insight.link import estimate_link, lag_profile, practice_week

SD = 15.0
EFFECT = -3.0
MISSING = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One row of the table: false alarms and coverage, percent, over `runs` simulated people."""

    errors: str
    days: int
    runs: int
    false_alarms: float
    coverage: float
    naive_alarms: float
    naive_coverage: float


def carried(rng, length, phi, innovations=None):
    """An AR(1) series with variance 1 from a long run-in."""
    fresh = rng.normal(size=length + 200) if innovations is None else innovations
    out = np.zeros(len(fresh))
    for day in range(1, len(fresh)):
        out[day] = phi * out[day - 1] + fresh[day]
    return out[-length:] * np.sqrt(1 - phi**2)


def weekly(rng, length):
    wave = np.sqrt(2) * np.sin(2 * np.pi * (np.arange(length) + rng.integers(7)) / 7)
    return np.sqrt(0.3) * wave + np.sqrt(0.7) * carried(rng, length, 0.4)


def heavy(rng, length):
    return carried(rng, length, 0.4, rng.standard_t(3, length + 200) / np.sqrt(3))


def slow(phi):
    return lambda rng, n: np.sqrt(0.5) * carried(rng, n, phi) + np.sqrt(0.5) * rng.normal(size=n)


ERRORS: dict[str, Callable[[np.random.Generator, int], np.ndarray]] = {
    "independent": lambda rng, n: rng.normal(size=n),
    "AR(1) .3": lambda rng, n: carried(rng, n, 0.3),
    "AR(1) .5": lambda rng, n: carried(rng, n, 0.5),
    "AR(1) .7": lambda rng, n: carried(rng, n, 0.7),
    "slow mood (.9) + noise": slow(0.9),
    "weekly rhythm + AR": weekly,
    "heavy tails (t3) + AR": heavy,
    "near random walk + noise": slow(0.98),
}


def person(rng, length, errors, slope):
    """Practised 0/1 and reactivity (NaN: not rated) of one simulated person."""
    drive = 0.3 + 1.3 * carried(rng, length + 7, 0.9)
    practised = (rng.random(length + 7) < 1 / (1 + np.exp(-drive))).astype(float)
    x = practice_week(practised)[7:]
    y = 50 + slope * (x - 4) + SD * errors(rng, length)
    y = np.clip(np.round(y), 0, 100)
    y[rng.random(length) < MISSING] = np.nan
    return practised[7:], y


def naive(practised, y):
    """Low and high of the least squares slope beside a trend, 95%, as if every day stood for itself."""
    x = practice_week(practised)
    rows = np.flatnonzero(~(np.isnan(x) | np.isnan(y)))
    design = np.column_stack([np.ones(len(rows)), rows, x[rows]])
    coefficients, *_rest = np.linalg.lstsq(design, y[rows], rcond=None)
    dof = len(rows) - 3
    variance = np.sum((y[rows] - design @ coefficients) ** 2) / dof
    error = np.sqrt(variance * np.linalg.inv(design.T @ design)[2, 2])
    half = stats.t.ppf(0.975, dof) * error
    return coefficients[2] - half, coefficients[2] + half


def simulated(name: str, length: int, run: int, slope: float, seed: int = 1):
    """Person `run` of a cell."""
    rng = np.random.default_rng([seed, length, list(ERRORS).index(name), run])
    return person(rng, length, ERRORS[name], slope)


def cell(name: str, length: int, runs: int) -> Cell:
    """One cell: the same people once without a link and once with one, by both methods."""
    alarms, covered = np.zeros(2, dtype=int), np.zeros(2, dtype=int)
    for run in range(runs):
        for slope in (0.0, EFFECT):
            practised, y = simulated(name, length, run, slope)
            estimate = estimate_link(practised, y)
            for number, (low, high) in enumerate(((estimate.low, estimate.high), naive(practised, y))):
                inside = low <= slope <= high
                covered[number] += inside
                alarms[number] += slope == 0 and not inside
    return Cell(
        errors=name,
        days=length,
        runs=runs,
        false_alarms=100 * alarms[0] / runs,
        coverage=100 * covered[0] / (2 * runs),
        naive_alarms=100 * alarms[1] / runs,
        naive_coverage=100 * covered[1] / (2 * runs),
    )


def any_lag(name: str, length: int, runs: int) -> float:
    """How often at least one of the 15 lags leaves zero out where there is no link, percent."""
    found = 0
    for run in range(runs):
        profile = lag_profile(*simulated(name, length, run, 0.0, seed=2))
        found += any(each.p < 0.05 for each in profile)
    return 100 * found / runs


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    for name in ERRORS:
        for length in (60, 180):
            one = cell(name, length, runs)
            print(
                f"{name:26} n={length:<4} {one.false_alarms:5.1f} / {one.coverage:5.1f}"
                f"   naive {one.naive_alarms:5.1f} / {one.naive_coverage:5.1f}",
                flush=True,
            )
    for name in LAGGED:
        for length in (60, 180):
            print(f"any of 15 lags, {name:26} n={length:<4} {any_lag(name, length, runs):5.1f}", flush=True)


LAGGED = ("independent", "AR(1) .5", "slow mood (.9) + noise")


if __name__ == "__main__":
    main()
