"""The bar over every page while the notes are a copy: from when it is, and the two ways to answer."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rewire_app.ui.widgets.base import Painted, fixed_height
from rewire_app.ui.widgets.buttons import MainButton, QuietButton
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.layout import hbox, nest, stretch, vbox, wide
from rewire_app.ui.widgets.text import Small, Strong
from rewire_app.ui.widgets.theme import PAGE_MARGIN, S1, S2, S4, S6, theme

HEIGHT = 72
NARROW = 840
"""Px of text across below which the buttons stand under the words."""


class CopyBar(Painted):
    """`said`: the main button was pressed. `other`: the quiet one was."""

    spoken = "Grouping"
    said = Signal()
    other = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = Glyph("clock", 26, role="primaryText", folder="icons")
        self._lead, self._detail = Strong(""), Small("")
        self.main_button, self.quiet_button = MainButton(), QuietButton()
        self.main_button.clicked.connect(self.said)
        self.quiet_button.clicked.connect(self.other)
        middle = Qt.AlignmentFlag.AlignVCenter
        lines = vbox(stretch(), self._lead, self._detail, stretch(), gap=0)
        words = hbox(wide(self._icon, 0, middle), wide(lines, 1), gap=S4 - 2)
        self._buttons = QWidget()
        hbox(self.quiet_button, self.main_button, stretch(0), on=self._buttons, gap=2)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        nest(self._row, words, 1)
        self._row.addWidget(self._buttons, 0, middle)
        fixed_height(self)

    def show_words(self, lead: str, detail: str, main: str, other: str) -> None:
        """Say what copy it is, and what the two buttons do."""
        self._lead.setText(lead)
        self._detail.setText(detail)
        self.main_button.setText(main)
        self.quiet_button.setText(other)
        self.setAccessibleName(lead)
        self.setAccessibleDescription(detail)
        self._lay_out()

    @property
    def words(self) -> str:
        """What it says."""
        return f"{self._lead.text()}. {self._detail.text()}"

    def _lay_out(self) -> None:
        roomy = self.width() >= theme.px(NARROW)
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if roomy else ways.TopToBottom)
        self._row.setAlignment(self._buttons, Qt.AlignmentFlag.AlignVCenter if roomy else Qt.AlignmentFlag(0))
        self._row.setSpacing(theme.px(S4) if roomy else 0)
        side = theme.px(PAGE_MARGIN if roomy else S6)
        self._row.setContentsMargins(side, theme.px(S1 if roomy else S2), side, theme.px(S1))
        self.setMinimumHeight(theme.px(HEIGHT))  # of a widget with a layout Qt asks that for a height
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Long words take more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """72, or what the words need."""
        return max(self.minimumHeight(), self._row.heightForWidth(width))

    def sizeHint(self) -> QSize:
        """As wide as there is room, as high as its words need there."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Words that find no room break."""
        return QSize(0, self.heightForWidth(self.width()))

    def restyle(self) -> None:
        """Take over new sizes."""
        self._lay_out()
        super().restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the words have the room."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the soft ground and the line below it."""
        painter = self.painter()
        painter.fillRect(self.rect(), theme.color("primarySoft"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("primary"))
        painter.end()
