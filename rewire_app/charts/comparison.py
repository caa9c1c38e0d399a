"""An amount of each day compared with reactivity: which days enter, how often, the verdict, the picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from rewire_app.charts.notes import Floats, Notes
from rewire_app.charts.points import Scatter
from rewire_app.charts.scatter import scatter, sleep_scatter
from rewire_app.domain.day_words import day_words
from rewire_app.domain.days import monday
from rewire_app.insight.findings import FindingDays
from rewire_app.insight.questions import PRACTICE, SLEEP, LinkQuestion
from rewire_app.insight.verdict import Verdict, judge, judge_sleep, measure_enough, not_enough, waiting

WINDOW = 180
"""Days that the comparison looks back."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Comparison:
    """The verdict and the days it rests on: ordinals of the first and last, and both series.

    `amounts`: as noted for each day, practised 0/1 or the hours of the night that ended that day.
    """

    verdict: Verdict
    first: int
    last: int
    amounts: Floats
    reactivity: Floats

    def scatter(self, *, weekly: bool = False) -> Scatter:
        """The picture of these days, or (`weekly`) of the averages of their weeks."""
        draw = sleep_scatter if self.verdict.key == SLEEP.key else scatter
        return draw(self.amounts, self.reactivity, self.first, self.verdict, weekly=weekly)


def comparison(notes: Notes, today: int, *, day_over: bool = False) -> Comparison:
    """What may be said on `today` about practice of the last 180 days; `day_over`: today itself is complete.

    Worked out once a week, up to Sunday, so that nobody watches it change from day to day. What is still
    missing is counted up to today.
    """

    def verdict(days: ComparedDays) -> Verdict:
        return judge(days.practised, days.reactivity, days.stress, days.sleep_hours)

    return _compared(PRACTICE, notes, (today, monday(today + day_over)), lambda days: days.practised, verdict)


def sleep_comparison(notes: Notes, today: int) -> Comparison:
    """What may be said on `today` about the nights of the last 180 days, as for practice."""

    def verdict(days: ComparedDays) -> Verdict:
        return judge_sleep(days.sleep_hours, days.reactivity, days.stress)

    return _compared(SLEEP, notes, (today, monday(today)), lambda days: days.sleep_hours, verdict)


def _compared(
    question: LinkQuestion,
    notes: Notes,
    when: tuple[int, int],
    amounts: Callable[[ComparedDays], Floats],
    verdict: Callable[[ComparedDays], Verdict],
) -> Comparison:
    """The answer on `when`: today, and the Monday up to which whole weeks count."""
    today, on = when
    live = ComparedDays(notes, today)
    enough = measure_enough(amounts(live), live.reactivity, question)
    if not enough.days_met:
        return live.said(amounts(live), not_enough(enough, question), today)
    week = ComparedDays(notes, on - 1)
    if not measure_enough(amounts(week), week.reactivity, question).days_met:
        next_day = day_words(date.fromordinal(on + 7), week_day=True)
        return live.said(amounts(live), waiting(enough, next_day, question), today)
    return week.said(amounts(week), verdict(week), on)


class ComparedDays:
    """The last 180 days of use up to `until`, one value a day: 0/1, ratings 0 to 10, hours asleep."""

    def __init__(self, notes: Notes, until: int) -> None:
        self.last = until if notes.last is None else min(until, notes.last)
        earliest = self.last if notes.first is None else notes.first
        self.first = max(earliest, self.last - WINDOW + 1)
        stretch = (self.first, self.last)
        self.practised = notes.practised(*stretch)
        self.reactivity = notes.reactivity.over(*stretch)
        self.stress = notes.stress.over(*stretch)
        self.sleep_hours = notes.sleep.over(*stretch) / 60

    def said(self, amounts: Floats, verdict: Verdict, on: int) -> Comparison:
        """The comparison that rests on these days and was worked out `on` a day."""
        days = FindingDays(first=self.first, last=self.last, worked_out_on=on)
        return Comparison(
            verdict=replace(verdict, days=days),
            first=self.first,
            last=self.last,
            amounts=amounts,
            reactivity=self.reactivity,
        )
