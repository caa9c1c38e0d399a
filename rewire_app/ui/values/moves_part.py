"""Moves toward what matters and away from it: a picture by week, what it says, and the newest of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.lists.goals import Move
from rewire_app.i18n import _
from rewire_app.reports.values import ValuesRead
from rewire_app.ui.base.context import Context
from rewire_app.ui.charts.moves_picture import MovesPicture
from rewire_app.ui.charts.numbers_table import TableBelow
from rewire_app.ui.entries.short_list import ShortList
from rewire_app.ui.values.kinds import move_kind
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.layout import put, vbox
from rewire_app.ui.widgets.text import Heading, Second
from rewire_app.ui.widgets.theme import S1, S2, S3, S4

FIRST = 8
"""So many of the newest moves are listed at first."""


class MovesPart(QWidget):
    """The card with the picture is there from the first move on. `opened(widget)`: a form was opened.

    `value`: the uid of the value whose moves these are; None is all.
    """

    opened = Signal(object)

    def __init__(self, context: Context, value: str | None = None) -> None:
        super().__init__()
        self._value = value
        self._read: ValuesRead | None = None
        self.picture = MovesPicture()
        self.told = Second("", ink="ink")
        self.picture.looked.connect(lambda place: self.told.setText(self.picture.sentence(place)))
        self.table = TableBelow(_("Moves by week, as a table"))
        self._card = Card(padding=(24, 18))
        put(self._card.body, self.picture, S2, self.told, self.table)
        self.list: ShortList[Move] = ShortList(
            context,
            move_kind(context, lambda: self._read.values if self._read is not None else (), value),
            lambda: context.store.moves,
            first=FIRST,
        )
        self.list.opened.connect(self.opened)
        column = vbox(Heading(_("Toward and away, by week")), S1, on=self, gap=0)
        about = _("What you did for what matters, and what led away from it. Both are worth knowing.")
        put(column, Second(about), S3, self._card, S4, self.list)

    def show_read(self, read: ValuesRead) -> None:
        """Show what was read."""
        self._read = read
        weeks = read.weeks(self._value)
        self._card.setVisible(bool(weeks.weeks))
        self.picture.show_weeks(weeks)
        self.table.show_table(lambda: weeks.table)
        self.list.show_entries(read.moves_of(self._value))
