"""What was planned or predicted and has come due: a line each on Today, and the way to say how it was."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.journal.unwanted import DISTRESS
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.layout import QUIET, QUIET_END, clear, hbox, hung, put, stretch, vbox, wide
from rewire_app.ui.widgets.text import Heading, Small, Strong
from rewire_app.ui.widgets.theme import S2, S5

if TYPE_CHECKING:
    from rewire_app.domain.lists.expected import Expectation

MOST = 3
"""So many are asked about at once."""

PUT_AWAY = "open_put_away"
"""The person's fact that holds the day for which the lines were put away."""


class OpenLines(QWidget):
    """The lines, and no room without one. `go(Route)`: to a look back, or to all that waits."""

    go = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._rows = vbox(gap=0)
        self.later = QuietButton(_("Not now"))
        self.later.setAccessibleDescription(_("Not again today"))
        self.later.clicked.connect(self._put_away)
        self.more = QuietButton("")
        self.more.hide()
        self.more.clicked.connect(lambda: self.go.emit(routes.OPEN))
        ends = QWidget()
        hbox(self.more, self.later, stretch(), on=ends)
        column = vbox(Heading(_("Looking back")), S2, self._rows, on=self, gap=0, margins=(0, 0, 0, S5))
        column.addLayout(hung(ends, start=QUIET))
        self.hide()

    def look_back(self) -> None:
        """Ask about what is due, or leave; nothing until all is open."""
        if not self._context.ready:
            return
        with self._context.hub.telling():
            self._show(self._due())

    def _due(self) -> list[Expectation]:
        """What is due, the oldest first; nothing on a hard day, or once it was put away for today."""
        from rewire_app.domain.lists.expected import asked_about
        from rewire_app.store.unwanted_queries import worse_facts

        store, today = self._context.store, self._context.today
        due = asked_about(store.open.waiting(), today, self._context.clock.now().utc_ms)
        if not due or store.profile.get(PUT_AWAY) == today.isoformat():
            return []
        distress = worse_facts(self._context.vault, today.toordinal()).distress
        return [] if distress is not None and distress >= DISTRESS else due

    def _show(self, due: Sequence[Expectation]) -> None:
        clear(self._rows)
        for number, entry in enumerate(due[:MOST]):
            if number:
                self._rows.addWidget(Divider())
            self._rows.addLayout(hung(self._row(entry), end=QUIET_END))
        self.more.setText(_("And {n} more").format(n=len(due) - MOST))
        self.more.setVisible(len(due) > MOST)
        self.setVisible(bool(due))

    def _row(self, entry: Expectation) -> QWidget:
        from rewire_app.domain.lists.written_lines import head_line

        row = QWidget()
        told = head_line(entry, self._context.today)
        words = vbox(Strong(entry.what), *([Small(told)] if told else []), gap=0)
        button = QuietButton(_("How was it?"))
        button.setAccessibleName(_("How was it? {words}").format(words=entry.what))
        button.clicked.connect(partial(self.go.emit, routes.how_was_it(entry.what)))
        across = hbox(on=row, gap=S2, margins=(0, S2, 0, S2))
        put(across, wide(words, 1), wide(button, 0, Qt.AlignmentFlag.AlignVCenter))
        return row

    def _put_away(self) -> None:
        context = self._context
        words = _("put away for today")
        context.hub.keep(words, None, context.store.profile.put, PUT_AWAY, context.today.isoformat())
