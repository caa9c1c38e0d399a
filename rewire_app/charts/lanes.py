"""The main picture of Trends: reactivity, practice, sleep, stress and more as lanes on one time axis."""

from __future__ import annotations

from dataclasses import replace

from rewire_app.charts import readout
from rewire_app.charts.columns import Columns, columns_from
from rewire_app.charts.custom_series import every_series
from rewire_app.charts.lane import lane
from rewire_app.charts.lane_choice import lane_wishes
from rewire_app.charts.notes import Notes
from rewire_app.charts.series import SERIES
from rewire_app.charts.spec import AxisLabel, Event, Lane, Lanes, Little, MarkRow
from rewire_app.charts.tally import tally
from rewire_app.charts.telling import Telling
from rewire_app.i18n import _, ngettext

LITTLE_DAYS = 7
"""Days of notes before the ordinary lanes are shown."""
LITTLE_WEEKS = 9
COMPARED_WEEKS = 8
"""Weeks before practice and reactivity can be compared at the earliest."""


def lanes(notes: Notes, columns: Columns, kept: str = "") -> Lanes:
    """The lanes over `columns`; never fails for no data, one day or fifty years.

    `kept`: which lanes are shown, in which order (see `lane_choice`).
    """
    numbers, series = tally(notes, columns), {each.key: each for each in every_series(notes.own)}
    shown = [wish.key for wish in lane_wishes(kept, notes.own) if wish.shown]
    told = Telling(notes=notes, columns=columns, tally=numbers, shown=frozenset(shown))
    return Lanes(
        buckets=readout.buckets(told),
        lanes=tuple(lane(series[key], columns, numbers) for key in shown),
        labels=columns.labels(),
        events=events(notes, columns),
        summary=readout.summary(told),
        table=readout.table(told),
        key=readout.key(columns),
    )


def little_yet(notes: Notes, today: int) -> Lanes | None:
    """The lanes of the first days, with flags for what begins when; None once 7 days have notes."""
    noted = notes.noted_days()
    if noted >= LITTLE_DAYS:
        return None
    first = today if notes.first is None else min(notes.first, today)
    weeks = max(LITTLE_WEEKS, (today - first) // 7 + 1)
    picture = lanes(notes, columns_from(first, weeks, today))
    if noted:
        words = ngettext("You have noted {n} day so far.", "You have noted {n} days so far.", noted)
    else:
        words = _("Nothing is noted yet.")
    usual = {series.key for series in SERIES if series.usual}
    title = _("There is little to see yet, and that is fine.")
    said = words.format(n=noted)
    return replace(
        picture,
        lanes=tuple(_all_hollow(each) for each in picture.lanes if each.key in usual),
        labels=tuple(
            AxisLabel(x=float(week), text=_("week {n}").format(n=week + 1)) for week in range(weeks)
        ),
        events=(
            Event(x=0.5, words=_("Lines begin after 7 days of notes")),
            Event(
                x=COMPARED_WEEKS - 0.5,
                words=_("Practice and reactivity compared after 8 weeks"),
            ),
        ),
        summary=f"{title} {said} {picture.summary}",
        key=_("Outlined: there are few notes yet. No mark: nothing was noted."),
        little=Little(title=title, words=said),
    )


def _all_hollow(whole: Lane) -> Lane:
    hollowed = tuple(
        MarkRow(shape=row.shape, x=row.x, y=row.y, hollow=(True,) * len(row.x)) for row in whole.marks
    )
    return replace(whole, marks=hollowed, runs=())


def events(notes: Notes, columns: Columns) -> tuple[Event, ...]:
    """The flags over the lanes, in order of time: changes of plan, pauses, and what the person marked."""
    last = min(columns.last, columns.today)
    found = [*_plans(notes, columns, last), *_pauses(notes, columns, last), *_marks(notes, columns)]
    return tuple(sorted(found, key=lambda event: (event.first, event.uid)))


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
