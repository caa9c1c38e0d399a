"""The averaged regression for many people and every week at once, by running sums.

While the window only grows, the whitened rows of an early look are the first of a later one. So X'X, X'y, y'y
and log|L| are summed day by day for each of the 41 error structures, and a look costs a few sweeps of a small
matrix. Arrays have one axis for the structures (g) and one for the people (p).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import stdtr

from tests.insight.independent import structures

WEEK = 7
PHI, LAM, PRIOR = (np.array(column)[:, None] for column in zip(*structures(), strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """One coefficient under every structure, and how heavy each is: arrays (g, p), `dof` (p,)."""

    weights: np.ndarray
    slopes: np.ndarray
    errors: np.ndarray
    dof: np.ndarray

    @property
    def slope(self):
        return (self.weights * self.slopes).sum(axis=0)

    @property
    def variance(self):
        inner = self.errors**2 * self.dof / np.maximum(self.dof - 2, 1)
        return (self.weights * (inner + (self.slopes - self.slope) ** 2)).sum(axis=0)

    def below(self, value):
        """The probability that the coefficient is at most `value`."""
        return (self.weights * stdtr(self.dof, (value - self.slopes) / self.errors)).sum(axis=0)

    def p(self, value=0.0):
        """The two-sided p of `value`."""
        below = self.below(value)
        return 2 * np.minimum(below, 1 - below)

    def plain(self):
        """The usual recipe: least squares, as if every day stood for itself."""
        return Fit(
            weights=np.ones_like(self.slopes[:1]),
            slopes=self.slopes[:1],
            errors=self.errors[:1],
            dof=self.dof,
        )


@dataclass(slots=True)
class Sums:
    """Products of the whitened columns, the rating last: `moments` (k, k, g, p), `log_root` (g, p)."""

    moments: np.ndarray
    log_root: np.ndarray
    rows: np.ndarray
    log_det: np.ndarray

    def copy(self) -> Sums:
        return Sums(self.moments.copy(), self.log_root.copy(), self.rows.copy(), self.log_det.copy())

    def take(self, *columns: int) -> Sums:
        """Brings columns into the regression, one after the other (Gauss-Jordan on the products)."""
        m = self.moments
        for k in columns:
            pivot, row = np.maximum(m[k, k].copy(), 1e-12), m[k].copy()
            self.log_det += 0.5 * np.log(pivot)
            m -= row[:, None] * (row / pivot)[None]
            m[k] = m[:, k] = row / pivot
            m[k, k] = -1 / pivot
        return self

    def fit(self, column: int, width: int) -> Fit:
        """The coefficient of a column that was taken, beside `width` - 1 others."""
        m, dof = self.moments, np.maximum(self.rows - width, 1)
        rss = np.maximum(m[-1, -1], 1e-12)
        logs = np.log(PRIOR) - self.log_root - self.log_det - 0.5 * dof * np.log(rss)
        weights = np.exp(logs - logs.max(axis=0))
        return Fit(
            weights=weights / weights.sum(axis=0),
            slopes=m[column, -1].copy(),
            errors=np.sqrt(np.maximum(-m[column, column], 1e-12) * rss / dof),
            dof=dof,
        )


def whitened(table: np.ndarray, known: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """Day after day the whitened columns (k, g, p), zero where unknown, with that day's gain and scale.

    `table` is (k, p, days) and `known` (p, days); a day that is not known only lets the state fade.
    """
    width, people, days = table.shape
    table = np.where(known, table, 0.0)
    state = np.zeros((width, len(PHI), people))
    variance = np.repeat(1 - LAM, people, axis=1)
    for day in range(days):
        if day:
            state *= PHI
            variance = PHI**2 * variance + (1 - LAM) * (1 - PHI**2)
        seen = known[:, day]
        scale = np.where(seen, 1 / np.sqrt(variance + LAM), 0.0)
        gain = variance * scale**2
        surprise = table[:, None, :, day] - state
        state += gain * surprise
        variance = variance * (1 - gain)
        yield surprise * scale, gain, scale


def running(table: np.ndarray, known: np.ndarray, ends: Sequence[int]) -> Iterator[Sums]:
    """The sums over the days before each of `ends`, rising; columns as in `whitened`, the rating last."""
    width, people, _days = table.shape
    shape = (len(PHI), people)
    sums = Sums(np.zeros((width, width, *shape)), np.zeros(shape), np.zeros(people), np.zeros(shape))
    kept: list[np.ndarray] = []
    wanted = iter(ends)
    end = next(wanted, None)
    for day, (white, _gain, scale) in enumerate(whitened(table, known), start=1):
        kept.append(white)
        seen = known[:, day - 1]
        sums.rows += seen
        sums.log_root[:, seen] -= np.log(scale[:, seen])
        if len(kept) == WEEK or day == end:
            _add(sums.moments, np.stack(kept))
            kept.clear()
        if day == end:
            yield sums.copy()
            end = next(wanted, None)
            if end is None:
                return


def _add(moments: np.ndarray, white: np.ndarray) -> None:
    for i in range(len(moments)):
        for j in range(i, len(moments)):
            moments[i, j] += np.einsum("dgp,dgp->gp", white[:, i], white[:, j])
            if i != j:
                moments[j, i] = moments[i, j]
