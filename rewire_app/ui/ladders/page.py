"""Ladders: all of them, or one opened with the card of a step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from rewire_app.domain.lists.entries import folded
from rewire_app.domain.lists.ladders import ClimbingDay, FearLadder
from rewire_app.i18n import _
from rewire_app.reports.ladders import patterns_by_fear, read_climbing_day, read_ladders
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.patterns_tabs import PatternsTabs
from rewire_app.ui.base.places import page_name
from rewire_app.ui.base.routes import Route
from rewire_app.ui.ladders.climbing import Climbing
from rewire_app.ui.ladders.drafting import LadderDrafts
from rewire_app.ui.ladders.ladder_view import LadderView, first_step, uids_in_order
from rewire_app.ui.ladders.overview import LadderOverview
from rewire_app.ui.widgets.layout import hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.room import NEAR
from rewire_app.ui.widgets.text import Title
from rewire_app.ui.widgets.theme import S3, S4, theme


class LaddersPage(Page):
    """The overview under the tabs, or the ladder that has the step its route names."""

    above: ClassVar[Route | None] = routes.PATTERNS
    topics = frozenset(
        {"ladder", "open", "patterns", "profile", "unwanted_effects", "days", "moments", "practices"}
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._uid = ""
        self._found: tuple[FearLadder, ...] = ()
        self._day = ClimbingDay(today=context.today)
        self._patterns: Mapping[str, Sequence[tuple[str, str]]] = {}
        self._drafts = LadderDrafts(context, self)
        self._climbing = Climbing(context)
        self._head = QWidget()
        self.tabs = PatternsTabs("ladders")
        self.tabs.went.connect(self.go)
        vbox(Title(page_name("ladders")), S3, self.tabs, S4, on=self._head, gap=0)
        self.overview = LadderOverview(context, self._climbing, self._drafts)
        self.view = LadderView(context, self._climbing, self._drafts)
        for part in (self.overview, self.view):
            part.go.connect(self.go)
            part.opened.connect(self._bring)
        self.view.chosen.connect(self._choose)
        self.view.order.connect(self._put_order)
        self._near = QWidget()
        hbox(wide(self.overview, 1), stretch(0), on=self._near)
        self.view.hide()
        column = vbox(gap=0)
        put(column, self._head, self._near, self.view, stretch())
        self.set_body(column, dense=True, top=26, linked=False)
        self._keep_near()

    def restyle(self) -> None:
        """Take over new sizes."""
        super().restyle()
        self._keep_near()

    def _keep_near(self) -> None:
        """A ladder's words stand near what opens it."""
        self.overview.setMaximumWidth(theme.px(NEAR))

    # showing

    def open(self, route: Route) -> None:
        """Show the ladder that has the step which is the part of `route`, or all of them."""
        before = self._uid
        if route.at == routes.STEP or not route.part or route.part != self.part:
            self._uid = route.part  # else back to the ladder in sight, whose chosen step stays
        self.view.edit(on=False)
        if before != self._uid or self._stale:  # else it was read when it was seen
            self.renew()
        if self._uid:
            self.view.begin()
        elif not self.tabs.isAncestorOf(self.window().focusWidget() or self.window()):
            self.overview.make.setFocus()
        self.to_top()

    def refresh(self) -> None:
        """Read all ladders anew; one that is gone leads back to all of them. Raises a StoreError."""
        self._drafts.read()
        store = self.context.store
        self._found = read_ladders(store)
        self._day = read_climbing_day(store, self._found, self.context.today)
        self._patterns = patterns_by_fear(store)
        self._show()

    def _show(self) -> None:
        ladder = next((one for one in self._found if one.rung(self._uid) is not None), None)
        if ladder is None and self._uid:
            ladder = self._left_behind()
        if ladder is None:
            self._uid = ""
            self.overview.show_ladders(self._found)
        else:
            self.view.show_ladder(ladder, self._day, self._uid)
            self.view.show_patterns(self._patterns.get(folded(ladder.fear), ()))
        self._head.setVisible(ladder is None)
        self._near.setVisible(ladder is None)
        self.view.setVisible(ladder is not None)

    def _left_behind(self) -> FearLadder | None:
        """The ladder whose chosen step was taken out, with another step chosen."""
        shown = self.view.shown
        if shown is None or shown.rung(self._uid) is None:
            return None
        ladder = next((one for one in self._found if one.fear == shown.fear), None)
        if ladder is not None:
            self._uid = first_step(ladder)
        return ladder

    def _choose(self, uid: str) -> None:
        if uid != self._uid:
            self._uid = uid
            self._show()

    def _put_order(self, uids: object) -> None:
        assert isinstance(uids, tuple), "an order is uids"
        self._climbing.put_order(uids_in_order(self._found, uids))

    def _bring(self, widget: object) -> None:
        if isinstance(widget, QWidget):
            self.bring_into_sight(widget)

    @property
    def chosen(self) -> str:
        """The uid of the step that is chosen; "" for all ladders."""
        return self._uid

    @property
    def part(self) -> str:
        """The ladder in sight, by its oldest step: it is one place, whichever step is chosen."""
        shown = self.view.shown
        return min(rung.step.uid for rung in shown.rungs) if self._uid and shown is not None else ""

    @property
    def way_up(self) -> Route | None:
        """From a ladder to all of them."""
        return routes.LADDERS if self._uid else routes.PATTERNS

    # leaving

    def leave(self) -> None:
        """Whatever is half written is held as a draft."""
        self._drafts.now()

    @property
    def unsaved(self) -> bool:
        """Whether something is written that is not kept yet."""
        return any(part.unsaved for part in (self.overview, self.view.place, self.view.editor))

    @property
    def loses_nothing(self) -> bool:
        """What is half written waits as a draft."""
        return self._drafts.now()

    @property
    def waiting(self) -> str:
        """What is half written."""
        return _("a step that is half written")
