"""Before a fair test: two ways, when they would act, and beside it what a test could show."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rewire_app.domain.day_words import day_words
from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.domain.experiment.choice import OptionsKind, Pair
from rewire_app.domain.experiment.sealed_order import Rule
from rewire_app.errors import BadInputError
from rewire_app.i18n import _, ngettext
from rewire_app.insight.experiment_words import Outcome
from rewire_app.insight.forecast_words import could_show_words
from rewire_app.reports.fair_start import Prospect
from rewire_app.ui.experiment.forecast_card import ForecastCard
from rewire_app.ui.experiment.options_form import OptionsForm
from rewire_app.ui.widgets.choices import ChoiceList
from rewire_app.ui.widgets.fields import Combo
from rewire_app.ui.widgets.layout import put, stretch, vbox, wide
from rewire_app.ui.widgets.text import Heading, Small
from rewire_app.ui.widgets.theme import S3, S4, S5, S8, theme

UNSURE = "unsure"
BESIDE = 720
"""Px of the design from which the forecast stands beside the form."""


class ChooseCard(QWidget):
    """`sealed(Pair, Rule, outcome key, start)`: draw and seal this. `away()`: not now.

    `judged(outcome key)`: another measure tells the difference, `read_again` is due. What was chosen stays
    until `sealed` was kept. `prospect_of`: what a test judged by an outcome could show.
    """

    sealed = Signal(object, object, str, object)
    away = Signal()
    judged = Signal(str)

    def __init__(
        self,
        exercises: Sequence[Exercise],
        used: Mapping[str, int],
        outcomes: Sequence[Outcome],
        mondays: Sequence[date],
        prospect_of: Callable[[Outcome], Prospect],
    ) -> None:
        super().__init__()
        self._mondays: list[date] = []
        self._outcomes = {each.key: each for each in outcomes}
        self._prospect_of = prospect_of
        self.options = OptionsForm(exercises, used)
        self.acts = ChoiceList(
            [
                (str(Rule.DAYS), _("The same day")),
                (str(Rule.WEEKS), _("It builds up over weeks")),
                (UNSURE, _("I don’t know")),
            ],
            name=_("When would it act, if it does?"),
        )
        self.outcome = Combo(_("What tells the difference"), [(each.key, each.name) for each in outcomes])
        if len(outcomes) == 1:
            self.outcome.hide()
        self.start = Combo(_("Begin on"), [])
        self.forecast = ForecastCard()
        self.offer_mondays(mondays)
        self._lay_out()
        self.options.changed.connect(self._say)
        self.acts.changed.connect(self._say)
        self.outcome.changed.connect(self.judged)
        self.forecast.drawn.connect(self._seal)
        self.forecast.away.connect(self.away)
        self.read_again()

    def _lay_out(self) -> None:
        left = vbox(
            Heading(_("What to compare")),
            S3,
            self.options,
            S4,
            Heading(_("When would it act, if it does?")),
            S3,
            self.acts,
            gap=0,
        )
        put(left, S4, self.outcome, S4, self.start, S4)
        left.addWidget(
            Small(
                _(
                    "Never drawn by lot: medicine, getting through a crisis, help or no help, eating or "
                    "sleeping less, real fears. Help now is there every day. In the middle of a crisis, or "
                    "when your care is about to change, a test can wait."
                )
            )
        )
        left.addStretch(1)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        put(self._sides, wide(left, 402), wide(vbox(self.forecast, stretch()), 458))
        self._arrange()

    # what is known

    def offer_mondays(self, mondays: Sequence[date]) -> None:
        """Offer these days to begin on; the same ones again change nothing."""
        if self._mondays == list(mondays):
            return
        self._mondays = list(mondays)
        self.start.picker.clear()
        for day in mondays:
            self.start.picker.addItem(day_words(day, year=True, week_day=True), day.isoformat())

    def read_again(self) -> None:
        """Work out anew what a test could show, from the evenings there are now."""
        self._prospect = self._prospect_of(self._judge)
        days, weeks = self._prospect.days, self._prospect.weeks
        self.acts.set_details(
            {
                str(Rule.DAYS): _joined(
                    _("56 days in pairs. A coin says which is first."), could_show_words(days, self._judge)
                ),
                str(Rule.WEEKS): _joined(
                    _("8 weeks. A lot is drawn for each."), could_show_words(weeks, self._judge)
                ),
            }
        )
        self._say()

    @property
    def _judge(self) -> Outcome:
        return self._outcomes[self.outcome.value()]

    @property
    def _rule(self) -> Rule | None:
        chosen = self.acts.value()
        return None if chosen in (None, UNSURE) else Rule(str(chosen))

    # what follows

    def _say(self, *_what: object) -> None:
        unsure = self.acts.value() == UNSURE
        self.forecast.show_prospect(self._prospect, self._rule, self._judge, unsure=unsure)
        self.forecast.show_reason(self._missing() or "")

    def _missing(self) -> str | None:
        """What a test still needs, in words; None when it can begin."""
        if self._prospect.missing:
            return ngettext(
                "It can begin after {n} more rated evening.",
                "It can begin after {n} more rated evenings.",
                self._prospect.missing,
            ).format(n=self._prospect.missing)
        if self._prospect.days is None:
            return _("It can begin once your evenings differ.")
        try:
            self.options.pair()
        except BadInputError as fault:
            return str(fault)
        if self._rule is None:
            return _("Choose when it would act, the same day or over weeks.")
        if self._rule is Rule.DAYS and self.options.chosen_kind is OptionsKind.DAYS:
            return _("Numbers of days a week are compared by weeks. Choose “It builds up over weeks”.")
        return None

    def _seal(self) -> None:
        if self._missing() is not None or self._rule is None:
            return
        pair: Pair = self.options.pair()
        start = next(day for day in self._mondays if day.isoformat() == self.start.value())
        self.sealed.emit(pair, self._rule, self.outcome.value(), start)

    # arranging

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another place for the forecast."""
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        beside = self.width() >= theme.px(BESIDE)
        ways = QBoxLayout.Direction
        self._sides.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._sides.setSpacing(theme.px(S8 if beside else S5))


def _joined(*lines: str) -> str:
    return "\n".join(line for line in lines if line)
