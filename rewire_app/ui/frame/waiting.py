"""A quiet screen while something is done that takes a moment: what it is, and perhaps a way past it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.ui.widgets.base import announce
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.layout import QUIET, hbox, hung, nest, stretch, vbox, wide
from rewire_app.ui.widgets.text import Title, Voice
from rewire_app.ui.widgets.theme import S2, S4, S6, theme

WIDTH = 560


class Waiting(QWidget):
    """`passed()`: the person does not want to wait, where there is a `way_past`."""

    spoken = "Pane"
    passed = Signal()

    def __init__(self, title: str, sentence: str, *, way_past: str = "") -> None:
        super().__init__()
        self._button = QuietButton(way_past)
        if not way_past:
            self._button.hide()
        self._button.clicked.connect(self.passed)
        holder = QWidget()
        holder.setMaximumWidth(theme.px(WIDTH))
        column = vbox(stretch(2), Title(title), S2, Voice(sentence), on=holder, gap=0)
        column.addSpacing(S4)
        nest(column, hung(self._button, start=QUIET))
        column.addStretch(3)
        hbox(stretch(), wide(holder, 20), stretch(), on=self, margins=(S6, S6, S6, S6))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{title}. {sentence}")

    def setFocus(self) -> None:  # type: ignore[override]  # Qt overloads it
        """The words are told; the way past is the only stop."""
        super().setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.accessibleName())
