"""The main picture of Trends: reactivity, practice, sleep and stress as stacked lanes on one time axis."""

from __future__ import annotations

from math import ceil, floor

import numpy as np
from numpy.typing import NDArray

from rewire_app.domain.amounts import number_words
from rewire_app.i18n import _, ngettext
from rewire_app.plots import readout
from rewire_app.plots.columns import Columns, Length, columns_from
from rewire_app.plots.notes import Floats, Notes
from rewire_app.plots.spec import AxisLabel, Event, Lane, Lanes, Little, Marks, Run, Shape, Tick
from rewire_app.plots.tally import Mean, Tally, tally

FEW = 4
"""Values below which a week's or month's average is drawn hollow."""
MOST_EVENTS = 5
LITTLE_DAYS = 7
"""Days of notes before the ordinary lanes are shown."""
LITTLE_WEEKS = 9
COMPARED_WEEKS = 8
"""Weeks before practice and reactivity can be compared at the earliest."""
SLEEP_LO, SLEEP_HI = 5, 9


def lanes(notes: Notes, columns: Columns) -> Lanes:
    """The four lanes over `columns`; never fails for no data, one day or fifty years."""
    numbers = tally(notes, columns)
    events = _events(notes, columns)
    hidden = len(events) - MOST_EVENTS
    return Lanes(
        buckets=readout.buckets(columns, numbers),
        lanes=(
            _reactivity(columns, numbers),
            _practice(columns, numbers),
            _sleep(columns, numbers),
            _stress(columns, numbers),
        ),
        labels=columns.labels(),
        events=events[-MOST_EVENTS:],
        more_events=ngettext("{n} more", "{n} more", hidden).format(n=hidden) if hidden > 0 else "",
        summary=readout.summary(columns, numbers),
        table=readout.table(columns, numbers),
    )


def little_yet(notes: Notes, today: int) -> Lanes | None:
    """The lanes of the first days, with flags for what begins when; None once 7 days have notes."""
    noted = notes.noted_days()
    if noted >= LITTLE_DAYS:
        return None
    first = today if notes.first is None else min(notes.first, today)
    weeks = max(LITTLE_WEEKS, (today - first) // 7 + 1)
    columns = columns_from(first, weeks, today)
    numbers = tally(notes, columns)
    picture = lanes(notes, columns)
    if noted:
        words = ngettext("You have noted {n} day so far.", "You have noted {n} days so far.", noted)
    else:
        words = _("Nothing is noted yet.")
    title = _("There is little to see yet, and that is fine.")
    said = words.format(n=noted)
    return Lanes(
        buckets=picture.buckets,
        lanes=tuple(_all_hollow(lane) for lane in picture.lanes),
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
        more_events="",
        summary=f"{title} {said} {readout.summary(columns, numbers)}",
        table=picture.table,
        little=Little(title=title, words=said),
    )


def runs(values: Floats) -> tuple[Run, ...]:
    """Lines through neighbouring known columns, and a dashed link over every gap between two known ones."""
    known = np.flatnonzero(~np.isnan(values))
    if len(known) < 2:
        return ()
    breaks = np.flatnonzero(np.diff(known) > 1)
    out = []
    for piece in np.split(known, breaks + 1):
        if len(piece) > 1:
            out.append(Run(x=_floats(piece), y=_floats(values[piece])))
    for at in breaks:
        pair = known[at : at + 2]
        out.append(Run(x=_floats(pair), y=_floats(values[pair]), across_gap=True))
    return tuple(out)


def marks(shape: Shape, values: Floats, hollow: NDArray[np.bool_]) -> Marks:
    """Marks for the known columns."""
    known = np.flatnonzero(~np.isnan(values))
    return Marks(
        shape=shape, x=_floats(known), y=_floats(values[known]), hollow=tuple(hollow[known].tolist())
    )


def under_way(columns: Columns) -> NDArray[np.bool_]:
    """Which columns today lies in: their time is not over."""
    starts, ends = np.array(columns.starts), np.array(columns.ends)
    return np.asarray((starts <= columns.today) & (columns.today <= ends))


def _reactivity(columns: Columns, numbers: Tally) -> Lane:
    what = {
        Length.DAY: _("evening check, 0 to 10; diamonds are peaks of moments"),
        Length.WEEK: _("evening check, average of the week, 0 to 10; diamonds are peaks of moments"),
        Length.MONTH: _("evening check, average of the month, 0 to 10; diamonds are peaks of moments"),
    }[columns.length]
    values = numbers.reactivity.values
    return Lane(
        key="reactivity",
        title=_("Reactivity"),
        what=what,
        lo=0,
        hi=10,
        ticks=_ticks(0, 5, 10),
        marks=(
            marks(Shape.DOTS, values, _hollow(columns, numbers.reactivity)),
            marks(Shape.DIAMONDS, numbers.peak.values, under_way(columns)),
        ),
        runs=runs(values),
    )


def _practice(columns: Columns, numbers: Tally) -> Lane:
    what, hi = {
        Length.DAY: (_("days practised, one block a day"), 1),
        Length.WEEK: (_("days practised each week, 0 to 7"), 7),
        Length.MONTH: (_("days practised each month, 0 to 31"), 31),
    }[columns.length]
    known = numbers.open_days > 0
    values = np.where(known, numbers.practised, np.nan)
    shape = Shape.BARS if columns.length is Length.MONTH else Shape.BLOCKS
    return Lane(
        key="practice",
        title=_("Practice"),
        what=what,
        lo=0,
        hi=hi,
        ticks=() if columns.length is Length.DAY else _ticks(0, hi),
        marks=(marks(shape, values, under_way(columns)),),
    )


def _sleep(columns: Columns, numbers: Tally) -> Lane:
    values = numbers.asleep.values / 60
    known = values[~np.isnan(values)]
    lo = min(SLEEP_LO, floor(known.min())) if len(known) else SLEEP_LO
    hi = max(SLEEP_HI, ceil(known.max())) if len(known) else SLEEP_HI
    hi += (hi - lo) % 2
    ticks = tuple(Tick(y=y, text=_("{n} h").format(n=number_words(y))) for y in (lo, (lo + hi) / 2, hi))
    return Lane(
        key="sleep",
        title=_("Sleep"),
        what=_("hours asleep") if columns.length is Length.DAY else _("hours asleep, average night"),
        lo=lo,
        hi=hi,
        ticks=ticks,
        marks=(marks(Shape.DASHES, values, _hollow(columns, numbers.asleep)),),
    )


def _stress(columns: Columns, numbers: Tally) -> Lane:
    values = numbers.stress.values
    return Lane(
        key="stress",
        title=_("Stress"),
        what=_("0 to 10") if columns.length is Length.DAY else _("average day, 0 to 10"),
        lo=0,
        hi=10,
        ticks=_ticks(0, 10),
        marks=(marks(Shape.RINGS, values, _hollow(columns, numbers.stress)),),
        runs=runs(values),
    )


def _events(notes: Notes, columns: Columns) -> tuple[Event, ...]:
    """Changes of plan and pauses within the stretch, in order of time."""
    last = min(columns.last, columns.today)
    found = []
    for (_from, before), (day, per_week) in zip(notes.plans, notes.plans[1:], strict=False):
        if before != per_week and columns.first <= day <= last:
            words = ngettext("Plan: {n} day a week", "Plan: {n} days a week", per_week).format(n=per_week)
            found.append((day, Event(x=columns.position(day), words=words)))
    for start, end in notes.pauses:
        stop = last if end is None else min(end, last)
        begin = max(start, columns.first)
        if begin <= stop:
            event = Event(x=columns.position(begin), words=_("Pause"), x_end=columns.position(stop))
            found.append((start, event))
    return tuple(event for _day, event in sorted(found, key=lambda pair: pair[0]))


def _hollow(columns: Columns, mean: Mean) -> NDArray[np.bool_]:
    few = (mean.counts < FEW) if columns.length is not Length.DAY else np.zeros(len(mean.counts), dtype=bool)
    return np.asarray(few | under_way(columns))


def _all_hollow(lane: Lane) -> Lane:
    hollowed = tuple(
        Marks(shape=row.shape, x=row.x, y=row.y, hollow=(True,) * len(row.x)) for row in lane.marks
    )
    return Lane(
        key=lane.key,
        title=lane.title,
        what=lane.what,
        lo=lane.lo,
        hi=lane.hi,
        ticks=lane.ticks,
        marks=hollowed,
    )


def _ticks(*values: float) -> tuple[Tick, ...]:
    return tuple(Tick(y=value, text=number_words(value)) for value in values)


def _floats(values: NDArray[np.int64] | Floats) -> tuple[float, ...]:
    return tuple(values.astype(np.float64).tolist())
