"""The three things that can come out of a fair test, of equal size, and which of them came out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.base import Painted, box
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.layout import hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.text import Small, Text
from rewire_app.ui.widgets.theme import RADIUS_CARD, S1, S2, S3, S4, theme

BESIDE = 640
"""Px of the design from which the three stand side by side."""
MARK = 14


class Ring(Painted):
    """A disc, or the ring of what did not come out."""

    def __init__(self, *, on: bool) -> None:
        super().__init__()
        self._on = on

    def sizeHint(self) -> QSize:
        """As large as its mark."""
        return QSize(theme.px(MARK), theme.px(MARK))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark in the middle."""
        painter, reach = self.painter(), theme.px(MARK) / 2 - 1.5
        colour = theme.color("primary" if self._on else "edge")
        painter.setPen(QPen(colour, 2))
        painter.setBrush(colour if self._on else theme.color("surface"))
        painter.drawEllipse(QPointF(self.width() / 2, self.height() / 2), reach, reach)
        painter.end()


class Tile(Card):
    """One outcome; what came out has a border of 2 px, a disc, and says so."""

    def __init__(self, text: str, *, came: bool) -> None:
        state = _("This came out") if came else _("Not this time")
        super().__init__(padding=(24, 20), name=f"{state}: {text}")
        self.came = came
        said = Small(state, role="small_strong" if came else "small", ink="primaryText" if came else "ink2")
        put(self.body, hbox(Ring(on=came), said, stretch(), gap=S2), S1)
        put(self.body, Text(text, role="brand"), stretch())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card, or the one that came out."""
        painter, radius = self.painter(), theme.px(RADIUS_CARD)
        if self.came:
            box(painter, self.rect(), radius, theme.color("primarySoft"), theme.color("primary"), width=2)
        else:
            box(painter, self.rect(), radius, theme.color("surface"), theme.color("edge"))
        painter.end()


class OutcomeTiles(QWidget):
    """Three `(words, came out)`, side by side or below each other."""

    def __init__(self, outcomes: Sequence[tuple[str, bool]]) -> None:
        super().__init__()
        self.tiles = [Tile(text, came=came) for text, came in outcomes]
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for tile in self.tiles:
            put(self._row, wide(tile, 1))
        vbox(self._row, on=self)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another order."""
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        beside = self.width() >= theme.px(BESIDE)
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._row.setSpacing(theme.px(S4 if beside else S3))
