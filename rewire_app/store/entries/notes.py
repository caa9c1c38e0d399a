"""The nouns of what is written and asked in the journal beside the days: notes, templates, questionnaires."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sqlalchemy import select

from rewire_app.domain.change import Change
from rewire_app.domain.journal.entries import DayEntry
from rewire_app.domain.journal.notes import (
    MAX_VERSIONS,
    Note,
    NoteTemplate,
    NoteVersion,
    checked_note,
    checked_template,
    without_note,
)
from rewire_app.domain.journal.scores import Score, checked_score
from rewire_app.store.codec import Codec
from rewire_app.store.entries.journal import Days
from rewire_app.store.entries.noun import Dated, Distinct, Single
from rewire_app.store.ledger import Writing
from rewire_app.store.schema import journal as schema
from rewire_app.store.text import unlisted


class WrittenNotes(Single[Note], Dated[Note]):
    """The notes of the person."""

    codec = Codec(Note, schema.notes, checked=checked_note)
    topic = "notes"

    def for_day(self, day: date) -> list[Note]:
        """The notes that count for `day`, earliest first."""
        own = self._alive(self.table.c.day == day.toordinal())
        return self._all(own.order_by(self.table.c.at_ms, self.table.c.uid))

    def take_over(self, note: Note, entry: DayEntry) -> Change:
        """Keep `note` in the place of the one that `entry` holds, in one write."""
        values, rest = self.codec.values(note), without_note(entry)

        def work(writing: Writing) -> None:
            writing.insert(self.table, values)
            if rest is None:
                writing.remove(Days.codec.table, entry.uid)
            else:
                writing.replace(Days.codec.table, Days.codec.values(rest))

        return self._ledger.change({self.topic, Days.topic}, work)

    def tags(self) -> Counter[str]:
        """Every tag there is, and on how many notes it stands."""
        column = self.table.c.tags
        tagged = select(column).where(self.table.c.deleted_ms.is_(None), column != "[]")
        with self._ledger.reading() as connection:
            found = connection.execute(tagged).scalars().all()
        return Counter(tag for tags in found for tag in unlisted(tags))

    def tag(self, uids: Iterable[str], *, add: str = "", take: str = "") -> Change:
        """Give notes the tag `add` and take the tag `take` from them, all in one step; "" is none.

        Raises BadInputError if a note is not there any more or has no room, and then nothing has changed.
        """

        def work(writing: Writing) -> None:
            for uid in uids:
                note: Note = self.codec.entry(writing.read(self.table, uid))
                kept = [tag for tag in note.tags if tag != take]
                tags = tuple(dict.fromkeys([*kept, add] if add else kept))
                if tags != note.tags:
                    writing.replace(self.table, self.codec.values(replace(note, tags=tags)))

        return self._ledger.change({self.topic}, work)


class NoteVersions(Single[NoteVersion]):
    """What notes said before; `note_uid` is that of a note that is kept."""

    codec = Codec(NoteVersion, schema.note_versions)
    topic = "notes"

    def of(self, note_uid: str) -> list[NoteVersion]:
        """What one note said before, the latest first."""
        columns = self.table.c
        own = self._alive(columns.note_uid == note_uid)
        return self._all(own.order_by(columns.at_ms.desc(), columns.uid.desc()))

    def keep(self, version: NoteVersion) -> Change:
        """Keep a version; where the note has more than `MAX_VERSIONS` then, its oldest go."""
        values, columns = self.codec.values(version), self.table.c
        held = select(columns.uid).where(columns.note_uid == version.note_uid, columns.deleted_ms.is_(None))
        newest_first = held.order_by(columns.at_ms.desc(), columns.uid.desc())

        def work(writing: Writing) -> None:
            writing.insert(self.table, values)
            for (uid,) in writing.rows(newest_first)[MAX_VERSIONS:]:
                writing.remove(self.table, uid)

        return self._ledger.change({self.topic}, work)


class NoteTemplates(Distinct[NoteTemplate]):
    """Words to begin a note with; no two have the same name."""

    codec = Codec(NoteTemplate, schema.note_templates, checked=checked_template, fold=("name",))
    topic = "note_templates"
    field = "name"


class Scores(Single[Score], Dated[Score]):
    """What came of questionnaires."""

    codec = Codec(Score, schema.scores, checked=checked_score)
    topic = "scores"

    def of(self, questionnaire: str) -> list[Score]:
        """Every result of one questionnaire, earliest first."""
        columns = self.table.c
        own = self._alive(columns.questionnaire == questionnaire)
        return self._all(own.order_by(columns.day, columns.at_ms))
