"""The person's experiments with what was rated in them: for their page, for Today and as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from math import ceil, floor
from typing import Any

from rewire_app.domain.experiment.experiment import Experiment
from rewire_app.domain.experiment.sealed_order import Rule
from rewire_app.insight import fair_words
from rewire_app.insight.experiment_course import ExperimentPhase, course
from rewire_app.insight.experiment_result import Result, WeekMean, result, week_means
from rewire_app.insight.experiment_words import (
    Outcome,
    evening_check,
    gone_measure,
    in_short,
    sentence,
    supports,
    worked_out,
)
from rewire_app.insight.fair_result import FairResult, fair_result
from rewire_app.reports.experiments_today import is_fair, read_values
from rewire_app.reports.fair_json import fair_as_json
from rewire_app.store import queries as reads
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import Vault


def outcomes(vault: Vault) -> tuple[Outcome, ...]:
    """What an experiment may be judged by: the evening check, and the person's own measures."""
    own = (
        Outcome(key=uid, name=name, low=low, high=high)
        for uid, name, low, high, *_words in reads.custom_measures(vault)
    )
    return (evening_check(), *own)


def outcome_of(vault: Vault, experiment: Experiment) -> Outcome:
    """What `experiment` is judged by, also when that measure was removed."""
    known = {each.key: each for each in outcomes(vault)}
    if experiment.outcome in known:
        return known[experiment.outcome]
    values = read_values(vault, experiment).values()
    low, high = floor(min(values, default=0)), ceil(max(values, default=10))
    return gone_measure(experiment.outcome, low, max(high, low + 1))


def read_fair_result(vault: Vault, experiment: Experiment, today: date) -> FairResult | None:
    """What a test by days or by weeks says on `today`; None before its end."""
    return fair_result(experiment, read_values(vault, experiment), today, outcome_of(vault, experiment))


def told_in_short(vault: Vault, experiment: Experiment, today: date) -> str:
    """What came out, in a few words; "" before the end."""
    if is_fair(experiment):
        fair = read_fair_result(vault, experiment, today)
        return "" if fair is None else fair_words.in_short(fair, experiment)
    found = result(experiment, read_values(vault, experiment), today)
    return "" if found is None else in_short(found, experiment)


def experiment_as_json(
    experiment: Experiment, values: Mapping[int, float], outcome: Outcome, today: date
) -> dict[str, Any]:
    """An experiment as JSON values, blind before its end: then order, seal and ratings are null.

    kind: "days" and "weeks" are told by `reports.fair_json`, "weekly means" here.
    option_a, option_b, measure, from, to: as chosen. phase: waiting, running, resting, over, stopped, broken.
    week (1-8 or null), evenings_rated: for each of the eight weeks, null before it begins. code: SHA-256 of
    the sealed text. sealed_text, weeks (number, option, from, to, evenings_rated, mean) and result (finding,
    sentence, mean_a, mean_b, difference, orders_as_far, orders, p, supports, worked_out): only at the end; a
    stopped one has weeks and no result.
    """
    if is_fair(experiment):
        return fair_as_json(experiment, values, outcome, today)
    stands = course(experiment, today, values.keys())
    found = result(experiment, values, today)
    ended = stands.phase in (ExperimentPhase.OVER, ExperimentPhase.STOPPED)
    return {
        "kind": str(Rule.WEEKLY_MEANS),
        "option_a": experiment.option_a,
        "option_b": experiment.option_b,
        "measure": outcome.name,
        "from": experiment.start_day.isoformat(),
        "to": stands.last.isoformat(),
        "phase": str(stands.phase),
        "week": stands.now.number if stands.now is not None else None,
        "evenings_rated": [week.rated if week.option else None for week in stands.weeks],
        "weeks_left_out": stands.left_out,
        "code": experiment.sealed_hash,
        "sealed_text": experiment.seal if ended else None,
        "weeks": [_week(each) for each in week_means(experiment, values, today)] if ended else None,
        "result": None if found is None else _result(found, experiment, outcome),
    }


def experiments_as_json(vault: Vault, today: date) -> list[dict[str, Any]]:
    """Every experiment as JSON values, the latest begun first."""
    return [
        experiment_as_json(each, read_values(vault, each), outcome_of(vault, each), today)
        for each in Store(vault).experiments.all()
    ]


def _week(each: WeekMean) -> dict[str, Any]:
    return {
        "number": each.week.number,
        "option": each.week.option,
        "from": each.week.first.isoformat(),
        "to": each.week.last.isoformat(),
        "evenings_rated": each.week.rated,
        "mean": each.mean,
    }


def _result(found: Result, experiment: Experiment, outcome: Outcome) -> dict[str, Any]:
    test = found.test
    return {
        "finding": str(found.finding),
        "sentence": sentence(found, experiment, outcome),
        "mean_a": None if test is None else test.mean_a,
        "mean_b": None if test is None else test.mean_b,
        "difference": None if test is None else test.difference,
        "orders_as_far": None if test is None else test.as_far,
        "orders": None if test is None else test.orders,
        "p": None if test is None else test.p,
        "supports": list(supports(found)),
        "worked_out": list(worked_out(found, experiment)),
    }
