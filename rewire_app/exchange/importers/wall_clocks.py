"""Times and moments as phones and programs write them, in the languages that people have them in."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

BEFORE_NOON = "am 午前 上午 凌晨 清晨 早上 오전 πμ sa pg de öö ص قظ"
AFTER_NOON = "pm 午後 下午 中午 晚上 오후 μμ ch ptg du ös م بظ"
"""What stands beside the hours of a clock of twelve, without points and blanks, as phones show it."""
_HALVES = dict.fromkeys(BEFORE_NOON.split(), 0) | dict.fromkeys(AFTER_NOON.split(), 12)
_CLOCK = re.compile(
    r"([^\W\d_][^\d:]{0,9}?)?\s*(\d{1,2})(?:[:.]|\s?[hH時时]\s?)(\d{2})(?:[:.](\d{2})(?:\.\d+)?)?\s?分?"
    r"\s*([^\W\d_][^\d:]{0,9})?"
)
_OFFSET = re.compile(r"(?:GMT|UTC)?\s*([+-])(\d{1,2})(?::?(\d{2}))?")
FARTHEST_MIN = 14 * 60
"""No clock is more minutes than this from UTC."""
_MOMENT = re.compile(
    r"(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)"
    r"(?:\s?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2}(?::\d{2})?)?))?",
    re.ASCII | re.IGNORECASE,
)


@lru_cache(4096)
def clock_time(text: str) -> time | None:
    """The time of 21:58, 9:58 pm, 9:58 p. m. or 午後9:58, whatever blanks stand in it."""
    found = _CLOCK.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if not found or (found[1] and found[5]):
        return None
    hour, half = int(found[2]), _letters(found[1] or found[5] or "")
    if half:
        if half not in _HALVES:
            return None
        if hour <= 12:
            hour = hour % 12 + _HALVES[half]
    try:
        return time(hour, int(found[3]), int(found[4] or 0))
    except ValueError:
        return None


def _letters(word: str) -> str:
    return "".join(letter for letter in word.casefold() if letter.isalpha())


def iso_moment(text: str) -> datetime | None:
    """The moment of 2026-11-20T21:58:07 or with a blank, with its offset if one follows; None for none.

    The offset may stand apart (2026-11-20 21:58:07 +01:00), and be Z, UTC or GMT.
    """
    found = _MOMENT.fullmatch(text.strip())
    if not found:
        return None
    offset = (found[2] or "").upper()
    try:
        at = datetime.fromisoformat(found[1] + ("+00:00" if offset in ("Z", "UTC", "GMT") else offset))
    except ValueError:
        return None
    return at if real_day(at.year, at.month, at.day) else None


def real_day(year: int, month: int, day: int) -> date | None:
    """That day, if there is one and the clocks of every zone have room around it."""
    try:
        found = date(year, month, day)
    except (ValueError, OverflowError):
        return None
    return found if date.min + timedelta(days=400) < found < date.max - timedelta(days=400) else None


def offset_of(text: str) -> tzinfo | None:
    """The clock of +02:00, -0330 or GMT+2; None for none."""
    found = _OFFSET.fullmatch(text.strip())
    if not found:
        return None
    minutes = int(found[2]) * 60 + int(found[3] or 0)
    if minutes > FARTHEST_MIN:
        return None
    return timezone(timedelta(minutes=-minutes if found[1] == "-" else minutes))


@cache
def zone_of(name: str) -> tzinfo | None:
    """The clock of a zone by its name, or of an offset that stands in its place; None for none."""
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError, OSError):  # ZoneInfo's own fault is a KeyError
        return offset_of(name)
