"""The pattern in practice, on Today: two small paths, how often each was taken, and the way to its page."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.layout import QUIET_END, clear, hbox, put, vbox, wide
from rewire_app.ui.widgets.text import Heading, Small, Strong
from rewire_app.ui.widgets.theme import S1, S4, theme

LONGEST = 120
"""So many characters of what a pattern is called."""


class PatternRow(QWidget):
    """The row, and no room without a pattern. `go(Route)`: to its page."""

    go = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._column = vbox(on=self, gap=0)
        self.hide()

    def look_back(self) -> None:
        """Show the pattern whose moment is the newest, or leave; nothing until all is open."""
        if not self._context.ready:
            return
        from rewire_app.reports.patterns import in_practice

        with self._context.hub.telling():
            line = in_practice(self._context.store, self._context.today)
            clear(self._column)
            self.setVisible(line is not None)
            if line is None:
                return
            from rewire_app.charts.pattern_months import paths_words
            from rewire_app.domain.limits import shortened
            from rewire_app.ui.charts.two_paths import ON_TODAY, TwoPaths

            paths = TwoPaths(ON_TODAY)
            paths.show_counts(line.counts)
            open_it = QuietButton(_("Open"))
            open_it.setAccessibleName(_("Open: {title}").format(title=shortened(line.title, LONGEST)))
            open_it.clicked.connect(partial(self.go.emit, routes.pattern_page(line.pattern.uid)))
            told = vbox(Strong(shortened(line.title, LONGEST)), Small(paths_words(line.counts)), gap=0)
            across = hbox(wide(paths, 0, Qt.AlignmentFlag.AlignTop), wide(told, 1), gap=S4)
            head = hbox(
                wide(Heading(_("The pattern in practice")), 1, Qt.AlignmentFlag.AlignVCenter), open_it
            )
            put(head, -theme.px(QUIET_END))
            put(self._column, head, S1, across)
