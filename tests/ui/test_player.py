"""A pass through an exercise: kept at every step, stopped without blame, finished, undone whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from rewire_app.domain.exercise.exercise import Gate, PlanStep, Say
from rewire_app.domain.exercise.screens import ScreenKind
from rewire_app.domain.journal.entries import Status
from rewire_app.ui.base import routes
from rewire_app.ui.player.player import Player
from rewire_app.ui.player.view import LEAVE
from rewire_app.ui.widgets.buttons import SecondButton
from rewire_app.ui.widgets.theme import theme
from tests.ui.player_room import (
    LAST,
    ONE,
    TWO,
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


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with room_in(qtbot, tmp_path) as made:
        yield made


def test_going_back_keeps_the_answers(room: Room) -> None:
    player = room.play(exercise(ONE, TWO, LAST))
    type_in("first")
    enter()
    type_in("second")
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert player.run.screen.text == "One?"
    enter()
    assert player.run.answers == {"one": "first", "two": "second"}


def test_leaving_before_anything_was_done_keeps_nothing(room: Room) -> None:
    room.play(exercise(ONE, LAST))
    room.seconds.pass_by(4)
    escape()
    assert room.left == [True]
    assert room.store.practices.recent(9) == []
    assert room.store.runs.load() is None


def test_leaving_asks_kindly_and_the_safe_way_is_the_main_one(room: Room) -> None:
    player = room.play(exercise(ONE, LAST))
    type_in("x")
    escape()
    assert player.view.sheet is not None
    assert focused().accessibleName() == "Go on"
    enter()
    assert player.view.sheet is None
    assert player.run.screen.text == "One?"
    escape()
    escape()
    assert player.view.sheet is None
    assert room.left == []


def test_what_was_stopped_is_kept_as_stopped(room: Room) -> None:
    room.play(exercise(ONE, TWO, LAST))
    type_in("first")
    enter()
    room.seconds.pass_by(95)
    escape()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    enter()
    assert room.left == [True], "there is a page more to close"
    [practice] = room.store.practices.recent(9)
    assert practice.status is Status.STOPPED
    assert (practice.seconds, practice.steps_done, practice.steps_seen) == (95, 1, 3)
    assert json.loads(practice.answers) == {"one": "first"}
    assert room.store.runs.load() is None


@pytest.mark.parametrize(("seconds", "said"), [(40, True), (95, False)])
def test_leaving_says_when_it_does_not_count_as_practice(seconds: int, said: bool, room: Room) -> None:
    player = room.play(exercise(*[LAST] * 5))
    for _step in range(4):
        enter()
    room.seconds.pass_by(seconds)
    player.press(LEAVE)
    assert player.view.sheet is not None
    words = [label.text() for label in player.view.sheet.findChildren(QLabel)]
    assert any("counts as practice from one minute and 80% of its steps" in each for each in words) is said


def test_a_line_written_on_the_way_out_goes_with_the_practice(room: Room) -> None:
    player = room.play(exercise(ONE, LAST, gate=Gate.HELP_FIRST))
    player.next()
    type_in("x")
    player.press(LEAVE)
    assert player.view.sheet is not None
    player.view.sheet.stop_button.click()
    player.view.current.note.edit.setFocus()  # type: ignore[attr-defined]
    type_in("Too tired")
    player.press("close")
    assert room.left == [True]
    assert room.store.practices.recent(1)[0].note == "Too tired"
    room.context.hub.undo()
    assert room.store.practices.recent(1) == []


def test_stopping_offers_grounding_and_help_and_nothing_else(room: Room) -> None:
    player = room.play("a-anchor")
    type_in("5")
    escape()
    assert player.view.sheet is not None
    names = [button.accessibleName() for button in player.view.sheet.offers.buttons]
    assert names == ["Five senses", "Help now"]
    player.view.sheet.offers.buttons[-1].click()
    assert room.routes == [routes.HELP]
    assert player.view.sheet is None


def test_tab_stays_inside_the_sheet(room: Room) -> None:
    player = room.play(exercise(ONE, LAST))
    type_in("x")
    escape()
    assert player.view.sheet is not None
    for _turn in range(6):
        press(Qt.Key.Key_Tab)
        assert player.view.sheet.isAncestorOf(focused())


def test_time_does_not_pass_under_the_sheet(room: Room) -> None:
    player = room.play(exercise(LAST, Say(text="Wait.", secs=20), LAST))
    enter()
    escape()
    assert player.view.sheet is not None
    room.seconds.pass_by(300)
    player.view.sheet.stay_button.click()
    assert player.run.screen.text == "Wait."


def test_finishing_keeps_practice_and_plan_and_undo_takes_both_back(room: Room) -> None:
    player = finish(room)
    assert player.view.current.accessibleName() == "That was 4 minutes of practice"
    offered: list[str] = []
    room.context.hub.offered.connect(lambda offer: offered.append(offer.lead))
    enter()
    assert room.left == [True]
    assert offered == ["Kept, A small one"]
    [practice] = room.store.practices.recent(9)
    assert (practice.status, practice.before, practice.after, practice.seconds) == (Status.DONE, 7, 4, 240)
    assert practice.counts
    [intention] = room.store.intentions.recent(9)
    assert intention.text == "When the phone rings, I will breathe out."
    assert intention.practice == practice.uid
    assert room.store.runs.load() is None
    room.context.hub.undo()
    assert room.store.practices.recent(9) == []
    assert room.store.intentions.recent(9) == []
    room.context.hub.redo()
    assert room.store.practices.recent(9) == [practice]
    assert room.store.intentions.recent(9) == [intention]


def test_finishing_without_a_plan_keeps_the_practice_alone(room: Room) -> None:
    player = finish(room)
    player.press("finish-plain")
    assert len(room.store.practices.recent(9)) == 1
    assert room.store.intentions.recent(9) == []


def test_the_words_of_a_plan_can_be_changed_and_a_note_added(room: Room) -> None:
    player = finish(room)
    player.view.current.editor.change_button.click()  # type: ignore[attr-defined]
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_in("the bell rings")
    player.view.current.note_button.click()  # type: ignore[attr-defined]
    type_in("It helped a bit")
    player.press("finish")
    assert room.store.intentions.recent(1)[0].text == "When the bell rings, I will breathe out."
    assert room.store.practices.recent(1)[0].note == "It helped a bit"


def test_a_hard_end_offers_grounding_and_help_and_no_plan(room: Room) -> None:
    player = finish(room, before="6", after="8")
    assert player.run.screen.kind is ScreenKind.EXIT
    names = [button.accessibleName() for button in player.view.current.findChildren(SecondButton)]
    assert names == ["Drop anchor", "Five senses", "Help now"]
    enter()
    [practice] = room.store.practices.recent(9)
    assert (practice.status, practice.after) == (Status.DONE, 8)
    assert room.store.intentions.recent(9) == []


def test_high_but_not_higher_than_before_ends_as_usual_with_an_offer(room: Room) -> None:
    player = finish(room, before="8", after="8")
    assert player.run.screen.kind is ScreenKind.FINISH
    names = [button.accessibleName() for button in player.view.current.findChildren(SecondButton)]
    assert names == ["Drop anchor", "Five senses", "Help now"]


def test_an_exercise_that_closes_itself_does_so_kindly(room: Room) -> None:
    end = Say(text="Leave it for today.", end=True)
    player = room.play(exercise(ONE, end, LAST))
    type_in("x")
    enter()
    enter()
    assert player.run.screen.kind is ScreenKind.EXIT
    enter()
    assert room.left == [True]
    assert len(room.store.practices.recent(9)) == 1


def test_enter_keeps_a_plan_inside_an_exercise_that_is_whole(room: Room) -> None:
    player = room.play(exercise(PlanStep(text="When {{@kit|or it rains}}, I will [go out]."), LAST))
    enter()
    assert player.run.screen.text == "That was it."
    assert player.run.plan == "When it rains, I will go out."


def test_a_caution_is_seen_first_and_what_is_used_comes_into_sight(room: Room) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.use(app, scale=150, reduced_motion=True)
    long = replace(exercise(ONE, LAST, measure="tension", gate=Gate.NOTICE), cautions="Go gently. " * 80)
    player = room.play(long)
    bar = player.view.column.verticalScrollBar()
    assert bar.maximum() > 100
    assert bar.value() == 0
    type_in("7")
    assert player.run.before == 7
    assert bar.value() > 0


# shipped exercises by keys; all of them are played in test_player_walk.py


@pytest.mark.parametrize("exercise_id", ["b-paced", "c-record", "d-tipp", "e-opposite", "i-dearman"])
def test_a_shipped_exercise_can_be_walked_to_its_end_by_keys(room: Room, exercise_id: str) -> None:
    player = room.play(exercise_id)
    seen = set()
    for _step in range(200):
        screen = player.run.screen
        seen.add(screen.kind)
        assert player.view.current.accessibleName()
        if screen.kind in (ScreenKind.FINISH, ScreenKind.EXIT):
            break
        give_an_answer(player)
        QApplication.processEvents()
        assert player.view.bar.main.isEnabled(), f"{screen.id}: {screen.text}"
        player.next()
    assert player.run.screen.kind in (ScreenKind.FINISH, ScreenKind.EXIT)
    assert ScreenKind.CAUTION in seen or player.run.exercise.gate in (Gate.NONE, Gate.NOTICE)
    room.seconds.pass_by(120)
    enter()
    assert room.left == [True]
    [practice] = room.store.practices.recent(9)
    assert practice.exercise == exercise_id
    assert practice.counts


def give_an_answer(player: Player) -> None:
    """What a person could do at this screen, by keys."""
    kind = player.run.screen.kind
    if kind is ScreenKind.CAUTION:
        press(Qt.Key.Key_Tab)
        press(Qt.Key.Key_Space)
    elif kind in (ScreenKind.RATE, ScreenKind.PICK):
        type_in("1")
    elif kind is ScreenKind.ASK:
        type_in("some words")
    elif kind is ScreenKind.LIST:
        type_in("a row")
        enter()


def told(player: Player) -> bool:
    return any("leave it for now" in label.text() for label in player.view.current.findChildren(QLabel))


def test_an_exercise_that_ended_worse_three_times_running_can_be_left_for_now(room: Room) -> None:
    for _time in range(2):
        player = finish(room, before="4", after="5")
        assert not told(player)
        player.press("finish-plain")
    assert told(finish(room, before="4", after="5"))


def test_one_better_time_among_them_and_nothing_is_said(room: Room) -> None:
    for after in ("5", "4"):
        finish(room, before="4", after=after).press("finish-plain")
    assert not told(finish(room, before="4", after="5"))


def test_where_it_closes_by_itself_it_can_be_left_for_now_too(room: Room) -> None:
    for _time in range(2):
        finish(room, before="4", after="5").press("finish-plain")
    player = finish(room, before="6", after="8")
    assert player.run.screen.kind is ScreenKind.EXIT
    assert told(player)
