"""What was noted, as arrays: narrow reads of the store turned into days and values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from rewire_app.domain.journal.marks import MarkKind, MeasureKind, kind_words
from rewire_app.i18n import _
from rewire_app.insight.findings import Certainty
from rewire_app.insight.looks import KeptLook, WeeklyLook

Floats = NDArray[np.float64]
Days = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Daily:
    """One value on some days: rising day ordinals and as many values; NaN or no row is "not noted"."""

    days: Days
    values: Floats

    def over(self, first: int, last: int) -> Floats:
        """One value for each day from `first` to `last`, NaN where not noted."""
        out = np.full(max(0, last - first + 1), np.nan)
        inside = (self.days >= first) & (self.days <= last)
        out[self.days[inside] - first] = self.values[inside]
        return out


def daily(rows: Sequence[tuple[int, float | None]]) -> Daily:
    """`Daily` from (day, value) rows."""
    days, values = zip(*rows, strict=True) if rows else ((), ())
    return Daily(days=np.array(days, dtype=np.int64), values=np.array(values, dtype=np.float64))


NOTHING = daily([])
"""No day noted."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MomentSeries:
    """Moments in order of their day: peak 0-10 (NaN: not noted), minutes to calm (inf: still going).

    `new`: 1 new response, 0 any other, NaN not noted or not sure.
    """

    days: Days
    peaks: Floats
    calm: Floats
    new: Floats


def moments(rows: Sequence[tuple[int, int | None, int | None, int, str | None]]) -> MomentSeries:
    """`MomentSeries` from (day, peak, calm_min, still_going, response) rows."""
    days, peaks, calm, going, response = zip(*rows, strict=True) if rows else ((),) * 5
    minutes = np.array(calm, dtype=np.float64)
    minutes[np.array(going, dtype=bool)] = np.inf
    new = [np.nan if word in {None, "", "unsure"} else float(word == "new") for word in response]
    return MomentSeries(
        days=np.array(days, dtype=np.int64),
        peaks=np.array(peaks, dtype=np.float64),
        calm=minutes,
        new=np.array(new, dtype=np.float64),
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CustomSeries:
    """An own measure of the person with its values, from `low` to `high`, and words for both ends.

    kind: how it is answered. unit: what its numbers count.
    """

    uid: str
    name: str
    low: int
    high: int
    low_words: str
    high_words: str
    values: Daily
    kind: MeasureKind = MeasureKind.RATING
    unit: str = ""

    @property
    def key(self) -> str:
        """What its lane is called."""
        return f"own:{self.uid}"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedMark:
    """A context mark: its first day, its last (None: it only began), and what it is called."""

    uid: str
    first: int
    last: int | None
    words: str

    def touches(self, first: int, last: int) -> bool:
        """Whether any of it lies within these days."""
        return self.first <= last and (self.first if self.last is None else self.last) >= first


def noted_marks(
    rows: Sequence[tuple[str, int, int | None, str, str]], changed: Sequence[tuple[int]] = ()
) -> tuple[NotedMark, ...]:
    """Marks from (uid, from day, to day, kind, text) rows; one without words is called by its kind.

    changed: days on which the evening said that medicine was changed; each is a mark without a uid.
    """
    kinds, words = kind_words(), _("Medicine changed")
    marks = [
        NotedMark(uid=uid, first=first, last=last, words=text.strip() or kinds[MarkKind(kind)])
        for uid, first, last, kind, text in rows
    ]
    marks += [NotedMark(uid="", first=day, last=day, words=words) for (day,) in changed]
    return tuple(sorted(marks, key=lambda mark: mark.first))


def marks_by_day(marks: Sequence[NotedMark], first: int, last: int) -> Mapping[int, tuple[str, ...]]:
    """The words of the marks of each day from `first` to `last` that has any; one without an end has one."""
    found: dict[int, list[str]] = {}
    for mark in marks:
        end = mark.first if mark.last is None else mark.last
        for day in range(max(first, mark.first), min(last, end) + 1):
            found.setdefault(day, []).append(mark.words)
    return {day: tuple(words) for day, words in found.items()}


def marked_words(said: str, marks: Sequence[str]) -> str:
    """A sentence about a day with the marks of that day."""
    if not marks:
        return said
    return _("{said} Marked: {marks}.").format(said=said, marks=", ".join(marks))


def noted_looks(rows: Sequence[tuple[str, int, int, int, int | None]]) -> dict[str, KeptLook]:
    """The newest look of each card, from (card, week, side, step, since) rows."""
    return {
        card: KeptLook(card=card, week=week, look=WeeklyLook(side=side, step=Certainty(step), since=since))
        for card, week, side, step, since in rows
    }


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Notes:
    """Everything the trends are made of. Days are ordinals.

    first, last: the first and last day with any note (None: nothing yet). practice: seconds on days that
    count. measured: what has one value a day, by the key of its series (see `series`). plans: (from day,
    days a week), rising. pauses: (from day, last day or None while open). own, marks: what the person added.
    sessions: (day, exercise, measure, rating before, rating after), in order of time. looks: the newest
    weekly look of each card.
    """

    first: int | None = None
    last: int | None = None
    practice: Daily = field(default_factory=lambda: daily([]))
    measured: Mapping[str, Daily] = field(default_factory=dict)
    moments: MomentSeries = field(default_factory=lambda: moments([]))
    sessions: tuple[tuple[int, str, str, int, int], ...] = ()
    plans: tuple[tuple[int, int], ...] = ()
    pauses: tuple[tuple[int, int | None], ...] = ()
    own: tuple[CustomSeries, ...] = ()
    marks: tuple[NotedMark, ...] = ()
    looks: Mapping[str, KeptLook] = field(default_factory=dict)

    def of(self, key: str) -> Daily:
        """What was noted of one series; no rows where nothing was."""
        return self.measured.get(key, NOTHING)

    @property
    def reactivity(self) -> Daily:
        """The evening check's reactivity, 0-10: what practice and sleep are compared with."""
        return self.of("reactivity")

    @property
    def stress(self) -> Daily:
        """The stress of the day, 0-10: what comparisons take account of."""
        return self.of("stress")

    @property
    def sleep(self) -> Daily:
        """Minutes asleep, on the day of waking."""
        return self.of("sleep")

    def practised(self, first: int, last: int) -> Floats:
        """0 or 1 for each day; NaN before the first and after the last note, which are not zeros."""
        out = np.full(max(0, last - first + 1), np.nan)
        if self.first is None or self.last is None:
            return out
        out[max(0, self.first - first) : max(0, self.last - first + 1)] = 0.0
        days = self.practice.days
        out[days[(days >= first) & (days <= last)] - first] = 1.0
        return out

    def per_week(self, first: int, last: int) -> Floats:
        """The plan of each day, days a week; the first plan also counts before it began; NaN without any."""
        days = np.arange(first, last + 1)
        if not self.plans:
            return np.full(len(days), np.nan)
        starts, values = (np.array(column) for column in zip(*self.plans, strict=True))
        at = np.maximum(np.searchsorted(starts, days, side="right") - 1, 0)
        return np.asarray(values[at], dtype=np.float64)

    def paused(self, first: int, last: int) -> NDArray[np.bool_]:
        """Whether each day is paused."""
        out = np.zeros(max(0, last - first + 1), dtype=bool)
        for start, end in self.pauses:
            stop = last if end is None else end
            out[max(0, start - first) : max(0, stop - first + 1)] = True
        return out

    def noted_days(self) -> int:
        """How many days have any note; a first or last day whose note is not a number counts too."""
        parts = [part.days for part in (self.practice, *self.measured.values())]
        parts += [own.values.days for own in self.own]
        ends = np.array([day for day in (self.first, self.last) if day is not None], dtype=np.int64)
        days = np.concatenate([*parts, self.moments.days, ends])
        return int(np.count_nonzero(np.bincount(days - days.min()))) if len(days) else 0
