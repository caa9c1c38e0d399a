"""Copies in words: from when, why they were made, what else is to know, and what is in them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from rewire_app.domain.day_words import clock_words, day_words
from rewire_app.domain.days import Instant
from rewire_app.i18n import _, ngettext
from rewire_app.store.vault.copies import Backup, Pin, Why
from rewire_app.ui.backups.restore_sheet import CountRow
from rewire_app.ui.backups.rows import ShownCopy

if TYPE_CHECKING:
    from collections.abc import Sequence

NAMED = ("practices", "nights", "moments", "days")
"""The tables whose numbers have a row of their own; all others are notes and lists."""


def when_words(at: Instant, today: date, *, inside: bool = False) -> str:
    """ "Today, 18:02", "22 November, 20:15", or with the year when it is another; `inside` a sentence."""
    day = at.wall.date()
    if day == today:
        words = _("today") if inside else _("Today")
    elif day == today - timedelta(days=1):
        words = _("yesterday") if inside else _("Yesterday")
    else:
        words = day_words(day, year=day.year != today.year)
    return _("{day}, {time}").format(day=words, time=clock_words(at.wall))


def why_words(why: Why) -> str:
    """What a copy was made for, as it stands in a row."""
    return {
        Why.AUTOMATIC: _("automatic"),
        Why.CLOSING: _("automatic, at the end"),
        Why.ASKED: _("because you asked"),
        Why.UPDATE: _("before an update of Rewire"),
        Why.RESTORE: _("before going back to a copy"),
        Why.ERASE: _("before something was erased"),
        Why.IMPORT: _("before a file was brought in"),
        Why.OTHER: _("before a larger change"),
    }[why]


def state_words(copy: Backup, *, older_secret: bool = False) -> str:
    """What else is to know of a copy; `older_secret`: it opens with a passphrase from before."""
    if not copy.locked:
        return _("made without a passphrase") if copy.pin is Pin.NO else _("kept, without a passphrase")
    if older_secret:
        return _("opens with your earlier passphrase")
    return {
        Pin.NO: _("checked by opening"),
        Pin.REWIRE: _("kept for safety"),
        Pin.PERSON: _("kept until you remove it"),
    }[copy.pin]


def shown(copy: Backup, today: date, *, older_secret: bool = False) -> ShownCopy:
    """The row of a copy."""
    return ShownCopy(
        path=copy.path,
        when=when_words(copy.made, today),
        why=why_words(copy.why),
        state=state_words(copy, older_secret=older_secret),
        entries=str(copy.entries),
    )


def entries_words(count: int) -> str:
    """ "415 entries"."""
    return ngettext("{n} entry", "{n} entries", count).format(n=count)


def count_rows(here: Mapping[str, int] | None, copy: Mapping[str, int]) -> Sequence[CountRow]:
    """The numbers of both, kind by kind, as the sheet shows them; `here` None: they are not known."""
    names = {
        "practices": _("Practices"),
        "nights": _("Nights"),
        "moments": _("Moments"),
        "days": _("Evening checks"),
    }
    rows = [
        CountRow(
            name=names[table],
            here=None if here is None else here.get(table, 0),
            copy=copy.get(table, 0),
        )
        for table in NAMED
    ]
    rest = CountRow(
        name=_("Notes and lists"),
        here=None if here is None else _rest(here),
        copy=_rest(copy),
    )
    return (*rows, rest)


def _rest(counts: Mapping[str, int]) -> int:
    return sum(count for table, count in counts.items() if table not in NAMED)
