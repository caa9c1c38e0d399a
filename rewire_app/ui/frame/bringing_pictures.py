"""Pictures of bringing in: an invented diary as it is looked at, mapped and reported."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

from PySide6.QtWidgets import QWidget

from rewire_app.domain.brought import BroughtIn
from rewire_app.domain.days import ZoneClock
from rewire_app.domain.journal.entries import new_uid
from rewire_app.exchange.importers.bringing import ReadFile, dry_run, lines_kept, meanings_of
from rewire_app.exchange.importers.file_format import FileFormat
from rewire_app.exchange.importers.found import ColumnRole, Doubt, Found, FoundEntry, LeftOut
from rewire_app.exchange.importers.gathering import gathered
from rewire_app.exchange.importers.plan import Here
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.bringing.page import BringingPage
from rewire_app.ui.bringing.work import FileLookedAt
from rewire_app.ui.frame.window import Window

LAST = date(2024, 11, 21)
MOODS = (("rad", 1), ("good", 2), ("meh", 3), ("bad", 4), ("awful", 5))
ACTIVITIES = ("walk", "meditation", "argument", "late", "friends", "music", "work", "family", "reading")
WORDS = ("Long call with my brother.", "Left the table. Came back after ten minutes.", "", "Read instead.")
DAYS = 180


def _rows() -> Iterator[Found | LeftOut | Doubt]:
    yield Doubt(about=_("Times come in two kinds, 7:12 pm and 22:41."), sentence=_("Both are read."))
    for number in range(DAYS):
        mood, step = MOODS[number * 7 % 5]
        yield FoundEntry(
            line=number + 2,
            member="",
            day=LAST - timedelta(days=number),
            time=time(7 + number % 15, number * 13 % 60),
            mood=mood,
            mood_step=step,
            activities=tuple(ACTIVITIES[(number + extra) % 9] for extra in range(number % 3)),
            text=WORDS[number % 4],
        )
    for line, text in ((212, ",21:10,good,walk,,"), (213, ",21:44,meh,,,")):
        yield LeftOut(line=line, member="", reason=_("The day is missing"), text=text)


def _table(looked: FileLookedAt) -> FileLookedAt:
    """The same rows as those of a table whose columns the person says."""
    roles = ColumnRole
    columns = {
        _("Date"): (roles.DAY, "2024-11-21"),
        _("How it was"): (roles.MOOD, MOODS[0][0]),
        _("What I did"): (roles.ACTIVITIES, ", ".join(ACTIVITIES[:2])),
        _("Words"): (roles.TEXT, WORDS[0]),
        _("Colour"): (roles.NOTHING, ""),
    }
    file = replace(
        looked.file,
        columns={name: role for name, (role, _cell) in columns.items()},
        examples={name: cell for name, (_role, cell) in columns.items()},
    )
    return replace(looked, file=file)


def look_at_bringing(window: Window, keep: Callable[[QWidget, str], None]) -> None:
    """Give `keep` the steps of a file that nobody has; nothing is written."""
    context = window.context
    window.go(routes.BRINGING)
    page = window.shell.page("bringing")
    assert isinstance(page, BringingPage)
    kind = FileFormat(id="daylio", name="Daylio", looks=lambda _opened: False, read=lambda _o, _c: iter(()))
    file = ReadFile(name="daylio_export.csv", hash="0" * 64, format=kind, gathered=gathered(_rows()))
    now, clock = context.clock.now(), context.clock
    assert isinstance(clock, ZoneClock)
    meanings = meanings_of(file)
    plan = dry_run(file, meanings, Here(program=kind.name, clock=clock, now=now, day_start=4), context.store)
    looked = FileLookedAt(path=Path(file.name), file=file, meanings=meanings, plan=plan)
    page.show_check(looked)
    keep(window, "bringing-check")
    page.show_mapping(looked)
    keep(window, "bringing-mapping")
    page.show_check(_table(looked))
    keep(window, "bringing-table")
    counts = {name: n for name, n in plan.counts.items() if n} | {"kept_both": 12}
    page.show_report(
        BroughtIn(
            uid=new_uid(now),
            day=context.today,
            at=now,
            program=kind.name,
            file=file.name,
            hash=file.hash,
            counts=json.dumps(counts),
            backup="2026-11-24-193000-3.rewire",
            left_out=lines_kept(plan.left_out),
        )
    )
    keep(window, "bringing-report")
    page.open(routes.BRINGING)
