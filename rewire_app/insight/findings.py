"""What one person's notes suggest, as values: a sentence, how sure it is, and how to check it by hand.

A finding never says more than its sentence: `not_proven` says what it leaves open, `worked_out` how it came
about, in plain words. Each is worked out once a week from days up to Sunday, so that nobody watches it move.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from math import isnan

from rewire_app.domain.day_words import day_words, span_words
from rewire_app.i18n import _, ngettext


class Certainty(IntEnum):
    """The step of the certainty meter: how sure the data are, never how good the news is."""

    TOO_EARLY = 1
    UNCLEAR = 2
    LIKELY = 3
    STRONG = 4


STEP_WORDS: dict[Certainty, Callable[[], str]] = {
    Certainty.TOO_EARLY: lambda: _("Too early"),
    Certainty.UNCLEAR: lambda: _("Unclear"),
    Certainty.LIKELY: lambda: _("Likely"),
    Certainty.STRONG: lambda: _("Strong"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """A small table to check a finding by hand; `title` says what it lists."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberPart:
    """One part of a number: its name in full and in a letter, how much it counts, and what was noted."""

    name: str
    short: str
    points: float
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkedOut:
    """How a finding came about: the method, its numbers and what it takes for granted."""

    method: str
    numbers: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingDays:
    """The days a finding looks at (ordinals, both included), and the day it was worked out on."""

    first: int
    last: int
    worked_out_on: int

    @property
    def dated(self) -> str:
        """ "Worked out on Monday 23 November 2026, from days up to Sunday 22 November 2026." """
        return _("Worked out on {day}, from days up to {last}.").format(
            day=_full_day(self.worked_out_on), last=_full_day(self.last)
        )

    @property
    def words(self) -> str:
        """The days in words."""
        return _("Days looked at: {span}.").format(
            span=span_words(date.fromordinal(self.first), date.fromordinal(self.last))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing the notes suggest, or what is missing before they can.

    `step`: how sure the data are, None for a plain count. `basis`: the days and moments it rests on.
    `missing` is empty once there is enough. `bars`: what a count is made of, by day. `days`: those that were
    looked at, and when; None where values were given without their days.
    """

    key: str
    title: str
    sentence: str
    step: Certainty | None
    basis: str
    not_proven: str
    notes: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    worked_out: WorkedOut
    figures: tuple[Figures, ...] = ()
    bars: tuple[NumberPart, ...] = ()
    days: FindingDays | None = None

    @property
    def step_word(self) -> str:
        """The word of the certainty meter, empty for a plain count."""
        return "" if self.step is None else STEP_WORDS[self.step]()

    @property
    def dated(self) -> str:
        """When it was worked out, and from days up to when."""
        return "" if self.days is None else self.days.dated

    @property
    def window(self) -> str:
        """The days that were looked at, in words."""
        return "" if self.days is None else self.days.words

    @property
    def reasons(self) -> tuple[str, ...]:
        """How it was worked out, in the order in which it is read."""
        worked = self.worked_out
        return (worked.method, self.window, *worked.numbers, *worked.assumptions)


def _full_day(ordinal: int) -> str:
    return day_words(date.fromordinal(ordinal), year=True, week_day=True)


def not_yet(missing: tuple[str, ...]) -> str:
    """The sentence of a finding that lacks something, with exactly what."""
    return " ".join((_("Not enough notes yet to say anything fair."), *missing))


def days_of(count: int) -> str:
    """ "1 day", "12 days"."""
    return ngettext("{n} day", "{n} days", count).format(n=count)


def tenth(value: float) -> str:
    """A number with one decimal; none where it is not known."""
    return _("none") if isnan(value) else f"{value:.1f}"


def signed(value: float) -> str:
    """A number with two decimals and a sign that every font has; none where it is not known."""
    if isnan(value):
        return _("none")
    rounded = round(value, 2)
    return f"{abs(rounded):.2f}" if rounded >= 0 else f"-{abs(rounded):.2f}"
