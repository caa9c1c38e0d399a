"""The calendar of practice in its card, with the chosen day in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.charts.calendar_picture import CalendarPicture, SizeKey
from rewire_app.ui.charts.numbers_table import TableBelow
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.layout import put
from rewire_app.ui.widgets.text import Small, Strong
from rewire_app.ui.widgets.theme import S1, S2, S3

if TYPE_CHECKING:
    from rewire_app.charts.calendar import Calendar


class CalendarCard(Card):
    """The count as a title, the squares, the chosen day in words, the key and the table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=23)
        self.title = Strong("")
        self.picture = CalendarPicture()
        self.day = Small("", wrap=True)
        self.newest = Small(_("The newest weeks are drawn; the count is for all."))
        self._key = SizeKey()
        self.below = TableBelow(_("Minutes practised, day by day"))
        self.picture.looked.connect(self._say)
        body = self.body
        put(
            body,
            self.title,
            S1,
            self.picture,
            self.newest,
            self.day,
            S3,
            Small(_("Minutes that day")),
            self._key,
            S2,
            self.below,
        )

    def show_calendar(self, calendar: Calendar, sizes: tuple[str, ...]) -> None:
        """Show another stretch; `sizes` are the words of the key."""
        self.title.setText(calendar.title)
        self._key.set_texts(sizes)
        self.picture.show_calendar(calendar)
        self.newest.setVisible(self.picture.weeks[0] > 0)
        self.below.show_table(calendar.table)

    def _say(self, number: int) -> None:
        self.day.setText(self.picture.sentence(number))
