"""A quiet card on Today after several very hard days: would talking to someone help?"""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Signal

from rewire_app.domain.journal.hard_days import SPAN, may_ask, several_hard_days
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.today.ask_place import AskPlace, day_of, put_away
from rewire_app.ui.widgets.buttons import QuietButton, SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.layout import hbox, put, stretch
from rewire_app.ui.widgets.text import Body, Heading, Small
from rewire_app.ui.widgets.theme import S1, S3, S4

PUT_AWAY = "hard_days_put_away"
"""The person's fact that holds the day on which the card was last put away."""


def wanted(context: Context) -> bool:
    """Whether the card may be shown now: it is switched on, the days were hard, and not asked this week."""
    if not context.settings.hard_days:
        return False
    from rewire_app.store import queries as reads

    today = context.today
    first = (today - timedelta(days=SPAN - 1)).toordinal()
    if not several_hard_days(reads.evenings(context.vault, first, today.toordinal())):
        return False
    return may_ask(day_of(context, PUT_AWAY), today)


class HardDaysPlace(AskPlace["HardDaysCard"]):
    """Where the question after very hard days stands."""

    def is_wanted(self) -> bool:
        """Whether it may be asked now; raises a StoreError."""
        return wanted(self._context)

    def make(self) -> HardDaysCard:
        """The card."""
        card = HardDaysCard(self._context)
        card.help.connect(lambda: self.go.emit(routes.HELP))
        return card


class HardDaysCard(Card):
    """One question and two answers. `help`: Help now is wanted. Either answer puts it away for a week."""

    help = Signal()

    def __init__(self, context: Context) -> None:
        title = _("Several very hard days")
        super().__init__(name=title)
        self._context = context
        self.body.setSpacing(S1)
        put(self.body, Heading(title), Body(_("Would talking to someone help?")), S3)
        across = hbox(gap=S3)
        self.help_button = SecondButton(_("Help now"), icon="help")
        self.help_button.clicked.connect(self._open_help)
        self.later_button = QuietButton(_("Not now"))
        self.later_button.clicked.connect(self.put_away)
        put(across, self.help_button, self.later_button, stretch())
        put(
            self.body,
            across,
            S4,
            Small(_("From your evening notes, at most once a week. Settings, Your plan, can switch it off.")),
        )

    def _open_help(self) -> None:
        self.help.emit()
        self.put_away()

    def put_away(self) -> None:
        """Not again for a week."""
        put_away(self._context, PUT_AWAY)
