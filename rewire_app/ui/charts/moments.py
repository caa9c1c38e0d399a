"""Alarm and brake, painted: moments by period, each period's outline, and where its medians lie."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPolygonF
from PySide6.QtWidgets import QGraphicsPolygonItem, QWidget

from rewire_app.charts.moments_plane import MomentPoint, MomentsPlane, Period
from rewire_app.ui.charts.graph import GraphPlot
from rewire_app.ui.charts.period_key import ROLES, SYMBOLS
from rewire_app.ui.charts.scatter_frame import ScatterField, ScatterFrame, point_size, scatter_field
from rewire_app.ui.widgets.theme import theme

NEAR = 24
"""Px within which the mouse finds a mark."""
TYPICAL = 19
"""How wide the mark of a period's medians is, px of the design."""
MANY = 60
"""Marks from which their pictures are kept, so that a choice is painted at once."""
FAINT = 26
"""Opacity of the inside of an outline, of 255."""
WIDER = (1.0, 0.95, 1.35)
"""By how much each shape is drawn wider, so that all of them look equally large."""
DASHES = ((5.0, 3.0), (1.5, 3.0), ())
"""How the outline of each period is drawn; the last is solid."""


class MomentsPlot(GraphPlot):
    """Left and Right go through the marks from the weakest alarm on; Enter opens their days."""

    opens = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plane: MomentsPlane | None = None
        self._frame = ScatterFrame()
        self._frame.setZValue(-200)
        self._view.scene().addItem(self._frame)
        self.chosen_ring: Any = None
        self.key: QWidget | None = None
        """What names the periods beside the picture; saved pictures have it too."""

    @property
    def plane(self) -> MomentsPlane | None:
        """What is painted."""
        return self._plane

    def show_plane(self, plane: MomentsPlane) -> None:
        """Paint `plane`; nothing is chosen at first."""
        self._plane = plane
        self.setAccessibleName(plane.name)
        self.setAccessibleDescription(plane.summary)
        self.chosen_ring = None
        self.choose(-1)
        self.redraw()

    def heightForWidth(self, width: int) -> int:
        """A little lower than wide."""
        return min(theme.px(480), max(theme.px(330), round(width * 0.8)))

    def count(self) -> int:
        """How many marks there are."""
        return len(self._plane.points) if self._plane else 0

    def at(self, where: QPointF) -> int | None:
        """The nearest mark within reach of the mouse."""
        if self._plane is None or not self._plane.points:
            return None
        field = self._place(self._plane)
        far = [
            (field.x(point.x) - where.x()) ** 2 + (field.y(point.y) - where.y()) ** 2
            for point in self._plane.points
        ]
        nearest = min(range(len(far)), key=far.__getitem__)
        return nearest if far[nearest] <= theme.px(NEAR) ** 2 else None

    def sentence(self, number: int) -> str:
        """What a mark stands for; without one, what all of them are."""
        if self._plane is None:
            return ""
        return self._plane.points[number].words if number >= 0 else self._plane.based_on

    def mark(self, number: int) -> None:
        """Put a ring around the mark."""
        if self.chosen_ring is None or self._plane is None:
            return
        spots = []
        if number >= 0:
            point = self._plane.points[number]
            size = point_size(point.count, _most(self._plane)) + theme.px(11)
            spots = [{"pos": (point.x, point.y), "size": size}]
        self.chosen_ring.setData(spots)

    def _place(self, plane: MomentsPlane) -> ScatterField:
        return scatter_field(self.width(), self.height(), plane)

    def draw(self) -> None:
        """Build outlines, marks and medians for the present size."""
        plane = self._plane
        if plane is None or self.width() < 50:
            return
        self._clear()
        place = self._place(plane)
        self._frame.show_scatter(plane, place)
        field = self._field(0, place.plot, place.across, place.upright)
        for number, period in enumerate(plane.periods):
            if period.hull:
                self._add(_outline(number, period), field)
        most = _most(plane)
        for number in range(len(plane.periods)):
            for going in (False, True):
                found = [point for point in plane.points if point.period == number and point.going is going]
                if found:
                    self._add(_marks(number, found, most, going=going), field)
        for number, period in enumerate(plane.periods):
            if period.typical is not None:
                self._add(_typical(number, period.typical), field)
        self.chosen_ring = pg.ScatterPlotItem(useCache=False, antialias=True, symbol="o")
        self.chosen_ring.setPen(pg.mkPen(theme.color("ink"), width=2))
        self.chosen_ring.setBrush(None)
        self._add(self.chosen_ring, field)
        self.mark(self._shown)


def _most(plane: MomentsPlane) -> int:
    return max((point.count for point in plane.points), default=1)


def _outline(number: int, period: Period) -> QGraphicsPolygonItem:
    item = QGraphicsPolygonItem(QPolygonF([QPointF(x, y) for x, y in period.hull]))
    color = theme.color(ROLES[number])
    pen = pg.mkPen(color, width=1)
    pen.setCosmetic(True)
    if DASHES[number]:
        pen.setStyle(Qt.PenStyle.CustomDashLine)
        pen.setDashPattern(list(DASHES[number]))
    faint = QColor(color)
    faint.setAlpha(FAINT)
    item.setPen(pen)
    item.setBrush(pg.mkBrush(faint))
    return item


def _marks(number: int, points: list[MomentPoint], most: int, *, going: bool) -> Any:
    """Filled marks, or hollow ones for what was still going."""
    color, surface = theme.color(ROLES[number]), theme.color("surface")
    item = pg.ScatterPlotItem(useCache=len(points) > MANY, antialias=True)
    item.setData(
        [
            {"pos": (point.x, point.y), "size": point_size(point.count, most) * WIDER[number]}
            for point in points
        ],
        symbol=SYMBOLS[number],
        pen=pg.mkPen(color, width=2) if going else pg.mkPen(surface, width=1.2),
        brush=pg.mkBrush(surface if going else color),
    )
    return item


def _typical(number: int, at: tuple[float, float]) -> Any:
    """The period's mark, large and outlined in ink."""
    item = pg.ScatterPlotItem(useCache=False, antialias=True)
    item.setData(
        [{"pos": at, "size": theme.px(TYPICAL) * WIDER[number]}],
        symbol=SYMBOLS[number],
        pen=pg.mkPen(theme.color("ink"), width=2.5),
        brush=pg.mkBrush(theme.color(ROLES[number])),
    )
    return item
