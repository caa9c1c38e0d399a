"""Days as points in a plane: those at one place together, the outline of some, a fitted line, a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from rewire_app.charts.notes import Floats
from rewire_app.charts.spec import Table, Tick
from rewire_app.domain.day_words import day_words
from rewire_app.domain.days import monday
from rewire_app.i18n import _, ngettext
from rewire_app.insight.link import FittedLine

MIN_WEEK_RATINGS = 4
"""Rated days that a week's point needs."""
Place = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """The days (or weeks) at one place: how many, which days they are (rising ordinals), and their words."""

    x: float
    y: float
    count: int
    days: tuple[int, ...]
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnLine:
    """The fitted line with its 95% band, one value at each of `x`; all tuples of one length."""

    x: tuple[float, ...]
    y: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]


Steep = tuple[Place, Place]
"""Both ends of a line that is as steep as the smallest link that could be seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scatter:
    """Points against reactivity; `line` is None while the verdict says that it is too early.

    series: "reactivity" or "sleep", the colour. across, upright: the ranges of x and y. steep: how steep a
    link would need to be to be seen, down and up, where none is. `sentence` is the verdict's, `based_on` what
    points and marks are, `summary` the whole picture in words.
    """

    name: str
    series: str
    points: tuple[Point, ...]
    line: DrawnLine | None
    across: tuple[float, float]
    upright: tuple[float, float]
    x_title: str
    y_title: str
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    sentence: str
    based_on: str
    summary: str
    table: Table
    steep: tuple[Steep, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Weekly:
    """One value a week that has enough ratings: where it begins (index of its Monday), mean, rated days."""

    mondays: np.ndarray
    ratings: Floats
    days: tuple[tuple[int, ...], ...]


def weekly_ratings(y: Floats, first: int) -> Weekly:
    """The average rating of each week from Monday on with at least 4 of them; `first`: ordinal of y[0]."""
    begin = monday(first)
    week = (np.arange(first, first + len(y)) - begin) // 7
    number = int(week[-1]) + 1 if len(week) else 0
    rated = ~np.isnan(y)
    counts = np.bincount(week[rated], minlength=number)
    sums = np.bincount(week[rated], weights=y[rated], minlength=number)
    used = np.flatnonzero(counts >= MIN_WEEK_RATINGS)
    return Weekly(
        mondays=begin + 7 * used - first,
        ratings=np.asarray(sums[used] / counts[used], dtype=np.float64),
        days=tuple(
            tuple((first + np.flatnonzero(rated & (week == which))).tolist()) for which in used.tolist()
        ),
    )


def gather(
    x: Floats,
    y: Floats,
    days: Sequence[tuple[int, ...]],
    speak: Callable[[float, float, int], str],
) -> tuple[Point, ...]:
    """Points in order of x, then y (to one decimal); `days`: what each pair stands for, `speak` its words."""
    places: dict[Place, list[tuple[int, ...]]] = {}
    for place, which in zip(zip(x.tolist(), np.round(y, 1).tolist(), strict=True), days, strict=True):
        places.setdefault(place, []).append(which)
    return tuple(
        Point(
            x=at[0],
            y=at[1],
            count=len(held),
            days=tuple(sorted(day for which in held for day in which)),
            words=speak(at[0], at[1], len(held)),
        )
        for at, held in sorted(places.items())
    )


def with_day(words: str, days: tuple[int, ...]) -> str:
    """`words` and, for a single day, which one it is."""
    if len(days) != 1:
        return words
    day = day_words(date.fromordinal(days[0]), week_day=True, year=True)
    return f"{words} {day}."


def line_of(fitted: FittedLine | None) -> DrawnLine | None:
    """The line of a fit as plain numbers."""
    if fitted is None:
        return None
    return DrawnLine(x=fitted.practice_days, y=fitted.reactivity, low=fitted.low, high=fitted.high)


def based_on(count: int, *, weekly: bool) -> str:
    """What a point stands for, and how many there are."""
    if not count:
        return _("There is nothing to set side by side yet.")
    if weekly:
        return ngettext("Each dot is one week: {n} week.", "Each dot is one week: {n} weeks.", count).format(
            n=count
        )
    return ngettext(
        "Each dot is one evening: {n} rated day.", "Each dot is one evening: {n} rated days.", count
    ).format(n=count)


def convex_hull(points: Iterable[Place]) -> tuple[Place, ...]:
    """The corners of the smallest convex outline, counter-clockwise from the leftmost.

    By Andrew's monotone chain (1979). Fewer than 3 points are themselves.
    """
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return tuple(ordered)
    lower, upper = _chain(ordered), _chain(ordered[::-1])
    return (*lower[:-1], *upper[:-1])


def _chain(ordered: list[Place]) -> list[Place]:
    kept: list[Place] = []
    for point in ordered:
        while len(kept) > 1 and _turn(kept[-2], kept[-1], point) <= 0:
            kept.pop()
        kept.append(point)
    return kept


def _turn(a: Place, b: Place, c: Place) -> float:
    """Above 0 where the way from a over b to c turns left."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
