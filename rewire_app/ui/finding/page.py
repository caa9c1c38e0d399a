"""The ways through the journal: the month, the list of all entries, and the one search."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.journal_switch import AT, LIST, MONTH, SEARCH, JournalSwitch
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.routes import Route
from rewire_app.ui.finding.list_view import EveryEntry
from rewire_app.ui.finding.month_view import MonthView
from rewire_app.ui.finding.search_view import SearchView
from rewire_app.ui.widgets.layout import put, vbox, wide
from rewire_app.ui.widgets.theme import S3, S4, theme

NARROW = 760
"""Below this width the switch stands under the title."""


class FindingPage(Page):
    """One of the ways is in sight; each stays as it was left."""

    above = routes.JOURNAL
    topics = MonthView.topics | EveryEntry.topics | SearchView.topics

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.month, self.list, self.search = MonthView(context), EveryEntry(context), SearchView(context)
        self._views: dict[str, MonthView | EveryEntry | SearchView] = {
            MONTH: self.month,
            LIST: self.list,
            SEARCH: self.search,
        }
        self.switch = JournalSwitch(MONTH, self._day)
        self.switch.went.connect(self.go)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(S3)
        column = vbox(self._head, S4, gap=0)
        for view in self._views.values():
            view.go.connect(self.go)
            put(self._head, wide(view.head, 1))
            put(column, view)
        put(self._head, self.switch)
        column.addStretch(1)
        self.set_body(column, dense=True, top=26, linked=False)
        self._look_at(MONTH)
        self.month.grid.reached.connect(self._bring_cell)

    def _day(self) -> date:
        return min(self.month.day, self.context.today)

    def _look_at(self, way: str) -> None:
        self._way = way
        for name, view in self._views.items():
            view.head.setVisible(name == way)
            view.setVisible(name == way)

    # ways

    def open(self, route: Route) -> None:
        """Show the way that is the part of `route`; the keyboard stays on the switch that led there."""
        way, _slash, month = route.part.partition("/")
        way = way if way in self._views else SEARCH
        if way == MONTH and month:
            self.month.show_part(month)
        self._look_at(way)
        self.switch.stand(way)
        self.renew()
        if route.at == AT and way != SEARCH:
            self.switch.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._views[way].begin()
        QTimer.singleShot(0, self, self.to_top)  # what has the keyboard may stand further down

    def _bring_cell(self, cell: QRect) -> None:
        """Let the day that the keys stand on be seen."""
        if self._scroll is not None and (content := self._scroll.widget()) is not None:
            where = self.month.grid.mapTo(content, cell.center())
            self._scroll.ensureVisible(where.x(), where.y(), 0, cell.height())

    def refresh(self) -> None:
        """Read what is in sight anew; the others are read when they are shown."""
        self._views[self._way].refresh()

    def _on_changed(self, topics: frozenset[str]) -> None:
        """The search lets go of what changed, whether it is seen or not."""
        self.search.let_go_of(topics)
        super()._on_changed(topics)

    def mark_stale(self) -> None:
        """All of it may have changed."""
        self.search.let_go_of(SearchView.topics)
        super().mark_stale()

    @property
    def part(self) -> str:
        """The way that is in sight."""
        return self.month.part if self._way == MONTH else self._way

    def let_go(self) -> None:
        """No word of the person's is held any more."""
        self.search.forget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The switch stands under the title when there is little room."""
        ways = QBoxLayout.Direction
        roomy = self.width() >= theme.px(NARROW)
        self._head.setDirection(ways.LeftToRight if roomy else ways.TopToBottom)
        super().resizeEvent(event)
