"""Words that Rewire never says, each with its reason; content files and the program's own texts keep to it.

The list follows the voice of the design (plain, adult, no praise, no loss) and the safety rules: no
diagnosis, no promise, no method of self-harm, no streak, no blame. Honest uses of a word are in `ALLOWED`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class TextPlace(StrEnum):
    """Where a text stands; articles explain and may say more than a screen does."""

    SCREEN = "screen"
    EXERCISE = "exercise"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True, kw_only=True)
class Forbidden:
    """A pattern that must not occur in texts of these places, and why.

    danger: whoever wrote it, it may harm; the rest is how Rewire itself speaks.
    """

    pattern: str
    reason: str
    places: frozenset[TextPlace] = frozenset(TextPlace)
    danger: bool = False


_SPEAKING = frozenset({TextPlace.SCREEN, TextPlace.EXERCISE})
_SCREEN = frozenset({TextPlace.SCREEN})

FORBIDDEN: tuple[Forbidden, ...] = (
    Forbidden(pattern=r"!", reason="no exclamation marks: the voice stays calm"),
    Forbidden(
        pattern=r"[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]",
        reason="the fonts have no arrows, ticks or emoji",
    ),
    Forbidden(pattern=r"just", reason="it makes a hard thing sound small", places=_SPEAKING),
    Forbidden(pattern=r"simply", reason="it makes a hard thing sound small"),
    Forbidden(pattern=r"you should|should you", reason="offer, do not order", places=_SPEAKING),
    Forbidden(pattern=r"should", reason="offer, do not order", places=_SCREEN),
    Forbidden(pattern=r"must", reason="offer, do not order", places=_SCREEN),
    Forbidden(pattern=r"crazy|normal people|abnormal", reason="it sorts people into kinds"),
    Forbidden(pattern=r"manipulative", reason="it blames"),
    Forbidden(pattern=r"commit(?:s|ted|ting)? suicide", reason='say "died by suicide"'),
    Forbidden(pattern=r"(?:failed|successful|unsuccessful) (?:suicide )?attempts?", reason='say "attempt"'),
    Forbidden(pattern=r"streaks?", reason="no streaks: a gap is a gap", places=_SPEAKING),
    Forbidden(
        pattern=r"you (?:missed|broke|lost|failed|forgot|have not practised|haven't practised)",
        reason="a gap is never blamed on anyone",
    ),
    Forbidden(
        pattern=r"kill(?:s|ed|ing)? (?:your|my|him|her|them)sel(?:f|ves)|end it all|last breath",
        reason='say "thoughts of ending your life"',
    ),
    Forbidden(
        pattern=r"lazy|pathetic|stupid|hopeless|attention[- ]seeking|drama queen",
        reason="it shames",
        places=_SPEAKING,
    ),
    Forbidden(
        pattern=r"addicts?|alcoholics?|schizophrenics?|psychos?|borderlines|mentally ill",
        reason="people first: name what a person lives with",
    ),
    Forbidden(
        pattern=r"try harder|calm down|get over it|cheer up|man up|think positive",
        reason="offer, do not order",
        places=_SPEAKING,
    ),
    Forbidden(
        pattern=r"hurry|last chance|before it's too late|don't miss|running out",
        reason="no pressure",
        places=_SPEAKING,
    ),
    Forbidden(pattern=r"don't give up|never give up|keep it up", reason="no cheering", places=_SPEAKING),
    Forbidden(
        pattern=r"great job|well done|good job|amazing|awesome|congratulations|on fire",
        reason="no praise: say what was done",
    ),
    Forbidden(pattern=r"oops|whoops|uh-oh", reason="say what happened and what can be done"),
    Forbidden(pattern=r"cures?|cured|curing", reason="no promise of a cure", danger=True),
    Forbidden(
        pattern=r"guarantee[sd]?|clinically proven|proven to", reason="no promise of a result", danger=True
    ),
    Forbidden(pattern=r"in \d+ days you|90 seconds", reason="no promise of a time"),
    Forbidden(pattern=r"treats|treat your|treatment for your|therapy for", reason="Rewire treats nothing"),
    Forbidden(
        pattern=r"diagnose[sd]?|diagnosis|your disorder|disorder score|you suffer from|you are suffering",
        reason="Rewire names no disorder for anyone",
        places=_SPEAKING,
    ),
    Forbidden(
        pattern=r"risk score|low risk|high risk|you are safe", reason="Rewire rates no risk", places=_SPEAKING
    ),
    Forbidden(
        pattern=r"(?:rewires?|changes?|heals?|reshapes?) your brain",
        reason="nobody can see that in a person",
    ),
    Forbidden(
        pattern=r"(?:stop|start|skip|change|reduce) (?:taking )?your (?:medicine|medication|pills|tablets)",
        reason="medicine is for a prescriber",
        danger=True,
    ),
    Forbidden(
        pattern=r"ice bath|cold plunge|hyperventilat\w*|fasting|sleep restriction|overdose",
        reason="never recommended here",
        places=_SPEAKING,
        danger=True,
    ),
    Forbidden(
        pattern=r"battle|fight back|conquer|beat your|defeat", reason="no battle words", places=_SPEAKING
    ),
    Forbidden(
        pattern=r"success|failure|incident",
        reason='say "new response", "old pattern", "moment"',
        places=_SCREEN,
    ),
    Forbidden(pattern=r"invalid|error|illegal", reason="say what can be typed instead", places=_SCREEN),
    Forbidden(pattern=r"proves?|proof", reason="own numbers prove nothing", places=_SCREEN),
    Forbidden(pattern=r"this is dbt|this is act|this is cbt", reason='say "drawn from"'),
)

ALLOWED: tuple[str, ...] = (
    "does not assess or treat",
    "does not diagnose or treat",
    "doesn't prove",
    "does not prove",
    "do not prove",
    "cannot prove",
    "never proves",
    "no proof",
    "is not proof",
    "not a diagnosis",
)
"""Honest uses: these phrases are taken out before a text is searched."""

_COMPILED = tuple(
    (re.compile(item.pattern if item.pattern[0] in "![" else rf"\b(?:{item.pattern})\b", re.IGNORECASE), item)
    for item in FORBIDDEN
)
_STRAIGHT = re.compile(r"\w+'\w+|\w+s'(?=\s|$)")
_STRAIGHT_WHY = "an apostrophe is curly: ’"


@dataclass(frozen=True, slots=True)
class ForbiddenWord:
    """A forbidden word that was found, and why it is one."""

    word: str
    reason: str
    danger: bool = False


def forbidden_words(text: str, place: TextPlace) -> tuple[ForbiddenWord, ...]:
    """Every forbidden word in `text`, which stands at `place`."""
    straight = tuple(ForbiddenWord(match[0], _STRAIGHT_WHY) for match in _STRAIGHT.finditer(text))
    searched = text.replace("’", "'")
    for phrase in ALLOWED:
        searched = re.sub(re.escape(phrase), " ", searched, flags=re.IGNORECASE)
    return straight + tuple(
        ForbiddenWord(match[0], item.reason, item.danger)
        for pattern, item in _COMPILED
        if place in item.places
        for match in pattern.finditer(searched)
    )


def apostrophe_faults(field: str, text: str) -> Iterator[str]:
    """Straight apostrophes in `text`, a `field` whose words are those of somebody else."""
    for match in _STRAIGHT.finditer(text):
        yield f"{field}: {match[0]!r} is not said here ({_STRAIGHT_WHY})"


def word_faults(field: str, text: str, place: TextPlace) -> Iterator[str]:
    """What must not be said in `text`, a `field` of some content in `place`."""
    for finding in forbidden_words(text, place):
        yield f"{field}: {finding.word!r} is not said here ({finding.reason})"
