"""Student's t distribution for whole degrees of freedom, and mixtures of it, with numpy alone."""

from __future__ import annotations

from dataclasses import dataclass
from math import lgamma, log, pi

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

_NEWTON_STEPS = 100


def t_cdf(t: ArrayLike, dof: int) -> Floats:
    """P(T <= t) for `dof` >= 1, elementwise; absolute error about 1e-15 (Abramowitz & Stegun 26.7.3-4)."""
    if dof < 1:
        raise ValueError("degrees of freedom start at 1")
    values = np.asarray(t, dtype=np.float64)
    theta = np.arctan(values / np.sqrt(dof))
    cos2 = np.cos(theta) ** 2
    inside = np.zeros_like(theta)  # P(|T| <= |t|), signed like t
    term_count = dof // 2 if dof % 2 == 0 else (dof - 1) // 2
    if term_count:
        j = np.arange(1, term_count)
        factors = (2 * j - 1) / (2 * j) if dof % 2 == 0 else 2 * j / (2 * j + 1)
        sizes = np.concatenate([[1.0], np.cumprod(factors)])
        for size in sizes[::-1]:
            inside = inside * cos2 + size
        inside *= np.sin(theta) if dof % 2 == 0 else np.sin(theta) * np.cos(theta)
    if dof % 2:
        inside = 2 / pi * (theta + inside)
    return np.asarray(0.5 + 0.5 * inside, dtype=np.float64)


def t_pdf(t: ArrayLike, dof: int) -> Floats:
    """The density of T at `t`, elementwise."""
    values = np.asarray(t, dtype=np.float64)
    scale = lgamma((dof + 1) / 2) - lgamma(dof / 2) - 0.5 * log(dof * pi)
    return np.asarray(np.exp(scale - (dof + 1) / 2 * np.log1p(values**2 / dof)), dtype=np.float64)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TMixture:
    """A weighted mixture of shifted, scaled t distributions: sum of w T_dof((v - centre) / scale).

    Arrays of shape (components,) for one quantity, or (quantities, components) for several at once.
    """

    weights: Floats
    centres: Floats
    scales: Floats
    dof: int

    def mean(self) -> Floats:
        """The weighted mean of the centres."""
        return np.asarray((self.weights * self.centres).sum(axis=-1), dtype=np.float64)

    def cdf(self, value: ArrayLike) -> Floats:
        """The probability of at most `value`, for each quantity."""
        at = (np.asarray(value, dtype=np.float64)[..., None] - self.centres) / self.scales
        return np.asarray((self.weights * t_cdf(at, self.dof)).sum(axis=-1), dtype=np.float64)

    def quantile(self, probability: float) -> Floats:
        """The value with `probability` below it, for each quantity: Newton steps kept inside a bracket."""
        lo = (self.centres - 2 * self.scales).min(axis=-1)
        hi = (self.centres + 2 * self.scales).max(axis=-1)
        width = np.maximum(hi - lo, np.finfo(float).tiny)
        while np.any(self.cdf(lo) > probability):
            lo, width = lo - width, width * 2
        width = hi - lo
        while np.any(self.cdf(hi) < probability):
            hi, width = hi + width, width * 2
        value = (lo + hi) / 2
        for _step in range(_NEWTON_STEPS):
            gap = self.cdf(value) - probability
            lo, hi = np.where(gap < 0, value, lo), np.where(gap < 0, hi, value)
            newton = value - gap / np.maximum(self._density(value), 1e-300)
            ahead = np.where((newton >= lo) & (newton <= hi), newton, (lo + hi) / 2)
            settled = np.abs(ahead - value) <= 1e-13 * (hi - lo + np.abs(value))
            value = ahead
            if np.all(settled | (np.abs(gap) < 1e-15)):
                break
        return np.asarray(value, dtype=np.float64)

    def _density(self, value: Floats) -> Floats:
        at = (value[..., None] - self.centres) / self.scales
        return np.asarray((self.weights * t_pdf(at, self.dof) / self.scales).sum(axis=-1), dtype=np.float64)
