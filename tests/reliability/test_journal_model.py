"""What is done in the journal is taken back and done again as its model says (I6)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault
from tests.reliability.journal_model import DAYS, Desk, Machine
from tests.store import entries as make

STEPS = 30


@pytest.fixture
def store(quick: Path) -> Iterator[Store]:
    vault = open_vault(quick / "profile")
    yield Store(vault)
    vault.close()


def run(store: Store, machines: int, desk: type[Desk] = Desk, seed: int = 1) -> None:
    """Let so many machines run, each on days of its own."""
    for number in range(machines):
        first = make.DAY + timedelta(days=DAYS * number)
        try:
            Machine(desk(store, first), Random(f"{seed} {number}")).run(STEPS)
        except AssertionError as error:
            raise AssertionError(f"seed {seed}, machine {number}, {error}") from error


def test_300_machines_find_no_difference_in_the_journal(store: Store) -> None:
    run(store, 300)
    assert store.vault.faults() == []


@pytest.mark.slow
def test_5000_machines_find_no_difference_in_the_journal(store: Store) -> None:
    run(store, 5_000, seed=2)
    assert store.vault.faults() == []


class WithoutRedo(Desk):
    """Doing again does nothing."""

    def redo(self) -> None:
        self.undo()


class TagsTheFirstAlone(Desk):
    """Of many notes only one gets its tag."""

    def tag(self, uids: list[str], add: str, take: str) -> None:
        super().tag(uids[:1], add, take)


class TagsStepByStep(Desk):
    """Tags of many notes are as many steps."""

    def tag(self, uids: list[str], add: str, take: str) -> None:
        for uid in uids:
            super().tag([uid], add, take)


class LeavesTheNoteOfTheDay(Desk):
    """A note that is taken over from its day stands in both."""

    def take_over(self, number: int, text: str) -> str:
        return self.add(number, text)


class BringsBackForGood(Desk):
    """An earlier version that was brought back cannot be taken back."""

    def bring_back(self, uid: str) -> None:
        do, self.hub.do = self.hub.do, lambda _what, write, *given: self.hub.note(write, *given)  # type: ignore[method-assign]
        try:
            super().bring_back(uid)
        finally:
            self.hub.do = do  # type: ignore[method-assign]


class TypesOnForEver(Desk):
    """All that is typed into a note is one burst, whatever rest was between."""

    def type_in(self, uid: str, text: str, _burst: int) -> None:
        super().type_in(uid, text, 1)


class HoldsTheNewWords(Desk):
    """A version holds what a note says now."""

    def hold(self, uid: str, _text: str) -> None:
        super().hold(uid, self.note(uid).text)


SEEDED = (
    WithoutRedo,
    TagsTheFirstAlone,
    TagsStepByStep,
    LeavesTheNoteOfTheDay,
    BringsBackForGood,
    TypesOnForEver,
    HoldsTheNewWords,
)


@pytest.mark.parametrize("desk", SEEDED)
def test_a_fault_seeded_in_the_journal_is_found(store: Store, desk: type[Desk]) -> None:
    with pytest.raises(AssertionError):
        run(store, 100, desk)
