"""The nouns of the diary card, of goals and moves, and of habits of thought."""

from __future__ import annotations

from datetime import date

from rewire_app.domain.lists.diary import (
    DiaryCell,
    DiaryDay,
    DiaryRow,
    ThinkingHabit,
    checked_cell,
    checked_habit,
    checked_row,
    checked_why,
)
from rewire_app.domain.lists.goals import (
    Move,
    PersonalGoal,
    ValueRating,
    checked_goal,
    checked_move,
    checked_value_rating,
)
from rewire_app.store.codec import Codec
from rewire_app.store.entries.noun import OLDEST_FIRST, Dated, DayOfEach, Distinct, OneForEach, Single
from rewire_app.store.schema import lists as schema


class ValueRatings(DayOfEach[ValueRating]):
    """How closely values were lived by: one a day each."""

    codec = Codec(ValueRating, schema.value_ratings, checked=checked_value_rating)
    topic = "value_ratings"
    owner = "value"
    owners = schema.own_values


class Goals(Single[PersonalGoal]):
    """What the person aims for."""

    codec = Codec(PersonalGoal, schema.goals, checked=checked_goal)
    topic = "goals"

    def all(self) -> list[PersonalGoal]:
        """Every goal, in the order they were made."""
        return self._all(self._alive().order_by(*OLDEST_FIRST))


class Moves(Single[Move], Dated[Move]):
    """Moves towards what matters and away from it."""

    codec = Codec(Move, schema.moves, checked=checked_move)
    topic = "moves"

    def all(self) -> list[Move]:
        """Every move, the earliest first."""
        columns = self.table.c
        return self._all(self._alive().order_by(columns.day, columns.at_ms, columns.uid))


class DiaryRows(Distinct[DiaryRow]):
    """The rows of the card; no two of a sort have the same name. What a removed one held waits for it."""

    codec = Codec(DiaryRow, schema.diary_rows, checked=checked_row, fold=("sort", "name"))
    topic = "diary_rows"
    field = "name"


class DiaryCells(DayOfEach[DiaryCell]):
    """What the rows held: one a day each."""

    codec = Codec(DiaryCell, schema.diary_cells, checked=checked_cell)
    topic = "diary_cells"
    owner = "row"
    owners = schema.diary_rows

    def between(self, first: date, last: date) -> list[DiaryCell]:
        """The cells from `first` to `last`, both included, earliest day first; those of removed rows too."""
        columns = self.table.c
        some = self._alive(columns.day.between(first.toordinal(), last.toordinal()))
        return self._all(some.order_by(columns.day, columns.uid))


class DiaryDays(OneForEach[DiaryDay], Dated[DiaryDay]):
    """Why no skill was used: one a day."""

    codec = Codec(DiaryDay, schema.diary_days, checked=checked_why)
    topic = "diary_days"

    def get(self, day: date) -> DiaryDay | None:
        """What was said about `day`."""
        return self._of(day.toordinal())


class ThinkingHabits(Distinct[ThinkingHabit]):
    """Habits of thought of the person's own; no two have the same name."""

    codec = Codec(ThinkingHabit, schema.thinking_habits, checked=checked_habit, fold=("name",))
    topic = "thinking_habits"
    field = "name"
