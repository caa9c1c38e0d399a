"""HabitBull's table: a row for each day of a habit, with a number, or 1 and 0 for done and not."""

from __future__ import annotations

from collections.abc import Iterator

from rewire_app.exchange.importers.any_days import ColumnDays, DayOrder
from rewire_app.exchange.importers.cells import number, table_member
from rewire_app.exchange.importers.file_format import FileFormat
from rewire_app.exchange.importers.found import Choices, Doubt, FoundAmount, LeftOut
from rewire_app.exchange.importers.opened import OpenedFile
from rewire_app.exchange.importers.refusals import damaged_file
from rewire_app.exchange.importers.tables import TableRow, table_rows
from rewire_app.exchange.importers.unread_columns import UnreadColumns
from rewire_app.i18n import _

HEADER = ("HabitName", "CalendarDate", "Value")
NO_NUMBER = -2_147_000_000
"""What stands where HabitBull has no number is written as -2150000000; no person notes one so low."""


def _looks(opened: OpenedFile) -> bool:
    return table_member(opened, HEADER) is not None


def _read(opened: OpenedFile, _choices: Choices) -> Iterator[FoundAmount | LeftOut | Doubt]:
    member = table_member(opened, HEADER)
    if member is None:
        raise damaged_file()
    described = False
    unread = UnreadColumns((*HEADER, "CommentText"), ("HabitDescription", "HabitCategory"))
    days = ColumnDays(
        lambda: (row.get("CalendarDate") for row in table_rows(opened, member, HEADER)),
        DayOrder(month_first=True),
    )
    for row in map(unread.see, table_rows(opened, member, HEADER)):
        if not described and (row.get("HabitDescription") or row.get("HabitCategory")):
            described = True
            yield Doubt(
                about=_("Descriptions and categories of habits stay out."),
                sentence=_("Names, days, numbers and comments come in."),
            )
        yield from _row(member, row, days)
    yield from unread.told()


def _row(member: str, row: TableRow, days: ColumnDays) -> Iterator[FoundAmount | LeftOut]:
    name, day = row.get("HabitName"), days.day(row.get("CalendarDate"))
    value, note = number(row.get("Value")), row.get("CommentText")
    why = ""
    if not name:
        why = _("The name of the habit is missing")
    elif day is None:
        why = _("The day cannot be read")
    elif any(cell.strip() for cell in row.cells[max(row.columns.values()) + 1 :]):
        why = _("This row has more cells than the table has columns")
    elif value is None:
        why = _("The number cannot be read")
    elif value <= NO_NUMBER:
        why = (
            _("Its number stands for none; a comment on it comes in")
            if note
            else _("Its number stands for none")
        )
        if note:
            yield FoundAmount(line=row.line, member=member, name=name, day=day, status="unknown", note=note)
    if why or day is None:
        yield LeftOut(line=row.line, member=member, reason=why, text=row.raw)
        return
    yield FoundAmount(line=row.line, member=member, name=name, day=day, value=value, note=note)


FORMAT = FileFormat(id="habitbull", name="HabitBull", looks=_looks, read=_read)
