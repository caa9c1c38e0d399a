"""Every kind of screen, worked with keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rewire_app.domain.exercise.exercise import (
    Ask,
    Breathe,
    Column,
    ColumnType,
    Gate,
    Input,
    ListStep,
    Pace,
    Pick,
    PlanStep,
    Rate,
    Say,
    Scale,
    Step,
)
from rewire_app.domain.exercise.screens import ScreenKind
from rewire_app.ui.base import routes
from rewire_app.ui.player.breathe import BreatheView
from rewire_app.ui.player.rows import RowCard, RowsView
from rewire_app.ui.player.say import SayView
from rewire_app.ui.player.views import VIEWS
from tests.ui.player_room import Room, enter, exercise, focused, press, room_in, type_in

LAST = Say(text="That was it.")


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with room_in(qtbot, tmp_path) as made:
        yield made


def test_every_kind_of_screen_has_one_view() -> None:
    assert set(VIEWS) == set(ScreenKind)
    assert len(set(VIEWS.values())) == len(VIEWS)


def test_enter_goes_on_from_words_to_read(room: Room) -> None:
    player = room.play(exercise(Say(text="Read this."), LAST))
    assert focused().accessibleDescription() == "Read this."
    enter()
    assert player.run.screen.text == "That was it."
    assert player.view.top.steps.sentence == "A small one, step 2 of 3"


def test_timed_words_go_on_by_the_clock_alone(room: Room) -> None:
    player = room.play(exercise(Say(text="Wait.", secs=20), LAST))
    view = player.view.current
    assert isinstance(view, SayView)
    room.seconds.pass_by(19)
    view.tick()
    assert player.run.screen.text == "Wait."
    room.seconds.pass_by(1)
    view.tick()
    assert player.run.screen.text == "That was it."


def test_a_countdown_can_be_held_and_begun_anew(room: Room) -> None:
    player = room.play(exercise(Say(text="Wait.", secs=20), LAST))
    view = player.view.current
    assert isinstance(view, SayView)
    room.seconds.pass_by(15)
    player.press("hold")
    room.seconds.pass_by(100)
    view.tick()
    assert player.run.screen.text == "Wait."
    player.press("repeat")
    room.seconds.pass_by(19)
    view.tick()
    assert player.run.screen.text == "Wait."
    room.seconds.pass_by(1)
    view.tick()
    assert player.run.screen.text == "That was it."


def test_a_hidden_countdown_stands_still(room: Room) -> None:
    player = room.play(exercise(Say(text="Wait.", secs=20), LAST))
    player.view.hide()
    room.seconds.pass_by(100)
    player.view.show()
    view = player.view.current
    assert isinstance(view, SayView)
    view.tick()
    assert player.run.screen.text == "Wait."
    assert player.run.position.step == 1


RED_OR_BLUE = ("Red", "Blue")
QUESTIONS: list[tuple[Step, str]] = [
    (Ask(text="One?", save="it", input=Input.TEXT), "x"),
    (Ask(text="Many?", save="it", input=Input.LINES), "x"),
    (Ask(text="How many?", save="it", input=Input.NUMBER), "0"),
    (Ask(text="When?", save="it", input=Input.TIME), "2310"),
    (Pick(text="Which?", save="it", max=1, options=RED_OR_BLUE), "1"),
    (Pick(text="Which?", save="it", max=2, options=RED_OR_BLUE), "1"),
    (Rate(text="How strong?", save="it", lo="none", hi="all"), "0"),
    (ListStep(text="Which?", save="it", min=1, max=3, columns=(Column(name="word"),)), "x"),
]


@pytest.mark.parametrize(("step", "typed"), QUESTIONS)
def test_every_question_goes_on_with_an_answer_and_says_skip_without(
    step: Step, typed: str, room: Room
) -> None:
    player = room.play(exercise(step, LAST))
    main = player.view.bar.main
    assert main.accessibleName() == "Skip"
    assert main.isEnabled()
    type_in(typed)
    assert main.accessibleName() == "Continue"
    assert main.isEnabled()
    main.click()
    assert player.run.answers.keys() == {"it"}
    assert player.run.steps_done == 1


@pytest.mark.parametrize(("step", "typed"), QUESTIONS)
def test_a_question_left_empty_is_left_out(step: Step, typed: str, room: Room) -> None:
    player = room.play(exercise(step, LAST))
    player.view.bar.main.click()
    assert player.run.screen.text == "That was it."
    assert (player.run.answers, player.run.steps_done) == ({}, 0)


def test_words_that_cannot_be_read_are_not_skipped_over(room: Room) -> None:
    player = room.play(exercise(Ask(text="When?", save="it", input=Input.TIME), LAST))
    type_in("25:70")
    player.press("skip")
    assert player.run.screen.text == "When?"


@pytest.mark.parametrize("most", [1, 2])
def test_enter_chooses_the_row_it_is_on_and_then_goes_on(most: int, room: Room) -> None:
    player = room.play(exercise(Pick(text="Which?", save="it", max=most, options=RED_OR_BLUE), LAST))
    press(Qt.Key.Key_Down)
    enter()
    assert player.run.answers == {"it": ["Blue"]}
    assert player.run.screen.text == "Which?"
    enter()
    assert player.run.screen.text == "That was it."


def test_a_rating_takes_digits(room: Room) -> None:
    rate = Rate(text="How strong?", save="size", lo="none", hi="all")
    player = room.play(exercise(rate, LAST))
    type_in("7")
    enter()
    assert player.run.screen.text == "That was it."
    assert player.run.answers == {"size": 7}


def test_a_rating_in_percent_counts_in_tens(room: Room) -> None:
    rate = Rate(text="How likely?", save="size", lo="not", hi="sure", scale=Scale.PERCENT)
    player = room.play(exercise(rate, LAST))
    type_in("7")
    assert player.run.answers == {"size": 70}


def test_a_question_can_be_skipped_and_is_then_not_done(room: Room) -> None:
    player = room.play(exercise(Rate(text="How strong?", save="size", lo="a", hi="b"), LAST))
    button = player.view.bar.button("skip")
    assert button is not None
    button.setFocus()
    enter()
    assert player.run.screen.text == "That was it."
    assert player.run.steps_done == 0


def test_digits_choose_one_and_enter_goes_on(room: Room) -> None:
    player = room.play(exercise(Pick(text="Which?", save="it", max=1, options=("Red", "Blue")), LAST))
    type_in("2")
    assert player.run.answers == {"it": ["Blue"]}
    enter()
    assert player.run.screen.text == "That was it."


def test_several_can_be_ticked_and_own_words_added(room: Room) -> None:
    pick = Pick(text="Which?", save="it", max=3, options=("Red", "Blue"), other=True)
    player = room.play(exercise(pick, LAST))
    type_in("1")
    type_in("3")
    press(Qt.Key.Key_Tab)
    type_in("Green")
    assert player.run.answers == {"it": ["Red", "Green"]}
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert player.view.current.bar().ready
    assert player.run.answers == {"it": ["Red", "Green"]}


def test_a_line_and_several_lines_are_typed(room: Room) -> None:
    player = room.play(
        exercise(
            Ask(text="One?", save="one", input=Input.TEXT),
            Ask(text="Many?", save="many", input=Input.LINES),
            LAST,
        )
    )
    type_in("a word")
    enter()
    type_in("first")
    enter()
    type_in("second")
    assert player.run.screen.text == "Many?"
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert player.run.answers == {"one": "a word", "many": "first\nsecond"}
    assert player.run.screen.text == "That was it."


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        (Input.NUMBER, "12", 12),
        (Input.MINUTES, "45", 45),
        (Input.TIME, "2310", "23:10"),
    ],
)
def test_numbers_minutes_and_times_are_typed(room: Room, kind: Input, typed: str, kept: object) -> None:
    player = room.play(exercise(Ask(text="When?", save="it", input=kind), LAST))
    type_in(typed)
    enter()
    assert player.run.answers == {"it": kept}
    assert player.run.screen.text == "That was it."


def test_a_time_that_cannot_be_read_waits_with_a_sentence(room: Room) -> None:
    player = room.play(exercise(Ask(text="When?", save="it", input=Input.TIME), LAST))
    type_in("25:70")
    enter()
    assert player.run.screen.text == "When?"
    told = focused().accessibleDescription()
    assert told.startswith(
        ("Use a time such as 23:10.", "Use a time such as 11:10 pm.")
    )  # as the country has it


def test_a_day_and_a_time_become_one_moment(room: Room) -> None:
    player = room.play(exercise(Ask(text="When?", save="it", input=Input.DATETIME), LAST))
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Tab)
    type_in("18:30")
    enter()
    assert player.run.answers == {"it": "2026-11-25T18:30"}


THOUGHTS = ListStep(
    text="What went through your mind?",
    save="thoughts",
    min=1,
    max=3,
    columns=(
        Column(name="thought", label="Thought"),
        Column(name="belief", type=ColumnType.RATE, label="Belief", scale=Scale.PERCENT),
    ),
)


def test_rows_are_added_by_enter_and_sorted_on_demand(room: Room) -> None:
    player = room.play(exercise(THOUGHTS, LAST))
    for words, digit in (("Low", "2"), ("High", "9")):
        type_in(words)
        press(Qt.Key.Key_Tab)
        type_in(digit)
        enter()
    view = player.view.current
    assert isinstance(view, RowsView)
    view.sort_button.click()
    rows = [{"thought": "High", "belief": 90}, {"thought": "Low", "belief": 20}]
    assert player.run.answers == {"thoughts": rows}
    view.form.setFocus()
    enter()
    assert player.run.screen.text == "That was it."


def test_a_row_still_in_the_fields_is_not_lost(room: Room) -> None:
    player = room.play(exercise(THOUGHTS, LAST))
    type_in("Half a thought")
    player.next()
    assert player.run.answers == {"thoughts": [{"thought": "Half a thought", "belief": None}]}


def card(view: RowsView) -> RowCard:
    """The first finished row."""
    found = view.findChild(RowCard)
    assert isinstance(found, RowCard), "no row is finished"
    return found


def test_a_removed_row_can_be_put_back(room: Room) -> None:
    player = room.play(exercise(THOUGHTS, LAST))
    type_in("Mine")
    enter()
    view = player.view.current
    assert isinstance(view, RowsView)
    card(view).remove_button.click()
    assert player.run.answers == {}
    assert focused().accessibleName() == "Put it back"
    enter()
    assert player.run.answers == {"thoughts": [{"thought": "Mine", "belief": None}]}


def test_a_row_can_be_changed(room: Room) -> None:
    player = room.play(exercise(THOUGHTS, LAST))
    type_in("Mine")
    enter()
    view = player.view.current
    assert isinstance(view, RowsView)
    card(view).change_button.click()
    type_in(" still")
    enter()
    assert player.run.answers == {"thoughts": [{"thought": "Mine still", "belief": None}]}


def test_a_rating_of_nought_in_a_row_is_kept(room: Room) -> None:
    player = room.play(exercise(THOUGHTS, LAST))
    type_in("Mine")
    press(Qt.Key.Key_Tab)
    type_in("0")
    enter()
    assert player.run.answers == {"thoughts": [{"thought": "Mine", "belief": 0}]}


def test_a_plan_is_kept_only_when_the_person_says_so(room: Room) -> None:
    plan = PlanStep(text="When [the phone rings], I will [breathe out].")
    player = room.play(exercise(plan, LAST))
    assert player.run.plan == ""
    player.next()
    assert player.run.plan == "When the phone rings, I will breathe out."
    player.back()
    player.skip()
    assert player.run.plan == ""


def test_a_plan_with_a_gap_waits_for_its_words(room: Room) -> None:
    player = room.play(
        exercise(
            Ask(text="What?", save="it", input=Input.TEXT),
            PlanStep(text="When [it rains], I will {{it}}."),
            LAST,
        )
    )
    enter()
    assert not player.view.current.bar().ready
    type_in("go out")
    assert player.view.current.bar().ready
    enter()
    assert player.run.plan == "When it rains, I will go out."


BREATHE = Breathe(text="Follow.", pace=Pace(inhale=4, exhale=6), rounds=3)


def test_the_pacer_goes_on_by_the_clock_alone(room: Room) -> None:
    player = room.play(exercise(BREATHE, LAST))
    view = player.view.current
    assert isinstance(view, BreatheView)
    room.seconds.pass_by(29)
    view.pacer.tick()
    assert player.run.screen.kind is ScreenKind.BREATHE
    room.seconds.pass_by(1)
    view.pacer.tick()
    assert player.run.screen.text == "That was it."


def test_enter_holds_the_breathing_and_lets_it_go_on(room: Room) -> None:
    player = room.play(exercise(BREATHE, LAST))
    view = player.view.current
    assert isinstance(view, BreatheView)
    enter()
    assert not view.pacer.running
    room.seconds.pass_by(500)
    enter()
    assert view.pacer.running
    assert view.pacer.elapsed < 1


def test_one_can_breathe_as_one_likes_and_go_on(room: Room) -> None:
    player = room.play(exercise(BREATHE, LAST))
    player.press("free")
    view = player.view.current
    assert isinstance(view, BreatheView)
    assert not view.pacer.running
    player.view.bar.main.setFocus()
    enter()
    assert player.run.screen.text == "That was it."


def test_the_pace_can_be_changed_within_bounds(room: Room) -> None:
    player = room.play(exercise(BREATHE, LAST))
    view = player.view.current
    assert isinstance(view, BreatheView)
    press(Qt.Key.Key_P)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Tab)
    assert focused().accessibleName() == "Set the seconds"
    enter()
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_in("30")
    enter()
    assert view.pacer.pattern.breathe_in == 4
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_in("3")
    enter()
    assert view.pacer.running
    room.seconds.pass_by(10)
    assert view.pacer.pattern.breathe_in == 3
    assert 27 <= view.pacer.pattern.seconds <= 36


def test_the_gate_stays_shut_until_it_is_ticked(room: Room) -> None:
    player = room.play(exercise(LAST, gate=Gate.CONFIRM))
    assert "Go gently." in focused().accessibleDescription()
    assert focused().focusPolicy() == Qt.FocusPolicy.NoFocus, "a heading that is read has no ring"
    enter()
    player.next()
    assert player.run.screen.kind is ScreenKind.CAUTION
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    enter()
    assert player.run.screen.text == "That was it."


def test_a_notice_stands_above_the_first_question(room: Room) -> None:
    player = room.play(exercise(LAST, gate=Gate.NOTICE))
    assert "Go gently." in player.view.current.accessibleDescription()


def test_help_comes_first_where_the_gate_says_so(room: Room) -> None:
    player = room.play(exercise(LAST, gate=Gate.HELP_FIRST))
    enter()
    assert room.routes == [routes.HELP]
    assert player.run.screen.kind is ScreenKind.CAUTION


@pytest.mark.parametrize("step", [LAST, THOUGHTS, BREATHE, Rate(text="How?", save="x", lo="a", hi="b")])
def test_no_timer_runs_where_nothing_moves(room: Room, step: Step) -> None:
    from PySide6.QtCore import QTimer

    player = room.play(exercise(step, LAST))
    running = [timer for timer in player.view.current.findChildren(QTimer) if timer.isActive()]
    assert bool(running) == isinstance(step, Breathe)
    player.view.hide()
    QApplication.processEvents()
    assert not [timer for timer in player.view.findChildren(QTimer) if timer.isActive()]


def test_tab_goes_from_the_top_through_the_question_to_the_buttons(room: Room) -> None:
    player = room.play(exercise(LAST, Ask(text="One?", save="one", input=Input.TEXT), LAST))
    enter()
    player.view.top.leave_button.setFocus()
    seen = []
    for _step in range(6):
        seen.append(focused().accessibleName())
        press(Qt.Key.Key_Tab)
    assert seen == ["Leave", "Sound and screen", "Help now", "One?", "Back", "Skip"]
