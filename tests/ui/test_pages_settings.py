"""Settings: each one is kept and in force at once; plans and pauses count from today."""

from __future__ import annotations

import shutil
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTextEdit

from rewire_app import settings as settings_file
from rewire_app.domain.journal.entries import Pause, Plan
from rewire_app.reports.offered import suggest
from rewire_app.store import plan_queries
from rewire_app.store import queries as reads
from rewire_app.ui.base import routes
from rewire_app.ui.settings.page import SettingsPage
from rewire_app.ui.settings.report_panel import ReportPanel
from rewire_app.ui.widgets.choices import ChipGroup
from rewire_app.ui.widgets.theme import theme
from tests.rights import planted
from tests.store import entries as make
from tests.ui.damage import damage
from tests.ui.house import (
    House,
    arrow_to,
    ctrl,
    enter,
    focused,
    press,
    settle,
    space,
    tab_to,
    type_in,
    type_over,
    words_of,
)

TODAY = date(2026, 11, 24)
YESTERDAY = TODAY - timedelta(days=1)


def section(house: House, name: str) -> SettingsPage:
    page = house.go("settings")
    assert isinstance(page, SettingsPage)
    tab_to(name)
    enter()
    return page


def saved(house: House) -> settings_file.Settings:
    return settings_file.load(house.profile)


def test_a_section_that_is_asked_for_has_the_focus(house: House) -> None:
    house.open()
    house.go("today")
    tab_to("Evening: Note")
    house.go(routes.settings("motion"))
    assert focused().accessibleName() == "Motion"
    press(Qt.Key.Key_Down)
    assert house.shell.pages.place == routes.settings("keys")


def test_every_section_opens_by_key_and_by_arrow(house: House) -> None:
    house.open()
    page = house.go("settings")
    tab_to("Reading and text")
    for name, words in (
        ("Motion", "Still shows breathing as blocks"),
        ("Keys", "Keys of a single letter"),
        ("Your plan", "No plan yet."),
        ("Reminders", "Off until you choose one."),
        ("Health", "What Rewire is careful with"),
        ("Days and times", "A week begins on"),
        ("Privacy", "Anyone who uses your account on this computer can open your notes."),
        ("Backups", "The first copy is made when you close Rewire today."),
        ("Your data", "Nothing leaves this computer"),
        ("About", "It does not assess or treat."),
    ):
        press(Qt.Key.Key_Down)
        assert focused().accessibleName() == name
        assert words in words_of(page)


def test_the_dark_theme_is_in_force_at_once_and_after_a_new_start(house: House) -> None:
    house.open()
    section(house, "Reading and text")
    tab_to("As the computer")
    arrow_to("Dark")
    assert theme.dark
    assert saved(house).theme == "dark"
    house.close()
    house.open()
    assert theme.dark
    tab_to("Settings")
    enter()
    tab_to("Dark")
    press(Qt.Key.Key_Left)
    assert not theme.dark


@pytest.mark.parametrize(
    ("first", "wanted", "field", "value"),
    [
        ("100 %", "130 %", "text_size", 130),
        ("100 %", "200 %", "text_size", 200),
        ("Normal", "Wider", "line_spacing", 130),
    ],
)
def test_sizes_are_kept_and_in_force(first: str, wanted: str, field: str, value: int, house: House) -> None:
    house.open()
    section(house, "Reading and text")
    before = theme.line("body")
    tab_to(first)
    arrow_to(wanted)
    assert getattr(saved(house), field) == value
    assert theme.line("body") > before


def test_the_plain_font_is_kept_and_in_force(house: House) -> None:
    house.open()
    section(house, "Reading and text")
    reading = theme.font("article").family()
    tab_to("Use the plain font everywhere")
    space()
    assert saved(house).plain_font
    assert theme.font("article").family() == theme.font("body").family() != reading
    space()
    assert theme.font("article").family() == reading


def test_motion_is_kept_and_in_force(house: House) -> None:
    house.open()
    section(house, "Motion")
    tab_to("Still")
    press(Qt.Key.Key_Left)
    assert saved(house).motion == "full"
    assert not theme.reduced_motion
    press(Qt.Key.Key_Right)
    assert theme.reduced_motion


def test_the_hour_at_which_a_day_starts_is_kept_and_in_force(house: House) -> None:
    house.clock.stopped_at = datetime(2026, 11, 25, 4, 30)
    house.open()
    assert house.context.today == date(2026, 11, 25)
    section(house, "Your plan")
    tab_to("A day starts at")
    press(Qt.Key.Key_Down)
    assert saved(house).day_start == 5
    assert house.context.today == TODAY
    assert "Tuesday 24 November" in words_of(house.go("today"))


def test_a_setting_that_cannot_be_saved_stays_as_it_was_and_says_so(house: House) -> None:
    house.open()
    section(house, "Reading and text")
    said: list[str] = []
    house.context.hub.failed.connect(said.append)
    tab_to("100 %")
    shutil.move(house.profile, house.profile.with_name("moved"))
    press(Qt.Key.Key_Right)
    assert theme.scale == 100
    assert house.context.settings.text_size == 100
    assert said[0].startswith("This setting could not be saved.")
    settle()
    shutil.move(house.profile.with_name("moved"), house.profile)


def test_a_damaged_file_of_settings_is_said_at_the_start_and_mended(house: House) -> None:
    house.open()
    section(house, "Reading and text")
    tab_to("100 %")
    press(Qt.Key.Key_Right)
    house.close()
    (house.profile / settings_file.FILE).write_bytes(b"\x00")
    house.open()
    assert theme.scale == 115
    assert "Its spare copy is in use." in words_of(house.shell)
    house.close()
    house.open()
    assert theme.scale == 115
    assert "Its spare copy is in use." not in words_of(house.shell)


# the plan


def test_a_first_plan_counts_from_today(house: House) -> None:
    house.open()
    section(house, "Your plan")
    tab_to("Add a plan")
    enter()
    type_in("make tea")
    tab_to("I will do")
    type_in("Drop")
    tab_to("3 days")
    arrow_to("4 days")
    assert plan_queries.plan_history(house.context.vault) == []
    tab_to("Keep this plan")
    enter()
    assert plan_queries.plan_history(house.context.vault) == [(TODAY.toordinal(), 4)]
    plan = house.store.plans.current(TODAY)
    assert plan is not None
    assert (plan.per_week, plan.cue, plan.exercise) == (4, "make tea", "a-anchor")
    assert house.store.plans.current(YESTERDAY) is None
    assert focused().accessibleName() == "Add a plan"


def test_a_changed_plan_leaves_the_days_before_as_they_were(house: House) -> None:
    house.open()
    old = make.plan(from_day=date(2026, 10, 1), per_week=4, exercise="b-paced", minutes=5)
    house.store.plans.put(old)
    section(house, "Your plan")
    tab_to("Change")
    enter()
    tab_to("4 days")
    press(Qt.Key.Key_Left)
    tab_to("Keep this plan")
    enter()
    new = house.store.plans.current(TODAY)
    assert new is not None
    assert (new.per_week, new.from_day, new.cue, new.minutes) == (3, TODAY, old.cue, 5)
    assert house.store.plans.current(YESTERDAY) == old
    ctrl(Qt.Key.Key_Z)
    assert house.store.plans.current(TODAY) == old


def test_a_second_plan_on_weekdays_with_an_answer_stands_beside_the_first(house: House) -> None:
    house.open()
    house.store.plans.put(make.plan(from_day=date(2026, 10, 1), per_week=2, exercise="b-paced"))
    page = section(house, "Your plan")
    tab_to("Add a plan")
    enter()
    type_in("come home")
    tab_to("Any days")
    arrow_to("Set weekdays")
    tab_to("Monday")
    for _day in range(3):
        space()
        press(Qt.Key.Key_Right)
    tab_to("What in me may get in the way?")
    type_in("too tired")
    tab_to("If it does, I will …")
    type_in("one breath")
    enter()
    words = words_of(page)
    assert "After you come home, on Monday, Tuesday and Wednesday." in words
    assert "If this gets in the way, “too tired”: one breath." in words
    assert "Together they come to 3 days a week." in words
    assert len(house.store.plans.holding(TODAY)) == 2


def test_weekdays_want_at_least_one_day(house: House) -> None:
    house.open()
    page = section(house, "Your plan")
    tab_to("Add a plan")
    enter()
    tab_to("Any days")
    arrow_to("Set weekdays")
    tab_to("Keep this plan")
    enter()
    assert "Choose at least one day." in words_of(page)
    assert house.store.plans.history() == []
    assert focused().accessibleName() == "Monday"


def test_an_ended_plan_keeps_its_days_and_can_be_taken_back(house: House) -> None:
    house.open()
    old = make.plan(from_day=date(2026, 10, 1), per_week=4)
    house.store.plans.put(old)
    page = section(house, "Your plan")
    tab_to("Change")
    enter()
    tab_to("End this plan")
    enter()
    assert house.store.plans.holding(TODAY) == []
    assert house.store.plans.holding(YESTERDAY) == [old]
    assert "No plan yet." in words_of(page)
    ctrl(Qt.Key.Key_Z)
    assert house.store.plans.holding(TODAY) == [old]


def test_looking_at_the_plan_changes_nothing(house: House) -> None:
    house.open()
    house.store.plans.put(make.plan(from_day=date(2026, 10, 1)))
    before = house.context.vault.commit_seq
    section(house, "Your plan")
    tab_to("Change")
    enter()
    for _turn in range(30):
        press(Qt.Key.Key_Tab)
    house.go("today")
    assert house.context.vault.commit_seq == before


@pytest.mark.parametrize("leave", ["page", "window"])
def test_a_plan_half_written_waits_however_one_leaves(leave: str, house: House) -> None:
    house.open()
    old = make.plan(from_day=date(2026, 10, 1))
    house.store.plans.put(old)
    section(house, "Your plan")
    tab_to("Change")
    enter()
    type_over("wake up")
    ctrl(Qt.Key.Key_1 if leave == "page" else Qt.Key.Key_Q)
    house.close()
    house.open()
    section(house, "Your plan")
    assert house.store.plans.current(TODAY) == old
    tab_to("Keep this plan")
    enter()
    plan = house.store.plans.current(TODAY)
    assert plan is not None
    assert (plan.cue, plan.thread) == ("wake up", old.thread)


def test_a_way_that_knows_the_plan_fills_it_in_and_keeps_nothing(house: House) -> None:
    house.open()
    page = house.go(routes.new_plan(cue="sit down at work", exercise="b-paced", minutes=2))
    assert house.store.plans.history() == []
    assert focused().text() == "sit down at work"
    tab_to("Keep this plan")
    enter()
    plan = house.store.plans.current(TODAY)
    assert plan is not None
    assert (plan.cue, plan.exercise, plan.minutes, plan.per_week) == ("sit down at work", "b-paced", 2, 3)
    assert "Paced breathing, 2 minutes" in words_of(page)


def test_what_one_works_on_can_be_changed_and_taken_back(house: House) -> None:
    house.open()
    house.context.hub.keep("what you work on", None, house.store.profile.put, "focus", "sleep")
    before = words_of(house.go("today"))
    assert "Offered because you chose sleep." in suggested(house)
    page = section(house, "Your plan")
    assert page.findChild(ChipGroup).chosen() == ("sleep",)
    tab_to("Sleep that doesn’t rest me")
    space()
    arrow_to("Anger that comes too fast")
    space()
    assert house.store.profile.get("focus") == "anger"
    assert "Offered because you chose anger." in suggested(house)
    ctrl(Qt.Key.Key_Z)
    ctrl(Qt.Key.Key_Z)
    assert house.store.profile.get("focus") == "sleep"
    assert page.findChild(ChipGroup).chosen() == ("sleep",)
    assert words_of(house.go("today")) == before


def suggested(house: House) -> str:
    """Why Today offers what it offers."""
    return suggest(reads.today(house.context.vault, TODAY.toordinal())).reason


def test_the_minutes_of_the_plan_can_be_changed_and_go_with_its_exercise(house: House) -> None:
    house.open()
    house.store.plans.put(make.plan(from_day=date(2026, 10, 1), exercise="b-paced", minutes=7))
    section(house, "Your plan")
    tab_to("Change")
    enter()
    tab_to("For how long")
    assert focused().currentText() == "7 minutes"
    tab_to("I will do", back=True)
    press(Qt.Key.Key_Down)
    tab_to("For how long")
    assert focused().currentText() == "As the exercise says"
    type_in("10")
    tab_to("Keep this plan")
    enter()
    plan = house.store.plans.current(TODAY)
    assert plan is not None
    assert (plan.exercise != "b-paced", plan.minutes) == (True, 10)


def test_a_copy_is_said_to_hold_the_key(house: House) -> None:
    house.open()
    page = section(house, "Your data")
    assert "or has a copy of the folder, can open your notes" in words_of(page)


# pauses


def test_a_pause_begins_today_and_is_said(house: House) -> None:
    house.open()
    page = section(house, "Your plan")
    tab_to("Pause the plan")
    space()
    assert "Paused since Tuesday 24 November." in words_of(page)
    assert plan_queries.pauses(house.context.vault) == [(TODAY.toordinal(), None)]


def test_in_another_section_undo_only_names_the_pause_and_leads_to_it(house: House) -> None:
    house.open()
    section(house, "Your plan")
    tab_to("Pause the plan")
    space()
    section(house, "Motion")
    ctrl(Qt.Key.Key_Z)
    assert house.store.pauses.open(TODAY) is not None
    assert "In Settings: plan paused" in words_of(house.shell.line)
    tab_to("Take it back")
    enter()
    assert house.store.pauses.open(TODAY) is None
    assert "What you work on" in words_of(house.shell.page("settings"))


def test_a_pause_taken_back_on_its_day_leaves_no_pause(house: House) -> None:
    house.open()
    page = section(house, "Your plan")
    tab_to("Pause the plan")
    space()
    space()
    assert plan_queries.pauses(house.context.vault) == []
    assert "Paused since" not in words_of(page)
    ctrl(Qt.Key.Key_Z)
    assert len(plan_queries.pauses(house.context.vault)) == 1
    ctrl(Qt.Key.Key_Z)
    assert plan_queries.pauses(house.context.vault) == []


def test_a_pause_ends_with_yesterday(house: House) -> None:
    house.open()
    begun = date(2026, 11, 20)
    house.store.pauses.add(Pause(uid="0" * 32, from_day=begun))
    page = section(house, "Your plan")
    assert "Paused since Friday 20 November." in words_of(page)
    tab_to("Pause the plan")
    space()
    assert plan_queries.pauses(house.context.vault) == [(begun.toordinal(), YESTERDAY.toordinal())]
    assert "Paused since" not in words_of(page)


@pytest.mark.slow
def test_pauses_that_overlap_all_end_with_yesterday_and_one_undo_brings_all_back(house: House) -> None:
    house.open()
    spans = [(-5, 9), (-2, 1), (0, 3), (-9, -4), (4, 5)]
    for number, (first, last) in enumerate(spans):
        days = {"from_day": TODAY + timedelta(days=first), "to_day": TODAY + timedelta(days=last)}
        house.store.pauses.add(Pause(uid=str(number) * 32, **days))
    before = house.store.pauses.all()
    page = section(house, "Your plan")
    tab_to("Pause the plan")
    space()
    assert "Paused since" not in words_of(page)
    ends = sorted(
        (one.from_day - TODAY, one.to_day and one.to_day - TODAY) for one in house.store.pauses.all()
    )
    assert [(first.days, last and last.days) for first, last in ends] == [
        (-9, -4),
        (-5, -1),
        (-2, -1),
        (4, 5),
    ]
    ctrl(Qt.Key.Key_Z)
    assert house.store.pauses.all() == before


@pytest.mark.slow
def test_a_plan_for_an_exercise_that_is_gone_says_so(house: House) -> None:
    house.open()
    plan = Plan(uid="1" * 32, from_day=TODAY, per_week=3, thread="plan", exercise="slow-walk")
    house.context.hub.do("plan", house.store.plans.put, plan)
    for name in ("Your plan", "Reminders"):
        words = words_of(section(house, name))
        assert "Slow walk" in words
        assert "Any exercise" not in words


def test_a_pause_by_date_says_which_days_it_changes_and_changes_those(house: House) -> None:
    house.open()
    page = section(house, "Your plan")
    tab_to("Add a pause by date")
    enter()
    type_in("3 November 2026")
    tab_to("To, that day included")
    type_in("5 November 2026")
    tab_to("What for?")
    assert "3 days count for nothing either way then: 3 to 5 November. No other day changes." in words_of(
        page
    )
    type_in("flu")
    enter()
    first, last = date(2026, 11, 3).toordinal(), date(2026, 11, 5).toordinal()
    assert plan_queries.pauses(house.context.vault) == [(first, last)]
    assert "3 days, “flu”" in words_of(page)


def test_a_pause_that_ends_before_it_begins_is_not_kept(house: House) -> None:
    house.open()
    page = section(house, "Your plan")
    tab_to("Add a pause by date")
    enter()
    type_in("5 November 2026")
    tab_to("To, that day included")
    type_in("3 November 2026")
    enter()
    assert "This day comes before the first one." in words_of(page)
    assert plan_queries.pauses(house.context.vault) == []


@pytest.mark.slow
def test_a_pause_whose_end_cannot_be_read_is_not_told_as_one_without_an_end(house: House) -> None:
    house.open()
    page = section(house, "Your plan")
    tab_to("Add a pause by date")
    enter()
    type_in("24 November 2026")
    tab_to("To, that day included")
    assert "until you end the pause" in words_of(page)
    type_in("some day")
    assert "until you end the pause" not in words_of(page)
    tab_to("What for?")
    assert "until you end the pause" not in words_of(page)


def test_a_pause_that_was_can_be_changed_and_removed(house: House) -> None:
    house.open()
    house.store.pauses.add(Pause(uid="0" * 32, from_day=date(2026, 11, 3), to_day=date(2026, 11, 9)))
    page = section(house, "Your plan")
    tab_to("Change")
    enter()
    tab_to("To, that day included")
    type_over("6 November 2026")
    tab_to("What for?")
    assert "3 days count again: 7 to 9 November. No other day changes." in words_of(page)
    tab_to("Remove")
    enter()
    assert plan_queries.pauses(house.context.vault) == []
    ctrl(Qt.Key.Key_Z)
    assert len(plan_queries.pauses(house.context.vault)) == 1


# data and about


def test_where_the_data_lives_is_shown(house: House) -> None:
    house.open()
    page = section(house, "Your data")
    assert str(house.profile) in words_of(page)


def test_the_report_is_shown_whole_and_holds_no_word_of_the_person(house: House, tmp_path: Path) -> None:
    house.open()
    house.store.days.put(make.day_entry(day=TODAY, note="my secret"))
    page = section(house, "About")
    tab_to("Show the report")
    enter()
    panel = page.findChild(ReportPanel)
    tab_to("Copy the report")
    enter()
    report = QGuiApplication.clipboard().text()
    panel.save(tmp_path / "report.txt")
    assert (tmp_path / "report.txt").read_text("utf-8") == report == focused_report(panel)
    assert "\ndays 1\n" in report
    assert report.startswith("Rewire ")
    assert "secret" not in report
    assert str(house.profile) not in report


def test_a_link_that_was_planted_does_not_lead_the_report_elsewhere(house: House, tmp_path: Path) -> None:
    house.open()
    victim, link = tmp_path / "victim", tmp_path / "report.txt"
    victim.write_text("untouched")
    planted(link, victim)
    panel = section(house, "About").findChild(ReportPanel)
    panel.show_report()
    panel.save(link)
    assert victim.read_text() == "untouched"
    assert link.read_text("utf-8").startswith("Rewire ")


def focused_report(panel: ReportPanel) -> str:
    """What the person can read of it."""
    [area] = [area for area in panel.findChildren(QTextEdit) if area.isVisible()]
    return area.toPlainText()


def test_the_report_says_which_part_of_the_notes_is_damaged(house: House) -> None:
    house.open()
    damage(house, "days")
    panel = section(house, "About").findChild(ReportPanel)
    report = panel.report()
    assert "\ndays DamagedStoreError\n" in report
    assert "\npractices 0\n" in report
    assert "\nfault: vault.db:" in report


@pytest.mark.qt_log_ignore("openDocument")  # nothing can show a folder where there is no screen
def test_a_folder_that_nothing_can_show_is_told(house: House) -> None:
    house.open()
    section(house, "Your data")
    tab_to("Show the folder")
    enter()
    told = "Nothing on this computer could show the folder. It is"
    assert told in words_of(house.shell.line)
