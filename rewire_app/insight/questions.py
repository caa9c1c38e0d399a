"""What is asked of the days, as values: which amount goes with reactivity, its limits, and its legs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from numpy.typing import ArrayLike

from rewire_app.i18n import _
from rewire_app.insight.answer_words import AnswerWords, Said
from rewire_app.insight.legs import Alive, ComparedDays, Legs, practice_legs, sleep_legs
from rewire_app.insight.link import practice_week
from rewire_app.insight.practice_words import PRACTICE_WORDS
from rewire_app.insight.regression import Floats, daily
from rewire_app.insight.rules import Limits
from rewire_app.insight.sleep_words import SLEEP_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkQuestion:
    """Whether reactivity goes with an amount of each day.

    amount: of each day, from what was noted and what was paused; NaN where not known. both: a day counts only
    with rating and amount. spread: standard deviation of the amount below which it is too even to compare.
    prior: standard deviation of links among people, in points of 10 per unit; a told size is drawn towards
    zero by it. tilt: how far the amount may differ between rated and unrated days. pauses: whether paused
    days count for nothing. legs: all estimates.
    """

    key: str
    title: Said
    amount: Callable[[ArrayLike, ArrayLike | None], Floats]
    both: bool
    spread: float
    prior: float
    tilt: float
    limits: Limits
    pauses: bool
    legs: Callable[[ComparedDays, Alive], Legs]
    words: AnswerWords


PRACTICE = LinkQuestion(
    key="link",
    title=lambda: _("Practice and reactivity"),
    amount=practice_week,
    both=False,
    spread=1.0,
    prior=0.2,
    tilt=1.0,
    limits=Limits(unrelated=0.1, needs_check=False),
    pauses=True,
    legs=practice_legs,
    words=PRACTICE_WORDS,
)
"""Practice days of the 7 days before; as many points for as many days a week."""

SLEEP = LinkQuestion(
    key="sleep",
    title=lambda: _("Sleep against reactivity"),
    amount=lambda hours, _paused: daily(hours, "sleep_hours"),
    both=True,
    spread=0.5,
    prior=0.4,
    tilt=0.5,
    limits=Limits(unrelated=0.2, needs_check=True),
    pauses=False,
    legs=sleep_legs,
    words=SLEEP_WORDS,
)
"""Hours asleep in the night that ended that day. An hour more is as common as two practice days more."""
