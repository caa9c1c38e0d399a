"""After three very short nights Today asks about energy; only the day it was put away is kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rewire_app.domain.journal.entries import DayEntry, Night, new_uid
from rewire_app.ui.base import routes
from rewire_app.ui.base.routes import Route
from rewire_app.ui.today.short_nights_card import PUT_AWAY, ShortNightsCard, ShortNightsPlace
from tests.ui.player_room import EVENING, Room, room_in

TODAY = EVENING.date()


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with room_in(qtbot, tmp_path) as made:
        yield made


def short(room: Room, count: int) -> None:
    """Nights from 2 to 5 in the morning, the last of them this one."""
    clock = room.context.clock
    for back in range(count):
        day = TODAY - timedelta(days=back)
        bed, up = (clock.at(datetime(day.year, day.month, day.day, hour)) for hour in (2, 5))
        night = Night(
            uid=new_uid(clock.now()), day=day, bed=bed, lights=bed, sol_min=0, waso_min=0, wake=up, up=up
        )
        room.store.nights.put(night)


def place(room: Room) -> ShortNightsPlace:
    made = ShortNightsPlace(room.context)
    room.qtbot.addWidget(made)
    made.look_back()
    return made


def card(room: Room) -> ShortNightsCard:
    shown = place(room)
    assert not shown.isHidden()
    assert shown.card is not None
    return shown.card


def test_two_short_nights_ask_nothing(room: Room) -> None:
    short(room, 2)
    assert place(room).isHidden()


def test_yes_is_worth_a_call_and_help_is_one_press_away(room: Room) -> None:
    short(room, 3)
    shown = place(room)
    asked: list[Route] = []
    shown.go.connect(asked.append)
    assert shown.card is not None
    saves = room.vault.commit_seq
    shown.card.yes.click()
    assert "worth a call to a doctor" in shown.card._words.text()
    assert room.vault.commit_seq == saves  # the answer is kept nowhere
    shown.card.help_button.click()
    assert asked == [routes.HELP]
    assert room.store.profile.get(PUT_AWAY) == TODAY.isoformat()


@pytest.mark.parametrize("answer", ["no", "later_button"])
def test_another_answer_rests_for_a_week(room: Room, answer: str) -> None:
    short(room, 3)
    getattr(card(room), answer).click()
    assert place(room).isHidden()
    room.store.profile.put(PUT_AWAY, (TODAY - timedelta(days=7)).isoformat())
    assert not place(room).isHidden()


def test_after_very_hard_days_one_question_is_enough(room: Room) -> None:
    short(room, 3)
    for back in range(5):
        now = room.context.clock.now()
        room.store.days.put(
            DayEntry(uid=new_uid(now), at=now, day=TODAY - timedelta(days=back), reactivity=9)
        )
    assert place(room).isHidden()


def test_it_can_be_switched_off(room: Room) -> None:
    short(room, 3)
    shown = place(room)
    room.context.preferences.put(hard_days=False)
    assert shown.isHidden()
