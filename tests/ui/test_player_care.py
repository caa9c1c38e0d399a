"""Questions on health in the player: asked once, kept with the pass, passed over while they are fresh."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rewire_app.domain.care import KEY, NONE, NOT_SURE, CareRecord, CareTopic, CareWord, read_care
from rewire_app.domain.exercise.care import Care
from rewire_app.domain.exercise.exercise import Condition, Op, Say
from rewire_app.reports.care import asks_health, care_record
from rewire_app.ui.player.view import CLOSE, DISCARD, FINISH_PLAIN, SKIP
from tests.ui.player_room import Room, enter, exercise, press, room_in

HEART, LUNGS = CareTopic.HEART, CareTopic.LUNGS
SMALL = exercise(
    Care(text="Is any of this true?", save="health", topics=(HEART, LUNGS)),
    Say(text="Cold water.", when=(Condition(var="health", op=Op.EQ, value=NONE),)),
    Say(text="A gentle way.", when=(Condition(var="health", op=Op.NE, value=NONE),)),
)


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with room_in(qtbot, tmp_path) as made:
        yield made


def play_to_the_end(room: Room, *keys: Qt.Key) -> None:
    player = room.play(SMALL)
    for key in keys:
        press(key)
    enter()
    enter()
    player.press(FINISH_PLAIN)


def test_what_is_ticked_is_kept_with_its_day_and_not_asked_again(room: Room) -> None:
    assert asks_health(room.store, SMALL, room.context.today)
    play_to_the_end(room, Qt.Key.Key_2)
    day = room.context.today
    assert care_record(room.store).answers == {HEART: (CareWord.NO, day), LUNGS: (CareWord.YES, day)}
    assert room.store.practices.recent(1)[0].answers == "{}"
    assert not asks_health(room.store, SMALL, day)
    assert asks_health(room.store, SMALL, day + timedelta(days=91))
    assert room.play(SMALL).run.screen.text == "A gentle way."
    room.context.hub.undo()
    assert care_record(room.store) == CareRecord()
    assert room.play(SMALL).run.screen.text == "Is any of this true?"


def test_none_of_these_stands_alone(room: Room) -> None:
    player = room.play(SMALL)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_4)
    assert player.run.given["health"] == ("heart", NOT_SURE)
    press(Qt.Key.Key_3)
    assert player.run.given["health"] == (NONE,)
    press(Qt.Key.Key_2)
    assert player.run.given["health"] == ("lungs",)


def test_passing_it_over_leads_the_careful_way_and_keeps_no_answer(room: Room) -> None:
    player = room.play(SMALL)
    player.press(SKIP)
    enter()
    player.press(FINISH_PLAIN)
    assert room.store.profile.get(KEY) is None
    assert room.play(SMALL).run.screen.text == "Is any of this true?"


def test_a_pass_that_is_not_to_be_kept_leaves_no_answer(room: Room) -> None:
    player = room.play(SMALL)
    press(Qt.Key.Key_1)
    enter()
    player.press(DISCARD)
    assert not read_care(room.store.profile.get(KEY)).answers


def test_a_pass_that_is_stopped_has_told_it_all_the_same(room: Room) -> None:
    player = room.play(SMALL)
    press(Qt.Key.Key_1)
    enter()
    player.run = player.run.stop()
    player.show_current()
    player.press(CLOSE)
    assert care_record(room.store).chosen((HEART,)) == ("heart",)
