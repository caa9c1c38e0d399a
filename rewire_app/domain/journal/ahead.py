"""Entries of days that have not come yet: noted while the clock of the computer was wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from rewire_app.domain.amounts import hours_minutes
from rewire_app.domain.days import Instant
from rewire_app.domain.journal.dropped import QuickRating
from rewire_app.domain.journal.entries import DayEntry, Moment, Night, Pause, Plan, Practice
from rewire_app.domain.journal.marks import CustomRating, Mark, kind_words
from rewire_app.domain.journal.notes import Note
from rewire_app.i18n import _

BegunLater = Plan | Pause | Mark
"""An entry that holds from a day on."""
B = TypeVar("B", Plan, Pause, Mark)
NotedDay = DayEntry | Moment | Night | Practice | CustomRating | Note | QuickRating
"""An entry that counts for a day."""
D = TypeVar("D", DayEntry, Moment, Night, Practice, CustomRating, Note, QuickRating)
INSTANTS = ("at", "started", "ended", "bed", "lights", "wake", "up")
DAY_MS = 86_400_000


def moved(entry: D, day: date) -> D:
    """`entry` counted for `day`, at the same time of that day; how long things took stays as it was."""
    on = (day - entry.day).days * DAY_MS
    instants: dict[str, Any] = {
        name: _later(value, on)
        for name in INSTANTS
        if isinstance(value := getattr(entry, name, None), Instant)
    }
    return replace(entry, day=day, **instants)


def begun_on(entry: B, day: date) -> B:
    """`entry` beginning on `day`, and as long as it was."""
    end = getattr(entry, "to_day", None)
    if end is None:
        return replace(entry, from_day=day)
    return replace(entry, from_day=day, to_day=end + (day - entry.from_day))  # type: ignore[call-arg]


def first_day(entry: NotedDay | BegunLater) -> date:
    """The day it counts for, or from which on it holds."""
    return entry.from_day if isinstance(entry, Plan | Pause | Mark) else entry.day


def _later(at: Instant, ms: int) -> Instant:
    return replace(at, utc_ms=at.utc_ms + ms)


def what_it_is(entry: NotedDay | BegunLater, title: str = "") -> str:
    """An entry in a few words; `title`: of the exercise of a practice, or of an own measure."""
    match entry:
        case Plan() | Pause() | Mark():
            return _what_begins(entry, title)
        case Night():
            return _("A night, {time} asleep").format(time=hours_minutes(max(0, entry.asleep_min)))
        case Moment():
            return _("A moment: {words}").format(words=entry.trigger) if entry.trigger else _("A moment")
        case Practice():
            return _("A practice: {words}").format(words=title) if title else _("A practice")
        case CustomRating():
            return _("{measure}: {value}").format(measure=title, value=entry.value)
        case _:
            return _what_was_written(entry)


def _what_was_written(entry: DayEntry | Note | QuickRating) -> str:
    if isinstance(entry, QuickRating):
        return _("A rating: {n} of 10").format(n=entry.value)
    if isinstance(entry, Note):
        return _("A note: {words}").format(words=" ".join(entry.text.split()))
    words = entry.note or entry.good
    return _("An evening or a note: {words}").format(words=words) if words else _("An evening")


def _what_begins(entry: BegunLater, title: str) -> str:
    match entry:
        case Plan():
            return _("A plan: {words}").format(words=title) if title else _("A plan")
        case Mark():
            return _("A mark: {words}").format(words=entry.text or kind_words()[entry.kind])
        case _:
            return _("A pause")
