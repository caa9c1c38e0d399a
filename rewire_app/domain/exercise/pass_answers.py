"""The answers of a practice as they were kept: read from their JSON, as texts, and as a scope to recall from.

Whatever stands there is read as far as it goes: the exercise may have changed since, or be gone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rewire_app.domain.exercise.answers import Answer, from_plain
from rewire_app.domain.exercise.conditions import all_hold
from rewire_app.domain.exercise.exercise import (
    Ask,
    ColumnType,
    Exercise,
    Input,
    ListStep,
    Pick,
    Rate,
    Repeat,
    Scale,
    Step,
    saves,
)
from rewire_app.domain.exercise.measure import rating_text
from rewire_app.domain.exercise.recall import Known, Scope, join, moment_words

Kept = Mapping[str, Any]
"""Answers by name, as JSON values; a name that begins with "@" is a list of the person's as it was then."""


def read_answers(text: str) -> Kept | None:
    """The answers in `text`; None when it cannot be read."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def asked(exercise: Exercise) -> Iterator[tuple[Step, Repeat | None]]:
    """Every step that keeps an answer, in order, with the repeat around it."""
    for step in exercise.steps:
        if isinstance(step, Repeat):
            yield from ((inner, step) for inner in step.steps if saves(inner))
        elif saves(step):
            yield step, None


def met(exercise: Exercise, answers: Kept) -> Iterator[tuple[Step, Repeat | None]]:
    """Every question once; of alternatives under one name the one to which these answers led."""
    found: dict[str, list[tuple[Step, Repeat | None]]] = {}
    known: dict[str, Known] = {}
    for step, around in asked(exercise):
        found.setdefault(saves(step), []).append((step, around))
        known[saves(step)] = Known(_answer(answers.get(saves(step))), step)
    scope = Scope(known)
    for same in found.values():
        yield next((one for one in same if all_hold(one[0].when, scope)), same[0])


def texts_of(value: Any, step: Step | None = None) -> tuple[str, ...]:
    """An answer as texts, one for each choice, row or round; numbers as `step` means them."""
    if isinstance(value, str):
        text = moment_words(value, step.input) if isinstance(step, Ask) else value.strip()
        return (text,) if text else ()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return (rating_text(value, step.scale) if isinstance(step, Rate) else f"{value:g}",)
    if isinstance(value, Mapping):
        row = ", ".join(_cell(name, cell, step) for name, cell in value.items() if cell not in (None, ""))
        return (row,) if row else ()
    if isinstance(value, list):
        return tuple(words for part in value if (words := join(texts_of(part, step))))
    return ()


def _cell(name: str, cell: Any, step: Step | None) -> str:
    columns = {one.name: one for one in step.columns} if isinstance(step, ListStep) else {}
    column = columns.get(name)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        rated = column is not None and column.type is ColumnType.RATE
        return rating_text(cell, column.scale if column else Scale.TEN) if rated else f"{cell:g}"
    return str(cell).strip()


def rounds_of(step: Step, around: Repeat, answers: Kept) -> list[tuple[str, tuple[str, ...]]]:
    """What was answered in each round of a repeat, each with the row it was about ("" when there is none)."""
    value = answers.get(saves(step))
    given = value if isinstance(value, list) else [value]
    rows = [words for row in _rows(around, answers) if (words := _row_words(row))]
    named = rows if len(rows) == len(given) else [""] * len(given)
    found = zip(named, (texts_of(one, step) for one in given), strict=True)
    return [(row, texts) for row, texts in found if texts]


def _rows(around: Repeat, answers: Kept) -> Sequence[Any]:
    """The rows that a repeat went through, as far as the answers tell."""
    if around.each:
        value = answers.get(around.each.partition(".")[0] if not around.each.startswith("@") else around.each)
        if isinstance(value, str):
            return [line for line in value.splitlines() if line.strip()]
        return value if isinstance(value, list) else ()
    chosen = texts_of(answers.get(around.by))
    fitting = [one for one in around.sets if one.option in chosen] or list(around.sets[:1])
    return [item.text for one in fitting for item in one.items]


def _row_words(row: Any) -> str:
    """What a row is called: the row itself, or its first words."""
    if isinstance(row, Mapping):
        return next((str(cell).strip() for cell in row.values() if isinstance(cell, str)), "")
    return str(row).strip()


def scope_of(exercise: Exercise, answers: Kept) -> Scope:
    """What the words of the exercise may recall of the answers."""
    known: dict[str, Known] = {}
    for step, around in met(exercise, answers):
        value = answers.get(saves(step))
        if around is not None and isinstance(value, list):
            rounds = tuple(_answer(one) for one in value)
            last = next((one for one in reversed(rounds) if one is not None), None)
            known[saves(step)] = Known(last, step, rounds)
        else:
            known[saves(step)] = Known(_answer(value), step)
    lists = {name: texts_of(value) for name, value in answers.items() if name.startswith("@")}
    return Scope(known, None, lists)


def _answer(value: Any) -> Answer | None:
    try:
        return from_plain(value)
    except TypeError:
        return None


def typed_words(exercise: Exercise | None, answers: Kept) -> Iterator[str]:
    """What the person wrote in words of their own, in the order of the exercise; choices are not among it."""
    if exercise is None:
        yield from (text for name in answers if not name.startswith("@") for text in texts_of(answers[name]))
        return
    steps = {saves(step): step for step, _around in met(exercise, answers)}
    for name in [*steps, *(name for name in answers if name not in steps and not name.startswith("@"))]:
        yield from _typed(answers.get(name), steps.get(name))


def _typed(value: Any, step: Step | None) -> Iterator[str]:
    if isinstance(value, list):
        for part in value:
            yield from _typed(part, step)
    elif isinstance(value, Mapping):
        chosen = (
            {option for one in step.columns for option in one.options} if isinstance(step, ListStep) else ()
        )
        yield from (cell.strip() for cell in value.values() if isinstance(cell, str) and cell not in chosen)
    elif isinstance(value, str) and value.strip():
        clock = isinstance(step, Ask) and step.input in (Input.TIME, Input.DATETIME)
        offered = isinstance(step, Pick) and value in step.options
        if not (clock or offered):
            yield value.strip()


def all_words(answers: Kept) -> Iterator[str]:
    """Every text in the answers, chosen or written."""
    for name, value in answers.items():
        if not name.startswith("@"):
            yield from _words_in(value)


def _words_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from _words_in(part)
    elif isinstance(value, Mapping):
        for cell in value.values():
            yield from _words_in(cell)
