"""Practice against reactivity: rated days as points, and the fitted line and its band."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from rewire_app.charts.notes import Floats
from rewire_app.charts.points import (
    RATING_TICKS,
    RATINGS,
    DrawnLine,
    Point,
    Scatter,
    based_on,
    gather,
    line_of,
    rating_title,
    weekly_ratings,
    with_day,
)
from rewire_app.charts.spec import Table, Tick
from rewire_app.domain.amounts import number_words
from rewire_app.i18n import _, ngettext
from rewire_app.insight.link import fitted_line, practice_week
from rewire_app.insight.verdict import Verdict

DAYS = (-0.4, 7.4)
"""What is seen of the axis of 0 to 7 practice days."""


def scatter(
    practised: Floats, reactivity: Floats, first: int, verdict: Verdict, *, weekly: bool = False
) -> Scatter:
    """The picture of the same days the verdict was worked out from; `first` is the ordinal of the first one.

    `weekly`: one point a week from Monday on with at least 4 ratings, its average rating against the practice
    days of the week before. The line is the daily one in both.
    """
    points = _weeks(practised, reactivity, first) if weekly else _days(practised, reactivity, first)
    count = sum(point.count for point in points)
    line = None if verdict.link is None else line_of(fitted_line(verdict.link))
    said = based_on(count, weekly=weekly)
    return Scatter(
        name=_("Practice against reactivity"),
        series="reactivity",
        points=points,
        line=line,
        across=DAYS,
        upright=RATINGS,
        x_title=_("Practice days in the 7 days before"),
        y_title=rating_title(weekly=weekly),
        x_ticks=tuple(Tick(y=day, text=str(day)) for day in range(8)),
        y_ticks=RATING_TICKS,
        sentence=verdict.sentence,
        based_on=said,
        summary=" ".join((said, *_ends(line), verdict.sentence)),
        table=_table(points, weekly=weekly),
    )


def _days(practised: Floats, reactivity: Floats, first: int) -> tuple[Point, ...]:
    x = practice_week(practised)
    used = np.flatnonzero(~(np.isnan(x) | np.isnan(reactivity)))

    def speak(before: float, value: float, count: int) -> str:
        return _words(before, value, count, weekly=False)

    points = gather(x[used], reactivity[used], [(first + n,) for n in used.tolist()], speak)
    return tuple(replace(point, words=with_day(point.words, point.days)) for point in points)


def _weeks(practised: Floats, reactivity: Floats, first: int) -> tuple[Point, ...]:
    """Practice days before each Monday, and the average rating of its week."""
    x, weeks = practice_week(practised), weekly_ratings(reactivity, first)
    before = np.full(len(weeks.mondays), np.nan)
    inside = weeks.mondays >= 0
    before[inside] = x[weeks.mondays[inside]]
    used = np.flatnonzero(~np.isnan(before))

    def speak(days: float, value: float, count: int) -> str:
        return _words(days, value, count, weekly=True)

    return gather(before[used], weeks.ratings[used], [weeks.days[n] for n in used.tolist()], speak)


def _words(days: float, value: float, count: int, *, weekly: bool) -> str:
    before = ngettext(
        "{n} practice day in the week before", "{n} practice days in the week before", int(days)
    )
    if weekly:
        what = ngettext("{n} week at {value} of 10", "{n} weeks at {value} of 10", count)
    else:
        what = ngettext("{n} evening at {value} of 10", "{n} evenings at {value} of 10", count)
    return f"{before.format(n=int(days))}: {what.format(n=count, value=number_words(value))}."


def _ends(line: DrawnLine | None) -> tuple[str, ...]:
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
        rows=tuple((str(int(point.x)), number_words(point.y), str(point.count)) for point in points),
    )
