"""Library: the list with its search, and the reader."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout

from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.keys import pressed, register
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.routes import QUESTIONS, ArticleRoute, Route
from rewire_app.ui.library.reader import Reader
from rewire_app.ui.library.shelf import Shelf
from rewire_app.ui.widgets.scroll import PageScroll


class Trail:
    """Article ids in the order in which they were opened, one of them here."""

    def __init__(self) -> None:
        self._passed: list[str] = []
        self._here = -1

    def visit(self, article: str) -> None:
        """Open `article`: what lay ahead is forgotten, unless it is the neighbour that is opened."""
        for by in (0, -1, 1):
            if self.neighbour(by) == article:
                self._here += by
                return
        self._passed = [*self._passed[: self._here + 1], article]
        self._here += 1

    def neighbour(self, by: int) -> str:
        """The article before (-1) or after (1) this one, empty when there is none."""
        at = self._here + by
        return self._passed[at] if 0 <= at < len(self._passed) else ""

    def end(self) -> None:
        """Forget the way: the list was opened."""
        self._passed, self._here = [], -1


TOP = 38
"""Px of the design above the title of the list."""


class LibraryPage(Page):
    """The list, and over it the article being read."""

    topics = frozenset(
        {
            "readings",
            "highlights",
            "replies",
            "practices",
            "custom_exercises",
            "packs",
            "profile",
            "recalls",
        }
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._stack = QStackedLayout(self)
        self.shelf = Shelf(context)
        self.shelf.go.connect(self.go)
        self.body = self.shelf.column
        self._list = self._scroll = PageScroll(self.shelf)
        self._list.verticalScrollBar().rangeChanged.connect(self._set_margins)
        self._top = TOP
        self._stack.addWidget(self._list)
        self._reader: Reader | None = None
        self._trail = Trail()
        self._owed = self._asked = self._came = False
        for place, by in enumerate((-1, 1)):
            register("trail", self, partial(self._turn, by), only=place)

    @property
    def part(self) -> str:
        """The article that is open."""
        return "" if self._reader is None else self._reader.article

    @property
    def way_up(self) -> Route | None:
        """From an article to the list."""
        return None if self._reader is None else routes.LIBRARY

    def refresh(self) -> None:
        """Read the list anew, or later when it is not seen: under an article, or before the first route."""
        self._owed = True
        if self._asked and self._reader is None:
            self._fill()

    def _fill(self) -> None:
        if self._owed and self.context.ready:
            with self.context.hub.telling():
                self.shelf.refresh()
                self._owed = False

    def open(self, route: Route) -> None:
        """Show the article that `route` names, or the list; words not saved yet keep their article open.

        Who is in the list already and asks for it is led home: what was looked for is given up.
        """
        self._asked = True
        came, self._came = self._came, False
        if self._reader is None and not came and not route.part:
            self.shelf.give_up()
        if self._reader is None or self._reader.article != route.part:
            if not self._close():
                return
            if route.part not in self.context.library.article_ids():
                self._trail.end()
                self._fill()
                return
            self._trail.visit(route.part)
            self._read(route.part, route.at)
        if self._reader is not None:
            self._show_place(self._reader, route)

    def _show_place(self, reader: Reader, route: Route) -> None:
        if route.at == QUESTIONS:
            reader.show_questions()
        elif not isinstance(route, ArticleRoute):
            return
        elif route.mark:
            reader.show_highlight(route.mark)
        elif route.block is not None:
            reader.show_block(route.block, route.find)

    def _read(self, article: str, at: str) -> None:
        library = self.context.library
        reader = Reader(self.context, library.article(article))
        reader.go.connect(self.go)
        reader.turn.connect(self._turn)
        near = [self._trail.neighbour(by) for by in (-1, 1)]
        before, after = (library.article(name) if name else None for name in near)
        reader.show_trail(before, after)
        self.shelf.flush()
        self._reader = reader
        self._stack.addWidget(reader)
        self._stack.setCurrentWidget(reader)
        if at != QUESTIONS:
            reader.begin()

    def _turn(self, by: int) -> None:
        """Go to the article that was open before or after this one."""
        if name := self._trail.neighbour(by):
            self.go.emit(routes.library(name))

    def _search(self) -> None:
        """Begin to search, from the list or from an article."""
        if self._reader is not None:
            self.go.emit(routes.LIBRARY)
        if self._reader is None:
            self.shelf.search()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """In the list, / begins to search; Esc leaves an article for the list."""
        if self._reader is None and pressed(event, "slash") and self.context.settings.single_keys:
            self._search()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """The next route comes from another page."""
        self._came = True
        super().showEvent(event)

    def leave(self) -> None:
        """What was typed is saved, and where the person stopped reading."""
        self.shelf.flush()
        if self._reader is not None:
            self._reader.flush()

    def let_go(self) -> None:
        """The search does not get ready any more."""
        self.shelf.let_go()

    @property
    def unsaved(self) -> bool:
        """Whether something typed here could not be saved yet."""
        return self.shelf.unsaved or (self._reader is not None and self._reader.unsaved)

    def _close(self) -> bool:
        """Close the article; False when words in it are not saved."""
        if self._reader is None:
            return True
        self._reader.flush()
        if self._reader.unsaved:
            self.context.hub.failed.emit(_("There are words here that are not saved yet. They stay open."))
            return False
        reader, self._reader = self._reader, None
        held = reader.isAncestorOf(self.window().focusWidget() or self)
        self._fill()
        self._stack.setCurrentWidget(self._list)
        self._stack.removeWidget(reader)
        reader.deleteLater()
        if held:
            (self.shelf.focusWidget() or self).setFocus()
        return True
