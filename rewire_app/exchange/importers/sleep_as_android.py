"""Sleep as Android's table: a header before each night, since each has columns of its own for what moved.

A night is known by the milliseconds at which it began, its zone and its hours; days and times beside them
are for reading, and are taken where those say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, tzinfo

from rewire_app.exchange.importers.cells import plain_digits
from rewire_app.exchange.importers.file_format import FileFormat
from rewire_app.exchange.importers.found import UNSAID, Choices, Doubt, FoundSleep, LeftOut
from rewire_app.exchange.importers.nights import (
    NightRow,
    epoch,
    night_tables,
    no_nights,
    only_times,
    passed,
)
from rewire_app.exchange.importers.opened import OpenedFile
from rewire_app.exchange.importers.refusals import damaged_file
from rewire_app.exchange.importers.tables import TableRow, column_name, columns_of, records
from rewire_app.exchange.importers.wall_clocks import clock_time, real_day, zone_of
from rewire_app.i18n import _

NAME = "Sleep as Android"
HEADER = ("Id", "Tz", "From", "To", "Hours")
BY_HAND = "-1.0"
"""What stands for the minutes awake in a night that was added by hand; -1 is a minute."""
BEST = 5.0
_DAY = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})\s+(.+)")
_DECIMAL = re.compile(r"-?\d{1,6}(?:[.,]\d{1,6})?")
_RATING = re.compile(r"\d(?:\.\d+)?")
_NAP = re.compile(r"(?<!\S)#nap(?:_\dx)?(?!\S)", re.IGNORECASE)
CLOSE = timedelta(minutes=3)
"""Hours that are written in two digits, and times without seconds, differ by less."""


@dataclass(frozen=True, slots=True)
class _Header:
    """The columns of the nights under it, and how many cells they have."""

    columns: Mapping[str, int]
    width: int


def _looks(opened: OpenedFile) -> bool:
    return any(night_tables(opened, HEADER))


def _read(opened: OpenedFile, _choices: Choices) -> Iterator[FoundSleep | LeftOut | Doubt]:
    members = list(night_tables(opened, HEADER))
    if not members:
        raise damaged_file()
    found, cut = False, False
    for member in members:
        for row, header in _rows(opened, member):
            found = True
            night, whole = _night(NightRow(row.line, member, row.raw), row, header)
            yield night
            cut |= not whole
    if cut:
        yield Doubt(
            about=_("Some rows have more cells than their header."),
            sentence=_("Their nights come in with their times alone."),
        )
    yield only_times() if found else no_nights()


def _rows(opened: OpenedFile, member: str) -> Iterator[tuple[TableRow, _Header]]:
    """The nights, each with the header that stands above it; how loud they were is passed over."""
    wanted = {column_name(name) for name in HEADER}
    header = None
    for record in records(opened, member):
        here = columns_of(record.cells)
        if wanted <= here.keys():
            header = _Header(here, len(record.cells))
        elif header is not None and record.cells and record.cells[0].strip():
            row = TableRow(line=record.line, cells=record.cells, raw=record.raw, columns=header.columns)
            yield row, header


def _night(place: NightRow, row: TableRow, header: _Header) -> tuple[FoundSleep | LeftOut, bool]:
    """A night, and whether its cells could be told apart."""
    zone = zone_of(row.get("Tz"))
    wall = _wall(row.get("From"), zone), _wall(row.get("To"), zone)
    start = epoch(row.get("Id"), zone or UNSAID) or wall[0]
    hours = _decimal(row.get("Hours"))
    mended = _mended(row, header, wall, hours)
    if mended is None or start is None or hours is None or hours <= 0:
        return place.night(NAME, _by_walls(start, wall)), mended is not None
    if start.tzinfo is not None:
        end = (start.astimezone(UTC) + timedelta(hours=hours)).astimezone(start.tzinfo)
    else:
        end = start + timedelta(hours=hours)
    rating, comment = _decimal(mended.get("Rating")), mended.get("Comment").replace(" \\n ", "\n").strip()
    night = place.night(
        NAME,
        (start, end),
        asleep_min=_asleep_min(mended, hours),
        rating=2 * rating if rating and 0 < rating <= BEST else None,
        text=comment,
        main=not _NAP.search(comment),
    )
    return night, True


def _mended(
    row: TableRow, header: _Header, wall: tuple[datetime | None, datetime | None], hours: float | None
) -> TableRow | None:
    """The row with its comment in one cell, where commas that nobody quoted divided it.

    None where commas in numbers may have: only if the hours are those between its times is it the comment.
    """
    more = len(row.cells) - header.width
    at = header.columns.get("comment")
    if more <= 0 or not (any(cell.strip() for cell in row.cells[header.width :]) or _is_cut(row, at)):
        return row
    begun, over = wall
    length = passed(begun, over) if begun is not None and over is not None else None
    if (
        at is None
        or hours is None
        or length is None
        or not _RATING.fullmatch(plain_digits(row.get("Rating")))
    ):
        return None
    if abs(length - timedelta(hours=hours)) > CLOSE:
        return None
    words = ",".join(row.cells[at : at + more + 1])
    return replace(row, cells=[*row.cells[:at], words, *row.cells[at + more + 1 :]])


def _is_cut(row: TableRow, comment: int | None) -> bool:
    """Whether what stands behind the comment goes on with it: the framerate is a number.

    The last cell of a row is the place, which is empty unless a person asked for it.
    """
    return comment is not None and _decimal(row.cells[comment + 1].strip()) is None


def _by_walls(
    start: datetime | None, wall: tuple[datetime | None, datetime | None]
) -> tuple[datetime | None, datetime | None]:
    """From when to when, where the hours say nothing: as the days and times beside them do."""
    return wall if start is None or start.tzinfo is UNSAID else (start, wall[1])


def _asleep_min(row: TableRow, hours: float) -> int | None:
    """Minutes asleep, as the program works them out: its hours, less what it takes off them."""
    adjust = plain_digits(row.get("LenAdjust")).replace(",", ".")
    less = 0.0 if adjust == BY_HAND else _decimal(adjust) or 0.0
    asleep = round(hours * 60 + less)
    return asleep if asleep >= 0 else None


def _decimal(text: str) -> float | None:
    text = plain_digits(text)
    return float(text.replace(",", ".")) if _DECIMAL.fullmatch(text) else None


def _wall(text: str, zone: tzinfo | None) -> datetime | None:
    """The moment of "26. 11. 2020 20:00" or of the same with am and pm."""
    found = _DAY.fullmatch(text)
    if not found:
        return None
    day, at = real_day(int(found[3]), int(found[2]), int(found[1])), clock_time(found[4])
    return datetime.combine(day, at, zone) if day is not None and at is not None else None


FORMAT = FileFormat(id="sleep-as-android", name=NAME, looks=_looks, read=_read)
