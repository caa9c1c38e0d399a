"""The words of every column: a readout sentence, a row of the table, and the summary of the whole picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from rewire_app.charts.columns import ColumnLength, Columns
from rewire_app.charts.notes import CustomSeries, Notes
from rewire_app.charts.spec import Bucket, Table
from rewire_app.charts.tally import Mean, Tally
from rewire_app.domain.amounts import hours_minutes, number_words
from rewire_app.domain.day_words import span_words
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


def buckets(told: Telling) -> tuple[Bucket, ...]:
    """Every column with its name and what it holds."""
    columns, marked = told.columns, told.marked()
    return tuple(
        Bucket(
            start=start,
            end=end,
            name=columns.name(number),
            short=columns.short(number),
            reading=_with_marks(_reading(told, number), marked[number]),
            under_way=start <= columns.today <= end,
        )
        for number, (start, end) in enumerate(zip(columns.starts, columns.ends, strict=True))
    )


def table(told: Telling) -> Table:
    """The picture's numbers, one row a column; mood, own measures and marks where there are any."""
    columns, tally = told.columns, told.tally
    first = {
        ColumnLength.DAY: _("Day"),
        ColumnLength.WEEK: _("Week"),
        ColumnLength.MONTH: _("Month"),
        ColumnLength.QUARTER: _("Three months"),
    }[columns.length]
    headings: tuple[str, ...] = (
        first,
        _("Practised"),
        _("Reactivity, 0 to 10"),
        _("Moments"),
        _("Typical peak, 0 to 10"),
        _("Typical time to calm"),
        _("New response"),
        _("Asleep a night"),
        _("Stress, 0 to 10"),
    )
    more = [(_("Mood, 0 to 10"), tally.mood)] if tally.mood.counts.any() else []
    for series, mean in zip(told.notes.own, tally.own, strict=True):
        scale = _("{low} to {high}").format(low=series.low, high=series.high)
        more.append((f"{series.name}, {scale}", mean))
    headings += tuple(heading for heading, _mean in more)
    means = [mean for _heading, mean in more]
    rows: list[tuple[str, ...]] = [
        _row(columns, tally, number, means) for number in range(len(columns.starts))
    ]
    marked = told.marked()
    if any(marked):
        headings += (_("Marks"),)
        rows = [(*row, "; ".join(words)) for row, words in zip(rows, marked, strict=True)]
    return Table(headings=headings, rows=tuple(rows))


def summary(told: Telling) -> str:
    """The whole picture in a few sentences, for those who hear it."""
    columns, tally = told.columns, told.tally
    last = min(columns.last, columns.today)
    by = {
        ColumnLength.DAY: _("by day"),
        ColumnLength.WEEK: _("by week"),
        ColumnLength.MONTH: _("by month"),
        ColumnLength.QUARTER: _("in steps of three months"),
    }[columns.length]
    span = span_words(date.fromordinal(columns.first), date.fromordinal(max(last, columns.first)))
    parts = [_("Trends {by}, {span}.").format(by=by, span=span)]
    days = int(tally.open_days.sum())
    if days:
        parts.append(
            ngettext("Practised on {did} of {days} day.", "Practised on {did} of {days} days.", days).format(
                did=int(tally.practised.sum()), days=days
            )
        )
    parts.append(_spread(_("Reactivity in the evening"), tally.reactivity, _of_ten))
    moments = int(tally.moments.sum())
    if moments:
        parts.append(ngettext("{n} moment noted.", "{n} moments noted.", moments).format(n=moments))
    parts.append(_spread(_("Sleep"), tally.asleep, hours_minutes))
    parts.append(_spread(_("Stress"), tally.stress, _of_ten))
    if "mood" in told.shown:
        parts.append(_spread(_("Mood"), tally.mood, _of_ten))
    for series, mean in zip(told.notes.own, tally.own, strict=True):
        if series.key in told.shown:
            parts.append(_spread(series.name, mean, _of(series)))
    return " ".join(parts)


def calm_words(minutes: float) -> str:
    """Minutes to calm in words; infinite means that the typical moment was still going."""
    if np.isinf(minutes):
        return _("still going")
    return _("{n} min").format(n=number_words(minutes))


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


def _of_ten(value: float) -> str:
    return _("{value} of 10").format(value=number_words(value))


def _of(series: CustomSeries) -> Callable[[float], str]:
    """Says a value of an own measure."""
    top = _("{value} of {high}")
    return lambda value: top.format(value=number_words(value), high=series.high)


def _with_marks(reading: str, marks: tuple[str, ...]) -> str:
    if not marks:
        return reading
    return _("{reading}; marked: {marks}").format(reading=reading, marks=", ".join(marks))


def _reading(told: Telling, number: int) -> str:
    columns, tally = told.columns, told.tally
    if columns.starts[number] > columns.today:
        return _("still to come")
    parts = [
        _practice(columns, tally, number),
        _reactivity(columns, tally, number),
        _moments(tally, number),
        _sleep(columns, tally, number),
        _stress(tally, number),
        _mood(told, number),
        *_own(told, number),
    ]
    said = [part for part in parts if part]
    if not any(parts[1:]):
        said.append(_("nothing else noted") if parts[0] else _("nothing noted"))
    return ", ".join(said)


def _practice(columns: Columns, tally: Tally, number: int) -> str:
    did, days, paused = (int(part[number]) for part in (tally.practised, tally.open_days, tally.paused))
    if not days:
        return _("paused") if paused else ""
    so_far = columns.starts[number] <= columns.today <= columns.ends[number]
    if columns.length is ColumnLength.DAY:
        if did:
            minutes = max(1, round(float(tally.seconds[number]) / 60))
            return _("practised {minutes} min").format(minutes=minutes)
        return _("no practice so far") if so_far else _("no practice")
    text = ngettext("practised {did} of {days} day", "practised {did} of {days} days", days).format(
        did=did, days=days
    )
    if paused:
        pause = ngettext("{n} day paused", "{n} days paused", paused).format(n=paused)
        text = _("{practised} ({pause})").format(practised=text, pause=pause)
    return _("{practised} so far").format(practised=text) if so_far else text


def _reactivity(columns: Columns, tally: Tally, number: int) -> str:
    count = int(tally.reactivity.counts[number])
    if not count:
        return ""
    value = number_words(float(tally.reactivity.values[number]))
    if columns.length is ColumnLength.DAY:
        return _("reactivity {value} of 10").format(value=value)
    return ngettext(
        "reactivity {value} of 10 ({n} evening)", "reactivity {value} of 10 ({n} evenings)", count
    ).format(value=value, n=count)


def _moments(tally: Tally, number: int) -> str:
    count = int(tally.moments[number])
    if not count:
        return ""
    if not tally.peak.counts[number]:
        return ngettext("{n} moment", "{n} moments", count).format(n=count)
    return ngettext(
        "{n} moment with a peak of {peak} of 10", "{n} moments with a typical peak of {peak} of 10", count
    ).format(n=count, peak=number_words(float(tally.peak.values[number])))


def _sleep(columns: Columns, tally: Tally, number: int) -> str:
    if not tally.asleep.counts[number]:
        return ""
    text = _("{time} asleep") if columns.length is ColumnLength.DAY else _("{time} asleep a night")
    return text.format(time=hours_minutes(float(tally.asleep.values[number])))


def _stress(tally: Tally, number: int) -> str:
    if not tally.stress.counts[number]:
        return ""
    return _("stress {value} of 10").format(value=number_words(float(tally.stress.values[number])))


def _mood(told: Telling, number: int) -> str:
    mood = told.tally.mood
    if "mood" not in told.shown or not mood.counts[number]:
        return ""
    return _("mood {value} of 10").format(value=number_words(float(mood.values[number])))


def _own(told: Telling, number: int) -> list[str]:
    """The person's own measures, named as they named them."""
    return [
        f"{series.name} {_of(series)(float(mean.values[number]))}"
        for series, mean in zip(told.notes.own, told.tally.own, strict=True)
        if series.key in told.shown and mean.counts[number]
    ]


def _row(columns: Columns, tally: Tally, number: int, more: Sequence[Mean]) -> tuple[str, ...]:
    missing = _("not noted")
    did, days, answered = (int(part[number]) for part in (tally.practised, tally.open_days, tally.answered))

    def mean(of: Mean, speak: Callable[[float], str]) -> str:
        return speak(float(of.values[number])) if of.counts[number] else missing

    if days:
        practised = _("{did} of {days}").format(did=did, days=days)
    else:
        practised = _("paused") if tally.paused[number] else missing
    new = _("{new} of {n}").format(new=int(tally.new[number]), n=answered) if answered else missing
    return (
        columns.name(number),
        practised,
        mean(tally.reactivity, number_words),
        str(int(tally.moments[number])),
        mean(tally.peak, number_words),
        mean(tally.calm, calm_words),
        new,
        mean(tally.asleep, hours_minutes),
        mean(tally.stress, number_words),
        *(mean(each, number_words) for each in more),
    )
