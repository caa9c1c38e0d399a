"""What is said at the foot of the window: the strip, where it stands, and whom it listens to."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from rewire_app.ui.base import crash
from rewire_app.ui.base.context import Context
from rewire_app.ui.frame.covers import Covers
from rewire_app.ui.widgets.scroll import PageScroll
from rewire_app.ui.widgets.undo_strip import UndoStrip


class StripPlace(QObject):
    """Keeps the strip under the pages, beside the rail, or under what covers both."""

    def __init__(
        self, context: Context, covers: Covers, under_pages: QVBoxLayout, under_all: QVBoxLayout
    ) -> None:
        super().__init__(covers)
        self._covers, self._under_pages, self._under_all = covers, under_pages, under_all
        self._cover: QWidget | None = None
        self.strip = strip = UndoStrip()
        under_pages.addWidget(strip)
        hub = context.hub
        hub.offered.connect(strip.offer)
        hub.withdrawn.connect(strip.withdraw)
        hub.failed.connect(strip.say)
        hub.said.connect(strip.say)
        crash.faults.happened.connect(strip.say)
        strip.came.connect(self._keep_in_sight)
        covers.currentChanged.connect(self._place)
        covers.uncovered.connect(self._forget)

    def _place(self) -> None:
        """What was said before an exercise is gone once it begins; what it says itself outlives it."""
        strip, cover = self.strip, self._covers.currentWidget()
        if self._covers.covered and cover is not self._cover:
            self._cover = cover
            strip.dismiss()
        shown = not strip.isHidden()
        there, here = self._under_all, self._under_pages
        if self._covers.covered:
            there, here = here, there
        if here.indexOf(strip) < 0:
            there.removeWidget(strip)
            here.addWidget(strip)
            strip.setVisible(shown)

    def _forget(self) -> None:
        """What covered the pages is over; nothing of it is held."""
        self._cover = None

    def _keep_in_sight(self) -> None:
        """The pages are lower now: what has the focus at their foot moves up with it."""
        focused = QApplication.focusWidget()
        scroll: QWidget | None = focused
        while scroll is not None and not isinstance(scroll, PageScroll):
            scroll = scroll.parentWidget()
        if focused is None or not isinstance(scroll, PageScroll):
            return
        below = focused.mapTo(scroll, QPoint(0, focused.height())).y() - scroll.height()
        if 0 < below < self.strip.height() + focused.height():  # some of it was in sight before
            scroll.ensureWidgetVisible(focused, 16, 24)
