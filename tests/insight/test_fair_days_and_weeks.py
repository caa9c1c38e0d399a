"""Fair tests by days and by weeks give the worked numbers; no other design is compared."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from scipy.linalg import solve_triangular, toeplitz

from rewire_app.insight.contrast import Difference, contrast, standard_structures
from rewire_app.insight.random_days import compare_days, draw_days, heads, redrawn, with_coins
from rewire_app.insight.random_weeks import ORDERS, compare_weeks, compare_weeks_daily
from tests.insight.conftest import as_days

FIXTURES = Path(__file__).parent.parent / "data" / "statistics_fixtures_2.json"
NAN = float("nan")
ZERO = np.zeros(1)
NOTHING = Difference()
EXACT = 1e-4


@pytest.fixture(scope="module")
def second():
    return json.loads(FIXTURES.read_text(encoding="utf-8"))


def letters(order, each=1):
    return np.repeat([float(letter == "A") for letter in order], each)


# worked numbers


def test_the_worked_days_are_found(second):
    case = second["fair_days"]
    options, ratings = letters(case["a"]), as_days(case["y"])
    found = compare_days(options, ratings, redraws=case["redraws"], seed=case["redraw_seed"])
    assert found.difference == pytest.approx(case["estimate"], abs=EXACT)
    assert (found.low, found.high) == pytest.approx((case["lo"], case["hi"]), abs=EXACT)
    assert found.p == pytest.approx(case["p"], abs=1e-9)
    assert found.clear


def test_the_worked_statistics_under_single_structures_are_found(second):
    case = second["fair_days"]
    whole = with_coins(letters(case["a"]), as_days(case["y"]), case["redraws"], case["redraw_seed"])
    at = np.array([0.0, -1.0])
    assert whole.structures(at).tolist() == [case["structure"]["index"], case["structure_at_minus1"]]
    grid = standard_structures()
    chosen = case["structure"]["index"]
    assert (grid.phi[chosen], grid.lam[chosen]) == (case["structure"]["phi"], case["structure"]["lam"])
    told = [whole.statistic(each, at, whole.option[:, None])[:, 0] for each in (chosen, 0, 8)]
    assert told[0] == pytest.approx([case["T"], case["T_at_minus1"]], abs=EXACT)
    assert told[1][0] == pytest.approx(case["T_white"], abs=EXACT)
    assert told[2][0] == pytest.approx(case["T_phi85_lam50"], abs=EXACT)
    assert whole.p(at) == pytest.approx([case["p"], case["p_at_minus1"]], abs=1e-9)


def test_the_worked_coins_fall_as_written(second):
    case = second["fair_days"]
    coins = heads(case["coin_seed"], 28)
    assert "".join("AB" if first else "BA" for first in coins) == case["a"]
    first = redrawn(28, case["redraws"], case["redraw_seed"])[:, 0]
    assert "".join("A" if one else "B" for one in first) == case["first_redraw"]


def test_other_coins_move_p_no_further_than_told(second):
    case = second["fair_days"]
    options, ratings = letters(case["a"]), as_days(case["y"])
    low, high = case["p_other_redraws_min_max"]
    for seed in range(5):
        found = with_coins(options, ratings, case["redraws"], seed).p(ZERO)[0]
        assert low - 0.003 <= found <= high + 0.003


def test_all_coins_of_eight_pairs_give_the_exact_p(second):
    case = second["fair_days_exact_small"]
    coins = np.array(list(product((0.0, 1.0), repeat=8)))
    drawings = np.stack([coins, 1 - coins], axis=2).reshape(len(coins), 16).T
    whole = contrast(letters(case["a"]), as_days(case["y"]), drawings)
    assert drawings.shape[1] == case["assignments"]
    assert whole.structures(ZERO)[0] == case["structure_index"]
    assert whole.statistic(0, ZERO, whole.option[:, None])[0, 0] == pytest.approx(case["T"], abs=EXACT)
    assert whole.p(ZERO)[0] == pytest.approx(case["p"], abs=1e-6)
    assert whole.estimate() == pytest.approx(case["estimate"], abs=EXACT)


def test_the_worked_weeks_are_found(second):
    case = second["fair_weeks"]
    found = compare_weeks_daily(letters(case["order"], 7), as_days(case["y"]))
    assert found.difference == pytest.approx(case["estimate"], abs=EXACT)
    assert (found.low, found.high) == pytest.approx((case["lo"], case["hi"]), abs=EXACT)
    assert found.p == pytest.approx(case["p"], abs=1e-6)
    assert found.p == case["as_far"] / 70


# an independent computation, with dense matrices


def dense(days, phi, lam):
    column = (
        (1 - lam) * phi ** np.arange(days[-1] - days[0] + 1.0) if phi else np.eye(days[-1] - days[0] + 1)[0]
    )
    whole = toeplitz(column) + (lam if phi else 0) * np.eye(len(column))
    rows = days - days[0]
    return np.linalg.cholesky(whole[np.ix_(rows, rows)])


def best_root(days, z):
    """The Cholesky factor of the structure that fits `z` best."""
    pairs = [(0, 0), *product((0.5, 0.7, 0.85, 0.95), (0.25, 0.5, 0.75))]
    roots = [dense(days, *pair) for pair in pairs]
    fits = [
        2 * np.log(np.diag(root)).sum() + len(z) * np.log(np.sum(solve_triangular(root, z, lower=True) ** 2))
        for root in roots
    ]
    return roots[int(np.argmin(fits))]


def independent_p(options, ratings, others, difference=0.0):
    days = np.flatnonzero(~np.isnan(ratings))
    y = ratings[days] - difference * (options[days] - 0.5)
    z = y - np.polyval(np.polyfit(days, y, 1), days)
    root = best_root(days, z)
    e = solve_triangular(root, z, lower=True)

    def far(each):
        w = solve_triangular(root, each[days] - 0.5, lower=True)
        return abs(e @ w) / np.linalg.norm(w)

    return np.mean([far(each) >= far(options) - 1e-9 for each in others])


def someone(seed, options, difference):
    rng = np.random.default_rng([11, seed])
    slow = np.zeros(56)
    for day in range(1, 56):
        slow[day] = 0.85 * slow[day - 1] + rng.normal() / 2
    ratings = np.clip(np.round(5 + slow + rng.normal(size=56) + difference * (options - 0.5)), 0, 10)
    ratings[rng.random(56) < 0.25] = NAN
    return ratings


@pytest.mark.parametrize("seed", range(6))
def test_days_agree_with_dense_algebra(seed):
    options = redrawn(28, 1, 500 + seed)[:, 0]
    ratings = someone(seed, options, difference=seed / 3)
    found = compare_days(options, ratings, redraws=199, seed=seed)
    others = [options, *redrawn(28, 199, seed).T]
    assert found.p == pytest.approx(independent_p(options, ratings, others), abs=1e-12)
    for inside in (found.low, found.high):
        assert independent_p(options, ratings, others, inside) >= 0.05
    for outside in (found.low - 0.05, found.high + 0.05):
        assert independent_p(options, ratings, others, outside) < 0.05
    assert found.low <= found.difference <= found.high


@pytest.mark.parametrize("seed", range(6))
def test_weeks_agree_with_dense_algebra(seed):
    options = letters(ORDERS[11 * seed], 7)
    ratings = someone(seed, options, difference=seed)
    found = compare_weeks_daily(options, ratings)
    others = [letters(order, 7) for order in ORDERS]
    assert found.p == pytest.approx(independent_p(options, ratings, others), abs=1e-12)
    assert found.p * 70 == pytest.approx(round(found.p * 70))
    assert independent_p(options, ratings, others, found.low) >= 0.05
    assert found.low <= found.difference <= found.high


def test_the_estimate_finds_a_large_difference_and_its_side():
    options = redrawn(28, 1, 3)[:, 0]
    ratings = someone(0, options, difference=-3.0)
    found = compare_days(options, ratings)
    assert found.difference == pytest.approx(-3.0, abs=0.8)
    turned = compare_days(1 - options, ratings)
    assert turned.difference == pytest.approx(-found.difference)
    assert turned.p == found.p


def test_the_same_seed_gives_the_same_p_and_the_order_of_numbers_does_not_matter():
    options = redrawn(28, 1, 4)[:, 0]
    ratings = someone(4, options, difference=0.5)
    assert compare_days(options, ratings, seed=9) == compare_days(options, ratings, seed=9)
    assert compare_days(options, ratings, seed=9).p == compare_days(options.tolist(), list(ratings), seed=9).p


# what has no answer, and what is refused


def days_known(count_a, count_b):
    """A test by days with so many rated evenings of each option."""
    options = np.tile([1.0, 0.0], 28)
    ratings = np.full(56, NAN)
    ratings[np.flatnonzero(options == 1)[:count_a]] = 4 + np.arange(count_a) % 3
    ratings[np.flatnonzero(options == 0)[:count_b]] = 5 + np.arange(count_b) % 3
    return options, ratings


@pytest.mark.parametrize(("of_a", "of_b", "answered"), [(14, 6, True), (13, 6, False), (15, 5, False)])
def test_an_answer_needs_twenty_evenings_and_six_of_each(of_a, of_b, answered):
    found = compare_days(*days_known(of_a, of_b), redraws=99)
    assert (found == NOTHING) is not answered
    by_weeks = letters("ABABABAB", 7)
    ratings = np.full(56, NAN)
    for option, count in ((1, of_a), (0, of_b)):
        ratings[np.flatnonzero(by_weeks == option)[:count]] = 4 + np.arange(count) % 3
    assert (compare_weeks_daily(by_weeks, ratings) == NOTHING) is not answered


def test_evenings_that_are_all_the_same_say_nothing():
    assert compare_days(np.tile([1.0, 0.0], 28), np.full(56, 5.0)) == NOTHING
    assert compare_weeks_daily(letters("AABBABAB", 7), np.full(56, 5.0)) == NOTHING


def test_a_difference_is_clear_only_where_none_does_not_fit():
    assert Difference(difference=1.66, low=0.2, high=2.1, p=2 / 70).clear
    assert not Difference(difference=1.66, low=-1.5, high=2.1, p=2 / 70).clear
    assert not Difference(difference=1.66, low=0.2, high=2.1, p=0.05).clear
    assert not NOTHING.clear


def test_no_rated_evening_says_nothing():
    assert compare_days(np.tile([1.0, 0.0], 28), np.full(56, NAN)) == NOTHING
    assert compare_days([], []) == NOTHING


def test_evenings_that_differ_by_the_option_alone_are_clear():
    options = redrawn(28, 1, 8)[:, 0]
    found = compare_days(options, 4 + 2 * options)
    assert (found.difference, found.low, found.high) == pytest.approx((2.0, 2.0, 2.0))
    assert found.p == pytest.approx(1 / 2000)


PAIRED = np.tile([1.0, 0.0], 28)


@pytest.mark.parametrize(
    ("options", "ratings"),
    [
        (PAIRED[:55], np.full(55, 5.0)),
        (PAIRED, np.full(54, 5.0)),
        (np.tile([1.0, 1.0, 0.0, 0.0], 14), np.full(56, 5.0)),
        (PAIRED * 2, np.full(56, 5.0)),
        (np.where(PAIRED == 1, NAN, PAIRED), np.full(56, 5.0)),
        (PAIRED, np.full(56, 10.5)),
        (PAIRED, np.full(56, -1.0)),
        (PAIRED, np.full(56, float("inf"))),
        (PAIRED.reshape(2, 28), np.full((2, 28), 5.0)),
    ],
    ids=["odd", "lengths", "pair", "other numbers", "unknown", "above", "below", "infinite", "shape"],
)
def test_days_refuse_another_design(options, ratings):
    with pytest.raises(ValueError, match=r"day|rating|pair"):
        compare_days(options, ratings)


def test_days_refuse_to_redraw_nothing():
    with pytest.raises(ValueError, match="redraw"):
        compare_days(PAIRED, np.full(56, 5.0), redraws=0)


@pytest.mark.parametrize(
    ("options", "ratings"),
    [
        (letters("AAAAABBB", 7), np.full(56, 5.0)),
        (letters("ABABABA", 7), np.full(49, 5.0)),
        (PAIRED, np.full(56, 5.0)),
        (letters("ABABABAB", 7), np.full(56, 11.0)),
        (letters("ABABABAB", 7), np.full(56, float("-inf"))),
        ([], []),
    ],
    ids=["five", "short", "within a week", "above", "infinite", "empty"],
)
def test_weeks_refuse_another_design(options, ratings):
    with pytest.raises(ValueError, match=r"week|rating"):
        compare_weeks_daily(options, ratings)


@pytest.mark.parametrize("endless", [float("inf"), float("-inf")])
def test_an_endless_weekly_mean_is_refused(endless):
    with pytest.raises(ValueError, match="finite"):
        compare_weeks("ABABABAB", [1, 2, 3, endless, 5, 6, 7, 8])


def test_drawn_days_have_one_of_each_in_every_pair():
    coins = iter([0, 1] * 14)
    order = draw_days(lambda below: next(coins) % below)
    assert order == "ABBA" * 14
