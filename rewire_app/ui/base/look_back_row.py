"""One thing to look back on: its words, what is told of it, and what can be answered with one press."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.choices import ChipGroup
from rewire_app.ui.widgets.layout import QUIET_END, put, vbox, wide
from rewire_app.ui.widgets.options import OneChip
from rewire_app.ui.widgets.text import Small, Strong
from rewire_app.ui.widgets.theme import S1, S3, theme

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
BESIDE = 310
"""From so many px of text on what is said instead of an answer stands beside the chips."""


class LookBackRow(QWidget):
    """`answered(key)`: a chip was pressed, or its number typed. `put_off()`: the quiet word was pressed.

    `question`: the whole question, heard with the chips. `later`: the quiet word, "" for none.
    """

    answered = Signal(str)
    put_off = Signal()

    def __init__(
        self, title: str, told: str, question: str, answers: Sequence[tuple[str, str]], later: str = ""
    ) -> None:
        super().__init__()
        self.chips = ChipGroup(answers, name=question, in_row=True)
        self.chips.changed.connect(self._say)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setContentsMargins(0, 0, 0, 0)
        put(self._across, wide(self.chips, 1))
        self.later: QuietButton | None = None
        if later:
            self.later = QuietButton(later)
            self.later.setAccessibleDescription(question)
            self.later.clicked.connect(self.put_off)
            end = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing
            put(self._across, wide(self.later, 0, end), -theme.px(QUIET_END))
        vbox(Strong(title), Small(told), S1, self._across, on=self, gap=0, margins=(0, S3, 0, S3))

    def _say(self, key: object) -> None:
        if key is not None:
            self.answered.emit(str(key))

    def begin(self) -> None:
        """Put the keyboard on the first answer."""
        self.chips.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter gives the answer that has the keyboard, as Space does; it does not go on to the page."""
        held = self.focusWidget()
        if event.key() in ENTER and isinstance(held, OneChip):
            held.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In little room the quiet word stands below the chips."""
        beside = self.width() >= theme.px(BESIDE)
        ways = QBoxLayout.Direction
        self._across.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        super().resizeEvent(event)
