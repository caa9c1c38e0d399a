"""The days of plans as a calendar has them: what comes again each week, what ends, and what is left out.

A plan with weekdays is one event on each of them. One for any days of a week has no day of its own, so it is
one event over all days of that week: nothing is said of a day that the person did not choose. A changed plan
ends the day before the change, under the same uid, so that a calendar that takes the file anew ends it too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from rewire_app.domain.journal.entries import Pause, Plan
from rewire_app.domain.journal.planned import EVERY_DAY, WEEK, is_planned, weekdays_in

ONE_DAY = timedelta(days=1)
LETTERS = 32
"""Letters of a uid."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedEvent:
    """An event over `days` days from `first` on, for `plan`; `uid` is the same whenever it is made.

    `weekdays`: it comes again each week on these, Monday 0, up to `until` (included; None: without an end)
    but not on the days `left_out`. Without weekdays it is there once.
    """

    uid: str
    plan: Plan
    first: date
    days: int = 1
    weekdays: tuple[int, ...] = ()
    until: date | None = None
    left_out: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The days for which one word of a plan holds: from `first` to `last`, None without an end, but `paused`.

    `known`: the last day about which anything is noted; after it every week is like the one before.
    """

    plan: Plan
    base: str
    last: date | None
    paused: frozenset[date]
    known: date

    @property
    def first(self) -> date:
        return self.plan.from_day

    def holds(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last) and day not in self.paused

    def days(self) -> list[date]:
        """Its days up to its end, or to where every week is like the one before."""
        last = self.last if self.last is not None else max(self.first, self.known) + 3 * WEEK * ONE_DAY
        count = (last - self.first).days + 1
        return [day for n in range(count) if self.holds(day := self.first + n * ONE_DAY)]


def planned_events(plans: Iterable[Plan], pauses: Sequence[Pause], first_weekday: int) -> list[PlannedEvent]:
    """All events of `plans`, the whole history of each; a week begins on `first_weekday`, Monday 0."""
    found: list[PlannedEvent] = []
    order = sorted(plans, key=lambda one: (one.thread, one.from_day))
    for _thread, group in groupby(order, key=lambda one: one.thread):
        words = tuple(group)
        for number, plan in enumerate(words):
            after = words[number + 1].from_day - ONE_DAY if number + 1 < len(words) else None
            if plan.per_week:
                stretch = _stretch(plan, words[0].uid, after, pauses)
                named = plan.weekdays is not None
                found += _named(stretch) if named else _any_days(stretch, first_weekday)
    return found


def _stretch(plan: Plan, thread: str, last: date | None, pauses: Sequence[Pause]) -> _Stretch:
    """One word of a plan; a pause that goes on ends it, for as long as it does."""
    ends = [last, *(one.from_day - ONE_DAY for one in pauses if one.to_day is None)]
    known = [one for one in ends if one is not None]
    paused = frozenset(
        one.from_day + n * ONE_DAY
        for one in pauses
        if one.to_day is not None
        for n in range((one.to_day - one.from_day).days + 1)
    )
    base = hashlib.sha256(f"{thread} {plan.thread} {plan.from_day.isoformat()}".encode()).hexdigest()[
        :LETTERS
    ]
    return _Stretch(plan, base, min(known) if known else None, paused, max(paused, default=plan.from_day))


def _named(stretch: _Stretch) -> Iterator[PlannedEvent]:
    """One event on each of the weekdays."""
    plan = stretch.plan
    days = [day for day in stretch.days() if is_planned(plan, day)]
    if not days:
        return
    end = stretch.last or max(days)
    between = (days[0] + n * ONE_DAY for n in range((end - days[0]).days + 1))
    yield PlannedEvent(
        uid=stretch.base,
        plan=plan,
        first=days[0],
        weekdays=weekdays_in(plan.weekdays if plan.weekdays is not None else EVERY_DAY),
        until=stretch.last,
        left_out=tuple(day for day in between if is_planned(plan, day) and day in stretch.paused),
    )


def _any_days(stretch: _Stretch, first_weekday: int) -> Iterator[PlannedEvent]:
    """One event over each whole week, and one over what is left of a week that is not whole."""
    days = stretch.days()
    weeks = {
        start: list(group) for start, group in groupby(days, key=lambda day: _week_of(day, first_weekday))
    }
    whole = [start for start, group in weeks.items() if len(group) == WEEK]
    if stretch.last is None:
        del weeks[max(weeks)]  # it goes on after the days that were looked at
        whole = [start for start in whole if start in weeks]
    if whole:
        yield _weeks(stretch, whole)
    for start, group in weeks.items():
        if start not in whole:
            yield from _parts(stretch, group)


def _weeks(stretch: _Stretch, whole: Sequence[date]) -> PlannedEvent:
    count = (whole[-1] - whole[0]).days // WEEK + 1
    every = [whole[0] + n * WEEK * ONE_DAY for n in range(count)]
    return PlannedEvent(
        uid=f"{stretch.base}-w",
        plan=stretch.plan,
        first=whole[0],
        days=WEEK,
        weekdays=(whole[0].weekday(),),
        until=whole[-1] if stretch.last is not None else None,
        left_out=tuple(start for start in every if start not in whole),
    )


def _parts(stretch: _Stretch, days: Sequence[date]) -> Iterator[PlannedEvent]:
    """Days of one week that are not all of it, each run of them as one event."""
    runs: list[list[date]] = []
    for day in days:
        if runs and day - runs[-1][-1] == ONE_DAY:
            runs[-1].append(day)
        else:
            runs.append([day])
    for run in runs:
        uid = f"{stretch.base}-{run[0].isoformat()}"
        yield PlannedEvent(uid=uid, plan=stretch.plan, first=run[0], days=len(run))


def _week_of(day: date, first_weekday: int) -> date:
    return day - (day.weekday() - first_weekday) % WEEK * ONE_DAY
