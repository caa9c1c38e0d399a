"""Days as people type them: "24 November 2026", "24 nov", "24.11.2026", "2026-11-24"."""

from __future__ import annotations

import re
from datetime import date

from rewire_app import i18n
from rewire_app.domain.day_words import months, short_months


def read_day(text: str, today: date) -> date:
    """The day in `text`; without a year the latest such day that is not after `today`.

    Two numbers are day and month in the order of the region. Raises ValueError for what is no day.
    """
    try:
        return _read(text.strip().casefold(), today)
    except ValueError as error:
        raise ValueError(f"no day: {text!r}") from error


def _read(words: str, today: date) -> date:
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", words):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := re.fullmatch(r"(\d{1,2})[./ ]+(\d{1,2})(?:[./ ]+(\d{2,4}))?[.]?", words):
        parts = (part for part in i18n.REGION.date_order if part != "year")
        given = dict(zip(parts, map(int, found.group(1, 2)), strict=True))
        return _made(given["day"], given["month"], found[3], today)
    if found := re.fullmatch(r"(\d{1,2})\.?\s*([^\W\d]+)\.?,?\s*(\d{2,4})?", words):
        return _made(int(found[1]), _month(found[2]), found[3], today)
    raise ValueError(words)


def _made(day: int, month: int, year: str | None, today: date) -> date:
    if year:
        number = int(year)
        return date(number + 2000 if number < 100 else number, month, day)
    made = date(today.year, month, day)
    return made if made <= today else date(today.year - 1, month, day)


def _month(word: str) -> int:
    for names in (months(), short_months()):
        for number, name in enumerate(names, 1):
            if len(word) >= 3 and name.casefold().startswith(word):
                return number
    raise ValueError(word)
