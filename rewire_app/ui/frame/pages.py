"""The pages of the window, each built when it is first wanted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from rewire_app.ui.base import crash
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.routes import Route
from rewire_app.ui.frame.routes import PAGES
from rewire_app.ui.today.page import TodayPage


class Pages(QStackedWidget):
    """Shows one page. `came(name)`: this one is shown now, "" none. `go(Route)`: a page leads elsewhere.

    `back()`: what the page was laid over is wanted.
    """

    came = Signal(str)
    go = Signal(object)
    back = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._turning = False
        self._built: dict[str, Page] = {}
        self._day = context.today

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
        page = self.currentWidget()
        return page if isinstance(page, Page) else None

    def show_page(self, key: str, route: Route | None = None) -> Page:
        """Show the page called `key`, open at `route`, once the one before it has saved what was typed."""
        if self.shown is not None:
            self._leave(self.shown)
        page = self.page(key)
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self.came.emit(key)
        if route is not None:
            page.open(route)
        self._turning = True
        self.setCurrentWidget(page)
        self._turning = False
        return page

    def focusNextPrevChild(self, onward: bool) -> bool:
        """While pages change, the keyboard waits for the new one: what lies between would be said too."""
        return self._turning or super().focusNextPrevChild(onward)

    def look_for_what_was_left(self) -> None:
        """An exercise that was left in the middle waits on Today, which looks for it when it is seen."""
        if "today" in self._built:
            self.today.mark_stale()

    def take_focus(self) -> None:
        """Give the keyboard to the page that is shown."""
        if self.shown is not None:
            self.shown.setFocus()

    def leave(self) -> bool:
        """Let every page save what was typed; False when some of it is not saved."""
        return all([self._leave(page) for page in self._built.values()])

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
            self.removeWidget(page)
            page.deleteLater()
        self._built.clear()
        self.came.emit("")

    def look_at_the_day(self) -> None:
        """After a night with the window open, pages show the new day."""
        if self._context.today == self._day:
            return
        self._day = self._context.today
        for page in self._built.values():
            page.mark_stale()
        if self._context.session is not None and self.shown is not None:
            self.shown.renew()
