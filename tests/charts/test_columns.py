"""Time is cut into the columns the design names, whatever the day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewire_app.charts.columns import ColumnLength, Range, columns, columns_between
from tests.charts.conftest import TODAY, day


def test_three_months_are_fourteen_weeks_from_monday_on():
    weeks = columns(Range.QUARTER, None, TODAY)
    assert weeks.length is ColumnLength.WEEK
    assert len(weeks.starts) == 14
    assert weeks.starts[0] == day("2026-08-24")
    assert [label.text for label in weeks.labels()] == [
        "24 Aug", "7 Sep", "21 Sep", "5 Oct", "19 Oct", "2 Nov", "16 Nov",
    ]  # fmt: skip
    assert weeks.name(8) == "Week of 19 October"


def test_one_month_is_days_and_a_year_is_52_weeks():
    month, year = columns(Range.MONTH, None, TODAY), columns(Range.YEAR, None, TODAY)
    assert (month.length, month.starts[0], month.starts[-1]) == (ColumnLength.DAY, day("2026-10-25"), TODAY)
    assert (year.length, len(year.starts)) == (ColumnLength.WEEK, 52)
    assert month.name(0) == "Sunday 25 October"
    assert year.name(0) == "Week of 1 December 2025"


def test_all_is_weeks_up_to_two_years_and_months_after():
    assert columns(Range.ALL, TODAY - 700, TODAY).length is ColumnLength.WEEK
    months = columns(Range.ALL, TODAY - 3_649, TODAY)
    assert months.length is ColumnLength.MONTH
    assert len(months.starts) == 121
    assert months.name(120) == "November 2026"
    assert len(months.labels()) <= 8


def test_all_of_nothing_is_this_week():
    assert columns(Range.ALL, None, TODAY).starts == (day("2026-11-23"),)


def test_the_wrong_way_round_is_refused():
    with pytest.raises(ValueError, match="before"):
        columns_between(TODAY, TODAY - 1, TODAY)


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.integers(0, 20_000))
def test_columns_follow_one_another_without_a_gap(last, before):
    last_day = last.toordinal()
    cut = columns_between(last_day - before, last_day, last_day)
    assert cut.starts[0] <= last_day - before
    assert cut.ends[-1] >= last_day
    assert all(end + 1 == start for end, start in zip(cut.ends, cut.starts[1:], strict=False))
    assert len(cut.starts) < 700
    assert len(cut.starts) - 0.5 >= cut.position(last_day) >= len(cut.starts) - 1.5


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.sampled_from(list(Range)))
def test_every_range_ends_today(today, chosen):
    cut = columns(chosen, today.toordinal() - 100, today.toordinal())
    assert cut.starts[-1] <= today.toordinal() <= cut.ends[-1]


def test_more_than_25_years_are_cut_into_quarters():
    cut = columns(Range.ALL, TODAY - 18_249, TODAY)
    assert cut.length is ColumnLength.QUARTER
    assert len(cut.starts) == 201
    number = cut.number(day("2021-08-15"))
    assert (cut.name(number), cut.short(number)) == ("July to September 2021", "Jul 2021")
    assert (cut.starts[number], cut.ends[number]) == (day("2021-07-01"), day("2021-09-30"))
    assert [end + 1 for end in cut.ends[:-1]] == list(cut.starts[1:])
