"""All lists of the person: what each is called and how much is in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rewire_app.domain.lists.entries import ListEntry, ListKind, Worry, WorrySort
from rewire_app.domain.lists.reading import grouped, next_step
from rewire_app.domain.lists.words import count_words, list_words
from rewire_app.i18n import _, ngettext
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.rows import OpenRow
from rewire_app.ui.widgets.text import Lead, Title
from rewire_app.ui.widgets.theme import S2, S4

SHOWN = (
    ListKind.VALUES,
    ListKind.LADDER,
    ListKind.PATTERNS,
    ListKind.WORRIES,
    ListKind.URGES,
    ListKind.KIT,
    ListKind.CRISIS_PLAN,
)
"""The lists in the order in which they are offered."""


def summary(kind: ListKind, entries: Sequence[ListEntry]) -> str:
    """How much is in a list, and what waits in it."""
    words = count_words(kind, len(entries))
    if kind is ListKind.LADDER:
        waiting = [step for group in grouped(kind, entries) if (step := next_step(group)) is not None]
        if waiting:
            return _("{count}. Next: {step}").format(count=words, step=waiting[0].step)
    if kind is ListKind.WORRIES and entries:
        n = sum(isinstance(one, Worry) and one.sort is WorrySort.OPEN for one in entries)
        is_open = ngettext("{n} is open", "{n} are open", n).format(n=n)
        return _("{count}, {open}").format(count=words, open=is_open)
    return words


class Overview(QWidget):
    """The lists, each a row that opens it. `chosen(kind)`."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Title(_("Your lists")))
        column.addWidget(Lead(_("What your exercises left for you. You can add to it and change it here.")))
        column.addSpacing(S4)
        self.rows: dict[ListKind, OpenRow] = {}
        for number, kind in enumerate(SHOWN):
            if number:
                column.addWidget(Divider())
            words = list_words(kind)
            row = OpenRow(words.exercise, words.name, "")
            row.clicked.connect(lambda kind=kind: self.chosen.emit(kind.value))
            column.addWidget(row)
            self.rows[kind] = row
        column.addSpacing(S2)
        column.addStretch(1)

    def show_counts(self, entries: Mapping[ListKind, Sequence[ListEntry]]) -> None:
        """Say what is in each list."""
        for kind, row in self.rows.items():
            row.set_detail(summary(kind, entries[kind]))
