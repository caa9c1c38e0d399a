"""Which day a moment belongs to, and instants that remember the clock on the wall."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Protocol

from rewire_app import i18n

if sys.platform == "win32":
    from ctypes import CDLL

    _read_zone = CDLL("ucrtbase")._tzset  # Python has no tzset there, and its C library reads the zone once
else:
    from time import tzset as _read_zone

DAY_START = 4
"""The hour a new day begins when the person has not chosen another: 01:30 counts for the evening before."""
DAY_START_KEY = "day_start"
"""Under which the notes keep that hour: it decides which day an entry counts for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instant:
    """A point in time: UTC in milliseconds, the offset of the person's clock in minutes, the zone's name."""

    utc_ms: int
    offset_min: int
    zone: str = ""

    @property
    def wall(self) -> datetime:
        """What the clock on the wall showed, without a zone."""
        return datetime(1970, 1, 1) + timedelta(milliseconds=self.utc_ms, minutes=self.offset_min)

    @property
    def aware(self) -> datetime:
        """The same point as an aware datetime with a fixed offset."""
        return self.wall.replace(tzinfo=timezone(timedelta(minutes=self.offset_min)))


class Clock(Protocol):
    """What tells the time. The core never asks it: it is given `now` and `today`."""

    def now(self) -> Instant:
        """The present instant."""
        ...

    def at(self, wall: datetime) -> Instant:
        """The instant at which the person's own clock shows the naive `wall` (the earlier one if twice)."""
        ...


def instant(moment: datetime, zone: str = "") -> Instant:
    """The `Instant` of an aware datetime; raises ValueError for a naive one."""
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError("an instant needs a time zone")
    utc = moment.astimezone(UTC) - datetime(1970, 1, 1, tzinfo=UTC)
    return Instant(
        utc_ms=utc // timedelta(milliseconds=1),
        offset_min=offset // timedelta(minutes=1),
        zone=zone or (moment.tzname() or ""),
    )


class ZoneClock:
    """A clock in a given zone (None: the computer's own), real or, for tests and pictures, standing still.

    The computer's zone may change while Rewire is open, on a journey: it is read anew each time.
    """

    def __init__(self, zone: tzinfo | None = None, *, stopped_at: datetime | None = None) -> None:
        self.zone = zone
        self.stopped_at = stopped_at

    def now(self) -> Instant:
        """The present instant, or the one at which this clock was stopped."""
        if self.stopped_at is not None:
            return self.at(self.stopped_at)
        if self.zone is None:
            _read_zone()
        return instant(datetime.now(UTC).astimezone(self.zone), self._name())

    def at(self, wall: datetime) -> Instant:
        """The instant at which this clock shows the naive `wall`."""
        if self.zone is None:
            _read_zone()
        moment = wall.replace(tzinfo=self.zone) if self.zone else wall.astimezone()
        return instant(moment, self._name())

    def shown(self, moment: datetime) -> Instant:
        """The aware `moment`, with what this clock shows at it."""
        if self.zone is None:
            _read_zone()
        return instant(moment.astimezone(self.zone), self._name())

    def _name(self) -> str:
        return str(self.zone) if self.zone else ""


def logical_day(at: Instant, day_start: int = DAY_START) -> date:
    """The day `at` counts for: before `day_start` o'clock on the wall it is still the day before."""
    return (at.wall - timedelta(hours=day_start)).date()


def monday(day: int) -> int:
    """The Monday of the week that `day` lies in; both are ordinals as in `date.toordinal()`."""
    return day - (day - 1) % 7


def week_start(day: int) -> int:
    """The first day of the week that `day` lies in, on whatever weekday weeks begin here; both are ordinals.

    What is worked out once a week goes by `monday`, whatever the region, so that results stay comparable.
    """
    return day - (day - 1 - i18n.REGION.first_weekday) % 7


def minutes_between(start: Instant, end: Instant) -> int:
    """Whole minutes that passed from `start` to `end`, whatever the clocks were set to in between."""
    return round((end.utc_ms - start.utc_ms) / 60_000)
