"""The first days: what there is, when lines and comparisons begin, and one thing to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rewire_app.i18n import _
from rewire_app.ui.charts.lanes import LanesPlot
from rewire_app.ui.charts.numbers_table import TableBelow
from rewire_app.ui.widgets.buttons import MainButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.layout import nest, put, vbox
from rewire_app.ui.widgets.text import Lead, PlanSentence, Small
from rewire_app.ui.widgets.theme import S1, S2, S4, S6, theme

if TYPE_CHECKING:
    from rewire_app.charts.spec import Lanes

NARROW = 640


class LittleView(QWidget):
    """The real lanes with the few real marks; `note` asks for today's evening check."""

    note = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = PlanSentence("")
        self.words = Lead("")
        self.button = MainButton(_("Note today"), large=True)
        self.button.clicked.connect(self.note)
        self.plot = LanesPlot()
        self.key = Small("")
        self.below = TableBelow(_("Trends over time, as a table"))
        text = vbox(self.title, self.words, gap=0)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(S4)
        nest(self._head, text, 1)
        # Without a side, the button's width would be the most that the words above it get.
        self._head.addWidget(self.button, 0, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading)
        card = Card(padding=25)
        put(card.body, self.plot, S2, self.key, S1, self.below)
        vbox(self._head, S6, card, on=self, gap=0)

    def show_lanes(self, lanes: Lanes) -> None:
        """Show the few notes there are."""
        if lanes.little is not None:
            self.title.setText(lanes.little.title)
            self.words.setText(lanes.little.words)
        self.plot.show_lanes(lanes)
        self.key.setText(lanes.key)
        self.below.show_table(lambda: lanes.table)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The button goes below the words when there is little room."""
        ways = QBoxLayout.Direction
        wide = self.width() >= theme.px(NARROW)
        self._head.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
        super().resizeEvent(event)
