"""What the notes suggest about practice and reactivity, how sure that is, and how it was worked out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rewire_app.domain.day_words import span_words
from rewire_app.i18n import _
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.marks import CertaintyMeter
from rewire_app.ui.widgets.text import Small, Text, Voice
from rewire_app.ui.widgets.theme import S1, S2, S3, S4
from rewire_app.ui.widgets.unfold import Unfold

if TYPE_CHECKING:
    from rewire_app.charts.comparison import Comparison

SURE = 3
"""From this step of the meter on there is a link that could be taken for a cause."""


class InsightCard(Card):
    """The verdict in its fixed words; shown when it is ready, empty before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=23)
        self.sentence = Voice("")
        self.meter = CertaintyMeter(1, "")
        self.level = Text("", role="second", ink="ink2")
        self.keep_in_mind = Text("", role="second", ink="ink2")
        self.how = Unfold(_("How this was worked out"))
        self._divider = Divider()
        body = self.body
        body.addWidget(Small(_("What your notes suggest"), role="small_strong"))
        body.addSpacing(S2)
        body.addWidget(self.sentence)
        body.addSpacing(S3)
        body.addWidget(self.meter)
        body.addSpacing(S2)
        body.addWidget(self.level)
        body.addSpacing(S4)
        body.addWidget(self._divider)
        body.addSpacing(S4)
        body.addWidget(self.keep_in_mind)
        body.addSpacing(S1)
        body.addWidget(self.how)
        self._show_parts(there=False)

    def _show_parts(self, *, there: bool) -> None:
        for part in (self.meter, self.level, self._divider, self.how):
            part.setVisible(there)
        self.keep_in_mind.setVisible(there and bool(self.keep_in_mind.text()))

    def show_comparison(self, comparison: Comparison) -> None:
        """Say what `comparison` allows to be said."""
        verdict = comparison.verdict
        self.sentence.setText(verdict.sentence)
        self.meter.set_level(int(verdict.step), verdict.step_word)
        self.level.set_lead(verdict.step_word)
        self.level.setText(f"{self.meter.sentence}. {verdict.basis}")
        mind = [*verdict.notes]
        if verdict.step >= SURE:
            mind.insert(0, _("This doesn’t prove cause."))
        self.keep_in_mind.setText(" ".join(mind))
        self.how.set_words(self._reasons(comparison))
        self._show_parts(there=True)

    def _reasons(self, comparison: Comparison) -> list[str]:
        verdict = comparison.verdict
        days = (date.fromordinal(comparison.first), date.fromordinal(comparison.last))
        words = [
            _("Each evening rating is compared with the number of practice days in the 7 days before it."),
            _("Days looked at: {span}.").format(span=span_words(*days)),
        ]
        if verdict.link is not None:
            words.append(
                _(
                    "Days close to each other are alike, so they count for less. "
                    "The range says how far off this may be."
                )
            )
        return [*words, *verdict.numbers, *verdict.missing]
