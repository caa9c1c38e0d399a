"""A table of any kind, by what the person says of its columns."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from rewire_app.exchange.importers.any_days import DayOrder, order_of, wall_time
from rewire_app.exchange.importers.any_table import FORMAT
from rewire_app.exchange.importers.bringing import read_file
from rewire_app.exchange.importers.catalogue import told_format
from rewire_app.exchange.importers.found import Choices, Doubt, FoundAmount, FoundEntry
from rewire_app.exchange.importers.opened import open_file
from tests.exchange.importers.bringings import plan_of
from tests.exchange.importers.files import left_out, read_of, written, zipped

DIARY = (
    "Date;Time;Mood;Title;Notes;Comment;Tags;Run (km);Yoga;Colour\n"
    "20.11.2026;9:58 pm;fine;A call;It said yes.;And more;#work, #late;5,2;yes;red\n"
    "19.11.2026;;;;;;;;no;blue\n"
)


def entries(found: list[Any]) -> list[FoundEntry]:
    """Only the entries of a diary."""
    return [one for one in found if isinstance(one, FoundEntry)]


def amounts(found: list[Any]) -> list[tuple[object, ...]]:
    """What each amount says."""
    return [
        (one.member, one.line, one.name, one.day, one.time, one.value, one.status)
        for one in found
        if isinstance(one, FoundAmount)
    ]


def test_columns_are_guessed_by_their_names_and_cells(tmp_path: Path) -> None:
    with open_file(written(tmp_path / "a.csv", DIARY)) as opened:
        assert FORMAT.columns is not None
        assert {name: role.value for name, role in FORMAT.columns(opened).items()} == {
            "Date": "day",
            "Time": "time",
            "Mood": "mood",
            "Title": "title",
            "Notes": "text",
            "Comment": "text",
            "Tags": "tags",
            "Run (km)": "amount",
            "Yoga": "amount",
            "Colour": "nothing",
        }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_row_is_an_entry_and_its_amounts(tmp_path: Path, encoding: str, ending: str) -> None:
    kind, found = read_of(written(tmp_path / "a.csv", DIARY.replace("\n", ending), encoding))
    assert kind == "table"
    [entry] = entries(found)
    assert (entry.line, entry.day, entry.time, entry.mood) == (2, date(2026, 11, 20), time(21, 58), "fine")
    assert (entry.title, entry.text, entry.tags) == ("A call", "It said yes.\n\nAnd more", ("work", "late"))
    assert amounts(found) == [
        ("a.csv: Run (km)", 2, "Run (km)", date(2026, 11, 20), time(21, 58), 5.2, ""),
        ("a.csv: Yoga", 2, "Yoga", date(2026, 11, 20), time(21, 58), None, "done"),
        ("a.csv: Yoga", 3, "Yoga", date(2026, 11, 19), None, None, "not"),
    ]
    assert left_out(found) == []
    assert plan_of(found).counts["values"] == 3


def test_what_the_person_says_of_columns_holds(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "when it was,what,how much\n2026-11-20,a walk,3\n2026-11-21,tea,x\n")
    said = {"when it was": "day", "what": "text", "how much": "amount"}
    file = read_file(path, choices=Choices(columns=said))
    assert {name: role.value for name, role in file.columns.items()} == said
    found = [one for _place, one in file.gathered.found]
    assert [(one.day, one.text) for one in entries(found)] == [
        (date(2026, 11, 20), "a walk"),
        (date(2026, 11, 21), "tea"),
    ]
    assert [one[5:] for one in amounts(found)] == [(3.0, ""), (None, "done")]
    without = Choices(columns=said | {"when it was": "nothing"})
    with open_file(path) as opened:
        [doubt] = FORMAT.read(opened, without)
    assert isinstance(doubt, Doubt)
    assert doubt.about == "No column is the day yet."


def test_a_table_without_a_header_and_one_with_names_twice(tmp_path: Path) -> None:
    bare = read_file(written(tmp_path / "a.csv", "2026-11-20,7\n2026-11-21,8\n"))
    assert {name: role.value for name, role in bare.columns.items()} == {
        "Column 1": "day",
        "Column 2": "amount",
    }
    assert [one[1:6:4] for one in amounts([one for _place, one in bare.gathered.found])] == [
        (1, 7.0),
        (2, 8.0),
    ]
    twice = read_file(written(tmp_path / "b.csv", "Date,Run,Run,\n2026-11-20,1.5,2.5,\n"))
    assert list(twice.columns) == ["Date", "Run", "Run (2)", "Column 4"]
    values = [(one[2], one[5]) for one in amounts([one for _place, one in twice.gathered.found])]
    assert values == [("Run", 1.5), ("Run (2)", 2.5)]


def test_rows_that_cannot_be_told_stay_out(tmp_path: Path) -> None:
    text = (
        "Date,Time,Note,Run\n"
        "2026-11-20,25:00,x,1\n"
        "2026-11-20,,x\n"
        "2026-11-20,,x,1,more\n"
        "someday,,x,1\n"
        "2026-11-20,,,\n"
        '2026-11-20,,"two\nlines",much\n'
        '2026-11-21,,said "so" twice,"1,500"\n'
    )
    file = written(tmp_path / "a.csv", text)
    with open_file(file) as opened:
        roles = {"Date": "day", "Time": "time", "Note": "text", "Run": "amount"}
        found = list(FORMAT.read(opened, Choices(columns=roles)))
    assert left_out(found) == [
        (2, "The time cannot be read"),
        (3, "This row has fewer cells than the table has columns"),
        (4, "This row has more cells than the table has columns"),
        (5, "The day cannot be read"),
        (6, "There is nothing beside the day"),
        (7, "The number cannot be read"),
        (9, "The number cannot be read"),
    ]
    assert [(one.line, one.text) for one in entries(found)] == [(7, "two\nlines"), (9, 'said "so" twice')]


@pytest.mark.parametrize(
    ("text", "order", "expected"),
    [
        ("2026-11-20", DayOrder(), (date(2026, 11, 20), None, None)),
        ("2026-11-20T21:58:30+01:00", DayOrder(), (date(2026, 11, 20), time(21, 58, 30), 60)),
        ("2026-11-20 21:58", DayOrder(), (date(2026, 11, 20), time(21, 58), None)),
        ("2026/11/20", DayOrder(), (date(2026, 11, 20), None, None)),
        ("3.4.2026 9:05", DayOrder(), (date(2026, 4, 3), time(9, 5), None)),
        ("3/4/2026 9:05 PM", DayOrder(day_first=True), (date(2026, 4, 3), time(21, 5), None)),
        ("3/4/2026", DayOrder(month_first=True), (date(2026, 3, 4), None, None)),
        ("3/4/2026", DayOrder(), None),
        ("3/4/2026", DayOrder(day_first=True, month_first=True), None),
        ("3/4/26", DayOrder(day_first=True), None),
        ("2026-11-20 later", DayOrder(), None),
        ("", DayOrder(), None),
    ],
)
def test_days_of_many_kinds(text: str, order: DayOrder, expected: tuple[object, ...] | None) -> None:
    found = wall_time(text, order)
    assert (None if found is None else (found.day, found.time, found.offset_min)) == expected


def test_the_order_of_day_and_month_is_told_by_the_whole_column(tmp_path: Path) -> None:
    assert order_of(["3/4/2026", "13/4/2026"]) == DayOrder(day_first=True)
    assert order_of(["3/4/2026", "3/14/2026 9:00"]) == DayOrder(month_first=True)
    rows = "".join(f"{n}/2/2026,x\n" for n in range(1, 40) if n <= 28)
    _kind, found = read_of(written(tmp_path / "a.csv", "Date,Note\n" + rows))
    assert [one.day for one in entries(found)][:2] == [date(2026, 2, 1), date(2026, 2, 2)]
    assert len(entries(found)) == 28
    _kind, found = read_of(written(tmp_path / "b.csv", "Date,Note\n3/4/2026,x\n"))
    assert left_out(found) == [(2, "Which number is the day and which the month cannot be told")]


def test_what_is_no_table_is_none(tmp_path: Path) -> None:
    prose = "Dear diary,\ntoday, as ever, it rained, and I stayed.\nThen tea.\n"
    files = [
        written(tmp_path / "a.txt", prose),
        written(tmp_path / "b.csv", ""),
        written(tmp_path / "c.csv", "one column\n2026-11-20\n"),
        zipped(tmp_path / "d.zip", {"a.txt": prose.encode(), "b.bin": b"\0\1\2" * 50}),
    ]
    for file in files:
        with open_file(file) as opened:
            assert told_format(opened) is None


def test_a_header_alone_and_a_table_in_a_zip(tmp_path: Path) -> None:
    assert read_of(written(tmp_path / "a.csv", "Date,Note\n")) == ("table", [])
    kind, found = read_of(zipped(tmp_path / "a.zip", {"x/y.csv": b"Day\tNote\n2026-11-20\ttea\n"}))
    assert (kind, [(one.member, one.text) for one in entries(found)]) == ("table", [("x/y.csv", "tea")])
