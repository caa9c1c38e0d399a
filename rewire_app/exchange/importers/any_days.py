"""Days in a table of any kind: how its column writes them is told by all of it, never by a single row."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from rewire_app.exchange.importers.cells import iso_day
from rewire_app.exchange.importers.wall_clocks import clock_time, iso_moment, real_day

_NUMBERS = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})")


@dataclass(frozen=True, slots=True)
class DayOrder:
    """How a column orders days with slashes: whether one was seen that has the day first, or the month."""

    day_first: bool = False
    month_first: bool = False

    @property
    def told(self) -> bool:
        """Whether one order alone was seen."""
        return self.day_first != self.month_first

    def __or__(self, other: DayOrder) -> DayOrder:
        """What was seen in either of two parts of a column."""
        return DayOrder(self.day_first or other.day_first, self.month_first or other.month_first)


@dataclass(frozen=True, slots=True)
class WallTime:
    """A day, and what its cell says of the time beside it."""

    day: date
    time: time | None = None
    offset_min: int | None = None


def order_of(cells: Iterable[str]) -> DayOrder:
    """The order of the days in a column, by those that can be read in one way alone."""
    day_first = month_first = False
    for cell in cells:
        found = _NUMBERS.fullmatch(cell.strip().split(" ")[0])
        if found and found[2] != "." and len(found[1]) <= 2:
            first, second = int(found[1]), int(found[3])
            day_first |= first > 12
            month_first |= second > 12
    return DayOrder(day_first, month_first)


def is_day(text: str) -> bool:
    """Whether a cell is a day in some order."""
    return any(wall_time(text, order) for order in (DayOrder(day_first=True), DayOrder(month_first=True)))


def wall_time(text: str, order: DayOrder) -> WallTime | None:
    """The day of a cell, with a time if it has one; None if it cannot be told."""
    text = text.strip()
    at = iso_moment(text)
    if at is None:
        return _in_parts(text, order)
    offset = at.utcoffset()
    return WallTime(at.date(), at.time(), None if offset is None else round(offset.total_seconds() / 60))


def _in_parts(text: str, order: DayOrder) -> WallTime | None:
    """A day and, after a blank, a time as clocks of 12 or 24 hours write it."""
    words, _blank, rest = text.partition(" ")
    day = iso_day(words) or _numbers(words, order)
    if day is None or not rest.strip():
        return WallTime(day) if day is not None else None
    clock = clock_time(rest)
    return WallTime(day, clock) if clock is not None else None


def _numbers(text: str, order: DayOrder) -> date | None:
    found = _NUMBERS.fullmatch(text)
    if not found:
        return None
    first, second, third = int(found[1]), int(found[3]), int(found[4])
    if len(found[1]) == 4:
        return real_day(first, second, third) if found[2] != "." else None
    if len(found[4]) != 4:
        return None
    if found[2] == "." or (order.told and order.day_first):
        return real_day(third, second, first)
    return real_day(third, first, second) if order.told else None
