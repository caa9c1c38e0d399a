"""Backups of Loop Habit Tracker of every generation, and databases that were made to do harm."""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from rewire_app.errors import ImportRefusedError
from rewire_app.exchange import bound_child
from rewire_app.exchange.importers import foreign_database, loop_backup
from rewire_app.exchange.importers.catalogue import told_format
from rewire_app.exchange.importers.found import Choices, Doubt, FoundAmount
from rewire_app.exchange.importers.opened import open_file
from tests.exchange.importers.bringings import plan_of
from tests.exchange.importers.files import left_out, read_of

OLDEST = """
CREATE TABLE Habits(Id INTEGER PRIMARY KEY AUTOINCREMENT, archived INTEGER, color INTEGER, description TEXT,
    freq_den INTEGER, freq_num INTEGER, highlight INTEGER, name TEXT, position INTEGER, reminder_hour INTEGER,
    reminder_min INTEGER, reminder_days INTEGER);
CREATE TABLE Repetitions(Id INTEGER PRIMARY KEY AUTOINCREMENT, habit INTEGER REFERENCES Habits(Id),
    timestamp INTEGER);
CREATE TABLE Streak(Id INTEGER PRIMARY KEY AUTOINCREMENT, end INTEGER, habit INTEGER, length INTEGER);
CREATE TABLE Score(Id INTEGER PRIMARY KEY AUTOINCREMENT, habit INTEGER, score INTEGER, timestamp INTEGER);
INSERT INTO Streak VALUES(1, 0, 1, 99);
"""
VALUES = """
CREATE TABLE Habits(id INTEGER PRIMARY KEY AUTOINCREMENT, archived INTEGER, color INTEGER, description TEXT,
    freq_den INTEGER, freq_num INTEGER, highlight INTEGER, name TEXT, position INTEGER, reminder_hour INTEGER,
    reminder_min INTEGER, reminder_days INTEGER NOT NULL DEFAULT 127, type INTEGER NOT NULL DEFAULT 0,
    target_type INTEGER NOT NULL DEFAULT 0, target_value REAL NOT NULL DEFAULT 0, unit TEXT DEFAULT ""
    {more});
CREATE TABLE Repetitions(id INTEGER PRIMARY KEY AUTOINCREMENT, habit INTEGER NOT NULL REFERENCES habits(id),
    timestamp INTEGER NOT NULL, value INTEGER NOT NULL {notes});
CREATE UNIQUE INDEX idx_repetitions_habit_timestamp ON Repetitions(habit, timestamp);
"""


def at(day: str, hour: int = 0) -> int:
    """An hour of a day in UTC, in ms."""
    return int(datetime.fromisoformat(day).replace(hour=hour, tzinfo=UTC).timestamp() * 1000)


def database(
    path: Path, *scripts: str, rows: Sequence[tuple[str, Sequence[Any]]] = (), version: int = 25
) -> Path:
    """A database made by these sentences."""
    made = sqlite3.connect(path)
    for script in scripts:
        made.executescript(script)
    for sentence, values in rows:
        made.execute(sentence, values)
    made.execute(f"PRAGMA user_version = {version}")
    made.commit()
    made.close()
    return path


def told(found: list[Any]) -> list[tuple[object, ...]]:
    """What each row says."""
    return [
        (one.line, one.name, one.day.isoformat(), one.status, one.value, one.unit, one.note)
        for one in found
        if isinstance(one, FoundAmount)
    ]


def test_in_the_oldest_a_row_means_done(tmp_path: Path) -> None:
    path = database(
        tmp_path / "Loop.db",
        OLDEST,
        rows=[
            ("INSERT INTO Habits(Id, name, archived) VALUES(?, ?, ?)", (1, "Wake up early", 0)),
            ("INSERT INTO Habits(Id, name, archived) VALUES(?, ?, ?)", (7, "Read", 1)),
            ("INSERT INTO Habits(Id, name, archived) VALUES(?, ?, ?)", (8, "Never", 0)),
            ("INSERT INTO Repetitions(habit, timestamp) VALUES(?, ?)", (1, at("2016-03-18"))),
            ("INSERT INTO Repetitions(habit, timestamp) VALUES(?, ?)", (7, at("2016-03-19", 13))),
            ("INSERT INTO Repetitions(habit, timestamp) VALUES(?, ?)", (99, at("2016-03-19"))),
            ("INSERT INTO Repetitions(habit, timestamp) VALUES(?, ?)", (1, None)),
            ("INSERT INTO Repetitions(habit, timestamp) VALUES(?, ?)", (1, 2**62)),
        ],
        version=12,
    )
    kind, found = read_of(path)
    assert kind == "loop-backup"
    assert told(found) == [
        (1, "Wake up early", "2016-03-18", "done", None, "", ""),
        (2, "Read", "2016-03-19", "done", None, "", ""),
    ]
    assert left_out(found) == [
        (3, "Its habit is not in the file, or has no name"),
        (4, "The day cannot be read"),
        (5, "The day cannot be read"),
    ]


@pytest.mark.parametrize(
    ("version", "more", "notes"),
    [
        (21, "", ""),
        (22, ", question TEXT", ""),
        (25, ", question TEXT, uuid TEXT", ", notes TEXT"),
    ],
)
def test_later_ones_have_values_amounts_and_notes(
    tmp_path: Path, version: int, more: str, notes: str
) -> None:
    habit = "INSERT INTO Habits(id, name, type, unit) VALUES(?, ?, ?, ?)"
    day = "INSERT INTO Repetitions(habit, timestamp, value) VALUES(?, ?, ?)"
    rows: list[tuple[str, Sequence[Any]]] = [
        (habit, (1, "Meditate", 0, "")),
        (habit, (2, "Run", 1, "km")),
        (day, (1, at("2026-11-20"), 2)),
        (day, (1, at("2026-11-19"), 0)),
        (day, (1, at("2026-11-18"), 3)),
        (day, (1, at("2026-11-17"), 1)),
        (day, (1, at("2026-11-16"), -1)),
        (day, (1, at("2026-11-15"), 4)),
        (day, (2, at("2026-11-20"), 5250)),
        (day, (2, at("2026-11-19"), 0)),
        (day, (2, at("2026-11-18"), 3)),
        (day, (2, at("2026-11-17"), -4000)),
    ]
    if notes:
        words = 'said "so",\nand 🌱'
        rows.append(("UPDATE Repetitions SET notes = ? WHERE value = 5250", (words,)))
    path = database(tmp_path / "x.bin", VALUES.format(more=more, notes=notes), rows=rows, version=version)
    kind, found = read_of(path)
    assert kind == "loop-backup"
    assert told(found) == [
        (1, "Meditate", "2026-11-20", "done", None, "", ""),
        (2, "Meditate", "2026-11-19", "not", None, "", ""),
        (3, "Meditate", "2026-11-18", "skipped", None, "", ""),
        (4, "Meditate", "2026-11-17", "unknown", None, "", ""),
        (5, "Meditate", "2026-11-16", "unknown", None, "", ""),
        (7, "Run", "2026-11-20", "", 5.25, "km", 'said "so",\nand 🌱' if notes else ""),
        (8, "Run", "2026-11-19", "", 0.0, "km", ""),
        (9, "Run", "2026-11-18", "skipped", None, "km", ""),
    ]
    assert left_out(found) == [
        (6, "What this number means is not clear"),
        (10, "What this number means is not clear"),
    ]
    assert [one.about for one in found if isinstance(one, Doubt)] == ["Some days were filled in by Loop."]
    assert plan_of(found).counts["values"] == 4


def test_a_backup_without_habits_has_nothing_in_it(tmp_path: Path) -> None:
    assert read_of(database(tmp_path / "a.db", VALUES.format(more="", notes=""))) == ("loop-backup", [])


OTHER = """
CREATE TABLE Habits(Habit_id INTEGER PRIMARY KEY, title TEXT);
CREATE TABLE CHECKINS(Habit_id INTEGER, date TEXT, type TEXT, note TEXT);
"""
VIEW = """
CREATE TABLE Habits(id INTEGER PRIMARY KEY, name TEXT);
CREATE VIEW Repetitions AS WITH RECURSIVE n(habit, timestamp) AS
    (SELECT 1, 0 UNION ALL SELECT habit, timestamp + 1 FROM n) SELECT * FROM n;
"""
VIRTUAL = """
CREATE TABLE Habits(id INTEGER PRIMARY KEY, name TEXT);
CREATE VIRTUAL TABLE Repetitions USING fts5(habit, timestamp);
"""
WORKED_OUT = """
CREATE TABLE Habits(id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE Repetitions(habit INTEGER, timestamp AS (length(hex(zeroblob(400000000)))));
INSERT INTO Repetitions(habit) VALUES(1);
"""


@pytest.mark.parametrize("script", [OTHER, VIEW, VIRTUAL, WORKED_OUT, "CREATE TABLE x(a)"])
def test_what_is_no_table_of_loops_is_none_of_its_backups(tmp_path: Path, script: str) -> None:
    with open_file(database(tmp_path / "Loop Habits Backup.db", script)) as opened:
        assert told_format(opened) is None
        with pytest.raises(ImportRefusedError, match="damaged"):
            list(loop_backup.FORMAT.read(opened, Choices()))


def torn(path: Path) -> None:
    """Only half of it came over."""
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def trodden_on(path: Path) -> None:
    """Its pages of rows are nonsense; the first is whole."""
    whole = bytearray(path.read_bytes())
    whole[4096:] = b"\x0d\xff" * (len(whole[4096:]) // 2)
    path.write_bytes(whole)


def a_large_value(path: Path) -> None:
    """A note that fills more memory than there is to be had."""
    made = sqlite3.connect(path)
    made.execute("UPDATE Repetitions SET notes = CAST(zeroblob(160000000) AS TEXT) WHERE id = 1")
    made.commit()
    made.close()


@pytest.mark.parametrize("harm", [torn, trodden_on, a_large_value])
def test_a_damaged_one_is_refused_soon_with_a_sentence(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    day = "INSERT INTO Repetitions(habit, timestamp, value, notes) VALUES(1, ?, 2, 'some words')"
    rows: list[tuple[str, Sequence[Any]]] = [(day, (at("2010-01-01") + n * 86_400_000,)) for n in range(2000)]
    rows.append(("INSERT INTO Habits(id, name) VALUES(1, 'Read')", ()))
    path = database(tmp_path / "a.db", VALUES.format(more="", notes=", notes TEXT"), rows=rows)
    harm(path)
    before = path.read_bytes()
    began = time.monotonic()
    with open_file(path) as opened, pytest.raises(ImportRefusedError):
        list(loop_backup.FORMAT.read(opened, Choices()))
    assert time.monotonic() - began < 2 * bound_child.SECONDS
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["a.db"]


def test_triggers_and_what_else_is_in_it_never_run(tmp_path: Path) -> None:
    script = VALUES.format(more="", notes=", notes TEXT") + (
        "INSERT INTO Habits(id, name) VALUES(1, 'Read');"
        "CREATE TRIGGER t AFTER INSERT ON Repetitions BEGIN DELETE FROM Habits; END;"
        "CREATE TABLE secrets(a); INSERT INTO secrets VALUES('not asked for');"
        "PRAGMA journal_mode = WAL;"
    )
    odd = "ä # %41.db" if sys.platform == "win32" else "ä ? # %41.db"
    path = database(tmp_path / odd, script)
    made = sqlite3.connect(path)
    made.execute("DROP TRIGGER t")
    made.execute("INSERT INTO Repetitions VALUES(1, 1, ?, 2, x'00ff')", (at("2026-11-20"),))
    made.execute("CREATE TRIGGER t AFTER INSERT ON Repetitions BEGIN DELETE FROM Habits; END")
    made.commit()
    made.close()
    _kind, found = read_of(path)
    assert told(found) == [(1, "Read", "2026-11-20", "done", None, "", "")]


def test_a_child_that_takes_too_long_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = database(tmp_path / "a.db", VALUES.format(more="", notes=""))
    monkeypatch.setattr(bound_child, "PATIENCE", 0.04)
    with open_file(path) as opened, pytest.raises(ImportRefusedError):
        list(foreign_database.rows_of_database(opened, loop_backup.WANTED))


def test_more_of_an_answer_than_is_taken_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [("INSERT INTO Habits(id, name) VALUES(?, ?)", (n, "x" * 1000)) for n in range(300)]
    path = database(tmp_path / "a.db", VALUES.format(more="", notes=""), rows=rows)
    monkeypatch.setattr(foreign_database, "MOST", 100_000)
    with open_file(path) as opened, pytest.raises(ImportRefusedError, match="larger"):
        list(foreign_database.rows_of_database(opened, loop_backup.WANTED))
