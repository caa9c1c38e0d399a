"""Sleep against the reactivity of the day after it: the picture, what may be said, and how sure it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from rewire_app.i18n import _
from rewire_app.ui.trends.finding_card import FindingWords
from rewire_app.ui.trends.scatter_card import ScatterCard
from rewire_app.ui.trends.view import TrendsView
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.text import Small
from rewire_app.ui.widgets.theme import S3

if TYPE_CHECKING:
    from rewire_app.charts.comparison import Comparison


class SleepView(TrendsView):
    """The scatter of nights and evenings, and below it the verdict about them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = ScatterCard(_("Sleep against reactivity, as a table"))
        self.card.go.connect(self.go)
        head = Small(_("What your notes suggest about sleep"), role="small_strong")
        self.words = FindingWords(head, _("Sleep against reactivity"), brief=True, close=True)
        body = self.card.body
        body.insertWidget(body.indexOf(self.card.below), Divider())
        body.insertSpacing(body.indexOf(self.card.below), S3)
        body.insertWidget(body.indexOf(self.card.below), self.words)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.card)

    def show_made(self, made: Comparison) -> None:
        """Show another comparison."""
        self.card.show_comparison(made)
        self.words.show_finding(made.verdict)

    def set_weekly(self, *, weekly: bool) -> None:
        """One point a week or one a day."""
        self.card.set_weekly(weekly=weekly)
