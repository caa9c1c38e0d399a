"""Invented quick ratings: how strong it was at single times, every few days, here and there with words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from rewire_app.domain.journal.dropped import QuickRating
from rewire_app.exchange.sample.day import SampleDraw, rating

OFTEN, WORDED = 0.15, 0.5
"""On such a share of days there is one, and such a share of those has words."""


def sample_ratings(source: SampleDraw, days: Iterable[date]) -> Iterator[QuickRating]:
    """Ratings on some of `days`."""
    rng = source.rng
    for day in days:
        if source.chance(OFTEN):
            at = source.at(day, rng.uniform(9, 18))
            _tag, words = rng.choice(source.words.triggers)
            yield QuickRating(
                uid=source.uid(at),
                day=day,
                at=at,
                value=rating(rng.gauss(5, 2)),
                words=words if source.chance(WORDED) else "",
            )
