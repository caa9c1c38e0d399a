"""The clock of a moment counts what passed, whatever happens to the clock of the computer."""

from __future__ import annotations

import pytest

from rewire_app.domain.days import Instant
from rewire_app.domain.journal.moment_clock import MOST_MIN, MomentClock

BEGAN = Instant(utc_ms=1_795_545_720_000, offset_min=60)  # 24 November 2026, 19:42 on the wall


@pytest.mark.parametrize(
    ("seconds", "minutes", "settled", "runs"),
    [
        (0, 0, 1, True),
        (29, 0, 1, True),
        (380, 6, 6, True),
        (390, 6, 6, True),
        (450, 7, 8, True),
        (-3_600, 0, 1, True),
        (MOST_MIN * 60 + 59, MOST_MIN, MOST_MIN + 1, True),
        (MOST_MIN * 60 + 60, MOST_MIN + 1, MOST_MIN + 1, False),
    ],
)
def test_minutes_are_whole_and_never_less_than_none(
    seconds: int, minutes: int, settled: int, runs: bool
) -> None:
    now = Instant(utc_ms=BEGAN.utc_ms + seconds * 1_000, offset_min=120)
    clock = MomentClock(uid="a", began=BEGAN)
    assert (clock.minutes(now), clock.settled_after(now), clock.runs(now)) == (minutes, settled, runs)


def test_it_is_told_with_seconds_for_the_eye_and_without_for_the_ear() -> None:
    clock, now = MomentClock(uid="a", began=BEGAN), Instant(utc_ms=BEGAN.utc_ms + 380_000, offset_min=60)
    assert clock.long_words(now) == "6 min 20 s since it started at 19:42"
    assert clock.long_words(now, exact=False) == "6 min since it started at 19:42"
    assert (clock.words(now), clock.since_words()) == ("Settling, 6 min", "since 19:42")
