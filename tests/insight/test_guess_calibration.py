"""What guesses add up to agrees with published intervals, with every outcome counted out, and with itself."""

from __future__ import annotations

from itertools import product
from math import prod, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import optimize, stats

from rewire_app.insight.calibration import (
    MIN_GUESSES,
    MIN_IN_BIN,
    AnsweredGuess,
    GuessStanding,
    calibrate,
    totals_that_fit,
    wilson,
)

GUESSES = st.lists(st.builds(AnsweredGuess, chance=st.integers(0, 100), came=st.booleans()), max_size=60)


def book(*bins: tuple[int, int, int]) -> list[AnsweredGuess]:
    """So many of `count` guesses at a chance came."""
    return [
        AnsweredGuess(chance=chance, came=number < came)
        for chance, came, count in bins
        for number in range(count)
    ]


FEARED = book((10, 1, 7), (30, 2, 8), (50, 3, 9), (70, 3, 8), (90, 3, 6))
"""Things somebody feared, most of which did not come."""


@pytest.mark.parametrize(
    ("came", "count", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_interval_is_the_one_of_newcombe_1998(came: int, count: int, low: float, high: float) -> None:
    assert wilson(came, count) == pytest.approx((low, high), abs=0.00005)


@pytest.mark.parametrize(("came", "count"), [(1, 3), (3, 7), (6, 8), (40, 90)])
def test_at_the_ends_of_the_interval_the_share_is_just_no_surprise(came: int, count: int) -> None:
    def surprise(p: float) -> float:
        return abs(came / count - p) - stats.norm.ppf(0.975) * sqrt(p * (1 - p) / count)

    ends = [optimize.brentq(surprise, 1e-9, came / count), optimize.brentq(surprise, came / count, 1 - 1e-9)]
    assert wilson(came, count) == pytest.approx(ends, abs=1e-6)


@given(st.lists(st.integers(0, 100), max_size=9))
def test_the_totals_that_fit_are_those_of_all_outcomes_counted_out(chances: list[int]) -> None:
    likely = [0.0] * (len(chances) + 1)
    for outcome in product((False, True), repeat=len(chances)):
        likely[sum(outcome)] += prod(
            c / 100 if came else 1 - c / 100 for c, came in zip(chances, outcome, strict=True)
        )
    fits = [k for k in range(len(likely)) if sum(likely[: k + 1]) > 0.025 and sum(likely[k:]) > 0.025]
    assert totals_that_fit(chances) == (fits[0], fits[-1])


def test_alike_guesses_add_up_as_a_binomial_does() -> None:
    for chance, count in ((50, 40), (80, 120), (5, 300)):
        wanted = stats.binom.ppf([0.0250001, 0.9749999], count, chance / 100)
        assert totals_that_fit([chance] * count) == tuple(wanted)


def test_of_38_things_12_came_where_about_19_were_guessed() -> None:
    found = calibrate(FEARED)
    assert (found.count, found.came, found.standing) == (38, 12, GuessStanding.LESS)
    assert found.expected == pytest.approx(18.6)
    variance = 7 * 0.09 + 8 * 0.21 + 9 * 0.25 + 8 * 0.21 + 6 * 0.09
    for end in (found.least, found.most):  # within one of the ends by the normal distribution
        assert abs(abs(end - 18.6) - 1.96 * sqrt(variance)) < 1
    assert [(one.came, one.count) for one in found.bins] == [(1, 7), (2, 8), (3, 9), (3, 8), (3, 6)]


def test_what_is_between_the_ends_is_about_as_guessed() -> None:
    def standing(came: int) -> GuessStanding | None:
        return calibrate(book((50, came, 10))).standing

    told = [standing(came) for came in (1, 2, 8, 9)]
    assert told == [GuessStanding.LESS, GuessStanding.ABOUT, GuessStanding.ABOUT, GuessStanding.MORE]


def test_with_fewer_than_ten_nothing_is_said() -> None:
    assert calibrate(book((90, 0, MIN_GUESSES - 1))).standing is None
    assert calibrate(book((90, 0, MIN_GUESSES))).standing is GuessStanding.LESS


def test_a_bin_needs_three_and_holds_its_lower_end() -> None:
    found = calibrate(book((20, 1, MIN_IN_BIN), (39, 0, 1), (40, 0, 2), (100, 2, 3)))
    assert [(one.low, one.count, one.drawn) for one in found.bins] == [
        (0, 0, False), (20, 4, True), (40, 2, False), (60, 0, False), (80, 3, True),
    ]  # fmt: skip
    assert found.bins[1].mean == pytest.approx(24.75)
    assert (found.bins[0].mean, found.bins[0].fits) == (None, None)


@given(GUESSES)
def test_every_guess_is_in_one_bin_and_counts_once(guesses: list[AnsweredGuess]) -> None:
    found = calibrate(guesses)
    assert sum(one.count for one in found.bins) == found.count == len(guesses)
    assert sum(one.came for one in found.bins) == found.came
    assert 0 <= found.least <= round(found.expected) <= found.most <= len(guesses)
    for one in found.bins:
        if one.fits is not None and one.mean is not None:
            low, high = one.fits
            assert 0 <= low <= one.came / one.count <= high <= 1
            assert one.low <= one.mean <= one.high
    assert calibrate(guesses[::-1]) == found


def test_somebody_who_guesses_rightly_is_seldom_told_otherwise() -> None:
    rng = np.random.default_rng(7)
    chances = rng.integers(0, 101, (2000, 25))
    came = rng.random(chances.shape) < chances / 100
    outside = 0
    for row, fell in zip(chances.tolist(), came.sum(axis=1).tolist(), strict=True):
        least, most = totals_that_fit(row)
        outside += not least <= fell <= most
    assert outside / 2000 < 0.05


def test_a_chance_outside_0_to_100_is_refused() -> None:
    with pytest.raises(ValueError, match="percent"):
        calibrate([AnsweredGuess(chance=101, came=True)])
