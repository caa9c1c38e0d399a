"""Sixty days by keys: a pattern from nothing, a step climbed, a thought recorded, the curve seen."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt

from rewire_app.domain.exercise.screens import ScreenKind
from rewire_app.domain.lists.expected import ExpectationOutcome
from rewire_app.reports.patterns import every_pattern
from rewire_app.ui.base import routes
from rewire_app.ui.guesses.page import GuessesPage
from rewire_app.ui.ladders.gate_card import GateCard
from rewire_app.ui.ladders.page import LaddersPage
from rewire_app.ui.player.view import FINISH_PLAIN
from tests.content.walk import MOST_SCREENS, answered
from tests.ui.house import House, arrow_to, ctrl, enter, press, settle, space, tab_to, type_in, words_of

BEGUN = date(2026, 9, 25)
FEARS = ("sighs", "asks why", "sends it back", "laughs", "is late", "says nothing", "yawns", "rings")


def on_day(house: House, number: int) -> date:
    """Come back on a later day, as a person does: the program begins anew."""
    house.close()
    house.clock.stopped_at = datetime(2026, 9, 25, 19, 30) + timedelta(days=number)
    house.open().resize(1200, 800)
    return BEGUN + timedelta(days=number)


def press_key_on(name: str) -> None:
    """Go to a button and press Enter."""
    tab_to(name)
    enter()
    settle()


def write_the_pattern(house: House) -> str:
    """By hand, in three lines; its uid."""
    house.go(routes.PATTERNS)
    press_key_on("Write one by hand")
    for words in ("my work is criticised", "Go quiet", "Ask one question"):
        type_in(words)
        press(Qt.Key.Key_Tab)
    press_key_on("Keep")
    [kept] = house.store.patterns.all()
    return kept.uid


def note_a_moment(house: House, uid: str, trigger: str, path: str) -> None:
    """From the page of the pattern, with which way it went and how long it took."""
    house.go(routes.pattern_page(uid))
    press_key_on("Note a moment")
    type_in(trigger)
    press_key_on("Type the minutes instead")
    tab_to("Minutes until about calm")
    type_in("25")
    tab_to("New response")
    arrow_to(path)
    space()
    press_key_on("Keep this moment")


def counted(house: House, today: date) -> tuple[int, int]:
    """How often each way was taken in the last 30 days: the new one, the old one."""
    [told] = every_pattern(house.store, today).active
    return told.counts.new, told.counts.old


def build_and_climb(house: House) -> None:
    """A ladder by hand, its first step with a prediction, and what came of it."""
    page = house.go(routes.LADDERS)
    assert isinstance(page, LaddersPage)
    press_key_on("Write one by hand")
    type_in("Showing my work early")
    tab_to("The step")
    type_in("Send a draft")
    tab_to("How much fear do you expect?")
    type_in("4")
    press_key_on("Keep")
    [step] = house.store.ladder.all()
    house.go(routes.ladder(step.uid))
    press_key_on("Take this step")
    while isinstance(card := page.view.place.card, GateCard):
        tab_to(card.gate.safe)
        space()
        press_key_on("Continue")
    type_in("Noor will be annoyed")
    tab_to("How likely is that")
    press(*[Qt.Key.Key_Right] * 5)
    press_key_on("Keep this and go")
    tab_to("It came")
    arrow_to("It did not")
    space()
    tab_to("What I learned")
    type_in("She asked two questions")
    press_key_on("Keep what I learned")


def record_a_thought(house: House, due: date) -> None:
    """A thought record, and from it a guess that will show by `due`."""
    player = house.play("c-record")
    for _screen in range(MOST_SCREENS):
        if player.run.screen.kind is ScreenKind.FINISH:
            break
        player.run = answered(player.run, {})
        player.show_current()
        player.next()
    player.press(FINISH_PLAIN)
    settle()
    [record] = [one for one in house.store.practices.recent(5) if one.exercise == "c-record"]
    house.go(routes.practice(record.uid))
    press_key_on("Make it a guess")
    _rest_of_guess(70, due)


def guess_by_hand(house: House, words: str, due: date) -> None:
    """A guess of the person's own."""
    house.go(routes.GUESSES)
    press_key_on("Write a guess")
    type_in(words)
    _rest_of_guess(80, due)


def _rest_of_guess(chance: int, due: date) -> None:
    tab_to("I fear it")
    space()
    tab_to("How likely does it seem, in percent?")
    type_in(str(chance))
    tab_to("By which day will it show?")
    type_in(due.isoformat())
    press_key_on("Keep")


def test_sixty_days_by_keys(house: House) -> None:
    house.clock.stopped_at = datetime(2026, 9, 25, 19, 30)
    house.open().resize(1200, 800)
    uid = write_the_pattern(house)
    note_a_moment(house, uid, "A red comment", "Old pattern")
    assert counted(house, BEGUN) == (0, 1)

    on_day(house, 14)
    build_and_climb(house)
    [tried] = house.store.open.all()
    assert (tried.predict, tried.chance) == ("Noor will be annoyed", 70)
    assert tried.outcome is ExpectationOutcome.NOT

    today = on_day(house, 33)
    note_a_moment(house, uid, "A question in the review", "New response")
    record_a_thought(house, today + timedelta(days=7))
    for words in FEARS:
        guess_by_hand(house, f"He {words}", today + timedelta(days=20))
    assert "1 guess is answered" in words_of(house.go(routes.GUESSES))

    on_day(house, 40)
    ctrl(Qt.Key.Key_1)
    tab_to("It came")
    press(Qt.Key.Key_3)
    settle()
    [asked] = [one for one in house.store.open.all() if one.practice is not None]
    assert (asked.due, asked.outcome) == (today + timedelta(days=7), ExpectationOutcome.NOT)

    today = on_day(house, 60)
    note_a_moment(house, uid, "Two dates were wrong", "New response")
    assert counted(house, today) == (2, 0)
    assert "So far in November the new response came once" in words_of(house.go(routes.pattern_page(uid)))
    book = house.go(routes.GUESSES)
    assert isinstance(book, GuessesPage)
    assert not book.book.card.plot.picture.drawn
    tab_to("It came")
    for _guess in FEARS:
        press(Qt.Key.Key_2)
    settle()
    assert "Of 10 things you feared, 8 came" in words_of(book)
    assert book.book.card.plot.picture.drawn
