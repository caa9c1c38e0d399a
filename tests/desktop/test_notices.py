"""A notification over a real bus, to a service that answers as that of a desktop does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from rewire_app.desktop.notices import BusNotices
from tests.desktop.desktop_bus import NOTICES, desktop, missing, session_bus

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing() or "all is there")
WORDS = ("Rewire", "A reminder", "You asked for this at 17:30.", ("Open", "In an hour"))


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with session_bus() as found:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", found)
        yield found


@pytest.fixture
def notices(qtbot: QtBot) -> Iterator[BusNotices]:
    made = BusNotices()
    yield made
    made.close()


def test_it_shows_the_words_and_two_buttons_without_a_sound(
    address: str, notices: BusNotices, qtbot: QtBot
) -> None:
    with desktop(address, NOTICES) as there:
        assert notices.show(*WORDS)
        qtbot.waitUntil(lambda: len(there.shown) == 1)
        program, _before, icon, title, text, actions, hints, _stay = there.shown[0]
        assert (program, title, text) == ("Rewire", "A reminder", "You asked for this at 17:30.")
        assert icon == "appointment-soon"
        assert actions == ["default", "Open", "open", "Open", "later", "In an hour"]
        assert hints["suppress-sound"] == ("b", True)


@pytest.mark.parametrize(("key", "wanted"), [("default", "opened"), ("open", "opened"), ("later", "later")])
def test_its_buttons_are_heard_once_and_it_goes(
    key: str, wanted: str, address: str, notices: BusNotices, qtbot: QtBot
) -> None:
    with desktop(address, NOTICES) as there:
        notices.show(*WORDS)
        qtbot.waitUntil(lambda: notices.showing)
        there.press(7, "open")  # of another program
        heard: list[str] = []
        notices.opened.connect(lambda: heard.append("opened"))
        notices.later.connect(lambda: heard.append("later"))
        there.press(1, key)
        qtbot.waitUntil(lambda: bool(there.withdrawn))
        assert (heard, there.withdrawn) == ([wanted], [1])


def test_a_second_one_takes_the_place_of_the_first(address: str, notices: BusNotices, qtbot: QtBot) -> None:
    with desktop(address, NOTICES) as there:
        notices.show(*WORDS)
        qtbot.waitUntil(lambda: notices.showing)
        notices.show(*WORDS)
        qtbot.waitUntil(lambda: len(there.shown) == 2)
        assert [one[1] for one in there.shown] == [0, 1]


def test_a_bus_without_such_a_service_refuses(address: str, notices: BusNotices, qtbot: QtBot) -> None:
    with qtbot.waitSignal(notices.refused):
        assert notices.show(*WORDS)


def test_without_a_bus_nothing_is_shown(notices: BusNotices, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    assert not notices.show(*WORDS)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all")
    assert not notices.show(*WORDS)


def test_a_bus_that_ends_while_it_is_asked_refuses(
    notices: BusNotices, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with session_bus() as found:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", found)
        with desktop(found, NOTICES):
            notices.show(*WORDS)
            qtbot.waitUntil(lambda: notices.showing)
    qtbot.waitUntil(lambda: not notices.showing)
    assert not notices.show(*WORDS)
