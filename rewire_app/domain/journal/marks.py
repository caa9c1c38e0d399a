"""What stands beside the numbers: what happened in a stretch of time, and measures of one's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rewire_app.domain import limits
from rewire_app.domain.journal.entries import MAX_TEXT
from rewire_app.errors import BadInputError
from rewire_app.i18n import _

MAX = MAX_TEXT
"""Longest text of a mark, in characters."""

LOWEST, HIGHEST = -1_000_000, 1_000_000
"""The widest scale of an own measure."""
DAY_MINUTES = 1_440
"""The most minutes of a day."""


class MarkKind(StrEnum):
    """What a mark is about."""

    MEDICINE = "medicine"
    THERAPY = "therapy"
    ILLNESS = "illness"
    MOVE = "move"
    LOSS = "loss"
    WORK = "work"
    TRAVEL = "travel"
    PEOPLE = "people"
    OTHER = "other"


class WishedEnd(StrEnum):
    """Which end of an own measure the person would rather be at."""

    LOWER = "lower"
    HIGHER = "higher"
    NONE = "none"


class MeasureKind(StrEnum):
    """How an own measure is answered: on a scale, by yes (1) or no (0), by a number, or in minutes."""

    RATING = "rating"
    YES_OR_NO = "yes or no"
    NUMBER = "number"
    MINUTES = "minutes"


def kind_words() -> dict[MarkKind, str]:
    """Every kind as it is said, in the order in which it is offered."""
    return {
        MarkKind.MEDICINE: _("Medicine"),
        MarkKind.THERAPY: _("Therapy"),
        MarkKind.ILLNESS: _("Illness"),
        MarkKind.MOVE: _("Moving home"),
        MarkKind.LOSS: _("A loss"),
        MarkKind.WORK: _("Work or study"),
        MarkKind.TRAVEL: _("Travel"),
        MarkKind.PEOPLE: _("People"),
        MarkKind.OTHER: _("Something else"),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Something that began on `from_day`; `to_day` is included, None for a beginning without an end."""

    uid: str
    from_day: date
    kind: MarkKind
    to_day: date | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomMeasure:
    """A measure of one's own in whole numbers from `low` to `high`; `asked`: part of the evening check.

    `low_words`, `high_words`: what its ends stand for. `unit`: what its numbers count, "" for none.
    """

    uid: str
    name: str
    low: int = 0
    high: int = 10
    low_words: str = ""
    high_words: str = ""
    better: WishedEnd = WishedEnd.NONE
    asked: bool = True
    kind: MeasureKind = MeasureKind.RATING
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomRating:
    """The value of an own measure on one day; there is one a day."""

    uid: str
    measure_uid: str
    day: date
    value: int


def value_words(measure: CustomMeasure, value: int) -> str:
    """A value of an own measure as it is said: "6 of 10", "yes", "25 min", "3 cups"."""
    match measure.kind:
        case MeasureKind.YES_OR_NO:
            return _("yes") if value else _("no")
        case MeasureKind.MINUTES:
            return _("{n} min").format(n=value)
        case MeasureKind.NUMBER:
            return _("{n} {unit}").format(n=value, unit=measure.unit).strip()
    return _("{n} of {high}").format(n=value, high=measure.high)


def checked_mark(entry: Mark) -> Mark:
    """`entry` if it can be kept; raises BadInputError with the field."""
    limits.chosen(entry.kind, MarkKind, "kind")
    limits.order(entry.from_day, entry.to_day, "to_day")
    limits.words(entry.text, "text", MAX)
    return entry


def checked_measure(entry: CustomMeasure) -> CustomMeasure:
    """`entry` if it can be kept; raises BadInputError with the field."""
    limits.words(entry.name, "name", limits.MAX_NAME, needed=True)
    limits.words(entry.low_words, "low_words", limits.MAX_NAME)
    limits.words(entry.high_words, "high_words", limits.MAX_NAME)
    limits.whole(entry.low, "low", LOWEST, HIGHEST)
    limits.whole(entry.high, "high", LOWEST, HIGHEST)
    if entry.high <= entry.low:
        raise BadInputError(_("The highest number has to be above the lowest. Raise it."), field="high")
    limits.chosen(entry.better, WishedEnd, "better")
    limits.chosen(entry.kind, MeasureKind, "kind")
    if entry.kind is MeasureKind.YES_OR_NO and (entry.low, entry.high) != (0, 1):
        raise BadInputError(_("A yes or no is 0 or 1. Use these as its ends."), field="high")
    limits.words(entry.unit, "unit", limits.MAX_NAME)
    return entry


def checked_rating(entry: CustomRating, measure: CustomMeasure) -> CustomRating:
    """`entry` if it lies on the scale of its `measure`; raises BadInputError with the field."""
    limits.whole(entry.value, "value", measure.low, measure.high)
    return entry
