"""The numbers of a picture as a table over the whole width of the page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rewire_app.charts.spec import Table
from rewire_app.i18n import _
from rewire_app.ui.charts.numbers_table import NumbersTable
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.layout import put
from rewire_app.ui.widgets.text import Heading
from rewire_app.ui.widgets.theme import S3

ROWS = 14
"""Rows in sight before the table scrolls."""


class TableCard(Card):
    """The table under the name of what it lists."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=17)
        self.title = Heading("")
        self.view = NumbersTable("", rows=ROWS)
        put(self.body, self.title, S3, self.view)

    def show_table(self, title: str, table: Table) -> None:
        """Show the numbers of the picture called `title`."""
        name = _("{title}, as a table").format(title=title)
        self.title.setText(name)
        self.view.setAccessibleName(name)
        self.view.show_table(table)
