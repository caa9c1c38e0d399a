"""Days and durations in words."""

from __future__ import annotations

from datetime import date

from rewire_app.i18n import _, ngettext


def _weekdays() -> tuple[str, ...]:
    return (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )


def _months() -> tuple[str, ...]:
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


def weekday(day: date) -> str:
    """The name of the weekday: "Tuesday"."""
    return _weekdays()[day.weekday()]


def weekday_letter(day: date) -> str:
    """The first letter of the weekday: "T"."""
    return weekday(day)[:1]


def long_day(day: date, today: date | None = None) -> str:
    """ "Tuesday 24 November"; with the year when it is not that of `today`."""
    text = _("{weekday} {day} {month}").format(
        weekday=weekday(day), day=day.day, month=_months()[day.month - 1]
    )
    return text if today is None or day.year == today.year else f"{text} {day.year}"


def short_day(day: date) -> str:
    """ "24 Nov"."""
    return _("{day} {month}").format(day=day.day, month=_months()[day.month - 1][:3])


def day_month(day: date) -> str:
    """ "24 November"."""
    return _("{day} {month}").format(day=day.day, month=_months()[day.month - 1])


def hours_minutes(minutes: int) -> str:
    """ "6 h 30 min"; below an hour "30 min"."""
    hours, rest = divmod(minutes, 60)
    if hours == 0:
        return _("{m} min").format(m=rest)
    return _("{h} h {m} min").format(h=hours, m=rest)


def whole_minutes(seconds: float) -> str:
    """ "4 minutes", at least 1."""
    minutes = max(1, round(seconds / 60))
    return ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)
