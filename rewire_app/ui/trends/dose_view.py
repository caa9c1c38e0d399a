"""What practice trained, and where: two pictures below each other, and beside each what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.charts.dose_map import PlacesKey, PlacesPlot
from rewire_app.ui.charts.dose_rows import DosePlot
from rewire_app.ui.trends.day_opener import DayOpener
from rewire_app.ui.trends.view import TrendsView
from rewire_app.ui.widgets.buttons import MainButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.layout import hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.text import Heading, Small, Voice
from rewire_app.ui.widgets.theme import S1, S2, S4, theme
from rewire_app.ui.widgets.unfold import Unfold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rewire_app.charts.dose_places import PlaceOffer
    from rewire_app.charts.spec import Table
    from rewire_app.reports.dose import Dose

BESIDE, SIDE, GAP = 760, 266, 18
"""Px of the design: from which width on words stand beside the pictures, how wide, and what lies between."""
PAD, PAD_BELOW = 21, 25
"""Px of the design inside the words: beside a picture, and at the sides below one."""
ABREAST = 420
"""From so many px on the key of the map stands beside its title."""
TOP = Qt.AlignmentFlag.AlignTop


class Told(Voice):
    """What is said of a picture, or of what is chosen in it: as high as the longest of it needs."""

    def __init__(self) -> None:
        super().__init__("")
        self._others: tuple[str, ...] = ()
        self._needed: dict[int, int] = {}

    def make_room_for(self, sentences: Sequence[str]) -> None:
        """Be as high as the longest of these needs."""
        self._others = tuple(sorted(sentences, key=len)[-3:])
        self._needed = {}
        self.updateGeometry()

    def restyle(self) -> None:
        """Take over new fonts."""
        self._needed = {}
        super().restyle()

    def heightForWidth(self, width: int) -> int:
        """The height of the longest of all sentences, px."""
        if width not in self._needed:
            probe = Voice("", self)
            probe.hide()
            heights = []
            for sentence in self._others:
                probe.setText(sentence)
                heights.append(probe.heightForWidth(width))
            probe.deleteLater()
            self._needed[width] = max(heights, default=0)
        return max(super().heightForWidth(width), self._needed[width])


class DoseView(TrendsView):
    """Has the whole width: what it shows stands beside it, and nothing else."""

    alone = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _("What your practice trained")
        self._made: Dose | None = None
        self._offer: PlaceOffer | None = None
        self.plot, self.places, self.places_key = DosePlot(), PlacesPlot(), PlacesKey()
        self.told, self.told_places = Told(), Told()
        self.plot.looked.connect(self._say)
        self.plot.opened.connect(lambda _number: self.opener.open_chosen())
        self.places.looked.connect(self._say_place)
        self._cards = (self._made_rows(), self._made_places())
        self._sides = (self._made_words(), self._made_place_words())
        self._left, self._right = vbox(*self._cards, stretch(), gap=GAP), vbox(stretch(), gap=GAP)
        hbox(wide(self._left, 1), self._right, on=self, gap=0)
        self._beside: bool | None = None
        self._arrange(beside=True)

    # building

    def _made_rows(self) -> Card:
        card = Card(padding=(15, 17))
        self.heading = Heading("")
        self.heading.setContentsMargins(theme.px(10), 0, 0, 0)
        over = QGridLayout()
        over.setContentsMargins(0, 0, 0, 0)
        over.addWidget(self.heading, 0, 0, TOP)
        over.addWidget(self.plot, 0, 0)
        put(card.body, over, stretch())
        return card

    def _made_words(self) -> Card:
        card = Card(padding=PAD, name=_("What it shows"))
        self.key = Small("")
        self.means = Unfold(_("What each word means"), self.title)
        self.opener = DayOpener(_("Choose a row to open its days."))
        self.opener.go.connect(self.go)
        self.opener.left.connect(lambda: self.plot.setFocus(Qt.FocusReason.TabFocusReason))
        put(card.body, Small(_("What it shows"), role="small_strong"), S1, self.told, S2, self.key, S1)
        put(card.body, self.means, self.opener)
        return card

    def _made_places(self) -> Card:
        card = Card(padding=(25, 17))
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(S2)
        self.places_heading = Heading(_("Where, and with whom"))
        put(self._head, wide(self.places_heading, 1), wide(self.places_key, 0, TOP))
        self.left_out = Small("", wrap=True)
        put(card.body, self._head, S2, self.places, S1, self.left_out, stretch())
        return card

    def _made_place_words(self) -> Card:
        card = Card(padding=PAD, name=_("Where, and with whom"))
        self.basis = Small("")
        self.plan = MainButton("")
        self.plan.clicked.connect(self._plan)
        inner = QVBoxLayout()
        put(inner, self.told_places, S2, self.basis)
        inner.setSpacing(0)
        put(card.body, inner, S4, self.plan)
        return card

    # showing

    def show_made(self, made: Dose) -> None:
        """Show another stretch."""
        self._made, trained, places = made, made.trained, made.places
        self.heading.setText(trained.name)
        self.told.make_room_for([trained.sentence, *(row.words for row in trained.rows)])
        self.plot.show_picture(trained)
        self.key.setText(trained.key)
        self.means.set_words(trained.meanings)
        self.told_places.make_room_for(
            [places.sentence or places.so_far, *(cell.words for cell in places.cells)]
        )
        self.places.show_picture(places)
        self.basis.setText(places.basis)
        self.basis.setVisible(bool(places.basis))
        self.left_out.setText(places.left_out)
        self.left_out.setVisible(bool(places.left_out))
        self._offer = places.offer
        self.plan.setVisible(places.offer is not None)
        if places.offer is not None:
            self.plan.setText(places.offer.button)

    def chart(self) -> QWidget:
        """The eight rows."""
        return self.plot

    def table(self) -> Table | None:
        """The eight rows in numbers."""
        return None if self._made is None else self._made.trained.table

    def second_table(self) -> tuple[str, Table] | None:
        """The map in numbers."""
        return None if self._made is None else (self._made.places.name, self._made.places.table)

    def _say(self, number: int) -> None:
        self.told.setText(self.plot.sentence(number))
        picture, chosen = self.plot.picture, self.plot.chosen
        if picture is not None:
            self.opener.show_days(picture.rows[chosen].days if chosen >= 0 else ())

    def _say_place(self, number: int) -> None:
        self.told_places.setText(self.places.sentence(number))

    def _plan(self) -> None:
        if self._offer is not None:
            self.go.emit(routes.new_plan(cue=self._offer.cue, minutes=self._offer.minutes))

    # layout

    def restyle(self) -> None:
        """Take over new sizes."""
        self.heading.setContentsMargins(theme.px(10), 0, 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is said stands below its picture, and the key below its title, where there is little room."""
        ways = QBoxLayout.Direction
        beside = self.width() >= theme.px(BESIDE)
        self._arrange(beside=beside)
        room = self.width() - (theme.px(SIDE) if beside else 0)
        abreast = room >= theme.px(ABREAST)
        self._head.setDirection(ways.LeftToRight if abreast else ways.TopToBottom)
        super().resizeEvent(event)

    def _arrange(self, *, beside: bool) -> None:
        """Two columns, or one in which each picture is followed by what is said of it."""
        for side in self._sides:
            side.setMinimumWidth(theme.px(SIDE) if beside else 0)
            side.setMaximumWidth(theme.px(SIDE) if beside else 16_777_215)
            side.set_padding(PAD if beside else PAD_BELOW, PAD)
        if beside is self._beside:
            return
        self._beside = beside
        for number, side in enumerate(self._sides):
            for column in (self._left, self._right):
                column.removeWidget(side)  # an item that `takeAt` gave away would keep its old height
            if beside:
                self._right.insertWidget(number, side)
            else:
                self._left.insertWidget(2 * number + 1, side)
        self._right.setContentsMargins(GAP if beside else 0, 0, 0, 0)
