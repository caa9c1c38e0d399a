"""Harder weeks are asked about at fixed marks, never between them, and in words that conclude nothing."""

from __future__ import annotations

from datetime import date

import numpy as np

from rewire_app.charts.notes import Daily, Notes
from rewire_app.reports.on_track import harder_weeks

FIRST = date(2026, 6, 1).toordinal()
MARK = FIRST + 111
"""The last day of the fourth stretch of 28 days."""


def notes(days: int = 200, rise_from: int = 84, rise: float = 4.0) -> Notes:
    rng = np.random.default_rng(3)
    values = np.clip(np.round(3 + rng.normal(size=days)), 0, 10)
    values[rise_from:] = np.minimum(10, values[rise_from:] + rise)
    evenings = Daily(days=np.arange(FIRST, FIRST + days), values=values)
    return Notes(first=FIRST, last=FIRST + days - 1, measured={"reactivity": evenings})


def test_a_rise_is_asked_about_from_the_day_after_its_mark_on() -> None:
    assert harder_weeks(notes(), MARK) is None  # the last evening may not be noted yet
    found = harder_weeks(notes(), MARK + 1)
    assert found is not None
    assert (found.first, found.mark) == (FIRST + 84, MARK)
    assert harder_weeks(notes(), MARK + 28) == found  # what was noted since changes nothing


def test_the_words_say_what_was_noted_and_ask() -> None:
    found = harder_weeks(notes(), MARK + 1)
    assert found is not None
    assert found.sentence.startswith("From 24 August to 20 September 2026 you rated your evenings 7")
    assert "your notes cannot tell which" in found.sentence
    assert found.question.endswith("?")


def test_nothing_is_said_without_a_rise_with_too_few_evenings_or_none() -> None:
    assert harder_weeks(notes(rise=0), MARK + 1) is None
    assert harder_weeks(notes(), FIRST + 60) is None
    assert harder_weeks(Notes(), MARK) is None
    gaps = notes()
    gaps.measured["reactivity"].values[84:] = np.nan
    assert harder_weeks(gaps, MARK + 1) is None


def test_a_clock_set_back_to_before_the_notes_says_nothing() -> None:
    assert harder_weeks(notes(), FIRST - 30) is None


def test_days_off_before_the_first_evening_do_not_move_the_marks() -> None:
    late = notes()
    practice = Daily(days=np.array([FIRST - 9]), values=np.array([60.0]))
    earlier = Notes(first=FIRST - 9, last=late.last, measured=late.measured, practice=practice)
    assert harder_weeks(earlier, MARK + 1) == harder_weeks(late, MARK + 1)
