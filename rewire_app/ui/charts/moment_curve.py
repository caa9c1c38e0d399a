"""A moment, drawn: its height is the peak, its width the minutes until calm."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.base import Painted, diamond, fixed_size
from rewire_app.ui.widgets.theme import theme

WIDTH, HEIGHT = 112, 58
FULL_MINUTES = 60
BASE, LEFT, RIGHT, RISE = 53.0, 4.0, 108.0, 46.0
RISE_WIDTH, ATTACK = 10.0, 13.0
"""The rise takes 10 px whatever the peak; 13 px are the least width."""
RUNNING_WIDTH, RUNNING_HEIGHT = 92, 50
USUAL_PEAK = 7
HALF_WAY_MIN = 6
"""After so many minutes the ring of a moment that is settling stands halfway down."""


class MomentCurve(Painted):
    """Peak 0 to 10 and minutes to calm (the full width is 60 or more); words always stand beside it.

    Without minutes the fall is dashed: it was still going, or nobody noted when calm came.
    """

    spoken = "Graphic"

    def __init__(self, peak: int, calm_min: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        fixed_size(self)
        self.set_moment(peak, calm_min)

    def set_moment(self, peak: int, calm_min: int | None) -> None:
        """Draw another moment."""
        self._peak, self._calm = max(0, min(10, peak)), calm_min
        calm = "" if calm_min is None else _(", calm after {n} min").format(n=calm_min)
        self.setAccessibleName(_("Peak {peak} of 10").format(peak=self._peak) + calm)
        self.update()

    def sizeHint(self) -> QSize:
        """112 by 58."""
        return QSize(theme.px(WIDTH), theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """As the size hint."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint base line, filled curve and the diamond on its peak."""
        painter = self.painter()
        painter.scale(self.width() / WIDTH, self.height() / HEIGHT)
        painter.setPen(QPen(theme.color("line"), 1.5))
        painter.drawLine(QPointF(LEFT, BASE), QPointF(RIGHT + 2, BASE))
        open_end = self._calm is None
        minutes = FULL_MINUTES if self._calm is None else min(FULL_MINUTES, max(4, self._calm))
        width = ATTACK + (RIGHT - LEFT - ATTACK) * minutes / FULL_MINUTES
        top = BASE - RISE * self._peak / 10
        peak = QPointF(LEFT + RISE_WIDTH, top)
        end = QPointF(LEFT + width, BASE)
        rise = QPainterPath(QPointF(LEFT, BASE))
        reach = peak.x() - LEFT
        rise.cubicTo(
            QPointF(LEFT + reach * 0.5, BASE), QPointF(LEFT + reach * 0.5, top), QPointF(peak.x(), top)
        )
        fall = QPainterPath(peak)
        span = end.x() - peak.x()
        fall.cubicTo(QPointF(peak.x() + span * 0.36, top), QPointF(peak.x() + span * 0.46, BASE), end)
        filled = QPainterPath(rise)
        filled.connectPath(fall)
        filled.closeSubpath()
        painter.fillPath(filled, theme.color("coralSoft"))
        painter.strokePath(rise, self._pen(dashed=False))
        painter.strokePath(fall, self._pen(dashed=open_end))
        diamond(painter, peak, 4.5, theme.color("coral"))
        painter.end()

    def _pen(self, *, dashed: bool) -> QPen:
        pen = QPen(QColor(theme.color("coral")), 2)
        if dashed:
            pen.setDashPattern([2, 2])
        return pen


class RunningCurve(Painted):
    """A moment that is settling: drawn up to now, dotted on. Its words stand beside it."""

    spoken = "Graphic"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._peak, self._minutes = USUAL_PEAK, 0.0
        self.setAccessibleName(_("The curve of this moment so far"))
        fixed_size(self)

    def show_so_far(self, peak: int | None, minutes: float) -> None:
        """Draw `minutes` of a moment with this peak, or with a usual one while none is noted."""
        self._peak = USUAL_PEAK if peak is None else max(1, min(10, peak))
        self._minutes = minutes
        self.update()

    def sizeHint(self) -> QSize:
        """92 by 50."""
        return QSize(theme.px(RUNNING_WIDTH), theme.px(RUNNING_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """As the size hint."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the rise, the fall up to a ring, and the dotted rest."""
        painter = self.painter()
        painter.scale(self.width() / RUNNING_WIDTH, self.height() / RUNNING_HEIGHT)
        base, top = 46.0, 46.0 - 38.0 * self._peak / 10
        peak, end = QPointF(18, top), QPointF(86, base)
        rise = QPainterPath(QPointF(3, base))
        rise.cubicTo(QPointF(10, base), QPointF(11, top), peak)
        fall = QPainterPath(peak)
        fall.cubicTo(QPointF(30, top), QPointF(38, base - 2), end)
        share = self._minutes / (self._minutes + HALF_WAY_MIN)
        here = fall.pointAtPercent(share)
        pen = QPen(theme.color("coral"), 2)
        painter.strokePath(rise, pen)
        painter.strokePath(fall, QPen(theme.color("coral"), 2, Qt.PenStyle.DotLine))
        painter.save()
        painter.setClipRect(QRectF(0, 0, here.x(), RUNNING_HEIGHT))
        painter.strokePath(fall, pen)
        painter.restore()
        diamond(painter, peak, 5, theme.color("coral"))
        painter.setPen(pen)
        painter.setBrush(theme.color("surface"))
        painter.drawEllipse(here, 4.5, 4.5)
        painter.end()
