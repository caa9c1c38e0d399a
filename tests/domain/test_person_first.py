"""An answer that somebody is not safe leads to people, and stays out of all that is written down."""

from __future__ import annotations

import json

from rewire_app.domain.exercise.exercise import Condition, Op, Pick, Say
from rewire_app.domain.exercise.run import Run
from rewire_app.domain.exercise.screens import PersonScreen, PickScreen
from tests.domain.small_exercises import exercise, say

HERE = Pick(text="What is here?", save="here", max=3, options=("Heat", "I might hurt myself", "A thought"))
CALL = Say(
    text="A person comes first.",
    person_first=True,
    when=(Condition(var="here", op=Op.HAS, value="I might hurt myself"),),
)


def at_people(*chosen: str) -> Run:
    return Run.begin(exercise(HERE, CALL, say("On."))).answer(chosen).advance()


def test_the_screen_says_only_what_led_there() -> None:
    run = at_people("Heat", "I might hurt myself")
    assert isinstance(run.screen, PersonScreen)
    assert run.screen.answered == ("I might hurt myself",)


def test_only_that_choice_is_left_out_of_what_is_kept() -> None:
    run = at_people("Heat", "I might hurt myself")
    assert run.answers == {"here": ["Heat"]}
    assert json.loads(run.to_json())["given"] == {"here": ["Heat"]}


def test_alone_it_leaves_no_answer_and_the_run_waits_at_its_question() -> None:
    run = at_people("I might hurt myself")
    assert run.answers == {}
    again = Run.from_json(run.exercise, run.to_json())
    assert isinstance(again.screen, PickScreen)
    assert again.screen.saved == ()


def test_going_on_and_back_still_shows_what_was_chosen() -> None:
    run = at_people("I might hurt myself").advance()
    assert run.screen.text == "On."
    assert run.back().back().screen.saved == ("I might hurt myself",)  # type: ignore[attr-defined]
