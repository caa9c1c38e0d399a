"""Everything below the title once there is something to see: the two pictures and the side column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from rewire_app.charts.calendar import size_words
from rewire_app.i18n import _
from rewire_app.ui.trends.calendar_card import CalendarCard
from rewire_app.ui.trends.consistency_card import ConsistencyCard
from rewire_app.ui.trends.experiment_card import EntryCard
from rewire_app.ui.trends.finding_card import FindingCard
from rewire_app.ui.trends.lane_card import LanesCard
from rewire_app.ui.trends.more import MoreView, more
from rewire_app.ui.trends.scatter_card import ScatterCard
from rewire_app.ui.widgets.theme import theme

if TYPE_CHECKING:
    from rewire_app.charts.comparison import Comparison
    from rewire_app.ui.trends.loading import Picture

GAP = 18
REST_MS = 150
"""How long going through time rests before the side column follows, milliseconds."""
SIDE = 284
BESIDE_FROM = 916
"""Page width in px from which the side column stands beside the chart (a window of about 1,100)."""
TWO_FROM = 620
"""Page width in px from which the cards below the chart stand in two columns."""


class TrendsViews(QWidget):
    """Chart card at the left, what the notes suggest, calendar and consistency at the right or below.

    `go(str)`: a route is asked for.
    """

    go = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lanes = LanesCard()
        self.insight = FindingCard(_("What your notes suggest"), brief=True)
        self.calendar = CalendarCard()
        self.consistency = ConsistencyCard()
        self.test = EntryCard()
        self.test.go.connect(self.go)
        self.scatter: ScatterCard | None = None
        self.more: dict[str, MoreView] = {}
        self._comparison: Comparison | None = None
        self._weekly = False
        self._resting: Picture | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._show_rest)
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(GAP)
        self._charts = QVBoxLayout()
        self._charts.setSpacing(0)
        self._charts.addWidget(self.lanes)
        self._charts.addStretch(1)
        self._side = QWidget()
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._side)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(GAP)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, cards in ((left, (self.insight,)), (right, (self.calendar, self.consistency, self.test))):
            column.setSpacing(GAP)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        self._halves.addLayout(left)
        self._halves.addLayout(right)
        self._whole.addLayout(self._charts, 1)
        self._whole.addWidget(self._side, 0, Qt.AlignmentFlag.AlignTop)

    def show_picture(self, picture: Picture) -> None:
        """Show what depends on the range."""
        self.lanes.show_picture(picture)
        self._resting = picture
        if picture.stretch.zoomed:
            self._rest.start()  # who goes through time looks at the lanes; the rest follows when they stop
        else:
            self._rest.stop()
            self._show_rest()

    def _show_rest(self) -> None:
        """Show the cards beside the lanes for the stretch that is looked at."""
        picture = self._resting
        if picture is None:
            return
        self.calendar.show_calendar(picture.calendar, size_words())
        self.consistency.show_consistency(picture.consistency, picture.strength, len(picture.lanes.buckets))

    def show_comparison(self, comparison: Comparison) -> None:
        """Show what the last 180 days allow to be said."""
        self._comparison = comparison
        self.insight.show_finding(comparison.verdict)
        if self.scatter is not None:
            self.scatter.show_comparison(comparison)

    def set_view(self, key: str) -> None:
        """Show the lanes ("time"), practice against reactivity ("against") or one of `more.MORE`."""
        if key == "against" and self.scatter is None:
            self.scatter = ScatterCard(_("Practice against reactivity, as a table"))
            self.scatter.go.connect(self.go)
            self.scatter.set_weekly(weekly=self._weekly)
            self._charts.insertWidget(1, self.scatter)
            if self._comparison is not None:
                self.scatter.show_comparison(self._comparison)
        self.lanes.setVisible(key == "time")
        if self.scatter is not None:
            self.scatter.setVisible(key == "against")
        for name, view in self.more.items():
            view.setVisible(name == key)

    def show_more(self, key: str, made: object) -> None:
        """Show what the maker of one of `more.MORE` made."""
        if key not in self.more:
            chosen = more(key)
            assert chosen is not None
            view = self.more[key] = chosen.build()
            view.set_weekly(weekly=self._weekly)
            view.go.connect(self.go)
            self._charts.insertWidget(1, view)
        self.more[key].show_made(made)

    def set_weekly(self, *, weekly: bool) -> None:
        """One point a week or one a day."""
        self._weekly = weekly
        if self.scatter is not None:
            self.scatter.set_weekly(weekly=weekly)
        for view in self.more.values():
            view.set_weekly(weekly=weekly)

    def arrange(self, width: int) -> None:
        """Side column beside or below, for a page `width` px wide."""
        ways = QBoxLayout.Direction
        beside = width >= theme.px(BESIDE_FROM)
        self._whole.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        two = not beside and width >= theme.px(TWO_FROM)
        self._halves.setDirection(ways.LeftToRight if two else ways.TopToBottom)
        if beside:
            self._side.setFixedWidth(theme.px(SIDE))
        else:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16_777_215)
        self._whole.setAlignment(self._side, Qt.AlignmentFlag.AlignTop if beside else Qt.AlignmentFlag(0))
