"""Tables in text (CSV and its kin), by the names of their columns: case and blanks in them do not matter.

What divides cells is told by a first line that says so ("sep=;"), else by the first that has any of them. A
quote opens a cell only at its beginning and ends it only before the next cell or line, so quotes that nobody
doubled stay as they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import IO

from rewire_app.errors import ImportRefusedError
from rewire_app.exchange.importers.heads import head_text
from rewire_app.exchange.importers.opened import LIMIT, OpenedFile
from rewire_app.exchange.importers.refusals import too_much
from rewire_app.i18n import _

DIVIDERS = ",;\t|"
LONGEST = 1_000_000
"""So many characters one line or cell may have."""
MOST_RECORDS = 160_000
"""So many records are read; a few more than rows can come in."""
OPEN_LINES = 2_000
"""Over so many lines a cell may go; a quote that ends later than that is a mark like any other."""
OPEN_QUOTES = 20
"""So many of those are put up with."""
FIRST_LINES = 20
_BLANKS = re.compile(r"\s+")
_SAID = re.compile(r'"?sep=([,;\t|])"?', re.IGNORECASE)
"""The first line by which some programs tell a spreadsheet what divides the cells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A row under its header. line: where it begins, from 1. raw: the line as it stands in the file."""

    line: int
    cells: list[str]
    raw: str
    columns: Mapping[str, int] = field(repr=False)

    def get(self, name: str) -> str:
        """The cell of a column without blanks around it; "" if there is no such column or cell."""
        at = self.columns.get(column_name(name), len(self.cells))
        return self.cells[at].strip() if at < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Record:
    """The cells that belong together, without a header yet; a line that is empty has none.

    unsaid: of a workbook, the cells whose formula has no result in the file, by their place, with it.
    """

    line: int
    cells: list[str]
    raw: str
    unsaid: tuple[tuple[int, str], ...] = ()


def column_name(name: str) -> str:
    """The name of a column as it is compared."""
    return _BLANKS.sub("", name).casefold()


def columns_of(cells: Iterable[str]) -> dict[str, int]:
    """Where each column stands by its name as compared; the first of two with one name."""
    found: dict[str, int] = {}
    for at, name in enumerate(cells):
        found.setdefault(column_name(name), at)
    return found


def table_rows(
    opened: OpenedFile, member: str, needed: Collection[str], *, limit: int = LIMIT
) -> Iterator[TableRow]:
    """The rows under the first header that has all `needed` columns, up to an empty line before another.

    Nothing if there is no such header. A header that comes again is passed over, and holds from there on.
    """
    wanted = {column_name(name) for name in needed}
    columns: dict[str, int] | None = None
    after_gap = False
    for record in records(opened, member, limit=limit):
        if not any(cell.strip() for cell in record.cells):
            after_gap = columns is not None
            continue
        here = columns_of(record.cells)
        if wanted <= here.keys():
            columns = here
        elif columns is not None:
            if after_gap and _is_other_header(record, columns):
                return
            yield TableRow(line=record.line, cells=record.cells, raw=record.raw, columns=columns)
        after_gap = False


def _is_other_header(record: Record, columns: Mapping[str, int]) -> bool:
    """After an empty line: whether it has another number of cells, so that another table begins."""
    return len(record.cells) != len(columns)


def has_columns(opened: OpenedFile, member: str, needed: Collection[str]) -> bool:
    """Whether a table with all `needed` columns begins in the first lines of `member`."""
    wanted = {column_name(name) for name in needed}
    return any(wanted <= columns_of(record.cells).keys() for record in first_records(opened, member))


def first_records(opened: OpenedFile, member: str, most: int = FIRST_LINES) -> list[Record]:
    """The first records of `member`, from its first 64 kB alone; none if they are no text."""
    found = []
    for record in _records(iter(head_text(opened, member).splitlines(keepends=True)), None):
        if record.cells:
            found.append(record)
        if len(found) == most:
            break
    return found


def header_at(first: Sequence[Record], is_value: Callable[[str], bool]) -> int:
    """Which of the first records is the header, from 0: a title above it has fewer cells than most."""
    widths = Counter(_width(record) for record in first)
    usual = max(widths, key=lambda width: widths[width], default=0)
    at = next((at for at, record in enumerate(first) if _width(record) >= usual), 0)
    return at if at and not any(map(is_value, first[at].cells)) else 0


def _width(record: Record) -> int:
    """How many cells a record has up to the last that says something."""
    return max((at for at, cell in enumerate(record.cells, 1) if cell.strip()), default=0)


def records(opened: OpenedFile, member: str, *, divider: str = "", limit: int = LIMIT) -> Iterator[Record]:
    """Every record of `member`, empty lines too; raises ImportRefusedError for what is no table.

    Also where all members together have more records than are taken in.
    """
    room = MOST_RECORDS - sum(count for name, count in opened.records.items() if name != member)
    count = 0
    with opened.text_stream(member, limit) as stream:
        for record in _records(_lines(stream), divider or None):
            count += bool(record.cells)
            opened.records[member] = max(count, opened.records.get(member, 0))
            if count > room:
                raise too_much()
            yield record


def _lines(stream: IO[str]) -> Iterator[str]:
    while line := stream.readline(LONGEST + 1):
        if len(line) > LONGEST:
            raise no_table()
        yield line


def _records(lines: Iterator[str], divider: str | None) -> Iterator[Record]:
    source = _Source(lines)
    while (line := source.next()) is not None:
        number = source.number
        bare = line.rstrip("\r\n")
        said = _SAID.fullmatch(bare) if number == 1 else None
        if said:
            divider = said[1]
        elif divider is None and bare.strip():
            divider = told_divider(bare)
        if said or not bare.strip():
            yield Record(number, [], bare)
        elif '"' not in line:
            yield Record(number, bare.split(divider or ","), bare)
        else:
            yield Record(number, _quoted(line, divider or ",", source), bare)


def told_divider(line: str) -> str | None:
    """What divides the cells of `line`: of what may, what stands there most often outside of quotes."""
    outside = re.sub(r'"[^"]*"', "", line)
    counts = {divider: outside.count(divider) for divider in DIVIDERS}
    best = max(counts, key=lambda divider: counts[divider])
    return best if counts[best] else None


class _Source:
    """Lines that can be given back."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._back: list[str] = []
        self.number = 0
        self.open_quotes = 0

    def next(self) -> str | None:
        line = self._back.pop() if self._back else next(self._lines, None)
        self.number += line is not None
        return line

    def give_back(self, lines: list[str]) -> None:
        self._back += reversed(lines)
        self.number -= len(lines)


def _quoted(line: str, divider: str, source: _Source) -> list[str]:
    """The cells of a record that begins with `line` and has quotes in it."""
    cells, at = [], 0
    while True:
        if line.startswith('"', at):
            end = _closed(line, at + 1, divider, source)
            if end is not None:
                words, line, at = end
            else:
                words, at = _plain(line, at, divider)
        else:
            words, at = _plain(line, at, divider)
        cells.append(words)
        if not line.startswith(divider, at):
            return cells
        at += len(divider)


def _plain(line: str, at: int, divider: str) -> tuple[str, int]:
    """The cell without quotes around it from `at` on, and where it ends."""
    end = line.find(divider, at)
    if end < 0:
        bare = len(line.rstrip("\r\n"))
        return line[at:bare], max(bare, at)
    return line[at:end], end


def _closed(line: str, at: int, divider: str, source: _Source) -> tuple[str, str, int] | None:
    """The cell whose quote stands before `at`: its words, the line it ends in and where; None: no end."""
    parts: list[str] = []
    taken: list[str] = []
    length = 0
    while True:
        quote = line.find('"', at)
        while quote >= 0:
            after = line[quote + 1 : quote + 2]
            if after == '"':
                parts.append(line[at : quote + 1])
                at = quote + 2
            elif after in ("", "\r", "\n", divider):
                parts.append(line[at:quote])
                return "".join(parts), line, quote + 1
            else:
                parts.append(line[at : quote + 1])
                at = quote + 1
            quote = line.find('"', at)
        parts.append(line[at:])
        length += len(line)
        following = source.next() if len(taken) < OPEN_LINES and length <= LONGEST else None
        if following is None:
            source.give_back(taken)
            source.open_quotes += 1
            if source.open_quotes > OPEN_QUOTES:
                raise no_table()
            return None
        taken.append(following)
        line, at = following, 0


def no_table() -> ImportRefusedError:
    """The refusal of a text whose lines or quotes never end."""
    return ImportRefusedError(
        _("This text cannot be read as a table: its lines or quotes do not end. Nothing was changed.")
    )
