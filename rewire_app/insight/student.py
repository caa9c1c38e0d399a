"""Student's t distribution for whole degrees of freedom, and mixtures of it, with numpy alone."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, lgamma, log, log1p, pi

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


def t_quantile(probability: float, dof: float) -> float:
    """The value of T with `probability` (between 0 and 1) below it, for any `dof` above 0, by bisection."""
    if not 0 < probability < 1 or dof <= 0:
        raise ValueError("a probability lies between 0 and 1, degrees of freedom above 0")
    if probability < 0.5:
        return -t_quantile(1 - probability, dof)
    low, high = 0.0, 1.0
    while _t_below(high, dof) < probability:
        low, high = high, high * 2
    for _step in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if _t_below(middle, dof) < probability else (low, middle)
    return (low + high) / 2


def _t_below(t: float, dof: float) -> float:
    """P(T <= t) for t >= 0 and any dof, by the incomplete beta function."""
    return 1 - 0.5 * _beta_share(dof / (dof + t * t), dof / 2, 0.5)


def _beta_share(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function by its continued fraction (Abramowitz & Stegun 26.5.8)."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - _beta_share(1 - x, b, a)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)) / a
    tiny = 1e-300
    c, d = 1.0, 1 / max(1 - (a + b) * x / (a + 1), tiny)
    total = d
    for m in range(1, 500):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1 / (1 + term * d or tiny)
            c = 1 + term / c or tiny
            step = c * d
            total *= step
        if abs(step - 1) < 1e-15:
            break
    return front * total


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
