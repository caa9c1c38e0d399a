"""A pattern in words: what it is called, and how it stands among the others."""

from __future__ import annotations

from datetime import date

from rewire_app.domain.day_words import day_words
from rewire_app.domain.lists.entries import Pattern, PatternState
from rewire_app.i18n import _


def pattern_name(pattern: Pattern) -> str:
    """The situation, without which the first thing that sets it off, else the reaction itself."""
    return pattern.situation or next(filter(None, pattern.triggers), "") or pattern.reaction


def pattern_title(pattern: Pattern) -> str:
    """What a pattern is called: "When my work is criticised"; without a situation, its name alone."""
    if pattern.situation:
        return _("When {situation}").format(situation=pattern.situation)
    return pattern_name(pattern)


def state_words(pattern: Pattern) -> str:
    """How one stands that is not worked on now: "Resting since 3 September. Nothing is lost."."""
    day = _day(pattern.since)
    if pattern.state is PatternState.RESTING:
        words = _("Resting since {day}. Nothing is lost.") if day else _("Resting. Nothing is lost.")
    elif pattern.state is PatternState.CLOSED:
        words = _("Closed since {day}. Its moments stay.") if day else _("Closed. Its moments stay.")
    else:
        return ""
    return words.format(day=day)


def _day(day: date | None) -> str:
    return day_words(day) if day is not None else ""
