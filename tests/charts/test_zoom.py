"""Looking around in time keeps to the days there are, and never shows less than a week."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewire_app.charts import zoom
from rewire_app.charts.columns import (
    ColumnLength,
    Range,
    Stretch,
    columns,
    columns_between,
    columns_of,
    lengths,
)
from tests.charts.conftest import TODAY

FIRST = TODAY - 400


def quarter():
    return columns(Range.QUARTER, FIRST, TODAY)


def test_drawing_over_columns_takes_their_days_whichever_way():
    seen = quarter()
    days = (seen.starts[3], seen.ends[5])
    assert zoom.between(seen, 3, 5) == zoom.between(seen, 5, 3) == days


def test_closer_is_half_as_many_days_around_the_chosen_column():
    seen = quarter()
    first, last = zoom.closer(seen, 6)
    assert last - first + 1 == (seen.last - seen.first + 1) // 2
    middle = seen.starts[6] + 3
    assert first <= middle <= last


def test_wider_is_twice_as_many_days_and_ends_at_the_first_note():
    seen = columns_between(TODAY - 99, TODAY - 50, TODAY)
    first, last = zoom.wider(seen, 3, FIRST)
    assert last - first + 1 == 100
    assert zoom.wider(columns_between(FIRST, TODAY, TODAY), 3, FIRST) == (FIRST, TODAY)


def test_earlier_and_later_stop_at_the_first_note_and_at_today():
    seen = columns_between(TODAY - 99, TODAY, TODAY)
    assert zoom.shifted(seen, -1, FIRST) == (TODAY - 149, TODAY - 50)
    assert zoom.shifted(seen, 1, FIRST) == (seen.first, seen.last)
    near = columns_between(FIRST + 10, FIRST + 109, TODAY)
    assert zoom.shifted(near, -1, FIRST) == (FIRST, FIRST + 99)


def looked(step, seen, number):
    if step == "closer":
        return zoom.closer(seen, number)
    if step == "wider":
        return zoom.wider(seen, number, FIRST)
    return zoom.shifted(seen, -1 if step == "earlier" else 1, FIRST)


@given(
    st.lists(st.sampled_from(["closer", "wider", "earlier", "later"]), max_size=30),
    st.integers(0, 600),
    st.integers(0, 500),
)
def test_wherever_one_goes_there_are_days_to_see(steps, place, back):
    seen = columns_between(TODAY - 90 - back, TODAY - back, TODAY)
    for step in steps:
        number = place % len(seen.starts)
        days = looked(step, seen, number)
        assert days[0] <= days[1] <= TODAY
        assert days[0] >= min(FIRST, seen.first)
        assert days[1] - days[0] + 1 >= zoom.LEAST
        seen = columns_of(Stretch(days=days), FIRST, TODAY)


@pytest.mark.parametrize(
    ("days", "offered"),
    [
        (7, [ColumnLength.DAY]),
        (31, [ColumnLength.DAY, ColumnLength.WEEK]),
        (93, [ColumnLength.DAY, ColumnLength.WEEK, ColumnLength.MONTH]),
        (365, [ColumnLength.WEEK, ColumnLength.MONTH]),
        (3650, [ColumnLength.MONTH]),
        (18_250, [ColumnLength.QUARTER]),
    ],
)
def test_only_lengths_that_can_be_told_apart_are_offered(days, offered):
    assert list(lengths(columns_between(TODAY - days + 1, TODAY, TODAY))) == offered


def test_a_length_that_does_not_suit_is_not_taken():
    asked = Stretch(chosen=Range.YEAR, length=ColumnLength.DAY)
    assert columns_of(asked, FIRST, TODAY).length is ColumnLength.WEEK
    by_month = columns_of(Stretch(chosen=Range.YEAR, length=ColumnLength.MONTH), FIRST, TODAY)
    assert by_month.length is ColumnLength.MONTH
    assert (by_month.first, by_month.last) == (columns(Range.YEAR, FIRST, TODAY).first, TODAY)


@pytest.mark.parametrize("days", [60, 400, 3650, 18_250])
def test_no_lane_ever_has_more_than_a_few_hundred_columns(days):
    whole = columns_between(TODAY - days + 1, TODAY, TODAY)
    for length in lengths(whole):
        cut = columns_of(Stretch(days=(whole.first, whole.last), length=length), whole.first, TODAY)
        assert len(cut.starts) <= 301
