"""Sleep against the reactivity of the day after it: nights as points, and the fitted line and its band."""

from __future__ import annotations

from dataclasses import replace
from math import ceil, floor

import numpy as np

from rewire_app.charts.notes import Floats
from rewire_app.charts.points import (
    MIN_WEEK_RATINGS,
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
from rewire_app.domain.amounts import hours_minutes, number_words
from rewire_app.i18n import _, ngettext
from rewire_app.insight.link import fitted_line
from rewire_app.insight.verdict import Verdict

STEP = 0.25
"""Hours to which nights are rounded in the picture, never in the comparison."""
LO, HI = 5, 9
"""Hours that the axis shows at least."""
EDGE = 0.2


def sleep_scatter(
    hours: Floats, reactivity: Floats, first: int, verdict: Verdict, *, weekly: bool = False
) -> Scatter:
    """The picture of the same days the verdict was worked out from, as `scatter` takes them.

    `hours`: of the night that ended each day. `weekly`: one point a week with at least 4 ratings and nights.
    """
    points = (_weeks if weekly else _days)(hours, reactivity, first)
    lo = min(LO, floor(min((point.x for point in points), default=LO)))
    hi = max(HI, ceil(max((point.x for point in points), default=HI)))
    line = None
    if verdict.link is not None and points:
        reach = np.linspace(min(point.x for point in points), max(point.x for point in points), 9)
        line = line_of(fitted_line(verdict.link, reach))
    said = based_on(sum(point.count for point in points), weekly=weekly)
    if points and not weekly:
        said = f"{said} {_('Nights are rounded to a quarter of an hour.')}"
    return Scatter(
        name=_("Sleep against reactivity"),
        series="sleep",
        points=points,
        line=line,
        across=(lo - EDGE, hi + EDGE),
        upright=RATINGS,
        x_title=_("Hours asleep, average of the week") if weekly else _("Hours asleep in the night before"),
        y_title=rating_title(weekly=weekly),
        x_ticks=_hour_ticks(lo, hi),
        y_ticks=RATING_TICKS,
        sentence=verdict.sentence,
        based_on=said,
        summary=" ".join((said, *_ends(line), verdict.sentence)),
        table=_table(points, weekly=weekly),
    )


def _days(hours: Floats, reactivity: Floats, first: int) -> tuple[Point, ...]:
    used = np.flatnonzero(~(np.isnan(hours) | np.isnan(reactivity)))
    x = np.asarray(np.round(hours[used] / STEP) * STEP, dtype=np.float64)
    days = [(first + number,) for number in used.tolist()]
    points = gather(x, reactivity[used], days, _day_words)
    return tuple(replace(point, words=with_day(point.words, point.days)) for point in points)


def _weeks(hours: Floats, reactivity: Floats, first: int) -> tuple[Point, ...]:
    weeks = weekly_ratings(reactivity, first)
    means, kept = [], []
    for number, start in enumerate(weeks.mondays.tolist()):
        nights = hours[max(0, start) : start + 7]
        known = nights[~np.isnan(nights)]
        if len(known) >= MIN_WEEK_RATINGS:
            means.append(round(float(known.mean()), 1))
            kept.append(number)
    days = [weeks.days[number] for number in kept]
    return gather(np.array(means, dtype=np.float64), weeks.ratings[kept], days, _week_words)


def _hour_ticks(lo: int, hi: int) -> tuple[Tick, ...]:
    step = max(1, ceil((hi - lo) / 8))
    return tuple(Tick(y=hour, text=_("{n} h").format(n=hour)) for hour in range(lo, hi + 1, step))


def _day_words(hours: float, value: float, count: int) -> str:
    what = ngettext("{n} evening at {value} of 10", "{n} evenings at {value} of 10", count)
    return _("After about {time} asleep: {what}.").format(
        time=hours_minutes(hours * 60), what=what.format(n=count, value=number_words(value))
    )


def _week_words(hours: float, value: float, count: int) -> str:
    what = ngettext("{n} week at {value} of 10", "{n} weeks at {value} of 10", count)
    return _("{time} asleep a night: {what}.").format(
        time=hours_minutes(hours * 60), what=what.format(n=count, value=number_words(value))
    )


def _ends(line: DrawnLine | None) -> tuple[str, ...]:
    if line is None:
        return ()
    return (
        _("The line runs from {left} of 10 after {short} asleep to {right} of 10 after {long}.").format(
            left=number_words(line.y[0]),
            short=hours_minutes(line.x[0] * 60),
            right=number_words(line.y[-1]),
            long=hours_minutes(line.x[-1] * 60),
        ),
    )


def _table(points: tuple[Point, ...], *, weekly: bool) -> Table:
    headings = (
        _("Asleep a night") if weekly else _("Asleep in the night before"),
        _("Reactivity, 0 to 10"),
        _("Weeks") if weekly else _("Evenings"),
    )
    return Table(
        headings=headings,
        rows=tuple(
            (hours_minutes(point.x * 60), number_words(point.y), str(point.count)) for point in points
        ),
    )
