"""The parts of an export as rows: a tick, how much it is, and what a reader would learn."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rewire_app.i18n import _
from rewire_app.reports.taking import PartTold
from rewire_app.store.carried import ExportPart
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.choices import OptionGroup
from rewire_app.ui.widgets.layout import put, vbox, wide
from rewire_app.ui.widgets.options import TickRow
from rewire_app.ui.widgets.text import Second, Small
from rewire_app.ui.widgets.theme import S2, S3, theme

BESIDE = 620
"""From so many px of the design on, what a part would show stands beside it."""


class PartRow(QWidget):
    """One part."""

    def __init__(self, told: PartTold) -> None:
        super().__init__()
        self.tick = TickRow(told.part, told.name)
        self._amount, self._shows = Small(told.amount), Second(told.shows)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(0, 0, 0, 0)
        words = vbox(self._amount, self._shows, gap=0)
        put(self._across, wide(self.tick, 2), wide(words, 3))
        self.show_told(told)

    def show_told(self, told: PartTold) -> None:
        """Say how much it is."""
        self._amount.setText(told.amount)
        self.tick.setAccessibleDescription(f"{told.amount}. {told.shows}")

    def set_beside(self, beside: bool) -> None:
        """Beside each other, or one below the other."""
        ways = QBoxLayout.Direction
        self._across.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._across.setSpacing(theme.px(24) if beside else theme.px(4))


class Parts(OptionGroup):
    """All parts; numbers are chosen at first, words and people are not."""

    def __init__(self, told: Sequence[PartTold]) -> None:
        super().__init__(None, several=True, name=_("What goes in"))
        column = vbox(on=self, gap=0)
        self._rows = {one.part: PartRow(one) for one in told}
        for place, row in enumerate(self._rows.values()):
            if place:
                put(column, S2, Divider(), S2)
            column.addWidget(row)
            self.add_option(row.tick)
        put(column, S3)
        self.set_value([part for part in self._rows if part not in (ExportPart.WORDS, ExportPart.PEOPLE)])

    def show_told(self, told: Sequence[PartTold]) -> None:
        """Say how much of each there is."""
        for one in told:
            self._rows[one.part].show_told(one)

    def parts(self) -> frozenset[ExportPart]:
        """The parts that are chosen."""
        return frozenset(ExportPart(key) for key in self.chosen())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What it would show stands below in narrow windows."""
        super().resizeEvent(event)
        for row in self._rows.values():
            row.set_beside(self.width() >= theme.px(BESIDE))
