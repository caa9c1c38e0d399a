"""An exercise goes on while its window is minimised or put away, and stands still once something hides it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from rewire_app.domain.exercise.exercise import Breathe, Exercise, Pace, Say
from rewire_app.ui.player.breathe import BreatheView
from rewire_app.ui.player.player import Player
from rewire_app.ui.player.say import SayView
from tests.ui.player_room import LAST, Room, exercise, room_in

COUNTED = exercise(Say(text="Sit.", secs=30), LAST)
BREATHED = exercise(Breathe(text="Breathe.", pace=Pace(inhale=4, exhale=6), rounds=3), LAST)


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with room_in(qtbot, tmp_path) as made:
        yield made


def in_a_window(room: Room, what: Exercise) -> tuple[QWidget, Player]:
    """A player as a part of a window, as in the program."""
    window = QWidget()
    room.qtbot.addWidget(window)
    player = Player(room.context, what, clock=room.seconds)
    QVBoxLayout(window).addWidget(player.view)
    window.resize(1000, 700)
    window.show()
    room.qtbot.waitExposed(window)
    return window, player


def test_a_countdown_goes_on_in_a_window_that_is_put_away(room: Room) -> None:
    window, player = in_a_window(room, COUNTED)
    room.seconds.pass_by(5)
    window.hide()
    live(room, player, 20)
    assert player.passage.watch.seconds == pytest.approx(25)
    live(room, player, 5)
    assert player.run.screen.text == LAST.text
    window.show()
    assert player.view.current.shown.text == LAST.text


def test_breathing_goes_on_in_a_window_that_is_put_away(room: Room) -> None:
    window, player = in_a_window(room, BREATHED)
    window.hide()
    live(room, player, 12)
    screen = player.view.current
    assert isinstance(screen, BreatheView)
    assert screen.pacer.active, "one turn a second"
    assert (screen.pacer.now.number, screen.pacer.now.phase) == (2, "in")
    live(room, player, 20)
    assert player.run.screen.text == LAST.text


def test_breathing_goes_on_in_a_minimised_window(room: Room) -> None:
    window, player = in_a_window(room, BREATHED)
    window.showMinimized()
    room.qtbot.waitUntil(window.isMinimized)
    live(room, player, 32)
    assert player.run.screen.text == LAST.text


def test_what_hides_the_player_itself_holds_it(room: Room) -> None:
    _window, player = in_a_window(room, COUNTED)
    room.seconds.pass_by(5)
    player.view.hide()
    live(room, player, 60)
    assert player.passage.watch.seconds == pytest.approx(5)
    player.view.show()
    assert player.run.screen.text == "Sit."


def live(room: Room, player: Player, seconds: int) -> None:
    """Let time go by for a player that nobody sees, as by the timers that still run."""
    for _second in range(seconds):
        room.seconds.now += 1
        screen = player.view.current
        if isinstance(screen, SayView) and screen.paced:
            screen.tick()
        elif isinstance(screen, BreatheView) and screen.pacer.active:
            screen.pacer.tick()
        player.view.beat.emit()
