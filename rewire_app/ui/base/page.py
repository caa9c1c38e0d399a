"""What all pages share: topics they show, a refresh when they are seen, routes they ask for."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLayout, QLineEdit, QWidget

from rewire_app.ui.base.context import Context
from rewire_app.ui.base.routes import Route
from rewire_app.ui.widgets.buttons import MainButton
from rewire_app.ui.widgets.layout import vbox
from rewire_app.ui.widgets.scroll import PageScroll
from rewire_app.ui.widgets.theme import PAGE_MARGIN, PAGE_MARGIN_DENSE

NARROW_PAGE = 900
"""Below this width in px a page has narrower margins."""
TOP_NARROW = 26
"""The most room above a narrow page, px."""


class Page(QWidget):
    """A page of the window. A hidden page whose topics change is stale and refreshes when it is shown.

    `go(Route)`: something else is asked for. `back()`: what this page was laid over is.
    """

    spoken = "Pane"
    go = Signal(object)
    back = Signal()
    topics: frozenset[str] = frozenset()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._stale = True
        self._body: QLayout | None = None
        self._scroll: PageScroll | None = None
        self._dense = False
        self._top = 0
        context.hub.changed.connect(self._on_changed)

    def set_body(self, body: QLayout, *, dense: bool = False, top: int = 0) -> None:
        """Make `body` the page: it scrolls up and down inside the page's margins, narrower if `dense`.

        `top`: px of the design above a wide page, where it is not that of all pages.
        """
        content = QWidget()
        content.setLayout(body)
        self._body, self._dense, self._top = body, dense, top
        self._scroll = PageScroll(content)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._set_margins)
        vbox(self._scroll, on=self)
        self._set_margins()

    def bring_into_sight(self, widget: QWidget) -> None:
        """Scroll so that the top of `widget` is seen, once everything has its place."""

        def scroll() -> None:
            if self._scroll is not None and (content := self._scroll.widget()) is not None:
                top = widget.mapTo(content, QPoint(0, 0)).y()
                self._scroll.verticalScrollBar().setValue(max(0, top - PAGE_MARGIN))

        QTimer.singleShot(0, self, scroll)

    def to_top(self) -> None:
        """Show the beginning of the page."""
        if self._scroll is not None:
            self._scroll.verticalScrollBar().setValue(0)

    def _set_margins(self) -> None:
        if self._body is None or self._scroll is None:
            return
        wide = PAGE_MARGIN_DENSE + 4 if self._dense else PAGE_MARGIN
        roomy = self.width() >= NARROW_PAGE
        side = wide if roomy else PAGE_MARGIN_DENSE
        top = self._top or wide - 8
        bar = self._scroll.verticalScrollBar()
        right = side - (bar.sizeHint().width() if bar.maximum() else 0)
        self._body.setContentsMargins(side, top if roomy else min(top, TOP_NARROW), right, wide - 8)

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

    def leave(self) -> None:
        """Called before another page is shown; whatever was typed is saved here."""

    def let_go(self) -> None:
        """Called when the page is dropped for good: threads it began end here."""

    @property
    def unsaved(self) -> bool:
        """Whether something typed here could not be saved yet."""
        return False

    def follow(self, _topics: frozenset[str]) -> None:
        """Some topics of the page changed while it is seen; most pages are read anew as a whole."""
        self.renew()

    def _on_changed(self, topics: frozenset[str]) -> None:
        touched = topics & self.topics
        if touched and self.isVisible() and not self._stale:
            self.follow(touched)
        elif touched and self.isVisible():
            self.renew()
        elif touched:
            self._stale = True

    def mark_stale(self) -> None:
        """Refresh at the next look, whatever the topics."""
        self._stale = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the main button, unless words are being typed."""
        typing = isinstance(self.focusWidget(), QLineEdit)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not typing:
            shown = (one for one in self.findChildren(MainButton) if one.isVisible() and one.isEnabled())
            main = next(shown, None)
            if main is not None:
                main.click()
                return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Margins follow the width."""
        self._set_margins()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """A stale page reads its data when it is seen."""
        if self._stale and self.context.ready:
            self.renew()
        super().showEvent(event)
