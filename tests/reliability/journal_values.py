"""Entries of the journal as a machine draws them: what is in them, and what excludes another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

from rewire_app.domain.journal.entries import (
    DayEntry,
    LookedAfter,
    Moment,
    Night,
    Pause,
    Plan,
    Practice,
    Response,
)
from rewire_app.domain.journal.marks import CustomMeasure, CustomRating, Mark, MeasureKind, WishedEnd
from rewire_app.domain.journal.notes import Note, NoteTemplate
from rewire_app.domain.journal.scores import Score
from tests.store import entries as make
from tests.store import journal_entries as journal
from tests.store import list_entries as lists

WORDS = ("a", "a b", "größer")
TEXTS = ("", *WORDS)
NAMES = ("a", "A", "Größe", "b")
"""Of templates and own measures; two of them are one name."""
RATINGS = (None, 0, 7, 10)
FLAGS = (None, False, True)

BUILT: Mapping[type[Any], Callable[[int], Any]] = {
    Note: lambda away: journal.note(away, tags=()),
    Moment: make.moment,
    Night: make.night,
    Score: journal.score,
    NoteTemplate: lambda _away: journal.template(),
    CustomMeasure: lambda _away: lists.own_measure(),
    Practice: make.practice,
    Plan: make.plan,
    Pause: make.pause,
    Mark: lists.mark,
}
"""By kind, an entry of so many days after `make.DAY`."""

CHOICES: Mapping[type[Any], Mapping[str, tuple[Any, ...]]] = {
    DayEntry: {
        "stress": RATINGS,
        "mood": RATINGS,
        "ate": (None, *LookedAfter),
        "stress_about": ((), ("a",), ("a", "größer")),
        "good": TEXTS,
    },
    Moment: {
        "trigger": TEXTS,
        "peak": RATINGS,
        "calm_min": (None, 0, 25),
        "still_going": (False, True),
        "response": (None, *Response),
        "did": ((), ("a",), ("a", "größer")),
        "note": TEXTS,
    },
    Night: {
        "sol_min": (0, 15, 40),
        "awakenings": (None, 0, 2),
        "quality": RATINGS,
        "alcohol": FLAGS,
        "medicine": FLAGS,
        "note": TEXTS,
        "awake": ((), ((60, 30),)),
    },
    NoteTemplate: {"name": NAMES, "text": TEXTS},
    Score: {"questionnaire": ("phq-4", "größer"), "total": (0.0, 3.5, 12.0), "answers": ((), (0, 3, 1, 2))},
    CustomMeasure: {
        "name": NAMES,
        "asked": (True, False),
        "better": tuple(WishedEnd),
        "low_words": TEXTS,
        "unit": TEXTS,
    },
    Practice: {"note": TEXTS, "after": RATINGS},
    Plan: {"cue": TEXTS},
    Pause: {"reason": TEXTS},
    Mark: {"text": TEXTS},
}
"""By kind, what a form or a page changes in an entry, and what it may be then."""

ENDS = {
    MeasureKind.RATING: (0, 10),
    MeasureKind.YES_OR_NO: (0, 1),
    MeasureKind.NUMBER: (-3, 40),
    MeasureKind.MINUTES: (0, 1440),
}


def fresh(kind: type[Any], day: date, chance: Random) -> Any:
    """An entry of a kind and a day that is not kept yet, with anything in it."""
    entry = BUILT[kind]((day - make.DAY).days)
    if kind is CustomMeasure:
        how = chance.choice(list(MeasureKind))
        entry = replace(entry, kind=how, low=ENDS[how][0], high=ENDS[how][1])
    return replace(entry, **{name: chance.choice(some) for name, some in CHOICES.get(kind, {}).items()})


def changed(entry: Any, chance: Random) -> tuple[str, Any]:
    """The name of a field, and `entry` with something in it."""
    name, some = chance.choice(list(CHOICES[type(entry)].items()))
    return name, replace(entry, **{name: chance.choice(some)})


def claim(entry: object) -> object:
    """What only one entry can have; None where nothing is."""
    match entry:
        case NoteTemplate() | CustomMeasure():
            return type(entry), entry.name.casefold()
        case DayEntry() | Night():
            return type(entry), entry.day
        case CustomRating():
            return entry.measure_uid, entry.day
        case Plan():
            return Plan, entry.from_day
    return None
