"""An amount of each day compared with reactivity: which days enter, how often, the verdict, the picture."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from rewire_app.charts.notes import Notes
from rewire_app.charts.points import Scatter
from rewire_app.charts.scatter import scatter, sleep_scatter
from rewire_app.domain.day_words import day_words
from rewire_app.domain.days import monday
from rewire_app.insight.enough import measure_enough
from rewire_app.insight.findings import FindingDays
from rewire_app.insight.legs import Alive, ComparedDays
from rewire_app.insight.looks import standing
from rewire_app.insight.questions import PRACTICE, SLEEP, LinkQuestion
from rewire_app.insight.verdict import (
    BEFORE,
    PLAN,
    WINDOW,
    Verdict,
    answer,
    dated,
    not_enough,
    waiting,
    within_window,
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Comparison:
    """The verdict and the days it rests on: ordinals of the first and last, and every series of them.

    The series begin up to 21 days earlier, at `start`, with days of which only the amounts are known.
    """

    verdict: Verdict
    start: int
    first: int
    last: int
    days: ComparedDays

    def scatter(self, *, weekly: bool = False) -> Scatter:
        """The picture of these days, or (`weekly`) of the averages of their weeks."""
        draw = sleep_scatter if self.verdict.key == SLEEP.key else scatter
        return draw(self.days, self.start, self.verdict, weekly=weekly)


def comparison(
    notes: Notes,
    today: int,
    *,
    day_over: bool = False,
    looking: bool = True,
    alive: Alive = lambda: True,
) -> Comparison:
    """What may be said on `today` about practice of the last 365 days; `day_over`: today itself is complete.

    Worked out once a week, up to Sunday, so that nobody watches it change from day to day. What is still
    missing is counted up to today. `looking`: whether a look is made where this week has none; else what was
    said last is told. Raises NobodyWaitsError once `alive` says that nobody waits.
    """
    on = monday(today + day_over)
    return _compared(PRACTICE, notes, (today, on), looking=looking, alive=alive)


def sleep_comparison(
    notes: Notes,
    today: int,
    *,
    day_over: bool = False,
    looking: bool = True,
    alive: Alive = lambda: True,
) -> Comparison:
    """What may be said on `today` about the nights of the last 365 days, as for practice."""
    on = monday(today + day_over)
    return _compared(SLEEP, notes, (today, on), looking=looking, alive=alive)


def _compared(
    question: LinkQuestion, notes: Notes, when: tuple[int, int], *, looking: bool, alive: Alive
) -> Comparison:
    """The answer on `when`: today, and the Monday up to which whole weeks count."""
    today, on = when
    live = _Stretch(question, notes, today)
    enough = measure_enough(live.days, question)
    if not enough.days_met:
        return live.said(not_enough(enough, question), today)
    week = _Stretch(question, notes, on - 1)
    if not measure_enough(week.days, question).days_met:
        next_day = day_words(date.fromordinal(on + 7), week_day=True)
        return live.said(waiting(enough, next_day, question), today)
    counts = standing(notes.looks.get(question.key), on - 1, looking=looking)
    found = answer(question, week.days, said=counts.said, made=counts.made, plan=week.plan, alive=alive)
    return week.said(found, on)


class _Stretch:
    """The last 365 days of use up to `until` as one question takes them, and the plan of the last of them."""

    def __init__(self, question: LinkQuestion, notes: Notes, until: int) -> None:
        self.last = until if notes.last is None else min(until, notes.last)
        earliest = self.last if notes.first is None else notes.first
        self.first = max(earliest, self.last - WINDOW + 1)
        self.start = max(earliest, self.first - BEFORE)
        stretch = (self.start, self.last)
        stress, hours = notes.stress.over(*stretch), notes.sleep.over(*stretch) / 60
        practice = question is PRACTICE
        self.days = within_window(
            ComparedDays(
                amounts=notes.practised(*stretch) if practice else hours,
                reactivity=notes.reactivity.over(*stretch),
                held=(stress, hours) if practice else (stress,),
                paused=notes.paused(*stretch).astype(np.float64) if practice else None,
            )
        )
        planned = notes.per_week(self.last, self.last)
        self.plan = PLAN if np.isnan(planned[-1]) else max(1, round(float(planned[-1])))

    def said(self, verdict: Verdict, on: int) -> Comparison:
        """The comparison that rests on these days and was worked out `on` a day."""
        days = FindingDays(first=self.first, last=self.last, worked_out_on=on)
        return Comparison(
            verdict=dated(verdict, days),
            start=self.start,
            first=self.first,
            last=self.last,
            days=self.days,
        )
