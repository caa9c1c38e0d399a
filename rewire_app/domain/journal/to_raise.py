"""Lines a person gathers over weeks, to raise them in a session."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rewire_app.domain import limits
from rewire_app.domain.days import Instant
from rewire_app.domain.journal.entries import MAX_TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class ToRaise:
    """One line to raise in a session. done_day: the day on which it was, None while it waits."""

    uid: str
    day: date
    at: Instant
    text: str
    done_day: date | None = None


def checked_to_raise(entry: ToRaise) -> ToRaise:
    """`entry` if it can be kept; raises BadInputError with the field."""
    limits.words(entry.text, "text", MAX_TEXT, needed=True)
    return entry
