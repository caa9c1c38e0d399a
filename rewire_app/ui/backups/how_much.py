"""How much of the notes a copy holds, as a bar: full for what is in it, dashed for what came after."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rewire_app.ui.widgets.base import NO_PEN, Painted, fixed_height
from rewire_app.ui.widgets.theme import theme

HIGH, LEAST, GAP, RADIUS = 24, 16, 4, 6
"""Px of the design: its height, the least width of a part, what lies between them, and the corners."""


class HowMuch(Painted):
    """`held` of `about` so many entries; None: it is not known how many there were."""

    spoken = "Graphic"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held, self._about = 0, 0
        fixed_height(self)

    def show_share(self, held: int, about: int | None, words: str) -> None:
        """Show another share; `words` say the same."""
        self._held, self._about = held, max(held, about or held)
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """24 high."""
        return QSize(theme.px(200), theme.px(HIGH))

    def minimumSizeHint(self) -> QSize:
        """As narrow as its two parts."""
        return QSize(theme.px(3 * LEAST), theme.px(HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint both parts, in the direction of reading."""
        painter = self.painter()
        whole, radius = QRectF(self.rect()), theme.px(RADIUS)
        missing = self._about - self._held
        rest = 0.0
        if missing:
            rest = max(theme.px(LEAST), whole.width() * missing / self._about)
            rest = min(rest, whole.width() - theme.px(LEAST + GAP))
        full = QRectF(0, 0, whole.width() - (rest + theme.px(GAP) if missing else 0), whole.height())
        empty = QRectF(whole.width() - rest, 0, rest, whole.height()).adjusted(1, 1, -1, -1)
        if self.mirrored:
            full.moveRight(whole.right())
            empty.moveLeft(1)
        painter.setPen(NO_PEN)
        painter.setBrush(theme.color("primary"))
        painter.drawRoundedRect(full, radius, radius)
        if missing:
            pen = QPen(theme.color("edge"), 1.5)
            pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(empty, min(radius, empty.width() / 2), radius)
        painter.end()
