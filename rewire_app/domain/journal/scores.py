"""What came of a questionnaire, answered here or elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rewire_app.domain import limits
from rewire_app.domain.days import Instant
from rewire_app.errors import BadInputError
from rewire_app.i18n import _

MOST = 1_000_000
"""The highest total there can be; the lowest is its negative."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The total of one questionnaire on one day.

    questionnaire: the id of a bundled one, or the name of any other, whose total was typed. answers: what was
    answered here, item by item; none where only the total is known.
    """

    uid: str
    questionnaire: str
    day: date
    at: Instant
    total: float
    answers: tuple[int, ...] = ()


def checked_score(entry: Score) -> Score:
    """`entry` if it can be kept; raises BadInputError with the field."""
    limits.words(entry.questionnaire, "questionnaire", limits.MAX_NAME, needed=True)
    if not -MOST <= entry.total <= MOST:  # a NaN is never between two numbers
        raise BadInputError(
            _("Use a number from {low} to {high}.").format(low=f"{-MOST:,}", high=f"{MOST:,}"), field="total"
        )
    return entry
