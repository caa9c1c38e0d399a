"""The nouns of what stands beside the numbers: marks over time, own measures and ratings, experiments."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select

from rewire_app.domain.experiment.experiment import Experiment
from rewire_app.domain.experiment.experiment import checked as checked_experiment
from rewire_app.domain.journal.marks import (
    CustomMeasure,
    CustomRating,
    Mark,
    checked_mark,
    checked_measure,
    checked_rating,
)
from rewire_app.store import queries as reads
from rewire_app.store.codec import Codec
from rewire_app.store.entries.noun import Begun, DayOfEach, Distinct, Single
from rewire_app.store.schema import lists as schema


class Marks(Begun[Mark], Single[Mark]):
    """What happened in stretches of time."""

    codec = Codec(Mark, schema.marks, checked=checked_mark)
    topic = "marks"

    def all(self) -> list[Mark]:
        """Every mark, the earliest begun first."""
        return self._all(self._alive().order_by(self.table.c.from_day, self.table.c.uid))


class CustomMeasures(Distinct[CustomMeasure]):
    """Measures of one's own; no two have the same name. The values of a removed one wait for its return."""

    codec = Codec(CustomMeasure, schema.own_measures, checked=checked_measure, fold=("name",))
    topic = "custom_measures"
    field = "name"


class CustomRatings(DayOfEach[CustomRating]):
    """The values of own measures: one a day each, on the measure's scale."""

    codec = Codec(CustomRating, schema.own_ratings)
    topic = "custom_ratings"
    owner = "measure_uid"
    owners = schema.own_measures

    def fits(self, entry: CustomRating, owner: Sequence[Any]) -> None:
        """See that the value is on the scale of its measure; raises BadInputError."""
        checked_rating(entry, CustomMeasures.codec.entry(owner))

    def for_day(self, on: date) -> list[CustomRating]:
        """The values of a day, in the order of their measures."""
        known = self._of_measures().where(self.table.c.day == on.toordinal())
        return self._all(known.order_by(schema.own_measures.c.created_ms, schema.own_measures.c.uid))

    def after(self, day: date) -> list[CustomRating]:
        """The values of days later than `day`, earliest first; those of a removed measure wait."""
        columns = self.table.c
        later = self._of_measures().where(columns.day > day.toordinal())
        return self._all(later.order_by(columns.day, columns.uid))

    def _of_measures(self) -> Select[Any]:
        """The values of the measures that are there."""
        measures = schema.own_measures
        joined = self._alive().join(measures, measures.c.uid == self.table.c.measure_uid)
        return joined.where(measures.c.deleted_ms.is_(None))

    def series(self, measure_uid: str, a: int, b: int) -> list[tuple[int, int]]:
        """(day, value) for each day from `a` to `b` (ordinals, both included) on which it was noted."""
        return reads.custom_ratings(self._ledger.vault, measure_uid, a, b)


class Experiments(Single[Experiment]):
    """The experiments of the person, with the order of their weeks under seal."""

    codec = Codec(Experiment, schema.experiments, checked=checked_experiment)
    topic = "experiments"

    def all(self) -> list[Experiment]:
        """Every experiment, the latest begun first."""
        return self._all(self._alive().order_by(self.table.c.start_day.desc(), self.table.c.uid.desc()))
