"""A list to choose from in groups, with headings, and a second line that says what each choice is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel

from rewire_app.ui.widgets.fields import Combo
from rewire_app.ui.widgets.picker_list import SECOND


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupedChoice:
    """One choice: its key, its words, and a second line."""

    key: str
    words: str
    second: str = ""


class GroupedCombo(Combo):
    """For a place in a sentence. `touched()`: the person chose, and not the program."""

    touched = Signal()

    def __init__(self, label: str) -> None:
        super().__init__(label, [], show_label=False, snug=True)
        self._model = QStandardItemModel(self.picker)
        self.picker.setModel(self._model)
        self.picker.activated.connect(lambda _index: self.touched.emit())

    def fill(self, groups: Sequence[tuple[str, Sequence[GroupedChoice]]]) -> None:
        """Offer these under their headings; what was chosen stays so, if it is still among them."""
        before = self.value()
        with QSignalBlocker(self.picker):
            self._model.clear()
            for heading, choices in groups:
                head = QStandardItem(heading)
                head.setFlags(Qt.ItemFlag.NoItemFlags)
                self._model.appendRow(head)
                for choice in choices:
                    self._model.appendRow(_row(choice))
            self.set_value(before if self.picker.findData(before) >= 0 else groups[0][1][0].key)
        self.picker.updateGeometry()


def _row(choice: GroupedChoice) -> QStandardItem:
    row = QStandardItem(choice.words)
    row.setData(choice.key, Qt.ItemDataRole.UserRole)
    row.setData(choice.second, SECOND)
    row.setData(f"{choice.words}: {choice.second}", Qt.ItemDataRole.AccessibleTextRole)
    return row
