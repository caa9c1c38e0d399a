"""Which patterns name an exercise or an article: a small line with a link to each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.limits import shortened
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import clear, put, vbox
from rewire_app.ui.widgets.text import Small
from rewire_app.ui.widgets.theme import S4
from rewire_app.ui.widgets.unfold import LinkButton

LONGEST = 80
"""So many characters of what a pattern is called."""


class NamedBy(QWidget):
    """The line, and no room where no pattern names it. `go(Route)`: to a pattern."""

    go = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._column = vbox(on=self, gap=0)
        self.hide()

    def show_named(self, *, exercise: str = "", article: str = "") -> None:
        """Show the patterns that name this exercise or article; raises a StoreError."""
        from rewire_app.reports.patterns import patterns_naming

        clear(self._column)
        found = patterns_naming(self._context.store, exercise=exercise, article=article)
        self.setVisible(bool(found))
        if not found:
            return
        links = Flow(gap=S4, below=0)
        for uid, title in found:
            link = LinkButton(shortened(title, LONGEST))
            link.clicked.connect(partial(self.go.emit, routes.pattern_page(uid)))
            links.add(link)
        words = _("It trains the new response of:") if exercise else _("It explains:")
        put(self._column, Small(words), links)
