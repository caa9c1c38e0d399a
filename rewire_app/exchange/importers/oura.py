"""Oura's exports: the trends of each day (commas), what its app keeps, a table a kind (semicolons), and JSON.

Names of columns drift ("Total Sleep Time", "Total Sleep Duration"). Lengths are in seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, time

from rewire_app.exchange.importers.cells import iso_day
from rewire_app.exchange.importers.file_format import FileFormat
from rewire_app.exchange.importers.found import Choices, Doubt, FoundAmount, FoundSleep, LeftOut
from rewire_app.exchange.importers.nights import (
    NightRow,
    minutes,
    named_members,
    night_tables,
    no_nights,
    only_times,
    stamp,
)
from rewire_app.exchange.importers.opened import OpenedFile
from rewire_app.exchange.importers.oura_json import NAME, oura_documents, oura_nights, period
from rewire_app.exchange.importers.refusals import damaged_file
from rewire_app.exchange.importers.tables import TableRow, columns_of, first_records, table_rows
from rewire_app.i18n import _

TRENDS = ("date", "Bedtime Start", "Bedtime End")
PERIODS = ("bedtime_start", "bedtime_end", "total_sleep_duration")
SCORES = ("id", "contributors", "day", "score", "timestamp")
OF_SLEEP = "rem_sleep"
"""What goes into a score of sleep, and into none of the other scores in tables with the same columns."""
ASLEEP = ("Total Sleep Duration", "Total Sleep Time")
AWAKE = ("Awake Duration", "Awake Time")
Found = FoundSleep | FoundAmount | LeftOut


def _looks(opened: OpenedFile) -> bool:
    return any(_tables(opened)) or any(oura_documents(opened))


def _tables(opened: OpenedFile) -> Iterator[tuple[str, tuple[str, ...], Callable[..., Iterator[Found]]]]:
    """Each table with the columns that it has, and what reads its rows."""
    for member in night_tables(opened, TRENDS):
        yield member, TRENDS, _trend
    for member in night_tables(opened, PERIODS):
        yield member, PERIODS, _period
    for member in named_members(opened, (".csv",)):
        if _has_scores(opened, member):
            yield member, SCORES, _score


def _has_scores(opened: OpenedFile, member: str) -> bool:
    """Whether the scores in `member` are those of sleep; without a row that says so, by its columns alone."""
    records = first_records(opened, member, 2)
    header = columns_of(records[0].cells) if records else {}
    if not header.keys() >= set(SCORES):
        return False
    return OF_SLEEP in records[1].raw if len(records) > 1 else len(header) == len(SCORES)


def _read(opened: OpenedFile, _choices: Choices) -> Iterator[Found | Doubt]:
    count, nights = 0, False
    for one in _each(opened):
        count += 1
        nights |= isinstance(one, FoundSleep)
        yield one
    if not count:
        if not _looks(opened):
            raise damaged_file()
        yield no_nights()
    elif nights:
        yield only_times()


def _each(opened: OpenedFile) -> Iterator[Found]:
    for member, header, read in _tables(opened):
        for row in table_rows(opened, member, header):
            yield from read(NightRow(row.line, member, row.raw), row)
    for member in oura_documents(opened):
        yield from oura_nights(opened, member)


def _trend(place: NightRow, row: TableRow) -> Iterator[Found]:
    """A day of the trends: its night, if it has one, and what Oura said of it."""
    begun, over = row.get("Bedtime Start"), row.get("Bedtime End")
    score = _filled(row.get("Sleep Score"))
    if not _filled(begun) and not _filled(over):
        if not score:
            yield place.out(_("There is no night on this day"))
    else:
        yield place.night(
            NAME,
            (stamp(begun), stamp(over)),
            asleep_min=_first_minutes(row, ASLEEP),
            awake_min=_first_minutes(row, AWAKE),
        )
    if score:
        yield place.score(NAME, _day(row.get("date")), score)


def _period(place: NightRow, row: TableRow) -> Iterator[Found]:
    """A period of sleep in the data of the app."""
    yield period(place, row.get)


def _score(place: NightRow, row: TableRow) -> Iterator[Found]:
    """What Oura said of a night as a number from 0 to 100."""
    yield place.score(NAME, _day(row.get("day")), row.get("score"))


def _first_minutes(row: TableRow, names: tuple[str, ...]) -> int | None:
    return next((found for name in names if (found := minutes(row.get(name))) is not None), None)


def _filled(cell: str) -> str:
    """A cell, "" where it says that there is nothing."""
    return "" if cell.casefold() in ("none", "null", "nan", "n/a") else cell


def _day(text: str) -> datetime | None:
    day = iso_day(text)
    return None if day is None else datetime.combine(day, time())


FORMAT = FileFormat(id="oura", name=NAME, looks=_looks, read=_read)
