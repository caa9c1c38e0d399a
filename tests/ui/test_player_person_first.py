"""Where somebody is not safe: numbers on the screen, Help now by Enter, and going on beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from rewire_app.domain.days import Instant
from rewire_app.domain.exercise.exercise import Say
from rewire_app.domain.exercise.screens import ScreenKind
from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.lists.entries import CrisisLine, CrisisSection
from rewire_app.ui.base.people import PeopleCard
from rewire_app.ui.help.page import HelpPage
from rewire_app.ui.player.player import Player
from tests.ui.house import House, enter, press, settle, tab_to, words_of
from tests.ui.player_room import exercise, room_in


def not_safe(house: House) -> Player:
    """Begin the crisis plan and say that one is not safe."""
    player = house.play("d-crisisplan")
    player.next()
    press(Qt.Key.Key_3)
    enter()
    settle()
    assert player.run.screen.kind is ScreenKind.PERSON
    return player


def test_the_emergency_number_and_the_first_line_stand_on_the_screen(house: House) -> None:
    house.prepare(country="US")
    house.open()
    words = words_of(not_safe(house).view)
    assert "911" in words
    assert "988" in words
    assert "You answered: I am not safe right now" in words


@pytest.mark.parametrize("country", ["", "--"])
def test_without_a_country_the_numbers_of_many_countries_do(country: str, house: House) -> None:
    house.prepare(country=country)
    house.open()
    assert "112 / 911" in words_of(not_safe(house).view)


def test_the_own_person_stands_below_the_line(house: House) -> None:
    house.open()
    uid = new_uid(Instant(utc_ms=1_700_000_000_000, offset_min=0))
    own = CrisisLine(uid=uid, section=CrisisSection.PEOPLE, text="Jonas, my brother", contact="555 0142")
    house.store.many([own])
    words = words_of(not_safe(house).view)
    assert "Jonas, my brother" in words
    assert "555 0142" in words


def test_enter_opens_help_now_and_back_leads_to_the_same_screen(house: House) -> None:
    house.open()
    player = not_safe(house)
    enter()
    settle()
    help_page = house.shell.page("help")
    assert isinstance(help_page, HelpPage)
    assert help_page.isVisible()
    help_page.back.emit()
    settle()
    assert player.view.isVisible()
    assert player.run.screen.kind is ScreenKind.PERSON


def test_who_is_safe_enough_goes_on_and_the_answer_is_written_nowhere(house: House) -> None:
    house.open()
    player = not_safe(house)
    tab_to("I am safe enough, go on")
    enter()
    assert player.run.screen.kind is ScreenKind.LIST
    assert player.save()
    saved = house.store.runs.load()
    assert saved is not None
    assert "not safe" not in saved.state


@pytest.mark.parametrize(("width", "beside"), [(1100, True), (960, False)])
def test_in_a_narrow_window_the_numbers_stand_above_the_list(width: int, beside: bool, house: House) -> None:
    house.open().resize(width, 760)
    player = not_safe(house)
    settle()
    view = player.view.current
    [card] = view.findChildren(PeopleCard)
    door = next(label for label in view.findChildren(QLabel) if "open the door" in label.text())
    below = card.mapTo(view, QPoint(0, 0)).y() + card.height() <= door.mapTo(view, QPoint(0, 0)).y()
    assert below is not beside


@pytest.mark.parametrize(("country", "number"), [("US", "911"), ("NL", "112"), ("", "112 / 911")])
def test_words_that_lead_to_help_have_the_number_on_the_same_screen(
    country: str, number: str, qtbot: QtBot, tmp_path: Path
) -> None:
    with room_in(qtbot, tmp_path) as room:
        room.context.preferences.put(country=country)
        view = room.play(exercise(Say(text="Speak to someone.", link="help"), Say(text="Done."))).view.current
        [card] = view.findChildren(PeopleCard)
        assert card.isVisible()
        assert number in words_of(card)
        assert number in view.accessibleDescription()
