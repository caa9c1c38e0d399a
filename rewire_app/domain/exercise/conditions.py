"""Whether conditions hold for what is known on a path: answers, parts of answers, lists of the person's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rewire_app.domain.exercise.answers import Answer, holds
from rewire_app.domain.exercise.care import Care
from rewire_app.domain.exercise.exercise import Condition, Op
from rewire_app.domain.exercise.parts import part_of
from rewire_app.domain.exercise.recall import Scope


def answer_of(name: str, scope: Scope) -> Answer | None:
    """What a condition on `name` asks: an answer, a part of one ("yes.count"), or a list, "" when empty."""
    if name.startswith("@"):
        return tuple(scope.stores.get(name, ())) or ""
    head, _dot, part = name.partition(".")
    known = scope.known.get(head)
    if known is None or not part:
        return known.answer if known else None
    return part_of(known.rounds or (known.answer,), known.step, part, scope.rows)


def all_hold(conditions: Iterable[Condition], scope: Scope) -> bool:
    """Whether every one of `conditions` holds for what `scope` knows."""
    return all(met(condition, scope) for condition in conditions)


def met(condition: Condition, scope: Scope) -> bool:
    """Whether `condition` holds for what `scope` knows; of what was ticked about health one is enough."""
    known = scope.known.get(condition.var)
    if known is not None and isinstance(known.step, Care) and condition.op is Op.EQ:
        condition = replace(condition, op=Op.HAS)
    return holds(condition, answer_of(condition.var, scope))
