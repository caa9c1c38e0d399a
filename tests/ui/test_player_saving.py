"""A pass is kept while it lasts: at every step, through a crash and a full disk, with the time it took."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rewire_app.domain.exercise.exercise import Say
from rewire_app.domain.exercise.screens import ScreenKind
from rewire_app.domain.journal.entries import SavedRun, Status, new_uid
from rewire_app.ui.base import routes
from rewire_app.ui.widgets.buttons import QuietButton
from tests.ui.player_room import (
    LAST,
    ONE,
    PLANNED,
    TWO,
    Room,
    enter,
    escape,
    exercise,
    finish,
    focused,
    room_in,
    type_in,
)


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with room_in(qtbot, tmp_path) as made:
        yield made


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
    player.view.hide()
    assert json.loads(saved(room).state)["given"] == {"one": "half a wo"}


def test_it_goes_on_at_the_step_where_it_was(room: Room) -> None:
    what = exercise(ONE, TWO, LAST)
    first = room.play(what)
    type_in("first")
    enter()
    type_in("half a wo")
    room.seconds.pass_by(70)
    first.view.hide()
    room.seconds.pass_by(5000)
    player = room.play(what, saved(room))
    assert player.view.current.accessibleName() == "Ready?"
    room.seconds.pass_by(50)
    enter()
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
    first.view.hide()
    second = room.play(exercise(ONE, LAST, id_="x-second"))
    type_in("between")
    enter()
    assert saved(room).exercise == "x-second"
    enter()
    enter()
    assert second.run.screen.kind is ScreenKind.FINISH
    waiting = saved(room)
    assert waiting.exercise == "x-first"
    assert json.loads(waiting.state)["given"] == {"one": "first"}


def test_looking_into_another_exercise_does_not_touch_the_one_that_waits(room: Room) -> None:
    first = room.play(exercise(ONE, LAST, id_="x-first"))
    type_in("first")
    first.view.hide()
    room.play(exercise(ONE, LAST, id_="x-second"))
    escape()
    assert saved(room).exercise == "x-first"


def test_beginning_the_same_one_anew_keeps_the_old_answers_as_stopped(room: Room) -> None:
    first = room.play(exercise(ONE, LAST))
    type_in("first")
    first.view.hide()
    room.play(exercise(ONE, LAST))
    [practice] = room.store.practices.recent(9)
    assert practice.status is Status.STOPPED
    assert json.loads(practice.answers) == {"one": "first"}
    assert room.store.runs.load() is None, "what is kept as stopped is still waiting"


def test_what_cannot_be_kept_as_stopped_goes_on_waiting(room: Room) -> None:
    first = room.play(exercise(ONE, LAST))
    first.view.current.control.set_value(LONG)  # type: ignore[attr-defined]
    first.view.hide()
    with full_disk(room):
        room.play(exercise(ONE, LAST))
    assert len(room.faults) == 1
    type_in("second")
    enter()
    enter()
    enter()
    [practice] = room.store.practices.recent(9)
    assert json.loads(practice.answers) == {"one": "second"}
    assert json.loads(saved(room).state)["given"] == {"one": LONG.strip()}


def of_earlier_version(saved: SavedRun, practice: str) -> SavedRun:
    """`saved` as a Rewire wrote it that ended a run in a second commit: with the uid of its practice."""
    return replace(saved, state=json.dumps(json.loads(saved.state) | {"practice": practice}))


def test_finishing_is_one_commit(room: Room) -> None:
    first = room.play(exercise(ONE, LAST, id_="x-first"))
    type_in("first")
    first.view.hide()
    finish(room)
    assert saved(room).exercise == PLANNED.id
    before = room.vault.commit_seq
    enter()
    assert room.vault.commit_seq == before + 1
    assert room.store.practices.recent(1)[0].exercise == PLANNED.id
    assert room.store.intentions.recent(1)[0].practice == room.store.practices.recent(1)[0].uid
    assert saved(room).exercise == "x-first"


def test_a_practice_that_cannot_be_kept_leaves_its_run(room: Room) -> None:
    player = finish(room)
    draft = saved(room)
    player.view.current.note.set_value(LONG)  # type: ignore[attr-defined]
    with full_disk(room):
        enter()
    assert room.store.practices.recent(9) == []
    assert json.loads(saved(room).state)["given"] == json.loads(draft.state)["given"]


def test_undo_of_a_finished_pass_does_not_bring_its_run_back(room: Room) -> None:
    finish(room)
    enter()
    room.context.hub.undo()
    assert room.store.practices.recent(9) == []
    assert room.store.runs.load() is None


@pytest.mark.parametrize("resume", [True, False], ids=["resumed", "begun anew"])
def test_a_practice_that_an_earlier_version_kept_is_not_kept_twice(resume: bool, room: Room) -> None:
    finish(room)
    draft = saved(room)
    enter()
    [practice] = room.store.practices.recent(9)
    left = of_earlier_version(draft, practice.uid)
    room.store.runs.save(left)
    again = room.play(PLANNED, left if resume else None)
    assert again.run.position.step == 1
    escape()
    assert room.store.practices.recent(9) == [practice]


def test_an_exercise_that_waits_to_go_on_can_be_stopped_instead(room: Room) -> None:
    what = exercise(ONE, TWO, LAST)
    first = room.play(what)
    type_in("first")
    enter()
    first.view.hide()
    player = room.play(what, saved(room))
    escape()
    assert player.view.sheet is not None
    player.view.sheet.stop_button.click()
    assert room.left == [True]
    [practice] = room.store.practices.recent(9)
    assert json.loads(practice.answers) == {"one": "first"}
    assert room.store.runs.load() is None


def test_a_run_that_an_earlier_version_saved_goes_on(room: Room) -> None:
    first = room.play(exercise(ONE, TWO, LAST))
    type_in("first")
    enter()
    first.view.hide()
    left = of_earlier_version(saved(room), new_uid(saved(room).started))
    room.store.runs.save(left)
    again = room.play(exercise(ONE, TWO, LAST), left)
    assert again.run.screen.text == "Two?"
    enter()
    enter()
    enter()
    enter()
    [practice] = room.store.practices.recent(9)
    assert json.loads(practice.answers) == {"one": "first"}


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
    player.view.current.note.set_value(LONG)  # type: ignore[attr-defined]
    with full_disk(room):
        enter()
        assert room.left == []
        assert len(room.faults) == 1
        assert not player.view.fault.isHidden()
        assert player.run.note == LONG.strip()
        assert player.run.screen.kind is ScreenKind.FINISH
    enter()
    assert room.left == [True]
    assert room.store.practices.recent(9)[0].note == LONG.strip()


def test_a_draft_that_cannot_be_written_says_so_and_goes_on(room: Room) -> None:
    player = room.play(exercise(ONE, TWO, LAST))
    player.view.current.control.set_value(LONG)  # type: ignore[attr-defined]
    with full_disk(room):
        enter()
        assert player.run.screen.text == "Two?"
        assert player.view.fault.text()
    enter()
    assert player.view.fault.isHidden()
    assert json.loads(saved(room).state)["given"] == {"one": LONG.strip(), "two": None}


# links


def test_a_link_leads_on_and_the_run_waits(room: Room) -> None:
    step = Say(text="Read more.", link="L07")
    player = room.play(exercise(ONE, step, LAST))
    type_in("x")
    enter()
    link = player.view.current.findChildren(QuietButton)[0]
    link.click()
    assert room.routes == [routes.library("L07")]
    assert json.loads(saved(room).state)["at"] == "2"
