"""The normal distribution with numpy and the standard library alone: its tail, and mixtures of normals."""

from __future__ import annotations

from dataclasses import dataclass
from math import erfc, log, pi, sqrt
from typing import cast

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

FAR = 6.0
"""Standard deviations from which the tail follows its series."""
_STEPS = 100
_erfc = np.frompyfunc(erfc, 1, 1)


def above(values: Floats) -> Floats:
    """P(Z > value), elementwise."""
    return 0.5 * np.asarray(_erfc(values / sqrt(2)), dtype=np.float64)


def log_above(values: Floats) -> Floats:
    """ln P(Z > value), elementwise, also where the probability itself is too small for a number."""
    far = values > FAR
    near = np.log(above(np.where(far, 0.0, values)))
    at = np.where(far, values, FAR)
    series = np.log(1 - at**-2 + 3 * at**-4)
    return np.where(far, -(at**2) / 2 - np.log(at) - 0.5 * log(2 * pi) + series, near)


def hazard(values: Floats, log_tail: Floats) -> Floats:
    """The density at each value over P(Z > value); `log_tail` is `log_above` of the same values."""
    return cast(Floats, np.exp(-(values**2) / 2 - 0.5 * log(2 * pi) - log_tail))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NormalMixture:
    """Weighted normals, one mixture for each quantity.

    `weights` have the shape (components,) and add up to 1; `centres` and `scales` (quantities, components).
    """

    weights: Floats
    centres: Floats
    scales: Floats

    def mean(self) -> Floats:
        """The mean of each quantity."""
        return self.centres @ self.weights

    def quantile(self, probability: float) -> Floats:
        """The value with `probability` below it, for each quantity: Newton steps kept inside a bracket."""
        low = (self.centres - 9 * self.scales).min(axis=1)
        high = (self.centres + 9 * self.scales).max(axis=1)
        value = self.mean()
        for _step in range(_STEPS):
            at = (value[:, None] - self.centres) / self.scales
            gap = above(-at) @ self.weights - probability
            low, high = np.where(gap < 0, value, low), np.where(gap < 0, high, value)
            density = (np.exp(-(at**2) / 2) / (self.scales * sqrt(2 * pi))) @ self.weights
            newton = value - gap / np.maximum(density, 1e-300)
            ahead = np.where((newton > low) & (newton < high), newton, (low + high) / 2)
            moved = np.abs(ahead - value).max()
            value = ahead
            if moved < 1e-10:
                break
        return value
