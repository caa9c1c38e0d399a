"""While the notes are locked, a rating, a moment or a note can be dropped in, and is there afterwards."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from rewire_app.store.dropped import drop
from rewire_app.store.store import Store
from rewire_app.store.taking_in import empty_box
from rewire_app.store.vault import box
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.vault import open_vault
from rewire_app.ui.base.drop_card import DropKind, DropPart
from tests.store.test_box import note
from tests.ui.house import House, enter, focused, press, settle, tab_to, type_in, words_of
from tests.ui.locked import lock_of, open_locked, protect, unlock


@pytest.fixture
def part(house: House) -> DropPart:
    """What is below the lock screen of notes that have a box."""
    vault = open_vault(house.profile)
    empty_box(vault)
    vault.close()
    protect(house.profile)
    below = open_locked(house).below
    assert below is not None
    return below


def waiting(house: House) -> int:
    return box.waiting(ProfileFiles(house.profile))


def store_of(house: House) -> Store:
    house.qtbot.waitUntil(lambda: waiting(house) == 0)
    return house.store


def test_a_rating_is_dropped_in_by_keyboard_alone(house: House, part: DropPart) -> None:
    tab_to("A rating")
    enter()
    settle()
    assert focused() is part.card.value
    press(Qt.Key.Key_7)
    tab_to("A few words, if you like")
    type_in("On the train")
    enter()
    settle()
    assert waiting(house) == 1
    assert not part.is_open
    assert "One thing waits in the box." in words_of(part)
    assert "train" not in words_of(house.window)
    lock_of(house).setFocus()
    unlock(house)
    [kept] = store_of(house).ratings.all()
    assert (kept.value, kept.words, kept.day) == (7, "On the train", house.context.today)


def test_a_moment_and_a_note_are_dropped_in_one_after_the_other(house: House, part: DropPart) -> None:
    part.open(DropKind.MOMENT)
    type_in("A letter")
    enter()
    part.open(DropKind.RATING)
    part.card.kinds.set_value(DropKind.NOTE)
    part.card.note.set_value("Two lines\nof a note")
    part.card.go.click()
    assert waiting(house) == 2
    assert "2 things wait in the box." in words_of(part)
    lock_of(house).setFocus()
    unlock(house)
    store, today = store_of(house), house.context.today
    assert [(one.trigger, one.peak) for one in store.moments.for_day(today)] == [("A letter", None)]
    assert [one.text for one in store.notes.for_day(today)] == ["Two lines\nof a note"]
    house.context.hub.undo()
    assert store.moments.for_day(today) == []
    assert store.notes.for_day(today) == []


def test_what_says_nothing_is_told_and_nothing_is_sealed(house: House, part: DropPart) -> None:
    part.open(DropKind.RATING)
    part.card.go.click()
    assert "Choose a number first." in words_of(part)
    part.card.kinds.set_value(DropKind.MOMENT)
    part.card.go.click()
    assert "Write what set it off, or choose how strong it was." in words_of(part)
    assert waiting(house) == 0
    part.card.trigger.line.setFocus()
    press(Qt.Key.Key_Escape)
    assert not part.is_open
    assert focused() is part.ways[DropKind.RATING]


def test_what_is_typed_and_not_dropped_in_is_kept_when_the_notes_are_opened(
    house: House, part: DropPart
) -> None:
    part.open(DropKind.NOTE)
    type_in("Nearly forgotten")
    lock_of(house).setFocus()
    unlock(house)
    assert [one.text for one in store_of(house).notes.for_day(house.context.today)] == ["Nearly forgotten"]


def test_a_full_disk_is_told_and_the_words_stay(
    house: House, part: DropPart, monkeypatch: pytest.MonkeyPatch
) -> None:
    import errno

    def full(*_given: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(box, "write_atomic", full)
    part.open(DropKind.NOTE)
    type_in("Still here")
    part.card.go.click()
    assert part.is_open
    assert part.card.note.value() == "Still here"
    assert "full" in words_of(part)


def test_while_the_window_is_open_what_is_dropped_in_comes_within_two_seconds(
    house: House, part: DropPart
) -> None:
    unlock(house)
    house.qtbot.waitUntil(lambda: house.shell.box_watch.hears)
    drop(house.profile, note("from elsewhere"))
    house.qtbot.waitUntil(lambda: waiting(house) == 0, timeout=2_000)
    settle()
    day = note().day
    assert [one.text for one in house.store.notes.for_day(day)] == ["from elsewhere"]


def test_notes_without_a_box_offer_none(house: House) -> None:
    protect(house.profile)
    below = open_locked(house).below
    assert below is not None
    assert not below.isVisible()


def test_the_tray_offers_locked_notes_what_goes_into_their_box_and_opens_the_card(
    house: House, part: DropPart
) -> None:
    tray = house.window.tray
    assert tray is not None
    offered = {one.key: one.text for one in tray.menu.entries("Rewire", told=False)}
    assert [offered[key] for key in ("moment", "rating", "note")] == [
        "A moment, into the box",
        "A rating, into the box",
        "A note, into the box",
    ]
    tray.menu.do("note")
    settle()
    assert part.is_open
    assert focused() is part.card.note.edit
    type_in("On the way home")
    tray.menu.do("rating")  # another wish: what was typed is still there
    settle()
    press(Qt.Key.Key_4)
    assert part.card.note.value() == "On the way home"
    tab_to("Drop it in")
    enter()
    settle()
    assert waiting(house) == 1
    assert house.context.session is None
    assert focused() is part.card.note.edit  # what waits of another kind is in sight, with its words
    assert part.card.note.value() == "On the way home"
    tab_to("Drop it in")
    enter()
    settle()
    assert waiting(house) == 2
    assert not part.is_open


def test_from_help_the_tray_leads_back_to_the_lock_and_its_card(house: House, part: DropPart) -> None:
    tray = house.window.tray
    assert tray is not None
    house.go("help")
    tray.menu.do("moment")
    settle()
    assert part.card.isVisible()
    assert focused() is part.card.trigger.line


def test_once_the_notes_are_open_the_tray_begins_a_moment_in_the_journal(
    house: House, part: DropPart
) -> None:
    unlock(house)
    tray = house.window.tray
    assert tray is not None
    offered = {one.key: one.text for one in tray.menu.entries("Rewire", told=False)}
    assert offered["moment"] == "A moment, start the clock"
    assert not {"rating", "note"} & offered.keys()
