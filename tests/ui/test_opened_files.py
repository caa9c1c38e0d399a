"""A file that is opened from the desktop is read before it is kept, and waits while it would disturb."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from rewire_app.content.half_written import read_rough
from rewire_app.content.library import Library
from rewire_app.content.toml_text import to_toml
from rewire_app.ui.custom.file_preview import FilePreview
from rewire_app.ui.frame.arrivals import Arrivals
from tests.ui.house import House, described, enter, focused, press, settle, tab_to, words_of
from tests.ui.locked import open_locked, protect, unlock

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support raise\(\)")  # offscreen says so

ANCHOR = Library().exercise("a-anchor")
NOT_KEPT = "Nothing of this is kept yet"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An exercise that somebody sent."""
    path = tmp_path / "sent to me.rewire-exercise"
    path.write_text(to_toml(ANCHOR), "utf-8")
    return path


@pytest.fixture
def door(house: House) -> Arrivals:
    """What comes from outside to an open window."""
    return opened(house)


def opened(house: House) -> Arrivals:
    """Open the window as the program does, which looks outside from the beginning."""
    window = house.make(sample=False)
    arrivals = Arrivals(window, "")
    with house.qtbot.waitSignal(window.ready, timeout=20_000):
        window.show()
    house.activate(window)
    return arrivals


def previews(house: House) -> list[FilePreview]:
    settle()
    return [one for one in house.window.findChildren(FilePreview) if one.isVisible()]


def titles_kept(house: House) -> list[str]:
    return [read_rough(one.text, one.id).title for one in house.store.custom_exercises.all()]


def test_a_file_is_shown_with_where_it_comes_from_and_nothing_is_kept(
    house: House, door: Arrivals, file: Path
) -> None:
    door.come(file)
    [shown] = previews(house)
    words = words_of(shown)
    assert ANCHOR.title in words
    assert "From sent to me.rewire-exercise." in words
    assert "What you do" in words
    assert NOT_KEPT in words
    assert titles_kept(house) == []


def test_it_is_kept_by_one_key_and_taken_back_by_another(house: House, door: Arrivals, file: Path) -> None:
    door.come(file)
    [shown] = previews(house)
    assert focused() is shown.keep
    enter()
    assert titles_kept(house) == [ANCHOR.title]
    assert previews(house) == []
    press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert titles_kept(house) == []


def test_it_is_left_by_keyboard_and_nothing_is_kept(house: House, door: Arrivals, file: Path) -> None:
    door.come(file)
    assert previews(house)
    tab_to("Leave it")
    enter()
    assert previews(house) == []
    assert titles_kept(house) == []


def test_a_file_waits_until_the_exercise_is_over(house: House, door: Arrivals, file: Path) -> None:
    player = house.play("d-stop")
    door.come(file)
    assert previews(house) == []
    assert house.player is player
    assert house.shell.line.text == "sent to me.rewire-exercise is shown once this exercise is over."
    player.left.emit()
    assert len(previews(house)) == 1


def test_a_hidden_window_shows_no_file_until_it_is_seen_again(
    house: House, door: Arrivals, file: Path
) -> None:
    here = house.shell.pages.place
    house.window.hiding.hide(house.shell)
    door.come(file)
    assert previews(house) == []
    assert house.shell.pages.place == here
    assert house.window.hiding.sheet is not None
    house.window.hiding.come_back("Rewire")
    assert len(previews(house)) == 1


def test_locked_notes_are_opened_first(house: House, file: Path) -> None:
    protect(house.profile)
    open_locked(house)
    door = Arrivals(house.window, "")
    door.come(file)
    assert previews(house) == []
    unlock(house)
    assert len(previews(house)) == 1


def test_a_first_start_goes_before_a_file(new_house: House, file: Path) -> None:
    door = opened(new_house)
    door.open(file)
    assert previews(new_house) == []
    new_house.shell.covers.uncover()
    assert len(previews(new_house)) == 1


def test_a_file_that_cannot_be_used_is_told_with_its_line(house: House, door: Arrivals, file: Path) -> None:
    file.write_text(to_toml(ANCHOR).replace('kind = "say"', 'kind = "sing"', 1), "utf-8")
    door.come(file)
    assert previews(house) == []
    assert "sent to me.rewire-exercise cannot be used. Line " in words_of(house.window)


def test_a_pack_that_cannot_be_read_gets_a_sentence_and_changes_nothing(
    house: House, door: Arrivals, tmp_path: Path
) -> None:
    pack = tmp_path / "ten.rewire-pack"
    pack.write_bytes(b"PK")
    door.come(pack)
    house.qtbot.waitUntil(
        lambda: "ten.rewire-pack: This file is damaged" in words_of(house.window), timeout=20_000
    )
    assert house.store.packs.all() == []


def test_a_screen_reader_hears_with_the_button_what_is_known_of_the_file(
    house: House, door: Arrivals, file: Path
) -> None:
    door.come(file)
    [shown] = previews(house)
    assert described(shown.keep).startswith(f"{ANCHOR.title}. Rewire has checked how it is written")
