"""Settings, Your data: how much there is, that nothing leaves, answers about Rewire, and erasing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rewire_app.domain.days import Instant
from rewire_app.store.backups.taking import back_up
from rewire_app.store.queries import holds_anything
from rewire_app.store.vault.copies import Why
from rewire_app.store.vault.key_change import set_passphrase
from rewire_app.store.vault.keyslots import FLOOR
from rewire_app.ui.base import routes
from rewire_app.ui.base.secret_cover import AskAgain
from rewire_app.ui.settings.erase_page import ErasePage
from rewire_app.ui.settings.silence_card import SilenceCard
from tests.store import entries as make
from tests.ui.house import House, enter, focused, press, settle, tab_to, words_of

WORD = "zq-a-word-of-mine-qz"
MADE = Instant(utc_ms=1_764_000_000_000, offset_min=60)


def data(house: House) -> QWidget:
    """The section, shown."""
    return house.go(routes.settings("data"))


def filled(house: House) -> None:
    """An open window on a few notes."""
    house.open()
    house.store.many([make.practice(note=WORD), make.moment(note=WORD), make.night(note=WORD)])


def erase_page(house: House) -> ErasePage:
    """The page that erases, opened by keys."""
    data(house)
    tab_to("Erase for ever")
    enter()
    settle()
    [page] = house.shell.findChildren(ErasePage)
    return page


def begun_anew(house: House) -> None:
    """Wait until the window has opened the notes that are new."""
    house.qtbot.waitUntil(lambda: house.context.ready and not holds_anything(house.context.vault))
    settle()


def test_it_says_how_much_there_is_and_since_when(house: House) -> None:
    filled(house)
    said = words_of(data(house))
    assert "3 entries since 29 March 2026." in said
    assert "There is no backup yet." in said
    assert "on this computer, in one locked file" in said
    for part in ("Words, about", "Moments, about", "Nights, about"):
        assert part in said


def test_it_follows_what_is_noted_meanwhile(house: House) -> None:
    filled(house)
    data(house)
    house.go("today")
    house.store.moments.add(make.moment(1))
    back_up(house.context.vault, Why.ASKED, at=MADE)
    said = words_of(data(house))
    assert "4 entries since" in said
    assert "1 backup," in said


def test_it_says_that_nothing_is_noted_yet(house: House) -> None:
    house.open()
    assert "Nothing is noted yet." in words_of(data(house))


def test_what_is_open_to_the_internet_is_counted_again_when_asked(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.open()
    page = data(house)
    assert "Open to the internet now: 0." in words_of(page)
    monkeypatch.setattr("rewire_app.open_sockets.count", lambda: 2)
    tab_to("Check it now")
    enter()
    [card] = page.findChildren(SilenceCard)
    assert "Open to the internet now: 2." in card.words
    monkeypatch.setattr("rewire_app.open_sockets.count", lambda: None)
    enter()
    assert "cannot be counted on this system" in card.words


def test_all_answers_are_read_by_keys_and_left_again(house: House) -> None:
    house.open()
    page = data(house)
    assert "No clinician has reviewed it yet." in words_of(page)
    tab_to("Read all answers")
    enter()
    settle()
    assert "Rewire itself has not been studied." in words_of(page)
    assert focused().accessibleName() == "Your data"
    enter()
    settle()
    assert focused().accessibleName() == "Read all answers"


def test_nothing_is_erased_before_the_second_step(house: House) -> None:
    filled(house)
    erase_page(house)
    assert focused().accessibleName() == "Keep everything"
    tab_to("Erase everything")
    enter()
    assert focused().accessibleName() == "No, keep it"
    enter()
    settle()
    assert not house.shell.findChildren(ErasePage)
    assert holds_anything(house.context.vault)
    assert focused().accessibleName() == "Erase for ever"


def test_erasing_everything_begins_anew_in_the_same_window(house: House) -> None:
    filled(house)
    key, profile = house.context.vault.key, house.profile
    house.context.hub.do("a moment", house.store.moments.add, make.moment(2, note=WORD))
    house.context.preferences.put(text_size=150)
    erase_page(house)
    tab_to("Erase everything")
    enter()
    tab_to("Erase it now")
    enter()
    begun_anew(house)
    assert house.context.vault.key != key
    assert house.context.hub.history.done == []
    assert not house.context.settings.set_up
    assert house.context.settings.text_size == 150
    left = b"".join(path.read_bytes() for path in profile.rglob("*") if path.is_file())
    assert key not in left
    assert key.hex().encode() not in left


def test_backups_and_settings_go_only_when_they_are_chosen(house: House) -> None:
    filled(house)
    first, second = (back_up(house.context.vault, Why.ASKED, at=MADE).path for _each in range(2))
    house.context.preferences.put(text_size=150)
    page = erase_page(house)
    one, _other = page.chosen
    one.set_value(True)
    page.settings.set_value(True)
    page.erase.click()
    assert "1 backup goes too. 1 backup stays." in words_of(page)
    page.yes.click()
    settle()
    begun_anew(house)
    assert sorted(path.exists() for path in (first, second)) == [False, True]
    assert house.context.settings.text_size == 100


def test_with_a_passphrase_it_is_asked_for_before(house: House) -> None:
    filled(house)
    set_passphrase(house.context.vault, "a long enough one", cost=FLOOR)
    data(house)
    tab_to("Erase for ever")
    enter()
    settle()
    assert house.shell.findChildren(AskAgain)
    assert not house.shell.findChildren(ErasePage)
    press(Qt.Key.Key_Escape)
    settle()
    assert not house.shell.findChildren(ErasePage)


def test_deleting_for_ever_says_what_backups_still_hold(house: House, tmp_path: Path) -> None:
    filled(house)
    back_up(house.context.vault, Why.ASKED, at=MADE)
    moment = make.moment(3)
    house.store.moments.add(moment)
    house.context.hub.do("removed", house.store.moments.remove, moment.uid)
    settle()
    house.shell.line.quiet.click()
    assert house.shell.line.text == (
        "Deleted for ever. 1 backup may still hold it. The last of them goes within about a year."
    )
