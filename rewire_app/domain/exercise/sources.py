"""What exercises name beside their answers: "@values", "@ladder.fear", "@sleep.mean", "@last.tight"."""

from __future__ import annotations

from collections.abc import Iterator

from rewire_app.domain.exercise.exercise import Exercise, Pick, Repeat, Say, Step
from rewire_app.domain.exercise.recall import names
from rewire_app.domain.lists.entries import KEPT, CrisisSection, ListKind

NUMBERS = (
    "@practice.days",
    "@practice.planned",
    "@sleep.mean",
    "@react.mean",
    "@react.n",
    "@moments.n",
)
"""Texts about the last seven days that words may recall."""


HABITS = "@habits"
"""The person's own habits of thought that are offered in records; they are chosen from, and hold no more."""

LAST = "@last."
"""What the names of answers in the newest pass begin with."""


def last_answer(name: str) -> tuple[str, str] | None:
    """The exercise ("" is the one that asks) and the answer of its newest pass that `name` means.

    None where it means something else.
    """
    if not name.startswith(LAST):
        return None
    exercise, _dot, answer = name.removeprefix(LAST).rpartition(".")
    return exercise, answer


def list_fault(name: str) -> str:
    """What is wrong with `name` as one of the person's lists; empty when it is one."""
    if last_answer(name) or name == HABITS:
        return ""
    kind, _dot, part = name.removeprefix("@").partition(".")
    if kind not in tuple(ListKind):
        return f"there is no list {name!r}; use one of: {', '.join(f'@{kind}' for kind in ListKind)}"
    known = parts(ListKind(kind))
    if part and part not in known:
        return f"{name!r} has no such part; use one of: {', '.join(f'@{kind}.{one}' for one in known)}"
    return ""


def parts(kind: ListKind) -> tuple[str, ...]:
    """What may follow the dot: the fields that are words, or the sections of the plan for a crisis."""
    if kind is ListKind.CRISIS_PLAN:
        return tuple(CrisisSection)
    shape = KEPT[kind]
    other = {*shape.ratings, *shape.percents, *shape.choices, *shape.days, *shape.clock, *shape.flags}
    return tuple(field for field in shape.fields if field not in other)


def named(exercise: Exercise) -> frozenset[str]:
    """Every list and number that `exercise` uses, and nothing else of what the person keeps."""
    found = {name for text in (exercise.real_life, exercise.plan) for name in names(text)}
    for step in _all(exercise.steps):
        found.update(names(step.text), names(step.hint), (condition.var for condition in step.when))
        if isinstance(step, Say):
            found.update(name for row in step.shows for name in names(row.words))
        if isinstance(step, Pick):
            found.add(step.options_from)
        if isinstance(step, Repeat):
            found.update((step.each, step.minus))
    for keep in exercise.keeps:
        found.update((keep.each, *(condition.var for condition in keep.when)))
    for one in exercise.next:
        found.update(condition.var for condition in one.when)
    return frozenset(name for name in found if name.startswith("@"))


def chosen_from(exercise: Exercise) -> frozenset[str]:
    """The lists from which `exercise` lets an entry be chosen, "@open"; its words may recall other fields."""
    sources = (step.options_from for step in _all(exercise.steps) if isinstance(step, Pick))
    found = (source.partition(".")[0] for source in sources if source.startswith("@"))
    return frozenset(source for source in found if source != HABITS)


def _all(steps: tuple[Step, ...]) -> Iterator[Step]:
    for step in steps:
        yield step
        if isinstance(step, Repeat):
            yield from step.steps
