"""Answers that somebody is not safe: which they are, and what is given without them.

They lead to people at once, and are written down nowhere: neither in the run under way nor in the practice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from rewire_app.domain.exercise.answers import Answer, holds
from rewire_app.domain.exercise.exercise import Op, Say, Step
from rewire_app.domain.exercise.recall import Scope


def told_by(step: Step, answer: Answer | None) -> tuple[str, ...]:
    """What of `answer`, to the question in the last condition of `step`, led to that step."""
    if not step.when or not isinstance(answer, tuple) or not holds(step.when[-1], answer):
        return ()
    last = step.when[-1]
    texts = (text for text in answer if isinstance(text, str))
    return tuple(text for text in texts if last.op is Op.NE or text == last.value)


def without_unsafe(
    steps: Iterable[Step], given: Mapping[str, Answer | None]
) -> dict[str, Answer | None] | None:
    """`given` without the answers that led to where a person comes first; None where there are none."""
    found = False
    kept = dict(given)
    for step in steps:
        if not (isinstance(step, Say) and step.person_first and step.when):
            continue
        name = step.when[-1].var
        answer = kept.get(name)
        told = told_by(step, answer)
        if told and isinstance(answer, tuple):
            found = True
            del kept[name]
            rest = tuple(text for text in answer if isinstance(text, str) and text not in told)
            if rest:
                kept[name] = rest
    return kept if found else None


def safe_part(steps: Iterable[Step], known: Scope) -> Scope:
    """What is `known` without those answers: what may be handed on to another exercise."""
    kept = without_unsafe(steps, {name: one.answer for name, one in known.known.items()})
    if kept is None:
        return known
    rest = {name: replace(one, answer=kept.get(name)) for name, one in known.known.items()}
    return replace(known, known=rest)
