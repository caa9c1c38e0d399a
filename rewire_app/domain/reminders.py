"""Reminders: when one is due, when nothing may be shown, and which passed by; reckoned by a given clock.

A reminder belongs to a day on the wall: whatever the clocks are set to, and wherever the person travels, each
of its days is shown once, or else told once later. What the computer slept through is shown when it wakes, as
long as the day lasts and no quiet hours are on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from rewire_app.domain.days import Clock, Instant, logical_day

DAY_MIN = 1_440
"""Minutes of a day; a minute of a day is 0 to 1439."""

EVERY_DAY = 0b1111111
"""All days of a week; Monday is 1, Tuesday 2, Wednesday 4 and so on to Sunday, 64."""

LATER_MS = 60 * 60_000
"""After so long comes again what is put off, milliseconds."""

KEPT_DAYS = 62
"""What passed by longer ago than so many days is not told any more."""

ONE_DAY = timedelta(days=1)


class ReminderKind(StrEnum):
    """What it reminds of."""

    PRACTICE = "practice"
    EVENING = "evening"
    NIGHT = "night"


def bit(day: date) -> int:
    """The weekday of `day` as its bit, Monday 1 to Sunday 64."""
    return 1 << day.weekday()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """At `minute` on the clock of the wall, on `weekdays` (bits); `id` is random and means nothing outside.

    `passed`: the last day that is done with: shown, or told, or before the person chose this.
    `again_ms`, `again_day`: put off until that point in UTC, for that day.
    `rest`: the first and the last of some days on which it rests, with the plan it belongs to.
    `done`: the last day of the person for which what it reminds of is noted; it is not needed for that one.
    """

    id: str
    kind: ReminderKind
    weekdays: int
    minute: int
    passed: date
    again_ms: int | None = None
    again_day: date | None = None
    rest: tuple[date, date] | None = None
    done: date | None = None

    def __post_init__(self) -> None:
        if not 0 < self.weekdays <= EVERY_DAY or not 0 <= self.minute < DAY_MIN:
            raise ValueError("a reminder needs a weekday and a minute of the day")
        if (self.again_ms is None) != (self.again_day is None):
            raise ValueError("what is put off belongs to a day")

    def on(self, day: date) -> bool:
        """Whether it is wanted on `day`."""
        return bool(self.weekdays & bit(day)) and not self.rests(day)

    def rests(self, day: date) -> bool:
        """Whether it rests on `day`, with the plan it belongs to."""
        return self.rest is not None and self.rest[0] <= day <= self.rest[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietHours:
    """From the minute `first` of a day until before the minute `last`, over midnight too; none if equal."""

    first: int = 21 * 60 + 30
    last: int = 7 * 60 + 30

    def __post_init__(self) -> None:
        if not (0 <= self.first < DAY_MIN and 0 <= self.last < DAY_MIN):
            raise ValueError("quiet hours begin and end at a minute of the day")

    def hold(self, minute: int) -> bool:
        """Whether nothing may be shown at `minute` of a day."""
        if self.first <= self.last:
            return self.first <= minute < self.last
        return minute >= self.first or minute < self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedBy:
    """One day of a reminder as it is shown, or told afterwards. `told`: the day on which it was told."""

    id: str
    kind: ReminderKind
    day: date
    minute: int
    told: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminders:
    """All that is known about reminders. `waiting`: what passed by, oldest first, and is to be told."""

    every: tuple[Reminder, ...] = ()
    quiet: QuietHours = QuietHours()
    waiting: tuple[PassedBy, ...] = ()

    def get(self, name: str) -> Reminder | None:
        """The reminder whose id is `name`."""
        return next((one for one in self.every if one.id == name), None)

    def put(self, reminder: Reminder) -> Reminders:
        """The same with `reminder` in the place of the one with its id, or as one more."""
        others = [one for one in self.every if one.id != reminder.id]
        place = next((at for at, one in enumerate(self.every) if one.id == reminder.id), len(others))
        return replace(self, every=(*others[:place], reminder, *others[place:]))

    def without(self, name: str) -> Reminders:
        """The same without that reminder, and without what passed by of it."""
        return replace(
            self,
            every=tuple(one for one in self.every if one.id != name),
            waiting=tuple(one for one in self.waiting if one.id != name),
        )

    def put_away(self) -> Reminders:
        """The same with nothing to tell any more."""
        return replace(self, waiting=())

    def tell(self, today: date) -> Reminders:
        """The same after what waits was told on `today`."""
        told = tuple(replace(one, told=one.told or today) for one in self.waiting)
        return replace(self, waiting=told)


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedAt:
    """What is to be done: keep `after`, show `now`, and look again at the point `next_ms` in UTC, if any."""

    after: Reminders
    now: tuple[PassedBy, ...] = ()
    next_ms: int | None = None


def chosen(name: str, kind: ReminderKind, weekdays: int, minute: int, now: Instant) -> Reminder:
    """A reminder as somebody chooses it `now`: what lies before counts for nothing."""
    wall = now.wall
    today = wall.date()
    passed = today if wall.hour * 60 + wall.minute >= minute else today - ONE_DAY
    return Reminder(id=name, kind=kind, weekdays=weekdays, minute=minute, passed=passed)


def put_off(reminders: Reminders, shown: tuple[PassedBy, ...], now: Instant) -> Reminders:
    """Let what was `shown` come again later."""
    for one in shown:
        known = reminders.get(one.id)
        if known is not None:
            again = replace(known, again_ms=now.utc_ms + LATER_MS, again_day=one.day)
            reminders = reminders.put(again)
    return reminders


def rested(reminder: Reminder, rest: tuple[date, date] | None, now: Instant) -> Reminder:
    """`reminder` with other days on which it rests; those it rested on until `now` count for nothing."""
    passed = reminder.passed
    if reminder.rest is not None:
        so_far = chosen(reminder.id, reminder.kind, reminder.weekdays, reminder.minute, now).passed
        passed = max(passed, min(reminder.rest[1], so_far))
    return replace(reminder, rest=rest, passed=passed)


def moved(reminder: Reminder, weekdays: int, now: Instant) -> Reminder:
    """`reminder` on other `weekdays` from `now` on: those that lie before count for nothing."""
    so_far = chosen(reminder.id, reminder.kind, weekdays, reminder.minute, now).passed
    return replace(reminder, weekdays=weekdays, passed=max(reminder.passed, so_far))


def counts_for(day: date, minute: int, clock: Clock, day_start: int) -> date:
    """The day of the person, beginning at the hour `day_start`, in which `minute` of the day `day` lies."""
    return logical_day(clock.at(_at(day, minute)), day_start)


def look(reminders: Reminders, clock: Clock, now: Instant, day_start: int, *, show: bool = True) -> LookedAt:
    """Decide by `clock` what is due `now`; without `show` all that is overdue waits to be told.

    `day_start`: the hour at which a day of the person begins.
    """
    today = logical_day(now, day_start)
    ahead = now.wall.date() + ONE_DAY  # no journey explains more: the clock was once set too far
    waiting = [
        one
        for one in reminders.waiting
        if one.day <= ahead and (one.told is None or today <= one.told <= ahead)
    ]
    looked = [_looked(one, reminders.quiet, clock, now, day_start, show=show) for one in reminders.every]
    for each in looked:
        waiting += each.late
    oldest = now.wall.date() - KEPT_DAYS * ONE_DAY
    after = replace(
        reminders,
        every=tuple(each.reminder for each in looked),
        waiting=tuple(sorted((one for one in waiting if one.day >= oldest), key=_when)),
    )
    return LookedAt(
        after=after,
        now=tuple(sorted((one for each in looked for one in each.due), key=_when)),
        next_ms=min((each.next_ms for each in looked if each.next_ms is not None), default=None),
    )


def _when(one: PassedBy) -> tuple[date, int, str]:
    return one.day, one.minute, one.id


@dataclass(frozen=True, slots=True, kw_only=True)
class _Looked:
    reminder: Reminder
    due: tuple[PassedBy, ...]
    late: tuple[PassedBy, ...]
    next_ms: int | None


def _looked(
    reminder: Reminder, quiet: QuietHours, clock: Clock, now: Instant, day_start: int, *, show: bool
) -> _Looked:
    """One reminder: what of it is shown now, what passed by, and when it is to be looked at again."""
    wall = now.wall
    today = logical_day(now, day_start)
    may_show = show and not quiet.hold(wall.hour * 60 + wall.minute)
    due: list[PassedBy] = []
    late: list[PassedBy] = []
    nexts: list[int] = []
    passed = _sane(reminder.passed, wall.date())
    again_ms, again_day = _sane_again(reminder, now)
    if again_ms is not None and again_day is not None:
        if again_ms > now.utc_ms:
            nexts.append(again_ms)
        elif show and not may_show and _waits(again_day, reminder, clock, today, day_start):
            nexts.append(_quiet_end(quiet, clock, now, day_start))
        else:
            shown = may_show and _lasts(again_day, reminder, clock, today, day_start)
            if not _done(again_day, reminder, clock, day_start):
                (due if shown else late).append(_one(reminder, again_day))
            again_ms = again_day = None
    for day in _days(reminder, passed, wall.date()):
        if clock.at(_at(day, reminder.minute)).utc_ms > now.utc_ms:
            break
        if show and not may_show and _waits(day, reminder, clock, today, day_start):
            nexts.append(_quiet_end(quiet, clock, now, day_start))
            break
        lasts = _lasts(day, reminder, clock, today, day_start)
        if not _done(day, reminder, clock, day_start):
            (due if may_show and lasts else late).append(_one(reminder, day))
        passed = day
    after = replace(reminder, passed=passed, again_ms=again_ms, again_day=again_day)
    coming = _coming(after, clock, now)
    nexts += [] if coming is None else [coming]
    return _Looked(
        reminder=after,
        due=tuple(due),
        late=tuple(late),
        next_ms=max(min(nexts), now.utc_ms + 1) if nexts else None,
    )


def _one(reminder: Reminder, day: date) -> PassedBy:
    return PassedBy(id=reminder.id, kind=reminder.kind, day=day, minute=reminder.minute)


def _at(day: date, minute: int) -> datetime:
    return datetime(day.year, day.month, day.day, minute // 60, minute % 60)


def _sane(passed: date, today: date) -> date:
    """`passed`, unless the clock was once so far ahead that no journey explains it, or it is long ago."""
    if passed > today + ONE_DAY:
        return today - ONE_DAY
    return max(passed, today - KEPT_DAYS * ONE_DAY)


def _sane_again(reminder: Reminder, now: Instant) -> tuple[int | None, date | None]:
    """When it comes again, and for which day: after a clock was set back in an hour at the latest.

    Nothing is left of what was put off on a day that is still to come.
    """
    again_ms, again_day = reminder.again_ms, reminder.again_day
    latest = now.utc_ms + LATER_MS
    if again_ms is None or again_day is None or again_ms <= latest:
        return again_ms, again_day
    return (None, None) if again_day > now.wall.date() else (latest, again_day)


def _days(reminder: Reminder, passed: date, last: date) -> Iterator[date]:
    """The days of `reminder` after `passed` until `last`."""
    day = passed + ONE_DAY
    while day <= last:
        if reminder.on(day):
            yield day
        day += ONE_DAY


def _lasts(day: date, reminder: Reminder, clock: Clock, today: date, day_start: int) -> bool:
    """Whether the person's day for which `reminder` was due on `day` is still `today`."""
    return counts_for(day, reminder.minute, clock, day_start) == today


def _done(day: date, reminder: Reminder, clock: Clock, day_start: int) -> bool:
    """Whether what `reminder` would remind of on `day` is noted already."""
    return reminder.done == counts_for(day, reminder.minute, clock, day_start)


def _waits(day: date, reminder: Reminder, clock: Clock, today: date, day_start: int) -> bool:
    """Whether what was due on `day` may still be shown later on."""
    lasts = _lasts(day, reminder, clock, today, day_start)
    return lasts and not _done(day, reminder, clock, day_start)


def _quiet_end(quiet: QuietHours, clock: Clock, now: Instant, day_start: int) -> int:
    """When to look again during quiet hours: at their end, or when the day is over before."""
    return min(_next_minute(clock, now, minute) for minute in (quiet.last, day_start * 60))


def _next_minute(clock: Clock, now: Instant, minute: int) -> int:
    """The next point in UTC at which the clock on the wall shows `minute` of a day."""
    today = now.wall.date()
    found = (clock.at(_at(today + days * ONE_DAY, minute)).utc_ms for days in range(3))
    return next(at for at in found if at > now.utc_ms)


def _coming(reminder: Reminder, clock: Clock, now: Instant) -> int | None:
    """The next point in UTC at which `reminder` is due; None: it rests for good."""
    day = now.wall.date()
    if reminder.rest is not None and reminder.rest[0] <= day <= reminder.rest[1]:
        if reminder.rest[1] >= date.max - ONE_DAY:
            return None
        day = reminder.rest[1] + ONE_DAY
    end = min(day.toordinal() + 2 * KEPT_DAYS, date.max.toordinal())
    for ordinal in range(day.toordinal(), end):
        on = date.fromordinal(ordinal)
        if on > reminder.passed and reminder.on(on):
            at = clock.at(_at(on, reminder.minute)).utc_ms
            if at > now.utc_ms:
                return at
    return None
