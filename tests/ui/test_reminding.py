"""Reminders in the window: shown when due, leading to the right place, put off, and told the next time."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from rewire_app.desktop import reminder_file
from rewire_app.domain.journal.entries import Pause, Plan
from rewire_app.domain.reminders import (
    EVERY_DAY,
    PassedBy,
    Reminder,
    ReminderKind,
    Reminders,
)
from rewire_app.ui.base import routes
from rewire_app.ui.settings.reminders_section import RemindersSection
from rewire_app.ui.today.passed_line import PassedLine
from tests.store import entries as make
from tests.ui.house import House, focused, press, settle
from tests.ui.locked import open_locked, protect, unlock

TUESDAY = date(2026, 11, 24)
EVENING_ID, PLAN_ID = "e" * 32, "a" * 32


@pytest.fixture(autouse=True)
def _no_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    """No notice reaches the desktop on which the tests run."""
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)


def evening(*, passed: date = TUESDAY - timedelta(days=1)) -> Reminder:
    """Every evening at 20:45."""
    return Reminder(id=EVENING_ID, kind=ReminderKind.EVENING, weekdays=EVERY_DAY, minute=1245, passed=passed)


def with_reminders(house: House, *every: Reminder) -> None:
    house.prepare()
    reminder_file.write(house.profile, Reminders(every=every))


def tonight(house: House, hour: int, minute: int) -> None:
    """The clock shows another time of that evening, and Rewire looks."""
    house.clock.stopped_at = datetime(2026, 11, 24, hour, minute)
    house.window.reminding.look()
    settle()


def said(house: House) -> str:
    line = house.window.reminding.line
    return line.text if line.isVisible() else ""


def test_without_a_reminder_no_timer_runs(house: House) -> None:
    house.prepare()
    house.open()
    assert not house.window.reminding.timer.isActive()
    assert not (house.profile / reminder_file.FILE).exists()


def test_where_no_desktop_shows_it_a_line_in_the_window_does(house: House) -> None:
    with_reminders(house, evening())
    house.open()
    assert house.window.reminding.timer.isActive()
    tonight(house, 20, 44)
    assert said(house) == ""
    tonight(house, 20, 45)
    assert said(house) == "A reminder. You asked for this at 20:45."
    tonight(house, 20, 46)
    house.window.reminding.line.close_button.click()
    tonight(house, 20, 50)
    assert said(house) == ""


def test_it_opens_the_evening_check_of_its_day(house: House) -> None:
    with_reminders(house, evening())
    house.open()
    tonight(house, 20, 45)
    button = house.window.reminding.line.button
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    settle()
    assert house.shell.pages.place == routes.evening(TUESDAY)
    assert said(house) == ""


def test_in_an_hour_it_comes_again_also_after_a_restart(house: House) -> None:
    with_reminders(
        house,
        evening(),
        Reminder(
            id=PLAN_ID,
            kind=ReminderKind.NIGHT,
            weekdays=EVERY_DAY,
            minute=1200,
            passed=TUESDAY - timedelta(1),
        ),
    )
    house.open()
    tonight(house, 20, 0)
    assert said(house) == "A reminder. You asked for this at 20:00."
    house.window.reminding.line.second.click()
    assert said(house) == ""
    house.close()
    assert reminder_file.read(house.profile).every[1].again_day == TUESDAY
    house.open()
    tonight(house, 20, 45)
    assert said(house) == "A reminder. You asked for this at 20:45."
    tonight(house, 21, 0)
    assert said(house) == "A reminder. You asked for this at 20:00."


def test_a_locked_window_asks_for_the_passphrase_first_and_then_leads_there(house: House) -> None:
    with_reminders(house, evening())
    protect(house.profile)
    open_locked(house)
    tonight(house, 20, 45)
    assert said(house) == "A reminder. You asked for this at 20:45."
    house.window.reminding.line.button.click()
    settle()
    assert house.shell.covers.guard.lock is not None
    unlock(house)
    house.qtbot.waitUntil(lambda: house.shell.pages.place == routes.evening(TUESDAY))


def test_an_exercise_is_not_disturbed(house: House) -> None:
    with_reminders(house, evening())
    house.open()
    house.play("b-paced")
    tonight(house, 20, 45)
    assert said(house) == ""
    house.player.left.emit()
    settle()
    assert said(house) == "A reminder. You asked for this at 20:45."


def note_evening(house: House, day: date = TUESDAY) -> None:
    noted = make.day_entry(day=day, reactivity=3)
    assert house.context.hub.do("evening", house.store.days.put, noted)
    settle()


def test_the_evening_that_is_noted_already_is_not_asked_for_and_asked_for_again_once_taken_back(
    house: House,
) -> None:
    with_reminders(house, evening())
    house.open()
    note_evening(house)
    assert reminder_file.read(house.profile).every[0].done == TUESDAY
    house.context.hub.undo()
    assert reminder_file.read(house.profile).every[0].done is None
    note_evening(house)
    tonight(house, 20, 45)
    assert said(house) == ""
    assert house.context.reminders.now.waiting == ()


def test_one_that_is_chosen_after_its_thing_was_noted_waits_for_tomorrow(house: House) -> None:
    house.prepare()
    house.open()
    note_evening(house)
    section(house).rows["evening"].switch.click()
    settle()
    tonight(house, 20, 45)
    assert said(house) == ""


def test_what_is_shown_goes_once_it_is_noted(house: House) -> None:
    with_reminders(house, evening())
    house.open()
    tonight(house, 20, 45)
    assert said(house) == "A reminder. You asked for this at 20:45."
    note_evening(house)
    assert said(house) == ""


def test_also_while_locked_nothing_is_asked_for_that_was_noted_before(house: House) -> None:
    with_reminders(house, evening())
    house.open()
    note_evening(house)
    house.close()
    protect(house.profile)
    open_locked(house)
    tonight(house, 20, 45)
    assert said(house) == ""
    house.clock.stopped_at = datetime(2026, 11, 25, 20, 45)
    house.window.reminding.look()
    settle()
    assert said(house) == "A reminder. You asked for this at 20:45."


def test_a_practice_that_is_done_needs_no_reminder_but_that_of_another_plan_does(house: House) -> None:
    house.prepare()
    house.open()
    for number, exercise in enumerate(("d-stop", "b-paced"), start=1):
        plan = Plan(
            uid=str(number) * 32, from_day=TUESDAY, per_week=3, thread=f"plan {number}", exercise=exercise
        )
        house.context.hub.do("plan", house.store.plans.put, plan)
    house.clock.stopped_at = datetime(2026, 11, 24, 17, 0)
    for row in ("plan 1", "plan 2"):
        section(house).rows[row].switch.click()
    done = make.practice(1, exercise="b-paced", day=TUESDAY)
    house.context.hub.do("practice", house.store.practices.add, done)
    settle()
    names = json.loads(house.store.profile.get("reminders") or "{}")
    known = {names[one.id]: one.done for one in house.context.reminders.now.every}
    assert known == {"plan 1": None, "plan 2": TUESDAY}
    tonight(house, 17, 30)
    house.window.reminding.line.button.click()
    settle()
    assert house.shell.pages.place == routes.exercise("d-stop")


def test_what_passed_by_and_is_noted_afterwards_is_told_no_more(house: House) -> None:
    with_reminders(house, evening(passed=TUESDAY - timedelta(days=3)))
    house.open()
    note_evening(house, TUESDAY - timedelta(days=1))
    waiting = house.context.reminders.now.waiting
    assert [one.day for one in waiting] == [TUESDAY - timedelta(days=2)]


def test_what_passed_by_is_told_once_on_today_for_a_day(house: House) -> None:
    with_reminders(house, evening(passed=TUESDAY - timedelta(days=3)))
    house.open()
    line = house.window.findChild(PassedLine)
    assert line.isVisible()
    assert line.line.text == (
        "While Rewire was closed: evening check on Sunday 20:45, evening check on Monday 20:45."
    )
    line.line.button.click()
    settle()
    assert house.shell.pages.place == routes.evening(TUESDAY - timedelta(days=1))
    house.close()
    house.open()
    house.go("today")
    assert house.window.findChild(PassedLine).isVisible()
    house.clock.stopped_at = datetime(2026, 11, 25, 9, 0)
    house.window.reminding.look()
    settle()
    line = house.window.findChild(PassedLine)
    assert line.line.text == "While Rewire was closed: evening check on Tuesday 20:45."


def test_the_line_is_gone_once_it_was_put_away(house: House) -> None:
    with_reminders(house, evening(passed=TUESDAY - timedelta(days=2)))
    house.open()
    house.window.findChild(PassedLine).line.close_button.click()
    settle()
    assert not house.window.findChild(PassedLine).isVisible()
    house.close()
    house.open()
    assert not house.window.findChild(PassedLine).isVisible()


def test_a_damaged_file_is_told_and_begins_anew(house: House) -> None:
    house.prepare()
    (house.profile / reminder_file.FILE).write_text("{")
    house.open()
    settle()
    assert "reminders was damaged" in house.shell.line.text
    assert (house.profile / reminder_file.DAMAGED).read_text() == "{"


# choosing


def section(house: House) -> RemindersSection:
    page = house.go(routes.settings("reminders"))
    return page.findChild(RemindersSection)


def test_each_is_off_until_it_is_chosen_and_the_file_holds_no_word(house: House) -> None:
    house.prepare()
    house.open()
    house.context.hub.do(
        "plan",
        house.store.plans.put,
        Plan(
            uid="1" * 32,
            from_day=TUESDAY,
            per_week=3,
            cue="I close the laptop",
            exercise="b-paced",
            thread="Zwetschge",
            weekdays=0b0101010,
        ),
    )
    rows = section(house).rows
    assert list(rows) == ["Zwetschge", "evening", "night"]
    assert not any(row.switch.value() for row in rows.values())
    row = rows["Zwetschge"]
    row.switch.setFocus()
    QTest.keyClick(row.switch, Qt.Key.Key_Space)
    [one] = house.context.reminders.now.every
    assert (one.kind, one.weekdays, one.minute) == (ReminderKind.PRACTICE, 0b0101010, 1050)
    row.time.line.setFocus()
    row.time.line.selectAll()
    QTest.keyClicks(row.time.line, "22:15")
    QTest.keyClick(row.time.line, Qt.Key.Key_Tab)
    settle()
    assert house.context.reminders.now.every[0].minute == 1335
    assert row.note.text() == "22:15 lies in your quiet hours; Today tells it the next day instead."
    text = (house.profile / reminder_file.FILE).read_text()
    assert "Zwetschge" not in text
    assert "b-paced" not in text
    assert json.loads(house.store.profile.get("reminders") or "{}") == {one.id: "Zwetschge"}
    row.switch.setFocus()
    QTest.keyClick(row.switch, Qt.Key.Key_Space)
    assert house.context.reminders.now.every == ()


def test_the_days_and_the_quiet_hours_are_chosen_by_keys(house: House) -> None:
    house.prepare()
    house.open()
    part = section(house)
    row = part.rows["evening"]
    row.switch.click()
    row.days.setFocus()
    QTest.keyClick(house.window.focusWidget(), Qt.Key.Key_Space)
    settle()
    assert house.context.reminders.now.every[0].weekdays == EVERY_DAY - 1
    part.quiet_from.line.setFocus()
    part.quiet_from.line.selectAll()
    QTest.keyClicks(part.quiet_from.line, "20:00")
    QTest.keyClick(part.quiet_from.line, Qt.Key.Key_Tab)
    settle()
    assert house.context.reminders.now.quiet.first == 1200
    assert "quiet hours" in row.note.text()


@pytest.mark.slow
def test_a_row_without_a_day_waits_for_one_with_the_keyboard_in_it(house: House) -> None:
    house.prepare()
    house.open()
    row = section(house).rows["evening"]
    row.switch.click()
    row.days.set_days((0,))
    row.days.setFocus()
    press(Qt.Key.Key_Space)
    assert house.context.reminders.now.every == ()
    assert "Without a day nothing is shown." in row.note.text()
    press(Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert [one.weekdays for one in house.context.reminders.now.every] == [0b0000010]
    row.switch.setFocus()
    plan = Plan(uid="1" * 32, from_day=TUESDAY, per_week=3, thread="plan")
    house.context.hub.do("plan", house.store.plans.put, plan)
    settle()
    assert focused() is section(house).rows["evening"].switch


def test_a_pause_of_the_plan_lets_its_reminder_rest(house: House) -> None:
    house.prepare()
    house.open()
    plan = Plan(uid="1" * 32, from_day=TUESDAY, per_week=3, thread="plan")
    house.context.hub.do("plan", house.store.plans.put, plan)
    section(house).rows["plan"].switch.click()
    assert house.context.reminders.now.every[0].rest is None
    pause = Pause(uid="2" * 32, from_day=TUESDAY, to_day=TUESDAY + timedelta(days=6))
    house.context.hub.do("pause", house.store.pauses.add, pause)
    assert house.context.reminders.now.every[0].rest == (TUESDAY, TUESDAY + timedelta(days=6))
    house.context.hub.undo()
    assert house.context.reminders.now.every[0].rest is None


@pytest.mark.slow
def test_pauses_without_a_day_between_are_one_rest(house: House) -> None:
    house.prepare()
    house.open()
    plan = Plan(uid="1" * 32, from_day=TUESDAY, per_week=3, thread="plan")
    house.context.hub.do("plan", house.store.plans.put, plan)
    section(house).rows["plan"].switch.click()
    for number, (first, last) in enumerate(((0, 6), (4, 9), (10, 12), (14, 20))):
        pause = Pause(
            uid=str(number) * 32,
            from_day=TUESDAY + timedelta(days=first),
            to_day=TUESDAY + timedelta(days=last),
        )
        house.context.hub.do("pause", house.store.pauses.add, pause)
    assert house.context.reminders.now.every[0].rest == (TUESDAY, TUESDAY + timedelta(days=12))


@pytest.mark.slow
def test_what_is_shown_goes_when_its_plan_is_paused_and_when_it_is_not_wanted_any_more(
    house: House,
) -> None:
    with_reminders(house, evening())
    house.open()
    tonight(house, 20, 45)
    assert said(house)
    section(house).rows["evening"].switch.click()
    settle()
    assert said(house) == ""
    plan = Plan(uid="1" * 32, from_day=TUESDAY, per_week=3, thread="plan")
    house.context.hub.do("plan", house.store.plans.put, plan)
    house.clock.stopped_at = datetime(2026, 11, 24, 17, 0)
    section(house).rows["plan"].switch.click()
    tonight(house, 17, 30)
    assert said(house)
    pause = Pause(uid="2" * 32, from_day=TUESDAY, to_day=TUESDAY)
    house.context.hub.do("pause", house.store.pauses.add, pause)
    assert said(house) == ""


def test_a_reminder_of_practice_opens_the_exercise_of_its_plan(house: House) -> None:
    house.prepare()
    house.open()
    plan = Plan(uid="1" * 32, from_day=TUESDAY, per_week=3, thread="plan", exercise="d-stop")
    house.context.hub.do("plan", house.store.plans.put, plan)
    house.clock.stopped_at = datetime(2026, 11, 24, 17, 0)
    section(house).rows["plan"].switch.click()
    tonight(house, 17, 30)
    house.window.reminding.line.button.click()
    settle()
    assert house.shell.pages.place == routes.exercise("d-stop")


def test_a_reminder_goes_with_its_plan_to_other_days_unless_it_had_days_of_its_own(house: House) -> None:
    house.prepare()
    house.open()
    do, plans = house.context.hub.do, house.store.plans
    monday = Plan(uid="1" * 32, from_day=TUESDAY, per_week=1, weekdays=0b1, thread="one")
    do("plan", plans.put, monday)
    do("plan", plans.put, replace(monday, uid="2" * 32, thread="two"))
    rows = section(house).rows
    for name in ("one", "two"):
        rows[name].switch.click()
    rows["two"].days.set_days((0, 5))
    rows["two"].days.changed.emit((0, 5))
    settle()

    def days() -> list[int]:
        return [one.weekdays for one in house.context.reminders.now.every]

    assert days() == [0b1, 0b100001]
    for name, uid in (("one", "3" * 32), ("two", "4" * 32)):
        do("plan", plans.put, replace(monday, uid=uid, thread=name, per_week=2, weekdays=0b1010))
    assert days() == [0b1010, 0b100001]
    assert house.context.reminders.now.every[0].passed == TUESDAY, "17:30 lies before the change"
    house.context.hub.undo()
    house.context.hub.undo()
    assert days() == [0b1, 0b100001]


@pytest.mark.slow
def test_a_reminder_whose_exercise_is_gone_leads_to_today(house: House) -> None:
    house.prepare()
    house.open()
    plan = Plan(uid="1" * 32, from_day=TUESDAY, per_week=3, thread="plan", exercise="slow-walk")
    house.context.hub.do("plan", house.store.plans.put, plan)
    house.clock.stopped_at = datetime(2026, 11, 24, 17, 0)
    section(house).rows["plan"].switch.click()
    tonight(house, 17, 30)
    house.window.reminding.line.button.click()
    settle()
    assert house.shell.pages.place == routes.TODAY


def test_nothing_is_kept_of_what_was_told_but_its_day(tmp_path: Path) -> None:
    late = PassedBy(id=PLAN_ID, kind=ReminderKind.PRACTICE, day=TUESDAY, minute=1050)
    reminder_file.write(tmp_path, Reminders(waiting=(late,)))
    told = json.loads((tmp_path / reminder_file.FILE).read_text())["waiting"][0]
    assert set(told) == {"id", "kind", "day", "minute", "told"}
