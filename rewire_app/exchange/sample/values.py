"""Invented values over time: how each was lived, a goal with small steps, moves; and lines to raise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

from rewire_app.domain.journal.to_raise import ToRaise
from rewire_app.domain.lists.diary import ThinkingHabit
from rewire_app.domain.lists.entries import Urge, Value
from rewire_app.domain.lists.expected import Expectation, ExpectationKind, ExpectationState
from rewire_app.domain.lists.goals import Move, PersonalGoal, ValueRating
from rewire_app.exchange.sample.day import SampleDraw, rating

SampleValues = ValueRating | PersonalGoal | Move | Expectation | ThinkingHabit | Urge | ToRaise

APART = 28
"""Days between two ratings of a value."""
SHARE = 0.25
"""Of so many days a move was noted."""
NOTED = 84
"""Days back from today in which moves were noted."""


def sample_values(
    source: SampleDraw, seed: int, values: Sequence[Value], first: date, today: date
) -> Iterator[SampleValues]:
    """What stands beside `values`, from `first` to `today`."""
    drawn = replace(source, rng=Random(f"values {seed}"))
    words = drawn.words.kept
    yield from _ratings(drawn, values, first, today)
    yield from _goals(drawn, words, values, first, today)
    yield from _moves(drawn, words, values, first, today)
    for number, name in enumerate(words["habits"]):
        yield ThinkingHabit(uid=drawn.uid(drawn.at(first, 20 + number / 30)), name=name)
    for back, urge in zip(range(3, 60, 9), words["urges"], strict=False):
        day = max(first, today - timedelta(days=back))
        told = {**urge, "places": tuple(urge["places"])}
        yield Urge(uid=drawn.uid(drawn.at(day, 21)), day=day, **told)
    for back, line in zip((40, 20, 12, 4), words["to_raise"], strict=False):
        day = max(first, today - timedelta(days=back))
        at = drawn.at(day, 20)
        done = min(today, day + timedelta(days=7)) if back > APART else None
        yield ToRaise(uid=drawn.uid(at), day=day, at=at, text=line["text"], done_day=done)


def _ratings(source: SampleDraw, values: Sequence[Value], first: date, today: date) -> Iterator[ValueRating]:
    """The newest is what the value says itself."""
    for value in values:
        lived, day = value.lived, today - timedelta(days=1)
        while lived is not None and day >= first:
            yield ValueRating(uid=source.uid(source.at(day, 20)), value=value.uid, day=day, lived=lived)
            lived = rating(lived + source.rng.gauss(-0.4, 1.2))
            day -= timedelta(days=APART)


def _goals(
    source: SampleDraw, words: Mapping[str, Any], values: Sequence[Value], first: date, today: date
) -> Iterator[PersonalGoal | Expectation]:
    named = {value.name: value.uid for value in values}
    for number, told in enumerate(words["goals"]):
        goal = PersonalGoal(
            uid=source.uid(source.at(first, 20.5 + number / 30)),
            text=told["text"],
            value=named[told["value"]],
            by_day=today + timedelta(days=told["days"]),
        )
        yield goal
        for place, step in enumerate(told["steps"]):
            done = place < told["done"]
            yield Expectation(
                uid=source.uid(source.at(first, 21 + number / 30 + place / 60)),
                what=step,
                kind=ExpectationKind.ACTION,
                goal=goal.uid,
                made_day=first,
                due=None if done else today + timedelta(days=place),
                state=ExpectationState.DONE if done else ExpectationState.OPEN,
                looked_day=max(first, today - timedelta(days=20 - place)) if done else None,
            )


def _moves(
    source: SampleDraw, words: Mapping[str, Any], values: Sequence[Value], first: date, today: date
) -> Iterator[Move]:
    named = {value.name: value.uid for value in values}
    day = max(first, today - timedelta(days=NOTED))
    while day < today:
        if source.chance(SHARE):
            told = source.rng.choice(words["moves"])
            at = source.at(day, 21.5)
            yield Move(
                uid=source.uid(at),
                day=day,
                at=at,
                toward=told["toward"],
                text=told["text"],
                value=named[told["value"]],
            )
        day += timedelta(days=1)
