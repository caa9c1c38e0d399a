"""What would come in: entries of Rewire from what was found, and what stays out and why.

A dry run makes this and stops; bringing in writes it. So what was said before is what happens.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from rewire_app.domain.days import Instant, ZoneClock, logical_day
from rewire_app.domain.journal.entries import DayEntry, Moment, NightRecording, Practice, new_uid
from rewire_app.domain.journal.marks import CustomMeasure, CustomRating
from rewire_app.domain.journal.notes import Note
from rewire_app.exchange.importers.found import Found, FoundAmount, FoundEntry, LeftOut, WholeRow
from rewire_app.exchange.importers.gathering import said_of
from rewire_app.exchange.importers.meanings import Key, Meaning
from rewire_app.i18n import _
from rewire_app.store.bringing import Filled

if TYPE_CHECKING:
    from rewire_app.exchange.importers.known import KnownHere

    pass

NOON = time(12)
LONGEST_IN_PLACE = 1_000
Planned = DayEntry | Note | Moment | Practice | NightRecording | CustomMeasure | CustomRating


def word_in_place(word: str) -> str:
    """A word of the file as part of a place by which a row is known again; a very long one by its digest."""
    return word if len(word) <= LONGEST_IN_PLACE else sha256(word.encode("utf-8", "replace")).hexdigest()


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a row stands in the file, when it is, and the day it counts for."""

    place: str
    at: Instant
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """Where a file comes in. program: its name. clock: for times without a zone. versions: of exercises."""

    program: str
    clock: ZoneClock
    now: Instant
    day_start: int
    versions: Mapping[str, int] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """The day it is."""
        return logical_day(self.now, self.day_start)

    def spot(self, place: str, found: FoundEntry | FoundAmount) -> Spot:
        """When a row is, and its day: as told where it has no time, else by when a day starts here."""
        at = self._at(found)
        return Spot(place, at, found.day if found.time is None else logical_day(at, self.day_start))

    def _at(self, found: FoundEntry | FoundAmount) -> Instant:
        """The instant at which the wall showed its time; noon where it has none."""
        wall = datetime.combine(found.day, found.time or NOON)
        offset_min, zone = found.offset_min, found.zone
        if isinstance(found, FoundEntry) and found.utc:
            return self.clock.shown(wall.replace(tzinfo=UTC))
        if offset_min is not None:
            aware = wall.replace(tzinfo=timezone(timedelta(minutes=offset_min)))
            utc_ms = (aware - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1)
            return Instant(utc_ms=utc_ms, offset_min=offset_min, zone=zone)
        return (clock_of(zone) or self.clock).at(wall)


@cache
def clock_of(zone: str) -> ZoneClock | None:
    """The clock of a zone by its name; None if there is no such zone."""
    if not zone:
        return None
    try:
        return ZoneClock(ZoneInfo(zone))
    except (KeyError, ValueError, OSError):  # ZoneInfo's own fault is a KeyError
        return None


@dataclass(slots=True)
class ImportPlan:
    """What would be written, each entry with its place in the file, and the numbers that a person is told.

    counts: entries (rows of the file that come in), moods, notes, practices, moments, values, measures,
    nights, moved, kept_both (moods of days that have one), already (rows that are here), unanswered, rows.
    rows: those of Rewire's own export, written whole.
    """

    entries: list[tuple[str, Planned]] = field(default_factory=list)
    fills: list[Filled] = field(default_factory=list)
    rows: list[tuple[str, WholeRow]] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def empty(self) -> bool:
        """Whether nothing would be written."""
        return not (self.entries or self.fills or self.rows)

    def leave_out(self, one: Found, reason: str) -> None:
        """Note that a row stays out."""
        self.left_out.append(LeftOut(line=one.line, member=one.member, reason=reason, text=said_of(one)))

    def already(self, one: Found) -> None:
        """Note that a row is here already."""
        self.counts["already"] += 1
        self.leave_out(one, _("It is here already"))


@dataclass(slots=True)
class Making:
    """What the parts of planning share while a plan is made."""

    here: Here
    meanings: Mapping[Key, Meaning]
    known: KnownHere
    plan: ImportPlan = field(default_factory=ImportPlan)
    measures: dict[str, CustomMeasure] = field(default_factory=dict)
    moods: dict[date, list[tuple[int, Instant]]] = field(default_factory=dict)
    moved: dict[date, Instant] = field(default_factory=dict)
    waiting: dict[date, list[FoundEntry]] = field(default_factory=dict)
    """Entries of which only what their day gets comes in."""

    def add(self, place: str, entry: Planned, count: str) -> None:
        """Plan a new entry, counted under `count`."""
        self.plan.entries.append((place, entry))
        self.plan.counts[count] += 1

    def rate(self, measure: CustomMeasure, day: date, value: int, place: str) -> str:
        """Plan a value of a measure; returns why it stays out, "" if it comes in, "already" if it is here."""
        if place in self.known.places:
            return "already"
        there = self.known.ratings.get((measure.uid, day.toordinal()))
        if there is not None:
            return "already" if there == value else _("This day has another value of it")
        if not measure.low <= value <= measure.high:
            return _("This number is outside of what can be kept")
        self.known.ratings[measure.uid, day.toordinal()] = value
        rating = CustomRating(uid=new_uid(self.here.now), measure_uid=measure.uid, day=day, value=value)
        self.add(place, rating, "values")
        return ""

    def measure(self, wanted: CustomMeasure) -> CustomMeasure:
        """The measure of that name: one that is here and fits, one planned before, or `wanted` itself."""
        name = wanted.name
        if name not in self.measures:
            found = self.known.measure_for(wanted, self.here.program)
            if found.uid == wanted.uid:
                self.add(f"measure:{found.name}", found, "measures")
            self.measures[name] = found
        return self.measures[name]
