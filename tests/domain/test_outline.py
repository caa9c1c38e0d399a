"""What one does in an exercise, told before it begins: every bundled one, and how the lines are chosen."""

from __future__ import annotations

import pytest

from rewire_app.content.breath_patterns import pattern_exercise
from rewire_app.content.exercises import parse_exercise
from rewire_app.content.library import Library
from rewire_app.content.words import TextPlace, forbidden_words
from rewire_app.domain.custom import BreathPattern
from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.domain.exercise.outline import MOST, lengths, outline

LIBRARY = Library()


def with_steps(steps: str) -> Exercise:
    """A bundled exercise with other steps."""
    text = LIBRARY.root.joinpath("exercises", "a-smart.toml").read_text("utf-8")
    head = text.partition("[[steps]]")[0].partition("[[keeps]]")[0]
    return parse_exercise(head + steps, "a-smart.toml")


@pytest.mark.parametrize("exercise", LIBRARY.exercises(), ids=lambda one: one.id)
def test_every_exercise_is_told_in_a_few_whole_sentences(exercise: Exercise) -> None:
    told = outline(exercise)
    assert 2 <= len(told.steps) <= MOST
    assert len(set(told.steps)) == len(told.steps)
    for line in told.steps:
        assert line[-1] in ".?”…", line
        assert "{{" not in line
        assert "[" not in line
        assert len(line) <= 120
        assert not forbidden_words(line, TextPlace.EXERCISE)


def test_what_is_kept_for_some_answers_or_leads_elsewhere_is_left_out() -> None:
    told = outline(LIBRARY.exercise("e-opposite")).steps
    assert told[0] == "Which feeling is it?"
    assert "Does the feeling fit what happened, and would it help to act on it?" in told
    assert told[-1] == "Make a plan for real life: when, and what then."
    assert not [
        line for line in told if "Anger wants" in line or "If you cannot tell" in line or "love says" in line
    ]


def test_the_usual_way_is_that_of_the_first_answers() -> None:
    scan = outline(LIBRARY.exercise("b-bodyscan")).steps
    assert "Sit or lie down comfortably, and notice what is holding you up." in scan
    assert not [line for line in scan if "the light, the sounds" in line]


def test_what_does_not_fit_is_counted() -> None:
    asked = "".join(
        f'[[steps]]\nkind = "ask"\nsave = "q{n}"\ninput = "text"\ntext = "Question {n}?"\n' for n in range(11)
    )
    told = outline(with_steps(asked))
    assert told.steps == tuple(f"Question {n}?" for n in range(MOST))
    assert told.more == 11 - MOST


def test_sentences_with_answers_in_them_are_not_told() -> None:
    told = outline(
        with_steps(
            '[[steps]]\nkind = "ask"\nsave = "what"\ninput = "text"\ntext = "What is it?"\n'
            '[[steps]]\nkind = "ask"\nsave = "how"\ninput = "text"\ntext = "You said {{what}}. How is it?"\n'
        )
    )
    assert told.steps == ("What is it?", "How is it?")


def test_lengths_are_there_where_the_breath_is_as_long_as_one_says() -> None:
    assert [one.minutes for one in lengths(LIBRARY.exercise("b-paced"))] == [1, 2, 4, 5, 10]
    assert lengths(LIBRARY.exercise("a-anchor")) == ()


def test_a_pattern_of_ones_own_is_told_too() -> None:
    pattern = BreathPattern(uid="0" * 32, name="Mine", inhale=4, hold=0, exhale=6, hold_out=0, minutes=5)
    told = outline(pattern_exercise(pattern)).steps
    assert told[1] == "Breathe along, small and easy."
