"""The prediction book in the real window: what is due, waits and is over, the curve, and writing by hand."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt

from rewire_app.domain.days import Instant
from rewire_app.domain.exercise.screens import ScreenKind
from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.lists.expected import Expectation, ExpectationKind, ExpectationOutcome
from rewire_app.domain.lists.expected import ExpectationState as State
from rewire_app.ui.base import routes
from rewire_app.ui.guesses.page import GuessesPage
from rewire_app.ui.player.view import FINISH_PLAIN
from tests.store import entries as make
from tests.ui.house import (
    House,
    ctrl,
    described,
    enter,
    focused,
    press,
    settle,
    tab_to,
    type_in,
    words_of,
)

TODAY = date(2026, 11, 24)
MADE = Instant(utc_ms=1_795_000_000_000, offset_min=60)


def guess(what: str, due_in: int = 0, **given: Any) -> Expectation:
    day = TODAY + timedelta(days=due_in)
    return Expectation(uid=new_uid(MADE), what=what, due=day, made_day=date(2026, 11, 18), **given)


def answered(chance: int, outcome: ExpectationOutcome, number: int) -> Expectation:
    looked = TODAY - timedelta(days=number + 1)
    told = {"state": State.DONE, "outcome": outcome, "looked_day": looked, "kind": ExpectationKind.WORRY}
    return guess(f"Worry {number}", -number - 1, chance=chance, **told)


def nine(house: House) -> None:
    """One answer short of a curve: nine fears at 90%, none of which came."""
    for number in range(9):
        house.store.open.add(answered(90, ExpectationOutcome.NOT, number))


def book(house: House, route: routes.Route = routes.GUESSES) -> GuessesPage:
    page = house.go(route)
    assert isinstance(page, GuessesPage)
    settle()
    return page


def test_the_tenth_answer_draws_the_curve_and_taking_it_back_takes_the_curve(house: House) -> None:
    house.open()
    nine(house)
    house.store.open.add(guess("They laugh", -1, kind=ExpectationKind.WORRY, chance=90))
    page = book(house)
    assert not page.book.card.plot.picture.drawn
    assert "9 guesses are answered, and none of them came." in words_of(page)
    tab_to("It came")
    assert "Did it come? They laugh, 90%" in [row.chips.accessibleName() for row in page.book.rows.values()]
    press(Qt.Key.Key_2)
    settle()
    words = words_of(page)
    assert "Of 10 things you feared, 1 came. Your guesses add up to about 9, so less came" in words
    assert "Answered: 10" in words
    assert "Due now" not in words
    page.book.card.plot.setFocus()
    press(Qt.Key.Key_Right)
    assert "Guesses of 80% to 100%: 1 of 10 came." in words_of(page)
    assert "1 of 10 came" in described(page.book.card.plot)
    ctrl(Qt.Key.Key_Z)
    settle()
    assert "9 guesses are answered, and none of them came." in words_of(page)
    assert "Due now: 1" in words_of(page)


def test_fears_and_hopes_are_two_pictures(house: House) -> None:
    house.open()
    nine(house)
    hoped = {"kind": ExpectationKind.ACTIVITY, "chance": 60, "state": State.DONE}
    house.store.open.add(guess("Fun", -1, outcome=ExpectationOutcome.CAME, looked_day=TODAY, **hoped))
    page = book(house)
    assert "What you feared, and what came" in words_of(page)
    tab_to("Feared, 9")
    press(Qt.Key.Key_Right)
    settle()
    words = words_of(page)
    assert "What you hoped for, and what came" in words
    assert "1 guess is answered, and it came." in words


def test_a_guess_written_by_hand_waits_for_its_day_and_can_be_changed_and_removed(house: House) -> None:
    house.open()
    page = book(house)
    tab_to("Write a guess")
    enter()
    settle()
    type_in("Nobody will eat the soup")
    tab_to("I fear it")
    press(Qt.Key.Key_Space)
    tab_to("How likely it seems")
    type_in("40")
    tab_to("By which day will it show?")
    type_in("3 december")
    tab_to("Keep")
    enter()
    settle()
    [kept] = house.store.open.all()
    assert (kept.what, kept.chance, kept.due, kept.hoped) == (
        "Nobody will eat the soup", 40, date(2026, 12, 3), False,
    )  # fmt: skip
    assert kept.made_day == TODAY
    assert "Waiting: 1" in words_of(page)
    tab_to("Nobody will eat the soup. 40%, written by hand. 3 December")
    enter()
    settle()
    assert house.shell.pages.place == routes.guess(kept.uid)
    tab_to("Edit")
    enter()
    settle()
    tab_to("How likely it seems")
    ctrl(Qt.Key.Key_A)
    type_in("55")
    tab_to("Keep")
    enter()
    settle()
    assert house.store.open.all()[0].chance == 55
    tab_to("Remove")
    enter()
    settle()
    assert house.store.open.all() == []
    assert house.shell.pages.place == routes.GUESSES
    ctrl(Qt.Key.Key_Z)
    assert house.store.open.all()[0].chance == 55


def test_a_guess_needs_its_words_its_sort_and_how_likely_it_is(house: House) -> None:
    house.open()
    page = book(house, routes.NEW_GUESS)
    for told, answer in (
        ("Write down what you guess.", lambda: type_in("x")),
        ("fears and hopes are counted apart", lambda: press(Qt.Key.Key_Space)),
        ("Say how likely it seems", lambda: type_in("70")),
    ):
        tab_to("Keep")
        enter()
        settle()
        assert told in words_of(page)
        answer()
    tab_to("Keep")
    enter()
    assert len(house.store.open.all()) == 1


def test_what_is_half_written_comes_back_in_the_next_window(house: House) -> None:
    house.open()
    book(house, routes.NEW_GUESS)
    type_in("They will laugh")
    house.go("practice")
    house.close()
    house.open()
    page = book(house)
    assert page.write.label == "Go on with your guess"
    tab_to("Go on with your guess")
    enter()
    settle()
    assert "They will laugh" in str(page.writing.form.form.answer("what"))
    tab_to("Cancel")
    enter()
    settle()
    assert book(house).write.label == "Write a guess"


def test_how_it_is_counted_can_be_read_and_esc_leads_back(house: House) -> None:
    house.open()
    page = book(house)
    tab_to("How this is counted")
    enter()
    settle()
    assert "What came in part counts as come." in words_of(page)
    press(Qt.Key.Key_Escape)
    settle()
    assert house.shell.pages.place == routes.GUESSES


def test_of_many_only_some_are_built_until_they_are_wanted(house: House) -> None:
    house.open()
    for number in range(60):
        house.store.open.add(answered(30, ExpectationOutcome.NOT, number))
    page = book(house)
    assert len(page.book.over.rows) == 2
    tab_to("All 60")
    enter()
    settle()
    assert len(page.book.over.rows) == 42
    assert focused() is page.book.over.rows[2]
    press(Qt.Key.Key_Up)
    assert focused() is page.book.over.rows[1]
    tab_to("18 more")
    enter()
    assert len(page.book.over.rows) == 60


def test_a_look_back_at_length_answers_the_guess_too(house: House) -> None:
    house.open()
    entry = guess("Ring them", -1, kind=ExpectationKind.TEST, predict="They hang up", chance=80)
    house.store.open.add(entry)
    book(house, routes.guess(entry.uid))
    tab_to("Look back at length")
    enter()
    player = house.player
    for answer in (["Yes"], "They were kind.", ["It did not"]):
        player.run = player.run.answer(answer)
        player.show_current()
        player.next()
    while player.run.screen.kind is not ScreenKind.FINISH:
        player.skip()
    player.press(FINISH_PLAIN)
    [kept] = house.store.open.all()
    assert (kept.outcome, kept.state, kept.looked_day) == (ExpectationOutcome.NOT, State.DONE, TODAY)
    assert (kept.came, kept.made_day, kept.chance) == ("They were kind.", entry.made_day, 80)


def test_what_is_let_go_counts_nowhere_and_can_wait_again(house: House) -> None:
    house.open()
    entry = guess("Ring them", -1, chance=80)
    house.store.open.add(entry)
    page = book(house, routes.guess(entry.uid))
    tab_to("Let it go")
    enter()
    settle()
    assert "You let it go." in words_of(page)
    assert house.store.open.get(entry.uid).state is State.GONE
    tab_to("Let it wait again")
    enter()
    settle()
    assert house.store.open.get(entry.uid) == entry


def test_a_thought_on_record_becomes_a_guess_that_falls_due(house: House) -> None:
    house.open()
    kept = make.practice(day=TODAY, exercise="c-record", answers='{"hard": ["They laugh at me"]}')
    house.store.practices.add(kept)
    house.go(routes.practice(kept.uid))
    settle()
    tab_to("Make it a guess")
    enter()
    settle()
    tab_to("I fear it")
    press(Qt.Key.Key_Space)
    tab_to("How likely it seems")
    type_in("60")
    tab_to("Keep")
    enter()
    [entry] = house.store.open.all()
    assert (entry.what, entry.chance, entry.practice) == ("They laugh at me", 60, kept.uid)
    house.clock.stopped_at += timedelta(days=3)
    house.context.hub.changed.emit(frozenset({"open"}))
    assert "“They laugh at me”" in words_of(house.go("today"))


def test_what_was_looked_back_on_without_an_answer_can_still_be_answered(house: House) -> None:
    house.open()
    looked = TODAY - timedelta(days=9)
    entry = guess("Ring them", -9, chance=80, state=State.DONE, looked_day=looked, came="They were kind.")
    house.store.open.add(entry)
    page = book(house, routes.guess(entry.uid))
    tab_to("It came")
    press(Qt.Key.Key_3)
    settle()
    assert "It did not come. You had given it 80%. Looked back on 15 November." in words_of(page)
    assert house.store.open.get(entry.uid).outcome is ExpectationOutcome.NOT
    assert "1 guess is answered, and it did not come." in words_of(book(house))


def test_a_change_that_is_half_written_is_gone_on_with_where_it_was(house: House) -> None:
    house.open()
    entry = guess("Ring them", 3, chance=80)
    house.store.open.add(entry)
    book(house, routes.guess(entry.uid))
    tab_to("Edit")
    enter()
    settle()
    tab_to("How will you know?")
    type_in("They say so")
    house.go("practice")
    page = book(house)
    tab_to("Go on with your guess")
    enter()
    settle()
    assert house.shell.pages.place == routes.guess(entry.uid)
    assert page.writing.form.form.answer("know") == "They say so"
    tab_to("Keep")
    enter()
    assert house.store.open.get(entry.uid).know == "They say so"
