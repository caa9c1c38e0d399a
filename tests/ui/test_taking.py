"""Taking the notes along through the window: what goes in is chosen, told, written, stopped, and refused."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest
import pyzipper
from PySide6.QtCore import Qt

from rewire_app.exchange.exporters import document
from rewire_app.store.carried import ExportPart, Wanted
from rewire_app.store.vault.vault import Vault
from rewire_app.ui.base import routes
from rewire_app.ui.taking.page import TakingPage
from tests.store import entries as make
from tests.store import journal_entries as journal
from tests.ui.house import House, arrow_to, enter, focused, press, settle, space, tab_to, words_of


@pytest.fixture
def page(house: House) -> TakingPage:
    """The page, open over a few notes."""
    house.open()
    store, hub = house.store, house.context.hub
    hub.do(
        "noted", store.many, [make.practice(), make.day_entry(), make.night(), make.moment(), journal.note()]
    )
    found = house.go(routes.TAKING)
    assert isinstance(found, TakingPage)
    return found


def take(house: House, page: TakingPage, path: Path) -> None:
    """Write the export to `path`, as the dialog would ask for it."""
    with house.qtbot.waitSignal(page.saved):
        page.save_as(path)
    settle()


def test_settings_lead_to_it_and_back(house: House) -> None:
    house.open()
    house.go(routes.settings("data"))
    tab_to("Take your notes with you")
    space()
    assert house.shell.pages.place == routes.TAKING
    press(Qt.Key.Key_Escape)
    assert house.shell.pages.place == routes.settings("data")


def test_words_and_people_are_left_out_until_they_are_ticked(
    house: House, page: TakingPage, tmp_path: Path
) -> None:
    assert "No words of yours, no names." in words_of(page)
    take(house, page, tmp_path / "numbers")
    told = json.loads((tmp_path / "numbers" / "rewire.json").read_text("utf-8"))
    assert {record["trigger"] for record in told["entries"]["moments"]} == {None}
    assert "numbers" in words_of(page)
    page.parts.setFocus(Qt.FocusReason.TabFocusReason)
    arrow_to("Words you wrote")
    space()
    assert page.parts.parts() == frozenset(ExportPart) - {ExportPart.PEOPLE}
    assert "No words of yours" not in words_of(page)
    take(house, page, tmp_path / "words")
    told = json.loads((tmp_path / "words" / "rewire.json").read_text("utf-8"))
    assert any(record["trigger"] for record in told["entries"]["moments"])
    assert told["entries"]["crisis_plan"] == []


def test_json_is_complete_and_says_so(house: House, page: TakingPage, tmp_path: Path) -> None:
    tab_to("Folder")
    arrow_to("JSON")
    assert page.parts.parts() == frozenset(ExportPart)
    assert not page.parts.isEnabled()
    take(house, page, tmp_path / "all.json")
    assert json.loads((tmp_path / "all.json").read_text("utf-8"))["complete"] is True


def test_a_zip_is_locked_by_a_passphrase_that_has_to_be_typed(
    house: House, page: TakingPage, tmp_path: Path
) -> None:
    tab_to("Folder")
    arrow_to("Zip")
    tab_to("Lock it with a passphrase")
    space()
    page.main.click()
    assert focused().accessibleName() == "Passphrase for this zip"
    assert "Type a passphrase" in words_of(page)
    page.secret.line.setText("three small words")
    take(house, page, tmp_path / "notes.zip")
    assert page.secret.value() == ""
    with pyzipper.AESZipFile(tmp_path / "notes.zip") as archive:
        archive.setpassword(b"three small words")
        assert archive.read("notes/rewire.json")


def test_days_that_cannot_be_are_said_where_they_stand(house: House, page: TakingPage) -> None:
    tab_to("Everything")
    arrow_to("Dates")
    page.first.set_value(page.context.today.toordinal())
    page.last.set_value(page.context.today.toordinal() - 3)
    page.main.click()
    assert "This day comes before the first one" in words_of(page)
    assert page.last.isAncestorOf(focused())


def test_nothing_ticked_is_said(house: House, page: TakingPage) -> None:
    said = []
    house.context.hub.failed.connect(said.append)
    page.parts.set_value([])
    page.main.click()
    assert said == ["Nothing is ticked, so there is nothing to save. Tick what goes in."]


def test_what_is_stopped_leaves_nothing(
    house: House, page: TakingPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pressed, count = threading.Event(), document.counts

    def counts_later(vault: Vault, wanted: Wanted) -> dict[str, int]:
        assert pressed.wait(60)
        return count(vault, wanted)

    monkeypatch.setattr(document, "counts", counts_later)
    with house.qtbot.waitSignal(house.context.hub.failed) as told:
        page.save_as(tmp_path / "notes")
        tab_to("Cancel")
        enter()
        pressed.set()
    assert told.args == ["Stopped. Nothing was written."]
    assert list(tmp_path.glob("*notes*")) == []


def test_a_place_that_is_taken_is_said_and_left(house: House, page: TakingPage, tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("mine")
    with house.qtbot.waitSignal(house.context.hub.failed) as told:
        page.save_as(tmp_path / "notes")
    assert "already" in told.args[0]
    assert (tmp_path / "notes").read_text() == "mine"
