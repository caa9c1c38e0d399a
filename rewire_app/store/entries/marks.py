"""What stands beside the numbers: marks over time, measures of one's own and their values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import select

from rewire_app.domain.change import Change
from rewire_app.domain.journal.marks import (
    CustomMeasure,
    CustomRating,
    Mark,
    MarkKind,
    WishedEnd,
    checked_mark,
    checked_measure,
    checked_rating,
)
from rewire_app.store import queries as reads
from rewire_app.store.entries.noun import OLDEST_FIRST, Distinct, Noun, Single, Values, day, ordinal
from rewire_app.store.ledger import Writing
from rewire_app.store.schema import lists as schema
from rewire_app.store.text import folded_column


class Marks(Single[Mark]):
    """What happened in stretches of time."""

    table = schema.marks
    topic = "marks"

    @staticmethod
    def values(entry: Mark) -> Values:
        """The columns of `entry`; raises BadInputError if it cannot be kept."""
        checked_mark(entry)
        return {
            "uid": entry.uid,
            "from_day": entry.from_day.toordinal(),
            "to_day": ordinal(entry.to_day),
            "kind": str(entry.kind),
            "text": entry.text,
        }

    @staticmethod
    def entry(row: Mapping[str, Any]) -> Mark:
        """The mark in `row`."""
        return Mark(
            uid=row["uid"],
            from_day=date.fromordinal(row["from_day"]),
            to_day=day(row["to_day"]),
            kind=MarkKind(row["kind"]),
            text=row["text"],
        )

    def all(self) -> list[Mark]:
        """Every mark, the earliest begun first."""
        return self._all(self._alive().order_by(self.table.c.from_day, self.table.c.uid))


class CustomMeasures(Distinct[CustomMeasure]):
    """The measures of one's own; no two have the same name."""

    table = schema.own_measures
    topic = "custom_measures"
    natural = "fold"
    field = "name"

    @staticmethod
    def values(entry: CustomMeasure) -> Values:
        """The columns of `entry`; raises BadInputError if it cannot be kept."""
        checked_measure(entry)
        return {
            "uid": entry.uid,
            "name": entry.name,
            "low": entry.low,
            "high": entry.high,
            "low_words": entry.low_words,
            "high_words": entry.high_words,
            "better": str(entry.better),
            "asked": int(entry.asked),
            "fold": folded_column(entry.name),
        }

    @staticmethod
    def entry(row: Mapping[str, Any]) -> CustomMeasure:
        """The measure in `row`."""
        return CustomMeasure(
            uid=row["uid"],
            name=row["name"],
            low=row["low"],
            high=row["high"],
            low_words=row["low_words"],
            high_words=row["high_words"],
            better=WishedEnd(row["better"]),
            asked=bool(row["asked"]),
        )

    def all(self) -> list[CustomMeasure]:
        """Every measure, in the order they were made. The values of a removed one wait for its return."""
        return self._all(self._alive().order_by(*OLDEST_FIRST))


class CustomRatings(Noun[CustomRating]):
    """The values of own measures: one a day each, on the measure's scale."""

    table = schema.own_ratings
    topic = "custom_ratings"

    @staticmethod
    def values(entry: CustomRating) -> Values:
        """The columns of `entry`."""
        return {
            "uid": entry.uid,
            "measure_uid": entry.measure_uid,
            "day": entry.day.toordinal(),
            "value": entry.value,
        }

    @staticmethod
    def entry(row: Mapping[str, Any]) -> CustomRating:
        """The value in `row`."""
        return CustomRating(
            uid=row["uid"],
            measure_uid=row["measure_uid"],
            day=date.fromordinal(row["day"]),
            value=row["value"],
        )

    def put(self, entry: CustomRating) -> Change:
        """Keep `entry`, in the place of that measure's value of the day if there is one; its uid stays.

        Raises BadInputError if the value is not on the scale or the measure is not there any more.
        """
        return self._ledger.change({self.topic}, lambda writing: self._put(writing, entry))

    def write_all(self, writing: Writing, entries: Iterable[CustomRating]) -> None:
        """Keep many values in a write that is under way."""
        for entry in entries:
            self._put(writing, entry)

    def for_day(self, on: date) -> list[CustomRating]:
        """The values of a day, in the order of their measures."""
        columns, measures = self.table.c, schema.own_measures
        query = self._alive().join(measures, measures.c.uid == columns.measure_uid)
        known = query.where(columns.day == on.toordinal(), measures.c.deleted_ms.is_(None))
        return self._all(known.order_by(measures.c.created_ms, measures.c.uid))

    def series(self, measure_uid: str, a: int, b: int) -> list[tuple[int, int]]:
        """(day, value) for each day from `a` to `b` (ordinals, both included) on which it was noted."""
        return reads.custom_ratings(self._ledger.vault, measure_uid, a, b)

    def all(self) -> list[CustomRating]:
        """Every value, earliest day first."""
        return self._all(self._alive().order_by(self.table.c.day, self.table.c.uid))

    def _put(self, writing: Writing, entry: CustomRating) -> None:
        checked_rating(entry, CustomMeasures.entry(writing.read(schema.own_measures, entry.measure_uid)))
        values = self.values(entry)
        columns = self.table.c
        same = select(columns.uid).where(
            columns.measure_uid == entry.measure_uid,
            columns.day == values["day"],
            columns.deleted_ms.is_(None),
        )
        found = writing.rows(same)
        if found:
            writing.replace(self.table, values | {"uid": found[0][0]})
        else:
            writing.insert(self.table, values)
