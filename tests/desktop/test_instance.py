"""What goes over the channel between two starts: the path of a file, and nothing that is no such thing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from rewire_app.desktop.instance import END, MOST, TOKEN, Instance, hand_over

ASKS = """
import sys
from pathlib import Path
from rewire_app.desktop.instance import hand_over
sys.exit(not hand_over(sys.argv[1], Path(sys.argv[2]) if sys.argv[2] else None))
"""


@pytest.fixture
def channel(session: Path) -> str:
    """Where the window is asked."""
    return f"rewire-test-{os.getpid()}" if sys.platform == "win32" else str(session / "channel")


@pytest.fixture
def instance(qtbot: QtBot, channel: str) -> Iterator[Instance]:
    """The listening part of a window."""
    made = Instance(channel)
    yield made
    made.close()


@pytest.fixture
def knocking(qtbot: QtBot, channel: str, instance: Instance) -> Iterator[QLocalSocket]:
    """A program that speaks to the window in its own words."""
    socket = QLocalSocket()
    socket.connectToServer(channel)
    assert socket.waitForConnected()
    yield socket
    socket.abort()


@pytest.mark.parametrize("file", ["", "/a folder/größe.rewire-exercise", "/two\nlines"])
def test_a_file_arrives_under_the_very_path(
    qtbot: QtBot, instance: Instance, channel: str, file: str
) -> None:
    with qtbot.waitSignal(instance.asked, timeout=20_000) as heard:
        asking = subprocess.Popen([sys.executable, "-c", ASKS, channel, file])
    qtbot.waitUntil(lambda: asking.poll() is not None)
    assert asking.returncode == 0
    assert heard.args == [Path(file) if file else None]


def test_the_token_of_the_desktop_goes_along(
    qtbot: QtBot, instance: Instance, knocking: QLocalSocket, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(TOKEN, raising=False)
    with qtbot.waitSignal(instance.asked):
        knocking.write(END.join((b"", b"token-7", b"")))
    assert os.environ[TOKEN] == "token-7"


def test_what_comes_in_pieces_is_heard_once_it_is_whole(
    qtbot: QtBot, instance: Instance, knocking: QLocalSocket
) -> None:
    with qtbot.assertNotEmitted(instance.asked, wait=50):
        knocking.write(b"/half")
        knocking.flush()
    with qtbot.waitSignal(instance.asked) as heard:
        knocking.write(b" a path" + END + END)
    assert heard.args == [Path("/half a path")]


def test_too_much_is_not_heard_and_the_channel_is_closed(
    qtbot: QtBot, instance: Instance, knocking: QLocalSocket
) -> None:
    with qtbot.assertNotEmitted(instance.asked), qtbot.waitSignal(knocking.disconnected):
        knocking.write(b"x" * (MOST + 1))


def test_where_nobody_listens_nothing_is_handed_over(channel: str) -> None:
    assert not hand_over(channel, Path("/a"))
