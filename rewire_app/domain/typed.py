"""Days and times of day as people type them: in either order, on either clock, with any script's digits."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from rewire_app import i18n
from rewire_app.domain.day_words import months, short_months, weekdays

HALVES = {"am": 0, "a": 0, "pm": 12, "p": 12}
"""What is written behind a time on a clock of twelve hours, and the hours it adds."""

_TIME = re.compile(
    r"(?:(?P<hour>\d{1,2})(?:\s?(?:[:., h]|uhr)\s?(?P<minute>\d{1,2}))?|(?P<hours>\d{1,2})(?P<minutes>\d{2}))"
    r"\s?(?P<mark>am|pm|a|p|uhr|h|o'clock)?\.?"
)
_WHOLE = re.compile(r"\d{1,2}\s?[:., h]\s?\d{2}|\d{4}")
_NUMBERS = re.compile(r"(\d{1,2})[-./ ]+(\d{1,2})(?:[-./ ]+(\d{2}|\d{4}))?[.]?")
_YEAR_FIRST = re.compile(r"(\d{4})[-./ ]+(\d{1,2})[-./ ]+(\d{1,2})[.]?")
_SHORT_YEAR_FIRST = re.compile(r"(\d{2})[-./ ]+(\d{1,2})[-./ ]+(\d{1,2})[.]?")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[-. ]*(?:of )?([^\W\d]+)[-., ']*(\d{2}|\d{4})?")
_MONTH_FIRST = re.compile(r"([^\W\d]+)[-. ]*(\d{1,2})(?:st|nd|rd|th)?(?:[-., ]+'?(\d{2}|\d{4}))?")
_SIGNS = str.maketrans({"’": "'", "–": "-", "−": "-"})
LEAP = 8
"""Most years between one 29 February and the next."""


def plain(text: str) -> str:
    """`text` for reading: full-width signs as usual ones, small letters, no marks of direction."""
    usual = unicodedata.normalize("NFKC", text).translate(_SIGNS)
    shown = "".join(sign for sign in usual if unicodedata.category(sign) != "Cf")
    return " ".join(shown.casefold().split())


def read_time(text: str) -> int:
    """The time of day in `text`, minutes after midnight; raises ValueError for what is none.

    24:00 is the midnight at the end of a day.
    """
    found = _TIME.fullmatch(re.sub(r"\b([ap])\.\s?m\b\.?", r"\1m", plain(text)))
    if not found:
        raise ValueError(f"no time: {text!r}")
    hour, minute = int(found["hour"] or found["hours"]), int(found["minute"] or found["minutes"] or 0)
    if found["mark"] in HALVES:
        if not 1 <= hour <= 12:
            raise ValueError(f"no time: {text!r}")
        hour = hour % 12 + HALVES[found["mark"]]
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        raise ValueError(f"no time: {text!r}")
    return hour % 24 * 60 + minute


def time_is_whole(text: str) -> bool:
    """Whether a time can be taken at its word while typing goes on: "2" may yet become 23:10.

    On a clock of twelve hours "11:10" may yet become 11:10 pm.
    """
    words = plain(text)
    if words.endswith(("am", "pm", "a.m.", "p.m.")):
        return True
    if not _WHOLE.fullmatch(words):
        return False
    return not i18n.REGION.twelve_hours or not 1 <= read_time(words) // 60 <= 12


def read_day(text: str, today: date) -> date:
    """The day in `text`; without a year the latest such day that is not after `today`.

    Two numbers are day and month in the order of the region, or the other way where that is no day. Raises
    ValueError for what is no day.
    """
    try:
        return _read_day(_without_weekday(plain(text)), today)
    except ValueError as error:
        raise ValueError(f"no day: {text!r}") from error


def _without_weekday(words: str) -> str:
    first, _gap, rest = words.partition(" ")
    first = first.rstrip(",.")
    named = len(first) >= 2 and any(name.casefold().startswith(first) for name in weekdays())
    return rest if named and rest else words


def _read_day(words: str, today: date) -> date:
    if found := _YEAR_FIRST.fullmatch(words):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if i18n.REGION.date_order[0] == "year" and (found := _SHORT_YEAR_FIRST.fullmatch(words)):
        with suppress(ValueError):  # else it is in another order
            return _made(int(found[3]), int(found[2]), found[1], today)
    if found := _NUMBERS.fullmatch(words):
        one, other = int(found[1]), int(found[2])
        day, month = (one, other) if i18n.REGION.date_order[0] == "day" else (other, one)
        if month > 12 >= day:
            day, month = month, day
        return _made(day, month, found[3], today)
    if found := _DAY_FIRST.fullmatch(words):
        return _made(int(found[1]), _month(found[2]), found[3], today)
    if found := _MONTH_FIRST.fullmatch(words):
        return _made(int(found[2]), _month(found[1]), found[3], today)
    raise ValueError(words)


def _made(day: int, month: int, year: str | None, today: date) -> date:
    if year:
        number = int(year) + (2000 if len(year) == 2 else 0)
        if len(year) == 2 and date(number, month, min(day, 28)) > today:
            number -= 100
        return date(number, month, day)
    if not 1 <= month <= 12:
        raise ValueError(month)
    for number in range(today.year, today.year - LEAP - 1, -1):
        if 1 <= day <= monthrange(number, month)[1] and date(number, month, day) <= today:
            return date(number, month, day)
    raise ValueError(day)


def _month(word: str) -> int:
    known: Sequence[Sequence[str]] = (months(), short_months())
    for names in known:
        for number, name in enumerate(names, 1):
            if len(word) >= 3 and name.casefold().startswith(word):
                return number
    raise ValueError(word)
