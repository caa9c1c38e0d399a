"""Tables of an export as CSV: lossless, and nothing in them is a formula to a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "'")
"""A text that begins so gets an apostrophe before it, also one that begins with an apostrophe."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableForm:
    """How tables are written: `between` stands between cells; `bom`: a mark of UTF-8 at the beginning."""

    between: str = ","
    bom: bool = False


def inert(value: Any) -> str:
    """A value as its cell: NULL is empty, a text that a spreadsheet might run has an apostrophe first."""
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(DANGEROUS) else value
    return repr(value) if isinstance(value, float) else str(value)


def text_of(cell: str) -> str:
    """The text that `inert` made a cell of."""
    return cell[1:] if cell.startswith("'") else cell


def table_bytes(fields: Sequence[str], records: Iterable[dict[str, Any]], form: TableForm) -> bytes:
    """A table with its heading, in UTF-8, lines ended as spreadsheets end them."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=form.between, lineterminator="\r\n")
    writer.writerow(fields)
    writer.writerows([inert(record[name]) for name in fields] for record in records)
    return text.getvalue().encode("utf-8-sig" if form.bom else "utf-8")
