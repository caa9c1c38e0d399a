"""Breathing patterns of one's own, by keyboard: make, change, breathe, offer in paced breathing, remove."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from rewire_app.domain.custom import BreathPattern
from rewire_app.domain.exercise.exercise import Pace
from rewire_app.domain.exercise.screens import BreatheScreen, ScreenKind
from rewire_app.errors import DiskFullError
from rewire_app.ui.base import routes
from rewire_app.ui.custom.breath_editor import BreathEditor
from rewire_app.ui.player.player import Player
from rewire_app.ui.practice.card import ExerciseCard
from tests.ui.house import (
    House,
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
from tests.ui.journal_room import fill_disk, let_rest
from tests.ui.practice_room import to_card

UID = "0123456789abcdef0123456789abcdef"
EVENING = BreathPattern(uid=UID, name="Evening", inhale=4, hold=2, exhale=6.5, minutes=2)


@pytest.fixture
def room(house: House) -> House:
    house.open()
    return house


def editor(house: House) -> BreathEditor:
    [found] = [one for one in house.shell.page("custom").findChildren(BreathEditor) if one.isVisible()]
    return found


def make(house: House) -> None:
    house.context.hub.do("Pattern", house.store.breath_patterns.add, EVENING)


def add_many(house: House) -> None:
    """Fill the last page of the database, which may still have room."""
    for number in range(500):
        house.store.breath_patterns.add(replace(EVENING, uid=f"{number:032x}", name=f"{number}"))


def test_a_pattern_is_made_by_keyboard_and_stands_among_the_cards(room: House) -> None:
    room.go(routes.pattern())
    type_in("Evening")
    tab_to("Hold, seconds")
    type_over("2")
    tab_to("Out, seconds")
    type_over("6,5")
    tab_to("Keep this pattern")
    enter()
    [one] = room.store.breath_patterns.all()
    assert (one.name, one.inhale, one.hold, one.exhale, one.hold_out, one.minutes) == (
        "Evening",
        4,
        2,
        6.5,
        0,
        3,
    )
    assert "In 4, hold 2, out 6.5 · 3 min" in words_of(room.shell.page("custom"))
    page = room.go("practice")
    [card] = [each for each in page.findChildren(ExerciseCard) if each.exercise.title == "Evening"]
    assert "Your breathing pattern: in 4, hold 2, out 6.5." in card.accessibleDescription()


def test_a_held_pattern_shows_its_caution_before_the_first_breath(room: House) -> None:
    make(room)
    room.go("practice")
    to_card("Evening")
    enter()
    assert focused().accessibleName() == "Begin, first one question"
    enter()
    player = room.player
    assert player.run.screen.kind is ScreenKind.CAUTION
    assert "holds the breath" in player.run.screen.text
    assert not player.run.can_advance
    assert "holds the breath" in words_of(player.view)


def test_the_caution_follows_the_numbers_and_fast_breathing_is_refused_in_words(room: House) -> None:
    page = room.go(routes.pattern())
    type_in("Quick")
    assert "holds the breath" not in words_of(page)
    assert "10 seconds a breath, 6 breaths a minute" in words_of(page)
    tab_to("Hold after, seconds")
    type_over("1")
    assert "holds the breath" in words_of(page)
    type_over("0")
    tab_to("In, seconds", back=True)
    type_over("2")
    tab_to("Out, seconds")
    type_over("2")
    tab_to("Keep this pattern")
    enter()
    assert "Faster than ten breaths a minute can make you dizzy." in words_of(page)
    assert focused().accessibleName() == "Out, seconds"
    assert room.store.breath_patterns.all() == []


@pytest.mark.parametrize(
    ("field", "typed"), [("In, seconds", "11"), ("Hold, seconds", "8"), ("Minutes", "0")]
)
def test_numbers_beyond_the_limits_are_told_at_their_field(room: House, field: str, typed: str) -> None:
    page = room.go(routes.pattern())
    type_in("Odd")
    tab_to(field)
    type_over(typed)
    tab_to("Keep this pattern")
    enter()
    assert "Use " in words_of(page)
    assert room.store.breath_patterns.all() == []


def test_two_patterns_never_have_the_same_name(room: House) -> None:
    make(room)
    page = room.go(routes.pattern())
    type_in("EVENING")
    tab_to("Keep this pattern")
    enter()
    assert "There is a pattern of this name already." in words_of(page)


def test_a_pattern_is_changed_removed_and_brought_back(room: House) -> None:
    make(room)
    room.go(routes.CUSTOM)
    tab_to("Change: Evening")
    enter()
    type_over("Night")
    tab_to("Keep this pattern")
    enter()
    assert [one.name for one in room.store.breath_patterns.all()] == ["Night"]
    tab_to("Remove: Night")
    enter()
    assert room.store.breath_patterns.all() == []
    assert "Nothing here yet." in words_of(room.shell.page("custom"))
    ctrl(Qt.Key.Key_Z)
    assert [one.uid for one in room.store.breath_patterns.all()] == [UID]
    assert "Night" in words_of(room.shell.page("custom"))


def test_a_pattern_removed_where_it_is_changed_comes_back_with_one_undo(room: House) -> None:
    make(room)
    room.go(routes.pattern(UID))
    tab_to("Remove this pattern")
    enter()
    assert "Nothing here yet." in words_of(room.shell.page("custom"))
    ctrl(Qt.Key.Key_Z)
    assert [one.uid for one in room.store.breath_patterns.all()] == [UID]


def test_leaving_keeps_what_was_typed_and_a_full_disk_says_so(room: House) -> None:
    make(room)
    room.go(routes.pattern(UID))
    tab_to("Minutes")
    type_over("4")
    room.go("today")
    assert room.store.breath_patterns.get(UID).minutes == 4  # type: ignore[union-attr]
    room.go(routes.pattern())
    type_in("x" * 100)
    fill_disk(room)
    with pytest.raises(DiskFullError):
        add_many(room)
    tab_to("Keep this pattern")
    enter()
    assert "The disk is full" in words_of(room.shell)
    assert room.shell.page("custom").unsaved
    assert editor(room).as_typed().name == "x" * 100
    fill_disk(room, full=False)


def test_a_pattern_is_written_down_as_it_is_typed_once_it_is_whole(room: House) -> None:
    make(room)
    page = room.go(routes.pattern())
    type_in("Even")
    let_rest(page)
    assert [one.name for one in room.store.breath_patterns.all()] == ["Evening", "Even"]
    type_in("ing")
    let_rest(page)
    assert "There is a pattern of this name already." not in words_of(page)
    type_in(" two")
    let_rest(page)
    tab_to("In, seconds")
    type_over("99")
    let_rest(page)
    assert [(one.name, one.inhale) for one in room.store.breath_patterns.all()] == [
        ("Evening", 4),
        ("Evening two", 4),
    ]


def test_the_breath_is_shown_only_when_it_is_asked_for(room: House) -> None:
    room.go(routes.pattern())
    assert not editor(room).pacer.running
    tab_to("Show the breath")
    space()
    assert editor(room).pacer.running
    assert focused().accessibleName() == "Pause"
    space()
    assert not editor(room).pacer.running


def to_my_own(house: House) -> None:
    """Play paced breathing to its first breath and open "My own", by keyboard."""
    player = house.play("b-paced")
    type_in("5")
    enter()
    settle()
    assert player.run.screen.kind is ScreenKind.BREATHE
    press(Qt.Key.Key_P)
    while focused().accessibleName() != "My own":
        press(Qt.Key.Key_Right)


def breathed(house: House) -> Pace:
    """The pace of the breath under way."""
    found = house.player.run.screen
    assert isinstance(found, BreatheScreen)
    return found.pace


def test_paced_breathing_offers_the_pattern_and_its_caution_before_a_hold(room: House) -> None:
    make(room)
    to_my_own(room)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    assert breathed(room).hold == 0
    assert "This pattern holds the breath" in words_of(room.player.view)
    tab_to("I have read this")
    enter()
    pace = breathed(room)
    assert (pace.inhale, pace.hold, pace.exhale) == (4, 2, 6.5)
    again = room.play("b-paced")
    assert breathed_at_the_start(again).hold == 2, "the last pace is the next one"


def breathed_at_the_start(player: Player) -> Pace:
    """The pace of the first breath of a pass, seen from its first screen, its caution read on the way."""
    seen, run = [], player.run
    while not isinstance(run.screen, BreatheScreen):
        seen.append(run.screen.text)
        run = run.skip()
    assert any("holds the breath" in text for text in seen)
    return run.screen.pace


def test_a_new_pace_is_set_in_halves_and_kept_by_its_name(room: House) -> None:
    to_my_own(room)
    tab_to("Set the seconds")
    enter()
    assert focused().accessibleName() == "Breathe in, seconds"
    type_over("3.5")
    tab_to("Breathe out, seconds")
    type_over("2")
    tab_to("A name, to keep it for another time")
    type_in("Bus")
    press(Qt.Key.Key_Return)
    assert "Faster than ten breaths a minute" in words_of(room.player.view)
    type_over("5.5")
    press(Qt.Key.Key_Return)
    [one] = room.store.breath_patterns.all()
    assert (one.name, one.inhale, one.exhale, one.minutes) == ("Bus", 3.5, 5.5, 2)
    assert room.player.view.current.pacer.isVisible()  # type: ignore[attr-defined]


def half(house: House) -> None:
    """Begin a pattern that has no name yet."""
    house.go(routes.pattern())
    tab_to("Hold, seconds")
    type_over("2")
    tab_to("Out, seconds")
    type_over("6,5")


def test_a_pattern_that_is_not_whole_comes_back_where_it_was_left(room: House) -> None:
    half(room)
    room.go(routes.CUSTOM)
    room.go(routes.pattern())
    assert (editor(room).as_typed().hold, editor(room).as_typed().exhale) == (2, 6.5)
    type_in("Evening")
    tab_to("Keep this pattern")
    enter()
    assert [(one.name, one.hold) for one in room.store.breath_patterns.all()] == [("Evening", 2)]
    room.go(routes.pattern())
    assert editor(room).as_typed().hold == 0


def test_closing_on_a_pattern_that_is_not_whole_says_that_it_waits(room: House) -> None:
    half(room)
    assert not room.window.close()
    assert "Your breathing pattern is not kept yet." in words_of(room.window)
    assert room.window.close()
    room.close()
    room.open()
    room.go(routes.pattern())
    assert editor(room).as_typed().exhale == 6.5
    assert room.store.breath_patterns.all() == []
