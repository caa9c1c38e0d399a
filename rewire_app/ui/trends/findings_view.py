"""What the notes suggest: every finding as a card, what is missing where there is none yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from rewire_app.i18n import _
from rewire_app.ui.trends.finding_card import FindingCard
from rewire_app.ui.trends.view import TrendsView
from rewire_app.ui.trends.why_card import WhyCard
from rewire_app.ui.widgets.text import Second

if TYPE_CHECKING:
    from rewire_app.insight.findings import Finding

GAP = 18


class FindingsView(TrendsView):
    """One card a finding, and the days behind the count of practice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: dict[str, FindingCard] = {}
        self.why = WhyCard()
        self.why.hide()
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(GAP)
        self._down.addWidget(
            Second(
                _(
                    "Comparisons are worked out once a week, from days up to Sunday. They say what went "
                    "together in your notes, and how sure that is."
                )
            )
        )
        self._down.addWidget(self.why)

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
