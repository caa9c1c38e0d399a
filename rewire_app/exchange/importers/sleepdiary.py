"""The standard record of sleep diaries, of the project of that name: JSON, or a table with the same columns.

Only records of sleep are nights; when someone was awake, in bed or at work is told as staying out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from rewire_app.exchange.importers.cells import LARGEST
from rewire_app.exchange.importers.file_format import FileFormat
from rewire_app.exchange.importers.found import UNSAID, Choices, Doubt, FoundSleep, LeftOut
from rewire_app.exchange.importers.json_files import json_value
from rewire_app.exchange.importers.nights import (
    NightRow,
    epoch,
    json_heads,
    minutes,
    night_tables,
    no_nights,
    stamp,
)
from rewire_app.exchange.importers.opened import OpenedFile
from rewire_app.exchange.importers.refusals import damaged_file
from rewire_app.exchange.importers.tables import table_rows
from rewire_app.exchange.importers.wall_clocks import zone_of
from rewire_app.i18n import _

NAME = "Sleep diary"
NEEDED = ("status", "start", "end")
TELLING = ("is_primary_sleep", "start_timezone", "day_number", "missing_record_after", "start_of_new_day")
"""Columns and keys by which a record is told from any other that has a start and an end."""
COLUMNS = (*NEEDED, *TELLING, "end_timezone", "duration", "tags", "comments")
ASLEEP = "asleep"


def _tables(opened: OpenedFile) -> Iterator[str]:
    """The tables of records."""
    return night_tables(opened, *((*NEEDED, telling) for telling in TELLING))


def _documents(opened: OpenedFile) -> Iterator[str]:
    """The JSON of records; one that has none of them yet says what it is."""
    keys = [(*NEEDED, telling) for telling in TELLING]
    return json_heads(opened, *keys, ("file_format", "Standard", "records"))


def _looks(opened: OpenedFile) -> bool:
    return any(_tables(opened)) or any(_documents(opened))


def _read(opened: OpenedFile, _choices: Choices) -> Iterator[FoundSleep | LeftOut | Doubt]:
    found = False
    for place, record in _records(opened):
        found = True
        yield place.out(_("This is no entry")) if record is None else _night(place, record)
    if not found:
        yield no_nights()


def _records(opened: OpenedFile) -> Iterator[tuple[NightRow, Mapping[str, Any] | None]]:
    """Each record with its place; None for what is none."""
    members = list(_documents(opened))
    for member in members:
        told = json_value(opened.text(member))
        records = told.get("records") if isinstance(told, dict) else told
        if not isinstance(records, list):
            raise damaged_file()
        for number, record in enumerate(records, 1):
            raw = json.dumps(record, ensure_ascii=False)[:400]
            yield NightRow(number, member, raw), record if isinstance(record, dict) else None
    for member in _tables(opened) if not members else ():
        members.append(member)
        for row in table_rows(opened, member, NEEDED):
            yield NightRow(row.line, member, row.raw), {name: row.get(name) for name in COLUMNS}
    if not members:
        raise damaged_file()


def _night(place: NightRow, record: Mapping[str, Any]) -> FoundSleep | LeftOut:
    status = str(record.get("status") or "").strip().casefold()
    if status != ASLEEP:
        return place.out(_("No sleep, but: {status}").format(status=status[:40] or "-"))
    zones = [str(record.get(name) or "") for name in ("start_timezone", "end_timezone")]
    start = _moment(record.get("start"), zones[0] or zones[1])
    end = _moment(record.get("end"), zones[1] or zones[0])
    return place.night(
        NAME,
        (start, end),
        asleep_min=_asleep_min(record.get("duration")),
        text=_words(record),
        main=str(record.get("is_primary_sleep")).strip().casefold() not in ("false", "0", "no"),
    )


def _moment(told: object, zone: str) -> datetime | None:
    """A moment by its milliseconds or its date; by no clock where the zone is none."""
    clock = zone_of(zone) or UNSAID
    return epoch(told, clock) or stamp(told, zone_of(zone))


def _asleep_min(told: object) -> int | None:
    """Minutes of milliseconds."""
    if isinstance(told, str):
        told = int(told) if told.strip().isdecimal() and len(told) < 12 else None
    if not isinstance(told, int | float) or isinstance(told, bool) or not 0 <= told <= LARGEST:
        return None
    return minutes(told / 1000)


def _words(record: Mapping[str, Any]) -> str:
    """The comments, one a line, and the tags under them."""
    comments = [_comment(one) for one in _listed(record.get("comments"))]
    tags = [f"#{tag}" for one in _listed(record.get("tags")) if (tag := str(one).strip().lstrip("#"))]
    return "\n".join(line for line in (*comments, " ".join(tags)) if line)


def _comment(told: object) -> str:
    words = told.get("text") if isinstance(told, dict) else told
    return words.strip() if isinstance(words, str) else ""


def _listed(told: object) -> list[Any]:
    """A list, also one that stands as JSON in a cell; words alone are a list of one."""
    if isinstance(told, str) and told.lstrip()[:1] == "[":
        try:
            told = json.loads(told)
        except (ValueError, RecursionError):
            return [told]
    if isinstance(told, list):
        return told
    return [told] if isinstance(told, str) and told.strip() else []


FORMAT = FileFormat(id="sleepdiary", name=NAME, looks=_looks, read=_read)
