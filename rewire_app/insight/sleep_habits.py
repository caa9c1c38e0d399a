"""How a person's nights lie: how far their middle moves, how much later it lies at weekends, weekly means.

Every number is over the nights that were noted; a night that was not is in none of them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import fmean, stdev

DAY = 1440
WINDOW, ENOUGH = 14, 10
"""Over how many of the newest nights regularity is told, and how many of them it needs."""
WEEKEND, WORKDAYS = 2, 4
"""How many nights to a Saturday or Sunday, and to other days, it takes to set them side by side."""
WEEK = 4
"""Nights that a weekly mean needs."""
SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class NightFigures:
    """A night in minutes: its day of waking (ordinal), its middle from noon before, asleep, in bed."""

    day: int
    middle: float
    asleep: float
    in_bed: float

    @property
    def weekend(self) -> bool:
        """Whether it is a night to a Saturday or Sunday."""
        return (self.day - 1) % 7 >= SATURDAY


@dataclass(frozen=True, slots=True, kw_only=True)
class SleepHabits:
    """What the nights of the last 14 days show, in minutes; None where too few are noted.

    regularity: SD of the middles of the nights. jetlag: how much later the middle lies in nights to a
    Saturday or Sunday (below 0: earlier). nights: how many were noted.
    """

    nights: int
    regularity: float | None
    jetlag: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekOfNights:
    """The means of one week in minutes, None below four nights; `first`: its first day of waking."""

    first: int
    nights: int
    asleep: float | None
    in_bed: float | None


def sleep_habits(nights: Sequence[NightFigures], today: int) -> SleepHabits:
    """Regularity and social jetlag over the nights of the 14 days up to `today` (ordinal)."""
    recent = [night for night in nights if today - WINDOW < night.day <= today]
    middles = unwound([night.middle for night in recent])
    ends = [middle for night, middle in zip(recent, middles, strict=True) if night.weekend]
    rest = [middle for night, middle in zip(recent, middles, strict=True) if not night.weekend]
    told = len(recent) >= ENOUGH
    beside = told and len(ends) >= WEEKEND and len(rest) >= WORKDAYS
    return SleepHabits(
        nights=len(recent),
        regularity=stdev(middles) if told else None,
        jetlag=fmean(ends) - fmean(rest) if beside else None,
    )


def unwound(middles: Sequence[float]) -> list[float]:
    """The middles on one line: each within half a day of their mean direction on the clock.

    For who sleeps by day some of them lie just before noon and some just after; on the clock they are near.
    """
    if not middles:
        return []
    turns = [2 * math.pi * middle / DAY for middle in middles]
    centre = math.atan2(fmean(map(math.sin, turns)), fmean(map(math.cos, turns))) * DAY / (2 * math.pi)
    return [centre + (middle - centre + DAY / 2) % DAY - DAY / 2 for middle in middles]


def weekly_means(
    nights: Sequence[NightFigures], first: int, last: int, week_start: Callable[[int], int]
) -> list[WeekOfNights]:
    """The weeks that the days `first` to `last` lie in, the newest first; `week_start`: of a day's week."""
    found = []
    for start in range(week_start(last), week_start(first) - 1, -7):
        here = [night for night in nights if start <= night.day < start + 7]
        told = len(here) >= WEEK
        found.append(
            WeekOfNights(
                first=start,
                nights=len(here),
                asleep=fmean(night.asleep for night in here) if told else None,
                in_bed=fmean(night.in_bed for night in here) if told else None,
            )
        )
    return found
