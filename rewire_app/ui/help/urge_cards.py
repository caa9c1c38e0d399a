"""The way from Help now to the cards for urges: a row while there are any."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.errors import StoreError
from rewire_app.i18n import _, ngettext
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.layout import vbox
from rewire_app.ui.widgets.rows import OpenRow


class UrgeCardsRow(QWidget):
    """The row, and no room without a card. `go(Route)`: to the cards, the newest of which is named."""

    go = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.row = OpenRow("d-proscons", _("Your cards for urges"), "")
        self.row.clicked.connect(lambda: self.go.emit(routes.CARDS))
        vbox(Divider(), self.row, on=self, gap=0)
        self.hide()

    def look(self) -> None:
        """Show the row or take it away; nothing until the notes are open."""
        urges = self._urges()
        told = ngettext("{n} card: {urge}", "{n} cards, the newest: {urge}", len(urges))
        self.row.set_detail(told.format(n=len(urges), urge=urges[0]) if urges else "")
        self.setVisible(bool(urges))

    def _urges(self) -> list[str]:
        """The urge on each card; none where they cannot be read now, as Help goes on without them."""
        if not self._context.ready:
            return []
        from rewire_app.store.list_queries import urges_on_cards

        with suppress(StoreError):
            return urges_on_cards(self._context.vault)
        return []
