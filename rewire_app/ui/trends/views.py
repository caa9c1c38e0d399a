"""Everything below the tools once there is something to see: pictures, or a table, and the side column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QMoveEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget

from rewire_app.charts.calendar import size_words
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.trends.consistency_card import CalendarCard, ConsistencyCard
from rewire_app.ui.trends.finding_card import FindingCard
from rewire_app.ui.trends.marks_card import MarksCard
from rewire_app.ui.trends.table_card import TableCard
from rewire_app.ui.trends.time_view import TimeView
from rewire_app.ui.trends.view import TrendsView
from rewire_app.ui.trends.worse_cards import HarderWeeksCard, QuestionnairesCard, UnwantedCard
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.layout import put, stretch, vbox, wide
from rewire_app.ui.widgets.text import Small, Strong
from rewire_app.ui.widgets.theme import S1, theme
from rewire_app.ui.widgets.unfold import LinkButton

if TYPE_CHECKING:
    from rewire_app.charts.comparison import Comparison
    from rewire_app.ui.trends.picture import Picture
    from rewire_app.ui.trends.view_kinds import ViewKind

GAP = 18
REST_MS = 150
"""How long going through time rests before the side column follows, milliseconds."""
SIDE = 266
BESIDE_FROM = 824
"""Width in px from which the side column stands beside the chart (a window of 1,100 with its rail)."""
TWO_FROM = 556
"""Width in px from which the cards below the chart stand in two columns."""


class TrendsViews(QWidget):
    """The picture at the left; at the right or below what the notes suggest, marks, calendar and consistency.

    As a table, the numbers of the picture have the whole width instead.
    `by_key`: the pictures that were looked at; the lanes are there at once, since they are acted on.

    `go(Route)`: a route is asked for. `moved()`: what stands above has another height.
    """

    go = Signal(object)
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        time = TimeView()
        self.lanes = time.lanes
        self.by_key: dict[str, TrendsView] = {"time": time}
        self._seen: TrendsView = time
        self.insight = FindingCard(_("What your notes suggest"), brief=True)
        self.marks = MarksCard()
        self.calendar = CalendarCard()
        self.consistency = ConsistencyCard()
        self.test, self.harder, self.unwanted = EntryCard(), HarderWeeksCard(), UnwantedCard()
        self.questionnaires = QuestionnairesCard()
        for asking in (self.test, self.harder, self.unwanted, self.questionnaires):
            asking.go.connect(self.go)
        self._weekly = self._as_table = False
        self._table: TableCard | None = None
        self._resting: Picture | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._show_rest)
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(GAP)
        self._charts = vbox(time, stretch(), gap=0)
        self.side = QWidget()
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom, self.side)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(GAP)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, cards in (
            (left, (self.insight, self.harder, self.marks, self.unwanted)),
            (right, (self.calendar, self.consistency, self.test, self.questionnaires)),
        ):
            column.setSpacing(GAP)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        put(self._halves, left, right)
        put(self._whole, wide(self._charts, 1), wide(self.side, 0, Qt.AlignmentFlag.AlignTop))

    def show_picture(self, picture: Picture) -> None:
        """Show beside the picture what depends on the range."""
        self._resting = picture
        self.marks.show_events(picture.lanes.events)
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
        """Show what the last 365 days allow to be said."""
        self.insight.show_finding(comparison.verdict)

    def show_view(self, kind: ViewKind, made: Any) -> None:
        """Show what was made for a kind of picture, and no other picture."""
        view = self.by_key.get(kind.key)
        if view is None:
            view = self.by_key[kind.key] = kind.widget()()
            view.set_weekly(weekly=self._weekly)
            view.go.connect(self.go)
            self._charts.insertWidget(1, view)
        view.show_made(made)
        before, self._seen = self._seen, view
        if self._as_table:
            self._fill_table()
        elif view is not before:  # to show what is seen would lay it out once more, for a size it never has
            held = before.isAncestorOf(QApplication.focusWidget() or self)
            before.hide()
            view.show()
            if held and (chart := view.chart()) is not None:  # else Qt goes on to whatever comes next
                chart.setFocus(Qt.FocusReason.OtherFocusReason)
        self._suit(kind)

    @property
    def seen(self) -> TrendsView:
        """The picture that is chosen."""
        return self._seen

    @property
    def as_table(self) -> TableCard | None:
        """The table, while it is shown."""
        return self._table if self._as_table else None

    def show_table(self, *, on: bool) -> None:
        """Show the numbers over the whole width, or the picture and what stands beside it."""
        self._as_table = on
        if on and self._table is None:
            self._table = TableCard()
            self._charts.insertWidget(0, self._table)
        for view in self.by_key.values():
            view.setVisible(not on and view is self._seen)
        self.side.setVisible(not on and not self._seen.alone)
        if self._table is not None:
            self._table.setVisible(on)
        if on:
            self._fill_table()

    def _fill_table(self) -> None:
        table = self._seen.table()
        if self._table is not None and table is not None:
            self._table.show_table(self._seen.title, table, self._seen.second_table())

    def _suit(self, kind: ViewKind) -> None:
        """Have beside a picture what is not in it: marks belong to lanes, and no insight is said twice."""
        self.marks.setVisible(kind.make is None)
        self.side.setVisible(not self._as_table and not self._seen.alone)
        said = bool(self._seen.title)
        for card in (self.insight, self.consistency):
            card.setVisible(said)
        self._halves.setSpacing(GAP if said else 0)

    def moveEvent(self, event: QMoveEvent) -> None:
        """Say that there is more or less room below."""
        super().moveEvent(event)
        self.moved.emit()

    def set_weekly(self, *, weekly: bool) -> None:
        """One point a week or one a day."""
        self._weekly = weekly
        for view in self.by_key.values():
            view.set_weekly(weekly=weekly)
        if self._as_table:
            self._fill_table()

    def arrange(self, width: int) -> None:
        """Side column beside or below, in `width` px."""
        ways = QBoxLayout.Direction
        beside = width >= theme.px(BESIDE_FROM)
        self._whole.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        two = not beside and width >= theme.px(TWO_FROM)
        self._halves.setDirection(ways.LeftToRight if two else ways.TopToBottom)
        if beside:
            self.side.setFixedWidth(theme.px(SIDE))
        else:
            self.side.setMinimumWidth(0)
            self.side.setMaximumWidth(16_777_215)
        self._whole.setAlignment(self.side, Qt.AlignmentFlag.AlignTop if beside else Qt.AlignmentFlag(0))


class EntryCard(Card):
    """The way to a fair test, and what it adds to a link. `go(Route)`: the route of the test."""

    go = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=23)
        put(
            self.body,
            Strong(_("A fair test")),
            S1,
            Small(
                _(
                    "A link is not a cause. To compare two ways of practising fairly, let chance decide "
                    "which day or week gets which."
                )
            ),
        )
        self.button = LinkButton(_("Open the fair test"))
        self.button.clicked.connect(lambda: self.go.emit(routes.EXPERIMENT))
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
