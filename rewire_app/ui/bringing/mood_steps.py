"""A mood from 0 to 10 as one of five places on a line."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.base import Painted, fixed_size, tell
from rewire_app.ui.widgets.theme import theme

WIDE, HIGH, PLACES = 128, 24, 5
SMALL, LARGE = 4, 8


class MoodSteps(Painted):
    """Five rings on a line, the nearest to the mood filled; nothing filled for none."""

    spoken = "Graphic"

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mood: int | None = None
        self.setAccessibleName(name)
        fixed_size(self)

    def show_mood(self, mood: int | None) -> None:
        """Show a mood from 0 to 10, or none."""
        self._mood = mood
        tell(self, _("no mood") if mood is None else _("{n} of 10").format(n=mood))
        self.update()

    def sizeHint(self) -> QSize:
        """Its size, growing with the text."""
        return QSize(theme.px(WIDE), theme.px(HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line and its places, the worst first in the direction of reading."""
        painter = self.painter()
        middle, edge = self.height() / 2, theme.px(LARGE + 1)
        first, step = float(edge), (self.width() - 2 * edge) / (PLACES - 1)
        filled = None if self._mood is None else (2 * self._mood * (PLACES - 1) + 10) // 20
        painter.setPen(theme.color("edge"))
        painter.drawLine(QPointF(first, middle), QPointF(self.width() - edge, middle))
        for place in range(PLACES):
            at = PLACES - 1 - place if self.mirrored else place
            radius = theme.px(LARGE if place == filled else SMALL)
            painter.setPen(theme.color("primary" if place == filled else "edge"))
            painter.setBrush(theme.color("primary" if place == filled else "surface"))
            painter.drawEllipse(QRectF(first + at * step - radius, middle - radius, 2 * radius, 2 * radius))
        painter.end()
