"""A moment that was still going when it was noted, and has no clock: a line on Today to finish it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.day_words import clock_words, day_words
from rewire_app.domain.journal.moment_clock import MOST_MIN
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.layout import QUIET_END, hbox, put, wide
from rewire_app.ui.widgets.text import Body
from rewire_app.ui.widgets.theme import S2, S4, theme

DAYS = 2
"""It is asked about on its day and the next."""


class GoingLine(QWidget):
    """The newest one, and no room without it. `go(Route)`: to say that it has settled."""

    go = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._uid = ""
        self._words = Body("")
        self.button = QuietButton(_("It has settled"))
        self.button.clicked.connect(lambda: self.go.emit(routes.settled(self._uid)))
        across = hbox(on=self, gap=S2, margins=(0, 0, 0, S4))
        middle = Qt.AlignmentFlag.AlignVCenter
        put(across, wide(self._words, 1, middle), wide(self.button, 0, middle), -theme.px(QUIET_END))
        self.hide()

    def look_back(self) -> None:
        """Ask about it, or leave; nothing until all is open."""
        if not self._context.ready:
            return
        from rewire_app.store.moment_queries import still_going

        context, today = self._context, self._context.today.toordinal()
        with context.hub.telling():
            clocked_from = context.clock.now().utc_ms - MOST_MIN * 60_000
            found = still_going(context.vault, today - DAYS + 1, today, clocked_from)
            self.setVisible(found is not None)
            if found is None:
                return
            self._uid, day, at = found
            time = clock_words(at.wall)
            if day != today:
                time = _("{day}, {time}").format(day=day_words(date.fromordinal(day)), time=time)
            self._words.setText(_("A moment was still going: {time}").format(time=time))
            self.button.setAccessibleName(_("It has settled: the moment at {time}").format(time=time))
