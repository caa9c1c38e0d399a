"""The head of a long page: scrolled past, it goes on as a low bar at the top, with the same button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QMoveEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from rewire_app.domain.limits import shortened
from rewire_app.ui.base.back_link import BackLink
from rewire_app.ui.widgets.buttons import MainButton, QuietButton
from rewire_app.ui.widgets.layout import CHEVRON, hung, put, stretch, wide
from rewire_app.ui.widgets.scroll import PageScroll
from rewire_app.ui.widgets.text import Title
from rewire_app.ui.widgets.theme import S2, S4, theme

LONGEST = 44
"""So many characters of a title stand in the bar."""
LOW = 60
"""Px of the design: how high the bar is."""
BESIDE = 760
"""From which width on, px of the design, the title and what can be done stand in one line."""
MIDDLE = Qt.AlignmentFlag.AlignVCenter


class HeadBar(QWidget):
    """Link back, title, and what can be done; `low`: in one line, without the quiet things."""

    def __init__(self, back: BackLink, quiet: Sequence[QuietButton], main: MainButton) -> None:
        super().__init__()
        self.title, self._words = Title(""), ""
        self._quiet, self._main, self._low = tuple(quiet), main, False
        self._acts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._acts.setSpacing(S2)
        put(self._acts, *self._quiet, main, stretch())
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(S2)
        put(self._line, wide(self.title, 1), self._acts)
        self._whole = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._whole.setSpacing(0)
        put(self._whole, hung(back, start=CHEVRON), wide(self._line, 1))
        self.restyle()

    def say(self, words: str) -> None:
        """Show another title."""
        self._words = words
        self._show_title()

    def _show_title(self) -> None:
        """The title as it is, or low no more of it than fits."""
        self.title.setText(shortened(self._words, LONGEST) if self._low else self._words)

    def restyle(self) -> None:
        """Take over new sizes."""
        self.fit(self.width(), low=self._low)

    def fit(self, width: int, *, low: bool, sides: tuple[int, int] = (0, 0)) -> None:
        """Lie in `width` px, so far from both ends; low, or as it stands in the page."""
        ways = QBoxLayout.Direction
        beside = low or width >= theme.px(BESIDE)
        if low != self._low:
            self._low = low
            self.title.set_role("path_name" if low else "title")
            self._show_title()
            self._whole.setDirection(ways.LeftToRight if low else ways.TopToBottom)
        for one in self._quiet:
            one.setVisible(not low or one.hasFocus())
        self._line.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._acts.removeWidget(self._main)
        self._acts.insertWidget(len(self._quiet) if beside else 0, self._main)
        self._line.setAlignment(self.title, MIDDLE)
        left, right = sides
        self._whole.setContentsMargins(left, 0, right, 0)
        self._whole.setSpacing(theme.px(S4) if low else 0)
        self.update()

    def high(self, width: int) -> int:
        """How high it wants to be in `width` px."""
        layout = self.layout()
        assert layout is not None, "it has one from the beginning"
        return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar covers what it lies over."""
        if self._low:
            painter = QPainter(self)
            painter.fillRect(self.rect(), theme.color("bg"))
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
            painter.end()
        super().paintEvent(event)


class FloatingHead(QWidget):
    """The room of `held` in the page; `held` is read here, wherever it lies."""

    def __init__(self, held: HeadBar) -> None:
        super().__init__()
        self.held = held
        held.stands_apart = True  # type: ignore[attr-defined]  # a widget may carry what is said of it
        held.setParent(self)
        self._scroll: PageScroll | None = None
        self._low = False
        self._high = theme.px(LOW)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def watch(self, scroll: PageScroll) -> None:
        """Stay in sight in `scroll`, in whose content this is."""
        self._scroll = scroll
        self.held.setParent(scroll.widget())
        for signal in (scroll.verticalScrollBar().valueChanged, scroll.verticalScrollBar().rangeChanged):
            signal.connect(self.place)

    def sizeHint(self) -> QSize:
        """As high as the head where it is not low."""
        return QSize(theme.px(LOW), self._high)

    def minimumSizeHint(self) -> QSize:
        """As the size hint."""
        return QSize(0, self._high)

    def restyle(self) -> None:
        """Take over new sizes."""
        self.place()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Something above has another height."""
        super().moveEvent(event)
        self.place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the room."""
        super().resizeEvent(event)
        self.place()

    def place(self, *_span: int) -> None:
        """Lie in the page, or low at the top once the page is scrolled past it."""
        content = self._scroll.widget() if self._scroll is not None else None
        if self._scroll is None or content is None:
            return
        self.held.setVisible(self.isVisible())
        if not self.isVisible():
            self._scroll.covered = 0
            return
        here = self.mapTo(content, QPoint(0, 0))
        scrolled, bar = self._scroll.verticalScrollBar().value(), theme.px(LOW)
        low = scrolled > here.y() + self._high - bar
        sides = (here.x(), content.width() - here.x() - self.width()) if low else (0, 0)
        self.held.fit(self.width(), low=low, sides=sides)
        self._scroll.covered = bar if low else 0
        if low:
            self.held.setGeometry(0, scrolled, content.width(), bar)
            self.held.raise_()
            return
        high = self.held.high(self.width())
        if high != self._high:
            self._high = high
            self.updateGeometry()
        self.held.setGeometry(here.x(), here.y(), self.width(), high)
