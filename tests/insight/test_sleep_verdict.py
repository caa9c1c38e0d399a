"""The rules about sleep and the day after at their edges, their words, and the link they rest on."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from rewire_app.insight.enough import measure_enough
from rewire_app.insight.findings import Certainty
from rewire_app.insight.legs import ComparedDays
from rewire_app.insight.link import estimate_sleep, estimate_sleep_adjusted
from rewire_app.insight.questions import SLEEP
from rewire_app.insight.regression import NoEstimate
from rewire_app.insight.rules import Case
from rewire_app.insight.verdict import judge_sleep, not_enough, waiting
from tests.insight.made_legs import PLENTY


def nights(days: int, slope: float = 0.0, *, seed: int = 5, missing: float = 0.0, noise: float = 1.0):
    """Hours that vary by an hour, ratings that answer to them, and stress that has nothing to do with it."""
    rng = np.random.default_rng(seed)
    hours = 7 + rng.normal(0, 1, days)
    y = 5 + slope * (hours - 7) + rng.normal(0, noise, days)
    y[rng.random(days) < missing] = np.nan
    return hours, y, rng.integers(2, 8, days).astype(float)


@pytest.mark.parametrize(
    ("both", "span", "met"),
    [(42, 56, True), (41, 56, False), (42, 55, False), (42, 105, True), (42, 106, False)],
)
def test_the_minimum_counts_days_with_both_a_night_and_a_rating(both, span, met):
    hours, y, _stress = nights(span)
    keep = np.unique(np.round(np.linspace(0, span - 1, both)).astype(int))
    rest = np.setdiff1d(np.arange(span), keep)
    hours[rest[::2]] = np.nan  # a rating without a night
    y[rest[1::2]] = np.nan  # a night without a rating
    enough = measure_enough(ComparedDays(amounts=hours, reactivity=y), SLEEP)
    assert (enough.rated_days, enough.span_days, enough.days_met) == (both, span, met)
    assert (judge_sleep(hours, y).case is Case.NOT_ENOUGH) is not met


def test_nothing_noted_is_not_enough_and_says_what_is_missing():
    verdict = judge_sleep([np.nan] * 9, [5.0] * 9)
    assert verdict.case is Case.NOT_ENOUGH
    assert verdict.sentence == (
        "Not enough days yet to say anything fair. You have 0 days with a night and a rating; 42 are needed, "
        "over at least eight weeks."
    )
    assert judge_sleep([], []).step is Certainty.TOO_EARLY


@pytest.mark.parametrize(
    ("rated", "span", "sentence"),
    [
        (1, 1, "You have 1 day with a night and a rating; 42 are needed, over at least eight weeks."),
        (
            50,
            55,
            "You have 50 such days over 55 days; they need to reach over at least eight weeks, which is 1 "
            "day more.",
        ),
        (
            60,
            180,
            "Of the last 180 days 60 have a night and a rating; at least 4 of 10 are needed, which is "
            "72 days.",
        ),
    ],
)
def test_exactly_what_is_missing_is_said(rated, span, sentence):
    enough = replace(PLENTY, rated_days=rated, span_days=span)
    assert not_enough(enough, SLEEP).missing == (sentence,)


def test_even_nights_cannot_show_anything():
    hours, y, stress = nights(90)
    even = 7 + (hours - hours.mean()) / hours.std(ddof=1) * 0.49
    assert judge_sleep(even, y, stress).case is Case.TOO_EVEN
    uneven = 7 + (hours - hours.mean()) / hours.std(ddof=1) * 0.51
    assert judge_sleep(uneven, y, stress).case is not Case.TOO_EVEN


def test_the_same_rating_every_day_is_said_so():
    hours, _y, _stress = nights(90)
    verdict = judge_sleep(hours, np.full(90, 5.0))
    assert verdict.sentence.startswith("You rated reactivity the same every day")


def test_a_link_that_is_there_is_found_with_its_size():
    hours, y, stress = nights(170, -1.0)
    verdict = judge_sleep(hours, y, stress)
    assert (verdict.case, verdict.step) == (Case.LOWER, Certainty.STRONG)
    assert verdict.link == estimate_sleep(hours, y)
    assert verdict.link.slope == pytest.approx(-1.0, abs=0.25)
    assert "longer nights go with lower reactivity the day after. It holds" in verdict.sentence
    assert verdict.worked_out.numbers[0].startswith("One more hour asleep: ")
    assert verdict.worked_out.numbers[1].startswith("With stress taken into account:")


def test_a_link_that_stress_explains_is_not_said_to_be_about_sleep():
    rng = np.random.default_rng(2)
    stress = np.clip(5 + rng.normal(0, 2, 170), 0, 10)
    hours = 7 - 0.5 * (stress - 5) + rng.normal(0, 0.3, 170)
    y = 5 + 0.9 * (stress - 5) + rng.normal(0, 0.3, 170)
    verdict = judge_sleep(hours, y, stress)
    assert verdict.step < Certainty.STRONG
    assert verdict.case in {Case.TORN, Case.LOWER}
    assert ("It may be about stress rather than sleep." in verdict.sentence) is (verdict.case is Case.LOWER)
    alone = judge_sleep(hours, y)
    assert (alone.case, alone.step) == (Case.NOT_CHECKED, Certainty.UNCLEAR)
    assert "lower" not in " ".join((alone.sentence, *alone.worked_out.numbers))


def test_long_calm_weekends_are_not_taken_for_a_link():
    rng = np.random.default_rng(3)
    weekend = np.arange(180) % 7 >= 4
    hours = 7 + 1.2 * weekend + rng.normal(0, 0.5, 180)
    y = 5 - 1.5 * weekend + rng.normal(0, 1, 180)
    stress = rng.integers(2, 8, 180).astype(float)
    assert judge_sleep(hours, y, stress).side == 0
    by_the_night = y - 0.9 * (hours - 7)
    assert judge_sleep(hours, by_the_night, stress).case is Case.LOWER


def test_stress_on_too_few_days_is_not_held_equal():
    hours, y, stress = nights(100, -1.0)
    stress[:31] = np.nan
    assert estimate_sleep_adjusted(hours, y, stress).refusal is NoEstimate.STRESS_OR_SLEEP_MISSING
    stress[:1] = 5
    assert estimate_sleep_adjusted(hours, y, stress).refusal is None


def test_the_adjusted_link_is_that_of_independent_least_squares_for_independent_days():
    hours, y, stress = nights(150, -0.8, noise=0.5)
    found = estimate_sleep_adjusted(hours, y, stress)
    week = np.array([stress[t - 7 : t].mean() if t >= 7 else stress[:t].mean() if t >= 4 else np.nan
                     for t in range(150)])  # fmt: skip
    used = ~np.isnan(week)
    weekdays = np.arange(150)[used, None] % 7 == np.arange(1, 7)
    design = np.column_stack(
        [np.ones(used.sum()), np.arange(150)[used], hours[used], stress[used], week[used], weekdays]
    )
    plain = np.linalg.lstsq(design, y[used], rcond=None)[0][2]
    assert found.slope == pytest.approx(plain, abs=0.05)


def test_ratings_missing_after_short_nights_are_said_to_tilt():
    hours, y, stress = nights(120)
    y[hours < 6.2] = np.nan
    verdict = judge_sleep(hours, y, stress)
    assert verdict.notes == (
        "You rated fewer evenings after shorter nights. This can tilt what you see here.",
    )
    assert judge_sleep(*nights(120)).notes == ()


def test_waiting_says_when():
    assert waiting(PLENTY, "Monday 30 November", SLEEP).sentence == (
        "You have enough days now. Sleep and reactivity are compared once a week, next on Monday 30 November."
    )
