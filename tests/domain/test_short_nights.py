"""Three nights running under four hours: the last three, all noted, and not one minute more."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rewire_app.domain.journal.short_nights import short_nights

TODAY = date(2026, 11, 24)


def nights(*asleep: int | None, last: int = 0) -> dict[date, int]:
    """Minutes asleep of the nights up to the day `last` days before today, newest first; None: not noted."""
    return {
        TODAY - timedelta(days=last + back): minutes
        for back, minutes in enumerate(asleep)
        if minutes is not None
    }


@pytest.mark.parametrize(
    ("asleep", "asked"),
    [
        (nights(239, 239, 239), True),
        (nights(240, 100, 100), False),
        (nights(200, 200, 480), False),
        (nights(200, None, 200, 200), False),
        (nights(200, 200), False),
        (nights(230, 230, 230, last=1), True),  # this night is not noted yet
        (nights(230, 230, 230, last=2), False),
        (nights(480, 230, 230, 230), False),  # the last night was longer
        ({}, False),
    ],
)
def test_it_is_asked_after_three_short_nights_running(asleep: dict[date, int], asked: bool) -> None:
    assert short_nights(asleep, TODAY) is asked
