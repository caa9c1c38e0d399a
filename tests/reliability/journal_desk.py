"""Every write of the pages of the journal, through the hub and the store as the pages do it.

What a page holds as a draft, without a word to others, is no step and not here: a night, template, measure or
questionnaire that is half written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from rewire_app.domain.days import ZoneClock
from rewire_app.domain.journal.ahead import begun_on, moved
from rewire_app.domain.journal.entries import DayEntry, Moment, Night, Pause, Plan, Practice
from rewire_app.domain.journal.marks import CustomMeasure, CustomRating, Mark
from rewire_app.domain.journal.notes import Note, NoteTemplate, without_note
from rewire_app.domain.journal.scores import Score
from rewire_app.store.entries.noun import Begun, Dated
from rewire_app.store.store import Store
from rewire_app.ui.base import routes
from rewire_app.ui.base.hub import Hub
from rewire_app.ui.widgets.autosave import Burst
from rewire_app.ui.widgets.undo_strip import StripOffer
from tests.store import entries as make
from tests.store import journal_entries as journal

DAYS = 2
PLACES = DAYS + 1
"""Pages on which something is done: one for each day, and one for all that stands on no day."""


class Desk:
    """The journal as the machine uses it; a test that seeds a fault changes one of these.

    What may be refused says whether it was done.
    """

    def __init__(self, store: Store, first: date, pattern: str, *, erases: bool) -> None:
        """Write from the day `first` on, where nothing is; moments may belong to the `pattern`."""
        clock = ZoneClock(ZoneInfo("Europe/Amsterdam"), stopped_at=datetime(2026, 11, 24, 19, 30))
        self.store, self.first, self.hub = store, first, Hub(clock)
        self.pattern, self.erases = pattern, erases
        self.offer: StripOffer | None = None
        self._minutes = count()
        self.hub.erase = store.erasing.erase
        self.hub.offered.connect(self._hear)
        self.look_at(0)
        self.nouns: dict[type[Any], Any] = {
            Note: store.notes,
            DayEntry: store.days,
            Moment: store.moments,
            Night: store.nights,
            NoteTemplate: store.note_templates,
            Score: store.scores,
            CustomMeasure: store.custom_measures,
            CustomRating: store.custom_ratings,
            Practice: store.practices,
            Plan: store.plans,
            Pause: store.pauses,
            Mark: store.marks,
        }

    def _hear(self, offer: StripOffer) -> None:
        self.offer = offer

    def look_at(self, place: int) -> None:
        """Have one of the pages in sight."""
        route = routes.journal(self.day(place)) if place < DAYS else routes.QUESTIONNAIRES
        self.hub.in_sight = lambda: route

    def day(self, number: int) -> date:
        """The day of a number."""
        return self.first + timedelta(days=number)

    def read(self, kind: type[Any]) -> dict[str, Any]:
        """All entries of a kind from the first day on, by uid."""
        noun = self.nouns[kind]
        dated = isinstance(noun, Dated | Begun)
        return {one.uid: one for one in (noun.after(self.first - timedelta(days=1)) if dated else noun.all())}

    # what is kept in forms

    def add(self, entry: Any) -> bool:
        """Keep what a form gives as new: a moment, template, own measure, questionnaire or its total."""
        return self.hub.do("kept", self.nouns[type(entry)].add, entry)

    def edit(self, entry: Any) -> bool:
        """Keep what a form changed."""
        return self.hub.do("changed", self.nouns[type(entry)].edit, entry)

    def remove(self, kind: type[Any], uid: str) -> bool:
        """Take one entry out."""
        return self.hub.do("removed", self.nouns[kind].remove, uid)

    def move(self, entry: Any, day: date) -> bool:
        """Count an entry for another day, as is offered for those of days to come."""
        noun = self.nouns[type(entry)]
        there = begun_on(entry, day) if isinstance(entry, Plan | Pause | Mark) else moved(entry, day)
        return self.hub.do("moved", getattr(noun, "move", None) or noun.edit, there)

    def make(self, entry: Any) -> bool:
        """What other pages and imports leave in the journal."""
        return self.hub.do("made elsewhere", self.store.many, [entry])

    # what saves by itself

    def put(self, entry: Any, burst: Burst) -> bool:
        """Keep an answer about a day, a part of a night, or the value of an own measure."""
        return self.hub.keep("put", burst, self.nouns[type(entry)].put, entry)

    def empty(self, entry: Any, burst: Burst) -> bool:
        """An answer was emptied, and with it goes its row."""
        return self.hub.keep("emptied", burst, self.nouns[type(entry)].remove, entry.uid)

    # notes

    def begin(self, note: Note, burst: Burst) -> bool:
        """The first words of a note."""
        return self.hub.keep("words", burst, self.store.notes.add, note)

    def type_in(self, note: Note, burst: Burst) -> bool:
        """Other words or tags of a note."""
        return self.hub.keep("words", burst, self.store.notes.edit, note)

    def take_back(self, uid: str, burst: Burst) -> bool:
        """The words of a new note were taken back in its field."""
        return self.hub.keep("words", burst, self.store.notes.remove, uid)

    def take_out(self, uid: str, burst: Burst) -> bool:
        """A note without a word is put away."""
        done = self.hub.keep("removed", burst, self.store.notes.remove, uid)
        self.hub.offer(burst.of)
        return done

    def tag(self, uids: list[str], add: str, take: str) -> bool:
        """Give and take a tag of many notes."""
        return self.hub.do("tags", partial(self.store.notes.tag, uids, add=add, take=take))

    def remove_all(self, by_kind: Mapping[type[Any], Iterable[str]]) -> bool:
        """Take out what is chosen in the list of everything."""
        return self.hub.do("removed", self.store.remove_all, by_kind)

    def hold(self, note: Note, text: str) -> bool:
        """A change is whole: what the note said before is held."""
        version = journal.version(note, at=make.later(next(self._minutes)), text=text)
        return self.hub.note(self.store.note_versions.keep, version)

    def bring_back(self, note: Note) -> bool:
        """Let a note say again what it said before."""
        [version, *_older] = self.store.note_versions.of(note.uid)
        return self.hub.do("brought back", self.store.notes.edit, replace(note, text=version.text))

    def take_over(self, note: Note, entry: DayEntry, burst: Burst) -> bool:
        """Change the note that a day holds itself, which is kept as `note` then."""
        return self.hub.keep("words", burst, partial(self.store.notes.take_over, note, entry))

    def remove_held(self, entry: DayEntry) -> bool:
        """Take out the note that a day holds itself."""
        rest, days = without_note(entry), self.store.days
        if rest is None:
            return self.hub.do("removed", days.remove, entry.uid)
        return self.hub.do("removed", days.put, rest)

    # facts

    def put_fact(self, key: str, text: str) -> bool:
        """Use another list of words, or leave a half written moment out."""
        return self.hub.do("fact", self.store.profile.put, self._own(key), text)

    def note_fact(self, key: str, text: str) -> bool:
        """Add a word to a list, or hold a half written moment: no step."""
        return self.hub.note(self.store.profile.put, self._own(key), text)

    def fact(self, key: str) -> str | None:
        """A fact as it is kept."""
        return self.store.profile.get(self._own(key))

    def _own(self, key: str) -> str:
        return f"{key} {self.first}"

    # back

    def clear(self) -> None:
        """Leave nothing to the next machine of what stands on no day."""
        kinds = (NoteTemplate, CustomMeasure)
        self.store.remove_all({kind: list(self.read(kind)) for kind in kinds})

    def undo(self) -> None:
        """Take back what is newest on the page in sight."""
        self.hub.undo()

    def redo(self) -> None:
        """Do again what is newest there."""
        self.hub.redo()

    def delete_for_ever(self) -> None:
        """What the strip at the foot offers once something was removed."""
        assert self.offer is not None
        assert self.offer.quiet
        self.offer.then()
