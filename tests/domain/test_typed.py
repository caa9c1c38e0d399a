"""Days are read as people write them, and what is no day is refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewire_app import i18n
from rewire_app.domain.day_words import day_words
from rewire_app.domain.typed import read_day, read_time, time_is_whole
from rewire_app.i18n import Region

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
        ("29 feb", date(2024, 2, 29)),
        ("29/2", date(2024, 2, 29)),
        ("nov 24", date(2026, 11, 24)),
        ("November 24, 2026", date(2026, 11, 24)),
        ("Nov. 24 26", date(2026, 11, 24)),
        ("November 24th", date(2026, 11, 24)),
        ("24th of November", date(2026, 11, 24)),
        ("Tue, 24 Nov 2026", date(2026, 11, 24)),
        ("Tuesday 24 November", date(2026, 11, 24)),
        ("24-11-2026", date(2026, 11, 24)),
        ("24-nov-2026", date(2026, 11, 24)),
        ("11/24/2026", date(2026, 11, 24)),
        ("2026/11/24", date(2026, 11, 24)),
        ("2026. 11. 24.", date(2026, 11, 24)),
        ("3/4/2026", date(2026, 4, 3)),
        ("3.4.78", date(1978, 4, 3)),
        ("２４．１１．２０２６", date(2026, 11, 24)),
        ("\u200e24\u200f/11/2026", date(2026, 11, 24)),
        ("٢٤/١١/٢٠٢٦", date(2026, 11, 24)),
        ("24–11–2026", date(2026, 11, 24)),
        ("24 Nov ’26", date(2026, 11, 24)),
        ("Nov 24, '26", date(2026, 11, 24)),
    ],
)
def test_a_day_is_read_as_it_is_written(text: str, day: date) -> None:
    assert read_day(text, TODAY) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "31 June",
        "29 feb 2025",
        "19",
        "32.1.2026",
        "19 xyz",
        "1 j",
        "24.11.226",
        "13/13",
        "0.1.2026",
    ],
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no day"):
        read_day(text, TODAY)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_comes_back_from_its_own_words(day: date) -> None:
    assert read_day(day_words(day, year=True), TODAY) == day
    assert read_day(day.isoformat(), TODAY) == day


def test_two_numbers_are_read_in_the_order_of_the_region(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "REGION", Region(date_order=("month", "day", "year")))
    assert read_day("3/4/2026", TODAY) == date(2026, 3, 4)
    assert read_day("24/11/2026", TODAY) == date(2026, 11, 24)


def test_where_the_year_comes_first_a_short_one_does_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "REGION", Region(date_order=("year", "month", "day")))
    assert read_day("26/03/04", TODAY) == date(2026, 3, 4)
    assert read_day("26. 3. 4.", TODAY) == date(2026, 3, 4)
    assert read_day("30/03/26", TODAY) == date(1930, 3, 26)
    assert read_day("24/11/2026", TODAY) == date(2026, 11, 24)
    assert read_day("3/4", TODAY) == date(2026, 3, 4)


def test_the_29_february_is_the_last_there_was_even_across_a_century_without_one() -> None:
    assert read_day("29 feb", date(2103, 5, 1)) == date(2096, 2, 29)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("23:10", 1390),
        ("23.10", 1390),
        ("2310", 1390),
        ("7", 420),
        ("11:10 pm", 1390),
        ("11:10PM", 1390),
        ("11.10 p.m.", 1390),
        ("7am", 420),
        ("7 A.M.", 420),
        ("12:30 AM", 30),
        ("12 pm", 720),
        ("1110p", 1390),
        ("22:30 Uhr", 1350),
        ("7h", 420),
        ("7h30", 450),
        ("２３：１０", 1390),
        ("１１：１０", 670),
        ("\u200e23:10\u200f", 1390),
        ("11:10\u202fpm", 1390),
        ("٢٣:١٠", 1390),
        ("24:00", 0),
        ("7 Uhr 30", 450),
        ("22,30", 1350),
        ("11:10 PM.", 1390),
    ],
)
def test_a_time_is_read_on_either_clock_and_in_any_digits(text: str, minutes: int) -> None:
    assert read_time(text) == minutes


@pytest.mark.parametrize(
    "text", ["", "late", "25:00", "7:60", "13 pm", "0 am", "12:30 xm", "7.99", "24:30", "123:10"]
)
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no time"):
        read_time(text)


@given(minutes=st.integers(0, 1439), twelve=st.booleans())
def test_every_time_comes_back_from_its_own_words(minutes: int, twelve: bool) -> None:
    assert read_time(Region(twelve_hours=twelve).clock(*divmod(minutes, 60))) == minutes


def test_a_morning_time_waits_on_a_clock_of_twelve_hours_for_its_half(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert time_is_whole("11:10")
    monkeypatch.setattr(i18n, "REGION", Region(twelve_hours=True))
    assert not time_is_whole("11:10")
    assert time_is_whole("11:10 pm")
    assert time_is_whole("23:10")


@given(st.text())
def test_whatever_is_typed_is_read_or_refused_and_nothing_else(text: str) -> None:
    for read in (read_time, lambda words: read_day(words, TODAY)):
        try:
            read(text)
        except ValueError:
            continue
    time_is_whole(text)
