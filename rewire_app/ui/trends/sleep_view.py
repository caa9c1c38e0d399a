"""Sleep against the reactivity of the day after it: the picture, what may be said, and how sure it is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from rewire_app.domain.day_words import span_words
from rewire_app.i18n import _
from rewire_app.ui.trends.more import MoreView
from rewire_app.ui.trends.scatter_card import ScatterCard
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.marks import CertaintyMeter
from rewire_app.ui.widgets.text import Small, Text, Voice
from rewire_app.ui.widgets.theme import S1, S2, S3
from rewire_app.ui.widgets.unfold import Unfold

if TYPE_CHECKING:
    from rewire_app.charts.sleep_scatter import SleepComparison

SURE = 3
"""From this step of the meter on there is a link that could be taken for a cause."""


class SleepView(MoreView):
    """The scatter of nights and evenings, and below it the verdict about them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = ScatterCard(_("Sleep against reactivity, as a table"))
        self.card.go.connect(self.go)
        self.sentence = Voice("")
        self.meter = CertaintyMeter(1, "")
        self.level = Text("", role="second", ink="ink2")
        self.keep_in_mind = Text("", role="second", ink="ink2")
        self.how = Unfold(_("How this was worked out"), _("Sleep against reactivity"))
        body = self.card.body
        body.insertWidget(body.indexOf(self.card.below), Divider())
        place = body.indexOf(self.card.below)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addSpacing(S3)
        words.addWidget(Small(_("What your notes suggest about sleep"), role="small_strong"))
        words.addSpacing(S1)
        words.addWidget(self.sentence)
        words.addSpacing(S2)
        words.addWidget(self.meter)
        words.addSpacing(S1)
        words.addWidget(self.level)
        words.addWidget(self.keep_in_mind)
        words.addWidget(self.how)
        body.insertLayout(place, words)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.card)

    def show_made(self, made: SleepComparison) -> None:
        """Show another comparison."""
        verdict = made.verdict
        self.card.show_comparison(made)
        self.sentence.setText(verdict.sentence)
        self.meter.set_level(int(verdict.step), verdict.step_word)
        self.level.set_lead(verdict.step_word)
        self.level.setText(f"{self.meter.sentence}. {verdict.basis}")
        mind = [*verdict.notes]
        if verdict.step >= SURE:
            mind.insert(0, _("This doesn’t prove cause."))
        self.keep_in_mind.setText(" ".join(mind))
        self.keep_in_mind.setVisible(bool(mind))
        days = (date.fromordinal(made.first), date.fromordinal(made.last))
        said = [
            _("Each evening rating is compared with the hours asleep of the night that ended that morning."),
            _("Days looked at: {span}.").format(span=span_words(*days)),
        ]
        if verdict.link is not None:
            said.append(
                _(
                    "Days close to each other are alike, so they count for less. "
                    "The range says how far off this may be."
                )
            )
        self.how.set_words([*said, *verdict.numbers, *verdict.missing])

    def set_weekly(self, *, weekly: bool) -> None:
        """One point a week or one a day."""
        self.card.set_weekly(weekly=weekly)
