"""One thing that a person wrote, as it is found and told: what it is, when it was, and its words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from rewire_app.domain.day_words import clock_words, long_day
from rewire_app.domain.library.searching import Marked
from rewire_app.domain.lists.entries import ListKind
from rewire_app.i18n import _


class WrittenKind(StrEnum):
    """What it is, in the order in which the kinds are offered."""

    NOTE = "note"
    MOMENT = "moment"
    RATING = "rating"
    EVENING = "evening"
    NIGHT = "night"
    ANSWER = "answer"
    PLAN = "plan"
    LIST = "list"
    HIGHLIGHT = "highlight"
    MARK = "mark"
    PRACTICE = "practice"
    """A pass, which is told only among all entries; its words are an answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnEntry:
    """An entry with its `texts`, own words before chosen ones.

    `day`: the day it counts for; None for an entry of a list, which was `made` on some day. `at`: what the
    clock on the wall showed, where it has a time. `about`: what else there is to say of it. `article`: where
    it was written beside one. `list`: the list it stands in. `page`: where it stands on another page, perhaps
    with a part of that, as "values/UID".
    """

    kind: WrittenKind
    uid: str
    texts: tuple[str, ...]
    day: date | None = None
    made: date = date.min
    at: datetime | None = None
    tags: tuple[str, ...] = ()
    exercise: str = ""
    people: tuple[str, ...] = ()
    about: str = ""
    article: str = ""
    list: ListKind | None = None
    page: str = ""

    @property
    def when(self) -> date:
        """Its day, or the one on which it was made."""
        return self.day or self.made

    @property
    def number(self) -> int:
        """That day as an ordinal."""
        return self.when.toordinal()

    @property
    def order(self) -> tuple[int, time, str]:
        """What is later comes after; without a time at the end of its day."""
        return self.number, self.at.time() if self.at else time.max, self.uid

    def place(self, today: date) -> str:
        """ "Thursday 19 November, 10:05"; of an entry of a list the name of that."""
        if self.day is None:
            return self.about
        day = long_day(self.day, today)
        return _("{day}, {time}").format(day=day, time=clock_words(self.at)) if self.at else day


def kind_name(kind: WrittenKind) -> str:
    """What one of a kind is called."""
    return {
        WrittenKind.NOTE: _("Note"),
        WrittenKind.MOMENT: _("Moment"),
        WrittenKind.RATING: _("Rating"),
        WrittenKind.EVENING: _("Evening"),
        WrittenKind.NIGHT: _("Night"),
        WrittenKind.ANSWER: _("Answer"),
        WrittenKind.PLAN: _("Plan"),
        WrittenKind.LIST: _("List"),
        WrittenKind.HIGHLIGHT: _("Highlight"),
        WrittenKind.MARK: _("Mark"),
        WrittenKind.PRACTICE: _("Practice"),
    }[kind]


def kind_plural(kind: WrittenKind) -> str:
    """What several of a kind are called."""
    return {
        WrittenKind.NOTE: _("Notes"),
        WrittenKind.MOMENT: _("Moments"),
        WrittenKind.RATING: _("Ratings"),
        WrittenKind.EVENING: _("Evenings"),
        WrittenKind.NIGHT: _("Nights"),
        WrittenKind.ANSWER: _("Answers"),
        WrittenKind.PLAN: _("Plans"),
        WrittenKind.LIST: _("Lists"),
        WrittenKind.HIGHLIGHT: _("Highlights"),
        WrittenKind.MARK: _("Marks"),
        WrittenKind.PRACTICE: _("Practices"),
    }[kind]


def moment_facts(peak: int | None, calm_min: int | None, *, going: bool) -> str:
    """ "peak 6 of 10, calm after 20 min"; "" where neither was noted."""
    parts = [_("peak {n} of 10").format(n=peak)] if peak is not None else []
    if going:
        parts.append(_("still going when noted"))
    elif calm_min is not None:
        parts.append(_("calm after {n} min").format(n=calm_min))
    return ", ".join(parts)


LINE = 400
"""Letters of a text that are shown in one line; no line of a page has more."""


def one_line(found: Marked) -> Marked:
    """The beginning of a text in one line, whatever it holds."""
    text = found.text if found.marks else " ".join(found.text[: 2 * LINE].split())
    return Marked(text=text[:LINE], marks=tuple(mark for mark in found.marks if mark[1] <= LINE))
