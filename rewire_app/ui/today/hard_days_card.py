"""A quiet card on Today after several very hard days: would talking to someone help?"""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.journal.hard_days import SPAN, may_ask, several_hard_days
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.widgets.buttons import QuietButton, SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.layout import hbox, put, stretch, vbox
from rewire_app.ui.widgets.text import Body, Heading, Small
from rewire_app.ui.widgets.theme import S1, S3, S4, S5

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
    return may_ask(_day(context.store.profile.get(PUT_AWAY)), today)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


class HardDaysPlace(QWidget):
    """The place on Today where the card stands when it is wanted, and no room without it. `go(Route)`."""

    go = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._down = vbox(on=self, margins=(0, 0, 0, S5))
        self.card: HardDaysCard | None = None
        self.hide()
        context.preferences.changed.connect(self.look_back)
        context.hub.changed.connect(self._follow)

    def _follow(self, topics: frozenset[str]) -> None:
        if "profile" in topics:  # days are a topic of the page itself
            self.look_back()

    def look_back(self) -> None:
        """Show the card or take it away; nothing until all is open."""
        if not self._context.ready:
            return
        show = wanted(self._context)
        if show and self.card is None:
            self.card = HardDaysCard(self._context)
            self.card.help.connect(lambda: self.go.emit(routes.HELP))
            self._down.addWidget(self.card)
        self.setVisible(show)


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
        """Not again for a week; which answer it was is kept nowhere."""
        context = self._context
        context.hub.keep(
            _("question put away"), None, context.store.profile.put, PUT_AWAY, context.today.isoformat()
        )
