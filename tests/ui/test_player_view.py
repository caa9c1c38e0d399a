"""The widget of the player: it says what the person does around a screen, and lets time pass on it or not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rewire_app.domain.exercise.exercise import Breathe, Pace, Rate
from rewire_app.ui.player.breathe import BreatheView
from rewire_app.ui.player.column import Fade
from rewire_app.ui.player.player import Player
from rewire_app.ui.player.view import BACK, FINISH, HELP, LEAVE, NEXT
from rewire_app.ui.widgets.options import RadioRow
from rewire_app.ui.widgets.theme import theme
from tests.ui.player_room import (
    LAST,
    ONE,
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

BREATHE = Breathe(text="Follow.", pace=Pace(inhale=4, exhale=6), rounds=3)


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with room_in(qtbot, tmp_path) as made:
        yield made


def heard(player: Player) -> list[str]:
    """What the view says from now on that the person pressed."""
    keys: list[str] = []
    player.view.pressed.connect(keys.append)
    return keys


def test_keys_and_buttons_around_a_screen_say_the_same(room: Room) -> None:
    player = room.play(exercise(LAST, ONE, LAST))
    enter()
    keys = heard(player)
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Back)
    player.view.top.help_button.click()
    assert keys == [BACK, NEXT, BACK, HELP]
    escape()
    player.view.top.leave_button.click()
    assert keys[4:] == [LEAVE, LEAVE]


def test_a_screen_moves_only_while_it_is_seen_and_not_covered(room: Room) -> None:
    player = room.play(exercise(LAST, BREATHE, LAST))
    enter()
    screen = player.view.current
    assert isinstance(screen, BreatheView)
    assert screen.pacer.running
    escape()
    assert player.view.sheet is not None
    assert not screen.pacer.running
    player.view.hide()
    player.view.show()
    assert not screen.pacer.running
    player.view.sheet.stay_button.click()
    assert screen.pacer.running
    player.view.hide()
    assert not screen.pacer.running


def test_the_screen_before_fades_unless_motion_is_reduced(room: Room) -> None:
    player = room.play(exercise(LAST, ONE, LAST))
    [fade] = player.view.findChildren(Fade)
    assert isinstance(fade, Fade)
    player.next()
    assert not fade.isVisible()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.use(app, reduced_motion=False)
    player.next()
    assert fade.isVisible()
    room.qtbot.waitUntil(lambda: not fade.isVisible())


def test_the_player_goes_with_the_widget_that_shows_it(room: Room) -> None:
    player = Player(room.context, exercise(LAST))
    with room.qtbot.waitSignal(player.destroyed):
        player.view.deleteLater()


@pytest.mark.parametrize("way", ["the main button", "the sheet"])
def test_what_cannot_be_kept_as_it_stands_is_not_finished_with(room: Room, way: str) -> None:
    player = finish(room)
    player.view.current.refuse("This is too long to keep.")
    if way == "the sheet":
        player.press(LEAVE)
        assert player.view.sheet is not None
        player.view.sheet.stop_button.click()
        assert player.view.sheet is None
    else:
        player.press(FINISH)
    assert room.left == []
    assert room.store.practices.recent(9) == []
    player.view.current.note_changed.emit("Short")
    player.press(FINISH)
    assert room.store.practices.recent(9)[0].note == "Short"


def test_an_answer_that_was_refused_waits_until_it_is_another(room: Room) -> None:
    player = room.play(exercise(Rate(text="How strong?", save="size", lo="none", hi="all"), LAST))
    player.view.current.changed.emit(99)
    player.next()
    assert player.run.screen.text == "How strong?"
    player.view.current.changed.emit(9)
    player.next()
    assert player.run.answers == {"size": 9}
    assert player.run.screen.text == "That was it."


def test_short_questions_stand_in_the_middle_and_buttons_near_them(room: Room) -> None:
    player = room.play(exercise(ONE, LAST))
    for width, height in ((1200, 800), (2560, 1440)):
        player.view.resize(width, height)
        QApplication.processEvents()
        question, bar = player.view.current, player.view.bar
        above = question.mapTo(player.view, question.rect().topLeft()).y()
        below = height - above - question.height()
        assert abs(above - below) < 0.3 * height
        assert bar.mapTo(player.view, bar.rect().topLeft()).y() - above - question.height() < 400


def test_a_question_that_comes_next_is_seen_from_its_first_line(room: Room) -> None:
    player = room.play("a-leaves")
    player.view.resize(700, 560)
    QApplication.processEvents()
    bar = player.view.column.verticalScrollBar()
    type_in("5")
    for _screen in range(2):
        enter()
        room.qtbot.waitUntil(lambda: bar.maximum() > 20)
        QApplication.processEvents()
        assert isinstance(focused(), RadioRow)
        assert bar.value() == 0
        press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Up)  # the last of them
    assert bar.value() > 0
