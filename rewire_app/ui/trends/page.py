"""Trends: practice, reactivity, sleep and stress on one time axis, and practice against reactivity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from rewire_app.charts.columns import Range, Stretch
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.page import NARROW_PAGE, Page
from rewire_app.ui.trends.lane_dates import TwoDates
from rewire_app.ui.trends.loading import Loading
from rewire_app.ui.trends.more import BY_DAY_OR_WEEK, MORE, more
from rewire_app.ui.trends.view_switch import ViewSwitch
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.choices import Segmented
from rewire_app.ui.widgets.text import Second, Title
from rewire_app.ui.widgets.theme import PAGE_MARGIN, PAGE_MARGIN_DENSE, S3, theme

if TYPE_CHECKING:
    from rewire_app.charts.comparison import Comparison
    from rewire_app.ui.trends.first_days_view import LittleView
    from rewire_app.ui.trends.loading import Picture
    from rewire_app.ui.trends.views import TrendsViews

MARGIN, MARGIN_TOP, MARGIN_BOTTOM = 32, 28, 20
GAP, GAP_LITTLE = 15, 3
DATES = "dates"
"""The fifth range: any two dates."""
HEAD_WIDE = 800
"""Page width in px from which title, view and range fit in one line."""


class TrendsPage(Page):
    """The frame is there at once; the pictures follow as soon as their thread has made them."""

    topics = frozenset(
        {
            "practices",
            "days",
            "nights",
            "moments",
            "plans",
            "pauses",
            "marks",
            "custom_measures",
            "custom_ratings",
        }
    )

    def __init__(self, context: Context) -> None:
        self._little: LittleView | None = None
        self._views: TrendsViews | None = None
        super().__init__(context)
        self._loading = Loading()
        self._loading.loaded.connect(self._full_views)
        self._loading.pictured.connect(self._show)
        self._loading.viewed.connect(self._show_more)
        self._loading.compared.connect(self._compare)
        self._loading.failed.connect(self._fail)
        self._picture: Picture | None = None
        self._comparison: Comparison | None = None
        self._whole = self._stretch = Stretch()
        self._lanes_kept = context.settings.lanes
        context.preferences.changed.connect(self._take_lanes)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.addLayout(self._head())
        self._column.addWidget(self.dates)
        self._gap = QSpacerItem(0, GAP)
        self._column.addItem(self._gap)
        self._waiting = Card(padding=25)
        self._waiting.body.addWidget(Second(_("Reading your notes")))
        self._waiting.body.addStretch(1)
        self._waiting.setMinimumHeight(theme.px(640))
        self._column.addWidget(self._waiting)
        self._column.addStretch(1)
        self.set_body(self._column)

    def _head(self) -> QBoxLayout:
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(S3)
        views = [("time", _("Over time")), ("against", _("Practice"))]
        self.view = ViewSwitch([*views, *((each.key, each.title()) for each in MORE)], name=_("View"))
        ranges = (
            (Range.MONTH, _("1 month")),
            (Range.QUARTER, _("3 months")),
            (Range.YEAR, _("1 year")),
            (Range.ALL, _("All")),
            (DATES, _("Dates")),
        )
        self.range = Segmented([(str(key), text) for key, text in ranges], name=_("Range"))
        self.dates = TwoDates(lambda: self.context.today)
        self.dates.setContentsMargins(0, theme.px(S3), 0, 0)
        self.dates.changed.connect(self._choose_dates)
        self.dates.hide()
        self.range.set_value(str(Range.QUARTER))
        self.unit = Segmented([("days", _("Days")), ("weeks", _("Weeks"))], name=_("One point for"))
        self.view.changed.connect(self._choose_view)
        self.range.changed.connect(self._choose_range)
        self.unit.changed.connect(self._choose_unit)
        self._controls = QWidget()
        across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._controls)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(S3)
        self._across = across
        for part in (self.view, self.unit):
            across.addWidget(part, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        across.addStretch(1)
        self._line.addWidget(Title(_("Trends")), 1)
        self._line.addWidget(self.range, 0, Qt.AlignmentFlag.AlignTop)
        self.unit.hide()
        self.view.hide()
        whole = QVBoxLayout()
        whole.setSpacing(S3)
        whole.addLayout(self._line)
        whole.addWidget(self._controls)
        self._controls.hide()
        return whole

    # reading

    def refresh(self) -> None:
        """Read the notes anew; what is on screen stays until the new picture is there."""
        self._load(changed=True)

    def _load(self, *, changed: bool) -> None:
        today, view = self.context.today.toordinal(), str(self.view.value())
        kept = self.context.settings.lanes
        self._loading.start(self.context.vault, self._stretch, today, view, changed=changed, lanes=kept)

    def let_go(self) -> None:
        """What is still being worked out is not waited for on the screen any more."""
        self._loading.stop()

    def settle(self) -> None:
        """Wait until everything that was asked for is on screen; for pictures and for checks."""
        self._loading.wait()
        QCoreApplication.sendPostedEvents()
        QCoreApplication.processEvents()

    # showing

    def _show(self, picture: Picture) -> None:
        self._picture = picture
        little = picture.lanes.little is not None
        self._waiting.hide()
        self.view.setVisible(not little)
        self._controls.setVisible(not little)
        self._offer(there=not little)
        if little:
            self._little_view().show_lanes(picture.lanes)
        else:
            self._full_views().show_picture(picture)
        if self._little is not None:
            self._little.setVisible(little)
        if self._views is not None:
            self._views.setVisible(not little)
        self._gap.changeSize(0, GAP_LITTLE if little else GAP)
        self._column.invalidate()
        self._set_margins()
        if not picture.stretch.zoomed:  # who looks around keeps the heights there are
            self._lay_out()

    def _fail(self, sentence: str) -> None:
        """Say why the notes could not be read; a page nobody sees tries again when it is looked at."""
        if self.isVisible():
            self.context.hub.failed.emit(sentence)
        else:
            self.mark_stale()

    def _show_more(self, key: str, made: object) -> None:
        views = self._full_views()
        views.show_more(key, made)
        views.set_view(str(self.view.value()))
        self._lay_out()

    def _compare(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._full_views().show_comparison(comparison)
        self._lay_out()

    def _lay_out(self) -> None:
        """Give every part its height before it is painted: layouts inside layouts take several turns."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def _little_view(self) -> LittleView:
        if self._little is None:
            from rewire_app.ui.trends.first_days_view import LittleView

            self._little = LittleView()
            self._little.note.connect(self._note_today)
            self._column.insertWidget(self._column.count() - 1, self._little)
        return self._little

    def _full_views(self) -> TrendsViews:
        if self._views is None:
            from rewire_app.ui.trends.lane_desk import LaneDesk
            from rewire_app.ui.trends.views import TrendsViews

            self._views = TrendsViews()
            self._views.hide()
            self._views.go.connect(self.go)
            self._views.lanes.wanted.connect(self._look_at)
            self.desk = LaneDesk(self.context, self, self._views.lanes)
            self._column.insertWidget(self._column.count() - 1, self._views)
            self._arrange()
        return self._views

    # acting

    def _choose_range(self) -> None:
        key = str(self.range.value())
        self._offer(there=True)
        if key == DATES:
            self._begin_dates()
            return
        self._whole = self._stretch = Stretch(chosen=Range(key))
        if self.context.ready:
            self._load(changed=False)

    def _begin_dates(self) -> None:
        """Begin with the days that are seen now; they change once other dates are given."""
        seen = None if self._picture is None else self._picture.columns
        today = self.context.today.toordinal()
        first, last = (today - 90, today) if seen is None else (seen.first, min(seen.last, today))
        self.dates.show_days(first, last)
        self._choose_dates(first, last)

    def _choose_dates(self, first: int, last: int) -> None:
        self._whole = self._stretch = Stretch(days=(first, last))
        if self.context.ready:
            self._load(changed=False)

    def _look_at(self, stretch: Stretch | None) -> None:
        """Look around within the notes; None: at the whole range again."""
        self._stretch = self._whole if stretch is None else stretch
        self._load(changed=False)

    def _take_lanes(self) -> None:
        """Draw anew when other lanes were chosen."""
        if self._lanes_kept != self.context.settings.lanes:
            self._lanes_kept = self.context.settings.lanes
            if self.context.ready:
                self._load(changed=False)

    def _choose_view(self) -> None:
        key = str(self.view.value())
        self._offer(there=True)
        if more(key) is None:
            self._full_views().set_view(key)
        else:
            self._load(changed=False)  # shown as soon as its thread has made it

    def _offer(self, *, there: bool) -> None:
        """Offer the range and the unit where they matter."""
        key = str(self.view.value())
        chosen = more(key)
        ranged = there and (key == "time" if chosen is None else chosen.ranged)
        self.range.setVisible(ranged)
        self.dates.setVisible(ranged and self.range.value() == DATES)
        self.unit.setVisible(there and key in BY_DAY_OR_WEEK)

    def _choose_unit(self) -> None:
        self._full_views().set_weekly(weekly=self.unit.value() == "weeks")

    def _note_today(self) -> None:
        self.go.emit(routes.journal(self.context.today, "evening"))

    # layout

    def _set_margins(self) -> None:
        """A dense page: narrower margins than other pages once there is something to see."""
        if self._body is None or self._scroll is None:
            return
        bar = self._scroll.verticalScrollBar()
        room = bar.sizeHint().width() if bar.maximum() else 0
        side, top = MARGIN, MARGIN_TOP
        if self._little is not None and self._little.isVisibleTo(self):
            side = PAGE_MARGIN if self.width() >= NARROW_PAGE else PAGE_MARGIN_DENSE
            top = MARGIN_TOP + 4
        self._body.setContentsMargins(side, top, side - room, MARGIN_BOTTOM)

    def _arrange(self) -> None:
        ways = QBoxLayout.Direction
        self._line.setDirection(ways.LeftToRight if self.width() >= theme.px(HEAD_WIDE) else ways.TopToBottom)
        room = self.width() - 2 * MARGIN
        self.view.fit(room)
        both = self.view.sizeHint().width() + theme.px(S3) + self.unit.sizeHint().width()
        self._across.setDirection(ways.LeftToRight if both <= room else ways.TopToBottom)
        if self._views is not None:
            self._views.arrange(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Controls below the title and the side column below the chart when there is little room."""
        self._arrange()
        super().resizeEvent(event)
