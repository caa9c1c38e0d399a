"""The numbers of every column: counts, averages and medians of what was noted in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rewire_app.charts.columns import Columns
from rewire_app.charts.notes import Daily, Floats, Notes

Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Mean:
    """The average of each column (NaN where nothing was noted) and how many values stand behind it."""

    values: Floats
    counts: Counts


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tally:
    """One value a column each. days: days of use so far. paused: of these, paused and without practice.

    practised: days; seconds: of practice. means: of every series that has one value a day, own measures too,
    by key and as it was noted. moments: how many, their median peak, median minutes to calm (inf: still
    going), and how many of how many took the new response.
    """

    days: Counts
    paused: Counts
    practised: Counts
    seconds: Floats
    means: Mapping[str, Mean]
    moments: Counts
    peak: Mean
    calm: Mean
    new: Counts
    answered: Counts

    @property
    def open_days(self) -> Counts:
        """Days of use that could count: paused days without practice are left out."""
        return self.days - self.paused

    def of(self, key: str) -> Mean:
        """The averages of one series; nothing noted where it is not known."""
        found = self.means.get(key)
        if found is None:
            return Mean(values=np.full(len(self.days), np.nan), counts=np.zeros_like(self.days))
        return found


def tally(notes: Notes, columns: Columns) -> Tally:
    """The numbers of `columns`; only days from `columns.first` to `columns.last`, and none after today."""
    last = min(columns.last, columns.today)
    place = _Place(columns, last)
    days, paused = _days_of_use(notes, columns, place, last)
    practised, seconds = _sums(place, notes.practice)
    moments = notes.moments
    inside = place.of(moments.days)
    answered = ~np.isnan(moments.new)
    return Tally(
        days=days,
        paused=paused,
        practised=practised,
        seconds=seconds,
        means={key: _mean(place, noted) for key, noted in _measured(notes)},
        moments=place.count(inside),
        peak=_median(place, inside, moments.peaks),
        calm=_median(place, inside, moments.calm),
        new=place.count(inside[moments.new == 1]),
        answered=place.count(inside[answered]),
    )


def _measured(notes: Notes) -> Iterator[tuple[str, Daily]]:
    yield from notes.measured.items()
    yield from ((own.key, own.values) for own in notes.own)


class _Place:
    """Finds the column of a day; days outside the stretch fall into one more column that is thrown away."""

    def __init__(self, columns: Columns, last: int) -> None:
        self.starts = np.array(columns.starts, dtype=np.int64)
        self.number = len(self.starts)
        self.first = columns.first
        self.last = last

    def of(self, days: Counts) -> Counts:
        found = np.searchsorted(self.starts, days, side="right") - 1
        inside = (days >= self.first) & (days <= self.last)
        return np.where(inside, found, self.number).astype(np.int64)

    def count(self, found: Counts) -> Counts:
        return np.bincount(found, minlength=self.number + 1)[: self.number].astype(np.int64)

    def sum(self, found: Counts, values: Floats) -> Floats:
        sums = np.bincount(found, weights=values, minlength=self.number + 1)
        return np.asarray(sums[: self.number], dtype=np.float64)


def last_day_of_use(notes: Notes, today: int) -> int | None:
    """Up to which day a day without practice is a fact: today, unless the last note is a week or more ago."""
    if notes.last is None:
        return None
    return today if today - notes.last < 7 else notes.last


def _days_of_use(notes: Notes, columns: Columns, place: _Place, last: int) -> tuple[Counts, Counts]:
    """Days of use of each column, and those of them that are paused and without practice."""
    until = last_day_of_use(notes, columns.today)
    nothing = np.zeros(place.number, dtype=np.int64)
    if notes.first is None or until is None:
        return nothing, nothing
    first, until = max(columns.first, notes.first), min(last, until)
    if until < first:
        return nothing, nothing
    found = place.of(np.arange(first, until + 1, dtype=np.int64))
    idle = notes.paused(first, until)
    days = notes.practice.days
    idle[days[(days >= first) & (days <= until)] - first] = False
    return place.count(found), place.count(found[idle])


def _sums(place: _Place, series: Daily) -> tuple[Counts, Floats]:
    found = place.of(series.days)
    return place.count(found), place.sum(found, series.values)


def _mean(place: _Place, series: Daily) -> Mean:
    noted = ~np.isnan(series.values)
    found = place.of(series.days[noted])
    counts = place.count(found)
    out = np.full(place.number, np.nan)
    np.divide(place.sum(found, series.values[noted]), counts, out=out, where=counts > 0)
    return Mean(values=out, counts=counts)


def _median(place: _Place, found: Counts, values: Floats) -> Mean:
    """The median of each column; an infinite middle value makes it infinite."""
    known = ~np.isnan(values) & (found < place.number)
    found, values = found[known], values[known]
    counts = place.count(found)
    ordered = values[np.lexsort((values, found))]
    ends = np.cumsum(counts)
    has = counts > 0
    lower = (ends - counts + (counts - 1) // 2)[has]
    upper = (ends - counts + counts // 2)[has]
    out = np.full(place.number, np.nan)
    out[has] = (ordered[lower] + ordered[upper]) / 2
    return Mean(values=out, counts=counts)
