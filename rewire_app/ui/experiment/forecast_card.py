"""What a test could show this person, before it starts, and the button that draws."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from rewire_app.domain.experiment.sealed_order import Rule
from rewire_app.i18n import _, ngettext
from rewire_app.insight import forecast_words
from rewire_app.insight.experiment_words import Outcome
from rewire_app.insight.fair_forecast import HISTORY, RATED_EVER, Forecast
from rewire_app.reports.fair_start import Prospect
from rewire_app.ui.charts.fair_pictures import ForecastRow
from rewire_app.ui.widgets.base import announce, tell
from rewire_app.ui.widgets.buttons import MainButton, QuietButton
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import clear, hbox, nest, put, stretch
from rewire_app.ui.widgets.text import Body, Second, Small, Text
from rewire_app.ui.widgets.theme import S1, S2, S3, S4


class ForecastCard(Card):
    """`drawn()`: the coins are to be thrown. `away()`: not now."""

    drawn = Signal()
    away = Signal()

    def __init__(self) -> None:
        super().__init__(name=_("What it could show you"))
        self.head = Text("", role="quote")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(S1)
        self.button = MainButton(_("Draw the coins"), large=True)
        self.button.clicked.connect(self.drawn)
        later = QuietButton(_("Not now"))
        later.clicked.connect(self.away)
        self.reason = Small("")
        acts = Flow(gap=S2)
        acts.add(self.button)
        acts.add(later)
        put(
            self.body,
            Small(_("What it could show you"), role="small_strong"),
            S2,
            self.head,
            S3,
            self._rows,
            S4,
            acts,
            S2,
            self.reason,
            stretch(),
        )

    def show_prospect(self, prospect: Prospect, rule: Rule | None, outcome: Outcome, *, unsure: bool) -> None:
        """Say what a test of the kind `rule` could show; None: no kind is chosen (`unsure`: on purpose)."""
        clear(self._rows)
        days, weeks = prospect.days, prospect.weeks
        self.button.setText(_("Draw the weeks") if rule is Rule.WEEKS else _("Draw the coins"))
        if days is None or weeks is None:
            self._say(*_no_forecast(prospect))
            return
        forecast = prospect.of(rule) if rule is not None else None
        if rule is not None and forecast is not None:
            self._say(forecast_words.head(forecast, rule, outcome))
            self._put_steps(forecast, rule, outcome)
        elif unsure:
            told = forecast_words.both(days, weeks, outcome)
            self._say(_("There are two kinds of test, and each sees something else."), *told)
        else:
            self._say(_("Choose when it would act. Then this says what a test could show you."))

    def show_reason(self, reason: str) -> None:
        """Let the test begin, or say why it cannot yet."""
        self.button.setEnabled(not reason)
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        tell(self.button, reason)

    def _say(self, head: str, *rest: str) -> None:
        changed = self.head.text() != head
        self.head.setText(head)
        for text in rest:
            put(self._rows, Body(text), S2)
        if changed and self.isVisible():
            announce(self, " ".join((head, *rest)))

    def _put_steps(self, forecast: Forecast, rule: Rule, outcome: Outcome) -> None:
        steps = forecast_words.steps(forecast, rule, outcome)
        ends = hbox(Small(_("If the true difference is")), stretch(), Small(_("it would be seen in")))
        nest(self._rows, ends)
        for size, seen, here in steps:
            self._rows.addWidget(ForecastRow(size, seen, forecast_words.spoken(size, seen), here=here))
        put(self._rows, S2, Second(forecast_words.basis(forecast, outcome)), S3, Divider(), S3)
        self._rows.addWidget(Second(forecast_words.cannot(rule), ink="ink"))


def _no_forecast(prospect: Prospect) -> Sequence[str]:
    """Why nothing can be worked out yet."""
    if not prospect.missing:
        return (
            _("Your evenings were all rated the same, so nothing can be worked out yet."),
            _("Once they differ, this says how large a difference a test could show."),
        )
    head = ngettext(
        "{n} more rated evening, and this says what a test could show you.",
        "{n} more rated evenings, and this says what a test could show you.",
        prospect.missing,
    )
    return (
        head.format(n=prospect.missing),
        _(
            "It is worked out from your own evenings: {year} in a year, and enough of the last {days} days. "
            "Until then a test could not tell you beforehand whether it is worth eight weeks."
        ).format(year=RATED_EVER, days=HISTORY),
    )
