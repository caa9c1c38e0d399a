"""What matters to the person, with what they said of it over time, their goals, steps and moves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rewire_app.charts.lived import LivedLine, lived_line, lived_span, lived_table
from rewire_app.charts.move_weeks import MoveWeeks, move_weeks
from rewire_app.charts.spec import Table
from rewire_app.domain.exercise.pass_answers import read_answers
from rewire_app.domain.lists.entries import Value
from rewire_app.domain.lists.expected import Expectation
from rewire_app.domain.lists.goals import Move, PersonalGoal
from rewire_app.domain.lists.standing import top_cards
from rewire_app.store.pass_queries import passes_of
from rewire_app.store.store import Store

CARDS, TOP = "a-cardsort", "top"
"""The exercise in which cards are sorted, and its answer with those that came first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSort:
    """What came first among the cards the last time: the pass, its day, and the values."""

    uid: str
    day: date
    first: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ValuesRead:
    """All of it, read once. `moves`: the newest first. `steps`: the small steps of each goal, by its uid."""

    today: date
    values: tuple[Value, ...]
    said: Mapping[str, Sequence[tuple[date, int]]]
    goals: tuple[PersonalGoal, ...]
    steps: Mapping[str, Sequence[Expectation]]
    moves: tuple[Move, ...]
    cards: CardSort | None

    def line(self, uid: str) -> LivedLine:
        """What was said of the value `uid`, on the time that all values share."""
        return lived_line(self.said.get(uid, ()), lived_span(self.said), self.today)

    @property
    def table(self) -> Table:
        """What was said of every value, by day."""
        names = {value.uid: value.name for value in self.values if self.said.get(value.uid)}
        return lived_table(names, {uid: self.said[uid] for uid in names})

    def table_of(self, uid: str) -> Table:
        """What was said of the value `uid`, by day."""
        names = {value.uid: value.name for value in self.values if value.uid == uid}
        return lived_table(names, {uid: self.said.get(uid, ())})

    def goals_of(self, uid: str) -> list[PersonalGoal]:
        """The goals for the value `uid`."""
        return [goal for goal in self.goals if goal.value == uid]

    @property
    def loose_goals(self) -> list[PersonalGoal]:
        """The goals for no value, or for one that is not there any more."""
        known = {value.uid for value in self.values}
        return [goal for goal in self.goals if goal.value not in known]

    def moves_of(self, uid: str | None) -> list[Move]:
        """The moves of the value `uid`, or all of them, the newest first."""
        return [move for move in self.moves if uid is None or move.value == uid]

    def weeks(self, uid: str | None) -> MoveWeeks:
        """These moves by week."""
        return move_weeks(((move.day, move.toward) for move in self.moves_of(uid)), self.today)


def read_values(store: Store, today: date) -> ValuesRead:
    """Everything about the person's values; raises a StoreError."""
    said: dict[str, list[tuple[date, int]]] = {}
    for rating in store.value_ratings.all():
        said.setdefault(rating.value, []).append((rating.day, rating.lived))
    steps: dict[str, list[Expectation]] = {}
    goals = tuple(store.goals.all())
    for step in store.open.small_steps() if goals else ():
        if step.goal is not None:
            steps.setdefault(step.goal, []).append(step)
    moves = sorted(store.moves.all(), key=lambda move: (move.day, move.at.utc_ms), reverse=True)
    return ValuesRead(
        today=today,
        values=tuple(store.values.all()),
        said=said,
        goals=goals,
        steps=steps,
        moves=tuple(moves),
        cards=_cards(store),
    )


def _cards(store: Store) -> CardSort | None:
    for one in passes_of(store.vault, CARDS):
        first = top_cards((read_answers(one.answers) or {}).get(TOP))
        if first:
            return CardSort(uid=one.uid, day=date.fromordinal(one.day), first=tuple(first))
    return None
