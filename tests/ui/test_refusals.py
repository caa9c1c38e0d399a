"""What cannot be opened has a calm screen of its own: what happened, what can be done, help, a way out."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from rewire_app import paths
from rewire_app.store.store import Store
from rewire_app.store.vault import keyslots
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.vault import open_vault
from rewire_app.ui.base import crash
from rewire_app.ui.frame.notice import OpeningScreen
from rewire_app.ui.widgets import theme as theme_module
from rewire_app.ui.widgets.buttons import PaintedButton
from rewire_app.ui.widgets.scroll import PageScroll
from rewire_app.ui.widgets.text import Body
from rewire_app.ui.widgets.undo_strip import UndoStrip
from tests.store import entries as make
from tests.store.list_entries import experiment
from tests.ui.damage import damage_closed, flip
from tests.ui.house import House, ctrl, enter, focused, press, settle, space, tab_to, words_of

Break = Callable[[ProfileFiles], None]


def newer(files: ProfileFiles) -> None:
    keys = keyslots.parsed(files.keys.read_bytes())
    files.keys.write_bytes(keyslots.packed(replace(keys, schema="9999")))


def damaged(files: ProfileFiles) -> None:
    content = bytearray(files.db.read_bytes())
    content[100] ^= 1
    files.db.write_bytes(content)


def missing(files: ProfileFiles) -> None:
    files.db.unlink()


def damaged_keys(files: ProfileFiles) -> None:
    for path in (files.keys, files.spare_keys):
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.write_bytes(content)


BREAKS = [
    (newer, "Your notes come from a newer Rewire", "Try again"),
    (damaged, "Part of your notes cannot be read", "Read it out"),
    (missing, "Your notes are not where they were", "Try again"),
    (damaged_keys, "The key to your notes cannot be read", "Try again"),
]


@pytest.fixture
def kept(house: House) -> ProfileFiles:
    """A closed profile with some practice in it."""
    vault = open_vault(house.profile)
    for number in range(3):
        Store(vault).practices.add(make.practice(number))
    vault.close()
    return ProfileFiles(house.profile)


def content(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def refusal(house: House) -> OpeningScreen:
    shown = house.shell.refusal
    assert isinstance(shown, OpeningScreen)
    assert shown.isVisible()
    return shown


@pytest.mark.parametrize(("broken", "title", "main"), BREAKS, ids=lambda part: getattr(part, "__name__", ""))
def test_each_fault_of_a_profile_has_its_own_screen_and_changes_nothing(
    broken: Break, title: str, main: str, house: House, kept: ProfileFiles
) -> None:
    broken(kept)
    before = content(house.profile)
    house.open_refused()
    words = words_of(refusal(house))
    assert words.splitlines()[0] in (title, "Help now")
    assert title in words
    assert words.count("othing was changed") == 1
    assert focused().accessibleName() == main
    for name in ("Show the folder", "Close Rewire", "Help now"):
        tab_to(name)
    house.close()
    assert content(house.profile) == before


@pytest.mark.parametrize("size", [(640, 420), (1200, 800)])
def test_the_buttons_stay_in_sight_and_the_words_scroll(
    size: tuple[int, int], house: House, kept: ProfileFiles
) -> None:
    newer(kept)
    window = house.open_refused()
    window.resize(*size)
    settle()
    shown = refusal(house)
    for name in ("Try again", "Choose another folder", "Close Rewire"):
        button = next(one for one in shown.findChildren(PaintedButton) if one.accessibleName() == name)
        assert button.visibleRegion().boundingRect() == button.rect()
    [words] = shown.findChildren(PageScroll)
    assert (words.verticalScrollBar().maximum() > 0) is (size[1] < 800)


def test_another_folder_with_notes_opens_at_once(house: House, kept: ProfileFiles) -> None:
    other = house.profile.with_name("other")
    shutil.copytree(house.profile, other)
    damaged(kept)
    before = content(house.profile)
    house.open_refused()
    with house.qtbot.waitSignal(house.shell.ready):
        refusal(house).choose(other)
    assert house.context.folder == other
    assert len(house.store.practices.recent(9)) == 3
    house.close()
    assert content(house.profile) == before


def test_a_folder_without_notes_is_asked_about_first(house: House, kept: ProfileFiles) -> None:
    damaged(kept)
    empty = house.profile.with_name("empty")
    empty.mkdir()
    house.open_refused()
    shown = refusal(house)
    shown.choose(empty)
    settle()
    assert not list(empty.iterdir())
    assert f"There are no notes in {empty}." in words_of(shown)
    assert focused().accessibleName() == "Begin new notes there"
    with house.qtbot.waitSignal(house.shell.ready):
        space()
    assert house.store.practices.recent(9) == []


def test_in_a_small_window_the_question_comes_into_sight(house: House, kept: ProfileFiles) -> None:
    damaged(kept)
    empty = house.profile.with_name("empty")
    empty.mkdir()
    house.open_refused().resize(640, 420)
    settle()
    refusal(house).choose(empty)
    settle()
    asked = next(one for one in refusal(house).findChildren(Body) if one.text().startswith("There are no"))
    for part in (asked, focused()):
        assert part.visibleRegion().boundingRect() == part.rect()


def test_a_second_copy_finds_the_first_and_can_open_when_it_is_closed(house: House) -> None:
    other = open_vault(house.profile)
    house.open_refused()
    words = words_of(refusal(house))
    assert "Rewire is already open" in words
    assert words.count("othing was changed") == 1
    other.close()
    with house.qtbot.waitSignal(house.shell.ready):
        enter()
    assert house.shell.refusal is None
    assert house.shell.page("today").isVisible()
    assert "Paced breathing" in words_of(house.shell.page("today"))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the owner of everything may write anywhere")
def test_a_folder_that_cannot_be_written_is_named(house: House) -> None:
    house.profile.chmod(0o500)
    try:
        house.open_refused()
        words = words_of(refusal(house))
    finally:
        house.profile.chmod(0o700)
    assert "Rewire cannot write to its folder" in words


def test_a_profile_that_is_a_file_is_named_and_left_alone(house: House) -> None:
    shutil.rmtree(house.profile)
    house.profile.write_text("not a folder")
    house.open_refused()
    words = words_of(refusal(house))
    assert "Rewire cannot write to its folder" in words
    assert str(house.profile) in words
    house.close()
    assert house.profile.read_text() == "not a folder"


def test_a_full_disk_at_the_first_start_is_said(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(_file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", no_room)
        house.open_refused()
    words = words_of(refusal(house))
    assert "The disk is full, and Rewire needs a little room to open." in words
    assert "saved" not in words
    with house.qtbot.waitSignal(house.shell.ready):
        enter()
    assert house.store.practices.recent(9) == []


def test_notes_that_are_missing_can_be_gone_on_without(house: House, kept: ProfileFiles) -> None:
    older = kept.db.read_bytes()
    vault = open_vault(house.profile)
    Store(vault).practices.add(make.practice(5))
    vault.close()
    kept.db.write_bytes(older)
    house.open_refused()
    assert "Some of your newest notes are missing" in words_of(refusal(house))
    tab_to("Open what is there")
    with house.qtbot.waitSignal(house.shell.ready):
        enter()
    assert len(house.store.practices.recent(9)) == 3


def test_a_damaged_key_file_opens_by_its_spare_and_is_spoken_of(house: House, kept: ProfileFiles) -> None:
    kept.keys.write_bytes(b"noise")
    house.open()
    assert len(house.store.practices.recent(9)) == 3
    line = house.shell.findChild(UndoStrip)
    assert line.isVisible()
    assert "Rewire opened them with its spare" in line.text
    assert "Undo" not in words_of(line)
    house.close()
    house.open()
    assert not house.shell.findChild(UndoStrip).isVisible()


def test_a_profile_that_was_put_back_opens_at_the_next_try(house: House, kept: ProfileFiles) -> None:
    away = kept.db.with_name("away")
    kept.db.rename(away)
    house.open_refused()
    first = refusal(house)
    enter()
    house.qtbot.waitUntil(lambda: house.shell.refusal not in (None, first))
    settle()
    assert "not where they were" in words_of(refusal(house))
    away.rename(kept.db)
    with house.qtbot.waitSignal(house.shell.ready):
        enter()
    assert len(house.store.practices.recent(9)) == 3


def test_a_damaged_page_that_today_needs_stops_the_start_until_it_is_mended(house: House) -> None:
    pages = damage_closed(house.profile, "experiments")
    house.open_refused()
    assert "Part of your notes cannot be read" in words_of(refusal(house))
    assert not house.context.ready
    flip(house.profile, pages)
    tab_to("Try again")
    with house.qtbot.waitSignal(house.shell.ready):
        enter()
    assert house.shell.refusal is None
    assert house.shell.page("today").isVisible()


def test_a_fault_nobody_foresaw_ends_on_a_screen_too(house: House) -> None:
    vault = open_vault(house.profile)
    Store(vault).experiments.add(experiment(start_day=date(9999, 12, 27)))  # its weeks have no end
    vault.close()
    house.open_refused()
    assert "Something in Rewire went wrong. What you saved is safe." in words_of(refusal(house))
    assert focused().accessibleName() == "Try again"
    assert "OverflowError" in crash.report()


# help and ways out


def test_help_is_there_and_leads_back_to_the_screen(house: House, kept: ProfileFiles) -> None:
    damaged(kept)
    house.open_refused()
    press(Qt.Key.Key_F1)
    page = house.shell.page("help")
    assert page.isVisible()
    words = words_of(page)
    assert "Talk to a person" in words
    assert "Name five things you can see" not in words
    tab_to("Back to where you were")
    enter()
    assert refusal(house)
    tab_to("Help now")
    enter()
    assert page.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5])
def test_no_shortcut_leads_past_the_screen_to_an_empty_page(
    key: Qt.Key, house: House, kept: ProfileFiles
) -> None:
    damaged(kept)
    house.open_refused()
    ctrl(key)
    assert refusal(house)
    press(Qt.Key.Key_F1)
    ctrl(key)
    assert refusal(house)


def test_undo_and_redo_have_nothing_to_do_there(house: House, kept: ProfileFiles) -> None:
    damaged(kept)
    house.open_refused()
    ctrl(Qt.Key.Key_Z)
    ctrl(Qt.Key.Key_Z, Qt.KeyboardModifier.ShiftModifier)
    assert refusal(house)


def test_close_closes(house: House, kept: ProfileFiles) -> None:
    damaged(kept)
    window = house.open_refused()
    tab_to("Close Rewire")
    enter()
    assert not window.isVisible()


# content


@pytest.fixture
def resources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the bundled content, to break."""
    copied = tmp_path / "resources"
    shutil.copytree(paths.resources() / "en", copied / "en")
    monkeypatch.setattr(paths, "resources", lambda: copied)
    return copied


@pytest.mark.parametrize(
    "file",
    [
        "exercises/b-paced.toml",
        "exercises/d-stop.toml",
        "articles/L07.md",
        "measures/urge.toml",
        "crisis.toml",
    ],
)
@pytest.mark.parametrize("how", ["unreadable", "not a file of its kind"])
def test_a_broken_content_file_stops_the_start_with_file_field_and_reason(
    file: str, how: str, house: House, resources: Path
) -> None:
    path = resources / "en" / file
    path.unlink()
    if how == "unreadable":
        path.mkdir()
    else:
        path.write_text("= nothing that can be used")
    house.open_refused()
    words = words_of(refusal(house))
    assert "A part of Rewire is missing" in words
    assert path.name in words
    assert "Your notes were not touched." in words
    assert not house.context.ready


def test_a_content_file_that_nobody_can_read_to_its_end_is_a_screen_too(
    house: House, resources: Path
) -> None:
    (resources / "en" / "measures" / "urge.toml").write_text("x = " + "[" * 20_000)
    house.open_refused()
    assert focused().accessibleName() == "Try again"
    assert not house.context.ready


@pytest.mark.parametrize("file", ["measures/urge.toml", "crisis.toml", "exercises/b-paced.toml"])
def test_a_missing_content_file_stops_the_start_too(file: str, house: House, resources: Path) -> None:
    (resources / "en" / file).unlink()
    house.open_refused()
    words = words_of(refusal(house))
    assert "A part of Rewire is missing" in words
    assert file.rpartition("/")[2] in words or "b-paced" in words


def test_a_field_that_cannot_be_used_is_named(house: House, resources: Path) -> None:
    path = resources / "en" / "exercises" / "d-stop.toml"
    path.write_text(path.read_text("utf-8").replace('gate = "notice"', 'gate = "wide open"'), "utf-8")
    house.open_refused()
    words = words_of(refusal(house))
    assert "d-stop.toml" in words
    assert "gate" in words


def test_the_content_put_back_opens_at_the_next_try(house: House, resources: Path) -> None:
    path = resources / "en" / "articles" / "L07.md"
    whole = path.read_bytes()
    path.write_text("nothing")
    house.open_refused()
    path.write_bytes(whole)
    with house.qtbot.waitSignal(house.shell.ready):
        enter()
    assert house.context.ready


def test_help_does_without_its_file(house: House, resources: Path) -> None:
    (resources / "en" / "crisis.toml").unlink()
    house.open_refused()
    press(Qt.Key.Key_F1)
    words = words_of(house.shell.page("help"))
    assert "112" in words
    assert "local emergency number" in words


def test_a_missing_theme_is_said_in_plain_words(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.prepare(theme="dark", text_size=90)
    monkeypatch.setattr(theme_module, "resources", lambda: tmp_path)
    window = house.make(sample=False)
    window.show()
    house.qtbot.waitUntil(lambda: "themes/dark.toml" in words_of(window))
    assert "Your notes were not touched." in words_of(window)
    assert QApplication.instance() is not None
