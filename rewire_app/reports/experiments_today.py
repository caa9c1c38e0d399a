"""Where the person's experiments stand today: for Today and beside an exercise, without any result."""

from __future__ import annotations

from datetime import date

from rewire_app.domain.experiment.experiment import EVENINGS, Experiment
from rewire_app.domain.experiment.sealed_order import Rule, rule_of
from rewire_app.domain.experiment.weeks import last_day
from rewire_app.insight import drawn_words
from rewire_app.insight.experiment_course import Course, ExperimentPhase, course
from rewire_app.insight.fair_course import FairCourse, fair_course
from rewire_app.store import queries as reads
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import Vault

Stands = Course | FairCourse
"""Where a test stands, of the earlier kind or compared day by day."""


def read_values(vault: Vault, experiment: Experiment) -> dict[int, float]:
    """The rating of each rated day (ordinal) of `experiment`, from its first to its last day."""
    a, b = experiment.start_day.toordinal(), last_day(experiment).toordinal()
    if experiment.outcome == EVENINGS:
        found = reads.ratings(vault, "reactivity", a, b)
    else:
        found = reads.custom_ratings(vault, experiment.outcome, a, b)
    return {day: float(value) for day, value in found}


def is_fair(experiment: Experiment) -> bool:
    """Whether it is compared day by day; earlier ones end by their weekly means."""
    return rule_of(experiment) in (Rule.DAYS, Rule.WEEKS)


def read_course(vault: Vault, experiment: Experiment, today: date) -> Stands:
    """Where `experiment` stands; which evenings are rated is used, what they were is not."""
    noted = read_values(vault, experiment).keys()
    if is_fair(experiment):
        return fair_course(experiment, today, noted)
    return course(experiment, today, noted)


def today_line(experiment: Experiment, stands: Stands) -> str:
    """What the test says of today: this week's way, or today's; "" outside it."""
    if isinstance(stands, FairCourse):
        return drawn_words.today_words(experiment, stands)
    return drawn_words.this_week(experiment, stands.now.option) if stands.now is not None else ""


def beside_exercise(store: Store, today: date, title: str) -> str:
    """What a test says of today beside the exercise called `title`, where that is one of its two ways."""
    for experiment in _with_way(store, title):
        stands = read_course(store.vault, experiment, today)
        if isinstance(stands, FairCourse) and stands.now is not None:
            return drawn_words.drawn_words(experiment, stands)
        if stands.now is not None:
            return today_line(experiment, stands)
    return ""


def other_way(store: Store, today: date) -> str:
    """The way that was not drawn for today, "" without a test that goes on."""
    for experiment in store.experiments.all():
        now = read_course(store.vault, experiment, today).now
        if now is not None:
            return experiment.option_b if now.option == "A" else experiment.option_a
    return ""


def current(store: Store, today: date) -> tuple[Experiment, Stands] | None:
    """The experiment that goes on, or else the newest whose result was not looked at yet."""
    found = [(each, read_course(store.vault, each, today)) for each in store.experiments.all()]
    for each, stands in found:
        if stands.going:
            return each, stands
    for each, stands in found:
        if stands.phase is ExperimentPhase.OVER and each.opened_day is None:
            return each, stands
    return None


def _with_way(store: Store, title: str) -> list[Experiment]:
    ways = ((each, (each.option_a, each.option_b)) for each in store.experiments.all())
    return [each for each, both in ways if title in both]
