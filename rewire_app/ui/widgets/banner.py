"""A quiet strip above everything, for what must stay in sight: that the data are invented."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rewire_app.ui.widgets.layout import hbox, wide
from rewire_app.ui.widgets.text import Small
from rewire_app.ui.widgets.theme import S2, S5, theme


class Banner(QWidget):
    """One sentence on a band of its own."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        hbox(wide(Small(text), 1), on=self, margins=(S5, S2, S5, S2))
        self.setAccessibleName(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("amberSoft"))
        painter.end()
        super().paintEvent(event)
