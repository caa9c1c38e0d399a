"""How far a piece of work has come, as a bar; the numbers stand beside it as words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from rewire_app.ui.widgets.base import Painted, box, fixed_height, tell
from rewire_app.ui.widgets.theme import theme

HIGH = 8
"""Px of the design it is high; its ends are round."""


class ProgressBar(Painted):
    """Full from its beginning on as far as the work is."""

    spoken = "ProgressBar"

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setAccessibleName(name)
        fixed_height(self)

    def show_share(self, share: float, words: str) -> None:
        """`share` of it, from 0 to 1, is done; `words` say the same."""
        self._share = share
        tell(self, words)
        self.update()

    def sizeHint(self) -> QSize:
        """8 high, growing with the text."""
        return QSize(theme.px(200), theme.px(HIGH))

    def minimumSizeHint(self) -> QSize:
        """As narrow as there is room."""
        return QSize(theme.px(60), theme.px(HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the whole length, and what is done over it, in the direction of reading."""
        painter, whole = self.painter(), QRectF(self.rect())
        edge = theme.color("edge") if theme.contrast else None
        box(painter, whole, whole.height() / 2, theme.color("sunken"), edge)
        done = QRectF(0, 0, whole.width() * self._share, whole.height())
        if self.mirrored:
            done.moveRight(whole.right())
        if done.width() >= whole.height():
            box(painter, done, whole.height() / 2, theme.color("primary"))
        painter.end()
