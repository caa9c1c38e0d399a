"""The card beside the guesses: what came of those that were feared or hoped for, and what that cannot say."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.charts.guess_picture import GuessPicture
from rewire_app.i18n import _
from rewire_app.reports.guesses import GuessBook, GuessSign
from rewire_app.ui.charts.guess_curve import GuessCurve
from rewire_app.ui.charts.numbers_table import TableBelow
from rewire_app.ui.guesses.guess_row import GuessMark
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.choices import Segmented
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import clear, hbox, put, vbox
from rewire_app.ui.widgets.text import Heading, Second, Small, Voice
from rewire_app.ui.widgets.theme import S2, S3, S4
from rewire_app.ui.widgets.unfold import LinkButton

FEARED, HOPED = "feared", "hoped"


class CurveCard(Card):
    """`counted()`: how it is counted is to be read."""

    counted = Signal()

    def __init__(self) -> None:
        super().__init__(padding=23)
        self._pictures: dict[str, GuessPicture] = {}
        self._sort = FEARED
        self._title = Heading("")
        self._sorts = vbox(gap=0)
        self.sorts: Segmented | None = None
        self._key = _MarkKey()
        self.plot = GuessCurve()
        self.plot.looked.connect(self._say_bin)
        self._bin = Small("")
        self.sentence = Voice("")
        self._limits = Second("")
        self.table = TableBelow(_("What you guessed and what came, as a table"))
        how = LinkButton(_("How this is counted"))
        how.clicked.connect(self.counted)
        self._where = QWidget()
        words = _(
            "Guesses come from ladder steps, experiments, thought records, worries and planned activities. "
            "Or write one yourself, about anything that will show by a day you can name."
        )
        vbox(S3, Divider(), S3, Second(words), on=self._where, gap=0)
        self.body.setSpacing(0)
        put(self.body, self._title, S3, self._sorts, self._key, S3, self.plot, self._bin)
        put(self.body, S2, self.sentence, S2, self._limits, self._where, S2, self.table, how)

    def show_book(self, book: GuessBook) -> None:
        """Show what the answers of `book` add up to; the sort in sight stays while it has any."""
        before = self._pictures
        self._pictures = {FEARED: book.feared, HOPED: book.hoped}
        other = HOPED if self._sort == FEARED else FEARED
        if not self._pictures[self._sort].count and self._pictures[other].count:
            self._sort = other
        if self._pictures != before:
            self._offer_sorts()
            self._show()

    def _offer_sorts(self) -> None:
        """Two sorts to choose from, where both have answers."""
        clear(self._sorts)
        self.sorts = None
        counts = {sort: picture.count for sort, picture in self._pictures.items()}
        if not all(counts.values()):
            return
        feared = _("Feared, {n}").format(n=counts[FEARED])
        hoped = _("Hoped for, {n}").format(n=counts[HOPED])
        self.sorts = Segmented([(FEARED, feared), (HOPED, hoped)], name=_("Which guesses"))
        self.sorts.set_value(self._sort)
        self.sorts.changed.connect(self._choose)
        put(self._sorts, self.sorts, S3)

    def _choose(self, sort: object) -> None:
        self._sort = str(sort)
        self._show()

    def _show(self) -> None:
        picture = self._pictures[self._sort]
        self._title.setText(picture.title)
        self.plot.show_picture(picture)
        self.sentence.setText(picture.sentence)
        self._limits.setText(picture.limits)
        self._key.setVisible(not picture.drawn and picture.count > 0)
        self._where.setVisible(not picture.drawn)
        self.table.setVisible(picture.drawn)
        self.table.show_table(lambda: picture.table)

    def _say_bin(self, number: int) -> None:
        self._bin.setText(self.plot.sentence(number))
        self._bin.setVisible(number >= 0)


class _MarkKey(Flow):
    """What a disc and a ring on the line are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, gap=S4)
        for sign, words in ((GuessSign.CAME, _("came")), (GuessSign.NOT, _("did not come"))):
            entry = QWidget()
            hbox(GuessMark(sign, ink="primary"), Small(words, wrap=False), on=entry, gap=S2)
            self.add(entry)
