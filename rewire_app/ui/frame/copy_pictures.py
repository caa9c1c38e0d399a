"""Pictures of copies: the list of them, going back to one, the bar that asks, and damaged notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QWidget

from rewire_app.domain.days import Clock, Instant
from rewire_app.errors import (
    DamagedKeyError,
    DamagedStoreError,
    MissingStoreError,
    RewireError,
    StaleStoreError,
)
from rewire_app.i18n import _
from rewire_app.store.backups.progress import Reached, SalvageStep
from rewire_app.store.vault.copies import Backup, Pin, Why
from rewire_app.ui.backups.copy_bar import CopyBar
from rewire_app.ui.backups.restore_sheet import RestoreSheet
from rewire_app.ui.backups.words import count_rows, entries_words, shown, when_words
from rewire_app.ui.base import routes
from rewire_app.ui.frame.checks import damage_words
from rewire_app.ui.frame.damage import AtHand, DamageScreen
from rewire_app.ui.frame.last_words import room_words
from rewire_app.ui.frame.look_view import say_look
from rewire_app.ui.frame.place_notices import place_words
from rewire_app.ui.frame.waiting import Waiting
from rewire_app.ui.frame.window import Window
from rewire_app.ui.settings.backups_section import BackupsSection
from rewire_app.ui.settings.report_panel import ReportPanel
from rewire_app.ui.widgets.buttons import SecondButton

Keep = Callable[[QWidget, str], None]
FOLDER = Path("/home/you/.local/share/Rewire")
COUNTS = {"practices": 91, "nights": 113, "moments": 58, "days": 99, "kit": 37}
MADE = (
    (timedelta(minutes=40), Why.AUTOMATIC, Pin.NO, 415),
    (timedelta(hours=22), Why.CLOSING, Pin.NO, 412),
    (timedelta(days=2), Why.ERASE, Pin.PERSON, 398),
    (timedelta(days=9), Why.AUTOMATIC, Pin.NO, 371),
    (timedelta(days=23), Why.UPDATE, Pin.REWIRE, 320),
)
"""How long ago copies were made, for what, whether they are kept, and how much is in them."""


def invented(clock: Clock) -> tuple[Backup, ...]:
    """Copies nobody made, the newest first."""
    now = clock.now().wall
    return tuple(
        _copy(len(MADE) - place, clock.at(now - ago), why, pin, entries)
        for place, (ago, why, pin, entries) in enumerate(MADE)
    )


def _copy(number: int, at: Instant, why: Why, pin: Pin, entries: int) -> Backup:
    return Backup(
        path=FOLDER / f"{number}",
        number=number,
        made_ms=at.utc_ms,
        made_off=at.offset_min,
        why=why,
        pin=pin,
        locked=True,
        entries=entries,
        counts=COUNTS,
        size=421_888,
        schema="0001",
        vault="00" * 16,
        commit=entries,
        content="",
    )


def look_at_copies(window: Window, keep: Keep) -> None:
    """Give `keep` the list, the sheet over it, and Today under the bar, as the notes and only looked at."""
    clock = window.context.clock
    copies, today = invented(clock), clock.now().wall.date()
    window.go(routes.settings("backups"))
    page = window.shell.page("settings")
    [section] = page.findChildren(BackupsSection)
    keep(window, "backups-empty")
    section.show_copies([shown(copy, today) for copy in copies])
    keep(window, "backups")
    sheet = restore_sheet(page, copies[2], today)
    sheet.lay_over()
    keep(window, "backups-restore")
    sheet.put_away()
    window.go(routes.TODAY)
    [bar] = window.shell.findChildren(CopyBar)
    bar.show_words(
        _("You are looking at the copy of {when}").format(
            when=when_words(copies[2].made, today, inside=True)
        ),
        _("{entries}. What was here before is put aside. Backups wait.").format(
            entries=entries_words(copies[2].entries)
        ),
        _("This is right"),
        _("Put it back as it was"),
    )
    bar.show()
    window.shell.pages.today.step_back(True)
    keep(window, "backups-this-is-right")
    say_look(bar, copies[2], when_words(copies[2].made, today, inside=True), beside_notes=True)
    keep(window, "backups-look")
    bar.hide()
    window.shell.pages.today.step_back(False)


def look_at_said(window: Window, keep: Keep) -> None:
    """Give `keep` what is said of disk, folder and file at the foot of Today, and the report, shown whole."""
    window.go(routes.TODAY)
    said = {
        "room-used": room_words(),
        "place": " ".join(place_words("Nextcloud", foreign=True)),
        "part-damaged": damage_words(),
    }
    for name, words in said.items():
        window.context.hub.failed.emit(words)
        keep(window, f"said-{name}")
    window.shell.line.dismiss()
    window.go(routes.settings("about"))
    [panel] = window.shell.page("settings").findChildren(ReportPanel)
    panel.show_report()
    panel.findChildren(SecondButton)[-1].setFocus()  # the last thing of it comes into sight
    keep(window, "settings-report")


def restore_sheet(page: QWidget, copy: Backup, today: date) -> RestoreSheet:
    """The sheet that asks about `copy`, against notes in which there is a little more."""
    here = {table: count + 5 for table, count in COUNTS.items()}
    return RestoreSheet(
        page,
        when=when_words(copy.made, today, inside=True),
        words=_("The copy was opened when it was made and is whole: {copy}, against {here} here.").format(
            copy=entries_words(copy.entries), here=sum(here.values())
        ),
        rows=count_rows(here, copy.counts),
    )


def look_at_damage(clock: Clock, size: tuple[int, int], keep: Keep) -> None:
    """Give `keep` the screen of each fault, with copies and without, and reading out."""
    holder = QStackedWidget()
    holder.setAutoFillBackground(True)
    holder.resize(*size)
    for name, screen in _screens(clock):
        holder.addWidget(screen)
        holder.setCurrentWidget(screen)
        holder.show()
        keep(holder, f"damage-{name}")
        if name == "damaged":
            screen.reading.begin()
            screen.show_reading(True)
            screen.reading.show_reached(Reached(step=SalvageStep.READING, done=212, of=431))
            keep(holder, "damage-reading")
            screen.reading.show_report(
                _("{have} of {all} entries are there again.").format(have=416, all=418),
                [_("{kind}: {n} could not be read.").format(kind=_("Moments"), n=2)],
                usable=True,
            )
            keep(holder, "damage-read")
        holder.removeWidget(screen)
        screen.deleteLater()
    waiting = Waiting(
        _("One moment"),
        _("A copy of your notes is being made. Rewire closes when it is there."),
        way_past=_("Close without it"),
    )
    holder.addWidget(waiting)
    keep(holder, "closing")
    holder.close()
    holder.deleteLater()


def _screens(clock: Clock) -> Iterator[tuple[str, DamageScreen]]:
    today = clock.now().wall.date()
    good = AtHand(copies=invented(clock), last_save=418, today=today)
    none = replace(good, copies=())
    older = replace(good, lost=2, copy_first=False)
    faults: tuple[tuple[str, RewireError, AtHand], ...] = (
        ("damaged", DamagedStoreError(""), good),
        ("damaged-no-copy", DamagedStoreError(""), none),
        ("keys", DamagedKeyError(""), good),
        ("missing", MissingStoreError(""), good),
        ("missing-no-copy", MissingStoreError(""), none),
        ("older", StaleStoreError("", lost=2), good),
        ("older-here-first", StaleStoreError("", lost=2), older),
    )
    for name, error, at_hand in faults:
        yield name, DamageScreen(error, FOLDER, at_hand)
