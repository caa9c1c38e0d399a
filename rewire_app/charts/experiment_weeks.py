"""The eight weeks of an experiment as a picture: before the end only what is rated, after it the means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rewire_app.charts.spec import Table
from rewire_app.domain.day_words import span_words
from rewire_app.domain.experiment.experiment import Experiment
from rewire_app.i18n import _
from rewire_app.insight.experiment_course import Course
from rewire_app.insight.experiment_result import WeekMean
from rewire_app.insight.experiment_words import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedEvenings:
    """Evenings rated in each week, and how many days of it have begun; never what was rated."""

    rated: tuple[int, ...]
    days: tuple[int, ...]
    now: int | None
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekMark:
    """A week in the picture: its option, its mean or None, and what is said about it."""

    number: int
    option: str
    mean: float | None
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeksInOrder:
    """Weeks in the order in which they were drawn, on the scale of the measure."""

    weeks: tuple[WeekMark, ...]
    low: int
    high: int
    names: tuple[str, str]
    summary: str
    table: Table


def rated_evenings(course: Course) -> RatedEvenings:
    """How many evenings each week has, for a test that goes on."""
    parts = [
        _("Week {week}: {rated} of 7 evenings rated.").format(week=week.number, rated=week.rated)
        for week in course.begun
    ]
    return RatedEvenings(
        rated=tuple(week.rated for week in course.weeks),
        days=tuple(week.days for week in course.weeks),
        now=course.now.number if course.now is not None else None,
        summary=" ".join(parts) or _("No week has begun yet."),
    )


def weeks_in_order(weeks: Sequence[WeekMean], experiment: Experiment, outcome: Outcome) -> WeeksInOrder:
    """The picture of weeks that are over."""
    names = (experiment.option_a, experiment.option_b)
    marks = tuple(_mark(each, names, outcome) for each in weeks)
    return WeeksInOrder(
        weeks=marks,
        low=outcome.low,
        high=outcome.high,
        names=names,
        summary=" ".join(mark.sentence for mark in marks) or _("No week was over."),
        table=_table(weeks, names, outcome),
    )


def _mark(each: WeekMean, names: tuple[str, str], outcome: Outcome) -> WeekMark:
    week = each.week
    option = names[0] if week.option == "A" else names[1]
    mean = _("not enough ratings") if each.mean is None else outcome.said(each.mean)
    return WeekMark(
        number=week.number,
        option=week.option,
        mean=each.mean,
        sentence=_("Week {week}, “{option}”: {mean}.").format(week=week.number, option=option, mean=mean),
    )


def _table(weeks: Sequence[WeekMean], names: tuple[str, str], outcome: Outcome) -> Table:
    return Table(
        headings=(
            _("Week"),
            _("Days"),
            _("Option"),
            _("Evenings rated, of 7"),
            _("Average, {low} to {high}").format(low=outcome.low, high=outcome.high),
        ),
        rows=tuple(
            (
                str(each.week.number),
                span_words(each.week.first, each.week.last),
                names[0] if each.week.option == "A" else names[1],
                str(each.week.rated),
                "" if each.mean is None else f"{each.mean:.2f}",
            )
            for each in weeks
        ),
    )
