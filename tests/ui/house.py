"""A house to live in: the real window on a real profile, a stopped clock, keys for hands."""

from __future__ import annotations

import gc
from datetime import datetime
from pathlib import Path
from typing import ClassVar
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rewire_app import i18n
from rewire_app import settings as settings_file
from rewire_app.domain.days import ZoneClock
from rewire_app.settings import Settings
from rewire_app.store.store import Store
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.routes import Route
from rewire_app.ui.frame.shell import Shell
from rewire_app.ui.frame.window import Window
from rewire_app.ui.library.article_list import ArticleCard
from rewire_app.ui.player.player import Player
from rewire_app.ui.practice.card import ExerciseCard

EVENING = datetime(2026, 11, 24, 19, 30)
ELSEWHERE = "the window of another program"
NO_KEY = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
MOST_TABS = 160
"""More stops than any screen has: a search by Tab that goes on longer goes round in circles."""


class Strays:
    """Notes what is shown as a window of its own beside Rewire's only one; lists that drop down are none.

    It looks after each act, and stands before `show`. It is no filter on the whole application, which makes a
    Python object of all that gets an event, also of what is just being deleted; nor does it stand in for
    `setVisible`: PySide6 remembers for each widget, without a reference, what stands in for a virtual method,
    and ends the process when that is gone.
    """

    at_work: ClassVar[list[Strays]] = []

    def __init__(self) -> None:
        self.seen: list[str] = []
        self._patch = pytest.MonkeyPatch()

    def begin(self) -> None:
        """Look at what is shown from now on."""
        show = QWidget.show

        def seen_show(widget: QWidget) -> None:
            show(widget)
            self._look_at(widget)

        self._patch.setattr(QWidget, "show", seen_show)
        self.at_work.append(self)

    def end(self) -> None:
        """Look no longer; what stands open now counts too."""
        self.look()
        self.at_work.remove(self)
        self._patch.undo()

    def look(self) -> None:
        """Look at what is open."""
        for widget in QApplication.topLevelWidgets():
            if widget.isVisible():
                self._look_at(widget)

    def _look_at(self, widget: QWidget) -> None:
        if not widget.isWindow() or widget.windowType() in (Qt.WindowType.Popup, Qt.WindowType.ToolTip):
            return
        if not isinstance(widget, Window) and widget.objectName() != ELSEWHERE:
            self.seen.append(f"{type(widget).__name__} {widget.accessibleName()!r}")


class House:
    """One person's profile and the window on it; the clock stands at `EVENING` until it is set."""

    def __init__(self, qtbot: QtBot, profile: Path) -> None:
        self.qtbot = qtbot
        self.profile = profile
        self.clock = ZoneClock(ZoneInfo("Europe/Amsterdam"), stopped_at=EVENING)
        self.copies = False
        """Whether copies of the notes are made by themselves; elsewhere they would only take time."""
        self._window: Window | None = None
        self._strays = Strays()
        self._loose = loose_widgets()
        self._strays.begin()

    def prepare(self, **fields: str | int | bool) -> None:
        """Write the settings of somebody who has been here before."""
        self.profile.mkdir(parents=True, exist_ok=True)
        known = {"set_up": True, "motion": "reduced", "country": "NL"}
        settings_file.save(self.profile, Settings(**(known | fields)))  # type: ignore[arg-type]

    def open(self, *, sample: bool = False) -> Window:
        """A window with everything in it, active as a person has it before them."""
        window = self.make(sample=sample)
        with self.qtbot.waitSignal(window.ready):
            window.show()
        window.shell.door.opening.wait()  # what is damaged later is not found by the look at the start
        self.activate(window)
        return window

    def open_refused(self) -> Window:
        """A window on a profile that cannot be opened."""
        window = self.make(sample=False)
        window.show()
        self.qtbot.waitUntil(lambda: window.dressed and window.shell.refusal is not None)
        self.activate(window)
        return window

    def make(self, *, sample: bool, hidden: bool = False, locked: bool = False) -> Window:
        """A window that is not shown yet; `locked`: one before it locked the notes."""
        assert self._window is None, "one window at a time"
        window = Window(
            self.profile, self.clock, sample=sample, hidden=hidden, copies=self.copies, locked=locked
        )
        self.qtbot.addWidget(window)
        self._window = window
        return window

    def look_away(self, other: QWidget) -> None:
        """Let another program's window have the keyboard."""
        other.show()
        other.activateWindow()
        self.qtbot.waitUntil(other.isActiveWindow)

    def activate(self, window: Window) -> None:
        """Come back to the window."""
        window.activateWindow()
        self.qtbot.waitUntil(window.isActiveWindow)
        QApplication.processEvents()

    def expect_windows(self) -> None:
        """The windows that were shown so far are those that the test opened."""
        self._strays.seen.clear()

    def close(self) -> None:
        """Close the window and let go of the database, as the end of the program does."""
        if self._window is not None:
            window, self._window = self._window, None
            window.close()
            window.close_store()

    def leave(self) -> None:
        """Close for good; Rewire never showed a second window, and put every widget somewhere."""
        loose = self._loose_now() if self._window is not None else []
        self.close()
        self._strays.end()
        i18n.REGION = i18n.Region()
        assert not self._strays.seen, f"shown as windows of their own: {self._strays.seen}"
        assert not loose, f"made, and put nowhere: {loose}"

    def _loose_now(self) -> list[str]:
        """The kinds of the widgets that were made in this house and put nowhere."""
        for _turn in range(2):
            known = [*self._loose, *getattr(self.qtbot, "held", ())]  # what a test made to look at by itself
            found = [type(one).__name__ for one in loose_widgets() if one not in known]
            if not found:
                break
            gc.collect()  # one that waits for it is let go of
        return found

    @property
    def window(self) -> Window:
        """The open window."""
        assert self._window is not None, "no window is open"
        return self._window

    @property
    def shell(self) -> Shell:
        """What is inside the window."""
        return self.window.shell

    @property
    def context(self) -> Context:
        """What the pages share."""
        return self.window.context

    @property
    def store(self) -> Store:
        """The person's entries."""
        return self.context.store

    def go(self, where: Route | str) -> Page:
        """Show a page and give it; `where` may say "library" or "library/L07" for short."""
        page, _slash, part = str(where).partition("/")
        route = where if isinstance(where, Route) else Route(page=page, part=part)
        self.window.go(route)
        settle()
        return self.shell.page(route.page)

    def play(self, exercise: str) -> Player:
        """Begin an exercise and give its player."""
        self.window.go(routes.run(exercise))
        settle()
        return self.player

    @property
    def player(self) -> Player:
        """The exercise under way."""
        player = self.shell.findChild(Player)
        assert isinstance(player, Player), "no exercise is under way"
        assert player.view.isVisible()
        return player


def loose_widgets() -> list[QWidget]:
    """Widgets that nothing took in; pages and windows stand alone until they are wanted.

    Qt ends a widget with its parent. One that has none lives on while a closure in its own signal leads back
    to it; Python's collector does not see that, so all it leads to lives on, with what a person wrote.
    """
    alone = [one for one in QApplication.topLevelWidgets() if one.parent() is None and one.isHidden()]
    bare = [one for one in alone if type(one) is QWidget and not one.children()]  # pyqtgraph makes some
    return [one for one in alone if one not in bare and not isinstance(one, Page | Window)]


def settle() -> None:
    """Let Qt lay out, show and delete what is due."""
    for _turn in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    for strays in Strays.at_work:
        strays.look()


def focused() -> QWidget:
    """What keys go to: the widget with the focus, else the window, as with a real keyboard."""
    widget = QApplication.focusWidget() or QApplication.activeWindow()
    assert widget is not None, "no window has the keyboard"
    return widget


def press(*keys: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEY) -> None:
    """Press keys one after the other where the focus is."""
    for key in keys:
        QTest.keyClick(focused(), key, modifier)
        QApplication.processEvents()
    settle()


def ctrl(key: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEY) -> None:
    """Press a shortcut with Ctrl."""
    press(key, modifier=CTRL | modifier)


def enter() -> None:
    """Press Enter."""
    press(Qt.Key.Key_Return)


def space() -> None:
    """Press Space."""
    press(Qt.Key.Key_Space)


def type_in(words: str) -> None:
    """Type `words` where the focus is."""
    for letter in words:
        QTest.keyClicks(focused(), letter)
    settle()


def type_over(words: str) -> None:
    """Replace what is in the field that has the focus."""
    ctrl(Qt.Key.Key_A)
    press(Qt.Key.Key_Delete)
    type_in(words)


def tab_to(name: str, *, back: bool = False) -> QWidget:
    """Press Tab (or Shift+Tab) until what is called `name` has the focus; fails when it cannot be reached.

    The cards of the catalogue, and of articles, are one stop of Tab: through them it goes by arrows.
    """
    passed: list[str] = []
    for _turn in range(MOST_TABS):
        here = focused()
        if here.accessibleName() == name and here is QApplication.focusWidget():
            return here
        passed.append(here.accessibleName() or type(here).__name__)
        if isinstance(here, ExerciseCard | ArticleCard) and among_cards(name):
            return focused()
        QTest.keyClick(here, Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
        QApplication.processEvents()
    raise AssertionError(f"Tab does not reach {name!r}; it passed {list(dict.fromkeys(passed))}")


def among_cards(name: str) -> bool:
    """Go by arrows from the first card to the one called `name`; False, and it is the last, when none is."""
    press(Qt.Key.Key_Home)
    while focused().accessibleName() != name:
        before = focused()
        press(Qt.Key.Key_Down if isinstance(before, ArticleCard) else Qt.Key.Key_Right)
        if focused() is before:
            return False
    return True


def stops(first: str, last: str) -> list[tuple[str, QAccessible.Role]]:
    """What Tab passes from what is called `first` to `last`: names and roles as they are heard."""
    tab_to(first)
    heard = []
    for _turn in range(MOST_TABS):
        found = QAccessible.queryAccessibleInterface(focused())
        assert found is not None
        heard.append((_heard_name(found), found.role()))
        if heard[-1][0] == last:
            return heard
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not reach {last!r}; it passed {[name for name, _role in heard]}")


def _heard_name(of: QAccessibleInterface) -> str:
    """The name, or what names it: on Linux Qt tells the name of a list that drops down by that alone."""
    named = [one for one, kind in of.relations() if kind == QAccessible.RelationFlag.Label]
    return " ".join(one.text(QAccessible.Text.Name) for one in named) or of.text(QAccessible.Text.Name)


def described(widget: QWidget) -> str:
    """What a screen reader says of `widget` after its name."""
    spoken = QAccessible.queryAccessibleInterface(widget)
    assert spoken is not None
    return spoken.text(QAccessible.Text.Description)


def arrow_to(name: str) -> QWidget:
    """Press Right inside a group until what is called `name` has the focus."""
    passed: list[str] = []
    for _turn in range(MOST_TABS):
        if focused().accessibleName() == name:
            return focused()
        passed.append(focused().accessibleName())
        press(Qt.Key.Key_Right)
    raise AssertionError(f"arrows do not reach {name!r}; they passed {list(dict.fromkeys(passed))}")


def words_of(widget: QWidget) -> str:
    """All words that can be read in `widget`, line by line, from its labels and the names of its controls."""
    from PySide6.QtWidgets import QAbstractButton, QLabel

    found = []
    for part in widget.findChildren(QWidget):
        if not part.isVisible():
            continue
        if isinstance(part, QLabel):
            found.append(part.text())
        elif isinstance(part, QAbstractButton):
            found.append(part.accessibleName())
    return "\n".join(found)
