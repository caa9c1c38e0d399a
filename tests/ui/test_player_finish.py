"""The last screen names what was made, asks for a plan only once, and leads to few places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rewire_app.domain.exercise.exercise import PlanStep
from rewire_app.domain.exercise.screens import ScreenKind
from rewire_app.ui.base import routes
from rewire_app.ui.player.player import Player
from rewire_app.ui.player.view import FINISH, FINISH_PLAIN
from rewire_app.ui.widgets.buttons import PaintedButton
from tests.ui.house import settle, words_of
from tests.ui.player_room import LAST, LIBRARY, ONE, Room, exercise, room_in


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with room_in(qtbot, tmp_path) as made:
        yield made


def at_finish(room: Room, name: str, *, answered: bool = True) -> Player:
    """An exercise at its last screen, with something in every answer or in none."""
    from tests.content.walk import answered as with_an_answer

    player = room.play(name)
    run = replace(player.run, confirmed=True)
    way = {"check": ("None of them",)}
    if name == "d-crisisplan":
        way["now"] = ("Yes, I am safe right now",)
    while run.screen.kind not in (ScreenKind.FINISH, ScreenKind.EXIT):
        place = next(place for place in run.path.places if place.id == run.at)
        run = with_an_answer(run, way) if answered or place.key in way else run
        run = run.advance() if answered or place.key in way or run.at == "gate" else run.skip()
    player.run = run
    room.seconds.pass_by(48)
    player.show_current()
    settle()
    return player


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("d-crisisplan", "Your crisis plan is written down"),
        ("c-ladder", "Your ladder is built"),
        ("u-pattern", "Your old lesson is mapped"),
        ("c-record", "Your thought record is written"),
        ("u-howwasit", "Your look back is written down"),
        ("a-namestory", "It is written down"),
        ("d-proscons", "Your card is written"),
        ("d-urgesurf", "What you watched is written down"),
        ("d-selfsoothe", "What soothes you is in your kit"),
        ("b-54321", "That was 48 seconds of practice"),
    ],
)
def test_the_title_names_what_was_made(name: str, title: str, room: Room) -> None:
    assert at_finish(room, name).view.current.accessibleName() == title


def test_what_was_not_written_is_not_said_to_be(room: Room) -> None:
    player = at_finish(room, "d-crisisplan", answered=False)
    assert player.view.current.accessibleName() == "That was 48 seconds of practice"


def test_a_plan_that_a_step_asked_for_stands_there_and_is_not_asked_for_again(room: Room) -> None:
    player = room.play(exercise(ONE, PlanStep(text="When [it rains], I will [go out]."), LAST))
    player.next()
    player.next()
    player.next()
    settle()
    words = words_of(player.view)
    assert "When it rains, I will go out." in words
    assert "Change the words" not in words
    assert "Finish without a plan" not in words
    player.press(FINISH)
    assert [one.text for one in room.store.intentions.recent(9)] == ["When it rains, I will go out."]


@pytest.mark.parametrize("name", LIBRARY.exercise_ids())
def test_no_last_screen_has_more_than_a_few_things_to_press(name: str, room: Room) -> None:
    player = at_finish(room, name)
    feet: list[QWidget] = [player.view.current, player.view.bar]
    shown = [b for part in feet for b in part.findChildren(PaintedButton) if b.isVisible()]
    assert len(shown) <= 5, [b.accessibleName() for b in shown]


def test_a_mapped_lesson_leads_to_its_page_and_a_stopped_one_back(room: Room) -> None:
    player = at_finish(room, "u-pattern")
    led: list[object] = []
    player.go.connect(led.append)
    player.press(FINISH_PLAIN)
    [pattern] = room.store.patterns.all()
    assert led == [routes.pattern_page(pattern.uid)]
    other = at_finish(room, "c-record")
    left: list[bool] = []
    other.go.connect(led.append)
    other.left.connect(lambda: left.append(True))
    other.press(FINISH_PLAIN)
    assert (len(led), left) == (1, [True])
