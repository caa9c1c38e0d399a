"""What a pass leaves in the person's lists: the answers that `[[keeps]]` names, as entries to be.

The format is told at the top of `rewire_app.domain.exercise.exercise`. Nothing here knows the store.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from rewire_app.domain.days import Instant
from rewire_app.domain.exercise.answers import Answer, Row, holds
from rewire_app.domain.exercise.conditions import all_hold
from rewire_app.domain.exercise.exercise import Condition, Exercise, Keep, ListStep
from rewire_app.domain.exercise.recall import Known, Scope, answer_texts, join
from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.lists.entries import (
    KEPT,
    LadderStep,
    ListEntry,
    ListKind,
    ListShape,
    folded,
    joined,
    key_of,
)
from rewire_app.domain.lists.expected import Expectation, ExpectationKind, ExpectationState

TODAY = "=today"
"""The source that stands for the day of the pass."""
YES, NO = "yes", "no"
"""The words that stand, after "=", for what is answered by yes or no."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """One entry to be: the row it comes from, and which round of a repeat asked about it."""

    item: str | Row | None = None
    number: int = 0
    count: int = 0


def entries_for_lists(
    exercise: Exercise, scope: Scope, *, at: Instant, day: date, done: bool
) -> tuple[ListEntry, ...]:
    """The entries that the answers in `scope` make, two of the same thing joined; `day` is its day.

    `done` is false for a pass that the person stopped: nothing is marked with the day then, or closed. Nor is
    anything closed where every question about it was skipped.
    """
    found: list[ListEntry] = []
    for keep in exercise.keeps:
        for turn in _turns(keep, scope):
            if not all(_holds(condition, scope, turn) for condition in keep.when):
                continue
            given = {name: _value(keep, name, source, scope, turn) for name, source in keep.fields}
            if not (done and _says_how(keep, given)):
                given.pop("state", None)
            entry = _entry(keep.store, given, at, day, done)
            if entry is not None:
                _add(found, entry)
    return tuple(_dated(entry, day) for entry in found)


def _says_how(keep: Keep, given: Mapping[str, Any]) -> bool:
    """Whether any question beside that for the main words was answered, if `keep` takes any."""
    main = KEPT[keep.store].main
    asked = [name for name, source in keep.fields if name != main and not source.startswith("=")]
    return not asked or any(given[name] not in (None, "", ()) for name in asked)


def on_the_ladder(entries: Iterable[ListEntry], ladder: Sequence[LadderStep]) -> tuple[ListEntry, ...]:
    """`entries`, where a step without its fear is the step of `ladder` with the same words, if there is one.

    Of several the first that has not been practised; no step is there twice because a question was skipped.
    What is expected of a step belongs to it.
    """
    found = [
        replace(entry, fear=_known(entry, ladder).fear)
        if isinstance(entry, LadderStep) and not entry.fear
        else entry
        for entry in entries
    ]
    steps = [entry for entry in found if isinstance(entry, LadderStep)]
    return tuple(
        replace(entry, step=_step_of(entry, steps, ladder))
        if isinstance(entry, Expectation) and entry.kind is ExpectationKind.EXPOSURE
        else entry
        for entry in found
    )


def _step_of(one: Expectation, fresh: Sequence[LadderStep], ladder: Sequence[LadderStep]) -> str | None:
    """The step that `one` is a try of: of those of the pass, as it stands on the ladder, or of the ladder."""
    same = [step for step in fresh if folded(step.step) == folded(one.what)]
    keys = {key_of(step) for step in same}
    known = [rung for rung in ladder if key_of(rung) in keys]
    rest = [rung for rung in ladder if folded(rung.step) == folded(one.what)]
    return next((step.uid for step in (*known, *same, *rest)), None)


def _known(step: LadderStep, ladder: Sequence[LadderStep]) -> LadderStep:
    """The step of `ladder` with the same words, or `step` itself."""
    same = [rung for rung in ladder if folded(rung.step) == folded(step.step)]
    return next((rung for rung in same if rung.done_day is None), same[0] if same else step)


def _add(found: list[ListEntry], entry: ListEntry) -> None:
    """Add `entry`, or join it to the one that is the same thing."""
    key = key_of(entry)
    for place, old in enumerate(found):
        if key and type(old) is type(entry) and key_of(old) == key:
            found[place] = joined(old, entry)
            return
    found.append(entry)


def _turns(keep: Keep, scope: Scope) -> Iterator[_Turn]:
    """One turn for each entry that `keep` may make."""
    if not keep.each:
        yield _Turn()
        return
    known = scope.known.get(keep.each)
    if known is not None and known.rounds:
        for number, answer in enumerate(known.rounds, start=1):
            texts = answer_texts(answer, known.step)
            if texts:
                yield _Turn(join(texts), number, len(known.rounds))
        return
    items = _items(keep, scope, known)
    for number, item in enumerate(items, start=1):
        yield _Turn(item, number, len(items))


def _items(keep: Keep, scope: Scope, known: Known | None) -> Sequence[str | Row]:
    """The rows of `each`: those a repeat went through, if answers of it are kept; else all of them."""
    every = _every(keep.each, scope, known)
    asked = [*(source for _name, source in keep.fields), *(condition.var for condition in keep.when)]
    for name in asked:
        inner = scope.known.get(name.partition(".")[0])
        if inner is not None and inner.items and all(item in every for item in inner.items):
            return inner.items
    return every


def _every(each: str, scope: Scope, known: Known | None) -> Sequence[str | Row]:
    if known is None:
        return tuple(scope.stores.get(each, ()))
    if isinstance(known.answer, tuple):
        return known.answer
    return [line.strip() for line in str(known.answer or "").splitlines() if line.strip()]


def _answer(name: str, scope: Scope, turn: _Turn) -> Answer | None:
    """The answer to `name`, for this turn where it was asked in each round."""
    if name.startswith("@"):
        return tuple(scope.stores.get(name, ())) or ""
    known = scope.known.get(name)
    if known is None:
        return None
    if known.rounds and turn.item is not None:
        if turn.item in known.items:
            first = turn.number - 1
            same = first < len(known.items) and known.items[first] == turn.item
            return known.rounds[first if same else known.items.index(turn.item)]
        return known.rounds[turn.number - 1] if len(known.rounds) == turn.count else None
    return known.answer


def _holds(condition: Condition, scope: Scope, turn: _Turn) -> bool:
    """Whether `condition` holds for this turn; a part of an answer is the same for all."""
    if condition.var != condition.name or turn.item is None:
        return all_hold((condition,), scope)
    return holds(condition, _answer(condition.var, scope, turn))


def _value(keep: Keep, name: str, source: str, scope: Scope, turn: _Turn) -> Any:
    """What `source` gives for the field `name`; None when nothing was answered."""
    shape = KEPT[keep.store]
    if source == TODAY:
        return TODAY
    if name in (*shape.days, *shape.clock):
        answered = _answer(source, scope, turn)
        return _day(answered) if name in shape.days else _minute(answered)
    if source.startswith("="):
        return _fixed(shape, name, source[1:])
    answer = _picked(keep, source, scope, turn)
    if name in (*shape.ratings, *shape.percents):
        return answer if isinstance(answer, int) else None
    head, _dot, column = source.partition(".")
    known = scope.known.get(keep.each if head == "item" else head)
    if column and not keep.each and known is not None and isinstance(known.step, ListStep):
        lines = answer_texts(known.answer, known.step, column)
        return lines if name in shape.several else "\n".join(lines)
    texts = (answer,) if isinstance(answer, str) else answer_texts(answer, known.step) if known else ()
    return texts if name in shape.several else join(texts)


def _fixed(shape: ListShape, name: str, words: str) -> Any:
    """What the words of the exercise itself say for the field `name`."""
    if name in shape.flags:
        return words == YES
    return shape.choices[name](words) if name in shape.choices else words


def _day(answer: Answer | None) -> date | None:
    """The day of a day and a time; None for anything else."""
    try:
        return datetime.fromisoformat(str(answer)).date()
    except ValueError:
        return None


def _minute(answer: Answer | None) -> int | None:
    """The minute of the day of a time; None for anything else."""
    try:
        at = time.fromisoformat(str(answer))
    except ValueError:
        return None
    return at.hour * 60 + at.minute


def _picked(keep: Keep, source: str, scope: Scope, turn: _Turn) -> Answer | None:
    """The answer, cell, row or round that `source` names."""
    head, _dot, rest = source.partition(".")
    if head in ("item", keep.each) and turn.item is not None:
        item = turn.item
        return item if isinstance(item, str) else item.get(rest or next(iter(item), ""))
    known = scope.known.get(head)
    if rest and known is not None and known.rounds:
        if rest == "max":
            return max((one for one in known.rounds if isinstance(one, int)), default=None)
        return known.rounds[int(rest) - 1] if int(rest) <= len(known.rounds) else None
    return _answer(head, scope, turn)


def _entry(kind: ListKind, given: dict[str, Any], at: Instant, day: date, done: bool) -> ListEntry | None:
    """An entry of the list `kind`; None when its main words were not answered."""
    shape = KEPT[kind]
    if not str(given.get(shape.main) or "").strip():
        return None
    values = {name: value for name, value in given.items() if value not in (None, TODAY)}
    for name in shape.days:
        if (done and given.get(name) == TODAY) or (name in shape.needed and name not in values):
            values[name] = day
    return shape.entry(uid=new_uid(at), **values)


def _dated(entry: ListEntry, day: date) -> ListEntry:
    """A guess or plan with the day on which it was made, or looked back on; anything else as it is."""
    if not isinstance(entry, Expectation):
        return entry
    if entry.state is ExpectationState.OPEN:
        return replace(entry, made_day=day)
    return replace(entry, looked_day=day)
