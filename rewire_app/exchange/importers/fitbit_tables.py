"""Fitbit's two tables of nights: the older with times on the wall, the newer in UTC with offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from rewire_app.exchange.importers.any_days import DayOrder, WallTime, is_day, order_of, wall_time
from rewire_app.exchange.importers.found import UNSAID, FoundSleep, LeftOut
from rewire_app.exchange.importers.nights import NightRow, count, ended, stamp
from rewire_app.exchange.importers.opened import OpenedFile
from rewire_app.exchange.importers.tables import TableRow, table_rows
from rewire_app.exchange.importers.wall_clocks import offset_of
from rewire_app.i18n import _

HAND_MADE = "Fitbit"
"""Who noted a night of which the file names no device."""
ZONED = ("sleep_start", "sleep_end", "minutes_asleep")
SUMMED = ("Start Time", "End Time", "Minutes Asleep")
SCORES = ("sleep_log_entry_id", "timestamp", "overall_score")
NEWER_SCORES = ("sleep_id", "score_time", "overall_score")
HOW = frozenset(("", "manual", "derived", "actively_measured", "passively_measured", "unknown"))
"""What the newer table says of how a night was noted, where it names no device."""
_DASHES = re.compile(r"\d{1,2}-\d{1,2}-\d{4}")


def zoned(place: NightRow, row: TableRow) -> FoundSleep | LeftOut:
    """A night of the newer table."""
    source = row.get("data_source")
    how = source.casefold() in HOW
    return place.night(
        HAND_MADE if how else source.replace("_", " ").title(),
        (
            _local(row.get("sleep_start"), row.get("start_utc_offset")),
            _local(row.get("sleep_end"), row.get("end_utc_offset")),
        ),
        asleep_min=count(row.get("minutes_asleep")),
        awake_min=count(row.get("minutes_awake")),
    )


def _local(text: str, offset: str) -> datetime | None:
    """An instant in UTC by the clock of its offset; by none where that is not told."""
    at = stamp(text, UTC)
    return None if at is None else at.astimezone(offset_of(offset) or UNSAID)


def summed_nights(opened: OpenedFile, member: str) -> Iterator[FoundSleep | LeftOut]:
    """The nights of the older table, which writes days in two ways and times of 12 hours."""
    order = _order(opened, member)
    for row in table_rows(opened, member, SUMMED):
        place = NightRow(row.line, member, row.raw)
        start, end = (_wall(row.get(name), order) for name in SUMMED[:2])
        asleep, awake = count(row.get("Minutes Asleep")), count(row.get("Minutes Awake"))
        length = None if asleep is None or awake is None else asleep + awake
        if any(cell.strip() for cell in row.cells[max(row.columns.values()) + 1 :]):
            yield place.out(_("This row has more cells than the table has columns"))
        elif start is None and is_day(row.get("Start Time").partition(" ")[0]) and not order.told:
            yield place.out(_("Which number is the day and which the month cannot be told"))
        else:
            yield place.night(
                HAND_MADE, (start, ended(start, end, length)), asleep_min=asleep, awake_min=awake
            )


def _order(opened: OpenedFile, member: str) -> DayOrder:
    """How the days of the table are ordered: as one that can be read in one way alone, else the day first."""
    cells = [row.get(name) for row in table_rows(opened, member, SUMMED) for name in SUMMED[:2]]
    order = order_of(cells)
    dashes = any(_DASHES.match(cell) for cell in cells)
    return DayOrder(day_first=True) if dashes and order == DayOrder() else order


def _wall(text: str, order: DayOrder) -> datetime | None:
    at: WallTime | None = wall_time(text, order)
    return None if at is None or at.time is None else datetime.combine(at.day, at.time)
