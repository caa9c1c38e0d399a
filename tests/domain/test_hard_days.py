"""When Today may ask whether talking to someone would help."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewire_app.domain.journal.hard_days import Evening, may_ask, several_hard_days

TODAY = date(2026, 11, 24)
HIGH: Evening = (9, None, None)
TENSE: Evening = (3, 10, 5)
LOW: Evening = (None, None, 1)
PLAIN: Evening = (8, 8, 2)
NOTHING: Evening = (None, None, None)


@pytest.mark.parametrize(
    ("evenings", "hard"),
    [
        ([], False),
        ([NOTHING] * 7, False),
        ([PLAIN] * 7, False),
        ([HIGH] * 4 + [PLAIN] * 3, False),
        ([HIGH] * 5 + [PLAIN] * 2, True),
        ([HIGH] * 5, True),
        ([HIGH] * 3 + [TENSE] * 2 + [PLAIN] * 2, True),
        ([LOW] * 4 + [PLAIN] * 3, False),
        ([LOW] * 5 + [NOTHING] * 2, True),
        ([HIGH] * 4 + [LOW] * 3, False),
        ([(9, 9, 0)] * 4, False),
        ([(0, 0, 0)] * 5, True),
    ],
)
def test_five_hard_days_of_seven(evenings: list[Evening], hard: bool) -> None:
    assert several_hard_days(evenings) is hard


@given(st.lists(st.tuples(*[st.none() | st.integers(2, 8)] * 3), max_size=7))
def test_no_middling_week_is_called_hard(evenings: list[Evening]) -> None:
    assert not several_hard_days(evenings)


@pytest.mark.parametrize(
    ("put_away", "asked"),
    [
        (None, True),
        (date(2026, 11, 24), False),
        (date(2026, 11, 18), False),
        (date(2026, 11, 17), True),
        (date(2026, 11, 25), True),
    ],
)
def test_the_question_comes_at_most_once_a_week(put_away: date | None, asked: bool) -> None:
    assert may_ask(put_away, TODAY) is asked
