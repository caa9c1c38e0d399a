"""Practice compared with reactivity: which days enter, how often it is worked out, and the verdict."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rewire_app.charts.notes import Floats, Notes
from rewire_app.charts.points import Scatter
from rewire_app.charts.scatter import scatter
from rewire_app.domain.day_words import day_words
from rewire_app.domain.days import monday
from rewire_app.insight.verdict import Verdict, judge, measure_enough, not_enough, waiting

WINDOW = 180
"""Days that the comparison looks back."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Comparison:
    """The verdict and the days it rests on: ordinals of the first and last, and both series."""

    verdict: Verdict
    first: int
    last: int
    practised: Floats
    reactivity: Floats

    def scatter(self, *, weekly: bool = False) -> Scatter:
        """The picture of these days."""
        return scatter(self.practised, self.reactivity, self.first, self.verdict, weekly=weekly)


def comparison(notes: Notes, today: int, *, day_over: bool = False) -> Comparison:
    """What may be said on `today` about the last 180 days; `day_over`: today itself is complete.

    Worked out once a week, up to Sunday, so that nobody watches it change from day to day. What is still
    missing is counted up to today.
    """
    live = ComparedDays(notes, today)
    enough = measure_enough(live.practised, live.reactivity)
    if not enough.days_met:
        return live.with_verdict(not_enough(enough))
    next_monday = monday(today + day_over) + 7
    week = ComparedDays(notes, next_monday - 8)
    weekly = measure_enough(week.practised, week.reactivity)
    if not weekly.days_met:
        next_day = day_words(date.fromordinal(next_monday), week_day=True)
        return live.with_verdict(waiting(enough, next_day))
    return week.with_verdict(judge(week.practised, week.reactivity, week.stress, week.sleep_hours))


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

    def with_verdict(self, verdict: Verdict) -> Comparison:
        """The comparison that rests on these days."""
        return Comparison(
            verdict=verdict,
            first=self.first,
            last=self.last,
            practised=self.practised,
            reactivity=self.reactivity,
        )
