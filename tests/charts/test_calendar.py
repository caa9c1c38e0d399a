"""The calendar draws minutes as four sizes and counts days, never streaks."""

from __future__ import annotations

from rewire_app.charts.calendar import calendar, size_words
from rewire_app.charts.columns import Range, columns
from rewire_app.charts.notes import noted_marks
from tests.charts.conftest import TODAY, day, notes_of

START = day("2026-08-24")


def quarter(notes):
    return calendar(notes, columns(Range.QUARTER, notes.first, TODAY))


def test_the_title_counts_days_of_days():
    notes = notes_of(START, TODAY, practice=[(START + 2 * n, 300) for n in range(41)])
    assert quarter(notes).title == "Practised on 41 of 93 days"


def test_minutes_have_four_sizes():
    seconds = (60, 4 * 60, 4 * 60 + 29, 5 * 60, 14 * 60, 15 * 60, 7200)
    notes = notes_of(START, TODAY, practice=[(START + n, value) for n, value in enumerate(seconds)])
    picture = quarter(notes)
    assert picture.sizes[:8] == (1, 1, 1, 2, 2, 3, 3, 0)
    assert picture.minutes[:8] == (1, 4, 4, 5, 14, 15, 120, 0)
    assert size_words() == ("0", "1 to 4", "5 to 14", "15 or more")


def test_monday_is_the_first_row_and_months_stand_over_their_first_week():
    picture = quarter(notes_of(START, TODAY, practice=[(START, 60)]))
    assert picture.place(0) == (0, 0)
    assert picture.place(92) == (13, 1)
    assert [(label.x, label.text) for label in picture.months] == [(1.0, "Sep"), (5.0, "Oct"), (9.0, "Nov")]


def test_days_outside_use_are_not_drawn_and_pauses_do_not_count():
    notes = notes_of(TODAY - 9, TODAY, practice=[(TODAY - 9, 60)], pauses=((TODAY - 4, None),))
    picture = quarter(notes)
    assert picture.minutes[:83] == (-1,) * 83
    assert picture.title == "Practised on 1 of 5 days, 5 paused"
    assert picture.words(0) == "Monday 24 August 2026: not in use"
    assert picture.words(83) == "Sunday 15 November 2026: 1 minute"
    assert picture.words(84) == "Monday 16 November 2026: no practice"
    assert len(picture.table().rows) == 10


def test_before_the_first_note_there_are_no_days():
    assert quarter(notes_of()).title == "No days to show yet"


def test_a_marked_day_is_told_with_its_marks():
    marks = noted_marks([("m1", START + 3, START + 4, "travel", "At the sea")], [(START + 4,)])
    picture = quarter(notes_of(START, TODAY, practice=[(START + 3, 300)], marks=marks))
    assert picture.words(3) == "Thursday 27 August 2026: 5 minutes. Marked: At the sea."
    assert picture.words(4).endswith("no practice. Marked: At the sea, Medicine changed.")
    assert set(picture.marked) == {3, 4}
