"""Moves toward what matters and away from it, counted by week: a picture with its words and its table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from rewire_app.charts.spec import Table
from rewire_app.domain.day_words import day_words, short_span
from rewire_app.domain.days import week_start
from rewire_app.i18n import _

MOST_WEEKS = 12
"""So many weeks are shown, this one included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveWeek:
    """A week from its `first` day to its `last`, and how many moves went each way in it.

    so_far: it is not over yet.
    """

    first: date
    last: date
    toward: int
    away: int
    so_far: bool

    @property
    def sentence(self) -> str:
        """The week in words: "16 to 22 November: 3 toward, 1 away."."""
        span = short_span(self.first, self.last)
        if self.so_far:
            span = _("{days}, so far").format(days=span)
        if not self.toward and not self.away:
            return _("{days}: none noted.").format(days=span)
        counts = _("{toward} toward, {away} away").format(toward=self.toward, away=self.away)
        return _("{days}: {counts}.").format(days=span, counts=counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveWeeks:
    """The weeks, earliest first; `most` is the largest count of one way in a week."""

    weeks: tuple[MoveWeek, ...]

    @property
    def most(self) -> int:
        """The largest count of one way in a week."""
        return max((max(week.toward, week.away) for week in self.weeks), default=0)

    @property
    def sentence(self) -> str:
        """All weeks in words."""
        if not self.weeks:
            return _("No move noted yet.")
        toward, away = (sum(getattr(week, way) for week in self.weeks) for way in ("toward", "away"))
        since = day_words(self.weeks[0].first)
        head = _("Since {day}: {toward} toward, {away} away.")
        told = [head.format(day=since, toward=toward, away=away), *(week.sentence for week in self.weeks)]
        return " ".join(told)

    @property
    def table(self) -> Table:
        """A row for each week, the newest first."""
        rows = (
            (short_span(week.first, week.last), str(week.toward), str(week.away))
            for week in reversed(self.weeks)
        )
        return Table(headings=(_("Week"), _("Toward"), _("Away")), rows=tuple(rows))


def move_weeks(moves: Iterable[tuple[date, bool]], today: date) -> MoveWeeks:
    """The weeks from that of the first of `moves` (day, toward) to this one, at most `MOST_WEEKS`."""
    known = [(day, toward) for day, toward in moves if day <= today]
    if not known:
        return MoveWeeks(weeks=())
    this = week_start(today.toordinal())
    first = max(week_start(min(day for day, _way in known).toordinal()), this - 7 * (MOST_WEEKS - 1))
    return MoveWeeks(weeks=tuple(_week(known, start, today) for start in range(first, this + 1, 7)))


def _week(moves: list[tuple[date, bool]], start: int, today: date) -> MoveWeek:
    first = date.fromordinal(start)
    last = first + timedelta(days=6)
    inside = [toward for day, toward in moves if first <= day <= last]
    toward = sum(inside)
    return MoveWeek(first=first, last=last, toward=toward, away=len(inside) - toward, so_far=today < last)
