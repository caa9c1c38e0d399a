"""The person's ladders read from the store: their steps with all tries, and what decides about today."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rewire_app.domain.exercise.exposure import TAKES_STEPS
from rewire_app.domain.lists.entries import folded
from rewire_app.domain.lists.ladders import (
    ClimbingDay,
    FearLadder,
    RungState,
    climbing_day,
    ladders,
    refusal,
)
from rewire_app.domain.lists.pattern_words import pattern_title
from rewire_app.store import unwanted_queries as reads
from rewire_app.store.store import Store

ORDER = "order:ladder"
"""The person's fact that holds the order of the steps, from the hardest down: uids, with a blank between."""


def read_ladders(store: Store) -> tuple[FearLadder, ...]:
    """Every ladder in the order in which they were begun; raises a StoreError."""
    order = (store.profile.get(ORDER) or "").split()
    return ladders(store.ladder.all(), store.open.exposures(), order)


def read_climbing_day(store: Store, found: Sequence[FearLadder], today: date) -> ClimbingDay:
    """What decides which step is offered `today`; raises a StoreError."""
    return climbing_day(
        found,
        today,
        distress=reads.worse_facts(store.vault, today.toordinal()).distress,
        unwanted=TAKES_STEPS in reads.withheld(store.vault),
    )


def patterns_by_fear(store: Store) -> dict[str, list[tuple[str, str]]]:
    """The uid and title of each pattern that has a ladder, by the folded fear of it; raises a StoreError."""
    found: dict[str, list[tuple[str, str]]] = {}
    for one in store.patterns.all():
        if one.fear.strip():
            found.setdefault(folded(one.fear), []).append((one.uid, pattern_title(one)))
    return found


def offered_steps(store: Store, today: date) -> tuple[str, ...]:
    """The steps that can be taken `today`, in words: the next one of each ladder, then those taken before."""
    found = read_ladders(store)
    day = read_climbing_day(store, found, today)
    open_today = [
        rung for ladder in found for rung in reversed(ladder.rungs) if refusal(rung, ladder, day) is None
    ]
    next_first = sorted(open_today, key=lambda rung: rung.state is RungState.TAKEN)
    return tuple(dict.fromkeys(rung.step.step for rung in next_first))
