"""Small drawings beside an entry: the rung of a ladder, the rise and fall of an urge."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from rewire_app.domain.lists.entries import Urge
from rewire_app.ui.widgets.base import Painted, box, diamond, fixed_size
from rewire_app.ui.widgets.theme import theme

DONE, NEXT, LATER = "done", "next", "later"
"""Where a step of the ladder stands."""

RUNG_WIDTH = 40


class Rung(Painted):
    """One rung between two rails: filled when done, outlined when next, else thin. Words say the same."""

    def __init__(self, state: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """40 wide, and as high as its row."""
        return QSize(theme.px(RUNG_WIDTH), theme.px(52))

    def minimumSizeHint(self) -> QSize:
        """As the size hint."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint rails and rung."""
        painter = self.painter()
        painter.setPen(QPen(theme.color("edge"), 2))
        inset, across, y = theme.px(7), self.width(), theme.px(22)
        for x in (inset, across - inset):
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        bar = QRectF(0, y - theme.px(5), across, theme.px(10))
        if self._state == DONE:
            box(painter, bar, bar.height() / 2, theme.color("primary"))
        elif self._state == NEXT:
            box(painter, bar, bar.height() / 2, theme.color("surface"), theme.color("primary"), width=2)
        else:
            painter.drawLine(QPointF(inset, y), QPointF(across - inset, y))
        painter.end()


class UrgeLine(Painted):
    """How strong an urge was, first, at its peak and last, on a height of 0 to 10. Words stand beside it."""

    def __init__(self, urge: Urge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points = [n for n in (urge.first, urge.peak, urge.last) if n is not None]
        self._peak = max(self._points, default=0)
        fixed_size(self)

    def sizeHint(self) -> QSize:
        """112 by 58, as a moment is drawn."""
        return QSize(theme.px(112), theme.px(58))

    def minimumSizeHint(self) -> QSize:
        """As the size hint."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the base, the line, and a diamond on the peak."""
        painter = self.painter()
        base, rise, left = self.height() - 5.0, self.height() - 14.0, 6.0
        painter.setPen(QPen(theme.color("line"), 1.5))
        painter.drawLine(QPointF(2, base), QPointF(self.width() - 2, base))
        span = (self.width() - 2 * left) / max(1, len(self._points) - 1)
        places = [QPointF(left + i * span, base - rise * n / 10) for i, n in enumerate(self._points)]
        if self.mirrored:
            places = [QPointF(self.width() - at.x(), at.y()) for at in places]
        painter.setPen(QPen(theme.color("coral"), 2))
        painter.drawPolyline(QPolygonF(places))
        diamond(painter, places[self._points.index(self._peak)], 4.5, theme.color("coral"))
        painter.end()
