"""Time: instants remember the clock on the wall, and a day begins when the person says so."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewire_app.domain.days import DAY_START, Instant, ZoneClock, instant, logical_day, minutes_between

ZONES = (
    "Europe/Amsterdam",
    "America/New_York",
    "America/St_Johns",
    "Australia/Sydney",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Pacific/Apia",
    "UTC",
)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

walls = st.datetimes(datetime(2000, 1, 1), datetime(2037, 12, 31))
zones = st.sampled_from(ZONES)
instants = st.builds(
    Instant,
    utc_ms=st.integers(946_684_800_000, 2_145_916_800_000),
    offset_min=st.integers(-14 * 60, 14 * 60),
)


@given(at=instants)
def test_wall_aware_and_utc_are_the_same_point(at: Instant) -> None:
    assert at.aware.astimezone(UTC) == EPOCH + timedelta(milliseconds=at.utc_ms)
    assert at.aware.replace(tzinfo=None) == at.wall
    assert instant(at.aware, at.zone or "x") == Instant(
        utc_ms=at.utc_ms, offset_min=at.offset_min, zone=at.zone or "x"
    )


@given(moment=walls, zone=zones)
def test_an_aware_moment_survives_becoming_an_instant(moment: datetime, zone: str) -> None:
    real = moment.replace(tzinfo=UTC).astimezone(ZoneInfo(zone))
    at = instant(real, zone)
    assert at.wall == real.replace(tzinfo=None, microsecond=real.microsecond // 1000 * 1000)
    assert at.offset_min == real.utcoffset() // timedelta(minutes=1)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        instant(datetime(2026, 3, 29, 12))


@given(wall=walls, zone=zones)
def test_any_time_on_the_wall_has_an_instant_that_shows_it(wall: datetime, zone: str) -> None:
    wall = wall.replace(microsecond=0)
    at = ZoneClock(ZoneInfo(zone)).at(wall)
    assert at.wall == wall
    assert at.zone == zone


@pytest.mark.parametrize(
    ("zone", "twice"),
    [
        ("Europe/Amsterdam", datetime(2026, 10, 25, 2, 30)),
        ("America/New_York", datetime(2026, 11, 1, 1, 30)),
        ("Australia/Sydney", datetime(2026, 4, 5, 2, 30)),
        ("Australia/Lord_Howe", datetime(2026, 4, 5, 1, 45)),
    ],
)
def test_a_time_that_comes_twice_is_the_first_one(zone: str, twice: datetime) -> None:
    clock = ZoneClock(ZoneInfo(zone))
    before = clock.at(twice - timedelta(hours=1))
    assert minutes_between(before, clock.at(twice)) == 60


@pytest.mark.parametrize(
    ("zone", "never"),
    [
        ("Europe/Amsterdam", datetime(2026, 3, 29, 2, 30)),
        ("America/New_York", datetime(2026, 3, 8, 2, 30)),
        ("Australia/Sydney", datetime(2026, 10, 4, 2, 30)),
        ("Australia/Lord_Howe", datetime(2026, 10, 4, 2, 15)),
    ],
)
def test_a_time_that_never_came_is_still_a_time(zone: str, never: datetime) -> None:
    at = ZoneClock(ZoneInfo(zone)).at(never)
    assert at.wall == never
    assert logical_day(at) == never.date() - timedelta(days=1)


@given(wall=walls)
def test_the_computers_own_clock_gives_an_instant_for_any_time(wall: datetime) -> None:
    clock = ZoneClock()
    at = clock.at(wall)
    assert at.utc_ms == wall.astimezone(UTC).timestamp() * 1000 // 1
    assert abs(at.offset_min) <= 14 * 60


def test_half_past_one_at_night_counts_for_the_evening_before() -> None:
    clock = ZoneClock(ZoneInfo("Europe/Amsterdam"))
    assert logical_day(clock.at(datetime(2026, 11, 25, 1, 30))) == date(2026, 11, 24)
    assert logical_day(clock.at(datetime(2026, 11, 25, 3, 59))) == date(2026, 11, 24)
    assert logical_day(clock.at(datetime(2026, 11, 25, 4, 0))) == date(2026, 11, 25)


@given(at=instants, start=st.integers(0, 12))
def test_a_logical_day_is_this_date_or_the_one_before(at: Instant, start: int) -> None:
    day = logical_day(at, start)
    early = at.wall.hour < start
    assert day == at.wall.date() - timedelta(days=1 if early else 0)


@given(at=instants, start=st.integers(0, 12))
def test_a_logical_day_never_goes_back_as_time_goes_on(at: Instant, start: int) -> None:
    later = Instant(utc_ms=at.utc_ms + 60_000, offset_min=at.offset_min)
    step = logical_day(later, start) - logical_day(at, start)
    assert step in (timedelta(0), timedelta(days=1))


@given(at=instants, start=st.integers(0, 12))
def test_every_day_is_as_long_as_the_next(at: Instant, start: int) -> None:
    tomorrow = Instant(utc_ms=at.utc_ms + 86_400_000, offset_min=at.offset_min)
    assert logical_day(tomorrow, start) == logical_day(at, start) + timedelta(days=1)


@given(at=instants, minutes=st.integers(0, 3 * 1440), moved=st.integers(-12 * 60, 12 * 60))
def test_minutes_that_passed_do_not_depend_on_what_the_clock_was_set_to(
    at: Instant, minutes: int, moved: int
) -> None:
    later = Instant(utc_ms=at.utc_ms + minutes * 60_000, offset_min=at.offset_min + moved)
    assert minutes_between(at, later) == minutes


def test_a_stopped_clock_stands_still_in_its_zone() -> None:
    clock = ZoneClock(ZoneInfo("Asia/Kolkata"), stopped_at=datetime(2026, 11, 24, 21, 0))
    assert clock.now() == clock.now()
    assert clock.now().aware == datetime(2026, 11, 24, 21, 0, tzinfo=timezone(timedelta(hours=5, minutes=30)))


def test_a_running_clock_shows_the_present() -> None:
    before = datetime.now(UTC)
    shown = ZoneClock(ZoneInfo("America/New_York")).now().aware
    after = datetime.now(UTC)
    assert before - timedelta(milliseconds=1) <= shown <= after


def test_the_day_starts_at_four_unless_another_hour_was_chosen() -> None:
    assert DAY_START == 4


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no zone for one process alone")
def test_the_computers_own_clock_follows_it_to_another_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, noon = ZoneClock(), datetime(2026, 11, 24, 12)
    try:
        monkeypatch.setenv("TZ", "Asia/Tokyo")
        assert clock.now().offset_min == clock.at(noon).offset_min == 9 * 60
        monkeypatch.setenv("TZ", "America/New_York")
        assert clock.at(noon).offset_min == -5 * 60
    finally:
        monkeypatch.undo()
        clock.now()


def test_in_every_zone_a_day_starts_at_four_also_on_the_days_of_a_clock_change() -> None:
    for zone in sorted(available_timezones()):
        here = ZoneInfo(zone)
        clock = ZoneClock(here)
        days = [datetime(2026, 1, 1, 12) + timedelta(days=n) for n in range(366)]
        offsets = [day.replace(tzinfo=here).utcoffset() for day in days]
        for before, after, day in zip(offsets, offsets[1:], days[1:], strict=False):
            if before == after:
                continue
            start = day.replace(hour=DAY_START)
            assert logical_day(clock.at(start)) == day.date(), zone
            assert logical_day(clock.at(start - timedelta(minutes=1))) == day.date() - timedelta(days=1), zone
            assert logical_day(clock.at(start + timedelta(hours=23, minutes=59))) == day.date(), zone
            hours = [clock.at(start).utc_ms + 3_600_000 * n for n in range(-30, 30)]
            shown = [instant(datetime.fromtimestamp(ms / 1000, here)) for ms in hours]
            named = [logical_day(one) for one in shown]
            assert named == sorted(named), zone
