"""What all pages share: topics they show, a refresh when they are seen, routes they ask for."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from rewire_app.i18n import _
from rewire_app.ui.base.back_link import BackLink
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.keys import pressed
from rewire_app.ui.base.routes import Route
from rewire_app.ui.widgets.buttons import MainButton
from rewire_app.ui.widgets.layout import CHEVRON, hung, lay_on, nest_at, vbox
from rewire_app.ui.widgets.room import NARROW_PAGE, SMALL_WIDE, above_column, beside_column
from rewire_app.ui.widgets.scroll import PageScroll
from rewire_app.ui.widgets.theme import PAGE_MARGIN, PAGE_MARGIN_DENSE, S3, S6, theme

NEAR = 4
"""What begins in the first fourth of what is seen of a page is near its beginning."""
TOP_NARROW = 26
"""The most room above a narrow page, px."""


class Page(QWidget):
    """A page of the window. A hidden page whose topics change is stale and refreshes when it is shown.

    `go(Route)`: something else is asked for. `back()`: what was there before this page is.
    `above`: the page this one belongs to; its item of the rail is lit, the top link and Esc lead there.
    """

    spoken = "Pane"
    go = Signal(object)
    back = Signal()
    topics: frozenset[str] = frozenset()
    above: ClassVar[Route | None] = None

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._stale = True
        self.body: QBoxLayout | None = None
        self._scroll: PageScroll | None = None
        self._dense = False
        self._top = 0
        self.top_link: BackLink | None = None
        context.hub.changed.connect(self._on_changed)

    def set_body(self, body: QBoxLayout, *, dense: bool = False, top: int = 0, linked: bool = True) -> None:
        """Make `body` the page: it scrolls up and down inside the page's margins, narrower if `dense`.

        `top`: px of the design above a wide page, where it is not that of all pages. `linked`: the link to
        what is `above` begins the page; where its parts have links of their own, it does not.
        """
        content = QWidget()
        if self.above is not None and linked:
            self.top_link = BackLink(self.above)
            self.top_link.went.connect(self.go)
            nest_at(body, 0, hung(self.top_link, start=CHEVRON))
        lay_on(content, body)
        self.body, self._dense, self._top = body, dense, top
        self._scroll = PageScroll(content)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._set_margins)
        vbox(self._scroll, on=self)
        self._set_margins()

    def bring_into_sight(self, widget: QWidget, to: QWidget | None = None) -> None:
        """Scroll so that the top of `widget` is seen, once everything has its place.

        The page stays at its beginning when all down to the end of `to` is seen there (None: of `widget`), or
        when it stands near the beginning anyway.
        """

        def scroll() -> None:
            if self._scroll is not None and (content := self._scroll.widget()) is not None:
                top = widget.mapTo(content, QPoint(0, 0)).y()
                last, room = to or widget, self._scroll.viewport().height()
                end = last.mapTo(content, QPoint(0, last.height())).y()
                near = end <= room or (to is None and top <= room // NEAR)
                self._scroll.verticalScrollBar().setValue(0 if near else max(0, top - PAGE_MARGIN))

        QTimer.singleShot(0, self, scroll)

    @property
    def part(self) -> str:
        """Which part of the page is in sight, as its route names it; most pages have none."""
        return ""

    @property
    def way_up(self) -> Route | None:
        """Where Esc leads from what is in sight."""
        return self.above

    def to_top(self) -> None:
        """Show the beginning of the page."""
        if self._scroll is not None:
            self._scroll.verticalScrollBar().setValue(0)

    def _set_margins(self) -> None:
        if self.body is None or self._scroll is None:
            return
        wide = PAGE_MARGIN_DENSE + 4 if self._dense else PAGE_MARGIN
        roomy = self.width() >= theme.px(NARROW_PAGE)
        small = self.width() <= theme.px(SMALL_WIDE)
        side = S6 if small else wide if roomy else PAGE_MARGIN_DENSE
        side = beside_column(self.width(), side, theme.scale)
        top = self._top or wide - 8
        top = (
            above_column(self.height(), top, theme.scale) if roomy else min(top, S3 if small else TOP_NARROW)
        )
        bar = self._scroll.verticalScrollBar()
        right = side - (bar.sizeHint().width() if bar.maximum() else 0)
        self.body.setContentsMargins(side, top, right, wide - 8)

    def refresh(self) -> None:
        """Read what is shown anew; may raise a RewireError, and then shows what it showed before."""

    def renew(self) -> bool:
        """Refresh. False when it could not be read: that is said, and the next look tries again."""
        self._stale = False
        with self.context.hub.telling():
            self.refresh()
            return True
        self._stale = True
        return False

    def open(self, route: Route) -> None:
        """Show what `route` wants of this page; most pages have no parts."""

    def arrive(self) -> None:
        """Called once the page is shown because it was asked for; it may take the keyboard here."""

    def leave(self) -> None:
        """Called before another page is shown; whatever was typed is saved here."""

    def let_go(self) -> None:
        """Called when the page is dropped for good: threads it began end here."""

    @property
    def unsaved(self) -> bool:
        """Whether something typed here could not be saved yet."""
        return False

    @property
    def loses_nothing(self) -> bool:
        """Whether nothing of it would be lost now: all is saved, or waits as a draft."""
        return not self.unsaved

    @property
    def waiting(self) -> str:
        """What could not be saved, in words that can follow "In the Journal: "."""
        return _("what you typed")

    def show_waiting(self) -> str:
        """Bring what could not be saved into sight; gives a sentence that asks about it, if it has one."""
        return ""

    def follow(self, _topics: frozenset[str]) -> None:
        """Some topics of the page changed while it is seen; most pages are read anew as a whole."""
        self.renew()

    def _on_changed(self, topics: frozenset[str]) -> None:
        touched = topics & self.topics
        if not touched:
            return
        if not self.isVisible():
            self._stale = True
            return
        held = self._holds_focus
        if self._stale:
            self.renew()
        else:
            self.follow(touched)
        if held and not self._holds_focus:
            QTimer.singleShot(0, self, self._hold_focus)  # what was built anew is not shown before

    def _hold_focus(self) -> None:
        """What had the focus is gone from the page: not the next thing beside it has it, but the page."""
        if self.isVisible() and not self._holds_focus:
            self.setFocus()

    @property
    def _holds_focus(self) -> bool:
        held = self.window().focusWidget()
        return held is not None and (held is self or self.isAncestorOf(held))

    def mark_stale(self) -> None:
        """Refresh at the next look, whatever the topics."""
        self._stale = True

    def turn_day(self, _before: date) -> None:
        """Today is another day than `_before` now: most pages only read theirs anew."""
        self.mark_stale()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the main button, unless words are being typed; Esc goes up."""
        typing = isinstance(self.focusWidget(), QLineEdit)
        if pressed(event, "main") and not typing and self.press_main():
            return
        if pressed(event, "back") and (up := self.way_up) is not None:
            self.go.emit(up)
            return
        super().keyPressEvent(event)

    def press_main(self) -> bool:
        """Press the main button; False when none can be pressed."""
        shown = (one for one in self.findChildren(MainButton) if one.isVisible() and one.isEnabled())
        main = next(shown, None)
        if main is not None:
            main.click()
        return main is not None

    def restyle(self) -> None:
        """Larger text is like a narrower page: lay it out as for another width."""
        self.resizeEvent(QResizeEvent(self.size(), self.size()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Margins follow the width."""
        self._set_margins()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """A stale page reads its data when it is seen."""
        if self._stale and self.context.ready:
            self.renew()
        super().showEvent(event)


def page_of(widget: QWidget) -> Page:
    """The page on which `widget` stands."""
    above: QWidget | None = widget
    while above is not None and not isinstance(above, Page):
        above = above.parentWidget()
    assert above is not None, "it stands on no page"
    return above
