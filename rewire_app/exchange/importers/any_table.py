"""A table of any kind: the person says what its columns are; until then as little as can be is guessed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile
from typing import Literal

from rewire_app.domain.limits import shortened
from rewire_app.exchange.importers.any_days import (
    DayOrder,
    WallTime,
    may_be_day,
    order_of,
    wall_time,
    why_no_day,
    worded_time,
)
from rewire_app.exchange.importers.cells import MOST_TABLES, number
from rewire_app.exchange.importers.file_format import FileFormat
from rewire_app.exchange.importers.found import (
    Choices,
    ColumnRole,
    Doubt,
    FoundAmount,
    FoundEntry,
    LeftOut,
    RowsRead,
)
from rewire_app.exchange.importers.opened import OpenedFile
from rewire_app.exchange.importers.refusals import damaged_file
from rewire_app.exchange.importers.sheets import is_workbook, sheet_heads, sheet_records
from rewire_app.exchange.importers.tables import Record, first_records, header_at, records
from rewire_app.exchange.importers.wall_clocks import clock_time
from rewire_app.i18n import _, ngettext

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
    """A table: the names of its columns, each once, and the line from which on there are rows.

    sheet: of a workbook, the one it stands in; its rows end with their last cell that says something.
    examples: a cell of each column, "" where the first rows have none. above: a title and its like.
    """

    member: str
    names: list[str]
    first_line: int
    sheet: str | None = None
    examples: tuple[str, ...] = ()
    above: tuple[Record, ...] = ()


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
        at = header_at(first, lambda cell: may_be_day(cell) or _is_amount(cell))
        if at < len(first) and 2 <= len(first[at].cells) <= MOST_COLUMNS:
            table, rows = _table(member, first[at:])
            yield replace(table, above=tuple(first[:at])), rows


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


def _sheets(opened: OpenedFile) -> Iterator[tuple[_Table, list[Record]]]:
    """The sheets of a workbook that may be tables: their header is the first row with two filled cells."""
    for title, first in sheet_heads(opened):
        rows = list(dropwhile(lambda row: sum(map(bool, row.cells)) < 2, first))
        if rows and len(rows[0].cells) <= MOST_COLUMNS:
            yield _table(f"{opened.name}: {title}", rows, title)


def _table(member: str, first: list[Record], sheet: str | None = None) -> tuple[_Table, list[Record]]:
    """The table that begins with these rows, and those that are under its header."""
    bare = any(may_be_day(cell) for cell in first[0].cells)  # no header: its first row is one of days
    header = [""] * len(first[0].cells) if bare else [cell.strip() for cell in first[0].cells]
    rows = first if bare else first[1:]
    cells = ((row.cells[at].strip() for row in rows if at < len(row.cells)) for at in range(len(header)))
    examples = tuple(next(filter(None, column), "") for column in cells)
    line = first[0].line if bare else first[0].line + 1
    return _Table(member, _once(header), line, sheet, examples), rows


Chosen = list[tuple[_Table, dict[str, ColumnRole]]]


def _chosen(opened: OpenedFile, *, surely: bool = False) -> Chosen:
    """The tables that are read, and what their columns are as far as that can be guessed; none: none is one.

    The first that has days or even rows, of a workbook every sheet that has days. Where there is none, the
    first that may be one, unless `surely`.
    """
    book = is_workbook(opened)
    with_days: Chosen = []
    others: list[tuple[bool, _Table, dict[str, ColumnRole]]] = []
    for table, rows in _sheets(opened) if book else _tables(opened):
        roles = _guessed(table.names, rows)
        even = len(rows) >= 2 and all(_is_even(table, row) for row in rows[:-1])
        if ColumnRole.DAY in roles.values() or (even and not book):
            with_days.append((table, roles))
            if not book:
                break
        else:
            others.append((even, table, roles))
    if with_days:
        return _apart(with_days)
    others.sort(key=lambda one: not one[0])
    return [(table, roles) for even, table, roles in others[:1] if even or not surely]


def _is_even(table: _Table, row: Record) -> bool:
    return len(row.cells) == len(table.names) or (
        table.sheet is not None and 2 <= len(row.cells) <= len(table.names)
    )


def _apart(tables: Chosen) -> Chosen:
    """The sheets of a workbook, with the sheet before every name of a column that two kinds of them have."""
    kinds: dict[tuple[str, ...], str] = {}
    for table, _roles in tables:
        kinds.setdefault(tuple(table.names), table.sheet or "")
    met = Counter(name for names in kinds for name in names)
    found: Chosen = []
    for table, roles in tables:
        first = kinds[tuple(table.names)]
        names = [f"{first}: {name}" if met[name] > 1 else name for name in table.names]
        found.append((replace(table, names=names), dict(zip(names, roles.values(), strict=True))))
    return found


def _guessed(names: Sequence[str], rows: Sequence[Record]) -> dict[str, ColumnRole]:
    """What each column is: by its name, else by its first cells; most likely nothing."""
    cells = {
        name: [row.cells[at].strip() for row in rows if at < len(row.cells) and row.cells[at].strip()]
        for at, name in enumerate(names)
    }
    formulas = {at for row in rows for at, _formula in row.unsaid}
    days = [name for name in names if 2 * sum(map(may_be_day, cells[name])) >= max(len(cells[name]), 1)]
    named = [name for name in names if _role(name) is ColumnRole.DAY and not cells[name]]
    day = next((name for name in days if _role(name) is ColumnRole.DAY), next(iter(days + named), None))
    found: dict[str, ColumnRole] = {}
    for at, name in enumerate(names):
        role = _role(name)
        if name == day:
            found[name] = ColumnRole.DAY
        elif role is not None and role is not ColumnRole.DAY:
            found[name] = role
        else:
            says = all(_is_amount(cell) for cell in cells[name]) if cells[name] else at in formulas
            found[name] = ColumnRole.AMOUNT if says else ColumnRole.NOTHING
    return found


def _role(name: str) -> ColumnRole | None:
    return _ROLES.get(re.sub(r"[\W_]+", "", name).casefold())


def _is_amount(text: str) -> bool:
    return number(text) is not None or text.casefold() in _SAYS


def _looks(opened: OpenedFile) -> bool:
    return bool(_chosen(opened, surely=True))


def _columns(opened: OpenedFile) -> dict[str, ColumnRole]:
    chosen = _chosen(opened)
    if not chosen:
        raise damaged_file()
    return {name: role for _table, roles in reversed(chosen) for name, role in roles.items()}


def _examples(opened: OpenedFile) -> dict[str, str]:
    tables = [table for table, _roles in _chosen(opened)]
    found = [pair for one in tables for pair in zip(one.names, one.examples, strict=True)]
    return dict(sorted(found, key=lambda pair: bool(pair[1])))


def _read(
    opened: OpenedFile, choices: Choices
) -> Iterator[FoundEntry | FoundAmount | LeftOut | Doubt | RowsRead]:
    chosen = _chosen(opened)
    if not chosen:
        raise damaged_file()
    for table, guesses in chosen:
        roles = {name: ColumnRole(choices.columns.get(name, role)) for name, role in guesses.items()}
        yield from _read_table(opened, table, roles)
    if is_workbook(opened):
        yield from _sheets_beside(opened, {table.sheet for table, _guesses in chosen})


def _sheets_beside(opened: OpenedFile, read: Collection[str | None]) -> Iterator[Doubt]:
    names = [shortened(title, 40) for title, _first in sheet_heads(opened) if title not in read]
    if names:
        about = ngettext("One sheet stays out: {names}.", "Some sheets stay out: {names}.", len(names))
        words = _("No column of it looks like a day, or there is nothing in it.")
        yield Doubt(about=about.format(names=", ".join(names)), sentence=words)


def _read_table(
    opened: OpenedFile, table: _Table, roles: Mapping[str, ColumnRole]
) -> Iterator[FoundEntry | FoundAmount | LeftOut | Doubt | RowsRead]:
    for title in table.above:
        reason = _("It stands above the table")
        yield LeftOut(line=title.line, member=table.member, reason=reason, text=title.raw)
    day = next((at for at, name in enumerate(table.names) if roles[name] is ColumnRole.DAY), None)
    if day is None:
        about = _("No column is the day yet.")
        if table.sheet is not None:
            about = _("No column of the sheet “{name}” is the day.").format(name=shortened(table.sheet, 40))
        yield Doubt(about=about, sentence=_("Say which one it is."))
        return
    order = DayOrder()
    held: list[Record] = []  # of a sheet, which takes longer to read and is smaller than a text may be
    for n, row in enumerate(_rows(opened, table)):
        order |= order_of(row.cells[day : day + 1])
        if table.sheet is not None:
            held.append(row)
        if n % 1000 == 0:
            yield RowsRead(0)
    for row in held if table.sheet is not None else _rows(opened, table):
        yield from _row(table, roles, row, day, order)


def _rows(opened: OpenedFile, table: _Table) -> Iterator[Record]:
    if table.sheet is None:
        found = records(opened, table.member)
    else:
        found = (_filled(row, len(table.names)) for row in sheet_records(opened, table.sheet))
    for record in found:
        if record.line >= table.first_line and (record.unsaid or any(cell.strip() for cell in record.cells)):
            yield record


def _filled(row: Record, width: int) -> Record:
    """A row of a sheet, which ends with its last cell that says something, as wide as its table."""
    return replace(row, cells=row.cells + [""] * (width - len(row.cells)))


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
        at = wall_time(row.cells[day], order) or worded_time(row.cells[day])
        why = "" if at is not None else why_no_day(row.cells[day])
        if any(place == day for place, _formula in row.unsaid):
            why = _no_result()
    cells = _cells(table, roles, row)
    clock = cells.first(ColumnRole.TIME)
    if not why and clock and clock_time(clock) is None:
        why = _("The time cannot be read")
    if why or at is None:
        yield LeftOut(line=row.line, member=table.member, reason=why, text=row.raw)
        return
    if clock:
        at = WallTime(at.day, clock_time(clock), at.offset_min)
    unsaid = list(_unsaid(table, roles, row))
    yield from unsaid
    found = [*_entry(table, row, cells, at), *_amounts(table, row, cells, at)]
    if not found and not unsaid:
        reason = _("There is nothing beside the day")
        yield LeftOut(line=row.line, member=table.member, reason=reason, text=row.raw)
    yield from found


def _unsaid(table: _Table, roles: Mapping[str, ColumnRole], row: Record) -> Iterator[LeftOut]:
    """The cells that would come in if the file held what their formulas come to."""
    for at, formula in row.unsaid:
        if at < len(table.names) and roles[table.names[at]] is not ColumnRole.NOTHING:
            name = table.names[at]
            place = f"{table.member}: {name}"
            yield LeftOut(line=row.line, member=place, reason=_no_result(), text=f"{name}: {formula}")


def _no_result() -> str:
    return _("A formula, and what it comes to is not in the file")


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


FORMAT = FileFormat(
    id="table", name="a table", looks=_looks, read=_read, columns=_columns, examples=_examples
)
