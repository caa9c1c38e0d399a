"""Daylio's table of entries (CSV): three headers, times as phones write them, moods in own words."""

from __future__ import annotations

from collections.abc import Iterator

from rewire_app.exchange.importers.any_days import ColumnDays, why_no_day
from rewire_app.exchange.importers.cells import table_member
from rewire_app.exchange.importers.day_words import day_of_year
from rewire_app.exchange.importers.file_format import FileFormat
from rewire_app.exchange.importers.found import Choices, Doubt, FoundEntry, LeftOut
from rewire_app.exchange.importers.opened import OpenedFile
from rewire_app.exchange.importers.plain_words import plain_words
from rewire_app.exchange.importers.refusals import damaged_file
from rewire_app.exchange.importers.tables import TableRow, table_rows
from rewire_app.exchange.importers.unread_columns import UnreadColumns
from rewire_app.exchange.importers.wall_clocks import clock_time
from rewire_app.i18n import _

NEWER = ("full_date", "time", "mood", "activities")
OLDER = ("year", "date", "time", "mood", "activities")
TEXTS = ("note_title", "note")
SILENT = ("date", "weekday")
"""What says the day again, as the phone writes it."""


def _looks(opened: OpenedFile) -> bool:
    return table_member(opened, NEWER, OLDER) is not None


def _read(opened: OpenedFile, _choices: Choices) -> Iterator[FoundEntry | LeftOut | Doubt]:
    member = table_member(opened, NEWER, OLDER)
    if member is None:
        raise damaged_file()
    newer = table_member(opened, NEWER) == member
    moods: dict[str, str] = {}
    needed = NEWER if newer else OLDER
    unread = UnreadColumns((*needed, *TEXTS), SILENT)
    days = ColumnDays(lambda: (row.get("full_date") for row in table_rows(opened, member, needed)))
    for row in map(unread.see, table_rows(opened, member, needed)):
        why = _why_not(row)
        day = days.day(row.get("full_date")) if newer else day_of_year(row.get("year"), row.get("date"))
        at = clock_time(row.get("time"))
        if not why and day is None:
            why = why_no_day(row.get("full_date"))
        if not why and at is None and row.get("time"):
            why = _("The time cannot be read")
        if why or day is None:
            yield LeftOut(line=row.line, member=member, reason=why, text=row.raw)
            continue
        mood = row.get("mood")
        yield FoundEntry(
            line=row.line,
            member=member,
            day=day,
            time=at,
            mood=moods.setdefault(mood.casefold(), mood),
            activities=tuple(word for part in row.get("activities").split("|") if (word := part.strip())),
            title=plain_words(row.get("note_title")),
            text=plain_words(row.get("note")),
        )
    yield from unread.told()


def _why_not(row: TableRow) -> str:
    """Why the cells of `row` cannot be told apart; "" if they can."""
    columns = max(row.columns.values()) + 1
    if len(row.cells) < columns:
        return _("This row has fewer cells than the table has columns")
    if any(cell.strip() for cell in row.cells[columns:]):
        return _("This row has more cells than the table has columns")
    return ""


FORMAT = FileFormat(id="daylio", name="Daylio", looks=_looks, read=_read)
