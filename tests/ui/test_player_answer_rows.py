"""Rows of answers and a ladder on the screen: what can be read, and what a screen reader says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rewire_app.domain.exercise.exercise import Ask, Column, ColumnType, Input, ListStep, Say, ShownRow
from rewire_app.ui.player.answer_rows import LadderPicture
from tests.ui.house import settle, words_of
from tests.ui.player_room import Room, exercise, room_in

STEPS = ListStep(
    text="Which?",
    save="ladder",
    min=1,
    max=9,
    columns=(Column(name="step"), Column(name="suds", type=ColumnType.RATE, lo="calm", hi="much")),
)


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with room_in(qtbot, tmp_path) as made:
        yield made


def test_a_step_that_is_too_large_is_named_between_its_rungs(room: Room) -> None:
    player = room.play(exercise(STEPS, Say(text="Look at the gaps.", ladder="ladder")))
    rows = [("Bus", 3), ("Shop", 5), ("Party", 8)]
    player.run = player.run.answer([{"step": step, "suds": suds} for step, suds in rows]).advance()
    player.show_current()
    settle()
    lines = words_of(player.view.current).split("\n")
    assert lines[1:] == [
        "Party",
        "8 of 10",
        "3 points from one to the next. A step between may help.",
        "Shop",
        "5 of 10",
        "Bus",
        "3 of 10",
    ]
    [picture] = player.view.current.findChildren(LadderPicture)
    assert (
        picture.accessibleName() == "Your ladder, from the top: Party, 8 of 10; Shop, 5 of 10; Bus, 3 of 10."
    )


def test_answers_stand_beside_their_labels_and_are_read_out(room: Room) -> None:
    rows = (ShownRow(label="What it costs", words="{{cost}}"),)
    ask = Ask(text="What does it cost?", save="cost", input=Input.TEXT)
    player = room.play(exercise(ask, Say(text="That is the map.", shows=rows)))
    player.run = player.run.answer("Time").advance()
    player.show_current()
    settle()
    assert words_of(player.view.current).split("\n") == ["That is the map.", "What it costs", "Time"]
    assert player.view.current.accessibleDescription() == "What it costs: Time."
