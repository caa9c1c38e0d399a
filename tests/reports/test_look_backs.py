"""Sixty days of looking back: three a day at most, each asked once, none on a hard day."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from rewire_app.domain.days import Instant
from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.lists.expected import Expectation, ExpectationOutcome, ExpectationState
from rewire_app.domain.lists.guesses import ASKED_FOR, MOST, counted
from rewire_app.reports.guesses import guess_book
from rewire_app.reports.look_backs import Later, answered, look_backs, put_off
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault
from tests.store import entries as make

FIRST = date(2026, 10, 1)
HARD = {FIRST + timedelta(days=n) for n in (9, 10, 31)}
NOON = 720


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    vault = open_vault(tmp_path / "profile")
    yield Store(vault)
    vault.close()


@pytest.mark.parametrize("seed", [3, 8])
def test_sixty_days_of_looking_back(store: Store, seed: int) -> None:
    draw = random.Random(seed)
    made = Instant(utc_ms=1_790_000_000_000, offset_min=0)
    for number in range(60):
        due = FIRST + timedelta(days=draw.randrange(60))
        chance = draw.randrange(101)
        store.open.add(Expectation(uid=new_uid(made), what=f"Guess {number}", chance=chance, due=due))
    for day in HARD:
        store.moments.add(make.moment(day=day, peak=9))
    days_asked: dict[str, list[date]] = {}
    said: dict[str, set[Later]] = {}
    for day in (FIRST + timedelta(days=n) for n in range(75)):
        rows = look_backs(store, day, NOON)
        assert len(rows) <= (0 if day in HARD else MOST)
        for row in rows:
            entry = row.entry
            assert isinstance(entry, Expectation)
            days_asked.setdefault(entry.uid, []).append(day)
            choice = draw.random()
            if choice < 0.5:
                store.open.edit(answered(entry, draw.choice(list(ExpectationOutcome)), day))
            elif choice < 0.7:
                assert row.later not in said.setdefault(entry.uid, set())
                said[entry.uid].add(row.later)
                store.open.edit(put_off(entry, day))
    for uid, days in days_asked.items():
        assert max(days) - min(days) < timedelta(days=2 * ASKED_FOR + 2), uid
    entries = store.open.all()
    book = guess_book(entries, day)
    over = [one for one in entries if one.state is ExpectationState.DONE]
    assert len(book.due) + len(book.over) == 60
    assert book.feared.count + book.hoped.count == len(over) == len(counted(entries, hoped=False))


def test_what_was_answered_is_counted_once_however_often_it_is_changed(store: Store) -> None:
    entry = Expectation(uid=new_uid(make.AT), what="They laugh", chance=70, due=FIRST)
    store.open.add(entry)
    done = store.open.edit(answered(entry, ExpectationOutcome.CAME, FIRST))
    kept = store.open.get(entry.uid)
    assert kept is not None

    def book() -> tuple[int, int]:
        read = guess_book(store.open.all(), FIRST)
        return read.feared.count, len(read.due)

    changed = store.open.edit(answered(kept, ExpectationOutcome.NOT, FIRST))
    assert book() == (1, 0)
    gone = store.open.remove(entry.uid)
    assert book() == (0, 0)
    gone.revert()
    changed.revert()
    assert book() == (1, 0)
    done.revert()
    assert book() == (0, 1)
