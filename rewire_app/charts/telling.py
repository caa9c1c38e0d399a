"""What is told of every part of the picture: heading and cells of the table, readout, and summary.

Practice and moments are counts with words of their own; every other series is told as its `Spoken` says.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from rewire_app.charts.columns import ColumnLength, Columns
from rewire_app.charts.custom_series import every_series
from rewire_app.charts.notes import Notes
from rewire_app.charts.series import Series, Spoken
from rewire_app.charts.tally import Mean, Tally
from rewire_app.domain.amounts import number_words
from rewire_app.i18n import _, ngettext


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Telling:
    """What is to be told: the notes, the columns they are cut into, and the numbers of each.

    `shown`: the keys of the lanes that are seen; mood and own measures are told with their lanes.
    """

    notes: Notes
    columns: Columns
    tally: Tally
    shown: frozenset[str]

    def marked(self) -> tuple[tuple[str, ...], ...]:
        """The words of the marks in each column."""
        columns = self.columns
        found: list[list[str]] = [[] for _start in columns.starts]
        for mark in self.notes.marks:
            if mark.touches(columns.first, columns.last):
                end = mark.first if mark.last is None else mark.last
                for number in range(columns.number(mark.first), columns.number(end) + 1):
                    found[number].append(mark.words)
        return tuple(tuple(words) for words in found)

    def parts(self) -> tuple[TellingPart, ...]:
        """Everything that is told, in its order: practice first, moments beside the series of their peaks."""
        found: list[TellingPart] = [PracticeTelling(self.columns, self.tally)]
        for series in every_series(self.notes.own):
            if series.spoken is not None:
                told = series.usual or series.key in self.shown
                found.append(Average(self, series, series.spoken, told=told))
            if series.peaks:
                found.append(MomentsTelling(self.tally))
        return tuple(found)

    def spoken(self) -> tuple[TellingPart, ...]:
        """The same in the order of a sentence: as the lanes begin, and moments last."""
        practice, first, *others = self.parts()
        last = [part for part in others if isinstance(part, MomentsTelling)]
        return (first, practice, *(part for part in others if part not in last), *last)


class TellingPart(Protocol):
    """One part of what is told; an empty text or tuple is nothing to tell."""

    def headings(self) -> tuple[str, ...]:
        """The headings of its columns in the table."""

    def cells(self, number: int) -> tuple[str, ...]:
        """Its cells in the row of a column of the picture, as many as headings."""

    def reading(self, number: int) -> str:
        """What the readout of a column says."""

    def summary(self) -> str:
        """A sentence about the whole picture."""


class PracticeTelling:
    """Days practised, of the days that could count."""

    def __init__(self, columns: Columns, tally: Tally) -> None:
        self._columns, self._tally = columns, tally
        self._days = tally.open_days

    def headings(self) -> tuple[str, ...]:
        """The days practised."""
        return (_("Practised"),)

    def cells(self, number: int) -> tuple[str, ...]:
        """So many days of so many."""
        did, days = int(self._tally.practised[number]), int(self._days[number])
        if days:
            return (_("{did} of {days}").format(did=did, days=days),)
        return (_("paused") if self._tally.paused[number] else not_noted(),)

    def reading(self, number: int) -> str:
        """The days with their pauses; minutes where a column is one day."""
        did, days, paused = (
            int(part[number]) for part in (self._tally.practised, self._days, self._tally.paused)
        )
        if not days:
            return _("paused") if paused else ""
        columns = self._columns
        so_far = columns.starts[number] <= columns.today <= columns.ends[number]
        if columns.length is ColumnLength.DAY:
            if did:
                minutes = max(1, round(float(self._tally.seconds[number]) / 60))
                return _("practised {minutes} min").format(minutes=minutes)
            return _("no practice so far") if so_far else _("no practice")
        text = ngettext("practised {did} of {days} day", "practised {did} of {days} days", days).format(
            did=did, days=days
        )
        if so_far:
            text = _("{practised} so far").format(practised=text)
        if paused:
            text = _("{practised}, {n} paused").format(practised=text, n=paused)
        return text

    def summary(self) -> str:
        """All days together."""
        did, days = int(self._tally.practised.sum()), int(self._days.sum())
        if not days:
            return ""
        text = ngettext("Practised on {did} of {days} day.", "Practised on {did} of {days} days.", days)
        return text.format(did=did, days=days)


class MomentsTelling:
    """How many moments, how strong, how long, and how they were answered."""

    def __init__(self, tally: Tally) -> None:
        self._tally = tally

    def headings(self) -> tuple[str, ...]:
        """Four numbers."""
        return (
            _("Moments"),
            _("Typical peak, 0 to 10"),
            _("Typical time to calm"),
            _("New response"),
        )

    def cells(self, number: int) -> tuple[str, ...]:
        """The count is 0 where there was none; the others are not noted then."""
        tally, answered = self._tally, int(self._tally.answered[number])
        new = _("{new} of {n}").format(new=int(tally.new[number]), n=answered) if answered else not_noted()
        return (
            str(int(tally.moments[number])),
            _cell(tally.peak, number, number_words),
            _cell(tally.calm, number, calm_words),
            new,
        )

    def reading(self, number: int) -> str:
        """How many, and their typical peak."""
        count, peak = int(self._tally.moments[number]), self._tally.peak
        if not count:
            return ""
        if not peak.counts[number]:
            return ngettext("{n} moment", "{n} moments", count).format(n=count)
        return ngettext("{n} moment, peak {peak} of 10", "{n} moments, peak {peak} of 10", count).format(
            n=count, peak=number_words(float(peak.values[number]))
        )

    def summary(self) -> str:
        """How many in all."""
        count = int(self._tally.moments.sum())
        return ngettext("{n} moment noted.", "{n} moments noted.", count).format(n=count) if count else ""


class Average:
    """The average of a series; `told`: in words too, not in the table alone."""

    def __init__(self, telling: Telling, series: Series, spoken: Spoken, *, told: bool) -> None:
        self._length = telling.columns.length
        self._mean = series.mean(telling.tally)
        self._spoken, self._told = spoken, told
        self._listed = not series.hidden or bool(self._mean.counts.any())

    def headings(self) -> tuple[str, ...]:
        """One; a series that is there to be switched on has none while nothing is noted."""
        return (self._spoken.heading(),) if self._listed else ()

    def cells(self, number: int) -> tuple[str, ...]:
        """The average."""
        return (_cell(self._mean, number, self._spoken.cell),) if self._listed else ()

    def reading(self, number: int) -> str:
        """The average in words."""
        count = int(self._mean.counts[number]) if self._told else 0
        return self._spoken.said(float(self._mean.values[number]), count, self._length) if count else ""

    def summary(self) -> str:
        """Between what it lay, and the latest."""
        return _spread(self._spoken.name(), self._mean, self._spoken.speak) if self._told else ""


def not_noted() -> str:
    """What stands in the table where nothing was noted: never a zero."""
    return _("not noted")


def calm_words(minutes: float) -> str:
    """Minutes to calm in words; infinite means that the typical moment was still going."""
    if np.isinf(minutes):
        return _("still going")
    return _("{n} min").format(n=number_words(minutes))


def _cell(mean: Mean, number: int, speak: Callable[[float], str]) -> str:
    return speak(float(mean.values[number])) if mean.counts[number] else not_noted()


def _spread(name: str, mean: Mean, speak: Callable[[float], str]) -> str:
    known = mean.values[mean.counts > 0]
    if not len(known):
        return _("{name}: not noted.").format(name=name)
    low, high, latest = (speak(float(value)) for value in (known.min(), known.max(), known[-1]))
    if low == high:
        return _("{name}: {latest}.").format(name=name, latest=latest)
    return _("{name}: between {low} and {high}, latest {latest}.").format(
        name=name, low=low, high=high, latest=latest
    )
