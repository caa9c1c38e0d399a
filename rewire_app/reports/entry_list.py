"""All entries of the journal as one list, the newest first."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta

from rewire_app.content.library import Library
from rewire_app.domain.amounts import hours_minutes
from rewire_app.domain.journal.dated_notes import read_notes
from rewire_app.domain.journal.light_markdown import opening, shown_note
from rewire_app.i18n import _
from rewire_app.reports.written import OwnEntry, WrittenKind, moment_facts
from rewire_app.store.entry_queries import Entry, newest_entries
from rewire_app.store.text import unlisted
from rewire_app.store.vault.vault import Vault

KINDS = (
    WrittenKind.NOTE,
    WrittenKind.MOMENT,
    WrittenKind.EVENING,
    WrittenKind.NIGHT,
    WrittenKind.PRACTICE,
)
"""The kinds that have a day of their own, in the order in which they are offered."""
LETTERS, LINES = 1_000, 20
"""So much of a note is looked at for the line that is shown of it."""


def newest(vault: Vault, library: Library, kinds: Collection[WrittenKind], limit: int) -> list[OwnEntry]:
    """The newest `limit` entries of `kinds`; raises a StoreError."""
    return [_told(row, library) for row in newest_entries(vault, kinds, limit)]


def _told(row: Entry, library: Library) -> OwnEntry:
    kind, uid, day, ms, off, words = WrittenKind(row[0]), *row[1:6]
    at = datetime(1970, 1, 1) + timedelta(milliseconds=ms, minutes=off or 0) if ms is not None else None
    tags = unlisted(row[6]) if kind is WrittenKind.NOTE and row[6] else ()
    exercise = str(row[6]) if kind is WrittenKind.PRACTICE else ""
    if kind is WrittenKind.NOTE:
        words = shown_note(opening(words, LETTERS, LINES)).text
    if exercise:
        words = " ".join(note.text for note in read_notes(words))
    return OwnEntry(
        kind=kind,
        uid=uid,
        day=date.fromordinal(max(1, day)),
        at=at if kind not in (WrittenKind.EVENING, WrittenKind.NIGHT) else None,
        texts=(words,) if words.strip() else (),
        tags=tags,
        exercise=exercise,
        about=_about(kind, row, library, tags),
    )


def _about(kind: WrittenKind, row: Entry, library: Library, tags: tuple[str, ...]) -> str:
    one, two, three = row[6:]
    if kind is WrittenKind.MOMENT:
        return moment_facts(one, two, going=bool(three))
    if kind is WrittenKind.EVENING:
        rated = ((one, _("reactivity {n} of 10")), (two, _("stress {n} of 10")))
        return ", ".join(words.format(n=n) for n, words in rated if n is not None)
    if kind is WrittenKind.NIGHT:
        return _("{length} asleep").format(length=hours_minutes(one))
    if kind is WrittenKind.PRACTICE:
        minutes = max(1, round(two / 60))
        return _("{exercise}, {n} min").format(exercise=library.title(one), n=minutes)
    return _("tags: {tags}").format(tags=", ".join(tags)) if tags else ""


def stands_alone(entry: OwnEntry) -> bool:
    """Whether an entry can be taken out by itself: not an evening, and not a note that stands in its day."""
    return entry.kind is not WrittenKind.EVENING and not (entry.kind is WrittenKind.NOTE and entry.at is None)
