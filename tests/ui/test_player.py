"""A pass through an exercise: kept at every step, stopped without blame, finished, undone whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from rewire_app.domain.entries import SavedRun, Status
from rewire_app.domain.exercise import Ask, Breathe, Gate, Input, Pace, Say
from rewire_app.domain.screens import Kind
from rewire_app.ui.player.player import Player
from rewire_app.ui.widgets.buttons import QuietButton, SecondButton
from tests.ui.player_room import Room, enter, escape, exercise, focused, press, room_in, type_in

ONE = Ask(text="One?", save="one", input=Input.TEXT)
TWO = Ask(text="Two?", save="two", input=Input.TEXT)
LAST = Say(text="That was it.")


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
    assert player.sheet is not None
    assert focused().accessibleName() == "Go on"
    enter()
    assert player.sheet is None
    assert player.run.screen.text == "One?"
    escape()
    escape()
    assert player.sheet is None
    assert room.left == []


def test_what_was_stopped_is_kept_as_stopped(room: Room) -> None:
    player = room.play(exercise(ONE, TWO, LAST))
    type_in("first")
    enter()
    room.seconds.pass_by(95)
    escape()
    press(Qt.Key.Key_Tab)
    enter()
    assert player.run.screen.kind is Kind.EXIT
    [practice] = room.store.practices.recent(9)
    assert practice.status is Status.STOPPED
    assert (practice.seconds, practice.steps_done, practice.steps_seen) == (95, 1, 3)
    assert json.loads(practice.answers) == {"one": "first"}
    assert room.store.runs.load() is None
    enter()
    assert room.left == [True]
    assert len(room.store.practices.recent(9)) == 1


def test_a_line_written_on_the_way_out_goes_with_the_practice(room: Room) -> None:
    player = room.play(exercise(ONE, LAST))
    type_in("x")
    player.leave()
    assert player.sheet is not None
    player.sheet.stop_button.click()
    player.view.note.edit.setFocus()  # type: ignore[attr-defined]
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
    assert player.sheet is not None
    names = [button.accessibleName() for button in player.sheet.offers.buttons]
    assert names == ["Five senses", "Help now"]
    player.sheet.offers.buttons[-1].click()
    assert room.routes == ["help"]
    assert player.sheet is None


def test_tab_stays_inside_the_sheet(room: Room) -> None:
    player = room.play(exercise(ONE, LAST))
    type_in("x")
    escape()
    assert player.sheet is not None
    for _turn in range(6):
        press(Qt.Key.Key_Tab)
        assert player.sheet.isAncestorOf(focused())


def test_time_does_not_pass_under_the_sheet(room: Room) -> None:
    player = room.play(exercise(LAST, Say(text="Wait.", secs=20), LAST))
    enter()
    escape()
    assert player.sheet is not None
    room.seconds.pass_by(300)
    player.sheet.stay_button.click()
    assert player.run.screen.text == "Wait."


PLANNED = exercise(ONE, LAST, measure="tension", plan="When [the phone rings], I will [breathe out].")


def finish(room: Room, before: str = "7", after: str = "4") -> Player:
    player = room.play(PLANNED)
    type_in(before)
    enter()
    type_in("x")
    enter()
    room.seconds.pass_by(240)
    enter()
    type_in(after)
    enter()
    return player


def test_finishing_keeps_practice_and_plan_and_undo_takes_both_back(room: Room) -> None:
    player = finish(room)
    assert player.view.accessibleName() == "That was 4 minutes of practice"
    offered: list[str] = []
    room.context.hub.done.connect(offered.append)
    enter()
    assert room.left == [True]
    assert offered == ["Kept: A small one"]
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
    player.view.editor.change_button.click()  # type: ignore[attr-defined]
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_in("the bell rings")
    player.view.note_button.click()  # type: ignore[attr-defined]
    type_in("It helped a bit")
    player.press("finish")
    assert room.store.intentions.recent(1)[0].text == "When the bell rings, I will breathe out."
    assert room.store.practices.recent(1)[0].note == "It helped a bit"


def test_a_hard_end_offers_grounding_and_help_and_no_plan(room: Room) -> None:
    player = finish(room, before="6", after="8")
    assert player.run.screen.kind is Kind.EXIT
    names = [button.accessibleName() for button in player.view.findChildren(SecondButton)]
    assert names == ["Drop anchor", "Five senses", "Help now"]
    enter()
    [practice] = room.store.practices.recent(9)
    assert (practice.status, practice.after) == (Status.DONE, 8)
    assert room.store.intentions.recent(9) == []


def test_high_but_not_higher_than_before_ends_as_usual_with_an_offer(room: Room) -> None:
    player = finish(room, before="8", after="8")
    assert player.run.screen.kind is Kind.FINISH
    names = [button.accessibleName() for button in player.view.findChildren(SecondButton)]
    assert names == ["Drop anchor", "Five senses", "Help now"]


def test_an_exercise_that_closes_itself_does_so_kindly(room: Room) -> None:
    end = Say(text="Leave it for today.", end=True)
    player = room.play(exercise(ONE, end, LAST))
    type_in("x")
    enter()
    enter()
    assert player.run.screen.kind is Kind.EXIT
    enter()
    assert room.left == [True]
    assert len(room.store.practices.recent(9)) == 1


# crash safety


def saved(room: Room) -> SavedRun:
    found = room.store.runs.load()
    assert found is not None, "nothing was kept"
    return found


def test_every_step_is_kept_at_once(room: Room) -> None:
    room.play(exercise(ONE, TWO, LAST))
    type_in("first")
    enter()
    assert json.loads(saved(room).state)["given"] == {"one": "first"}


def test_what_is_being_typed_is_kept_within_two_seconds(room: Room, qtbot: QtBot) -> None:
    room.play(exercise(ONE, LAST))
    type_in("half a wo")
    qtbot.waitUntil(lambda: room.store.runs.load() is not None, timeout=2000)
    assert json.loads(saved(room).state)["given"] == {"one": "half a wo"}


def test_what_is_being_typed_is_kept_when_the_player_is_hidden(room: Room) -> None:
    player = room.play(exercise(ONE, LAST))
    type_in("half a wo")
    player.hide()
    assert json.loads(saved(room).state)["given"] == {"one": "half a wo"}


def test_it_goes_on_at_the_step_where_it_was(room: Room) -> None:
    what = exercise(ONE, TWO, LAST)
    first = room.play(what)
    type_in("first")
    enter()
    type_in("half a wo")
    room.seconds.pass_by(70)
    first.hide()
    room.seconds.pass_by(5000)
    player = room.play(what, saved(room))
    assert player.run.screen.text == "Two?"
    assert focused().text() == "half a wo"  # type: ignore[attr-defined]
    room.seconds.pass_by(30)
    enter()
    enter()
    enter()
    [practice] = room.store.practices.recent(9)
    assert practice.seconds == 100
    assert json.loads(practice.answers) == {"one": "first", "two": "half a wo"}


def test_a_changed_exercise_begins_anew(room: Room) -> None:
    room.play(exercise(ONE, TWO, LAST))
    type_in("first")
    enter()
    old = saved(room)
    older = json.dumps(json.loads(old.state) | {"version": 0})
    player = room.play(exercise(ONE, TWO, LAST), replace(old, version=0, state=older))
    assert player.run.screen.text == "One?"


def test_another_exercise_in_between_lets_the_first_wait(room: Room) -> None:
    first = room.play(exercise(ONE, TWO, LAST, id_="x-first"))
    type_in("first")
    enter()
    first.hide()
    second = room.play(exercise(ONE, LAST, id_="x-second"))
    type_in("between")
    enter()
    assert saved(room).exercise == "x-second"
    enter()
    enter()
    assert second.run.screen.kind is Kind.FINISH
    waiting = saved(room)
    assert waiting.exercise == "x-first"
    assert json.loads(waiting.state)["given"] == {"one": "first"}


def test_looking_into_another_exercise_does_not_touch_the_one_that_waits(room: Room) -> None:
    first = room.play(exercise(ONE, LAST, id_="x-first"))
    type_in("first")
    first.hide()
    room.play(exercise(ONE, LAST, id_="x-second"))
    escape()
    assert saved(room).exercise == "x-first"


def test_beginning_the_same_one_anew_keeps_the_old_answers_as_stopped(room: Room) -> None:
    first = room.play(exercise(ONE, LAST))
    type_in("first")
    first.hide()
    room.play(exercise(ONE, LAST))
    [practice] = room.store.practices.recent(9)
    assert practice.status is Status.STOPPED
    assert json.loads(practice.answers) == {"one": "first"}


def test_a_practice_is_not_written_twice_after_a_crash_between_its_two_writes(room: Room) -> None:
    finish(room)
    draft = saved(room)
    enter()
    room.store.runs.save(draft)
    again = room.play(PLANNED, draft)
    assert again.run.position.step == 1
    escape()
    assert len(room.store.practices.recent(9)) == 1


LONG = "word " * 6_000


@contextmanager
def full_disk(room: Room) -> Iterator[None]:
    """No page more for the database file."""
    connection = room.vault.connection
    [pages] = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count={pages}")
    yield
    connection.execute("PRAGMA max_page_count=1000000")


def test_a_full_disk_keeps_the_screen_and_the_words(room: Room) -> None:
    player = finish(room)
    player.view.note.set_value(LONG)  # type: ignore[attr-defined]
    with full_disk(room):
        enter()
        assert room.left == []
        assert len(room.faults) == 1
        assert not player.fault.isHidden()
        assert player.run.note == LONG.strip()
        assert player.run.screen.kind is Kind.FINISH
    enter()
    assert room.left == [True]
    assert room.store.practices.recent(9)[0].note == LONG.strip()


def test_a_draft_that_cannot_be_written_says_so_and_goes_on(room: Room) -> None:
    player = room.play(exercise(ONE, TWO, LAST))
    player.view.control.set_value(LONG)  # type: ignore[attr-defined]
    with full_disk(room):
        enter()
        assert player.run.screen.text == "Two?"
        assert player.fault.text()
    enter()
    assert player.fault.isHidden()
    assert json.loads(saved(room).state)["given"] == {"one": LONG.strip(), "two": None}


# time


def test_hours_without_a_sign_of_the_person_do_not_count(room: Room) -> None:
    player = room.play(exercise(ONE, LAST))
    room.seconds.pass_by(4 * 3600)
    type_in("x")
    assert player.passage.watch.seconds == 600


def test_a_long_breathing_counts_in_full(room: Room) -> None:
    player = room.play(exercise(Breathe(text="Follow.", pace=Pace(), rounds=120), LAST))
    for _minute in range(20):
        room.seconds.pass_by(60)
        player.view.pacer.tick()  # type: ignore[attr-defined]
    assert player.run.screen.text == "That was it."
    assert player.passage.watch.seconds == 1200


# links


def test_a_link_leads_on_and_the_run_waits(room: Room) -> None:
    step = Say(text="Read more.", link="L07")
    player = room.play(exercise(ONE, step, LAST))
    type_in("x")
    enter()
    link = player.view.findChildren(QuietButton)[0]
    link.click()
    assert room.routes == ["library/L07"]
    assert json.loads(saved(room).state)["at"] == "2"


# shipped exercises by keys; all of them are played in test_player_walk.py


@pytest.mark.parametrize("exercise_id", ["b-paced", "c-record", "d-tipp", "e-opposite", "i-dearman"])
def test_a_shipped_exercise_can_be_walked_to_its_end_by_keys(room: Room, exercise_id: str) -> None:
    player = room.play(exercise_id)
    seen = set()
    for _step in range(200):
        screen = player.run.screen
        seen.add(screen.kind)
        assert player.view.accessibleName()
        if screen.kind in (Kind.FINISH, Kind.EXIT):
            break
        give_an_answer(player)
        QApplication.processEvents()
        assert player.bar.main.isEnabled(), f"{screen.id}: {screen.text}"
        player.next()
    assert player.run.screen.kind in (Kind.FINISH, Kind.EXIT)
    assert Kind.CAUTION in seen or player.run.exercise.gate in (Gate.NONE, Gate.NOTICE)
    room.seconds.pass_by(120)
    enter()
    assert room.left == [True]
    [practice] = room.store.practices.recent(9)
    assert practice.exercise == exercise_id
    assert practice.counts


def give_an_answer(player: Player) -> None:
    """What a person could do at this screen, by keys."""
    kind = player.run.screen.kind
    if kind is Kind.CAUTION:
        press(Qt.Key.Key_Tab)
        press(Qt.Key.Key_Space)
    elif kind in (Kind.RATE, Kind.PICK):
        type_in("1")
    elif kind is Kind.ASK:
        type_in("some words")
    elif kind is Kind.LIST:
        type_in("a row")
        enter()


def told(player: Player) -> bool:
    return any("leave it for now" in label.text() for label in player.view.findChildren(QLabel))


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
    assert player.run.screen.kind is Kind.EXIT
    assert told(player)
