"""Help now says how old its numbers are, and leaves nobody without a place to turn to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from rewire_app.domain.day_words import day_words
from rewire_app.domain.days import ZoneClock
from rewire_app.ui.help.page import HelpPage
from tests.ui.player_room import LIBRARY, Room, room_in

CHECKED = LIBRARY.crisis().checked


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with room_in(qtbot, tmp_path) as made:
        yield made


def words(room: Room, country: str, months: int = 0) -> str:
    """All that the page says in `country`, so many months after the numbers were checked."""
    month = CHECKED.month - 1 + months
    day = datetime(CHECKED.year + month // 12, month % 12 + 1, CHECKED.day, 12)
    room.context.clock = ZoneClock(ZoneInfo("Europe/Amsterdam"), stopped_at=day)
    room.context.preferences.put(country=country)
    page = HelpPage(room.context)
    room.qtbot.addWidget(page)
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def test_fresh_numbers_carry_their_date_alone(room: Room) -> None:
    said = words(room, "NL", months=5)
    assert f"Checked on {day_words(CHECKED, year=True)}" in said  # as this computer's region writes it
    assert "may have changed" not in said


@pytest.mark.parametrize(("country", "number"), [("NL", "112"), ("AU", "000"), ("--", "112")])
def test_after_half_a_year_the_page_says_that_numbers_may_have_changed(
    room: Room, country: str, number: str
) -> None:
    said = words(room, country, months=7)
    assert "numbers may have changed" in said
    assert f"In an emergency: {number}" in said


def test_a_country_without_a_sure_number_still_names_a_place_to_look(room: Room) -> None:
    empty = [country for country in LIBRARY.crisis().countries if not country.lines]
    assert empty
    for country in empty:
        said = words(room, country.iso)
        assert all(one in said for one in (country.emergency, country.police, country.ambulance))
        assert "findahelpline.com" in said
