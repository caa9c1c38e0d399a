"""Days as people say them: "last Tuesday", "yesterday", "3 weeks ago", and dates as they are typed."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from rewire_app.domain.day_words import months, short_months, weekdays
from rewire_app.domain.typed import plain, read_day
from rewire_app.i18n import _

_MONTH = re.compile(r"(?P<month>[^\W\d]+)(?:[ ,.]+(?P<year>\d{4}))?")


def day_said(text: str, today: date) -> date:
    """The day that is meant by `text`, as seen from `today`; raises ValueError where none is.

    A day of the week is the newest one before today, a month alone its first day. Days to come count too.
    """
    words = plain(text).strip(" .,?")
    try:
        found = _named(words, today) or _ago(words, today) or _weekday(words, today) or _month(words, today)
        return found or read_day(words, today)
    except ValueError as error:
        raise ValueError(f"no day: {text!r}") from error


def _named(words: str, today: date) -> date | None:
    """One of the few days that have a name of their own."""
    named = {
        _("today"): 0,
        _("yesterday"): 1,
        _("the day before yesterday"): 2,
        _("day before yesterday"): 2,
        _("last week"): 7,
        _("tomorrow"): -1,
    }
    if words in (_("last month"), _("last year")):
        return months_before(today, 1 if words == _("last month") else 12)
    by = named.get(words)
    return None if by is None else today - timedelta(days=by)


def _ago(words: str, today: date) -> date | None:
    """So many days, weeks, months or years ago: "3 weeks ago", "a year ago"."""
    found = re.fullmatch(_(r"(?P<n>\d{1,4}|an?|one|two|three|four|five|six) (?P<unit>\w+?)s? ago"), words)
    if not found:
        return None
    numbers = _("a an one two three four five six").split()
    number = found["n"]
    n = int(number) if number.isdecimal() else max(1, numbers.index(number) - 1)
    unit = found["unit"]
    if unit in (_("day"), _("week")):
        return _earlier(today, n * (7 if unit == _("week") else 1))
    if unit in (_("month"), _("year")):
        return months_before(today, n * (12 if unit == _("year") else 1))
    return None


def _earlier(today: date, days: int) -> date:
    if days >= today.toordinal():
        raise ValueError("before there were days")
    return today - timedelta(days=days)


def _weekday(words: str, today: date) -> date | None:
    """The newest such day of the week before today; with "last week" or "before last" one week more."""
    name, weeks = words.removeprefix(_("last ")).removeprefix(_("on ")), 0
    for more in (_(" last week"), _(" a week ago")):
        if name.endswith(more):
            name, weeks = name.removesuffix(more), 1
    number = _one_of(name, [day.casefold() for day in weekdays()])
    if number is None:
        return None
    if weeks:
        return today - timedelta(days=today.weekday() + 7 - number)
    return today - timedelta(days=(today.weekday() - number - 1) % 7 + 1)


def _month(words: str, today: date) -> date | None:
    """The first day of a month that is named, the newest that has begun where no year is."""
    found = _MONTH.fullmatch(words)
    names = ([name.casefold() for name in some] for some in (months(), short_months()))
    number = next((n for some in names if found and (n := _one_of(found["month"], some)) is not None), None)
    if not found or number is None:
        return None
    year = int(found["year"]) if found["year"] else today.year - (number + 1 > today.month)
    return date(year, number + 1, 1)


def _one_of(word: str, names: list[str]) -> int | None:
    """Which of `names` begins with `word`, of which at least three letters are there."""
    fits = [number for number, name in enumerate(names) if name.startswith(word)]
    return fits[0] if len(word) >= 3 and len(fits) == 1 else None


def months_before(day: date, by: int) -> date:
    """The same day `by` months before (after, where it is below 0), or the last one that its month has."""
    year, month = divmod(day.year * 12 + day.month - 1 - by, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
