"""Saving while a person types: when it happens, and what becomes of what could not be saved."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from rewire_app.ui.widgets.autosave import LONGEST_MS, REST_MS, Autosave


class Disk(QObject):
    """A disk that notes what is written to it; when it is full it takes nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.written = 0
        self.full = False

    def write(self) -> bool:
        """Take it, unless there is no room."""
        self.written += not self.full
        return not self.full


@pytest.fixture
def disk(qtbot: QtBot) -> Disk:
    return Disk()


def test_typing_is_saved_once_when_it_rests(disk: Disk, qtbot: QtBot) -> None:
    saving = Autosave(disk.write, disk, rest_ms=20, longest_ms=10_000)
    for _letter in range(5):
        saving.soon()
    assert saving.due
    assert disk.written == 0
    qtbot.waitUntil(lambda: disk.written > 0)
    assert disk.written == 1
    assert not saving.due


def test_typing_that_never_rests_is_saved_all_the_same(disk: Disk, qtbot: QtBot) -> None:
    saving = Autosave(disk.write, disk, rest_ms=10_000, longest_ms=50)

    def typed_on() -> bool:
        saving.soon()
        return disk.written > 0

    qtbot.waitUntil(typed_on, timeout=5_000)


def test_by_itself_it_saves_within_two_seconds(disk: Disk) -> None:
    assert (REST_MS, LONGEST_MS) == (800, 2_000)


def test_what_could_not_be_saved_stays_due_until_it_can(disk: Disk) -> None:
    saving = Autosave(disk.write, disk)
    disk.full = True
    saving.soon()
    assert not saving.flush()
    assert saving.due
    disk.full = False
    assert saving.flush()
    assert (saving.due, disk.written) == (False, 1)


def test_a_fault_nobody_knew_leaves_it_due(disk: Disk) -> None:
    def break_down() -> bool:
        raise ZeroDivisionError

    saving = Autosave(break_down, disk)
    with pytest.raises(ZeroDivisionError):
        saving.now()
    assert saving.due


def test_what_is_typed_while_it_is_saved_is_due_again(disk: Disk, qtbot: QtBot) -> None:
    saving: Autosave

    def write() -> bool:
        if disk.written == 0:
            saving.soon()
        return disk.write()

    saving = Autosave(write, disk, rest_ms=20)
    assert saving.now()
    assert saving.due
    qtbot.waitUntil(lambda: disk.written == 2)
    assert not saving.due


def test_nothing_due_is_nothing_written(disk: Disk) -> None:
    saving = Autosave(disk.write, disk)
    assert saving.flush()
    saving.soon()
    saving.stop()
    assert saving.flush()
    assert disk.written == 0


def test_what_is_given_without_a_rest_is_one_burst_and_a_rest_begins_another(
    disk: Disk, qtbot: QtBot
) -> None:
    saving = Autosave(disk.write, disk, rest_ms=50, longest_ms=10_000)
    saving.soon()
    first = saving.burst("note")
    saving.soon()
    assert saving.burst("note") == first
    assert saving.burst("good") != first
    qtbot.waitUntil(lambda: not saving.due)
    saving.soon()
    assert saving.burst("note").number > first.number


def test_a_burst_of_words_is_told_from_a_choice(disk: Disk) -> None:
    saving = Autosave(disk.write, disk)
    saving.soon()
    assert saving.burst("note").typed
    saving.now()
    assert not saving.burst("stress").typed
