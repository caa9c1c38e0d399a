"""What exercises are careful with, as the notes have it: what need not be asked, and what has to be."""

from __future__ import annotations

from datetime import date

from rewire_app.domain.care import KEY, CareRecord, read_care
from rewire_app.domain.exercise.care import care_steps
from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.store.store import Store


def care_record(store: Store) -> CareRecord:
    """What was answered so far; raises a StoreError."""
    return read_care(store.profile.get(KEY))


def care_lately(store: Store, exercise: Exercise, today: date) -> dict[str, tuple[str, ...]]:
    """The answers to questions on health that `exercise` need not ask today; raises a StoreError."""
    steps = list(care_steps(exercise))
    if not steps:
        return {}
    record = care_record(store)
    found = {step.source: record.known(step.topics, today) for step in steps}
    return {source: answer for source, answer in found.items() if answer is not None}


def asks_health(store: Store, exercise: Exercise, today: date) -> bool:
    """Whether `exercise` has a question on health that was not answered lately; raises a StoreError."""
    sources = {step.source for step in care_steps(exercise)}
    return sources != care_lately(store, exercise, today).keys()
