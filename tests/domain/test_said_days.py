"""Days in words: what people type to go to a day, and which day they mean."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rewire_app.domain.day_words import day_words, weekdays
from rewire_app.domain.said_days import day_said, months_before

TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("today", TUESDAY),
        ("  Yesterday. ", date(2026, 11, 23)),
        ("the day before yesterday", date(2026, 11, 22)),
        ("last Tuesday", date(2026, 11, 17)),
        ("Tuesday", date(2026, 11, 17)),
        ("on monday", date(2026, 11, 23)),
        ("last Wed", date(2026, 11, 18)),
        ("friday last week", date(2026, 11, 20)),
        ("3 weeks ago", date(2026, 11, 3)),
        ("a year ago", date(2025, 11, 24)),
        ("two months ago", date(2026, 9, 24)),
        ("10 days ago", date(2026, 11, 14)),
        ("last week", date(2026, 11, 17)),
        ("last month", date(2026, 10, 24)),
        ("12 Nov", date(2026, 11, 12)),
        ("25 nov", date(2025, 11, 25)),
        ("November 12, 2024", date(2024, 11, 12)),
        ("2026-02-28", date(2026, 2, 28)),
        ("march", date(2026, 3, 1)),
        ("December", date(2025, 12, 1)),
        ("May 2024", date(2024, 5, 1)),
        ("Thursday 12 November", date(2026, 11, 12)),
    ],
)
def test_a_day_is_found_by_the_words_people_use(said: str, meant: date) -> None:
    assert day_said(said, TUESDAY) == meant


@pytest.mark.parametrize(
    "said",
    [
        "",
        " ",
        "sometime",
        "31 June",
        "t",
        "99999 days ago",
        "9999 years ago",
        "3 moons ago",
        "13/13/2026",
        "\0",
    ],
)
def test_what_is_no_day_is_refused(said: str) -> None:
    with pytest.raises(ValueError, match="no day"):
        day_said(said, TUESDAY)


def test_every_day_of_eight_years_is_found_by_its_own_date_and_its_weekday_lies_in_the_last_week() -> None:
    for ago in range(0, 8 * 365, 13):
        day = TUESDAY - timedelta(days=ago)
        assert day_said(day_words(day, year=True), TUESDAY) == day
        found = day_said(weekdays()[day.weekday()], TUESDAY)
        assert found.weekday() == day.weekday()
        assert 1 <= (TUESDAY - found).days <= 7


def test_a_month_before_ends_on_the_last_day_that_month_has() -> None:
    assert months_before(date(2028, 3, 31), 1) == date(2028, 2, 29)
    assert months_before(date(2026, 1, 31), -1) == date(2026, 2, 28)
