"""Whatever cannot be done is said in a sentence of its own, and nothing that was typed is lost."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from rewire_app.domain.days import ZoneClock
from rewire_app.domain.journal.entries import MAX_TEXT
from rewire_app.errors import ContentError, DiskFullError
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault
from rewire_app.ui.base import crash
from rewire_app.ui.base.hub import Hub
from rewire_app.ui.widgets.choices import Segmented
from rewire_app.ui.widgets.undo_strip import UndoStrip
from tests.store import entries as make
from tests.ui.damage import damage
from tests.ui.house import House


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    vault = open_vault(tmp_path)
    yield Store(vault)
    vault.close()


@pytest.fixture
def hub(qapp: QApplication) -> Hub:
    return Hub(ZoneClock(UTC, stopped_at=datetime(2026, 11, 24, 19, 30)))


def said_by(hub: Hub) -> list[str]:
    sentences: list[str] = []
    hub.failed.connect(sentences.append)
    return sentences


def fill_the_disk(store: Store) -> None:
    connection = store.vault.connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count={pages}")


def test_a_text_too_long_is_said_and_nothing_is_kept(hub: Hub, store: Store) -> None:
    said = said_by(hub)
    assert not hub.do("Moment kept", store.moments.add, make.moment(note="x" * (MAX_TEXT + 1)))
    assert len(said) == 1
    assert "shorten it" in said[0]
    assert not hub.history.done
    assert store.moments.for_day(make.DAY) == []


def test_a_value_outside_its_scale_is_said(hub: Hub, store: Store) -> None:
    said = said_by(hub)
    assert not hub.keep("Note changed", None, store.days.put, make.day_entry(reactivity=11))
    assert "outside what Rewire can keep" in said[0]


def test_a_full_disk_is_said_and_the_next_save_works_again(hub: Hub, store: Store) -> None:
    said = said_by(hub)
    fill_the_disk(store)
    long = make.moment(note="x" * 60_000)
    assert not hub.do("Moment kept", store.moments.add, long)
    assert said[0].startswith("The disk is full")
    store.vault.connection.execute("PRAGMA max_page_count=1000000")
    assert hub.do("Moment kept", store.moments.add, long)


def test_undo_and_redo_announce_what_they_touched(hub: Hub, store: Store, qtbot: QtBot) -> None:
    hub.do("Moment kept", store.moments.add, make.moment())
    for turn in (hub.undo, hub.redo):
        with qtbot.waitSignals([hub.changed, hub.saved]):
            turn()
    assert len(store.moments.for_day(make.DAY)) == 1


def test_an_undo_that_cannot_be_is_said_and_not_offered_again(hub: Hub, store: Store) -> None:
    said = said_by(hub)
    first = make.day_entry()
    hub.do("Note changed", store.days.put, first)
    away = store.vault.path.with_name("away")
    store.vault.path.rename(away)
    hub.undo()
    assert len(said) == 1
    assert not hub.history.done
    away.rename(store.vault.path)
    assert store.days.get(first.day) == first


def test_a_known_fault_that_nobody_caught_speaks_for_itself(house: House) -> None:
    house.open()
    line = house.shell.findChild(UndoStrip)
    assert isinstance(line, UndoStrip)
    for error, words in (
        (DiskFullError("The disk is full."), "The disk is full."),
        (ContentError("d-stop.toml", "title", "it is missing"), "The file d-stop.toml cannot be used."),
        (ValueError("secret"), "Something in Rewire went wrong."),
    ):
        crash.note(type(error), error, None)
        QApplication.processEvents()
        assert line.text.startswith(words)


def test_a_page_that_cannot_be_read_says_why_at_every_look(house: House) -> None:
    house.open()
    damage(house, "moments")
    said = said_by(house.context.hub)
    for _look in range(2):
        house.go("journal")
        house.go("help")
    assert said[0].startswith("The file with your entries is damaged.")
    assert len(said) == 2


def choose_dark(colours: Segmented) -> None:
    next(button for button in colours.findChildren(QAbstractButton) if button.text() == "Dark").click()


def test_a_setting_that_cannot_be_saved_goes_back(house: House) -> None:
    house.open()
    page = house.go("settings")
    said = said_by(house.context.hub)
    colours = next(group for group in page.findChildren(Segmented) if group.accessibleName() == "Colours")
    away = house.profile.with_name("elsewhere")
    house.profile.rename(away)
    try:
        choose_dark(colours)
    finally:
        shutil.rmtree(house.profile, ignore_errors=True)
        away.rename(house.profile)
    [sentence] = said
    assert sentence.startswith(f"This setting could not be saved. Rewire cannot write to {house.profile}")
    assert colours.value() == "system"
    assert house.context.settings.theme == "system"
    choose_dark(colours)
    assert house.context.settings.theme == "dark"


def test_a_full_disk_at_an_idle_moment_is_no_fault(store: Store) -> None:
    store.moments.add(make.moment())
    fill_the_disk(store)
    store.vault.idle()
    assert len(store.moments.for_day(make.DAY)) == 1
