"""What is done in the journal: every write of its pages, one act each, with what has to come of it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

from rewire_app.domain.journal.ahead import begun_on, first_day, moved
from rewire_app.domain.journal.entries import DayEntry, Moment, Night, Pause, Plan, Practice
from rewire_app.domain.journal.marks import CustomMeasure, CustomRating, Mark
from rewire_app.domain.journal.notes import Note, NoteTemplate, old_note, without_note
from rewire_app.domain.journal.scores import Score
from rewire_app.ui.widgets.autosave import Burst
from tests.reliability.journal_desk import DAYS, PLACES
from tests.reliability.journal_machine import FACTS, LIST, Act, Core
from tests.reliability.journal_values import TEXTS, WORDS, changed, fresh
from tests.store.entries import AT, later, new_uid

TAGS = ("work", "night", "")
EDITED = (Moment, NoteTemplate, CustomMeasure)
FORMS = (*EDITED, Score)
BEGUN = (Plan, Pause, Mark)
LISTED = (Note, Moment, Night, Practice)
MOVED = (DayEntry, Night, Moment, Note, CustomRating, Practice, *BEGUN)
MANY = 3
"""So many entries at most are removed together."""
ON, LINKED, ERASED, BACK, GO_ON, THERE = 0.6, 0.3, 0.3, 0.2, 0.6, 0.8
"""How often what was typed or rated last is so again, a moment is linked, what was removed is erased,
a step is taken back, that goes on, and it is done on the page where the newest of all was done."""


class NoteActs(Core):
    """What is done with notes."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.typed = ""
        self.emptied: Note | None = None
        """The note whose words were taken back just now: it is open still."""

    def of_notes(self) -> list[Act]:
        """What can be done with notes now."""
        acts: list[Act] = [*[self.begin] * 4, self.give_a_day_a_note]
        if self.of(Note):
            acts += [*[self.type_in] * 3, self.tag_one, self.tag_some, self.tag_some, self.hold_a_version]
            acts.append(self.chance.choice((self.remove_a_note, self.take_back, self.take_out)))
        if any(note.uid in self.versions for note in self.of(Note)):
            acts.append(self.bring_a_version_back)
        if self.held():
            acts += [self.take_a_note_over, self.remove_a_held_note]
        if self.emptied is not None and self.did[-1] == "take_back":
            acts += [self.begin_again] * 5
        return acts

    def held(self) -> list[DayEntry]:
        """The days that hold a note themselves."""
        return [one for one in self.of(DayEntry) if one.note]

    def note_burst(self, uid: str, *, typed: bool = True) -> Burst:
        """What is typed into a note, without a rest or after one."""
        return self.burst(f"note/{uid}", typed=typed)

    def begin(self) -> None:
        """The first words of a note."""
        number = self.chance.randrange(DAYS)
        note = replace(fresh(Note, self.desk.day(number), self.chance), text=self.chance.choice(WORDS))
        burst = self.note_burst(note.uid)
        self.write(number, {note.uid: note}, lambda: self.desk.begin(note, burst), burst)

    def begin_again(self) -> None:
        """Words in a note of which all were taken back just now; it begins at another time then."""
        assert self.emptied is not None
        at = later(len(self.did), self.emptied.at)
        note = replace(self.emptied, at=at, text=self.chance.choice(WORDS))
        burst = self.note_burst(note.uid)
        self.write(self.place_of(note), {note.uid: note}, lambda: self.desk.begin(note, burst), burst)

    def type_in(self) -> None:
        """Other words, typed on without a rest or after one."""
        note, before = self.any_of(Note), self.model.kept.get(self.typed)
        if before is not None and self.chance.random() < ON:
            note = before
        self.typed = note.uid
        note, burst = replace(note, text=self.chance.choice(TEXTS)), self.note_burst(note.uid)
        self.write(self.place_of(note), {note.uid: note}, lambda: self.desk.type_in(note, burst), burst)

    def tag_one(self) -> None:
        """Other tags, beside the words."""
        note = self.any_of(Note)
        note = replace(note, tags=tuple(self.chance.sample(TAGS[:2], self.chance.randint(0, 2))))
        burst = self.note_burst(note.uid, typed=False)
        self.write(self.place_of(note), {note.uid: note}, lambda: self.desk.type_in(note, burst), burst)

    def take_back(self) -> None:
        """All words of a note that was begun just now are taken back in its field."""
        self.emptied = note = self.any_of(Note)
        burst = self.note_burst(note.uid)
        self.write(self.place_of(note), {note.uid: None}, lambda: self.desk.take_back(note.uid, burst), burst)

    def take_out(self) -> None:
        """A note in which no word is left is put away."""
        note = self.any_of(Note)
        burst = self.note_burst(note.uid)
        self.write(self.place_of(note), {note.uid: None}, lambda: self.desk.take_out(note.uid, burst), burst)
        self.model.offer(burst.of)

    def tag_some(self) -> None:
        """Tags of many notes at once."""
        notes, add, take = self.some_of(Note), self.chance.choice(TAGS), self.chance.choice(TAGS)
        changes = {}
        for note in notes:
            left = [tag for tag in note.tags if tag != take]
            tags = tuple([*left, add] if add and add not in left else left)
            if tags != note.tags:
                changes[note.uid] = replace(note, tags=tags)
        self.write(DAYS, changes, lambda: self.desk.tag([note.uid for note in notes], add, take))

    def remove_a_note(self) -> None:
        """One note out."""
        note = self.any_of(Note)
        self.write(self.place_of(note), {note.uid: None}, lambda: self.desk.remove(Note, note.uid))

    def remove_some(self) -> None:
        """Entries of many kinds out at once."""
        some = self.some_of(*LISTED)[:MANY]
        by_kind = {type(one): [each.uid for each in some if type(each) is type(one)] for one in some}
        self.write(DAYS, {one.uid: None for one in some}, lambda: self.desk.remove_all(by_kind))

    def hold_a_version(self) -> None:
        """What a note said before; no step."""
        note, said = self.any_of(Note), self.chance.choice(WORDS)
        assert self.desk.hold(note, said)
        self.versions.setdefault(note.uid, []).insert(0, said)

    def bring_a_version_back(self) -> None:
        """The newest of what a note said before."""
        note = self.chance.choice([one for one in self.of(Note) if one.uid in self.versions])
        again = replace(note, text=self.versions[note.uid][0])
        self.write(self.place_of(note), {note.uid: again}, lambda: self.desk.bring_back(note))

    def give_a_day_a_note(self) -> None:
        """A note such as a day held itself in earlier times."""
        number = self.chance.randrange(DAYS)
        entry = replace(self.day_entry(number), note=self.chance.choice(TEXTS))
        self.write(DAYS, {entry.uid: entry}, lambda: self.desk.make(entry))

    def take_a_note_over(self) -> None:
        """The note of a day becomes one of its own."""
        entry = self.chance.choice(self.held())
        held = old_note(entry)
        assert held is not None
        note = replace(held, uid=new_uid(AT), text=self.chance.choice(WORDS))
        burst = self.note_burst(note.uid)
        changes = {note.uid: note, entry.uid: without_note(entry)}
        self.write(self.place_of(entry), changes, lambda: self.desk.take_over(note, entry, burst), burst)

    def remove_a_held_note(self) -> None:
        """The note of a day out."""
        entry = self.chance.choice(self.held())
        changes = {entry.uid: without_note(entry)}
        self.write(self.place_of(entry), changes, lambda: self.desk.remove_held(entry))


class KeptActs(Core):
    """What is done with all that is kept beside the notes."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.forms = self.chance.sample(FORMS, self.chance.randint(1, len(FORMS)))
        """What is kept in forms by this machine."""
        self.rated = ""

    def of_kept(self) -> list[Act]:
        """What can be done with it now."""
        acts: list[Act] = [self.keep_a_form] * 3
        acts += [self.put_a_night, self.answer_for_a_day, self.make_elsewhere]
        acts += [self.put_a_fact, self.note_a_fact]
        if self.of(*EDITED):
            acts += [self.change_a_form] * 2
        if self.of(*FORMS, Night):
            acts += [self.remove_one] * 2
        if self.of(CustomMeasure):
            acts += [self.rate] * 3
        if self.of(CustomRating):
            acts.append(self.empty_a_rating)
        if self.of(*MOVED):
            acts.append(self.move_one)
        return acts

    def linked(self, entry: Any) -> Any:
        """A moment with links, or without."""
        if not isinstance(entry, Moment) or self.chance.random() > LINKED:
            return entry
        others = [one.uid for one in self.of(Moment) if one.uid != entry.uid]
        pattern = self.chance.choice((None, self.desk.pattern))
        return replace(entry, set_off_by=self.chance.choice([None, *others]), pattern=pattern)

    def keep_a_form(self) -> None:
        """A moment, a template, an own measure, a questionnaire or its total."""
        day = self.desk.day(self.chance.randrange(DAYS))
        entry = self.linked(fresh(self.chance.choice(self.forms), day, self.chance))
        place = self.place_of(entry) if isinstance(entry, Moment) else DAYS
        self.write(place, {entry.uid: entry}, lambda: self.desk.add(entry))

    def change_a_form(self) -> None:
        """Another answer in one of those; a measure is asked no more."""
        _name, entry = changed(self.any_of(*EDITED), self.chance)
        entry = self.linked(entry)
        self.write(self.place_of(entry), {entry.uid: entry}, lambda: self.desk.edit(entry))

    def remove_one(self) -> None:
        """One of those out, or a night."""
        entry = self.any_of(*FORMS, Night)
        place = self.place_of(entry) if isinstance(entry, Moment | Night) else DAYS
        self.write(place, {entry.uid: None}, lambda: self.desk.remove(type(entry), entry.uid))

    def put_a_night(self) -> None:
        """A night, or another part of it."""
        number = self.chance.randrange(DAYS)
        kept = [one for one in self.of(Night) if one.day == self.desk.day(number)]
        if kept:
            name, night = changed(kept[0], self.chance)
            burst = Burst(of=f"night {(name,) if night != kept[0] else ()}")
        else:
            night, burst = fresh(Night, self.desk.day(number), self.chance), Burst(of="night ()")
        self.write(number, {night.uid: night}, lambda: self.desk.put(night, burst), burst)

    def answer_for_a_day(self) -> None:
        """An answer in the evening; words taken back leave no day either, if that was all."""
        number = self.chance.randrange(DAYS)
        before = self.day_entry(number)
        name, entry = changed(before, self.chance)
        if entry == before:
            return
        blank, typed = entry == DayEntry(uid=entry.uid, day=entry.day, at=entry.at), name == "good"
        burst = self.burst(name, typed=typed)
        if blank and typed:
            self.write(number, {entry.uid: None}, lambda: self.desk.empty(entry, burst), burst)
        else:
            self.write(number, {entry.uid: entry}, lambda: self.desk.put(entry, burst), burst)

    def rate(self) -> None:
        """The value of an own measure on a day."""
        measure, number = self.any_of(CustomMeasure), self.chance.randrange(DAYS)
        before = self.model.kept.get(self.rated)
        if before in self.of(CustomRating) and self.chance.random() < ON:
            measure, number = self.model.kept[before.measure_uid], self.place_of(before)
        day, value = self.desk.day(number), self.chance.randint(measure.low, measure.high)
        made = CustomRating(uid=new_uid(AT), measure_uid=measure.uid, day=day, value=value)
        known = [one for one in self.of(CustomRating) if (one.measure_uid, one.day) == (measure.uid, day)]
        self.rated = uid = known[0].uid if known else made.uid
        burst = self.burst(measure.uid, typed=self.chance.random() < 0.5)
        self.write(number, {uid: replace(made, uid=uid)}, lambda: self.desk.put(made, burst), burst)

    def empty_a_rating(self) -> None:
        """The value of an own measure taken away."""
        rating = self.any_of(CustomRating)
        burst = self.burst(rating.measure_uid, typed=self.chance.random() < 0.5)
        self.write(self.place_of(rating), {rating.uid: None}, lambda: self.desk.empty(rating, burst), burst)

    def make_elsewhere(self) -> None:
        """A practice, plan, pause or mark, which the journal only moves and removes."""
        day = self.desk.day(self.chance.randrange(DAYS))
        entry = fresh(self.chance.choice((Practice, *BEGUN)), day, self.chance)
        if self.model.fits({entry.uid: entry}):
            self.write(DAYS, {entry.uid: entry}, lambda: self.desk.make(entry))

    def move_one(self) -> None:
        """An entry of a day to come is counted for another."""
        entry = self.any_of(*MOVED)
        day = self.other_day(first_day(entry))
        there = begun_on(entry, day) if isinstance(entry, BEGUN) else moved(entry, day)
        self.write(self.chance.randrange(DAYS), {entry.uid: there}, lambda: self.desk.move(entry, day))

    def other_day(self, day: date) -> date:
        """One of the other days of the machine."""
        return self.chance.choice([one for one in map(self.desk.day, range(DAYS)) if one != day])

    def put_a_fact(self) -> None:
        """Another list of words to choose from; or what is half written of a moment is let go."""
        key = self.chance.choice(FACTS)
        text = json.dumps(self.chance.sample(WORDS, 2)) if key == LIST else ""
        self.write(DAYS, {key: text}, lambda: self.desk.put_fact(key, text))

    def note_a_fact(self) -> None:
        """A word more in the list, or in the moment that is half written: no step."""
        key = self.chance.choice(FACTS)
        text = json.dumps([len(self.did), self.chance.choice(WORDS)])
        assert self.desk.note_fact(key, text)
        self.model.put({key: text})


class Machine(NoteActs, KeptActs):
    """Does all of it, takes it back, does it again, and deletes for ever what was removed.

    Some machines keep to one part, so that acts that belong together meet more often.
    """

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.parts = self.chance.choice(((self.of_notes,), (self.of_kept,), (self.of_notes, self.of_kept)))

    def possible(self) -> list[Act]:
        """What can be done now."""
        back: list[Act] = [self.undo] * 3 * bool(self.model.done) + [self.redo] * 4 * bool(self.model.undone)
        if self.model.erasable and self.desk.erases and self.chance.random() < ERASED:
            return [self.delete_for_ever]
        if back and self.chance.random() < (GO_ON if self.model.undone else BACK):
            return back
        acts = [act for part in self.parts for act in part()]
        return [*acts, self.remove_some] if self.of(*LISTED) else acts

    def page_of(self, place: int) -> int:
        """The page on which that was done, or any."""
        page = place if self.chance.random() < THERE else self.chance.randrange(PLACES)
        self.desk.look_at(page)
        return page

    def undo(self) -> None:
        """What is newest on a page is taken back."""
        page = self.page_of(self.model.done[-1].place)
        self.desk.undo()
        self.model.turn(self.model.done, self.model.undone, page)

    def redo(self) -> None:
        """And done again."""
        page = self.page_of(self.model.undone[-1].place)
        self.desk.redo()
        self.model.turn(self.model.undone, self.model.done, page)

    def delete_for_ever(self) -> None:
        """What was removed is never there again."""
        self.desk.delete_for_ever()
        for uid in self.model.erase():
            self.versions.pop(uid, None)
