"""Today looks back: three at most, each asked once, answered with one press where it stands."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt

from rewire_app.domain.days import Instant
from rewire_app.domain.journal.dropped import CameBack
from rewire_app.domain.journal.entries import IntentionOutcome, new_uid
from rewire_app.domain.library.reading import Reading
from rewire_app.domain.lists.entries import Worry, WorrySort
from rewire_app.domain.lists.expected import Asking, Expectation, ExpectationKind, ExpectationOutcome
from rewire_app.domain.lists.expected import ExpectationState as State
from rewire_app.ui.base import routes
from rewire_app.ui.base.look_back_row import LookBackRow
from rewire_app.ui.today.answered_row import AnsweredRow
from rewire_app.ui.today.look_backs import LookBacks
from rewire_app.ui.today.notes import DayNotes
from tests.store import entries as make
from tests.ui.house import House, ctrl, enter, focused, settle, tab_to, type_in, words_of

TODAY = date(2026, 11, 24)
"""The day of the house."""
MADE = Instant(utc_ms=1_795_000_000_000, offset_min=60)


def guess(what: str, due_in: int = 0, **given: Any) -> Expectation:
    return Expectation(
        uid=new_uid(MADE),
        what=what,
        due=TODAY + timedelta(days=due_in),
        made_day=date(2026, 11, 18),
        **given,
    )


def look_backs(house: House, *entries: Expectation) -> LookBacks:
    """The part of Today, with `entries` kept."""
    for entry in entries:
        house.store.open.add(entry)
    house.context.hub.changed.emit(frozenset({"open"}))
    found = house.go("today").findChild(LookBacks)
    assert isinstance(found, LookBacks)
    settle()
    return found


def unfold() -> None:
    """Let the row of a guess show what can be answered."""
    tab_to("Answer: “Noor is annoyed”")
    enter()
    settle()


def asked(part: LookBacks) -> list[str]:
    """The questions that are asked, as they are heard."""
    return [row.chips.accessibleName() for row in part.rows.values() if isinstance(row, LookBackRow)]


def test_what_is_due_is_asked_as_a_guess_or_as_something_to_do(house: House) -> None:
    house.open()
    part = look_backs(
        house,
        guess("Ask Noor", -1, kind=ExpectationKind.TEST, predict="Noor will be annoyed", chance=70),
        guess("A walk", 0, kind=ExpectationKind.ACTIVITY, guess=6),
        guess("Over", -1, state=State.DONE),
        guess("Later", 2),
    )
    assert asked(part) == ["Did it come? Noor will be annoyed, 70%", "Did you do it? A walk"]
    words = words_of(part)
    assert "“Noor will be annoyed”" in words
    assert "A guess of 18 November. You gave it 70%." in words
    assert "Planned for Tuesday 24 November." in words
    assert "Falls due" in words


def test_one_key_answers_says_so_and_goes_on_to_the_next(house: House) -> None:
    house.open()
    part = look_backs(house, guess("Noor is annoyed", -2, chance=70), guess("A walk", -1))
    tab_to("Answer: “Noor is annoyed”")
    enter()
    settle()
    assert focused().accessibleName() == "It came"
    type_in("3")
    settle()
    first, _second = sorted(house.store.open.all(), key=lambda one: one.what, reverse=True)
    assert (first.outcome, first.state, first.looked_day) == (ExpectationOutcome.NOT, State.DONE, TODAY)
    assert "It did not come. You had given it 70%." in words_of(part)
    assert focused().accessibleName() == "Did it"
    tab_to("Undo: “Noor is annoyed”")
    enter()
    settle()
    assert house.store.open.get(first.uid).state is State.OPEN
    assert asked(part) == ["Did it come? Noor is annoyed, 70%", "Did you do it? A walk"]
    house.go("practice")
    assert asked(look_backs(house)) == ["Did it come? Noor is annoyed, 70%", "Did you do it? A walk"]


def test_what_was_answered_folds_away_when_the_page_is_left(house: House) -> None:
    house.open()
    part = look_backs(house, guess("Noor is annoyed", -2, chance=70))
    part.answer(next(iter(part.rows)), "came")
    assert [type(row) for row in part.rows.values()] == [AnsweredRow]
    house.go("practice")
    assert not look_backs(house).isVisible()
    ctrl(Qt.Key.Key_Z)
    settle()
    assert asked(look_backs(house)) == ["Did it come? Noor is annoyed, 70%"]


def test_what_falls_due_is_two_lines_and_a_button_until_one_wants_to_answer(house: House) -> None:
    house.open().resize(1200, 800)
    part = look_backs(house, guess("Noor is annoyed", -2, chance=70), guess("A walk", -1))
    first, second = part.rows.values()
    assert isinstance(first, LookBackRow)
    assert isinstance(second, LookBackRow)
    assert not first.chips.isVisible()
    assert first.height() < 60
    tab_to("Answer: “Noor is annoyed”")
    enter()
    settle()
    assert first.chips.isVisible()
    assert not second.chips.isVisible()
    house.context.hub.changed.emit(frozenset({"open"}))  # what is read anew leaves the row open
    settle()
    assert next(iter(part.rows.values())).chips.isVisible()
    house.go("practice")
    assert not next(iter(look_backs(house).rows.values())).chips.isVisible()


@pytest.mark.parametrize(("size", "below"), [((1200, 800), True), ((2560, 1440), False), ((640, 420), True)])
def test_it_stands_below_the_notes_and_between_notes_and_days_where_there_is_room(
    house: House, size: tuple[int, int], below: bool
) -> None:
    house.open().resize(*size)
    part = look_backs(house, guess("Noor is annoyed", -2, chance=70))
    page = house.shell.page("today")
    notes = page.findChild(DayNotes)
    top = part.mapTo(page, part.rect().topLeft()).y()
    end = notes.mapTo(page, notes.rect().bottomLeft()).y()
    assert (top > end) is below


def test_three_a_day_and_the_rest_tomorrow(house: House) -> None:
    house.open()
    part = look_backs(house, *(guess(f"Guess {n}", -n, chance=10 * n) for n in range(5)))
    assert [name.split(",")[0][-1] for name in asked(part)] == ["4", "3", "2"]
    part.answer(next(iter(part.rows)), "not")
    house.go("practice")
    assert [name.split(",")[0][-1] for name in asked(look_backs(house))] == ["3", "2"]
    house.clock.stopped_at += timedelta(days=1)
    house.context.hub.changed.emit(frozenset({"open"}))
    assert [name.split(",")[0][-1] for name in asked(look_backs(house))] == ["3", "2", "1"]


def test_not_yet_once_then_not_now(house: House) -> None:
    house.open()
    look_backs(house, guess("Noor is annoyed", -1, chance=70))
    unfold()
    tab_to("Not yet")
    enter()
    settle()
    [entry] = house.store.open.all()
    assert (entry.asking, entry.ask_day) == (Asking.LATER, TODAY + timedelta(days=2))
    assert not look_backs(house).isVisible()
    house.clock.stopped_at += timedelta(days=2)
    house.context.hub.changed.emit(frozenset({"open"}))
    assert asked(look_backs(house)) == ["Did it come? Noor is annoyed, 70%"]
    unfold()
    tab_to("Not now")
    enter()
    settle()
    [entry] = house.store.open.all()
    assert (entry.asking, entry.state) == (Asking.LEFT, State.OPEN)
    assert not look_backs(house).isVisible()


def test_on_a_hard_day_nobody_is_asked(house: House) -> None:
    house.open()
    house.store.moments.add(make.moment(day=TODAY, peak=8))
    assert not look_backs(house, guess("Noor is annoyed", 0, chance=70)).isVisible()
    house.store.moments.remove(house.store.moments.for_day(TODAY)[0].uid)
    house.context.hub.changed.emit(frozenset({"moments"}))
    assert look_backs(house).isVisible()


def test_what_happened_is_added_to_the_guess(house: House) -> None:
    house.open()
    part = look_backs(house, guess("Noor is annoyed", -1, chance=70))
    part.answer(next(iter(part.rows)), "not")
    settle()
    tab_to("Add what happened: “Noor is annoyed”")
    enter()
    settle()
    type_in("She said yes.")
    tab_to("Keep")
    enter()
    [entry] = house.store.open.all()
    assert (entry.came, entry.outcome) == ("She said yes.", ExpectationOutcome.NOT)
    assert house.shell.pages.place == routes.guess(entry.uid)


def test_a_sentence_for_real_life_and_a_worry_are_asked_about_when_their_time_has_come(house: House) -> None:
    house.open()
    house.store.intentions.add(
        make.intention(day=TODAY - timedelta(days=3), text="When I am late, I breathe")
    )
    for minute, text in ((19 * 60, "The rent"), (20 * 60, "The roof")):
        house.store.worries.add(
            Worry(uid=new_uid(MADE), text=text, sort=WorrySort.OPEN, due=TODAY, minute=minute)
        )
    house.context.hub.changed.emit(frozenset({"intentions"}))
    part = look_backs(house)
    assert sorted(asked(part)) == [
        "Did the moment come? When I am late, I breathe",
        "Where does it stand? The rent",
    ]
    for uid in list(part.rows):
        part.answer(uid, "used" if house.store.intentions.get(uid) else "act")
    settle()
    assert "It came, and you did it." in words_of(part)
    assert "There is something you can do." in words_of(part)
    [kept] = house.store.intentions.recent(1)
    assert (kept.recalled, kept.recalled_day) == (IntentionOutcome.USED, TODAY)
    assert {one.text: one.sort for one in house.store.worries.all()} == {
        "The rent": WorrySort.ACT,
        "The roof": WorrySort.OPEN,
    }


def read(house: House, article: str, days_ago: int) -> None:
    day = TODAY - timedelta(days=days_ago)
    house.store.readings.put(Reading(uid=new_uid(MADE), article=article, opened=MADE, read_day=day))


def test_an_article_is_remembered_with_one_key_and_then_looked_at(house: House) -> None:
    house.open()
    read(house, "L07", 2)
    part = look_backs(house)
    [name] = asked(part)
    assert name.startswith("How much came back? What is left of “")
    [row] = part.rows.values()
    assert isinstance(row, LookBackRow)
    row.opener.setFocus()
    enter()
    settle()
    type_in("2")
    settle()
    [kept] = house.store.recalls.all()
    assert (kept.subject, kept.grade, kept.day) == ("L07", CameBack.PARTLY, TODAY)
    assert "It partly came back." in words_of(part)
    [row] = part.rows.values()
    assert isinstance(row, AnsweredRow)
    row.more_wanted.emit()
    settle()
    assert house.shell.pages.place.page == "library"
    house.go("today")
    assert not look_backs(house).isVisible()


def test_a_skill_that_was_answered_can_be_taken_back_or_left_for_now(house: House) -> None:
    house.open()
    read(house, "L07", 2)
    part = look_backs(house)
    part.answer("L07", "came")
    settle()
    part.take_back("L07")
    settle()
    assert house.store.recalls.all() == []
    assert len(asked(part)) == 1
    tab_to("Not now")  # what is asked again stands open, with the keyboard in it
    enter()
    settle()
    assert not part.isVisible()
    ctrl(Qt.Key.Key_Z)
    settle()
    assert len(asked(look_backs(house))) == 1


def test_an_answer_is_taken_back_also_when_the_day_turned_since(house: House) -> None:
    house.open()
    read(house, "L07", 2)
    part = look_backs(house)
    part.answer("L07", "came")
    settle()
    [row] = part.rows.values()
    assert isinstance(row, AnsweredRow)
    house.clock.stopped_at = datetime(2026, 11, 25, 4, 5)  # nothing has told the page yet
    row.undone.emit()
    settle()
    assert house.store.recalls.all() == []
    assert [type(one) for one in part.rows.values()] == [LookBackRow]


@pytest.mark.slow
def test_a_page_that_was_pasted_into_a_guess_leaves_the_rest_within_reach(house: House) -> None:
    house.open()
    part = look_backs(house, guess("A long story. " * 4000, chance=50), guess("A calm talk", chance=20))
    assert part.height() < 600
    assert "A calm talk" in words_of(part)


@pytest.mark.slow
def test_undo_leaves_the_keyboard_in_the_row_it_asks_again(house: House) -> None:
    house.open()
    part = look_backs(house, guess("Noor is annoyed", chance=50), guess("A calm talk", 0, chance=20))
    unfold()
    type_in("1")
    settle()
    ctrl(Qt.Key.Key_Z)
    settle()
    assert len(asked(part)) == 2
    assert part.isAncestorOf(focused())


def test_the_rest_is_counted_and_stands_on_due_now_where_it_is_answered_in_place(house: House) -> None:
    house.open()
    part = look_backs(house, *(guess(f"Guess {n}", -n, chance=10 * n) for n in range(5)))
    tab_to("Falls due: 2 more")
    enter()
    settle()
    assert house.shell.pages.place == routes.DUE
    page = house.shell.page("due")
    every = page.findChild(LookBacks)
    assert [name.split(",")[0][-1] for name in asked(every)] == ["4", "3", "2", "1", "0"]
    assert focused().accessibleName() == "It came"
    type_in("1")
    settle()
    assert len(asked(every)) == 4
    assert sum(one.state is State.DONE for one in house.store.open.all()) == 1
    house.go("today")
    assert [name.split(",")[0][-1] for name in asked(part)] == ["3", "2"]


def test_due_now_says_so_when_nothing_is(house: House) -> None:
    house.open()
    page = house.go("due")
    assert "Nothing falls due now." in words_of(page)
