"""What a person writes down in their own words: notes, what one said before, and words to begin one with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from rewire_app.domain import limits
from rewire_app.domain.days import Instant
from rewire_app.domain.journal.entries import MAX_TEXT, DayEntry
from rewire_app.errors import BadInputError
from rewire_app.i18n import _

MAX_TAGS = 50
"""So many tags fit on one note."""
MAX_VERSIONS = 30
"""So many earlier versions of one note are held; the oldest gives way."""


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
    checked_tags(entry.tags)
    return entry


def checked_tags(tags: tuple[str, ...]) -> tuple[str, ...]:
    """`tags` if they can be kept; raises BadInputError."""
    if len(tags) > MAX_TAGS:
        raise BadInputError(
            _("A note has room for {n} tags. Take some out.").format(n=MAX_TAGS), field="tags"
        )
    for tag in tags:
        limits.words(tag, "tags", limits.MAX_NAME, needed=True)
    return tags


def checked_template(entry: NoteTemplate) -> NoteTemplate:
    """`entry` if it can be kept; raises BadInputError with the field."""
    limits.words(entry.name, "name", limits.MAX_NAME, needed=True)
    limits.words(entry.text, "text", MAX_TEXT)
    return entry


def old_note(entry: DayEntry) -> Note | None:
    """The one note that a day could hold before there were several, under the uid of its day."""
    return Note(uid=entry.uid, day=entry.day, at=entry.at, text=entry.note) if entry.note else None


def without_note(entry: DayEntry) -> DayEntry | None:
    """`entry` without its note; None when nothing else is noted of the day."""
    rest = replace(entry, note="")
    return None if rest == DayEntry(uid=entry.uid, day=entry.day, at=entry.at) else rest


def read_tags(line: str) -> tuple[str, ...]:
    """The tags in a line, divided by commas, each once whatever its capitals."""
    tags: dict[str, str] = {}
    for part in line.split(","):
        if tag := part.strip().removeprefix("#").strip():
            tags.setdefault(tag.casefold(), tag)
    return tuple(tags.values())


def tags_line(tags: Iterable[str]) -> str:
    """Tags as one line, as `read_tags` reads it."""
    return ", ".join(tags)
