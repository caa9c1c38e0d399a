"""Narrow reads of what was before: the first finished exercise, and what someone left who was away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from rewire_app.domain.journal.returning import MANY_DAYS, DayKind, away_kind
from rewire_app.store.reading import rows
from rewire_app.store.schema.counting import COUNTED
from rewire_app.store.vault.vault import Vault

LAST_MOMENTS = 10
"""How many of the newest moments with a known end tell how long they took."""

LOOK_AROUND = "looked_around"
"""The person's fact that holds the last day with an entry before they chose to look around first."""
PLAN_FITS = "plan_fits"
"""The person's fact that holds the last day with an entry before they said that the plan fits."""

_TABLES = ("practices", "days", "nights", "moments")
_LAST = "SELECT max(last) FROM ({})".format(
    " UNION ALL ".join(
        f"SELECT max(day) AS last FROM {table} WHERE deleted_ms IS NULL AND day <= ?1" for table in _TABLES
    )
)
_FIRST_DAY = (
    "SELECT day FROM practices INDEXED BY ix_practices_day "
    "WHERE deleted_ms IS NULL AND status = 'done' ORDER BY day LIMIT 1"
)
_DONE_TODAY = (
    'SELECT exercise, measure, seconds, away, ended_ms, ended_off, "before", "after" '
    "FROM practices INDEXED BY ix_practices_day "
    "WHERE deleted_ms IS NULL AND status = 'done' AND day = ? ORDER BY started_ms DESC LIMIT 1"
)
_EXERCISES = (
    "SELECT exercise FROM practices INDEXED BY ix_practices_day "
    f"WHERE deleted_ms IS NULL AND {COUNTED} AND day BETWEEN ? AND ? "
    "GROUP BY exercise ORDER BY count(*) DESC, max(started_ms) DESC LIMIT 3"
)
_PRACTISED = (
    "SELECT DISTINCT day FROM practices INDEXED BY ix_practices_day "
    f"WHERE deleted_ms IS NULL AND {COUNTED} AND day BETWEEN ? AND ?"
)
_MOMENTS = (
    "SELECT day, peak FROM moments INDEXED BY ix_moments_curves "
    "WHERE deleted_ms IS NULL AND day BETWEEN ? AND ? ORDER BY day, at_ms"
)
_CALM = (
    "SELECT calm_min FROM moments INDEXED BY ix_moments_curves WHERE deleted_ms IS NULL "
    "AND still_going = 0 AND calm_min IS NOT NULL AND day BETWEEN ? AND ? "
    "ORDER BY day DESC, at_ms DESC LIMIT ?"
)
_FACTS = "SELECT key, value FROM profile WHERE deleted_ms IS NULL AND key IN (?, ?)"


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstPass:
    """The newest exercise finished on the day of the first one; `ended`: ms of UTC and minutes of offset."""

    exercise: str
    measure: str
    seconds: int
    away: bool
    ended: tuple[int, int]
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthBefore:
    """One month before someone was away: its `first` day, and how long its moments took, in minutes."""

    first: int
    calm: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """What there was up to `last`, the last day with an entry.

    `exercises`: those practised most before, three at most. `calm`: minutes to calm of the last moments with
    a known end. `months`: the two calendar months up to `last`. `practised` and `moment_peaks` cover the 14
    days up to `last`. `looked_around`, `plan_fits`: what was answered since.
    """

    kind: DayKind
    last: int
    exercises: tuple[str, ...]
    calm: tuple[int, ...]
    months: tuple[MonthBefore, ...]
    practised: frozenset[int]
    moment_peaks: tuple[tuple[int, int | None], ...]
    looked_around: bool
    plan_fits: bool


def first_pass(vault: Vault, day: int) -> FirstPass | None:
    """What was finished on `day`, when no exercise was finished before it."""
    found = rows(vault, _FIRST_DAY)
    if not found or found[0][0] != day:
        return None
    [newest] = rows(vault, _DONE_TODAY, (day,))
    exercise, measure, seconds, away, ended_ms, ended_off, before, after = newest
    return FirstPass(
        exercise=exercise,
        measure=measure,
        seconds=seconds,
        away=bool(away),
        ended=(ended_ms, ended_off),
        before=before,
        after=after,
    )


def absence(vault: Vault, day: int) -> Absence | None:
    """What was there before, when `day` comes after some days without any entry."""
    last = rows(vault, _LAST, (day,))[0][0]
    kind = away_kind(day, last)
    if kind is DayKind.ORDINARY:
        return None
    months = _two_months(date.fromordinal(last))
    since = months[0][0] if kind is DayKind.LONG_AWAY else last - MANY_DAYS
    facts = dict(rows(vault, _FACTS, (LOOK_AROUND, PLAN_FITS)))
    here = date.fromordinal(last).isoformat()
    return Absence(
        kind=kind,
        last=last,
        exercises=tuple(row[0] for row in rows(vault, _EXERCISES, (since, last))),
        calm=_calm(vault, 1, last, LAST_MOMENTS),
        months=tuple(
            MonthBefore(first=first, calm=_calm(vault, first, end, end - first + 1_000))
            for first, end in months
        ),
        practised=frozenset(row[0] for row in rows(vault, _PRACTISED, (last - 13, last))),
        moment_peaks=tuple(rows(vault, _MOMENTS, (last - 13, last))),
        looked_around=facts.get(LOOK_AROUND) == here,
        plan_fits=facts.get(PLAN_FITS) == here,
    )


def _calm(vault: Vault, first: int, last: int, most: int) -> tuple[int, ...]:
    return tuple(row[0] for row in rows(vault, _CALM, (first, last, most)))


def _two_months(last: date) -> tuple[tuple[int, int], tuple[int, int]]:
    """First and last day of the month of `last` and of the one before it."""
    this = last.replace(day=1)
    before = (this - timedelta(days=1)).replace(day=1)
    return (before.toordinal(), this.toordinal() - 1), (this.toordinal(), last.toordinal())
