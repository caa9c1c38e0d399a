"""A step that asks what an exercise has to be careful with, and what is known of it before it is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rewire_app.domain.care import NONE, NOT_SURE, CareTopic
from rewire_app.domain.exercise.exercise import Exercise, Pick

STORE = "@care"
"""What the names begin with under which the caller's stores hold what the person answered lately."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Care(Pick):
    """Which of `topics` are true; what was answered lately is not asked again, and no pass keeps the answer.

    It offers the topics, none of them, and not being sure; any of them together.
    """

    topics: tuple[CareTopic, ...]
    max: int = 0

    def __post_init__(self) -> None:
        """Take the options from the topics."""
        object.__setattr__(self, "options", (*self.topics, NONE, NOT_SURE))
        object.__setattr__(self, "max", len(self.options))

    @property
    def source(self) -> str:
        """The name of the answer in the caller's stores."""
        return f"{STORE}.{'+'.join(self.topics)}"


def care_steps(exercise: Exercise) -> Iterator[Care]:
    """The steps of `exercise` that ask what to be careful with."""
    return (step for step in exercise.steps if isinstance(step, Care))


def answered_lately(step: object, stores: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The answer to a care step that need not be asked for; nothing for any other step."""
    return tuple(stores.get(step.source, ())) if isinstance(step, Care) else ()
