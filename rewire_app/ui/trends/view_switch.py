"""Chooses one of the pictures of Trends: side by side while there is room, else a list that opens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from rewire_app.ui.widgets.choices import Segmented
from rewire_app.ui.widgets.fields import Combo


class ViewSwitch(QWidget):
    """`changed(str)`: the key of another picture. Left and Right choose in both forms."""

    changed = Signal(str)

    def __init__(
        self, options: Sequence[tuple[str, str]], *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.beside = Segmented(options, name=name)
        self.list = Combo(name, options, show_label=False)
        self.list.hide()
        self._room = 0
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        for part in (self.beside, self.list):
            line.addWidget(part, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        line.addStretch(1)
        self.setFocusProxy(self.beside)
        self.beside.changed.connect(self._from_beside)
        self.list.changed.connect(self._from_list)

    def value(self) -> str:
        """The key of the chosen picture."""
        return str(self.beside.value())

    def set_value(self, key: str) -> None:
        """Choose the picture of `key`; an unknown key changes nothing."""
        self.list.set_value(key)

    def fit(self, room: int) -> None:
        """Take the form that fits `room` px."""
        self._room = room
        beside = self.beside.sizeHint().width() <= room
        if beside == self.beside.isVisibleTo(self):
            return
        focus = QApplication.focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        self.beside.setVisible(beside)
        self.list.setVisible(not beside)
        self.setFocusProxy(self.beside if beside else self.list)
        if inside:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self) -> None:
        """Larger or smaller words may need the other form."""
        if self._room:
            self.fit(self._room)

    def _from_beside(self, key: object) -> None:
        self.list.blockSignals(True)
        self.list.set_value(str(key))
        self.list.blockSignals(False)
        self.changed.emit(str(key))

    def _from_list(self, key: str) -> None:
        self.beside.set_value(key)
