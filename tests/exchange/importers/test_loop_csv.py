"""The tables of Loop Habit Tracker, of both generations, value by value."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from rewire_app.errors import ImportRefusedError
from rewire_app.exchange.importers.catalogue import told_format
from rewire_app.exchange.importers.found import Doubt, FoundAmount
from rewire_app.exchange.importers.opened import open_file
from tests.exchange.importers.bringings import plan_of
from tests.exchange.importers.files import left_out, read_of, zipped

HABITS = (
    "Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type,"
    "Target Value,Archived?\n"
    "001,Meditate,YES_NO,Did you?,,1,1,#FF8F00,,,,false\n"
    '002,"Run, slowly",NUMERICAL,How far?,,1,1,#00897B,km,AT_LEAST,5.0,true\n'
    "003,Never,YES_NO,,,1,1,#00897B,,,,false\n"
)
OLD_HABITS = (
    "Position,Name,Question,Description,NumRepetitions,Interval,Color\n1,Read,Did you?,,1,1,#D32F2F\n"
)


def told(found: list[Any]) -> list[tuple[object, ...]]:
    """What each row says, with the line and file in which it stands."""
    return [
        (one.member, one.line, one.name, one.day.isoformat(), one.status, one.value, one.unit, one.note)
        for one in found
        if isinstance(one, FoundAmount)
    ]


def test_the_newer_zip_is_read_by_the_tables_of_its_habits(tmp_path: Path) -> None:
    path = zipped(
        tmp_path / "Loop Habits CSV 2026-11-20.zip",
        {
            "Habits.csv": HABITS.encode(),
            "Checkmarks.csv": b"Date,Meditate,Run, slowly,Never,\n2026-11-20,YES_MANUAL,5250,UNKNOWN,\n",
            "Scores.csv": b"Date,Meditate,Run, slowly,Never,\n2026-11-20,0.1,0.2,0.0,\n",
            "001 Meditate/Checkmarks.csv": (
                b"Date,Value,Notes\n2026-11-20,YES_MANUAL,\n2026-11-19,NO,Sick\n"
                b'2026-11-18,YES_AUTO,"Forgot it, really"\n2026-11-17,SKIP,"""Vacation""\nin two lines"\n'
                b"2026-11-15,UNKNOWN,\n"
            ),
            "001 Meditate/Scores.csv": b"Date,Score\n2026-11-20,0.0519\n",
            "002 Run slowly/Checkmarks.csv": (
                b"Date,Value,Notes\n2026-11-20,5250,uphill\n2026-11-19,NO,\n2026-11-18,SKIP,\n2026-11-17,UNKNOWN,\n"
            ),
            "003 Never/Checkmarks.csv": b"Date,Value,Notes\n",
        },
    )
    kind, found = read_of(path)
    assert kind == "loop-csv"
    first, second = "001 Meditate/Checkmarks.csv", "002 Run slowly/Checkmarks.csv"
    assert told(found) == [
        (first, 2, "Meditate", "2026-11-20", "done", None, "", ""),
        (first, 3, "Meditate", "2026-11-19", "not", None, "", "Sick"),
        (first, 4, "Meditate", "2026-11-18", "unknown", None, "", "Forgot it, really"),
        (first, 5, "Meditate", "2026-11-17", "skipped", None, "", '"Vacation"\nin two lines'),
        (first, 7, "Meditate", "2026-11-15", "unknown", None, "", ""),
        (second, 2, "Run, slowly", "2026-11-20", "", 5.25, "km", "uphill"),
        (second, 3, "Run, slowly", "2026-11-19", "", 0.0, "km", ""),
        (second, 4, "Run, slowly", "2026-11-18", "skipped", None, "km", ""),
        (second, 5, "Run, slowly", "2026-11-17", "unknown", None, "km", ""),
    ]
    assert left_out(found) == []
    assert [one.about for one in found if isinstance(one, Doubt)] == ["Some days were filled in by Loop."]
    counts = plan_of(found).counts
    assert (counts["values"], counts["measures"], counts["notes"]) == (4, 2, 4)


@pytest.mark.parametrize("header", ["", "Date,Value\r\n", "date, value ,\r\n"])
def test_the_older_zip_has_numbers_for_what_was_done(tmp_path: Path, header: str) -> None:
    days = header + "2019-03-04,2\r\n2019-03-03,1\r\n2019-03-02,0\r\n2019-03-01,-1\r\n2019-02-28,3\r\n"
    days += "2019-02-27,4000\r\n2019-02-26,x\r\n27.13.2019,2\r\n2019-02-25,2,,much\r\n2019-02-24\r\n"
    folder = "Loop/001 Read/Checkmarks.csv"
    path = zipped(
        tmp_path / "a.zip", {"Loop/Habits.csv": OLD_HABITS.encode("utf-8-sig"), folder: days.encode()}
    )
    kind, found = read_of(path)
    assert kind == "loop-csv"
    shift = 1 if header else 0
    assert [(one[1], *one[2:5]) for one in told(found)] == [
        (1 + shift, "Read", "2019-03-04", "done"),
        (2 + shift, "Read", "2019-03-03", "unknown"),
        (3 + shift, "Read", "2019-03-02", "not"),
        (4 + shift, "Read", "2019-03-01", "unknown"),
        (5 + shift, "Read", "2019-02-28", "skipped"),
    ]
    assert left_out(found) == [
        (6 + shift, "What this number means is not clear"),
        (7 + shift, "What was done on it cannot be read"),
        (8 + shift, "The day cannot be read"),
        (9 + shift, "This row has more cells than the table has columns"),
        (10 + shift, "What was done on it cannot be read"),
    ]


def test_a_folder_without_a_list_of_habits_names_them_by_its_folders(tmp_path: Path) -> None:
    for name in ("001 Read", "002"):
        (tmp_path / "loop" / name).mkdir(parents=True)
        (tmp_path / "loop" / name / "Checkmarks.csv").write_text("Date,Value,Notes\n2026-11-20,YES_MANUAL,\n")
    kind, found = read_of(tmp_path / "loop")
    assert kind == "loop-csv"
    assert [one[2:5] for one in told(found)] == [
        ("Read", "2026-11-20", "done"),
        ("002", "2026-11-20", "done"),
    ]


def test_the_table_of_all_habits_is_read_where_there_is_no_other(tmp_path: Path) -> None:
    table = "Date,Meditate,Run, slowly,Never,\n2026-11-20,YES_MANUAL,5250,UNKNOWN,\n2026-11-19,NO\n"
    path = zipped(tmp_path / "a.zip", {"Habits.csv": HABITS.encode(), "Checkmarks.csv": table.encode()})
    _kind, found = read_of(path)
    assert [one[:6] for one in told(found)] == [
        ("Checkmarks.csv: Meditate", 2, "Meditate", "2026-11-20", "done", None),
        ("Checkmarks.csv: Run, slowly", 2, "Run, slowly", "2026-11-20", "", 5.25),
        ("Checkmarks.csv: Never", 2, "Never", "2026-11-20", "unknown", None),
    ]
    assert left_out(found) == [(3, "This row has fewer cells than the table has columns")]


def test_a_table_of_other_habits_is_refused(tmp_path: Path) -> None:
    table = b"Date,Something else,\n2026-11-20,YES_MANUAL,\n"
    for members in (
        {"Habits.csv": HABITS.encode(), "Checkmarks.csv": table},
        {"Habits.csv": HABITS.encode()},
    ):
        with pytest.raises(ImportRefusedError, match="damaged"):
            read_of(zipped(tmp_path / "a.zip", members))


def test_what_only_looks_alike_is_none_of_loops(tmp_path: Path) -> None:
    others = {"Habits.csv": b"Name,Colour\nRead,red\n", "001 Read/Checkmarks.csv": b"\x89PNG\r\n"}
    with open_file(zipped(tmp_path / "a.zip", others)) as opened:
        assert told_format(opened) is None


def test_notes_in_any_letters_stay_as_they_are(tmp_path: Path) -> None:
    text = 'Date,Value,Notes\n2026-11-20,YES_MANUAL,"für „mich“ 🌱; said "so" too"\n'
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        path = zipped(
            tmp_path / "a.zip", {"001 Ü/Checkmarks.csv": text.encode(encoding), "Habits.csv": HABITS.encode()}
        )
        _kind, found = read_of(path)
        assert [(one.day, one.note) for one in found if isinstance(one, FoundAmount)] == [
            (date(2026, 11, 20), 'für „mich“ 🌱; said "so" too')
        ]
