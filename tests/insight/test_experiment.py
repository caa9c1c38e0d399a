"""An experiment is blind until its end, exact at its end, and silent when it cannot say anything fair."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from rewire_app.domain.experiment.experiment import Experiment
from rewire_app.domain.experiment.weeks import with_week
from rewire_app.insight.drawn_words import this_week
from rewire_app.insight.experiment_course import ExperimentPhase, course
from rewire_app.insight.experiment_result import Conclusion, result, week_means
from rewire_app.insight.experiment_words import (
    MOST_CLEAR,
    Outcome,
    evening_check,
    in_short,
    sentence,
    still_possible,
    stopped_words,
    supports,
    title,
    where,
    worked_out,
)
from rewire_app.insight.random_weeks import ORDERS
from tests.domain.test_sealed_order import MONDAY, sealed

END = MONDAY + timedelta(days=56)
"""The first day after the eight weeks."""


def rated(*weeks: float | None, evenings: int = 7) -> dict[int, float]:
    """The same rating on the first `evenings` days of each week; None for a week without any."""
    return {
        MONDAY.toordinal() + 7 * number + day: value
        for number, value in enumerate(weeks)
        if value is not None
        for day in range(evenings)
    }


WORKED = (4.8, 5.5, 4.6, 5.7, 5.0, 5.3, 4.5, 5.8)


def test_the_worked_weeks_of_the_design_are_clear():
    one = sealed("ABABABAB")
    found = result(one, rated(*WORKED), END)
    assert found is not None
    assert found.test is not None
    assert found.finding is Conclusion.CLEAR
    assert found.test.difference == pytest.approx(-0.85)
    assert (found.test.as_far, found.test.orders) == (2, 70)
    words = sentence(found, one, evening_check())
    assert words == (
        "Your evenings were calmer in the weeks of “practise in the morning”: 4.7 of 10 on average, and "
        "5.6 of 10 in the weeks of “practise in the evening”. A gap this large comes up in only 2 of the "
        "70 possible orders."
    )
    assert supports(found)[0].startswith("“Because” is fair here, within this test")
    assert in_short(found, one) == "Clearly lower with “practise in the morning”"


def test_the_figures_can_be_checked_by_hand():
    one = sealed("ABABABAB")
    found = result(one, rated(*WORKED), END)
    assert found is not None
    lines = "\n".join(worked_out(found, one))
    assert "4.80 + 4.60 + 5.00 + 4.50. Added up 18.90, divided by 4 it is 4.725" in lines
    assert "5.50 + 5.70 + 5.30 + 5.80. Added up 22.30, divided by 4 it is 5.575" in lines
    assert "The gap between them is 0.85." in lines
    assert "In 2 of 70 the gap is 0.85 or more" in lines
    assert "when it is 3 or fewer" in lines


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 10), min_size=56, max_size=56), st.sampled_from(ORDERS))
def test_the_result_is_scipys_permutation_test_of_the_weekly_means(values, order):
    one = sealed(order)
    found = result(one, {MONDAY.toordinal() + day: float(v) for day, v in enumerate(values)}, END)
    assert found is not None
    assert found.test is not None
    means = [sum(values[start : start + 7]) / 7 for start in range(0, 56, 7)]
    a, b = ([mean for mean, letter in zip(means, order, strict=True) if letter == each] for each in "AB")
    theirs = stats.permutation_test(
        (a, b), lambda x, y: round(abs(sum(x) - sum(y)), 9), alternative="greater", n_resamples=10**6
    )
    assert found.test.p == pytest.approx(theirs.pvalue)
    assert (found.finding is Conclusion.CLEAR) == (theirs.pvalue < 0.05)


def test_clear_means_at_most_three_of_seventy():
    assert MOST_CLEAR == 3
    assert MOST_CLEAR / 70 < 0.05 <= (MOST_CLEAR + 1) / 70


def test_weeks_that_overlap_are_not_clear():
    one = sealed("ABABABAB")
    found = result(one, rated(4.8, 5.5, 5.6, 5.7, 5.0, 5.3, 4.5, 5.8), END)
    assert found is not None
    assert found.finding is Conclusion.UNCLEAR
    words = sentence(found, one, evening_check())
    assert words.startswith("No clear difference.")
    assert "chance is enough to explain it" in words
    assert "does not make the two the same" in supports(found)[0]
    assert in_short(found, one) == "No clear difference"


def test_higher_weeks_name_the_other_option_and_own_measures_their_scale():
    one = sealed("BABABABA")
    found = result(one, rated(*(value * 4 for value in WORKED)), END)
    assert found is not None
    words = sentence(found, one, Outcome(key="m1", name="Headache", low=5, high=40))
    assert words.startswith("Headache: lower in the weeks of “practise in the evening”, 18.9 (scale 5 to 40)")


def test_a_week_with_three_rated_evenings_leaves_the_answer_open():
    one, values = sealed("ABABABAB"), rated(*WORKED)
    for day in range(3, 7):
        del values[MONDAY.toordinal() + 14 + day]
    found = result(one, values, END)
    assert found is not None
    assert found.finding is Conclusion.TOO_FEW
    assert found.test is None
    assert sentence(found, one, evening_check()) == (
        "Not enough ratings for a fair answer. Evenings rated: 3 in week 3. Each of the eight weeks needs 4."
    )
    assert [each.mean is None for each in found.weeks].index(True) == 2
    assert len(supports(found)) == 1
    assert worked_out(found, one)[-1] == "Without all eight numbers nothing is compared."


def test_four_rated_evenings_are_enough():
    found = result(sealed("ABABABAB"), rated(*WORKED, evenings=4), END)
    assert found is not None
    assert found.finding is Conclusion.CLEAR


@pytest.mark.parametrize("day", range(-10, 56))
def test_nothing_is_worked_out_before_the_end(day):
    today = MONDAY + timedelta(days=day)
    assert result(sealed(), rated(*WORKED), today) is None
    assert week_means(sealed(), rated(*WORKED), today) == ()


def test_where_it_stands_is_told_without_any_rating():
    one, noted = sealed("ABBABAAB"), rated(5, 5, 5).keys()
    seen = course(one, MONDAY + timedelta(days=18), set(noted))
    assert seen.phase is ExperimentPhase.RUNNING
    assert seen.now is not None
    assert (seen.now.number, seen.now.option, seen.now.rated, seen.now.days) == (3, "B", 5, 5)
    assert where(seen) == "Week 3 of 8. 5 of 7 evenings rated so far."
    assert this_week(one, seen.now.option) == "This week: practise in the evening"


def test_what_comes_later_stays_hidden():
    seen = course(sealed("ABBABAAB"), MONDAY + timedelta(days=18), set())
    assert "".join(week.option for week in seen.weeks) == "ABB"
    before = course(sealed(), MONDAY - timedelta(days=1), set())
    assert before.phase is ExperimentPhase.WAITING
    assert not before.begun
    assert "30 November 2026" in where(before)


@pytest.mark.parametrize(
    ("day", "phase"),
    [
        (-1, ExperimentPhase.WAITING),
        (0, ExperimentPhase.RUNNING),
        (55, ExperimentPhase.RUNNING),
        (56, ExperimentPhase.OVER),
        (500, ExperimentPhase.OVER),
    ],
)
def test_it_runs_from_its_monday_to_the_eighth_sunday(day, phase):
    assert course(sealed(), MONDAY + timedelta(days=day), set()).phase is phase


def test_a_week_of_crisis_belongs_to_no_option():
    one = with_week(sealed("ABBABAAB"), 2, out=True)
    waits = course(one, MONDAY + timedelta(days=9), set(rated(5, 9).keys()))
    assert waits.phase is ExperimentPhase.RESTING
    assert waits.now is None
    assert "".join(week.option for week in waits.weeks) == "A"
    assert "Nothing of this week counts" in where(waits)
    goes_on = course(one, MONDAY + timedelta(days=14), set())
    assert goes_on.now is not None
    assert (goes_on.now.number, goes_on.now.option) == (2, "B")
    assert course(one, END, set()).phase is ExperimentPhase.RUNNING
    values = rated(4.8, 10, 5.5, 4.6, 5.7, 5.0, 5.3, 4.5, 5.8)
    found = result(replace(one), values, END + timedelta(days=7))
    assert found is not None
    assert [each.mean for each in found.weeks] == pytest.approx(list(WORKED))
    assert found.left_out == 1
    assert "1 week was left out as a time of crisis." in supports(found)[-1]


def test_a_missed_month_says_what_can_still_be_said():
    values = rated(5, 5, None, None, None, None, 5)
    seen = course(sealed(), MONDAY + timedelta(days=45), set(values))
    words = still_possible(seen)
    assert words.startswith("Evenings rated: none in week 3, none in week 4, none in week 5, none in week 6.")
    assert "cannot give a fair answer any more" in words
    assert still_possible(course(sealed(), MONDAY + timedelta(days=13), set(values))) == ""


def stopped(day: int) -> Experiment:
    return replace(sealed("ABBABAAB"), stopped_day=MONDAY + timedelta(days=day))


def test_a_stopped_test_compares_nothing_but_keeps_its_weeks():
    one, values = stopped(17), rated(*WORKED)
    assert result(one, values, END + timedelta(days=99)) is None
    weeks = week_means(one, values, END)
    assert [(each.week.option, each.mean) for each in weeks] == [("A", pytest.approx(4.8)), ("B", 5.5)]
    words = stopped_words(one, course(one, END, set(values)))
    assert words.startswith("You stopped this test on 17 December 2026, in week 3 of 8.")
    assert "cannot say anything fair" in words


def test_a_changed_order_says_nothing():
    one = sealed(option_a="something else")
    seen = course(one, END, set())
    assert seen.phase is ExperimentPhase.BROKEN
    assert not seen.begun
    assert result(one, rated(*WORKED), END) is None


def test_the_title_reads_as_a_sentence_begins():
    assert title(sealed()) == "Practise in the morning, or practise in the evening"
