"""The marks of the picture as a numbered list beside it, with all their words and days."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _, ngettext
from rewire_app.ui.charts.number_box import NumberBox
from rewire_app.ui.trends.lane_marks import event_days
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.layout import hbox, nest, put, stretch, vbox, wide
from rewire_app.ui.widgets.tab_order import set_tab_order
from rewire_app.ui.widgets.text import Second, Small, Text
from rewire_app.ui.widgets.theme import S2, S3
from rewire_app.ui.widgets.unfold import LinkButton

if TYPE_CHECKING:
    from rewire_app.charts.spec import Event

MOST = 6
"""Marks that are listed; earlier ones are one press away."""


class MarkLine(Card):
    """One mark of the list: its number, its words, its days; Enter or a click shows it in the picture."""

    def __init__(self) -> None:
        super().__init__(clickable=True, bare=True, padding=(0, 8))
        self.event_shown: Event | None = None
        self.number = NumberBox()
        self.words = Text("", role="second")
        self.days = Small("")
        both = vbox(self.words, self.days, gap=0)
        nest(self.body, hbox(wide(self.number, 0, Qt.AlignmentFlag.AlignTop), wide(both, 1), gap=S3))

    def show_event(self, number: int, event: Event) -> None:
        """Show another event."""
        self.event_shown = event
        self.number.show_number(number, lasts=event.x_end is not None)
        self.words.setText(event.words)
        self.days.setText(event_days(event))
        self.setAccessibleName(
            _("{n}, {words}, {days}").format(n=number, words=event.words, days=event_days(event))
        )


class MarksCard(Card):
    """The newest marks, and a way to add one.

    `add()`: a mark is wanted. `shown(object, QWidget)`: these events (a tuple), beside a part of this card.
    """

    add = Signal()
    shown = Signal(object, QWidget)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(20, 14), name=_("Marks"))
        self.rows: list[MarkLine] = []
        self._dividers: list[Divider] = []
        self._earlier: tuple[Event, ...] = ()
        self.add_button = LinkButton(_("Add"))
        self.add_button.setAccessibleName(_("Add a mark"))
        self.add_button.clicked.connect(self.add)
        self.none = Second(_("What happened in your life can be marked here: a new job, a trip, a dose."))
        self.earlier_button = LinkButton("")
        self.earlier_button.clicked.connect(lambda: self.shown.emit(self._earlier, self.earlier_button))
        self.list = vbox(gap=0)
        head = hbox(Text(_("Marks"), role="second_strong", wrap=False), stretch(), self.add_button, gap=S2)
        put(self.body, head, self.none, self.list, self.earlier_button)

    def show_events(self, events: Sequence[Event]) -> None:
        """Show the events of another stretch, numbered as they are in the picture."""
        begin = max(0, len(events) - MOST)
        self._earlier = tuple(events[:begin])
        shown = list(enumerate(events, 1))[begin:]
        if len(self.rows) < len(shown):
            while len(self.rows) < len(shown):
                self._add_row()
            set_tab_order([self.add_button, *self.rows, self.earlier_button])
        for place, (row, line) in enumerate(zip(self.rows, self._dividers, strict=True)):
            there = place < len(shown)
            row.setVisible(there)
            line.setVisible(there)
            if there:
                row.show_event(*shown[place])
        self.none.setVisible(not events)
        self.earlier_button.setVisible(begin > 0)
        self.earlier_button.setText(
            ngettext("{n} earlier mark", "{n} earlier marks", begin).format(n=begin) if begin else ""
        )

    def _add_row(self) -> None:
        row, line = MarkLine(), Divider()
        row.clicked.connect(lambda: self._show(row))
        self.rows.append(row)
        self._dividers.append(line)
        put(self.list, line, row)

    def _show(self, row: MarkLine) -> None:
        if row.event_shown is not None:
            self.shown.emit((row.event_shown,), row)
