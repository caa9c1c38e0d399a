"""Practice, reactivity, sleep and stress over time, as one of the pictures of Trends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.trends.lane_card import LanesCard
from rewire_app.ui.trends.view import TrendsView
from rewire_app.ui.widgets.layout import vbox

if TYPE_CHECKING:
    from rewire_app.charts.spec import Table
    from rewire_app.ui.trends.picture import Picture


class TimeView(TrendsView):
    """The lanes in their card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _("Trends over time")
        self.lanes = LanesCard()
        vbox(self.lanes, on=self)

    def show_made(self, made: Picture) -> None:
        """Show the lanes of another stretch."""
        self.lanes.show_picture(made)

    def chart(self) -> QWidget:
        """The lanes."""
        return self.lanes.plot

    def table(self) -> Table | None:
        """The numbers of the lanes, one row a column."""
        return None if self.lanes.plot.lanes is None else self.lanes.plot.lanes.table
