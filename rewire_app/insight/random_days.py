"""A fair test by days: in every pair of days a coin says which is A, and redrawn coins say what chance does.

Sees what acts the same day. What builds up over weeks, or carries over into the next day, it cannot see.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray

from rewire_app.insight.contrast import Contrast, Difference, checked_days, comparable, compare, contrast
from rewire_app.insight.regression import Floats

DAYS = 56
PAIRS = DAYS // 2
REDRAWS = 1999
_MASK = np.uint64(0xFFFFFFFF)


def draw_days(below: Callable[[int], int]) -> str:
    """56 letters, each pair "AB" or "BA" as `below(2)` falls."""
    return "".join(("AB", "BA")[below(2)] for _pair in range(PAIRS))


def compare_days(
    options: ArrayLike, ratings: ArrayLike, *, redraws: int = REDRAWS, seed: int = 0
) -> Difference:
    """A less B from one value a day: `options` 1 for A, 0 for B, one of each in every pair of days.

    `ratings`: 0 to 10, NaN where not rated. The coins are drawn anew `redraws` times from a generator that
    `seed` starts, so the same days always give the same numbers. Raises ValueError for any other order,
    length or rating.
    """
    drawn, rated = checked_days(options, ratings)
    if len(drawn) % 2 or (drawn[::2] + drawn[1::2] != 1).any():
        raise ValueError("days come in pairs with one of each option")
    if redraws < 1:
        raise ValueError("at least one redraw is needed")
    if not comparable(drawn, rated):
        return Difference()
    return compare(with_coins(drawn, rated, redraws, seed))


def with_coins(options: Floats, ratings: Floats, redraws: int, seed: int) -> Contrast:
    """The rated evenings beside what was drawn and `redraws` further drawings of its coins."""
    others = redrawn(len(options) // 2, redraws, seed)
    return contrast(options, ratings, np.column_stack([options, others]))


def redrawn(pairs: int, redraws: int, seed: int) -> Floats:
    """Options (days, redraws) of `pairs` fresh coins a redraw, one after the other."""
    first = heads(seed, pairs * redraws).reshape(redraws, pairs).astype(np.float64)
    return np.stack([first, 1 - first], axis=2).reshape(redraws, 2 * pairs).T


def heads(seed: int, count: int) -> NDArray[np.bool_]:
    """`count` coins of the generator mulberry32 (T. Ettinger, 2017): whether A comes first."""
    state = (
        np.uint64(seed % 2**32) + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x6D2B79F5)
    ) & _MASK
    mixed = (state ^ (state >> np.uint64(15))) * (state | np.uint64(1)) & _MASK
    mixed ^= (mixed + ((mixed ^ (mixed >> np.uint64(7))) * (mixed | np.uint64(61)) & _MASK)) & _MASK
    return np.asarray((mixed ^ (mixed >> np.uint64(14))) < np.uint64(2**31))
