"""The number of a mark by itself, for the list beside the lanes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent

from rewire_app.ui.charts.number_marks import HIGH, WIDE, mark_width, number_box
from rewire_app.ui.widgets.base import Painted, fixed_size
from rewire_app.ui.widgets.theme import theme


class NumberBox(Painted):
    """A number as it stands over the lanes; what it stands for is said beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._text, self._lasts = "", False
        fixed_size(self)

    def show_number(self, number: int, *, lasts: bool) -> None:
        """Show another number."""
        self._text, self._lasts = str(number), lasts
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As large as in the picture."""
        return QSize(round(mark_width(self._text)) if self._text else theme.px(WIDE), theme.px(HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        painter = self.painter()
        number_box(painter, QRectF(self.rect()), self._text, lasts=self._lasts)
        painter.end()
