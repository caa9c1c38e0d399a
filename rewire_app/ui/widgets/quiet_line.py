"""A quiet line: something that was not asked for, said once, with what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSpacerItem

from rewire_app.i18n import _
from rewire_app.ui.widgets.base import announce
from rewire_app.ui.widgets.buttons import IconButton, QuietButton
from rewire_app.ui.widgets.card import Sunken
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.layout import QUIET, hbox, nest, put, wide
from rewire_app.ui.widgets.text import Second
from rewire_app.ui.widgets.theme import S2, S3, S4, theme

NARROW = 640
"""Px of text below which the buttons stand under the words."""


class QuietLine(Sunken):
    """44 px high, with an icon, words, up to two buttons and a cross.

    `acted()`, `acted_second()`: the buttons; `put_away()`: the cross.
    """

    spoken = "Grouping"
    acted = Signal()
    acted_second = Signal()
    put_away = Signal()

    def __init__(self, icon: str) -> None:
        super().__init__(padding=0)
        self._words = Second("")
        self.button, self.second = QuietButton(""), QuietButton("")
        self.close_button = IconButton(_("Put this line away"), "x")
        self.button.clicked.connect(self.acted)
        self.second.clicked.connect(self.acted_second)
        self.close_button.clicked.connect(self.put_away)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(0)
        self._hang = QSpacerItem(0, 0)
        buttons = hbox(gap=0)
        buttons.addItem(self._hang)
        put(buttons, self.button, self.second)
        self._buttons = buttons
        self._sides.addWidget(self._words, 1, middle)
        nest(self._sides, buttons)
        self._sides.setAlignment(buttons, Qt.AlignmentFlag.AlignLeading | middle)
        self._row = row = hbox()
        self.restyle()
        put(row, wide(Glyph(icon, 20, role="ink2", folder="icons"), 0, middle))
        put(row, wide(self._sides, 1), wide(self.close_button, 0, middle))
        put(self.body, row)
        self.hide()

    def restyle(self) -> None:
        """Take over new sizes."""
        super().restyle()
        self._row.setSpacing(theme.px(S3))
        self._row.setContentsMargins(theme.px(S4), 0, 0, 0)

    @property
    def text(self) -> str:
        """The words now shown."""
        return self._words.text()

    def say(self, lead: str, words: str, action: str = "", second: str = "", *, aloud: bool = False) -> None:
        """Show `lead` in bold and `words` after it; "" leaves a button out. `aloud`: readers are told now."""
        sentence = f"{lead} {words}"
        self._words.setText(sentence)
        self._words.set_lead(lead)
        self.setAccessibleName(sentence)
        for button, text in ((self.button, action), (self.second, second)):
            button.setText(text)
            button.setVisible(bool(text))
        self.show()
        if aloud:
            announce(self, sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the buttons stand under the words."""
        ways, roomy = QBoxLayout.Direction, self.width() >= theme.px(NARROW)
        self._sides.setDirection(ways.LeftToRight if roomy else ways.TopToBottom)
        self._hang.changeSize(0 if roomy else -theme.px(QUIET), 0)  # words stand over words
        self._buttons.invalidate()
        self._sides.setContentsMargins(0, 0 if roomy else theme.px(S2), 0, 0)
        super().resizeEvent(event)
