"""A day of the journal: it saves by itself, keeps gaps as gaps, and never loses what was typed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from rewire_app.ui.base import routes
from rewire_app.ui.journal.note_card import NoteCard
from rewire_app.ui.widgets.focus_ring import FocusRing
from rewire_app.ui.widgets.scroll import PageScroll
from rewire_app.ui.widgets.text import Title
from tests.ui.house import (
    House,
    enter,
    press,
    settle,
    tab_to,
    type_in,
    words_of,
)
from tests.ui.journal_room import (
    TODAY,
    YESTERDAY,
    journal,
    let_rest,
    note_of,
    resting,
)

# saving by itself


def test_typing_is_saved_when_it_rests_and_not_before(house: House) -> None:
    page = journal(house)
    tab_to("Note")
    type_in("A long day")
    assert note_of(house) == ""
    let_rest(page)
    assert note_of(house) == "A long day"
    assert house.store.days.get(TODAY) is None
    assert "Saved on this computer at 19:30" in words_of(page)
    assert resting(page) == []


@pytest.mark.parametrize("away", ["today", "library", "settings"])
def test_leaving_the_page_saves_what_was_typed(away: str, house: House) -> None:
    journal(house)
    tab_to("Note")
    type_in("Quick")
    house.go(away)
    assert note_of(house) == "Quick"


def test_turning_the_day_saves_what_was_typed_on_its_own_day(house: House) -> None:
    page = journal(house)
    tab_to("Note")
    type_in("For today")
    tab_to("The day before", back=True)
    enter()
    assert note_of(house) == "For today"
    assert house.store.days.get(YESTERDAY) is None
    assert "For today" not in page.findChild(NoteCard).editor.text()


def test_passing_over_every_control_stores_nothing(house: House) -> None:
    page = journal(house)
    seq = house.context.vault.commit_seq
    for _turn in range(40):
        press(Qt.Key.Key_Tab)
    page.leave()
    assert house.context.vault.commit_seq == seq
    assert house.store.days.get(TODAY) is None


# what is read again


TABLES = ("days", "nights", "moments", "notes", "plans", "pauses", "own_measures", "own_ratings", "profile")


@contextmanager
def reading(house: House) -> Iterator[set[str]]:
    """The tables that are read meanwhile."""
    asked: list[str] = []
    found: set[str] = set()
    house.context.vault.connection.set_trace_callback(asked.append)
    yield found
    house.context.vault.connection.set_trace_callback(None)
    words = [" ".join(one.split()) for one in asked]
    found |= {table for table in TABLES if any(f"FROM {table} " in f"{one} " for one in words)}


def test_turning_to_another_day_reads_that_day_and_not_what_lies_ahead(house: House) -> None:
    journal(house)
    tab_to("The day before")
    with reading(house) as found:
        enter()
    assert {"days", "nights", "moments", "notes"} <= found
    assert not found & {"plans", "pauses"}


# days


def test_days_go_back_and_on_and_no_further_than_today(house: House) -> None:
    page = journal(house)
    assert "Tuesday 24 November" in words_of(page)
    tab_to("The day before")
    enter()
    enter()
    assert "Sunday 22 November" in words_of(page)
    tab_to("The day after")
    enter()
    assert "Monday 23 November" in words_of(page)
    enter()
    assert "Tuesday 24 November" in words_of(page)
    page.open(routes.journal(date(2030, 1, 1)))
    assert "Tuesday 24 November" in words_of(page)


def test_another_year_is_named(house: House) -> None:
    page = journal(house, "journal/2025-12-31")
    assert "Wednesday 31 December 2025" in words_of(page)


def test_the_day_begins_when_the_person_says_so(house: House) -> None:
    house.prepare(day_start=0)
    house.clock.stopped_at = datetime(2026, 11, 25, 1, 30)
    assert "Wednesday 25 November" in words_of(journal(house))


# moments


def test_no_word_of_the_journal_reaches_the_title_of_the_window(house: House) -> None:
    journal(house)
    tab_to("Note")
    type_in("secret")
    assert house.window.windowTitle() == "Rewire"
    assert QApplication.activeWindow().windowTitle() == "Rewire"


# finding one's way


def test_a_link_to_what_is_in_sight_leaves_the_page_at_its_top(house: House) -> None:
    house.open()
    page = house.go(routes.journal(TODAY, "night"))
    settle()
    assert page.findChild(PageScroll).verticalScrollBar().value() == 0


def test_the_ring_of_an_arrow_keeps_clear_of_the_title(house: House) -> None:
    page = journal(house)
    press(Qt.Key.Key_Tab)
    arrow = tab_to("The day before", back=True)
    house.qtbot.waitUntil(lambda: house.shell.findChild(FocusRing).isVisible())
    ring = house.shell.findChild(FocusRing).geometry()
    title = next(one for one in page.findChildren(Title) if one.text() == "Tuesday 24 November")
    assert ring.contains(arrow.mapTo(house.shell, arrow.rect().center()))
    assert title.mapTo(house.shell, QPoint(0, 0)).x() - ring.right() >= 8


def test_an_empty_note_shows_that_one_can_write_there(house: House) -> None:
    page = journal(house)
    note = page.findChild(NoteCard).editor.words
    assert note.edit.placeholderText() == "Write here"
    assert not note.frame.bare
