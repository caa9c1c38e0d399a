"""Beside the pictures of Trends: harder weeks that are asked about, and ways to what is asked elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.widgets.buttons import QuietButton, SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import put
from rewire_app.ui.widgets.text import Body, Second, Small, Strong
from rewire_app.ui.widgets.theme import S1, S2, S3
from rewire_app.ui.widgets.unfold import LinkButton

if TYPE_CHECKING:
    from rewire_app.reports.on_track import HarderWeeks

PUT_AWAY = "harder_weeks_put_away"
"""The person's fact that holds the last day of the weeks that were put away."""


class HarderWeeksCard(Card):
    """A question at a mark, hidden without one. `go(Route)`; `put_away(last day)`: not before the next."""

    go = Signal(object)
    put_away = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=23)
        self._mark = 0
        self._said, self._question = Second(""), Body("")
        acts = Flow(gap=S1)
        self.help_button = SecondButton(_("Help now"), icon="help")
        self.help_button.clicked.connect(lambda: self.go.emit(routes.HELP))
        self.later = QuietButton(_("Not now"))
        self.later.clicked.connect(lambda: self.put_away.emit(self._mark))
        for button in (self.help_button, self.later):
            acts.add(button)
        worse = LinkButton(_("What made things worse"))
        worse.clicked.connect(lambda: self.go.emit(routes.UNWANTED))
        self._title = Strong("")
        put(self.body, self._title, S1, self._said, S2, self._question, S3, acts, worse)
        self.hide()

    def show_weeks(self, found: HarderWeeks | None, put_away: int) -> None:
        """Ask about `found`, unless the weeks up to the day `put_away` were put away."""
        self._mark = 0 if found is None else found.mark
        if found is not None:
            self._title.setText(found.title)
            self._said.setText(found.sentence)
            self._question.setText(found.question)
        self.setVisible(found is not None and found.mark > put_away)


class UnwantedCard(Card):
    """The way to the question whether anything made things worse. `go(Route)`."""

    go = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=23)
        words = _("An exercise that made things worse need not be offered again.")
        self.button = LinkButton(_("What made things worse"))
        self.button.clicked.connect(lambda: self.go.emit(routes.UNWANTED))
        put(self.body, Strong(_("Not everything suits you")), S1, Small(words))
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)


class QuestionnairesCard(Card):
    """The way to questionnaires. `go(Route)`."""

    go = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=23)
        words = _("Published questions, once a month at most, and totals from elsewhere.")
        self.button = LinkButton(_("To the questionnaires"))
        self.button.clicked.connect(lambda: self.go.emit(routes.QUESTIONNAIRES))
        put(self.body, Strong(_("Questionnaires")), S1, Small(words))
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
