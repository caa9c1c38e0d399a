"""Choosing what to compare, what tells the difference and when it begins, before the order is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal

from rewire_app.domain.day_words import day_words
from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.i18n import _
from rewire_app.insight.experiment_words import Outcome
from rewire_app.ui.experiment.options_form import OptionsForm
from rewire_app.ui.widgets.buttons import MainButton, QuietButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.fields import Combo
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import put
from rewire_app.ui.widgets.text import Heading, Second
from rewire_app.ui.widgets.theme import S2, S3, S5, S6


class ChooseCard(Card):
    """`sealed(a, b, outcome, start)`: draw and seal this. `back()`: rather read the explanation again.

    What was chosen stays until `sealed` was kept.
    """

    sealed = Signal(str, str, str, object)
    back = Signal()

    def __init__(
        self, exercises: Sequence[Exercise], outcomes: Sequence[Outcome], mondays: Sequence[date]
    ) -> None:
        super().__init__()
        self._mondays: list[date] = []
        self.options = OptionsForm(exercises)
        self.outcome = Combo(_("What tells the difference"), [(each.key, each.name) for each in outcomes])
        self.start = Combo(_("Begin on"), [])
        self.offer_mondays(mondays)
        self.button = MainButton(_("Draw and seal the order"), icon="lock")
        self.button.clicked.connect(self._seal)
        away = QuietButton(_("Back"), icon="chevron-left")
        away.clicked.connect(self.back)
        body = self.body
        put(
            body,
            Heading(_("What do you want to compare?")),
            S3,
            self.options,
            S6,
            self.outcome,
            S5,
            self.start,
            S5,
            Second(
                _(
                    "Not a good time for this: the middle of a crisis, or when your care is about to change. "
                    "A test can wait. If a week turns very hard, you can leave it out, and the test waits."
                )
            ),
            S5,
        )
        row = Flow(gap=S2)
        row.add(self.button)
        row.add(away)
        body.addWidget(row)
        body.setAlignment(row, Qt.AlignmentFlag.AlignTop)

    def offer_mondays(self, mondays: Sequence[date]) -> None:
        """Offer these days to begin on; the same ones again change nothing."""
        if self._mondays == list(mondays):
            return
        self._mondays = list(mondays)
        self.start.picker.clear()
        for day in mondays:
            self.start.picker.addItem(day_words(day, year=True, week_day=True), day.isoformat())

    def _seal(self) -> None:
        pair = self.options.pair()
        if pair is None:
            return
        start = next(day for day in self._mondays if day.isoformat() == self.start.value())
        self.sealed.emit(pair.a, pair.b, self.outcome.value(), start)
