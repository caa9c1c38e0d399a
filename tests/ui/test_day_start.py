"""The hour at which a day starts: it is kept with the notes, and theirs counts whatever else says."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from rewire_app import settings as settings_file
from rewire_app.settings import FILE, SPARE, load
from tests.ui.house import House, words_of


def test_the_hour_a_day_starts_lives_with_the_notes(house: House) -> None:
    house.prepare(day_start=6)
    house.open()
    assert house.store.profile.get("day_start") == "6"
    house.context.preferences.put(day_start=2)
    assert house.store.profile.get("day_start") == "2"
    house.close()
    for name in (FILE, SPARE):
        (house.profile / name).write_text("{")
    house.open()
    assert house.context.settings.day_start == 2


def test_an_hour_in_the_notes_that_no_day_can_start_at_is_not_taken_over(house: House) -> None:
    house.open()
    house.store.profile.put("day_start", "31")
    house.close()
    house.open()
    assert house.context.settings.day_start == 4


def test_the_hour_in_the_notes_counts_also_where_the_settings_cannot_be_written(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.prepare(day_start=6)
    house.open()
    house.close()
    house.prepare(day_start=4)

    def refuse(_profile: Path, _settings: object) -> None:
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr(settings_file, "save", refuse)
    house.open()
    assert house.context.settings.day_start == 6
    assert house.store.profile.get("day_start") == "6"
    assert "could not be saved" not in words_of(house.shell)


def test_where_the_notes_cannot_take_another_hour_theirs_stays(house: House) -> None:
    house.prepare(day_start=6)
    house.open()
    connection = house.context.vault.connection
    for what in ("INSERT", "UPDATE"):
        connection.execute(
            f"CREATE TEMP TRIGGER no_{what} BEFORE {what} ON profile BEGIN SELECT RAISE(ABORT, 'no'); END"
        )
    with house.qtbot.waitSignal(house.context.hub.failed):
        house.context.preferences.put(day_start=2)
    for what in ("INSERT", "UPDATE"):
        connection.execute(f"DROP TRIGGER no_{what}")
    assert house.context.settings.day_start == 6
    assert load(house.profile).day_start == 6
