"""Sleepmeter's file: up to four tables, three of names a person gave and one of sleeps, their ends first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from rewire_app.exchange.importers.cells import number
from rewire_app.exchange.importers.file_format import FileFormat
from rewire_app.exchange.importers.found import Choices, Doubt, FoundSleep, LeftOut
from rewire_app.exchange.importers.heads import head_text
from rewire_app.exchange.importers.nights import TABLE_ENDS, NightRow, named_members, no_nights, passed, stamp
from rewire_app.exchange.importers.opened import OpenedFile
from rewire_app.exchange.importers.refusals import damaged_file
from rewire_app.exchange.importers.tables import TableRow, columns_of, told_divider
from rewire_app.i18n import _

NAME = "Sleepmeter"
HEADER = ("wake", "sleep", "bedtime", "quality")
OWN_NAMES = {"aid": "custom_aid_id", "hindrances": "custom_hindrance_id", "tags": "custom_tag_id"}
"""The column that names a thing of one's own, and the table with its name."""
BEST = 10
LIMIT = 12_000_000
"""So many bytes are read: more than a lifetime of nights with long notes."""
_LINE_END = re.compile(r"\r\n|\n|\r")
_MAY_HEAD = re.compile(r"bedtime|_id\b", re.IGNORECASE)
_OWN = re.compile(r'\s*"?CUSTOM_\d+"?\s*[,;\t|]')
_TIME = re.compile(r'\s*"?\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}[^,;\t|"]*"?\s*[,;\t|]')
_HOLE = re.compile(r"(\d{1,5})-(\d{1,5})")
Names = Mapping[str, Mapping[str, str]]


def _looks(opened: OpenedFile) -> bool:
    return _member(opened) is not None


def _member(opened: OpenedFile) -> str | None:
    """The first file in `opened` in which the table of sleeps begins."""
    return next((name for name in named_members(opened, TABLE_ENDS) if _has_sleeps(opened, name)), None)


def _has_sleeps(opened: OpenedFile, member: str) -> bool:
    headers = (_header(line) for line in _LINE_END.split(head_text(opened, member)))
    return any(header is not None and header.table == HEADER[0] for header in headers)


def _read(opened: OpenedFile, _choices: Choices) -> Iterator[FoundSleep | LeftOut | Doubt]:
    member = _member(opened)
    if member is None:
        raise damaged_file()
    tables = _tables(opened, member)
    names = {
        column: {row.get(table): row.get("name") for row in tables[table]}
        for column, table in OWN_NAMES.items()
    }
    for row in tables[HEADER[0]]:
        yield _night(member, row, names)
    if not tables[HEADER[0]]:
        yield no_nights()


def _tables(opened: OpenedFile, member: str) -> Mapping[str, list[TableRow]]:
    """The rows of each table, by the column that it alone has."""
    found: dict[str, list[TableRow]] = {table: [] for table in (*OWN_NAMES.values(), HEADER[0])}
    header, lines, first = None, list[str](), 0
    for at, line in enumerate(_LINE_END.split(opened.text(member, LIMIT)), 1):
        begun = _header(line)
        if begun is None and (header is None or not header.begins_row(line)):
            if lines or line.strip():
                first = first if lines else at
                lines.append(line)
            continue
        if header is not None and lines:
            found[header.table].append(header.row(first, lines))
        header, lines, first = begun or header, [] if begun else [line], at
    if header is not None and lines:
        found[header.table].append(header.row(first, lines))
    return found


@dataclass(frozen=True, slots=True)
class _Header:
    """The header of a table. words: the column of free text, whose quotes nobody doubles."""

    table: str
    columns: Mapping[str, int]
    divider: str
    words: int

    def begins_row(self, line: str) -> bool:
        """Whether a row begins in `line`; else it goes on with the words of the row before."""
        if self.table != HEADER[0]:
            return bool(_OWN.match(line))
        return bool(_TIME.match(line)) or line.count(self.divider) >= len(self.columns) - 1

    def row(self, number: int, lines: list[str]) -> TableRow:
        """The row that stands in `lines`: what is before its words, what is behind them, and the words."""
        whole = "\n".join(lines).rstrip()
        *before, rest = whole.split(self.divider, self.words)
        after = len(self.columns) - 1 - self.words if len(before) == self.words else 0
        cells = [*before, *(rest.rsplit(self.divider, after) if after else [rest])]
        return TableRow(
            line=number, cells=[_bare(cell) for cell in cells], raw=lines[0], columns=self.columns
        )


def _header(line: str) -> _Header | None:
    if not _MAY_HEAD.search(line):
        return None
    divider = told_divider(line) or ","
    columns = columns_of(_bare(cell) for cell in line.lstrip("\ufeff").split(divider))
    for table, words in ({HEADER[0]: "notes"} | dict.fromkeys(OWN_NAMES.values(), "name")).items():
        needed = set(HEADER) if table == HEADER[0] else {table, words}
        if needed <= columns.keys():
            return _Header(table, columns, divider, columns.get(words, len(columns)))
    return None


def _bare(cell: str) -> str:
    """A cell without the quotes around it; doubled ones in it are made one if all are doubled."""
    cell = cell.strip()
    if len(cell) < 2 or cell[0] != '"' or cell[-1] != '"':
        return cell
    inner = cell[1:-1]
    return inner if '"' in inner.replace('""', "") else inner.replace('""', '"')


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
