"""A quiet card on Today after three nights with little sleep: is there a lot of energy all the same?"""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt, Signal

from rewire_app.domain.journal.hard_days import may_ask
from rewire_app.domain.journal.short_nights import NIGHTS, short_nights
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.today import hard_days_card
from rewire_app.ui.today.ask_place import AskPlace, day_of, put_away
from rewire_app.ui.widgets.base import announce
from rewire_app.ui.widgets.buttons import QuietButton, SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import put
from rewire_app.ui.widgets.text import Body, Heading, Small
from rewire_app.ui.widgets.theme import S1, S3, S4

PUT_AWAY = "short_nights_put_away"
"""The person's fact that holds the day on which the card was last put away."""


def wanted(context: Context) -> bool:
    """Whether the card may be shown now, and no other question of its kind is; raises a StoreError."""
    if not context.settings.hard_days:
        return False
    store, today = context.store, context.today
    nights = (store.nights.get(today - timedelta(days=back)) for back in range(NIGHTS + 1))
    asleep = {night.day: night.asleep_min for night in nights if night is not None}
    if not short_nights(asleep, today) or hard_days_card.wanted(context):
        return False
    return may_ask(day_of(context, PUT_AWAY), today)


class ShortNightsPlace(AskPlace["ShortNightsCard"]):
    """Where the question after very short nights stands."""

    def is_wanted(self) -> bool:
        """Whether it may be asked now; raises a StoreError."""
        return wanted(self._context)

    def make(self) -> ShortNightsCard:
        """The card."""
        card = ShortNightsCard(self._context)
        card.help.connect(lambda: self.go.emit(routes.HELP))
        return card


class ShortNightsCard(Card):
    """One question; "yes" turns it into one sentence. `help`: Help now is wanted. No answer is kept."""

    help = Signal()

    def __init__(self, context: Context) -> None:
        title = _("Three nights with little sleep")
        super().__init__(name=title)
        self._context = context
        self.body.setSpacing(S1)
        self._words = Body(_("Under 4 hours each. Do you have a lot of energy all the same?"))
        self.yes, self.no = SecondButton(_("Yes, a lot")), SecondButton(_("No"))
        self.help_button = SecondButton(_("Help now"), icon="help")
        self.later_button = QuietButton(_("Not now"))
        answers = Flow(gap=S3)
        for button in (self.yes, self.no, self.help_button, self.later_button):
            answers.add(button)
        self.help_button.hide()
        self.yes.clicked.connect(self._say_yes)
        self.no.clicked.connect(self.put_away)
        self.help_button.clicked.connect(self._open_help)
        self.later_button.clicked.connect(self.put_away)
        note = _(
            "From your nights, at most once a week. Your answer is kept nowhere. Settings, Your plan, can "
            "switch it off."
        )
        put(self.body, Heading(title), self._words, S3, answers, S4, Small(note))

    def _say_yes(self) -> None:
        """Say what it is worth; there is nothing to be found out here."""
        words = _(
            "That is worth a call to a doctor, today or tomorrow, also when you feel well. Tell them about "
            "the nights and about the energy."
        )
        self._words.setText(words)
        for button in (self.yes, self.no):
            button.hide()
        self.help_button.show()
        self.later_button.setText(_("Done"))
        self.later_button.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self.later_button, words)

    def _open_help(self) -> None:
        self.help.emit()
        self.put_away()

    def put_away(self) -> None:
        """Not again for a week."""
        put_away(self._context, PUT_AWAY)
