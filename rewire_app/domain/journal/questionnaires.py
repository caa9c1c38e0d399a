"""Questionnaires: what they ask, how a total comes about, and what may be said of two of them.

No total gets a band, a colour or a label. Whether a change is larger than what the questionnaire itself
wavers by can be said only where its standard deviation and its reliability are published.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import sqrt

from rewire_app.domain.amounts import number_words
from rewire_app.domain.journal.scores import Score
from rewire_app.i18n import _

RHYTHM = timedelta(days=28)
"""A questionnaire is answered once in so many days at most: its questions look back over weeks."""
APART = timedelta(days=21)
"""So far apart two totals have to be, at least, before anything is said of their difference."""
SURE = 1.96
"""Standard errors of a difference that are not reached by chance in 95 of 100 cases."""


class Scoring(StrEnum):
    """How the answers become one number."""

    SUM = "sum"
    MEAN = "mean"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionnaireItem:
    """One line of a questionnaire, word for word; `reverse`: it counts the other way round."""

    text: str
    reverse: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedSpread:
    """The standard deviation and the reliability of the total, and who published them when."""

    sd: float
    reliability: float
    author: str
    year: int

    @property
    def needed(self) -> float:
        """Points from which a difference is more than wavering (Jacobson and Truax 1991)."""
        return SURE * self.sd * sqrt(2 * (1 - self.reliability))


@dataclass(frozen=True, slots=True, kw_only=True)
class WayToPeople:
    """From which total, or from which sum of a pair of items (numbered from 0), people are named."""

    total: int
    pairs: tuple[tuple[int, int], ...]
    pair: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Questionnaire:
    """A questionnaire as it was published. `first`: the number of the first of its `options`.

    about: what it is about, in the program's words. stem: what stands before all items. source, licence: who
    made it, and why it may stand here.
    """

    id: str
    name: str
    about: str
    stem: str
    first: int
    options: tuple[str, ...]
    items: tuple[QuestionnaireItem, ...]
    scoring: Scoring
    source: str
    licence: str
    people: WayToPeople | None = None
    spread: PublishedSpread | None = None

    @property
    def most(self) -> int:
        """The highest total there can be."""
        last = self.first + len(self.options) - 1
        return last * (len(self.items) if self.scoring is Scoring.SUM else 1)

    def total(self, answers: Sequence[int]) -> float:
        """The total of `answers`, one for each item, each the number of its option.

        Raises ValueError when one is missing or is the number of none.
        """
        last = self.first + len(self.options) - 1
        if len(answers) != len(self.items) or not all(self.first <= one <= last for one in answers):
            raise ValueError("every item has one answer, the number of an option")
        turned = self.first + last
        counted = [
            turned - answer if item.reverse else answer
            for item, answer in zip(self.items, answers, strict=True)
        ]
        return sum(counted) / (1 if self.scoring is Scoring.SUM else len(counted))

    def names_people(self, score: Score) -> bool:
        """Whether a total is often a reason to talk to somebody."""
        if self.people is None:
            return False
        pairs = self.people.pairs if len(score.answers) == len(self.items) else ()
        sums = (score.answers[one] + score.answers[other] for one, other in pairs)
        return score.total >= self.people.total or any(one >= self.people.pair for one in sums)

    def total_words(self, total: float) -> str:
        """A total with its end: "5 of 12"."""
        return _("{n} of {most}").format(n=number_words(total), most=self.most)


def open_from(scores: Sequence[Score]) -> date | None:
    """The day from which a questionnaire can be answered again; None: it never was."""
    return max(one.day for one in scores) + RHYTHM if scores else None


def change_said(asked: Questionnaire | None, before: Score, after: Score) -> str:
    """What can be said of two totals, "" where nothing can: no more than whether they differ."""
    if asked is None or asked.spread is None or after.day - before.day < APART:
        return ""
    spread, moved = asked.spread, after.total - before.total
    needed = number_words(spread.needed)
    if abs(moved) >= spread.needed:
        said = (
            _("This is lower by more than the questionnaire itself wavers ({points} points).")
            if moved < 0
            else _("This is higher by more than the questionnaire itself wavers ({points} points).")
        )
    else:
        said = _("A difference below {points} points can be the wavering of the questionnaire itself.")
    source = _("{author} {year}").format(author=spread.author, year=spread.year)
    return _("{said} After {source}.").format(said=said.format(points=needed), source=source)
