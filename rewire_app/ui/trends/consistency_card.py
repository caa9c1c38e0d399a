"""The side column about practice: consistency with its two numbers, and the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.insight.consistency import what_counts
from rewire_app.ui.charts.calendar_picture import CalendarPicture, SizeKey
from rewire_app.ui.charts.numbers_table import TableBelow
from rewire_app.ui.charts.strength_curve import StrengthCurve
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.layout import put
from rewire_app.ui.widgets.text import Small, Strong, Text
from rewire_app.ui.widgets.theme import S1, S2, S3
from rewire_app.ui.widgets.unfold import Unfold

if TYPE_CHECKING:
    from rewire_app.charts.calendar import Calendar
    from rewire_app.charts.consistency import Consistency
    from rewire_app.charts.spec import Lane


class CalendarCard(Card):
    """The count as a title, the squares, the chosen day in words, the key and the table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(14, 20))  # the weeks need all of the side column
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
            Small(_("Minutes that day; a line below: marked")),
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


class ConsistencyCard(Card):
    """Two numbers in words; each says why it is what it is when asked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=23)
        self.share = Text("", role="second", ink="ink")
        self.strength = Text("", role="second", ink="ink")
        self.share_why = Unfold(_("Why this number?"), _("Share of plan"))
        self.strength_why = Unfold(_("Why this number?"), _("Strength"))
        self.curve = StrengthCurve()
        body = self.body
        put(
            body,
            Strong(_("Practice consistency")),
            S2,
            self.share,
            self.share_why,
            S1,
            Divider(),
            S3,
            self.strength,
            S2,
            self.curve,
            self.strength_why,
        )

    def show_consistency(self, now: Consistency, strength: Lane, columns: int) -> None:
        """Show today's numbers and the curve of the range."""
        self.share.setText(now.share_words)
        self.share_why.set_words([now.share_why, what_counts()])
        self.strength.setText(now.strength_words)
        self.strength_why.set_words([now.strength_why])
        self.curve.show_lane(strength, columns)
        self.curve.setVisible(bool(strength.runs))
