"""Everything inside the window: the rail, the pages, what covers them, the line at the foot, and the keys."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from rewire_app.domain.days import Clock
from rewire_app.i18n import _
from rewire_app.ui.base import crash, routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.routes import Route
from rewire_app.ui.frame.covers import Covers
from rewire_app.ui.frame.door import Door
from rewire_app.ui.frame.pages import Pages
from rewire_app.ui.frame.routes import rail_items
from rewire_app.ui.frame.ways import Ways
from rewire_app.ui.widgets.card import Banner
from rewire_app.ui.widgets.focus_ring import FocusRing
from rewire_app.ui.widgets.layout import hbox, vbox, wide
from rewire_app.ui.widgets.rail import Rail
from rewire_app.ui.widgets.tab_order import arrange
from rewire_app.ui.widgets.theme import theme
from rewire_app.ui.widgets.undo_line import UndoLine

IDLE_MS = 5_000


class Rest(QObject):
    """Writes the log into the database file, and clears away what is gone, some seconds after `put_off`."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        gc.disable()  # by itself it may run on any thread and end widgets there; it runs here instead
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self._settle)

    def put_off(self) -> None:
        """Something happened: wait again."""
        self._idle.start()

    def _settle(self) -> None:
        if self._context.session is not None:
            self._context.vault.idle()
        gc.collect()


MINI_RAIL_BELOW = 1_000


class Shell(QWidget):
    """Puts the parts of the window together and connects them.

    `filled`: Today shows the person's data. `ready`: everything is open. `closing`: leaving is wanted.
    """

    spoken = "Pane"
    filled = Signal()
    ready = Signal()
    closing = Signal()

    def __init__(
        self, profile: Path, clock: Clock, *, sample: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.context = Context(profile, clock)
        self.context.sample = sample
        self.setAutoFillBackground(True)
        self._rail = Rail(rail_items())
        self.pages = Pages(self.context)
        self.covers = Covers(self.context, _beside(self._rail, self.pages))
        self._ways = Ways(self.context, self.pages, self.covers)
        self.door = Door(self.context, self.pages, self.covers, self._ways)
        self._rest = Rest(self.context, self)
        down = vbox(on=self, gap=0)
        if sample:
            words = _("Sample data, invented to look around. It is gone when you close this window.")
            down.addWidget(Banner(words))
        down.addWidget(self.covers, 1)
        self.line = UndoLine(self)
        self._ring = FocusRing(self)
        self._connect()
        self._connect_foot()
        self._connect_keys()
        self.door.greet()

    def _connect(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.context.preferences.changed.connect(self._restyle)
        app.styleHints().colorSchemeChanged.connect(self._restyle)
        self._rail.chosen.connect(lambda key: self.go(Route(page=key)))
        self.pages.came.connect(self._rail.set_current)
        for part in (self.pages, self.covers):
            part.go.connect(self.go)
        self.pages.back.connect(self.covers.back)
        self.covers.uncovered.connect(self.pages.look_for_what_was_left)
        self.covers.ended.connect(self.pages.take_focus)
        self.door.filled.connect(self.filled)
        self.door.ready.connect(self.ready)
        self.door.closing.connect(self.closing)

    def _connect_foot(self) -> None:
        """What is said at the foot, and what begins the wait for a rest anew."""
        hub, line = self.context.hub, self.line
        hub.done.connect(line.offer)
        hub.failed.connect(line.say)
        hub.said.connect(line.say)
        line.undo.connect(hub.undo)
        crash.faults.happened.connect(line.say)
        hub.saved.connect(self._rest.put_off)
        for shown in (self.pages.currentChanged, self.covers.currentChanged):
            shown.connect(self._rest.put_off)
            shown.connect(line.raise_)

    def _connect_keys(self) -> None:
        hub = self.context.hub
        keys: list[tuple[str, Callable[[], object]]] = [
            ("F1", partial(self.go, routes.HELP)),
            ("Ctrl+H", partial(self.go, routes.HELP)),
            ("Ctrl+,", partial(self.go, routes.SETTINGS)),
            ("Ctrl+Z", hub.undo),
            ("Ctrl+Shift+Z", hub.redo),
            ("Ctrl+Q", self.closing.emit),
        ]
        for number, item in enumerate(rail_items(), 1):
            keys.append((f"Ctrl+{number}", partial(self.go, Route(page=item.key))))
        for key, act in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(act)

    def go(self, route: Route) -> None:
        """Show what `route` names; until the notes are open, the newest wish is kept."""
        self._ways.go(route)

    def page(self, key: str) -> Page:
        """The page called `key`, built if it never was wanted."""
        return self.pages.page(key)

    @property
    def refusal(self) -> QWidget | None:
        """The screen that says why the notes could not be opened, while they are not."""
        return self.covers.refusal

    def _restyle(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(self.context.settings, app)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate:
            self.pages.look_at_the_day()
        return super().event(event)

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Tab goes as one reads, whatever was made when."""
        arrange(self)
        return super().focusNextPrevChild(onward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._rail.set_mini(self.width() < MINI_RAIL_BELOW or theme.scale > 130)
        super().resizeEvent(event)

    def leave(self) -> bool:
        """Save what is being typed, before the window closes; False when some of it could not be saved."""
        if self._save():
            return True
        self.line.say(_("Some of your words are not saved. Close once more to leave without them."))
        return False

    def _save(self) -> bool:
        return all([self.pages.leave(), self.covers.save()])

    def close_session(self, *, insist: bool = False) -> bool:
        """Save what is typed and let go of the notes: nothing of them stays in the window or in memory.

        False, and all stays as it is, when some words could not be saved, unless the person does `insist`.
        """
        if not self._save() and not insist:
            return False
        self.door.shut()
        self.line.forget()
        return True

    def open_session(self, profile: Path) -> None:
        """Open the notes in `profile`, the same as before or others, after `close_session`."""
        self.context.use_folder(profile)
        self.door.again()

    def close_store(self) -> None:
        """Let go of the database; the last thing before the process ends."""
        self.door.close()


def _beside(rail: Rail, pages: Pages) -> QWidget:
    """Rail and pages side by side."""
    frame = QWidget()
    hbox(rail, wide(pages, 1), on=frame, gap=0)
    return frame
