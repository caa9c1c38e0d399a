"""A fair test by days or by weeks as JSON values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from rewire_app.domain.experiment.day_notes import day_notes
from rewire_app.domain.experiment.experiment import Experiment
from rewire_app.insight.experiment_course import ExperimentPhase
from rewire_app.insight.experiment_words import Outcome
from rewire_app.insight.fair_course import FairCourse, fair_course
from rewire_app.insight.fair_result import FairResult, fair_result
from rewire_app.insight.fair_words import difference_words, limits, meaning, worked_out


def fair_as_json(
    experiment: Experiment, values: Mapping[int, float], outcome: Outcome, today: date
) -> dict[str, Any]:
    """A test as JSON values, blind before its end: then seal, days and result are null.

    kind: days or weeks. option_a, option_b, measure, from, to: as chosen. phase: waiting, running, over,
    stopped, broken. day: 1-56 or null. evenings_rated, days_left_out, days_done: how many so far. code: the
    SHA-256 of the sealed text. days (number, date, option, rating or null, left_out, done): at the end.
    result (finding, difference (A less B), low, high, p, could_show, sentence, meaning, supports,
    worked_out): at the end, null for a stopped one; its numbers are null without enough evenings.
    kept: a, b, both, neither or null.
    """
    stands = fair_course(experiment, today, values.keys())
    found = fair_result(experiment, values, today, outcome)
    ended = stands.phase in (ExperimentPhase.OVER, ExperimentPhase.STOPPED)
    keep = day_notes(experiment).keep
    return {
        "kind": str(stands.rule),
        "option_a": experiment.option_a,
        "option_b": experiment.option_b,
        "measure": outcome.name,
        "from": experiment.start_day.isoformat(),
        "to": stands.last.isoformat(),
        "phase": str(stands.phase),
        "day": stands.now.number if stands.now is not None else None,
        "evenings_rated": stands.rated,
        "days_left_out": sum(day.out for day in stands.begun),
        "days_done": sum(day.done for day in stands.begun),
        "code": experiment.sealed_hash,
        "sealed_text": experiment.seal if ended else None,
        "days": _days(stands, values) if ended else None,
        "result": None if found is None else _result(found, experiment, outcome, stands),
        "kept": None if keep is None else str(keep),
    }


def _days(stands: FairCourse, values: Mapping[int, float]) -> list[dict[str, Any]]:
    return [
        {
            "number": day.number,
            "date": day.day.isoformat(),
            "option": day.option,
            "rating": values.get(day.day.toordinal()),
            "left_out": day.out,
            "done": day.done,
        }
        for day in stands.begun
    ]


def _result(
    found: FairResult, experiment: Experiment, outcome: Outcome, stands: FairCourse
) -> dict[str, Any]:
    told = found.difference
    return {
        "finding": str(found.finding),
        "difference": told.difference,
        "low": told.low,
        "high": told.high,
        "p": told.p,
        "could_show": found.least,
        "sentence": difference_words(found, experiment, outcome, stands.rule),
        "meaning": " ".join(meaning(found, experiment)),
        "supports": list(limits(found, stands.rule)),
        "worked_out": list(worked_out(found, experiment, stands.rule)),
    }
