"""One thing to look back on: its words, what is told of it, and what can be answered with one press."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rewire_app.domain.limits import shortened
from rewire_app.i18n import _
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.choices import ChipGroup
from rewire_app.ui.widgets.layout import QUIET_END, hbox, put, vbox, wide
from rewire_app.ui.widgets.options import OneChip
from rewire_app.ui.widgets.text import Small, Strong
from rewire_app.ui.widgets.theme import S1, S3, theme

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
FOLDED = 3
"""Px of the design above and below a folded row."""
BESIDE = 310
"""From so many px of text on what is said instead of an answer stands beside the chips."""


LONGEST = 300
"""So many letters of what is asked about are shown: what comes below stays within reach."""


class LookBackRow(QWidget):
    """`answered(key)`: a chip was pressed, or its number typed. `put_off()`: the quiet word was pressed.

    `question`: the whole question, heard with the chips. `later`: the quiet word, "" for none. `folded`: two
    lines and a button at first; its press unfolds the answers in place, `unfolded()`.
    """

    answered = Signal(str)
    put_off = Signal()
    unfolded = Signal()

    def __init__(
        self,
        title: str,
        told: str,
        question: str,
        answers: Sequence[tuple[str, str]],
        later: str = "",
        *,
        folded: bool = False,
    ) -> None:
        super().__init__()
        title, told, question = (shortened(said, LONGEST) for said in (title, told, question))
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
        self._answers = QWidget()
        vbox(S1, self._across, on=self._answers, gap=0, margins=(0, 0, 0, S3))
        words = vbox(Strong(title), Small(told), gap=0)
        self.opener = QuietButton(_("Answer"))
        self.opener.setAccessibleName(_("Answer: {words}").format(words=title))
        self.opener.setAccessibleDescription(question)
        self.opener.clicked.connect(self.begin)
        head = hbox(wide(words, 1), wide(self.opener, 0, Qt.AlignmentFlag.AlignVCenter))
        put(head, -theme.px(QUIET_END))
        self._down = vbox(head, self._answers, on=self, gap=0)
        self._fold(folded=folded)

    def _fold(self, *, folded: bool) -> None:
        self._answers.setHidden(folded)
        self.opener.setVisible(folded)
        self._down.setContentsMargins(
            0, theme.px(FOLDED if folded else S3), 0, theme.px(FOLDED if folded else 0)
        )

    def _say(self, key: object) -> None:
        if key is not None:
            self.answered.emit(str(key))

    def begin(self) -> None:
        """Put the keyboard on the first answer."""
        if self._answers.isHidden():
            self._fold(folded=False)
            self.unfolded.emit()
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
