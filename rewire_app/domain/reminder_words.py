"""Reminders in words, none of which says what a person does or wrote."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rewire_app.domain.day_words import day_words, minutes_words, weekdays
from rewire_app.domain.reminders import PassedBy, QuietHours, ReminderKind
from rewire_app.i18n import _, ngettext

MOST_TOLD = 3
"""So many of what passed by are told one by one, the newest."""

WEEK = 7
"""So many days back a day is called by its weekday."""


def notice_title() -> str:
    """What a notification is called."""
    return _("A reminder")


def asked_for(shown: Sequence[PassedBy]) -> str:
    """All that a notification says: "You asked for this at 17:30." """
    times = [minutes_words(minute) for minute in sorted({one.minute for one in shown})]
    if len(times) > 1:
        return _("You asked for this at {times} and {last}.").format(
            times=", ".join(times[:-1]), last=times[-1]
        )
    return _("You asked for this at {time}.").format(time=times[0])


def buttons() -> tuple[str, str]:
    """What can be done with a notification."""
    return _("Open"), _("In an hour")


def kind_words(kind: ReminderKind) -> str:
    """What it reminds of, within a sentence."""
    return {
        ReminderKind.PRACTICE: _("practice"),
        ReminderKind.EVENING: _("evening check"),
        ReminderKind.NIGHT: _("night"),
    }[kind]


def passed_words(waiting: Sequence[PassedBy], today: date) -> str:
    """What passed by: "practice on Sunday 17:30, evening check on Monday 20:45." """
    newest = waiting[-MOST_TOLD:]
    told = [
        _("{what} on {day} {time}").format(
            what=kind_words(one.kind), day=_day(one.day, today), time=minutes_words(one.minute)
        )
        for one in newest
    ]
    words = ", ".join(told)
    if before := len(waiting) - len(newest):
        words = ngettext("{words} and {n} before", "{words} and {n} before", before).format(
            words=words, n=before
        )
    return f"{words}."


def _day(day: date, today: date) -> str:
    return weekdays()[day.weekday()] if 0 <= (today - day).days < WEEK else day_words(day)


def quiet_words(minute: int, quiet: QuietHours) -> str:
    """What becomes of a reminder at `minute` that lies in quiet hours; "" where it does not."""
    if not quiet.hold(minute):
        return ""
    if minute < quiet.last:
        words = _("{time} lies in your quiet hours; it is shown at {end}.")
        return words.format(time=minutes_words(minute), end=minutes_words(quiet.last))
    words = _("{time} lies in your quiet hours; Today tells it the next day instead.")
    return words.format(time=minutes_words(minute))
