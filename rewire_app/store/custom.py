"""What a person makes or marks in the practice room: own exercises, favourites, own breathing patterns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rewire_app.domain.custom import (
    BreathPattern,
    CustomExercise,
    Favourite,
    checked_breath,
    checked_exercise,
    checked_favourite,
)
from rewire_app.store.entries.noun import OLDEST_FIRST, Distinct, Values, instant, instant_values
from rewire_app.store.schema import lists as schema
from rewire_app.store.text import folded_column

_BREATH = ("uid", "name", "inhale", "hold", "exhale", "hold_out", "minutes")


class CustomExercises(Distinct[CustomExercise]):
    """The exercises the person wrote; no two have the same id."""

    table = schema.own_exercises
    topic = "custom_exercises"
    natural = field = "id"

    @staticmethod
    def values(entry: CustomExercise) -> Values:
        """The columns of `entry`; raises BadInputError if it cannot be kept."""
        checked_exercise(entry)
        return {"uid": entry.uid, "id": entry.id, "text": entry.text, **instant_values("at", entry.at)}

    @staticmethod
    def entry(row: Mapping[str, Any]) -> CustomExercise:
        """The exercise in `row`."""
        return CustomExercise(uid=row["uid"], id=row["id"], text=row["text"], at=instant(row, "at"))

    def by_id(self, exercise: str) -> CustomExercise | None:
        """The exercise with the id `exercise`, or None if there is none."""
        return self._first(self._alive().where(self.table.c.id == exercise))

    def all(self) -> list[CustomExercise]:
        """Every own exercise, in the order they were made."""
        return self._all(self._alive().order_by(*OLDEST_FIRST))

    def removed(self) -> list[CustomExercise]:
        """Those that were taken out, for their titles: practices with them remain. Oldest first."""
        return self._all(self._gone().order_by(*OLDEST_FIRST))


class Favourites(Distinct[Favourite]):
    """The exercises at hand; each is marked once."""

    table = schema.favourites
    topic = "favourites"
    natural = field = "exercise"

    @staticmethod
    def values(entry: Favourite) -> Values:
        """The columns of `entry`; raises BadInputError if it cannot be kept."""
        checked_favourite(entry)
        return {"uid": entry.uid, "exercise": entry.exercise}

    @staticmethod
    def entry(row: Mapping[str, Any]) -> Favourite:
        """The favourite in `row`."""
        return Favourite(uid=row["uid"], exercise=row["exercise"])

    def by_exercise(self, exercise: str) -> Favourite | None:
        """The mark on `exercise`, or None if it is not a favourite."""
        return self._first(self._alive().where(self.table.c.exercise == exercise))

    def all(self) -> list[Favourite]:
        """Every favourite, in the order they were marked."""
        return self._all(self._alive().order_by(*OLDEST_FIRST))


class BreathPatterns(Distinct[BreathPattern]):
    """The breathing patterns of one's own; no two have the same name."""

    table = schema.breath_patterns
    topic = "breath_patterns"
    natural = "fold"
    field = "name"

    @staticmethod
    def values(entry: BreathPattern) -> Values:
        """The columns of `entry`; raises BadInputError if it cannot be kept."""
        checked_breath(entry)
        return {name: getattr(entry, name) for name in _BREATH} | {"fold": folded_column(entry.name)}

    @staticmethod
    def entry(row: Mapping[str, Any]) -> BreathPattern:
        """The pattern in `row`."""
        return BreathPattern(**{name: row[name] for name in _BREATH})

    def all(self) -> list[BreathPattern]:
        """Every pattern, in the order they were made."""
        return self._all(self._alive().order_by(*OLDEST_FIRST))

    def removed(self) -> list[BreathPattern]:
        """Those that were taken out, for their names. Oldest first."""
        return self._all(self._gone().order_by(*OLDEST_FIRST))
