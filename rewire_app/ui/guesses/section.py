"""One part of the prediction book: how many there are, the first of them, and a way to all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.lists.expected import Expectation
from rewire_app.i18n import _
from rewire_app.reports.guesses import guess_line
from rewire_app.ui.guesses.guess_row import GuessRow
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.layout import clear, hbox, vbox, wide
from rewire_app.ui.widgets.text import Heading
from rewire_app.ui.widgets.theme import S1
from rewire_app.ui.widgets.unfold import LinkButton

FIRST, SMALL = 2, 3
"""So many rows are shown at first; all of them where there are no more than the second."""
PORTION = 40
"""So many more come with each press: thousands at once would take seconds to build."""


class GuessSection(QWidget):
    """`opened(uid)`: a row was pressed. Without a row it has no room."""

    opened = Signal(str)

    def __init__(self, title: Callable[[int], str]) -> None:
        super().__init__()
        self._counted = title
        self._entries: Sequence[Expectation] = ()
        self._today = date.min
        self._seen = FIRST
        self._title = Heading("")
        self.more = LinkButton("")
        policy = self.more.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the heads of all sections are as high
        self.more.setSizePolicy(policy)
        self.more.clicked.connect(self._show_more)
        self._body = vbox(gap=0)
        middle = Qt.AlignmentFlag.AlignVCenter
        head = hbox(wide(self._title, 1, middle), wide(self.more, 0, middle))
        vbox(head, Divider(), self._body, on=self, gap=0, margins=(0, S1, 0, 0))
        self.rows: list[GuessRow] = []

    def show_entries(self, entries: Sequence[Expectation], today: date) -> None:
        """Show other entries; as many stay in sight as were."""
        if (entries, today) != (self._entries, self._today):
            self._entries, self._today = entries, today
            self._fill()
        self.setVisible(bool(entries))

    def _fill(self) -> None:
        count = len(self._entries)
        seen = count if count <= SMALL else min(self._seen, count)
        clear(self._body)
        self.rows = []
        for entry in self._entries[:seen]:
            row = GuessRow(guess_line(entry, self._today))
            row.clicked.connect(lambda uid=entry.uid: self.opened.emit(uid))
            row.past.connect(lambda by, row=row: self._go_past(row, by))
            self.rows.append(row)
            self._body.addWidget(row)
            self._body.addWidget(Divider())
        self._title.setText(self._counted(count))
        rest = count - seen
        first = self._seen == FIRST
        words = _("All {n}").format(n=count) if first else _("{n} more").format(n=min(rest, PORTION))
        self.more.setText(words)
        self.more.setAccessibleDescription(self._title.text())
        self.more.setVisible(rest > 0)

    def _show_more(self) -> None:
        first = len(self.rows)
        self._seen = first + PORTION
        self._fill()
        QTimer.singleShot(0, self, lambda: self._hold(first))

    def _hold(self, number: int) -> None:
        if number < len(self.rows):
            self.rows[number].setFocus()

    def _go_past(self, row: GuessRow, by: int) -> None:
        number = self.rows.index(row) + by
        if 0 <= number < len(self.rows):
            self.rows[number].setFocus()
