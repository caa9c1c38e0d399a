"""The rules about sleep and the day after at their edges, their words, and the link they rest on."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from rewire_app.insight.findings import Certainty
from rewire_app.insight.link import estimate_sleep, estimate_sleep_adjusted
from rewire_app.insight.questions import SLEEP
from rewire_app.insight.regression import NoEstimate
from rewire_app.insight.verdict import Case, judge_sleep, measure_enough, not_enough, waiting, weigh
from tests.insight.test_verdict import FORBIDDEN, PLENTY, link, unchecked


def nights(days: int, slope: float = 0.0, *, seed: int = 5, missing: float = 0.0, noise: float = 1.0):
    """Hours that vary by an hour, ratings that answer to them, and stress that has nothing to do with it."""
    rng = np.random.default_rng(seed)
    hours = 7 + rng.normal(0, 1, days)
    y = 5 + slope * (hours - 7) + rng.normal(0, noise, days)
    y[rng.random(days) < missing] = np.nan
    return hours, y, rng.integers(2, 8, days).astype(float)


@pytest.mark.parametrize(
    ("primary", "adjusted", "case", "step"),
    [
        (link(-0.60, -0.08, 0.14), None, Case.NO_CLEAR_LINK, Certainty.UNCLEAR),
        (link(-0.60, -0.30, 0.0), link(-0.5, -0.3, -0.1), Case.NO_CLEAR_LINK, Certainty.UNCLEAR),
        (link(-0.68, -0.49, -0.01), link(-0.6, -0.4, -0.01), Case.LOWER, Certainty.STRONG),
        (link(-0.68, -0.49, -0.30), link(-0.6, -0.2, 0.0), Case.NOT_ROBUST, Certainty.LIKELY),
        (link(-0.68, -0.49, -0.30), link(0.1, 0.2, 0.3), Case.NOT_ROBUST, Certainty.LIKELY),
        (link(-0.68, -0.49, -0.30), unchecked(), Case.NOT_ROBUST, Certainty.LIKELY),
        (link(-0.68, -0.49, -0.30), None, Case.NOT_ROBUST, Certainty.LIKELY),
        (link(0.05, 0.3, 0.6), link(0.1, 0.2, 0.3), Case.HIGHER, Certainty.STRONG),
        (link(0.05, 0.3, 0.6), link(-0.1, 0.2, 0.3), Case.HIGHER, Certainty.LIKELY),
        (link(0.05, 0.3, 0.6), None, Case.HIGHER, Certainty.LIKELY),
        (link(-0.2, 0.0, 0.2), None, Case.UNRELATED, Certainty.STRONG),
        (link(-0.19, -0.1, -0.01), link(-0.1, -0.05, -0.01), Case.UNRELATED, Certainty.STRONG),
        (link(-0.201, 0.0, 0.2), None, Case.NO_CLEAR_LINK, Certainty.UNCLEAR),
        (link(-0.2, 0.0, 0.201), None, Case.NO_CLEAR_LINK, Certainty.UNCLEAR),
    ],
)
def test_the_interval_decides_case_and_step(primary, adjusted, case, step):
    verdict = weigh(primary, adjusted, PLENTY, question=SLEEP)
    assert (verdict.case, verdict.step) == (case, step)
    said = " ".join((verdict.sentence, *verdict.worked_out.numbers)).replace("is not proof", "")
    assert not any(word in said for word in FORBIDDEN)
    assert "practice" not in said


@pytest.mark.parametrize(
    ("both", "span", "met"),
    [(42, 56, True), (41, 56, False), (42, 55, False), (42, 70, True), (42, 71, False)],
)
def test_the_minimum_counts_days_with_both_a_night_and_a_rating(both, span, met):
    hours, y, _stress = nights(span)
    keep = np.unique(np.round(np.linspace(0, span - 1, both)).astype(int))
    rest = np.setdiff1d(np.arange(span), keep)
    hours[rest[::2]] = np.nan  # a rating without a night
    y[rest[1::2]] = np.nan  # a night without a rating
    enough = measure_enough(hours, y, SLEEP)
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
            80,
            180,
            "Of the last 180 days 80 have a night and a rating; at least 6 of 10 are needed, which is "
            "108 days.",
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


def test_a_link_that_stress_explains_is_not_robust():
    rng = np.random.default_rng(2)
    stress = np.clip(5 + rng.normal(0, 2, 170), 0, 10)
    hours = 7 - 0.5 * (stress - 5) + rng.normal(0, 0.3, 170)
    y = 5 + 0.9 * (stress - 5) + rng.normal(0, 0.3, 170)
    verdict = judge_sleep(hours, y, stress)
    assert verdict.case is Case.NOT_ROBUST
    assert verdict.sentence == "There is a link, but it may be about stress rather than sleep."
    assert "could not be checked" in judge_sleep(hours, y).sentence


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
    design = np.column_stack(
        [np.ones(used.sum()), np.arange(150)[used], hours[used], stress[used], week[used]]
    )
    plain = np.linalg.lstsq(design, y[used], rcond=None)[0][2]
    assert found.slope == pytest.approx(plain, abs=0.05)


def test_ratings_missing_after_short_nights_are_said_to_tilt():
    hours, y, stress = nights(120)
    y[hours < 6.2] = np.nan
    verdict = judge_sleep(hours, y, stress)
    assert verdict.notes == (
        "You rated fewer evenings after shorter nights. What you see here may be off because of it.",
    )
    assert judge_sleep(*nights(120)).notes == ()


def test_waiting_says_when():
    assert waiting(PLENTY, "Monday 30 November", SLEEP).sentence == (
        "You have enough days now. Sleep and reactivity are compared once a week, next on Monday 30 November."
    )
