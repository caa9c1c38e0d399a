"""The verdict's minimum at its edges, its window, its words, and what it does with bad input."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from rewire_app.insight.enough import Enough, measure_enough
from rewire_app.insight.findings import Certainty, FindingDays
from rewire_app.insight.legs import ComparedDays
from rewire_app.insight.link import estimate_link, practice_week
from rewire_app.insight.looks import WeeklyLook
from rewire_app.insight.rules import Case
from rewire_app.insight.verdict import dated, judge, not_enough, waiting, weigh
from tests.insight.made_legs import NONE, PLENTY, SURE, legs_of
from tests.insight.test_link import drifting


def enough_of(done, y, paused=None) -> Enough:
    series = [None if each is None else np.asarray(each, dtype=float) for each in (done, y, paused)]
    return measure_enough(ComparedDays(amounts=series[0], reactivity=series[1], paused=series[2]))


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
        (42, 105, True),
        (42, 106, False),
        (72, 180, True),
        (71, 180, False),
        (0, 0, False),
        (1, 1, False),
    ],
)
def test_the_minimum_is_42_rated_days_over_56_and_four_of_ten(rated, span, met):
    done, y = evenly_rated(rated, span) if rated else ([], [])
    enough = enough_of(done, y)
    assert (enough.rated_days, enough.span_days, enough.days_met) == (rated, span, met)
    assert (judge(done, y).case is Case.NOT_ENOUGH) is not met


def test_days_before_the_first_rating_do_not_count_as_gaps():
    done, y = evenly_rated(42, 56)
    enough = enough_of(np.r_[np.ones(30), done], np.r_[np.full(30, np.nan), y])
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
            60,
            180,
            "Of the last 180 days 60 are rated; at least 4 of 10 are needed, which is 72 days.",
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
    assert "72 days" in verdict.missing[1]


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
    assert enough_of(done, y).spread == pytest.approx(np.nanstd(x[~np.isnan(y)], ddof=1))


def test_ratings_that_never_change_are_named_as_the_reason():
    done, _y = evenly_rated(42, 56)
    verdict = judge(done, np.full(56, 4.0))
    assert verdict.sentence.startswith("You rated reactivity the same every day")
    assert verdict.step is Certainty.TOO_EARLY


def test_paused_days_count_in_neither_rated_days_nor_span():
    done, y = evenly_rated(42, 56)
    paused = np.zeros(70)
    paused[20:34] = 1
    rests = np.full(14, 9.0)
    long = (np.insert(done, 20, np.zeros(14)), np.insert(y, 20, rests), paused)
    enough = enough_of(*long)
    assert (enough.rated_days, enough.span_days, enough.window_days) == (42, 56, 70)
    assert judge(*long[:2], paused=paused).basis == "Based on 34 rated days over 70 days."
    assert enough_of(*long[:2]).rated_days == 56


def test_the_share_at_the_ends_and_the_drift_of_practice_are_measured():
    y = np.r_[np.zeros(30), np.full(20, 10.0), np.full(50, 5.0)]
    enough = enough_of(np.r_[np.zeros(50), np.ones(50)], y)
    assert enough.at_ends == 0.5
    assert 7 < enough.drift < 11
    assert abs(enough_of(np.tile([1.0, 0.0], 50), y).drift) < 0.1


# what is told


def test_what_the_days_could_show_is_told_in_place_of_a_bare_no_clear_link(days):
    verdict = judge(days["p"], days["y"] / 10, days["stress"] / 10, days["sleep_h"])
    assert verdict.case is Case.NO_CLEAR_LINK
    assert verdict.sentence == (
        "No clear link yet. Your days could show a link of 0.45 points or more per practice day, and there "
        "is none that large. A smaller one may still be there."
    )
    assert (verdict.step_word, verdict.basis) == ("Unclear", "Based on 64 rated days over 84 days.")
    assert verdict.worked_out.numbers[:2] == (
        "One more practice day in the week: 0.1 points of 10 lower (likely from 0.3 lower to 0.1 higher).",
        "With stress and sleep taken into account: 0.1 points of 10 lower "
        "(likely from 0.3 lower to 0.2 higher).",
    )


def on(last: date, days: int = 84) -> FindingDays:
    return FindingDays(first=last.toordinal() - days + 1, last=last.toordinal(), worked_out_on=0)


def test_when_a_smaller_link_could_be_seen_is_told_with_its_month(days):
    """0.4237 after 84 days: 0.2 takes 20 + 64 x (0.4237 / 0.2)^2 = 307 days, which is 223 more."""
    verdict = dated(judge(days["p"], days["y"] / 10), on(date(2026, 11, 22)))
    assert verdict.sentence.endswith(" may still be there. At this pace 0.2 can be seen around July.")
    assert verdict.days.last == date(2026, 11, 22).toordinal()


@pytest.mark.parametrize(("window", "told"), [(84, True), (250, True), (300, False), (365, False)])
def test_a_smaller_link_is_promised_only_where_a_year_can_keep_it(window, told):
    enough = replace(PLENTY, span_days=window - 10, paused_days=10)
    verdict = weigh(legs_of(-0.1, NONE), enough)
    assert ("At this pace" in dated(verdict, on(date(2026, 11, 22))).sentence) is told


def test_a_said_link_is_told_for_the_plan_with_its_size_drawn_towards_zero():
    """b -0.4, V 0.0106: 0.4 x 0.04 / 0.0506 = 0.316 a day."""
    legs = legs_of(-0.4, 0.0001)
    verdict = weigh(legs, PLENTY, plan=5)
    assert verdict.sentence == (
        "In your data, weeks with more practice go with lower reactivity. It holds when stress and sleep are "
        "counted too. A link is not proof: things you do not note here could explain it."
    )
    assert verdict.notes[0] == (
        "5 practice days in the week instead of none: about 1.6 points of 10 lower "
        "(your days alone: 1.0 to 3.0 lower)."
    )
    assert weigh(legs, PLENTY, plan=1).notes[0].startswith("1 practice day in the week instead of none: ")
    assert any("drawn towards zero" in line for line in verdict.worked_out.assumptions)


def test_since_when_it_is_said_is_told_and_kept():
    may = date(2026, 5, 3).toordinal()
    before = WeeklyLook(side=-1, step=Certainty.STRONG, since=may)
    verdict = dated(
        weigh(legs_of(-0.4, 0.02, today=0.02, adjusted=0.02), PLENTY, said=before), on(date(2026, 11, 22))
    )
    assert verdict.notes[0] == "Said since 3 May."
    assert verdict.look == before
    new = dated(weigh(legs_of(-0.4, SURE), PLENTY), on(date(2026, 11, 22)))
    assert new.notes[0] == "Said since 22 November."
    assert new.look.since == date(2026, 11, 22).toordinal()


@pytest.mark.parametrize(
    ("tilt", "words"), [(-1.2, "more practice"), (1.2, "less practice"), (1.0, ""), (float("nan"), "")]
)
def test_ratings_missing_in_certain_weeks_are_named(tilt, words):
    notes = weigh(legs_of(-0.1, NONE), replace(PLENTY, tilt=tilt)).notes
    assert len(notes) == bool(words)
    assert words in "".join(notes)


@pytest.mark.parametrize(("ahead", "notes"), [(0.05, 0), (0.0499, 1)])
def test_practice_that_follows_hard_days_is_noted(ahead, notes):
    assert len(weigh(legs_of(-0.1, NONE, ahead=ahead), PLENTY).notes) == notes


# whole lives


def test_a_strong_true_link_is_found_and_a_missing_one_is_not():
    done, y = drifting(11, 180, -5.0)
    rng = np.random.default_rng(2)
    stress, sleep = rng.integers(2, 9, 180), rng.normal(7, 1, 180)
    strong = judge(done, y / 10, stress, sleep)
    assert (str(strong.case), strong.step_word) == ("clear, lower", "Strong")
    alone = judge(done, y / 10)
    assert (alone.case, alone.step_word) == (Case.LOWER, "Likely")
    assert "could not be checked" in alone.sentence
    flat, still = drifting(12, 180, 0.0)
    assert judge(flat, still / 10, stress, sleep).case is Case.NO_CLEAR_LINK


def test_what_was_returned_at_the_last_look_is_taken_back_in():
    done, y = drifting(22, 150, -2.0)
    now = judge(done, y / 10)
    assert 0.005 < now.link.p < 0.05
    assert now.case is Case.NO_CLEAR_LINK
    strong = judge(*(series / scale for series, scale in zip(drifting(11, 180, -5.0), (1, 10), strict=True)))
    assert judge(done, y / 10, said=strong).case is Case.LOWER
    assert judge(done, y / 10, said=strong.look).case is Case.LOWER
    assert judge(done, y / 10, said=now).case is Case.NO_CLEAR_LINK


def test_365_days_are_compared_and_of_21_before_them_only_the_practice():
    done, y = drifting(13, 400, -1.0)
    rng = np.random.default_rng(3)
    stress, sleep, paused = rng.integers(2, 9, 400), rng.normal(7, 1, 400), np.zeros(400)
    known = np.where(np.arange(400) < 35, np.nan, y / 10)
    whole = judge(done, y / 10, stress, sleep, paused)
    assert whole.link == estimate_link(done[14:], known[14:])
    assert whole.link.rated_days == np.sum(~np.isnan(y[35:]))
    last = [each[-386:] for each in (done, y / 10, stress, sleep, paused)]
    assert judge(*last).link == whole.link
    assert judge(*last).adjusted == whole.adjusted
    short = [each[-365:] for each in last]
    assert judge(*short).link.rated_days == whole.link.rated_days - np.sum(~np.isnan(y[35:42]))


# bad input


@pytest.mark.parametrize(
    "y",
    [
        np.full(90, np.nan),
        np.full(90, np.inf),
        np.full(90, 5.0),
        np.zeros(90),
        np.r_[np.full(89, np.nan), 5.0],
        np.r_[np.arange(20.0) % 9, np.full(50, np.nan), np.arange(20.0) % 9],
    ],
    ids=["nothing", "infinite", "constant", "floor", "one row", "a gap"],
)
def test_what_cannot_be_compared_gets_a_sentence_and_no_number(y):
    done = np.random.default_rng(1).integers(0, 2, 90)
    verdict = judge(done, y, np.full(90, 5.0), np.full(90, np.nan))
    assert verdict.step is Certainty.TOO_EARLY
    assert verdict.sentence
    assert verdict.link is None
    assert verdict.worked_out.numbers == ()


def test_a_missing_year_is_not_enough_and_an_old_one_does_not_help():
    done, y = drifting(14, 380, -3.0)
    y[60:] = np.nan
    assert judge(done, y / 10).case is Case.NOT_ENOUGH


def test_ratings_at_both_ends_alone_say_so():
    done, y = drifting(15, 200, 0.0)
    verdict = judge(done, np.where(np.isnan(y), np.nan, 10.0 * (y > 50)))
    assert verdict.case is Case.AT_THE_ENDS
    assert "Most evenings are at the end of the scale" in verdict.sentence


def test_an_infinite_rating_was_never_noted():
    done, y = drifting(16, 120, -3.0)
    wild = np.where(np.isnan(y), np.inf, y / 10)
    assert judge(done, wild).link == judge(done, y / 10).link


@pytest.mark.parametrize("series", [([1, 0], [1.0]), ([[1, 0]], [[1, 0]])])
def test_series_that_do_not_match_are_an_error(series):
    with pytest.raises(ValueError, match="calendar day"):
        judge(*series)


def test_no_day_at_all_is_not_enough():
    assert judge([], []).case is Case.NOT_ENOUGH
