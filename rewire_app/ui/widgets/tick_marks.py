"""The drawn marks of choosing: radio dot, tick box and tick."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from rewire_app.ui.widgets.base import NO_PEN, box
from rewire_app.ui.widgets.theme import theme

MARK = 22
"""Side of a mark in px at 100 %."""


def draw_radio(painter: QPainter, x: float, y: float, *, on: bool, dim: bool = False) -> None:
    """Paint a radio mark with its top left corner at (`x`, `y`)."""
    side = theme.px(MARK)
    colour = theme.color("line" if dim else "primary" if on else "edge")
    width = 2 if on else 1.5
    painter.setPen(QPen(colour, width))
    painter.setBrush(theme.color("surface"))
    painter.drawEllipse(QRectF(x, y, side, side).adjusted(width / 2, width / 2, -width / 2, -width / 2))
    if on:
        painter.setPen(NO_PEN)
        painter.setBrush(colour)
        reach = side / 4
        painter.drawEllipse(QPointF(x + side / 2, y + side / 2), reach, reach)


def draw_tick_box(painter: QPainter, x: float, y: float, *, on: bool, dim: bool = False) -> None:
    """Paint a tick box with its top left corner at (`x`, `y`)."""
    side, radius = theme.px(MARK), theme.px(6)
    if not on:
        painter.setPen(QPen(theme.color("line" if dim else "edge"), 1.5))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(QRectF(x + 0.75, y + 0.75, side - 1.5, side - 1.5), radius, radius)
        return
    box(painter, QRectF(x + 1, y + 1, side - 2, side - 2), radius - 1, theme.color("primary"))
    draw_tick(painter, QRectF(x, y, side, side), "onPrimary")


def draw_tick(painter: QPainter, rect: QRectF, role: str, width: float = 2.2) -> None:
    """Paint a tick into `rect`."""
    pen = QPen(theme.color(role), width * rect.width() / 22)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    step, x, y = rect.width() / 22, rect.x(), rect.y()
    painter.drawPolyline(
        [
            QPointF(x + 6 * step, y + 11.4 * step),
            QPointF(x + 9.6 * step, y + 15 * step),
            QPointF(x + 16.4 * step, y + 7.4 * step),
        ]
    )
