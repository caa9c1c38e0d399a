"""A row about one thing that can be done: its name, a sentence, and the button, beside or below them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rewire_app.ui.widgets.buttons import PaintedButton, SecondButton
from rewire_app.ui.widgets.layout import nest, vbox
from rewire_app.ui.widgets.text import Second, Strong
from rewire_app.ui.widgets.theme import S2, S5, theme

NARROW = 460
"""Px of text across below which the button stands under the words."""


class ActRow(QWidget):
    """Its button says what is done; a screen reader hears the name of the row with it."""

    def __init__(self, name: str, sentence: str, button: str) -> None:
        super().__init__()
        self._name = name
        self.button: PaintedButton = SecondButton(button)
        self._sentence = Second(sentence)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 13, 0, 13)
        nest(self._row, vbox(Strong(name), self._sentence, gap=0), 1)
        self._row.addWidget(self.button)
        self._fit()
        self.set_action(button)

    def set_action(self, words: str) -> None:
        """Let the button say something else."""
        self.button.setText(words)
        self.button.setAccessibleDescription(self._name)

    def set_sentence(self, sentence: str) -> None:
        """Say something else about it."""
        self._sentence.setText(sentence)

    def restyle(self) -> None:
        """Take over new sizes."""
        self._fit()

    def _fit(self) -> None:
        beside = self.width() >= theme.px(NARROW)
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        flag = Qt.AlignmentFlag
        self._row.setAlignment(self.button, flag.AlignVCenter if beside else flag.AlignLeading)
        self._row.setSpacing(theme.px(S5 if beside else S2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Little room puts the button below."""
        super().resizeEvent(event)
        self._fit()
