"""The verdict's rules at their edges, its words and the steps of the certainty meter."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from rewire_app.insight.findings import Certainty
from rewire_app.insight.link import practice_week
from rewire_app.insight.regression import Estimate, NoEstimate
from rewire_app.insight.verdict import (
    Case,
    Enough,
    judge,
    measure_enough,
    not_enough,
    waiting,
    weigh,
)
from tests.insight.test_link import drifting

PLENTY = Enough(rated_days=64, span_days=84, spread=1.8, tilt=0.1)
FORBIDDEN = (
    "prove",
    "because of",
    "your brain",
    "%",
    "p =",
    "p-value",
    "significant",
    "just",
    "simply",
    "should",
    "!",
)


def link(low, slope, high):
    return Estimate(slope=slope, low=low, high=high, rated_days=64, p=0.5, phi_mean=0.5)


def unchecked(reason=NoEstimate.STRESS_OR_SLEEP_MISSING):
    nan = float("nan")
    return Estimate(slope=nan, low=nan, high=nan, rated_days=9, p=nan, phi_mean=nan, refusal=reason)


@pytest.mark.parametrize(
    ("primary", "adjusted", "case", "step"),
    [
        (link(-0.30, -0.08, 0.14), None, Case.NO_CLEAR_LINK, Certainty.UNCLEAR),
        (link(-0.30, -0.08, 0.14), link(-0.5, -0.3, -0.1), Case.NO_CLEAR_LINK, Certainty.UNCLEAR),
        (link(-0.30, -0.15, 0.0), link(-0.5, -0.3, -0.1), Case.NO_CLEAR_LINK, Certainty.UNCLEAR),
        (link(-0.68, -0.49, -0.01), link(-0.6, -0.4, -0.01), Case.LOWER, Certainty.STRONG),
        (link(-0.68, -0.49, -0.30), link(-0.6, -0.2, 0.0), Case.NOT_ROBUST, Certainty.LIKELY),
        (link(-0.68, -0.49, -0.30), link(0.1, 0.2, 0.3), Case.NOT_ROBUST, Certainty.LIKELY),
        (link(-0.68, -0.49, -0.30), unchecked(), Case.NOT_ROBUST, Certainty.LIKELY),
        (link(-0.68, -0.49, -0.30), None, Case.NOT_ROBUST, Certainty.LIKELY),
        (link(0.05, 0.2, 0.4), link(0.1, 0.2, 0.3), Case.HIGHER, Certainty.STRONG),
        (link(0.05, 0.2, 0.4), link(-0.1, 0.2, 0.3), Case.HIGHER, Certainty.LIKELY),
        (link(0.05, 0.2, 0.4), None, Case.HIGHER, Certainty.LIKELY),
        (link(-0.1, 0.0, 0.1), None, Case.UNRELATED, Certainty.STRONG),
        (link(-0.09, -0.05, -0.01), link(-0.09, -0.05, -0.01), Case.UNRELATED, Certainty.STRONG),
        (link(-0.101, 0.0, 0.1), None, Case.NO_CLEAR_LINK, Certainty.UNCLEAR),
        (link(-0.1, 0.0, 0.101), None, Case.NO_CLEAR_LINK, Certainty.UNCLEAR),
    ],
)
def test_the_interval_decides_case_and_step(primary, adjusted, case, step):
    verdict = weigh(primary, adjusted, PLENTY)
    assert (verdict.case, verdict.step) == (case, step)
    assert not any(word in verdict.sentence.replace("is not proof", "") for word in FORBIDDEN)


def evenly_rated(rated, span, seed=3):
    """Practice that varies, and `rated` ratings spread over exactly `span` days, the first one included."""
    done, _y = drifting(seed, span, 0)
    y = np.full(span, np.nan)
    days = np.unique(np.round(np.linspace(0, span - 1, rated)).astype(int))
    assert len(days) == rated
    y[days] = np.random.default_rng(seed).integers(2, 9, rated)
    return done, y


@pytest.mark.parametrize(
    ("rated", "span", "met"),
    [
        (42, 56, True),
        (41, 56, False),
        (42, 55, False),
        (42, 70, True),
        (42, 71, False),
        (108, 180, True),
        (107, 180, False),
        (0, 0, False),
        (1, 1, False),
    ],
)
def test_the_minimum_is_42_rated_days_over_56_and_six_of_ten(rated, span, met):
    done, y = evenly_rated(rated, span) if rated else ([], [])
    enough = measure_enough(done, y)
    assert (enough.rated_days, enough.span_days, enough.days_met) == (rated, span, met)
    assert (judge(done, y).case is Case.NOT_ENOUGH) is not met


def test_days_before_the_first_rating_do_not_count_as_gaps():
    done, y = evenly_rated(42, 56)
    enough = measure_enough(np.r_[np.ones(30), done], np.r_[np.full(30, np.nan), y])
    assert (enough.rated_days, enough.span_days) == (42, 56)


@pytest.mark.parametrize(
    ("rated", "span", "sentence"),
    [
        (31, 50, "You have 31 rated days; 42 are needed, over at least eight weeks."),
        (1, 1, "You have 1 rated day; 42 are needed, over at least eight weeks."),
        (0, 0, "You have 0 rated days; 42 are needed, over at least eight weeks."),
        (
            50,
            55,
            "You have 50 rated days over 55 days; they need to reach over at least eight weeks, "
            "which is 1 day more.",
        ),
        (
            80,
            180,
            "Of the last 180 days 80 are rated; at least 6 of 10 are needed, which is 108 days.",
        ),
    ],
)
def test_what_is_missing_is_said_exactly(rated, span, sentence):
    verdict = not_enough(Enough(rated_days=rated, span_days=span, spread=2.0, tilt=0.0))
    assert verdict.missing == (sentence,)
    assert verdict.sentence == f"Not enough days yet to say anything fair. {sentence}"
    assert (verdict.step, verdict.step_word) == (Certainty.TOO_EARLY, "Too early")


def test_few_days_with_many_gaps_name_both():
    verdict = not_enough(Enough(rated_days=31, span_days=180, spread=2.0, tilt=0.0))
    assert len(verdict.missing) == 2
    assert "108 days" in verdict.missing[1]


def test_the_week_that_meets_the_minimum_names_the_day_of_the_comparison():
    verdict = waiting(PLENTY, "Monday 30 November")
    assert verdict.sentence.endswith("next on Monday 30 November.")
    assert verdict.step is Certainty.TOO_EARLY


@pytest.mark.parametrize("weekly", [0, 3, 7])
def test_even_practice_is_named_as_the_reason(weekly):
    done = np.tile(np.arange(7) < weekly, 12)
    verdict = judge(done, np.random.default_rng(1).integers(2, 9, 84))
    assert verdict.case is Case.TOO_EVEN
    assert verdict.step is Certainty.TOO_EARLY
    assert verdict.link is None
    assert verdict.sentence.startswith("You practise about the same number of days each week.")


def test_the_spread_that_is_enough_is_one_day():
    done, y = evenly_rated(60, 80)
    x = practice_week(done)
    assert measure_enough(done, y).spread == pytest.approx(np.nanstd(x[~np.isnan(y)], ddof=1))


def test_ratings_that_never_change_are_named_as_the_reason():
    done, _y = evenly_rated(42, 56)
    verdict = judge(done, np.full(56, 4.0))
    assert verdict.sentence.startswith("You rated reactivity the same every day")
    assert verdict.step is Certainty.TOO_EARLY


def test_no_clear_link_is_told_in_points_of_ten(days):
    verdict = judge(days["p"], days["y"] / 10, days["stress"] / 10, days["sleep_h"])
    assert verdict.sentence == (
        "No clear link yet. In weeks with more practice, reactivity was a little lower. It could also be a "
        "little higher. We cannot tell yet. Most people see this for months, whether or not practice helps."
    )
    assert (verdict.step_word, verdict.basis) == ("Unclear", "Based on 64 rated days over 84 days.")
    assert verdict.worked_out.numbers[0] == (
        "One more practice day in the week: 0.1 points of 10 lower (likely from 0.3 lower to 0.1 higher)."
    )
    assert verdict.worked_out.numbers[1] == (
        "With stress and sleep taken into account: 0.1 points of 10 lower "
        "(likely from 0.3 lower to 0.2 higher)."
    )


def test_a_clear_link_is_told_with_its_interval_and_its_limit():
    verdict = weigh(link(-0.6807, -0.4878, -0.2967), link(-0.7, -0.5, -0.2), PLENTY)
    assert verdict.sentence == (
        "In your data, weeks with more practice go with lower reactivity. It holds when stress and sleep "
        "are counted too. A link is not proof: things you do not note here could explain it."
    )
    assert verdict.worked_out.numbers == (
        "One more practice day in the week: half a point of 10 lower (likely 0.3 to 0.7 lower).",
        "With stress and sleep taken into account: half a point of 10 lower (likely 0.2 to 0.7 lower).",
        "If practice works by lowering stress, the second number hides part of it.",
    )


def test_nothing_rounds_to_nought_point_nought():
    tiny = weigh(link(-0.30, -0.01, 0.02), None, PLENTY)
    assert "reactivity was about the same. It could also be a little lower. We" in tiny.sentence
    assert "from 0.3 lower to no difference" in tiny.worked_out.numbers[0]
    clear = weigh(link(-0.30, -0.1, -0.01), link(-0.3, -0.1, -0.01), PLENTY)
    assert "likely less than 0.1 to 0.3 lower" in clear.worked_out.numbers[0]


@pytest.mark.parametrize(
    ("ends", "said"),
    [
        ((-0.3, 0.0, 0.3), "about the same. It could also be a little lower or a little higher."),
        ((-0.4, -0.1, 0.3), "a little lower. It could also be a little higher."),
        ((-0.4, -0.2, 0.02), "a little lower. It could also be about the same."),
        ((-1.8, -0.6, 0.6), "a little lower. It could also be lower or a little higher."),
        ((-0.2, 1.2, 2.6), "higher. It could also be a little lower."),
    ],
)
def test_an_unclear_link_says_in_plain_words_what_else_it_could_be(ends, said):
    low, slope, high = ends
    found = weigh(link(low, slope, high), None, PLENTY)
    assert f"reactivity was {said} We cannot tell yet." in found.sentence


def test_unchecked_stress_and_sleep_are_named():
    verdict = weigh(link(-0.6, -0.4, -0.2), unchecked(), PLENTY)
    assert verdict.sentence == (
        "There is a link, but it may be about stress or sleep rather than practice. "
        "Stress and sleep could not be checked; they are noted on too few days."
    )


@pytest.mark.parametrize(
    ("tilt", "words"), [(-1.2, "more practice"), (1.2, "less practice"), (1.0, ""), (float("nan"), "")]
)
def test_ratings_missing_in_certain_weeks_are_named(tilt, words):
    notes = weigh(link(-0.3, -0.1, 0.2), None, replace(PLENTY, tilt=tilt)).notes
    assert len(notes) == bool(words)
    assert words in "".join(notes)


def test_a_strong_true_link_is_found_and_a_missing_one_is_not():
    done, y = drifting(11, 180, -5.0)
    rng = np.random.default_rng(2)
    stress, sleep = rng.integers(2, 9, 180), rng.normal(7, 1, 180)
    strong = judge(done, y / 10, stress, sleep)
    assert (strong.case, strong.step_word) == (Case.LOWER, "Strong")
    assert judge(done, y / 10).case is Case.NOT_ROBUST
    flat, still = drifting(12, 180, 0.0)
    assert judge(flat, still / 10, stress, sleep).case is Case.NO_CLEAR_LINK
