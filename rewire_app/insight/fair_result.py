"""What a fair test by days or by weeks says: nothing before its end, then one of three outcomes or none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np

from rewire_app.domain.experiment.experiment import Experiment
from rewire_app.domain.experiment.sealed_order import Rule, seed_of
from rewire_app.insight.contrast import HIGH, Difference, enough
from rewire_app.insight.experiment_course import ExperimentPhase
from rewire_app.insight.experiment_words import Outcome
from rewire_app.insight.fair_course import fair_course
from rewire_app.insight.fair_forecast import could_show
from rewire_app.insight.random_days import compare_days
from rewire_app.insight.random_weeks import compare_weeks_daily
from rewire_app.insight.regression import Floats


class FairFinding(StrEnum):
    """What came out: which way had the lower evenings, or that none can be told, or why not."""

    LOWER_A = "lower with a"
    NONE = "no difference large enough to see"
    LOWER_B = "lower with b"
    TOO_FEW = "too few evenings"
    TOO_EVEN = "every evening the same"


@dataclass(frozen=True, slots=True, kw_only=True)
class FairResult:
    """What is said, in points of the measure. `difference` is A less B; `least` could just have been seen.

    `of_a` and `of_b`: the ratings of each option's evenings, in their order. `out`: days left out, `done`:
    days that were noted as done.
    """

    finding: FairFinding
    difference: Difference
    of_a: tuple[float, ...]
    of_b: tuple[float, ...]
    least: float | None
    out: int
    done: int


def fair_result(
    experiment: Experiment, values: Mapping[int, float], today: date, outcome: Outcome
) -> FairResult | None:
    """What `experiment` says on `today`; None before its end, when stopped, and when it cannot be read.

    `values`: the rating of each rated day (ordinal), on the scale of `outcome`.
    """
    stands = fair_course(experiment, today, values.keys())
    if stands.phase is not ExperimentPhase.OVER:
        return None
    scale = (outcome.high - outcome.low) / HIGH
    known = [day.day.toordinal() if day.rated and not day.out else None for day in stands.days]
    raw = np.array([np.nan if day is None else values[day] for day in known])
    options = np.array([float(day.option == "A") for day in stands.days])
    ratings = np.clip((raw - outcome.low) / scale, 0, HIGH)
    by_weeks = stands.rule is Rule.WEEKS
    found = (
        compare_weeks_daily(options, ratings)
        if by_weeks
        else compare_days(options, ratings, seed=seed_of(experiment))
    )
    return FairResult(
        finding=_finding(found, options, ratings),
        difference=_scaled(found, scale),
        of_a=tuple(raw[(options == 1) & ~np.isnan(raw)].tolist()),
        of_b=tuple(raw[(options == 0) & ~np.isnan(raw)].tolist()),
        least=_least(options, ratings, found, scale, weeks=by_weeks),
        out=sum(day.out for day in stands.days),
        done=sum(day.done for day in stands.days),
    )


def _finding(found: Difference, options: Floats, ratings: Floats) -> FairFinding:
    if found.difference is None:
        return FairFinding.TOO_EVEN if enough(options, ratings) else FairFinding.TOO_FEW
    if not found.clear:
        return FairFinding.NONE
    return FairFinding.LOWER_A if found.difference < 0 else FairFinding.LOWER_B


def _scaled(found: Difference, scale: float) -> Difference:
    if found.difference is None or found.low is None or found.high is None:
        return found
    return Difference(
        difference=found.difference * scale, low=found.low * scale, high=found.high * scale, p=found.p
    )


def _least(options: Floats, ratings: Floats, found: Difference, scale: float, *, weeks: bool) -> float | None:
    if found.difference is None:
        return None
    least = could_show(options, ratings, found.difference, weeks=weeks)
    return None if least is None else least * scale
