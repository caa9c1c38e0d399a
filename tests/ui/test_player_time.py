"""The time of a pass: what was lived counts, nothing that nobody lived, and a computer that slept pauses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from rewire_app.domain.exercise.exercise import Ask, Breathe, Input, Pace, Say
from rewire_app.domain.exercise.screens import ScreenKind
from rewire_app.ui.player.breathe import BreatheView
from tests.ui.player_room import EVENING, LAST, ONE, Room, enter, exercise, room_in, type_in


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with room_in(qtbot, tmp_path) as made:
        yield made


def shown_words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_hours_without_a_sign_of_the_person_do_not_count(room: Room) -> None:
    player = room.play(exercise(ONE, LAST))
    room.seconds.pass_by(4 * 3600)
    type_in("x")
    assert player.passage.watch.seconds == 600


def test_a_long_breathing_counts_in_full(room: Room) -> None:
    player = room.play(exercise(Breathe(text="Follow.", pace=Pace(), rounds=120), LAST))
    room.seconds.pass_by(1200)
    assert player.run.screen.text == "That was it."
    assert player.passage.watch.seconds == 1200


def test_a_computer_that_slept_pauses_the_breath_and_nothing_of_it_counts(room: Room) -> None:
    player = room.play(exercise(Breathe(text="Follow.", pace=Pace(), rounds=6), LAST))
    view = player.view.current
    assert isinstance(view, BreatheView)
    room.seconds.pass_by(20)
    room.seconds.sleep(3600)
    room.seconds.pass_by(2)
    assert player.view.bar.main.label == "Go on"
    assert "Paused while the computer slept" in shown_words(view)
    enter()
    room.seconds.pass_by(39)
    assert player.run.screen.kind is ScreenKind.BREATHE
    room.seconds.pass_by(1)
    assert player.run.screen.text == "That was it."
    assert player.passage.watch.seconds == 60


def test_a_clock_that_is_set_back_on_the_way_leaves_no_practice_that_ends_before_it_began(room: Room) -> None:
    player = room.play(exercise(ONE, LAST))
    type_in("x")
    room.seconds.pass_by(90)
    room.context.clock.stopped_at = EVENING - timedelta(days=1)
    enter()
    enter()
    enter()
    [kept] = room.store.practices.for_day(EVENING.date() - timedelta(days=1))
    assert (kept.seconds, kept.ended.wall) == (90, EVENING - timedelta(days=1))
    assert kept.ended.utc_ms - kept.started.utc_ms == 90_000
    assert player.passage.recorded


def test_a_countdown_pauses_too_when_the_computer_slept(room: Room) -> None:
    player = room.play(exercise(Say(text="Wait.", secs=20), LAST))
    room.seconds.pass_by(5)
    room.seconds.sleep(600)
    room.seconds.pass_by(30)
    assert player.run.screen.text == "Wait."
    assert "Paused while the computer slept" in shown_words(player.view.current)
    player.press("hold")
    assert "Paused while the computer slept" not in shown_words(player.view.current)
    room.seconds.pass_by(15)
    assert player.run.screen.text == "That was it."
    assert player.passage.watch.seconds == 20


def test_a_clock_of_minutes_counts_quietly_and_is_stopped_when_it_is_enough(room: Room) -> None:
    asked = Ask(text="How long?", save="mins", input=Input.MINUTES)
    player = room.play(exercise(asked, Say(text="Stay.", minutes_from="mins", minutes=3), LAST))
    type_in("2")
    enter()
    assert "2 more minutes" in shown_words(player.view.current)
    room.seconds.pass_by(30)
    assert "2 more minutes" in shown_words(player.view.current)
    room.seconds.pass_by(31)
    assert "less than a minute more" in shown_words(player.view.current)
    assert player.view.bar.main.label == "Enough for now"
    enter()
    assert player.run.screen.text == "That was it."


def test_a_clock_of_minutes_goes_on_by_itself_at_its_end(room: Room) -> None:
    asked = Ask(text="How long?", save="mins", input=Input.MINUTES)
    player = room.play(exercise(asked, Say(text="Stay.", minutes_from="mins", minutes=1), LAST))
    enter()
    assert "1 more minute" in shown_words(player.view.current)
    room.seconds.pass_by(60)
    assert player.run.screen.text == "That was it."


@given(
    acts=st.lists(
        st.tuples(st.sampled_from(("live", "sleep", "hold", "hide")), st.integers(1, 20)), max_size=25
    )
)
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_seconds_kept_are_never_more_than_were_lived_or_the_step_takes(
    room: Room, acts: list[tuple[str, int]]
) -> None:
    player = room.play(exercise(Breathe(text="Follow.", pace=Pace(), rounds=3), LAST))
    lived = 0.0
    for act, seconds in acts:
        if act == "live":
            room.seconds.pass_by(seconds)
            lived += seconds
        elif act == "sleep":
            room.seconds.sleep(seconds * 60)
            player.view.beat.emit()
        elif player.run.screen.kind is ScreenKind.BREATHE and act == "hold":
            player.press("hold")
        elif act == "hide":
            player.view.hide()
            room.seconds.pass_by(seconds)
            player.view.show()
        if player.run.screen.kind is not ScreenKind.BREATHE:
            break
        assert player.passage.watch.seconds <= min(lived, 30)
    breathing = player.run.screen.kind is ScreenKind.BREATHE  # the screen after it is practice too
    assert player.passage.watch.seconds <= (min(lived, 30) if breathing else lived) + 0.001
    player.view.hide()
    room.store.runs.clear()
