"""Ladders read from the notes: their order, their tries, and which steps the exercise offers today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from rewire_app.content.library import Library
from rewire_app.domain.journal.unwanted import UnwantedEffect, Worse
from rewire_app.domain.lists.entries import LadderStep, Pattern
from rewire_app.domain.lists.expected import Expectation, ExpectationKind, ExpectationState
from rewire_app.reports.ladders import ORDER, offered_steps, patterns_by_fear, read_ladders
from rewire_app.reports.lists import read_lists
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault
from tests.store import entries as make

TODAY = date(2026, 11, 24)
EARLIER = TODAY - timedelta(days=4)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    vault = open_vault(tmp_path / "profile")
    yield Store(vault)
    vault.close()


def uid(n: int) -> str:
    return f"{n:032x}"


def fill(store: Store) -> None:
    for n, (words, fear, done) in enumerate(
        (("Ring the bank", 6, None), ("Ring a shop", 3, EARLIER), ("Ring the office", 4, None))
    ):
        store.ladder.add(LadderStep(uid=uid(n), fear="Phones", step=words, distress=fear, done_day=done))


def steps(store: Store) -> list[str]:
    [ladder] = read_ladders(store)
    return [rung.step.step for rung in ladder.rungs]


def test_a_ladder_stands_by_fear_until_the_person_puts_it_in_order(store: Store) -> None:
    fill(store)
    assert steps(store) == ["Ring the bank", "Ring the office", "Ring a shop"]
    store.profile.put(ORDER, f"{uid(2)} {uid(0)} {uid(1)}")
    assert steps(store) == ["Ring the office", "Ring the bank", "Ring a shop"]


def test_the_exercise_offers_the_next_step_and_those_taken_and_no_other(store: Store) -> None:
    fill(store)
    exercise = Library().exercise("c-exposure")
    assert read_lists(store, exercise, TODAY)["@ladder.step"] == ("Ring the office", "Ring a shop")
    builds = Library().exercise("c-ladder")
    assert "@ladder.step" not in read_lists(store, builds, TODAY)


def test_after_a_new_step_only_it_and_older_ones_are_offered_that_day(store: Store) -> None:
    fill(store)
    store.ladder.edit(
        LadderStep(uid=uid(2), fear="Phones", step="Ring the office", distress=4, done_day=TODAY)
    )
    store.open.add(
        Expectation(
            uid=uid(9),
            what="Ring the office",
            kind=ExpectationKind.EXPOSURE,
            step=uid(2),
            found=4,
            made_day=TODAY,
            looked_day=TODAY,
            state=ExpectationState.DONE,
        )
    )
    assert offered_steps(store, TODAY) == ("Ring a shop", "Ring the office")
    assert offered_steps(store, TODAY + timedelta(days=1))[0] == "Ring the bank"


def test_on_a_day_with_a_very_high_rating_nothing_is_offered(store: Store) -> None:
    fill(store)
    store.days.put(make.DayEntry(uid=uid(20), day=TODAY, at=make.AT, reactivity=8))
    assert offered_steps(store, TODAY) == ()
    assert offered_steps(store, TODAY + timedelta(days=1)) != ()


def test_what_made_things_worse_and_is_not_to_be_offered_is_not(store: Store) -> None:
    fill(store)
    store.unwanted_effects.add(
        UnwantedEffect(uid=uid(21), day=EARLIER, answer=Worse.LOT, exercise="c-exposure", offered=False)
    )
    assert offered_steps(store, TODAY) == ()


def test_a_ladder_knows_the_patterns_it_belongs_to(store: Store) -> None:
    store.patterns.add(Pattern(uid=uid(30), reaction="Let it ring", situation="it rings", fear="phones "))
    store.patterns.add(Pattern(uid=uid(31), reaction="Say yes"))
    assert patterns_by_fear(store) == {"phones": [(uid(30), "When it rings")]}
