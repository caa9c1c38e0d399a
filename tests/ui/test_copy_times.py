"""Copies are made by themselves: while something is written, and at the end, without holding it up."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta

import pytest

from rewire_app.store.backups import taking
from rewire_app.store.backups.listing import backups
from rewire_app.store.vault.copies import Backup, Pin, Why
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.ui.base import routes
from rewire_app.ui.frame.waiting import Waiting
from tests.store import entries as make
from tests.ui.copies_room import copy_of, practise, seen
from tests.ui.house import EVENING, House, enter, settle, tab_to


@pytest.fixture
def watched(house: House) -> House:
    """Somebody's own notes, of which copies are made."""
    house.copies = True
    practise(house.profile, 0, 1)
    return house


def made(house: House) -> list[Backup]:
    return list(backups(ProfileFiles(house.profile)))


def save_one(house: House, number: int) -> None:
    """Keep a practice as the window does, and let a copy that is due be made."""
    assert house.context.hub.do("a practice", house.store.practices.add, make.practice(number))
    settle()
    house.context.copies.wait()
    settle()


def test_after_half_an_hour_of_writing_a_copy_is_made(watched: House) -> None:
    watched.open()
    save_one(watched, 1)
    assert len(made(watched)) == 1
    watched.clock.stopped_at = EVENING + timedelta(minutes=29)
    save_one(watched, 2)
    assert len(made(watched)) == 1
    watched.clock.stopped_at = EVENING + timedelta(minutes=31)
    save_one(watched, 3)
    newest, _first = made(watched)
    assert (newest.why, newest.entries) == (Why.AUTOMATIC, 4)


def test_at_the_end_what_is_new_is_copied_and_what_is_not_is_left_alone(watched: House) -> None:
    window = watched.open()
    save_one(watched, 1)
    save_one(watched, 2)
    window.close()
    watched.qtbot.waitUntil(lambda: not window.isVisible())
    watched.close()
    newest, _first = made(watched)
    assert (newest.why, newest.entries) == (Why.CLOSING, 3)
    watched.open().close()
    watched.close()
    assert len(made(watched)) == 2


def test_sample_notes_are_not_copied(watched: House) -> None:
    watched.open(sample=True)
    save_one(watched, 1)
    watched.close()
    assert made(watched) == []


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """A disk that takes its time, until it is let go on."""
    go_on, automatic = threading.Event(), taking.automatic

    def slowly(*given: object, **named: object) -> object:
        go_on.wait(20)
        return automatic(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(taking, "automatic", slowly)
    yield go_on
    go_on.set()


def test_a_copy_that_takes_long_is_told_of_and_the_window_closes_after_it(
    watched: House, slow: threading.Event
) -> None:
    window = watched.open()
    window.close()
    assert window.isVisible()
    assert not window.findChildren(Waiting)
    watched.qtbot.waitUntil(lambda: bool(window.findChildren(Waiting)))
    assert "Rewire closes when it is there." in seen(watched)
    slow.set()
    watched.qtbot.waitUntil(lambda: not window.isVisible())
    assert len(made(watched)) == 1


def test_nobody_has_to_wait_for_it(watched: House, slow: threading.Event) -> None:
    window = watched.open()
    window.close()
    watched.qtbot.waitUntil(lambda: bool(window.findChildren(Waiting)))
    tab_to("Close without it")
    enter()
    assert not window.isVisible()
    slow.set()


def test_closing_once_more_does_not_wait(watched: House, slow: threading.Event) -> None:
    window = watched.open()
    window.close()
    window.close()
    assert not window.isVisible()
    slow.set()


def test_a_copy_that_fails_is_told_once_and_stops_nothing(watched: House) -> None:
    files = ProfileFiles(watched.profile)
    watched.open()
    told: list[str] = []
    watched.context.copies.failed.connect(told.append)
    files.backups.rmdir()
    files.backups.write_text("in the way")
    for number in (1, 2, 3):
        watched.clock.stopped_at = EVENING + timedelta(minutes=31 * number)
        save_one(watched, number)
    assert len(told) == 1
    assert told[0].startswith("No copy of your notes could be made.")
    assert len(watched.store.practices.recent(9)) == 4
    files.backups.unlink()


def test_far_fewer_entries_than_before_are_asked_about(watched: House) -> None:
    practise(watched.profile, 1, 19)
    copy_of(watched)
    watched.open()
    watched.go(routes.settings("backups"))
    for practice in watched.store.practices.recent(8):
        watched.context.hub.do("taken out", watched.store.practices.remove, practice.uid)
    watched.clock.stopped_at = EVENING + timedelta(minutes=40)
    save_one(watched, 30)
    assert "The newest copy holds 13 entries, the one before 20. That one is kept for safety." in seen(
        watched
    )
    assert made(watched)[1].pin is Pin.REWIRE
    tab_to("It was meant")
    enter()
    watched.context.copies.wait()
    settle()
    assert made(watched)[1].pin is Pin.NO
    assert "The newest copy holds" not in seen(watched)
