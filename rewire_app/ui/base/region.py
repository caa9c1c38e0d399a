"""How days and times are written where the person lives: as the country has it, or as they chose."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from rewire_app.choosing import COUNTRY
from rewire_app.i18n import Region
from rewire_app.settings import Settings

ORDERS = {
    "day": ("day", "month", "year"),
    "month": ("month", "day", "year"),
    "year": ("year", "month", "day"),
}
"""The parts of a date by the first of them."""
WEEKDAYS = {"monday": 0, "saturday": 5, "sunday": 6}
_LETTERS = {"d": "day", "M": "month", "y": "year"}


def region(settings: Settings) -> Region:
    """What is in force: each part as it was chosen, else as in the person's country, else as the computer."""
    here = _locale(settings.country)
    weekday, clock, order = settings.first_weekday, settings.clock, settings.date_order
    return Region(
        first_weekday=here.firstDayOfWeek().value - 1 if weekday == COUNTRY else WEEKDAYS[weekday],
        twelve_hours=_twelve_hours(here) if clock == COUNTRY else clock == "12",
        date_order=ORDERS[_first_part(here) if order == COUNTRY else order],
    )


def _locale(country: str) -> QLocale:
    """The customs of a country in its own language; where none is known, those of this computer."""
    territory = QLocale.codeToTerritory(country) if country else QLocale.Country.AnyTerritory
    if territory == QLocale.Country.AnyTerritory:
        return QLocale.system()
    return QLocale(QLocale.Language.AnyLanguage, territory)


def _twelve_hours(here: QLocale) -> bool:
    return "a" in here.timeFormat(QLocale.FormatType.ShortFormat).casefold()


def _first_part(here: QLocale) -> str:
    form = here.dateFormat(QLocale.FormatType.ShortFormat)
    return next((_LETTERS[sign] for sign in form if sign in _LETTERS), "day")
