"""A day of the journal: it saves by itself, keeps gaps as gaps, and never loses what was typed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from rewire_app.domain.journal.entries import DayEntry, Lasted, Managed
from rewire_app.ui.base import routes
from rewire_app.ui.journal.day_cards import DayCard, EveningCard, NoteCard, StressCard
from rewire_app.ui.journal.moments_card import MomentRow
from rewire_app.ui.widgets.focus_ring import FocusRing
from rewire_app.ui.widgets.scroll import PageScroll
from rewire_app.ui.widgets.text import Title
from tests.store import entries as make
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
    words_of,
)
from tests.ui.journal_room import (
    GOOD,
    REACTED,
    TODAY,
    YESTERDAY,
    journal,
    let_rest,
    note_of,
    resting,
)

# saving by itself


def test_typing_is_saved_when_it_rests_and_not_before(house: House) -> None:
    page = journal(house)
    tab_to("Note")
    type_in("A long day")
    assert house.store.days.get(TODAY) is None
    let_rest(page)
    kept = house.store.days.get(TODAY)
    assert kept is not None
    assert kept.note == "A long day"
    assert kept.reactivity is None
    assert "Saved on this computer at 19:30" in words_of(page)
    assert resting(page) == []


def test_words_in_two_cards_wait_together_and_are_saved_by_themselves(house: House) -> None:
    page = journal(house)
    tab_to("Note")
    type_in("A long day")
    tab_to(GOOD, back=True)
    type_in("The walk")
    [saving] = resting(page)
    house.qtbot.waitUntil(lambda: not saving.due)
    kept = house.store.days.get(TODAY)
    assert kept is not None
    assert (kept.note, kept.good) == ("A long day", "The walk")


@pytest.mark.parametrize("away", ["today", "library", "settings"])
def test_leaving_the_page_saves_what_was_typed(away: str, house: House) -> None:
    journal(house)
    tab_to("Note")
    type_in("Quick")
    house.go(away)
    assert note_of(house) == "Quick"


def test_closing_the_window_saves_what_was_typed(house: House) -> None:
    journal(house)
    tab_to(GOOD)
    type_in("The walk")
    ctrl(Qt.Key.Key_Q)
    house.close()
    house.open()
    kept = house.store.days.get(TODAY)
    assert kept is not None
    assert kept.good == "The walk"


def test_turning_the_day_saves_what_was_typed_on_its_own_day(house: House) -> None:
    page = journal(house)
    tab_to("Note")
    type_in("For today")
    tab_to("The day before", back=True)
    enter()
    assert note_of(house) == "For today"
    assert house.store.days.get(YESTERDAY) is None
    assert "For today" not in page.findChild(NoteCard).form.answer("note")


def test_ratings_and_chips_are_saved_at_once(house: House) -> None:
    journal(house)
    tab_to(REACTED)
    type_in("6")
    tab_to("There were none")
    arrow_to("Hours")
    space()
    tab_to("Never")
    arrow_to("About half")
    space()
    tab_to("How was your mood over the day?")
    type_in("0")
    kept = house.store.days.get(TODAY)
    assert kept is not None
    assert (kept.reactivity, kept.lasted, kept.managed, kept.mood) == (6, Lasted.HOURS, Managed.HALF, 0)


def test_passing_over_every_control_stores_nothing(house: House) -> None:
    page = journal(house)
    seq = house.context.vault.commit_seq
    for _turn in range(40):
        press(Qt.Key.Key_Tab)
    page.leave()
    assert house.context.vault.commit_seq == seq
    assert house.store.days.get(TODAY) is None


def test_an_untouched_slider_stores_nothing_and_can_be_taken_back(house: House) -> None:
    journal(house)
    tab_to("Stress today")
    press(Qt.Key.Key_Right)
    assert house.store.days.get(TODAY).stress == 0
    press(Qt.Key.Key_Delete)
    assert house.store.days.get(TODAY).stress is None


def test_what_stress_was_about_is_kept(house: House) -> None:
    journal(house)
    tab_to("Work")
    space()
    arrow_to("Money")
    space()
    assert house.store.days.get(TODAY).stress_about == ("work", "money")


def test_a_rating_can_be_taken_back_and_is_then_not_noted(house: House) -> None:
    journal(house)
    tab_to(REACTED)
    type_in("6")
    press(Qt.Key.Key_Delete)
    assert house.store.days.get(TODAY).reactivity is None


def test_every_field_of_a_day_is_asked_on_one_card(house: House) -> None:
    page = journal(house)
    asked = [key for card in page.findChildren(DayCard) for key in card.form.questions]
    noted = {field.name for field in fields(DayEntry)} - {"uid", "day", "at"}
    assert sorted(asked) == sorted(noted)


# what is read again


TABLES = ("days", "nights", "moments", "own_measures", "own_ratings", "profile")


@contextmanager
def reading(house: House) -> Iterator[set[str]]:
    """The tables that are read meanwhile."""
    asked: list[str] = []
    found: set[str] = set()
    house.context.vault.connection.set_trace_callback(asked.append)
    yield found
    house.context.vault.connection.set_trace_callback(None)
    words = [" ".join(one.split()) for one in asked]
    found |= {table for table in TABLES if any(f"FROM {table} " in f"{one} " for one in words)}


def test_a_tapped_rating_reads_no_more_than_its_row_and_leaves_the_moments(house: House) -> None:
    house.open()
    house.store.moments.add(make.moment(day=TODAY, at=house.context.clock.now()))
    page = house.go("journal")
    rows = page.findChildren(MomentRow)
    tab_to(REACTED)
    with reading(house) as found:
        type_in("6")
    assert found == {"days"}
    assert page.findChildren(MomentRow) == rows
    with reading(house) as found:
        house.context.hub.undo()
    assert found == {"days"}
    assert page.findChild(EveningCard).form.answer("reactivity") is None


def test_hard_days_are_not_looked_for_while_today_is_out_of_sight(house: House) -> None:
    journal(house)
    tab_to(REACTED)
    asked: list[str] = []
    house.context.vault.connection.set_trace_callback(asked.append)
    type_in("6")
    house.context.vault.connection.set_trace_callback(None)
    assert not [one for one in asked if "BETWEEN" in one]


# undo


def test_undo_and_redo_of_a_field_are_seen_at_once(house: House) -> None:
    page = journal(house)
    tab_to(REACTED)
    type_in("6")
    ctrl(Qt.Key.Key_Z)
    assert house.store.days.get(TODAY) is None
    card = page.findChild(EveningCard)
    assert card.form.answer("reactivity") is None
    ctrl(Qt.Key.Key_Z, Qt.KeyboardModifier.ShiftModifier)
    assert card.form.answer("reactivity") == 6


def test_the_small_steps_of_one_slide_are_one_step_to_undo(house: House) -> None:
    journal(house)
    tab_to("Stress today")
    press(*[Qt.Key.Key_Right] * 6)
    assert house.store.days.get(TODAY).stress == 5
    ctrl(Qt.Key.Key_Z)
    assert house.store.days.get(TODAY) is None


# days


def test_the_answer_of_yesterday_is_nowhere_to_be_seen(house: House) -> None:
    house.open()
    house.store.days.put(make.day_entry(day=YESTERDAY, reactivity=9, mood=2, note="Hard", good="Soup"))
    page = house.go("journal")
    card = page.findChild(EveningCard)
    assert (card.form.answer("reactivity"), card.form.answer("mood"), card.form.answer("good")) == (
        None,
        None,
        "",
    )
    assert "Hard" not in page.findChild(NoteCard).form.answer("note")
    tab_to("The day before")
    enter()
    assert (card.form.answer("reactivity"), card.form.answer("mood"), card.form.answer("good")) == (
        9,
        2,
        "Soup",
    )
    tab_to("Today", back=True)
    ctrl(Qt.Key.Key_3)


def test_days_go_back_and_on_and_no_further_than_today(house: House) -> None:
    page = journal(house)
    assert "Tuesday 24 November" in words_of(page)
    tab_to("The day before")
    enter()
    enter()
    assert "Sunday 22 November" in words_of(page)
    tab_to("The day after")
    enter()
    assert "Monday 23 November" in words_of(page)
    enter()
    assert "Tuesday 24 November" in words_of(page)
    page.open(routes.journal(date(2030, 1, 1)))
    assert "Tuesday 24 November" in words_of(page)


def test_another_year_is_named(house: House) -> None:
    page = journal(house, "journal/2025-12-31")
    assert "Wednesday 31 December 2025" in words_of(page)


def test_half_past_one_at_night_is_still_the_evening_before(house: House) -> None:
    house.clock.stopped_at = datetime(2026, 11, 25, 1, 30)
    page = journal(house)
    assert "Tuesday 24 November" in words_of(page)
    tab_to(REACTED)
    type_in("4")
    kept = house.store.days.get(TODAY)
    assert kept is not None
    assert kept.at.wall == datetime(2026, 11, 25, 1, 30)
    assert house.store.days.get(TODAY + timedelta(days=1)) is None


def test_who_notes_on_after_the_day_has_turned_can_go_to_the_new_one(house: House) -> None:
    page = journal(house)
    house.clock.stopped_at = datetime(2026, 11, 25, 4, 30)
    tab_to(REACTED)
    type_in("4")
    assert house.store.days.get(TODAY) is not None
    tab_to("The day after", back=True)
    enter()
    assert "Wednesday 25 November" in words_of(page)


def test_the_day_begins_when_the_person_says_so(house: House) -> None:
    house.prepare(day_start=0)
    house.clock.stopped_at = datetime(2026, 11, 25, 1, 30)
    assert "Wednesday 25 November" in words_of(journal(house))


# moments


def test_no_word_of_the_journal_reaches_the_title_of_the_window(house: House) -> None:
    journal(house)
    tab_to("Note")
    type_in("secret")
    assert house.window.windowTitle() == "Rewire"
    assert QApplication.activeWindow().windowTitle() == "Rewire"


# finding one's way


def test_the_evening_asks_for_stress_first_and_goes_on_to_the_check_when_it_is_noted(house: House) -> None:
    house.open()
    page = house.go(routes.journal(TODAY, "evening"))
    assert focused().accessibleName() == "Stress today"
    type_in("4")
    page = house.go(routes.journal(TODAY, "evening"))
    assert focused().accessibleName() == REACTED
    house.qtbot.waitUntil(lambda: in_sight(page.findChild(StressCard)) and in_sight(focused()))
    bar = page.findChild(PageScroll).verticalScrollBar()
    assert bar.value() > 0


def in_sight(widget: QWidget) -> bool:
    """Whether all of `widget` can be seen."""
    return widget.visibleRegion().boundingRect().height() == widget.height()


def test_at_the_end_of_the_evening_it_says_that_it_is_saved_and_leads_back(house: House) -> None:
    page = journal(house)
    tab_to(REACTED)
    type_in("6")
    evening = page.findChild(EveningCard)
    assert "Saved on this computer at 19:30" in words_of(evening)
    tab_to("Back to Today")
    enter()
    assert house.shell.pages.shown is house.shell.page("today")


def test_a_link_to_what_is_in_sight_leaves_the_page_at_its_top(house: House) -> None:
    house.open()
    page = house.go(routes.journal(TODAY, "night"))
    settle()
    assert page.findChild(PageScroll).verticalScrollBar().value() == 0


def test_the_ring_of_an_arrow_keeps_clear_of_the_title(house: House) -> None:
    page = journal(house)
    press(Qt.Key.Key_Tab)
    arrow = tab_to("The day before", back=True)
    house.qtbot.waitUntil(lambda: house.shell.findChild(FocusRing).isVisible())
    ring = house.shell.findChild(FocusRing).geometry()
    title = next(one for one in page.findChildren(Title) if one.text() == "Tuesday 24 November")
    assert ring.contains(arrow.mapTo(house.shell, arrow.rect().center()))
    assert title.mapTo(house.shell, QPoint(0, 0)).x() - ring.right() >= 8


def test_an_empty_note_shows_that_one_can_write_there(house: House) -> None:
    page = journal(house)
    note = page.findChild(NoteCard).form.field("note")
    assert note.edit.placeholderText() == "Write here"
    assert not note.frame.bare
