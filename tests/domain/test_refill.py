"""An exercise begun again with the words of an earlier pass: each stands in its field and can be changed."""

from __future__ import annotations

from typing import Any

import pytest

from rewire_app.content.library import Library
from rewire_app.domain.exercise.exercise import Op, Repeat, saves
from rewire_app.domain.exercise.pass_answers import asked
from rewire_app.domain.exercise.refill import offers_from
from rewire_app.domain.exercise.run import Run
from tests.domain.small_exercises import DISTRESS, ask, exercise, if_, pick, rate

SMALL = exercise(ask("first"), pick("hue", "Red", "Blue"), ask("last", "And?", if_("hue", Op.EQ, "Blue")))
EARLIER: dict[str, Any] = {"first": "Rain", "hue": ["Blue"], "last": "Sun"}


def again(**changes: Any) -> Run:
    return Run(exercise=SMALL, at="1", offered=offers_from(SMALL, EARLIER | changes))


def test_the_words_stand_there_and_are_given_by_going_on() -> None:
    run = again()
    assert run.screen.saved == "Rain"  # type: ignore[attr-defined]
    run = run.advance().answer(["Blue"]).advance()
    assert run.screen.saved == "Sun"  # type: ignore[attr-defined]
    assert run.advance().answers == EARLIER


def test_what_was_not_reached_is_not_given() -> None:
    run = again().advance()
    assert run.answers == {"first": "Rain"}
    assert again().answers == {}


def test_an_answer_that_is_changed_or_taken_out_stays_so() -> None:
    run = again().answer("Snow").advance().back()
    assert run.screen.saved == "Snow"  # type: ignore[attr-defined]
    run = run.answer(None)
    assert run.screen.saved is None  # type: ignore[attr-defined]
    assert again().skip().back().screen.saved is None  # type: ignore[attr-defined]


def test_the_branch_of_the_new_answer_is_walked() -> None:
    run = again().advance().answer(["Red"]).advance()
    assert run.screen.id == "finish"
    assert run.answers == {"first": "Rain", "hue": ["Red"]}


def test_offers_outlive_the_window() -> None:
    run = Run.from_json(SMALL, again().to_json())
    assert run.screen.saved == "Rain"  # type: ignore[attr-defined]


def test_each_round_has_its_own() -> None:
    one = exercise(Repeat(steps=(rate("felt"),), times=2))
    assert offers_from(one, {"felt": [3, None]}) == {"felt#1": 3}


def test_what_the_exercise_does_not_take_any_more_is_not_offered() -> None:
    assert offers_from(SMALL, {"first": ["a", 1], "hue": ["Green"], "gone": "x", "last": "y"}) == {
        "last": "y"
    }


def test_ratings_before_and_after_are_new_ones() -> None:
    record = Library().exercise("c-record")
    run = Run.begin(record, measure=DISTRESS)
    assert Run.begin(record, measure=DISTRESS).before is run.before is None
    assert not any(key.startswith("@") for key in offers_from(record, {"@before": 7, "situation": "x"}))


@pytest.mark.parametrize(
    ("name", "key", "said"),
    [
        ("i-dearman", "safe", "Safe, even if it is hard"),
        ("c-exposure", "check", "None of them"),
        ("e-checkfacts", "danger", "No"),
    ],
)
def test_what_decides_the_way_is_asked_each_time(name: str, key: str, said: str) -> None:
    one = Library().exercise(name)
    [step] = [step for step, _around in asked(one) if saves(step) == key]
    assert said in step.options  # type: ignore[attr-defined]
    assert key not in offers_from(one, {key: [said], "want": "x"})
