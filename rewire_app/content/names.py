"""Names inside an exercise: what is recalled, asked about or built upon was saved by an earlier step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rewire_app.content.branches import alike, numbered
from rewire_app.content.conditions import NUMBER_INPUTS, condition_faults, part_faults
from rewire_app.content.shape import RowsSort, SourceSort, TextSort
from rewire_app.content.steps import kind_of
from rewire_app.domain.exercise.answers import minutes_in
from rewire_app.domain.exercise.exercise import (
    Ask,
    Breathe,
    ColumnType,
    Condition,
    Exercise,
    Input,
    ListStep,
    Pick,
    Repeat,
    Say,
    Step,
    saves,
)
from rewire_app.domain.exercise.parts import is_count
from rewire_app.domain.exercise.recall import names
from rewire_app.domain.exercise.sources import NUMBERS, last_answer, list_fault, named

RESERVED = ("item", "round")
"""Names that mean something else in words that recall."""


def name_faults(exercise: Exercise) -> Iterator[str]:
    """Everything that names an answer nobody gave, or compares it with something it can never be."""
    known: dict[str, Step] = {}
    within: dict[str, Repeat | None] = {}
    for number, step, around in numbered(exercise.steps):
        where = f"steps {number}"
        yield from _conditions(f"{where}.when", step.when, known)
        yield from _parts(where, step, known, around)
        yield from _length(where, step, known)
        if name := saves(step):
            yield from (f"{where}.save: {fault}" for fault in _taken(name, step, around, known, within))
            known[name] = alike(known[name], step) or step if name in known else step
            within[name] = around
        if isinstance(step, Breathe):
            known |= {own: step for own in (step.pace_from, step.minutes_from) if own and own not in known}
    for number, step, _around in numbered(exercise.steps):
        if isinstance(step, Repeat):
            inside = {saves(part): part for part in step.steps if saves(part)}
            yield from _conditions(f"steps {number}.until", step.until, inside)
    for field in ("real_life", "plan"):
        yield from _recalled(field, getattr(exercise, field), known, None)
    for count, keep in enumerate(exercise.keeps, start=1):
        yield from _conditions(f"keeps {count}.when", keep.when, known)
    for count, one in enumerate(exercise.next, start=1):
        yield from _conditions(f"next {count}.when", one.when, known)
        for _theirs, ours in one.hands:
            if ours not in known:
                yield f"next {count}.hands: {ours!r} is saved by no step"
    yield from _last(exercise, known)


def _taken(
    name: str, step: Step, around: Repeat | None, known: dict[str, Step], within: dict[str, Repeat | None]
) -> Iterator[str]:
    """Why an answer cannot be kept as `name`: only questions that ask alike share one."""
    if name in RESERVED:
        yield "not this name"
    elif name in known:
        together = name in within and within[name] is around
        if not together or alike(known[name], step) is None:
            yield f"{name!r} is used twice"


def _last(exercise: Exercise, known: dict[str, Step]) -> Iterator[str]:
    """Answers of the last time that this exercise does not ask for."""
    for name in sorted(named(exercise)):
        other, answer = last_answer(name) or ("", "")
        if last_answer(name) and other in ("", exercise.id) and answer not in known:
            yield f"steps: {name!r}: {answer!r} is saved by no step"


def _parts(where: str, step: Step, known: dict[str, Step], around: Repeat | None) -> Iterator[str]:
    """Faults of what the words of a step recall, and of what it builds upon: options, pace, length, rows."""
    for part in kind_of(step).parts:
        value = getattr(step, part.attribute)
        if isinstance(part, TextSort) and part.recalls:
            yield from _recalled(f"{where}.text", value, known, around)
        elif isinstance(part, SourceSort) and value:
            yield from _source(f"{where}.{part.name}", value, known)
        elif isinstance(part, RowsSort) and part.chosen_by:
            yield from _chooses(f"{where}.{part.name}", part, step, known)
        elif isinstance(part, RowsSort):
            for inner in part.shape.parts:
                if isinstance(inner, TextSort) and inner.recalls:
                    for row in value:
                        recalls = getattr(row, inner.attribute)
                        yield from _recalled(f"{where}.{part.name}", recalls, known, around)


def _length(where: str, step: Step, known: dict[str, Step]) -> Iterator[str]:
    """A clock that is as long as an answer needs one in which there are minutes."""
    asked = known.get(step.minutes_from) if isinstance(step, Say) and step.minutes_from else None
    if isinstance(asked, Pick):
        for option in asked.options:
            if not minutes_in((option,)):
                yield f"{where}.minutes_from: {option!r} does not begin with a number of minutes"
    elif asked is not None and not (isinstance(asked, Ask) and asked.input is Input.MINUTES):
        yield f"{where}.minutes_from: {saves(asked)!r} is no number of minutes"


def _conditions(where: str, conditions: Sequence[Condition], known: dict[str, Step]) -> Iterator[str]:
    for condition in conditions:
        yield from (f"{where}: {fault}" for fault in condition_faults(condition, known))


def _recalled(where: str, text: str, known: dict[str, Step], around: Repeat | None) -> Iterator[str]:
    for name in names(text):
        if name.startswith("@"):
            if name not in NUMBERS and (fault := list_fault(name)):
                yield f"{where}: {fault}, or a number: {', '.join(NUMBERS)}"
            continue
        head, *rest = name.split(".")
        if head == "item":
            if around is None or around.until or around.times:
                yield f"{where}: there is no row of a list here to recall"
            elif rest and around.each in known:
                yield from _column(where, rest[0], known[around.each])
            continue
        if head not in known:
            yield f"{where}: {head!r} is saved by no step before"
            continue
        rest = rest[1:] if rest and rest[0].isdigit() else rest
        if rest:
            yield from _part(where, f"{head}.{rest[0]}", known[head])
    if text.count("{{") != len(names(text)):
        yield f"{where}: a recall in braces is not written as {{{{name}}}}"


def _part(where: str, source: str, step: Step) -> Iterator[str]:
    """A column, a count or a field of a chosen entry that is not there."""
    part = source.partition(".")[2]
    if isinstance(step, ListStep) and not is_count(step, part):
        yield from _column(where, part, step)
    else:
        yield from (f"{where}: {fault}" for fault in part_faults(source, step))


def _column(where: str, column: str, step: Step) -> Iterator[str]:
    columns = [c.name for c in step.columns] if isinstance(step, ListStep) else []
    if column not in columns:
        yield f"{where}: there is no column {column!r} to recall"


def _source(where: str, source: str, known: dict[str, Step]) -> Iterator[str]:
    if source.startswith("@"):
        if fault := list_fault(source):
            yield f"{where}: {fault}"
        return
    name, _dot, column = source.partition(".")
    step = known.get(name)
    if step is None:
        yield f"{where}: {name!r} is saved by no step before"
    elif column:
        texts = step.columns if isinstance(step, ListStep) else ()
        if not any(c.name == column and c.type is not ColumnType.RATE for c in texts):
            yield f"{where}: there is no text column {column!r} in {name!r}"


def _chooses(where: str, part: RowsSort, step: Step, known: dict[str, Step]) -> Iterator[str]:
    """A pick that chooses among rows of data has exactly their options; the rows of a breath need none."""
    name = getattr(step, part.chosen_by)
    asked = known.get(name)
    free = asked is None and isinstance(step, Breathe)
    if not name or free or (part.by_number and isinstance(asked, Ask) and asked.input in NUMBER_INPUTS):
        return
    if not isinstance(asked, Pick):
        yield f"{where}: {name!r} is no choice that an earlier step offers"
    elif sorted(asked.options) != sorted(row.option for row in getattr(step, part.attribute)):
        yield f"{where}: the options differ from those of {name!r}"
