"""What may be said about two ratings, and when an exercise closes gently."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rewire_app.domain.exercise.exercise import Scale
from rewire_app.domain.exercise.measure import (
    Better,
    aftercare,
    change_sentence,
    gentle_end,
    rating_text,
    worse_three_times,
)
from tests.domain.small_exercises import DISTRESS

MOOD = replace(DISTRESS, better=Better.HIGHER)
BELIEVED = replace(DISTRESS, scale=Scale.PERCENT)
BELIEF = replace(DISTRESS, scale=Scale.PERCENT, better=Better.NONE)


def test_ratings_have_a_unit_and_an_end_point() -> None:
    assert rating_text(6) == "6 of 10"
    assert rating_text(70, Scale.PERCENT) == "70%"


@pytest.mark.parametrize(
    ("before", "after", "start"),
    [
        (7, 4, "3 points lower than before."),
        (7, 6, "1 point lower than before."),
        (4, 4, "The same as before."),
        (4, 6, "2 points higher than before."),
    ],
)
def test_the_change_is_named_in_points(before: int, after: int, start: str) -> None:
    assert change_sentence(DISTRESS, before, after).startswith(start)


def test_nothing_is_said_about_a_rating_that_was_left_out() -> None:
    assert change_sentence(DISTRESS, None, 4) == ""
    assert change_sentence(DISTRESS, 4, None) == ""


@pytest.mark.parametrize(
    ("measure", "before", "after", "gentle"),
    [
        (DISTRESS, 6, 8, True),
        (DISTRESS, 7, 8, False),
        (DISTRESS, 5, 7, False),
        (DISTRESS, None, 10, False),
        (MOOD, 5, 2, False),
        (MOOD, 2, 8, False),
        (BELIEVED, 60, 80, False),
        (BELIEF, 10, 100, False),
    ],
)
def test_an_exercise_closes_gently_when_it_ends_hard_and_two_worse(
    measure, before: int | None, after: int, gentle: bool
) -> None:
    assert gentle_end(measure, before, after) is gentle


def test_a_hard_end_asks_for_aftercare_however_it_began() -> None:
    assert aftercare(DISTRESS, 8)
    assert not aftercare(DISTRESS, 7)
    assert not aftercare(DISTRESS, None)
    assert not aftercare(MOOD, 2)


@pytest.mark.parametrize(
    ("ratings", "worse"),
    [
        ([(3, 4), (3, 4), (3, 4)], True),
        ([(3, 4), (3, 3), (3, 4)], False),
        ([(3, 4), (3, 4)], False),
        ([(9, 1), (3, 4), (5, 6), (3, 9)], True),
        ([(3, 4), (None, 9), (3, 4), (3, None), (3, 4)], True),
    ],
)
def test_three_passes_running_that_end_worse_are_noticed(
    ratings: list[tuple[int | None, int | None]], worse: bool
) -> None:
    assert worse_three_times(DISTRESS, ratings) is worse
    mirrored = [(None if b is None else 10 - b, None if a is None else 10 - a) for b, a in ratings]
    assert worse_three_times(MOOD, mirrored) is worse


def test_in_percent_a_point_of_ten_is_ten() -> None:
    assert not worse_three_times(BELIEVED, [(30, 39)] * 3)
    assert worse_three_times(BELIEVED, [(30, 40)] * 3)
