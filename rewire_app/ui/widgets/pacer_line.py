"""The line of one breath with the dot that runs on it.

Both forms of the line, thin to come and thick gone by, are drawn once into pixmaps: stroking a path each
frame would cost more than all the rest. The dot hides the end of the thick line, so it follows in steps.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QGraphicsEllipseItem, QGraphicsItem, QGraphicsPixmapItem, QGraphicsScene

from rewire_app.ui.widgets.base import NO_PEN
from rewire_app.ui.widgets.theme import theme

HEIGHT = 46
DOT, HALO = 7, 10
EDGE = HALO + 2
STRIDE = 5
"""How far the dot may run ahead of the thick line, px; the dot hides 10 on either side."""
STEPS = 120


class BreathLine:
    """Its origin is the left end of the line, at empty lungs; full lungs are 46 px higher."""

    def __init__(self, scene: QGraphicsScene) -> None:
        self._width = 0.0
        self._shown = -1.0
        self._picture = QPixmap()
        self._thin, self._thick = QGraphicsPixmapItem(), QGraphicsPixmapItem()
        self._halo = QGraphicsEllipseItem(-HALO, -HALO, 2 * HALO, 2 * HALO)
        self._dot = QGraphicsEllipseItem(-DOT, -DOT, 2 * DOT, 2 * DOT)
        self._parts: tuple[QGraphicsItem, ...] = (self._thin, self._thick, self._halo, self._dot)
        self._origin = QPointF()
        for part in self._parts:
            scene.addItem(part)
        for disc in (self._halo, self._dot):
            disc.setPen(NO_PEN)
        self.dress()

    def dress(self) -> None:
        """Take over the colours of the dot; the line itself is drawn by `draw`."""
        self._halo.setBrush(theme.color("bg"))
        self._dot.setBrush(theme.color("primary"))

    def show(self, shown: bool) -> None:
        """Show or hide all of it."""
        for part in self._parts:
            part.setVisible(shown)

    def draw(self, levels: list[float], origin: QPointF, width: float, ratio: float) -> None:
        """Draw the line anew for `levels` (0 to 1, evenly along a breath), `width` px from `origin` on."""
        self._width, self._origin, self._shown = width, origin, -1.0
        path = QPainterPath()
        for step, level in enumerate(levels):
            point = QPointF(width * step / (len(levels) - 1), -HEIGHT * level)
            path.lineTo(point) if step else path.moveTo(point)
        thick = QPen(theme.color("primary"), 4)
        thick.setCapStyle(Qt.PenCapStyle.RoundCap)
        self._thin.setPixmap(self._stroked(path, QPen(theme.color("edge"), 1.5), ratio))
        self._picture = self._stroked(path, thick, ratio)
        for part in (self._thin, self._thick):
            part.setPos(origin + QPointF(-EDGE, -HEIGHT - EDGE))

    def _stroked(self, path: QPainterPath, pen: QPen, ratio: float) -> QPixmap:
        rect = QRectF(-EDGE, -HEIGHT - EDGE, self._width + 2 * EDGE, HEIGHT + 2 * EDGE)
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
        """Put the dot at a share of the breath and a level; the thick line follows under it."""
        x = self._width * along
        at = self._origin + QPointF(x, -HEIGHT * level)
        self._halo.setPos(at)
        self._dot.setPos(at)
        if not 0 <= x - self._shown < STRIDE:
            self._shown = x
            ratio = self._picture.devicePixelRatio()
            part = self._picture.copy(0, 0, max(1, round((x + EDGE) * ratio)), self._picture.height())
            self._thick.setPixmap(part)
