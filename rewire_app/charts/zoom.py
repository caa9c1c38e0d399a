"""Looking closer, wider, earlier and later: from the columns that are seen to the days to see next."""

from __future__ import annotations

from rewire_app.charts.columns import Columns

LEAST = 7
"""The shortest stretch, days."""

Days = tuple[int, int]


def between(seen: Columns, one: int, other: int) -> Days:
    """The days of the columns from `one` to `other`, whichever comes first, but at least a week."""
    first, last = min(one, other), max(one, other)
    return _at_least(max(seen.first, seen.starts[first]), min(seen.last, seen.ends[last]), seen.today)


def closer(seen: Columns, number: int) -> Days:
    """Half as many days around the middle of a column."""
    days = max(LEAST, _count(seen) // 2)
    middle = (seen.starts[number] + seen.ends[number]) // 2
    first = min(max(seen.first, middle - days // 2), seen.last - days + 1)
    return _at_least(first, first + days - 1, seen.today)


def wider(seen: Columns, number: int, first_day: int | None) -> Days:
    """Twice as many days around a column, at most from the first note (`first_day`) to today."""
    days = 2 * _count(seen)
    middle = (seen.starts[number] + seen.ends[number]) // 2
    last = min(middle + days // 2, max(seen.today, seen.last))
    first = max(last - days + 1, min(seen.first, seen.first if first_day is None else first_day))
    return first, last


def shifted(seen: Columns, by: int, first_day: int | None) -> Days:
    """As many days, half of them earlier (`by` -1) or later (1); stops at the first note and at today."""
    step = max(1, _count(seen) // 2) * by
    newest = max(seen.today, seen.last)
    oldest = min(seen.first, seen.first if first_day is None else first_day)
    step = max(min(step, newest - seen.last), oldest - seen.first)
    return seen.first + step, seen.last + step


def _count(seen: Columns) -> int:
    return seen.last - seen.first + 1


def _at_least(first: int, last: int, today: int) -> Days:
    missing = LEAST - (last - first + 1)
    if missing > 0:
        last = min(max(today, last), last + missing)
        first = min(first, last - LEAST + 1)
    return first, last
