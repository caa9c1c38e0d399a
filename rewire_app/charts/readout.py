"""The words of every column: a readout sentence, a row of the table, and the summary of the whole picture."""

from __future__ import annotations

from datetime import date
from textwrap import shorten

from rewire_app.charts.columns import ColumnLength, Columns
from rewire_app.charts.series import FEW
from rewire_app.charts.spec import Bucket, Table
from rewire_app.charts.telling import PracticeTelling, Telling, TellingPart
from rewire_app.domain.day_words import span_words
from rewire_app.i18n import _

MARK_LETTERS = 20
"""Letters of the marks in a readout; the list of marks, the table and the description have them all."""


def buckets(told: Telling) -> tuple[Bucket, ...]:
    """Every column with its name and what it holds."""
    columns, marked, parts = told.columns, told.marked(), told.spoken()
    return tuple(
        Bucket(
            start=start,
            end=end,
            name=columns.name(number),
            short=columns.short(number),
            reading=_with_marks(_reading(told, parts, number), marked[number]),
            under_way=start <= columns.today <= end,
        )
        for number, (start, end) in enumerate(zip(columns.starts, columns.ends, strict=True))
    )


def table(told: Telling) -> Table:
    """The picture's numbers, one row a column; mood, own measures and marks where there are any."""
    columns, parts, marked = told.columns, told.parts(), told.marked()
    first = {
        ColumnLength.DAY: _("Day"),
        ColumnLength.WEEK: _("Week"),
        ColumnLength.MONTH: _("Month"),
        ColumnLength.QUARTER: _("Three months"),
    }[columns.length]
    headings = (first, *(heading for part in parts for heading in part.headings()))
    rows = [
        (columns.name(number), *(cell for part in parts for cell in part.cells(number)))
        for number in range(len(columns.starts))
    ]
    if any(marked):
        headings += (_("Marks"),)
        rows = [(*row, "; ".join(words)) for row, words in zip(rows, marked, strict=True)]
    return Table(headings=headings, rows=tuple(rows))


def summary(told: Telling) -> str:
    """The whole picture in a few sentences, for those who hear it."""
    columns = told.columns
    last = min(columns.last, columns.today)
    by = {
        ColumnLength.DAY: _("by day"),
        ColumnLength.WEEK: _("by week"),
        ColumnLength.MONTH: _("by month"),
        ColumnLength.QUARTER: _("in steps of three months"),
    }[columns.length]
    span = span_words(date.fromordinal(columns.first), date.fromordinal(max(last, columns.first)))
    said = (_("Trends {by}, {span}.").format(by=by, span=span), *(part.summary() for part in told.parts()))
    return " ".join(sentence for sentence in said if sentence)


def key(columns: Columns) -> str:
    """What outlined marks mean, and what it means where there is none."""
    why = {
        ColumnLength.DAY: _("Outlined: the day is not over."),
        ColumnLength.WEEK: _("Outlined: the week is not over, or has fewer than {n} notes."),
        ColumnLength.MONTH: _("Outlined: the month is not over, or has fewer than {n} notes."),
        ColumnLength.QUARTER: _("Outlined: these months are not over, or have fewer than {n} notes."),
    }[columns.length]
    return why.format(n=FEW) + " " + _("No mark: nothing was noted.")


def _with_marks(reading: str, marks: tuple[str, ...]) -> str:
    if not marks:
        return reading
    said = shorten(", ".join(marks), MARK_LETTERS, placeholder="…")
    return _("{reading}; marked: {marks}").format(reading=reading, marks=said)


def _reading(told: Telling, parts: tuple[TellingPart, ...], number: int) -> str:
    columns = told.columns
    if columns.starts[number] > columns.today:
        return _("still to come")
    said = [(part, words) for part in parts if (words := part.reading(number))]
    spoken = [words for _part, words in said]
    if all(isinstance(part, PracticeTelling) for part, _words in said):
        spoken.append(_("nothing else noted") if spoken else _("nothing noted"))
    return ", ".join(spoken)
