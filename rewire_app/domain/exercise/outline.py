"""What one does in an exercise, in a few lines, told from its steps before anything is answered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rewire_app.domain.care import NONE
from rewire_app.domain.exercise.answers import holds
from rewire_app.domain.exercise.care import Care
from rewire_app.domain.exercise.exercise import (
    Breathe,
    Condition,
    Exercise,
    PacedLength,
    Pick,
    PlanStep,
    Rate,
    Repeat,
    Say,
    Step,
)
from rewire_app.domain.exercise.recall import fixed
from rewire_app.i18n import _

MOST = 8
"""So many lines are read at a glance; what only leads over is left out first."""
SHORT = 40
"""Letters: a sentence that says less takes the next one along."""

_SENTENCE = re.compile(r"(?<=[.?!…])\s+|(?<=[.?!…]”)\s+")
_ROW = re.compile(r"^\{\{item[^}]*\}\}:\s*|(?:\s+|:\s*)\{\{item[^}]*\}\}(?=[.?]?$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """The first steps of an exercise in words, and how many more come after them."""

    steps: tuple[str, ...]
    more: int = 0


def outline(exercise: Exercise) -> Outline:
    """The steps of the usual way through, each in a sentence or two, at most `MOST`.

    The usual way answers every choice with its first option, as the files are written, and what is asked
    about health with none. That question, ways out, steps that are there only for some answers among many,
    and closing words are no part of it.
    """
    steps = list(_usual(exercise.steps))
    while len(steps) > 2 and isinstance(steps[-1][0], Say):
        steps.pop()
    for kind in (Say, Rate):
        if len(steps) > MOST:
            steps = [(step, words) for step, words in steps if not isinstance(step, kind)]
    told = tuple(dict.fromkeys(words for _step, words in steps))
    return Outline(steps=told[:MOST], more=max(0, len(told) - MOST))


def _usual(steps: Sequence[Step]) -> Iterator[tuple[Step, str]]:
    chosen: dict[str, str] = {}
    many: set[str] = set()
    for step in steps:
        way_out = step.link or (isinstance(step, Say) and step.end)
        if way_out or not _taken(step.when, chosen, many):
            continue
        if isinstance(step, Care):
            chosen[step.save] = NONE
            continue
        if isinstance(step, Pick) and step.options:
            chosen[step.save] = step.options[0]
            if len(step.options) > 2:
                many.add(step.save)
        if words := _words(step):
            yield step, words


def _taken(when: Sequence[Condition], chosen: dict[str, str], many: set[str]) -> bool:
    """Whether all of `when` holds on the usual way, on which every list of the person's is empty."""
    for condition in when:
        answer = "" if condition.var.startswith("@") else chosen.get(condition.var)
        one_of_many = condition.var in many and condition.op in ("eq", "has")
        if one_of_many or not holds(condition, answer):
            return False
    return True


def _words(step: Step) -> str:
    """The first sentence of `step` that can be read by itself; a repeat speaks by its first step."""
    if isinstance(step, PlanStep):
        return _("Make a plan for real life: when, and what then.")
    if isinstance(step, Repeat):
        return next((words for words in map(_words, step.steps) if words), "")
    words, *later = _SENTENCE.split(fixed(_ROW.sub("", step.text)))
    for sentence in later:
        if len(words) >= SHORT:
            break
        words = f"{words} {sentence}"
    return words[:1].upper() + words[1:]


def lengths(exercise: Exercise) -> tuple[PacedLength, ...]:
    """The lengths that can be chosen before it begins, shortest first; none where steps take their time."""
    for step in exercise.steps:
        if isinstance(step, Breathe) and step.lengths:
            return tuple(sorted(step.lengths, key=lambda one: one.minutes))
    return ()
