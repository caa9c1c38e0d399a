"""What is done in the journal, as it is thought of, and a machine that compares undo and redo with it.

Each machine takes its acts from one seed, so that the numbers in a failure are enough to run it again.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import partial
from itertools import count
from random import Random
from zoneinfo import ZoneInfo

from rewire_app.domain.days import ZoneClock
from rewire_app.domain.journal.entries import Moment
from rewire_app.domain.journal.notes import MAX_VERSIONS, Note, old_note
from rewire_app.reports.notes import notes_of
from rewire_app.store.store import Store
from rewire_app.ui.base.hub import Hub
from rewire_app.ui.widgets.autosave import Burst
from tests.store import entries as make
from tests.store import journal_entries as journal

DAYS = 2
WORDS = ("a", "a b", "größer")
TEXTS = ("", *WORDS)
TAGS = ("work", "night", "")
SAME_NOTE = 0.6
"""How often typing goes on in the note in which it was before."""
Kept = tuple[int, str, tuple[str, ...]]
"""Of a note its day, its words and its tags."""


@dataclass
class Model:
    """What has to be there."""

    notes: dict[str, Kept] = field(default_factory=dict)
    days: dict[int, tuple[int | None, str]] = field(default_factory=dict)
    moments: dict[str, tuple[int, str]] = field(default_factory=dict)


@dataclass
class Step:
    """One step that can be taken back: what was there before it, and the typing it belongs to."""

    before: Model
    of: str = ""
    burst: int = 0


class Desk:
    """The journal as the machine uses it; a test that seeds a fault changes one of these."""

    def __init__(self, store: Store, first: date) -> None:
        """Write from the day `first` on, where nothing is."""
        clock = ZoneClock(ZoneInfo("Europe/Amsterdam"), stopped_at=datetime(2026, 11, 24, 19, 30))
        self.store, self.first, self.hub = store, first, Hub(clock)
        self._minutes = count()

    def day(self, number: int) -> date:
        """The day of a number."""
        return self.first + timedelta(days=number)

    def add(self, number: int, text: str) -> str:
        """Begin a note; its uid."""
        note = journal.note(day=self.day(number), text=text, tags=(), at=make.later(next(self._minutes)))
        assert self.hub.do("note", self.store.notes.add, note)
        return note.uid

    def type_in(self, uid: str, text: str, burst: int) -> None:
        """Change the words of a note, as a part of one burst of typing."""
        edited = replace(self.note(uid), text=text)
        of = Burst(of=f"note/{uid}", number=burst, typed=True)
        assert self.hub.keep("words", of, self.store.notes.edit, edited)

    def tag(self, uids: list[str], add: str, take: str) -> None:
        """Give and take a tag of many notes."""
        assert self.hub.do("tags", partial(self.store.notes.tag, uids, add=add, take=take))

    def remove(self, uids: list[str]) -> None:
        """Take notes out."""
        assert self.hub.do("removed", self.store.remove_all, {Note: uids})

    def hold(self, uid: str, text: str) -> None:
        """A change is whole: what the note said before is held."""
        version = journal.version(self.note(uid), next(self._minutes), text=text)
        assert self.hub.note(self.store.note_versions.keep, version)

    def bring_back(self, uid: str) -> None:
        """Let a note say again what it said before."""
        [version, *_older] = self.store.note_versions.of(uid)
        edited = replace(self.note(uid), text=version.text)
        assert self.hub.do("brought back", self.store.notes.edit, edited)

    def put_day(self, number: int, stress: int | None, note: str) -> None:
        """Keep what a day holds itself."""
        entry = make.day_entry(day=self.day(number), stress=stress, note=note, reactivity=None)
        assert self.hub.do("day", self.store.days.put, entry)

    def take_over(self, number: int, text: str) -> str:
        """Change the note that a day holds itself; the uid under which it is kept then."""
        entry = self.store.days.get(self.day(number))
        assert entry is not None
        held = old_note(entry)
        assert held is not None
        note = replace(held, uid=journal.note().uid, text=text)
        assert self.hub.do("words", partial(self.store.notes.take_over, note, entry))
        return note.uid

    def add_moment(self, number: int) -> Moment:
        """Keep a moment."""
        moment = make.moment(day=self.day(number), trigger="a")
        assert self.hub.do("moment", self.store.moments.add, moment)
        return moment

    def edit_moment(self, uid: str, words: str) -> None:
        """Change a moment."""
        moment = self.store.moments.get(uid)
        assert moment is not None
        assert self.hub.do("moment", self.store.moments.edit, replace(moment, trigger=words))

    def undo(self) -> None:
        """Take the newest step back."""
        self.hub.undo()

    def redo(self) -> None:
        """Do the newest step again."""
        self.hub.redo()

    def note(self, uid: str) -> Note:
        """A note that is there."""
        note = self.store.notes.get(uid)
        assert note is not None
        return note


class Machine:
    """Does anything in any order on days of its own, and compares after each step."""

    def __init__(self, desk: Desk, chance: Random) -> None:
        """Begin with nothing."""
        self.desk, self.chance = desk, chance
        self.model = Model()
        self.versions: dict[str, list[str]] = {}
        self.done: list[Step] = []
        self.undone: list[Step] = []
        self.burst = 0
        self.typed = ""
        self.did: list[str] = []

    def run(self, steps: int) -> None:
        """Go so many steps; raises an AssertionError that tells them at the first difference."""
        try:
            for turn in range(steps):
                act = self.chance.choice(self.possible())
                self.did.append(act.__name__)
                act()
                see = self.see_rest if turn % 3 == 0 else self.see_notes
                see(turn % DAYS)
            self.see_all()
        except AssertionError as error:
            raise AssertionError(f"after {', '.join(self.did)}: {error}") from error

    def possible(self) -> list[Callable[[], None]]:
        """What can be done now; what is taken back is done more often than any other thing."""
        acts = [self.add_note, self.put_day, self.add_moment]
        if self.model.notes:
            acts += [self.type_in, self.type_in, self.tag_some, self.remove_some, self.hold_a_version]
        if self.versions.keys() & self.model.notes.keys():
            acts.append(self.bring_a_version_back)
        if any(note for _stress, note in self.model.days.values()):
            acts.append(self.take_a_note_over)
        if self.model.moments:
            acts.append(self.edit_moment)
        acts += [self.undo] * 3 * bool(self.done)
        acts += [self.redo] * 3 * bool(self.undone)
        return acts

    def write(self, act: Callable[[], object], *, of: str = "") -> None:
        """Do one write; neighbours of one burst are one step."""
        step = Step(before=deepcopy(self.model), of=of, burst=self.burst)
        act()
        self.undone.clear()
        last = self.done[-1] if self.done else None
        if not (of and last is not None and (last.of, last.burst) == (of, self.burst)):
            self.done.append(step)

    def settle(self, uid: str) -> None:
        """Words that were taken back in their field leave no step that would bring them back."""
        of = self.done[-1].of
        for place in range(len(self.done) - 1, -1, -1):
            step = self.done[place]
            if step.of != of:
                return
            if step.before.notes.get(uid) == self.model.notes[uid]:
                del self.done[place:]
                return

    def some(self) -> list[str]:
        """Some of the notes that are there."""
        return self.chance.sample(list(self.model.notes), self.chance.randint(1, len(self.model.notes)))

    # what is done

    def add_note(self) -> None:
        """A new note."""
        number, text = self.chance.randrange(DAYS), self.chance.choice(WORDS)

        def act() -> None:
            self.model.notes[self.desk.add(number, text)] = (number, text, ())

        self.write(act)

    def type_in(self) -> None:
        """Other words, typed on without a rest or after one."""
        [uid, *_others], text = self.some(), self.chance.choice(TEXTS)
        if self.typed in self.model.notes and self.chance.random() < SAME_NOTE:
            uid = self.typed
        self.typed = uid
        self.burst += self.chance.choice((0, 1)) or not self.burst

        def act() -> None:
            number, _text, kept = self.model.notes[uid]
            self.desk.type_in(uid, text, self.burst)
            self.model.notes[uid] = (number, text, kept)

        self.write(act, of=f"note/{uid}")
        self.settle(uid)

    def tag_some(self) -> None:
        """Tags of many notes at once."""
        uids, add, take = self.some(), self.chance.choice(TAGS), self.chance.choice(TAGS)

        def act() -> None:
            self.desk.tag(uids, add, take)
            for uid in uids:
                number, text, kept = self.model.notes[uid]
                left = [tag for tag in kept if tag != take]
                fresh = [*left, add] if add and add not in left else left
                self.model.notes[uid] = (number, text, tuple(fresh))

        self.write(act)

    def remove_some(self) -> None:
        """Many notes out at once."""
        uids = self.some()

        def act() -> None:
            self.desk.remove(uids)
            for uid in uids:
                del self.model.notes[uid]

        self.write(act)

    def hold_a_version(self) -> None:
        """What a note said before; no step."""
        [uid, *_others], said = self.some(), self.chance.choice(WORDS)
        self.desk.hold(uid, said)
        self.versions.setdefault(uid, []).insert(0, said)

    def bring_a_version_back(self) -> None:
        """The newest of what a note said before."""
        uid = self.chance.choice([one for one in self.model.notes if one in self.versions])

        def act() -> None:
            self.desk.bring_back(uid)
            number, _text, kept = self.model.notes[uid]
            self.model.notes[uid] = (number, self.versions[uid][0], kept)

        self.write(act)

    def put_day(self) -> None:
        """What a day holds itself, with the note of earlier times."""
        number, note = self.chance.randrange(DAYS), self.chance.choice(TEXTS)
        stress = self.chance.choice((None, 0, 7))

        def act() -> None:
            self.desk.put_day(number, stress, note)
            self.model.days[number] = (stress, note)

        self.write(act)

    def take_a_note_over(self) -> None:
        """The note of a day becomes one of its own."""
        number = self.chance.choice([one for one, (_stress, note) in self.model.days.items() if note])
        text = self.chance.choice(WORDS)

        def act() -> None:
            self.model.notes[self.desk.take_over(number, text)] = (number, text, ())
            self.model.days[number] = (self.model.days[number][0], "")

        self.write(act)

    def add_moment(self) -> None:
        """A new moment."""
        number = self.chance.randrange(DAYS)

        def act() -> None:
            self.model.moments[self.desk.add_moment(number).uid] = (number, "a")

        self.write(act)

    def edit_moment(self) -> None:
        """Other words of a moment."""
        uid, said = self.chance.choice(list(self.model.moments)), self.chance.choice(TEXTS)

        def act() -> None:
            self.desk.edit_moment(uid, said)
            self.model.moments[uid] = (self.model.moments[uid][0], said)

        self.write(act)

    def undo(self) -> None:
        """The newest step is taken back."""
        before = self.done.pop().before
        self.undone.append(Step(before=self.model))
        self.desk.undo()
        self.model = before

    def redo(self) -> None:
        """And done again."""
        after = self.undone.pop().before
        self.done.append(Step(before=self.model))
        self.desk.redo()
        self.model = after

    # what is there

    def see_notes(self, number: int) -> None:
        """The notes of a day are those of the model, after the one that it holds itself."""
        model = self.model
        _stress, held = model.days.get(number, (None, ""))
        told = notes_of(self.desk.store, self.desk.day(number))
        assert not held or told[0].text == held
        own = {one.uid: (number, one.text, one.tags) for one in told[bool(held) :]}
        assert own == {uid: kept for uid, kept in model.notes.items() if kept[0] == number}

    def see_rest(self, number: int) -> None:
        """So is what the day itself holds, and so are its moments."""
        store, model, day = self.desk.store, self.model, self.desk.day(number)
        entry = store.days.get(day)
        kept = (entry.stress, entry.note) if entry is not None else (None, "")
        assert kept == model.days.get(number, (None, ""))
        moments = {one.uid: (number, one.trigger) for one in store.moments.for_day(day)}
        assert moments == {uid: one for uid, one in model.moments.items() if one[0] == number}

    def see_all(self) -> None:
        """All days, and what each note said before."""
        for number in range(DAYS):
            self.see_notes(number)
            self.see_rest(number)
        for uid in self.versions.keys() & self.model.notes.keys():
            held = [one.text for one in self.desk.store.note_versions.of(uid)]
            assert held == self.versions[uid][:MAX_VERSIONS]
