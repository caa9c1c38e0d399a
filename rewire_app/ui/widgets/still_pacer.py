"""The pacer at rest, for a card; or the drawing of the exercise that stands there instead."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rewire_app.ui.widgets.base import NO_PEN, Painted, fixed_size
from rewire_app.ui.widgets.theme import theme


class StillPacer(Painted):
    """Three circles for a card: the pacer at rest, `size` px across at 100 %."""

    def __init__(self, size: int = 200, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        fixed_size(self)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._size, self._size)

    def minimumSizeHint(self) -> QSize:
        """As the size hint."""
        return self.sizeHint()

    def set_size(self, size: int) -> None:
        """Use another size."""
        self._size = size
        self.restyle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ring, soft disc and core."""
        painter = self.painter()
        middle = QPointF(self.width() / 2, self.height() / 2)
        reach = self._size / 2 - 1
        ring = QPen(theme.color("primaryLine"), 1)
        painter.setPen(ring)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, reach, reach)
        painter.setBrush(theme.color("primarySoft"))
        painter.drawEllipse(middle, reach * 0.727, reach * 0.727)
        painter.setPen(NO_PEN)
        painter.setBrush(theme.color("primary"))
        painter.drawEllipse(middle, reach * 0.343, reach * 0.343)
        painter.end()
