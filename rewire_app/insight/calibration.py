"""How likely guesses seemed, and how often what was guessed came: bins, what fits each, and the total.

A guess has a chance of 0 to 100 percent and an answer: it came, or it did not. The range of a bin is the
interval of Wilson (1927) for a share. The total is set against the distribution it would have if every guess
came as often as was said: its mean is the sum of p, its variance the sum of p(1 - p). It is assumed that each
comes or not whatever the others do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

import numpy as np
from numpy.typing import NDArray

WIDTH = 20
"""Points of percent in a bin; the last one has 100 in it too."""
MIN_GUESSES = 10
"""With fewer answered guesses nothing is drawn or said: chance alone can make any shape of them."""
MIN_IN_BIN = 3
"""A bin with fewer has no mark."""
Z = 1.959963984540054
"""Standard deviations that hold 95 percent of a normal distribution."""
TAIL = 0.025
"""The share left out at either end of the totals that fit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredGuess:
    """One guess: its `chance` in percent, and whether it `came`."""

    chance: int
    came: bool


class GuessStanding(StrEnum):
    """What came, set against what the guesses add up to."""

    LESS = "less"
    ABOUT = "about"
    MORE = "more"


@dataclass(frozen=True, slots=True, kw_only=True)
class GuessBin:
    """Guesses from `low` percent to below `high`: how many there are, and how many came.

    `mean`: of their chances, in percent. `fits`: the shares from and to that fit so few, 0 to 1. Without
    guesses these two are None.
    """

    low: int
    high: int
    count: int
    came: int
    mean: float | None
    fits: tuple[float, float] | None

    @property
    def drawn(self) -> bool:
        """Whether there are enough for a mark."""
        return self.count >= MIN_IN_BIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """All guesses of one sort: how many, how many came, and how many the guesses add up to.

    `least`, `most`: from where to where 95 of 100 totals lie if every guess is right about its chance.
    `standing` is None with fewer than 10 guesses.
    """

    count: int
    came: int
    expected: float
    least: int
    most: int
    standing: GuessStanding | None
    bins: tuple[GuessBin, ...]


def calibrate(guesses: Sequence[AnsweredGuess]) -> Calibration:
    """The calibration of `guesses`, in any order; raises ValueError for a chance outside 0 to 100."""
    if any(not 0 <= one.chance <= 100 for one in guesses):
        raise ValueError("a chance lies between 0 and 100 percent")
    came = sum(one.came for one in guesses)
    least, most = totals_that_fit([one.chance for one in guesses])
    standing = None
    if len(guesses) >= MIN_GUESSES:
        standing = (
            GuessStanding.LESS if came < least else GuessStanding.MORE if came > most else GuessStanding.ABOUT
        )
    return Calibration(
        count=len(guesses),
        came=came,
        expected=sum(one.chance for one in guesses) / 100,
        least=least,
        most=most,
        standing=standing,
        bins=tuple(_bin(low, guesses) for low in range(0, 100, WIDTH)),
    )


def _bin(low: int, guesses: Sequence[AnsweredGuess]) -> GuessBin:
    last = 100 - WIDTH
    inside = [one for one in guesses if min(one.chance // WIDTH * WIDTH, last) == low]
    came = sum(one.came for one in inside)
    count = len(inside)
    return GuessBin(
        low=low,
        high=low + WIDTH,
        count=count,
        came=came,
        mean=sum(one.chance for one in inside) / count if count else None,
        fits=wilson(came, count) if count else None,
    )


def wilson(came: int, count: int) -> tuple[float, float]:
    """The 95 percent interval of Wilson for the share `came` of `count`, 0 to 1."""
    if not 0 <= came <= count or not count:
        raise ValueError("some of at least one")
    middle = (came + Z**2 / 2) / (count + Z**2)
    half = Z / (count + Z**2) * sqrt(came * (count - came) / count + Z**2 / 4)
    low = 0.0 if came == 0 else max(0.0, middle - half)
    return low, 1.0 if came == count else min(1.0, middle + half)


def totals_that_fit(chances: Sequence[int]) -> tuple[int, int]:
    """The least and the greatest total that are no surprise: at either end at most 2.5 percent lie beyond."""
    shares = _shares_of_totals(chances)
    below = np.cumsum(shares)
    above = np.cumsum(shares[::-1])[::-1]
    fitting = np.flatnonzero((below > TAIL) & (above > TAIL))
    return int(fitting[0]), int(fitting[-1])


def _shares_of_totals(chances: Sequence[int]) -> NDArray[np.float64]:
    """How likely each total from 0 to all of them is, one guess after the other."""
    shares = np.ones(1)
    for chance in chances:
        p = chance / 100
        shares = np.append(shares * (1 - p), 0.0) + np.append(0.0, shares * p)
    return shares
