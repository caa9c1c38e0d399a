"""How closely a person said they lived by a value: rings over time, the newest filled, on 0 to 10."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.base import Painted, fixed_height, words
from rewire_app.ui.widgets.theme import S2, theme

if TYPE_CHECKING:
    from rewire_app.charts.lived import LivedLine

MOST = 10
REACH = 5
WIDEST = 280, 560
"""Px of the design that the small and the large picture are wide at most."""
HIGH = 44, 120


class LivedPicture(Painted):
    """The marks of one value. `large`: with the numbers of its scale."""

    spoken = "Graphic"

    def __init__(self, *, large: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: tuple[tuple[float, int], ...] = ()
        self._large = large
        self.setMaximumWidth(theme.px(WIDEST[large]))
        fixed_height(self)

    def show_line(self, name: str, line: LivedLine) -> None:
        """Paint what was said of the value called `name`."""
        self._marks = line.marks
        self.setAccessibleName(_("How closely you lived by it: {name}").format(name=name))
        self.setAccessibleDescription(line.sentence)
        self.update()

    def restyle(self) -> None:
        """Take over new sizes."""
        self.setMaximumWidth(theme.px(WIDEST[self._large]))
        super().restyle()

    def sizeHint(self) -> QSize:
        """A strip in a list, a lane by itself."""
        return QSize(theme.px(WIDEST[self._large]), theme.px(HIGH[self._large]))

    def minimumSizeHint(self) -> QSize:
        """It may be narrow."""
        return QSize(theme.px(120), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the scale, a thin line from mark to mark, and the marks."""
        painter = self.painter()
        reach = theme.px(REACH)
        left = theme.px(28) if self._large else 0
        edge = max(reach + 1, theme.line("tick") / 2 if self._large else 0)  # half of a number stands beyond
        plot = QRectF(left + reach + 1, edge, self.width() - left - 2 * reach - 2, self.height() - 2 * edge)
        for value in (0, MOST // 2, MOST) if self._large else (0, MOST):
            y = round(self._down(plot, value))
            painter.fillRect(QRectF(left, y, self.width() - left, 1), theme.color("line"))
            if self._large:
                room = QRectF(0, y - theme.px(10), left - S2, theme.px(20))
                side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                words(painter, room, "tick", "ink2", str(value), align=side)
        points = [QPointF(self._across(plot, x), self._down(plot, y)) for x, y in self._marks]
        painter.setPen(QPen(theme.color("primary"), 1))
        for one, other in pairwise(points):
            painter.drawLine(one, other)
        painter.setPen(QPen(theme.color("primary"), 2))
        for point in points:
            newest = point is points[-1]
            painter.setBrush(theme.color("primary" if newest else "surface"))
            painter.drawEllipse(point, reach - 1, reach - 1)
        painter.end()

    def _across(self, plot: QRectF, share: float) -> float:
        return plot.left() + (1 - share if self.mirrored else share) * plot.width()

    def _down(self, plot: QRectF, value: int) -> float:
        return plot.bottom() - value / MOST * plot.height()
