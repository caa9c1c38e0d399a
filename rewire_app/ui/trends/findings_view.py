"""What the notes suggest: every finding as a card, what is missing where there is none yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rewire_app.charts.spec import Table
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.charts.day_bars import DayBars
from rewire_app.ui.charts.numbers_table import TableBelow
from rewire_app.ui.trends.finding_card import FindingCard
from rewire_app.ui.trends.readout import Readout
from rewire_app.ui.trends.view import TrendsView
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.layout import put, vbox, wide
from rewire_app.ui.widgets.text import Heading, Second, Text
from rewire_app.ui.widgets.theme import S1, S2, S3
from rewire_app.ui.widgets.unfold import LinkButton

if TYPE_CHECKING:
    from rewire_app.insight.findings import Finding

GAP = 18
EXPLAINED = "L51"
"""The article on how Rewire decides what to say."""


class FindingsView(TrendsView):
    """One card a finding, and the days behind the count of practice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: dict[str, FindingCard] = {}
        self.why = WhyCard()
        self.why.hide()
        self.explained = LinkButton(_("How Rewire decides what to say"))
        self.explained.clicked.connect(lambda: self.go.emit(routes.library(EXPLAINED)))
        about = _(
            "Comparisons are worked out once a week, from days up to Sunday. They say what went "
            "together in your notes, and how sure that is."
        )
        self._down = vbox(
            vbox(Second(about), wide(self.explained, 0, Qt.AlignmentFlag.AlignLeft), gap=0),
            self.why,
            on=self,
            gap=GAP,
        )

    def show_made(self, made: tuple[Finding, ...]) -> None:
        """Show all findings; cards that are there stay, with what is open in them."""
        for finding in made:
            card = self.cards.get(finding.key)
            if card is None:
                card = self.cards[finding.key] = FindingCard(finding.title)
                self._down.insertWidget(self._down.indexOf(self.why), card)
            card.show_finding(finding)
            if finding.key == "consistency":
                self.why.show_finding(finding)


class WhyCard(Card):
    """What each of the last 14 days counts, and what one more practice would do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=23, name=_("Why this number?"))
        self.about = Text("", role="second", ink="ink2")
        self.bars = DayBars(_("Share of plan, day by day"))
        self.readout = Readout(self.bars)
        self.next = Text("", role="second", ink="ink2")
        self.below = TableBelow(_("Share of plan day by day, as a table"))
        self.bars.looked.connect(self._say)
        put(
            self.body,
            Heading(_("Why this number?")),
            S2,
            self.about,
            S3,
            self.readout.place,
            S3,
            self.bars,
            S3,
            self.next,
            S1,
            self.below,
        )

    def show_finding(self, finding: Finding) -> None:
        """Show the bars of a count; the card hides itself where there are none."""
        self.setVisible(bool(finding.bars))
        if not finding.bars:
            return
        figures = finding.figures[0]
        numbers = finding.worked_out.numbers
        self.about.setText(" ".join(numbers[:2]))
        self.next.setText(" ".join(numbers[3:]))
        self.bars.show_bars(finding.bars, f"{figures.title}. {self.about.text()}")
        self.readout.make_room_for([self.bars.sentence(number) for number in range(self.bars.count())])
        self.below.show_table(lambda: Table(headings=figures.headings, rows=figures.rows))

    def _say(self, number: int) -> None:
        if 0 <= number < self.bars.count():
            self.readout.say(self.bars.sentence(number), f"{self.bars.bars[number].name}:")
