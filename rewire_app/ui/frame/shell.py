"""Everything inside the window: the rail, the pages, what covers them, the line at the foot, and the keys."""

from __future__ import annotations

import gc
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from rewire_app.domain.days import Clock
from rewire_app.i18n import _
from rewire_app.ui.base import copying, routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.keys import register
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.places import where
from rewire_app.ui.base.routes import Route
from rewire_app.ui.frame.beginning_anew import BeginningAnew
from rewire_app.ui.frame.beside import Beside
from rewire_app.ui.frame.box_watch import BoxWatch
from rewire_app.ui.frame.checks import Checks
from rewire_app.ui.frame.covers import Covers
from rewire_app.ui.frame.door import Door
from rewire_app.ui.frame.going_back import GoingBack
from rewire_app.ui.frame.keyboard import Keyboard
from rewire_app.ui.frame.last_copy import CopyTimes
from rewire_app.ui.frame.looking import Looking
from rewire_app.ui.frame.mending import Mending
from rewire_app.ui.frame.moment_chip import MomentChip
from rewire_app.ui.frame.pages import Pages
from rewire_app.ui.frame.safekeeping import Safekeeping
from rewire_app.ui.frame.strip_place import StripPlace
from rewire_app.ui.frame.surroundings import Surroundings
from rewire_app.ui.frame.ways import Ways
from rewire_app.ui.widgets.card import Banner
from rewire_app.ui.widgets.focus_ring import FocusRing
from rewire_app.ui.widgets.layout import vbox, wide
from rewire_app.ui.widgets.tab_order import arrange
from rewire_app.ui.widgets.theme import theme

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
            with suppress(OSError):  # it is tried again when the person rests the next time
                self._context.vault.reserve.make()
        gc.collect()


class Shell(QWidget):
    """Puts the parts of the window together and connects them.

    `filled`: Today shows the person's data. `ready`: everything is open. `closing`: leaving is wanted.
    `lock_wanted`: the notes are to be locked. `hide_wanted`: the window is to show nothing of Rewire.
    """

    spoken = "Pane"
    filled = Signal()
    ready = Signal()
    closing = Signal()
    lock_wanted = Signal()
    erased = Signal()
    hide_wanted = Signal()

    def __init__(
        self,
        profile: Path,
        clock: Clock,
        *,
        sample: bool = False,
        copies: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`sample`: the notes are invented. `copies`: copies of them are made by themselves."""
        super().__init__(parent)
        self.context = Context(profile, clock)
        self.context.sample = sample
        self.context.copies.wanted = copies and not sample
        self.setAutoFillBackground(True)
        self.pages = Pages(self.context)
        column = vbox(wide(self.pages, 1), gap=0)
        self._beside = Beside(column)
        self.covers = Covers(self.context, self._beside)
        self._ways = Ways(self.context, self.pages, self.covers)
        self.door = Door(self.context, self.pages, self.covers, self._ways)
        self.back = GoingBack(
            self.context,
            self.pages,
            self.covers,
            column,
            close=self.close_session,
            reopen=self._open_again,
        )
        self._mending = Mending(self.context, self.back)
        self.looking = Looking(self.context, self.covers)
        self.copy_times = CopyTimes(self.context, self.covers)
        self._rest = Rest(self.context, self)
        self.checks = Checks(self.context, self)
        self.box_watch = BoxWatch(self.context, self)
        self.safekeeping = Safekeeping(
            self.context, self.covers, save=self._save_all, move=self._move_to, parent=self
        )
        self._surroundings = Surroundings(self.context, self.pages, self)
        self.down = down = vbox(on=self, gap=0)
        if sample:
            words = _("Sample data, invented to look around. It is gone when you close this window.")
            down.addWidget(Banner(words))
        down.addWidget(self.covers, 1)
        self.line = StripPlace(self.context, self.covers, column, down).strip
        self._ring = FocusRing(self)
        self._anew = BeginningAnew(self.context, self.door, self.line, self)
        self._anew.erased.connect(self.erased)
        self._chip = MomentChip(self.context, self._beside, self.go)
        self._connect()
        self._keyboard = Keyboard(
            self.context, self.pages, self.covers, self.go, self, hub=lambda: self.looking.hub
        )
        self.door.greet()

    def _connect(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.context.preferences.changed.connect(self._restyle)
        app.styleHints().colorSchemeChanged.connect(self._restyle)
        register("quit", self, self.closing.emit)
        register("lock", self, self.lock_wanted.emit)
        register("menu", self, self._beside.turn_menu)
        self.back.help.connect(lambda: self.go(routes.HELP))
        self._beside.chosen.connect(lambda key: self.go(Route(page=key)))
        self.pages.came.connect(self._beside.set_current)
        for part in (self.pages, self.covers, self.safekeeping, self.looking):
            part.go.connect(self.go)
        self.looking.said.connect(self.line.say)
        self.pages.turned.connect(self.looking.turn_day)
        self.door.ready.connect(self.safekeeping.offer)
        self.door.ready.connect(self.checks.begin)
        self.door.ready.connect(self.box_watch.begin)
        self.door.ready.connect(self.copy_times.begin)
        self.door.damaged.connect(self.checks.tell_damage)
        self.pages.back.connect(self._ways.back)
        self.covers.uncovered.connect(self.pages.look_for_what_was_left)
        self.covers.ended.connect(self.pages.take_focus)
        self.door.filled.connect(self.filled)
        self.door.refused.connect(self._mending.serve)
        self.door.refused.connect(self.back.tell)
        self.door.ready.connect(self.back.opened)
        self.door.ready.connect(self._chip.look)
        self.door.ready.connect(self.ready)
        self.door.closing.connect(self.closing)
        self.pages.turned.connect(self.covers.end_overdue)
        hub = self.context.hub
        hub.in_sight = lambda: self.pages.place
        hub.wanted.connect(self._show_place)
        hub.saved.connect(self._rest.put_off)
        for shown in (self.pages.currentChanged, self.covers.currentChanged):
            shown.connect(self._rest.put_off)

    def go(self, route: Route) -> None:
        """Show what `route` names; until the notes are open, the newest wish is kept."""
        if route == routes.KEYS:
            self._keyboard.show_sheet()
        elif route == routes.LOCK:
            self.lock_wanted.emit()
        elif route == routes.HIDE:
            self.hide_wanted.emit()
        else:
            self._keyboard.put_sheet_away()
            if self.looking.view is not None and route != routes.HELP:
                self.looking.show_route(route)
            else:
                self._ways.go(route)

    def _turn_menu(self) -> None:
        (self.looking.view or self._beside).turn_menu()

    def _show_place(self, place: Route) -> None:
        """Show where something is about to change; an exercise is not left for it."""
        if not self.covers.waiting:
            self.go(place)

    def page(self, key: str) -> Page:
        """The page called `key`, built if it never was wanted."""
        return self.pages.page(key)

    @property
    def here(self) -> str:
        """The key of the page of the rail that is on screen; "" when none is."""
        return self._beside.rail.here

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
            self._surroundings.look()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What nobody took is a key from anywhere; while the focus is elsewhere the page in sight has it."""
        if self._keyboard.take(event):
            return
        page = self.pages.shown
        if page is not None and not self.covers.covered and not page.isAncestorOf(self.focusWidget() or page):
            page.keyPressEvent(event)
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Tab goes as one reads, whatever was made when."""
        arrange(self)
        return super().focusNextPrevChild(onward)

    def leave(self) -> bool:
        """Save what is being typed, before the window closes; False when some of it could not be saved."""
        unsaved, kept = self.pages.leave(), self.covers.save()
        if not unsaved and kept:
            return True
        own, which = "", _("It is in this exercise.")
        if unsaved:
            page = self.page(unsaved)
            self.covers.step_aside(lambda: self.pages.bring(unsaved))
            own = page.show_waiting()
            place = Route(page=unsaved, part=page.part)
            which = _("{where}: {what}.").format(where=where(place), what=page.waiting)
        else:
            self.covers.back()
        asked = _("Some of your words are not saved. Close once more to leave without them.")
        self.line.say(own or f"{asked} {which}")
        return False

    @property
    def loses_nothing(self) -> bool:
        """Whether all that was typed anywhere is saved, or waits as a draft for the next window."""
        return self.covers.save() and all(self.page(key).loses_nothing for key in self.pages.built)

    def close_session(self, *, insist: bool = False) -> bool:
        """Save what is typed and let go of the notes: nothing of them stays in the window or in memory.

        False, and all stays as it is, when some words could not be saved, unless the person does `insist`.
        """
        unsaved, kept = self.pages.leave(), self.covers.save()
        if (unsaved or not kept) and not insist:
            return False
        self.box_watch.end()
        self.checks.wait()
        self.door.shut()
        self._chip.look()
        self.line.dismiss()
        return True

    def open_session(self, profile: Path) -> None:
        """Open the notes in `profile`, the same as before or others, after `close_session`."""
        self.context.use_folder(profile)
        self.door.again()

    def _open_again(self) -> None:
        self.open_session(self.context.folder)

    def _save_all(self) -> None:
        """Let everything that is typed try once more to be saved."""
        self.pages.leave()
        self.covers.save()

    def _move_to(self, profile: Path) -> None:
        """Go on with the same notes in another place; what is not saved is held there."""
        self.close_session(insist=True)
        self.open_session(profile)

    def close_store(self) -> None:
        """Let go of the database, and of what was copied; the last thing before the process ends."""
        self.covers.guard.keep_what_is_typed()
        self.box_watch.end()
        self.checks.wait()
        self.context.copies.wait()
        self.back.wait()
        self.looking.end()
        self._mending.end()
        copying.clear()
        self.door.close()
