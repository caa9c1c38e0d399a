"""When something is asked about again: fixed at first, then as the published FSRS reckons it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewire_app.domain.journal.dropped import CameBack
from rewire_app.insight.recall_days import ENOUGH, LONGEST, SHORTEST, next_try

LEARNED = date(2026, 3, 1)
GRADES = {"c": CameBack.CAME, "p": CameBack.PARTLY, "n": CameBack.NOT}


def answered(*tries: tuple[str, int]) -> dict[date, CameBack]:
    """Answers by the days after learning."""
    return {LEARNED + timedelta(days=after): GRADES[grade] for grade, after in tries}


@pytest.mark.parametrize(
    ("tries", "after"),
    [
        ((), 2),
        ((("c", 2),), 7),
        ((("p", 2), ("c", 7)), 21),
        ((("c", 5),), 10),  # answered three days late, asked three days later
        ((("n", 2),), 4),
        ((("c", 2), ("n", 7)), 9),
        ((("c", 0),), 2),  # what was said on the day of learning is no try
    ],
)
def test_until_there_is_enough_the_pauses_are_fixed(tries, after):
    assert next_try(LEARNED, answered(*tries)) == LEARNED + timedelta(days=after)


def test_from_three_answers_on_the_pause_follows_what_came_back():
    """Taken from py-fsrs 6.3.2 itself by hand: its own parameters, 90%, no steps, no chance."""
    days = (2, 7, 21)
    pauses = {
        grade: (
            next_try(LEARNED, answered(("c", 2), ("c", 7), (grade, 21))) - LEARNED - timedelta(days=21)
        ).days
        for grade in GRADES
    }
    assert len(days) == ENOUGH
    assert pauses["n"] < pauses["p"] < pauses["c"]
    assert pauses["c"] == 75


@given(st.lists(st.tuples(st.sampled_from(sorted(GRADES)), st.integers(1, 400)), max_size=12))
def test_no_pause_is_shorter_or_longer_than_said_and_the_same_comes_out_twice(tries):
    answers = answered(*tries)
    found = next_try(LEARNED, answers)
    last = max(answers, default=LEARNED)
    assert SHORTEST <= (found - last).days <= LONGEST
    assert found == next_try(LEARNED, answers)
