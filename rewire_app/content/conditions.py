"""What is wrong with a condition: it asks about nothing, or compares with something that can never be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rewire_app.domain.care import NONE
from rewire_app.domain.exercise.care import Care
from rewire_app.domain.exercise.exercise import Ask, Condition, Input, Op, Pick, Rate, Step
from rewire_app.domain.exercise.parts import counted, is_count, list_shape
from rewire_app.domain.exercise.sources import list_fault
from rewire_app.domain.lists.entries import ListShape

NUMBER_INPUTS = (Input.NUMBER, Input.MINUTES)
"""What an open question takes when its answer is a number."""

_ORDER = (Op.GE, Op.LE, Op.GT, Op.LT)
_SAME = (Op.EQ, Op.NE)

Known = Mapping[str, Step]
"""The questions before, by the name of their answer."""


def condition_faults(condition: Condition, known: Known) -> Iterator[str]:
    """Everything wrong with `condition`, where `known` was asked before."""
    step = known.get(condition.name)
    if condition.var.startswith("@"):
        yield from _on_list(condition)
    elif step is None:
        yield f"{condition.name!r} is saved by no step before"
    elif condition.var != condition.name:
        yield from part_faults(condition.var, step)
        yield from _on_part(condition, step)
    else:
        yield from _on_answer(condition, step)


def part_faults(source: str, step: Step) -> Iterator[str]:
    """Why `source`, "yes.count" or "one.kind", is no part of an answer to `step`."""
    name, _dot, part = source.partition(".")
    shape = list_shape(step)
    if is_count(step, part):
        if not counted(step):
            yield f"{name!r} is one answer; there is nothing to count"
    elif shape is None:
        yield f"there is no column {part!r} to recall"
    elif part not in shape.fields:
        yield f"{name!r} has no field {part!r}; use one of: {', '.join(shape.fields)}"


def _on_list(condition: Condition) -> Iterator[str]:
    if fault := list_fault(condition.var):
        yield fault
    elif condition.op not in _SAME or condition.value != "":
        yield 'a list is only empty (op = "eq", value = "") or not (op = "ne", value = "")'


def _on_part(condition: Condition, step: Step) -> Iterator[str]:
    """Comparisons of a count with words, of a field with what it cannot hold."""
    part, value = condition.var.partition(".")[2], condition.value
    shape = list_shape(step)
    if is_count(step, part):
        if isinstance(value, str) or condition.op is Op.HAS:
            yield f"{condition.var!r} is a number; compare it with eq, ne, ge, le, gt or lt"
    elif shape is not None and isinstance(step, Pick) and step.max > 1:
        yield f"{condition.name!r} may hold several choices; a field is asked of one"
    elif shape is not None and part in shape.fields and not (condition.op in _SAME and value == ""):
        yield from _on_field(condition, part, shape)


def _on_field(condition: Condition, field: str, shape: ListShape) -> Iterator[str]:
    if field in (*shape.ratings, *shape.percents):
        top = 100 if field in shape.percents else 10
        if isinstance(condition.value, str) or not 0 <= condition.value <= top or condition.op is Op.HAS:
            yield f'{condition.var!r} is a number from 0 to {top}, or "" where there is none'
    elif field in shape.choices:
        words = [one.value for one in shape.choices[field]]
        if condition.op not in _SAME or condition.value not in words:
            yield f"{condition.var!r} is one of: {', '.join(words)}; compare it with eq or ne"
    else:
        yield f'{condition.var!r} is in the person\'s own words; ask only whether it is ""'


def _on_answer(condition: Condition, step: Step) -> Iterator[str]:
    name, value = condition.var, condition.value
    if isinstance(step, Care):
        yield from _on_care(condition, step)
    elif isinstance(step, Pick):
        open_ended = step.other or step.options_from
        if condition.op in _ORDER:
            yield f"{name!r} is a choice; compare it with eq, ne or has"
        elif value not in step.options and not open_ended:
            yield f"{value!r} is no option of {name!r}"
        elif condition.op is Op.EQ and step.max > 1:
            yield f"{name!r} may hold several choices; compare it with has"
    elif isinstance(step, Rate):
        if isinstance(value, str) or not 0 <= value <= step.scale.top:
            yield f"{name!r} goes from 0 to {step.scale.top}, not {value!r}"
        elif condition.op is Op.HAS:
            yield f"{name!r} is a number; compare it with eq, ne, ge, le, gt or lt"
    elif condition.op in _ORDER and not _is_number(step, value):
        yield f"{name!r} is no number"


def _on_care(condition: Condition, step: Care) -> Iterator[str]:
    """Who passed the question over is taken to need care: no answer but "none" opens the other branch."""
    if condition.op not in (*_SAME, Op.HAS):
        yield f"{condition.var!r} is a choice; compare it with eq, ne or has"
    elif condition.value not in step.options:
        yield f"{condition.value!r} is no option of {condition.var!r}"
    elif condition.op is Op.NE and condition.value != NONE:
        yield f'{condition.var!r} compared with ne also holds when it was passed over; only ne "none" is safe'


def _is_number(step: Step, value: str | int | float) -> bool:
    return isinstance(step, Ask) and step.input in NUMBER_INPUTS and not isinstance(value, str)
