"""Nights are told as text and to other programs, by the clock on the wall and with their true length."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from rewire_app.content.library import Library
from rewire_app.domain.days import ZoneClock
from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.journal.night_entry import NightTimes, make_night
from rewire_app.reports.nights import read_nights
from rewire_app.reports.trends import trends
from rewire_app.reports.trends_json import as_json
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault
from tests.store import entries as make

AMSTERDAM = ZoneClock(ZoneInfo("Europe/Amsterdam"), stopped_at=datetime(2026, 11, 24, 9, 0))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty profile."""
    vault = open_vault(tmp_path / "profile")
    yield Store(vault)
    vault.close()


def keep(store: Store, day: date, **given: object) -> None:
    """A night from 22:45 to 07:15, tried from 23:10, 25 minutes to sleep, 40 awake, woken at 06:50."""
    told = {"bed": 1365, "lights": 1390, "sol_min": 25, "waso_min": 40, "wake": 410, "up": 435, **given}
    night = make_night(NightTimes(**told), uid=new_uid(AMSTERDAM.now()), day=day, clock=AMSTERDAM)
    store.nights.put(night)


def test_a_night_is_read_with_its_middle_and_the_time_awake_in_the_middle_of_the_sleep(store: Store) -> None:
    keep(store, date(2026, 11, 24))
    [night] = read_nights(store.vault, date(2026, 11, 24).toordinal())
    assert (night.bed, night.asleep, night.wake, night.up) == (-75, -25, 410, 435)
    assert (night.asleep_min, night.in_bed_min, night.middle) == (395, 510, 192.5)
    assert night.awake == ((172, 212),)
    assert night.figures.middle == 912.5


def test_known_times_awake_lie_where_they_were(store: Store) -> None:
    keep(store, date(2026, 11, 24), awake=((120, 25), (300, 15)))
    [night] = read_nights(store.vault, date(2026, 11, 24).toordinal())
    assert night.awake == ((70, 95), (250, 265))


@pytest.mark.parametrize(
    ("day", "in_bed"), [(date(2026, 3, 29), 450), (date(2026, 10, 25), 570), (date(2026, 10, 26), 510)]
)
def test_over_a_clock_change_the_wall_is_drawn_and_what_passed_is_counted(
    store: Store, day: date, in_bed: int
) -> None:
    keep(store, day)
    [night] = read_nights(store.vault, day.toordinal())
    assert (night.bed, night.up, night.in_bed_min) == (-75, 435, in_bed)


def test_the_numbers_of_both_reads_agree_for_any_night(store: Store) -> None:
    for number in range(40):
        store.nights.put(make.night(number, sol_min=number))
    last = make.DAY + timedelta(days=40)
    found = {
        night.day: (night.asleep_min, night.in_bed_min)
        for night in read_nights(store.vault, last.toordinal())
    }
    for number in range(40):
        night = store.nights.get(make.DAY + timedelta(days=number))
        assert night is not None
        assert found[night.day.toordinal()] == (night.asleep_min, night.in_bed_min)


def test_nights_are_told_as_text_and_as_json(store: Store) -> None:
    today = date(2026, 11, 24)
    for back in range(14):
        keep(store, today - timedelta(days=back))
        store.days.put(make.day_entry(day=today - timedelta(days=back)))
    known = trends(store.vault, Library(), today)
    text = known.as_text()
    assert "Nights\n  Over 14 nights the middle of the night moved by about 0 minutes." in text
    assert "Night to Tuesday 24 November: in bed 22:45 to 07:15, asleep 6 h 35 min, middle 03:12." in text
    told = json.loads(as_json(known))
    assert told["sleep_habits"] == {
        "nights": 14,
        "middle_moves_by_minutes": 0,
        "weekend_later_by_minutes": 0,
    }
    assert len(told["nights"]) == 14
    assert told["nights"][-1] == {
        "day": "2026-11-24",
        "bed": "22:45",
        "fell_asleep": "23:35",
        "woke": "06:50",
        "up": "07:15",
        "minutes_asleep": 395,
        "minutes_in_bed": 510,
        "middle": "03:12",
    }
