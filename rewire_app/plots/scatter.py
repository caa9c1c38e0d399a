"""Practice against reactivity: every rated day (or week) a point, with the fitted line and its band."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np

from rewire_app.domain.amounts import number_words
from rewire_app.domain.days import monday
from rewire_app.i18n import _, ngettext
from rewire_app.insight.link import fitted_line, practice_week
from rewire_app.insight.verdict import Verdict
from rewire_app.plots.notes import Floats
from rewire_app.plots.spec import Table, Tick

MIN_WEEK_RATINGS = 4
"""Rated days that a week's point needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """The days (or weeks) at one place: practice days of the week before, reactivity, how many."""

    x: int
    y: float
    count: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The fitted line with its 95% band, one value at each of `x`; all tuples of one length."""

    x: tuple[float, ...]
    y: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scatter:
    """The second view of Trends; `line` is None while the verdict says that it is too early.

    x runs from 0 to 7 practice days, y from 0 to 10. `sentence` is the verdict's, `based_on` what a point is.
    """

    points: tuple[Point, ...]
    line: Line | None
    x_title: str
    y_title: str
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    sentence: str
    based_on: str
    summary: str
    table: Table


def scatter(
    practised: Floats, reactivity: Floats, first: int, verdict: Verdict, *, weekly: bool = False
) -> Scatter:
    """The picture of the same days the verdict was worked out from; `first` is the ordinal of the first one.

    `weekly`: one point a week from Monday on with at least 4 ratings, its average rating against the practice
    days of the week before. The line is the daily one in both.
    """
    x = practice_week(practised)
    if weekly:
        x, y = _weeks(x, reactivity, first)
    else:
        used = ~(np.isnan(x) | np.isnan(reactivity))
        x, y = x[used], reactivity[used]
    points = _points(x, y, weekly=weekly)
    fitted = fitted_line(verdict.link) if verdict.link is not None else None
    line = None
    if fitted is not None:
        line = Line(x=fitted.practice_days, y=fitted.reactivity, low=fitted.low, high=fitted.high)
    based_on = _based_on(len(x), weekly=weekly)
    return Scatter(
        points=points,
        line=line,
        x_title=_("Practice days in the 7 days before"),
        y_title=_("Reactivity, average of the week, 0 to 10")
        if weekly
        else _("Reactivity in the evening, 0 to 10"),
        x_ticks=tuple(Tick(y=day, text=str(day)) for day in range(8)),
        y_ticks=tuple(Tick(y=value, text=str(value)) for value in (0, 5, 10)),
        sentence=verdict.sentence,
        based_on=based_on,
        summary=" ".join((based_on, *_ends(line), verdict.sentence)),
        table=_table(points, weekly=weekly),
    )


def _weeks(x: Floats, y: Floats, first: int) -> tuple[Floats, Floats]:
    """Practice days before each Monday, and the average rating of its week."""
    begin = monday(first)
    week = (np.arange(first, first + len(y)) - begin) // 7
    number = int(week[-1]) + 1 if len(week) else 0
    rated = ~np.isnan(y)
    counts = np.bincount(week[rated], minlength=number)
    sums = np.bincount(week[rated], weights=y[rated], minlength=number)
    before = np.full(number, np.nan)
    mondays = begin + 7 * np.arange(number) - first
    inside = mondays >= 0
    before[inside] = x[mondays[inside]]
    used = (counts >= MIN_WEEK_RATINGS) & ~np.isnan(before)
    return before[used], np.asarray(sums[used] / counts[used], dtype=np.float64)


def _points(x: Floats, y: Floats, *, weekly: bool) -> tuple[Point, ...]:
    places = Counter(zip(x.astype(int).tolist(), np.round(y, 1).tolist(), strict=True))
    return tuple(
        Point(x=days, y=value, count=count, words=_point_words(days, value, count, weekly=weekly))
        for (days, value), count in sorted(places.items())
    )


def _point_words(days: int, value: float, count: int, *, weekly: bool) -> str:
    before = ngettext("{n} practice day in the week before", "{n} practice days in the week before", days)
    if weekly:
        what = ngettext("{n} week at {value} of 10", "{n} weeks at {value} of 10", count)
    else:
        what = ngettext("{n} evening at {value} of 10", "{n} evenings at {value} of 10", count)
    return f"{before.format(n=days)}: {what.format(n=count, value=number_words(value))}."


def _based_on(count: int, *, weekly: bool) -> str:
    if weekly:
        return ngettext("Each dot is one week: {n} week.", "Each dot is one week: {n} weeks.", count).format(
            n=count
        )
    return ngettext(
        "Each dot is one evening: {n} rated day.", "Each dot is one evening: {n} rated days.", count
    ).format(n=count)


def _ends(line: Line | None) -> tuple[str, ...]:
    if line is None:
        return ()
    return (
        _(
            "The line runs from {left} of 10 with no practice to {right} of 10 with practice every day."
        ).format(left=number_words(line.y[0]), right=number_words(line.y[-1])),
    )


def _table(points: tuple[Point, ...], *, weekly: bool) -> Table:
    headings = (
        _("Practice days in the week before"),
        _("Reactivity, 0 to 10"),
        _("Weeks") if weekly else _("Evenings"),
    )
    return Table(
        headings=headings,
        rows=tuple((str(point.x), number_words(point.y), str(point.count)) for point in points),
    )
