"""Guesses and plans: when one is asked about, what an answer makes of it, and which sort of guess it is.

Each is asked about once: it leaves Today when it was answered, when it was left with "Not now", or seven days
after it fell due. "Not yet" asks again two days later, one time. Whatever is not answered stays in its book.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from rewire_app.domain.lists.entries import joined
from rewire_app.domain.lists.expected import (
    Asking,
    Expectation,
    ExpectationKind,
    ExpectationOutcome,
    ExpectationState,
)

ASKED_AFTER = 3
"""Without a day of its own it falls due so many days after it was made."""
ASKED_FOR = 7
"""For so many days Today asks about it."""
AGAIN_AFTER = 2
"""Days until it is asked about again after "Not yet"."""
MOST = 3
"""So many are asked about on one day; the rest wait for the next."""

DAY_MS = 86_400_000
LAST_DAY = 2_900_000
"""Days after 1 January 1970 from which on a uid tells no day."""

_ACTS = (ExpectationKind.ACTIVITY, ExpectationKind.ACTION, ExpectationKind.TALK)
"""Kinds that a person does; the others happen."""


def made_on(entry: Expectation) -> date:
    """The day it was made; where that was not noted, by its uid, a UUIDv7, which begins with its time."""
    if entry.made_day is not None:
        return entry.made_day
    days = int(entry.uid[:12], 16) // DAY_MS
    return date(1970, 1, 1) + timedelta(days=min(days, LAST_DAY))


def due_on(entry: Expectation) -> date:
    """The day it falls due."""
    return entry.due or made_on(entry) + timedelta(days=ASKED_AFTER)


def is_due(entry: Expectation, today: date) -> bool:
    """Whether it waits for an answer that can be given by now."""
    return entry.state is ExpectationState.OPEN and due_on(entry) <= today


def asked_from(entry: Expectation) -> date:
    """The day from which on it is asked about."""
    return entry.ask_day if entry.asking is Asking.LATER and entry.ask_day else due_on(entry)


def within_asking(since: date, today: date) -> bool:
    """Whether what fell due on `since` is still asked about."""
    return 0 <= (today - since).days < ASKED_FOR


def is_asked(entry: Expectation, today: date) -> bool:
    """Whether Today asks about it."""
    left = entry.asking is Asking.LEFT
    return is_due(entry, today) and not left and within_asking(asked_from(entry), today)


def asked_about(waiting: Iterable[Expectation], today: date) -> list[Expectation]:
    """Those of `waiting` that Today asks about, the oldest due first."""
    return sorted(
        (entry for entry in waiting if is_asked(entry, today)), key=lambda one: (due_on(one), one.uid)
    )


def dealt_with(entry: Expectation, today: date) -> bool:
    """Whether it was answered, put off or left on `today`."""
    if entry.state is not ExpectationState.OPEN:
        return entry.looked_day == today
    again = today + timedelta(days=AGAIN_AFTER)
    return (entry.asking, entry.ask_day) in ((Asking.LATER, again), (Asking.LEFT, today))


def room_today(dealt: int) -> int:
    """How many can still be asked about on a day on which so many were dealt with."""
    return max(0, MOST - dealt)


# what an answer makes of it


def answered(entry: Expectation, outcome: ExpectationOutcome, today: date) -> Expectation:
    """It was looked back on; one that was already, without an answer, keeps its day."""
    day = (entry.looked_day if entry.state is ExpectationState.DONE else None) or today
    return replace(entry, outcome=outcome, state=ExpectationState.DONE, looked_day=day)


def let_go(entry: Expectation, today: date) -> Expectation:
    """It waits for no answer any more, and counts nowhere."""
    return replace(entry, outcome=None, state=ExpectationState.GONE, looked_day=today)


def open_again(entry: Expectation) -> Expectation:
    """It waits for an answer again; what was written of it stays."""
    return replace(entry, outcome=None, state=ExpectationState.OPEN, looked_day=None)


def joined_to(old: Expectation, new: Expectation) -> Expectation:
    """`new`, told again of `old`, which waits: its beginning stays, and a day of its own asks anew."""
    both = replace(
        joined(old, new), made_day=old.made_day or new.made_day, practice=old.practice or new.practice
    )
    anew = new.due not in (None, old.due)
    return replace(both, asking=Asking.ONCE, ask_day=None) if anew else both


def may_wait(entry: Expectation) -> bool:
    """Whether "Not yet" can be said: once."""
    return entry.asking is Asking.ONCE


def not_yet(entry: Expectation, today: date) -> Expectation:
    """It is asked about once more."""
    return replace(entry, asking=Asking.LATER, ask_day=today + timedelta(days=AGAIN_AFTER))


def not_now(entry: Expectation, today: date) -> Expectation:
    """It is not asked about any more, and stays where it is."""
    return replace(entry, asking=Asking.LEFT, ask_day=today)


# what it is


def is_over(entry: Expectation) -> bool:
    """Whether it was looked back on, or let go."""
    return entry.state is not ExpectationState.OPEN


def is_guess(entry: Expectation) -> bool:
    """Whether it says that something will come, so that it can be asked whether it came; else it is done."""
    if entry.kind in _ACTS:
        return False
    said = entry.chance is not None or entry.kind is ExpectationKind.WORRY
    return said or (bool(entry.predict.strip()) and entry.kind is not None)


def guessed_words(entry: Expectation) -> str:
    """What was guessed; of something to do, what it is."""
    return entry.predict.strip() if is_guess(entry) and entry.predict.strip() else entry.what


def is_hoped(entry: Expectation) -> bool:
    """Whether it was hoped for; else it was feared. By its kind, where nobody said."""
    return entry.kind in _ACTS if entry.hoped is None else entry.hoped


def came(entry: Expectation) -> bool:
    """Whether it came, also in part."""
    return entry.outcome in (ExpectationOutcome.CAME, ExpectationOutcome.PARTLY)


def counted(entries: Iterable[Expectation], *, hoped: bool) -> list[Expectation]:
    """The answered guesses with a likelihood, of those that were hoped for or of those that were feared."""
    return [
        entry
        for entry in entries
        if entry.state is ExpectationState.DONE
        and entry.outcome is not None
        and entry.chance is not None
        and is_hoped(entry) is hoped
    ]


def in_book(entries: Sequence[Expectation], today: date) -> tuple[list[Expectation], ...]:
    """What is due (oldest due first), what waits (soonest first), and what is over (newest answer first)."""
    waiting = sorted(
        (one for one in entries if one.state is ExpectationState.OPEN), key=lambda one: (due_on(one), one.uid)
    )
    over = [one for one in entries if one.state is not ExpectationState.OPEN]
    over.sort(key=lambda one: (one.looked_day or due_on(one), one.uid), reverse=True)
    due = [one for one in waiting if is_due(one, today)]
    return due, waiting[len(due) :], over
