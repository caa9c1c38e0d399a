"""A clock that is set ten years ahead or back loses nothing, and keeps nobody out (T3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest

from rewire_app.domain.days import Instant
from rewire_app.store.backups import listing, taking
from rewire_app.store.backups.trial import practise
from rewire_app.store.ledger import wall_ms
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault
from tests.reliability.full import fill, seen
from tests.store import entries as make

UID = re.compile(r"[0-9a-f]{32}")
TEN_YEARS_MS = 10 * 31_556_952_000
HOUR_MS = 3_600_000
BACKWARDS = tuple(-HOUR_MS * number for number in range(9_000))
"""A clock by which everything happened before what was done before it."""

LIES = {"ahead": (TEN_YEARS_MS,), "back": (-TEN_YEARS_MS,), "to and fro": (0, TEN_YEARS_MS, -TEN_YEARS_MS)}


def uids_set_apart(found: list[object]) -> str:
    """What was seen without the uids, which are other ones in every profile.

    What is told by days and times keeps its order; the lists, which are last, stand as they were made.
    """
    *by_time, lists = found
    assert isinstance(lists, list)
    return repr([_without_uid(by_time), *(sorted(map(repr, map(_without_uid, one))) for one in lists)])


def _without_uid(one: object) -> object:
    if isinstance(one, list | tuple) and not hasattr(one, "_fields"):
        return [_without_uid(part) for part in one]
    if isinstance(one, str) and UID.fullmatch(one):  # of what it names
        return UID.pattern
    slots = getattr(one, "__slots__", ())
    return [_without_uid(getattr(one, name)) for name in slots if "uid" not in name] if slots else one


def seen_under(profile: Path, lies: tuple[int, ...]) -> list[object]:
    """What is seen in a new profile that was filled while the clock lied, and was opened again."""
    told = cycle(lies)
    vault = open_vault(profile)
    fill(Store(vault, now_ms=lambda: wall_ms() + next(told)))
    vault.close()
    vault = open_vault(profile)
    found = seen(vault)
    assert vault.faults() == []
    vault.close()
    return found


@pytest.mark.parametrize("lies", LIES.values(), ids=LIES)
def test_all_is_there_and_in_its_order_whatever_the_clock_says(quick: Path, lies: tuple[int, ...]) -> None:
    right, lied = seen_under(quick / "right", (0,)), seen_under(quick / "lied", lies)
    assert uids_set_apart(lied) == uids_set_apart(right)


def test_an_order_that_goes_by_the_clock_alone_would_be_noticed(quick: Path) -> None:
    """The known-bad way, as lists that stand as they were made: those alone are compared in their order."""
    lists = [
        [_without_uid(one) for one in seen_under(quick / name, lies)[-1]]  # type: ignore[attr-defined]
        for name, lies in (("right", (0,)), ("lied", BACKWARDS))
    ]
    assert lists[0] != lists[1]


@pytest.mark.parametrize("lie", [TEN_YEARS_MS, -TEN_YEARS_MS])
def test_what_was_done_is_taken_back_after_the_clock_was_set(quick: Path, lie: int) -> None:
    shift = 0
    vault = open_vault(quick / "profile")
    store = Store(vault, now_ms=lambda: wall_ms() + shift)
    store.days.put(make.day_entry(note="first"))
    change = store.days.put(make.day_entry(note="second"))
    shift = lie
    undone = change.revert()
    assert store.days.get(make.DAY) == make.replace(make.day_entry(note="first"), uid=uid_of(store))
    undone.revert()
    found = store.days.get(make.DAY)
    assert found is not None
    assert found.note == "second"
    vault.close()


def uid_of(store: Store) -> str:
    """The uid of the one day."""
    found = store.days.get(make.DAY)
    assert found is not None
    return found.uid


def clock(sessions: int) -> Iterator[Instant]:
    """The time of each session: hours go by, and for some the clock is ten years off."""
    for number in range(sessions):
        lie = {4: TEN_YEARS_MS, 5: TEN_YEARS_MS, 9: -TEN_YEARS_MS, 10: -TEN_YEARS_MS}.get(number % 12, 0)
        yield Instant(utc_ms=1_780_000_000_000 + number * HOUR_MS + lie, offset_min=0)


def test_there_is_always_a_copy_of_all_that_was_saved(quick: Path) -> None:
    vault = open_vault(quick / "profile")
    store = Store(vault)
    late = 0
    for number, now in enumerate(clock(48)):
        store.practices.add(make.practice(number))
        taking.automatic(vault, now)
        newest = max(listing.backups(vault.files), key=lambda copy: copy.number)
        late += newest.commit != vault.commit_seq
    assert late == 0
    assert practise(newest.path).counts["practices"] == 48
    vault.close()


def test_a_rule_that_goes_by_time_alone_would_remove_the_newest() -> None:
    times = [(now.utc_ms, number) for number, now in enumerate(clock(11))]
    kept = sorted(times)[-6:]
    assert max(times, key=lambda one: one[1]) not in kept
