"""Days in words; a day is a proleptic ordinal as in `date.toordinal()`."""

from __future__ import annotations

from datetime import date

from rewire_app.i18n import _


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


def weekday(day: int) -> int:
    """0 for a Monday to 6 for a Sunday."""
    return (day - 1) % 7


def monday(day: int) -> int:
    """The Monday of the week that `day` lies in."""
    return day - weekday(day)


def day_words(day: int, *, year: bool = False, week_day: bool = False) -> str:
    """ "19 October", with the year or the day of the week where asked."""
    at = date.fromordinal(day)
    text = _("{day} {month} {year}") if year else _("{day} {month}")
    words = text.format(day=at.day, month=months()[at.month - 1], year=at.year)
    if not week_day:
        return words
    return _("{weekday} {date}").format(weekday=weekdays()[weekday(day)], date=words)


def span_words(first: int, last: int) -> str:
    """ "24 August to 24 November 2026", with both years where they differ."""
    year = date.fromordinal(first).year != date.fromordinal(last).year
    return _("{first} to {last}").format(first=day_words(first, year=year), last=day_words(last, year=True))


def hours_words(minutes: float) -> str:
    """ "7 h 23 min", whole minutes."""
    hours, rest = divmod(round(minutes), 60)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=rest)


def number_words(value: float) -> str:
    """One decimal, and none where it would be a nought: "4.5", "4"."""
    return f"{value:.1f}".removesuffix(".0")
