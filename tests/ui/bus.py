"""What assistive programs hear: a real accessibility bus, a real screen, and Rewire's window on both."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any

LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
ACCESSIBLE = "org.a11y.atspi.Accessible"
PROPERTIES = "org.freedesktop.DBus.Properties"
TRIES, TRY_S = 100, 0.1
ENABLED, FOCUSABLE, SELECTED, SHOWING = 8, 11, 23, 25
"""Bits of a state, numbered as AT-SPI does."""

EVENTS = (
    "object:property-change:accessible-value",
    "object:property-change:accessible-description",
    "object:announcement",
    "focus:",
)
"""What is listened to; of a whole class Qt tells only some."""
VALUE, DESCRIPTION = "PropertyChange accessible-value", "PropertyChange accessible-description"
FOCUS, ANNOUNCED = "Focus", "Announcement"
KINDS = (VALUE, DESCRIPTION, FOCUS, ANNOUNCED)

Place = tuple[str, str]
"""Who has a thing on the bus, and under which path."""


def missing() -> str:
    """What this computer lacks for a bus and a screen of their own; empty when it has all."""
    if sys.platform != "linux":
        return "the bus is Linux's"
    lacks = [name for name in ("Xvfb", "dbus-daemon") if shutil.which(name) is None]
    lacks += [] if _launcher() else ["at-spi-bus-launcher"]
    lacks += [] if find_spec("jeepney") else ["jeepney"]
    return f"not installed: {', '.join(lacks)}" if lacks else ""


def _launcher() -> str:
    return next((one for one in LAUNCHERS if Path(one).exists()), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One thing as an assistive program is told of it."""

    place: Place
    role: str
    name: str
    description: str
    can: frozenset[str]
    states: frozenset[int]
    children: tuple[Told, ...]

    def all(self) -> Iterator[Told]:
        """This and everything inside, in reading order."""
        yield self
        for child in self.children:
            yield from child.all()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something an assistive program is told: its kind, where it happened, and the new value."""

    kind: str
    place: Place
    value: Any


class Bus:
    """A connection to the accessibility bus that asks many things at once."""

    def __init__(self, address: str) -> None:
        from jeepney.io.blocking import open_dbus_connection

        self._line = open_dbus_connection(bus=address)
        self.heard: list[Event] = []

    def ask(self, asked: Sequence[tuple[Place, str, str, str, tuple[Any, ...]]]) -> list[Any]:
        """The answers to `asked` (place, interface, method, signature, arguments); None for a refusal."""
        from jeepney import DBusAddress, HeaderFields, MessageType, new_method_call

        waiting: dict[int, int] = {}
        for number, ((owner, path), interface, method, signature, body) in enumerate(asked):
            address = DBusAddress(path, owner, interface)
            serial = next(self._line.outgoing_serial)
            self._line.send(new_method_call(address, method, signature or None, body), serial=serial)
            waiting[serial] = number
        answers: list[Any] = [None] * len(asked)
        while waiting:
            message = self._line.receive(timeout=20)
            serial = message.header.fields.get(HeaderFields.reply_serial)
            if serial in waiting:
                good = message.header.message_type is MessageType.method_return
                answers[waiting.pop(serial)] = message.body[0] if good and message.body else None
            else:
                self._hear(message)
        return answers

    def _hear(self, message: Any) -> None:
        from jeepney import HeaderFields

        fields = message.header.fields
        if str(fields.get(HeaderFields.interface, "")).startswith("org.a11y.atspi.Event"):
            detail, _one, _two, value, *_rest = message.body
            place = (fields.get(HeaderFields.sender, ""), fields[HeaderFields.path])
            kind = f"{fields[HeaderFields.member]} {detail}".strip()
            if kind in KINDS:
                self.heard.append(Event(kind=kind, place=place, value=value[1]))

    def listen(self) -> None:
        """Hear of `EVENTS` from now on."""
        daemon: Place = ("org.freedesktop.DBus", "/org/freedesktop/DBus")
        registry: Place = ("org.a11y.atspi.Registry", "/org/a11y/atspi/registry")
        asked = [(daemon, "org.freedesktop.DBus", "AddMatch", "s", ("type='signal'",))]
        asked += [(registry, "org.a11y.atspi.Registry", "RegisterEvent", "s", (event,)) for event in EVENTS]
        self.ask(asked)

    def tell_of(self, places: Sequence[Place]) -> list[Told]:
        """What stands at `places`, with all that is inside; what is hidden is left out."""
        asked = []
        for place in places:
            asked += [
                (place, ACCESSIBLE, "GetRoleName", "", ()),
                (place, PROPERTIES, "Get", "ss", (ACCESSIBLE, "Name")),
                (place, PROPERTIES, "Get", "ss", (ACCESSIBLE, "Description")),
                (place, ACCESSIBLE, "GetInterfaces", "", ()),
                (place, ACCESSIBLE, "GetState", "", ()),
                (place, ACCESSIBLE, "GetChildren", "", ()),
            ]
        answers = self.ask(asked)
        rows = [answers[first : first + 6] for first in range(0, len(answers), 6)]
        states = [_states(row[4]) for row in rows]
        seen = [SHOWING in one for one in states]
        inside = [child for row, shown in zip(rows, seen, strict=True) if shown for child in row[5] or ()]
        below = iter(self.tell_of(inside) if inside else [])
        told = []
        for place, row, state, shown in zip(places, rows, states, seen, strict=True):
            children = tuple(next(below) for _child in (row[5] or () if shown else ()))
            told.append(
                Told(
                    place=place,
                    role=row[0] or "",
                    name=row[1][1] if row[1] else "",
                    description=row[2][1] if row[2] else "",
                    can=frozenset(one.rpartition(".")[2] for one in row[3] or ()),
                    states=state,
                    children=tuple(one for one in children if SHOWING in one.states),
                )
            )
        return told

    def close(self) -> None:
        """Let go of the bus."""
        self._line.close()


def _states(words: Sequence[int] | None) -> frozenset[int]:
    low, high = words or (0, 0)
    return frozenset(bit for bit in range(64) if (low | high << 32) >> bit & 1)


class Heard:
    """Rewire's window, and the bus on which it is told."""

    def __init__(self, bus: Bus, program: subprocess.Popen[str], errors: Path) -> None:
        self.bus = bus
        self._program, self._errors = program, errors

    def do(self, line: str) -> None:
        """Let the window do something, and wait until it has."""
        _write(self._program).write(f"{line}\n")
        _write(self._program).flush()
        self.wait("done")

    def wait(self, word: str) -> None:
        """Wait until the program says `word`."""
        line = self._line()
        assert line == word, f"the window said {line!r}; {self._errors.read_text()}"

    def hear(self, line: str) -> list[Event]:
        """Let the window do something, and give what is heard of it until it has come to rest."""
        self.window()
        self.bus.heard.clear()
        self.do(line)
        self.window()
        return list(self.bus.heard)

    def named(self, name: str, role: str) -> Told:
        """The one thing in the window called `name` with this role."""
        found = [one for one in self.window().all() if (one.name, one.role) == (name, role)]
        assert len(found) == 1, f"{len(found)} are called {name!r} and are a {role}"
        return found[0]

    def ask(
        self, of: Told, interface: str, method: str, signature: str = "", body: tuple[Any, ...] = ()
    ) -> Any:
        """The answer of one thing to one question."""
        return self.bus.ask([(of.place, f"org.a11y.atspi.{interface}", method, signature, body)])[0]

    def press(self, of: Told) -> None:
        """Do what a press on `of` does."""
        assert self.ask(of, "Action", "DoAction", "i", (0,)), f"{of.name!r} cannot be pressed"

    def value(self, of: Told, what: str = "CurrentValue") -> float:
        """The number of `of`."""
        asked = (of.place, PROPERTIES, "Get", "ss", ("org.a11y.atspi.Value", what))
        number: float = self.bus.ask([asked])[0][1]
        return number

    def set_value(self, of: Told, number: float) -> None:
        """Give `of` another number."""
        body = ("org.a11y.atspi.Value", "CurrentValue", ("d", number))
        self.bus.ask([(of.place, PROPERTIES, "Set", "ssv", body)])

    def counted(self) -> dict[str, int]:
        """How many references there are to each method that answers a screen reader."""
        _write(self._program).write("count\n")
        _write(self._program).flush()
        found: dict[str, int] = json.loads(self._line())
        return found

    def _line(self) -> str:
        out = self._program.stdout
        assert out is not None
        return out.readline().strip()

    def window(self) -> Told:
        """The whole window as it is told now."""
        root: Place = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
        for _turn in range(TRIES):
            programs = self.bus.ask([(root, ACCESSIBLE, "GetChildren", "", ())])[0] or []
            windows = self.bus.ask([(one, ACCESSIBLE, "GetChildren", "", ()) for one in programs])
            found = [window for one in windows for window in one or ()]
            if found:
                return self.bus.tell_of(found[:1])[0]
            time.sleep(TRY_S)
        raise AssertionError("no window is on the bus")


def _write(program: subprocess.Popen[str]) -> IO[str]:
    assert program.stdin is not None
    return program.stdin


@contextmanager
def _running(*command: str, **options: Any) -> Iterator[subprocess.Popen[str]]:
    quiet = {"stderr": subprocess.DEVNULL, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, **(quiet | options)) as program:
        try:
            yield program
        finally:
            program.terminate()


def _first_line(program: subprocess.Popen[str]) -> str:
    assert program.stdout is not None
    return program.stdout.readline().strip()


@contextmanager
def heard_window(folder: Path) -> Iterator[Heard]:
    """A screen, a bus and the window, for as long as the block lasts."""
    env = os.environ | {"TMPDIR": str(folder), "PYTHONPATH": os.pathsep.join(sys.path)}
    with ExitStack() as all_of_it:
        enter = all_of_it.enter_context
        screen = enter(_running("Xvfb", "-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp"))
        env["DISPLAY"] = f":{_first_line(screen)}"
        daemon = enter(_running("dbus-daemon", "--session", "--print-address=1", "--nofork"))
        env["DBUS_SESSION_BUS_ADDRESS"] = _first_line(daemon)
        enter(_running(_launcher(), "--launch-immediately", env=env))
        env["AT_SPI_BUS_ADDRESS"] = _accessibility_bus(env["DBUS_SESSION_BUS_ADDRESS"])
        env |= {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb"}
        bus = Bus(env["AT_SPI_BUS_ADDRESS"])
        all_of_it.callback(bus.close)
        bus.listen()
        command = (sys.executable, "-m", "tests.ui.bus_window")
        errors = folder / "errors.txt"
        stderr = enter(errors.open("w"))
        program = enter(_running(*command, env=env, stdin=subprocess.PIPE, stderr=stderr))
        heard = Heard(bus, program, errors)
        heard.wait("ready")
        yield heard
        _write(program).close()
        assert program.wait(30) == 0


def _accessibility_bus(session: str) -> str:
    """The address of the accessibility bus, once its launcher is up."""
    line = Bus(session)
    try:
        for _turn in range(TRIES):
            answer = line.ask([(("org.a11y.Bus", "/org/a11y/bus"), "org.a11y.Bus", "GetAddress", "", ())])[0]
            if answer:
                return str(answer)
            time.sleep(TRY_S)
    finally:
        line.close()
    raise AssertionError("the accessibility bus did not start")
