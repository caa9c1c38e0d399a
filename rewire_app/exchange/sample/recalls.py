"""What came back of the articles that were read: tries after two and seven days, one of them partly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from rewire_app.domain.journal.dropped import CameBack, SkillRecall
from rewire_app.domain.library.reading import Reading
from rewire_app.exchange.sample.day import SampleDraw

TRIES = ((2, CameBack.CAME), (7, CameBack.PARTLY))
"""Days after reading, and how much came back."""


def sample_recalls(
    source: SampleDraw, seed: int, readings: Iterable[Reading], today: date
) -> Iterator[SkillRecall]:
    """The tries before `today`; the same for the same `seed`."""
    own = replace(source, rng=Random(f"recalls {seed}"))
    for reading in readings:
        for after, grade in TRIES:
            day = reading.read_day + timedelta(days=after) if reading.read_day else today
            if day < today:
                at = own.at(day, 20)
                yield SkillRecall(uid=own.uid(at), subject=reading.article, day=day, at=at, grade=grade)
