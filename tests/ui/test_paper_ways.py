"""The ways to paper and to a calendar: from the page of an exercise, and from Your plan."""

from __future__ import annotations

from pathlib import Path

import pytest
from icalendar import Calendar
from shiboken6 import isValid

from rewire_app.domain.journal.entries import Plan, new_uid
from rewire_app.ui.base import routes
from rewire_app.ui.base.page import Page
from rewire_app.ui.charts.saving import write_chosen
from rewire_app.ui.practice import worksheet_sheet
from rewire_app.ui.practice.exercise_page import ExercisePage
from rewire_app.ui.practice.worksheet_sheet import WorksheetSheet
from rewire_app.ui.settings import calendar_sheet
from rewire_app.ui.settings.calendar_sheet import CalendarSheet
from tests.ui.house import House, enter, settle, tab_to, words_of


def opened_menu(house: House, exercise: str) -> ExercisePage:
    page = house.go(routes.exercise(exercise))
    assert isinstance(page, ExercisePage)
    assert page.acts is not None
    page.acts.menu.click()
    settle()
    return page


def to(name: str) -> None:
    """Go there by Tab, and press Enter."""
    tab_to(name)
    enter()


@pytest.fixture
def saved(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The folder that is chosen wherever a file is to be saved; the question itself is another window."""

    def choose(page: Page, _title: str, _kind: str, name: str, content: bytes) -> None:
        assert write_chosen(page, tmp_path / name, content)

    for module in (worksheet_sheet, calendar_sheet):
        monkeypatch.setattr(module, "save_somewhere", choose)
    return tmp_path


def test_an_exercise_is_saved_as_a_sheet_to_write_on(house: House, saved: Path) -> None:
    house.open()
    page = opened_menu(house, "c-activation")
    to("Print to write on")
    sheet = page.findChild(WorksheetSheet)
    assert sheet is not None
    assert "2 pages" in words_of(sheet)
    assert sheet.preview.accessibleDescription() == "2 pages"
    sheet.paper.set_value("letter")
    settle()
    assert sheet.pages.size == "letter"
    to("Save as PDF")
    assert (saved / "c-activation-letter.pdf").read_bytes().startswith(b"%PDF")
    assert not isValid(sheet)
    opened_menu(house, "b-paced")
    assert "Print to write on" not in words_of(page)


def test_plans_become_a_calendar_without_the_words_of_the_person(house: House, saved: Path) -> None:
    house.open()
    page = house.go(routes.YOUR_PLAN)
    assert "Into a calendar" not in words_of(page)
    mine = Plan(
        uid=new_uid(house.clock.now()),
        from_day=house.context.today,
        per_week=2,
        weekdays=0b0010010,
        cue="ring Noor",
    )
    house.context.hub.do("Plan", house.store.plans.put, mine)
    settle()
    to("Into a calendar")
    sheet = page.findChild(CalendarSheet)
    assert sheet is not None
    assert not sheet.told.value()
    to("Choose where, and save")
    content = (saved / "calendar.ics").read_bytes()
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert str(event["SUMMARY"]) == "Planned"
    assert event["RRULE"]["BYDAY"] == ["TU", "FR"]
    assert b"Noor" not in content
