"""Flags over the lanes: changes of plan, pauses, and what the person marked."""

from __future__ import annotations

from rewire_app.charts.columns import Columns
from rewire_app.charts.notes import NotedMark, Notes
from rewire_app.charts.spec import Event
from rewire_app.i18n import _, ngettext


def events(notes: Notes, columns: Columns) -> tuple[Event, ...]:
    """Everything within the stretch, in order of time."""
    last = min(columns.last, columns.today)
    found = [*_plans(notes, columns, last), *_pauses(notes, columns, last), *_marks(notes, columns)]
    return tuple(sorted(found, key=lambda event: (event.first, event.uid)))


def marked(notes: Notes, columns: Columns, number: int) -> tuple[NotedMark, ...]:
    """The marks that any of the days of a column lies in."""
    first, last = max(columns.first, columns.starts[number]), min(columns.last, columns.ends[number])
    return tuple(mark for mark in notes.marks if mark.touches(first, last))


def _plans(notes: Notes, columns: Columns, last: int) -> list[Event]:
    out = []
    for (_from, before), (day, per_week) in zip(notes.plans, notes.plans[1:], strict=False):
        if before != per_week and columns.first <= day <= last:
            words = ngettext("Plan: {n} day a week", "Plan: {n} days a week", per_week).format(n=per_week)
            out.append(Event(x=columns.position(day), words=words, first=day, last=day))
    return out


def _pauses(notes: Notes, columns: Columns, last: int) -> list[Event]:
    out = []
    for start, end in notes.pauses:
        stop, begin = last if end is None else min(end, last), max(start, columns.first)
        if begin <= stop:
            x, x_end = columns.position(begin), columns.position(stop)
            out.append(Event(x=x, words=_("Pause"), x_end=x_end, first=start, last=stop))
    return out


def _marks(notes: Notes, columns: Columns) -> list[Event]:
    """Marks of one day or without an end have one place, others two; one may lie after today."""
    out = []
    for mark in notes.marks:
        if not mark.touches(columns.first, columns.last):
            continue
        end = mark.first if mark.last is None else mark.last
        begin, stop = max(mark.first, columns.first), min(end, columns.last)
        out.append(
            Event(
                x=columns.position(begin),
                words=mark.words,
                x_end=columns.position(stop) if end > mark.first else None,
                first=mark.first,
                last=end,
                uid=mark.uid,
            )
        )
    return out
