"""Names inside an exercise: what is recalled, asked about or built upon was saved by an earlier step."""

from __future__ import annotations

from collections.abc import Iterator

from rewire_app.content.branches import numbered
from rewire_app.content.shape import RowsSort, SourceSort, TextSort
from rewire_app.content.steps import kind_of
from rewire_app.domain.exercise.exercise import (
    Ask,
    Breathe,
    ColumnType,
    Condition,
    Exercise,
    Input,
    ListStep,
    Op,
    Pick,
    Rate,
    Repeat,
    Step,
    saves,
)
from rewire_app.domain.exercise.recall import names
from rewire_app.domain.exercise.sources import NUMBERS, list_fault

NUMBER_INPUTS = (Input.NUMBER, Input.MINUTES)
"""What an open question takes when its answer is a number."""

_ORDER = (Op.GE, Op.LE, Op.GT, Op.LT)


def name_faults(exercise: Exercise) -> Iterator[str]:
    """Everything that names an answer nobody gave, or compares it with something it can never be."""
    known: dict[str, Step] = {}
    for number, step, around in numbered(exercise.steps):
        where = f"steps {number}"
        for condition in step.when:
            yield from _condition(f"{where}.when", condition, known)
        yield from _parts(where, step, known, around)
        name = saves(step)
        if name and (name in known or name in ("item", "round")):
            yield f"{where}.save: {name!r} is used twice" if name in known else f"{where}.save: not this name"
        if name:
            known[name] = step
        if isinstance(step, Breathe):
            known |= {own: step for own in (step.pace_from, step.minutes_from) if own and own not in known}
    for number, step, _around in numbered(exercise.steps):
        if isinstance(step, Repeat):
            inside = {saves(part): part for part in step.steps if saves(part)}
            for condition in step.until:
                yield from _condition(f"steps {number}.until", condition, inside)
    for field in ("real_life", "plan"):
        yield from _recalled(field, getattr(exercise, field), known, None)
    for count, keep in enumerate(exercise.keeps, start=1):
        for condition in keep.when:
            yield from _condition(f"keeps {count}.when", condition, known)


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


def _condition(where: str, condition: Condition, known: dict[str, Step]) -> Iterator[str]:
    step = known.get(condition.var)
    value = condition.value
    if condition.var.startswith("@"):
        if fault := list_fault(condition.var):
            yield f"{where}: {fault}"
        elif condition.op not in (Op.EQ, Op.NE) or value != "":
            yield f'{where}: a list is only empty (op = "eq", value = "") or not (op = "ne", value = "")'
    elif step is None:
        yield f"{where}: {condition.var!r} is saved by no step before"
    elif isinstance(step, Pick):
        open_ended = step.other or step.options_from
        if condition.op in _ORDER:
            yield f"{where}: {condition.var!r} is a choice; compare it with eq, ne or has"
        elif value not in step.options and not open_ended:
            yield f"{where}: {value!r} is no option of {condition.var!r}"
        elif condition.op is Op.EQ and step.max > 1:
            yield f"{where}: {condition.var!r} may hold several choices; compare it with has"
    elif isinstance(step, Rate):
        if isinstance(value, str) or not 0 <= value <= step.scale.top:
            yield f"{where}: {condition.var!r} goes from 0 to {step.scale.top}, not {value!r}"
        elif condition.op is Op.HAS:
            yield f"{where}: {condition.var!r} is a number; compare it with eq, ne, ge, le, gt or lt"
    elif condition.op in _ORDER and not _is_number(step, value):
        yield f"{where}: {condition.var!r} is no number"


def _is_number(step: Step, value: str | int | float) -> bool:
    return isinstance(step, Ask) and step.input in NUMBER_INPUTS and not isinstance(value, str)


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
            yield from _column(where, rest[0], known[head])
    if text.count("{{") != len(names(text)):
        yield f"{where}: a recall in braces is not written as {{{{name}}}}"


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
