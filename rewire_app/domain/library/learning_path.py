"""The path through the library: steps to read, do and write, in any order, and where each of them stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from rewire_app.domain.library.reading import Reading, Reply

QUESTION = "path:"
"""What the name of a path question begins with, before the id of its step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PathStep:
    """One step: an article to read, an exercise to do, a question to answer in own words.

    `part`: the heading of a stretch of the path that begins here, "" inside one.
    """

    id: str
    title: str
    intro: str
    article: str
    exercise: str
    question: str
    part: str = ""

    @property
    def reply_name(self) -> str:
        """The name under which the answer to the question is kept."""
        return QUESTION + self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningPath:
    """The steps in the order that is suggested."""

    intro: str
    steps: tuple[PathStep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepState:
    """Where one step stands: the day of reading, the last day of practice, the answer; None where open."""

    step: PathStep
    read: date | None = None
    practised: date | None = None
    reply: Reply | None = None

    @property
    def parts(self) -> int:
        """How many of the three parts were done, 0 to 3."""
        return sum(part is not None for part in (self.read, self.practised, self.reply))

    @property
    def since_reading(self) -> bool:
        """Whether the exercise was done on the day of reading or after it."""
        return self.read is not None and self.practised is not None and self.practised >= self.read


def step_states(
    path: LearningPath, readings: Iterable[Reading], replies: Iterable[Reply], practised: Mapping[str, date]
) -> tuple[StepState, ...]:
    """Where each step of `path` stands; `practised` holds the last day of every exercise that was done."""
    read = {reading.article: reading.read_day for reading in readings}
    answers = {reply.question: reply for reply in replies}
    return tuple(
        StepState(
            step=step,
            read=read.get(step.article),
            practised=practised.get(step.exercise),
            reply=answers.get(step.reply_name),
        )
        for step in path.steps
    )


def next_to_read(states: Iterable[StepState]) -> PathStep | None:
    """The first step whose article was not read yet; None when all were."""
    return next((state.step for state in states if state.read is None), None)


def where_to_go_on(states: Iterable[StepState], first: Collection[str] = ()) -> PathStep | None:
    """The first step with something open, one whose article is of `first` before others; None if none is."""
    begun = [state.step for state in states if state.parts < 3]
    return min(begun, key=lambda step: step.article not in first, default=None)
