"""What eased, as a phrase on a row: from the minimum of the card on, in whole points, never a ranking."""

from __future__ import annotations

import pytest

from rewire_app.insight.eased_words import eased_phrases, mostly_lower

ENOUGH = {"calm": [-2.0] * 4, "walk": [-3.0, -2.0, -2.0, -1.0], "name": [-2.0] * 4}


def test_the_phrase_says_side_size_and_times():
    assert eased_phrases(ENOUGH) == dict.fromkeys(ENOUGH, "For you, mostly 2 lower, 4 times.")


@pytest.mark.parametrize(
    "few",
    [
        {},
        {"calm": [-2.0] * 6, "walk": [-2.0] * 6},
        {"calm": [-2.0] * 4, "walk": [-2.0] * 4, "name": [-2.0] * 3},
        {"calm": [-2.0] * 6, "walk": [-2.0] * 6, "name": [-2.0]},
    ],
)
def test_nothing_is_said_below_the_minimum_of_the_card(few):
    assert eased_phrases(few) == {}
    assert mostly_lower(few) == ()


def test_an_exercise_done_once_has_no_phrase():
    assert "once" not in eased_phrases({**ENOUGH, "once": [-9.0]})


def test_it_says_the_same_or_higher_as_plainly_as_lower():
    found = eased_phrases({"same": [0.0] * 9, "up": [3.0] * 9, "down": [-3.0] * 9})
    assert found == {
        "same": "For you, mostly about the same, 9 times.",
        "up": "For you, mostly 3 higher, 9 times.",
        "down": "For you, mostly 3 lower, 9 times.",
    }


def test_mostly_is_said_of_more_than_half_alone():
    swinging = {**ENOUGH, "swings": [-8.0, -8.0, 3.0, 2.0]}
    assert eased_phrases(swinging)["swings"] == "For you, now one way, now another, 4 times."
    assert "swings" not in [each.exercise for each in mostly_lower(swinging)]


def test_two_lucky_sessions_are_told_near_the_rest():
    """Their own mean is 4 lower; drawn to the rest, whose means are 1 lower, they are told as 2 lower."""
    noisy = {"lucky": [-6.0, -2.0], "b": [0.0, -4.0, 2.0, -2.0, -1.0], "c": [-3.0, 1.0, -1.0, 1.0, -3.0]}
    assert eased_phrases(noisy)["lucky"] == "For you, mostly 2 lower, 2 times."
