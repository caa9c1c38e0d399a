"""The way from Trends to a fair test: what it adds to a link, in two sentences."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.text import Small, Strong
from rewire_app.ui.widgets.theme import S1
from rewire_app.ui.widgets.unfold import LinkButton


class EntryCard(Card):
    """`go(Route)`: the route of the test."""

    go = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=23)
        self.body.addWidget(Strong(_("A fair test")))
        self.body.addSpacing(S1)
        self.body.addWidget(
            Small(
                _(
                    "A link is not a cause. To compare two ways of practising fairly, let chance decide "
                    "which week gets which."
                )
            )
        )
        self.button = LinkButton(_("Open the fair test"))
        self.button.clicked.connect(lambda: self.go.emit(routes.EXPERIMENT))
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
