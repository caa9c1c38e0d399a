"""Nights as typed: around one midnight, across clock changes and flights, with their true length."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewire_app.domain.days import Clock, ZoneClock, logical_day
from rewire_app.domain.journal.entries import Night, new_uid
from rewire_app.domain.journal.night_entry import (
    DAY,
    Felt,
    NightTimes,
    as_times,
    felt,
    fits,
    from_midnight,
    half_a_day_off,
    like,
    likely,
    make_night,
    quality_of,
    readings,
    usual,
)

ZONES = (
    "Europe/Amsterdam",
    "America/New_York",
    "Australia/Sydney",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
)

CHANGES = {
    "Europe/Amsterdam": (date(2026, 3, 29), date(2026, 10, 25)),
    "America/New_York": (date(2026, 3, 8), date(2026, 11, 1)),
    "Australia/Sydney": (date(2026, 10, 4), date(2026, 4, 5)),
}
"""Days of waking on which an hour was lost, and on which one was gained."""

zones = st.sampled_from(ZONES)
days = st.dates(date(2020, 1, 1), date(2035, 12, 31))
minutes = st.integers(0, DAY - 1)


@st.composite
def typed(draw: st.DrawFn) -> NightTimes:
    """Any night of at most 16 hours, begun at any time of the day."""
    bed = draw(st.integers(0, 719 + 720))
    parts = sorted(draw(st.integers(0, 960)) for _part in range(3))
    lights, wake, up = ((bed + part) % DAY for part in parts)
    return NightTimes(
        bed=bed % DAY,
        lights=lights,
        wake=wake,
        up=up,
        sol_min=draw(st.integers(0, 60)),
        waso_min=draw(st.integers(0, 60)),
    )


def stored(times: NightTimes, day: date, clock: Clock) -> Night:
    return make_night(times, uid=new_uid(clock.now()), day=day, clock=clock)


def clock_in(zone: str) -> ZoneClock:
    return ZoneClock(ZoneInfo(zone))


def minutes_really_passed(zone: str, start: datetime, end: datetime) -> float:
    """Minutes between two times on the wall of `zone`, by zoneinfo and UTC alone."""
    here = ZoneInfo(zone)
    passed = end.replace(tzinfo=here).astimezone(UTC) - start.replace(tzinfo=here).astimezone(UTC)
    return passed / timedelta(minutes=1)


@given(times=typed(), day=days, zone=zones)
def test_a_night_shows_again_what_was_typed(times: NightTimes, day: date, zone: str) -> None:
    clock = clock_in(zone)
    assert as_times(stored(times, day, clock), clock) == times


@given(times=typed(), day=days, zone=zones, shift=st.integers(-12, 12))
def test_a_night_with_a_flight_is_the_same_night_when_it_is_opened_again(
    times: NightTimes, day: date, zone: str, shift: int
) -> None:
    clock = clock_in(zone)
    flown = NightTimes(**{**fields(times), "bed_shift_min": 60 * shift})
    night = stored(flown, day, clock)
    shown = as_times(night, clock)
    again = stored(shown, day, clock)
    for name in ("bed", "lights", "wake", "up"):
        assert getattr(again, name) == getattr(night, name)
    assert (shown.bed, shown.lights, shown.wake, shown.up) == (times.bed, times.lights, times.wake, times.up)


@given(times=typed(), day=days, shift=st.integers(-12, 12))
def test_where_no_clock_changes_every_flight_is_shown_again(times: NightTimes, day: date, shift: int) -> None:
    clock = clock_in("Asia/Kolkata")
    flown = NightTimes(**{**fields(times), "bed_shift_min": 60 * shift})
    assert as_times(stored(flown, day, clock), clock) == flown


def test_a_flight_east_makes_the_night_longer_than_the_clocks_say() -> None:
    clock = clock_in("Asia/Kolkata")
    bed_in_london = NightTimes(
        bed=23 * 60, lights=23 * 60, wake=7 * 60, up=7 * 60, sol_min=0, waso_min=0, bed_shift_min=-330
    )
    night = stored(bed_in_london, date(2026, 1, 10), clock)
    assert night.in_bed_min == 8 * 60 - 330
    assert night.bed.offset_min == 0
    assert night.bed.wall == datetime(2026, 1, 9, 23, 0)


@given(times=typed(), day=days, zone=zones)
def test_every_night_has_the_length_that_really_passed(times: NightTimes, day: date, zone: str) -> None:
    night = stored(times, day, clock_in(zone))
    assert night.in_bed_min == round(minutes_really_passed(zone, night.bed.wall, night.up.wall))
    passed = minutes_really_passed(zone, night.lights.wall, night.wake.wall)
    assert night.asleep_min == round(passed) - times.sol_min - times.waso_min


@pytest.mark.parametrize("zone", CHANGES)
def test_a_night_over_a_clock_change_is_an_hour_shorter_or_longer(zone: str) -> None:
    times = NightTimes(bed=23 * 60, lights=23 * 60 + 15, wake=6 * 60 + 45, up=7 * 60, sol_min=15, waso_min=10)
    lost, gained = CHANGES[zone]
    clock = clock_in(zone)
    assert stored(times, lost, clock).in_bed_min == 7 * 60
    assert stored(times, lost, clock).asleep_min == 6 * 60 + 30 - 25
    assert stored(times, gained, clock).in_bed_min == 9 * 60
    assert stored(times, gained, clock).asleep_min == 8 * 60 + 30 - 25
    assert stored(times, gained + timedelta(days=1), clock).in_bed_min == 8 * 60
    assert as_times(stored(times, lost, clock), clock) == times
    assert as_times(stored(times, gained, clock), clock) == times


@pytest.mark.parametrize("zone", CHANGES)
def test_times_that_never_came_or_came_twice_make_a_night(zone: str) -> None:
    times = NightTimes(bed=2 * 60 + 30, lights=2 * 60 + 30, wake=9 * 60, up=9 * 60, sol_min=0, waso_min=0)
    clock = clock_in(zone)
    for day in CHANGES[zone]:
        night = stored(times, day, clock)
        assert as_times(night, clock) == times
        assert night.in_bed_min in (330, 390, 450)


@given(four=st.tuples(minutes, minutes, minutes, minutes), day=days, zone=zones)
def test_any_four_times_make_a_night_without_a_fault(
    four: tuple[int, int, int, int], day: date, zone: str
) -> None:
    bed, lights, wake, up = four
    times = NightTimes(bed=bed, lights=lights, wake=wake, up=up, sol_min=0, waso_min=0)
    clock = clock_in(zone)
    counted = from_midnight(times)
    assert list(counted) == sorted(counted)
    assert 0 <= counted[2] < DAY
    assert as_times(stored(times, day, clock), clock) == times


def test_a_night_belongs_to_the_day_of_waking() -> None:
    clock = clock_in("Europe/Amsterdam")
    times = NightTimes(bed=23 * 60 + 10, lights=0, wake=6 * 60, up=6 * 60 + 30, sol_min=10, waso_min=0)
    night = stored(times, date(2026, 11, 24), clock)
    assert night.day == date(2026, 11, 24)
    assert night.bed.wall == datetime(2026, 11, 23, 23, 10)
    assert night.lights.wall == datetime(2026, 11, 24, 0, 0)
    assert night.up.wall == datetime(2026, 11, 24, 6, 30)


def test_sleep_after_a_night_shift_is_of_the_same_day() -> None:
    clock = clock_in("Europe/Amsterdam")
    times = NightTimes(bed=8 * 60, lights=8 * 60, wake=14 * 60, up=14 * 60 + 30, sol_min=5, waso_min=0)
    night = stored(times, date(2026, 11, 24), clock)
    assert night.bed.wall == datetime(2026, 11, 24, 8, 0)
    assert night.in_bed_min == 390


NIGHTS = ((23, 7), (22, 5), (0, 8), (13, 20), (8, 15), (2, 9))
"""From which hour to which one lies in bed: by night, after midnight, after a night shift and before one."""


@cache
def changes_everywhere() -> tuple[tuple[str, date], ...]:
    """Every zone with each day of two years on which its clock is changed."""
    found = []
    for zone in sorted(available_timezones()):
        here, day = ZoneInfo(zone), datetime(2026, 1, 1, 12)
        for _day in range(730):
            after = day + timedelta(days=1)
            if day.replace(tzinfo=here).utcoffset() != after.replace(tzinfo=here).utcoffset():
                found.append((zone, after.date()))
            day = after
    return tuple(found)


def test_in_every_zone_a_night_over_a_clock_change_is_as_long_as_it_was_and_of_the_day_of_waking() -> None:
    assert len({zone for zone, _day in changes_everywhere()}) > 100
    for zone, change in changes_everywhere():
        clock = clock_in(zone)
        for hours, later in ((hours, later) for hours in NIGHTS for later in (0, 1)):
            day = change + timedelta(days=later)
            bed, up = (60 * hour for hour in hours)
            times = NightTimes(bed=bed, lights=bed + 10, sol_min=20, waso_min=15, wake=up - 5, up=up)
            night = stored(times, day, clock)
            passed = minutes_really_passed(zone, night.bed.wall, night.up.wall)
            assert night.in_bed_min == round(passed), (zone, day, hours)
            assert night.asleep_min == round(passed) - 10 - 5 - 20 - 15, (zone, day, hours)
            assert night.wake.wall.date() == day, (zone, day, hours)
            assert as_times(night, clock) == times, (zone, day, hours)


def at(hour: int, minute: int = 0, day: int = 24) -> Clock:
    """The clock of somebody at home in November."""
    return ZoneClock(ZoneInfo("Europe/Amsterdam"), stopped_at=datetime(2026, 11, day, hour, minute))


def lain(bed: int, up: int) -> NightTimes:
    """From one full hour to another in bed."""
    return NightTimes(bed=60 * bed, lights=60 * bed, wake=60 * up, up=60 * up, sol_min=0, waso_min=0)


def read(bed: int, up: int, clock: Clock, day: date = date(2026, 11, 24)) -> list[tuple[datetime, datetime]]:
    """From when to when the night may have been, the likeliest first."""
    found = readings(lain(bed, up), day=day, clock=clock, day_start=4)
    nights = [stored(one, day, clock) for one in found]
    return [(night.bed.wall, night.up.wall) for night in nights]


def test_sleep_of_the_afternoon_noted_in_the_evening_was_today() -> None:
    assert read(13, 20, at(21)) == [(datetime(2026, 11, 24, 13), datetime(2026, 11, 24, 20))]


def test_a_usual_night_was_the_one_before_whenever_it_is_noted() -> None:
    for clock in (at(8), at(21), at(3, day=25), at(12, day=29)):
        assert read(23, 7, clock) == [(datetime(2026, 11, 23, 23), datetime(2026, 11, 24, 7))]


def test_who_woke_before_the_day_was_over_is_asked_which_end_of_it_is_meant() -> None:
    morning = (datetime(2026, 11, 23, 20), datetime(2026, 11, 24, 2))
    small_hours = (datetime(2026, 11, 24, 20), datetime(2026, 11, 25, 2))
    assert read(20, 2, at(10)) == [morning]
    assert read(20, 2, at(3, day=25)) == [small_hours, morning]
    assert read(20, 2, at(12, day=28)) == [morning, small_hours]


def test_a_night_that_has_not_ended_is_none_that_can_be_meant() -> None:
    assert read(13, 20, at(19)) == []


@given(times=typed(), day=days, zone=zones, hours=st.integers(-5, 60), start=st.integers(0, 12))
def test_whatever_is_meant_has_ended_by_now_and_on_its_day(
    times: NightTimes, day: date, zone: str, hours: int, start: int
) -> None:
    now = datetime(day.year, day.month, day.day) + timedelta(hours=hours)
    clock = ZoneClock(ZoneInfo(zone), stopped_at=now)
    for one in readings(times, day=day, clock=clock, day_start=start):
        night = stored(one, day, clock)
        assert night.up.utc_ms <= clock.now().utc_ms
        assert day in (night.wake.wall.date(), logical_day(night.wake, start))
        assert as_times(night, clock) == one


def test_times_between_which_a_whole_day_passes_are_not_one_night() -> None:
    assert fits(lain(23, 7))
    half_changed = NightTimes(bed=90, lights=23 * 60, wake=7 * 60, up=7 * 60, sol_min=0, waso_min=0)
    assert not fits(half_changed)


def test_usual_times_are_the_middle_of_those_before_also_around_midnight() -> None:
    clock = clock_in("Europe/Amsterdam")
    nights = [
        stored(lain(bed, up), date(2026, 11, 20 + bed % 3), clock) for bed, up in ((22, 6), (23, 7), (1, 9))
    ]
    assert usual(nights, clock) == lain(23, 7)
    assert usual([], clock) is None


def fields(times: NightTimes) -> dict[str, int]:
    names = ("bed", "lights", "wake", "up", "sol_min", "waso_min", "bed_shift_min")
    return {name: getattr(times, name) for name in names}


def typed_night(bed: int, lights: int, wake: int, up: int) -> NightTimes:
    """Times as they are typed, with 20 minutes to fall asleep."""
    return NightTimes(bed=bed, lights=lights, sol_min=20, waso_min=10, wake=wake, up=up)


EVERYDAY = typed_night(22 * 60 + 50, 23 * 60 + 10, 6 * 60 + 45, 7 * 60 + 10)


@pytest.mark.parametrize("names", [("bed",), ("lights",), ("wake",), ("up",), ("bed", "lights")])
def test_am_and_pm_that_were_swapped_are_found(names: tuple[str, ...]) -> None:
    swapped = replace(EVERYDAY, **{name: (getattr(EVERYDAY, name) + 720) % DAY for name in names})
    assert half_a_day_off(swapped) == (EVERYDAY, names)


def test_a_night_by_day_and_one_that_nothing_mends_are_left_alone() -> None:
    assert half_a_day_off(EVERYDAY) is None
    assert half_a_day_off(typed_night(8 * 60, 8 * 60 + 10, 14 * 60, 14 * 60 + 30)) is None
    assert half_a_day_off(replace(EVERYDAY, sol_min=600)) is None


@given(times=typed())
def test_what_is_offered_for_swapped_times_is_an_everyday_night(times: NightTimes) -> None:
    found = half_a_day_off(times)
    if likely(times):
        assert found is None
    elif found is not None:
        meant, names = found
        assert likely(meant)
        assert {
            name for name in ("bed", "lights", "wake", "up") if getattr(meant, name) != getattr(times, name)
        } == set(names)


def test_a_night_like_the_last_one_says_nothing_of_when_one_was_awake() -> None:
    clock = clock_in("Europe/Amsterdam")
    last = stored(replace(EVERYDAY, awake=((60, 10),), awakenings=1), date(2026, 11, 22), clock)
    assert like(last, clock) == replace(EVERYDAY, awakenings=1)


@pytest.mark.parametrize(
    ("quality", "step"),
    [
        (0, "very poor"),
        (2, "very poor"),
        (3, "poor"),
        (5, "fair"),
        (6, "fair"),
        (8, "good"),
        (10, "very good"),
    ],
)
def test_a_quality_of_ten_lies_in_one_of_five_steps_and_stays_as_it_is(quality: int, step: str) -> None:
    assert felt(quality) == step
    assert quality_of(felt(quality), quality) == quality
    assert felt(quality_of(Felt(step))) == step


def test_a_quality_that_was_not_noted_is_none() -> None:
    assert felt(None) is None
    assert quality_of(None, 7) is None
