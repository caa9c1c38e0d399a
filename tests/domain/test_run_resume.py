"""Whatever a person answers, every bundled exercise reaches its end, goes back, and resumes where it was."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rewire_app.content.library import Library
from rewire_app.domain.exercise.exercise import ColumnType, Input, Op, Repeat
from rewire_app.domain.exercise.run import Run
from rewire_app.domain.exercise.screens import (
    AskScreen,
    CautionScreen,
    ListScreen,
    PickScreen,
    PlanScreen,
    RateScreen,
    Screen,
)
from tests.domain.small_exercises import DISTRESS, ask, exercise, if_, pick, rate, rows, say

LIBRARY = Library()
MOST_SCREENS = 120
"""More screens than any bundled exercise can have."""

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=30)


def an_answer(screen: Screen) -> st.SearchStrategy[Any]:
    """Something a person may enter on `screen`, nothing included."""
    answers: st.SearchStrategy[Any] = st.none()
    match screen:
        case CautionScreen():
            answers = st.just(True)
        case RateScreen():
            answers |= st.integers(0, screen.scale.top)
        case AskScreen(input=Input.NUMBER | Input.MINUTES):
            answers |= st.integers(0, 500)
        case AskScreen():
            answers |= st.just("23:10") if screen.input is Input.TIME else WORDS
        case PickScreen():
            texts = st.sampled_from(screen.options) if screen.options else WORDS
            answers |= st.lists(texts | WORDS if screen.other else texts, max_size=screen.max, unique=True)
        case ListScreen():
            cells = {column.name: cell(column) for column in screen.columns}
            answers |= st.lists(st.fixed_dictionaries(cells), max_size=screen.max)
        case PlanScreen():
            answers |= WORDS | st.lists(WORDS, max_size=3)
    return answers


def cell(column: Any) -> st.SearchStrategy[Any]:
    if column.type is ColumnType.RATE:
        return st.none() | st.integers(0, column.scale.top)
    return st.none() | (st.sampled_from(column.options) if column.options else WORDS)


def go_through(run: Run, data: st.DataObject) -> None:
    """Walk to the end with drawn answers, checking each screen on the way."""
    for _screen in range(MOST_SCREENS):
        run = run.answer(data.draw(an_answer(run.screen)))
        position = run.position
        assert position.step >= 1
        assert position.step <= position.steps or not position.steps
        resumed = Run.from_json(run.exercise, run.to_json(), measure=run.measure, stores=run.stores)
        assert resumed == run.to_keep
        assert resumed.screen == run.to_keep.screen
        following = run.skip() if data.draw(st.integers(0, 9)) == 0 and run.can_advance else run.advance()
        if following.finished:
            assert following.answers == json.loads(json.dumps(following.answers))
            assert following.steps_done <= following.steps_seen
            return
        assert following.can_go_back
        again = following.back()
        assert again.answers == following.answers
        assert again.advance().screen == following.screen
        run = following
    raise AssertionError(f"{run.exercise.id} has no end")


@pytest.mark.parametrize("exercise_id", LIBRARY.exercise_ids())
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_bundled_exercise_reaches_its_end(exercise_id: str, data: st.DataObject) -> None:
    bundled = LIBRARY.exercise(exercise_id)
    go_through(Run.begin(bundled, measure=LIBRARY.measure_of(bundled)), data)


TANGLED = exercise(
    pick("hue", "Red", "Blue", max=2),
    ask("why", "Why {{hue|list}}?", if_("hue", Op.HAS, "Red")),
    rows("things"),
    pick("best", options_from="things.thing"),
    Repeat(each="things", steps=(ask("fact", "{{item.thing}}?"), rate("size"))),
    Repeat(until=(if_("more", Op.NE, "On"),), max=3, steps=(pick("more", "On", "Enough"), ask("new"))),
    say("{{best}}: {{fact|list}} {{size.1}}", if_("size", Op.GE, 5), end=True),
    say("End."),
)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_an_exercise_with_every_construct_reaches_its_end(data: st.DataObject) -> None:
    go_through(Run.begin(TANGLED, measure=DISTRESS), data)


def under_way() -> Run:
    return Run.begin(exercise(ask("a"), say("You wrote {{a}}."))).answer("rain").advance()


def test_a_run_resumes_with_what_was_written() -> None:
    run = under_way().write_note("So far.")
    assert Run.from_json(run.exercise, run.to_json()).screen.text == "You wrote rain."


def test_a_stopped_run_resumes_at_its_way_out() -> None:
    run = under_way().stop()
    assert Run.from_json(run.exercise, run.to_json()).screen == run.screen


def test_a_changed_exercise_starts_anew() -> None:
    run = under_way()
    newer = exercise(ask("a"), say("You wrote {{a}}."), version=2)
    assert Run.from_json(newer, run.to_json()) == Run.begin(newer)


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", '{"exercise":"t-small","version":1}', "{"])
def test_what_is_no_run_starts_anew(text: str) -> None:
    small = exercise()
    assert Run.from_json(small, text) == Run.begin(small)


def test_a_run_whose_row_is_gone_resumes_at_the_nearest_step() -> None:
    small = exercise(say("One."), Repeat(each="@values", steps=(say("{{item}}"),)), say("End."))
    run = Run.begin(small, stores={"@values": ["Care", "Play"]}).advance().advance()
    assert run.screen.text == "Play"
    resumed = Run.from_json(small, run.to_json(), stores={"@values": ["Care"]})
    assert resumed.screen.text == "Care"
