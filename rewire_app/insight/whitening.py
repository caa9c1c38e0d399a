"""Removing the day-to-day carry-over from a daily series that may have gaps, for a grid of error structures.

A structure is Cov(e_s, e_t) proportional to (1 - lam) phi^|t-s| + lam [s = t]: a slow mood that carries over,
plus noise of the single rating. Dividing by its Cholesky factor is the same as running a Kalman filter over
the days and keeping the standardised innovations, which costs n steps instead of n cubed.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

PHIS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
LAMS = (0.0, 0.25, 0.5, 0.75)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Grid:
    """Error structures with their prior weights, all of shape (structures,)."""

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
    """L^-1 times `columns` (rows, columns) for each structure; `days` are the rows' calendar days, rising."""
    gaps = np.diff(days, prepend=days[0])
    carry = grid.phi[:, None] ** gaps
    fresh = (1 - grid.lam)[:, None] * (1 - carry**2)
    rows, width = columns.shape
    out = np.empty((rows, len(grid.phi), width))
    spread = np.empty((rows, len(grid.phi)))
    state = np.zeros((len(grid.phi), width))
    variance = 1 - grid.lam
    for row in range(rows):
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
