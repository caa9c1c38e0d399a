"""What a person writes down in their own words: notes, what one said before, and words to begin one with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rewire_app.domain import limits
from rewire_app.domain.days import Instant
from rewire_app.domain.journal.entries import MAX_TEXT
from rewire_app.errors import BadInputError
from rewire_app.i18n import _

MAX_TAGS = 50
"""So many tags fit on one note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note, one of any number a day, in plain text with light Markdown."""

    uid: str
    day: date
    at: Instant
    text: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteVersion:
    """What a note said until `at`."""

    uid: str
    note_uid: str
    at: Instant
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteTemplate:
    """Words to begin a note with, under a name of the person's."""

    uid: str
    name: str
    text: str


def checked_note(entry: Note) -> Note:
    """`entry` if it can be kept; raises BadInputError with the field."""
    limits.words(entry.text, "text", MAX_TEXT)
    if len(entry.tags) > MAX_TAGS:
        raise BadInputError(
            _("A note has room for {n} tags. Take some out.").format(n=MAX_TAGS), field="tags"
        )
    for tag in entry.tags:
        limits.words(tag, "tags", limits.MAX_NAME, needed=True)
    return entry


def checked_template(entry: NoteTemplate) -> NoteTemplate:
    """`entry` if it can be kept; raises BadInputError with the field."""
    limits.words(entry.name, "name", limits.MAX_NAME, needed=True)
    limits.words(entry.text, "text", MAX_TEXT)
    return entry
