"""Due now: everything that falls due, where Today asks about three a day; answered in place."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt

from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.routes import Route
from rewire_app.ui.today.look_backs import LookBacks
from rewire_app.ui.widgets.layout import put, stretch, vbox
from rewire_app.ui.widgets.room import NEAR
from rewire_app.ui.widgets.text import Body, Lead, Title
from rewire_app.ui.widgets.theme import S5, theme


class DuePage(Page):
    """Guesses, plans, sentences for real life, worries and skills whose time has come."""

    above: ClassVar[Route | None] = routes.TODAY
    topics = frozenset(
        {"open", "intentions", "worries", "recalls", "readings", "replies", "practices", "plans", "profile"}
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.due = LookBacks(context, every=True)
        self.due.go.connect(self.go)
        self._nothing = Body(_("Nothing falls due now."))
        self._nothing.hide()
        column = vbox(
            Title(_("Due now")),
            Lead(_("Guesses, plans, worries and skills whose time has come. The rest can wait.")),
            S5,
            gap=0,
        )
        put(column, self.due, self._nothing, stretch())
        self.set_body(column, dense=True)
        self._keep_near()

    def restyle(self) -> None:
        """Take over new sizes."""
        super().restyle()
        self._keep_near()

    def _keep_near(self) -> None:
        self.due.setMaximumWidth(theme.px(NEAR))

    def open(self, _route: Route) -> None:
        """Begin with the first that is due."""
        if not self._stale or self.renew():
            first = next(iter(self.due.rows.values()), None)
            if first is not None:
                first.begin()
            elif self.top_link is not None:
                self.top_link.setFocus(Qt.FocusReason.OtherFocusReason)
        self.to_top()

    def refresh(self) -> None:
        """Read anew what is due; raises a StoreError."""
        self.due.look_back()
        self._nothing.setHidden(bool(self.due.rows))
