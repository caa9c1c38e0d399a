"""After unlocking one is where one was: on the page, in its part, and in the exercise under way."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from rewire_app.store.vault.key_change import set_passphrase
from rewire_app.store.vault.keyslots import FLOOR
from rewire_app.ui.base import routes
from rewire_app.ui.base.routes import Route
from rewire_app.ui.frame.return_place import KEY, keep_place, take_place
from tests.domain.small_exercises import exercise as small
from tests.domain.small_exercises import say
from tests.ui.house import EVENING, House, enter, press, settle, type_over

WORDS = "four plain words here"
LONG_MS = 30_000


def leave(house: House) -> None:
    """Keep the place and close, as locking does."""
    shell = house.shell
    assert shell.covers.save()
    keep_place(house.context, shell.pages.place, shell.covers)
    house.close()


@pytest.mark.parametrize(
    "place",
    [
        routes.journal(EVENING.date() - timedelta(days=3)),
        routes.library("L07"),
        routes.lists("worries"),
        routes.settings("privacy"),
        routes.exercise("d-stop"),
        routes.TRENDS,
        routes.TODAY,
    ],
    ids=str,
)
def test_the_page_and_its_part_are_shown_again(place: Route, house: House) -> None:
    house.open()
    house.go(place)
    leave(house)
    house.open()
    settle()
    now = house.shell.pages.place
    assert (now.page, now.part) == (place.page, place.part or now.part)
    assert house.store.profile.get(KEY) == "", "it is told once"


def test_nothing_is_told_of_an_exercise_that_is_not_kept(house: House) -> None:
    house.open()
    house.context.library.own.use({}, (small(say("Rest."), id="own-safe", glyph="d-stop", unkept=True),))
    house.go(routes.exercise("d-stop"))
    house.play("own-safe")
    leave(house)
    house.open()
    settle()
    assert house.shell.pages.place == routes.PRACTICE
    assert not house.store.profile.get(KEY)


def test_an_exercise_goes_on_over_the_page_on_which_it_was_begun(house: House) -> None:
    house.open()
    house.go(routes.LISTS)
    player = house.play("d-stop")
    press(Qt.Key.Key_7, Qt.Key.Key_Return)
    screen = player.run.screen
    leave(house)
    house.open()
    settle()
    assert house.player.run.screen == screen
    assert house.shell.pages.place == routes.LISTS


def test_on_another_day_it_begins_as_every_day(house: House) -> None:
    house.open()
    house.go(routes.TRENDS)
    keep_place(house.context, house.shell.pages.place, house.shell.covers)
    house.clock.stopped_at = EVENING + timedelta(days=1)
    assert take_place(house.context) == ()


@pytest.mark.parametrize("text", ["{", "[]", '{"page": "nowhere", "part": "", "playing": false, "day": ""}'])
def test_a_place_that_cannot_be_read_is_none(text: str, house: House) -> None:
    house.open()
    house.store.profile.put(KEY, text)
    assert take_place(house.context) == ()


def test_the_place_is_returned_to_once_the_passphrase_was_typed(house: House) -> None:
    house.open()
    set_passphrase(house.context.vault, WORDS, cost=FLOOR)
    house.go(routes.library("L07"))
    leave(house)
    window = house.make(sample=False)
    window.show()
    house.qtbot.waitUntil(lambda: window.dressed and window.shell.covers.covered, timeout=LONG_MS)
    house.activate(window)
    settle()
    press(Qt.Key.Key_L, modifier=Qt.KeyboardModifier.ControlModifier)
    with house.qtbot.waitSignal(window.ready, timeout=LONG_MS):
        type_over(WORDS)
        enter()
    settle()
    assert house.shell.pages.place.part == "L07"
    assert not house.shell.covers.covered
    assert window.isVisible(), "what was pressed while it was locked does not lock it anew"
