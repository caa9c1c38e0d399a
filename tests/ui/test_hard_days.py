"""After several very hard days Today asks once, quietly; the answer is respected for a week."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rewire_app.domain.journal.entries import DayEntry, new_uid
from rewire_app.ui.base import routes
from rewire_app.ui.base.routes import Route
from rewire_app.ui.today.hard_days_card import PUT_AWAY, HardDaysPlace
from tests.ui.player_room import EVENING, Room, room_in

TODAY = EVENING.date()


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with room_in(qtbot, tmp_path) as made:
        yield made


def hard_evenings(room: Room, count: int, last: date = TODAY) -> None:
    """Evenings with a reactivity of 9 of 10, up to `last`."""
    for back in range(count):
        now, day = room.context.clock.now(), last - timedelta(days=back)
        room.store.days.put(DayEntry(uid=new_uid(now), at=now, day=day, reactivity=9))


def place(room: Room) -> HardDaysPlace:
    """The place on Today, looked at now."""
    made = HardDaysPlace(room.context)
    room.qtbot.addWidget(made)
    made.look_back()
    return made


def test_nothing_is_asked_after_four_hard_days(room: Room) -> None:
    hard_evenings(room, 4)
    assert place(room).isHidden()


def test_days_of_the_week_before_do_not_count(room: Room) -> None:
    hard_evenings(room, 7, last=TODAY - timedelta(days=3))
    assert place(room).isHidden()


def test_five_hard_days_ask_and_not_now_rests_a_week(room: Room) -> None:
    hard_evenings(room, 5)
    shown = place(room)
    assert not shown.isHidden()
    assert shown.card is not None
    shown.card.later_button.click()
    assert shown.isHidden()
    room.store.profile.put(PUT_AWAY, (TODAY - timedelta(days=7)).isoformat())
    shown.look_back()
    assert not shown.isHidden()


def test_help_is_one_press_away_and_puts_the_question_away_as_well(room: Room) -> None:
    hard_evenings(room, 6)
    shown = place(room)
    asked: list[Route] = []
    shown.go.connect(asked.append)
    assert shown.card is not None
    shown.card.help_button.click()
    assert asked == [routes.HELP]
    assert room.store.profile.get(PUT_AWAY) == TODAY.isoformat()


def test_it_can_be_switched_off(room: Room) -> None:
    hard_evenings(room, 7)
    shown = place(room)
    room.context.preferences.put(hard_days=False)
    assert shown.isHidden()
    room.context.preferences.put(hard_days=True)
    assert not shown.isHidden()
