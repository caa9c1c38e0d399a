"""A person writes the same word into every field, then everything goes wrong; run on a profile of its own.

`python -m tests.guards.private_life PROFILE WORD REPORT` prints what was reached, one line each, and writes
the fault report to the file REPORT.
"""

from __future__ import annotations

import sys
import threading
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QTimer, qWarning
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

from rewire_app import app, settings
from rewire_app.domain.days import ZoneClock
from rewire_app.domain.exercise.screens import ScreenKind
from rewire_app.domain.journal.entries import MAX_TEXT
from rewire_app.settings import Settings
from rewire_app.store.store import Store
from rewire_app.ui.base import crash, routes
from rewire_app.ui.frame.window import Window
from rewire_app.ui.player.player import Player
from rewire_app.ui.player.view import FINISH_PLAIN, NEXT, SKIP
from rewire_app.ui.widgets.buttons import PaintedButton
from tests.store import entries as make
from tests.store import list_entries as lists
from tests.store import pattern_entries as patterns

MOST_SCREENS = 60
EXERCISES = ("c-record", "e-name", "i-dearman", "d-stop")
ROUTES = (
    routes.TODAY,
    routes.PRACTICE,
    routes.JOURNAL,
    routes.Route(page="evening"),
    routes.finding("list"),
    routes.FIND,
    routes.LIBRARY,
    routes.library("L01"),
    routes.SETTINGS,
    routes.settings("plan"),
    routes.HELP,
    routes.practised(),
    routes.exercise("c-record"),
    routes.Route(page="diary", at=routes.FILL),
    routes.Route(page="diary", part="rows"),
)
WORDED = {"note", "trigger", "urge", "good", "cue", "reason", "text"}
"""Fields of entries that a person fills with words of their own."""
DAYS = (make.Practice, make.Moment, make.DayEntry, make.Night, make.Plan, make.Pause, make.Intention)


class Life:
    """One window with everything in it, one word."""

    def __init__(self, window: Window, word: str) -> None:
        self.qt = app.application()
        self.window, self.word = window, word
        self.said: list[str] = []
        window.context.hub.failed.connect(self.said.append)

    @property
    def store(self) -> Store:
        """The person's entries."""
        return self.window.context.store

    def settle(self) -> None:
        """Let everything happen that is due, and look at the titles of all windows."""
        for _turn in range(5):
            self.qt.processEvents()
            self.qt.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        for top in QApplication.topLevelWidgets():
            assert self.word not in top.windowTitle(), "a window title holds what the person wrote"
            assert self.word not in top.accessibleName(), "a window's name holds what the person wrote"

    def run(self) -> None:
        """Let the program itself run for a moment: only there do faults reach its last catch."""
        QTimer.singleShot(30, self.qt, lambda: self.qt.exit(0))  # `quit` asks windows, and one may refuse
        self.qt.exec()

    def write(self, place: QWidget) -> int:
        """Type the word into every field that can be seen in `place`; returns how many there are."""
        edits: list[QLineEdit | QTextEdit] = [*place.findChildren(QLineEdit), *place.findChildren(QTextEdit)]
        filled = 0
        for edit in edits:
            if edit.isVisible() and edit.isEnabled() and not edit.isReadOnly():
                edit.setFocus()
                QTest.keyClicks(edit, self.word)
                filled += 1
        self.settle()
        return filled

    def pages(self) -> None:
        """Every page, with every button that opens a form."""
        for route in (*ROUTES, routes.moment(self.window.context.today)):
            self.window.go(route)
            self.settle()
            page = self.window.shell.page(route.page)
            if route == routes.JOURNAL:
                for button in page.findChildren(PaintedButton):
                    if button.accessibleName() in (
                        "Note the night",
                        "Naps, caffeine, alcohol, medicine, a note",
                    ):
                        button.click()
                        self.settle()
            print("page", route, self.write(page))
            if route.page == "moment":
                for button in page.findChildren(PaintedButton):
                    if button.accessibleName() == "Keep this moment":
                        button.click()
            page.leave()
            self.settle()
        self.window.go(routes.TODAY)
        self.settle()

    def entries(self) -> None:
        """Every kind of entry with the word in each text it has."""
        store = self.store
        kept: list[Any] = [
            make.practice(note=self.word, answers=f'{{"what":"{self.word}"}}'),
            make.moment(did=(self.word,), place=self.word, company=self.word),
            make.day_entry(stress_about=(self.word,)),
            make.night(),
            make.plan(),
            make.pause(),
            make.intention(),
            *lists.one_of_each(),
            *patterns.one_of_each(),
        ]
        store.many([self._worded(entry) for entry in kept])
        store.profile.put("focus", self.word)
        store.runs.save(make.saved_run(f'{{"answers":{{"what":"{self.word}"}}}}'))
        store.runs.clear()

    def _worded(self, entry: Any) -> Any:
        named = WORDED if isinstance(entry, DAYS) else lists.WORDED
        texts = [one.name for one in fields(entry) if one.name in named and one.type == "str"]
        return replace(entry, **dict.fromkeys(texts, self.word))

    def exercises(self) -> None:
        """Go through exercises with the word in every answer; the last one is left halfway."""
        for exercise in EXERCISES:
            self.window.go(routes.run(exercise))
            self.settle()
            player = self.window.findChild(Player)
            assert isinstance(player, Player)
            filled = 0
            for _screen in range(MOST_SCREENS):
                filled += self.write(player.view)
                if player.run.screen.kind in (ScreenKind.FINISH, ScreenKind.EXIT):
                    break
                if exercise == EXERCISES[-1] and filled:
                    break
                before = player.run
                player.press(NEXT)
                if player.run is before:
                    player.press(SKIP)
                self.settle()
            print("exercise", exercise, filled)
            if exercise != EXERCISES[-1]:
                player.press(FINISH_PLAIN)
            self.settle()
        self.window.go(routes.TODAY)
        self.settle()

    def faults(self) -> None:
        """Faults of Rewire's own, each with the word in its message and at hand where it happens."""
        words = self.word

        def slot() -> None:
            raise ValueError(f"cannot use {words}")

        QTimer.singleShot(0, slot)
        self.run()
        thread = threading.Thread(target=slot, name="broken")
        thread.start()
        thread.join()

        class Broken:
            def __del__(self) -> None:
                slot()

        Broken()
        qWarning(f"about {words}")
        self.run()

    def refusals(self) -> None:
        """Writes that cannot be: too long, outside the scale, on a full disk."""
        hub, store = self.window.context.hub, self.store
        assert not hub.do(self.word, store.moments.add, make.moment(note=self.word * MAX_TEXT))
        assert not hub.do("Moment kept", store.moments.add, make.moment(note=self.word, peak=99))
        connection = self.window.context.vault.connection
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages}")
        full = not all(
            hub.do("Moment kept", store.moments.add, make.moment(note=self.word * 2000))
            for _turn in range(50)
        )
        assert full, "the disk never filled"
        QTimer.singleShot(0, lambda: store.moments.add(make.moment(note=self.word * 2000)))
        self.run()
        connection.execute("PRAGMA max_page_count=1000000")
        assert len(self.said) >= 3
        for sentence in self.said:
            assert self.word not in sentence

    def close(self) -> None:
        """Close the window and the database."""
        self.window.close()
        self.window.close()
        self.window.close_store()
        self.settle()


def opened(profile: Path) -> Window:
    """The window of somebody who was here before."""
    qt = app.application()
    settings.save(profile, Settings(set_up=True, motion="reduced", country="NL"))
    window = Window(profile, ZoneClock())
    ready: list[bool] = []
    window.ready.connect(lambda: ready.append(True))
    window.show()
    while not ready:
        qt.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    window.activateWindow()
    return window


def main(profile: Path, word: str, report: Path) -> None:
    """Live through all of it."""
    life = Life(opened(profile), word)
    life.settle()
    life.pages()
    life.entries()
    life.exercises()
    life.refusals()
    life.faults()
    life.close()
    report.write_text(crash.report(), "utf-8")
    print("lived")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
