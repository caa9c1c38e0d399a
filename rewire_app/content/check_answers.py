"""Whether what an exercise asks is used: recalled, asked about, handed on, kept, or told afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rewire_app.content.branches import numbered
from rewire_app.content.shape import Conditions, RowsSort, TextSort
from rewire_app.content.steps import kind_of
from rewire_app.domain.exercise.exercise import Breathe, Exercise, Pick, Repeat, Say, Step, answer_name, saves
from rewire_app.domain.exercise.recall import names
from rewire_app.domain.exercise.sources import last_answer, named


def answer_faults(exercises: Iterable[Exercise]) -> Iterator[tuple[Exercise, str]]:
    """Every question of `exercises` whose answer nothing uses, as "field: reason" beside its exercise."""
    known = tuple(exercises)
    elsewhere = {last_answer(name) for one in known for name in named(one)}
    for exercise in known:
        used = set(_used(exercise)) | {found[1] for found in elsewhere if found and found[0] == exercise.id}
        for number, step, _around in numbered(exercise.steps):
            name = saves(step)
            if name and name not in used:
                yield exercise, f"steps {number}.save: nothing uses the answer {name!r}"


def _used(exercise: Exercise) -> Iterator[str]:
    """The names of all answers that something in `exercise` uses."""
    for text in (exercise.real_life, exercise.plan):
        yield from map(answer_name, names(text))
    for _number, step, _around in numbered(exercise.steps):
        yield from map(answer_name, _named_by(step))
    for keep in exercise.keeps:
        yield answer_name(keep.each)
        yield from (answer_name(source) for _field, source in keep.fields)
        yield from (answer_name(condition.var) for condition in keep.when)
    for one in exercise.next:
        yield from (answer_name(ours) for _theirs, ours in one.hands)
        yield from (answer_name(condition.var) for condition in one.when)
    if exercise.document is not None:
        yield from map(answer_name, exercise.document.title)
        for part in exercise.document.parts:
            yield from (answer_name(part.of), answer_name(part.was))
    yield from (found[1] for name in named(exercise) if (found := last_answer(name)) and not found[0])


def _named_by(step: Step) -> Iterator[str]:
    """The answers that one step recalls, asks about, or builds upon."""
    for part in kind_of(step).parts:
        value = getattr(step, part.attribute)
        if isinstance(part, TextSort) and part.recalls:
            yield from names(value)
        elif isinstance(part, Conditions):
            yield from (condition.var for condition in value)
        elif isinstance(part, RowsSort):
            texts = [inner.attribute for inner in part.shape.parts if isinstance(inner, TextSort)]
            yield from (name for row in value for text in texts for name in names(getattr(row, text)))
    if isinstance(step, Pick):
        yield step.options_from
    elif isinstance(step, Repeat):
        yield from (step.each, step.by, step.minus)
    elif isinstance(step, Breathe):
        yield from (step.pace_from, step.minutes_from)
    elif isinstance(step, Say):
        yield from (step.minutes_from, step.ladder)
