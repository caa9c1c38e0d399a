"""Tables of HabitBull and of Track & Graph, value by value."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from rewire_app.domain.journal.marks import CustomMeasure, CustomRating
from rewire_app.domain.journal.notes import Note
from rewire_app.exchange.importers.found import Doubt, FoundAmount
from tests.exchange.importers.bringings import plan_of
from tests.exchange.importers.files import left_out, read_of, written


def amounts(found: list[Any]) -> list[FoundAmount]:
    """Only the amounts."""
    return [one for one in found if isinstance(one, FoundAmount)]


HABITBULL = "HabitName,HabitDescription,HabitCategory,CalendarDate,Value,CommentText\n"


def test_habits_with_ones_and_with_numbers_are_read(tmp_path: Path) -> None:
    text = (
        HABITBULL
        + 'Read,,Mind,4/11/2019,1,"one ""good"" page,\nor two"\n'
        + "Read,,Mind,4/12/2019,0,\r\n"
        + "Coffee (mg),,,2022-11-21,80,\n"
        + 'Coffee (mg),,,2022-11-22,"82,5",late\n'
    )
    kind, found = read_of(written(tmp_path / "a.csv", text))
    assert kind == "habitbull"
    assert [(one.line, one.name, one.day, one.value, one.status, one.note) for one in amounts(found)] == [
        (2, "Read", date(2019, 4, 11), 1.0, "", 'one "good" page,\nor two'),
        (4, "Read", date(2019, 4, 12), 0.0, "", ""),
        (5, "Coffee (mg)", date(2022, 11, 21), 80.0, "", ""),
        (6, "Coffee (mg)", date(2022, 11, 22), 82.5, "", "late"),
    ]
    assert left_out(found) == []
    assert [one.about for one in found if isinstance(one, Doubt)] == [
        "Descriptions and categories of habits stay out."
    ]
    values = [one.value for _place, one in plan_of(found).entries if isinstance(one, CustomRating)]
    assert sorted(values) == [0, 1, 800, 825]


def test_a_number_that_stands_for_none_is_listed_and_its_comment_comes_in(tmp_path: Path) -> None:
    text = (
        HABITBULL
        + "H2,,,11/5/2020,-2150000000,\n"
        + "H2,,,11/6/2020,-2.15E+09,why not\n"
        + "H2,,,11/7/2020,-3,\n"
    )
    _kind, found = read_of(written(tmp_path / "a.csv", text))
    assert left_out(found) == [
        (2, "Its number stands for none"),
        (3, "Its number stands for none; a comment on it comes in"),
    ]
    assert [(one.line, one.value, one.status, one.note) for one in amounts(found)] == [
        (3, None, "unknown", "why not"),
        (4, -3.0, "", ""),
    ]


def test_a_name_longer_than_any_text_comes_in_as_a_measure_and_a_note(tmp_path: Path) -> None:
    text = f"HabitName,CalendarDate,Value\n{'a' * 70_000},5/13/2019,1\n"
    plan = plan_of(read_of(written(tmp_path / "a.csv", text))[1])
    assert plan.counts["values"] == 1
    assert max(len(place) for place, _entry in plan.entries) < 200


def test_rows_of_habits_that_cannot_be_told_stay_out(tmp_path: Path) -> None:
    text = (
        "CalendarDate;Value;habit name;CommentText;Extra\n"
        "13/5/2019;1;Read;;\n5/13/19;1;Read;;\n5/13/2019;1,500;Read;;\n5/13/2019;nan;Read;;\n"
        "5/13/2019;1;;;\n5/13/2019;1e999;Read;;\n5/13/2019;1;Read;a;b;c\n5/13/2019\n5/14/2019;1;Read;a;b\n"
    )
    _kind, found = read_of(written(tmp_path / "a.csv", text, "utf-16"))
    assert left_out(found) == [
        (2, "The day cannot be read"),
        (3, "The day cannot be read"),
        (4, "The number cannot be read"),
        (5, "The number cannot be read"),
        (6, "The name of the habit is missing"),
        (7, "The number cannot be read"),
        (8, "This row has more cells than the table has columns"),
        (9, "The name of the habit is missing"),
    ]
    assert [(one.line, one.day, one.value, one.note) for one in amounts(found)] == [
        (10, date(2019, 5, 14), 1.0, "a")
    ]


TRACKED = "FeatureName,Timestamp,Value,Label,Note\n"
OLDER = "FeatureName,Timestamp,Value,Note\n"


def row(one: FoundAmount) -> tuple[object, ...]:
    """What a row of something tracked says."""
    return one.name, one.day, one.time, one.offset_min, one.value, one.unit, one.note


def test_both_generations_of_tracked_things_say_the_same(tmp_path: Path) -> None:
    newer = (
        TRACKED
        + "A,2022-09-14T21:30:41+01:00,-10.1,,So:me n:ot:e\n"
        + "C d,2022-09-15T00:20:40-02:30,1.0,Label 2,\n"
        + "D,2021-02-09T11:07:28Z,1:10:30,,\n"
        + 'D,2021-02-08T11:17:39.165Z,-10:-29:-30,"Some: :la:bel",a note\n'
    )
    older = (
        OLDER
        + "A,2022-09-14T21:30:41+01:00,-10.1,So:me n:ot:e\n"
        + "C d,2022-09-15T00:20:40-02:30,1.0:Label 2,\n"
        + '"D",2021-02-09T11:07:28Z,1:10:30:,\n'
        + "D,2021-02-08T11:17:39.165Z,-10:-29:-30:Some: :la:bel,a note\n"
    )
    expected = [
        ("A", date(2022, 9, 14), time(21, 30, 41), 60, -10.1, "", "So:me n:ot:e"),
        ("C d", date(2022, 9, 15), time(0, 20, 40), -150, 1.0, "", "Label 2"),
        ("D", date(2021, 2, 9), time(11, 7, 28), 0, 70.5, "min", ""),
        ("D", date(2021, 2, 8), time(11, 17, 39, 165000), 0, -629.5, "min", "Some: :la:bel: a note"),
    ]
    for n, text in enumerate((newer, older, newer.replace("\n", "\r\n"))):
        kind, found = read_of(written(tmp_path / f"{n}.csv", text))
        assert kind == "track-and-graph"
        assert [row(one) for one in amounts(found)] == expected
        assert left_out(found) == []


def test_lengths_of_time_become_minutes_of_a_day(tmp_path: Path) -> None:
    text = TRACKED + "Run,2026-11-20T08:00:00Z,0:20:00,,\nRun,2026-11-20T18:00:00Z,0:25:00,hills,wet\n"
    _kind, found = read_of(written(tmp_path / "a.csv", text))
    plan = plan_of(found)
    kept = [one for _place, one in plan.entries]
    assert [(one.name, one.kind.value) for one in kept if isinstance(one, CustomMeasure)] == [
        ("Run", "minutes")
    ]
    assert [one.value for one in kept if isinstance(one, CustomRating)] == [45]
    [note] = [one for one in kept if isinstance(one, Note)]
    assert (note.text, note.at.wall) == ("hills: wet", datetime(2026, 11, 20, 18))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (",2021-02-09T11:07:28Z,1,,", "The name of what was tracked is missing"),
        ("A,09.02.2021 11:07,1,,", "The time cannot be read"),
        ("A,2021-02-30T11:07:28Z,1,,", "The time cannot be read"),
        ("A,0001-01-01T00:00:00Z,1,,", "The time cannot be read"),
        ("A,2021-02-09T11:07:28Z,much,,", "The number cannot be read"),
        ("A,2021-02-09T11:07:28Z,1.0:Label,,", "The number cannot be read"),
        ("A,2021-02-09T11:07:28Z,Infinity,,", "The number cannot be read"),
        ("A,2021-02-09T11:07:28Z,999999999:99:99999,,", "The number cannot be read"),
        ("A,2021-02-09T11:07:28Z,1,,a,b", "This row has more cells than the table has columns"),
        ("A", "The time cannot be read"),
    ],
)
def test_rows_of_tracked_things_that_cannot_be_told_stay_out(tmp_path: Path, line: str, reason: str) -> None:
    _kind, found = read_of(written(tmp_path / "a.csv", TRACKED + line + "\nB,2021-02-09T11:07:28,2,,\n"))
    assert left_out(found) == [(2, reason)]
    assert [(one.line, one.value, one.offset_min) for one in amounts(found)] == [(3, 2.0, None)]


@pytest.mark.parametrize("header", [HABITBULL, TRACKED, OLDER])
def test_a_header_alone_has_no_rows(tmp_path: Path, header: str) -> None:
    for n, text in enumerate((header, header.rstrip(), "\ufeff" + header.lower() + "\n")):
        assert read_of(written(tmp_path / f"{n}.csv", text))[1] == []
