"""Days are read as people write them, and what is no day is refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewire_app.domain.day_words import day_words, read_day

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-10-19", date(2026, 10, 19)),
        ("19.10.2026", date(2026, 10, 19)),
        ("19/10/26", date(2026, 10, 19)),
        ("19 October 2026", date(2026, 10, 19)),
        (" 19 oct ", date(2026, 10, 19)),
        ("19. Oct. 2024", date(2024, 10, 19)),
        ("24 November", date(2026, 11, 24)),
        ("25 November", date(2025, 11, 25)),
        ("3.12.", date(2025, 12, 3)),
        ("29 feb 2024", date(2024, 2, 29)),
    ],
)
def test_a_day_is_read_as_it_is_written(text: str, day: date) -> None:
    assert read_day(text, TODAY) == day


@pytest.mark.parametrize("text", ["", "soon", "31 June", "29 feb 2025", "19", "32.1.2026", "19 xyz", "1 j"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no day"):
        read_day(text, TODAY)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_comes_back_from_its_own_words(day: date) -> None:
    assert read_day(day_words(day, year=True), TODAY) == day
    assert read_day(day.isoformat(), TODAY) == day
