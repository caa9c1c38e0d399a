"""A new path that has just begun beside the old one: for the day of the first practice."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.base import NO_PEN, Painted, fixed_size
from rewire_app.ui.widgets.theme import theme

WIDE, HIGH = 250, 104
"""Size at 100 %, px."""
HERE = 104
"""How far the new path has come, px from its beginning."""


class PathBegun(Painted):
    """The first steps of a new path, dotted further on; the old one, dashed, goes down."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Picture: a new path has begun beside the old one."))
        fixed_size(self)

    def sizeHint(self) -> QSize:
        """As wide as the pacer is on other days."""
        return QSize(theme.px(WIDE), theme.px(HIGH))

    def minimumSizeHint(self) -> QSize:
        """As the size hint."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint both paths and where the person is."""
        painter = self.painter()
        if self.mirrored:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        scale = theme.scale / 100
        painter.scale(scale, scale)
        new = _curve((2, 62), (42, 62), (74, 52), (HERE, 24))
        ahead = _curve((HERE, 24), (130, 4), (170, 2), (246, 2))
        old = _curve((38, 66), (88, 70), (130, 96), (228, 96))
        self._line(painter, ahead, "primaryLine", 2, dashes=(0.1, 2.6))
        self._line(painter, old, "coral", 6, dashes=(2.2, 1.4))
        self._line(painter, new, "primary", 4)
        painter.setPen(NO_PEN)
        painter.setBrush(theme.color("primary"))
        painter.drawEllipse(QRectF(HERE - 8, 16, 16, 16))
        painter.end()

    def _line(
        self,
        painter: QPainter,
        path: QPainterPath,
        role: str,
        width: int,
        *,
        dashes: tuple[float, ...] = (),
    ) -> None:
        pen = QPen(theme.color(role), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap if width > 4 else Qt.PenCapStyle.RoundCap)
        if dashes:
            pen.setDashPattern(dashes)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)


def _curve(*points: tuple[float, float]) -> QPainterPath:
    """From the first point to the last, bent by the two between."""
    start, *bends = (QPointF(x, y) for x, y in points)
    path = QPainterPath(start)
    path.cubicTo(*bends)
    return path
