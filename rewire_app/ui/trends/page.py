"""Trends: practice, reactivity, sleep and stress over time, and what goes together with what."""

from __future__ import annotations

import os
import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSpacerItem

from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.page import Page
from rewire_app.ui.trends.head import TrendsHead
from rewire_app.ui.trends.loading import Loading, TrendsWish
from rewire_app.ui.trends.toolbar import TrendsTools
from rewire_app.ui.trends.view_kinds import ViewKind, view_kind
from rewire_app.ui.trends.worse_cards import PUT_AWAY
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.layout import put, stretch, vbox
from rewire_app.ui.widgets.room import NARROW_PAGE, SMALL_WIDE, above_column, beside_column
from rewire_app.ui.widgets.text import Second
from rewire_app.ui.widgets.theme import PAGE_MARGIN, S2, S6, theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rewire_app.charts.columns import Stretch
    from rewire_app.charts.comparison import Comparison
    from rewire_app.insight.findings import Finding
    from rewire_app.reports.on_track import HarderWeeks
    from rewire_app.ui.trends.first_days_view import LittleView
    from rewire_app.ui.trends.picture import Picture
    from rewire_app.ui.trends.views import TrendsViews

MARGIN, MARGIN_TOP, MARGIN_BOTTOM = 32, 16, 14
LITTLE_TOP = 32
"""Room above the first days, px: they have no tools."""
GAP, GAP_LITTLE = 12, 3


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
            "profile",
        }
    )

    def __init__(self, context: Context) -> None:
        self._little: LittleView | None = None
        self._views: TrendsViews | None = None
        super().__init__(context)
        self._loading = Loading(load_modules)
        self._loading.loaded.connect(self._build_views)  # in a turn of its own: keys get in between
        self._loading.pictured.connect(self._show)
        self._loading.viewed.connect(self._show_view)
        self._loading.compared.connect(self._compare)
        self._loading.asked.connect(self._show_weeks)
        self._loading.failed.connect(self._fail)
        self._lanes_kept = context.settings.lanes
        context.preferences.changed.connect(self._take_lanes)
        self._arriving = False
        self._head = TrendsHead()
        self.tools = tools = TrendsTools(lambda: context.today)
        self._stretch = tools.stretch
        self.view, self.range = self._head.view, tools.range
        self.dates, self.unit = tools.dates, tools.unit
        self._head.viewed.connect(self._change_view)
        tools.chosen.connect(self._look_at)
        tools.parted.connect(self._change_view)
        tools.weekly.connect(lambda weekly: self.views.set_weekly(weekly=weekly))
        tools.tabled.connect(self._show_table)
        tools.more.handed.connect(lambda: self.go.emit(routes.SESSION))
        self._column = vbox(self._head, S2 + 2, tools, gap=0)
        self.view.hide()
        tools.hide()
        self._gap = QSpacerItem(0, GAP)
        self._column.addItem(self._gap)
        self._waiting = Card(padding=25)
        put(self._waiting.body, Second(_("Reading your notes")), stretch())
        self._waiting.setMinimumHeight(theme.px(640))
        put(self._column, self._waiting, stretch())
        self.set_body(self._column)

    # reading

    def refresh(self) -> None:
        """Read the notes anew; what is on screen stays until the new picture is there."""
        self._load(changed=True)

    def _load(self, *, changed: bool) -> None:
        """Ask for the chosen picture; it is shown as soon as its thread has made it."""
        context = self.context
        if not context.ready:
            return
        wish = TrendsWish(
            vault=context.vault,
            library=context.library,
            stretch=self._stretch,
            today=context.today.toordinal(),
            view=self._kind,
            lanes=context.settings.lanes,
        )
        self._loading.start(wish, changed=changed)

    def let_go(self) -> None:
        """What is still being worked out is not waited for on the screen any more."""
        self._loading.stop()

    def settle(self) -> None:
        """Wait until everything that was asked for is on screen; for pictures and for checks."""
        self._loading.wait()
        QCoreApplication.sendPostedEvents()
        QCoreApplication.processEvents()

    # showing

    @property
    def little(self) -> LittleView:
        """What is shown in the first days; built when it is first asked for."""
        if self._little is None:
            from rewire_app.ui.trends.first_days_view import LittleView

            self._little = LittleView()
            self._little.note.connect(lambda: self.go.emit(routes.evening(self.context.today)))
            self._column.insertWidget(self._column.count() - 1, self._little)
        return self._little

    @property
    def views(self) -> TrendsViews:
        """Everything below the head once there is something to see; built when it is first asked for."""
        self._build_views()
        assert self._views is not None
        return self._views

    def _build_views(self) -> None:
        if self._views is not None:
            return
        from rewire_app.ui.trends.lane_desk import LaneDesk
        from rewire_app.ui.trends.views import TrendsViews

        self._views = TrendsViews()
        self._views.hide()
        self._views.go.connect(self.go)
        self._views.moved.connect(self._fit_soon)
        self._views.lanes.wanted.connect(self._look_at)
        self._views.harder.put_away.connect(self._put_weeks_away)
        self.tools.length_chosen.connect(self._views.lanes.choose_length)
        self.tools.asked.connect(self._views.lanes.ask)
        self.desk = LaneDesk(self.context, self, self._views.lanes, self.tools.more)
        self._views.marks.add.connect(self.desk.mark_today)
        self._views.marks.shown.connect(self.desk.show_marks)
        self._column.insertWidget(self._column.count() - 1, self._views)
        self._views.arrange(self.width() - 2 * self._side())
        if self.context.ready:
            with self.context.hub.telling():
                self.desk.bring_back()

    def _show(self, picture: Picture) -> None:
        little = picture.lanes.little is not None
        self._waiting.hide()
        self.view.setVisible(not little)
        self.tools.setVisible(not little)
        self.tools.show_columns(picture.columns, picture.first_day, zoomed=picture.stretch.zoomed)
        if little:
            self.little.show_lanes(picture.lanes)
        else:
            self.views.show_picture(picture)
            if self._kind.make is None:
                self.views.show_view(self._kind, picture)
        if self._little is not None:
            self._little.setVisible(little)
        if self._views is not None:
            self._views.setVisible(not little)
        self._gap.changeSize(0, GAP_LITTLE if little else GAP)
        self._column.invalidate()
        self._set_margins()
        if not little:
            self.tools.offer(self._kind, self.views.seen)
        if not picture.stretch.zoomed:  # who looks around keeps the heights there are
            _lay_out()
            self._fit()
            _lay_out()
        self._begin_at_picture()

    def _show_weeks(self, found: HarderWeeks | None) -> None:
        """Ask about harder weeks that were not put away."""
        kept = None
        if found is not None:
            with self.context.hub.telling():
                kept = self.context.store.profile.get(PUT_AWAY)
        self.views.harder.show_weeks(found, int(kept) if kept and kept.isdecimal() else 0)
        _lay_out()

    def _put_weeks_away(self, mark: int) -> None:
        store = self.context.store.profile
        if self.context.hub.keep(_("question put away"), None, store.put, PUT_AWAY, str(mark)):
            self._show_weeks(None)

    def _fail(self, sentence: str) -> None:
        """Say why the notes could not be read; a page nobody sees tries again when it is looked at."""
        if self.isVisible():
            self.context.hub.failed.emit(sentence)
        else:
            self.mark_stale()

    def _keep_looks(self, findings: Iterable[Finding]) -> None:
        """Keep this week's look of each card where this is the first; what is shown does not change by it."""
        from rewire_app.insight.kept_looks import kept_looks

        with self.context.hub.telling():
            self.context.store.looks.keep(kept_looks(findings))

    def _show_view(self, key: str, made: object) -> None:
        self._keep_looks(view_kind(key).found(made))
        before = self.views.seen
        self.views.show_view(view_kind(key), made)
        self.tools.offer(self._kind, self.views.seen)
        _lay_out()
        if before is not self.views.seen:
            self.to_top()

    def _compare(self, comparison: Comparison) -> None:
        self._keep_looks([comparison.verdict])
        self.views.show_comparison(comparison)
        _lay_out()

    # acting

    def _look_at(self, stretch: Stretch | None = None) -> None:
        """Look around within the notes; None: at all of the range that is chosen."""
        self._stretch = self.tools.stretch if stretch is None else stretch
        self._load(changed=False)

    @property
    def _kind(self) -> ViewKind:
        """The picture that is chosen."""
        return self.tools.within(self._head.kind)

    def _change_view(self) -> None:
        """Offer what suits the other picture at once, and ask for it."""
        kind = self._kind
        self.tools.offer(kind, self.views.by_key.get(kind.key))
        if kind.key == "notes" and self.views.as_table is not None:
            self._show_table(on=False)
        self._load(changed=False)

    def _show_table(self, on: bool) -> None:
        """The numbers over the whole width, or the picture again."""
        self.views.show_table(on=on)
        self.tools.show_tabled(on=on)
        _lay_out()

    def _take_lanes(self) -> None:
        """Draw anew when other lanes were chosen."""
        if self._lanes_kept != self.context.settings.lanes:
            self._lanes_kept = self.context.settings.lanes
            if self.context.ready:
                self._load(changed=False)

    # what is half written

    def leave(self) -> None:
        """What is half written is held as a draft."""
        if self._views is not None:
            self.desk.hold()

    @property
    def unsaved(self) -> bool:
        """Whether a mark or a measure is half written here."""
        return self._views is not None and self.desk.half_written

    @property
    def loses_nothing(self) -> bool:
        """What is half written waits as a draft."""
        return self._views is None or self.desk.hold()

    def show_waiting(self) -> str:
        """The form comes into sight."""
        self.desk.show_half_written()
        if self.loses_nothing:
            return _("What you wrote in Trends is not kept yet. Close once more to leave: it waits here.")
        return _("What you wrote in Trends is not kept. Close once more to leave without it.")

    # the keyboard

    def showEvent(self, event: QShowEvent) -> None:
        """Who comes by keyboard begins at the picture, once it is there."""
        self._arriving = True
        super().showEvent(event)
        QTimer.singleShot(0, self, self._begin_at_picture)  # once the page that was left has let the focus go

    def _begin_at_picture(self) -> None:
        """Give the picture the focus that the first control has, or the page that was left; no other."""
        views, here = self._views, self.window().focusWidget()
        if not self._arriving or views is None or not views.isVisible() or self._loading.busy:
            return
        self._arriving = False
        chart = views.seen.chart()
        if chart is None or not self.isVisible() or views.as_table is not None:
            return
        if here in {None, self} or self._head.isAncestorOf(here) or self.tools.isAncestorOf(here):
            chart.setFocus(Qt.FocusReason.OtherFocusReason)
            self.to_top()

    # layout

    def _fit_soon(self) -> None:
        """Fit once everything above the lanes has its place."""
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """Let lanes and dates be in the first screen, where lanes a little lower are enough for that."""
        content = None if self._scroll is None else self._scroll.widget()
        if self._views is None or self._scroll is None or content is None:
            return
        card = self._views.lanes
        top = card.mapTo(content, QPoint(0, 0)).y()
        card.fit(self._scroll.viewport().height() - top - MARGIN_BOTTOM)

    def _set_margins(self) -> None:
        """A dense page: narrower margins than other pages once there is something to see."""
        if self.body is None or self._scroll is None:
            return
        bar = self._scroll.verticalScrollBar()
        room = bar.sizeHint().width() if bar.maximum() else 0
        side, top = self._side(), MARGIN_TOP
        if self._little is not None and self._little.isVisibleTo(self):
            side = max(side, PAGE_MARGIN if self.width() >= theme.px(NARROW_PAGE) else 0)
            top = LITTLE_TOP
        top = above_column(self.height(), top, theme.scale)
        self.body.setContentsMargins(side, top, side - room, MARGIN_BOTTOM)

    def _side(self) -> int:
        """The px at either side of what there is to see."""
        small = self.width() <= theme.px(SMALL_WIDE)
        return beside_column(self.width(), S6 if small else MARGIN, theme.scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tools in two lines and the side column below the chart when there is little room."""
        column = self.width() - 2 * self._side()
        self._head.arrange(column)
        self.tools.arrange(column)
        if self._views is not None:
            self._views.arrange(column)
            self._fit_soon()
        super().resizeEvent(event)


def _lay_out() -> None:
    """Give every part its height before it is painted: layouts inside layouts take several turns."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


_importing = threading.Lock()


def load_modules() -> None:
    """Import what is heavy, numpy and what stands on it, on a thread; nothing if it is there already."""
    with _importing:
        if "rewire_app.ui.trends.views" in sys.modules:
            return
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        import rewire_app.charts.comparison
        import rewire_app.reports.trends
        import rewire_app.ui.trends.first_days_view
        import rewire_app.ui.trends.views  # noqa: F401
