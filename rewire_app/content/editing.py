"""Changing the steps of an exercise: every act takes an exercise and gives the next one, losing nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any

from rewire_app.content.branches import numbered
from rewire_app.content.shape import Conditions, RowsSort
from rewire_app.content.steps import kind_named, kind_of
from rewire_app.domain.exercise.care import Care
from rewire_app.domain.exercise.exercise import Condition, Exercise, Gate, Op, Pick, Repeat, Step, saves
from rewire_app.domain.exercise.parts import COUNT
from rewire_app.domain.exercise.sources import last_answer
from rewire_app.i18n import _


def _name(taken: Collection[str]) -> str:
    number = 1
    while f"answer{number}" in taken:
        number += 1
    return f"answer{number}"


def answer_names(exercise: Exercise) -> set[str]:
    """Every name under which a step keeps its answer."""
    return {saves(step) for _number, step, _around in numbered(exercise.steps) if saves(step)}


def added(exercise: Exercise, kind: str) -> Exercise:
    """`exercise` with a new step of `kind` at its end: nothing written in it, its answer named anew."""
    fresh = kind_named(kind).fresh
    assert fresh is not None, "only kinds that the editor can add are asked for"
    return replace(exercise, steps=(*exercise.steps, fresh(_name(answer_names(exercise)))))


def removed(exercise: Exercise, index: int) -> Exercise:
    """`exercise` without the step at `index`, from 0."""
    return replace(exercise, steps=(*exercise.steps[:index], *exercise.steps[index + 1 :]))


def moved(exercise: Exercise, index: int, by: int) -> Exercise:
    """`exercise` with the step at `index` moved `by` places; at the ends it stays where it is."""
    target = index + by
    if not 0 <= target < len(exercise.steps):
        return exercise
    steps = list(exercise.steps)
    steps.insert(target, steps.pop(index))
    return replace(exercise, steps=tuple(steps))


def put(exercise: Exercise, number: str, step: Step) -> Exercise:
    """`exercise` with `step` in the place written as `number` ("5", or "5.2" inside a repeat).

    What hung on the choices of a step follows when one of them is written anew.
    """
    first, _dot, inner = number.partition(".")
    index = int(first) - 1
    old = exercise.steps[index]
    if inner:
        assert isinstance(old, Repeat), "only a repeat has steps inside"
        steps = list(old.steps)
        before, steps[int(inner) - 1] = steps[int(inner) - 1], step
        whole: Step = replace(old, steps=tuple(steps))
    else:
        before, whole = old, step
    changed = replace(exercise, steps=(*exercise.steps[:index], whole, *exercise.steps[index + 1 :]))
    if isinstance(before, Pick) and isinstance(step, Pick):
        for was, now in _renamed(before.options, step.options):
            changed = _follow(changed, step.save, was, now)
    return changed


def _renamed(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The choices that were written anew: those in the same place of as many."""
    if len(before) == len(after):
        pairs = [(was, now) for was, now in zip(before, after, strict=True) if was != now]
        if len(pairs) == 1:
            yield pairs[0]


def _follow(exercise: Exercise, save: str, was: str, now: str) -> Exercise:
    def conditions(found: Sequence[Condition]) -> tuple[Condition, ...]:
        return tuple(replace(c, value=now) if c.var == save and c.value == was else c for c in found)

    def step_of(step: Step) -> Step:
        changes: dict[str, Any] = {}
        for part in kind_of(step).parts:
            value = getattr(step, part.attribute)
            if isinstance(part, Conditions):
                changes[part.attribute] = conditions(value)
            elif isinstance(part, RowsSort) and part.chosen_by and getattr(step, part.chosen_by) == save:
                rows = (replace(row, option=now) if row.option == was else row for row in value)
                changes[part.attribute] = tuple(rows)
        if isinstance(step, Repeat):
            changes["steps"] = tuple(step_of(inner) for inner in step.steps)
        return replace(step, **changes)

    keeps = tuple(replace(keep, when=conditions(keep.when)) for keep in exercise.keeps)
    following = tuple(replace(one, when=conditions(one.when)) for one in exercise.next)
    return replace(exercise, steps=tuple(map(step_of, exercise.steps)), keeps=keeps, next=following)


def with_caution(exercise: Exercise, words: str) -> Exercise:
    """`exercise` with `words` as its caution; without words there is no gate, with them there is one."""
    gate = exercise.gate
    if not words.strip():
        gate = Gate.NONE
    elif gate is Gate.NONE:
        gate = Gate.NOTICE
    return replace(exercise, cautions=words, gate=gate)


def simple_conditions(exercise: Exercise, number: str) -> list[tuple[Condition, str]]:
    """The conditions that can be chosen for the step `number`, in words: a choice of an earlier question."""
    offered = []
    for place, step, around in numbered(exercise.steps):
        if place == number:
            break
        if isinstance(step, Pick) and not isinstance(step, Care) and around is None:
            op = Op.EQ if step.max == 1 else Op.HAS
            for option in step.options:
                condition = Condition(var=step.save, op=op, value=option)
                offered.append((condition, when_words(exercise, condition)))
    return offered


def when_words(exercise: Exercise, condition: Condition) -> str:
    """A condition in words: 'the answer to step 2 is "Messages"'."""
    value = f"{condition.value:g}" if isinstance(condition.value, int | float) else f"“{condition.value}”"
    if last_answer(condition.var):
        empty = condition.op is Op.EQ
        return _("there is no answer of the last time") if empty else _("there is an answer of the last time")
    if condition.var.startswith("@"):
        empty = condition.op is Op.EQ
        words = _("your list {list} is empty") if empty else _("your list {list} is not empty")
        return words.format(list=condition.var.removeprefix("@"))
    number = next((n for n, step, _a in numbered(exercise.steps) if saves(step) == condition.name), "?")
    part = condition.var.removeprefix(condition.name).removeprefix(".")
    if part:
        said = _("{n}, counted,") if part == COUNT else _("{n}, its {part},")
        number = said.format(n=number, part=part.replace("_", " "))
    words = {
        Op.EQ: _("the answer to step {n} is {value}"),
        Op.NE: _("the answer to step {n} is not {value}"),
        Op.HAS: _("the answer to step {n} includes {value}"),
        Op.GE: _("the answer to step {n} is {value} or more"),
        Op.LE: _("the answer to step {n} is {value} or less"),
        Op.GT: _("the answer to step {n} is more than {value}"),
        Op.LT: _("the answer to step {n} is less than {value}"),
    }[condition.op]
    return words.format(n=number, value=value)


def repeat_words(exercise: Exercise, step: Repeat) -> str:
    """How often a repeat goes round, in words."""
    if step.times:
        return _("These steps come {n} times.").format(n=step.times)
    if step.until:
        ends = _(" and ").join(when_words(exercise, one) for one in step.until)
        return _("These steps come again until {end}, {n} times at most.").format(end=ends, n=step.max)
    if step.sets:
        rows = [item.text for item in step.sets[0].items]
        return _("These steps come once for each of: {rows}.").format(rows=", ".join(rows))
    if step.each.startswith("@"):
        return _("These steps come once for each entry of your list {list}.").format(list=step.each[1:])
    name = step.each.partition(".")[0]
    number = next((n for n, one, _a in numbered(exercise.steps) if saves(one) == name), "?")
    return _("These steps come once for each answer to step {n}.").format(n=number)
