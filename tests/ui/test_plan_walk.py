"""A small plan by keys alone, as it is heard: written, reminded of, paused, begun and looked back on."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from rewire_app.domain.reminders import ReminderKind
from rewire_app.ui.base import routes
from rewire_app.ui.settings.pause_form import PauseForm
from rewire_app.ui.settings.reminders_section import RemindersSection
from tests.ui.house import (
    House,
    arrow_to,
    described,
    enter,
    focused,
    press,
    settle,
    stops,
    tab_to,
    type_in,
    words_of,
)

TODAY = date(2026, 11, 24)


def add_plan(house: House) -> None:
    house.go(routes.settings("plan"))
    tab_to("Add a plan")
    enter()
    settle()


def test_every_stop_of_the_form_has_a_name_and_a_role(house: House) -> None:
    house.open()
    add_plan(house)
    first = focused().accessibleName()
    heard = stops(first, "Keep this plan")
    assert all(name for name, _role in heard), heard
    names = [name for name, _role in heard]
    roles = dict(heard)
    assert roles[first] is QAccessible.Role.EditableText
    assert roles["I will do"] is QAccessible.Role.ComboBox
    assert roles["Keep this plan"] is QAccessible.Role.Button
    assert names.index("I will do") < names.index("For how long") < names.index("Any days")
    assert len(names) == len(set(names)), "one stop for each group"


def test_a_plan_is_written_reminded_of_and_done_without_a_mouse(house: House) -> None:
    house.open()
    add_plan(house)
    type_in("close my laptop")
    tab_to("I will do")
    QTest.keyClicks(focused(), "STOP")
    tab_to("Any days")
    arrow_to("Set weekdays")
    press(Qt.Key.Key_Space)
    settle()
    tab_to("Monday")
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Space)
    tab_to("Keep this plan")
    enter()
    settle()
    [plan] = house.store.plans.holding(TODAY)
    assert (plan.cue, plan.exercise, plan.weekdays) == ("close my laptop", "d-stop", 0b0000011)
    house.go(routes.settings("reminders"))
    reminder = _switches(house)[0]
    assert "Practice" in reminder or "STOP" in reminder, _switches(house)
    tab_to(reminder)
    press(Qt.Key.Key_Space)
    settle()
    [one] = house.context.reminders.now.every
    assert (one.kind, one.weekdays) == (ReminderKind.PRACTICE, 0b0000011)
    house.go("today")
    tab_to("Why this one?")
    assert described(focused())
    tab_to("Begin, 2 minutes", back=True)
    enter()
    settle()
    assert house.shell.covers.playing


def _switches(house: House) -> list[str]:
    part = house.window.findChild(RemindersSection)
    return [row.switch.accessibleName() for row in part.rows.values()]


def test_a_pause_is_entered_by_keys_and_says_which_days_it_changes(house: House) -> None:
    house.open()
    add_plan(house)
    type_in("make tea")
    tab_to("Keep this plan")
    enter()
    settle()
    tab_to("Add a pause by date")
    enter()
    settle()
    heard = stops(focused().accessibleName(), "Keep this pause")
    assert all(name for name, _role in heard), heard
    tab_to("From")
    type_in("20.11.2026")
    tab_to("To, that day included")
    type_in("22.11.2026")
    press(Qt.Key.Key_Tab)
    settle()
    assert "3 days count for nothing either way then" in words_of(house.window.findChild(PauseForm))
    tab_to("Keep this pause")
    enter()
    settle()
    [pause] = house.store.pauses.all()
    assert (pause.from_day, pause.to_day) == (TODAY - timedelta(days=4), TODAY - timedelta(days=2))
