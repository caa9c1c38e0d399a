"""What a person aims for and how they live by what matters: goals, moves towards it and away, how close."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rewire_app.domain import limits
from rewire_app.domain.days import Instant
from rewire_app.domain.journal.entries import MAX_TEXT
from rewire_app.domain.lists.expected import ExpectationState

MAX = MAX_TEXT
"""Longest text of one field, in characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueRating:
    """How closely the person lived by the value `value` (its uid), as said on `day`; one a value and day."""

    uid: str
    value: str
    day: date
    lived: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalGoal:
    """Something to reach, for a `value` (its uid) or for none. Its small steps are plans that name it.

    state_day: the day from which its state holds.
    """

    uid: str
    text: str
    value: str | None = None
    by_day: date | None = None
    state: ExpectationState = ExpectationState.OPEN
    state_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Something that was done: towards what matters, or away from it. value: the uid of what it is about."""

    uid: str
    day: date
    at: Instant
    toward: bool
    text: str
    value: str | None = None


def checked_value_rating(entry: ValueRating) -> ValueRating:
    """`entry` if it can be kept; raises BadInputError with the field."""
    limits.whole(entry.lived, "lived", 0, 10)
    return entry


def checked_goal(entry: PersonalGoal) -> PersonalGoal:
    """`entry` if it can be kept; raises BadInputError with the field."""
    limits.words(entry.text, "text", MAX, needed=True)
    limits.chosen(entry.state, ExpectationState, "state")
    return entry


def checked_move(entry: Move) -> Move:
    """`entry` if it can be kept; raises BadInputError with the field."""
    limits.words(entry.text, "text", MAX, needed=True)
    return entry
