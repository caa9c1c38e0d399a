"""The course of an invented half-year, over and over: plans, a pause, a gap, and how each day went."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from random import Random

BLOCK = 240
"""Days after which another gap, pause and change of plan come round."""

SHORTEST_BLOCK = 45
"""Days below which a stretch stays plain: no gap, no pause, no change of plan."""

PER_WEEK = (3, 5, 4)
"""Practice days a week of the plans, in turn."""

SLOPE = -0.3
"""The true link: points of reactivity for each practice day of the week before."""

CARRY = 0.35
"""How much of a day's mood is left on the next (AR(1))."""


class SampleTime(StrEnum):
    """What kind of time a day lies in."""

    USUAL = "usual"
    GAP = "gap"
    PAUSE = "pause"


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleCourse:
    """Days counted from 0: `plans` are (first day, days a week), `pauses` and `gaps` ranges of days.

    `second`: the day on which a second small plan begins beside them, on fewer days than any of them.
    """

    days: int
    plans: tuple[tuple[int, int], ...]
    pauses: tuple[range, ...]
    gaps: tuple[range, ...]
    second: int | None = None

    def stretch(self, day: int) -> SampleTime:
        """The kind of time `day` lies in."""
        if any(day in gap for gap in self.gaps):
            return SampleTime.GAP
        return SampleTime.PAUSE if any(day in pause for pause in self.pauses) else SampleTime.USUAL

    def per_week(self, day: int) -> int:
        """Practice days a week planned on `day`."""
        return next(count for first, count in reversed(self.plans) if first <= day)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCourse:
    """How day number `index` went: practices, reactivity and stress (0-10, not rounded), skill (0-1)."""

    index: int
    stretch: SampleTime
    practices: int
    reactivity: float
    stress: float
    skill: float


def draw_course(rng: Random, days: int) -> SampleCourse:
    """Lay a two-week gap, a change of plan and a pause of a week into every block of `days`."""
    plans = [(0, PER_WEEK[0])]
    pauses: list[range] = []
    gaps: list[range] = []
    for start in range(0, days, BLOCK):
        length = min(BLOCK, days - start)
        if length < SHORTEST_BLOCK:
            break
        gap = start + round(length * rng.uniform(0.22, 0.28))
        gaps.append(range(gap, gap + 14))
        plans.append((start + round(length * rng.uniform(0.58, 0.64)), PER_WEEK[len(plans) % len(PER_WEEK)]))
        pause = start + round(length * rng.uniform(0.72, 0.78))
        pauses.append(range(pause, pause + 7))
    second = plans[-1][0] if len(plans) > 1 else None
    return SampleCourse(days=days, plans=tuple(plans), pauses=tuple(pauses), gaps=tuple(gaps), second=second)


def live(rng: Random, course: SampleCourse) -> Iterator[DayCourse]:
    """Each day in turn. Reactivity carries over from day to day and falls with the practice of seven days."""
    mood = 0.0
    stress = 5.0
    total = 0
    week: list[int] = []
    for index in range(course.days):
        stretch = course.stretch(index)
        stress = min(10.0, max(0.0, 4.8 + 0.6 * (stress - 4.8) + rng.gauss(0, 1.3)))
        mood = CARRY * mood + rng.gauss(0, 1.15)
        reactivity = min(10.0, max(0.0, 6.2 + SLOPE * sum(week) + 0.2 * (stress - 4.8) + mood))
        practices = _practices(rng, course.per_week(index)) if stretch is SampleTime.USUAL else 0
        yield DayCourse(
            index=index,
            stretch=stretch,
            practices=practices,
            reactivity=reactivity,
            stress=stress,
            skill=1 - math.exp(-total / 60),
        )
        total += practices
        week = [*week[-6:], min(practices, 1)]


def _practices(rng: Random, per_week: int) -> int:
    if rng.random() >= 0.97 * per_week / 7:
        return 0
    return 2 if rng.random() < 0.12 else 1
