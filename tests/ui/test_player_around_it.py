"""What goes around a practice: where it was and with whom, once more, and done away from the screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rewire_app.domain.journal.entries import SavedRun
from rewire_app.reports.pass_lines import line_of
from rewire_app.store.pass_queries import passes_of
from rewire_app.ui.base import routes
from rewire_app.ui.player.finish import FinishView
from rewire_app.ui.player.way_out import ExitView
from rewire_app.ui.practice.away import note_away
from tests.ui.player_room import (
    LAST,
    LIBRARY,
    ONE,
    PLANNED,
    Room,
    enter,
    escape,
    exercise,
    finish,
    focused,
    press,
    room_in,
    type_in,
)

PLAIN = exercise(ONE, LAST)
CTRL = Qt.KeyboardModifier.ControlModifier


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


def test_where_a_plan_is_offered_a_key_begins_again_and_keeps_it_only_where_its_words_were_chosen(
    room: Room,
) -> None:
    for chosen in (False, True):
        player = finish(room)
        screen = player.view.current
        assert isinstance(screen, FinishView)
        assert player.view.bar.button("again") is None
        if chosen:
            assert screen.editor is not None
            screen.editor.change_button.click()
            press(Qt.Key.Key_A, CTRL)
            type_in("the bell rings")
        press(Qt.Key.Key_R, CTRL)
    assert room.routes == [routes.run(PLANNED.id)] * 2
    assert len(room.store.practices.of_exercise(PLANNED.id, 9)) == 2
    assert [one.text for one in room.store.intentions.all()] == ["When the bell rings, I will breathe out."]
    assert not room.left


def test_leaving_the_last_screen_offers_it_again_and_the_screens_before_do_not(room: Room) -> None:
    player = room.play(PLAIN)
    press(Qt.Key.Key_R, CTRL)
    type_in("x")
    enter()
    escape()
    assert player.view.sheet is not None
    assert not player.view.sheet.again_button.isVisible()
    escape()
    enter()
    escape()
    sheet = player.view.sheet
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    assert focused() is sheet.again_button
    assert room.routes == []
    enter()
    assert room.routes == [routes.run(PLAIN.id)]
    assert len(room.store.practices.of_exercise(PLAIN.id, 5)) == 1


def test_what_leaves_no_trace_is_not_begun_again_by_the_key(room: Room) -> None:
    player = room.play(replace(PLAIN, unkept=True))
    type_in("x")
    enter()
    enter()
    assert isinstance(player.view.current, ExitView)
    press(Qt.Key.Key_R, CTRL)
    assert room.routes == []


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
