"""Whether every answer that somebody is not safe leads to people at once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rewire_app.domain.exercise.exercise import Exercise, Pick, Say
from rewire_app.domain.exercise.person_first import told_by

UNSAFE = re.compile(
    r"\bhurt(s|ing)? (myself|someone|others|me)\b|\b(I|it) (am|is|was|may|might) not (be )?safe\b"
    r"|\bnot wanting to live\b"
    r"|\bafraid of what they might do\b|\b(end|take|taking|ending) my (own )?life\b|\bkill\b|\bsuicid",
    re.IGNORECASE,
)
"""Words of a choice after which a person comes first."""

BY_SOMEONE = re.compile(
    r"\b(hurt|hurts|hurting|threatens?|controls?) me\b|\bafraid of what they might do\b|frightens me\b",
    re.IGNORECASE,
)
"""Words of a choice that tell of danger from someone close."""

NUMBER = "emergency number"
"""Who reads of it has it on the same screen."""


def unsafe_faults(exercise: Exercise) -> Iterator[str]:
    """Choices that say somebody is not safe and lead nowhere, steps nothing leads to, numbers not shown."""
    steps = list(enumerate(exercise.steps, start=1))
    first = [(number, step) for number, step in steps if isinstance(step, Say) and step.person_first]
    asked = {step.save for _number, step in steps if isinstance(step, Pick)}
    for number, step in steps:
        if not isinstance(step, Pick):
            continue
        for option in step.options:
            leads = any(
                say.when[-1].var == step.save and told_by(say, (option,)) for _n, say in first if say.when
            )
            if UNSAFE.search(option) and not leads:
                yield f"steps {number}.options: after {option!r} comes a say with person_first = true"
            hurt = any(say.by_someone for _n, say in first if say.when and told_by(say, (option,)))
            if BY_SOMEONE.search(option) and leads and not hurt:
                yield f"steps {number}.options: what follows {option!r} needs by_someone = true"
    for number, say in first:
        if not say.when or say.when[-1].var not in asked:
            yield f"steps {number}.when: the last condition asks about the choice that is not kept"
        if say.link or say.secs:
            yield f"steps {number}: a say with person_first leads to Help now; it has no link and no secs"
    for number, step in steps:
        named = isinstance(step, Say) and NUMBER in f"{step.text} {step.hint}" and not step.person_first
        if named and step.link != "help":
            yield f'steps {number}.link: a say that names the {NUMBER} shows it, by link = "help"'
