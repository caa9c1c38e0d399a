"""Days near today as chips, with the one that was noted, and none where it may be missing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from rewire_app.domain.day_words import day_words

NO_DAY = "never"
"""The chip for no day."""


def day_chips(
    today: date, noted: date | None, near: Mapping[int, str], none: str = ""
) -> list[tuple[str, str]]:
    """What is offered: `none`, the days so many days from `today` as they are called, and the `noted` one."""
    days = {today + timedelta(days=by): words for by, words in near.items()}
    if noted is not None:
        days.setdefault(noted, day_words(noted, year=noted.year != today.year))
    return [*([(NO_DAY, none)] if none else []), *((day.isoformat(), words) for day, words in days.items())]


def chip_of(day: date | None) -> str:
    """The key of the chip for `day`."""
    return NO_DAY if day is None else day.isoformat()


def day_of(key: str | None) -> date | None:
    """The day of the chip `key`."""
    return None if key in (None, NO_DAY) else date.fromisoformat(str(key))
