"""Days in a table of any kind: how its column writes them is told by all of it, never by a single row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, time

from rewire_app.exchange.importers.cells import iso_day
from rewire_app.exchange.importers.day_words import day_alone
from rewire_app.exchange.importers.wall_clocks import clock_time, iso_moment, real_day
from rewire_app.i18n import _

_WORDED = re.compile(r"(.{0,40}?\d{4}|\d{4}\s?[年년].{3,10}?[日일])(?:[.,]?\s(?:at\s)?\s*(\S.*))?")
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


class ColumnDays:
    """The days of a column as its program writes them, or as a spreadsheet between did."""

    def __init__(self, cells: Callable[[], Iterable[str]], usual: DayOrder | None = None) -> None:
        """Read a column whose `cells` are looked through only where a day asks how they are ordered.

        usual: the order in which the program itself writes, unless the column tells the other one alone.
        """
        self._cells, self._usual = cells, usual
        self._order: DayOrder | None = None

    def day(self, text: str) -> date | None:
        """The day of a cell, whatever time stands beside it."""
        if (day := iso_day(text)) is not None:
            return day
        if self._order is None:
            self._order = order_of(self._cells())
            if self._usual is not None and not self._order.told:
                self._order = self._usual
        at = wall_time(text, self._order)
        return None if at is None else at.day


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


def may_be_day(text: str) -> bool:
    """Whether a cell of a table is a day, in some order or in words."""
    return is_day(text) or worded_time(text) is not None


def worded_time(text: str) -> WallTime | None:
    """The day of "12 May 2026" or "May 12, 2026 at 9:05 PM", with its time if it has one; None for none."""
    found = _WORDED.fullmatch(text.strip())
    day = day_alone(found[1]) if found else None
    if not found or day is None or not found[2]:
        return None if day is None else WallTime(day)
    clock = clock_time(found[2])
    return WallTime(day, clock) if clock is not None else None


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


def why_no_day(cell: str) -> str:
    """Why a cell without a day stays out, as it is told."""
    if is_day(cell):
        return _("Which number is the day and which the month cannot be told")
    return _("The day cannot be read")
