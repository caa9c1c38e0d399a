"""Before and after in one figure: a ring where it began, a disc where it ended, a thick line between."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rewire_app.ui.widgets.base import NO_PEN, Painted, fixed_height, words
from rewire_app.ui.widgets.theme import theme

REACH, REACH_LARGE = 5.5, 7.5
"""Half the width of a mark, px of the design."""
SIDE = 10
TOP = 100


def draw_change(
    painter: QPainter, room: QRectF, before: int | None, after: int | None, *, top: int, reach: float
) -> None:
    """Paint the marks on a line across the middle of `room`, whose right end stands for `top`."""
    y, side = room.center().y(), reach + 1

    def x(value: int) -> float:
        return room.left() + side + (room.width() - 2 * side) * min(value, top) / top

    if before is not None and after is not None and before != after:
        painter.setPen(QPen(theme.color("primary"), max(2.0, reach / 1.8)))
        painter.drawLine(QPointF(x(before), y), QPointF(x(after), y))
    if before is not None:
        painter.setPen(QPen(theme.color("primary"), 2))
        painter.setBrush(theme.color("surface"))
        painter.drawEllipse(QPointF(x(before), y), reach, reach)
    if after is not None:
        painter.setPen(NO_PEN)
        painter.setBrush(theme.color("primary"))
        inner = reach / 2 if before == after else reach
        painter.drawEllipse(QPointF(x(after), y), inner, inner)


class ChangeMark(Painted):
    """Both ratings on a scale from 0 to 10 or 100 %, with its numbers; what they mean stands beside it."""

    def __init__(
        self,
        before: int | None,
        after: int | None,
        *,
        percent: bool = False,
        sentence: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._before, self._after, self._top = before, after, TOP if percent else 10
        fixed_height(self)
        self.setAccessibleName(sentence)

    def sizeHint(self) -> QSize:
        """As wide as there is room, and high enough for marks and numbers."""
        return QSize(theme.px(240), theme.px(30) + theme.line("tick"))

    def minimumSizeHint(self) -> QSize:
        """Room for three numbers."""
        return QSize(theme.px(120), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint scale, numbers and marks."""
        painter = self.painter()
        if self.mirrored:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        reach = theme.px(REACH_LARGE)
        room = QRectF(theme.px(SIDE), 0, self.width() - 2 * theme.px(SIDE), theme.px(26))
        left, wide, y = room.left() + reach + 1, room.width() - 2 * (reach + 1), room.center().y()
        painter.setPen(QPen(theme.color("edge"), 1))
        painter.drawLine(QPointF(left, y), QPointF(left + wide, y))
        for tick in range(11):
            at = round(left + wide * tick / 10) + 0.5
            painter.drawLine(QPointF(at, y - 3), QPointF(at, y + 3))
        draw_change(painter, room, self._before, self._after, top=self._top, reach=reach)
        painter.resetTransform()
        for number in (0, self._top // 2, self._top):
            part = number / self._top
            at = left + wide * (1 - part if self.mirrored else part)
            rect = QRectF(at - theme.px(24), theme.px(28), theme.px(48), theme.line("tick"))
            sign = "%" if self._top == TOP else ""
            words(painter, rect, "tick", "ink2", f"{number}{sign}")
        painter.end()
