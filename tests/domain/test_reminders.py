"""Reminders by a set clock: both ends of summer time, sleep, midnight, journeys, and 400 days of a life."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rewire_app.domain.days import Instant, ZoneClock, instant
from rewire_app.domain.reminders import (
    EVERY_DAY,
    PassedBy,
    QuietHours,
    Reminder,
    ReminderKind,
    Reminders,
    chosen,
    look,
    put_off,
    rested,
)

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NO_QUIET = QuietHours(first=0, last=0)
NIGHT = QuietHours(first=21 * 60 + 30, last=7 * 60 + 30)
PRACTICE, EVENING = ReminderKind.PRACTICE, ReminderKind.EVENING
DAY_START = 4


class Journey(ZoneClock):
    """A clock that is carried through zones, and shows `utc` until it is set on."""

    def __init__(self, zone: tzinfo, utc: datetime) -> None:
        super().__init__(zone)
        self.utc = utc

    def now(self) -> Instant:
        return instant(self.utc.astimezone(self.zone))


def at(clock: ZoneClock, *wall: int) -> Instant:
    """The point at which `clock` shows a wall time."""
    return clock.at(datetime(*wall))  # type: ignore[arg-type]


def one(minute: int, weekdays: int = EVERY_DAY, *, passed: date, kind: ReminderKind = PRACTICE) -> Reminder:
    return Reminder(id="a", kind=kind, weekdays=weekdays, minute=minute, passed=passed)


def wall(clock: ZoneClock, utc_ms: int | None) -> datetime:
    assert utc_ms is not None
    return datetime.fromtimestamp(utc_ms / 1000, UTC).astimezone(clock.zone).replace(tzinfo=None)


# quiet hours


@pytest.mark.parametrize(
    ("minute", "held"), [(1289, False), (1290, True), (1439, True), (0, True), (449, True), (450, False)]
)
def test_quiet_hours_go_over_midnight(minute: int, held: bool) -> None:
    assert NIGHT.hold(minute) is held


def test_quiet_hours_that_end_as_they_begin_hold_nothing() -> None:
    assert not any(NO_QUIET.hold(minute) for minute in range(1440))


# one day


def test_it_is_due_at_its_minute_and_not_before() -> None:
    clock = ZoneClock(AMSTERDAM)
    begun = Reminders(every=(one(17 * 60 + 30, passed=date(2026, 11, 23)),), quiet=NIGHT)
    before = look(begun, clock, at(clock, 2026, 11, 24, 17, 29, 59), DAY_START)
    assert before.now == ()
    assert wall(clock, before.next_ms) == datetime(2026, 11, 24, 17, 30)
    due = look(before.after, clock, at(clock, 2026, 11, 24, 17, 30), DAY_START)
    assert [(shown.day, shown.minute) for shown in due.now] == [(date(2026, 11, 24), 1050)]
    assert look(due.after, clock, at(clock, 2026, 11, 24, 17, 31), DAY_START).now == ()
    assert wall(clock, due.next_ms) == datetime(2026, 11, 25, 17, 30)


@pytest.mark.parametrize("show", [True, False])
def test_what_is_noted_for_its_day_is_neither_shown_nor_told(show: bool) -> None:
    clock = ZoneClock(AMSTERDAM)
    noted = replace(one(1050, passed=date(2026, 11, 23)), done=date(2026, 11, 24))
    for hour, at_day in ((18, 24), (9, 25)):  # the same evening, and a start the next morning
        now = at(clock, 2026, 11, at_day, hour)
        found = look(Reminders(every=(noted,), quiet=NIGHT), clock, now, DAY_START, show=show)
        assert (found.now, found.after.waiting) == ((), ())
        assert found.after.every[0].passed == date(2026, 11, 24)


def test_what_was_noted_the_day_before_silences_nothing_today() -> None:
    clock = ZoneClock(AMSTERDAM)
    noted = replace(one(1050, passed=date(2026, 11, 23)), done=date(2026, 11, 23))
    found = look(Reminders(every=(noted,), quiet=NIGHT), clock, at(clock, 2026, 11, 24, 18), DAY_START)
    assert [shown.day for shown in found.now] == [date(2026, 11, 24)]


def test_a_reminder_after_midnight_belongs_to_the_day_before_which_is_not_over() -> None:
    clock = ZoneClock(AMSTERDAM)
    half_past_midnight = one(30, passed=date(2026, 11, 24))
    now = at(clock, 2026, 11, 25, 0, 31)
    for done, shown in ((date(2026, 11, 24), 0), (date(2026, 11, 25), 1)):
        every = (replace(half_past_midnight, done=done),)
        assert len(look(Reminders(every=every, quiet=NO_QUIET), clock, now, DAY_START).now) == shown


def test_what_was_put_off_and_is_noted_meanwhile_does_not_come_again() -> None:
    clock = ZoneClock(AMSTERDAM)
    due = look(
        Reminders(every=(one(1050, passed=date(2026, 11, 23)),), quiet=NO_QUIET),
        clock,
        at(clock, 2026, 11, 24, 17, 30),
        DAY_START,
    )
    waits = put_off(due.after, due.now, at(clock, 2026, 11, 24, 17, 31))
    noted = waits.put(replace(waits.every[0], done=date(2026, 11, 24)))
    found = look(noted, clock, at(clock, 2026, 11, 24, 19), DAY_START)
    assert (found.now, found.after.waiting) == ((), ())
    assert found.after.every[0].again_ms is None


def test_in_quiet_hours_nothing_is_waited_for_that_is_noted() -> None:
    clock = ZoneClock(AMSTERDAM)
    early = replace(one(6 * 60, passed=date(2026, 11, 23)), done=date(2026, 11, 24))
    found = look(Reminders(every=(early,), quiet=NIGHT), clock, at(clock, 2026, 11, 24, 6), DAY_START)
    assert wall(clock, found.next_ms) == datetime(2026, 11, 25, 6)


def test_only_its_weekdays_count() -> None:
    clock = ZoneClock(AMSTERDAM)
    tuesdays = one(600, 2, passed=date(2026, 11, 24))  # a Tuesday
    found = look(Reminders(every=(tuesdays,), quiet=NIGHT), clock, at(clock, 2026, 11, 30, 12), DAY_START)
    assert found.now == ()
    assert wall(clock, found.next_ms) == datetime(2026, 12, 1, 10)


def test_what_is_chosen_after_its_time_begins_the_next_day() -> None:
    clock = ZoneClock(AMSTERDAM)
    now = at(clock, 2026, 11, 24, 18)
    new = chosen("a", PRACTICE, EVERY_DAY, 17 * 60 + 30, now)
    found = look(Reminders(every=(new,)), clock, now, DAY_START)
    assert (found.now, found.after.waiting) == ((), ())
    assert wall(clock, found.next_ms) == datetime(2026, 11, 25, 17, 30)


def test_what_is_chosen_before_its_time_comes_the_same_day() -> None:
    clock = ZoneClock(AMSTERDAM)
    new = chosen("a", PRACTICE, EVERY_DAY, 17 * 60 + 30, at(clock, 2026, 11, 24, 17))
    assert look(Reminders(every=(new,)), clock, at(clock, 2026, 11, 24, 17, 30), DAY_START).now


def test_a_computer_that_slept_over_it_shows_it_when_it_wakes() -> None:
    clock = ZoneClock(AMSTERDAM)
    begun = Reminders(every=(one(17 * 60 + 30, passed=date(2026, 11, 23)),), quiet=NIGHT)
    woken = look(begun, clock, at(clock, 2026, 11, 24, 21, 10), DAY_START)
    assert [shown.day for shown in woken.now] == [date(2026, 11, 24)]


def test_who_wakes_it_in_quiet_hours_is_told_the_next_day() -> None:
    clock = ZoneClock(AMSTERDAM)
    begun = Reminders(every=(one(20 * 60 + 45, passed=date(2026, 11, 23), kind=EVENING),), quiet=NIGHT)
    late = look(begun, clock, at(clock, 2026, 11, 24, 23, 50), DAY_START)
    assert (late.now, late.after.waiting) == ((), ())
    assert wall(clock, late.next_ms) == datetime(2026, 11, 25, 4)
    next_day = look(late.after, clock, at(clock, 2026, 11, 25, 4), DAY_START)
    assert next_day.now == ()
    assert [(told.day, told.minute) for told in next_day.after.waiting] == [(date(2026, 11, 24), 1245)]


def test_an_early_one_waits_for_the_end_of_quiet_hours() -> None:
    clock = ZoneClock(AMSTERDAM)
    begun = Reminders(every=(one(6 * 60, passed=date(2026, 11, 23)),), quiet=NIGHT)
    early = look(begun, clock, at(clock, 2026, 11, 24, 6), DAY_START)
    assert early.now == ()
    assert wall(clock, early.next_ms) == datetime(2026, 11, 24, 7, 30)
    assert look(early.after, clock, at(clock, 2026, 11, 24, 7, 30), DAY_START).now


def test_at_a_start_what_was_due_waits_to_be_told_and_is_gone_the_day_after() -> None:
    clock = ZoneClock(AMSTERDAM)
    begun = Reminders(every=(one(17 * 60 + 30, passed=date(2026, 11, 21)),), quiet=NIGHT)
    start = look(begun, clock, at(clock, 2026, 11, 24, 12), DAY_START, show=False)
    days = [date(2026, 11, 22), date(2026, 11, 23)]
    assert (start.now, [told.day for told in start.after.waiting]) == ((), days)
    told = start.after.tell(date(2026, 11, 24))
    same_day = look(told, clock, at(clock, 2026, 11, 24, 23), DAY_START).after
    assert [one.day for one in same_day.waiting] == days
    next_day = look(same_day, clock, at(clock, 2026, 11, 25, 5), DAY_START).after
    assert [one.day for one in next_day.waiting] == [date(2026, 11, 24)]


def test_in_an_hour_it_comes_once_more() -> None:
    clock = ZoneClock(AMSTERDAM)
    begun = Reminders(every=(one(17 * 60 + 30, passed=date(2026, 11, 23)),), quiet=NIGHT)
    due = look(begun, clock, at(clock, 2026, 11, 24, 17, 30), DAY_START)
    later = put_off(due.after, due.now, at(clock, 2026, 11, 24, 17, 34))
    quiet = look(later, clock, at(clock, 2026, 11, 24, 18, 33), DAY_START)
    assert quiet.now == ()
    assert wall(clock, quiet.next_ms) == datetime(2026, 11, 24, 18, 34)
    again = look(quiet.after, clock, at(clock, 2026, 11, 24, 18, 34), DAY_START)
    assert [(shown.day, shown.minute) for shown in again.now] == [(date(2026, 11, 24), 1050)]
    assert look(again.after, clock, at(clock, 2026, 11, 24, 20), DAY_START).now == ()


def test_what_is_put_off_into_quiet_hours_is_told_the_next_day() -> None:
    clock = ZoneClock(AMSTERDAM)
    begun = Reminders(every=(one(21 * 60, passed=date(2026, 11, 23)),), quiet=NIGHT)
    due = look(begun, clock, at(clock, 2026, 11, 24, 21), DAY_START)
    later = look(
        put_off(due.after, due.now, at(clock, 2026, 11, 24, 21)),
        clock,
        at(clock, 2026, 11, 24, 22),
        DAY_START,
    )
    assert later.now == ()
    morning = look(later.after, clock, at(clock, 2026, 11, 25, 8), DAY_START)
    assert (morning.now, [one.day for one in morning.after.waiting]) == ((), [date(2026, 11, 24)])


def test_days_of_rest_are_neither_shown_nor_told() -> None:
    clock = ZoneClock(AMSTERDAM)
    resting = replace(one(600, passed=date(2026, 11, 22)), rest=(date(2026, 11, 23), date(2026, 11, 25)))
    found = look(Reminders(every=(resting,), quiet=NIGHT), clock, at(clock, 2026, 11, 24, 12), DAY_START)
    assert (found.now, found.after.waiting) == ((), ())
    assert wall(clock, found.next_ms) == datetime(2026, 11, 26, 10)


def test_a_rest_that_ends_early_brings_nothing_of_its_days_back() -> None:
    clock = ZoneClock(AMSTERDAM)
    resting = replace(one(600, passed=date(2026, 11, 22)), rest=(date(2026, 11, 23), date.max))
    assert look(Reminders(every=(resting,)), clock, at(clock, 2026, 11, 26, 9), DAY_START).next_ms is None
    woken = rested(resting, (date(2026, 11, 23), date(2026, 11, 25)), at(clock, 2026, 11, 26, 9))
    woken = rested(woken, None, at(clock, 2026, 11, 26, 9))
    found = look(Reminders(every=(woken,)), clock, at(clock, 2026, 11, 26, 10), DAY_START)
    assert [shown.day for shown in found.now] == [date(2026, 11, 26)]
    assert found.after.waiting == ()


# the clock itself


def test_the_hour_that_is_left_out_in_spring_loses_nothing() -> None:
    """On 29 March 2026 the clock in Amsterdam goes from 02:00 to 03:00."""
    clock = ZoneClock(AMSTERDAM)
    begun = Reminders(every=(one(150, passed=date(2026, 3, 28)),), quiet=NO_QUIET)
    before = look(begun, clock, at(clock, 2026, 3, 29, 1, 59), DAY_START)
    assert before.now == ()
    assert wall(clock, before.next_ms) == datetime(2026, 3, 29, 3, 30)
    due = look(before.after, clock, at(clock, 2026, 3, 29, 3, 30), DAY_START)
    assert [shown.day for shown in due.now] == [date(2026, 3, 29)]


def test_the_hour_that_comes_twice_in_autumn_shows_it_once() -> None:
    """On 25 October 2026 the clock in Amsterdam goes from 03:00 back to 02:00."""
    clock = Journey(AMSTERDAM, datetime(2026, 10, 25, 0, 30, tzinfo=UTC))  # 02:30, the first time
    begun = Reminders(every=(one(150, passed=date(2026, 10, 24)),), quiet=NO_QUIET)
    first = look(begun, clock, clock.now(), DAY_START)
    assert len(first.now) == 1
    clock.utc += timedelta(hours=1)  # 02:30, the second time
    second = look(first.after, clock, clock.now(), DAY_START)
    assert second.now == ()
    assert wall(clock, second.next_ms) == datetime(2026, 10, 26, 2, 30)


def test_a_journey_to_the_west_shows_it_once() -> None:
    clock = Journey(AMSTERDAM, datetime(2026, 11, 24, 16, 30, tzinfo=UTC))  # 17:30
    begun = Reminders(every=(one(17 * 60 + 30, passed=date(2026, 11, 23)),), quiet=NIGHT)
    here = look(begun, clock, clock.now(), DAY_START)
    clock.zone, clock.utc = ZoneInfo("America/New_York"), datetime(2026, 11, 24, 22, 30, tzinfo=UTC)
    there = look(here.after, clock, clock.now(), DAY_START)
    assert (len(here.now), there.now) == (1, ())


def test_a_journey_to_the_east_shows_what_its_clock_jumped_over() -> None:
    clock = Journey(AMSTERDAM, datetime(2026, 11, 24, 11, 0, tzinfo=UTC))  # 12:00
    begun = Reminders(every=(one(17 * 60 + 30, passed=date(2026, 11, 23)),), quiet=NIGHT)
    here = look(begun, clock, clock.now(), DAY_START)
    clock.zone = ZoneInfo("Asia/Tokyo")  # 20:00 at the same moment
    there = look(here.after, clock, clock.now(), DAY_START)
    assert (here.now, [shown.day for shown in there.now]) == ((), [date(2026, 11, 24)])


def test_a_day_that_a_country_left_out_is_told() -> None:
    """Samoa went from 29 to 31 December 2011."""
    clock = Journey(ZoneInfo("Pacific/Apia"), datetime(2011, 12, 30, 9, 0, tzinfo=UTC))  # 29th, 23:00
    begun = Reminders(every=(one(12 * 60, passed=date(2011, 12, 29)),), quiet=NO_QUIET)
    before = look(begun, clock, clock.now(), DAY_START)
    clock.utc += timedelta(hours=14)  # 31st, 13:00
    after = look(before.after, clock, clock.now(), DAY_START)
    days = sorted(one.day.day for one in (*after.now, *after.after.waiting))
    assert days == [30, 31]


def test_a_clock_that_was_far_ahead_for_a_while_silences_nothing_for_long() -> None:
    clock = ZoneClock(AMSTERDAM)
    begun = Reminders(every=(one(600, passed=date(2031, 1, 1)),), quiet=NIGHT)
    found = look(begun, clock, at(clock, 2026, 11, 24, 9), DAY_START)
    assert wall(clock, found.next_ms) == datetime(2026, 11, 24, 10)


# a life


def simulate(seed: int, zones: tuple[ZoneInfo, ...], quiet: QuietHours) -> None:
    """400 days of a computer that is on, asleep, off or elsewhere: everything once, never in quiet hours."""
    draw = random.Random(seed)
    begin = datetime(2026, 1, 5, 6, 0, tzinfo=UTC)
    clock = Journey(zones[0], begin)
    first = clock.now().wall.date()
    every = tuple(
        Reminder(
            id=str(number),
            kind=draw.choice(list(ReminderKind)),
            weekdays=draw.randint(1, 127),
            minute=draw.randint(0, 1439),
            passed=first - timedelta(days=1),
        )
        for number in range(3)
    )
    known = Reminders(every=every, quiet=quiet)
    seen: Counter[tuple[str, date]] = Counter()
    last_told: set[tuple[str, date]] = set()
    while clock.utc < begin + timedelta(days=400):
        running = draw.random() < 0.6
        until = clock.utc + timedelta(minutes=draw.randint(1, 2_000))
        show = draw.random() < 0.7  # woken, or started anew
        if draw.random() < 0.05:
            clock.zone = draw.choice(zones)
        while running:
            found = look(known, clock, clock.now(), DAY_START, show=show)
            show, known = True, found.after
            shown_at = clock.now().wall.time()
            for shown in found.now:
                seen[shown.id, shown.day] += 1
                assert not within(shown_at, quiet), (shown, clock.now())
            told = {(late.id, late.day) for late in known.waiting if late.told is None}
            for late in told - last_told:
                seen[late] += 1
            last_told = told
            if draw.random() < 0.1:  # Today is looked at
                known, last_told = known.tell(clock.now().wall.date()), set()
            ahead = found.next_ms
            if ahead is None or ahead / 1000 >= until.timestamp():
                break
            clock.utc = datetime.fromtimestamp(ahead / 1000, UTC)
        clock.utc = max(until, clock.utc)
    found = look(known, clock, clock.now(), DAY_START, show=False)
    for late in found.after.waiting:
        if late.told is None and (late.id, late.day) not in last_told:
            seen[late.id, late.day] += 1
    now = clock.now()
    wanted = {
        (reminder.id, day)
        for reminder in every
        for day in (first + timedelta(days=n) for n in range(402))
        if reminder.weekdays >> day.weekday() & 1
        and clock.at(datetime.combine(day, time(reminder.minute // 60, reminder.minute % 60))).utc_ms
        <= now.utc_ms
    }
    assert {key: n for key, n in seen.items() if n != 1} == {}
    assert wanted <= set(seen)
    assert all(day <= now.wall.date() + timedelta(days=1) for _id, day in seen)


def within(at: time, quiet: QuietHours) -> bool:
    """Whether a time of day is quiet, by another way of reckoning: minute by minute from the first on."""
    minute, quiet_minutes = quiet.first, set()
    while minute != quiet.last:
        quiet_minutes.add(minute)
        minute = (minute + 1) % 1440
    return at.hour * 60 + at.minute in quiet_minutes


minutes = st.integers(0, 1439)
quiets = st.one_of(st.just(NIGHT), st.builds(QuietHours, first=minutes, last=minutes))


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 2**32), quiet=quiets)
def test_in_400_days_none_is_lost_none_comes_twice_none_in_quiet_hours(seed: int, quiet: QuietHours) -> None:
    simulate(seed, (AMSTERDAM,), quiet)


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_in_400_days_of_journeys_none_is_lost_and_none_comes_twice(seed: int) -> None:
    zones = ("Europe/Amsterdam", "America/New_York", "Asia/Tokyo", "Pacific/Auckland", "America/Los_Angeles")
    simulate(seed, tuple(ZoneInfo(name) for name in zones), NIGHT)


def test_a_clock_that_was_a_year_ahead_leaves_nothing_to_tell_and_nothing_put_off() -> None:
    """Shown, put off, passed by and told while the clock said 2027; then it was set right."""
    clock = ZoneClock(AMSTERDAM)
    wrong = date(2027, 11, 24)
    ahead = replace(one(1050, passed=wrong), again_ms=at(clock, 2027, 11, 24, 18, 30).utc_ms, again_day=wrong)
    passed_by = (
        PassedBy(id="a", kind=PRACTICE, day=wrong - timedelta(days=1), minute=1050),
        PassedBy(id="a", kind=PRACTICE, day=date(2026, 11, 20), minute=1050, told=wrong),
    )
    now = at(clock, 2026, 11, 24, 9)
    found = look(Reminders(every=(ahead,), quiet=NIGHT, waiting=passed_by), clock, now, DAY_START)
    assert (found.now, found.after.waiting, found.after.every[0].again_ms) == ((), (), None)
    assert wall(clock, found.next_ms) == datetime(2026, 11, 24, 17, 30)


def test_what_was_put_off_comes_in_an_hour_when_the_clock_is_set_back_meanwhile() -> None:
    clock = ZoneClock(AMSTERDAM)
    day = date(2026, 11, 24)
    later = replace(one(1050, passed=day), again_ms=at(clock, 2026, 11, 24, 18, 30).utc_ms, again_day=day)
    reminders = Reminders(every=(later,), quiet=NO_QUIET)
    back = look(reminders, clock, at(clock, 2026, 11, 24, 14), DAY_START)
    assert wall(clock, back.next_ms) == datetime(2026, 11, 24, 15)
    again = look(back.after, clock, at(clock, 2026, 11, 24, 14, 30), DAY_START)
    assert wall(clock, again.next_ms) == datetime(2026, 11, 24, 15), "not put off once more"
    due = look(again.after, clock, at(clock, 2026, 11, 24, 15), DAY_START)
    assert [shown.day for shown in due.now] == [day]
