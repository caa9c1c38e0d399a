"""Days in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time

from rewire_app import i18n
from rewire_app.i18n import _


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


def months() -> tuple[str, ...]:
    """The names of the twelve months."""
    return (
        _("January"),
        _("February"),
        _("March"),
        _("April"),
        _("May"),
        _("June"),
        _("July"),
        _("August"),
        _("September"),
        _("October"),
        _("November"),
        _("December"),
    )


def short_months() -> tuple[str, ...]:
    """The months in a few letters, for axes."""
    return (
        _("Jan"),
        _("Feb"),
        _("Mar"),
        _("Apr"),
        _("May"),
        _("Jun"),
        _("Jul"),
        _("Aug"),
        _("Sep"),
        _("Oct"),
        _("Nov"),
        _("Dec"),
    )


def weekdays() -> tuple[str, ...]:
    """The names of the days of the week, Monday first."""
    return (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )


def short_weekdays() -> tuple[str, ...]:
    """The days of the week in two letters or so, in the order in which a week goes here."""
    return _from_first(_("Mo Tu We Th Fr Sa Su").split())


def weekday_letters() -> tuple[str, ...]:
    """The days of the week in a letter each, in the order in which a week goes here."""
    return _from_first(_letters())


def weekday_letter(day: date) -> str:
    """The weekday in a letter: "T"."""
    return _letters()[day.weekday()]


def _letters() -> list[str]:
    return _("M T W T F S S").split()


def _from_first(monday_first: Sequence[str]) -> tuple[str, ...]:
    first = i18n.REGION.first_weekday
    return (*monday_first[first:], *monday_first[:first])


def day_words(day: date, *, year: bool = False, week_day: bool = False) -> str:
    """ "19 October", with the year or the day of the week where asked."""
    text = _("{day} {month} {year}") if year else _("{day} {month}")
    words = text.format(day=day.day, month=months()[day.month - 1], year=day.year)
    if not week_day:
        return words
    return _("{weekday} {date}").format(weekday=weekdays()[day.weekday()], date=words)


def short_day(day: date) -> str:
    """A day in numbers, without its year: "24.11."."""
    parts = (part for part in i18n.REGION.date_order if part != "year")
    return "".join(f"{getattr(day, part)}." for part in parts)


def clock_words(at: time | datetime) -> str:
    """A time of day: "23:10"."""
    return at.strftime(i18n.REGION.clock)


def long_day(day: date, today: date) -> str:
    """ "Tuesday 24 November"; with the year when it is not that of `today`."""
    return day_words(day, year=day.year != today.year, week_day=True)


def span_words(first: date, last: date) -> str:
    """ "24 August to 24 November 2026", with both years where they differ."""
    return _("{first} to {last}").format(
        first=day_words(first, year=first.year != last.year), last=day_words(last, year=True)
    )


def short_span(first: date, last: date) -> str:
    """Some days without their year: "11 to 24 November", "28 October to 10 November", "November 11 to 24"."""
    if (first.year, first.month) != (last.year, last.month):
        return _("{first} to {last}").format(first=day_words(first), last=day_words(last))
    order = i18n.REGION.date_order
    month_first = order.index("month") < order.index("day")
    text = _("{month} {first} to {last}") if month_first else _("{first} to {last} {month}")
    return text.format(first=first.day, last=last.day, month=months()[last.month - 1])
