"""A day of the journal: it saves by itself, keeps gaps as gaps, and never loses what was typed."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from rewire_app.domain.entries import MAX_TEXT, Lasted, Managed, Moment
from rewire_app.ui.journal.day_cards import TYPING_MS, EveningCard, NoteCard
from rewire_app.ui.journal.moment_form import MomentForm
from rewire_app.ui.pages.journal import JournalPage
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
    type_over,
    words_of,
)

TODAY = date(2026, 11, 24)
YESTERDAY = TODAY - timedelta(days=1)
REACTED = "All in all, how easily and strongly did you react today?"
GOOD = "One good moment, if there was one"


def journal(house: House, route: str = "journal") -> JournalPage:
    house.open()
    page = house.go(route)
    assert isinstance(page, JournalPage)
    return page


def resting(page: QWidget) -> list[QTimer]:
    """The timers that wait for typing to rest."""
    return [
        timer for timer in page.findChildren(QTimer) if timer.isActive() and timer.interval() == TYPING_MS
    ]


def let_rest(page: QWidget) -> None:
    """The eight tenths of a second are over."""
    for timer in resting(page):
        timer.timeout.emit()
    settle()


def fill_disk(house: House, *, full: bool = True) -> None:
    """Leave the database no room for another page, or give it room again."""
    connection = house.context.vault.connection
    [pages] = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count={pages if full else 1_000_000}")


LONG = "x" * 60_000


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


def test_at_most_one_rest_of_typing_is_ever_unsaved(house: House) -> None:
    page = journal(house)
    tab_to("Note")
    type_in("A")
    [timer] = resting(page)
    type_in(" long day")
    assert resting(page) == [timer]
    let_rest(page)
    assert "A long day" in note_of(house)


def note_of(house: House, day: date = TODAY) -> str:
    entry = house.store.days.get(day)
    return entry.note if entry is not None else ""


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
    assert "For today" not in page.findChild(NoteCard).note.value()


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


# undo


def test_undo_and_redo_of_a_field_are_seen_at_once(house: House) -> None:
    page = journal(house)
    tab_to(REACTED)
    type_in("6")
    ctrl(Qt.Key.Key_Z)
    assert house.store.days.get(TODAY) is None
    card = page.findChild(EveningCard)
    assert card.reactivity.value() is None
    ctrl(Qt.Key.Key_Z, Qt.KeyboardModifier.ShiftModifier)
    assert card.reactivity.value() == 6


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
    assert (card.reactivity.value(), card.mood.value(), card.good.value()) == (None, None, "")
    assert "Hard" not in page.findChild(NoteCard).note.value()
    tab_to("The day before")
    enter()
    assert (card.reactivity.value(), card.mood.value(), card.good.value()) == (9, 2, "Soup")
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
    page.open("2030-01-01")
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


def test_the_day_begins_when_the_person_says_so(house: House) -> None:
    house.prepare(day_start=0)
    house.clock.stopped_at = datetime(2026, 11, 25, 1, 30)
    assert "Wednesday 25 November" in words_of(journal(house))


# moments


def add_moment() -> None:
    tab_to("Add a moment")
    enter()
    assert focused().accessibleName() == "What set it off?"


def test_a_moment_is_kept_shown_and_undone(house: House) -> None:
    page = journal(house)
    add_moment()
    type_in("A late bus")
    tab_to("How strong was it at its strongest?")
    type_in("10")
    tab_to("When did it start?")
    type_over("8.05")
    tab_to("Minutes until about calm")
    type_in("40")
    tab_to("Keep this moment")
    enter()
    [moment] = house.store.moments.for_day(TODAY)
    assert (moment.trigger, moment.peak, moment.calm_min) == ("A late bus", 10, 40)
    assert moment.at.wall == datetime(2026, 11, 24, 8, 5)
    words = words_of(page)
    assert "Moments: 1 today" in words
    assert "08:05, A late bus" in words
    assert "Peak 10 of 10, calm after 40 minutes" in words
    assert focused().accessibleName() == "Add a moment"
    ctrl(Qt.Key.Key_Z)
    assert "Moments: none noted" in words_of(page)


def test_a_moment_begins_with_the_present_time(house: House) -> None:
    journal(house)
    add_moment()
    type_in("Now")
    tab_to("Keep this moment")
    enter()
    [moment] = house.store.moments.for_day(TODAY)
    assert moment.at.wall == datetime(2026, 11, 24, 19, 30)
    assert (moment.peak, moment.calm_min, moment.response) == (None, None, None)


@pytest.mark.parametrize(
    ("field", "words", "sentence"),
    [
        ("When did it start?", "25:00", "Use a time such as 23:10"),
        ("When did it start?", "", "Give a time such as 14:20. About is fine."),
        ("Minutes until about calm", "9999", "Use a whole number from 0 to 2880"),
        ("Minutes until about calm", "soon", "Use a whole number from 0 to 2880"),
    ],
)
def test_what_needs_a_change_is_marked_and_all_words_stay(
    field: str, words: str, sentence: str, house: House
) -> None:
    page = journal(house)
    add_moment()
    type_in("The phone")
    tab_to("What was the urge?")
    type_in("Shout")
    tab_to(field, back=True)
    type_over(words)
    tab_to("Keep this moment")
    enter()
    form = page.findChild(MomentForm)
    assert form is not None
    assert sentence in words_of(form)
    assert focused().accessibleName() == field
    assert (form.trigger.value(), form.urge.value()) == ("The phone", "Shout")
    assert house.store.moments.for_day(TODAY) == []
    type_over("14:20" if "start" in field else "15")
    tab_to("Keep this moment")
    enter()
    assert len(house.store.moments.for_day(TODAY)) == 1


def test_an_empty_moment_asks_for_a_word(house: House) -> None:
    page = journal(house)
    add_moment()
    tab_to("Keep this moment")
    enter()
    assert "Write what set it off, or choose how strong it was." in words_of(page.findChild(MomentForm))
    assert focused().accessibleName() == "What set it off?"
    assert house.store.moments.for_day(TODAY) == []


def test_a_moment_is_changed_and_removed_in_its_own_form(house: House) -> None:
    house.open()
    house.store.moments.add(
        make.moment(day=TODAY, at=house.context.clock.now(), place="work", did=("named it",))
    )
    house.go("journal")
    tab_to("Edit the moment at 19:30")
    enter()
    type_over("A call")
    tab_to("Keep this moment")
    enter()
    [moment] = house.store.moments.for_day(TODAY)
    assert (moment.trigger, moment.place, moment.did) == ("A call", "work", ("named it",))
    tab_to("Edit the moment at 19:30")
    enter()
    tab_to("Remove")
    enter()
    assert house.store.moments.for_day(TODAY) == []
    ctrl(Qt.Key.Key_Z)
    assert house.store.moments.for_day(TODAY) == [moment]


def test_opening_and_keeping_a_moment_changes_nothing_in_it(house: House) -> None:
    house.open()
    before = make.moment(
        day=TODAY, at=house.context.clock.now(), place="work", company="alone", did=("stopped", "argued")
    )
    house.store.moments.add(before)
    house.go("journal")
    tab_to("Edit the moment at 19:30")
    enter()
    tab_to("Keep this moment")
    enter()
    assert house.store.moments.for_day(TODAY) == [before]


def test_a_moment_at_half_past_one_lies_after_midnight_and_on_the_day_before(house: House) -> None:
    journal(house)
    add_moment()
    type_in("Awake")
    tab_to("When did it start?")
    type_over("1:30")
    tab_to("Keep this moment")
    enter()
    [moment] = house.store.moments.for_day(TODAY)
    assert moment.at.wall == datetime(2026, 11, 25, 1, 30)


def test_a_later_start_of_the_day_does_not_move_a_moment_that_is_opened(house: House) -> None:
    house.open()
    at = house.context.clock.at(datetime(2026, 11, 24, 5, 0))
    house.store.moments.add(make.moment(day=TODAY, at=at, place="work"))
    house.context.preferences.put(day_start=6)
    house.go("journal")
    tab_to("Edit the moment at 05:00")
    enter()
    tab_to("Keep this moment")
    enter()
    [moment] = house.store.moments.for_day(TODAY)
    assert moment.at == at


def test_still_going_leaves_no_minutes(house: House) -> None:
    journal(house)
    add_moment()
    type_in("The row")
    tab_to("Minutes until about calm")
    type_in("30")
    tab_to("Still going")
    space()
    tab_to("Keep this moment")
    enter()
    [moment] = house.store.moments.for_day(TODAY)
    assert moment.still_going
    assert moment.calm_min is None


def test_a_moment_half_written_is_not_thrown_away_by_turning_the_day(house: House) -> None:
    page = journal(house)
    add_moment()
    type_in("Half a thought")
    tab_to("The day before", back=True)
    enter()
    assert "Tuesday 24 November" in words_of(page)
    assert focused().accessibleName() == "What set it off?"
    assert "There is a moment here that is not kept yet." in words_of(house.shell)
    house.go("today")
    tab_to("Moments: Add")
    enter()
    form = page.findChild(MomentForm)
    assert form is not None
    assert form.trigger.value() == "Half a thought"
    tab_to("Cancel")
    enter()
    assert page.findChild(MomentForm) is None
    tab_to("The day before", back=True)
    enter()
    assert "Monday 23 November" in words_of(page)


# a disk without room


def test_on_a_full_disk_what_was_typed_stays_and_is_saved_when_there_is_room(house: House) -> None:
    page = journal(house)
    fill_disk(house)
    tab_to("Note")
    focused().setPlainText(LONG)  # type: ignore[attr-defined]
    let_rest(page)
    words = words_of(house.shell)
    assert "Not saved. What you typed is here." in words
    assert "The disk is full" in words
    assert note_of(house) == ""
    page.refresh()
    assert page.findChild(NoteCard).note.value() == LONG
    tab_to("The day before", back=True)
    enter()
    assert "Tuesday 24 November" in words_of(page)
    fill_disk(house, full=False)
    house.go("today")
    assert note_of(house) == LONG
    assert not page.unsaved


def test_closing_with_unsaved_words_asks_once(house: House) -> None:
    page = journal(house)
    fill_disk(house)
    tab_to("Note")
    focused().setPlainText(LONG)  # type: ignore[attr-defined]
    let_rest(page)
    ctrl(Qt.Key.Key_Q)
    assert house.window.isVisible()
    assert "Close once more to leave without them." in words_of(house.shell)
    ctrl(Qt.Key.Key_Q)
    assert not house.window.isVisible()


def test_closing_with_a_moment_half_written_asks_once(house: House) -> None:
    journal(house)
    add_moment()
    type_in("Half a thought")
    ctrl(Qt.Key.Key_Q)
    assert house.window.isVisible()
    assert "Some of your words are not saved." in words_of(house.shell)
    ctrl(Qt.Key.Key_Q)
    assert not house.window.isVisible()


def test_closing_with_an_empty_moment_form_asks_nothing(house: House) -> None:
    journal(house)
    add_moment()
    ctrl(Qt.Key.Key_Q)
    assert not house.window.isVisible()


def test_a_moment_that_finds_no_room_stays_in_its_form(house: House) -> None:
    page = journal(house)
    add_moment()
    type_in("The letter")
    tab_to("Anything else")
    focused().setPlainText(LONG)  # type: ignore[attr-defined]
    fill_disk(house)
    tab_to("Keep this moment")
    enter()
    form = page.findChild(MomentForm)
    assert form is not None
    assert (form.trigger.value(), form.note.value()) == ("The letter", LONG)
    assert "The disk is full" in words_of(house.shell)
    fill_disk(house, full=False)
    tab_to("Keep this moment")
    enter()
    assert [moment.note for moment in house.store.moments.for_day(TODAY)] == [LONG]


def test_words_that_are_too_long_stay_and_are_said_to_be(house: House) -> None:
    page = journal(house)
    tab_to("Note")
    focused().setPlainText("x" * (MAX_TEXT + 1))  # type: ignore[attr-defined]
    let_rest(page)
    assert "Not saved. What you typed is here." in words_of(house.shell)
    assert note_of(house) == ""
    focused().setPlainText("short")  # type: ignore[attr-defined]
    let_rest(page)
    assert note_of(house) == "short"


def test_no_word_of_the_journal_reaches_the_title_of_the_window(house: House) -> None:
    journal(house)
    tab_to("Note")
    type_in("secret")
    assert house.window.windowTitle() == "Rewire"
    assert QApplication.activeWindow().windowTitle() == "Rewire"


def test_the_moments_of_a_day_stand_in_the_order_of_their_times(house: House) -> None:
    house.open()
    clock = house.context.clock
    for hour in (18, 7, 12):
        at = clock.at(datetime(2026, 11, 24, hour, 0))
        house.store.moments.add(Moment(uid=make.new_uid(at), at=at, day=TODAY, trigger=f"at {hour}"))
    words = words_of(house.go("journal"))
    assert words.index("at 7") < words.index("at 12") < words.index("at 18")
