"""What goes around a practice: where it was and with whom, once more, and done away from the screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rewire_app.domain.journal.entries import SavedRun
from rewire_app.reports.pass_lines import line_of
from rewire_app.store.pass_queries import passes_of
from rewire_app.ui.base import routes
from rewire_app.ui.player.finish import FinishView
from rewire_app.ui.practice.away import note_away
from tests.ui.player_room import (
    LAST,
    LIBRARY,
    ONE,
    PLANNED,
    Room,
    enter,
    exercise,
    finish,
    press,
    room_in,
)

PLAIN = exercise(ONE, LAST)


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with room_in(qtbot, tmp_path) as made:
        yield made


def choose_where(room: Room, screen: FinishView) -> None:
    """By keys: the first place, then the second company."""
    screen.note_button.setFocus()
    press(Qt.Key.Key_Space)
    screen.where.form.begin("place")
    press(Qt.Key.Key_Space)
    screen.where.form.begin("company")
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Space)


def test_where_and_with_whom_are_kept_with_the_practice(room: Room) -> None:
    player = finish(room)
    screen = player.view.current
    assert isinstance(screen, FinishView)
    assert not screen.where.isVisible()
    choose_where(room, screen)
    player.press("finish-plain")
    kept = room.store.practices.of_exercise(PLANNED.id, 1)[0]
    assert (kept.place, kept.company) == ("home", "partner")


def test_where_it_was_survives_an_end_without_warning(room: Room) -> None:
    player = finish(room)
    assert isinstance(player.view.current, FinishView)
    player.passage.write_where("work", "alone")
    player.save()
    saved = room.store.runs.load()
    assert isinstance(saved, SavedRun)
    later = room.play(PLANNED, saved)
    assert later.passage.where == ("work", "alone")


def test_again_keeps_this_one_and_begins_the_next(room: Room) -> None:
    player = room.play(PLAIN)
    enter()
    enter()
    player.press("again")
    assert len(room.store.practices.of_exercise(PLAIN.id, 5)) == 1
    assert room.routes == [routes.run(PLAIN.id)]
    assert not room.left


def test_done_away_from_the_screen_is_one_press_and_can_be_taken_back(room: Room) -> None:
    note_away(room.context, "d-stop")
    kept = room.store.practices.of_exercise("d-stop", 1)[0]
    assert kept.away
    assert kept.counts
    assert kept.day == room.context.today
    line = line_of(passes_of(room.vault, "d-stop")[0], LIBRARY)
    assert line.length == "away from the screen"
    room.context.hub.undo()
    assert not room.store.practices.of_exercise("d-stop", 1)
