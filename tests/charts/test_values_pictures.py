"""Moves by week and how a value was lived: every move in one week, every mark in its place."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rewire_app.charts.lived import lived_line, lived_span, lived_table
from rewire_app.charts.move_weeks import MOST_WEEKS, move_weeks

TODAY = date(2026, 11, 24)
DAYS = st.integers(0, 200).map(lambda back: TODAY - timedelta(days=back))


@given(st.lists(st.tuples(DAYS, st.booleans()), max_size=40))
def test_every_move_is_counted_in_one_week_and_only_there(moves: list[tuple[date, bool]]) -> None:
    weeks = move_weeks(moves, TODAY).weeks
    if not moves:
        assert weeks == ()
        return
    shown = [way for day, way in moves if day >= weeks[0].first]
    assert sum(week.toward for week in weeks) == shown.count(True)
    assert sum(week.away for week in weeks) == shown.count(False)
    assert all(one.last + timedelta(days=1) == other.first for one, other in pairwise(weeks))
    assert weeks[-1].first <= TODAY <= weeks[-1].last
    assert len(weeks) == MOST_WEEKS or any(weeks[0].first <= day <= weeks[0].last for day, _way in moves)


def test_a_week_says_what_was_noted_in_it() -> None:
    week = date(2026, 11, 16)
    found = move_weeks([(week, True), (week, True), (date(2026, 11, 22), False), (TODAY, True)], TODAY)
    assert [one.sentence for one in found.weeks] == [
        "16 to 22 November: 2 toward, 1 away.",
        "23 to 29 November, so far: 1 toward, 0 away.",
    ]
    assert found.sentence.startswith("Since 16 November: 3 toward, 1 away.")
    assert found.most == 2
    assert found.table.rows[-1] == ("16 to 22 November", "2", "1")


def test_a_week_without_a_move_is_told_as_none_noted() -> None:
    found = move_weeks([(date(2026, 11, 10), True)], TODAY)
    assert found.weeks[1].sentence == "16 to 22 November: none noted."


@given(st.dictionaries(st.sampled_from("abc"), st.dictionaries(DAYS, st.integers(0, 10), min_size=1)))
def test_marks_of_all_values_lie_on_one_time(said: dict[str, dict[date, int]]) -> None:
    known = {uid: sorted(marks.items()) for uid, marks in said.items()}
    span = lived_span(known)
    lines = {uid: lived_line(marks, span, TODAY).marks for uid, marks in known.items()}
    every = [(known[uid][place][0], x) for uid, marks in lines.items() for place, (x, _y) in enumerate(marks)]
    assert len(every) == sum(map(len, said.values()))
    assert all(0 <= x <= 1 for _day, x in every)
    assert [day for day, _x in sorted(every)] == [day for day, _x in sorted(every, key=lambda one: one[1])]


def test_what_was_said_of_a_value_is_told_with_its_days() -> None:
    said = [(date(2026, 10, 27), 4), (TODAY, 6)]
    assert lived_line(said, (said[0][0], TODAY), TODAY).sentence == (
        "6 of 10, today. 4 of 10, 27 October, the first of 2 times."
    )
    assert lived_line([], None, TODAY).sentence == "Not said yet."


def test_the_table_leaves_open_what_was_not_said() -> None:
    table = lived_table({"a": "Patience", "b": "Humour"}, {"a": [(TODAY, 6)], "b": [(date(2026, 10, 27), 0)]})
    assert table.headings == ("Day", "Patience", "Humour")
    assert table.rows == (("24 November 2026", "6", ""), ("27 October 2026", "", "0"))
