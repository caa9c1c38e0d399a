"""The calendar of an experiment: eight weeks from a Monday on, and the weeks that a crisis takes out of it.

A week that the person marks as a time of crisis belongs to no option. The test waits, and its next week
comes one week later. `Experiment.note` keeps such weeks as "crisis 2 5": counted from the first, from 1.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from rewire_app.domain.experiment.experiment import Experiment

WEEKS = 8
_NOTE = re.compile(r"crisis((?: [1-9]\d?)+)")


def left_out(experiment: Experiment) -> frozenset[int]:
    """The weeks left out, counted from 1 at the start day; none for any other note."""
    found = _NOTE.fullmatch(experiment.note)
    return frozenset(int(number) for number in found[1].split()) if found else frozenset()


def with_week(experiment: Experiment, week: int, *, out: bool) -> Experiment:
    """`experiment` with `week` (counted from 1 at the start) left out, or part of the test again."""
    weeks = left_out(experiment) | {week} if out else left_out(experiment) - {week}
    note = " ".join(["crisis", *(str(number) for number in sorted(weeks))]) if weeks else ""
    return replace(experiment, note=note)


def week_of(experiment: Experiment, day: date) -> int:
    """The week `day` lies in, counted from 1 at the start; 0 or less before it."""
    return (day - experiment.start_day).days // 7 + 1


def counted_weeks(experiment: Experiment) -> tuple[int, ...]:
    """The eight weeks that count, each by its number from the start."""
    out, week = left_out(experiment), 1
    found: list[int] = []
    while len(found) < WEEKS:
        if week not in out:
            found.append(week)
        week += 1
    return tuple(found)


def first_day(experiment: Experiment, week: int) -> date:
    """The Monday of `week`, counted from 1 at the start."""
    return experiment.start_day + timedelta(days=7 * (week - 1))


def last_day(experiment: Experiment) -> date:
    """The last evening that counts."""
    return first_day(experiment, counted_weeks(experiment)[-1]) + timedelta(days=6)


def mondays(today: date, count: int) -> tuple[date, ...]:
    """The next `count` Mondays, beginning with `today` if it is one."""
    first = today + timedelta(days=-today.weekday() % 7)
    return tuple(first + timedelta(days=7 * number) for number in range(count))
