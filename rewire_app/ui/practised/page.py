"""Your practice: every pass, and one of them opened over the list, which stays as it was."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent, Qt

from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.removing import remove_pass
from rewire_app.ui.base.routes import PractisedRoute, Route
from rewire_app.ui.passes.practice_view import PracticeView
from rewire_app.ui.practised.every_pass import EveryPass
from rewire_app.ui.widgets.layout import put, stretch, vbox


class PractisedPage(Page):
    """The list of all passes, or the one that is opened."""

    above = routes.PRACTICE
    topics = frozenset({"practices", "intentions", "plans", "custom_exercises", "breath_patterns"})
    topics |= {"moments", "patterns"}

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._uid = ""
        self.every = EveryPass(context)
        self.every.go.connect(self.go)
        self.every.asked.connect(self.open_one)
        self.view = PracticeView(context)
        self.view.go.connect(self.go)
        self.view.back.connect(self.to_list)
        self.view.other.connect(self.open_one)
        self.view.opened.connect(self.bring_into_sight)
        self.view.removed.connect(self._remove_opened)
        self.view.hide()
        column = vbox(gap=0)
        put(column, self.every, self.view, stretch())
        self.set_body(column, dense=True, top=26, linked=False)

    def open(self, route: Route) -> None:
        """Show the practice that is the part of `route`, or the list with what it looks for."""
        if route.part:
            self.open_one(route.part)
            return
        self._uid = ""
        wanted = route if isinstance(route, PractisedRoute) else routes.practised()
        self._show()
        if self.renew():
            self.every.look_for(wanted.exercise, wanted.query)
        self.every.begin()
        self.to_top()

    def open_one(self, uid: str) -> None:
        """Show one practice; "" is none."""
        if not uid:
            return
        self.view.leave()
        self._uid = uid
        self.renew()
        self._show()
        self.view.begin()
        self.to_top()

    def to_list(self) -> None:
        """Back to the list, at the practice that was opened."""
        before, self._uid = self._uid, ""
        self.view.leave()
        self.renew()
        self._show()
        QTimer.singleShot(0, self, lambda: self.every.begin_at(before))

    def _remove_opened(self) -> None:
        """Take out the practice that is open: it is missed in the list, and taken back there."""
        uid = self._uid
        self.to_list()
        remove_pass(self.context, uid)

    def refresh(self) -> None:
        """Read the list or the practice anew; one that is gone leads back to the list."""
        if self._uid and not self.view.show_practice(self._uid):
            self._uid = ""
            self._show()
        if not self._uid:
            self.every.refresh()

    @property
    def part(self) -> str:
        """The practice that is opened."""
        return self._uid

    def _show(self) -> None:
        self.every.setVisible(not self._uid)
        self.view.setVisible(bool(self._uid))

    def leave(self) -> None:
        """Save a note that is being written."""
        self.view.leave()

    @property
    def unsaved(self) -> bool:
        """Whether a note could not be saved yet."""
        return self.view.unsaved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back: from a practice to the list, from the list to Practice."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._uid:
            self.to_list()
        else:
            self.go.emit(routes.PRACTICE)
