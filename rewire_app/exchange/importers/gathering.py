"""Everything that a reader found in one file, its words counted: read once, planned with often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from sys import getsizeof

from rewire_app.exchange.importers.found import (
    Doubt,
    Found,
    FoundAmount,
    FoundEntry,
    FoundSleep,
    LeftOut,
    RowsRead,
    WholeRow,
    moment_words,
    zone_is_missing,
)
from rewire_app.exchange.importers.refusals import too_much
from rewire_app.i18n import _

TELL_EVERY = 200
"""After so many rows whoever waits is told how far it is."""

MOST_ROWS = 150_000
"""So many rows are taken in at once: forty habits for ten years. One with words counts twice, and each
mood, activity or habit three times when it is first seen.
"""
MOST_HELD = 80_000_000
"""So many bytes of words are held of them."""

Tell = Callable[[int], None]
"""Hears how many rows were read or written; raises what ends the work."""


def nobody(_done: int) -> None:
    """Tells nobody."""


@dataclass(slots=True)
class AmountFacts:
    """What is known of one tracked thing over the whole file."""

    rows: int = 0
    unit: str = ""
    answered: bool = False
    decimals: int = 0
    lowest: float = 0
    highest: float = 0
    days: Counter[date] = field(default_factory=Counter)

    @property
    def yes_or_no(self) -> bool:
        """Whether nothing but done or not done is said of it."""
        return self.answered or (
            not self.unit and self.lowest >= 0 and self.highest <= 1 and not self.decimals
        )

    @property
    def several_a_day(self) -> bool:
        """Whether some day has more than one value."""
        return any(n > 1 for n in self.days.values())

    def add(self, found: FoundAmount) -> None:
        """Count one more row of it."""
        self.rows += 1
        self.unit = self.unit or found.unit.strip()
        if found.status in ("done", "not") and found.value is None:
            self.answered = True
        if found.value is not None:
            self.lowest, self.highest = min(self.lowest, found.value), max(self.highest, found.value)
            self.decimals = max(self.decimals, decimals_of(found.value))
        if found.value is not None or found.status in ("done", "not"):
            self.days[found.day] += 1


def decimals_of(value: float) -> int:
    """How many digits after the point `value` has, at most 3."""
    return next((n for n in range(3) if round(value, n) == round(value, 3)), 3)


@dataclass(slots=True)
class Gathered:
    """What is in one file. `doubles`: rows that are the same as an earlier one, left out.

    one_a_night: several recorders tell of one night, and it comes in once.
    """

    found: list[tuple[str, Found]] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    moods: Counter[str] = field(default_factory=Counter)
    steps: dict[str, int] = field(default_factory=dict)
    activities: Counter[str] = field(default_factory=Counter)
    amounts: dict[str, AmountFacts] = field(default_factory=dict)
    recorders: Counter[str] = field(default_factory=Counter)
    one_a_night: bool = False
    without_zone: int = 0
    without_time: int = 0
    doubles: int = 0

    @property
    def entries(self) -> list[FoundEntry]:
        """The entries of a diary, in the order of the file."""
        return [one for _place, one in self.found if isinstance(one, FoundEntry)]

    def days(self) -> tuple[date, date] | None:
        """The first and the last day in the file; None if nothing in it has one."""
        days = [day for _place, one in self.found if (day := day_of(one)) is not None]
        return (min(days), max(days)) if days else None


def day_of(found: Found) -> date | None:
    """The day as the file tells it; None for a row of Rewire itself."""
    if isinstance(found, FoundSleep):
        return found.end.date()
    return None if isinstance(found, WholeRow) else found.day


def gathered(
    source: Iterable[Found | LeftOut | Doubt | RowsRead], tell: Tell = nobody, recorder: str = ""
) -> Gathered:
    """Take in all that a reader yields; raises ImportRefusedError, and what `tell` raises.

    `recorder`: of several the one whose nights are taken, "" all.
    """
    into = Gathered()
    seen: dict[object, int] = {}
    number = held = worded = 0
    for one in source:
        if isinstance(one, Doubt):
            if one not in into.doubts:
                into.doubts.append(one)
            continue
        if isinstance(one, RowsRead):
            tell(one.rows)
            continue
        number += 1
        if number % TELL_EVERY == 0:
            tell(number)
        words = _words(one)
        held, worded = held + words + _named(one), worded + (words > 0)
        names = len(into.moods) + len(into.activities) + len(into.amounts)
        if number + worded + 3 * names > MOST_ROWS or held > MOST_HELD:
            raise too_much()
        if recorder and isinstance(one, FoundSleep) and one.recorder != recorder:
            into.recorders[one.recorder] += 1
            into.one_a_night |= one.telling > 0
        elif isinstance(one, LeftOut):
            into.left_out.append(one)
        elif (first := _seen_before(one, seen)) is not None:
            into.doubles += 1
            into.left_out.append(_double(one, first))
        else:
            place = f"{one.member}:{one.line}" if one.line else f"{one.member}:#{number}"
            into.found.append((place, one))
            _count(into, one)
    return into


def _words(one: Found | LeftOut) -> int:
    """How many bytes the words of a row take in memory, nearly; 0 if it has none."""
    if isinstance(one, FoundEntry):
        lists = sum(map(getsizeof, (*one.activities, *one.tags)))
        return lists + sum(getsizeof(part) for part in (one.text, one.title) if part)
    if isinstance(one, FoundAmount):
        return getsizeof(one.note) if one.note else 0
    if isinstance(one, FoundSleep):
        return getsizeof(one.text) if one.text else 0
    return sum(map(getsizeof, one.values.values())) if isinstance(one, WholeRow) else 0


def _named(one: Found | LeftOut) -> int:
    """How many bytes its place and its name take: a file may have very long ones."""
    name = one.name if isinstance(one, FoundAmount) else one.mood if isinstance(one, FoundEntry) else ""
    return len(one.member) + len(name)


def _seen_before(one: Found, seen: dict[object, int]) -> int | None:
    """The line of an earlier row that says the same; None if there is none.

    Two equal amounts of one day may well be two: without a time nobody can tell.
    """
    key: object
    if isinstance(one, FoundEntry):
        key = (one.day, one.time, one.mood, one.activities, one.title, one.text, one.tags)
    elif isinstance(one, FoundSleep):
        key = (one.recorder, one.start, one.end, one.asleep_min, one.awake_min)
    elif isinstance(one, FoundAmount) and one.time is not None:
        key = (one.name, one.day, one.time, one.value, one.status, one.note)
    else:
        return None
    if key in seen:
        return seen[key]
    seen[key] = one.line
    return None


def _double(one: Found, first: int) -> LeftOut:
    reason = _("The same as line {n}").format(n=first) if first else _("The same as an earlier one")
    return LeftOut(line=one.line, member=one.member, reason=reason, text=said_of(one))


def said_of(one: Found) -> str:
    """A few words by which a person knows a row again."""
    if isinstance(one, FoundEntry):
        parts = [one.day.isoformat(), one.mood, " ".join(one.activities), one.title, one.text]
    elif isinstance(one, FoundAmount):
        amount = one.status if one.value is None else f"{one.value:g} {one.unit}".strip()
        parts = [one.day.isoformat(), one.name, amount, one.note]
    elif isinstance(one, FoundSleep):
        parts = [one.recorder, moment_words(one.start), moment_words(one.end)]
    else:
        parts = [one.table, str(one.values.get("uid", ""))[:8]]
    return ", ".join(part for part in parts if part)


def _count(into: Gathered, one: Found) -> None:
    if isinstance(one, FoundEntry):
        if one.mood:
            into.moods[one.mood] += 1
            if one.mood_step is not None:
                into.steps.setdefault(one.mood, one.mood_step)
        into.activities.update(one.activities)
        into.without_time += one.time is None
        into.without_zone += one.time is not None and one.offset_min is None and not one.zone
    elif isinstance(one, FoundAmount):
        into.amounts.setdefault(one.name, AmountFacts()).add(one)
        into.without_zone += one.time is not None and one.offset_min is None and not one.zone
    elif isinstance(one, FoundSleep):
        into.recorders[one.recorder] += 1
        into.one_a_night |= one.telling > 0
        into.without_zone += zone_is_missing(one.start) or zone_is_missing(one.end)
