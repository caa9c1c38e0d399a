"""Practice or sleep against reactivity: rated days as points, and the fitted line and its band."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import ceil, floor

import numpy as np

from rewire_app.charts.notes import Floats
from rewire_app.charts.points import (
    MIN_WEEK_RATINGS,
    DrawnLine,
    Point,
    Scatter,
    Steep,
    based_on,
    gather,
    line_of,
    weekly_ratings,
    with_day,
)
from rewire_app.charts.spec import Table, Tick
from rewire_app.domain.amounts import hours_minutes, number_words
from rewire_app.i18n import _, ngettext
from rewire_app.insight.legs import ComparedDays
from rewire_app.insight.link import fitted_line, practice_week
from rewire_app.insight.verdict import Verdict

DAYS = (-0.4, 7.4)
"""What is seen of the axis of 0 to 7 practice days."""
STEP = 0.25
"""Hours to which nights are rounded in the picture, never in the comparison."""
LO, HI = 5, 9
"""Hours that the axis shows at least."""
EDGE = 0.2
SCALE = 10.0
"""The end of the scale of reactivity."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Across:
    """The axis of the amounts: what is seen of it, what stands there, an amount in the table.

    `ends`: the words for both ends of the line; `end`: an amount in them.
    """

    name: str
    series: str
    range: tuple[float, float]
    title: str
    ticks: tuple[Tick, ...]
    heading: str
    words: Callable[[float], str]
    ends: str
    end: Callable[[float], str]


def scatter(days: ComparedDays, first: int, verdict: Verdict, *, weekly: bool = False) -> Scatter:
    """The picture of the same days the verdict was worked out from; `first` is the ordinal of the first one.

    `weekly`: one point a week from Monday on with at least 4 ratings, its average rating against the practice
    days of the week before. The line is the daily one in both, and only where there are rated days.
    """
    x, reactivity = np.round(practice_week(days.amounts, days.paused)), days.reactivity
    points = _practice_weeks(x, reactivity, first) if weekly else _by_day(x, reactivity, first, _day_words)
    lived = x[~(np.isnan(x) | np.isnan(reactivity))]
    line = None
    if verdict.link is not None and len(lived):
        line = line_of(fitted_line(verdict.link, np.arange(lived.min(), lived.max() + 1)))
    across = _Across(
        name=_("Practice against reactivity"),
        series="reactivity",
        range=DAYS,
        title=_("Practice days in the 7 days before"),
        ticks=tuple(Tick(y=day, text=str(day)) for day in range(8)),
        heading=_("Practice days in the week before"),
        words=lambda days: str(int(days)),
        ends=_("The line runs from {left} of 10 with {short} to {right} of 10 with {long} of 7."),
        end=_practice_days,
    )
    return _picture(across, points, _said(points, weekly=weekly), line, verdict, weekly=weekly)


def sleep_scatter(days: ComparedDays, first: int, verdict: Verdict, *, weekly: bool = False) -> Scatter:
    """The picture of nights and evenings, as `scatter` takes them.

    `weekly`: one point a week with at least 4 ratings and nights. Without stress held equal there is no line:
    a hard day that is seen coming shortens the night before it.
    """
    hours, reactivity = days.amounts, days.reactivity
    rounded = np.asarray(np.round(hours / STEP) * STEP, dtype=np.float64)
    if weekly:
        points = _night_weeks(hours, reactivity, first)
    else:
        points = _by_day(rounded, reactivity, first, _night_words)
    places = [point.x for point in points]
    lo, hi = min(LO, floor(min(places, default=LO))), max(HI, ceil(max(places, default=HI)))
    line = None
    if verdict.link is not None and verdict.legs is not None and verdict.legs.checked and points:
        line = line_of(fitted_line(verdict.link, np.linspace(min(places), max(places), 9)))
    said = _said(points, weekly=weekly)
    if points and not weekly:
        said = f"{said} {_('Nights are rounded to a quarter of an hour.')}"
    across = _Across(
        name=_("Sleep against reactivity"),
        series="sleep",
        range=(lo - EDGE, hi + EDGE),
        title=_("Hours asleep, average of the week") if weekly else _("Hours asleep in the night before"),
        ticks=_hour_ticks(lo, hi),
        heading=_("Asleep a night") if weekly else _("Asleep in the night before"),
        words=_hours,
        ends=_("The line runs from {left} of 10 after {short} asleep to {right} of 10 after {long}."),
        end=_hours,
    )
    return _picture(across, points, said, line, verdict, weekly=weekly)


def _picture(
    across: _Across,
    points: tuple[Point, ...],
    said: str,
    line: DrawnLine | None,
    verdict: Verdict,
    *,
    weekly: bool,
) -> Scatter:
    """Everything together; `said`: what a point is."""
    seen = verdict.sight
    steep = () if seen is None or line is None else _steep(line, seen.smallest)
    if steep:
        said = f"{said} {_('Dashed: the smallest link that could be seen.')}"
    return Scatter(
        name=across.name,
        series=across.series,
        points=points,
        line=line,
        steep=steep,
        across=across.range,
        upright=(0.0, 10.0),
        x_title=across.title,
        y_title=_("Reactivity, average of the week, 0 to 10")
        if weekly
        else _("Reactivity in the evening, 0 to 10"),
        x_ticks=across.ticks,
        y_ticks=tuple(Tick(y=value, text=str(value)) for value in (0, 5, 10)),
        sentence=verdict.sentence,
        based_on=said,
        summary=" ".join((said, *_ends(line, across), verdict.sentence)),
        table=Table(
            headings=(across.heading, _("Reactivity, 0 to 10"), _("Weeks") if weekly else _("Evenings")),
            rows=tuple((across.words(point.x), number_words(point.y), str(point.count)) for point in points),
        ),
    )


def _steep(line: DrawnLine, slope: float) -> tuple[Steep, ...]:
    """Lines down and up through the middle of `line`, as far as it runs and the scale reaches."""
    middle = ((line.x[0] + line.x[-1]) / 2, (line.y[0] + line.y[-1]) / 2)
    reach = min((line.x[-1] - line.x[0]) / 2, min(middle[1], SCALE - middle[1]) / slope)
    if reach <= 0:
        return ()
    left, right = middle[0] - reach, middle[0] + reach
    return tuple(
        ((left, middle[1] - side * reach * slope), (right, middle[1] + side * reach * slope))
        for side in (-1, 1)
    )


def _said(points: tuple[Point, ...], *, weekly: bool) -> str:
    return based_on(sum(point.count for point in points), weekly=weekly)


def _ends(line: DrawnLine | None, across: _Across) -> tuple[str, ...]:
    if line is None:
        return ()
    left, right = number_words(line.y[0]), number_words(line.y[-1])
    short, long = across.end(line.x[0]), across.end(line.x[-1])
    return (across.ends.format(left=left, right=right, short=short, long=long),)


def _practice_days(days: float) -> str:
    whole = int(days)
    return ngettext("{n} practice day", "{n} practice days", whole).format(n=whole)


def _by_day(
    x: Floats, reactivity: Floats, first: int, speak: Callable[[float, float, int], str]
) -> tuple[Point, ...]:
    """One point for the days with the same amount and rating."""
    used = np.flatnonzero(~(np.isnan(x) | np.isnan(reactivity)))
    points = gather(x[used], reactivity[used], [(first + number,) for number in used.tolist()], speak)
    return tuple(replace(point, words=with_day(point.words, point.days)) for point in points)


def _practice_weeks(x: Floats, reactivity: Floats, first: int) -> tuple[Point, ...]:
    """Practice days before each Monday, and the average rating of its week."""
    weeks = weekly_ratings(reactivity, first)
    before = np.full(len(weeks.mondays), np.nan)
    inside = weeks.mondays >= 0
    before[inside] = x[weeks.mondays[inside]]
    used = np.flatnonzero(~np.isnan(before))
    return gather(before[used], weeks.ratings[used], [weeks.days[n] for n in used.tolist()], _week_words)


def _night_weeks(hours: Floats, reactivity: Floats, first: int) -> tuple[Point, ...]:
    weeks = weekly_ratings(reactivity, first)
    means, kept = [], []
    for number, start in enumerate(weeks.mondays.tolist()):
        nights = hours[max(0, start) : start + 7]
        known = nights[~np.isnan(nights)]
        if len(known) >= MIN_WEEK_RATINGS:
            means.append(round(float(known.mean()), 1))
            kept.append(number)
    days = [weeks.days[number] for number in kept]
    return gather(np.array(means, dtype=np.float64), weeks.ratings[kept], days, _night_week_words)


def _hour_ticks(lo: int, hi: int) -> tuple[Tick, ...]:
    step = max(1, ceil((hi - lo) / 8))
    return tuple(Tick(y=hour, text=_("{n} h").format(n=hour)) for hour in range(lo, hi + 1, step))


def _hours(hours: float) -> str:
    return hours_minutes(hours * 60)


def _evenings(value: float, count: int) -> str:
    what = ngettext("{n} evening at {value} of 10", "{n} evenings at {value} of 10", count)
    return what.format(n=count, value=number_words(value))


def _weeks(value: float, count: int) -> str:
    what = ngettext("{n} week at {value} of 10", "{n} weeks at {value} of 10", count)
    return what.format(n=count, value=number_words(value))


def _before(days: float) -> str:
    words = ngettext("{n} practice day in the week before", "{n} practice days in the week before", int(days))
    return words.format(n=int(days))


def _day_words(days: float, value: float, count: int) -> str:
    return f"{_before(days)}: {_evenings(value, count)}."


def _week_words(days: float, value: float, count: int) -> str:
    return f"{_before(days)}: {_weeks(value, count)}."


def _night_words(hours: float, value: float, count: int) -> str:
    return _("After about {time} asleep: {what}.").format(time=_hours(hours), what=_evenings(value, count))


def _night_week_words(hours: float, value: float, count: int) -> str:
    return _("{time} asleep a night: {what}.").format(time=_hours(hours), what=_weeks(value, count))
