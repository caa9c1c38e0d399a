"""Entries of days that have not come yet: noted while the clock of the computer was wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from rewire_app.domain.amounts import hours_minutes
from rewire_app.domain.days import Instant
from rewire_app.domain.journal.entries import DayEntry, Moment, Night, Practice
from rewire_app.domain.journal.marks import CustomRating
from rewire_app.i18n import _

NotedDay = DayEntry | Moment | Night | Practice | CustomRating
"""An entry that counts for a day."""
D = TypeVar("D", DayEntry, Moment, Night, Practice, CustomRating)
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


def _later(at: Instant, ms: int) -> Instant:
    return replace(at, utc_ms=at.utc_ms + ms)


def what_it_is(entry: NotedDay, title: str = "") -> str:
    """An entry in a few words; `title`: of the exercise of a practice, or of an own measure."""
    match entry:
        case Night():
            return _("A night, {time} asleep").format(time=hours_minutes(max(0, entry.asleep_min)))
        case Moment():
            return _("A moment: {words}").format(words=entry.trigger) if entry.trigger else _("A moment")
        case Practice():
            return _("A practice: {words}").format(words=title) if title else _("A practice")
        case CustomRating():
            return _("{measure}: {value}").format(measure=title, value=entry.value)
        case _:
            words = entry.note or entry.good
            return _("An evening or a note: {words}").format(words=words) if words else _("An evening")
