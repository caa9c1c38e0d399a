"""The nights of five weeks, one below the other from noon to noon, and what they show together.

A night stands in the row of its day of waking; times are those on the wall. A night that was not noted is a
row without a bar, and in no figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from rewire_app.charts.notes import NotedMark, marked_words, marks_by_day
from rewire_app.charts.spec import Table
from rewire_app.domain.amounts import hours_minutes
from rewire_app.domain.day_words import axis_day, day_words, minutes_words
from rewire_app.domain.days import week_start
from rewire_app.i18n import _, ngettext
from rewire_app.insight.sleep_habits import (
    ENOUGH,
    WEEK,
    WINDOW,
    NightFigures,
    SleepHabits,
    sleep_habits,
    weekly_means,
)

ROWS = 35
"""Nights that are shown at a time."""
NOON = 720
DAY = 1440

Stretch = tuple[int, int]
"""From and to, in minutes from noon; both between 0 and 1440."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedNight:
    """A night as it is drawn: its times in minutes from the midnight with which its day (ordinal) begins.

    awake: stretches awake, the one in the middle where they are not known. asleep_min, in_bed_min: what
    really passed.
    """

    day: int
    bed: int
    asleep: int
    wake: int
    up: int
    middle: float
    awake: tuple[Stretch, ...]
    asleep_min: int
    in_bed_min: int

    @property
    def figures(self) -> NightFigures:
        """Its numbers, the middle counted from noon before."""
        return NightFigures(
            day=self.day, middle=self.middle + NOON, asleep=self.asleep_min, in_bed=self.in_bed_min
        )

    @property
    def words(self) -> str:
        """What the strip says of it."""
        return _("in bed {bed} to {up}, asleep {asleep}, middle {middle}.").format(
            bed=minutes_words(self.bed),
            up=minutes_words(self.up),
            asleep=hours_minutes(self.asleep_min),
            middle=minutes_words(round(self.middle)),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RasterRow:
    """One night of the raster: its day (ordinal), whether its day is a Saturday or Sunday, what is noted.

    marked: the words of the context marks of its day.
    """

    day: int
    weekend: bool
    night: NotedNight | None
    marked: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """ "Night to Sunday 22 November"."""
        return _("Night to {day}").format(day=day_words(date.fromordinal(self.day), week_day=True))

    @property
    def words(self) -> str:
        """The whole sentence of the row."""
        said = _("not noted.") if self.night is None else self.night.words
        return marked_words(_("{night}: {words}").format(night=self.name, words=said), self.marked)

    @property
    def label(self) -> str:
        """The evening on which the night of a week's first row began, for the axis."""
        return axis_day(date.fromordinal(self.day - 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Raster:
    """Some nights, oldest first; `noted`: what is said of how many there are."""

    name: str
    rows: tuple[RasterRow, ...]
    noted: str
    summary: str
    table: Table


@dataclass(frozen=True, slots=True, kw_only=True)
class NightsShown:
    """All nights up to `today` (ordinal), in pages of five weeks, the newest page last.

    said: what the last 14 days show, or what is missing for it. how: how that is worked out. marks: what the
    person marked.
    """

    today: int
    nights: tuple[NotedNight, ...]
    habits: SleepHabits
    said: str
    how: tuple[str, ...]
    marks: tuple[NotedMark, ...] = ()

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        if not self.nights:
            return 1
        return max(1, ceil((self.today - self.nights[0].day + 1) / ROWS))

    def page(self, number: int) -> Raster:
        """One page; each is five weeks."""
        last = self.today - ROWS * (self.pages - 1 - number)
        by_day = {night.day: night for night in self.nights}
        days = range(last - ROWS + 1, last + 1)
        marked = marks_by_day(self.marks, days[0], days[-1])
        rows = tuple(
            RasterRow(
                day=day,
                weekend=(day - 1) % 7 >= 5,
                night=by_day.get(day),
                marked=marked.get(day, ()),
            )
            for day in days
        )
        noted = _noted_words(rows)
        return Raster(
            name=_("Nights, from noon to noon"),
            rows=rows,
            noted=noted,
            summary=f"{noted} {self.said}",
            table=_table(rows),
        )

    def weeks(self, number: int) -> Table:
        """The average night of each week of a page, the newest first; "-" below four nights."""
        last = self.today - ROWS * (self.pages - 1 - number)
        figures = [night.figures for night in self.nights]
        weeks = weekly_means(figures, last - ROWS + 1, last, week_start)
        return Table(
            headings=(_("from"), _("asleep"), _("in bed")),
            rows=tuple(
                (
                    axis_day(date.fromordinal(week.first)),
                    _few(week.nights) if week.asleep is None else hours_minutes(week.asleep),
                    "" if week.in_bed is None else hours_minutes(week.in_bed),
                )
                for week in weeks
            ),
        )


def nights_shown(nights: Sequence[NotedNight], today: int, marks: Sequence[NotedMark] = ()) -> NightsShown:
    """The nights up to `today`, in the order of their days, and what they show; `marks` stand beside them."""
    known = tuple(night for night in nights if night.day <= today)
    habits = sleep_habits([night.figures for night in known], today)
    return NightsShown(
        today=today, nights=known, habits=habits, said=_said(habits), how=_how(), marks=tuple(marks)
    )


def pieces(start: float, end: float) -> tuple[tuple[float, float], ...]:
    """A stretch, in minutes from midnight, on the row from noon to noon; past noon it goes on in front."""
    if end - start >= DAY:
        return ((0.0, float(DAY)),)
    first, last = (start + NOON) % DAY, (end + NOON) % DAY
    if first <= last:
        return ((first, last),)
    return tuple(piece for piece in ((first, float(DAY)), (0.0, last)) if piece[1] > piece[0])


def _said(habits: SleepHabits) -> str:
    """What the nights show, in a sentence or two; no aim and no mark is set."""
    if habits.regularity is None:
        missing = ENOUGH - habits.nights
        return ngettext(
            "A night or two is enough to begin. A sentence about them comes after {n} more night.",
            "A night or two is enough to begin. A sentence about them comes after {n} more nights.",
            missing,
        ).format(n=missing)
    moved = _("Over {n} nights the middle of the night moved by about {minutes}.").format(
        n=habits.nights, minutes=_minutes(habits.regularity)
    )
    if habits.jetlag is None:
        return moved
    apart = round(habits.jetlag)
    if abs(apart) < 1:
        return _("{moved} At weekends it lay at the same time.").format(moved=moved)
    later = _("{moved} At weekends it lay {minutes} later.")
    text = later if apart > 0 else _("{moved} At weekends it lay {minutes} earlier.")
    return text.format(moved=moved, minutes=_minutes(abs(apart)))


def _minutes(minutes: float) -> str:
    whole = round(minutes)
    if whole >= 60:
        return hours_minutes(whole)
    return ngettext("{n} minute", "{n} minutes", whole).format(n=whole)


def _how() -> tuple[str, ...]:
    return (
        _(
            "The middle of a night lies halfway between falling asleep and the last waking. How far it moved "
            "is the standard deviation of the middles of the nights noted in the last {n} days; it takes "
            "{enough} of them."
        ).format(n=WINDOW, enough=ENOUGH),
        _(
            "Weekends are the nights to a Saturday and to a Sunday: their average middle less that of the "
            "others (social jetlag), by the clock on the wall."
        ),
        _("The average of a week takes {n} nights. A night that is not noted is in no figure.").format(
            n=WEEK
        ),
    )


def _noted_words(rows: Sequence[RasterRow]) -> str:
    noted = sum(row.night is not None for row in rows)
    return _("{n} of {all} nights noted. This describes your notes; it is not a score.").format(
        n=noted, all=len(rows)
    )


def _few(nights: int) -> str:
    return ngettext("{n} night", "{n} nights", nights).format(n=nights)


def _table(rows: Sequence[RasterRow]) -> Table:
    missing = _("not noted")
    told = []
    for row in rows:
        night, day = row.night, day_words(date.fromordinal(row.day), week_day=True, year=True)
        if night is None:
            told.append((day, missing, "", "", "", ""))
            continue
        times = (night.bed, night.up, round(night.middle))
        bed, up, middle = map(minutes_words, times)
        told.append((day, bed, up, hours_minutes(night.asleep_min), hours_minutes(night.in_bed_min), middle))
    headings = (_("Night to"), _("In bed"), _("Up"), _("Asleep"), _("Time in bed"), _("Middle"))
    if not any(row.marked for row in rows):
        return Table(headings=headings, rows=tuple(told))
    marked = ("; ".join(row.marked) for row in rows)
    return Table(
        headings=(*headings, _("Marks")),
        rows=tuple((*cells, words) for cells, words in zip(told, marked, strict=True)),
    )
