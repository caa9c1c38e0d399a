"""The answers of a kept pass as fields to be changed by hand: words, or short texts one on each line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rewire_app.domain.exercise.answers import clean, plain
from rewire_app.domain.exercise.exercise import Ask, ColumnType, Exercise, Input, ListStep, Pick, Step, saves
from rewire_app.domain.exercise.pass_answers import Kept, met, texts_of

WORDS = (Input.TEXT, Input.LINES)
"""What is asked in words; a number or a time is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerField:
    """An answer by its `name`, headed `title`, and as it stands. `several`: each line is one of it."""

    name: str
    title: str
    words: str
    several: bool
    long: bool


def answer_fields(exercise: Exercise, answers: Kept) -> tuple[AnswerField, ...]:
    """What can be changed of a pass, in the order of its document, also what was left open; else nothing."""
    return tuple(_fields(exercise, answers))


def _fields(exercise: Exercise, answers: Kept) -> Iterator[AnswerField]:
    steps = _steps(exercise, answers)
    for part in exercise.document.parts if exercise.document is not None else ():
        step = steps.get(part.of)
        if step is None or not _in_words(step):
            continue
        several = not isinstance(step, Ask) and getattr(step, "max", 1) != 1
        long = several or (isinstance(step, Ask) and step.input is Input.LINES)
        words = "\n".join(texts_of(answers.get(part.of), step))
        yield AnswerField(name=part.of, title=part.title, words=words, several=several, long=long)


def _steps(exercise: Exercise, answers: Kept) -> dict[str, Step]:
    return {saves(step): step for step, around in met(exercise, answers) if around is None}


def _in_words(step: Step) -> bool:
    """Whether its answer is words: asked for, chosen where own ones are taken, or rows of one text."""
    if isinstance(step, Ask):
        return step.input in WORDS
    if isinstance(step, Pick):
        return step.other
    return isinstance(step, ListStep) and [one.type for one in step.columns] == [ColumnType.TEXT]


def answer_of(exercise: Exercise, answers: Kept, name: str, words: str) -> Any:
    """What is kept for `words` under `name`, None for nothing; raises BadInputError for too much."""
    step = _steps(exercise, answers)[name]
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    if isinstance(step, Ask):
        return plain(clean(step, words.strip()))
    if isinstance(step, ListStep):
        [column] = step.columns
        return plain(clean(step, [{column.name: line} for line in lines]))
    return plain(clean(step, lines))
