"""The store as it is thought of, in plain dictionaries, and a machine that compares the two step by step."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from rewire_app.content.library import Library
from rewire_app.domain.change import Change
from rewire_app.domain.journal.entries import DayEntry, Practice
from rewire_app.errors import BadInputError
from rewire_app.reports.practised import PassLog, PassWish
from rewire_app.store import queries as reads
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault
from tests.reliability.conftest import IN_MEMORY
from tests.store import entries as make
from tests.store import list_entries as lists

ALIKE = {"ab": 0, "AB": 0, "a\0b": 0, "größe": 1, "GRÖSSE": 1, "50%": 2, "%": 3, "_": 4, "\ud800": 5, " ": 6}
"""Pieces of what is written, and which of them a search takes for the same."""
SEARCHED = {"ab": 0, "Größe": 1, "50": 2}
texts = st.lists(st.sampled_from(sorted(ALIKE)), max_size=4).map(" ".join)
stresses = st.none() | st.integers(0, 10)
DAYS = 4
days = st.integers(0, DAYS - 1)


def as_kept(text: str) -> str:
    """What of `text` can be kept: no NUL, no half of a pair."""
    return text.replace("\0", "").replace("\ud800", "")


def day(number: int) -> date:
    """The day of a number."""
    return make.DAY + timedelta(days=number)


@dataclass
class Model:
    """What has to be there."""

    days: dict[int, tuple[int | None, str]] = field(default_factory=dict)
    practices: dict[str, tuple[int, str]] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)


class Notes:
    """The store as the machine uses it; a test that seeds a fault changes one of these."""

    def __init__(self, folder: Path, library: Library) -> None:
        """Open the profile in `folder`."""
        self._library = library
        self.open(folder)

    def open(self, folder: Path) -> None:
        """Open the profile, as a start does."""
        self.store = Store(open_vault(folder))

    def close(self) -> None:
        """End in order."""
        self.store.vault.close()

    def left_by_a_crash(self, copy: Path) -> None:
        """Copy the files as they are now, which is what a crash leaves."""
        shutil.copytree(self.store.vault.path, copy)

    def put_day(self, number: int, stress: int | None, note: str) -> Change:
        """Keep the day."""
        return self.store.days.put(make.day_entry(number, stress=stress, note=note))

    def remove_day(self, number: int) -> Change:
        """Take the day out."""
        found = self.store.days.get(day(number))
        assert found is not None
        return self.store.days.remove(found.uid)

    def add_practice(self, practice: Practice) -> Change:
        """Keep a new practice."""
        return self.store.practices.add(practice)

    def edit_practice(self, uid: str, note: str) -> Change:
        """Give a practice another note."""
        found = self.store.practices.get(uid)
        assert found is not None
        return self.store.practices.edit(replace(found, note=note))

    def remove_practice(self, uid: str) -> Change:
        """Take a practice out."""
        return self.store.practices.remove(uid)

    def add_value(self, value: lists.Value) -> Change:
        """Keep a value."""
        return self.store.values.add(value)

    def undo(self, change: Change) -> Change:
        """Take a write back."""
        return change.revert()

    def day(self, number: int) -> DayEntry | None:
        """The day, if there is one."""
        return self.store.days.get(day(number))

    def stresses(self) -> list[tuple[int, int]]:
        """The ratings of stress by day, as Trends reads them."""
        return [(one - make.DAY.toordinal(), value) for one, value in self.read_stresses()]

    def read_stresses(self) -> list[tuple[int, int]]:
        """The same by ordinals."""
        return [(row[0], row[1]) for row in reads.ratings(self.store.vault, "stress", 1, 3_652_059)]

    def found(self, words: str) -> set[str]:
        """The practices in which the words stand."""
        log = PassLog(self.store.vault, self._library)
        return {one.uid for one in log.wanted(PassWish(query=words))}


def machine(library: Library, whole: Path, notes: type[Notes] = Notes) -> type[RuleBasedStateMachine]:
    """A machine over copies of the empty profile `whole`, through `notes`."""
    root = IN_MEMORY if IN_MEMORY.is_dir() else None

    class Machine(RuleBasedStateMachine):
        """Does anything in any order, and compares after each step."""

        def __init__(self) -> None:
            super().__init__()
            self.room = tempfile.TemporaryDirectory(dir=root, prefix="rewire-test-")
            self.folder = Path(self.room.name) / "0"
            shutil.copytree(whole, self.folder)
            self.notes = notes(self.folder, library)
            self.model = Model()
            self.turn = 0
            self.done: list[tuple[Change, Model]] = []
            self.undone: list[tuple[Change, Model]] = []

        def write(self, act: Callable[[], Change], change: Callable[[Model], object]) -> None:
            """Do one write in both."""
            before = deepcopy(self.model)
            self.done.append((act(), before))
            self.undone.clear()
            change(self.model)

        @rule(number=days, stress=stresses, note=texts)
        def put_day(self, number: int, stress: int | None, note: str) -> None:
            kept = (stress, as_kept(note))
            self.write(
                lambda: self.notes.put_day(number, stress, note), lambda m: m.days.update({number: kept})
            )

        @precondition(lambda self: self.model.days)
        @rule(data=st.data())
        def remove_day(self, data: st.DataObject) -> None:
            number = data.draw(st.sampled_from(sorted(self.model.days)))
            self.write(lambda: self.notes.remove_day(number), lambda m: m.days.pop(number))

        @rule(number=days, note=texts)
        def add_practice(self, number: int, note: str) -> None:
            one = make.practice(number, note=note)
            kept = (number, as_kept(note))
            self.write(lambda: self.notes.add_practice(one), lambda m: m.practices.update({one.uid: kept}))

        @precondition(lambda self: self.model.practices)
        @rule(data=st.data(), note=texts)
        def edit_practice(self, data: st.DataObject, note: str) -> None:
            uid = data.draw(st.sampled_from(list(self.model.practices)))
            kept = (self.model.practices[uid][0], as_kept(note))
            self.write(lambda: self.notes.edit_practice(uid, note), lambda m: m.practices.update({uid: kept}))

        @precondition(lambda self: self.model.practices)
        @rule(data=st.data())
        def remove_practice(self, data: st.DataObject) -> None:
            uid = data.draw(st.sampled_from(list(self.model.practices)))
            self.write(lambda: self.notes.remove_practice(uid), lambda m: m.practices.pop(uid))

        @rule(name=st.sampled_from(["Calm", "calm ", "Größe", "GRÖSSE", "Rest"]))
        def add_value(self, name: str) -> None:
            value = lists.value(name)
            key = name.strip().casefold()
            if key in self.model.values:
                try:
                    self.notes.add_value(value)
                except BadInputError:
                    return
                raise AssertionError("a value is there twice")
            self.write(lambda: self.notes.add_value(value), lambda m: m.values.update({key: value.uid}))

        @precondition(lambda self: self.done)
        @rule()
        def undo(self) -> None:
            change, before = self.done.pop()
            self.undone.append((self.notes.undo(change), self.model))
            self.model = before

        @precondition(lambda self: self.undone)
        @rule()
        def redo(self) -> None:
            change, after = self.undone.pop()
            self.done.append((self.notes.undo(change), self.model))
            self.model = after

        @rule()
        def close_and_open(self) -> None:
            self.notes.close()
            self.begin_again(self.folder)

        @rule()
        def crash(self) -> None:
            copy = self.folder.with_name(str(int(self.folder.name) + 1))
            self.notes.left_by_a_crash(copy)
            self.notes.store.vault.close()
            self.begin_again(copy)

        def begin_again(self, folder: Path) -> None:
            """What was done before cannot be taken back any more."""
            self.folder = folder
            self.done, self.undone = [], []
            self.notes.open(folder)

        @rule(words=st.sampled_from(sorted(SEARCHED)))
        def search(self, words: str) -> None:
            alike = SEARCHED[words]
            wanted = {
                uid
                for uid, (_day, note) in self.model.practices.items()
                if any(ALIKE.get(piece) == alike for piece in note.split(" "))
            }
            assert self.notes.found(words) == wanted

        @invariant()
        def what_is_there_is_what_has_to_be(self) -> None:
            """Trends and the practices after every step, days and values in turn: it has to be quick."""
            self.turn += 1
            stresses = [(n, s) for n, (s, _note) in sorted(self.model.days.items()) if s is not None]
            assert self.notes.stresses() == stresses
            practices = {one.uid: one.note for one in self.notes.store.practices.recent(999)}
            assert practices == {uid: note for uid, (_day, note) in self.model.practices.items()}
            self.see_day(self.turn % DAYS)
            if self.turn % DAYS == 0:
                self.see_values()

        def see_day(self, number: int) -> None:
            """The day is what it has to be."""
            found = self.notes.day(number)
            kept = None if found is None else (found.stress, found.note)
            assert kept == self.model.days.get(number)

        def see_values(self) -> None:
            """So are the values."""
            assert {one.uid for one in self.notes.store.values.all()} == set(self.model.values.values())

        def teardown(self) -> None:
            try:
                for number in range(DAYS):
                    self.see_day(number)
                self.see_values()
                assert self.notes.store.vault.faults() == []
            finally:
                self.notes.close()
                self.room.cleanup()

    return Machine
