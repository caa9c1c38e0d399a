"""A finished exercise leads on to the next, which need not ask again what was just answered."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from rewire_app.domain.exercise.exercise import NextExercise
from rewire_app.domain.exercise.screens import FinishScreen
from rewire_app.ui.base import routes
from tests.domain.small_exercises import ask, exercise, pick, say
from tests.ui.house import House, ctrl, enter, press, settle, tab_to, type_in, words_of

FEELING = pick("emotion", "Fear", "Anger")
HANDS = (("emotion", "emotion"), ("off", "what"))
FIRST = exercise(
    FEELING,
    ask("what", "What set it off?"),
    id="own-first",
    title="The first one",
    plan="When [it comes], I will [breathe out].",
    glyph="d-stop",
    next=(NextExercise(to="own-second", why="It goes on from here.", hands=HANDS),),
)
SECOND = exercise(
    pick("emotion", "Fear", "Anger", "Shame"),
    say("You named {{emotion}}."),
    ask("off", "What set it off?"),
    say("That was it."),
    id="own-second",
    title="The second one",
    glyph="d-stop",
)


@pytest.fixture
def both(house: House) -> House:
    """A profile with two exercises, of which one follows from the other."""
    house.open()
    house.context.library.own.use({}, (FIRST, SECOND))
    return house


def finish_first(house: House) -> FinishScreen:
    """The first exercise at its last screen."""
    house.play(FIRST.id)
    press(Qt.Key.Key_2)
    enter()
    type_in("The letter")
    ctrl(Qt.Key.Key_Return)
    screen = house.player.run.screen
    assert isinstance(screen, FinishScreen)
    return screen


def follow(house: House) -> None:
    """Take up what the last screen of the first exercise leads to."""
    screen = finish_first(house)
    found = house.player.view.current.stage.following(screen)
    assert found is not None
    route, title = found
    assert title == SECOND.title
    house.player.view.current.go.emit(route)
    settle()


def kept(house: House) -> list[str]:
    return [one.exercise for one in house.store.practices.recent(9)]


def test_what_follows_begins_once_the_first_is_kept(both: House) -> None:
    follow(both)
    assert both.player.title == SECOND.title
    assert kept(both) == [FIRST.id]
    assert both.store.runs.load() is None
    assert both.store.intentions.recent(9) == []  # a plan nobody touched is not kept by going on


def test_what_was_just_answered_is_told_and_not_asked(both: House) -> None:
    follow(both)
    words = words_of(both.player.view.current)
    assert "From what you did before this: Anger; The letter" in words
    assert "You named anger." in words
    enter()
    assert both.player.run.screen.text == "That was it."
    enter()
    enter()
    second, first = both.store.practices.recent(9)
    assert json.loads(second.answers) == {"emotion": ["Anger"], "off": "The letter"}
    assert (second.exercise, first.exercise) == (SECOND.id, FIRST.id)


def test_it_can_be_answered_anew_with_one_button(both: House) -> None:
    follow(both)
    tab_to("Answer again")
    enter()
    assert "From what you did before this" not in words_of(both.player.view.current)
    assert both.player.run.screen.text == "Which one?"
    press(Qt.Key.Key_3)
    enter()
    assert both.player.run.screen.text == "You named shame."


def test_it_is_told_at_the_start_alone(both: House) -> None:
    follow(both)
    enter()
    assert "From what you did before this" not in words_of(both.player.view.current)


def test_leaving_at_once_leaves_nothing_of_the_second(both: House) -> None:
    follow(both)
    press(Qt.Key.Key_Escape)
    assert both.shell.page("today").isVisible()
    assert kept(both) == [FIRST.id]
    assert both.store.runs.load() is None


def test_what_was_handed_on_is_there_when_it_is_gone_on_with(both: House) -> None:
    follow(both)
    enter()
    both.player.press("leave")
    tab_to("Stop for now")
    enter()
    both.shell.go(routes.RESUME)
    settle()
    assert both.player.run.told == ("Anger", "The letter")


def test_a_plan_that_was_written_is_kept_on_the_way(both: House) -> None:
    screen = finish_first(both)
    both.player.passage.answer(["the phone rings", "wait a breath"])
    both.player.show_current()
    both.player.view.current.go.emit(routes.follow(SECOND.id, screen.hands))
    settle()
    [plan] = both.store.intentions.recent(9)
    assert plan.text == "When the phone rings, I will wait a breath."


def test_what_is_gone_does_not_follow(both: House) -> None:
    screen = finish_first(both)
    both.context.library.own.use({}, (FIRST,))
    assert both.player.view.current.stage.following(screen) is None


def test_the_last_screen_offers_what_follows_once_and_says_why(both: House) -> None:
    finish_first(both)
    words = words_of(both.player.view.current)
    assert words.index("Next, if you like") < words.index(SECOND.title) < words.index("It goes on from here.")
    tab_to(SECOND.title)
    enter()
    assert both.player.title == SECOND.title
    assert kept(both) == [FIRST.id]


def test_the_last_screen_leads_to_the_article_that_says_why_and_the_pass_is_kept(house: House) -> None:
    house.open()
    house.context.library.own.use({}, (replace(FIRST, article="L03", next=(), plan=""),))
    finish_first(house)
    words = words_of(house.player.view.current)
    title = house.context.library.article("L03").title
    assert "Next, if you like" not in words
    assert words.index("Why this may help") < words.index(title)
    tab_to(title)
    enter()
    assert title in words_of(house.shell.page("library"))
    assert kept(house) == [FIRST.id]
    assert house.store.runs.load() is None
