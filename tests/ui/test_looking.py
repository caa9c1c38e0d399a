"""Looking at a copy: its pages under a bar, nothing to be changed, and the notes as they were afterwards."""

from __future__ import annotations

import shutil
import tempfile
from collections import namedtuple
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QTextEdit, QWidget

from rewire_app.exchange.sample.fill import fill_demo
from rewire_app.store.backups.listing import backups
from rewire_app.store.backups.restoring import unconfirmed
from rewire_app.store.backups.taking import back_up
from rewire_app.store.store import Store
from rewire_app.store.vault.copies import Why
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.key_change import set_passphrase
from rewire_app.store.vault.keyslots import FLOOR
from rewire_app.store.vault.vault import open_vault
from rewire_app.ui.base import routes
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.routes import Route
from rewire_app.ui.base.secret_form import SecretForm
from rewire_app.ui.frame.look_view import LookView
from rewire_app.ui.trends.page import TrendsPage
from rewire_app.ui.widgets.rating import Rating
from rewire_app.ui.widgets.undo_strip import UndoStrip
from tests.store import entries as make
from tests.ui.copies_room import copy_of, practise, practised, seen, wait_until_open
from tests.ui.house import House, ctrl, enter, focused, press, settle, space, tab_to, type_in, type_over

MORNING = datetime(2026, 11, 24, 8, 5)
TODAY = date(2026, 11, 24)
ROW = "Look, Today, 08:05"
ONLY = "This is a copy, to look at only. Go back to your notes to change anything."
WORDS = "four plain words here"
PAGES = (
    "today", "practice", "journal", "trends", "library", "lists", "practised", "experiment", "unwanted",
    "state",
)  # fmt: skip


@pytest.fixture(autouse=True)
def temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files."""
    folder = tmp_path / "temp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def kept(house: House) -> House:
    """Three practices and a day with a note, a copy of them, then two more practices."""
    practise(house.profile, 0, 3)
    vault = open_vault(house.profile)
    Store(vault).days.put(make.day_entry(0, day=TODAY, note="as it was"))
    vault.close()
    copy_of(house, at=MORNING)
    practise(house.profile, 3, 2)
    return house


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
    """Where the note of a day stands."""
    return next(one for one in page.findChildren(QTextEdit) if one.toPlainText() == "as it was")


def test_the_pages_of_the_copy_are_seen_under_a_bar_that_says_so(kept: House) -> None:
    view = look_at(kept)
    assert view.bar.words == (
        "You are looking at the copy of today, 08:05. 4 entries, to look at only. "
        "Your notes stay as they are."
    )
    assert len(view.context.store.practices.recent(99)) == 3
    assert practised(kept) == 5
    assert focused().accessibleName() == "Back to my notes"
    assert unconfirmed(kept.profile) is None
    show(kept, view, "journal")
    assert note_field(view).isVisible()


def test_every_page_can_be_looked_at_and_notes_nothing_by_itself(house: House) -> None:
    shutil.rmtree(house.profile)
    fill_demo(house.profile, TODAY, days=120)
    house.prepare()
    copy = copy_of(house, at=MORNING)
    view = look_at(house)
    for name in PAGES:
        page = show(house, view, name)
        if isinstance(page, TrendsPage):  # which keeps the looks of its cards
            page.view.set_value("notes")
            page.settle()
        assert view.bar.isVisible()
        assert (name, said(house)) == (name, "")
    assert view.context.vault.commit_seq == copy.commit


def test_nothing_that_is_typed_chosen_or_pressed_changes_the_copy_or_the_notes(kept: House) -> None:
    view = look_at(kept)
    before = kept.context.vault.commit_seq, view.context.vault.commit_seq
    page = show(kept, view, "journal")
    field = note_field(page)
    field.setFocus()
    type_in("more words")
    assert said(kept) == ONLY
    assert field.toPlainText() == "as it was"
    rating = next(one for one in page.findChildren(Rating) if one.isVisible())
    value = rating.value()
    rating.setFocus()
    press(Qt.Key.Key_7)
    kept.qtbot.mouseClick(rating, Qt.MouseButton.LeftButton)
    assert rating.value() == value
    show(kept, view, "practised")
    kept.context.hub.said.emit("")
    view.context.hub.do("anything", view.context.store.practices.add, make.practice(9))
    assert said(kept) == ONLY
    assert (kept.context.vault.commit_seq, view.context.vault.commit_seq) == before
    assert not kept.context.vault.drafts.waiting


def test_words_can_be_gone_through_and_copied_and_are_told_as_read_only(kept: House) -> None:
    view = look_at(kept)
    field = note_field(show(kept, view, "journal"))
    spoken = QAccessible.queryAccessibleInterface(field)
    assert spoken is not None
    assert spoken.state().readOnly  # type: ignore[attr-defined]  # a field of bits
    field.setFocus()
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Right)
    assert field.textCursor().position() == 1
    ctrl(Qt.Key.Key_A)
    assert field.textCursor().selectedText() == "as it was"
    assert said(kept) == ""


def test_what_is_only_looked_for_can_be_typed(kept: House) -> None:
    view = look_at(kept)
    show(kept, view, "library")
    tab_to("Search articles and exercises")
    type_in("sleep")
    assert said(kept) == ""
    assert focused().text() == "sleep"  # type: ignore[attr-defined]  # it is a line


def test_back_in_the_notes_all_is_as_it_was_left_and_nothing_of_the_copy_is_there(
    kept: House, temp: Path
) -> None:
    look_at(kept)
    assert list(temp.iterdir())
    enter()
    assert kept.shell.looking.view is None
    assert focused().accessibleName() == ROW
    assert kept.shell.pages.place == routes.settings("backups")
    assert not list(temp.iterdir())
    assert practised(kept) == 5


def test_esc_leads_back_to_the_notes(kept: House) -> None:
    look_at(kept)
    press(Qt.Key.Key_Escape)
    assert kept.shell.looking.view is None
    assert focused().accessibleName() == ROW


def test_undo_takes_back_nothing_of_the_notes_while_a_copy_is_looked_at(kept: House) -> None:
    kept.open()
    kept.go(routes.settings("backups"))
    kept.context.hub.do("a practice", kept.store.practices.add, make.practice(9))
    tab_to(ROW)
    enter()
    view_of(kept)
    ctrl(Qt.Key.Key_Z)
    assert said(kept) == "There is nothing to take back."
    assert practised(kept) == 6
    press(Qt.Key.Key_Escape)
    ctrl(Qt.Key.Key_Z)
    assert practised(kept) == 5


def test_the_keys_of_the_pages_lead_through_the_copy(kept: House) -> None:
    view = look_at(kept)
    ctrl(Qt.Key.Key_3)
    assert view.pages.place.page == "journal"
    assert kept.shell.looking.view is view
    assert kept.shell.pages.place == routes.settings("backups")


@pytest.mark.parametrize("route", [routes.SETTINGS, routes.CUSTOM, routes.run("d-stop"), routes.RESUME])
def test_what_is_for_the_notes_alone_is_not_begun_in_a_copy(kept: House, route: Route) -> None:
    view = look_at(kept)
    kept.window.go(route)
    settle()
    assert said(kept) == "This is for your own notes. Go back to them first."
    assert kept.shell.looking.view is view
    assert view.pages.place == routes.TODAY


def test_help_now_is_that_of_the_notes_and_the_copy_waits_under_it(kept: House) -> None:
    view = look_at(kept)
    press(Qt.Key.Key_F1)
    assert kept.shell.pages.place == routes.HELP
    assert kept.shell.looking.view is None
    press(Qt.Key.Key_Escape)
    assert kept.shell.looking.view is view


def test_who_leaves_help_for_another_page_is_back_in_the_notes(kept: House, temp: Path) -> None:
    look_at(kept)
    press(Qt.Key.Key_F1)
    ctrl(Qt.Key.Key_3)
    assert kept.shell.pages.place.page == "journal"
    assert not kept.shell.covers.covered
    assert not list(temp.iterdir())


def test_from_the_copy_one_can_go_back_to_it_and_is_asked_first(kept: House, temp: Path) -> None:
    look_at(kept)
    tab_to("Go back to this copy", back=True)
    enter()
    assert "Go back to today, 08:05?" in seen(kept)
    assert focused().accessibleName() == "Keep what is here"
    enter()
    assert kept.shell.looking.view is not None
    tab_to("Go back to this copy", back=True)
    enter()
    press(Qt.Key.Key_Tab)
    assert focused().accessibleName() == "Go back to this copy"
    enter()
    wait_until_open(kept)
    assert practised(kept) == 3
    assert unconfirmed(kept.profile) is not None
    assert not list(temp.iterdir())


def test_a_damaged_copy_is_told_and_the_notes_are_seen_again(kept: House, temp: Path) -> None:
    [copy] = backups(ProfileFiles(kept.profile))
    kept.open()
    kept.go(routes.settings("backups"))
    content = bytearray(copy.path.read_bytes())
    content[5_000] ^= 1
    copy.path.write_bytes(content)
    tab_to(ROW)
    enter()
    kept.qtbot.waitUntil(lambda: "damaged" in said(kept))
    assert not kept.shell.covers.covered
    assert focused().accessibleName() == ROW
    assert practised(kept) == 5
    assert not list(temp.iterdir())


def test_a_full_disk_is_told_and_the_notes_are_seen_again(
    kept: House, temp: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage(10**9, 10**9 - 4096, 4096))
    kept.open()
    kept.go(routes.settings("backups"))
    tab_to(ROW)
    enter()
    kept.qtbot.waitUntil(lambda: "MB of free space" in said(kept))
    assert not kept.shell.covers.covered
    assert not list(temp.iterdir())


def test_a_copy_with_another_passphrase_asks_for_that_one(house: House, tmp_path: Path, temp: Path) -> None:
    practise(house.profile, 0, 2)
    other = open_vault(tmp_path / "other")
    Store(other).practices.add(make.practice(1))
    set_passphrase(other, WORDS, cost=FLOOR)
    copy = back_up(other, Why.ASKED, at=house.clock.at(MORNING))
    other.close()
    house.open()
    house.go(routes.settings("backups"))
    shown = house.shell.looking
    house.context.copies.looked.emit(copy)
    house.qtbot.waitUntil(lambda: "The passphrase of this copy" in seen(house))
    type_in("not these words")
    enter()
    house.qtbot.waitUntil(lambda: "That is not the passphrase" in seen(house), timeout=20_000)
    house.qtbot.waitUntil(house.shell.findChild(SecretForm).go.isEnabled)
    type_over(WORDS)
    enter()
    view = view_of(house)
    assert len(view.context.store.practices.recent(9)) == 1
    press(Qt.Key.Key_Escape)
    assert shown.view is None
    assert practised(house) == 2
    assert not list(temp.iterdir())


def test_who_does_not_want_to_wait_is_back_at_once_and_the_copy_is_let_go(kept: House, temp: Path) -> None:
    kept.open()
    kept.go(routes.settings("backups"))
    tab_to(ROW)
    enter()
    tab_to("Not now")
    space()
    assert focused().accessibleName() == ROW
    kept.qtbot.waitUntil(lambda: not list(temp.iterdir()), timeout=20_000)
    assert kept.shell.looking.view is None


@pytest.mark.parametrize("there", [True, False])
def test_closing_the_window_leaves_nothing_of_the_copy(kept: House, temp: Path, there: bool) -> None:
    kept.open()
    kept.go(routes.settings("backups"))
    tab_to(ROW)
    enter()
    if there:
        view_of(kept)
        assert list(temp.iterdir())
    kept.close()
    assert not list(temp.iterdir())


def test_words_that_are_half_written_in_the_notes_are_there_afterwards(kept: House) -> None:
    kept.open()
    field = note_field(kept.go("journal"))
    field.setFocus()
    type_in(" and more")
    kept.go(routes.settings("backups"))
    tab_to(ROW)
    enter()
    view = view_of(kept)
    assert note_field(show(kept, view, "journal")).toPlainText() == "as it was"
    press(Qt.Key.Key_Escape)
    assert "more" in kept.store.days.get(TODAY).note  # type: ignore[union-attr]  # it is there
