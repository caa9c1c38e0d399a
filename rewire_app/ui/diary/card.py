"""The card with the week: which one it is, the table, and filling it in."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from rewire_app.domain.day_words import long_day
from rewire_app.i18n import _
from rewire_app.reports.diary_week import DiaryWeek
from rewire_app.ui.diary.week_table import WeekTable
from rewire_app.ui.widgets.buttons import IconButton, QuietButton, SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.layout import ICON, hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.text import Body, Heading, Small
from rewire_app.ui.widgets.theme import S1, S2, S3, theme

TIGHT = 460
"""Px of the design below which the way to fill in stands under the name of the week."""


class WeekOfDiary(Card):
    """`turned(by)`: another week, or day, is wanted. `fill_wanted()`: to fill in, or to be done with it.

    `rows_wanted()`: there are no rows of the person's own yet, and some are to be chosen.
    """

    turned = Signal(int)
    fill_wanted = Signal()
    rows_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(padding=(18, 10), name=_("The week, day by day"))
        self.before = IconButton("", "chevron-left")
        self.before.clicked.connect(lambda: self.turned.emit(-1))
        self.title = Heading("")
        self.after = IconButton("", "chevron-right")
        self.after.clicked.connect(lambda: self.turned.emit(1))
        self.fill_button = QuietButton(_("Fill in"), icon="pencil")
        self.fill_button.clicked.connect(self.fill_wanted)
        middle = Qt.AlignmentFlag.AlignVCenter
        ways = hbox(-theme.px(ICON), self.before, wide(self.title, 0, middle), self.after, stretch(), gap=S1)
        self._head: QBoxLayout = hbox(wide(ways, 1), self.fill_button, gap=0)
        self._keys = Small(
            _(
                "A digit fills a cell, 1 and then 0 is ten. Delete: not noted. Space: acted on, or met. "
                "Enter, or a press: all it can hold."
            )
        )
        self.table = WeekTable()
        self.table.turned.connect(self.turned)
        self._none = QWidget()
        choose = SecondButton(_("Choose the rows"), icon="plus")
        choose.clicked.connect(self.rows_wanted)
        words = _("Feelings, urges and targets stand here once you chose them.")
        vbox(Body(words, ink="ink2"), hbox(choose, stretch()), on=self._none, gap=S3)
        put(self.body, self._head, self._keys, self.table, S3, self._none, S2, stretch())
        self._keys.hide()

    def show_week(self, week: DiaryWeek, day: date, *, alone: bool, filling: bool) -> None:
        """Show a week with the keys in `day`, or that day `alone`, to be read or to be filled in."""
        self.title.setText(long_day(day, week.today) if alone else week.title)
        self.before.setAccessibleName(_("The day before") if alone else _("The week before"))
        self.after.setAccessibleName(_("The day after") if alone else _("The week after"))
        self.after.setEnabled((day if alone else week.last) < week.today)
        self.fill_button.setText(_("Done") if filling else _("Fill in"))
        self.fill_button.set_on(filling)
        self._keys.setVisible(filling)
        self._none.setVisible(not any(row.filled for row in week.rows))
        self.table.set_filling(filling)
        self.table.show_week(week, (day - week.first).days, alone=alone)

    def fit(self, width: int) -> None:
        """Let what is in the head stand side by side, or below each other, in so much room."""
        tight = width < theme.px(TIGHT)
        way = QBoxLayout.Direction.TopToBottom if tight else QBoxLayout.Direction.LeftToRight
        self._head.setDirection(way)
