"""Why consistency is what it is, day by day, and what one more practice would do to it.

Works on `consistency`'s own numbers, by leaving one day out or putting one in, so that it cannot disagree
with them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from rewire_app.insight.consistency import HALF_LIFE, WINDOW, share_of_plan, strength

Floats = np.ndarray


@dataclass(frozen=True, slots=True, kw_only=True)
class Contributions:
    """What the last days hold up, in points of 100; tuples run from the earliest day to the last.

    share_days: what each of the last 14 days adds to the share of plan: how much lower it would be without
    that day's practice. strength_weeks: how much of today's strength was built in each of the last 8
    stretches of 7 active days (earlier ones in the first). share_next, strength_next: both numbers on the
    next day if there is practice on it; share_rest, strength_rest: if there is none. NaN where not shown.
    """

    share_days: tuple[float, ...]
    strength_weeks: tuple[float, ...]
    share_next: float
    share_rest: float
    strength_next: float
    strength_rest: float


def contributions(
    practised: ArrayLike, per_week: ArrayLike, paused: ArrayLike | None = None
) -> Contributions:
    """From `share_of_plan`'s arguments; the last value is today."""
    done = np.asarray(practised, dtype=np.float64)
    plan = np.broadcast_to(np.asarray(per_week, dtype=np.float64), done.shape)
    rest = np.zeros(len(done)) if paused is None else np.asarray(paused, dtype=np.float64)
    nan = float("nan")
    if not len(done):
        return Contributions(
            share_days=(),
            strength_weeks=(),
            share_next=nan,
            share_rest=nan,
            strength_next=nan,
            strength_rest=nan,
        )
    ahead = [_tomorrow(done, plan, value) for value in (1.0, 0.0)]
    free = np.append(rest, 0.0)
    shares = [float(share_of_plan(*each, free)[-1]) for each in ahead]
    strengths = [float(strength(*each, free)[-1]) for each in ahead]
    return Contributions(
        share_days=_share_days(done, plan, rest),
        strength_weeks=_strength_weeks(done, plan, rest),
        share_next=shares[0],
        share_rest=shares[1],
        strength_next=strengths[0],
        strength_rest=strengths[1],
    )


def _tomorrow(done: Floats, plan: Floats, value: float) -> tuple[Floats, Floats]:
    """Both series with one more day under today's plan."""
    return np.append(done, value), np.append(plan, plan[-1])


def _share_days(done: Floats, plan: Floats, rest: Floats) -> tuple[float, ...]:
    whole = share_of_plan(done, plan, rest)[-1]
    found = []
    for day in range(max(0, len(done) - WINDOW), len(done)):
        without = done.copy()
        without[day] = 0.0 if done[day] > 0 else done[day]
        found.append(float(whole - share_of_plan(without, plan, rest)[-1]))
    return tuple(found)


def _strength_weeks(done: Floats, plan: Floats, rest: Floats, weeks: int = 8) -> tuple[float, ...]:
    """Today's strength less what is left of the strength before, stretch by stretch."""
    grown = strength(done, plan, rest)
    active = ~np.isnan(done) & (np.nan_to_num(rest) == 0) & (np.nan_to_num(plan) > 0)
    days = np.flatnonzero(active)
    if not len(days):
        return ()
    ages = np.arange(len(days))[::-1]
    keep = 0.5 ** (1 / HALF_LIFE)
    levels = grown[days]
    before = np.concatenate([[0.0], levels[:-1]])
    added = (levels - keep * before) * keep**ages
    stretch = np.minimum(ages // 7, weeks - 1)
    sums = np.bincount(stretch, weights=added)
    return tuple(sums[::-1].tolist())
