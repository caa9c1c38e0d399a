"""How a stretch of time is cut into columns: days, weeks, months, or quarters of a year."""

from __future__ import annotations

from bisect import bisect_right
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rewire_app.charts.spec import AxisLabel
from rewire_app.domain.day_words import axis_day, day_words, months, short_months
from rewire_app.domain.days import week_start
from rewire_app.i18n import _

MOST_DAYS = 31
MOST_WEEK_DAYS = 2 * 366
"""Longest stretch that is shown by weeks, days; longer ones are shown by months."""
MOST_MONTH_DAYS = 25 * 366
"""Longest stretch that is shown by months, days; longer ones are shown by quarters."""
YEAR_WEEKS = 52
LABELS = 8
MOST_SINGLE_DAYS = 184
MOST_SINGLE_WEEKS = 5 * 366
"""Longest stretch that may be cut into single days and weeks, days: more columns nobody can tell apart."""
LEAST_WEEKS, LEAST_MONTHS = 14, 62
"""Shortest stretch that may be cut into weeks and months, days."""


class ColumnLength(StrEnum):
    """How long one column is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"


class Range(StrEnum):
    """The ranges a person can choose; any two dates are the fifth (see `columns_between`)."""

    MONTH = "1 month"
    QUARTER = "3 months"
    YEAR = "1 year"
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Columns of equal length, side by side: first and last day of each (whole weeks, months or quarters).

    `first` to `last` is the stretch that is looked at; the outer columns may reach beyond it.
    """

    length: ColumnLength
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    first: int
    last: int
    today: int

    def number(self, day: int) -> int:
        """The column that `day` lies in, or the nearest one."""
        return min(max(bisect_right(self.starts, day) - 1, 0), len(self.starts) - 1)

    def position(self, day: int) -> float:
        """Where the middle of `day` lies on the common axis."""
        number = self.number(day)
        start, end = self.starts[number], self.ends[number]
        return number + (day - start + 0.5) / (end - start + 1) - 0.5

    def labels(self) -> tuple[AxisLabel, ...]:
        """At most eight labels, evenly spaced from the first column."""
        step = max(1, -(-len(self.starts) // LABELS))
        return tuple(
            AxisLabel(x=float(number), text=self.short(number)) for number in range(0, len(self.starts), step)
        )

    def name(self, number: int) -> str:
        """The column in words: "Monday 19 October", "Week of 19 October", "July to September 2021"."""
        start = self.starts[number]
        at = date.fromordinal(start)
        year = at.year != date.fromordinal(self.today).year
        if self.length is ColumnLength.MONTH:
            return _("{month} {year}").format(month=months()[at.month - 1], year=at.year)
        if self.length is ColumnLength.QUARTER:
            first, last = months()[at.month - 1], months()[at.month + 1]
            return _("{first} to {last} {year}").format(first=first, last=last, year=at.year)
        if self.length is ColumnLength.WEEK:
            return _("Week of {date}").format(date=day_words(at, year=year))
        return day_words(at, year=year, week_day=True)

    def short(self, number: int) -> str:
        """The column for the axis: "19 Oct", "Oct 2026"."""
        at = date.fromordinal(self.starts[number])
        if self.length in (ColumnLength.MONTH, ColumnLength.QUARTER):
            return _("{month} {year}").format(month=short_months()[at.month - 1], year=at.year)
        return axis_day(at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """What is to be looked at: a range up to today or, instead, `days` (first and last, both included).

    `length`: how long a column is to be; None where the stretch decides. `zoomed`: the days were come to by
    looking around, so that there is a whole to go back to.
    """

    chosen: Range = Range.QUARTER
    days: tuple[int, int] | None = None
    length: ColumnLength | None = None
    zoomed: bool = False


def columns_of(wanted: Stretch, first_day: int | None, today: int) -> Columns:
    """The columns of what is wanted; a length that does not suit the stretch is not taken."""
    if wanted.days is None:
        found = columns(wanted.chosen, first_day, today)
    else:
        found = columns_between(*wanted.days, today)
    if wanted.length in (None, found.length) or wanted.length not in lengths(found):
        return found
    return cut_into(wanted.length, found.first, found.last, today)


def lengths(stretch: Columns) -> tuple[ColumnLength, ...]:
    """The lengths that suit a stretch, the one it has among them."""
    days = stretch.last - stretch.first + 1
    suits = {
        ColumnLength.DAY: days <= MOST_SINGLE_DAYS,
        ColumnLength.WEEK: LEAST_WEEKS <= days <= MOST_SINGLE_WEEKS,
        ColumnLength.MONTH: LEAST_MONTHS <= days <= MOST_MONTH_DAYS,
        ColumnLength.QUARTER: days > MOST_MONTH_DAYS,
    }
    return tuple(length for length, good in suits.items() if good or length is stretch.length)


def columns(chosen: Range, first_day: int | None, today: int) -> Columns:
    """The columns of a chosen range that ends today; `first_day`: of any note, None if there is none."""
    if chosen is Range.MONTH:
        return cut_into(ColumnLength.DAY, _months_before(today, 1) + 1, today, today)
    if chosen is Range.QUARTER:
        return cut_into(ColumnLength.WEEK, week_start(_months_before(today, 3)), today, today)
    if chosen is Range.YEAR:
        return cut_into(ColumnLength.WEEK, week_start(today) - 7 * (YEAR_WEEKS - 1), today, today)
    first = min(today if first_day is None else first_day, today)
    return cut_into(_usual(today - first + 1), first, today, today)


def columns_between(first: int, last: int, today: int) -> Columns:
    """The columns from `first` to `last` (included); raises ValueError if they are the wrong way round."""
    if last < first:
        raise ValueError("the first day comes before the last")
    days = last - first + 1
    if days <= MOST_DAYS:
        return cut_into(ColumnLength.DAY, first, last, today)
    return cut_into(_usual(days), first, last, today)


def _usual(days: int) -> ColumnLength:
    """How long the columns of a stretch of more than a month are where nobody chose."""
    if days <= MOST_WEEK_DAYS:
        return ColumnLength.WEEK
    return ColumnLength.MONTH if days <= MOST_MONTH_DAYS else ColumnLength.QUARTER


def columns_from(first: int, count: int, today: int) -> Columns:
    """`count` weeks counted from `first` itself, whatever weekday it is."""
    starts = tuple(first + 7 * number for number in range(count))
    ends = tuple(start + 6 for start in starts)
    return Columns(
        length=ColumnLength.WEEK, starts=starts, ends=ends, first=first, last=ends[-1], today=today
    )


def cut_into(length: ColumnLength, first: int, last: int, today: int) -> Columns:
    """The columns of this length from the one with `first` to the one with `last` (ordinals)."""
    if length is ColumnLength.DAY:
        starts = list(range(first, last + 1))
        ends = starts
    elif length is ColumnLength.WEEK:
        starts = list(range(week_start(first), last + 1, 7))
        ends = [start + 6 for start in starts]
    else:
        begin, end = date.fromordinal(first), date.fromordinal(last)
        each = 3 if length is ColumnLength.QUARTER else 1
        from_month = (begin.year * 12 + begin.month - 1) // each * each
        numbers = range(from_month, end.year * 12 + end.month, each)
        starts = [date(number // 12, number % 12 + 1, 1).toordinal() for number in numbers]
        ends = [_last_of_month(number + each - 1) for number in numbers]
    return Columns(length=length, starts=tuple(starts), ends=tuple(ends), first=first, last=last, today=today)


def _last_of_month(number: int) -> int:
    """The last day of a month that is counted from the year 0 on."""
    year, month = number // 12, number % 12 + 1
    return date(year, month, monthrange(year, month)[1]).toordinal()


def _months_before(day: int, count: int) -> int:
    """The same day of the month `count` months earlier, or that month's last day."""
    at = date.fromordinal(day)
    number = at.year * 12 + at.month - 1 - count
    year, month = number // 12, number % 12 + 1
    return date(year, month, min(at.day, monthrange(year, month)[1])).toordinal()
