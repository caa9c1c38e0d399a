"""Looking at a copy: its pages under a bar, and nothing in them that can be changed."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from rewire_app.exchange.sample.fill import fill_demo
from rewire_app.store.backups.restoring import unconfirmed
from rewire_app.ui.base import routes
from rewire_app.ui.base.routes import Route
from rewire_app.ui.trends.page import TrendsPage
from rewire_app.ui.widgets.rating import Rating
from rewire_app.ui.widgets.theme import theme
from tests.store import entries as make
from tests.ui.copies_room import copy_of, practised
from tests.ui.house import House, ctrl, focused, press, settle, tab_to, type_in
from tests.ui.look_room import MORNING, PAGES, TODAY, keep_and_copy, look_at, note_field, said, show

ONLY = "This is a copy, to look at only. Go back to your notes to change anything."


@pytest.fixture(autouse=True)
def temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files."""
    folder = tmp_path / "temp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def kept(house: House) -> House:
    """Notes of which there is a copy."""
    keep_and_copy(house)
    return house


def test_the_pages_of_the_copy_are_seen_under_a_bar_that_says_so(kept: House) -> None:
    view = look_at(kept)
    assert view.bar.words == (
        "You are looking at the copy of today, 08:05. 4 entries, to look at only. "
        "Your notes stay as they are."
    )
    assert len(view.context.store.practices.recent(99)) == 3
    assert practised(kept) == 5
    assert view.bar.height() == theme.px(72)
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
    page = show(kept, view, "evening")
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
