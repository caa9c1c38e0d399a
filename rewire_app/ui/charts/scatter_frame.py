"""What stands still in the scatter: grid, ticks and the names of both axes, with every measure of it."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from rewire_app.ui.widgets.base import words
from rewire_app.ui.widgets.theme import theme

if TYPE_CHECKING:
    from rewire_app.charts.spec import Tick

SMALLEST, ONE, LARGEST = 7, 10, 26
"""How wide a point is at least, how wide one single day or week may be, and the widest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScatterField:
    """The field of the points, px, and the ranges it shows."""

    plot: QRectF
    across: tuple[float, float]
    upright: tuple[float, float]

    def x(self, value: float) -> float:
        """Where a value across lies, px from the left."""
        low, high = self.across
        return self.plot.left() + (value - low) / (high - low) * self.plot.width()

    def y(self, value: float) -> float:
        """Where a rating lies, px from the top."""
        low, high = self.upright
        return self.plot.bottom() - (value - low) / (high - low) * self.plot.height()


class Axes(Protocol):
    """What is said about both axes, and the ranges they show."""

    @property
    def across(self) -> tuple[float, float]:
        """The range of x."""

    @property
    def upright(self) -> tuple[float, float]:
        """The range of y."""

    @property
    def x_title(self) -> str:
        """The name of x."""

    @property
    def y_title(self) -> str:
        """The name of y."""

    @property
    def x_ticks(self) -> tuple[Tick, ...]:
        """Labels of x."""

    @property
    def y_ticks(self) -> tuple[Tick, ...]:
        """Grid lines and labels of y."""


def scatter_field(width: float, height: float, axes: Axes) -> ScatterField:
    """The field in a picture of `width` by `height` px, with room for the labels at the left."""
    px = theme.px
    top, bottom = px(40), px(62)
    metrics = theme.metrics("tick")
    widest = max((metrics.horizontalAdvance(tick.text) for tick in axes.y_ticks), default=0.0)
    left = max(px(36), round(widest) + px(14))
    plot = QRectF(left, top, width - left - px(10), height - top - bottom)
    return ScatterField(plot=plot, across=axes.across, upright=axes.upright)


def point_size(count: int, most: int) -> float:
    """How wide a point is in px: its area grows with the days that fall together."""
    unit = min(ONE, LARGEST / sqrt(max(1, most)))
    return float(theme.px(max(SMALLEST, unit * sqrt(count))))


class ScatterFrame(QGraphicsItem):
    """Painted under the points, in pixels of the scene."""

    def __init__(self) -> None:
        super().__init__()
        self._scatter: Axes | None = None
        self._field: ScatterField | None = None

    def show_scatter(self, scatter: Axes, field: ScatterField) -> None:
        """Paint another picture."""
        self.prepareGeometryChange()
        self._scatter, self._field = scatter, field
        self.update()

    def boundingRect(self) -> QRectF:
        """The whole picture."""
        if self._field is None:
            return QRectF()
        plot = self._field.plot
        return QRectF(0, 0, plot.right() + theme.px(10), plot.bottom() + theme.px(62))

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Paint grid, ticks and names."""
        if self._scatter is None or self._field is None:
            return
        field, scatter, high = self._field, self._scatter, theme.line("tick")
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for tick in scatter.y_ticks:
            y = round(field.y(tick.y))
            painter.fillRect(QRectF(field.plot.left(), y, field.plot.width(), 1), theme.color("line"))
            rect = QRectF(0, y - high / 2 + 0.5, field.plot.left() - theme.px(10), high)
            words(painter, rect, "tick", "ink2", tick.text, align=right)
        below = field.plot.bottom() + theme.px(14)
        for tick in scatter.x_ticks:
            rect = QRectF(field.x(tick.y) - 20, below, 40, high)
            words(painter, rect, "tick", "ink2", tick.text)
        line = theme.line("small")
        title = QRectF(0, theme.px(6), field.plot.right(), line)
        words(painter, title, "small", "ink2", scatter.y_title, align=left)
        name = QRectF(field.plot.left(), below + high + theme.px(6), field.plot.width(), line)
        words(painter, name, "small", "ink2", scatter.x_title)
