"""Personal experiments, with the order of their weeks under seal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from rewire_app.domain.experiment.experiment import Experiment, checked
from rewire_app.store.entries.noun import Single, Values, day, ordinal
from rewire_app.store.schema import lists as schema

_PLAIN = ("uid", "question", "option_a", "option_b", "outcome", "seal", "sealed_hash", "note")


class Experiments(Single[Experiment]):
    """The experiments of the person."""

    table = schema.experiments
    topic = "experiments"

    @staticmethod
    def values(entry: Experiment) -> Values:
        """The columns of `entry`; raises BadInputError if it cannot be kept."""
        checked(entry)
        return {
            **{name: getattr(entry, name) for name in _PLAIN},
            "start_day": entry.start_day.toordinal(),
            "stopped_day": ordinal(entry.stopped_day),
            "opened_day": ordinal(entry.opened_day),
        }

    @staticmethod
    def entry(row: Mapping[str, Any]) -> Experiment:
        """The experiment in `row`."""
        return Experiment(
            **{name: row[name] for name in _PLAIN},
            start_day=date.fromordinal(row["start_day"]),
            stopped_day=day(row["stopped_day"]),
            opened_day=day(row["opened_day"]),
        )

    def all(self) -> list[Experiment]:
        """Every experiment, the latest begun first."""
        return self._all(self._alive().order_by(self.table.c.start_day.desc(), self.table.c.uid.desc()))
