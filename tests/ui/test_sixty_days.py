"""Sixty days by keys, and by mouse: a pattern from nothing, a step climbed, a thought recorded, the curve."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from rewire_app.domain.exercise.screens import ScreenKind
from rewire_app.domain.lists.expected import ExpectationOutcome
from rewire_app.reports.patterns import every_pattern
from rewire_app.ui.base import routes
from rewire_app.ui.base.look_back_row import LookBackRow
from rewire_app.ui.guesses.page import GuessesPage
from rewire_app.ui.ladders.gate_card import GateCard
from rewire_app.ui.ladders.page import LaddersPage
from rewire_app.ui.player.view import FINISH_PLAIN
from tests.content.walk import MOST_SCREENS, answered
from tests.ui.house import House, arrow_to, enter, focused, press, settle, space, tab_to, type_in, words_of

BEGUN = datetime(2026, 9, 25, 19, 30)
FEARS = ("sighs", "asks why", "sends it back", "laughs", "is late", "says nothing", "yawns", "rings")
OUTCOMES = ("It came", "Partly", "It did not")


class Keys:
    """A person with the keyboard alone."""

    def __init__(self, house: House) -> None:
        self.house = house

    def press(self, name: str) -> None:
        """Press a button."""
        tab_to(name)
        enter()
        settle()

    def stand_in(self, name: str) -> None:
        """Go to a field, to type in it."""
        tab_to(name)

    def choose(self, first: str, name: str) -> None:
        """Choose one of several, to the `first` of which Tab leads."""
        tab_to(first)
        if name != first:
            arrow_to(name)
        space()

    def slide(self, name: str) -> None:
        """Say 70 percent, from 45 on."""
        tab_to(name)
        press(*[Qt.Key.Key_Right] * 5)

    def answer(self, number: int) -> None:
        """Give the guess that is asked about first its answer."""
        if opener := self._opener():
            tab_to(opener)
            enter()
        else:
            tab_to(OUTCOMES[0])
        assert focused().accessibleName() == OUTCOMES[0]
        type_in(str(number + 1))
        settle()

    def _opener(self) -> str:
        """What opens the answers to the first thing that falls due; "" where they stand open."""
        rows = self.house.window.findChildren(LookBackRow)
        return next((one.opener.accessibleName() for one in rows if one.opener.isVisible()), "")


class Mouse(Keys):
    """A person who points, and types words."""

    def _find(self, name: str) -> QWidget:
        shown = [one for one in self.house.window.findChildren(QWidget) if one.isVisible()]
        named = [one for one in shown if one.accessibleName() == name]
        return next((one for one in named if isinstance(one, QAbstractButton)), named[0])

    def press(self, name: str) -> None:
        """Press a button, or into a field."""
        QTest.mouseClick(self._find(name), Qt.MouseButton.LeftButton)
        settle()

    def stand_in(self, name: str) -> None:
        """Press into a field."""
        self.press(name)

    def choose(self, first: str, name: str) -> None:
        """Press what is chosen; the `first` of them needs no press."""
        assert self._find(first) is not None
        self.press(name)

    def slide(self, name: str) -> None:
        """Press at 70 percent of the line."""
        slide = self._find(name)
        there = QPoint(round(slide.width() * 0.7), slide.height() // 2)
        QTest.mouseClick(slide, Qt.MouseButton.LeftButton, pos=there)
        settle()

    def answer(self, number: int) -> None:
        """Press the answer of the guess that is asked about first."""
        if opener := self._opener():
            self.press(opener)
        self.press(OUTCOMES[number])


def on_day(house: House, number: int) -> date:
    """Come back on a later day, as a person does: the program begins anew."""
    house.close()
    house.clock.stopped_at = BEGUN + timedelta(days=number)
    house.open().resize(1200, 800)
    return house.context.today


def write_the_pattern(house: House, hand: Keys) -> str:
    """By hand, in three lines; its uid."""
    house.go(routes.PATTERNS)
    hand.press("Write one by hand")
    for words in ("my work is criticised", "Go quiet", "Ask one question"):
        type_in(words)
        press(Qt.Key.Key_Tab)
    hand.press("Keep")
    [kept] = house.store.patterns.all()
    return kept.uid


def note_a_moment(house: House, hand: Keys, uid: str, path: str) -> None:
    """From the page of the pattern, with which way it went and how long it took."""
    house.go(routes.pattern_page(uid))
    hand.press("Note a moment")
    type_in("A red comment")
    hand.press("Type the minutes instead")
    hand.stand_in("Minutes until about calm")
    type_in("25")
    hand.choose("New response", path)
    hand.press("Keep this moment")


def counted(house: House, today: date) -> tuple[int, int]:
    """How often each way was taken in the last 30 days: the new one, the old one."""
    [told] = every_pattern(house.store, today).active
    return told.counts.new, told.counts.old


def build_and_climb(house: House, hand: Keys) -> None:
    """A ladder by hand, its first step with a prediction, and what came of it."""
    page = house.go(routes.LADDERS)
    assert isinstance(page, LaddersPage)
    hand.press("Write one by hand")
    type_in("Showing my work early")
    hand.stand_in("The step")
    type_in("Send a draft")
    hand.stand_in("How much fear do you expect?")
    type_in("4")
    hand.press("Keep")
    [step] = house.store.ladder.all()
    house.go(routes.ladder(step.uid))
    hand.press("Take this step")
    while isinstance(card := page.view.place.card, GateCard):
        hand.choose(card.gate.safe, card.gate.safe)
        hand.press("Continue")
    type_in("Noor will be annoyed")
    hand.slide("How likely is that")
    hand.press("Keep this and go")
    hand.choose(OUTCOMES[0], OUTCOMES[2])
    hand.stand_in("What I learned")
    type_in("She asked two questions")
    hand.press("Keep what I learned")


def record_a_thought(house: House, hand: Keys, due: date) -> None:
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
    hand.press("Make it a guess")
    _rest_of_guess(hand, 70, due)


def guess_by_hand(house: House, hand: Keys, words: str, due: date) -> None:
    """A guess of the person's own."""
    house.go(routes.GUESSES)
    hand.press("Write a guess")
    type_in(words)
    _rest_of_guess(hand, 80, due)


def _rest_of_guess(hand: Keys, chance: int, due: date) -> None:
    hand.choose("I fear it", "I fear it")
    hand.stand_in("How likely it seems")
    type_in(str(chance))
    hand.stand_in("By which day will it show?")
    type_in(due.isoformat())
    hand.press("Keep")


@pytest.mark.parametrize("person", [Keys, Mouse])
def test_sixty_days(person: type[Keys], house: House) -> None:
    house.clock.stopped_at = BEGUN
    house.open().resize(1200, 800)
    hand = person(house)
    uid = write_the_pattern(house, hand)
    note_a_moment(house, hand, uid, "Old pattern")
    assert counted(house, house.context.today) == (0, 1)

    on_day(house, 14)
    build_and_climb(house, hand)
    [tried] = house.store.open.all()
    assert (tried.predict, tried.chance) == ("Noor will be annoyed", 70)
    assert (tried.outcome, tried.learned) == (ExpectationOutcome.NOT, "She asked two questions")

    today = on_day(house, 33)
    note_a_moment(house, hand, uid, "New response")
    record_a_thought(house, hand, today + timedelta(days=7))
    for words in FEARS:
        guess_by_hand(house, hand, f"He {words}", today + timedelta(days=20))
    assert "1 guess is answered" in words_of(house.go(routes.GUESSES))

    on_day(house, 40)
    hand.press("Today")
    hand.answer(2)
    [asked] = [one for one in house.store.open.all() if one.practice is not None]
    assert (asked.due, asked.outcome) == (today + timedelta(days=7), ExpectationOutcome.NOT)

    today = on_day(house, 60)
    note_a_moment(house, hand, uid, "New response")
    assert counted(house, today) == (2, 0)
    assert "So far in November the new response came once" in words_of(house.go(routes.pattern_page(uid)))
    book = house.go(routes.GUESSES)
    assert isinstance(book, GuessesPage)
    assert not book.book.card.plot.picture.drawn
    for _guess in FEARS:
        hand.answer(1)
    assert "Of 10 things you feared, 8 came" in words_of(book)
    assert book.book.card.plot.picture.drawn
