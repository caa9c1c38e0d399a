"""What the cells of other programs' tables say: days, times, numbers; None where they say nothing clear."""

from __future__ import annotations

import math
import re
import unicodedata
from datetime import date

from rewire_app.exchange.importers.opened import OpenedFile
from rewire_app.exchange.importers.tables import has_columns
from rewire_app.exchange.importers.wall_clocks import real_day

MOST_TABLES = 200
"""So many files of a zip or folder are looked into for a table."""
LARGEST = 1e12
"""A number beyond it, on either side, is none that a person noted."""
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBER = re.compile(r"[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d{1,3})?", re.IGNORECASE | re.ASCII)
_MARKS = {"\u066b": ".", "\u066c": ",", "\u2212": "-"}
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}")


def table_member(opened: OpenedFile, *headers: tuple[str, ...]) -> str | None:
    """The first file in `opened` in which a table with all columns of one of `headers` begins."""
    names = opened.members()
    if opened.is_folder or opened.is_zip:
        names = tuple(name for name in names if name.lower().endswith((".csv", ".tsv", ".txt")))
    return next(
        (
            name
            for name in names[:MOST_TABLES]
            if any(has_columns(opened, name, needed) for needed in headers)
        ),
        None,
    )


def iso_day(text: str) -> date | None:
    """The day of YYYY-MM-DD."""
    found = _ISO_DAY.fullmatch(text.strip())
    return real_day(int(found[1]), int(found[2]), int(found[3])) if found else None


def number(text: str) -> float | None:
    """The number of 2, 2.5, 2,5 or ٢٫٥; 1,500 may be either of two, so it is none."""
    text = plain_digits(text).strip()
    if len(text) > 40 or not _NUMBER.fullmatch(text) or _THOUSANDS.fullmatch(text):
        return None
    found = float(text.replace(",", "."))
    return found if math.isfinite(found) and abs(found) <= LARGEST else None


def plain_digits(text: str) -> str:
    """`text` with digits and marks of numbers as in English, from any script that writes tens as it does."""
    return text if text.isascii() else "".join(map(_plain_digit, text))


def _plain_digit(letter: str) -> str:
    digit = unicodedata.decimal(letter, None)
    return _MARKS.get(letter, letter) if digit is None else str(digit)
