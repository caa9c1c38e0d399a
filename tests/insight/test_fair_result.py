"""A fair test by days or weeks is blind until its end, and says one of three things at it, or why none."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from rewire_app.charts.fair_test import difference_span, every_evening, rated_by_week
from rewire_app.domain.experiment.day_notes import left_out
from rewire_app.domain.experiment.sealed_order import Rule
from rewire_app.insight.drawn_words import drawn_words, today_words
from rewire_app.insight.experiment_course import ExperimentPhase
from rewire_app.insight.experiment_words import Outcome, evening_check
from rewire_app.insight.fair_course import fair_course, options_of
from rewire_app.insight.fair_result import FairFinding, fair_result
from rewire_app.insight.fair_words import (
    difference_words,
    in_short,
    limits,
    meaning,
    where,
    worked_out,
)
from rewire_app.insight.random_days import compare_days
from tests.domain.test_sealed_order import MONDAY, sealed_by

END = MONDAY + timedelta(days=56)
ORDER = {Rule.DAYS: "ABBA" * 14, Rule.WEEKS: "ABBABAAB"}
RULES = (Rule.DAYS, Rule.WEEKS)
A, B = "practise in the morning", "practise in the evening"


def one_by(rule):
    return sealed_by(rule, ORDER[rule], seed=3)


def rated(rule, difference, evenings=range(56), seed=0):
    """Evenings that swing by chance, and those of A `difference` points above those of B."""
    rng = np.random.default_rng([14, seed])
    noise = rng.normal(size=56)
    letters = options_of(one_by(rule))
    return {
        MONDAY.toordinal() + day: float(
            np.clip(round(5 + noise[day] + (difference if letters[day] == "A" else 0)), 0, 10)
        )
        for day in evenings
    }


def told(rule, values, one=None, outcome=None):
    return fair_result(one or one_by(rule), values, END, outcome or evening_check())


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize(
    ("difference", "finding"),
    [(-4, FairFinding.LOWER_A), (0, FairFinding.NONE), (4, FairFinding.LOWER_B)],
)
def test_one_of_three_things_comes_out(rule, difference, finding):
    found = told(rule, rated(rule, difference))
    assert found.finding is finding
    assert found.difference.low <= found.difference.difference <= found.difference.high
    assert len(found.of_a) == len(found.of_b) == 28
    assert found.least > 0


@pytest.mark.parametrize("rule", RULES)
def test_nothing_is_said_before_the_end_or_of_a_stopped_test(rule):
    values = rated(rule, -4)
    assert fair_result(one_by(rule), values, END - timedelta(days=1), evening_check()) is None
    stopped = replace(one_by(rule), stopped_day=MONDAY + timedelta(days=30))
    assert told(rule, values, stopped) is None


def test_a_changed_order_has_no_result():
    one = one_by(Rule.DAYS)
    assert told(Rule.DAYS, rated(Rule.DAYS, -4), replace(one, option_a="another")) is None
    assert options_of(replace(one, seal=one.seal.replace("ABBA", "BABA", 1))) == ""


@pytest.mark.parametrize("rule", RULES)
def test_missing_evenings_do_not_end_it_until_there_are_too_few(rule):
    some = told(rule, rated(rule, -4, range(0, 56, 2)))
    assert some.finding is not FairFinding.TOO_FEW
    few = told(rule, rated(rule, -4, range(0, 19)))
    assert few.finding is FairFinding.TOO_FEW
    assert difference_words(few, one_by(rule), evening_check(), rule) == ""
    assert "A fair answer takes 20 in all and 6 of each." in meaning(few, one_by(rule))[1]
    assert (limits(few, rule), worked_out(few, one_by(rule), rule)) == ((), ())


def test_days_left_out_are_missing_evenings():
    values, one = rated(Rule.DAYS, -4), one_by(Rule.DAYS)
    for number in (1, 2, 30):
        one = left_out(one, number, yes=True)
    without = {day: value for day, value in values.items() if day - MONDAY.toordinal() not in (0, 1, 29)}
    assert told(Rule.DAYS, values, one).difference == told(Rule.DAYS, without).difference
    assert told(Rule.DAYS, values, one).out == 3
    assert fair_course(one, END, values.keys()).rated == 53


def test_the_sealed_seed_starts_the_redraws():
    values = rated(Rule.DAYS, -1, seed=5)
    options = [float(letter == "A") for letter in ORDER[Rule.DAYS]]
    found = told(Rule.DAYS, values).difference
    assert found == compare_days(options, list(values.values()), seed=3)
    assert "from the number 3 that was sealed" in "\n".join(
        worked_out(told(Rule.DAYS, values), one_by(Rule.DAYS), Rule.DAYS)
    )


def test_evenings_all_the_same_are_told_as_that():
    found = told(Rule.DAYS, {day: 5.0 for day in rated(Rule.DAYS, 0)})
    assert found.finding is FairFinding.TOO_EVEN
    assert difference_span(found, one_by(Rule.DAYS), evening_check()) is None


def test_a_measure_of_ones_own_is_told_on_its_own_scale():
    headache = Outcome(key="m1", name="Headache", low=0, high=100)
    values = rated(Rule.DAYS, -4)
    tenfold = {day: 10 * value for day, value in values.items()}
    found, own = told(Rule.DAYS, values), told(Rule.DAYS, tenfold, outcome=headache)
    assert own.difference.difference == pytest.approx(10 * found.difference.difference)
    assert own.difference.p == found.difference.p
    assert own.least == pytest.approx(10 * found.least)
    words = difference_words(own, one_by(Rule.DAYS), headache, Rule.DAYS)
    assert words.startswith("Headache: ")
    assert f"lower with “{A}”" in words
    assert len(every_evening(own, one_by(Rule.DAYS), headache).table.rows) <= 12


def test_the_difference_is_told_from_the_side_of_the_lower_way():
    found = told(Rule.DAYS, rated(Rule.DAYS, 4))
    words = difference_words(found, one_by(Rule.DAYS), evening_check(), Rule.DAYS)
    assert f"points lower with “{B}”. Anything from " in words
    assert "higher" not in words
    assert in_short(found, one_by(Rule.DAYS)) == f"Lower with “{B}”"
    nothing = told(Rule.DAYS, rated(Rule.DAYS, 0))
    around = difference_words(nothing, one_by(Rule.DAYS), evening_check(), Rule.DAYS)
    assert " lower to " in around
    assert " higher fits, and chance alone gives this much in about " in around
    assert meaning(nothing, one_by(Rule.DAYS))[0] == "So both are fine to keep."


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (-1.11, 0.32, "Anything from 1.2 lower to 0.4 higher fits"),
        (-2.0, -0.05, "Anything from 2.0 lower to 0.05 lower fits"),
        (-1.1, 0.0, "Anything from 1.1 lower to no difference fits"),
        (-0.3, -0.2, "Anything from 0.3 lower to 0.2 lower fits"),
    ],
)
def test_the_interval_is_never_told_narrower_than_it_is(low, high, words):
    found = told(Rule.DAYS, rated(Rule.DAYS, 0))
    difference = replace(found.difference, difference=(low + high) / 2, low=low, high=high)
    shown = replace(found, difference=difference)
    assert words in difference_words(shown, one_by(Rule.DAYS), evening_check(), Rule.DAYS)


@pytest.mark.parametrize(
    ("p", "often"),
    [(0.001, "fewer than 1 of"), (0.0475, "fewer than 5 of"), (0.0505, "about 5 of"), (0.27, "about 27 of")],
)
def test_chance_is_told_on_the_side_of_the_rule_where_it_lies(p, often):
    found = told(Rule.DAYS, rated(Rule.DAYS, 0))
    shown = replace(found, difference=replace(found.difference, p=p))
    words = difference_words(shown, one_by(Rule.DAYS), evening_check(), Rule.DAYS)
    assert words.endswith(f"in {often} 100 such tests.")


def test_by_weeks_the_orders_are_counted():
    found = told(Rule.WEEKS, rated(Rule.WEEKS, -4))
    words = difference_words(found, one_by(Rule.WEEKS), evening_check(), Rule.WEEKS)
    assert words.endswith("in 2 of the 70 possible orders.")


def test_the_picture_lies_the_way_its_names_say():
    found = told(Rule.DAYS, rated(Rule.DAYS, 4))
    span = difference_span(found, one_by(Rule.DAYS), evening_check())
    assert (span.left, span.right) == (f"Lower with {B}", f"Lower with {A}")
    assert span.low <= span.at <= span.high < 0
    assert -span.reach <= span.low


def test_every_evening_is_counted_once():
    found = told(Rule.DAYS, rated(Rule.DAYS, 0))
    spec = every_evening(found, one_by(Rule.DAYS), evening_check())
    assert [sum(count for _value, count in way.counts) for way in spec.ways] == [28, 28]
    assert [sum(int(row[place]) for row in spec.table.rows) for place in (1, 2)] == [28, 28]


@pytest.mark.parametrize("rule", RULES)
def test_today_is_told_quietly_and_tomorrow_is_not(rule):
    one, today = one_by(rule), MONDAY + timedelta(days=8)
    stands = fair_course(one, today, {MONDAY.toordinal(), MONDAY.toordinal() + 3})
    assert stands.phase is ExperimentPhase.RUNNING
    assert stands.now.number == 9
    assert [day.option for day in stands.days[9:]] == [""] * 47
    way = A if options_of(one)[8] == "A" else B
    assert today_words(one, stands).endswith(way)
    assert drawn_words(one, stands).endswith(way)
    assert "2 evenings rated so far." in where(stands)
    assert rated_by_week(stands).rated == (2, 0, 0, 0, 0, 0, 0, 0)
    assert rated_by_week(stands).days == (7, 2, 0, 0, 0, 0, 0, 0)


def test_before_its_monday_it_waits():
    stands = fair_course(one_by(Rule.DAYS), MONDAY - timedelta(days=1), ())
    assert stands.phase is ExperimentPhase.WAITING
    assert stands.going
    assert today_words(one_by(Rule.DAYS), stands) == drawn_words(one_by(Rule.DAYS), stands) == ""
    assert "Monday 30 November 2026" in where(stands)
