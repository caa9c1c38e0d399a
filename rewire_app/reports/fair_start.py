"""What is read before a fair test starts: what was done most, and what a test could show this person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.domain.experiment.choice import why_not
from rewire_app.domain.experiment.experiment import EVENINGS
from rewire_app.domain.experiment.sealed_order import Rule
from rewire_app.insight.contrast import FEWEST, HIGH
from rewire_app.insight.experiment_words import Outcome
from rewire_app.insight.fair_forecast import HISTORY, RATED_EVER, Forecast, forecast_days, forecast_weeks
from rewire_app.store import queries as reads
from rewire_app.store.pass_queries import counts_between
from rewire_app.store.vault.vault import Vault

YEAR = 365
USED = 90
"""Days in which what was done most is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prospect:
    """What each kind of test could show; None while `missing` more evenings are needed, or none varies."""

    days: Forecast | None
    weeks: Forecast | None
    missing: int

    def of(self, rule: Rule) -> Forecast | None:
        """The forecast of a kind."""
        return self.weeks if rule is Rule.WEEKS else self.days


def prospect(vault: Vault, outcome: Outcome, today: date) -> Prospect:
    """What a test judged by `outcome` could show, from the last 60 days of a year with 42 rated evenings."""
    last = today.toordinal()
    read = (
        reads.ratings(vault, "reactivity", last - YEAR + 1, last)
        if outcome.key == EVENINGS
        else reads.custom_ratings(vault, outcome.key, last - YEAR + 1, last)
    )
    recent = np.full(HISTORY, np.nan)
    scale = (outcome.high - outcome.low) / HIGH
    for day, value in read:
        if day > last - HISTORY:
            recent[day - last - 1] = (value - outcome.low) / scale
    missing = max(RATED_EVER - len(read), FEWEST - int((~np.isnan(recent)).sum()), 0)
    if missing:
        return Prospect(days=None, weeks=None, missing=missing)
    return Prospect(days=forecast_days(recent), weeks=forecast_weeks(recent), missing=0)


def used(vault: Vault, today: date) -> dict[str, int]:
    """How often each exercise was done in the last 90 days, the most used first."""
    last = today.toordinal()
    return dict(counts_between(vault, last - USED + 1, last))


def two_most_used(counts: Mapping[str, int], exercises: Mapping[str, Exercise]) -> tuple[str, str] | None:
    """The two that were done most of those that may be compared; None when there are no two."""
    known = [name for name in counts if name in exercises and why_not(exercises[name]) is None]
    return (known[0], known[1]) if len(known) > 1 else None
