"""Day by day: each column holds a day and what came after it; chosen days are set beside the others."""

from __future__ import annotations

import numpy as np
import pytest

from rewire_app.charts.columns import Range, columns
from rewire_app.charts.nights_strip import MOST_DAYS, DayChoice, following
from rewire_app.charts.notes import Notes, noted_marks
from tests.charts.conftest import TODAY, notes_of, years_of_notes


def strip_of(notes, chosen=Range.ALL, page=-1):
    made = following(notes, columns(chosen, notes.first, TODAY))
    return made.page(made.pages - 1 if page == -1 else page)


def plain(days=40):
    """Every other day practised, followed by an hour more of sleep and a rating two points lower."""
    back = range(days, 0, -1)
    return notes_of(
        TODAY - days,
        TODAY,
        practice=[(TODAY - n, 600) for n in back if n % 2],
        sleep=[(TODAY - n + 1, 480 if n % 2 else 420) for n in back],
        reactivity=[(TODAY - n + 1, 4 if n % 2 else 6) for n in back],
    )


def test_a_column_is_a_day_its_night_and_the_day_after():
    notes = notes_of(
        TODAY - 3, TODAY, practice=[(TODAY - 2, 600)], sleep=[(TODAY - 1, 450)], reactivity=[(TODAY - 1, 7)]
    )
    strip = strip_of(notes)
    number = strip.days.index(TODAY - 2)
    assert [panel.values[number] for panel in strip.panels] == [10.0, 7.5, 7.0]
    assert strip.words[number] == (
        "Sunday 22 November 2026: practice 10 min, that night 7 h 30 min asleep, next day reactivity 7 of 10."
    )


def test_today_has_no_day_after_it_yet():
    assert strip_of(plain()).days[-1] == TODAY - 1


def test_missing_is_not_zero():
    strip = strip_of(notes_of(TODAY - 9, TODAY, practice=[(TODAY - 5, 300)]))
    practice, night, after = strip.panels
    assert set(practice.values) == {0.0, 5.0}
    assert set(night.values) == set(after.values) == {None}
    assert "That night: not noted." in strip.summary


def test_chosen_days_are_set_beside_the_others_by_medians_and_counts():
    strip = strip_of(plain())
    chosen = strip.chosen_by(DayChoice.PRACTISED)
    assert strip.common(chosen, DayChoice.PRACTISED) == (
        "20 days chosen, 20 others. "
        "Practice (chosen by this): typically 10 min (20 days), others 0 min (20 days). "
        "That night: typically 8 h 0 min (20 days), others 7 h 0 min (20 days). "
        "Next day: typically 4 of 10 (20 days), others 6 of 10 (20 days). "
        "What went together here can have other reasons."
    )
    assert "chosen by this" not in strip.common(chosen)


@pytest.mark.parametrize(("chosen", "said"), [(5, True), (4, False), (35, True), (36, False), (40, False)])
def test_nothing_is_said_below_five_days_on_either_side(chosen, said):
    words = strip_of(plain()).common(range(chosen))
    assert ("typically" in words) is said
    assert ("At least 5 chosen and 5 other days are needed" in words) is not said


def test_a_panel_noted_too_rarely_says_so_alone():
    notes = plain()
    nights = [
        (int(day), float(value)) for day, value in zip(notes.sleep.days[:6], notes.sleep.values, strict=False)
    ]
    rare = notes_of(
        practice=[(int(day), 600) for day in notes.practice.days],
        sleep=nights,
        reactivity=list(zip(notes.reactivity.days.tolist(), notes.reactivity.values.tolist(), strict=True)),
    )
    words = strip_of(rare).common(range(10))
    assert "That night: noted on too few days to say." in words
    assert "Next day: typically" in words


def test_one_chosen_day_is_told_and_none_explains_the_columns():
    strip = strip_of(plain())
    assert strip.common({3}) == strip.words[3]
    assert strip.common(()) == strip.based_on


def test_choices_take_days_above_or_below_the_median():
    strip = strip_of(plain())
    night, after = strip.panels[1].values, strip.panels[2].values
    assert strip.chosen_by(DayChoice.LONGER) == tuple(n for n, v in enumerate(night) if v > np.median(night))
    assert strip.chosen_by(DayChoice.CALMER) == tuple(n for n, v in enumerate(after) if v < np.median(after))
    assert strip_of(Notes()).chosen_by(DayChoice.LONGER) == ()


def test_long_ranges_have_pages_that_join_without_gap_or_overlap():
    notes = years_of_notes(1000)
    made = following(notes, columns(Range.ALL, notes.first, TODAY))
    days = [day for number in range(made.pages) for day in made.page(number).days]
    assert days == list(range(TODAY - 999, TODAY))
    assert all(len(made.page(number).days) <= MOST_DAYS for number in range(made.pages))
    assert "92 of the 999 days of the range are shown." in made.page(made.pages - 1).summary


def test_words_never_name_a_cause():
    words = strip_of(plain()).common(range(12)).lower()
    assert not any(word in words for word in ("because", "leads to", "cause", "improve", "prove", "!", "%"))


@pytest.mark.parametrize("chosen", list(Range))
@pytest.mark.parametrize(
    "notes",
    [
        Notes(),
        notes_of(reactivity=[(TODAY, 0)]),
        notes_of(first=TODAY - 300, last=TODAY - 200),
        notes_of(
            practice=[(TODAY - n, 300) for n in range(90)],
            sleep=[(TODAY - n, 420) for n in range(90)],
            reactivity=[(TODAY - n, 5) for n in range(90)],
        ),
        years_of_notes(3650),
        years_of_notes(18_250),
    ],
    ids=["no data", "one day", "all missing", "constant", "ten years", "fifty years"],
)
def test_every_amount_of_notes_has_its_picture_words_and_table(notes, chosen):
    strip = strip_of(notes, chosen)
    assert strip.summary
    assert len(strip.table.rows) == len(strip.words) == len(strip.days) <= MOST_DAYS
    for panel in strip.panels:
        assert all(panel.lo <= value <= panel.hi for value in panel.values if value is not None)
    for row, *values in zip(strip.table.rows, *(panel.values for panel in strip.panels), strict=True):
        assert [cell == "not noted" for cell in row[1:]] == [value is None for value in values]


def test_a_day_on_which_medicine_was_changed_is_marked_and_said():
    notes = notes_of(practice=[(TODAY - 5, 60), (TODAY, 60)], marks=noted_marks([], [(TODAY - 2,)]))
    strip = following(notes, columns(Range.MONTH, notes.first, TODAY)).page(0)
    [marked] = strip.marked
    assert strip.days[marked] == TODAY - 2
    assert strip.words[marked].endswith("Marked: Medicine changed.")
