"""Points with a fitted line and its band, painted."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QWidget

from rewire_app.charts.points import DrawnLine, Scatter, Steep
from rewire_app.charts.series import find
from rewire_app.ui.charts.graph import GraphPlot
from rewire_app.ui.charts.scatter_frame import ScatterField, ScatterFrame, point_size, scatter_field
from rewire_app.ui.widgets.theme import theme

NEAR = 24
"""Px within which the mouse finds a point."""


class ScatterPlot(GraphPlot):
    """Points as large as the days that fall together, with line and band; Enter asks to open a point."""

    opens = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scatter: Scatter | None = None
        self._frame = ScatterFrame()
        self._frame.setZValue(-200)
        self._view.scene().addItem(self._frame)
        self.chosen_ring: Any = None

    @property
    def scatter(self) -> Scatter | None:
        """What is painted."""
        return self._scatter

    def show_scatter(self, scatter: Scatter) -> None:
        """Paint `scatter`; nothing is chosen at first."""
        self._scatter = scatter
        self.setAccessibleName(scatter.name)
        self.setAccessibleDescription(scatter.summary)
        self.chosen_ring = None
        self.choose(-1)
        self.redraw()

    def heightForWidth(self, width: int) -> int:
        """A little lower than wide."""
        return min(theme.px(440), max(theme.px(300), round(width * 0.75)))

    def count(self) -> int:
        """How many points there are."""
        return len(self._scatter.points) if self._scatter else 0

    def at(self, where: QPointF) -> int | None:
        """The nearest point within reach of the mouse."""
        if self._scatter is None or not self._scatter.points:
            return None
        field = self._place(self._scatter)
        far = [
            (field.x(point.x) - where.x()) ** 2 + (field.y(point.y) - where.y()) ** 2
            for point in self._scatter.points
        ]
        nearest = min(range(len(far)), key=far.__getitem__)
        return nearest if far[nearest] <= theme.px(NEAR) ** 2 else None

    def sentence(self, number: int) -> str:
        """What a point stands for; without one, what all of them are."""
        if self._scatter is None:
            return ""
        return self._scatter.points[number].words if number >= 0 else self._scatter.based_on

    def mark(self, number: int) -> None:
        """Put a ring around the point."""
        if self.chosen_ring is None or self._scatter is None:
            return
        spots = []
        if number >= 0:
            point = self._scatter.points[number]
            size = point_size(point.count, self._most()) + theme.px(9)
            spots = [{"pos": (point.x, point.y), "size": size}]
        self.chosen_ring.setData(spots)

    def _place(self, scatter: Scatter) -> ScatterField:
        return scatter_field(self.width(), self.height(), scatter)

    def _most(self) -> int:
        return max((point.count for point in self._scatter.points), default=1) if self._scatter else 1

    def draw(self) -> None:
        """Build band, line and points for the present size."""
        scatter = self._scatter
        if scatter is None or self.width() < 50:
            return
        self._clear()
        place = self._place(scatter)
        self._frame.show_scatter(scatter, place)
        field = self._field(0, place.plot, place.across, place.upright)
        if scatter.line is not None:
            for item in (*_fitted(scatter.line), *_steep(scatter.steep)):
                self._add(item, field)
        most = self._most()
        pen = pg.mkPen(theme.color("surface"), width=1.2)
        spots = [
            {"pos": (point.x, point.y), "size": point_size(point.count, most)} for point in scatter.points
        ]
        dots = pg.ScatterPlotItem(useCache=False, antialias=True)
        color = theme.color(find(scatter.series).look.colour)
        dots.setData(spots, pen=pen, brush=pg.mkBrush(color), symbol="o")
        self._add(dots, field)
        self.chosen_ring = pg.ScatterPlotItem(useCache=False, antialias=True, symbol="o")
        self.chosen_ring.setPen(pg.mkPen(theme.color("ink"), width=2))
        self.chosen_ring.setBrush(None)
        self._add(self.chosen_ring, field)
        self.mark(self._shown)


def _steep(lines: tuple[Steep, ...]) -> list[Any]:
    """Dashed lines, quieter than the fitted one."""
    pen = pg.mkPen(theme.color("ink3"), width=1.5, style=Qt.PenStyle.DashLine)
    return [
        pg.PlotCurveItem(
            x=np.array([left[0], right[0]]), y=np.array([left[1], right[1]]), pen=pen, antialias=True
        )
        for left, right in lines
    ]


def _fitted(line: DrawnLine) -> list[Any]:
    """The band and the line, the band first."""
    x = np.array(line.x)
    none = pg.mkPen(None)
    low, high = (pg.PlotCurveItem(x=x, y=np.array(edge), pen=none) for edge in (line.low, line.high))
    band = pg.FillBetweenItem(low, high, brush=pg.mkBrush(theme.color("sunken")))
    middle = pg.PlotCurveItem(
        x=x, y=np.array(line.y), pen=pg.mkPen(theme.color("ink2"), width=2), antialias=True
    )
    band.setZValue(-10)
    return [band, middle]
