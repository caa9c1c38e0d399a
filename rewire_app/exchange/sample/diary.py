"""An invented diary card: rows of the person's own and three weeks of cells; their source is their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from rewire_app.domain.lists.diary import DiaryCell, DiaryDay, DiaryRow, DiarySort
from rewire_app.exchange.sample.day import SampleDraw, rating

SampleDiary = DiaryRow | DiaryCell | DiaryDay
DAYS = 21
"""So many days up to yesterday are filled in."""
NOTED, ACTED, MET = 0.92, 0.3, 0.6
"""How often a cell is noted, a strong urge acted on, and a target met."""
STRONG = 4


def sample_diary(source: SampleDraw, seed: int, first: date, today: date) -> Iterator[SampleDiary]:
    """The rows of `sample.toml`, and what they held since `first`, or for three weeks."""
    own = replace(source, rng=Random(f"diary {seed}"))
    told = own.words.kept["diary"]
    days = [day for back in range(DAYS, 0, -1) if (day := today - timedelta(days=back)) >= first]
    for number, words in enumerate(told["rows"]):
        made = own.at(first, 19 + number / 30)
        row = DiaryRow(uid=own.uid(made), sort=DiarySort(words["sort"]), name=words["name"])
        yield row
        for day in days:
            if own.chance(NOTED):
                yield _cell(own, row, day, words.get("level", 0))
    for day in days[4::9]:
        yield DiaryDay(uid=own.uid(own.at(day, 21)), day=day, why=own.rng.choice(told["whys"]))


def _cell(source: SampleDraw, row: DiaryRow, day: date, level: float) -> DiaryCell:
    """What a row held on a day: about its `level`."""
    uid = source.uid(source.at(day, 21.5))
    if row.sort is DiarySort.TARGET:
        return DiaryCell(uid=uid, row=row.uid, day=day, value=int(source.chance(MET)))
    value = rating(source.rng.gauss(level, 1.8))
    strong = row.sort is DiarySort.URGE and value >= STRONG
    return DiaryCell(
        uid=uid, row=row.uid, day=day, value=value, acted=source.chance(ACTED) if strong else None
    )
