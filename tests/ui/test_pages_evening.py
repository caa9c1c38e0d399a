"""The evening check: one press an answer, saved at once, and yesterday told only after today."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import datetime, timedelta

from PySide6.QtCore import Qt

from rewire_app.domain.journal.entries import DayEntry, Lasted, LookedAfter, Managed, MedicineNote
from rewire_app.ui.base import routes
from rewire_app.ui.journal.evening_card import EveningSummary
from rewire_app.ui.widgets.rating import Rating
from tests.store import entries as make
from tests.ui.house import House, arrow_to, ctrl, enter, focused, press, space, tab_to, type_in, words_of
from tests.ui.journal_room import GOOD, REACTED, TODAY, YESTERDAY, evening, let_rest

FIVE = {
    "reactivity": 1,
    "lasted": Lasted.MINUTES,
    "managed": Managed.HALF,
    "stress": 10,
    "mood": 7,
}


def noted(house: House) -> DayEntry:
    kept = house.store.days.get(TODAY)
    assert kept is not None
    return kept


def test_five_answers_are_five_presses_and_enter_leads_back_to_today(house: House) -> None:
    page = evening(house)
    assert focused().accessibleName() == REACTED
    for digit in "1", "2", "3", "5", "7":
        type_in(digit)
    assert {key: getattr(noted(house), key) for key in FIVE} == FIVE | {"stress": 5}
    assert focused().accessibleName() == GOOD
    assert "5 of 6 noted" in words_of(page)
    enter()
    assert house.shell.pages.shown is house.shell.page("today")


def test_after_a_1_a_row_waits_for_a_0_and_then_goes_on(house: House) -> None:
    page = evening(house)
    page.card.form.begin("stress")
    type_in("1")
    assert (focused().accessibleName(), noted(house).stress) == ("Stress today", 1)
    type_in("0")
    assert (focused().accessibleName(), noted(house).stress) == ("Mood over the day", 10)
    type_in("1")
    [waits] = [rating._waits for rating in page.findChildren(Rating) if rating._waits.isActive()]
    assert waits.interval() == 600
    waits.timeout.emit()
    assert (focused().accessibleName(), noted(house).mood) == (GOOD, 1)


def test_yesterdays_answers_are_told_only_after_todays_are_given(house: House) -> None:
    house.open()
    house.store.days.put(make.day_entry(day=YESTERDAY, reactivity=9, stress=3, mood=2, good="Soup"))
    page = house.go(routes.evening(TODAY))
    assert "Yesterday’s answers are shown after today’s." in words_of(page)
    for digit in "1", "2", "3", "5":
        type_in(digit)
    assert "9 of 10" not in words_of(page)
    type_in("7")
    assert "Yesterday: Reacted 9 of 10, Stress 3 of 10, Mood 2 of 10." in words_of(page)
    assert "Soup" not in words_of(page)


def test_every_field_of_a_day_is_asked_here_or_is_its_note(house: House) -> None:
    page = evening(house)
    assert sorted(page.card.form.questions) == sorted(
        {field.name for field in fields(DayEntry)} - {"uid", "day", "at", "note"}
    )


def test_what_stress_was_about_is_asked_once_it_is_noted(house: House) -> None:
    page = evening(house)
    about = page.card.form.field("stress_about")
    assert not about.isVisible()
    page.card.form.begin("stress")
    type_in("5")
    tab_to("Work", back=True)
    space()
    arrow_to("Money")
    space()
    assert noted(house).stress_about == ("work", "money")


def test_a_rating_can_be_taken_back_undone_and_done_again(house: House) -> None:
    page = evening(house)
    type_in("6")
    tab_to(REACTED, back=True)
    ctrl(Qt.Key.Key_Z)
    assert house.store.days.get(TODAY) is None
    assert page.card.form.answer("reactivity") is None
    ctrl(Qt.Key.Key_Z, Qt.KeyboardModifier.ShiftModifier)
    assert page.card.form.answer("reactivity") == 6
    assert house.shell.line.text == "Done again: evening check, reacting 6 of 10"
    press(Qt.Key.Key_Delete)
    assert noted(house).reactivity is None


def test_a_good_moment_is_saved_when_typing_rests_and_at_the_latest_when_the_window_closes(
    house: House,
) -> None:
    page = evening(house)
    tab_to(GOOD)
    type_in("The walk")
    assert house.store.days.get(TODAY) is None
    let_rest(page)
    assert noted(house).good == "The walk"
    assert "Saved on this computer at 19:30" in words_of(page)
    type_in(", and soup")
    ctrl(Qt.Key.Key_Q)
    house.close()
    house.open()
    assert noted(house).good == "The walk, and soup"


def test_body_and_medicine_unfold_and_are_saved_at_once(house: House) -> None:
    page = evening(house)
    tab_to("Body, medicine and measures of your own")
    assert focused().accessibleDescription() == "closed"
    enter()
    assert focused().accessibleDescription() == "open"
    tab_to("Yes")
    press(Qt.Key.Key_Right)
    space()
    kept = noted(house)
    assert (kept.body, kept.ate, kept.medicine) == (LookedAfter.PARTLY, None, None)
    space()
    assert house.store.days.get(TODAY).body is None  # type: ignore[union-attr]
    house.store.days.put(make.day_entry(day=YESTERDAY, medicine=MedicineNote.CHANGED))
    house.go(routes.evening(TODAY - timedelta(days=4)))
    page.card.unfold(unfolded=False)
    house.go(routes.evening(YESTERDAY))
    assert page.card.more.accessibleDescription() == "open"


def test_an_answer_costs_one_write_and_two_reads_and_looks_at_no_other_day(house: House) -> None:
    evening(house)
    type_in("6")
    asked: list[str] = []
    house.context.vault.connection.set_trace_callback(asked.append)
    type_in("2")
    house.context.vault.connection.set_trace_callback(None)
    assert asked.count("COMMIT") == 1
    assert asked.count("ROLLBACK") <= 2
    assert not [one for one in asked if "BETWEEN" in one]


def test_half_past_one_at_night_is_still_the_evening_before(house: House) -> None:
    house.clock.stopped_at = datetime(2026, 11, 25, 1, 30)
    page = evening(house)
    assert "Tuesday 24 November, about a minute" in words_of(page)
    type_in("4")
    assert noted(house).at.wall == datetime(2026, 11, 25, 1, 30)
    assert house.store.days.get(TODAY + timedelta(days=1)) is None


def test_before_the_evening_it_says_that_it_can_be_filled_now(house: House) -> None:
    house.clock.stopped_at = datetime(2026, 11, 24, 17, 30)
    assert "For the evening; you can fill it now." in words_of(evening(house))


def test_the_day_in_the_journal_tells_the_evening_and_leads_to_it_and_back(house: House) -> None:
    house.open()
    entry = make.day_entry(day=YESTERDAY, reactivity=6, lasted=Lasted.HOURS, stress=4, good="Soup")
    house.store.days.put(replace(entry, stress_about=("family",)))
    page = house.go(routes.journal(YESTERDAY))
    told = words_of(page.findChild(EveningSummary))
    for words in "Reacted: 6 of 10", "Upsets: Hours", "Stress: 4 of 10", "Stress about: Family", "Soup":
        assert words in told
    tab_to("Change the evening")
    enter()
    assert house.shell.pages.place == routes.evening(YESTERDAY)
    type_in("8")
    press(Qt.Key.Key_Escape)
    assert house.shell.pages.place == routes.journal(YESTERDAY)
    assert "Reacted: 8 of 10" in words_of(page.findChild(EveningSummary))
