"""Nights from noon to noon: the row that is chosen in words, five weeks of them, and what they show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from rewire_app.i18n import _
from rewire_app.ui.charts.nights_plot import NightsPlot
from rewire_app.ui.trends.day_opener import DayOpener
from rewire_app.ui.trends.readout import Readout
from rewire_app.ui.trends.view import TrendsView
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.layout import clear, hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.text import Second, Small, Strong, Voice
from rewire_app.ui.widgets.theme import S1, S2, S3, S6, theme
from rewire_app.ui.widgets.unfold import LinkButton, Unfold

if TYPE_CHECKING:
    from rewire_app.charts.nights_raster import NightsShown
    from rewire_app.charts.spec import Table

BESIDE, SIDE = 760, 266
"""Px of the design: from which width on the words stand beside the nights, and how wide they are there."""


class NightsView(TrendsView):
    """Has the whole width: its own words stand beside it, and nothing else."""

    alone = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _("Nights, from noon to noon")
        self.plot = NightsPlot()
        self.readout = Readout(self.plot)
        self.opener = DayOpener(_("Choose a night to open its day."))
        self.earlier, self.later = LinkButton(_("Earlier nights")), LinkButton(_("Later nights"))
        self.said, self.noted = Voice(""), Second("")
        self.how = Unfold(_("How this is worked out"), _("What your nights show"))
        self._weeks = QGridLayout()
        self._shown: NightsShown | None = None
        self._page = 0
        self.plot.looked.connect(self._say)
        self.plot.opened.connect(lambda _number: self.opener.open_chosen())
        self.opener.go.connect(self.go)
        self.opener.left.connect(lambda: self.plot.setFocus(Qt.FocusReason.TabFocusReason))
        self.earlier.clicked.connect(lambda: self._turn(-1))
        self.later.clicked.connect(lambda: self._turn(1))
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(18)
        self._words = QWidget()
        vbox(self._made_words(), self._made_weeks(), on=self._words, gap=18)
        put(self._sides, wide(self._made_picture(), 1), wide(self._words, 0, Qt.AlignmentFlag.AlignTop))

    def _made_picture(self) -> Card:
        card = Card(padding=17)
        note = Small(_("A date at the left names the evening on which the night began."), wrap=True)
        key = Small(
            _(
                "Filled: asleep. Outlined: in bed. Notch: the middle of the night. A band: a night to a "
                "Saturday or Sunday. A line at the right: a day you marked. A dot: not noted, left out of "
                "all figures."
            ),
            wrap=True,
        )
        turning = hbox(self.earlier, self.later, stretch(), gap=S6)
        put(card.body, self.readout.place, S3, self.plot, S2, note, key, S1, turning, self.opener, stretch())
        return card

    def _made_words(self) -> Card:
        card = Card(padding=23, name=_("What your nights show"))
        title = Small(_("What your nights show"), role="small_strong")
        put(card.body, title, S1, self.said, S2, self.noted, S1, self.how)
        return card

    def _made_weeks(self) -> Card:
        card = Card(padding=23, name=_("Average night, by week"))
        self._weeks.setHorizontalSpacing(theme.px(S3))
        self._weeks.setVerticalSpacing(theme.px(S2))
        put(card.body, Strong(_("Average night, by week")), S2, self._weeks)
        return card

    def show_made(self, made: NightsShown) -> None:
        """Show other nights, the newest five weeks of them."""
        self._shown = made
        self.said.setText(made.said)
        self.how.set_words(made.how)
        self._show_page(made.pages - 1)

    def chart(self) -> QWidget:
        """The nights."""
        return self.plot

    def table(self) -> Table | None:
        """The nights that are drawn, one row each."""
        return None if self.plot.raster is None else self.plot.raster.table

    def _show_page(self, number: int) -> None:
        made = self._shown
        if made is None:
            return
        self._page = min(max(0, number), made.pages - 1)
        raster = made.page(self._page)
        self.readout.make_room_for([row.words for row in raster.rows])
        self.noted.setText(raster.noted)
        self._show_weeks(made.weeks(self._page))
        self.plot.show_raster(raster)
        for button, there in ((self.earlier, self._page > 0), (self.later, self._page < made.pages - 1)):
            button.setVisible(made.pages > 1)
            button.setEnabled(there)

    def _show_weeks(self, weeks: Table) -> None:
        clear(self._weeks)
        for column, heading in enumerate(weeks.headings):
            self._weeks.addWidget(Small(heading, wrap=False), 0, column, _side(column))
        for number, row in enumerate(weeks.rows, 1):
            for column, text in enumerate(row):
                self._weeks.addWidget(Second(text, wrap=False), number, column, _side(column))

    def _turn(self, by: int) -> None:
        self._show_page(self._page + by)

    def _say(self, number: int) -> None:
        raster = self.plot.raster
        if raster is None:
            return
        if number < 0:
            self.readout.say(raster.noted)
            self.opener.show_days(())
            return
        self.readout.say(self.plot.sentence(number), lead=raster.rows[number].name)
        chosen = self.plot.chosen
        self.opener.show_days((raster.rows[chosen].day,) if chosen >= 0 else ())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words stand below the nights where there is little room."""
        ways = QBoxLayout.Direction
        beside = self.width() >= theme.px(BESIDE)
        self._sides.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._words.setMinimumWidth(theme.px(SIDE) if beside else 0)
        self._words.setMaximumWidth(theme.px(SIDE) if beside else 16_777_215)
        self._sides.setAlignment(self._words, Qt.AlignmentFlag.AlignTop if beside else Qt.AlignmentFlag(0))
        super().resizeEvent(event)


def _side(column: int) -> Qt.AlignmentFlag:
    """The first column begins at its start, the others end at their end."""
    return Qt.AlignmentFlag.AlignLeading if column == 0 else Qt.AlignmentFlag.AlignTrailing
