"""What came in from other programs: which file, what became of it, and what own words of it mean here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rewire_app.domain import limits
from rewire_app.domain.days import Instant

MAX_FILE = 255
"""Longest name of a file that is kept, in characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtIn:
    """One file that was brought in. It holds no entries itself: `ImportedRow` names those.

    program, file, hash: as in the `Origin` of its rows. counts, left_out: JSON, as `exchange` makes and reads
    it. backup: the name of the copy that was made just before. taken_back: whether its rows were taken out
    again.
    """

    uid: str
    day: date
    at: Instant
    program: str
    file: str
    hash: str
    counts: str = "{}"
    backup: str = ""
    left_out: str = "[]"
    taken_back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedRow:
    """A row that a file wrote: its table and uid, and the time of its last change as it was written.

    place: where in the file it came from, so that the same line is known again whatever became of the row.
    filled: the fields that were empty in a row that was there before; none for a row that is new.
    """

    uid: str
    brought: str
    kind: str
    row: str
    place: str
    written_ms: int
    filled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WordMapping:
    """What a word of another program becomes here, for the next file of it.

    format: the id of the format. about: what the word is, as "mood" or "activity". becomes: JSON.
    """

    uid: str
    format: str
    about: str
    word: str
    becomes: str


def checked_brought(entry: BroughtIn) -> BroughtIn:
    """`entry` if it can be kept; raises BadInputError with the field."""
    limits.words(entry.program, "program", limits.MAX_NAME, needed=True)
    limits.words(entry.file, "file", MAX_FILE)
    return entry


def checked_mapping(entry: WordMapping) -> WordMapping:
    """`entry` if it can be kept; raises BadInputError with the field."""
    limits.words(entry.format, "format", limits.MAX_NAME, needed=True)
    limits.words(entry.about, "about", limits.MAX_NAME, needed=True)
    limits.words(entry.word, "word", MAX_FILE)
    return entry
