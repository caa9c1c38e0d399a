"""The pages of the window, each built when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from rewire_app.ui.base import crash
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.routes import Route
from rewire_app.ui.frame.handing_on import focus_first, hand_on
from rewire_app.ui.frame.routes import PAGES
from rewire_app.ui.today.page import TodayPage
from rewire_app.ui.widgets.text import Text


class Pages(QStackedWidget):
    """Shows one page. `came(lit, page)`: that item of the rail is lit now, that page shown; "" none.
    `turned()`: the day is another now.
    `go(Route)`: it leads on. `back()`: what was there before the page is wanted.
    """

    came = Signal(str, str)
    turned = Signal()
    go = Signal(object)
    back = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._built: dict[str, Page] = {}
        self._day = context.today
        self._key = "today"

    @property
    def built(self) -> frozenset[str]:
        """The pages that were wanted so far."""
        return frozenset(self._built)

    def page(self, key: str) -> Page:
        """The page called `key`, built if it never was wanted."""
        if key not in self._built:
            page = self._built[key] = PAGES[key](self._context)
            page.go.connect(self.go)
            page.back.connect(self.back)
        return self._built[key]

    @property
    def today(self) -> TodayPage:
        """Today, which is built first."""
        page = self.page("today")
        assert isinstance(page, TodayPage)
        return page

    @property
    def shown(self) -> Page | None:
        """The page that is shown; None before the first one."""
        return self._built.get(self._key) if self.count() else None

    @property
    def place(self) -> Route:
        """The page that is in sight, and which part of it."""
        return Route(page=self._key, part=self.shown.part if self.shown is not None else "")

    def show_page(self, key: str, begin: Callable[[Page], None] | None = None) -> None:
        """Show the page called `key`, once the one before it has saved what was typed, and let it `begin`."""
        before = self.shown
        if before is not None:
            self._leave(before)
        page = self.page(key)
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self._key = key
        self.came.emit(key if page.above is None else page.above.page, key)
        held = self._held_by_what_goes(before, page)
        with hand_on(self, page):
            if page is not before:
                page.arrive()
            if begin is not None:
                begin(page)
            if held is not None and self.window().focusWidget() is held:
                if page is before:  # it only was covered: Enter goes on with its main button
                    page.setFocus()
                else:
                    focus_first(page)

    def _held_by_what_goes(self, before: Page | None, page: Page) -> QWidget | None:
        """What has the focus, if that is in the page before or in a cover that goes: not in the rail."""
        held, frame = self.window().focusWidget(), self.parentWidget()
        if held is None:
            return None
        leaves = before is not None and before is not page and (held is before or before.isAncestorOf(held))
        covers = frame is not None and frame.isVisible() and not frame.isAncestorOf(held)
        return held if leaves or covers else None

    def bring(self, key: str) -> None:
        """Show the page called `key`, unless it is shown."""
        if self.shown is not self.page(key):
            self.show_page(key)

    def look_for_what_was_left(self) -> None:
        """An exercise that was left in the middle waits on Today, which looks for it when it is seen."""
        if "today" in self._built:
            self.today.mark_stale()

    def take_focus(self) -> None:
        """Give the keyboard to the page that is shown."""
        if self.shown is not None:
            self.shown.setFocus()

    def leave(self) -> str:
        """Let every page save what was typed; gives the first that could not, "" when all could."""
        left = {key: self._leave(page) for key, page in self._built.items()}
        return next((key for key, saved in left.items() if not saved), "")

    def _leave(self, page: Page) -> bool:
        try:
            page.leave()
        except Exception as error:  # whatever it is, it may not lead past the question
            self._context.hub.failed.emit(crash.sentence(crash.known(error)))
            return False
        return not page.unsaved

    def drop(self) -> None:
        """Forget all pages and what they showed; the one that is seen goes last, so that no other is seen."""
        shown = self.shown
        for page in sorted(self._built.values(), key=lambda page: page is shown):
            page.let_go()
            for text in page.findChildren(Text):  # PySide6 may keep the object of one that Qt has ended
                text.forget()
            self.removeWidget(page)
            page.deleteLater()
        self._built.clear()
        self.came.emit("", "")

    def use_region(self) -> None:
        """Days and times are written in another way: what is seen is read anew, the rest built again."""
        for key, page in list(self._built.items()):
            if page is self.shown or page is self._built.get("today") or page.unsaved:
                page.mark_stale()
                continue
            page.let_go()
            self.removeWidget(page)
            page.deleteLater()
            del self._built[key]
        if self._context.session is not None and self.shown is not None:
            self.shown.renew()

    def look_at_the_day(self) -> None:
        """When the day is another than it was, after a night or on a journey, pages show the new one."""
        before = self._day
        if self._context.today == before:
            return
        self._day = self._context.today
        self.turned.emit()
        for page in self._built.values():
            page.turn_day(before)
        if self._context.session is not None and self.shown is not None:
            self.shown.renew()
