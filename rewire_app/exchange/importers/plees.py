"""Plees' table: when a sleep began and ended in milliseconds, and in newer ones words and how often one woke.

Plees itself passes over rows that are equal to one it has, without a word; here each of them is told.
"""

from __future__ import annotations

from collections.abc import Iterator

from rewire_app.exchange.importers.cells import number
from rewire_app.exchange.importers.file_format import FileFormat
from rewire_app.exchange.importers.found import Choices, Doubt, FoundSleep, LeftOut
from rewire_app.exchange.importers.nights import NightRow, epoch, night_tables, no_nights
from rewire_app.exchange.importers.opened import OpenedFile
from rewire_app.exchange.importers.refusals import damaged_file
from rewire_app.exchange.importers.tables import TableRow, table_rows
from rewire_app.i18n import _

NAME = "Plees"
HEADER = ("sid", "start", "stop", "rating")
BEST = 5


def _looks(opened: OpenedFile) -> bool:
    return any(night_tables(opened, HEADER))


def _read(opened: OpenedFile, _choices: Choices) -> Iterator[FoundSleep | LeftOut | Doubt]:
    member = next(night_tables(opened, HEADER), None)
    if member is None:
        raise damaged_file()
    found = False
    for row in table_rows(opened, member, HEADER):
        found = True
        yield _night(member, row)
    if not found:
        yield no_nights()


def _night(member: str, row: TableRow) -> FoundSleep | LeftOut:
    place = NightRow(row.line, member, row.raw)
    if any(cell.strip() for cell in row.cells[max(row.columns.values()) + 1 :]):
        return place.out(_("This row has more cells than the table has columns"))
    rating = number(row.get("rating"))
    return place.night(
        NAME,
        (epoch(row.get("start")), epoch(row.get("stop"))),
        rating=2 * rating if rating is not None and 0 < rating <= BEST else None,
        text=row.get("comment"),
    )


FORMAT = FileFormat(id="plees", name=NAME, looks=_looks, read=_read)
