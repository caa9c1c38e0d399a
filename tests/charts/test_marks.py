"""Marks, mood and own measures are told in readout and table exactly as they are drawn."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rewire_app.charts.columns import ColumnLength, Range, Stretch, columns, columns_of
from rewire_app.charts.lanes import events, lanes
from rewire_app.charts.notes import noted_marks
from rewire_app.charts.spec import Shape
from tests.charts.conftest import TODAY, day, notes_of
from tests.charts.test_lane_choice import energy

OCT_19 = day("2026-10-19")


def notes():
    rated = [(OCT_19 + n, 4 + n % 3) for n in range(5)]
    return notes_of(
        reactivity=[(OCT_19, 5)],
        mood=[(OCT_19, 6), (OCT_19 + 1, 7)],
        first=OCT_19 - 40,
        last=TODAY,
        own=(energy(rated),),
        marks=noted_marks(
            [
                ("m2", OCT_19 - 3, OCT_19 + 1, "travel", ""),
                ("m1", OCT_19 + 2, None, "medicine", "Dose changed"),
            ]
        ),
    )


def quarter(kept=""):
    found = notes()
    return lanes(found, columns(Range.QUARTER, found.first, TODAY), kept)


def test_a_mark_is_told_in_every_column_it_touches():
    picture = quarter()
    readings = [bucket.reading for bucket in picture.buckets]
    assert readings[8].endswith("; marked: Travel, Dose changed")
    assert readings[7].endswith("; marked: Travel")
    assert "marked" not in readings[9]
    assert picture.table.headings[-1] == "Marks"
    assert [row[-1] for row in picture.table.rows[7:10]] == ["Travel", "Travel; Dose changed", ""]


def test_a_mark_with_two_ends_has_a_place_for_each_and_a_beginning_one():
    travel, dose = events(notes(), columns(Range.QUARTER, OCT_19 - 40, TODAY))
    assert (travel.words, travel.uid, travel.first, travel.last) == ("Travel", "m2", OCT_19 - 3, OCT_19 + 1)
    assert travel.x < 8 < travel.x_end + 1
    assert (dose.x_end, dose.last) == (None, OCT_19 + 2)


def test_marks_outside_the_stretch_are_not_drawn():
    found = notes()
    week = columns_of(Stretch(days=(OCT_19 + 14, OCT_19 + 20)), found.first, TODAY)
    assert events(found, week) == ()
    assert "Marks" not in lanes(found, week).table.headings


def test_an_own_measure_has_a_lane_with_its_scale_and_words():
    lane = quarter().lanes[-1]
    assert (lane.key, lane.title, lane.lo, lane.hi) == ("own:e1", "Energy", 0, 10)
    assert lane.what == "average day, 0 worn out, 10 awake"
    assert lane.marks[0].shape is Shape.SQUARES
    assert lane.marks[0].y == (4.8,)
    assert ", energy 4.8 of 10" in quarter().buckets[8].reading
    assert "Energy: 4.8 of 10." in quarter().summary


@pytest.mark.parametrize(
    ("name", "said"), [("Energy", "energy"), ("Social Battery", "social Battery"), ("HRV", "HRV"), ("P", "P")]
)
def test_an_own_measure_is_in_lower_case_in_a_sentence_unless_it_is_written_in_capitals(name, said):
    measure = replace(notes().own[0], name=name)
    found = replace(notes(), own=(measure,))
    picture = lanes(found, columns(Range.QUARTER, found.first, TODAY))
    assert f", {said} 4.8 of 10" in picture.buckets[8].reading
    assert picture.lanes[-1].title == name


def test_a_long_mark_is_cut_in_the_readout_and_whole_in_the_table():
    words = "The week in which everything at work was moved to the other side of the town"
    mark = replace(notes().marks[0], words=words)
    found = replace(notes(), marks=(mark,))
    picture = lanes(found, columns(Range.QUARTER, found.first, TODAY))
    told = next(bucket.reading for bucket in picture.buckets if "marked" in bucket.reading)
    assert told.endswith("; marked: The week in which…")
    assert words in {row[-1] for row in picture.table.rows}


def test_mood_is_told_with_its_lane_and_always_in_the_table():
    hidden, shown = quarter(), quarter("mood reactivity")
    assert "mood" not in hidden.buckets[8].reading
    assert [lane.key for lane in shown.lanes][:2] == ["mood", "reactivity"]
    assert "mood 6.5 of 10" in shown.buckets[8].reading
    for picture in (hidden, shown):
        column = picture.table.headings.index("Mood, 0 to 10")
        assert picture.table.rows[8][column] == "6.5"


def test_days_and_months_can_be_had_where_weeks_are_usual():
    found = notes()
    for length, count in ((ColumnLength.DAY, 93), (ColumnLength.MONTH, 4)):
        cut = columns_of(Stretch(length=length), found.first, TODAY)
        picture = lanes(found, cut)
        assert len(picture.buckets) == len(picture.table.rows) == count
        assert picture.table.headings[0] == {"day": "Day", "month": "Month"}[length]
