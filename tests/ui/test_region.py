"""Weeks, dates and times ask the one value that says how they go where the person lives."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import QLocale, QPointF
from pytestqt.qtbot import QtBot

from rewire_app import i18n, settings
from rewire_app.charts.columns import Range, columns
from rewire_app.domain.day_words import (
    axis_day,
    clock_words,
    day_words,
    short_day,
    short_weekdays,
    weekday_letter,
    weekday_letters,
)
from rewire_app.domain.days import monday, week_start
from rewire_app.domain.typed import read_day, read_time
from rewire_app.i18n import Region
from rewire_app.settings import Settings
from rewire_app.ui.base.region import region
from rewire_app.ui.widgets.date_field import HEAD, MonthGrid
from rewire_app.ui.widgets.theme import theme

TUESDAY = date(2026, 11, 24)


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """A place where weeks begin on Sunday, the month comes first and noon twice a day."""
    there = Region(first_weekday=6, twelve_hours=True, date_order=("month", "day", "year"))
    monkeypatch.setattr(i18n, "REGION", there)


def test_here_a_week_begins_on_monday_and_the_day_comes_first() -> None:
    assert date.fromordinal(week_start(TUESDAY.toordinal())) == date(2026, 11, 23)
    assert short_weekdays()[0] == "Mo"
    assert short_day(TUESDAY) == "24.11."
    assert read_day("3.4.2025", TUESDAY) == date(2025, 4, 3)
    assert clock_words(time(23, 10)) == "23:10"


FIRST_DAYS = {
    **dict.fromkeys(("US", "CA", "IL", "PH", "IN", "JP", "BR"), "Su"),
    "EG": "Sa",
    **dict.fromkeys(("GB", "DE", "SE", "AU"), "Mo"),
}
TWELVE_HOURS = ("US", "CA", "PH", "EG", "IN", "AU")
MONTH_IN_FRONT = ("US", "PH")
YEAR_IN_FRONT = ("CA", "JP", "SE")


@pytest.mark.parametrize("country", FIRST_DAYS)
def test_days_and_times_go_as_in_the_country_and_come_back_from_their_own_words(
    country: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(i18n, "REGION", region(Settings(country=country)))
    time_shown, day_shown = clock_words(time(23, 10)), day_words(TUESDAY, year=True)
    assert short_weekdays()[0] == FIRST_DAYS[country]
    assert time_shown == ("11:10 pm" if country in TWELVE_HOURS else "23:10")
    assert day_shown == ("November 24, 2026" if country in MONTH_IN_FRONT else "24 November 2026")
    april = country not in (*MONTH_IN_FRONT, *YEAR_IN_FRONT)
    assert read_day("3/4", TUESDAY) == (date(2026, 4, 3) if april else date(2026, 3, 4))
    assert read_day(day_shown, TUESDAY) == TUESDAY
    assert read_time(time_shown) == 23 * 60 + 10


def test_what_was_chosen_goes_before_the_country() -> None:
    chosen = region(Settings(country="US", first_weekday="monday", clock="24", date_order="day"))
    assert chosen == Region()
    assert region(Settings(country="DE", clock="12")).twelve_hours


def test_where_no_country_was_chosen_it_goes_as_on_this_computer() -> None:
    here = QLocale.system().firstDayOfWeek().value - 1
    for country in ("", "--"):
        assert region(Settings(country=country)).first_weekday == here


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize("back", range(7))
def test_a_week_begins_on_the_weekday_of_the_region(back: int) -> None:
    saturday = date(2026, 11, 28).toordinal()
    assert date.fromordinal(week_start(saturday - back)) == date(2026, 11, 22)
    assert columns(Range.YEAR, None, saturday - back).starts[-1] == date(2026, 11, 22).toordinal()


@pytest.mark.usefixtures("elsewhere")
def test_the_days_of_a_week_are_named_in_its_order_and_each_keeps_its_own_name() -> None:
    assert short_weekdays() == ("Su", "Mo", "Tu", "We", "Th", "Fr", "Sa")
    assert weekday_letters() == ("S", "M", "T", "W", "T", "F", "S")
    assert weekday_letter(TUESDAY) == "T"


@pytest.mark.usefixtures("elsewhere")
def test_a_month_to_choose_from_begins_with_the_first_day_of_its_week(qtbot: QtBot) -> None:
    grid = MonthGrid(TUESDAY, TUESDAY)
    qtbot.addWidget(grid)
    assert grid.at(QPointF(1, theme.px(HEAD) + 1)) == date(2026, 11, 1)


@pytest.mark.usefixtures("elsewhere")
def test_dates_in_numbers_and_times_go_as_they_do_there() -> None:
    assert short_day(TUESDAY) == "11/24"
    assert day_words(TUESDAY, year=True, week_day=True) == "Tuesday, November 24, 2026"
    assert axis_day(TUESDAY) == "Nov 24"
    assert read_day("3.4.2025", TUESDAY) == date(2025, 3, 4)
    assert read_day("2025-04-03", TUESDAY) == read_day("3 April 2025", TUESDAY) == date(2025, 4, 3)
    assert clock_words(time(23, 10)) == "11:10 pm"
    assert settings.choices()["day_start"].words(4) == "4:00 am"


@pytest.mark.usefixtures("elsewhere")
def test_what_is_worked_out_once_a_week_goes_by_monday_everywhere() -> None:
    assert date.fromordinal(monday(TUESDAY.toordinal())) == date(2026, 11, 23)
