"""Walks through a real window, counted and timed: how many presses it takes to do what people do each day.

`python -m tests.walks` prints a table; with `--pictures DIR` it also draws three walks: the first day, the
fifth after two days away, and the forty-first after a month. Without a display it starts Xvfb if it can.
A press is one click or key; typed words are one. Before each press it waits a second, as a person would.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from rewire_app import settings
from rewire_app.domain.days import ZoneClock
from rewire_app.domain.journal.entries import new_uid
from rewire_app.exchange.sample.fill import fill_demo
from rewire_app.settings import Settings
from rewire_app.ui.base import routes
from rewire_app.ui.frame.window import Window
from rewire_app.ui.widgets.buttons import MainButton
from rewire_app.ui.widgets.choices import ChoiceList
from rewire_app.ui.widgets.pacer import Pacer
from rewire_app.ui.widgets.rating import Rating

ZONE = ZoneInfo("Europe/Amsterdam")
DAY = date(2026, 11, 24)
EVENING = datetime(2026, 11, 24, 18, 42)
SIZE = (1200, 800)
REACH_MS = 1_000
MOST = 25
"""More presses than anything may take: a walk that needs more has lost its way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Walked:
    """What a walk took: presses, seconds, and px that had to be scrolled."""

    name: str
    presses: int
    seconds: float
    scrolled: int


class Walker:
    """A person before the window: looks for what is there, scrolls to it, presses it."""

    def __init__(self, window: Window, reach_ms: int) -> None:
        self.window, self._reach_ms = window, reach_ms
        self.presses = self.scrolled = 0

    def seen(self, kind: type[QWidget], name: str = "") -> list[QWidget]:
        """The controls of a kind that are shown, those called `name` alone if it is given."""
        found = self.window.findChildren(kind)
        return [one for one in found if one.isVisible() and name in ("", one.accessibleName())]

    def unanswered(self) -> list[QWidget]:
        """Ratings without a value, and the first option of each list of which nothing is chosen."""
        ratings = [one for one in self.seen(Rating) if isinstance(one, Rating) and one.value() is None]
        lists = [one for one in self.seen(ChoiceList) if isinstance(one, ChoiceList) and not one.chosen()]
        return [*ratings, *(one.findChildren(QAbstractButton)[0] for one in lists)]

    def named(self, kind: type[QWidget], beginning: str) -> QWidget:
        """The first control of a kind that is shown and whose name has this beginning."""
        return next(one for one in self.seen(kind) if one.accessibleName().startswith(beginning))

    def press(self, widget: QWidget) -> None:
        """Click in the middle of `widget`, once it is in sight."""
        self._reach(widget)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())
        self._settle()

    def press_on(self, name: str) -> None:
        """Click on what is called `name`."""
        self.press(self.seen(QWidget, name)[0])

    def type_in(self, words: str) -> None:
        """Type where the keyboard is."""
        self._wait()
        QTest.keyClicks(QApplication.focusWidget(), words)
        self._settle()

    def _wait(self) -> None:
        self.presses += 1
        assert self.presses <= MOST, "the walk has lost its way"
        QTest.qWait(self._reach_ms)

    def _reach(self, widget: QWidget) -> None:
        self._wait()
        above = widget.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is None:
            return
        top = widget.mapTo(above.viewport(), QPoint(0, 0)).y()
        past = max(0, top + widget.height() - above.viewport().height()) or min(0, top)
        self.scrolled += abs(past)
        bar = above.verticalScrollBar()
        bar.setValue(bar.value() + past)
        self._settle()

    def _settle(self) -> None:
        for _turn in range(3):
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def first_breath(walker: Walker) -> None:
    """From Today to the first breath: answer what is asked, press the main button else."""
    walker.press(walker.seen(MainButton)[0])
    while not walker.seen(Pacer):
        walker.press((walker.unanswered() or walker.seen(MainButton))[0])


def evening(walker: Walker) -> None:
    """The five answers of the evening, by keys, and Done."""
    walker.press_on("Evening: Note")
    for digit in "6", "2", "4", "5", "7":
        walker.type_in(digit)
    walker.press_on("Done, back to Today")


def night(walker: Walker) -> None:
    """The night with the times that are offered, until it is kept."""
    row = walker.seen(QAbstractButton, "Night: Note") or walker.seen(QAbstractButton, "Sleep: Note")
    walker.press(row[0])
    while walker.window.context.store.nights.get(DAY) is None:
        offered = walker.seen(QAbstractButton, "Keep these times")
        walker.press((offered or walker.seen(QAbstractButton, "Note the night"))[0])


def moment(walker: Walker) -> None:
    """What set a moment off, its peak, and kept."""
    walker.press_on("Moments: Add")
    walker.type_in("The phone rang")
    walker.press(walker.named(Rating, "How strong"))
    walker.press(walker.named(QAbstractButton, "Keep"))
    assert walker.window.context.store.moments.for_day(DAY), "the moment is not kept"


def trends(walker: Walker) -> None:
    """A look at Trends."""
    walker.press_on("Trends")


WALKS: dict[str, Callable[[Walker], None]] = {
    "first breath": first_breath,
    "evening check": evening,
    "night": night,
    "moment": moment,
    "look at Trends": trends,
}


@contextmanager
def opened(profile: Path, at: datetime) -> Iterator[Window]:
    """The window on `profile`, with its clock standing at `at`."""
    window = Window(profile, ZoneClock(ZONE, stopped_at=at))
    window.resize(*SIZE)
    ready: list[bool] = []
    window.ready.connect(lambda: ready.append(True))
    window.show()
    while not ready:
        QApplication.processEvents()
    window.activateWindow()
    QTest.qWait(200)
    try:
        yield window
    finally:
        window.close()
        window.close_store()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def timed(reach_ms: int) -> list[Walked]:
    """Each walk in a window of its own, on a profile whose newest note is of the day before."""
    found = []
    for name, walk in WALKS.items():
        with tempfile.TemporaryDirectory() as folder:
            profile = Path(folder)
            fill_demo(profile, DAY - timedelta(days=1), days=60)
            _plan_breathing(profile)
            settings.save(profile, Settings(set_up=True, country="NL"))
            with opened(profile, EVENING) as window:
                walker, begun = Walker(window, reach_ms), time.monotonic()
                walk(walker)
                took = time.monotonic() - begun
            found.append(Walked(name=name, presses=walker.presses, seconds=took, scrolled=walker.scrolled))
    return found


def _plan_breathing(profile: Path) -> None:
    """A plan for this week, so that Today offers breathing."""
    from rewire_app.store.store import Store
    from rewire_app.store.vault.vault import open_vault
    from tests.store import entries as make

    vault = open_vault(profile)
    Store(vault).plans.put(make.plan(from_day=DAY, per_week=7, exercise="b-paced", minutes=4))
    vault.close()


def drawn(folder: Path) -> int:
    """Draw the three walks into `folder`; returns how many pictures there are."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        profile = Path(place)
        with opened(profile, EVENING) as window:
            _keep(window, folder, "day-01-a-first-start")
            window.context.preferences.put(set_up=True, country="NL")
            _practise(window, folder, "day-01")
        _plan_breathing(profile)
        for day, noted in ((5, [2]), (41, [7, 8, 10, 11])):
            _note(profile, noted)
            with opened(profile, EVENING + timedelta(days=day - 1)) as window:
                _practise(window, folder, f"day-{day:02}")
    return len(list(folder.glob("day-*.png")))


def _practise(window: Window, folder: Path, name: str) -> None:
    """Today, the first breath, and Today after the exercise was finished."""
    from tests.store import entries as make

    context = window.context
    window.go(routes.TODAY)
    _keep(window, folder, f"{name}-b-today")
    first_breath(Walker(window, 0))
    _keep(window, folder, f"{name}-c-first-breath")
    window.go(routes.TODAY)
    now = context.clock.now()
    done = make.practice(
        uid=new_uid(now), day=context.today, exercise="b-paced", started=now, ended=now, seconds=240
    )
    context.hub.do("Practice", context.store.finish, [done], None)
    _keep(window, folder, f"{name}-d-after-the-exercise")


def _note(profile: Path, days: Sequence[int]) -> None:
    """A practice and a moment on each of these days, counted from the first as 1."""
    from rewire_app.store.store import Store
    from rewire_app.store.vault.vault import open_vault
    from tests.store import entries as make

    vault = open_vault(profile)
    for number in days:
        day = DAY + timedelta(days=number - 1)
        Store(vault).many(
            [
                make.practice(number, day=day, exercise="b-paced"),
                make.moment(number, day=day, calm_min=20 + number),
            ]
        )
    vault.close()


def _keep(window: Window, folder: Path, name: str) -> None:
    QTest.qWait(300)
    window.grab().save(str(folder / f"{name}.png"))


@contextmanager
def display() -> Iterator[None]:
    """A display: the one there is, or one of Xvfb's."""
    if os.environ.get("DISPLAY") or os.environ.get("QT_QPA_PLATFORM") or sys.platform in ("win32", "darwin"):
        yield
        return
    program = shutil.which("Xvfb")
    if program is None:
        print("There is no display and no Xvfb; the walks go without a screen.", file=sys.stderr)
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        yield
        return
    command = [program, "-displayfd", "1", "-screen", "0", "1600x1000x24"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        os.environ["DISPLAY"] = f":{server.stdout.readline().strip()}"
        try:
            yield
        finally:
            server.terminate()


def main() -> int:
    """Walk, and print what it took."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--reach", type=int, default=REACH_MS, help="ms before each press")
    asked.add_argument("--pictures", type=Path, help="a folder for pictures of three walks")
    given = asked.parse_args()
    with display():
        from rewire_app.app import application

        qt = application()
        print(f"{'':16}{'presses':>8}{'seconds':>9}{'scrolled':>10}")
        for one in timed(given.reach):
            print(f"{one.name:16}{one.presses:>8}{one.seconds:>9.1f}{one.scrolled:>7} px")
        if given.pictures:
            print(f"{drawn(given.pictures)} pictures are in {given.pictures}.")
        qt.quit()
        del qt
    return 0


if __name__ == "__main__":
    sys.exit(main())
