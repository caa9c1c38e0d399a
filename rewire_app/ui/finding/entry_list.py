"""Rows of entries below each other, as many as are wanted so far, and a way to more of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _, ngettext
from rewire_app.ui.finding.entry_row import EntryLine, JournalRow
from rewire_app.ui.widgets.layout import hbox, stretch, vbox
from rewire_app.ui.widgets.tab_order import set_tab_order
from rewire_app.ui.widgets.unfold import LinkButton


class EntryList(QWidget):
    """`go(Route)`, `removed(uid)`, `ticked(uid)`: as those of a row. `more()`: more rows are wanted."""

    go = Signal(object)
    more = Signal()
    removed = Signal(str)
    ticked = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.rows: list[JournalRow] = []
        self._shown = 0
        self._column = vbox(gap=0)
        self.further = LinkButton("", icon="chevron-down")
        self.further.clicked.connect(self.more)
        self.further.hide()
        vbox(self._column, hbox(self.further, stretch()), on=self, gap=0)

    def show_lines(
        self,
        lines: Sequence[EntryLine],
        left: int = 0,
        *,
        choosing: bool = False,
        chosen: Collection[str] = (),
    ) -> None:
        """Show `lines`, of which `left` are not shown yet (below 0: it is not known how many)."""
        while len(self.rows) < len(lines):
            self._add()
        for number, row in enumerate(self.rows):
            if number < len(lines):
                line = lines[number]
                row.show_line(line, choosing=choosing, chosen=line.uid in chosen)
            row.setVisible(number < len(lines))
        self._shown = len(lines)
        more = ngettext("Show {n} more", "Show {n} more", left).format(n=left)
        self.further.setText(more if left > 0 else _("Show earlier ones"))
        self.further.setVisible(left != 0)

    def _add(self) -> None:
        row = JournalRow(self)
        here = len(self.rows)
        for told, tell in ((row.go, self.go), (row.removed, self.removed), (row.ticked, self.ticked)):
            told.connect(tell)
        row.past.connect(lambda by: self.enter(here + by))
        self.rows.append(row)
        self._column.addWidget(row)
        stops = [*self.rows[-2:], self.further]
        set_tab_order([stop for row in stops for stop in (getattr(row, "links", ()) or (row,))])

    @property
    def shown(self) -> int:
        """How many rows are shown."""
        return self._shown

    def enter(self, number: int = 0) -> bool:
        """Give the keyboard to a row, the nearest there is; False when there is none."""
        if not self._shown:
            return False
        self.rows[max(0, min(number, self._shown - 1))].begin()
        return True

    def held(self) -> int:
        """The number of the row that has the keyboard, -1 for none."""
        with_it = (n for n, row in enumerate(self.rows) if row.hasFocus() or _has(row))
        return next(with_it, -1)


def _has(row: JournalRow) -> bool:
    return any(link.hasFocus() for link in row.links)
