"""What is said about a fair test by days or by weeks: blind before its end, plain and limited after it."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil, floor

from rewire_app.domain.day_words import day_words, span_words
from rewire_app.domain.experiment.experiment import Experiment
from rewire_app.domain.experiment.sealed_order import Rule, seed_of
from rewire_app.i18n import _, ngettext
from rewire_app.insight.contrast import CLEAR, FEWEST, FEWEST_EACH
from rewire_app.insight.drawn_words import option_words, week_number
from rewire_app.insight.experiment_course import ExperimentPhase
from rewire_app.insight.experiment_words import Outcome
from rewire_app.insight.fair_course import FairCourse
from rewire_app.insight.fair_result import FairFinding, FairResult
from rewire_app.insight.forecast_words import points
from rewire_app.insight.random_days import REDRAWS
from rewire_app.insight.random_weeks import ORDERS, WEEKS

SMALLEST, TINY = 0.05, 1e-9
"""What rounds to no difference at one decimal, and what is none, in points."""


def where(course: FairCourse) -> str:
    """Where the test stands, without any rating: "Day 17 of 56. 14 evenings rated so far."."""
    if course.phase is ExperimentPhase.WAITING:
        return _("It begins on Monday {day}. On that day you will see what comes first.").format(
            day=day_words(course.days[0].day, year=True)
        )
    if course.now is None:
        return ""
    rated = ngettext("{n} evening rated so far.", "{n} evenings rated so far.", course.rated).format(
        n=course.rated
    )
    if course.rule is Rule.WEEKS:
        return (
            _("Week {week} of {weeks}, day {day} of {days}.").format(
                week=week_number(course), weeks=WEEKS, day=course.now.number, days=len(course.days)
            )
            + " "
            + rated
        )
    return _("Day {day} of {days}.").format(day=course.now.number, days=len(course.days)) + " " + rated


def span(experiment: Experiment, course: FairCourse, result: FairResult) -> str:
    """ "29 September to 23 November. 56 days, 47 rated evenings. 9 were left out, which is fine."."""
    rated = len(result.of_a) + len(result.of_b)
    told = [
        span_words(experiment.start_day, course.last) + ".",
        ngettext("{days} days, {n} rated evening.", "{days} days, {n} rated evenings.", rated).format(
            days=len(course.days), n=rated
        ),
    ]
    if result.out:
        out = ngettext(
            "{n} day was left out, which is fine.", "{n} days were left out, which is fine.", result.out
        )
        told.append(out.format(n=result.out))
    return " ".join(told)


def outcome_words(experiment: Experiment, outcome: Outcome) -> tuple[tuple[FairFinding, str], ...]:
    """The three outcomes as they stand beside each other, in the order of the axis."""
    text = _("Lower evenings with {option}") if outcome.is_evening else _("Lower with {option}")
    return (
        (FairFinding.LOWER_B, text.format(option=experiment.option_b)),
        (FairFinding.NONE, _("No difference large enough to see")),
        (FairFinding.LOWER_A, text.format(option=experiment.option_a)),
    )


def in_short(result: FairResult, experiment: Experiment) -> str:
    """The result in a few words, for a list."""
    words = {
        FairFinding.LOWER_A: _("Lower with “{option}”").format(option=experiment.option_a),
        FairFinding.LOWER_B: _("Lower with “{option}”").format(option=experiment.option_b),
        FairFinding.NONE: _("No difference large enough to see"),
        FairFinding.TOO_FEW: _("Not enough ratings for a fair answer"),
        FairFinding.TOO_EVEN: _("Every evening was rated the same"),
    }
    return words[result.finding]


def difference_words(result: FairResult, experiment: Experiment, outcome: Outcome, rule: Rule) -> str:
    """The difference with its interval, and how often chance alone gives as much; "" without a result."""
    found = result.difference
    if found.difference is None or found.low is None or found.high is None or found.p is None:
        return ""
    lower_a = found.difference < 0
    option = experiment.option_a if lower_a else experiment.option_b
    low, high = (found.low, found.high) if lower_a else (-found.high, -found.low)
    name = _("Evenings") if outcome.is_evening else outcome.name
    if abs(found.difference) < SMALLEST:
        size = _("{name}: no difference to speak of.").format(name=name)
    elif outcome.is_evening:
        size = _("Evenings were {points} lower with “{option}”.").format(
            points=points(abs(found.difference)), option=option
        )
    else:
        size = _("{name}: {points} lower with “{option}”.").format(
            name=name, points=points(abs(found.difference)), option=option
        )
    fits = _("Anything from {low} to {high} fits, and chance alone gives this much in {often}.").format(
        low=_side(low, floor), high=_side(high, ceil), often=_often(found.p, rule)
    )
    return f"{size} {fits}"


def meaning(result: FairResult, experiment: Experiment) -> tuple[str, str]:
    """What follows from the result: one sentence, and what goes with it."""
    if result.finding is FairFinding.NONE:
        return (
            _("So both are fine to keep."),
            _("Take the one you like more or that fits the day better. A smaller difference may be there."),
        )
    if result.finding is FairFinding.TOO_FEW:
        return (
            _("So Rewire leaves the answer open."),
            _(
                "There are {rated_a} rated evenings with “{a}” and {rated_b} with “{b}”. A fair answer takes "
                "{needed} in all and {each} of each. A new test begins with a new drawing."
            ).format(
                rated_a=len(result.of_a),
                rated_b=len(result.of_b),
                a=experiment.option_a,
                b=experiment.option_b,
                needed=FEWEST,
                each=FEWEST_EACH,
            ),
        )
    if result.finding is FairFinding.TOO_EVEN:
        return (
            _("So no difference can show here."),
            _("Every evening was rated the same. That says nothing against either way."),
        )
    option = option_words(experiment, "A" if result.finding is FairFinding.LOWER_A else "B")
    return (
        _("So “{option}” made the difference, within this test.").format(option=option),
        _("Chance alone decided, so “because” is fair here. Most numbers in Rewire cannot say that."),
    )


def limits(result: FairResult, rule: Rule) -> tuple[str, ...]:
    """What the result cannot say, one sentence or two each."""
    if result.difference.difference is None:
        return ()
    told = [
        _("It is about you, in these eight weeks. It says nothing about other people or other times."),
        _("You knew which way it was. What one hopes for can colour a rating."),
        _("It cannot see what builds up over weeks, or what carries over into the next day.")
        if rule is Rule.DAYS
        else _(
            "By weeks only large differences can be seen. What lingers into the next week hides them too."
        ),
        _("It compares what was drawn, whether or not each day went as drawn."),
    ]
    if result.out:
        told.append(
            ngettext(
                "{n} day was left out. If one way made such a day more likely, this test cannot see it.",
                "{n} days were left out. If one way made such days more likely, this test cannot see it.",
                result.out,
            ).format(n=result.out)
        )
    return tuple(told)


def worked_out(result: FairResult, experiment: Experiment, rule: Rule) -> tuple[str, ...]:
    """How the numbers came about, and what to check them with."""
    p = result.difference.p
    if p is None:
        return ()
    lines = [
        _("Plain averages: {mean_a:.2f} with “{a}”, {mean_b:.2f} with “{b}”.").format(
            a=experiment.option_a,
            b=experiment.option_b,
            mean_a=sum(result.of_a) / len(result.of_a),
            mean_b=sum(result.of_b) / len(result.of_b),
        ),
        _(
            "Before they were compared, a slow rise or fall over the weeks, and what one evening carries "
            "over into the next, were taken out. So the difference told is not quite the gap between "
            "the averages."
        ),
    ]
    if rule is Rule.WEEKS:
        lines.append(
            _(
                "Four weeks of each can come in {orders} orders. The same was done for every one of them. In "
                "{count} of {orders} the difference is as large or larger, on either side."
            ).format(orders=len(ORDERS), count=round(p * len(ORDERS)))
        )
    else:
        lines.append(
            _(
                "The coins were thrown anew {redraws} times, from the number {seed} that was sealed with the "
                "order, so the same evenings always give the same answer. In {count} of them the difference "
                "is as large or larger, on either side."
            ).format(redraws=f"{REDRAWS:,}", seed=seed_of(experiment), count=round(p * (REDRAWS + 1)) - 1)
        )
    lines.append(
        _("Rewire tells a difference when chance gives as much in fewer than {most} of 100 tests.").format(
            most=round(CLEAR * 100)
        )
    )
    if result.done:
        lines.append(
            ngettext(
                "You noted {n} day as done. All days count as they were drawn.",
                "You noted {n} days as done. All days count as they were drawn.",
                result.done,
            ).format(n=result.done)
        )
    return tuple(lines)


def stopped_words(experiment: Experiment, course: FairCourse) -> str:
    """What is said of a stopped test."""
    assert experiment.stopped_day is not None
    return _(
        "You stopped this test on {day}, on day {number} of {days}. That is always open to you. "
        "A stopped test cannot say anything fair about the two ways: the moment of stopping was not left "
        "to chance."
    ).format(
        day=day_words(experiment.stopped_day, year=True),
        number=max(1, len(course.begun)),
        days=len(course.days),
    )


def _side(value: float, outward: Callable[[float], int]) -> str:
    """ "1.1 lower", "0.3 higher", "no difference": an end of the interval, rounded away from its middle."""
    told = f"{abs(outward(round(value * 10, 6))) / 10:.1f}"
    if float(told) == 0:
        if abs(value) < TINY:
            return _("no difference")
        told = f"{max(abs(value), 0.01):.2f}"  # what leaves zero out must not read as if it held it
    text = _("{n} lower") if value < 0 else _("{n} higher")
    return text.format(n=told)


def _often(p: float, rule: Rule) -> str:
    if rule is Rule.WEEKS:
        return _("{count} of the {orders} possible orders").format(
            count=round(p * len(ORDERS)), orders=len(ORDERS)
        )
    share = round(100 * p)
    if share < 1 or p < CLEAR <= share / 100:
        return _("fewer than {n} of 100 such tests").format(n=max(1, share))
    return _("about {n} of 100 such tests").format(n=share)
