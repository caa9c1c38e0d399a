"""Practice or sleep against reactivity: the chosen point's words, its days, the numbers, what may be said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.charts.scatter import ScatterPlot
from rewire_app.ui.trends.day_opener import DayOpener
from rewire_app.ui.trends.finding_card import FindingWords
from rewire_app.ui.trends.readout import Readout
from rewire_app.ui.trends.view import TrendsView
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.layout import put, vbox
from rewire_app.ui.widgets.text import Small
from rewire_app.ui.widgets.theme import S2, S3

if TYPE_CHECKING:
    from rewire_app.charts.comparison import Comparison
    from rewire_app.charts.spec import Table


class ScatterCard(Card):
    """What the chosen point stands for, the scatter with its line, and its days.

    `go(Route)`: the route of a day.
    """

    go = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=17)
        self.plot = ScatterPlot()
        self.readout = Readout(self.plot)
        self.opener = DayOpener(_("Choose a point to open its day."))
        self.plot.looked.connect(self._say)
        self.plot.opened.connect(self._open)
        self.opener.go.connect(self.go)
        self.opener.left.connect(self._back)
        self._comparison: Comparison | None = None
        self._weekly = False
        put(self.body, self.readout.place, S2, self.plot, self.opener)

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
        scatter = self._comparison.scatter(weekly=self._weekly)
        self.readout.make_room_for([scatter.based_on, *(point.words for point in scatter.points)])
        self.plot.show_scatter(scatter)
        self.opener.setVisible(bool(scatter.points))

    def _say(self, number: int) -> None:
        self.readout.say(self.plot.sentence(number))
        scatter, chosen = self.plot.scatter, self.plot.chosen
        if scatter is not None:
            self.opener.show_days(scatter.points[chosen].days if chosen >= 0 else ())

    def _open(self, _number: int) -> None:
        self.opener.open_chosen()

    def _back(self) -> None:
        self.plot.setFocus(Qt.FocusReason.TabFocusReason)


class ScatterView(TrendsView):
    """A comparison in its card, as one of the pictures of Trends."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.card = ScatterCard()
        self.card.go.connect(self.go)
        vbox(self.card, on=self)

    def show_made(self, made: Comparison) -> None:
        """Show another comparison."""
        self.card.show_comparison(made)

    def set_weekly(self, *, weekly: bool) -> None:
        """One point a week or one a day."""
        self.card.set_weekly(weekly=weekly)

    def chart(self) -> QWidget:
        """The scatter."""
        return self.card.plot

    def table(self) -> Table | None:
        """The points that are drawn, one row each."""
        return None if self.card.plot.scatter is None else self.card.plot.scatter.table


class AgainstView(ScatterView):
    """The scatter of practice days and evenings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Practice against reactivity"), parent)


class SleepView(ScatterView):
    """The scatter of nights and evenings, and below it the verdict about them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Sleep against reactivity"), parent)
        head = Small(_("What your notes suggest about sleep"), role="small_strong")
        self.words = FindingWords(head, _("Sleep against reactivity"), brief=True, close=True)
        put(self.card.body, Divider(), S3, self.words)

    def show_made(self, made: Comparison) -> None:
        """Show another comparison."""
        super().show_made(made)
        self.words.show_finding(made.verdict)
