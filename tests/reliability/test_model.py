"""The store does what its model does, in any order of acts (I5); a store with a fault does not."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from rewire_app.content.library import Library
from rewire_app.domain.change import Change
from rewire_app.store.vault.vault import open_vault
from tests.reliability.model import Notes, machine
from tests.store import entries as make

STEPS = 40


@pytest.fixture(scope="module")
def library() -> Library:
    """All content."""
    return Library()


@pytest.fixture
def whole(quick: Path) -> Path:
    """An empty profile to copy."""
    open_vault(quick / "whole").close()
    return quick / "whole"


def run(library: Library, whole: Path, machines: int, notes: type[Notes] = Notes) -> None:
    """Let so many machines run; the steps that led to a difference are printed when there is one."""
    shrinks = () if notes is Notes else (Phase.shrink,)
    chosen = settings(
        max_examples=machines,
        stateful_step_count=STEPS,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=[phase for phase in (Phase.generate, Phase.shrink) if phase not in shrinks],
        derandomize=notes is not Notes,
        database=None,
        print_blob=True,
    )
    run_state_machine_as_test(machine(library, whole, notes), settings=chosen)


def test_300_machines_find_no_difference(library: Library, whole: Path) -> None:
    run(library, whole, 300)


@pytest.mark.slow
def test_5000_machines_find_no_difference(library: Library, whole: Path) -> None:
    run(library, whole, 5_000)


class WithoutUndo(Notes):
    """Taking back does nothing."""

    def undo(self, change: Change) -> Change:
        return change


class MissingAsZero(Notes):
    """A rating that is not given is kept as none at all."""

    def put_day(self, number: int, stress: int | None, note: str) -> Change:
        return super().put_day(number, stress or 0, note)


class FirstNoteStays(Notes):
    """A day that is there keeps its note."""

    def put_day(self, number: int, stress: int | None, note: str) -> Change:
        found = self.day(number)
        return super().put_day(number, stress, note if found is None else found.note)


class RemovesAllOfTheDay(Notes):
    """With one practice another of its day goes."""

    def remove_practice(self, uid: str) -> Change:
        gone = self.store.practices.get(uid)
        assert gone is not None
        change = super().remove_practice(uid)
        for other in self.store.practices.for_day(gone.day):
            self.store.practices.remove(other.uid)
        return change


class ForgetsTheLog(Notes):
    """After a crash only the database file counts."""

    def left_by_a_crash(self, copy: Path) -> None:
        shutil.copytree(self.store.vault.path, copy, ignore=shutil.ignore_patterns("*-wal", "*.hwm"))


class TrimsWords(Notes):
    """What was written loses its blanks at the end."""

    def edit_practice(self, uid: str, note: str) -> Change:
        return super().edit_practice(uid, note.strip())


class SearchesAsWritten(Notes):
    """A search knows only the very letters."""

    def found(self, words: str) -> set[str]:
        return {one.uid for one in self.store.practices.recent(999) if words in one.note}


class CountsRemovedDays(Notes):
    """Trends reads days that were taken out."""

    def read_stresses(self) -> list[tuple[int, int]]:
        query = "SELECT day, stress FROM days WHERE stress IS NOT NULL GROUP BY day ORDER BY day"
        return self.store.vault.connection.execute(query).fetchall()


class EditsAsNew(Notes):
    """An edit leaves the old one beside the new."""

    def edit_practice(self, uid: str, note: str) -> Change:
        found = self.store.practices.get(uid)
        assert found is not None
        return self.store.practices.add(replace(found, uid=make.practice().uid, note=note))


SEEDED = (
    WithoutUndo,
    MissingAsZero,
    FirstNoteStays,
    RemovesAllOfTheDay,
    ForgetsTheLog,
    TrimsWords,
    SearchesAsWritten,
    CountsRemovedDays,
    EditsAsNew,
)


@pytest.mark.parametrize("notes", SEEDED)
def test_a_seeded_fault_is_found(library: Library, whole: Path, notes: type[Notes]) -> None:
    with pytest.raises(AssertionError):
        run(library, whole, 100, notes)
