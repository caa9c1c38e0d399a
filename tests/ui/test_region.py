"""Weeks, dates and times ask the one value that says how they go where the person lives."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from rewire_app import i18n, settings
from rewire_app.charts.columns import Range, columns
from rewire_app.domain.day_words import (
    clock_words,
    read_day,
    short_day,
    short_weekdays,
    weekday_letter,
    weekday_letters,
)
from rewire_app.domain.days import monday, week_start
from rewire_app.i18n import Region
from rewire_app.ui.widgets.date_field import HEAD, MonthGrid
from rewire_app.ui.widgets.theme import theme

TUESDAY = date(2026, 11, 24)


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """A place where weeks begin on Sunday, the month comes first and noon twice a day."""
    there = Region(first_weekday=6, clock="%I:%M %p", date_order=("month", "day", "year"))
    monkeypatch.setattr(i18n, "REGION", there)


def test_here_a_week_begins_on_monday_and_the_day_comes_first() -> None:
    assert date.fromordinal(week_start(TUESDAY.toordinal())) == date(2026, 11, 23)
    assert short_weekdays()[0] == "Mo"
    assert short_day(TUESDAY) == "24.11."
    assert read_day("3.4.2025", TUESDAY) == date(2025, 4, 3)
    assert clock_words(time(23, 10)) == "23:10"


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
    assert short_day(TUESDAY) == "11.24."
    assert read_day("3.4.2025", TUESDAY) == date(2025, 3, 4)
    assert read_day("2025-04-03", TUESDAY) == read_day("3 April 2025", TUESDAY) == date(2025, 4, 3)
    assert clock_words(time(23, 10)) == "11:10 PM"
    assert settings.choices()["day_start"].words(4) == "04:00 AM"


@pytest.mark.usefixtures("elsewhere")
def test_what_is_worked_out_once_a_week_goes_by_monday_everywhere() -> None:
    assert date.fromordinal(monday(TUESDAY.toordinal())) == date(2026, 11, 23)
