"""Sleepmeter's file: up to four tables, of names a person gave, and last of sleeps, each with its end first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from rewire_app.exchange.importers.cells import number
from rewire_app.exchange.importers.file_format import FileFormat
from rewire_app.exchange.importers.found import Choices, Doubt, FoundSleep, LeftOut
from rewire_app.exchange.importers.nights import NightRow, night_tables, no_nights, passed, stamp
from rewire_app.exchange.importers.opened import OpenedFile
from rewire_app.exchange.importers.refusals import damaged_file
from rewire_app.exchange.importers.tables import TableRow, table_rows
from rewire_app.i18n import _

NAME = "Sleepmeter"
HEADER = ("wake", "sleep", "bedtime", "quality")
OWN_NAMES = {"aid": "custom_aid_id", "hindrances": "custom_hindrance_id", "tags": "custom_tag_id"}
"""The column that names a thing of one's own, and the table with its name."""
BEST = 10
_HOLE = re.compile(r"(\d{1,5})-(\d{1,5})")
Names = Mapping[str, Mapping[str, str]]


def _looks(opened: OpenedFile) -> bool:
    return any(night_tables(opened, HEADER))


def _read(opened: OpenedFile, _choices: Choices) -> Iterator[FoundSleep | LeftOut | Doubt]:
    member = next(night_tables(opened, HEADER), None)
    if member is None:
        raise damaged_file()
    names = {
        column: {
            row.get(table): row.get("name").strip('"') for row in table_rows(opened, member, (table, "name"))
        }
        for column, table in OWN_NAMES.items()
    }
    found = False
    for row in table_rows(opened, member, HEADER):
        found = True
        yield _night(member, row, names)
    if not found:
        yield no_nights()


def _night(member: str, row: TableRow, names: Names) -> FoundSleep | LeftOut:
    place = NightRow(row.line, member, row.raw)
    start, end = stamp(row.get("sleep")), stamp(row.get("wake"))
    awake = _awake_min(row.get("holes"))
    quality = number(row.get("quality"))
    return place.night(
        NAME,
        (start, end),
        asleep_min=_asleep_min(start, end, awake),
        awake_min=awake,
        rating=quality if quality is not None and 0 <= quality <= BEST else None,
        text=_words(row, names),
        main=row.get("type").upper() != "NAP",
    )


def _awake_min(holes: str) -> int | None:
    """Minutes awake between falling asleep and waking, "1-57|1436-1437"; None where they cannot be told."""
    if not holes or holes.upper() == "NONE":
        return 0
    pairs = [_HOLE.fullmatch(part.strip()) for part in holes.split("|")]
    lengths = [int(pair[2]) - int(pair[1]) for pair in pairs if pair]
    return sum(lengths) if len(lengths) == len(pairs) and min(lengths) >= 0 else None


def _asleep_min(start: datetime | None, end: datetime | None, awake: int | None) -> int | None:
    length = passed(start, end) if start is not None and end is not None else None
    if length is None or awake is None:
        return None
    asleep = round(length / timedelta(minutes=1)) - awake
    return asleep if asleep >= 0 else None


def _words(row: TableRow, names: Names) -> str:
    """The notes, and under them what helped, hindered and was marked."""
    told = {
        _("Helped: {words}"): _listed(row, "aid", names),
        _("Hindered: {words}"): _listed(row, "hindrances", names),
        _("Tags: {words}"): _listed(row, "tags", names),
        _("Dreams: {words}"): _dreams(row.get("dreams")),
    }
    lines = [line.format(words=", ".join(words)) for line, words in told.items() if words]
    notes = row.get("notes")
    return "\n".join([notes, *lines] if notes else lines)


def _listed(row: TableRow, column: str, names: Names) -> list[str]:
    """What a cell lists, as a person reads it."""
    parts = [part.strip() for part in row.get(column).split("|")]
    return [names[column].get(part) or _plain(part) for part in parts if part not in ("", "NONE")]


def _plain(word: str) -> str:
    return word.replace("_", " ").lower()


def _dreams(cell: str) -> list[str]:
    """The kinds of dreams, each with what it was about; "NIGHTMARE:-5:CHASE" says the mood between them."""
    found = []
    for dream in cell.split("|"):
        kind, *more = (part.strip() for part in dream.split(":"))
        if kind in ("", "NONE"):
            continue
        about = ", ".join(_plain(word) for word in more[1:])
        found.append(f"{_plain(kind)} ({about})" if about else _plain(kind))
    return found


FORMAT = FileFormat(id="sleepmeter", name=NAME, looks=_looks, read=_read)
