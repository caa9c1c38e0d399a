"""What a person works on leads to exercises, needs and an article that are there and are safe to offer."""

from __future__ import annotations

import pytest

from rewire_app.content.library import Library
from rewire_app.domain.exercise.aims import Need
from rewire_app.domain.exercise.exercise import Gate
from rewire_app.domain.goals import (
    GENTLE,
    GOALS,
    SAFE_TAGS,
    Goal,
    because,
    first_exercises,
    goal_names,
    needs_of,
    read_goals,
)
from rewire_app.paths import resources

LIBRARY = Library()


@pytest.mark.parametrize("goal", GOALS, ids=lambda goal: goal.key)
def test_every_goal_has_words_a_drawing_an_article_and_needs_of_the_catalogue(goal: Goal) -> None:
    assert goal.key in dict(goal_names())
    assert (resources() / "glyphs" / f"{goal.key}.svg").is_file()
    assert LIBRARY.article(goal.article)
    assert goal.needs <= set(Need)


@pytest.mark.parametrize("names", [*(goal.exercises for goal in GOALS), GENTLE])
def test_what_is_offered_unasked_is_short_and_asks_for_no_confirmation(names: tuple[str, ...]) -> None:
    assert len(set(names)) == len(names) >= 5
    for exercise in map(LIBRARY.exercise, names):
        assert exercise.gate in (Gate.NONE, Gate.NOTICE), exercise.id
        assert set(exercise.risk_tags) <= SAFE_TAGS, exercise.id
        assert exercise.minutes[0] <= 5, exercise.id


def test_what_earlier_versions_kept_is_read_and_unknown_words_are_left_out() -> None:
    assert [goal.key for goal in read_goals("sleep anger")] == ["anger", "sleep"]
    assert [goal.key for goal in read_goals("body juggling")] == ["body"]
    assert read_goals("") == read_goals(None) == ()


def test_two_goals_take_turns_from_the_first_exercise_on() -> None:
    anger, sleep = read_goals("anger sleep")
    both = first_exercises((anger, sleep))
    assert both[:3] == (anger.exercises[0], sleep.exercises[0], sleep.exercises[1])
    assert set(both) == {*anger.exercises, *sleep.exercises}
    assert needs_of((anger, sleep)) == {"calm", "action", "sleep"}


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        ("", ""),
        ("sleep", "Offered because you chose sleep."),
        ("sleep quiet", "Offered because you chose going quiet and sleep."),
        ("anger worry body", "Offered because you chose anger, worry and stress in the body."),
    ],
)
def test_why_something_is_offered_is_said_in_one_sentence(chosen: str, words: str) -> None:
    assert because(read_goals(chosen)) == words
