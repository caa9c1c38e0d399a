"""A room to practise in: a real store in a temporary folder, a clock that stands still, keys for hands."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rewire_app.content.library import Library
from rewire_app.domain.days import ZoneClock
from rewire_app.domain.exercise.aims import Evidence, Family, Grade, Target
from rewire_app.domain.exercise.exercise import Ask, Exercise, Gate, Input, Say, Step
from rewire_app.domain.journal.entries import SavedRun
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault
from rewire_app.ui.base.context import Context, Session
from rewire_app.ui.base.routes import Route
from rewire_app.ui.player.player import Player
from rewire_app.ui.player.player_view import PlayerView
from rewire_app.ui.player.say import SayView
from rewire_app.ui.widgets.pacer import Pacer
from rewire_app.ui.widgets.theme import theme

EVENING = datetime(2026, 11, 24, 18, 30)
LIBRARY = Library()


class Seconds:
    """A monotonic clock that moves only when told."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    def pass_by(self, seconds: float) -> None:
        """Live through `seconds`: what ticks on the screen ticks meanwhile, as by its timers."""
        until = self.now + seconds
        while self.now < until:
            self.now = min(until, self.now + 1)
            for top in QApplication.topLevelWidgets():  # all widgets are many late in a run
                if top.isVisible():
                    self._beat(top)

    def _beat(self, top: QWidget) -> None:
        views = [top] if isinstance(top, PlayerView) else top.findChildren(PlayerView)
        for view in views:
            if view.isVisible():
                view.beat.emit()
        for ticking in (*top.findChildren(Pacer), *top.findChildren(SayView)):
            if ticking.isVisible():
                ticking.tick()

    def sleep(self, seconds: float) -> None:
        """Let the clock run on while nothing on the screen does: the computer sleeps."""
        self.now += seconds


def exercise(
    *steps: Step, gate: Gate = Gate.NONE, measure: str = "none", plan: str = "", id_: str = "x-test"
) -> Exercise:
    """A small exercise of `steps`."""
    return Exercise(
        id=id_,
        version=1,
        title="A small one",
        summary="Small.",
        family=Family.DBT,
        targets=(Target.BRAKE,),
        needs=(),
        minutes=(1, 2),
        measure=measure,
        gate=gate,
        cautions="Go gently." if gate is not Gate.NONE else "",
        real_life="Try it once today.",
        evidence=Evidence(grade=Grade.C, note="A note."),
        steps=steps,
        stop_if="Stop if dizzy." if gate is not Gate.NONE else "",
        plan=plan,
    )


class Room:
    """A profile, and players in it."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.seconds = Seconds()
        self.vault = open_vault(folder)
        self.context = Context(folder, ZoneClock(ZoneInfo("Europe/Amsterdam"), stopped_at=EVENING))
        self.store = Store(self.vault)
        self.context.open_session(Session(vault=self.vault, store=self.store, library=LIBRARY))
        self.left: list[bool] = []
        self.routes: list[Route] = []
        self.faults: list[str] = []
        self.context.hub.failed.connect(self.faults.append)

    def play(self, what: Exercise | str, saved: SavedRun | None = None) -> Player:
        """A player on screen with the focus, as a person meets it."""
        one = LIBRARY.exercise(what) if isinstance(what, str) else what
        player = Player(self.context, one, saved, clock=self.seconds)
        player.left.connect(lambda: self.left.append(True))
        player.go.connect(self.routes.append)
        view = player.view
        self.qtbot.addWidget(view)
        view.resize(1000, 700)
        view.show()
        view.activateWindow()
        self.qtbot.waitUntil(lambda: view.isActiveWindow() and view.focusWidget() is not None)
        QApplication.processEvents()
        return player


@contextmanager
def room_in(qtbot: QtBot, folder: Path) -> Iterator[Room]:
    """A room with reduced motion, closed at the end."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.use(app, reduced_motion=True)
    room = Room(qtbot, folder)
    yield room
    room.vault.close()


def focused() -> QWidget:
    """What has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def type_in(words: str) -> None:
    """Type `words` where the focus is."""
    QTest.keyClicks(focused(), words)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(focused(), key, modifier)
    QApplication.processEvents()


def enter() -> None:
    """Press Enter."""
    press(Qt.Key.Key_Return)


def escape() -> None:
    """Press Esc."""
    press(Qt.Key.Key_Escape)


ONE = Ask(text="One?", save="one", input=Input.TEXT)
TWO = Ask(text="Two?", save="two", input=Input.TEXT)
LAST = Say(text="That was it.")
PLANNED = exercise(ONE, LAST, measure="tension", plan="When [the phone rings], I will [breathe out].")


def finish(room: Room, before: str = "7", after: str = "4") -> Player:
    """The small exercise with a plan, played to its finish screen."""
    player = room.play(PLANNED)
    type_in(before)
    enter()
    type_in("x")
    enter()
    room.seconds.pass_by(240)
    enter()
    type_in(after)
    enter()
    return player
