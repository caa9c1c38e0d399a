"""A copy to look at, and the look itself, by keyboard as a person does it."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtWidgets import QTextEdit, QWidget

from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault
from rewire_app.ui.base import routes
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.routes import Route
from rewire_app.ui.frame.look_view import LookView
from rewire_app.ui.journal.note_row import NoteRow
from rewire_app.ui.widgets.undo_strip import UndoStrip
from tests.store import entries as make
from tests.ui.copies_room import copy_of, practise
from tests.ui.house import House, enter, settle, tab_to

MORNING = datetime(2026, 11, 24, 8, 5)
TODAY = date(2026, 11, 24)
ROW = "Look, Today, 08:05"
WORDS = "four plain words here"
PAGES = (
    "today", "practice", "journal", "trends", "library", "lists", "practised", "experiment", "unwanted",
    "state",
)  # fmt: skip


def keep_and_copy(house: House) -> None:
    """Three practices and a day with a note, a copy of them, then two more practices."""
    practise(house.profile, 0, 3)
    vault = open_vault(house.profile)
    Store(vault).days.put(make.day_entry(0, day=TODAY, note="as it was"))
    vault.close()
    copy_of(house, at=MORNING)
    practise(house.profile, 3, 2)


def look_at(house: House, row: str = ROW) -> LookView:
    """Look at the copy of `row` by keyboard, from the list of copies."""
    house.open()
    house.go(routes.settings("backups"))
    tab_to(row)
    enter()
    return view_of(house)


def view_of(house: House) -> LookView:
    house.qtbot.waitUntil(lambda: house.shell.looking.view is not None, timeout=20_000)
    settle()
    view = house.shell.looking.view
    assert view is not None
    return view


def show(house: House, view: LookView, where: Route | str) -> Page:
    """A page of the copy."""
    house.window.go(where if isinstance(where, Route) else Route(page=where))
    settle()
    page = view.pages.shown
    assert page is not None
    return page


def said(house: House) -> str:
    return house.shell.findChild(UndoStrip).text


def note_field(page: QWidget) -> QTextEdit:
    """Where the note of a day is written."""
    [row] = page.findChildren(NoteRow)
    row.change.click()
    settle()
    return next(one for one in page.findChildren(QTextEdit) if one.toPlainText() == "as it was")
