"""The two pictures in their cards: trends over time, and practice against reactivity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.plot_view.lanes import LanesPlot
from rewire_app.ui.plot_view.scatter import ScatterPlot
from rewire_app.ui.theme import S1, S2, S3
from rewire_app.ui.trends.numbers_table import TableBelow
from rewire_app.ui.trends.readout import Readout
from rewire_app.ui.widgets.card import Card

if TYPE_CHECKING:
    from rewire_app.plots.comparison import Comparison
    from rewire_app.plots.scatter import Scatter
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


class ScatterCard(Card):
    """What the chosen point stands for, the scatter with its line, and its numbers as a table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=17)
        self.readout = Readout()
        self.plot = ScatterPlot()
        self.below = TableBelow(_("Practice against reactivity, as a table"))
        self.plot.looked.connect(self._say)
        self._comparison: Comparison | None = None
        self._weekly = False
        self.body.addWidget(self.readout)
        self.body.addSpacing(S2)
        self.body.addWidget(self.plot)
        self.body.addSpacing(S1)
        self.body.addWidget(self.below)

    def show_comparison(self, comparison: Comparison) -> None:
        """Show another comparison."""
        self._comparison = comparison
        self._show()

    def set_weekly(self, *, weekly: bool) -> None:
        """One point a week instead of one a day."""
        self._weekly = weekly
        self._show()

    def _show(self) -> None:
        if self._comparison is None:
            return
        scatter: Scatter = self._comparison.scatter(weekly=self._weekly)
        self.readout.make_room_for([scatter.based_on, *(point.words for point in scatter.points)])
        self.plot.show_scatter(scatter)
        self.below.show_table(lambda: scatter.table)

    def _say(self, number: int) -> None:
        self.readout.say(self.plot.sentence(number))
