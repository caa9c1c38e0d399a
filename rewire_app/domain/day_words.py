"""Days in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from rewire_app import i18n
from rewire_app.i18n import _, ngettext


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
    """ "19 October" or "October 19", with the year or the day of the week where asked."""
    words = _day_and_month(day, months())
    if year:
        text = _("{date}, {year}") if i18n.REGION.month_first else _("{date} {year}")
        words = text.format(date=words, year=day.year)
    if not week_day:
        return words
    text = _("{weekday}, {date}") if i18n.REGION.month_first else _("{weekday} {date}")
    return text.format(weekday=weekdays()[day.weekday()], date=words)


def axis_day(day: date) -> str:
    """ "19 Oct" or "Oct 19", for axes."""
    return _day_and_month(day, short_months())


def _day_and_month(day: date, names: Sequence[str]) -> str:
    text = _("{month} {day}") if i18n.REGION.month_first else _("{day} {month}")
    return text.format(day=day.day, month=names[day.month - 1])


def short_day(day: date) -> str:
    """A day in numbers, without its year: "24.11.", or "11/24"."""
    if i18n.REGION.month_first:
        return f"{day.month}/{day.day}"
    parts = (part for part in i18n.REGION.date_order if part != "year")
    return "".join(f"{getattr(day, part)}." for part in parts)


def clock_words(at: time | datetime) -> str:
    """A time of day: "23:10", or "11:10 pm"."""
    return i18n.REGION.clock(at.hour, at.minute)


def minutes_words(minutes: int) -> str:
    """Minutes from a midnight as a time of day: -50 is "23:10"."""
    return i18n.REGION.clock(minutes // 60 % 24, minutes % 60)


def long_day(day: date, today: date) -> str:
    """ "Tuesday 24 November"; with the year when it is not that of `today`."""
    return day_words(day, year=day.year != today.year, week_day=True)


def ago_words(day: date, today: date) -> str:
    """ "today", "yesterday", "3 days ago" up to 13 days, else the date; within a sentence."""
    ago = (today - day).days
    if ago in (0, 1):
        return _("yesterday") if ago else _("today")
    if 0 < ago < 14:
        return ngettext("{n} day ago", "{n} days ago", ago).format(n=ago)
    return day_words(day, year=day.year != today.year)


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
