"""Once in a year in which no copy was tried out, the person is told how; never more often."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from rewire_app.domain.days import ZoneClock
from rewire_app.store.vault.vault import open_vault
from rewire_app.ui.widgets.undo_strip import UndoStrip
from tests.ui.copies_room import practise
from tests.ui.house import House

WORDS = "It is a year since a copy of your notes was tried out."


@pytest.fixture
def begun(house: House) -> datetime:
    """When the notes of the house were begun; copies of them are made."""
    house.copies = True
    practise(house.profile, 0, 1)
    vault = open_vault(house.profile)
    vault.close()
    return datetime.fromtimestamp(vault.keys.created_ms / 1000)


def told(house: House, at: datetime) -> bool:
    """Whether a start at that time speaks of it."""
    house.clock = ZoneClock(ZoneInfo("Europe/Amsterdam"), stopped_at=at)
    house.open()
    said = WORDS in house.shell.findChild(UndoStrip).text
    house.context.copies.wait()
    house.close()
    return said


def test_it_is_told_a_year_after_the_notes_were_begun_and_then_once_a_year(
    house: House, begun: datetime
) -> None:
    assert not told(house, begun + timedelta(days=360))
    assert told(house, begun + timedelta(days=370))
    assert not told(house, begun + timedelta(days=371))
    assert not told(house, begun + timedelta(days=700))
    assert told(house, begun + timedelta(days=740))


def test_who_tried_one_out_hears_nothing_for_a_year(house: House, begun: datetime) -> None:
    tried = begun + timedelta(days=300)
    house.prepare(tried_copy=tried.date().isoformat())
    assert not told(house, begun + timedelta(days=400))
    assert told(house, begun + timedelta(days=670))


def test_a_clock_that_was_wrong_keeps_nobody_from_hearing_it(house: House, begun: datetime) -> None:
    house.prepare(tried_copy="2099-01-01")
    assert told(house, begun + timedelta(days=370))


def test_notes_of_which_no_copies_are_made_need_no_trial(house: House, begun: datetime) -> None:
    house.copies = False
    assert not told(house, begun + timedelta(days=370))
