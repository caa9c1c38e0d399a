"""The notes are looked over in the background, and only bad news is told."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from rewire_app.ui.frame.checks import CHECKED
from tests.ui.damage import damage, damage_closed
from tests.ui.house import EVENING, House, settle, words_of

TOLD = "A part of the file with your notes is damaged."


def looked_over(house: House) -> bool:
    """Whether the weekly check ran now."""
    checks, told = house.shell.checks, list[bool]()
    checks.checked.connect(told.append)
    checks.check_weekly()
    checks.wait()
    settle()
    return bool(told)


def test_damage_nobody_has_met_is_told_at_the_opening(house: House) -> None:
    house.open()
    house.close()
    damage_closed(house.profile, "worries")
    house.open()
    house.qtbot.waitUntil(lambda: TOLD in words_of(house.shell))


def test_sound_notes_say_nothing(house: House) -> None:
    house.open()
    said: list[str] = []
    house.context.hub.failed.connect(said.append)
    house.shell.door.opening.wait()
    settle()
    assert looked_over(house)
    assert said == []


def test_everything_is_checked_once_a_week(house: House) -> None:
    house.open()
    assert looked_over(house)
    assert house.store.profile.get(CHECKED) == "2026-11-24"
    assert not looked_over(house)
    house.clock.stopped_at = EVENING + timedelta(days=7)
    assert looked_over(house)


def test_a_clock_that_went_far_back_does_not_keep_it_from_being_checked(house: House) -> None:
    house.open()
    house.store.profile.put(CHECKED, "2036-11-24")
    assert looked_over(house)


def test_damage_found_by_the_weekly_check_is_told_and_it_is_not_called_checked(house: House) -> None:
    house.open()
    house.shell.door.opening.wait()
    damage(house, "worries")
    assert looked_over(house)
    assert TOLD in words_of(house.shell)
    assert house.store.profile.get(CHECKED) is None


def test_a_folder_that_is_copied_elsewhere_is_told_once(qtbot: QtBot, tmp_path: Path) -> None:
    house = House(qtbot, tmp_path / "Dropbox" / "Rewire")
    house.prepare()
    house.open()
    words = "Your notes lie in a folder that Dropbox copies to other places."
    assert words in words_of(house.shell)
    house.close()
    house.open()
    assert words not in words_of(house.shell)
    house.leave()
