"""Every way through an exercise: tries all answers that its conditions ask about, and walks each path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from rewire_app.domain.exercise.answers import Answer
from rewire_app.domain.exercise.breathing import settings
from rewire_app.domain.exercise.exercise import (
    Ask,
    Column,
    ColumnType,
    Condition,
    Exercise,
    Input,
    ListStep,
    Op,
    Pick,
    PlanStep,
    Rate,
    Repeat,
    Step,
    saves,
)
from rewire_app.domain.exercise.path import OFFERED_PLAN, Path, walk
from rewire_app.domain.exercise.recall import answer_texts
from rewire_app.domain.exercise.sources import named

MOST_STEPS = 12
"""How many steps a person may meet on any path; a repeat counts once."""

MOST_PATHS = 20_000
"""How many combinations of answers are tried at most."""

SOME, OWN = "something", "something of my own"
"""What is written in an open question, and beside the options of a choice."""


def numbered(steps: Sequence[Step], prefix: str = "") -> Iterator[tuple[str, Step, Repeat | None]]:
    """All steps with their number as written ("5", "5.2" inside a repeat) and the repeat around them."""
    for number, step in enumerate(steps, start=1):
        yield f"{prefix}{number}", step, None
        if isinstance(step, Repeat):
            for inner, part in enumerate(step.steps, start=1):
                yield f"{prefix}{number}.{inner}", part, step


def conditions(exercise: Exercise) -> Iterator[tuple[str, Condition]]:
    """Every condition with the number of its step, those that end a repeat included."""
    for number, step, _around in numbered(exercise.steps):
        for condition in step.when:
            yield number, condition
        if isinstance(step, Repeat):
            for condition in step.until:
                yield number, condition


def branch_faults(exercise: Exercise) -> list[str]:
    """What is wrong with the paths: steps nobody can reach, a path that is too long, too many to try."""
    asked = choices(exercise)
    count = 1
    for answers in asked.values():
        count *= len(answers)
    if count > MOST_PATHS:
        return [f"steps: {count} combinations of answers are too many to check; use fewer conditions"]
    unasked = settings(exercise)
    reached: set[str] = set()
    longest = 0
    for combination in product(*asked.values()):
        path = _walk(exercise, dict(zip(asked, combination, strict=True)))
        reached.update(_written(place.id) for place in path.step_places)
        longest = max(longest, len({place.unit for place in path.step_places}))
    faults = [
        f"steps {number}: no answers lead to this step"
        for number, step, _around in numbered(exercise.steps)
        if not isinstance(step, Repeat) and number not in reached and saves(step) not in unasked
    ]
    if longest > MOST_STEPS:
        faults.append(f"steps: a path has {longest} steps; {MOST_STEPS} are the most")
    return faults


def _written(place_id: str) -> str:
    """The number of a step as written, without the round: "5.3.1" is step 5.1."""
    parts = place_id.split(".")
    return f"{parts[0]}.{parts[-1]}" if len(parts) > 1 else place_id


def choices(exercise: Exercise) -> dict[str, list[Answer | None]]:
    """For each name that a condition asks about, answers that tell its cases apart (None is skipped)."""
    asked: dict[str, list[Condition]] = {}
    for _number, condition in conditions(exercise):
        asked.setdefault(condition.var, []).append(condition)
    steps = {saves(step): step for _number, step, _around in numbered(exercise.steps) if saves(step)}
    cases = {name: _cases(steps[name], wanted) for name, wanted in asked.items() if name in steps}
    return cases | {name: [None, (SOME,)] for name in asked if name.startswith("@")}


def _cases(step: Step, wanted: Sequence[Condition]) -> list[Answer | None]:
    cases: list[Answer | None] = [None]
    if isinstance(step, Pick):
        open_ended = step.other or step.options_from or not step.options
        texts = [*step.options, *([OWN] if open_ended else [])]
        if open_ended:
            texts += [str(c.value) for c in wanted if c.value not in ("", *texts)]
        cases += [(text,) for text in texts]
        named = tuple(dict.fromkeys(str(c.value) for c in wanted if c.op is Op.HAS))
        if step.max > 1 and len(named) > 1:
            cases.append(named[: step.max])
        return cases
    if isinstance(step, Rate):
        edges = {int(c.value) + shift for c in wanted if not isinstance(c.value, str) for shift in (-1, 0, 1)}
        return cases + [edge for edge in sorted(edges) if 0 <= edge <= step.scale.top]
    if isinstance(step, Ask):
        numbers = [c.value for c in wanted if not isinstance(c.value, str)]
        return cases + [number + shift for number in numbers for shift in (-1, 0, 1)] + [filled(step)]
    return [*cases, filled(step)]


def filled(step: Step) -> Answer | None:
    """Some answer that fills the step."""
    if isinstance(step, Pick):
        return step.options[: step.max] or (OWN,)
    if isinstance(step, Rate):
        return step.scale.top // 2
    if isinstance(step, ListStep):
        rows = range(1, min(max(2, step.min), step.max) + 1)  # of two on there is something to choose from
        return tuple({column.name: _cell(column, row) for column in step.columns} for row in rows)
    if isinstance(step, Ask):
        return 10 if step.input in (Input.NUMBER, Input.MINUTES) else SOME
    return None


def _cell(column: Column, row: int) -> str | int:
    """Something in one column of a row, other than in the other rows."""
    if column.type is ColumnType.RATE:
        return column.scale.top // 2
    return column.options[0] if column.options else f"{SOME}, {row}"


def _offered(
    step: Pick, answer: Answer | None, given: Mapping[str, Answer | None], steps: Mapping[str, Step]
) -> Answer | None:
    """`answer` as it can be given where the choices come from an earlier answer or a list of the person's."""
    if not step.options_from or step.other or not isinstance(answer, tuple):
        return answer
    source, _dot, column = step.options_from.partition(".")
    if source not in steps:  # a list of the person's may hold anything
        return (SOME,) if answer == (OWN,) else answer
    taken = answer_texts(given.get(source), steps[source], column)
    offered = (*taken, *step.options)
    kept = tuple(text for text in answer if text in offered)
    return kept or taken[: step.max] or answer


def _stores(exercise: Exercise, chosen: Mapping[str, Answer | None]) -> dict[str, list[str]]:
    """The person's lists as `chosen` has them, with something in all others."""
    empty = {name for name, answer in chosen.items() if name.startswith("@") and not answer}
    stores = {name: [SOME] for name in named(exercise)}
    for _number, step, _around in numbered(exercise.steps):
        answer = chosen.get(saves(step)) if isinstance(step, Pick) and step.options_from in stores else None
        if isinstance(step, Pick) and isinstance(answer, tuple):
            stores[step.options_from] += [text for text in answer if isinstance(text, str)]
    return {name: [] if name.partition(".")[0] in empty else texts for name, texts in stores.items()}


def _walk(exercise: Exercise, chosen: Mapping[str, Answer | None]) -> Path:
    """The path for the chosen answers, with every other step filled."""
    given: dict[str, Answer | None] = {}
    left_out = {step.minus for step in exercise.steps if isinstance(step, Repeat)}
    steps = {saves(step): step for _number, step, _around in numbered(exercise.steps) if saves(step)}
    for number, step, around in numbered(exercise.steps):
        name = saves(step) or (f"{OFFERED_PLAN}:{number}" if isinstance(step, PlanStep) else "")
        if not name:
            continue
        answer = chosen.get(name, None if name in left_out else filled(step))
        if isinstance(step, Pick):
            answer = _offered(step, answer, given, steps)
        given[name] = answer
        if around is not None:
            given.update({f"{name}#{turn}": answer for turn in range(1, 61)})
    return walk(exercise, None, given, _stores(exercise, chosen))
