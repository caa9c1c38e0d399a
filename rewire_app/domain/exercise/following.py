"""What follows from a pass: the exercise that fits its answers, and the answers that are handed on to it."""

from __future__ import annotations

from collections.abc import Iterable

from rewire_app.domain.exercise.answers import Answer, Row, clean
from rewire_app.domain.exercise.conditions import all_hold
from rewire_app.domain.exercise.exercise import (
    Ask,
    Exercise,
    Input,
    ListStep,
    NextExercise,
    Pick,
    Step,
    saves,
)
from rewire_app.domain.exercise.recall import Scope, join
from rewire_app.errors import BadInputError

Handed = tuple[tuple[str, Answer], ...]
"""Answers by the questions they are given to."""


def offered_next(exercise: Exercise, answers: Scope) -> NextExercise | None:
    """The first that follows from `answers`, those at the end of the pass; None where nothing does."""
    return next((one for one in exercise.next if all_hold(one.when, answers)), None)


def handed_on(one: NextExercise, answers: Scope) -> Handed:
    """What was answered here of all that `one` hands on; what was skipped is asked there."""
    found = ((theirs, answers.known.get(ours)) for theirs, ours in one.hands)
    return tuple(
        (theirs, known.answer) for theirs, known in found if known is not None and known.answer is not None
    )


def fitting(exercise: Exercise, answers: Iterable[tuple[str, Answer]]) -> dict[str, Answer]:
    """What of `answers` can be one in `exercise`, by its questions that are asked once."""
    found: dict[str, Answer] = {}
    for name, value in answers:
        for step in exercise.steps:
            if name and saves(step) == name and name not in found:
                options = () if isinstance(step, Pick) and step.options_from else getattr(step, "options", ())
                if (answer := taken(step, value, options)) is not None:
                    found[name] = answer
    return found


def taken(step: Step, value: Answer | None, options: tuple[str, ...] = ()) -> Answer | None:
    """`value`, answered elsewhere, as the answer to `step`; None where it is no answer to it.

    Choices, lines and the first words of rows stand for each other.
    """
    given: object = value
    if isinstance(step, ListStep):
        given = value if _rows(value) else [{step.columns[0].name: text} for text in _texts(value)]
    elif isinstance(step, Pick):
        given = _texts(value)
    elif isinstance(step, Ask) and isinstance(value, tuple):
        given = "\n".join(_texts(value)) if step.input is Input.LINES else join(_texts(value))
    try:
        return clean(step, given, options)
    except BadInputError:
        return None


def _rows(value: Answer | None) -> bool:
    return isinstance(value, tuple) and not any(isinstance(part, str) for part in value)


def _texts(value: Answer | None) -> list[str]:
    """The texts in an answer: its choices, its lines, the first words of each row."""
    if isinstance(value, str):
        return [line.strip() for line in value.splitlines() if line.strip()]
    if not isinstance(value, tuple):
        return []
    return [text for part in value if (text := part if isinstance(part, str) else _words(part))]


def _words(row: Row) -> str:
    return next((cell for cell in row.values() if isinstance(cell, str)), "")
