"""The numbers of a picture as a table over the whole width of the page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rewire_app.charts.spec import Table
from rewire_app.i18n import _
from rewire_app.ui.charts.numbers_table import NumbersTable
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.layout import put, vbox
from rewire_app.ui.widgets.text import Heading
from rewire_app.ui.widgets.theme import S3, S5

ROWS = 14
"""Rows in sight before the table scrolls."""


class TableCard(Card):
    """The table under the name of what it lists."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=17)
        self.title = Heading("")
        self.view = NumbersTable("", rows=ROWS)
        self.second_title = Heading("")
        self.second = NumbersTable("", rows=ROWS)
        self._below = QWidget()
        vbox(S5, self.second_title, S3, self.second, on=self._below, gap=0)
        put(self.body, self.title, S3, self.view, self._below)

    def show_table(self, title: str, table: Table, second: tuple[str, Table] | None = None) -> None:
        """Show the numbers of the picture called `title`, and below it those of the `second` one."""
        _show(title, table, self.title, self.view)
        self._below.setVisible(second is not None)
        if second is not None:
            _show(*second, self.second_title, self.second)


def _show(title: str, table: Table, heading: Heading, view: NumbersTable) -> None:
    name = _("{title}, as a table").format(title=title)
    heading.setText(name)
    view.setAccessibleName(name)
    view.show_table(table)
