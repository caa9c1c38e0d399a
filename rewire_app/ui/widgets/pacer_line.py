"""The line of one breath with the dot that runs on it.

Both forms of the line, thin to come and thick gone by, are drawn once into pixmaps; a frame only copies the
strip between the old and the new place of the dot. Stroking the path each frame costs three times as much.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from rewire_app.ui.theme import theme
from rewire_app.ui.widgets.base import NO_PEN

HEIGHT = 46
DOT, HALO = 7, 3
EDGE = DOT + HALO + 2
STEPS = 120


class BreathLine(QGraphicsItem):
    """Its origin is the left end of the line, at empty lungs; full lungs are 46 px higher."""

    def __init__(self) -> None:
        super().__init__()
        self._width = 0.0
        self._at = QPointF()
        self._thin, self._thick = QPixmap(), QPixmap()

    def boundingRect(self) -> QRectF:
        """The line with room for the dot at both ends."""
        return QRectF(-EDGE, -HEIGHT - EDGE, self._width + 2 * EDGE, HEIGHT + 2 * EDGE)

    def draw(self, levels: list[float], width: float, ratio: float) -> None:
        """Draw the line anew for `levels` (0 to 1, evenly along one breath), `width` px wide."""
        self.prepareGeometryChange()
        self._width = width
        path = QPainterPath()
        for step, level in enumerate(levels):
            point = QPointF(width * step / (len(levels) - 1), -HEIGHT * level)
            path.lineTo(point) if step else path.moveTo(point)
        thick = QPen(theme.color("primary"), 4)
        thick.setCapStyle(Qt.PenCapStyle.RoundCap)
        self._thin = self._picture(path, QPen(theme.color("edge"), 1.5), ratio)
        self._thick = self._picture(path, thick, ratio)
        self.update()

    def _picture(self, path: QPainterPath, pen: QPen, ratio: float) -> QPixmap:
        rect = self.boundingRect()
        picture = QPixmap((rect.size() * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-rect.topLeft())
        painter.strokePath(path, pen)
        painter.end()
        return picture

    def move_dot(self, along: float, level: float) -> None:
        """Put the dot at a share of the breath and a level, and repaint only what that changes."""
        before, self._at = self._at, QPointF(self._width * along, -HEIGHT * level)
        strip = QRectF(before, self._at).normalized().adjusted(-EDGE, -EDGE, EDGE, EDGE)
        if abs(before.x() - self._at.x()) > 40:
            strip = self.boundingRect()
        self.update(strip)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Copy the two parts of the line and draw the dot."""
        rect, x = self.boundingRect(), self._at.x()
        ratio = self._thin.devicePixelRatio()
        gone = x + EDGE
        for picture, left, width in ((self._thick, 0.0, gone), (self._thin, gone, rect.width() - gone)):
            source = QRectF(left * ratio, 0, width * ratio, rect.height() * ratio)
            painter.drawPixmap(QRectF(rect.left() + left, rect.top(), width, rect.height()), picture, source)
        painter.setPen(NO_PEN)
        painter.setBrush(theme.color("bg"))
        painter.drawEllipse(self._at, DOT + HALO, DOT + HALO)
        painter.setBrush(theme.color("primary"))
        painter.drawEllipse(self._at, DOT, DOT)
