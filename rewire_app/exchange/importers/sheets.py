"""The sheets of a workbook (XLSX) as rows of text, through openpyxl; nothing in it is ever reckoned or run.

A cell says what was stored in it when the file was saved. openpyxl opens the zip by itself and parses what
its parts refer to, so every part goes through the limits of `opened` first, and through those of this module.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from itertools import islice, repeat
from typing import TYPE_CHECKING, Any

from rewire_app.errors import ImportRefusedError
from rewire_app.exchange.importers.opened import TEXT, OpenedFile
from rewire_app.exchange.importers.refusals import damaged_file, entities, too_large
from rewire_app.exchange.importers.tables import FIRST_LINES, Record

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

CONTENT, BOOK = "[Content_Types].xml", "xl/workbook.xml"
SHEETS, STYLES = "xl/worksheets/", "xl/styles.xml"
MOST_ROWS, MOST_CELLS = 1_048_576, 300
"""So many rows any sheet has at most; so many cells of a row are looked at."""
SHEET_TAGS, WORD_TAGS, STYLE_TAGS, OTHER_TAGS = 1_500_000, 400_000, 20_000, 100_000
"""So many tags a part may have that is a sheet, the words of all sheets, the styles, or another: openpyxl
holds a little of each, and takes its time over styles."""
MOST_SHEETS = 40
_PIECE = 1 << 20
_OVERLAP = 32
_DECLARED = re.compile(rb"<\0?!\0?(?:D\0?O\0?C\0?T\0?Y\0?P\0?E|E\0?N\0?T\0?I\0?T\0?Y)")
_WORDS = re.compile(rb"\s*(?:<\?xml[^>]*>)?\s*<(?:\w+:)?sst\b")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")


def is_workbook(opened: OpenedFile) -> bool:
    """Whether it is a workbook, whatever it is called."""
    return opened.is_zip and {CONTENT, BOOK} <= set(opened.members())


def sheet_heads(opened: OpenedFile) -> list[tuple[str, list[Record]]]:
    """The name of each sheet with its first rows that are not empty; raises ImportRefusedError."""
    if opened.heads is None:
        with _books(opened) as (book, written):
            opened.heads = [
                (str(sheet.title), list(islice(_rows(sheet, written), FIRST_LINES)))
                for sheet in book.worksheets[:MOST_SHEETS]
            ]
    return opened.heads


def sheet_records(opened: OpenedFile, name: str) -> Iterator[Record]:
    """Every row of a sheet that is not empty; raises ImportRefusedError."""
    with _books(opened) as (book, written):
        yield from _rows(book[name], written)


@contextmanager
def _books(opened: OpenedFile) -> Iterator[tuple[Workbook, Workbook | None]]:
    """The workbook with what is stored in its cells, and where it has formulas once more with those."""
    formulas = _checked(opened)
    with _book(opened) as book:
        if not formulas:
            yield book, None
            return
        with _book(opened, formulas=True) as written:
            yield book, written


def _checked(opened: OpenedFile) -> bool:
    """Whether there are formulas in it; raises ImportRefusedError for what openpyxl is not to be given."""
    formulas = False
    for member in opened.members():
        is_sheet = member.startswith(SHEETS)
        most = SHEET_TAGS if is_sheet else STYLE_TAGS if member == STYLES else OTHER_TAGS
        tags, end = 0, b""
        with opened.open(member, TEXT) as stream:
            while piece := stream.read(_PIECE):
                if not end and most == OTHER_TAGS and _WORDS.match(piece):
                    most = WORD_TAGS
                tags += piece.count(b"<")
                if tags > most:
                    raise too_large()
                whole = end + piece
                if _DECLARED.search(whole):
                    raise entities()
                formulas = formulas or (is_sheet and _FORMULA.search(whole) is not None)
                end = whole[-_OVERLAP:]
    return formulas


@contextmanager
def _book(opened: OpenedFile, *, formulas: bool = False) -> Iterator[Workbook]:
    """The workbook, open: with what is stored in its cells, or with the formulas in their place."""
    from openpyxl import load_workbook

    warnings.filterwarnings("ignore", module=r"openpyxl\.")  # they hold values of cells, and end nowhere good
    with opened.path.open("rb") as file:
        try:
            book = load_workbook(file, read_only=True, data_only=not formulas, keep_links=False)
            try:
                yield book
            finally:
                book.close()
        except ImportRefusedError:
            raise
        except Exception:  # whatever a part that is not as it ought to be makes openpyxl raise
            raise damaged_file() from None


def _rows(sheet: Any, written: Workbook | None) -> Iterator[Record]:
    """The rows of a sheet that say something. written: the workbook with formulas in their place."""
    every = {"min_row": 1, "max_row": MOST_ROWS, "max_col": MOST_CELLS}
    rows = sheet.iter_rows(**every, values_only=True)
    formulas = repeat(()) if written is None else written[sheet.title].iter_rows(**every)
    empty: object = None
    for line, (values, cells) in enumerate(zip(rows, formulas, strict=False), 1):
        if values is empty:
            continue  # openpyxl gives one and the same for every row that is missing: perhaps a million
        unsaid = tuple(_unsaid(values, cells))
        said = [_text(value) for value in values]
        wide = 1 + max(
            [at for at, text in enumerate(said) if text] + [at for at, _formula in unsaid], default=-1
        )
        if wide:
            words = (*said, *(formula for _at, formula in unsaid))
            yield Record(line, said[:wide], ", ".join(filter(None, words)), unsaid)
        else:
            empty = values


def _unsaid(values: Sequence[object], cells: Sequence[Any]) -> Iterator[tuple[int, str]]:
    """The formulas in a row of which no result is stored, with their places."""
    for at, cell in enumerate(cells):
        if cell.data_type == "f" and values[at] in (None, ""):
            yield at, str(getattr(cell.value, "text", cell.value))


def _text(value: object) -> str:
    """What a cell says, as a table in text would write it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    return "" if value is None else _moment(value) if isinstance(value, date | time) else str(value)


def _moment(value: date | time) -> str:
    if isinstance(value, datetime) and value.time() != time():
        return value.isoformat(" ", "seconds")
    if isinstance(value, time):
        return value.isoformat("seconds")
    return f"{value:%Y-%m-%d}"
