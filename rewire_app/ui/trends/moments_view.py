"""Alarm and brake, in a card: what the chosen mark stands for, its days, and what may be said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.charts.moments import MomentsPlot
from rewire_app.ui.charts.period_key import PeriodKey
from rewire_app.ui.trends.day_opener import DayOpener
from rewire_app.ui.trends.readout import Readout
from rewire_app.ui.trends.view import TrendsView
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.layout import put, stretch, vbox
from rewire_app.ui.widgets.text import Voice
from rewire_app.ui.widgets.theme import S2, S3

if TYPE_CHECKING:
    from rewire_app.charts.moments_plane import MomentsPlane
    from rewire_app.charts.spec import Table


class MomentsView(TrendsView):
    """The readout, the key, the picture, its days, and the sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _("Alarm and brake")
        card = Card(padding=17)
        self.key = PeriodKey()
        self.plot = MomentsPlot()
        self.readout = Readout(self.plot)
        self.plot.key = self.key
        self.opener = DayOpener(_("Choose a mark to open its day."))
        self.sentence = Voice("")
        self.plot.looked.connect(self._say)
        self.plot.opened.connect(self._open)
        self.opener.go.connect(self.go)
        self.opener.left.connect(self._back)
        body = card.body
        put(
            body,
            self.readout.place,
            S3,
            self.key,
            S2,
            self.plot,
            self.opener,
            Divider(),
            S3,
            self.sentence,
            stretch(),
        )
        vbox(card, on=self)

    def show_made(self, made: MomentsPlane) -> None:
        """Show another picture."""
        self.readout.make_room_for([made.based_on, *(point.words for point in made.points)])
        self.key.show_plane(made)
        self.plot.show_plane(made)
        self.opener.setVisible(bool(made.points))
        self.sentence.setText(made.sentence)

    def chart(self) -> QWidget:
        """Alarm and brake."""
        return self.plot

    def table(self) -> Table | None:
        """Every moment that is drawn, in a row."""
        return None if self.plot.plane is None else self.plot.plane.table

    def _say(self, number: int) -> None:
        self.readout.say(self.plot.sentence(number))
        plane, chosen = self.plot.plane, self.plot.chosen
        if plane is not None:
            self.opener.show_days(plane.points[chosen].days if chosen >= 0 else ())

    def _open(self, _number: int) -> None:
        self.opener.open_chosen()

    def _back(self) -> None:
        self.plot.setFocus(Qt.FocusReason.TabFocusReason)
