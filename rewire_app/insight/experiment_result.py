"""What eight weeks say: nothing before they are over, then the exact test over the 70 orders.

A week counts with at least four rated evenings. With one week less, no gap could stand out from chance
(2 of 35 orders at best), so then there is no answer at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rewire_app.domain.experiment.experiment import Experiment
from rewire_app.insight.experiment_course import NEEDED, Course, ExperimentPhase, Week, course
from rewire_app.insight.random_weeks import RandomWeeks, compare_weeks


class Conclusion(StrEnum):
    """What may be said at the end."""

    CLEAR = "clear"
    UNCLEAR = "unclear"
    TOO_FEW = "too few"


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekMean:
    """A week and the mean of its rated evenings; None with fewer than four."""

    week: Week
    mean: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The eight weeks and what they say; `test` is None when a week has no mean."""

    finding: Conclusion
    weeks: tuple[WeekMean, ...]
    test: RandomWeeks | None
    left_out: int


def week_means(experiment: Experiment, values: Mapping[int, float], today: date) -> tuple[WeekMean, ...]:
    """The weeks of an experiment that is over or was stopped; none while it goes on.

    `values`: the rating of each rated day (ordinal). A stopped experiment has the weeks that were over.
    """
    found = course(experiment, today, values.keys())
    if found.phase not in (ExperimentPhase.OVER, ExperimentPhase.STOPPED):
        return ()
    weeks = (
        found.weeks if found.phase is ExperimentPhase.OVER else [week for week in found.weeks if week.over]
    )
    return tuple(WeekMean(week=week, mean=_mean(week, values)) for week in weeks)


def result(experiment: Experiment, values: Mapping[int, float], today: date) -> Result | None:
    """What the experiment says on `today`; None before its end and when it was stopped."""
    found: Course = course(experiment, today, values.keys())
    if found.phase is not ExperimentPhase.OVER:
        return None
    weeks = week_means(experiment, values, today)
    test = None
    means = [each.mean for each in weeks if each.mean is not None]
    if len(means) == len(weeks):
        test = compare_weeks("".join(each.week.option for each in weeks), means)
    finding = Conclusion.TOO_FEW if test is None else Conclusion.CLEAR if test.clear else Conclusion.UNCLEAR
    return Result(finding=finding, weeks=weeks, test=test, left_out=found.left_out)


def _mean(week: Week, values: Mapping[int, float]) -> float | None:
    days = range(week.first.toordinal(), week.last.toordinal() + 1)
    known = [values[day] for day in days if day in values]
    return sum(known) / len(known) if len(known) >= NEEDED else None
