"""What is done in the journal is taken back and done again as its model says (I6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import pytest

from rewire_app.domain.journal.entries import DayEntry, Moment, Night
from rewire_app.domain.journal.marks import CustomMeasure, CustomRating
from rewire_app.domain.journal.notes import Note
from rewire_app.domain.journal.scores import Score
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault
from rewire_app.ui.widgets.autosave import Burst
from tests.reliability.journal_acts import Machine
from tests.reliability.journal_desk import DAYS, Desk
from tests.store import entries as make
from tests.store import list_entries as lists

STEPS = 30
TOGETHER = 100
"""So many machines share one profile: each after the other, on days of its own.

Wine holds a file open once more for each look at it, until a locked one is closed: 250 are too many there.
"""
ERASING = 3
"""Of so many machines one deletes for ever."""


def run(folder: Path, machines: int, desk: type[Desk] = Desk, seed: int = 1) -> None:
    """Let so many machines run; what they left is whole."""
    for begun in range(0, machines, TOGETHER):
        vault = open_vault(folder / f"{seed} {begun}")
        try:
            stamps = count(make.AT.utc_ms)
            store = Store(vault, now_ms=lambda stamps=stamps: next(stamps))
            run_in(store, range(begun, min(begun + TOGETHER, machines)), desk, seed)
            assert vault.faults() == []
        finally:
            vault.close()


def run_in(store: Store, numbers: range, desk: type[Desk], seed: int) -> None:
    """Let the machines of these numbers run in one profile."""
    pattern = lists.pattern()
    store.patterns.add(pattern)
    for number in numbers:
        first = make.DAY + timedelta(days=DAYS * number)
        used = desk(store, first, pattern.uid, erases=number % ERASING == 0)
        try:
            Machine(used, Random(f"{seed} {number}")).run(STEPS)
        except AssertionError as error:
            raise AssertionError(f"seed {seed}, machine {number}, {error}") from error
        used.clear()


def test_300_machines_find_no_difference_in_the_journal(quick: Path) -> None:
    run(quick, 300)


@pytest.mark.slow
def test_5000_machines_find_no_difference_in_the_journal(quick: Path) -> None:
    run(quick, 5_000, seed=2)


class WithoutRedo(Desk):
    """Doing again does nothing."""

    def redo(self) -> None:
        self.undo()


class TagsTheFirstAlone(Desk):
    """Of many notes only one gets its tag."""

    def tag(self, uids: list[str], add: str, take: str) -> bool:
        return super().tag(uids[:1], add, take)


class TagsStepByStep(Desk):
    """Tags of many notes are as many steps."""

    def tag(self, uids: list[str], add: str, take: str) -> bool:
        return all([super(TagsStepByStep, self).tag([uid], add, take) for uid in uids])


class LeavesTheNoteOfTheDay(Desk):
    """A note that is taken over from its day stands in both."""

    def take_over(self, note: Note, _entry: DayEntry, burst: Burst) -> bool:
        return self.begin(note, burst)


class BringsBackForGood(Desk):
    """An earlier version that was brought back cannot be taken back."""

    def bring_back(self, note: Note) -> bool:
        [version, *_older] = self.store.note_versions.of(note.uid)
        return self.hub.note(self.store.notes.edit, replace(note, text=version.text))


class TypesOnForEver(Desk):
    """All that is typed into a note is one burst, whatever rest was between."""

    def type_in(self, note: Note, burst: Burst) -> bool:
        return super().type_in(note, replace(burst, number=1))


class HoldsTheNewWords(Desk):
    """A version holds what a note says now."""

    def hold(self, note: Note, _text: str) -> bool:
        return super().hold(note, note.text)


class RemovesStepByStep(Desk):
    """Entries of many kinds that are removed together are a step for each kind."""

    def remove_all(self, by_kind: Mapping[type[Any], Iterable[str]]) -> bool:
        return all(
            [super(RemovesStepByStep, self).remove_all({kind: uids}) for kind, uids in by_kind.items()]
        )


class BringsMomentsBackWithoutWhatWasDone(Desk):
    """A moment that was removed comes back without a field."""

    def undo(self) -> None:
        before = self.read(Moment)
        super().undo()
        for uid, moment in self.read(Moment).items():
            if uid not in before:
                self.store.moments.edit(replace(moment, did=()))


class ChangesNightsForGood(Desk):
    """What is changed in a night is no step."""

    def put(self, entry: Any, burst: Burst) -> bool:
        if isinstance(entry, Night) and entry.uid in self.read(Night):
            return self.hub.note(self.store.nights.put, entry)
        return super().put(entry, burst)


class MeasuresComeBackEmpty(Desk):
    """The values of a measure are lost when its removal is taken back."""

    def undo(self) -> None:
        before = self.read(CustomMeasure)
        super().undo()
        for rating in self.read(CustomRating).values():
            if rating.measure_uid not in before:
                self.store.custom_ratings.remove(rating.uid)


class ValuesGoAtOnce(Desk):
    """The values of a measure that is removed are steps of their own."""

    def remove(self, kind: type[Any], uid: str) -> bool:
        for rating in self.read(CustomRating).values():
            if rating.measure_uid == uid:
                super().remove(CustomRating, rating.uid)
        return super().remove(kind, uid)


class RatesOnForEver(Desk):
    """All values that a measure is given on a day are one step, whatever rest was between."""

    def put(self, entry: Any, burst: Burst) -> bool:
        once = replace(burst, number=1, typed=False)
        return super().put(entry, once if isinstance(entry, CustomRating) else burst)


class KeepsTotalsAlone(Desk):
    """The answers to a questionnaire are not kept."""

    def add(self, entry: Any) -> bool:
        return super().add(replace(entry, answers=()) if isinstance(entry, Score) else entry)


class MovesOverOthers(Desk):
    """An entry that is moved takes the place of what its new day has."""

    def move(self, entry: Any, day: date) -> bool:
        if isinstance(entry, Night):
            return self.hub.do("moved", self.store.nights.put, replace(entry, day=day))
        return super().move(entry, day)


class AddsWordsAsSteps(Desk):
    """A word that is added to a list is a step to take back."""

    def note_fact(self, key: str, text: str) -> bool:
        return self.put_fact(key, text)


class RemembersWhatWasErased(Desk):
    """What was deleted for ever leaves its steps behind."""

    def delete_for_ever(self) -> None:
        erase, self.hub.erase = self.hub.erase, lambda names: erase(names) and frozenset()
        super().delete_for_ever()


SEEDED = (
    WithoutRedo,
    TagsTheFirstAlone,
    TagsStepByStep,
    LeavesTheNoteOfTheDay,
    BringsBackForGood,
    TypesOnForEver,
    HoldsTheNewWords,
    RemovesStepByStep,
    BringsMomentsBackWithoutWhatWasDone,
    ChangesNightsForGood,
    MeasuresComeBackEmpty,
    ValuesGoAtOnce,
    RatesOnForEver,
    KeepsTotalsAlone,
    MovesOverOthers,
    AddsWordsAsSteps,
    RemembersWhatWasErased,
)


@pytest.mark.parametrize("desk", SEEDED)
def test_a_fault_seeded_in_the_journal_is_found(quick: Path, desk: type[Desk]) -> None:
    with pytest.raises(AssertionError):
        run(quick, 100, desk)
