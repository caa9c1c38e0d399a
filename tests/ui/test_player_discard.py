"""Leaving nothing behind: a pass can be taken out on the way out, and brought back by undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from rewire_app.domain.exercise.screens import ScreenKind
from tests.ui.house import House, enter, focused, press, settle, tab_to, type_in, words_of
from tests.ui.journal_room import fill_disk

AFRAID = "I am afraid of what they might do"


def afraid(house: House) -> None:
    """Say in the exercise about boundaries that saying no is not safe."""
    house.open()
    house.play("i-boundary")
    while house.player.run.screen.kind is not ScreenKind.PICK:
        if house.player.run.screen.kind is ScreenKind.RATE:
            type_in("4")
        enter()
    press(Qt.Key.Key_3)
    enter()
    assert "this exercise is not the way" in house.player.run.screen.text


@pytest.mark.parametrize("further", [0, 1], ids=["where help is named", "on the way out"])
def test_who_is_afraid_need_not_keep_it(further: int, house: House) -> None:
    afraid(house)
    for _step in range(further):
        tab_to("I am safe enough, end here")
        enter()
    assert "Do not keep this" in words_of(house.player.view)
    tab_to("Do not keep this")
    enter()
    assert house.shell.page("today").isVisible()
    assert house.store.practices.recent(9) == []
    assert house.store.runs.load() is None
    words = words_of(house.shell)
    assert "Practice not kept" in words
    assert "boundary" not in words
    tab_to("Undo")
    enter()
    [practice] = house.store.practices.recent(9)
    assert practice.exercise == "i-boundary"
    assert AFRAID not in practice.answers


def test_keeping_nothing_is_one_way_to_leave_and_undo_brings_all_of_it_back(house: House) -> None:
    house.open()
    house.play("d-stop")
    type_in("7")
    enter()
    press(Qt.Key.Key_Escape)
    tab_to("Keep nothing of this")
    enter()
    assert house.shell.page("today").isVisible()
    assert house.store.practices.recent(9) == []
    assert house.store.runs.load() is None
    tab_to("Undo")
    enter()
    [practice] = house.store.practices.recent(9)
    assert (practice.exercise, practice.before) == ("d-stop", 7)


@pytest.mark.parametrize(
    ("way", "kept"),
    [
        ("Keep nothing of this", 0),
        pytest.param("Stop here", 1, marks=pytest.mark.slow),
        pytest.param("Stop for now", 0, marks=pytest.mark.slow),
    ],
    ids=str,
)
def test_a_second_press_before_the_screen_has_gone_does_nothing(way: str, kept: int, house: House) -> None:
    house.open()
    player = house.play("d-stop")
    left: list[bool] = []
    told: list[str] = []
    player.left.connect(lambda: left.append(True))
    house.context.hub.failed.connect(told.append)
    type_in("7")
    enter()
    press(Qt.Key.Key_Escape)
    tab_to(way)
    button = focused()
    for _press in range(2):
        QTest.keyClick(button, Qt.Key.Key_Space)
    settle()
    assert (left, told) == ([True], [])
    assert len(house.store.practices.recent(9)) == kept


def test_what_was_kept_when_stopping_is_taken_out_and_undo_brings_back_its_note(house: House) -> None:
    house.open()
    house.play("d-crisisplan")
    house.player.next()
    press(Qt.Key.Key_1)
    enter()
    press(Qt.Key.Key_Escape)
    tab_to("Stop here")
    enter()
    assert len(house.store.practices.recent(9)) == 1
    tab_to("A line for yourself, if you like")
    type_in("Not for others")
    tab_to("Do not keep this")
    enter()
    assert house.store.practices.recent(9) == []
    house.context.hub.undo()
    [practice] = house.store.practices.recent(9)
    assert practice.note == "Not for others"


def test_on_a_full_disk_it_says_so_and_stays(house: House) -> None:
    afraid(house)
    tab_to("I am safe enough, end here")
    enter()
    tab_to("A line for yourself, if you like")
    focused().setPlainText("x" * 60_000)  # type: ignore[attr-defined]
    settle()
    fill_disk(house)
    tab_to("Do not keep this")
    enter()
    assert house.player.view.isVisible()
    assert "The disk is full" in words_of(house.shell)
    fill_disk(house, full=False)
    enter()
    assert house.store.practices.recent(9) == []
