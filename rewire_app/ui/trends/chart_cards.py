"""Trends over time, in a card: the readout of a column, the lanes, and their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.plot_view.lanes import LanesPlot
from rewire_app.ui.theme import S1, S3
from rewire_app.ui.trends.numbers_table import TableBelow
from rewire_app.ui.trends.readout import Readout
from rewire_app.ui.widgets.card import Card

if TYPE_CHECKING:
    from rewire_app.plots.spec import Lanes


class LanesCard(Card):
    """The readout of the column that is looked at, the four lanes, and their numbers as a table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=17)
        self.readout = Readout()
        self.plot = LanesPlot()
        self.below = TableBelow(_("Trends over time, as a table"))
        self.plot.looked.connect(self._say)
        self.body.addWidget(self.readout)
        self.body.addSpacing(S3)
        self.body.addWidget(self.plot)
        self.body.addSpacing(S1)
        self.body.addWidget(self.below)

    def show_lanes(self, lanes: Lanes) -> None:
        """Show another picture; a column that was chosen stays chosen while the columns are the same."""
        before = self.plot.lanes
        same = before is not None and _columns(before) == _columns(lanes)
        self.readout.make_room_for([bucket.sentence for bucket in lanes.buckets])
        self.plot.show_lanes(lanes, self.plot.chosen if same else None)
        self.below.show_table(lambda: lanes.table)

    def _say(self, number: int) -> None:
        lanes = self.plot.lanes
        if lanes is not None and 0 <= number < len(lanes.buckets):
            bucket = lanes.buckets[number]
            self.readout.say(bucket.sentence, f"{bucket.name}:")


def _columns(lanes: Lanes) -> list[tuple[int, int]]:
    return [(bucket.start, bucket.end) for bucket in lanes.buckets]
