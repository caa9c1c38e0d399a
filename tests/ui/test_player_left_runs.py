"""Leaving for now, coming back within two days, and what becomes of a run that nobody came back to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rewire_app.domain.days import Instant
from rewire_app.domain.exercise.exercise import Exercise, Gate
from rewire_app.domain.exercise.screens import ScreenKind
from rewire_app.domain.journal.entries import SavedRun, Status
from rewire_app.ui.player.left_runs import end_overdue
from rewire_app.ui.player.player import Player
from rewire_app.ui.player.saving import chain
from tests.ui.house import House
from tests.ui.player_room import (
    LAST,
    ONE,
    TWO,
    Room,
    enter,
    escape,
    exercise,
    finish,
    room_in,
    type_in,
)


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with room_in(qtbot, tmp_path) as made:
        yield made


def half_done(room: Room, what: Exercise | str = "d-stop") -> Player:
    """An exercise with one answer in it."""
    player = room.play(what)
    type_in("7" if isinstance(what, str) else "first")
    enter()
    return player


def leave_for_now(player: Player) -> None:
    escape()
    assert player.view.sheet is not None
    player.view.sheet.wait_button.click()


def days_ago(saved: SavedRun | None, days: int) -> SavedRun:
    assert saved is not None, "nothing waits"
    at = saved.started
    return replace(saved, started=replace(at, utc_ms=at.utc_ms - days * 86_400_000))


def test_stopping_for_now_closes_at_once_and_keeps_no_practice_yet(room: Room) -> None:
    player = half_done(room)
    leave_for_now(player)
    assert room.left == [True]
    assert room.store.practices.recent(9) == []
    saved = room.store.runs.load()
    assert saved is not None
    again = room.play("d-stop", saved)
    assert again.view.current.accessibleName() == "Ready?"
    enter()
    assert again.run.at == player.run.at
    assert again.run.before == 7


def test_what_was_left_for_now_can_be_left_for_now_again(room: Room) -> None:
    leave_for_now(half_done(room))
    leave_for_now(room.play("d-stop", room.store.runs.load()))
    assert room.store.runs.load() is not None
    assert room.store.practices.recent(9) == []


def test_on_the_last_screen_nothing_can_wait(room: Room) -> None:
    player = finish(room)
    escape()
    assert player.view.sheet is not None
    assert player.view.sheet.wait_button.isHidden()


def test_help_stays_in_sight_while_leaving_is_asked_about(room: Room) -> None:
    player = half_done(room)
    escape()
    sheet = player.view.sheet
    assert sheet is not None
    assert sheet.geometry().top() > player.view.top.help_button.geometry().bottom()
    heights = {one.height() for one in (sheet.stay_button, sheet.wait_button, sheet.stop_button)}
    assert len(heights) == 1


@pytest.mark.parametrize("gate", [Gate.NONE, Gate.NOTICE, Gate.CONFIRM, Gate.HELP_FIRST])
def test_only_an_exercise_with_risks_ends_over_a_screen_of_its_own(gate: Gate, room: Room) -> None:
    player = room.play(exercise(ONE, LAST, gate=gate))
    if player.run.screen.kind is ScreenKind.CAUTION:
        player.run = player.run.answer(True)
        player.next()
    type_in("x")
    escape()
    assert player.view.sheet is not None
    player.view.sheet.stop_button.click()
    risky = gate in (Gate.CONFIRM, Gate.HELP_FIRST)
    assert (player.run.screen.kind is ScreenKind.EXIT and room.left == []) is risky
    assert len(room.store.practices.recent(9)) == 1


@pytest.mark.parametrize(("days", "kept"), [(0, False), (2, False), (3, True), (40, True)])
def test_after_two_days_it_is_kept_as_ended_early_by_itself(days: int, kept: bool, room: Room) -> None:
    player = half_done(room)
    room.seconds.pass_by(95)
    leave_for_now(player)
    room.store.runs.save(days_ago(room.store.runs.load(), days))
    end_overdue(room.context)
    practices = room.store.practices.recent(9)
    assert (len(practices) == 1) is kept
    assert (room.store.runs.load() is None) is kept
    if kept:
        [practice] = practices
        assert (practice.status, practice.before, practice.seconds) == (Status.STOPPED, 7, 95)
        assert practice.day == room.context.today - timedelta(days=days), "it was not practised today"
        assert room.context.hub.history.done == [], "undo would take back what nobody did"


def test_of_two_that_wait_only_the_old_one_ends(room: Room) -> None:
    leave_for_now(half_done(room, "d-stop"))
    room.store.runs.save(days_ago(room.store.runs.load(), 3))
    leave_for_now(half_done(room, "b-paced"))
    end_overdue(room.context)
    assert [one.exercise for one in room.store.practices.recent(9)] == ["d-stop"]
    assert [one.exercise for one in chain(room.store.runs.load())] == ["b-paced"]


def test_nothing_answered_leaves_nothing_behind(room: Room) -> None:
    at = room.context.clock.now()
    fresh = room.play("d-stop").run
    old = Instant(utc_ms=at.utc_ms - 5 * 86_400_000, offset_min=at.offset_min)
    room.store.runs.save(
        SavedRun(exercise="d-stop", version=fresh.exercise.version, started=old, state=fresh.to_json())
    )
    end_overdue(room.context)
    assert room.store.practices.recent(9) == []
    assert room.store.runs.load() is None


def test_one_more_than_can_wait_is_kept_and_not_lost(room: Room) -> None:
    for name in ("x-a", "x-b", "x-c", "x-d", "x-e"):
        half_done(room, exercise(ONE, TWO, LAST, id_=name)).view.hide()
    [practice] = room.store.practices.recent(9)
    assert practice.exercise == "x-a"
    assert json.loads(practice.answers) == {"one": "first"}
    assert [one.exercise for one in chain(room.store.runs.load())] == ["x-e", "x-d", "x-c", "x-b"]


def test_answers_of_another_version_of_an_exercise_are_kept_when_it_begins_anew(room: Room) -> None:
    half_done(room, exercise(ONE, TWO, LAST)).view.hide()
    saved = room.store.runs.load()
    assert saved is not None
    older = replace(saved, version=9, state=json.dumps(json.loads(saved.state) | {"version": 9}))
    room.store.runs.save(older)
    player = room.play(exercise(ONE, TWO, LAST), older)
    assert player.run.screen.text == "One?"
    [practice] = room.store.practices.recent(9)
    assert json.loads(practice.answers) == {"one": "first"}


def test_answers_of_an_exercise_that_is_gone_are_kept_too(room: Room) -> None:
    at = Instant(utc_ms=1_700_000_000_000, offset_min=0)
    state = {
        "given": {"@before": 5, "one": "first", "more#1": "a", "more#2": "b", "left": None},
        "seconds": 70,
    }
    room.store.runs.save(SavedRun(exercise="own-gone", version=1, started=at, state=json.dumps(state)))
    end_overdue(room.context)
    [practice] = room.store.practices.recent(9)
    assert json.loads(practice.answers) == {"one": "first", "more": ["a", "b"]}


def test_the_next_start_ends_what_waited_too_long(house: House) -> None:
    house.open()
    player = house.play("d-stop")
    player.run = player.run.answer(7)
    player.next()
    leave_for_now(player)
    house.store.runs.save(days_ago(house.store.runs.load(), 3))
    house.close()
    house.open()
    assert [one.exercise for one in house.store.practices.recent(9)] == ["d-stop"]


@pytest.mark.parametrize("under_way", [True, False])
def test_so_does_the_turn_of_a_day_unless_it_is_under_way(under_way: bool, house: House) -> None:
    house.open()
    player = house.play("d-stop")
    player.run = player.run.answer(7)
    player.next()
    if not under_way:
        leave_for_now(player)
    house.store.runs.save(days_ago(house.store.runs.load(), 3))
    house.shell.pages.turned.emit()
    assert (house.store.runs.load() is not None) is under_way
