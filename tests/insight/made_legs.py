"""Legs of a look with given coefficients and p, for tests of the rules."""

from __future__ import annotations

from scipy import stats

from rewire_app.insight.enough import Enough
from rewire_app.insight.legs import Legs
from rewire_app.insight.regression import Estimate, NoEstimate, refused

PLENTY = Enough(rated_days=64, span_days=84, spread=1.8, tilt=0.1, drift=0.2)


def leg(slope: float, p: float) -> Estimate:
    """An estimate with normal intervals."""
    error = abs(slope) / float(stats.norm.isf(p / 2))
    return Estimate(
        slope=slope,
        low=slope - 1.96 * error,
        high=slope + 1.96 * error,
        rated_days=64,
        p=p,
        phi_mean=0.5,
        variance=error**2,
        independent_days=30.0,
    )


def unchecked() -> Estimate:
    return refused(NoEstimate.STRESS_OR_SLEEP_MISSING, 9)


SURE, GOOD, SOME, NONE = 0.0001, 0.002, 0.02, 0.4
"""p: well below both levels, below "say", between "say" and "keep", above both."""


def legs_of(
    slope: float,
    p: float,
    *,
    today: float | tuple[float, float] = SURE,
    evening: tuple[float, float] = (0.1, 0.9),
    adjusted: float | tuple[float, float] | None = SURE,
    ahead: float = 0.5,
) -> Legs:
    """All four legs: a number is the p of a leg with the slope of the link; None is one not worked out."""

    def same(given: float | tuple[float, float]) -> Estimate:
        return leg(*given) if isinstance(given, tuple) else leg(slope, given)

    return Legs(
        link=leg(slope, p),
        today=same(today),
        evening=leg(*evening),
        adjusted=unchecked() if adjusted is None else same(adjusted),
        ahead=leg(0.1, ahead),
    )
