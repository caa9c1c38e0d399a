"""Plees' table: when a sleep began and ended, in milliseconds or, where people are to read it, by the clock.

Newer ones have words, and how often one woke.
Plees itself passes over rows that are equal to one it has, without a word; here each of them is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from rewire_app.exchange.importers.cells import number
from rewire_app.exchange.importers.file_format import FileFormat
from rewire_app.exchange.importers.found import Choices, Doubt, FoundSleep, LeftOut
from rewire_app.exchange.importers.nights import NightRow, epoch, night_tables, no_nights, stamp
from rewire_app.exchange.importers.opened import OpenedFile
from rewire_app.exchange.importers.refusals import damaged_file
from rewire_app.exchange.importers.tables import TableRow, table_rows
from rewire_app.exchange.importers.unread_columns import UnreadColumns
from rewire_app.i18n import _

NAME = "Plees"
HEADER = ("sid", "start", "stop", "rating")
SILENT = ("length", "health_connect_id", "health_connect_version")
"""What follows from the others, and what only programs read."""
BEST = 5


def _looks(opened: OpenedFile) -> bool:
    return any(night_tables(opened, HEADER))


def _read(opened: OpenedFile, _choices: Choices) -> Iterator[FoundSleep | LeftOut | Doubt]:
    member = next(night_tables(opened, HEADER), None)
    if member is None:
        raise damaged_file()
    found = False
    unread = UnreadColumns((*HEADER, "comment"), SILENT)
    for row in map(unread.see, table_rows(opened, member, HEADER)):
        found = True
        yield _night(member, row)
    yield from unread.told()
    if not found:
        yield no_nights()


def _night(member: str, row: TableRow) -> FoundSleep | LeftOut:
    place = NightRow(row.line, member, row.raw)
    if any(cell.strip() for cell in row.cells[max(row.columns.values()) + 1 :]):
        return place.out(_("This row has more cells than the table has columns"))
    rating = number(row.get("rating"))
    return place.night(
        NAME,
        (_moment(row.get("start")), _moment(row.get("stop"))),
        rating=2 * rating if rating is not None and 0 < rating <= BEST else None,
        text=row.get("comment"),
    )


def _moment(text: str) -> datetime | None:
    """A moment in milliseconds, or by the clock of the phone as a backup writes it that people can read."""
    return epoch(text) or stamp(text)


FORMAT = FileFormat(id="plees", name=NAME, looks=_looks, read=_read)
