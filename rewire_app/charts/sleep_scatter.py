"""Sleep against the reactivity of the day after it: which days enter, the verdict, and their picture."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from math import ceil, floor

import numpy as np

from rewire_app.charts.comparison import ComparedDays
from rewire_app.charts.notes import Floats, Notes
from rewire_app.charts.points import (
    MIN_WEEK_RATINGS,
    DrawnLine,
    Point,
    Scatter,
    based_on,
    gather,
    line_of,
    weekly_ratings,
    with_day,
)
from rewire_app.charts.spec import Table, Tick
from rewire_app.domain.amounts import hours_minutes, number_words
from rewire_app.domain.day_words import day_words
from rewire_app.domain.days import monday
from rewire_app.i18n import _, ngettext
from rewire_app.insight.link import fitted_line
from rewire_app.insight.sleep_verdict import (
    SleepVerdict,
    judge_sleep,
    measure_nights,
    nights_missing,
    nights_waiting,
)

STEP = 0.25
"""Hours to which nights are rounded in the picture, never in the comparison."""
LO, HI = 5, 9
"""Hours that the axis shows at least."""
EDGE = 0.2


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SleepComparison:
    """The verdict and the days it rests on: ordinals of the first and last; hours of each night that ended
    that day, and the rating of its evening."""

    verdict: SleepVerdict
    first: int
    last: int
    hours: Floats
    reactivity: Floats

    def scatter(self, *, weekly: bool = False) -> Scatter:
        """The picture of these days, or (`weekly`) of the averages of their weeks."""
        points = self._weeks() if weekly else self._days()
        lo = min(LO, floor(min((point.x for point in points), default=LO)))
        hi = max(HI, ceil(max((point.x for point in points), default=HI)))
        line = None
        if self.verdict.link is not None and points:
            reach = np.linspace(min(point.x for point in points), max(point.x for point in points), 9)
            line = line_of(fitted_line(self.verdict.link, reach))
        said = based_on(sum(point.count for point in points), weekly=weekly)
        if points and not weekly:
            said = f"{said} {_('Nights are rounded to a quarter of an hour.')}"
        return Scatter(
            name=_("Sleep against reactivity"),
            series="sleep",
            points=points,
            line=line,
            across=(lo - EDGE, hi + EDGE),
            upright=(0.0, 10.0),
            x_title=_("Hours asleep, average of the week")
            if weekly
            else _("Hours asleep in the night before"),
            y_title=_("Reactivity, average of the week, 0 to 10")
            if weekly
            else _("Reactivity in the evening, 0 to 10"),
            x_ticks=_hour_ticks(lo, hi),
            y_ticks=tuple(Tick(y=value, text=str(value)) for value in (0, 5, 10)),
            sentence=self.verdict.sentence,
            based_on=said,
            summary=" ".join((said, *_ends(line), self.verdict.sentence)),
            table=_table(points, weekly=weekly),
        )

    def _days(self) -> tuple[Point, ...]:
        used = np.flatnonzero(~(np.isnan(self.hours) | np.isnan(self.reactivity)))
        x = np.asarray(np.round(self.hours[used] / STEP) * STEP, dtype=np.float64)
        days = [(self.first + number,) for number in used.tolist()]
        points = gather(x, self.reactivity[used], days, _day_words)
        return tuple(replace(point, words=with_day(point.words, point.days)) for point in points)

    def _weeks(self) -> tuple[Point, ...]:
        """Weeks with at least 4 ratings and 4 nights."""
        weeks = weekly_ratings(self.reactivity, self.first)
        means, kept = [], []
        for number, start in enumerate(weeks.mondays.tolist()):
            nights = self.hours[max(0, start) : start + 7]
            known = nights[~np.isnan(nights)]
            if len(known) >= MIN_WEEK_RATINGS:
                means.append(round(float(known.mean()), 1))
                kept.append(number)
        days = [weeks.days[number] for number in kept]
        return gather(np.array(means, dtype=np.float64), weeks.ratings[kept], days, _week_words)


def sleep_comparison(notes: Notes, today: int) -> SleepComparison:
    """What may be said on `today` about the nights of the last 180 days.

    As for practice, worked out once a week, up to Sunday; what is missing is counted up to today.
    """
    live = ComparedDays(notes, today)
    enough = measure_nights(live.sleep_hours, live.reactivity)
    if not enough.days_met:
        return _over(live, nights_missing(enough))
    next_monday = monday(today) + 7
    week = ComparedDays(notes, next_monday - 8)
    if not measure_nights(week.sleep_hours, week.reactivity).days_met:
        next_day = day_words(date.fromordinal(next_monday), week_day=True)
        return _over(live, nights_waiting(enough, next_day))
    return _over(week, judge_sleep(week.sleep_hours, week.reactivity, week.stress))


def _over(window: ComparedDays, verdict: SleepVerdict) -> SleepComparison:
    return SleepComparison(
        verdict=verdict,
        first=window.first,
        last=window.last,
        hours=window.sleep_hours,
        reactivity=window.reactivity,
    )


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
