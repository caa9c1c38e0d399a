"""What follows from a pass is told by its answers, and what was answered counts there as given."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewire_app.domain.exercise.answers import Answer
from rewire_app.domain.exercise.exercise import (
    Column,
    ColumnType,
    Exercise,
    Input,
    NextExercise,
    Op,
    Scale,
    Step,
)
from rewire_app.domain.exercise.following import handed_on, offered_next, taken
from rewire_app.domain.exercise.recall import Scope
from rewire_app.domain.exercise.run import Run
from rewire_app.domain.exercise.screens import FinishScreen, PickScreen
from tests.domain.small_exercises import DISTRESS, ask, exercise, if_, pick, rate, rows, say

FEELING = pick("emotion", "Fear", "Anger", "Shame")
FEAR = NextExercise(to="c-exposure", why="Fear fades by steps.", when=(if_("emotion", Op.EQ, "Fear"),))
ANY = NextExercise(
    to="e-opposite", why="It works on any of them.", hands=(("emotion", "emotion"), ("what", "trigger"))
)
FIRST = exercise(FEELING, ask("trigger"), next=(FEAR, ANY))


def ended(one: Exercise, *answers: Any) -> Run:
    """The pass of `one` at its close, with one answer to a screen; None skips."""
    run = Run.begin(one)
    for answer in answers:
        run = run.skip() if answer is None else run.answer(answer).advance()
    return run


def followed(one: Exercise, *answers: Any) -> FinishScreen:
    screen = ended(one, *answers).screen
    assert isinstance(screen, FinishScreen)
    return screen


def test_the_first_that_fits_is_offered() -> None:
    assert followed(FIRST, "Fear", "Dogs").next is FEAR
    assert followed(FIRST, "Anger", "Noise").next is ANY
    assert followed(FIRST, None, "Noise").next is ANY


def test_nothing_follows_where_nothing_fits() -> None:
    one = exercise(FEELING, next=(FEAR,))
    assert offered_next(one, Scope()) is None
    assert followed(one, "Anger").next is None
    assert followed(exercise(FEELING), "Fear").next is None


def test_what_was_answered_is_handed_on_and_what_was_skipped_is_not() -> None:
    assert followed(FIRST, "Anger", "Noise").hands == (("emotion", ("Anger",)), ("what", "Noise"))
    assert followed(FIRST, "Anger", None).hands == (("emotion", ("Anger",)),)
    assert followed(FIRST, "Fear", "Dogs").hands == ()


def test_an_answer_that_somebody_is_not_safe_is_never_handed_on() -> None:
    urge = pick("urge", "To drink", "To hurt myself", max=2)
    first = say("People first.", if_("urge", Op.HAS, "To hurt myself"), person_first=True)
    surf = NextExercise(to="d-urgesurf", why="It passes.", hands=(("urge", "urge"),))
    one = exercise(urge, first, say("End."), next=(surf,))
    assert followed(one, ["To drink"], "x").hands == (("urge", ("To drink",)),)
    assert followed(one, ["To drink", "To hurt myself"], "x", "y").hands == (("urge", ("To drink",)),)
    assert followed(one, ["To hurt myself"], "x", "y").hands == ()


def test_after_a_hard_end_nothing_follows() -> None:
    run = Run.begin(exercise(say("Look."), next=(ANY,)), measure=DISTRESS).answer(7).advance().advance()
    assert isinstance(quiet := run.answer(6).advance().screen, FinishScreen)
    assert isinstance(hard := run.answer(8).advance().screen, FinishScreen)
    assert (quiet.next, hard.next) == (ANY, None)


SECOND = exercise(
    pick("emotion", "Fear", "Anger", "Shame"), ask("what", "What set {{emotion}} off?"), say("End.")
)


def test_a_question_that_was_answered_before_is_passed_over() -> None:
    run = Run.begin(SECOND).take_over([("emotion", ("Fear",))])
    assert run.screen.text == "What set fear off?"
    assert run.told == ("Fear",)
    assert run.position.steps == 3
    assert run.advance().answers == {"emotion": ["Fear"]}


def test_all_of_it_may_be_answered_anew() -> None:
    run = Run.begin(SECOND).take_over([("emotion", ("Fear",)), ("what", "Dogs")])
    assert run.screen.text == "End."
    anew = run.answer_anew()
    assert isinstance(screen := anew.screen, PickScreen)
    assert (screen.saved, anew.told) == (("Fear",), ())
    assert anew.answer("Anger").advance().screen.text == "What set anger off?"


def test_what_cannot_be_an_answer_is_asked() -> None:
    run = Run.begin(SECOND).take_over([("emotion", ("Envy",)), ("unknown", "x"), ("", "y")])
    assert isinstance(screen := run.screen, PickScreen)
    assert (screen.saved, run.told) == ((), ())
    assert Run.begin(exercise(rate("emotion"))).take_over([("emotion", ("Fear",))]).advance().answers == {}


def test_a_handed_answer_leads_as_one_given_here_does() -> None:
    one = exercise(FEELING, say("Stay.", if_("emotion", Op.EQ, "Fear")), say("End."))
    assert Run.begin(one).take_over([("emotion", ("Fear",))]).screen.text == "Stay."
    assert Run.begin(one).take_over([("emotion", ("Shame",))]).screen.text == "End."


def test_a_question_that_is_not_met_is_not_told_as_passed_over() -> None:
    one = exercise(FEELING, ask("what", "What?", if_("emotion", Op.EQ, "Fear")), say("End."))
    run = Run.begin(one).take_over([("what", "Dogs")])
    assert run.told == ()
    assert run.answer("Fear").advance().screen.text == "End."


def test_a_pass_that_was_handed_answers_resumes_as_it_was() -> None:
    run = Run.begin(SECOND).take_over([("emotion", ("Fear",))]).answer("Dogs")
    assert Run.from_json(SECOND, run.to_json()) == run


@pytest.mark.parametrize(
    ("step", "value", "expected"),
    [
        (ask("a", input=Input.TEXT), ("Fear", "Anger"), "Fear and Anger"),
        (ask("a"), ("Fear", "Anger"), "Fear\nAnger"),
        (ask("a"), ({"what": "cup", "sure": 3}, {"sure": 4}), "cup"),
        (ask("a", input=Input.MINUTES), 20, 20),
        (ask("a", input=Input.MINUTES), "soon", None),
        (pick("a", "Fear", "Anger", max=2), "Fear\nAnger", ("Fear", "Anger")),
        (pick("a", "Fear", "Anger"), ("Fear", "Anger"), None),
        (pick("a", "Fear", other=True), ("Envy",), ("Envy",)),
        (rate("a"), 7, 7),
        (rate("a"), 70, None),
        (rate("a"), "7", None),
        (rate("a", scale=Scale.PERCENT), 70, 70),
        (rows("a"), ("Fear", "Anger"), ({"thing": "Fear"}, {"thing": "Anger"})),
        (rows("a"), ({"thing": "cup", "more": "x"},), ({"thing": "cup"},)),
        (rows("a"), 3, None),
        (ask("a"), None, None),
    ],
)  # fmt: skip
def test_choices_lines_and_rows_stand_for_each_other(
    step: Step, value: Answer, expected: Answer | None
) -> None:
    assert taken(step, value, getattr(step, "options", ())) == expected


ROWS = st.lists(st.dictionaries(st.sampled_from(["thing", "sure"]), st.none() | st.text() | st.integers()))
ANSWERS = (
    st.none() | st.text() | st.integers() | st.floats() | st.lists(st.text()).map(tuple) | ROWS.map(tuple)
)
STEPS: tuple[Step, ...] = (
    *(ask("a", input=kind) for kind in Input),
    pick("a", "Fear", "Anger", max=2),
    pick("a", "Fear", other=True),
    rate("a"),
    rows("a", Column(name="thing"), Column(name="sure", type=ColumnType.RATE)),
)


@given(step=st.sampled_from(STEPS), value=ANSWERS)
def test_whatever_is_handed_on_a_pass_begins_and_resumes(step: Step, value: Answer | None) -> None:
    one = exercise(step, say("End."))
    run = Run.begin(one).take_over([] if value is None else [("a", value)])
    assert run.screen.text
    assert len(run.told) == (run.screen.text == "End.")
    assert Run.begin(one).take_over([]).told == ()


@given(value=st.lists(st.sampled_from(["Fear", "Anger", "Envy", ""]), max_size=3).map(tuple))
def test_an_answer_of_the_same_question_is_taken_as_it_was_given(value: tuple[str, ...]) -> None:
    one = exercise(
        pick("a", "Fear", "Anger", "Envy", max=3), next=(NextExercise(to="x", why="y", hands=(("a", "a"),)),)
    )
    path = ended(one, list(value)).path
    (following,) = one.next
    handed = dict(handed_on(following, path.scope))
    assert handed.get("a") == path.scope.known["a"].answer
    assert Run.begin(one).take_over(handed.items()).answers == ended(one, list(value)).answers
