"""Backups in Settings: made, listed, gone back to, answered for, kept elsewhere; all of it by keyboard."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from rewire_app.store.backups.listing import backups
from rewire_app.store.backups.restoring import unconfirmed
from rewire_app.store.backups.taking import automatic
from rewire_app.store.vault.copies import Pin
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.key_change import set_passphrase
from rewire_app.store.vault.vault import open_vault
from rewire_app.ui.backups.copy_bar import CopyBar
from rewire_app.ui.backups.rows import CopyRow
from rewire_app.ui.base import routes
from rewire_app.ui.widgets.buttons import MainButton
from rewire_app.ui.widgets.undo_strip import UndoStrip
from tests.store import entries as make
from tests.ui.copies_room import copy_of, practise, practised, seen, wait_until_open
from tests.ui.house import House, enter, focused, press, settle, tab_to, type_in, words_of

MORNING = datetime(2026, 11, 24, 8, 5)
LAST_WEEK = datetime(2026, 11, 16, 21, 40)


@pytest.fixture
def kept(house: House) -> House:
    """Three practices and a copy of them, then two more practices."""
    practise(house.profile, 0, 3)
    copy_of(house, at=MORNING)
    practise(house.profile, 3, 2)
    return house


def at_backups(house: House) -> None:
    house.open()
    house.go(routes.settings("backups"))


def open_locked(house: House) -> None:
    window = house.make(sample=False)
    window.show()
    house.qtbot.waitUntil(lambda: window.dressed and "Locked" in seen(house), timeout=20_000)
    house.activate(window)


def bar(house: House) -> CopyBar:
    [found] = house.shell.findChildren(CopyBar)
    return found


def said(house: House) -> str:
    return house.shell.findChild(UndoStrip).text


def rows(house: House) -> list[str]:
    return [row.accessibleName() for row in house.shell.findChildren(CopyRow) if row.isVisible()]


def do_with(house: House, row: str, what: str) -> None:
    """Choose `what` in the menu of a row, as Down and Enter do."""
    tab_to(f"More, {row}")
    enter()
    while focused().accessibleName() != what:
        press(Qt.Key.Key_Down)
    enter()


def test_without_a_copy_the_page_says_when_the_first_one_is_made(house: House) -> None:
    practise(house.profile, 0, 1)
    at_backups(house)
    assert "The first copy is made when you close Rewire today." in seen(house)
    assert "anyone who has a copy can read it" in seen(house)


def test_back_up_now_makes_a_copy_and_shows_it(house: House) -> None:
    practise(house.profile, 0, 3)
    at_backups(house)
    tab_to("Back up now")
    enter()
    house.qtbot.waitUntil(lambda: len(rows(house)) == 1)
    assert rows(house) == ["Today, 19:30, because you asked, 3 entries, made without a passphrase"]
    assert said(house) == "A copy was made, and opened to check it."
    [copy] = backups(ProfileFiles(house.profile))
    assert copy.entries == 3
    assert focused().accessibleName() == "Back up now"


def test_copies_are_listed_newest_first(kept: House) -> None:
    copy_of(kept, at=datetime(2026, 11, 23, 21, 4), pinned=True)
    at_backups(kept)
    assert rows(kept) == [
        "Yesterday, 21:04, automatic, 5 entries, kept, without a passphrase",
        "Today, 08:05, automatic, 3 entries, made without a passphrase",
    ]


def test_keeping_what_is_here_is_the_safe_answer(kept: House) -> None:
    at_backups(kept)
    do_with(kept, "Today, 08:05", "Go back to it")
    words = seen(kept)
    assert "Go back to today, 08:05?" in words
    assert "3 entries, against 5 here" in words
    assert focused().accessibleName() == "Keep what is here"
    press(Qt.Key.Key_Tab)
    assert focused().accessibleName() == "Go back to this copy"
    press(Qt.Key.Key_Tab)
    assert focused().accessibleName() == "Keep what is here"
    enter()
    assert practised(kept) == 5
    assert focused().accessibleName() == "More, Today, 08:05"


def go_back(house: House) -> None:
    at_backups(house)
    do_with(kept, "Today, 08:05", "Go back to it")
    tab_to("Go back to this copy")
    enter()
    wait_until_open(house)


def test_after_going_back_a_bar_stands_on_every_page_until_it_is_right(kept: House) -> None:
    go_back(kept)
    assert practised(kept) == 3
    for page in ("today", "journal", "library", "settings"):
        kept.go(page)
        assert bar(kept).isVisible()
    assert bar(kept).words == (
        "You are looking at the copy of today, 08:05. "
        "3 entries. What was here before is put aside. Backups wait."
    )
    tab_to("This is right")
    enter()
    assert not bar(kept).isVisible()
    assert unconfirmed(kept.profile) is None
    assert said(kept) == "These are your notes now. Copies of them are made again."


def test_the_bar_is_there_again_after_a_restart(kept: House) -> None:
    go_back(kept)
    kept.close()
    kept.open()
    assert bar(kept).isVisible()
    tab_to("This is right")
    enter()
    kept.close()
    kept.open()
    assert not bar(kept).isVisible()


def test_while_it_stands_begin_is_no_main_button(kept: House) -> None:
    go_back(kept)
    page = kept.go("today")
    begin = next(one for one in page.findChildren(MainButton) if one.isVisible())
    other = begin.grab().toImage()
    tab_to("This is right")
    enter()
    assert begin.grab().toImage() != other


def test_everything_can_be_put_back_as_it_was(kept: House) -> None:
    go_back(kept)
    tab_to("Put it back as it was")
    enter()
    wait_until_open(kept)
    assert practised(kept) == 5
    assert not bar(kept).isVisible()


def test_no_copy_is_made_until_it_is_right(kept: House) -> None:
    go_back(kept)
    kept.store.practices.add(make.practice(9))
    assert automatic(kept.context.vault, kept.clock.now(), closing=True) is None
    kept.go(routes.settings("backups"))
    before = len(rows(kept))
    tab_to("Back up now")
    enter()
    assert "First say whether this copy is right" in said(kept)
    assert len(rows(kept)) == before


def test_words_that_are_not_saved_stop_going_back(kept: House, monkeypatch: pytest.MonkeyPatch) -> None:
    at_backups(kept)
    page = kept.shell.page("settings")
    monkeypatch.setattr(type(page), "unsaved", property(lambda _page: True))
    do_with(kept, "Today, 08:05", "Go back to it")
    tab_to("Go back to this copy")
    enter()
    assert "Some of your words are not saved yet" in said(kept)
    assert practised(kept) == 5


def test_a_copy_that_is_damaged_meanwhile_changes_nothing(kept: House) -> None:
    [copy] = backups(ProfileFiles(kept.profile))
    at_backups(kept)
    copy.path.write_bytes(b"noise")
    do_with(kept, "Today, 08:05", "Go back to it")
    tab_to("Go back to this copy")
    enter()
    wait_until_open(kept)
    assert practised(kept) == 5
    assert not bar(kept).isVisible()
    assert "damaged" in said(kept)


def test_a_copy_is_kept_and_let_go(kept: House) -> None:
    at_backups(kept)
    do_with(kept, "Today, 08:05", "Keep it until you remove it")
    kept.qtbot.waitUntil(lambda: any("kept, without" in row for row in rows(kept)))
    assert backups(ProfileFiles(kept.profile))[0].pin is Pin.PERSON
    do_with(kept, "Today, 08:05", "Let it go in its time")
    kept.qtbot.waitUntil(lambda: any("made without" in row for row in rows(kept)))


def test_the_newest_copy_is_never_removed_and_an_older_one_is_asked_about(kept: House) -> None:
    copy_of(kept, at=datetime(2026, 11, 24, 12, 0))
    at_backups(kept)
    do_with(kept, "Today, 12:00", "Remove it")
    assert "This is the newest good copy" in said(kept)
    do_with(kept, "Today, 08:05", "Remove it")
    assert focused().accessibleName() == "Keep it"
    tab_to("Remove it")
    enter()
    kept.qtbot.waitUntil(lambda: len(rows(kept)) == 1)
    assert len(backups(ProfileFiles(kept.profile))) == 1


def test_a_second_folder_is_warned_about_used_and_missed_quietly(
    kept: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: str(stick))
    at_backups(kept)
    tab_to("Choose folder")
    enter()
    assert "Anyone who has this file can read it. Set a passphrase first, or go on." in seen(kept)
    assert focused().accessibleName() == "Set a passphrase"
    tab_to("Go on")
    enter()
    kept.qtbot.waitUntil(lambda: len(list(stick.glob("*.rewire"))) == 1)
    kept.qtbot.waitUntil(lambda: f"Every copy goes to {stick} too." in seen(kept))
    kept.context.copies.wait()
    shutil.rmtree(stick)
    kept.go("today")
    kept.go(routes.settings("reading"))
    kept.go(routes.settings("backups"))
    assert f"{stick} is not there now. Copies go there again when it is back." in seen(kept)
    tab_to("Stop using it")
    enter()
    assert "None yet. A stick or another disk helps" in seen(kept)


def test_a_copy_goes_to_a_file_elsewhere_and_comes_back_from_there(
    kept: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "away.rewire"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(file), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(file), ""))
    at_backups(kept)
    tab_to("Save a copy")
    enter()
    tab_to("Go on")
    enter()
    kept.qtbot.waitUntil(lambda: "The copy is saved" in said(kept))
    kept.store.practices.add(make.practice(9))
    tab_to("Choose a copy")
    enter()
    assert "5 entries, against 6 here" in seen(kept)
    tab_to("Go back to this copy")
    enter()
    wait_until_open(kept)
    assert practised(kept) == 5


def test_with_large_words_the_parts_of_a_row_stand_below_each_other(kept: House) -> None:
    kept.prepare(text_size=150)
    at_backups(kept)
    kept.window.resize(640, 420)
    settle()
    [row] = [one for one in kept.shell.findChildren(CopyRow) if one.isVisible()]
    assert "Why: automatic" in words_of(row)
    assert "Entries: 3" in words_of(row)


def test_a_copy_can_be_tried_out_and_the_page_says_when(kept: House) -> None:
    at_backups(kept)
    assert "Last tried" not in seen(kept)
    tab_to("Practice restore")
    enter()
    kept.qtbot.waitUntil(lambda: "opens, and all of it is there: 3 entries" in said(kept))
    assert "Last tried on 24 November." in seen(kept)
    assert practised(kept) == 5


def test_a_copy_that_was_damaged_since_fails_the_trial_and_nothing_else(kept: House) -> None:
    [copy] = backups(ProfileFiles(kept.profile))
    at_backups(kept)
    content = bytearray(copy.path.read_bytes())
    content[5_000] ^= 1
    copy.path.write_bytes(content)
    tab_to("Practice restore")
    enter()
    kept.qtbot.waitUntil(lambda: "damaged" in said(kept))
    assert "Last tried" not in seen(kept)
    assert practised(kept) == 5


def test_copies_from_before_a_passphrase_are_told_and_made_anew(kept: House) -> None:
    vault = open_vault(kept.profile)
    set_passphrase(vault, "a long way home")
    vault.close()
    open_locked(kept)
    type_in("a long way home")
    enter()
    wait_until_open(kept)
    kept.go(routes.settings("backups"))
    assert "locked with your passphrase" in seen(kept)
    assert "1 copy was made before your passphrase of today: it opens without it" in seen(kept)
    tab_to("Make them anew")
    enter()
    kept.qtbot.waitUntil(
        lambda: "1 copy opens with your passphrase of today now." in said(kept), timeout=20_000
    )
    assert "made before your passphrase" not in seen(kept)
    assert rows(kept) == ["Today, 08:05, automatic, 3 entries, checked by opening"]
    assert backups(ProfileFiles(kept.profile))[0].locked


def test_going_back_asks_for_the_passphrase_once_more(kept: House) -> None:
    vault = open_vault(kept.profile)
    set_passphrase(vault, "a long way home")
    vault.close()
    open_locked(kept)
    type_in("a long way home")
    enter()
    wait_until_open(kept)
    kept.go(routes.settings("backups"))
    do_with(kept, "Today, 08:05", "Go back to it")
    tab_to("Go back to this copy")
    enter()
    assert "Going back to a copy changes all of your notes." in seen(kept)
    assert practised(kept) == 5
