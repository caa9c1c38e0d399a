"""What a person leaves in an article: how far they read, what they marked, what they answered.

An article is named by its id. A block is a paragraph, heading or list item of it, counted from 0.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from rewire_app.domain import limits
from rewire_app.domain.days import Instant
from rewire_app.domain.journal.entries import MAX_TEXT
from rewire_app.errors import BadInputError
from rewire_app.i18n import _

LETTERS = 2_000
"""The step from one block to the next in the number; no block of an article is longer than that."""
MOST_BLOCKS = 499
"""The highest block that the number can hold."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class ReadingPlace:
    """The first line in sight: the block it belongs to and the letter it begins with."""

    block: int = 0
    letter: int = 0

    @property
    def number(self) -> int:
        """The place as one whole number, 0 at the beginning of the article."""
        return min(self.block, MOST_BLOCKS) * LETTERS + min(self.letter, LETTERS - 1)

    @classmethod
    def of(cls, number: int) -> ReadingPlace:
        """The place that `number` stands for."""
        block, letter = divmod(max(0, number), LETTERS)
        return cls(block=block, letter=letter)


MAX = MAX_TEXT
"""Longest note or answer, in characters."""

MAX_PLACE = 1_000_000
"""Highest block or offset inside a block."""

_QUESTION = re.compile(r"[12]|path:\S.{0,119}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Where one article stands: first opened, the day it was read to the end, the block at the top, kept.

    There is one for each article.
    """

    uid: str
    article: str
    opened: Instant
    read_day: date | None = None
    place: int = 0
    kept: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Highlight:
    """Marked words: characters `start` up to but without `end` of a block, and the words themselves.

    The quoted words find the place again when the article has changed.
    """

    uid: str
    article: str
    block: int
    start: int
    end: int
    quote: str
    at: Instant
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer in own words, never graded; there may be several to one question over time.

    `question`: "1" or "2" of the article, or "path:STEP" for the question of a step of the path.
    """

    uid: str
    article: str
    question: str
    text: str
    at: Instant
    day: date


def checked_reading(entry: Reading) -> Reading:
    """`entry` if it can be kept; raises BadInputError with the field."""
    limits.words(entry.article, "article", limits.MAX_NAME, needed=True)
    limits.whole(entry.place, "place", 0, MAX_PLACE)
    return entry


def checked_highlight(entry: Highlight) -> Highlight:
    """`entry` if it can be kept; raises BadInputError with the field."""
    limits.words(entry.article, "article", limits.MAX_NAME, needed=True)
    limits.whole(entry.block, "block", 0, MAX_PLACE)
    limits.whole(entry.start, "start", 0, MAX_PLACE)
    limits.whole(entry.end, "end", 0, MAX_PLACE)
    if entry.end <= entry.start or not entry.quote.strip():
        raise BadInputError(_("No words are marked. Select some words first."), field="quote")
    limits.words(entry.quote, "quote", MAX)
    limits.words(entry.note, "note", MAX)
    return entry


def checked_reply(entry: Reply) -> Reply:
    """`entry` if it can be kept; raises BadInputError with the field."""
    limits.words(entry.article, "article", limits.MAX_NAME)
    if not _QUESTION.fullmatch(entry.question):
        raise BadInputError(
            _("This question is not in the article any more. Close the page and open it again."),
            field="question",
        )
    limits.words(entry.text, "text", MAX, needed=True)
    return entry
