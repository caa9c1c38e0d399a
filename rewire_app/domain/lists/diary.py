"""The diary card of a week: the rows a person chose, what they held on each day, why no skill was used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rewire_app.domain import limits
from rewire_app.domain.journal.entries import MAX_TEXT
from rewire_app.errors import BadInputError
from rewire_app.i18n import _


class DiarySort(StrEnum):
    """What a row of the card is about."""

    FEELING = "feeling"
    URGE = "urge"
    TARGET = "target"


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryRow:
    """A row of the card. harm: an urge to hurt oneself, as the person said. asked: it stands on new cards."""

    uid: str
    sort: DiarySort
    name: str
    harm: bool = False
    asked: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryCell:
    """What the row `row` (its uid) held on a day: 0 to 10, of a target 0 or 1; if an urge was acted on.

    There is one a row and day; None is not noted, and is no 0.
    """

    uid: str
    row: str
    day: date
    value: int | None = None
    acted: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryDay:
    """Why no skill was used on a day, in the person's words; there is one a day."""

    uid: str
    day: date
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThinkingHabit:
    """A habit of thought of the person's own; asked: it is offered in thought records."""

    uid: str
    name: str
    asked: bool = True


def checked_row(entry: DiaryRow) -> DiaryRow:
    """`entry` if it can be kept; raises BadInputError with the field."""
    limits.words(entry.name, "name", limits.MAX_NAME, needed=True)
    limits.chosen(entry.sort, DiarySort, "sort")
    if entry.harm and entry.sort is not DiarySort.URGE:
        raise BadInputError(
            _("Only an urge can be one to hurt oneself. Choose it for an urge."), field="harm"
        )
    return entry


def checked_cell(entry: DiaryCell) -> DiaryCell:
    """`entry` if it can be kept; raises BadInputError with the field."""
    limits.rating(entry.value, "value")
    return entry


def checked_why(entry: DiaryDay) -> DiaryDay:
    """`entry` if it can be kept; raises BadInputError with the field."""
    limits.words(entry.why, "why", MAX_TEXT)
    return entry


def checked_habit(entry: ThinkingHabit) -> ThinkingHabit:
    """`entry` if it can be kept; raises BadInputError with the field."""
    limits.words(entry.name, "name", limits.MAX_NAME, needed=True)
    return entry
