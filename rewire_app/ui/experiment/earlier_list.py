"""The other tests, one row each: what was compared, when, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.layout import vbox
from rewire_app.ui.widgets.rows import OpenRow
from rewire_app.ui.widgets.text import Heading
from rewire_app.ui.widgets.theme import S2


class EarlierList(QWidget):
    """`chosen(uid)`: this one is to be shown. Empty, it takes no room."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[QWidget] = []
        self._column = vbox(Heading(_("Other tests")), S2, on=self, gap=0)
        self.hide()

    def show_rows(self, rows: Sequence[tuple[str, str, str]]) -> None:
        """Show (uid, title, detail) of each."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        for number, (uid, title, detail) in enumerate(rows):
            if number:
                self._add(Divider())
            row = OpenRow("u-weekreview", title, detail)
            row.clicked.connect(lambda uid=uid: self.chosen.emit(uid))
            self._add(row)
        self.setVisible(bool(rows))

    def _add(self, widget: QWidget) -> None:
        self._rows.append(widget)
        self._column.addWidget(widget)
