"""The prediction book: every guess in one place, one of them opened, or written, and how it is counted."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rewire_app.domain.lists.expected import Expectation
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.back_link import BackLink
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.patterns_tabs import PatternsTabs
from rewire_app.ui.base.routes import GuessRoute, Route
from rewire_app.ui.guesses.book_view import BookView
from rewire_app.ui.guesses.counted_view import CountedView
from rewire_app.ui.guesses.guess_view import GuessView
from rewire_app.ui.guesses.writing import GuessWriting
from rewire_app.ui.widgets.buttons import MainButton
from rewire_app.ui.widgets.layout import CHEVRON, hbox, hung, put, stretch, vbox, wide
from rewire_app.ui.widgets.room import HEADED, NEAR
from rewire_app.ui.widgets.text import Title
from rewire_app.ui.widgets.theme import S3, S4, theme

COUNTED = "counted"
"""The part of the page that says how it is counted."""


class GuessesPage(Page):
    """The book, or the part of it that `part` names: "new", "counted", or the uid of a guess."""

    above: ClassVar[Route | None] = routes.PATTERNS
    topics = frozenset({"open"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._part = ""
        self._entry: Expectation | None = None
        self._is_writing = False
        self.tabs = PatternsTabs("guesses")
        self.tabs.went.connect(self.go)
        self.write = MainButton(_("Write a guess"), icon="plus")
        self.book = BookView(context)
        self.book.opened.connect(lambda uid: self.go.emit(routes.guess(uid)))
        self.book.counted.connect(lambda: self.go.emit(routes.guess(COUNTED)))
        self._head = QWidget()
        named = hbox(wide(Title(_("Prediction book")), 1), self.write, gap=S3)
        vbox(named, S3, self.tabs, S4, on=self._head, gap=0)
        self._back = BackLink(routes.GUESSES)
        self._back.went.connect(self.go)
        self.view, self.writing, self.counted = GuessView(context), GuessWriting(context), CountedView()
        self.view.go.connect(self.go)
        self.view.edit.connect(self.edit)
        self.view.removed.connect(self._remove)
        self.writing.removed.connect(self._remove)
        self.writing.done.connect(self._done)
        self.write.clicked.connect(lambda: self.go.emit(self.writing.place))
        self._one = QWidget()
        parts = vbox(self.view, self.writing, self.counted, gap=0)
        back = hung(self._back, start=CHEVRON)
        vbox(back, S3, hbox(wide(parts, 1), stretch(0)), on=self._one, gap=0)
        column = vbox(gap=0)
        put(column, self._head, self.book, self._one, stretch())
        self.set_body(column, dense=True, top=26, linked=False)
        self._keep_near()
        self._show()

    def restyle(self) -> None:
        """Take over new sizes."""
        super().restyle()
        self._keep_near()

    def _keep_near(self) -> None:
        """Let nothing stand far from what can be done with it."""
        for part, most in ((self._head, HEADED), (self.book, HEADED), (self._one, NEAR)):
            part.setMaximumWidth(theme.px(most))

    @property
    def part(self) -> str:
        """What of the page is in sight."""
        return self._part

    @property
    def way_up(self) -> Route | None:
        """From a part to the book."""
        return routes.GUESSES if self._part else self.above

    def open(self, route: Route) -> None:
        """Show the part that `route` wants; a guess that is not there leads to the book."""
        self.leave()
        was_read = self._part == route.part and not self._stale  # as it was seen
        self._part, self._is_writing = route.part, False
        if was_read:
            self._show()
        shown = was_read or self.renew()
        half = self.writing.filled and route.part == self.writing.place.part
        if shown and (half or route.part == routes.NEW or (route.at == routes.HAPPENED and self._entry)):
            self.edit(route.at)
            form = self.writing.form
            if isinstance(route, GuessRoute) and form is not None and not form.filled:
                form.suggest(route.what, route.practice)
        elif self._entry is not None:
            self.view.begin()
        elif self._part:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.to_top()

    def refresh(self) -> None:
        """Read what is shown anew; raises a StoreError."""
        store = self.context.store.open
        self.writing.look_after()
        named = self._part not in ("", routes.NEW, COUNTED)
        self._entry = store.get(self._part) if named else None
        if named and self._entry is None:
            self._part, self._is_writing = "", False
        if self._entry is not None:
            self.view.show_guess(self._entry)
        if not self._part:
            self.book.refresh()
        self._show()

    def _show(self) -> None:
        half = self.writing.filled
        self.write.setText(_("Go on with your guess") if half else _("Write a guess"))
        self._head.setVisible(not self._part)
        self.book.setVisible(not self._part)
        self._one.setVisible(bool(self._part))
        self.view.setVisible(self._entry is not None and not self._is_writing)
        self.writing.setVisible(self._is_writing)
        self.counted.setVisible(self._part == COUNTED)

    def edit(self, at: str = "") -> None:
        """Write a new guess, or change the one that is opened, at the question `at`."""
        self._is_writing = True
        form = self.writing.write(self._entry)
        if form.entry != self._entry:  # another is half written: that one comes first
            self._part, self._entry = form.entry.uid if form.entry else routes.NEW, form.entry
        self._show()
        form.begin(at)
        self.bring_into_sight(form.form.field(at) if at in form.form.questions else form)

    def _done(self) -> None:
        """What was written is kept or left: back to what it was about."""
        self._is_writing = False
        if self._entry is None:
            self.go.emit(routes.GUESSES)
        elif self.renew():
            self.view.begin()

    def _remove(self) -> None:
        entry, context = self._entry, self.context
        if entry is None:
            return
        if context.hub.do_for(routes.GUESSES, _("guess removed"), context.store.open.remove, entry.uid):
            self.go.emit(routes.GUESSES)

    def leave(self) -> None:
        """Whatever is half written is held as a draft."""
        self.writing.hold()

    @property
    def unsaved(self) -> bool:
        """Whether a guess is written that is not kept yet."""
        return self.writing.filled

    @property
    def loses_nothing(self) -> bool:
        """A guess that is half written waits as a draft."""
        return self.writing.hold()

    def show_waiting(self) -> str:
        """The guess that is half written comes into sight."""
        self.open(self.writing.place)
        return _("A guess is not kept yet. Close once more to leave: it waits here.")
