"""The quick ratings of a day: how strong it was at single times, in words, and a way to take one out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from rewire_app.domain.day_words import clock_words
from rewire_app.domain.journal.dropped import QuickRating
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.layout import QUIET_END, clear, hbox, nest, put, vbox, wide
from rewire_app.ui.widgets.text import Heading, Second, Strong
from rewire_app.ui.widgets.theme import S2, S4, theme


class RatingsCard(Card):
    """It is there only on days that have some."""

    def __init__(self, context: Context) -> None:
        super().__init__(padding=(29, 23))
        self._context = context
        self._rows = vbox(gap=S2)
        put(self.body, Heading(_("How strong it was")), S2, self._rows)
        self.hide()

    def read(self, day: date) -> list[QuickRating]:
        """The ratings of `day`, the earliest first; raises a StoreError."""
        return self._context.store.ratings.for_day(day)

    def show_ratings(self, ratings: Sequence[QuickRating]) -> None:
        """Show what was read."""
        clear(self._rows)
        for one in ratings:
            nest(self._rows, self._row(one))
        self.setVisible(bool(ratings))

    def _row(self, one: QuickRating) -> QHBoxLayout:
        time = clock_words(one.at.wall)
        remove = QuietButton(_("Remove"))
        remove.setAccessibleName(_("Remove the rating at {time}").format(time=time))
        remove.clicked.connect(partial(self._remove, one.uid))
        said = vbox(Strong(_("{time}, {n} of 10").format(time=time, n=one.value)), gap=0)
        if one.words:
            said.addWidget(Second(one.words))
        middle = Qt.AlignmentFlag.AlignTop
        across = hbox(wide(said, 1), wide(remove, 0, middle), gap=S4)
        put(across, -theme.px(QUIET_END))
        return across

    def _remove(self, uid: str) -> None:
        self._context.hub.do(_("a rating removed"), self._context.store.ratings.remove, uid)
