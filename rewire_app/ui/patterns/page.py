"""Patterns: the list, one of them as a whole, what sets off what, and one written by hand."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.reports.patterns import every_pattern
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import CUSTOM_TOPICS, Context
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.routes import Route
from rewire_app.ui.patterns.acts import PatternActs
from rewire_app.ui.patterns.every_pattern import EveryPatternView
from rewire_app.ui.patterns.links_view import LinksView
from rewire_app.ui.patterns.no_patterns import MAPS, READ_FIRST
from rewire_app.ui.patterns.pattern_view import PatternView
from rewire_app.ui.patterns.writing import WritingView
from rewire_app.ui.widgets.layout import put, stretch, vbox

LINKS, EDIT = "links", "edit"
"""The part that is the links, and at which place of a pattern its form is."""


class PatternsPage(Page):
    """One view is in sight; what is half written in the form waits as a draft."""

    topics = CUSTOM_TOPICS | {"patterns", "moments", "values", "ladder", "open", "practices", "notes"}

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._part = ""
        self.acts = PatternActs(context)
        self.every, self.one, self.links = EveryPatternView(), PatternView(context), LinksView(context)
        self.writing = WritingView(context)
        self._connect()
        column = vbox(gap=0)
        put(column, self.every, self.one, self.links, self.writing, stretch())
        self.set_body(column, dense=True, top=26, linked=False)
        assert self._scroll is not None, "a page scrolls"
        self.one.head.watch(self._scroll)
        self._look_at(self.every)

    def _connect(self) -> None:
        for view in (self.every, self.one, self.links):
            view.go.connect(self.go)
        self.writing.ended.connect(self.go)
        self.every.asked.connect(lambda uid: self.go.emit(routes.pattern_page(uid)))
        self.every.taken_up.connect(self.acts.take_up)
        self.every.copied.connect(self.acts.copy)
        self.every.printed.connect(partial(self.acts.print, self.every))
        self.one.changed.connect(self.acts.change)
        self.one.edited.connect(lambda uid: self.go.emit(Route(page="patterns", part=uid, at=EDIT)))
        self.one.removed.connect(self._remove)
        self.links.linked.connect(self._link)

    def _remove(self, uid: str) -> None:
        if self.acts.remove(uid):
            self.go.emit(routes.PATTERNS)

    def _link(self, earlier: str, later: str) -> None:
        if self.acts.link(earlier, later):
            self.links.close_form()

    # which view

    def _look_at(self, view: QWidget) -> None:
        for other in (self.every, self.one, self.links, self.writing):
            other.setVisible(other is view)

    def open(self, route: Route) -> None:
        """Show what the part of `route` names: a pattern, the links, a new one, or all of them."""
        before, self._part = self._part, route.part
        if route.part == routes.NEW or route.at == EDIT:
            with self.context.hub.telling():
                self.writing.write("" if route.part == routes.NEW else route.part)
                self._part = self.writing.part
                self._look_at(self.writing)
                self.writing.begin()
        else:
            view = {"": self.every, LINKS: self.links}.get(route.part, self.one)
            was_read = before == self._part and view.isVisibleTo(self) and not self._stale
            self._look_at(view)
            if not was_read:  # it is read when it is seen
                self.renew()
            if self.every.isVisibleTo(self):
                self.every.begin(before)
            elif isinstance(view, LinksView | PatternView):
                view.begin()
        self.to_top()

    def arrive(self) -> None:
        """A half-written pattern of an earlier window is looked for once."""
        with self.context.hub.telling():
            self.writing.bring_back()

    def refresh(self) -> None:
        """Read what is in sight anew; a pattern that is gone leads back to all of them."""
        if self.writing.isVisibleTo(self):
            return
        if self._part == LINKS:
            self.links.refresh()
            return
        if self._part and not self.one.show_pattern(self._part):
            self._part = ""
            self._look_at(self.every)
        if not self._part:
            library = self.context.library
            self.every.empty.show_ways(library.exercise(MAPS), library.article(READ_FIRST))
            found = every_pattern(self.context.store, self.context.today)
            self.every.show_patterns(found, begun=self.unsaved)

    @property
    def part(self) -> str:
        """What is in sight."""
        return self._part

    @property
    def way_up(self) -> Route | None:
        """From a view to all patterns; they are on top."""
        return routes.PATTERNS if self._part else None

    # what waits

    def leave(self) -> None:
        """What is half written is held as a draft."""
        self.writing.draft.now()

    @property
    def unsaved(self) -> bool:
        """Whether a pattern is half written here."""
        return self.writing.filled

    @property
    def loses_nothing(self) -> bool:
        """What is half written waits as a draft."""
        return self.writing.draft.now()

    @property
    def waiting(self) -> str:
        """What is not kept yet."""
        return _("a pattern that is half written")

    def show_waiting(self) -> str:
        """The form comes into sight; asks about it."""
        self._part = self.writing.part
        self._look_at(self.writing)
        self.writing.begin()
        if self.writing.draft.now():
            return _("A pattern is not kept yet. Close once more to leave: it waits here.")
        return _("A pattern is not kept. Close once more to leave without it.")
