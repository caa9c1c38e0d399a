"""Values: all of them, or one in their place."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.reports.values import read_values
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.routes import Route
from rewire_app.ui.entries.writing import waiting_words
from rewire_app.ui.values.one_value import OneValue
from rewire_app.ui.values.overview import ValuesOverview
from rewire_app.ui.widgets.layout import put, stretch, vbox
from rewire_app.ui.widgets.room import NEAR
from rewire_app.ui.widgets.theme import theme


class ValuesPage(Page):
    """Its part is "" or the uid of a value."""

    above: ClassVar[Route | None] = routes.PATTERNS
    topics = frozenset(
        {"values", "value_ratings", "goals", "moves", "open", "patterns", "practices", "profile"}
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.overview = ValuesOverview(context)
        self.overview.go.connect(self.go)
        self.overview.opened.connect(self._show_form)
        self.one: OneValue | None = None
        self._place = vbox(gap=0)
        column = vbox(gap=0)
        put(column, self.overview, self._place, stretch())
        self.set_body(column, dense=True, top=26, linked=False)

    def open(self, route: Route) -> None:
        """Show all values, or the one that is the part of `route`."""
        self.leave()
        other = self.part != route.part
        if other:
            self._drop()
        if route.part and self.one is None:
            self.one = OneValue(self.context, route.part)
            self.one.setMaximumWidth(theme.px(NEAR))
            self.one.went.connect(self.go)
            self.one.go.connect(self.go)
            self.one.opened.connect(self._show_form)
            self._place.addWidget(self.one)
        if other or self._stale:  # else it was read when it was seen
            self.renew()
        self.to_top()
        if self.one is not None:
            self.one.begin()
        else:
            self.overview.begin()

    def _drop(self) -> None:
        if self.one is not None:
            one, self.one = self.one, None
            self._place.removeWidget(one)
            one.hide()
            one.deleteLater()

    def restyle(self) -> None:
        """Take over new sizes."""
        super().restyle()
        if self.one is not None:
            self.one.setMaximumWidth(theme.px(NEAR))

    def refresh(self) -> None:
        """Read everything anew; a value that is gone leads back to all."""
        read = read_values(self.context.store, self.context.today)
        if self.one is not None and not self.one.show_read(read):
            self._drop()
        if self.one is None:
            self.overview.show_read(read)
        self.overview.setVisible(self.one is None)

    @property
    def part(self) -> str:
        """The value that is opened."""
        return self.one.uid if self.one is not None else ""

    @property
    def way_up(self) -> Route:
        """From one value to all."""
        return routes.VALUES if self.one is not None else routes.PATTERNS

    def _show_form(self, form: object) -> None:
        if isinstance(form, QWidget):
            self.bring_into_sight(form)

    def leave(self) -> None:
        """Hold what is half written."""
        self._hold()

    def _hold(self) -> bool:
        held = self.overview.hold()
        return (self.one is None or self.one.hold()) and held

    @property
    def loses_nothing(self) -> bool:
        """What is half written waits as drafts."""
        return self._hold()

    @property
    def unsaved(self) -> bool:
        """Whether something is written that is not kept yet."""
        return self.overview.unsaved or (self.one is not None and self.one.unsaved)

    def show_waiting(self) -> str:
        """What is half written comes into sight; says that it waits there."""
        if self.one is None or not self.one.unsaved:
            self.open(routes.VALUES)
        return waiting_words(_("Values"), held=self._hold())
