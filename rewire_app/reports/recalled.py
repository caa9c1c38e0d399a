"""What an exercise recalls of the person's: lists, entries to choose from, answers of the newest passes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum
from typing import Any

from rewire_app.content.library import Library
from rewire_app.domain.exercise.answers import Row
from rewire_app.domain.exercise.exercise import Exercise, Step, saves
from rewire_app.domain.exercise.parts import Rows
from rewire_app.domain.exercise.pass_answers import Kept, asked, read_answers, texts_of
from rewire_app.domain.exercise.sources import chosen_from, last_answer, named
from rewire_app.domain.lists.entries import ListEntry, ListKind
from rewire_app.errors import ContentError
from rewire_app.reports.care import care_lately
from rewire_app.reports.lists import entries, read_lists
from rewire_app.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalled:
    """Texts by name ("@values", "@last.tight"), and whole entries of the lists something is chosen from."""

    stores: dict[str, tuple[str, ...]] = field(default_factory=dict)
    rows: Rows = field(default_factory=dict)


def read_recalled(store: Store, library: Library, exercise: Exercise, today: date) -> Recalled:
    """Everything `exercise` recalls; raises a StoreError if it cannot be read."""
    return Recalled(
        stores=read_lists(store, exercise, today)
        | _last(store, library, exercise)
        | care_lately(store, exercise, today),
        rows={name: _rows(entries(store, ListKind(name[1:]))) for name in chosen_from(exercise)},
    )


def _rows(found: Sequence[ListEntry]) -> tuple[Row, ...]:
    return tuple({each.name: _cell(getattr(one, each.name)) for each in fields(one)} for one in found)


def _cell(value: Any) -> str | int | None:
    """A field as text or number: a choice by its word, a day in ISO, several texts or pairs in lines."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return "\n".join(one if isinstance(one, str) else "\n".join(filter(None, one)) for one in value)
    return value if isinstance(value, str | int) else None


def _last(store: Store, library: Library, exercise: Exercise) -> dict[str, tuple[str, ...]]:
    """What was answered in the newest pass of this exercise and of others it names, as texts."""
    found: dict[str, tuple[str, ...]] = {}
    read: dict[str, tuple[Kept, dict[str, Step]]] = {}
    for name in sorted(named(exercise)):
        if (wanted := last_answer(name)) is None:
            continue
        other = wanted[0] or exercise.id
        if other not in read:
            read[other] = _newest(store, other), _questions(library, exercise, other)
        answers, steps = read[other]
        found[name] = texts_of(answers.get(wanted[1]), steps.get(wanted[1]))
    return found


def _newest(store: Store, exercise: str) -> Kept:
    """The answers of the newest pass; none where there is no pass, or they cannot be read."""
    passes = store.practices.of_exercise(exercise, 1)
    return read_answers(passes[0].answers) or {} if passes else {}


def _questions(library: Library, exercise: Exercise, other: str) -> dict[str, Step]:
    """What `other` asks, by the name of the answer; nothing where it is gone."""
    try:
        known = exercise if other == exercise.id else library.exercise(other)
    except ContentError:
        return {}
    return {saves(step): step for step, _around in asked(known)}
