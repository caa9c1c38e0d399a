"""The calendar of practice: one square a day, its size the minutes of that day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from rewire_app.charts.columns import Columns
from rewire_app.charts.notes import Notes, marked_words, marks_by_day
from rewire_app.charts.spec import AxisLabel, Table
from rewire_app.charts.tally import last_day_of_use
from rewire_app.domain.day_words import day_words, short_months
from rewire_app.domain.days import week_start
from rewire_app.i18n import _, ngettext

CLASSES = (1, 5, 15)
"""The minutes at which the second, third and fourth size begin: 0, 1-4, 5-14, 15 or more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Days from `first` on (ordinals), weeks as columns from the week of `first`, its first day in row 0.

    minutes, sizes: one a day; size 0 (a dot) to 3. -1 in both: a day outside use, nothing is drawn. marked:
    the words of the context marks, by the number of their day.
    """

    title: str
    first: int
    minutes: tuple[int, ...]
    sizes: tuple[int, ...]
    months: tuple[AxisLabel, ...]
    summary: str
    marked: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    def place(self, number: int) -> tuple[int, int]:
        """Column and row of day `number` (0 is `first`)."""
        return divmod(self.first + number - week_start(self.first), 7)

    def words(self, number: int) -> str:
        """What is said about day `number`, with its marks."""
        said = self._practised(number)
        return marked_words(f"{said}.", self.marked[number]) if number in self.marked else said

    def _practised(self, number: int) -> str:
        day = self._day(number)
        minutes = self.minutes[number]
        if minutes < 0:
            return _("{day}: not in use").format(day=day)
        if minutes == 0:
            return _("{day}: no practice").format(day=day)
        return ngettext("{day}: {n} minute", "{day}: {n} minutes", minutes).format(day=day, n=minutes)

    def _day(self, number: int) -> str:
        return day_words(date.fromordinal(self.first + number), week_day=True, year=True)

    def table(self) -> Table:
        """The days in use with their minutes."""
        rows = tuple(
            (self._day(number), str(minutes)) for number, minutes in enumerate(self.minutes) if minutes >= 0
        )
        return Table(headings=(_("Day"), _("Minutes practised")), rows=rows)


def size_words() -> tuple[str, ...]:
    """The key: what each size stands for, smallest first."""
    return (_("0"), _("1 to 4"), _("5 to 14"), _("15 or more"))


def calendar(notes: Notes, columns: Columns) -> Calendar:
    """The calendar of the stretch that `columns` looks at, up to today."""
    first, last = columns.first, min(columns.last, columns.today)
    minutes = np.full(max(0, last - first + 1), -1, dtype=np.int64)
    until = last_day_of_use(notes, columns.today)
    if notes.first is not None and until is not None:
        minutes[max(0, notes.first - first) : max(0, until - first + 1)] = 0
    days, seconds = notes.practice.days, notes.practice.values
    inside = (days >= first) & (days <= last)
    minutes[days[inside] - first] = np.maximum(1, np.round(seconds[inside] / 60)).astype(np.int64)
    sizes = np.where(minutes < 0, -1, np.searchsorted(CLASSES, minutes, side="right"))
    resting = notes.paused(first, last) & (minutes == 0)
    title = _title(int((minutes > 0).sum()), int((minutes >= 0).sum() - resting.sum()), int(resting.sum()))
    total = int(minutes[minutes > 0].sum())
    return Calendar(
        title=title,
        first=first,
        minutes=tuple(minutes.tolist()),
        sizes=tuple(sizes.tolist()),
        months=_months(first, last),
        summary=ngettext("{title}. {n} minute in all.", "{title}. {n} minutes in all.", total).format(
            title=title, n=total
        ),
        marked={day - first: words for day, words in marks_by_day(notes.marks, first, last).items()},
    )


def _title(did: int, days: int, paused: int) -> str:
    if not days:
        return _("No days to show yet") if not paused else _("Paused")
    title = ngettext("Practised on {did} of {days} day", "Practised on {did} of {days} days", days).format(
        did=did, days=days
    )
    if not paused:
        return title
    return ngettext("{title}, {n} paused", "{title}, {n} paused", paused).format(title=title, n=paused)


def _months(first: int, last: int) -> tuple[AxisLabel, ...]:
    """A label over the column where each month begins (the first column only if it begins there)."""
    start = week_start(first)
    found = []
    at = date.fromordinal(first)
    number = at.year * 12 + at.month - 1
    while (begin := date(number // 12, number % 12 + 1, 1).toordinal()) <= last:
        if begin >= first:
            text = short_months()[number % 12] if number % 12 else str(number // 12)
            found.append(AxisLabel(x=float((begin - start) // 7), text=text))
        number += 1
    return tuple(found)
