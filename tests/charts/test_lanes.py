"""The lanes show what was noted, keep gaps as gaps, and say every number that they draw."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rewire_app.charts.calendar import calendar
from rewire_app.charts.columns import Range, columns, columns_between
from rewire_app.charts.consistency import consistency_now, strength_lane
from rewire_app.charts.lane import runs
from rewire_app.charts.lanes import lanes, little_yet
from rewire_app.charts.notes import Notes
from rewire_app.charts.spec import Shape
from rewire_app.domain.amounts import number_words
from tests.charts.conftest import TODAY, day, notes_of, years_of_notes

OCT_19 = day("2026-10-19")


def quarter(notes):
    return lanes(notes, columns(Range.QUARTER, notes.first, TODAY))


def lane(picture, key):
    return next(one for one in picture.lanes if one.key == key)


def the_week_of_19_october() -> Notes:
    return notes_of(
        first=day("2026-08-24"),
        last=TODAY,
        practice=[(OCT_19 + n, 240) for n in (0, 2, 3, 6)],
        reactivity=[(OCT_19 + n, value) for n, value in enumerate((4, 5, 4, 5, 4))],
        stress=[(OCT_19, 4), (OCT_19 + 1, 4), (OCT_19 + 2, 5), (OCT_19 + 3, 4), (OCT_19 + 4, 4)],
        sleep=[(OCT_19 + 1, 440), (OCT_19 + 2, 446)],
        felt=[(OCT_19, 3, 10, 0, "new"), (OCT_19, 6, None, 1, "old")],
    )


def test_a_week_is_read_out_in_one_sentence():
    picture = quarter(the_week_of_19_october())
    assert picture.buckets[8].sentence == (
        "Week of 19 October: reactivity 4.4 of 10, practised 4 of 7 days, slept 7 h 23 min, "
        "stress 4.2 of 10, 2 moments, peak 4.5 of 10."
    )


def test_the_lanes_draw_the_numbers_of_the_readout_and_the_table():
    picture = quarter(the_week_of_19_october())
    dots, diamonds = lane(picture, "reactivity").marks
    assert (dots.shape, dots.x, dots.y, dots.hollow) == (Shape.DOTS, (8.0,), (4.4,), (False,))
    assert (diamonds.shape, diamonds.y) == (Shape.DIAMONDS, (4.5,))
    blocks = lane(picture, "practice").marks[0]
    assert (blocks.shape, blocks.y[8]) == (Shape.BLOCKS, 4.0)
    assert lane(picture, "sleep").marks[0].y == (pytest.approx(443 / 60),)
    assert picture.table.rows[8] == (
        "Week of 19 October", "4 of 7", "4.4", "2", "4.5", "still going", "1 of 2", "7 h 23 min", "4.2",
    )  # fmt: skip
    assert picture.table.as_text().splitlines()[9].split("\t")[1] == "4 of 7"


def test_few_values_and_the_week_under_way_are_hollow():
    notes = notes_of(reactivity=[(OCT_19, 4), (OCT_19 + 1, 5), *((TODAY - 1, 6), (TODAY, 6))])
    dots = lane(quarter(notes), "reactivity").marks[0]
    assert dots.hollow == (True, True)
    blocks = lane(quarter(notes), "practice").marks[0]
    assert blocks.hollow == (False,) * 5 + (True,)


def test_the_week_under_way_counts_the_days_so_far():
    notes = notes_of(practice=[(TODAY, 600)], first=TODAY - 30)
    assert quarter(notes).buckets[-1].sentence == (
        "Week of 23 November: practised 1 of 2 days so far, nothing else noted."
    )


def test_missing_is_a_gap_with_a_dashed_link_and_never_a_zero():
    values = np.array([3, 4, np.nan, np.nan, 5, np.nan, 6, 7.0])
    pieces = runs(values)
    assert [(run.x, run.across_gap) for run in pieces] == [
        ((0.0, 1.0), False),
        ((6.0, 7.0), False),
        ((1.0, 4.0), True),
        ((4.0, 6.0), True),
    ]
    assert runs(np.array([np.nan, 4, np.nan])) == ()


def test_days_before_first_use_are_not_zeros():
    notes = notes_of(reactivity=[(TODAY - 10, 5)])
    picture = quarter(notes)
    assert min(lane(picture, "practice").marks[0].x) == 11.0
    assert picture.buckets[0].reading == "nothing noted"


def test_days_after_a_last_note_long_ago_are_not_zeros():
    notes = notes_of(practice=[(OCT_19, 300)], first=OCT_19 - 20)
    assert max(lane(quarter(notes), "practice").marks[0].x) == 8.0


def test_a_paused_week_is_told_and_asks_for_nothing():
    monday = OCT_19 - 7
    notes = notes_of(
        first=OCT_19 - 40,
        last=TODAY,
        practice=[(OCT_19, 300)],
        pauses=((monday, OCT_19 + 3),),
    )
    picture = quarter(notes)
    assert picture.buckets[7].reading == "paused, nothing else noted"
    assert picture.buckets[8].reading == "practised 1 of 4 days, 3 paused, nothing else noted"
    assert picture.events[0].words == "Pause"
    assert (picture.events[0].x, picture.events[0].x_end) == (pytest.approx(6.571, abs=1e-3), 8.0)


def test_changes_of_plan_are_flags_and_the_first_plan_is_not():
    days = [OCT_19 - 40 + 5 * n for n in range(9)]
    plans = tuple((one, 3 + n) if n < 3 else (one, 3 + n % 2) for n, one in enumerate(days))
    picture = quarter(notes_of(first=days[0], last=TODAY, practice=[(OCT_19, 60)], plans=plans))
    assert len(picture.events) == 8
    assert picture.events[-1].words == "Plan: 3 days a week"
    one_more = quarter(notes_of(first=days[0], last=TODAY, practice=[(OCT_19, 60)], plans=plans[:2]))
    assert [event.words for event in one_more.events] == ["Plan: 4 days a week"]


def test_a_day_is_one_block_and_its_minutes_are_said():
    notes = notes_of(practice=[(TODAY - 1, 725)], reactivity=[(TODAY - 1, 3)])
    picture = lanes(notes, columns(Range.MONTH, notes.first, TODAY))
    assert lane(picture, "practice").hi == 1
    assert picture.buckets[-2].sentence == "Monday 23 November: reactivity 3 of 10, practised 12 min."
    assert picture.buckets[-1].reading == "no practice so far, nothing else noted"


def test_months_are_bars_of_days():
    notes = years_of_notes(1000)
    picture = lanes(notes, columns(Range.ALL, notes.first, TODAY))
    practice = lane(picture, "practice")
    assert (practice.hi, practice.marks[0].shape) == (31, Shape.BARS)
    assert "practised " in picture.buckets[-1].reading


def test_short_and_long_nights_widen_the_axis_evenly():
    def axis(*hours):
        sleep = lane(
            quarter(notes_of(sleep=[(OCT_19 - 7 * n, h * 60) for n, h in enumerate(hours)])), "sleep"
        )
        return sleep.lo, sleep.hi, [tick.text for tick in sleep.ticks]

    assert axis(7) == (5, 9, ["5 h", "7 h", "9 h"])
    assert axis(4.5, 8) == (4, 10, ["4 h", "7 h", "10 h"])
    assert axis(3.5, 10.2) == (3, 11, ["3 h", "7 h", "11 h"])


def test_the_summary_tells_the_whole_picture():
    text = quarter(the_week_of_19_october()).summary
    assert text == (
        "Trends by week, 24 August to 24 November 2026. Practised on 4 of 93 days. "
        "Reactivity in the evening: 4.4 of 10. 2 moments noted. Sleep: 7 h 23 min. Stress: 4.2 of 10."
    )


@pytest.mark.parametrize("chosen", list(Range))
@pytest.mark.parametrize("days", [0, 1, 3_650])
def test_every_range_builds_for_nothing_one_day_and_ten_years(chosen, days):
    notes = years_of_notes(days) if days else Notes()
    cut = columns(chosen, notes.first, TODAY)
    picture = lanes(notes, cut)
    assert len(picture.buckets) == len(picture.table.rows) == len(cut.starts)
    assert picture.summary
    assert all(bucket.reading for bucket in picture.buckets)
    assert picture.buckets[picture.selected].under_way
    assert calendar(notes, cut).title
    assert strength_lane(notes, cut).hi == 100
    for one in picture.lanes:
        for row in one.marks:
            assert len(row.x) == len(row.y) == len(row.hollow) <= len(cut.starts)
            assert all(one.lo <= y <= one.hi for y in row.y)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(TODAY - 120, TODAY), st.integers(0, 10)), max_size=60, unique_by=lambda r: r[0]
    ),
    st.integers(0, 120),
)
def test_no_value_is_lost_or_invented(rows, before):
    notes = notes_of(reactivity=sorted(rows), felt=[(one, peak, None, 0, None) for one, peak in sorted(rows)])
    cut = columns_between(TODAY - before, TODAY, TODAY)
    picture = lanes(notes, cut)
    inside = [value for one, value in rows if one >= TODAY - before]
    assert sum(int(row[3]) for row in picture.table.rows) == len(inside)
    for number, (start, end) in enumerate(zip(cut.starts, cut.ends, strict=True)):
        here = [value for one, value in rows if max(start, TODAY - before) <= one <= end]
        shown = picture.table.rows[number]
        assert shown[2] == (number_words(np.mean(here)) if here else "not noted")
        assert shown[4] == (number_words(np.median(here)) if here else "not noted")


def test_the_first_days_show_what_there_is_and_what_comes_when():
    notes = notes_of(
        practice=[(TODAY - 1, 200), (TODAY, 200)],
        reactivity=[(TODAY, 4)],
        sleep=[(TODAY, 420)],
        stress=[(TODAY, 5)],
    )
    picture = little_yet(notes, TODAY)
    assert picture is not None
    assert picture.little is not None
    assert picture.little.title == "There is little to see yet, and that is fine."
    assert picture.little.words == "You have noted 2 days so far."
    assert [(event.x, event.words) for event in picture.events] == [
        (0.5, "Lines begin after 7 days of notes"),
        (7.5, "Practice and reactivity compared after 8 weeks"),
    ]
    assert all(all(row.hollow) and len(row.x) == 1 for one in picture.lanes for row in one.marks if row.x)
    assert picture.labels[0].text == "week 1"
    assert picture.lanes[1].marks[0].y == (2.0,)


def test_before_anything_is_noted_the_lanes_are_empty():
    picture = little_yet(Notes(), TODAY)
    assert picture is not None
    assert picture.little is not None
    assert picture.little.words == "Nothing is noted yet."
    assert all(row.x == () for one in picture.lanes for row in one.marks)


def test_from_seven_noted_days_on_the_ordinary_lanes_are_shown():
    seven = notes_of(reactivity=[(TODAY - n, 4) for n in range(6, -1, -1)])
    assert little_yet(seven, TODAY) is None
    assert little_yet(notes_of(reactivity=[(TODAY - n, 4) for n in range(5, -1, -1)]), TODAY) is not None


def test_a_day_counts_as_noted_once_however_much_was_noted_on_it():
    three = notes_of(
        first=OCT_19 - 2,
        last=OCT_19 + 1,
        practice=[(OCT_19, 240)],
        reactivity=[(OCT_19, 4), (OCT_19 + 1, None)],
        sleep=[(OCT_19, 440)],
        felt=[(OCT_19, 3, 10, 0, "new"), (OCT_19, 6, None, 1, "old")],
    )
    assert three.noted_days() == 3
    assert Notes().noted_days() == 0


def test_the_strength_lane_ends_with_the_strength_of_today():
    notes = years_of_notes(200)
    now, line = (
        consistency_now(notes, TODAY),
        strength_lane(notes, columns(Range.QUARTER, notes.first, TODAY)),
    )
    assert line.marks[0].y[-1] == pytest.approx(now.strength)
    assert " planned days, in the last 14 days." in now.share_words
    assert now.strength_words.startswith(f"Strength {round(now.strength)} of 100: how settled")
    assert "paused" not in now.share_why or "count" in now.share_why


def test_consistency_of_nothing_says_so():
    empty = consistency_now(Notes(), TODAY)
    assert (empty.share_words, empty.strength_words) == (
        "Share of plan: not shown yet.",
        "Strength: not shown yet.",
    )


@pytest.mark.parametrize(("days", "most"), [(3_650, 130), (18_250, 210)])
def test_decades_are_a_few_hundred_columns_and_marks_a_lane(days, most):
    notes = years_of_notes(days)
    cut = columns(Range.ALL, notes.first, TODAY)
    picture = lanes(notes, cut)
    assert len(picture.buckets) == len(picture.table.rows) <= most
    for each in (*picture.lanes, strength_lane(notes, cut)):
        assert all(len(row.x) <= most for row in each.marks)
        assert sum(len(run.x) for run in each.runs) <= 2 * most
