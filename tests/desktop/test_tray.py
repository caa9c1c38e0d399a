"""The icon in a real tray, under a screen of its own: the window goes there, comes back, and ends there."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from rewire_app.settings import Settings, save
from tests.desktop.desktop_bus import NOTICES, TRAY, desktop, missing, session_bus

LACKS = missing("Xvfb")
pytestmark = pytest.mark.skipif(bool(LACKS), reason=LACKS or "all is there")
ROOT = Path(__file__).resolve().parents[2]
LONG_S = 60

PROGRAM = """
import sys
from PySide6.QtCore import QObject, Signal
import threading
from rewire_app.ui.frame.window import Window

made = Window.__init__


class Ear(QObject):
    told = Signal(str)

    def listen(self):
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        for line in sys.stdin:
            self.told.emit(line.strip())


def make(window, *given, **named):
    made(window, *given, **named)
    window.ear = Ear(window)
    window.ear.told.connect(lambda line: obey(window, line))
    window.ready.connect(lambda: say(window))
    window.ready.connect(window.ear.listen)


def say(window):
    icon = window.tray.icon
    print("seen" if window.isVisible() else "unseen", "icon" if icon else "none", flush=True)


def obey(window, line):
    if line == "close":
        window.close()
    elif line == "menu":
        window.tray.icon.asked.emit()
        print(*(one or "-" for one in window.tray.icon.lines()), sep="|", flush=True)
        return
    else:
        window.tray.icon.choose(line)
    if line != "quit":
        say(window)


Window.__init__ = make
from rewire_app.__main__ import main
sys.exit(main())
"""


class Program:
    """Rewire as a process of its own, told by lines what a person does."""

    def __init__(self, child: subprocess.Popen[str]) -> None:
        self.child = child

    def heard(self) -> str:
        """The next thing it says."""
        assert self.child.stdout is not None
        limit = threading.Timer(LONG_S, self.child.kill)
        limit.start()
        line = self.child.stdout.readline().strip()
        limit.cancel()
        if not line:
            assert self.child.stderr is not None
            raise AssertionError(f"the program ended: {self.child.stderr.read()}")
        return line

    def tell(self, line: str) -> None:
        """Do something."""
        assert self.child.stdin is not None
        self.child.stdin.write(f"{line}\n")
        self.child.stdin.flush()

    def ends(self) -> int:
        """The code with which it ends."""
        return self.child.wait(LONG_S)


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    command = ("Xvfb", "-displayfd", "1", "-screen", "0", "1300x900x24", "-nolisten", "tcp")
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        try:
            yield f":{server.stdout.readline().strip()}"
        finally:
            server.terminate()


@pytest.fixture
def bus() -> Iterator[str]:
    with session_bus() as address:
        yield address


@contextmanager
def running(folder: Path, screen: str, bus: str, *words: str, tray: bool = True) -> Iterator[Program]:
    """Rewire of somebody who wants the icon, unless told otherwise."""
    profile = folder / "profile"
    profile.mkdir()
    save(profile, Settings(set_up=True, country="NL", motion="reduced", tray=tray))
    session = folder / "session"
    session.mkdir(mode=0o700)
    env = {
        **os.environ,
        "DISPLAY": screen,
        "QT_QPA_PLATFORM": "xcb",
        "DBUS_SESSION_BUS_ADDRESS": bus,
        "XDG_CURRENT_DESKTOP": "KDE",
        "XDG_RUNTIME_DIR": str(session),
        "TMPDIR": str(session),
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-c", PROGRAM, "--profile", str(profile), *words]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=ROOT, env=env, text=True, **pipes) as child:  # type: ignore[call-overload]
        try:
            yield Program(child)
        finally:
            child.kill()


def test_the_window_goes_into_the_tray_comes_back_and_ends_from_there(
    tmp_path: Path, screen: str, bus: str
) -> None:
    with desktop(bus, TRAY, NOTICES) as there, running(tmp_path, screen, bus) as rewire:
        assert rewire.heard() == "seen icon"
        assert len(there.icons) == 1
        rewire.tell("menu")
        lines = rewire.heard().split("|")
        assert lines[:2] == ["A moment, start the clock", "Evening check"]
        assert lines[2].startswith("Begin practice, ")
        assert lines[3:] == ["-", "Hide", "Lock", "-", "Open Rewire", "Quit"]
        for way in ("close", "hide"):
            rewire.tell(way)
            assert rewire.heard() == "unseen icon"
            rewire.tell("open")
            assert rewire.heard() == "seen icon"
        rewire.tell("close")
        assert rewire.heard() == "unseen icon"
        rewire.tell("quit")
        assert rewire.ends() == 0


def test_it_begins_in_the_tray_with_the_computer(tmp_path: Path, screen: str, bus: str) -> None:
    with desktop(bus, TRAY), running(tmp_path, screen, bus, "--background") as rewire:
        assert rewire.heard() == "unseen icon"
        rewire.tell("moment")
        assert rewire.heard() == "seen icon"
        rewire.tell("quit")
        assert rewire.ends() == 0


def test_where_no_tray_is_closing_ends_it(tmp_path: Path, screen: str, bus: str) -> None:
    with running(tmp_path, screen, bus) as rewire:
        assert rewire.heard() == "seen none"
        rewire.tell("close")
        assert rewire.ends() == 0


def test_who_does_not_want_the_icon_has_none(tmp_path: Path, screen: str, bus: str) -> None:
    with desktop(bus, TRAY) as there, running(tmp_path, screen, bus, tray=False) as rewire:
        assert rewire.heard() == "seen none"
        assert there.icons == []
        rewire.tell("close")
        assert rewire.ends() == 0
