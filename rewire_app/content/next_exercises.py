"""What follows from an exercise: reading and writing `[[next]]`, and what is wrong with one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rewire_app.content.branches import alike, questions
from rewire_app.content.fields import Fields
from rewire_app.content.shape import Conditions
from rewire_app.domain.exercise.exercise import (
    Ask,
    Exercise,
    Input,
    ListStep,
    NextExercise,
    Pick,
    Say,
    Step,
    saves,
)
from rewire_app.domain.exercise.sources import last_answer, named

WHEN = Conditions(name="when")

WHY_WORDS = 12
"""The most words that say why an exercise follows."""


def read_next(fields: Fields) -> NextExercise:
    """One `[[next]]` table; raises ContentError."""
    found = NextExercise(
        to=fields.text("to"),
        why=fields.text("why"),
        when=WHEN.read(fields),
        hands=_hands(fields),
    )
    fields.close()
    return found


def _hands(fields: Fields) -> tuple[tuple[str, str], ...]:
    """The questions there, each with the answer it is given: `["emotion"]` or `{ theirs = "ours" }`."""
    if not fields.is_table("hands"):
        return tuple((name, name) for name in fields.texts("hands", ()))
    table = fields.table("hands")
    found = tuple((theirs, table.text(theirs)) for theirs in table.names)
    table.close()
    return found


def next_table(one: NextExercise) -> dict[str, Any]:
    """`one` as the table of a file."""
    same = all(theirs == ours for theirs, ours in one.hands)
    hands: Mapping[str, Any] = {}
    if one.hands:
        hands = {"hands": [ours for _theirs, ours in one.hands] if same else dict(one.hands)}
    return {"to": one.to, "why": one.why, **WHEN.pairs(one.when), **hands}


def next_faults(exercise: Exercise, every: Mapping[str, Exercise]) -> Iterator[str]:
    """What `exercise` says of others, `every` by id, that cannot be: what follows, and the last time."""
    always = 0
    for number, one in enumerate(exercise.next, start=1):
        where = f"next {number}"
        if always:
            yield f"{where}: it is never offered; next {always} has no when and comes first"
        always = always or (0 if one.when else number)
        if (count := len(one.why.split())) > WHY_WORDS:
            yield f"{where}.why: {count} words; {WHY_WORDS} are the most"
        if one.to == exercise.id or one.to not in every:
            yield f"{where}.to: there is no other exercise {one.to!r}"
            continue
        for theirs, ours in one.hands:
            fault = _hand_fault(exercise, ours, every[one.to], theirs)
            yield from [f"{where}.hands: {fault}"] if fault else []
    for name in sorted(named(exercise)):
        other, answer = last_answer(name) or ("", "")
        if other and other != exercise.id:
            if other not in every or answer not in questions(every[other]):
                yield f"steps: {name!r}: no step of {other!r} saves {answer!r}"
            elif every[other].unkept:
                yield f"steps: {name!r}: nothing of {other!r} is kept"


def _hand_fault(here: Exercise, ours: str, there: Exercise, theirs: str) -> str:
    """Why the answer `ours` cannot be one to `theirs`; "" where it can, or where it is no answer at all."""
    step, asked = questions(here).get(ours), _asked_once(there).get(theirs)
    if step is None:
        return ""
    if asked is None:
        return f"{there.id!r} asks once for no {theirs!r}"
    if _on_safety(there, theirs) and not _on_safety(here, ours):
        return f"{theirs!r} asks there whether one is safe, and {ours!r} does not"
    if not _worded(asked) or not _worded(step):
        return "" if alike(step, asked) else f"{ours!r} is no answer to {theirs!r}"
    if isinstance(asked, Pick) and not (asked.other or asked.options_from):
        offered = step.options if isinstance(step, Pick) and not (step.other or step.options_from) else ("…",)
        missing = next((option for option in offered if option not in asked.options), "")
        return f"{missing!r} is no option of {theirs!r}" if missing else ""
    return ""


def _asked_once(exercise: Exercise) -> Mapping[str, Step]:
    """The questions outside every repeat."""
    outside = {saves(step) for step in exercise.steps}
    return {name: step for name, step in questions(exercise).items() if name in outside}


def _on_safety(exercise: Exercise, name: str) -> bool:
    """Whether an answer under `name` may lead to where a person comes first."""
    first = (step for step in exercise.steps if isinstance(step, Say) and step.person_first)
    return any(step.when and step.when[-1].name == name for step in first)


def _worded(step: Step) -> bool:
    """Whether the answer is words, which choices, lines and rows can stand for."""
    worded = isinstance(step, Ask) and step.input in (Input.TEXT, Input.LINES)
    return worded or isinstance(step, Pick | ListStep)
