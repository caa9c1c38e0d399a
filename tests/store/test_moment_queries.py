"""What was done in moments is read with the minutes until calm, or those that are known so far."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rewire_app.domain.change import Origin
from rewire_app.store.moment_queries import clocked, done_in_moments, measured, still_going
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import Vault
from tests.store import entries as make
from tests.store.entries import AT, DAY, later

FIRST = DAY.toordinal()
NOTED_MS = 1_700_000_000_000
"""When everything here is noted."""


@pytest.fixture
def store(vault: Vault) -> Store:
    return Store(vault, now_ms=lambda: NOTED_MS)


def noted_after(store: Store, minutes: int, **given: object) -> None:
    """Note a moment so many minutes after it began."""
    begun = later(-minutes, replace(AT, utc_ms=NOTED_MS))
    store.moments.add(make.moment(at=begun, **given))


def test_moments_are_read_with_what_was_done_by_day_and_time(store: Store) -> None:
    store.many([make.moment(3, did=(), peak=None, calm_min=None), make.moment(), make.moment(900)])
    assert done_in_moments(store.vault, FIRST, FIRST + 100) == [
        (FIRST, ("wrote back", "then walked"), 8, 25, False),
        (FIRST + 3, (), None, None, False),
    ]
    assert done_in_moments(store.vault, FIRST + 1, FIRST + 2) == []


def test_one_that_was_still_going_has_lasted_at_least_until_it_was_noted(store: Store) -> None:
    noted_after(store, 35, still_going=True, calm_min=None)
    noted_after(store, 1_441, still_going=True, calm_min=None)
    noted_after(store, -60, still_going=True, calm_min=None)
    noted_after(store, 35, still_going=True, calm_min=50)
    noted_after(store, 35, still_going=False, calm_min=None)
    found = done_in_moments(store.vault, FIRST, FIRST)
    assert sorted((minutes or 0, going) for _day, _did, _peak, minutes, going in found) == [
        (0, False),
        (0, True),
        (0, True),
        (35, True),
        (50, True),
    ]


def test_when_a_moment_that_was_brought_in_was_noted_is_not_known(store: Store) -> None:
    begun = later(-20, replace(AT, utc_ms=NOTED_MS))
    store.moments.add(
        make.moment(at=begun, still_going=True, calm_min=None),
        source=Origin(program="Other", file="diary.csv", hash="1"),
    )
    assert [row[3] for row in done_in_moments(store.vault, FIRST, FIRST)] == [None]


def test_the_newest_moment_whose_clock_runs_is_told_apart_from_what_was_only_going(store: Store) -> None:
    going = {"still_going": True, "calm_min": 3}
    clock = make.moment(1, **going, measured=True)
    store.many(
        [
            make.moment(0, **going, measured=True),
            clock,
            make.moment(2, **going, measured=False),
            make.moment(3, measured=True),
        ]
    )
    assert clocked(store.vault, FIRST, clock.at.utc_ms) == (clock.uid, clock.at)
    assert clocked(store.vault, FIRST, clock.at.utc_ms + 1) is None
    assert clocked(store.vault, FIRST + 2, 0) is None
    told = still_going(store.vault, FIRST, FIRST + 3, 0)
    assert told is not None
    assert told[1] == FIRST + 2
    assert still_going(store.vault, FIRST + 1, FIRST + 1, clock.at.utc_ms) is None
    forgotten = still_going(store.vault, FIRST + 1, FIRST + 1, clock.at.utc_ms + 1)
    assert forgotten == (clock.uid, FIRST + 1, clock.at)


def test_whether_minutes_were_measured_is_told_in_the_order_of_the_moments(store: Store) -> None:
    store.many([make.moment(2, measured=True), make.moment(0, measured=False), make.moment(1)])
    assert measured(store.vault, FIRST, FIRST + 2) == [False, None, True]
    assert measured(store.vault, FIRST + 2, FIRST + 9) == [True]
