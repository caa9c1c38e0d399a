"""What may be drawn by lot is chosen from lists that hold nothing else; own words ask for a promise."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rewire_app.content.library import Library
from rewire_app.domain.exercise.exercise import Gate
from rewire_app.domain.experiment.choice import (
    NotDrawn,
    Pair,
    confirmation,
    own_words,
    two_exercises,
    two_numbers,
    two_times,
    why_not,
)
from rewire_app.errors import BadInputError


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


@pytest.mark.parametrize(
    ("exercise", "why"),
    [
        ("d-crisisplan", NotDrawn.CRISIS),
        ("d-tipp", NotDrawn.CRISIS),
        ("d-stop", NotDrawn.CRISIS),
        ("d-urgesurf", NotDrawn.CRISIS),
        ("d-selfsoothe", NotDrawn.CRISIS),
        ("a-anchor", NotDrawn.CRISIS),
        ("b-54321", NotDrawn.CRISIS),
        ("c-ladder", NotDrawn.GATE),
        ("c-exposure", NotDrawn.GATE),
        ("s-stimulus", NotDrawn.GATE),
        ("b-box", NotDrawn.RISK),
        ("c-experiment", NotDrawn.RISK),
        ("a-willing", NotDrawn.RISK),
        ("b-paced", None),
        ("a-thoughtthat", None),
        ("s-winddown", None),
        ("e-please", None),
    ],
)
def test_an_exercise_is_drawn_by_lot_or_not(library, exercise, why):
    assert why_not(library.exercise(exercise)) is why


def test_nothing_behind_a_question_or_for_a_crisis_is_on_the_list(library):
    offered = [one for one in library.exercises() if why_not(one) is None]
    assert len(offered) >= 20
    assert not {one.gate for one in offered} & {Gate.CONFIRM, Gate.HELP_FIRST}
    assert "distress tolerance" not in {one.module for one in offered}
    assert not {"cold", "exertion", "hold", "exposure", "sleep"} & {
        tag for one in offered for tag in one.risk_tags
    }


def test_an_exercise_of_ones_own_is_not_on_the_list(library):
    assert why_not(replace(library.exercise("b-paced"), id="own-1")) is NotDrawn.OWN


REFUSED = {
    "a crisis exercise": (
        "option_a",
        lambda lib: two_exercises(lib.exercise("d-tipp"), lib.exercise("b-paced")),
    ),
    "a gate": ("option_b", lambda lib: two_exercises(lib.exercise("b-paced"), lib.exercise("c-exposure"))),
    "one exercise": ("option_b", lambda lib: two_exercises(lib.exercise("b-sigh"), lib.exercise("b-sigh"))),
    "no such time": ("option_b", lambda _lib: two_times("morning", "never")),
    "one time": ("option_b", lambda _lib: two_times("evening", "evening")),
    "no practice": ("option_a", lambda _lib: two_numbers(0, 5)),
    "one day": ("option_b", lambda _lib: two_numbers(3, 1)),
    "eight days": ("option_b", lambda _lib: two_numbers(3, 8)),
    "one number": ("option_b", lambda _lib: two_numbers(4, 4)),
    "no words": ("option_a", lambda _lib: own_words("", "walk first", confirmed=True)),
    "blanks": ("option_b", lambda _lib: own_words("walk first", "  ", confirmed=True)),
    "the same words": ("option_b", lambda _lib: own_words("walk first", "Walk first ", confirmed=True)),
    "many words": ("option_a", lambda _lib: own_words("x" * 121, "sit first", confirmed=True)),
    "no tick": ("confirmed", lambda _lib: own_words("walk first", "sit first", confirmed=False)),
}


@pytest.mark.parametrize(("field", "make"), REFUSED.values(), ids=REFUSED)
def test_what_must_not_be_compared_is_refused_at_its_field(library, field, make):
    with pytest.raises(BadInputError) as refused:
        make(library)
    assert refused.value.field == field


def test_what_may_be_compared_reads_after_this_week(library):
    assert two_times("morning", "evening") == Pair(a="practise in the morning", b="practise in the evening")
    assert two_numbers(3, 6) == Pair(a="practise on 3 days", b="practise on 6 days")
    pair = two_exercises(library.exercise("b-paced"), library.exercise("a-thoughtthat"))
    assert pair == Pair(a="Paced breathing", b="Having the thought")
    assert own_words(" walk first", "sit first ", confirmed=True) == Pair(a="walk first", b="sit first")


def test_the_sentence_to_confirm_names_what_is_never_compared():
    for word in ("medicine", "eating", "sleeping", "dangerous", "crisis", "without help"):
        assert word in confirmation()
