"""The window: rail, pages, player, first start, and the calm screens for when something cannot be opened."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from rewire_app.domain.days import Clock
from rewire_app.domain.journal.entries import SavedRun
from rewire_app.errors import RewireError
from rewire_app.i18n import _
from rewire_app.ui.base import crash
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.page import Page
from rewire_app.ui.frame.opening import Opening
from rewire_app.ui.frame.routes import PAGES, rail_items
from rewire_app.ui.today.page import TodayPage
from rewire_app.ui.widgets.banner import Banner
from rewire_app.ui.widgets.focus_ring import FocusRing
from rewire_app.ui.widgets.rail import Rail
from rewire_app.ui.widgets.theme import theme
from rewire_app.ui.widgets.undo_line import UndoLine

if TYPE_CHECKING:
    from rewire_app.ui.player.player import Player

IDLE_MS = 5_000
MINI_RAIL_BELOW = 1_000
BEGIN_ANEW = ("library", "lists", "state", "own")
"""Pages that show their beginning again when nothing in them is asked for."""


class Shell(QWidget):
    """Everything inside the window.

    `filled`: Today shows the person's data. `ready`: everything is open. `closing`: leaving is wanted.
    """

    filled = Signal()
    ready = Signal()
    closing = Signal()

    def __init__(
        self, profile: Path, clock: Clock, *, sample: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.context = Context(profile, clock)
        self.context.sample = sample
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.setAutoFillBackground(True)
        gc.disable()  # by itself it may run on any thread and end widgets there; `_settle` collects instead
        self._wanted = ""
        self._pages: dict[str, Page] = {}
        self._player: Player | None = None
        self._refusal: QWidget | None = None
        self._build()
        self._connect(app)
        self._day = self.context.today
        self._opening = self._new_opening()

    def begin(self) -> None:
        """Build Today and open the database; Today is shown once, with its data."""
        self.page("today")
        self._opening.start()

    @property
    def refusal(self) -> QWidget | None:
        """The screen that says why the notes could not be opened, while they are not."""
        return self._refusal

    def _new_opening(self, *, accept_missing_saves: bool = False) -> Opening:
        opening = Opening(self.context.folder, self._day, accept_missing_saves=accept_missing_saves)
        opening.data_open.connect(self._fill)
        opening.complete.connect(self._complete)
        opening.failed.connect(self._refuse)
        return opening

    # building

    def _build(self) -> None:
        self._rail = Rail(rail_items())
        self._stack = QStackedWidget()
        frame = QWidget()
        across = QHBoxLayout(frame)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._rail)
        across.addWidget(self._stack, 1)
        self._frame = frame
        self._outer = QStackedWidget()
        self._outer.addWidget(frame)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        if self.context.sample:
            down.addWidget(
                Banner(_("Sample data, invented to look around. It is gone when you close this window."))
            )
        down.addWidget(self._outer, 1)
        self._line = UndoLine(self)
        self._ring = FocusRing(self)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)

    def _connect(self, app: QApplication) -> None:
        hub = self.context.hub
        self._rail.chosen.connect(self.go)
        hub.done.connect(self._line.offer)
        hub.failed.connect(self._line.say)
        hub.said.connect(self._line.say)
        hub.saved.connect(self._idle.start)
        self._stack.currentChanged.connect(self._idle.start)
        self._outer.currentChanged.connect(self._idle.start)
        self._line.undo.connect(hub.undo)
        self._idle.timeout.connect(self._settle)
        self.context.preferences.changed.connect(self._restyle)
        app.styleHints().colorSchemeChanged.connect(self._restyle)
        crash.faults.happened.connect(self._line.say)
        keys: list[tuple[str, Callable[[], object]]] = [
            ("F1", lambda: self.go("help")),
            ("Ctrl+H", lambda: self.go("help")),
            ("Ctrl+,", lambda: self.go("settings")),
            ("Ctrl+Z", hub.undo),
            ("Ctrl+Shift+Z", hub.redo),
            ("Ctrl+Q", self.closing.emit),
        ]
        for number, item in enumerate(rail_items(), 1):
            keys.append((f"Ctrl+{number}", partial(self.go, item.key)))
        for key, act in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(act)

    # opening

    def _fill(self, vault: object, facts: object, offer: object) -> None:
        from rewire_app.content.offers import Offer
        from rewire_app.store.queries import Today
        from rewire_app.store.vault.vault import Vault

        assert isinstance(vault, Vault)
        assert isinstance(facts, Today)
        assert isinstance(offer, Offer)
        with self._or_refuse():
            self.context.open_vault(vault)
            today = self._pages["today"]
            assert isinstance(today, TodayPage)
            today.fill(facts, offer)
            QTimer.singleShot(0, self, self._show_filled)

    def _show_filled(self) -> None:
        if self._stack.currentWidget() is None:  # Help may have been asked for before
            self._show_page("today")
        QTimer.singleShot(0, self, self._paint_filled)

    def _paint_filled(self) -> None:
        self.repaint()  # now, so that "filled" means that it can be seen
        QTimer.singleShot(0, self, self._say_filled)

    def _say_filled(self) -> None:
        self._opening.go_on()
        self.filled.emit()

    def _complete(self, store: object, library: object) -> None:
        with self._or_refuse():
            self.context.complete(store, library)  # type: ignore[arg-type]
            gc.freeze()  # what is here now stays: later collections need not look at it
            self._pages["today"].open("complete")
            if "help" in self._pages:  # asked for before all was open
                self._pages["help"].refresh()
            if not self.context.settings.set_up:
                self._show_setup()
            wanted, self._wanted = self._wanted, ""
            if wanted:
                self.go(wanted)
            if notices := self.context.vault.notices:
                self._line.say(" ".join(notices))
            self.ready.emit()

    @contextmanager
    def _or_refuse(self) -> Iterator[None]:
        """A step of the opening: a fault in it ends on the screen that says why, and not without one."""
        try:
            yield
        except Exception as error:
            with suppress(RewireError):  # a second fault of the same database says nothing new
                self._opening.close()
            self.context.close()
            self._refuse(crash.known(error))

    def _refuse(self, error: RewireError) -> None:
        from rewire_app.ui.frame.refusal import Refusal

        notice = Refusal(error, self.context.folder)
        notice.again.connect(self._open_again)
        notice.accepted.connect(partial(self._open_again, accept_missing_saves=True))
        notice.closed.connect(self.closing)
        notice.help.connect(lambda: self.go("help"))
        self._refusal = notice
        self._cover(notice)

    def _open_again(self, *, accept_missing_saves: bool = False) -> None:
        self._refusal = None
        self._opening.close()
        self._close_cover()
        self._show_page("today")
        self._opening = self._new_opening(accept_missing_saves=accept_missing_saves)
        self._opening.start()

    def _show_setup(self) -> None:
        from rewire_app.ui.setup.page import SetupPage

        setup = SetupPage(self.context)
        setup.go.connect(self.go)
        self._cover(setup)

    # routes

    def go(self, route: str) -> None:
        """Show what `route` names (see Page); until all is open, the newest wish is kept."""
        head, _slash, rest = route.partition("/")
        if not self.context.ready:
            head = self._before_ready(route, head)
        if not head:
            return
        if head != "help" and not self._player_saved():
            head = "back"
        if head == "run":
            self.play(rest)
        elif head == "back":
            self._outer.setCurrentIndex(self._outer.count() - 1)
        elif head == "resume":
            saved = self.context.store.runs.load()
            if saved is not None:
                self.play(saved.exercise, saved)
        else:
            self._uncover_for(head)
            self._show_page(head)
            if head == "help":
                rest = "waiting" if self._outer.count() > 1 else "alone"
            if rest or head in BEGIN_ANEW:
                self._pages[head].open(rest)

    def _before_ready(self, route: str, head: str) -> str:
        """What of `route` can be shown without the notes: Help now, and else the screen that says why."""
        if head == "help":
            return head
        if head not in ("today", "back"):
            self._wanted = route
        if self._refusal is not None:
            return "back"
        return head if head == "today" else ""

    def play(self, exercise: str, saved: SavedRun | None = None) -> None:
        """Run an exercise in the player, over the whole window."""
        from rewire_app.ui.player.player import Player

        self._close_cover()
        context = self.context
        player = Player(context, context.library.exercise(exercise), saved, clock=context.seconds)
        player.left.connect(self._after_player)
        player.go.connect(self.go)
        self._player = player
        self._cover(player)

    def _after_player(self) -> None:
        self._close_cover()
        self._current().setFocus()

    def _show_page(self, key: str) -> None:
        before = self._stack.currentWidget()
        if isinstance(before, Page):
            self._left(before)
        page = self.page(key)
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._rail.set_current(key)
        self._stack.setCurrentWidget(page)
        self._line.raise_()

    def page(self, key: str) -> Page:
        """The page called `key`, built if it never was shown."""
        if key not in self._pages:
            page = self._pages[key] = PAGES[key](self.context)
            page.go.connect(self.go)
        return self._pages[key]

    def _current(self) -> Page:
        page = self._stack.currentWidget()
        assert isinstance(page, Page)
        return page

    # what covers rail and pages

    def _cover(self, widget: QWidget) -> None:
        self._outer.addWidget(widget)
        self._outer.setCurrentWidget(widget)
        widget.setFocus()
        self._line.raise_()

    def _uncover_for(self, key: str) -> None:
        """Help lets the exercise or the first start wait underneath; every other page ends it."""
        cover = self._outer.currentWidget()
        if cover is self._frame:
            if key != "help":
                self._close_cover()
            return
        if key == "help":
            self._outer.setCurrentWidget(self._frame)
        else:
            self._close_cover()

    def _close_cover(self) -> None:
        self._player = None
        self._pages["today"].mark_stale()  # an exercise left in the middle waits there
        self._outer.setCurrentWidget(self._frame)
        for index in reversed(range(self._outer.count())):
            widget = self._outer.widget(index)
            if widget is not None and widget is not self._frame:
                self._outer.removeWidget(widget)
                widget.deleteLater()

    # the rest of a window's life

    def _restyle(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(self.context.settings, app)

    def _settle(self) -> None:
        """When the person rests: log into the database file, and widgets that are gone out of memory."""
        if self.context.ready:
            self.context.vault.idle()
        gc.collect()

    def close_store(self) -> None:
        """Let go of the database; the last thing before the process ends."""
        self._opening.close()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate:
            self._look_at_the_day()
        return super().event(event)

    def _look_at_the_day(self) -> None:
        """After a night with the window open, pages show the new day."""
        if self.context.today == self._day:
            return
        self._day = self.context.today
        for page in self._pages.values():
            page.mark_stale()
        if self.context.ready:
            self._current().renew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._rail.set_mini(self.width() < MINI_RAIL_BELOW or theme.scale > 130)
        super().resizeEvent(event)

    def leave(self) -> bool:
        """Save what is being typed, before the window closes; False when some of it could not be saved."""
        left = [self._left(page) for page in self._pages.values()]
        if all([*left, self._player_saved()]):
            return True
        self._line.say(_("Some of your words are not saved. Close once more to leave without them."))
        return False

    def _player_saved(self) -> bool:
        """Let an exercise that is open, or waits under Help, save what was typed."""
        return self._player is None or self._player.save()

    def _left(self, page: Page) -> bool:
        """Let `page` save what was typed; False when some of it is not saved."""
        try:
            page.leave()
        except Exception as error:  # whatever it is, it may not lead past the question
            self._line.say(crash.sentence(crash.known(error)))
            return False
        return not page.unsaved
