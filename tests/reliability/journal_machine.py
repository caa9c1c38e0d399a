"""A machine that does anything that can be done in the journal, in any order, and compares it with the model.

Each takes its acts from one seed, so that the numbers in a failure are enough to run it again.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from rewire_app.domain.journal.entries import DayEntry
from rewire_app.domain.journal.marks import CustomRating
from rewire_app.domain.journal.notes import MAX_VERSIONS, Note
from rewire_app.reports.notes import notes_of
from rewire_app.ui.widgets.autosave import Burst
from tests.reliability.journal_desk import DAYS, Desk
from tests.reliability.journal_model import Changes, Model
from tests.store.entries import AT, new_uid

LIST = "words:did"
FACTS = (LIST, "draft:moment")
"""A list of words, and the moment that is half written; each machine has its own."""

Act = Callable[[], None]


class Core:
    """What every act needs: the desk, the model, and the comparing of both."""

    def __init__(self, desk: Desk, chance: Random) -> None:
        """Begin with nothing."""
        self.desk, self.chance = desk, chance
        self.model = Model()
        self.versions: dict[str, list[str]] = {}
        self.bursts = 0
        self.did: list[str] = []

    def run(self, steps: int) -> None:
        """Go so many steps; raises an AssertionError that tells them at the first difference."""
        try:
            for turn in range(steps):
                act = self.chance.choice(self.possible())
                self.did.append(act.__name__)
                self.model.touched.clear()
                act()
                self.see(*self.model.touched)
                if turn % 5 == 0:
                    self.see_notes(turn % DAYS)
            self.see_all()
        except AssertionError as error:
            raise AssertionError(f"after {', '.join(self.did)}: {error}") from error

    def possible(self) -> list[Act]:
        """What can be done now."""
        raise NotImplementedError

    # the model

    def of(self, *kinds: type[Any]) -> list[Any]:
        """The entries of some kinds that are there; the values of a measure wait for it while it is not."""
        kept = self.model.kept
        there = [one for one in kept.values() if isinstance(one, kinds)]
        return [one for one in there if not isinstance(one, CustomRating) or one.measure_uid in kept]

    def any_of(self, *kinds: type[Any]) -> Any:
        """One of them."""
        return self.chance.choice(self.of(*kinds))

    def some_of(self, *kinds: type[Any]) -> list[Any]:
        """Some of them."""
        found = self.of(*kinds)
        return self.chance.sample(found, self.chance.randint(1, len(found)))

    def day_entry(self, number: int) -> DayEntry:
        """What a day holds; a new one where it holds nothing."""
        day = self.desk.day(number)
        found = [one for one in self.of(DayEntry) if one.day == day]
        return found[0] if found else DayEntry(uid=new_uid(AT), day=day, at=AT)

    def place_of(self, entry: Any) -> int:
        """The page on which an entry stands."""
        day = getattr(entry, "day", None)
        return DAYS if day is None else (day - self.desk.first).days

    def write(
        self, place: int, changes: Changes, act: Callable[[], bool], burst: Burst | None = None
    ) -> None:
        """Do one write on a page in both, or in neither."""
        self.desk.look_at(place)
        fits = self.model.fits(changes)
        assert act() is fits, "what excludes another is kept, or what does not is refused"
        if fits:
            self.model.write(place, changes, burst)

    def burst(self, of: str, *, typed: bool) -> Burst:
        """Given on without a rest, or after one."""
        self.bursts += self.chance.choice((0, 1)) or not self.bursts
        return Burst(of=of, number=self.bursts, typed=typed)

    # what is there

    def see(self, *kinds: type[Any]) -> None:
        """The entries of some kinds are those of the model; of str: the facts."""
        for kind in kinds:
            if kind is str:
                found: Any = {key: self.desk.fact(key) for key in FACTS}
                wanted = {key: self.model.kept.get(key) for key in FACTS}
            else:
                found, wanted = self.desk.read(kind), {one.uid: one for one in self.of(kind)}
            for uid in found.keys() | wanted.keys():
                assert found.get(uid) == wanted.get(uid), f"{found.get(uid)} is there, not {wanted.get(uid)}"

    def see_notes(self, number: int) -> None:
        """The notes of a day are those of the model, after the one that it holds itself."""
        held = self.day_entry(number).note
        told = notes_of(self.desk.store, self.desk.day(number))
        assert [one.text for one in told[: bool(held)]] == [held] * bool(held), "the note of the day"
        wanted = {one.uid: one for one in self.of(Note) if one.day == self.desk.day(number)}
        assert {one.uid: one for one in told[bool(held) :]} == wanted, "the notes of the day"

    def see_all(self) -> None:
        """All of it, and what each note said before."""
        for number in range(DAYS):
            self.see_notes(number)
        self.see(*self.desk.nouns, str)
        for note in self.of(Note):
            held = [one.text for one in self.desk.store.note_versions.of(note.uid)]
            assert held == self.versions.get(note.uid, [])[:MAX_VERSIONS], "what a note said before"
