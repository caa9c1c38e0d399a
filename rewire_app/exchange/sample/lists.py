"""What the invented person keeps beside their days: lists, favourites, articles, marks, a measure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

from rewire_app.domain.custom import Favourite
from rewire_app.domain.days import Instant
from rewire_app.domain.journal.marks import CustomMeasure, CustomRating, Mark, MarkKind, WishedEnd
from rewire_app.domain.library.reading import Reading
from rewire_app.domain.lists.entries import KitItem, LadderStep, ListEntry, Pattern, Value, Worry, WorrySort
from rewire_app.exchange.sample.day import SampleDraw, rating

SampleLists = ListEntry | Favourite | Reading | Mark | CustomMeasure | CustomRating

SHORTEST = 30
"""Days below which there are no marks."""

MEASURED = 90
"""Days back from today in which the own measure was asked about."""


def sample_lists(source: SampleDraw, first: date, today: date) -> Iterator[SampleLists]:
    """The lists as they stand on `today`, and what happened since `first`; from `source` alone."""
    words = source.words.kept
    yield from _lists(source, words, first, today)
    yield from (
        Favourite(uid=_uid(source, first, number), exercise=exercise)
        for number, exercise in enumerate(words["favourites"])
    )
    yield from _readings(source, words, first, today)
    if (today - first).days + 1 >= SHORTEST:
        yield from _marks(source, words, first, today)
    yield from _measured(source, words, first, today)


def _at(source: SampleDraw, day: date, number: int) -> Instant:
    """Some minutes past seven in the evening of `day`."""
    return source.at(day, 19 + number / 30)


def _uid(source: SampleDraw, day: date, number: int) -> str:
    return source.uid(_at(source, day, number))


def _lists(source: SampleDraw, words: Mapping[str, Any], first: date, today: date) -> Iterator[ListEntry]:
    for number, value in enumerate(words["values"]):
        yield Value(uid=_uid(source, first, number), **value)
    for number, step in enumerate(words["ladder"]):
        done = max(first, today - timedelta(days=20 - 6 * number)) if step.get("done") else None
        told = {name: step[name] for name in ("fear", "step", "distress")}
        yield LadderStep(uid=_uid(source, first, number), done_day=done, **told)
    for number, worry in enumerate(words["worries"]):
        told = {**worry, "sort": WorrySort(worry["sort"])}
        yield Worry(uid=_uid(source, first, number), **told)
    for number, item in enumerate(words["kit"]):
        yield KitItem(uid=_uid(source, first, number), **item)
    for number, pattern in enumerate(words["patterns"]):
        told = {**pattern, "triggers": tuple(pattern["triggers"])}
        yield Pattern(uid=_uid(source, first, number), **told)


def _readings(source: SampleDraw, words: Mapping[str, Any], first: date, today: date) -> Iterator[Reading]:
    """One article every five days up to last week, the first of them kept, and one begun yesterday."""
    for number, article in enumerate(reversed(words["read"])):
        day = max(first, today - timedelta(days=7 + 5 * number))
        yield Reading(
            uid=_uid(source, day, number),
            article=article,
            opened=_at(source, day, number),
            read_day=day,
            kept=article == words["read"][0],
        )
    day = max(first, today - timedelta(days=1))
    opened = _at(source, day, 0)
    yield Reading(uid=source.uid(opened), article=words["opened"], opened=opened, place=4)


def _marks(source: SampleDraw, words: Mapping[str, Any], first: date, today: date) -> Iterator[Mark]:
    for number, mark in enumerate(words["marks"]):
        day = first + timedelta(days=round(((today - first).days) * mark["from"]))
        end = min(today, day + timedelta(days=mark.get("days", 1) - 1))
        yield Mark(
            uid=_uid(source, day, number),
            from_day=day,
            to_day=end,
            kind=MarkKind(mark["kind"]),
            text=mark["text"],
        )


def _measured(
    source: SampleDraw, words: Mapping[str, Any], first: date, today: date
) -> Iterator[CustomMeasure | CustomRating]:
    """A measure and its value on most evenings before today; it carries over from day to day (AR(1))."""
    begun = max(first, today - timedelta(days=MEASURED))
    told = {**words["measure"], "better": WishedEnd(words["measure"]["better"])}
    measure = CustomMeasure(uid=_uid(source, begun, 0), **told)
    yield measure
    level = 0.0
    for back in range((today - begun).days, 0, -1):
        level = 0.5 * level + source.rng.gauss(0, 1.4)
        if source.chance(0.85):
            day = today - timedelta(days=back)
            uid = source.uid(source.at(day, 21.8))
            yield CustomRating(uid=uid, measure_uid=measure.uid, day=day, value=rating(5.5 + level))


def list_source(source: SampleDraw, seed: int) -> SampleDraw:
    """A source of its own, so that what a day holds does not depend on what is kept beside it."""
    return SampleDraw(
        rng=Random(f"kept {seed}"), clock=source.clock, words=source.words, library=source.library
    )
