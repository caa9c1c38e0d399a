"""Tables as files for a spreadsheet, and writing what someone asked to keep.

CSV after RFC 4180: commas, CRLF, quotes around cells that need them. It begins with a byte order mark,
because Excel takes a file without one for the system's old code page; LibreOffice understands both.
"""

from __future__ import annotations

import csv
import errno
import io
import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from rewire_app.atomic import write_atomic
from rewire_app.errors import FileNotSavedError
from rewire_app.i18n import _

BOM = "\ufeff"
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?%?")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """The table as a CSV file in UTF-8; text that a spreadsheet would run as a formula is kept as text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in (headings, *rows):
        writer.writerow([_harmless(cell) for cell in row])
    return (BOM + out.getvalue()).encode("utf-8")


def _harmless(cell: str) -> str:
    if cell.startswith(_FORMULA) and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


def file_name(title: str, day: date, ending: str) -> str:
    """ "rewire-trends-over-time-2026-11-24.csv": Rewire's own title of the chart, no word of the person."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60]
    return "-".join(part for part in ("rewire", words, day.isoformat()) if part) + f".{ending}"


def write_file(path: Path, content: bytes) -> None:
    """Write the whole file or leave what was there; raises FileNotSavedError with a sentence."""
    try:
        write_atomic(path, content)
    except OSError as error:
        raise FileNotSavedError(_reason(error)) from None


def _reason(error: OSError) -> str:
    if error.errno in _NO_ROOM:
        return _("The disk is full, so the file was not saved. Free some space, or choose another folder.")
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return _("This folder does not let Rewire write. The file was not saved. Choose another folder.")
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return _("This folder is not there any more. The file was not saved. Choose another folder.")
    return _("The file could not be saved. Choose another folder or another name.")
