"""Every exercise in the real player: views built and filled, kept at each step, finished and read again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rewire_app.content.library import Library
from rewire_app.domain.exercise.screens import ScreenKind
from rewire_app.domain.exercise.sources import HABITS, NUMBERS, last_answer, named
from rewire_app.domain.journal.entries import Status, new_uid
from rewire_app.domain.lists.entries import KEPT, CrisisSection, ListKind, kind_of
from rewire_app.ui.player.around import begun, kept_by, resumed
from rewire_app.ui.player.player import Player
from rewire_app.ui.player.view import CLOSE, FINISH_PLAIN, SKIP
from tests.content.walk import MOST_SCREENS, Walked, Way, answered, branches, cover
from tests.ui.player_room import Room, room_in

LIBRARY = Library()
IDS = LIBRARY.exercise_ids()


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with room_in(qtbot, tmp_path) as made:
        yield made


def walk_through(room: Room, player: Player, way: Way) -> None:
    """From the first screen to the last: fill the view, see that it is on disk, go on."""
    for _screen in range(MOST_SCREENS):
        player.run = answered(player.run, way)
        player.show_current()  # the view is built anew and shows what was answered
        screen = player.run.screen
        assert player.view.current.accessibleName()
        if screen.kind in (ScreenKind.FINISH, ScreenKind.EXIT):
            return
        answers = player.run.answers
        if player.view.current.bar().main.key == SKIP:  # this way leaves the question out
            player.skip()
        else:
            player.next()
        assert player.run.at != screen.id, f"{screen.id}: {screen.text} cannot be left"
        assert all(player.run.answers.get(name) == value for name, value in answers.items())
        saved = room.store.runs.load()
        if player.run.exercise.unkept:
            assert saved is None
            continue
        assert saved is not None
        again = resumed(begun(room.context, player.run.exercise), saved)
        kept = player.run.to_keep  # without an answer that somebody is not safe
        assert (again.at, again.screen) == (kept.at, kept.screen)
    raise AssertionError(f"{player.run.exercise.id} has no end")


def lists_of(exercise_id: str) -> set[str]:
    """The lists of the person that an exercise reads."""
    every = named(LIBRARY.exercise(exercise_id))
    return {name for name in every if name not in (*NUMBERS, HABITS) and not last_answer(name)}


def fill_lists(room: Room, exercise_id: str, way: Way) -> None:
    """Put something in each list that the exercise reads and `way` does not want empty."""
    for name in sorted(lists_of(exercise_id)):
        if not way.get(name, ("something",)):
            continue
        word, _dot, part = name.removeprefix("@").partition(".")
        shape = KEPT[ListKind(word)]
        fields: dict[str, Any] = {shape.main: "Something kept"}
        fields |= {field: next(iter(choices)) for field, choices in shape.choices.items()}
        if part:
            fields |= {"section": CrisisSection(part)} if word == "crisis_plan" else {part: part}
        fields |= {"day": room.context.today} if word == "urges" else {}
        room.store.many([shape.entry(uid=new_uid(room.context.clock.now()), **fields)])


def play_to_the_end(room: Room, exercise_id: str, walked: Walked) -> Player:
    """Play one way, close it, and see that practice and lists hold what was answered; returns the player."""
    fill_lists(room, exercise_id, walked.way)
    kinds = {ListKind(name.removeprefix("@").partition(".")[0]) for name in lists_of(exercise_id)}
    kinds |= {keep.store for keep in LIBRARY.exercise(exercise_id).keeps}
    before = {kind: room.store.list_of(kind).all() for kind in kinds}
    player = room.play(exercise_id)
    walk_through(room, player, walked.way)
    room.seconds.pass_by(120)
    run, kept = player.run, kept_by(room.context, player.run)
    player.press(CLOSE if run.screen.kind is ScreenKind.EXIT else FINISH_PLAIN)
    if room.left:
        assert room.left.pop()
    else:  # what it made has a page of its own, to which it leads
        assert room.routes.pop().page == "patterns"
    assert room.store.runs.load() is None
    if run.exercise.unkept:
        assert room.store.practices.recent(1) == []
        return player
    [practice, *_earlier] = room.store.practices.recent(1)
    assert (practice.exercise, practice.version) == (exercise_id, run.exercise.version)
    assert practice.status is (Status.STOPPED if run.ended_early else Status.DONE)
    assert practice.counts or run.skipped
    assert json.loads(practice.answers) == json.loads(json.dumps(run.answers))
    assert practice.before == run.before
    assert practice.after == run.after
    for kind in {kind_of(entry) for entry in kept}:
        assert room.store.list_of(kind).all() != before[kind]
    player.view.hide()
    QApplication.processEvents()
    # Widgets that are due to go end here, not within the event loop of a later wait, where Qt may fall.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    room.context.hub.undo()
    assert room.store.practices.recent(1) == []
    assert {kind: room.store.list_of(kind).all() for kind in kinds} == before
    return player


@pytest.mark.parametrize("exercise_id", IDS)
def test_an_exercise_can_be_played_through_all_its_steps(room: Room, exercise_id: str) -> None:
    for walked in cover(branches(LIBRARY.exercise(exercise_id), LIBRARY, most=120))[:1]:
        play_to_the_end(room, exercise_id, walked)


@pytest.mark.slow
@pytest.mark.parametrize("exercise_id", IDS)
def test_an_exercise_can_be_played_along_every_branch(room: Room, exercise_id: str) -> None:
    played = []  # a window that nothing holds any more would be gone before its last event
    for walked in branches(LIBRARY.exercise(exercise_id), LIBRARY):
        played.append(play_to_the_end(room, exercise_id, walked))
    assert played
