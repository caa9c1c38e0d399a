"""Nobody is there: told after a rest, and after a sleep of the computer; and heard from the system itself."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from rewire_app.settings import Settings
from rewire_app.ui.base import routes
from rewire_app.ui.frame.presence import Presence
from rewire_app.ui.frame.system_lock import own_session
from rewire_app.ui.frame.windows_messages import tells_of_lock
from tests.ui.house import House, press

MINUTE = 60.0


class Clocks:
    """Two clocks: one runs while the computer is awake, one always; and when somebody touched anything."""

    def __init__(self) -> None:
        self.awake = self.always = self.touched = 1_000.0
        self.settings = Settings()
        self.away = 0

    def presence(self, parent: QObject) -> Presence:
        made = Presence(
            lambda: self.settings, lambda: self.touched, parent, lambda: self.awake, lambda: self.always
        )
        made.away.connect(self._left)
        return made

    def _left(self) -> None:
        self.away += 1

    def rest(self, seconds: float) -> None:
        self.awake += seconds
        self.always += seconds

    def sleep(self, seconds: float) -> None:
        self.always += seconds


@pytest.mark.parametrize("minutes", [1, 2, 5, 10, 30, 60])
def test_after_so_many_minutes_without_a_touch_somebody_is_away(minutes: int, qapp: QApplication) -> None:
    clocks = Clocks()
    clocks.settings = Settings(lock_after=minutes)
    presence = clocks.presence(qapp)
    clocks.rest(minutes * MINUTE - 1)
    presence.look()
    assert clocks.away == 0
    clocks.touched = clocks.awake
    clocks.rest(minutes * MINUTE - 1)
    presence.look()
    assert clocks.away == 0
    clocks.rest(1)
    presence.look()
    assert clocks.away == 1


def test_never_is_never(qapp: QApplication) -> None:
    clocks = Clocks()
    clocks.settings = Settings(lock_after=0)
    presence = clocks.presence(qapp)
    clocks.rest(100 * 60 * MINUTE)
    presence.look()
    assert clocks.away == 0


@pytest.mark.parametrize(("wanted", "times"), [(True, 1), (False, 0)])
def test_a_computer_that_slept_is_told_once(wanted: bool, times: int, qapp: QApplication) -> None:
    clocks = Clocks()
    clocks.settings = Settings(lock_on_sleep=wanted)
    presence = clocks.presence(qapp)
    clocks.rest(5)
    clocks.sleep(600)
    presence.look()
    clocks.rest(5)
    presence.look()
    assert clocks.away == times


def test_a_clock_that_is_set_a_little_is_no_sleep(qapp: QApplication) -> None:
    clocks = Clocks()
    presence = clocks.presence(qapp)
    for step in (3.0, -20.0, 10.0):
        clocks.sleep(step)
        clocks.rest(5)
        presence.look()
    assert clocks.away == 0


def test_windows_tells_of_sleep_and_of_its_lock_and_of_much_else() -> None:
    told = {
        (message, word): tells_of_lock(message, word)
        for message in (0x0218, 0x02B1, 0x0100)
        for word in range(0x20)
    }
    assert [key for key, locks in told.items() if locks] == [(0x0218, 0x4), (0x02B1, 0x7)]


@pytest.mark.parametrize(
    ("name", "path"), [("2", "_32"), ("c1", "c1"), ("12", "_312"), ("a-b", "a_2db"), ("", "")]
)
def test_the_own_session_has_the_name_that_the_system_gives_it(
    name: str, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_SESSION_ID", name)
    assert own_session() == (f"/org/freedesktop/login1/session/{path}" if path else "")


def test_only_notes_with_a_passphrase_are_listened_for(house: House) -> None:
    house.open()
    house.window.seclusion.locking.presence.look()
    house.window.seclusion.locking.leave_alone()
    assert house.window.seclusion.locking.system is None


def test_who_breathes_along_without_a_touch_is_there_for_an_hour(house: House) -> None:
    house.open()
    seclusion = house.window.seclusion
    seconds = [1_000.0]
    seclusion.watch.seconds = lambda: seconds[0]
    player = house.play("b-paced")
    press(Qt.Key.Key_5, Qt.Key.Key_Return)
    assert player.view.current.paced
    touched = seclusion.watch.touched_at = seconds[0]
    seconds[0] += 20 * MINUTE
    assert seclusion.locking.last_sign() == seconds[0]
    seconds[0] += 70 * MINUTE
    assert seclusion.locking.last_sign() == touched + 60 * MINUTE
    house.go(routes.TODAY)
    seclusion.watch.touched_at = seconds[0]
    seconds[0] += 20 * MINUTE
    assert seclusion.locking.last_sign() == seconds[0] - 20 * MINUTE


LISTENS = """
import sys
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from rewire_app.ui.frame.system_lock import BusListener

app = QApplication([])
listener = BusListener(app)
listener.locked.connect(lambda: (print("locked", flush=True)))
print("listens", flush=True)
app.exec()
"""

MANAGER = ("/org/freedesktop/login1", "org.freedesktop.login1.Manager.PrepareForSleep")
SESSION = ("/org/freedesktop/login1/session/_32", "org.freedesktop.login1.Session.Lock")
OTHER = ("/org/freedesktop/login1/session/_33", "org.freedesktop.login1.Session.Lock")
SCREEN = ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver.ActiveChanged")

LOGIN = """
import sys
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusMessage

app = QCoreApplication([])
bus = QDBusConnection.sessionBus()
assert bus.registerService("org.freedesktop.login1")
print("there", flush=True)
for line in sys.stdin:
    path, name, *given = line.split()
    interface, _dot, member = name.rpartition(".")
    signal = QDBusMessage.createSignal(path, interface, member)
    if given:
        signal.setArguments([given[0] == "true"])
    assert bus.send(signal)
    app.processEvents()
"""


@pytest.fixture
def bus() -> Iterator[str]:
    """The address of a bus of the tests' own."""
    if sys.platform != "linux" or shutil.which("dbus-daemon") is None:
        pytest.skip("there is no bus to have here")
    command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as daemon:
        try:
            assert daemon.stdout is not None
            yield daemon.stdout.readline().strip()
        finally:
            daemon.kill()


def test_sleep_and_the_lock_of_the_own_screen_are_heard_from_the_system(
    bus: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", bus)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus)
    monkeypatch.setenv("XDG_SESSION_ID", "2")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with (
        subprocess.Popen([sys.executable, "-c", LOGIN], **pipes) as login,  # type: ignore[call-overload]
        subprocess.Popen([sys.executable, "-c", LISTENS], **pipes) as program,  # type: ignore[call-overload]
    ):
        try:
            assert login.stdout.readline() == "there\n"
            assert program.stdout.readline() == "listens\n"
            # what is over, or is another session's, comes before what is to be heard: it would be heard first
            for quiet, loud in (
                ((*MANAGER, "false"), (*MANAGER, "true")),
                (OTHER, SESSION),
                ((*SCREEN, "false"), (*SCREEN, "true")),
            ):
                for signal in (quiet, loud):
                    login.stdin.write(" ".join(signal) + "\n")
                login.stdin.flush()
                assert program.stdout.readline() == "locked\n"
            login.stdin.close()
            assert login.wait(timeout=10) == 0
            program.kill()
            assert program.stdout.read() == ""
        finally:
            login.kill()
            program.kill()
