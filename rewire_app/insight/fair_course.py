"""Where a fair test by days or by weeks stands: which day it is, whose it is, how many evenings are rated.

Blind by construction: it is given the days on which something was noted, never what was noted.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from rewire_app.domain.experiment.day_notes import DAYS, date_of, day_notes, day_of
from rewire_app.domain.experiment.experiment import Experiment
from rewire_app.domain.experiment.sealed_order import Rule, order_of, rule_of
from rewire_app.insight.experiment_course import ExperimentPhase, phase_of


@dataclass(frozen=True, slots=True, kw_only=True)
class FairDay:
    """One of the 56, counted from 1: its option ("A", "B"; "" before it begins) and what was said of it."""

    number: int
    day: date
    option: str
    rated: bool
    out: bool
    done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FairCourse:
    """56 days as seen on a day; `now` is today's, None outside the test."""

    rule: Rule
    phase: ExperimentPhase
    days: tuple[FairDay, ...]
    now: FairDay | None
    last: date

    @property
    def going(self) -> bool:
        """Whether it still goes on or waits to begin."""
        return self.phase in (ExperimentPhase.WAITING, ExperimentPhase.RUNNING)

    @property
    def begun(self) -> tuple[FairDay, ...]:
        """The days that have begun."""
        return tuple(day for day in self.days if day.option)

    @property
    def rated(self) -> int:
        """How many evenings are rated and not left out."""
        return sum(day.rated and not day.out for day in self.days)


def options_of(experiment: Experiment) -> str:
    """The option of each of the 56 days; "" if the order cannot be read. Not to be shown before its day."""
    order, rule = order_of(experiment) or "", rule_of(experiment)
    return order if rule is Rule.DAYS else "".join(letter * 7 for letter in order)


def fair_course(experiment: Experiment, today: date, noted: Collection[int]) -> FairCourse:
    """Where `experiment` stands on `today`; `noted` are the days (ordinals) whose evening is rated."""
    options, said = options_of(experiment), day_notes(experiment)
    seen = min(today, experiment.stopped_day) if experiment.stopped_day is not None else today
    days = []
    for number in range(1, DAYS + 1):
        day = date_of(experiment, number)
        begun = bool(options) and day <= seen
        days.append(
            FairDay(
                number=number,
                day=day,
                option=options[number - 1] if begun else "",
                rated=begun and day.toordinal() in noted,
                out=number in said.out,
                done=number in said.done,
            )
        )
    phase, here = phase_of(experiment, today), day_of(experiment, today)
    return FairCourse(
        rule=rule_of(experiment) or Rule.DAYS,
        phase=phase,
        days=tuple(days),
        now=days[here - 1] if phase is ExperimentPhase.RUNNING else None,
        last=days[-1].day,
    )
