"""Track & Graph's table: what was tracked, when, a number or a length of time, and words beside it.

An older kind has no column for the label: there it stands behind the number, after a colon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rewire_app.exchange.importers.cells import LARGEST, number, table_member
from rewire_app.exchange.importers.file_format import FileFormat
from rewire_app.exchange.importers.found import Choices, Doubt, FoundAmount, LeftOut
from rewire_app.exchange.importers.opened import OpenedFile
from rewire_app.exchange.importers.refusals import damaged_file
from rewire_app.exchange.importers.tables import TableRow, column_name, table_rows
from rewire_app.exchange.importers.unread_columns import UnreadColumns
from rewire_app.exchange.importers.wall_clocks import iso_moment
from rewire_app.i18n import _

HEADER = ("FeatureName", "Timestamp", "Value")
_LENGTH = re.compile(r"(-?[0-9]{1,9}):(-?[0-9]{1,2}):(-?[0-9]{1,2})(?::(.*))?", re.DOTALL)
_LABELLED = re.compile(r"([^:]+):(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Tracked:
    value: float
    unit: str
    label: str


def _looks(opened: OpenedFile) -> bool:
    return table_member(opened, HEADER) is not None


def _read(opened: OpenedFile, _choices: Choices) -> Iterator[FoundAmount | LeftOut | Doubt]:
    member = table_member(opened, HEADER)
    if member is None:
        raise damaged_file()
    unread = UnreadColumns((*HEADER, "Label", "Note"))
    for row in map(unread.see, table_rows(opened, member, HEADER)):
        yield _row(member, row)
    yield from unread.told()


def _row(member: str, row: TableRow) -> FoundAmount | LeftOut:
    name, at, value = row.get("FeatureName"), iso_moment(row.get("Timestamp")), _value(row)
    why = ""
    if not name:
        why = _("The name of what was tracked is missing")
    elif at is None:
        why = _("The time cannot be read")
    elif value is None:
        why = _("The number cannot be read")
    elif any(cell.strip() for cell in row.cells[max(row.columns.values()) + 1 :]):
        why = _("This row has more cells than the table has columns")
    if why or at is None or value is None:
        return LeftOut(line=row.line, member=member, reason=why, text=row.raw)
    offset = at.utcoffset()
    return FoundAmount(
        line=row.line,
        member=member,
        name=name,
        day=at.date(),
        time=at.time(),
        offset_min=None if offset is None else round(offset.total_seconds() / 60),
        value=value.value,
        unit=value.unit,
        note=": ".join(part for part in (value.label, row.get("Note")) if part),
    )


def _value(row: TableRow) -> _Tracked | None:
    """The number of a row, lengths of time in minutes; None if it cannot be told."""
    text, label = row.get("Value"), row.get("Label")
    if found := _LENGTH.fullmatch(text):
        hours, minutes, seconds = (int(found[n]) for n in (1, 2, 3))
        length = hours * 60 + minutes + seconds / 60
        return _Tracked(length, "min", label or (found[4] or "").strip()) if abs(length) < LARGEST else None
    if column_name("Label") not in row.columns and (found := _LABELLED.fullmatch(text)):
        text, label = found[1], found[2].strip()
    value = number(text)
    return None if value is None else _Tracked(value, "", label)


FORMAT = FileFormat(id="track-and-graph", name="Track & Graph", looks=_looks, read=_read)
