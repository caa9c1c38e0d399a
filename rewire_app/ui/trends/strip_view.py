"""Practice, that night, next day, in a card: what chosen days had in common, and ways to choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rewire_app.charts.nights_strip import DayChoice
from rewire_app.i18n import _
from rewire_app.ui.charts.strip_plot import StripPlot
from rewire_app.ui.trends.day_opener import DayOpener
from rewire_app.ui.trends.readout import Readout
from rewire_app.ui.trends.view import TrendsView
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.choices import ChipGroup
from rewire_app.ui.widgets.layout import hbox, put, stretch, vbox
from rewire_app.ui.widgets.theme import S2, S3, S6
from rewire_app.ui.widgets.unfold import LinkButton

if TYPE_CHECKING:
    from rewire_app.charts.nights_strip import Following
    from rewire_app.charts.spec import Table


class StripView(TrendsView):
    """The readout, chips that choose days by what was noted, the panels, and their days."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _("Practice, that night, next day")
        card = Card(padding=17)
        chips = (
            (str(DayChoice.PRACTISED), _("Days with practice")),
            (str(DayChoice.LONGER), _("Longer nights")),
            (str(DayChoice.CALMER), _("Calmer next days")),
        )
        self.chips = ChipGroup(chips, several=True, name=_("Choose days by what was noted"))
        self.plot = StripPlot()
        self.readout = Readout(self.plot)
        self.opener = DayOpener(_("Click or drag over days to choose them. A line above: a day you marked."))
        self.earlier = LinkButton(_("Earlier days"))
        self.later = LinkButton(_("Later days"))
        self._following: Following | None = None
        self._page = 0
        self._choice: DayChoice | None = None
        self.chips.changed.connect(self._by_chip)
        self.plot.picked.connect(self._picked)
        self.plot.looked.connect(self._looked)
        self.plot.opened.connect(self._open)
        self.opener.go.connect(self.go)
        self.opener.left.connect(self._back)
        self.earlier.clicked.connect(self._turn_back)
        self.later.clicked.connect(self._turn_on)
        turning = hbox(self.earlier, self.later, stretch(), gap=S6)
        body = card.body
        put(body, self.readout.place, S3, self.chips, S2, self.plot, turning, self.opener, stretch())
        vbox(card, on=self)

    def show_made(self, made: Following) -> None:
        """Show another range, from its newest days."""
        self._following = made
        self._show_page(made.pages - 1)

    def chart(self) -> QWidget:
        """The three panels."""
        return self.plot

    def table(self) -> Table | None:
        """The days that are drawn, one row each."""
        return None if self.plot.strip is None else self.plot.strip.table

    def _show_page(self, number: int) -> None:
        made = self._following
        if made is None:
            return
        self._page = min(max(0, number), made.pages - 1)
        strip = made.page(self._page)
        half = range(0, len(strip.days), 2)
        self.readout.make_room_for([strip.based_on, strip.common(half, DayChoice.PRACTISED)])
        self._choice = None
        self.chips.set_value(())
        self.plot.show_strip(strip)
        self.chips.setVisible(bool(strip.days))
        self.opener.setVisible(bool(strip.days))
        for button, there in ((self.earlier, self._page > 0), (self.later, self._page < made.pages - 1)):
            button.setVisible(made.pages > 1)
            button.setEnabled(there)

    def _turn_back(self) -> None:
        self._show_page(self._page - 1)

    def _turn_on(self) -> None:
        self._show_page(self._page + 1)

    def _by_chip(self, chosen: object) -> None:
        """Choose the days of the chip that was pressed last; one chip at a time."""
        keys = list(chosen) if isinstance(chosen, tuple) else []
        if len(keys) > 1:
            self.chips.set_value((keys[-1],))
            return
        strip = self.plot.strip
        if keys and strip is not None:
            self._choice = DayChoice(keys[0])
            self.plot.choose(-1)
            self.plot.pick(strip.chosen_by(self._choice))
            self.plot.setAccessibleDescription(f"{self._words()} {strip.summary}")
        elif self._choice is not None:
            self._choice = None
            self.plot.choose(-1)
            self.plot.pick(())

    def _words(self) -> str:
        strip = self.plot.strip
        return "" if strip is None else strip.common(self.plot.days_chosen, self._choice)

    def _picked(self) -> None:
        strip = self.plot.strip
        if strip is None:
            return
        if self._choice is not None and self.plot.days_chosen != set(strip.chosen_by(self._choice)):
            self._choice = None
            self.chips.set_value(())
        self.readout.say(self._words())
        self.opener.show_days([strip.days[number] for number in sorted(self.plot.days_chosen)])

    def _looked(self, number: int) -> None:
        """While the mouse is over a day that is not the only one chosen, say that day."""
        if number >= 0 and number != self.plot.chosen:
            self.readout.say(self.plot.sentence(number))
        else:
            self.readout.say(self._words())

    def _open(self, _number: int) -> None:
        self.opener.open_chosen()

    def _back(self) -> None:
        self.plot.setFocus(Qt.FocusReason.TabFocusReason)
