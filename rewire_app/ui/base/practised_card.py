"""What was practised on a day: each pass with its first words, and the way to it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal

from rewire_app.domain.day_words import clock_words
from rewire_app.domain.limits import shortened
from rewire_app.i18n import _
from rewire_app.reports.pass_lines import PassLine, line_of
from rewire_app.store.pass_queries import passes_of_day
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.layout import clear, put, vbox
from rewire_app.ui.widgets.text import Heading, Second
from rewire_app.ui.widgets.theme import S2
from rewire_app.ui.widgets.unfold import LinkButton

LETTERS = 300
"""So much of what a person wrote stands in a row."""


class PractisedCard(Card):
    """The passes of one day, the earliest first; not there on a day without any. `go(Route)`: open one."""

    go = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(padding=(29, 23))
        self._context = context
        self._rows = vbox(gap=0)
        put(self.body, Heading(_("Practised")), S2, self._rows)
        self.hide()

    def read(self, day: date) -> list[PassLine]:
        """The passes of `day`; where they cannot be read that is told, and the rest of the day is shown."""
        context = self._context
        with context.hub.telling():
            found = passes_of_day(context.vault, day.toordinal())
            return [line_of(one, context.library) for one in found]
        return []

    def show_lines(self, lines: list[PassLine]) -> None:
        """Show these passes."""
        clear(self._rows)
        for line in lines:
            words = _("{time}, {exercise}, {length}")
            link = LinkButton(
                words.format(time=clock_words(line.at), exercise=line.title, length=line.length)
            )
            link.clicked.connect(lambda _on=False, uid=line.uid: self.go.emit(routes.practice(uid)))
            self._rows.addWidget(link)
            if line.words:
                self._rows.addWidget(Second(shortened(line.words, LETTERS)))
        self.setVisible(bool(lines))
