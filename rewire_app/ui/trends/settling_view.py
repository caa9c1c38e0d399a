"""What settles me, in two cards: the rows, and what the chosen one says with what it cannot say."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.charts.settling import SettlingPlot
from rewire_app.ui.charts.settling_key import SettlingKey
from rewire_app.ui.trends.day_opener import DayOpener
from rewire_app.ui.trends.view import TrendsView
from rewire_app.ui.widgets.buttons import MainButton
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.layout import clear, put, stretch, vbox, wide
from rewire_app.ui.widgets.text import Body, Heading, Second, Small, Strong, Voice
from rewire_app.ui.widgets.theme import S1, S2, S3, S4, theme
from rewire_app.ui.widgets.unfold import Unfold

if TYPE_CHECKING:
    from rewire_app.charts.settling_rows import SettlingPicture
    from rewire_app.charts.spec import Table

BESIDE, SIDE = 760, 266
"""Px of the design: from which width on the words stand beside the rows, and how wide they are there."""
ABREAST = 470
"""From so many px on the main button stands beside the title."""


class SettlingView(TrendsView):
    """Has the whole width: its own words stand beside it, and nothing else."""

    alone = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _("What settles me")
        self._today = date.min
        self.plot = SettlingPlot()
        self.key = SettlingKey()
        self.plot.looked.connect(self._say)
        self.plot.opened.connect(lambda _number: self.opener.open_chosen())
        self.add = MainButton(_("Add a moment"), icon="plus")
        self.add.clicked.connect(lambda: self.go.emit(routes.moment(self._today)))
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(18)
        self._words = self._made_words()
        put(self._sides, wide(self._made_rows(), 1), wide(self._words, 0, Qt.AlignmentFlag.AlignTop))

    # building

    def _made_rows(self) -> Card:
        card = Card(padding=23)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(S3)
        told = vbox(
            Heading(_("Minutes until calm, by what you did")),
            Second(_("Most used first. Moments as strong as each other are compared.")),
            gap=0,
        )
        put(self._head, wide(told, 1), wide(self.add, 0, Qt.AlignmentFlag.AlignTop))
        self._too_few = QWidget()
        self._so_far, self._counts = Strong(""), vbox(gap=S1)
        hint = _(
            "When you note a moment, “More about it” asks what you did. With how long it took and how strong "
            "it was, this picture grows by itself."
        )
        vbox(self._so_far, self._counts, S2, Body(hint), on=self._too_few, gap=S2)
        self._below = QWidget()
        vbox(Divider(), S2, self.key, on=self._below, gap=0)
        self._few = Small("", wrap=True)
        put(card.body, self._head, S3, self._too_few, self.plot, S1, self._below, S2, self._few, stretch())
        return card

    def _made_words(self) -> Card:
        card = Card(padding=23, name=_("The line you chose"))
        self.sentence = Voice("")
        self._limits = vbox(gap=S2)
        self.opener = DayOpener(_("Choose a line to open its moments."))
        self.opener.go.connect(self.go)
        self.opener.left.connect(lambda: self.plot.setFocus(Qt.FocusReason.TabFocusReason))
        self.how = Unfold(_("How this was worked out"), _("What settles me"))
        put(card.body, Small(_("The line you chose"), role="small_strong"), S1, self.sentence, S4)
        put(card.body, Divider(), S3, self._limits, S2, self.opener, self.how)
        return card

    # showing

    def show_made(self, made: SettlingPicture) -> None:
        """Show another picture, or what is missing for one."""
        self._today = date.fromordinal(made.today)
        drawn = bool(made.rows)
        for part in (self.plot, self._below, self._words):
            part.setVisible(drawn)
        self._too_few.setVisible(not drawn)
        self._so_far.setText(made.so_far or made.few)
        clear(self._counts)
        put(self._counts, *(Second(line) for line in made.counts))
        self._few.setText(made.few)
        self._few.setVisible(drawn and bool(made.few))
        clear(self._limits)
        put(self._limits, *(Second(line) for line in made.limits))
        self.how.set_words(made.worked_out)
        self.plot.show_picture(made)
        self._say(self.plot.shown)

    def chart(self) -> QWidget | None:
        """The rows, once there are any."""
        return self.plot if self.plot.count() else None

    def table(self) -> Table | None:
        """Every thing done."""
        return None if self.plot.picture is None else self.plot.picture.table

    def _say(self, number: int) -> None:
        self.sentence.setText(self.plot.sentence(number))
        picture, chosen = self.plot.picture, self.plot.chosen
        if picture is not None:
            self.opener.show_days(picture.rows[chosen].days if chosen >= 0 else ())

    # layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words below the rows, and the main button below the title, where there is little room."""
        ways = QBoxLayout.Direction
        beside = self.width() >= theme.px(BESIDE)
        self._sides.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._words.setMinimumWidth(theme.px(SIDE) if beside else 0)
        self._words.setMaximumWidth(theme.px(SIDE) if beside else 16_777_215)
        self._sides.setAlignment(self._words, Qt.AlignmentFlag.AlignTop if beside else Qt.AlignmentFlag(0))
        room = self.width() - (theme.px(SIDE) if beside else 0)
        abreast = room >= theme.px(ABREAST)
        self._head.setDirection(ways.LeftToRight if abreast else ways.TopToBottom)
        super().resizeEvent(event)
