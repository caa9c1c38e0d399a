"""Every way through an exercise: tries all answers that its conditions ask about, and walks each path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product

from rewire_app.domain.care import NONE
from rewire_app.domain.exercise.answers import Answer, Row
from rewire_app.domain.exercise.breathing import settings
from rewire_app.domain.exercise.care import Care
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
from rewire_app.domain.exercise.parts import Rows, is_count, list_shape
from rewire_app.domain.exercise.path import OFFERED_PLAN, Path, walk
from rewire_app.domain.exercise.recall import Scope, answer_texts
from rewire_app.domain.exercise.sources import named
from rewire_app.domain.lists.entries import ListShape

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


def alike(one: Step, other: Step) -> Step | None:
    """The one question that two alternatives are, with the options of both; None where they ask otherwise."""
    match one, other:
        case (Care(), _) | (_, Care()):
            return None
        case Pick(), Pick() if not (one.options_from and other.options_from) or (
            one.options_from == other.options_from
        ):
            return replace(
                one,
                options=tuple(dict.fromkeys((*one.options, *other.options))),
                options_from=one.options_from or other.options_from,
                other=one.other or other.other,
                max=max(one.max, other.max),
            )
        case Ask(), Ask() if one.input is other.input:
            return one
        case Rate(), Rate() if one.scale is other.scale:
            return one
        case ListStep(), ListStep() if [(c.name, c.type, c.scale) for c in one.columns] == [
            (c.name, c.type, c.scale) for c in other.columns
        ]:
            return one
    return None


def questions(exercise: Exercise) -> dict[str, Step]:
    """Every question by the name of its answer; alternatives under one name as the one they are."""
    found: dict[str, Step] = {}
    for _number, step, _around in numbered(exercise.steps):
        if name := saves(step):
            found[name] = (alike(found[name], step) or step) if name in found else step
    return found


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
    twice: dict[str, str] = {}
    longest = 0
    for path in paths(exercise, asked):
        reached.update(_written(place.id) for place in path.step_places)
        twice.update(_twice(path))
        longest = max(longest, len({place.unit for place in path.step_places}))
    faults = [
        f"steps {number}: no answers lead to this step"
        for number, step, _around in numbered(exercise.steps)
        if not isinstance(step, Repeat) and number not in reached and saves(step) not in unasked
    ]
    faults += [f"steps {n}.save: {name!r} is asked twice on one way" for n, name in sorted(twice.items())]
    if longest > MOST_STEPS:
        faults.append(f"steps: a path has {longest} steps; {MOST_STEPS} are the most")
    return faults


def paths(exercise: Exercise, asked: Mapping[str, Sequence[Answer | None]]) -> Iterator[Path]:
    """Every path that these answers lead to; what a path does not ask is not tried on it."""
    rows, unasked = rows_to_choose(exercise), settings(exercise)
    skipped = {name: answers[0] for name, answers in asked.items()}
    waiting: list[dict[str, Answer | None]] = [{}]
    while waiting:
        chosen = waiting.pop()
        path = _walk(exercise, skipped | chosen, rows)
        met = {saves(place.step) for place in path.step_places if place.step is not None}
        open_ones = (name for name in asked if name.startswith("@") or name in unasked or name in met)
        name = next((one for one in open_ones if one not in chosen), None)
        if name is None:
            yield path
        else:
            waiting += [{**chosen, name: answer} for answer in asked[name]]


def _twice(path: Path) -> Iterator[tuple[str, str]]:
    """The steps whose answer was asked for on this path already, each with the name of that answer."""
    seen: set[str] = set()
    for place in path.step_places:
        if place.step is not None and (name := saves(place.step)):
            if place.key in seen:
                yield _written(place.id), name
            seen.add(place.key)


def _written(place_id: str) -> str:
    """The number of a step as written, without the round: "5.3.1" is step 5.1."""
    parts = place_id.split(".")
    return f"{parts[0]}.{parts[-1]}" if len(parts) > 1 else place_id


def choices(exercise: Exercise) -> dict[str, list[Answer | None]]:
    """For each name that a condition asks about, answers that tell its cases apart (None is skipped)."""
    asked: dict[str, list[Condition]] = {}
    for _number, condition in conditions(exercise):
        asked.setdefault(condition.name, []).append(condition)
    steps, rows = questions(exercise), rows_to_choose(exercise)
    cases = {name: _cases(steps[name], wanted, rows) for name, wanted in asked.items() if name in steps}
    return cases | {name: [None, (SOME,)] for name in asked if name.startswith("@")}


def _cases(step: Step, wanted: Sequence[Condition], rows: Rows) -> list[Answer | None]:
    whole = [c for c in wanted if c.var == c.name]
    counts = [int(c.value) + n for c in wanted if _on_count(c, step) for n in (-1, 0, 1)]
    cases: list[Answer | None] = [None, *_of_length(step, counts), *_entries(step, wanted, rows)]
    numbers = [c.value for c in whole if not isinstance(c.value, str)]
    match step:
        case Pick():
            cases += _chosen(step, whole)
        case Rate():
            edges = {int(number) + shift for number in numbers for shift in (-1, 0, 1)}
            cases += [edge for edge in sorted(edges) if 0 <= edge <= step.scale.top]
        case Ask():
            cases += [number + shift for number in numbers for shift in (-1, 0, 1)] + [filled(step)]
        case _:
            cases.append(filled(step))
    return [case for place, case in enumerate(cases) if case not in cases[:place]]


def _chosen(step: Pick, wanted: Sequence[Condition]) -> list[Answer | None]:
    """Each option by itself, something else where that may be chosen, and together what is asked for."""
    open_ended = step.other or step.options_from or not step.options
    texts = [*step.options, *([OWN] if open_ended else [])]
    if open_ended:
        texts += [str(c.value) for c in wanted if c.value not in ("", *texts)]
    cases: list[Answer | None] = [(text,) for text in texts]
    named = tuple(dict.fromkeys(str(c.value) for c in wanted if c.op is Op.HAS))
    return [*cases, named[: step.max]] if step.max > 1 and len(named) > 1 else cases


def _on_count(condition: Condition, step: Step) -> bool:
    part = condition.var.partition(".")[2]
    return is_count(step, part) and not isinstance(condition.value, str)


def _of_length(step: Step, counts: Iterable[int]) -> Iterator[Answer]:
    """Answers that hold so many things, as far as the step takes so many."""
    for count in sorted({count for count in counts if count > 0}):
        own = [f"{OWN}, {number}" for number in range(1, count + 1)]
        if isinstance(step, Pick):
            free = step.other or step.options_from or not step.options
            texts = [*step.options, *(own if free else ())][:count]
            if len(texts) == count <= step.max:
                yield tuple(texts)
        elif isinstance(step, ListStep) and count <= step.max:
            yield tuple(_row(step, row) for row in range(1, count + 1))
        elif isinstance(step, Ask):
            yield "\n".join(own)


def rows_to_choose(exercise: Exercise) -> dict[str, list[Row]]:
    """Entries of the person's lists to choose from, that differ in what conditions ask of them."""
    found: dict[str, list[Row]] = {}
    for name, step in questions(exercise).items():
        shape = list_shape(step)
        if shape is None or not isinstance(step, Pick):
            continue
        fields: dict[str, list[str | int | None]] = {}
        for _number, condition in conditions(exercise):
            if condition.name == name and (field := condition.var.partition(".")[2]) in shape.fields:
                values = fields.setdefault(field, [None])
                values += [one for one in _around(condition.value, shape, field) if one not in values]
        source, _dot, part = step.options_from.partition(".")
        rows = found.setdefault(source, [])
        for cells in product(*fields.values()):
            called = f"{SOME}, {len(rows) + 1}"
            rows.append({part or shape.main: called} | dict(zip(fields, cells, strict=True)))
    return found


def _around(value: str | int | float, shape: ListShape, field: str) -> list[str | int]:
    """What a field may hold to be told apart by a comparison with `value`; something, where that is none."""
    if not isinstance(value, str):
        return [int(value) + n for n in (-1, 0, 1)]
    if value:
        return [value]
    if field in (*shape.ratings, *shape.percents):
        return [5]
    return [next(iter(shape.choices[field])).value if field in shape.choices else SOME]


def _entries(step: Step, wanted: Sequence[Condition], rows: Rows) -> list[Answer | None]:
    """Each entry that can be chosen, where conditions ask for its fields."""
    shape = list_shape(step)
    if shape is None or not isinstance(step, Pick) or all(c.var == c.name for c in wanted):
        return []
    source, _dot, part = step.options_from.partition(".")
    return [(str(row[part or shape.main]),) for row in rows[source] if part or shape.main in row]


def filled(step: Step) -> Answer | None:
    """Some answer that fills the step."""
    if isinstance(step, Care):
        return (NONE,)
    if isinstance(step, Pick):
        return step.options[: step.max] or (OWN,)
    if isinstance(step, Rate):
        return step.scale.top // 2
    if isinstance(step, ListStep):
        rows = range(1, min(max(2, step.min), step.max) + 1)  # of two on there is something to choose from
        return tuple(_row(step, row) for row in rows)
    if isinstance(step, Ask):
        return 10 if step.input in (Input.NUMBER, Input.MINUTES) else SOME
    return None


def _row(step: ListStep, row: int) -> Row:
    return {column.name: _cell(column, row) for column in step.columns}


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
    return {
        name: [] if name in empty or name.partition(".")[0] in empty else texts
        for name, texts in stores.items()
    }


def _walk(exercise: Exercise, chosen: Mapping[str, Answer | None], rows: Rows) -> Path:
    """The path for the chosen answers, with every other step filled."""
    given: dict[str, Answer | None] = {}
    left_out = {step.minus for step in exercise.steps if isinstance(step, Repeat)}
    steps = questions(exercise)
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
    return walk(exercise, None, given, Scope(stores=_stores(exercise, chosen), rows=rows))
