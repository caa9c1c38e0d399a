"""A sheet over a page, never over the rail: one question, its answers, and nothing of the page in between."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from rewire_app.ui.widgets.base import announce, box, give_focus_back
from rewire_app.ui.widgets.buttons import PaintedButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.scroll import PageScroll
from rewire_app.ui.widgets.tab_order import arrange, stops_in
from rewire_app.ui.widgets.text import Body, SectionTitle
from rewire_app.ui.widgets.theme import RADIUS_CARD, S1, S3, S6, theme

WIDTH = 540
PADDING, PADDING_SMALL = 36, 20
SMALL = 560
"""Px of text across below which a sheet keeps smaller distances."""
VEIL = 0.5
"""How much the page steps back."""


class SheetCard(Card):
    """The surface of a sheet, with an edge that can be told from any page."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        painter = self.painter()
        box(painter, self.rect(), theme.px(RADIUS_CARD), theme.color("surface"), theme.color("edge"))
        painter.end()


class Sheet(QWidget):
    """Covers `page` and has the keyboard until it is answered; put what it shows into `body`.

    `closed()`: it is gone, and the focus is where it was before. Esc closes it, as its safe answer does.
    """

    spoken = "Dialog"
    closed = Signal()

    def __init__(self, page: QWidget, *, title: str, words: str = "") -> None:
        super().__init__(page)
        self._page, self._before = page, QApplication.focusWidget()
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self._card = SheetCard(padding=PADDING)
        self.body = self._card.body
        self.words = Body(words, ink="ink2")
        if not words:
            self.words.hide()
        put(self.body, SectionTitle(title), S1, self.words)
        holder = QWidget()
        across = hbox(stretch(), wide(self._card, 1000), stretch())
        self._around = vbox(stretch(2), across, stretch(3), on=holder)
        self._scroll = PageScroll(holder)
        vbox(self._scroll, on=self)
        self._focus: QWidget = self
        page.installEventFilter(self)
        self.hide()

    def put_answers(self, *buttons: PaintedButton, focus: QWidget) -> None:
        """Let `buttons` stand at the end, the safe one last; `focus` has the keyboard first."""
        row = Flow(gap=S3 + 2, below=S3)
        for button in buttons:
            row.add(button)
        self.body.addSpacing(S6)
        put(self.body, hbox(stretch(), wide(row, 0)))
        self._focus = focus

    def lay_over(self) -> None:
        """Cover the page, and take the keyboard."""
        self._measure()
        self.setGeometry(self._page.rect())
        self.show()
        self.raise_()
        self._focus.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._show_answer)  # once all has its place
        announce(self, f"{self.accessibleName()} {self.accessibleDescription()}")

    def _show_answer(self) -> None:
        self._scroll.ensureWidgetVisible(self._focus, 0, theme.px(S6))

    def put_away(self) -> None:
        """Close it, and give the focus back."""
        if self.isHidden():
            return
        self._page.removeEventFilter(self)
        self.hide()
        self.closed.emit()
        give_focus_back(self._before)
        self.deleteLater()

    def _measure(self) -> None:
        small = self._page.width() < theme.px(SMALL) or self._page.height() < theme.px(SMALL)
        pad = PADDING_SMALL if small else PADDING
        self._card.set_padding(pad, pad)
        self._card.setMaximumWidth(theme.px(WIDTH))
        around = S3 if small else S6
        self._around.setContentsMargins(around, around, around, around)

    def restyle(self) -> None:
        """Take over new sizes."""
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Small windows have small distances."""
        super().resizeEvent(event)
        self._measure()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the page whatever its size."""
        if watched is self._page and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._page.rect())
        return False

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Tab goes round in the sheet."""
        arrange(self)
        stops = [one for one in stops_in(self) if one.isVisible() and one.isEnabled()]
        stops = [one for one in stops if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        if not stops:
            return True
        here = QApplication.focusWidget()
        at = stops.index(here) if here in stops else -1 if onward else 0
        reason = Qt.FocusReason.TabFocusReason if onward else Qt.FocusReason.BacktabFocusReason
        stops[(at + (1 if onward else -1)) % len(stops)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; no other key reaches the page below."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """A press beside it does nothing on the page."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Let the page step back."""
        painter = QPainter(self)
        veil = QColor(theme.color("edge"))
        veil.setAlphaF(VEIL)
        painter.fillRect(self.rect(), veil)
        painter.end()
