"""The strength of practice over time, as a thin line."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.base import Painted, fixed_height, words
from rewire_app.ui.widgets.theme import theme

if TYPE_CHECKING:
    from rewire_app.charts.spec import Lane


class StrengthCurve(Painted):
    """The strength over the range that is shown, 0 to 100%, as a thin line."""

    spoken = "Graphic"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lane: Lane | None = None
        self._columns = 1
        fixed_height(self)

    def show_lane(self, lane: Lane, columns: int) -> None:
        """Paint another curve."""
        self._lane, self._columns = lane, max(1, columns)
        self.setAccessibleName(f"{lane.title}: {lane.what}")
        known = [value for marks in lane.marks for value in marks.y]
        if known:
            self.setAccessibleDescription(
                _("From {first}% to {last}%.").format(first=round(known[0]), last=round(known[-1]))
            )
        self.update()

    def sizeHint(self) -> QSize:
        """A low strip."""
        return QSize(theme.px(200), theme.px(64))

    def minimumSizeHint(self) -> QSize:
        """As high as the hint."""
        return QSize(theme.px(120), theme.px(64))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the grid and the line."""
        if self._lane is None:
            return
        painter = self.painter()
        high = theme.line("tick")
        lane = self._lane
        shown = lane.ticks[:: max(1, len(lane.ticks) - 1)]
        widest = max((theme.metrics("tick").horizontalAdvance(tick.text) for tick in shown), default=0)
        left = max(theme.px(44), round(widest) + theme.px(10))
        plot = QRectF(left, high / 2, self.width() - left - theme.px(4), self.height() - high - 1)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for tick in shown:
            y = round(_down(plot, lane, tick.y))
            painter.fillRect(QRectF(plot.left(), y, plot.width(), 1), theme.color("line"))
            rect = QRectF(0, y - high / 2, plot.left() - theme.px(8), high)
            words(painter, rect, "tick", "ink2", tick.text, align=right)
        lines = []
        for run in lane.runs:
            points = [
                QPointF(plot.left() + (x + 0.5) / self._columns * plot.width(), _down(plot, lane, y))
                for x, y in zip(run.x, run.y, strict=True)
            ]
            if not run.across_gap:
                lines += [QLineF(a, b) for a, b in pairwise(points)]
        painter.setPen(QPen(theme.color(lane.look.colour), 2 if len(lines) < 130 else 1))
        painter.drawLines(lines)
        painter.end()


def _down(plot: QRectF, lane: Lane, value: float) -> float:
    return plot.bottom() - (value - lane.lo) / (lane.hi - lane.lo) * plot.height()
