"""A finished fair test as two pictures: every evening of each way, and the difference with its interval."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from rewire_app.charts.experiment_weeks import RatedEvenings
from rewire_app.charts.spec import Table
from rewire_app.domain.experiment.experiment import Experiment
from rewire_app.i18n import _, ngettext
from rewire_app.insight.experiment_words import Outcome
from rewire_app.insight.fair_course import FairCourse
from rewire_app.insight.fair_result import FairResult

COLUMNS = 12
"""So many columns of dots at most; a wider scale puts neighbouring values together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evenings:
    """The evenings of one way: how many had each value (the first of its column), and their average."""

    name: str
    counts: tuple[tuple[int, int], ...]
    mean: float
    mean_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EveryEvening:
    """Both ways on the scale of the measure, `step` values a column."""

    ways: tuple[Evenings, Evenings]
    low: int
    high: int
    step: int
    summary: str
    table: Table


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceSpan:
    """The difference as it lies on its axis: to the left the other way is lower, to the right the first.

    `reach`: the ends of the axis in points. `least`: what the test could just have seen, None if nothing.
    """

    at: float
    low: float
    high: float
    reach: float
    least: float | None
    left: str
    right: str


def every_evening(result: FairResult, experiment: Experiment, outcome: Outcome) -> EveryEvening | None:
    """The evenings of both ways; None while one of them has none."""
    if not result.of_a or not result.of_b:
        return None
    step = max(1, ceil((outcome.high - outcome.low + 1) / COLUMNS))
    ways = (
        _evenings(experiment.option_a, result.of_a, outcome, step),
        _evenings(experiment.option_b, result.of_b, outcome, step),
    )
    return EveryEvening(
        ways=ways,
        low=outcome.low,
        high=outcome.high,
        step=step,
        summary=" ".join(f"{way.name}: {way.mean_words}." for way in ways),
        table=_table(ways, outcome, step),
    )


def difference_span(result: FairResult, experiment: Experiment, outcome: Outcome) -> DifferenceSpan | None:
    """The difference on its axis; None without one."""
    found = result.difference
    if found.difference is None or found.low is None or found.high is None:
        return None
    widest = max(abs(found.low), abs(found.high), result.least or 0)
    whole = outcome.high - outcome.low
    reach = min(float(whole), _round_up(widest * 1.1, whole))
    text = _("Lower with {option}")
    return DifferenceSpan(
        at=-found.difference,
        low=-found.high,
        high=-found.low,
        reach=reach,
        least=result.least if result.least is not None and result.least < reach else None,
        left=text.format(option=experiment.option_b),
        right=text.format(option=experiment.option_a),
    )


def rated_by_week(course: FairCourse) -> RatedEvenings:
    """How many evenings of each week are rated, for a test that goes on."""
    weeks = [course.days[first : first + 7] for first in range(0, len(course.days), 7)]
    rated = tuple(sum(day.rated and not day.out for day in week) for week in weeks)
    begun = tuple(sum(bool(day.option) for day in week) for week in weeks)
    parts = [
        _("Week {week}: {rated} of 7 evenings rated.").format(week=number, rated=count)
        for number, (count, days) in enumerate(zip(rated, begun, strict=True), start=1)
        if days
    ]
    return RatedEvenings(
        rated=rated,
        days=begun,
        now=(course.now.number - 1) // 7 + 1 if course.now is not None else None,
        summary=" ".join(parts) or _("No week has begun yet."),
    )


def _evenings(name: str, values: Sequence[float], outcome: Outcome, step: int) -> Evenings:
    columns = Counter(outcome.low + step * int((value - outcome.low) // step) for value in values)
    mean = sum(values) / len(values)
    return Evenings(
        name=ngettext("{name}, {n} evening", "{name}, {n} evenings", len(values)).format(
            name=name, n=len(values)
        ),
        counts=tuple(sorted(columns.items())),
        mean=mean,
        mean_words=_("{mean:.1f} on average").format(mean=mean),
    )


def _table(ways: tuple[Evenings, Evenings], outcome: Outcome, step: int) -> Table:
    values = range(outcome.low, outcome.high + 1, step)
    counts = [dict(way.counts) for way in ways]
    return Table(
        headings=(_("Rated"), *(way.name for way in ways)),
        rows=tuple(
            (
                str(value) if step == 1 else f"{value}–{min(value + step - 1, outcome.high)}",
                *(str(each.get(value, 0)) for each in counts),
            )
            for value in values
        ),
    )


def _round_up(value: float, whole: int) -> float:
    """`value` up to the next half point of a scale of ten."""
    step = whole / 20
    return max(step * 2, ceil(value / step) * step)
