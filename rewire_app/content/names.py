"""Names inside an exercise: what is recalled, asked about or built upon was saved by an earlier step."""

from __future__ import annotations

from collections.abc import Iterator

from rewire_app.content.branches import numbered
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

_ORDER = (Op.GE, Op.LE, Op.GT, Op.LT)


def name_faults(exercise: Exercise) -> Iterator[str]:
    """Everything that names an answer nobody gave, or compares it with something it can never be."""
    known: dict[str, Step] = {}
    for number, step, around in numbered(exercise.steps):
        where = f"steps {number}"
        for condition in step.when:
            yield from _condition(f"{where}.when", condition, known)
        for text in (step.text, step.hint):
            yield from _recalled(f"{where}.text", text, known, around)
        yield from _sources(where, step, known)
        name = saves(step)
        if name and (name in known or name in ("item", "round")):
            yield f"{where}.save: {name!r} is used twice" if name in known else f"{where}.save: not this name"
        if name:
            known[name] = step
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
    numbers = (Input.NUMBER, Input.MINUTES)
    return isinstance(step, Ask) and step.input in numbers and not isinstance(value, str)


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


def _sources(where: str, step: Step, known: dict[str, Step]) -> Iterator[str]:
    """Faults of what a step builds upon: options, pace, length, rows."""
    if isinstance(step, Pick) and step.options_from:
        yield from _source(f"{where}.options_from", step.options_from, known)
    if isinstance(step, Repeat):
        for field in ("each", "by", "minus"):
            if source := getattr(step, field):
                yield from _source(f"{where}.{field}", source, known)
        yield from _chooses(f"{where}.sets", step.by, [s.option for s in step.sets], known)
    if isinstance(step, Breathe):
        yield from _chooses(f"{where}.paces", step.pace_from, [p.option for p in step.paces], known)
        asked = known.get(step.minutes_from)
        if not (isinstance(asked, Ask) and asked.input in (Input.MINUTES, Input.NUMBER)):
            yield from _chooses(
                f"{where}.lengths", step.minutes_from, [x.option for x in step.lengths], known
            )


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


def _chooses(where: str, name: str, options: list[str], known: dict[str, Step]) -> Iterator[str]:
    """A pick that chooses among rows of data has exactly their options."""
    if not name:
        return
    step = known.get(name)
    if not isinstance(step, Pick):
        yield f"{where}: {name!r} is no choice that an earlier step offers"
    elif sorted(step.options) != sorted(options):
        yield f"{where}: the options differ from those of {name!r}"
