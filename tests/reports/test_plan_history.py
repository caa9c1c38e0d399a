"""Plans and pauses as they are kept, read back as planned days, agree with the worked numbers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rewire_app.domain.journal.entries import Pause
from rewire_app.insight.consistency import share_of_plan, strength
from rewire_app.reports.trends import read_notes
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import Vault, open_vault
from tests.store import entries as make

FIRST = date(2026, 10, 5)
"""A Monday."""
WORKED = json.loads((Path(__file__).parents[1] / "data" / "statistics_fixtures.json").read_text("utf-8"))
PAUSED = 5
"""Days of the pause between the first seven and the last seven of the worked fortnight."""


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    opened = open_vault(tmp_path / "profile")
    yield opened
    opened.close()


def calendar() -> list[date]:
    """The days of the worked fortnight, with the pause in its middle."""
    return [FIRST + timedelta(days=n if n < 7 else n + PAUSED) for n in range(14)]


def live_the_fortnight(store: Store) -> None:
    """Practice of the worked fortnight under two plans, Monday to Friday and any two days: five in all."""
    done = zip(calendar(), WORKED["tiny_practice"], strict=True)
    ends = [make.day_entry(day=day) for day in (FIRST, calendar()[-1])]
    practised = [make.practice(day=day) for day, practice in done if practice]
    five = make.plan(from_day=FIRST, per_week=5, weekdays=0b0011111, thread="work")
    store.many([*ends, *practised, five, make.plan(from_day=FIRST, per_week=2)])


def series(vault: Vault, last: date) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    first, end = FIRST.toordinal(), last.toordinal()
    notes = read_notes(vault, end)
    return notes.practised(first, end), notes.per_week(first, end), notes.paused(first, end)


def test_consistency_with_a_pause_entered_afterwards_is_the_worked_one(vault: Vault) -> None:
    store = Store(vault)
    live_the_fortnight(store)
    begun = FIRST + timedelta(days=7)
    store.pauses.add(Pause(uid="1" * 32, from_day=begun, to_day=begun + timedelta(days=PAUSED - 1)))
    read = series(vault, calendar()[-1])
    assert set(read[1]) == {5.0}
    active = [(day - FIRST).days for day in calendar()]
    grown = strength(*read)
    worked = strength(WORKED["tiny_practice"], 5)
    assert worked[[0, 6, 13]] == pytest.approx([0.9661, 16.6886, 41.0899], abs=1e-4)
    np.testing.assert_allclose(grown[active], worked)
    np.testing.assert_allclose(grown[7:12], worked[6])
    share = share_of_plan(*read)
    expected = [np.nan if one is None else one for one in WORKED["share_of_plan_k5_w14"]]
    np.testing.assert_allclose(share[:7], expected[:7], atol=1e-4)
    # of the 14 days up to the last but one 9 count, 6 of them with practice; 9 * 5 / 7 are planned
    assert share[-2] == pytest.approx(100 * 6 / (45 / 7))


def test_no_change_of_a_plan_changes_a_number_of_a_day_before_it(vault: Vault) -> None:
    store = Store(vault)
    live_the_fortnight(store)
    last = calendar()[-1]
    before = series(vault, last)
    at = last - timedelta(days=3)
    store.plans.put(make.plan(from_day=at, per_week=0))
    store.plans.put(make.plan(from_day=at, per_week=1, weekdays=0b1000000, thread="work"))
    store.plans.put(make.plan(from_day=at, per_week=7, thread="another"))
    after = series(vault, last)
    for was, now in zip(before, after, strict=True):
        np.testing.assert_array_equal(was[:-4], now[:-4])
    assert list(after[1][-4:]) == [7.0] * 4


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles"])
def test_another_time_zone_changes_no_day_that_was(vault: Vault, zone: str) -> None:
    store = Store(vault)
    live_the_fortnight(store)
    before = series(vault, FIRST + timedelta(days=9))
    far = replace(make.AT, zone=zone, offset_min=840 if zone.startswith("Pacific") else -480)
    today = FIRST + timedelta(days=12)
    store.practices.add(make.practice(day=today, started=far, ended=make.later(4, far)))
    store.plans.put(make.plan(from_day=today, per_week=1))
    after = series(vault, FIRST + timedelta(days=9))
    for was, now in zip(before, after, strict=True):
        np.testing.assert_array_equal(was, now)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(first=st.integers(0, 18), length=st.integers(1, 10))
def test_a_pause_changes_the_days_it_names_and_no_other(vault: Vault, first: int, length: int) -> None:
    store = Store(vault)
    last = FIRST + timedelta(days=18)
    before = series(vault, last)
    begun = FIRST + timedelta(days=first)
    change = store.pauses.add(
        Pause(uid=f"{first:032d}", from_day=begun, to_day=begun + timedelta(days=length - 1))
    )
    after = series(vault, last)
    change.revert()
    changed = set(np.flatnonzero(before[2] != after[2]))
    assert changed == set(range(first, min(19, first + length)))
