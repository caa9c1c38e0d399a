"""Plans: if-then sentences, worries with their time, and urges that were watched: one list at a time."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from rewire_app.domain.lists.entries import ListKind
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.patterns_tabs import PatternsTabs
from rewire_app.ui.base.routes import Route
from rewire_app.ui.entries.list_view import ListView
from rewire_app.ui.entries.writing import waiting_words
from rewire_app.ui.plans.if_then import IfThenPlans
from rewire_app.ui.widgets.choices import Segmented
from rewire_app.ui.widgets.layout import hbox, hung, nest, put, stretch, vbox, wide
from rewire_app.ui.widgets.room import NEAR
from rewire_app.ui.widgets.text import Title
from rewire_app.ui.widgets.theme import S3, S4, theme

IF_THEN, WORRIES, URGES = "ifthen", ListKind.WORRIES.value, ListKind.URGES.value


class PlansPage(Page):
    """Its part is one of the three lists; "" is that of if-then plans."""

    above: ClassVar[Route | None] = routes.PATTERNS
    topics = frozenset({"intentions", "practices", WORRIES, URGES, "profile"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._part = IF_THEN
        self.tabs = PatternsTabs("plans")
        self.tabs.went.connect(self.go)
        lists = ((IF_THEN, _("If-then plans")), (WORRIES, _("Worries")), (URGES, _("Urges")))
        self.switch = Segmented(lists, name=_("Which list"))
        self.switch.set_value(IF_THEN)
        self.switch.changed.connect(self._turn)
        self.plans = IfThenPlans(context)
        self.worries = ListView(context, ListKind.WORRIES, headed=False)
        self.urges = ListView(context, ListKind.URGES, headed=False)
        column = vbox(gap=0)
        put(column, Title(_("Plans")), S3, self.tabs, S4, hung(self.switch), S4)
        for part in self._lists.values():
            part.go.connect(self.go)
            part.opened.connect(self._show_form)
            nest(column, hbox(wide(part, 1), stretch(0)))
        column.addStretch(1)
        self.set_body(column, dense=True, top=26, linked=False)
        self._keep_near()
        self._show()

    @property
    def _lists(self) -> dict[str, IfThenPlans | ListView]:
        return {IF_THEN: self.plans, WORRIES: self.worries, URGES: self.urges}

    def _keep_near(self) -> None:
        """Let every entry stand near what can be done with it."""
        for part in self._lists.values():
            part.setMaximumWidth(theme.px(NEAR))

    def restyle(self) -> None:
        """Take over new sizes."""
        super().restyle()
        self._keep_near()

    def _turn(self, part: object) -> None:
        if part != self._part:
            self.switch.set_value(self._part)  # what is in sight, until the other is there
            QTimer.singleShot(0, self, lambda: self._turn_to(str(part)))  # after the key

    def _turn_to(self, part: str) -> None:
        """Show another list; the keyboard stays on the switch."""
        self.leave()
        before, self._part = self._part, part
        if before != part or self._stale:  # else it was read when it was seen
            self.renew()
        self._show()

    def open(self, route: Route) -> None:
        """Show the list that `route` names."""
        self._turn_to(route.part if route.part in self._lists else IF_THEN)
        self.to_top()
        shown = self._lists[self._part]
        if shown.unsaved or not shown.rows:
            shown.begin()
        else:
            self.tabs.take_focus()

    def _show(self) -> None:
        self.switch.set_value(self._part)
        for name, part in self._lists.items():
            part.setVisible(name == self._part)

    def refresh(self) -> None:
        """Read the list in sight anew."""
        self._lists[self._part].refresh()

    @property
    def part(self) -> str:
        """The list in sight."""
        return self._part

    def _show_form(self, form: object) -> None:
        if isinstance(form, QWidget):
            self.bring_into_sight(form)

    def leave(self) -> None:
        """Hold what is half written."""
        self._hold()

    def _hold(self) -> bool:
        return all([self.plans.hold(), self.worries.draft.now(), self.urges.draft.now()])

    @property
    def loses_nothing(self) -> bool:
        """What is half written waits as drafts."""
        return self._hold()

    @property
    def unsaved(self) -> bool:
        """Whether something is written that is not kept yet."""
        return any(part.unsaved for part in self._lists.values())

    def show_waiting(self) -> str:
        """The list with what is half written comes into sight; says that it waits there."""
        name = next(name for name, part in self._lists.items() if part.unsaved)
        self.open(routes.plans(name))
        return waiting_words(_("Plans"), held=self._hold())
