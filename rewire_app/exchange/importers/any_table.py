"""A table of any kind: the person says what its columns are; until then as little as can be is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rewire_app.exchange.importers.any_days import DayOrder, WallTime, is_day, order_of, wall_time
from rewire_app.exchange.importers.cells import MOST_TABLES, clock_time, number
from rewire_app.exchange.importers.file_format import FileFormat
from rewire_app.exchange.importers.found import Choices, ColumnRole, Doubt, FoundAmount, FoundEntry, LeftOut
from rewire_app.exchange.importers.opened import OpenedFile
from rewire_app.exchange.importers.refusals import damaged_file
from rewire_app.exchange.importers.tables import Record, first_records, records
from rewire_app.i18n import _

NAMES = {
    ColumnRole.DAY: "date day datum fecha data jour giorno datetime timestamp created createdat when",
    ColumnRole.TIME: "time hour clock uhrzeit zeit hora heure ora tijd",
    ColumnRole.MOOD: "mood feeling stimmung humeur humor umore stemming",
    ColumnRole.TITLE: "title heading subject titel titre titolo título",
    ColumnRole.TEXT: "note notes text entry content comment comments journal body notiz notizen diary",
    ColumnRole.ACTIVITIES: "activities activity aktivitäten activités actividades",
    ColumnRole.TAGS: "tags tag labels keywords",
}
"""What columns are often called, as compared."""
_ROLES = {name: role for role, names in NAMES.items() for name in names.split()}
_SAYS: dict[str, Literal["done", "not"]] = {
    **dict.fromkeys(("yes", "true", "ja", "oui", "sí", "si", "sì", "x", "✓", "✔", "done"), "done"),
    **dict.fromkeys(("no", "false", "nein", "non"), "not"),
}
_BETWEEN = re.compile(r"[|;,]")
MOST_COLUMNS = 200


@dataclass(frozen=True, slots=True)
class _Table:
    """A table: the names of its columns, each once, and the line from which on there are rows."""

    member: str
    names: list[str]
    first_line: int


@dataclass(frozen=True, slots=True)
class _Cells:
    """The cells of a row that are one thing, by what they are, each with the name of its column."""

    cells: Mapping[ColumnRole, Sequence[tuple[str, str]]]

    def all(self, role: ColumnRole) -> list[str]:
        return [text for _name, text in self.cells.get(role, ()) if text]

    def first(self, role: ColumnRole) -> str:
        return next(iter(self.all(role)), "")

    def words(self, role: ColumnRole) -> tuple[str, ...]:
        """The words of a list in a cell."""
        parts = (part.strip().lstrip("#") for text in self.all(role) for part in _BETWEEN.split(text))
        return tuple(dict.fromkeys(part for part in parts if part))


def _tables(opened: OpenedFile) -> Iterator[tuple[_Table, list[Record]]]:
    """The tables in `opened`, with their first rows."""
    names = opened.members()
    if opened.is_folder or opened.is_zip:
        names = tuple(name for name in names if name.lower().endswith((".csv", ".tsv")))
    for member in names[:MOST_TABLES]:
        first = first_records(opened, member)
        if not first or not 2 <= len(first[0].cells) <= MOST_COLUMNS:
            continue
        bare = any(is_day(cell) for cell in first[0].cells)  # no header: its first row is one of days
        header = [""] * len(first[0].cells) if bare else [cell.strip() for cell in first[0].cells]
        table = _Table(member, _once(header), first[0].line if bare else first[0].line + 1)
        yield table, first if bare else first[1:]


def _once(header: list[str]) -> list[str]:
    """Names for all columns, none twice."""
    names: list[str] = []
    for n, name in enumerate(header, 1):
        wanted = name or _("Column {n}").format(n=n)
        tries, found = 1, wanted
        while found in names:
            tries += 1
            found = f"{wanted} ({tries})"
        names.append(found)
    return names


def _chosen(opened: OpenedFile, *, surely: bool = False) -> tuple[_Table, dict[str, ColumnRole]] | None:
    """The first table that has days or even rows, and what its columns are as far as that can be guessed.

    Where there is none, the first that may be one, unless `surely`.
    """
    other = None
    for table, rows in _tables(opened):
        roles = _guessed(table.names, rows)
        even = len(rows) >= 2 and all(len(row.cells) == len(table.names) for row in rows[:-1])
        if ColumnRole.DAY in roles.values() or even:
            return table, roles
        other = other or (table, roles)
    return None if surely else other


def _guessed(names: Sequence[str], rows: Sequence[Record]) -> dict[str, ColumnRole]:
    """What each column is: by its name, else by its first cells; most likely nothing."""
    cells = {
        name: [row.cells[at].strip() for row in rows if at < len(row.cells) and row.cells[at].strip()]
        for at, name in enumerate(names)
    }
    days = [name for name in names if 2 * sum(map(is_day, cells[name])) >= max(len(cells[name]), 1)]
    named = [name for name in names if _role(name) is ColumnRole.DAY and not cells[name]]
    day = next((name for name in days if _role(name) is ColumnRole.DAY), next(iter(days + named), None))
    found: dict[str, ColumnRole] = {}
    for name in names:
        role = _role(name)
        if name == day:
            found[name] = ColumnRole.DAY
        elif role is not None and role is not ColumnRole.DAY:
            found[name] = role
        else:
            says = cells[name] and all(_is_amount(cell) for cell in cells[name])
            found[name] = ColumnRole.AMOUNT if says else ColumnRole.NOTHING
    return found


def _role(name: str) -> ColumnRole | None:
    return _ROLES.get(re.sub(r"[\W_]+", "", name).casefold())


def _is_amount(text: str) -> bool:
    return number(text) is not None or text.casefold() in _SAYS


def _looks(opened: OpenedFile) -> bool:
    return _chosen(opened, surely=True) is not None


def _columns(opened: OpenedFile) -> dict[str, ColumnRole]:
    chosen = _chosen(opened)
    if chosen is None:
        raise damaged_file()
    return chosen[1]


def _read(opened: OpenedFile, choices: Choices) -> Iterator[FoundEntry | FoundAmount | LeftOut | Doubt]:
    chosen = _chosen(opened)
    if chosen is None:
        raise damaged_file()
    table, guesses = chosen
    roles = {name: ColumnRole(choices.columns.get(name, role)) for name, role in guesses.items()}
    day = next((at for at, name in enumerate(table.names) if roles[name] is ColumnRole.DAY), None)
    if day is None:
        yield Doubt(about=_("No column is the day yet."), sentence=_("Say which one it is."))
        return
    order = order_of(row.cells[day] for row in _rows(opened, table) if day < len(row.cells))
    for row in _rows(opened, table):
        yield from _row(table, roles, row, day, order)


def _rows(opened: OpenedFile, table: _Table) -> Iterator[Record]:
    for record in records(opened, table.member):
        if record.line >= table.first_line and any(cell.strip() for cell in record.cells):
            yield record


def _row(
    table: _Table, roles: Mapping[str, ColumnRole], row: Record, day: int, order: DayOrder
) -> Iterator[FoundEntry | FoundAmount | LeftOut]:
    """What one row says: an entry of a diary if it has words, and each of its amounts."""
    why, at = "", None
    if len(row.cells) < len(table.names):
        why = _("This row has fewer cells than the table has columns")
    elif any(cell.strip() for cell in row.cells[len(table.names) :]):
        why = _("This row has more cells than the table has columns")
    else:
        at = wall_time(row.cells[day], order)
        why = "" if at is not None else _why_no_day(row.cells[day])
    cells = _cells(table, roles, row)
    clock = cells.first(ColumnRole.TIME)
    if not why and clock and clock_time(clock) is None:
        why = _("The time cannot be read")
    if why or at is None:
        yield LeftOut(line=row.line, member=table.member, reason=why, text=row.raw)
        return
    if clock:
        at = WallTime(at.day, clock_time(clock), at.offset_min)
    found = [*_entry(table, row, cells, at), *_amounts(table, row, cells, at)]
    if not found:
        reason = _("There is nothing beside the day")
        yield LeftOut(line=row.line, member=table.member, reason=reason, text=row.raw)
    yield from found


def _why_no_day(cell: str) -> str:
    if is_day(cell):
        return _("Which number is the day and which the month cannot be told")
    return _("The day cannot be read")


def _cells(table: _Table, roles: Mapping[str, ColumnRole], row: Record) -> _Cells:
    cells: dict[ColumnRole, list[tuple[str, str]]] = {}
    for name, text in zip(table.names, row.cells, strict=False):
        cells.setdefault(roles[name], []).append((name, text.strip()))
    return _Cells(cells)


def _entry(table: _Table, row: Record, cells: _Cells, at: WallTime) -> Iterator[FoundEntry]:
    found = FoundEntry(
        line=row.line,
        member=table.member,
        day=at.day,
        time=at.time,
        offset_min=at.offset_min,
        mood=cells.first(ColumnRole.MOOD),
        activities=cells.words(ColumnRole.ACTIVITIES),
        title=cells.first(ColumnRole.TITLE),
        text="\n\n".join(cells.all(ColumnRole.TEXT)),
        tags=cells.words(ColumnRole.TAGS),
    )
    if found.mood or found.activities or found.title or found.text or found.tags:
        yield found


def _amounts(table: _Table, row: Record, cells: _Cells, at: WallTime) -> Iterator[FoundAmount | LeftOut]:
    for name, text in cells.cells.get(ColumnRole.AMOUNT, ()):
        value, says = number(text), _SAYS.get(text.casefold())
        place = f"{table.member}: {name}"
        if text and value is None and says is None:
            reason = _("The number cannot be read")
            yield LeftOut(line=row.line, member=place, reason=reason, text=f"{name}: {text}")
        elif text:
            yield FoundAmount(
                line=row.line,
                member=place,
                name=name,
                day=at.day,
                time=at.time,
                offset_min=at.offset_min,
                value=value,
                status=says if value is None and says else "",
            )


FORMAT = FileFormat(id="table", name="a table", looks=_looks, read=_read, columns=_columns)
