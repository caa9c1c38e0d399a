"""How often the link estimate is wrong, on simulated people (`python -m tests.insight.calibration 200`).

Practice drifts through good and bad weeks; reactivity has a mean of 50 and a standard deviation of 15, is
rounded and cut to 0-100, and every fifth rating is missing. The truth is 0 or -3 points per practice day.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from rewire_app.insight.link import estimate_link, practice_week

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


def cell(name: str, length: int, runs: int, seed: int = 1) -> Cell:
    """One cell: the same people once without a link and once with one."""
    alarms = covered = 0
    for run in range(runs):
        for slope in (0.0, EFFECT):
            rng = np.random.default_rng([seed, length, list(ERRORS).index(name), run])
            estimate = estimate_link(*person(rng, length, ERRORS[name], slope))
            inside = estimate.low <= slope <= estimate.high
            covered += inside
            alarms += slope == 0 and not inside
    return Cell(
        errors=name,
        days=length,
        runs=runs,
        false_alarms=100 * alarms / runs,
        coverage=100 * covered / (2 * runs),
    )


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    for name in ERRORS:
        for length in (60, 180):
            result = cell(name, length, runs)
            print(f"{name:26} n={length:<4} {result.false_alarms:5.1f} / {result.coverage:5.1f}", flush=True)


if __name__ == "__main__":
    main()
