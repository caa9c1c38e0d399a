"""Small notes between the days: how strong it is right now, and what came back of a skill."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rewire_app.domain import limits
from rewire_app.domain.days import Instant
from rewire_app.domain.journal.entries import MAX_TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickRating:
    """How strong it was at one time, 0 to 10, and perhaps a few words."""

    uid: str
    day: date
    at: Instant
    value: int
    words: str = ""


class CameBack(StrEnum):
    """How much of a skill came back when it was asked about."""

    CAME = "came"
    PARTLY = "partly"
    NOT = "not"


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillRecall:
    """One time somebody tried to remember. subject: the id of an exercise or article, or "plan:THREAD"."""

    uid: str
    subject: str
    day: date
    at: Instant
    grade: CameBack


def checked_quick_rating(entry: QuickRating) -> QuickRating:
    """`entry` if it can be kept; raises BadInputError with the field."""
    limits.rating(entry.value, "value")
    limits.words(entry.words, "words", MAX_TEXT)
    return entry


def checked_skill_recall(entry: SkillRecall) -> SkillRecall:
    """`entry` if it can be kept; raises BadInputError with the field."""
    limits.words(entry.subject, "subject", limits.MAX_NAME, needed=True)
    limits.chosen(entry.grade, CameBack, "grade")
    return entry
