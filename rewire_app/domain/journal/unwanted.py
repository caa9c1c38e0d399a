"""Whether anything in Rewire made things worse: what a person answered, and when they may be asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rewire_app.domain import limits
from rewire_app.domain.journal.entries import MAX_TEXT
from rewire_app.errors import BadInputError
from rewire_app.i18n import _

MONTH = 30
"""Days between two questions, and days after the first practice before the first one."""
RECENT = 28
"""Without practice for so many days there is nothing to ask about."""
DISTRESS = 8
"""On a day with a rating of this or more, nobody is asked (0 to 10)."""
PUT_AWAY = "unwanted_put_away"
"""The person's fact that holds the day on which the question was last put away."""


class Worse(StrEnum):
    """Whether anything made things worse."""

    NOTHING = "nothing"
    SOME = "some"
    LOT = "lot"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnwantedEffect:
    """One answer. `exercise`: the id of the exercise or article it was, "" something else or not said.

    `offered`: whether that exercise may still be offered to someone who did not ask for it.
    """

    uid: str
    day: date
    answer: Worse
    exercise: str = ""
    offered: bool = True
    note: str = ""


def worse_words(answer: Worse) -> str:
    """An answer as it is said."""
    return {Worse.NOTHING: _("Nothing"), Worse.SOME: _("Some"), Worse.LOT: _("A lot")}[answer]


def checked(entry: UnwantedEffect) -> UnwantedEffect:
    """`entry` if it can be kept; raises BadInputError with the field."""
    limits.chosen(entry.answer, Worse, "answer")
    limits.words(entry.exercise, "exercise", limits.MAX_NAME)
    limits.words(entry.note, "note", MAX_TEXT)
    if not entry.offered and not entry.exercise:
        raise BadInputError(_("Choose what is not to be offered any more."), field="exercise")
    return entry


def may_ask(
    today: date, *, first: date | None, latest: date | None, answered: date | None, distress: int | None
) -> bool:
    """Whether Today may ask.

    `first`, `latest`: the first and last practice. `answered`: when the question was last answered or put
    away; a day in the future (a clock set back) does not count. `distress`: the highest rating of the day.
    """
    if first is None or latest is None or (distress is not None and distress >= DISTRESS):
        return False
    begun, practised = (today - first).days >= MONTH, (today - latest).days < RECENT
    return begun and practised and (answered is None or not 0 <= (today - answered).days < MONTH)
