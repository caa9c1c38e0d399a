"""Every lane by itself: its scale, its ticks, its marks and lines."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil, floor

import numpy as np
from numpy.typing import NDArray

from rewire_app.charts.columns import ColumnLength, Columns
from rewire_app.charts.notes import CustomSeries
from rewire_app.charts.rows import marks, runs, under_way
from rewire_app.charts.spec import Lane, Shape, Tick
from rewire_app.charts.tally import Mean, Tally
from rewire_app.domain.amounts import number_words
from rewire_app.i18n import _

FEW = 4
"""Values below which a week's or month's average is drawn hollow."""
SLEEP_LO, SLEEP_HI = 5, 9


def lane(key: str, columns: Columns, numbers: Tally, own: tuple[CustomSeries, ...] = ()) -> Lane:
    """The lane `key`: one of `lane_choice.lane_names()`, or an own measure's."""
    for series, mean in zip(own, numbers.own, strict=True):
        if series.key == key:
            return _own(columns, series, mean)
    return _KINDS[key](columns, numbers)


def _reactivity(columns: Columns, numbers: Tally) -> Lane:
    what = {
        ColumnLength.DAY: _("evening check, 0 to 10; diamonds are peaks of moments"),
        ColumnLength.WEEK: _("evening check, average of the week, 0 to 10; diamonds are peaks of moments"),
        ColumnLength.MONTH: _("evening check, average of the month, 0 to 10; diamonds are peaks of moments"),
        ColumnLength.QUARTER: _("evening check, average of 3 months, 0 to 10; diamonds are peaks of moments"),
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
        ColumnLength.DAY: (_("days practised, one block a day"), 1),
        ColumnLength.WEEK: (_("days practised each week, 0 to 7"), 7),
        ColumnLength.MONTH: (_("days practised each month, 0 to 31"), 31),
        ColumnLength.QUARTER: (_("days practised in 3 months, 0 to 92"), 92),
    }[columns.length]
    known = numbers.open_days > 0
    values = np.where(known, numbers.practised, np.nan)
    shape = Shape.BARS if columns.length in (ColumnLength.MONTH, ColumnLength.QUARTER) else Shape.BLOCKS
    return Lane(
        key="practice",
        title=_("Practice"),
        what=what,
        lo=0,
        hi=hi,
        ticks=() if columns.length is ColumnLength.DAY else _ticks(0, hi),
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
        what=_("hours asleep") if columns.length is ColumnLength.DAY else _("hours asleep, average night"),
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
        what=_("0 to 10") if columns.length is ColumnLength.DAY else _("average day, 0 to 10"),
        lo=0,
        hi=10,
        ticks=_ticks(0, 10),
        marks=(marks(Shape.RINGS, values, _hollow(columns, numbers.stress)),),
        runs=runs(values),
    )


def _mood(columns: Columns, numbers: Tally) -> Lane:
    values = numbers.mood.values
    low_to_good = _("0 very low, 10 very good")
    average = _("average day, 0 very low, 10 very good")
    return Lane(
        key="mood",
        title=_("Mood"),
        what=low_to_good if columns.length is ColumnLength.DAY else average,
        lo=0,
        hi=10,
        ticks=_ticks(0, 10),
        marks=(marks(Shape.DOTS, values, _hollow(columns, numbers.mood)),),
        runs=runs(values),
    )


def _own(columns: Columns, series: CustomSeries, mean: Mean) -> Lane:
    ends = [
        f"{number} {words}".strip()
        for number, words in ((series.low, series.low_words), (series.high, series.high_words))
    ]
    if series.low_words or series.high_words:
        scale = ", ".join(ends)
    else:
        scale = _("{low} to {high}").format(low=ends[0], high=ends[1])
    if columns.length is not ColumnLength.DAY:
        scale = _("average day, {scale}").format(scale=scale)
    return Lane(
        key=series.key,
        title=series.name,
        what=scale,
        lo=series.low,
        hi=series.high,
        ticks=_ticks(series.low, series.high),
        marks=(marks(Shape.SQUARES, mean.values, _hollow(columns, mean)),),
        runs=runs(mean.values),
    )


_KINDS: dict[str, Callable[[Columns, Tally], Lane]] = {
    "reactivity": _reactivity,
    "practice": _practice,
    "sleep": _sleep,
    "stress": _stress,
    "mood": _mood,
}


def _hollow(columns: Columns, mean: Mean) -> NDArray[np.bool_]:
    few = (
        (mean.counts < FEW)
        if columns.length is not ColumnLength.DAY
        else np.zeros(len(mean.counts), dtype=bool)
    )
    return np.asarray(few | under_way(columns))


def _ticks(*values: float) -> tuple[Tick, ...]:
    return tuple(Tick(y=value, text=number_words(value)) for value in values)
