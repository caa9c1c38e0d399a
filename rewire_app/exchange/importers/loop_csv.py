"""Loop Habit Tracker's tables, in the zip or folder in which it saves them: words since 2025, numbers before.

Each habit has a folder with a table of its days. Days that Loop filled in by itself, since a habit was done
often enough, are days of which the person said nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from rewire_app.exchange.importers.any_days import ColumnDays, why_no_day
from rewire_app.exchange.importers.cells import iso_day, plain_digits
from rewire_app.exchange.importers.file_format import FileFormat
from rewire_app.exchange.importers.found import Choices, Doubt, FoundAmount, LeftOut
from rewire_app.exchange.importers.loop_days import AUTO, LoopHabit, amount_of, filled_in
from rewire_app.exchange.importers.opened import OpenedFile
from rewire_app.exchange.importers.refusals import damaged_file
from rewire_app.exchange.importers.tables import (
    Record,
    columns_of,
    first_records,
    has_columns,
    records,
    table_rows,
)
from rewire_app.i18n import _

HABITS, DAYS = "Habits.csv", "Checkmarks.csv"
HEADERS = (("Position", "Name", "Question"), ("Name", "Description", "NumRepetitions", "Interval"))
"""The columns of its habits, now and once, when some had no number and none a question."""
WORDS = {"YES_MANUAL": 2, "YES_AUTO": AUTO, "NO": 0, "SKIP": 3, "UNKNOWN": -1}
MOST_HABITS = 1_000
_FOLDER = re.compile(r"(?:.*/)?(\d{3,}) ?([^/]*)/" + re.escape(DAYS))
_WHOLE = re.compile(r"-?[0-9]{1,12}")


@dataclass(frozen=True, slots=True)
class _Table:
    """The table of one habit, and how its days are written."""

    member: str
    habit: LoopHabit
    days: ColumnDays


def _looks(opened: OpenedFile) -> bool:
    if not (opened.is_folder or opened.is_zip):
        return False
    return _habits_member(opened) is not None or any(_folders(opened))


def _habits_member(opened: OpenedFile) -> str | None:
    names = [name for name in opened.members() if name.rsplit("/", 1)[-1] == HABITS]
    return next(
        (name for name in names if any(has_columns(opened, name, header) for header in HEADERS)), None
    )


def _folders(opened: OpenedFile) -> Iterator[tuple[str, re.Match[str]]]:
    """The tables of single habits, each with the number and name of its folder."""
    named = ((name, found) for name in opened.members() if (found := _FOLDER.fullmatch(name)))
    for name, found in islice(named, MOST_HABITS):
        if _begins_like_days(opened, name):
            yield name, found


def _begins_like_days(opened: OpenedFile, member: str) -> bool:
    """Whether a table of days begins there, with a header or with a day."""
    first = first_records(opened, member, 1)
    return any("date" in columns_of(one.cells) or iso_day(one.cells[0]) is not None for one in first)


def _read(opened: OpenedFile, _choices: Choices) -> Iterator[FoundAmount | LeftOut | Doubt]:
    member = _habits_member(opened)
    habits = _habits(opened, member) if member is not None else {}
    tables = [
        _Table(
            name,
            habits.get(int(found[1])) or LoopHabit(found[2].strip() or found[1], None, ""),
            _days(opened, name),
        )
        for name, found in _folders(opened)
    ]
    told = False
    source = _each(opened, tables) if tables else _together(opened, member or "", list(habits.values()))
    for found, auto in source:
        if auto and not told:
            told = True
            yield filled_in()
        yield found


def _habits(opened: OpenedFile, member: str) -> dict[int, LoopHabit]:
    """The habits by their number."""
    found: dict[int, LoopHabit] = {}
    header = next(header for header in HEADERS if has_columns(opened, member, header))
    for place, row in enumerate(table_rows(opened, member, header), 1):
        position, kind = plain_digits(row.get("Position")) or str(place), row.get("Type").upper()
        if _WHOLE.fullmatch(position) and row.get("Name") and len(found) < MOST_HABITS:
            numbers = {"YES_NO": False, "NUMERICAL": True}.get(kind)
            found.setdefault(int(position), LoopHabit(row.get("Name"), numbers, row.get("Unit")))
    return found


def _each(opened: OpenedFile, tables: list[_Table]) -> Iterator[tuple[FoundAmount | LeftOut, bool]]:
    """The days of each habit by its own table; with a header or, as once, without."""
    for table in tables:
        columns = {"date": 0, "value": 1}
        for record in records(opened, table.member):
            here = columns_of(record.cells)
            if {"date", "value"} <= here.keys():
                columns = here
            elif any(cell.strip() for cell in record.cells):
                yield _row(table, record, columns)


def _days(opened: OpenedFile, member: str) -> ColumnDays:
    """The days of a table, which stand in its first column."""
    return ColumnDays(lambda: (record.cells[0] for record in records(opened, member) if record.cells))


def _row(table: _Table, record: Record, columns: dict[str, int]) -> tuple[FoundAmount | LeftOut, bool]:
    """One day of a habit from its own table, and whether Loop filled it in."""
    last = max(columns.values())
    if any(cell.strip() for cell in record.cells[last + 1 :]):
        why = _("This row has more cells than the table has columns")
        return LeftOut(line=record.line, member=table.member, reason=why, text=record.raw), False
    cells = record.cells + [""] * (last + 1)
    note = cells[columns["notes"]] if "notes" in columns else ""
    return _day(table, record, (cells[columns["date"]], cells[columns["value"]], note))


def _together(
    opened: OpenedFile, habits_member: str, habits: list[LoopHabit]
) -> Iterator[tuple[FoundAmount | LeftOut, bool]]:
    """The days of all habits by the one table of all; its names have no quotes, so they are put together.

    Raises ImportRefusedError where its header is not the names of the habits.
    """
    member = habits_member.removesuffix(HABITS) + DAYS
    if member not in opened.members():
        raise damaged_file()
    expected = f"Date,{','.join(habit.name for habit in habits)}".rstrip(",")
    begun, days = False, _days(opened, member)
    for record in records(opened, member, divider=","):
        if not any(cell.strip() for cell in record.cells):
            continue
        if not begun:
            begun = True
            if ",".join(record.cells).rstrip(",").casefold() != expected.casefold():
                raise damaged_file()
        elif len(record.cells) < len(habits) + 1:
            why = _("This row has fewer cells than the table has columns")
            yield LeftOut(line=record.line, member=member, reason=why, text=record.raw), False
        else:
            for habit, cell in zip(habits, record.cells[1:], strict=False):
                place = _Table(f"{member}: {habit.name}", habit, days)
                yield _day(place, record, (record.cells[0], cell, ""))


def _day(table: _Table, record: Record, cells: tuple[str, str, str]) -> tuple[FoundAmount | LeftOut, bool]:
    """One day of a habit (its day, value and note as they stand), and whether Loop filled it in."""
    day, word = table.days.day(cells[0]), cells[1].strip()
    value = WORDS.get(word.upper(), int(word) if _WHOLE.fullmatch(word) else None)
    why = "" if day is not None else why_no_day(cells[0])
    why = why or ("" if value is not None else _("What was done on it cannot be read"))
    if why or day is None or value is None:
        return LeftOut(line=record.line, member=table.member, reason=why, text=record.raw), False
    found = amount_of(table.habit, day, value, cells[2].strip(), line=record.line, member=table.member)
    if found is None:
        why = _("What this number means is not clear")
        return LeftOut(line=record.line, member=table.member, reason=why, text=record.raw), False
    return found, value == AUTO and not table.habit.numbers


FORMAT = FileFormat(id="loop-csv", name="Loop Habit Tracker", looks=_looks, read=_read)
