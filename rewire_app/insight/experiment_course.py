"""Where an experiment stands: which week it is, which option, how many evenings are rated.

Blind by construction: it is given the days on which something was noted, never what was noted.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from rewire_app.domain.experiment.experiment import Experiment
from rewire_app.domain.experiment.sealed_order import order_of
from rewire_app.domain.experiment.weeks import counted_weeks, first_day, last_day, left_out, week_of

NEEDED = 4
"""Rated evenings that a week needs."""


class ExperimentPhase(StrEnum):
    """What can be done with an experiment on a day."""

    WAITING = "waiting"
    RUNNING = "running"
    RESTING = "resting"
    OVER = "over"
    STOPPED = "stopped"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """One of the eight: its option ("A", "B"; "" before it begins), its days begun and rated."""

    number: int
    option: str
    first: date
    last: date
    days: int
    rated: int
    over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """Eight weeks as seen on a day; `now` is the week under way, None outside the weeks and while resting."""

    phase: ExperimentPhase
    weeks: tuple[Week, ...]
    now: Week | None
    last: date
    left_out: int

    @property
    def short(self) -> tuple[Week, ...]:
        """Weeks that are over with fewer rated evenings than a week needs."""
        return tuple(week for week in self.weeks if week.over and week.rated < NEEDED)

    @property
    def going(self) -> bool:
        """Whether it still goes on or waits to begin."""
        return self.phase in (ExperimentPhase.WAITING, ExperimentPhase.RUNNING, ExperimentPhase.RESTING)

    @property
    def begun(self) -> tuple[Week, ...]:
        """The weeks that have begun."""
        return tuple(week for week in self.weeks if week.option)


def course(experiment: Experiment, today: date, noted: Collection[int]) -> Course:
    """Where `experiment` stands on `today`; `noted` are the days (ordinals) whose evening is rated."""
    order, seen = order_of(experiment), today
    if experiment.stopped_day is not None:
        seen = min(today, experiment.stopped_day)
    weeks = []
    for place, number in enumerate(counted_weeks(experiment)):
        first = first_day(experiment, number)
        last = first + timedelta(days=6)
        begun = order is not None and first <= seen
        days = range(first.toordinal(), min(last, seen).toordinal() + 1)
        weeks.append(
            Week(
                number=place + 1,
                option=order[place] if order is not None and begun else "",
                first=first,
                last=last,
                days=len(days),
                rated=sum(day in noted for day in days),
                over=last < seen,
            )
        )
    phase = phase_of(experiment, today)
    now = next((week for week in weeks if week.first <= today <= week.last), None)
    return Course(
        phase=phase,
        weeks=tuple(weeks),
        now=now if phase is ExperimentPhase.RUNNING else None,
        last=last_day(experiment),
        left_out=sum(number <= week_of(experiment, seen) for number in left_out(experiment)),
    )


def phase_of(experiment: Experiment, today: date) -> ExperimentPhase:
    """What can be done with `experiment` on `today`."""
    if order_of(experiment) is None:
        return ExperimentPhase.BROKEN
    if experiment.stopped_day is not None:
        return ExperimentPhase.STOPPED
    if today < experiment.start_day:
        return ExperimentPhase.WAITING
    if today > last_day(experiment):
        return ExperimentPhase.OVER
    return (
        ExperimentPhase.RESTING
        if week_of(experiment, today) in left_out(experiment)
        else ExperimentPhase.RUNNING
    )
