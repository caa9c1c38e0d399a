"""The only place that knows pyqtgraph: paints the lanes and the scatter that `plots` describes.

Lines and symbols live in view boxes with the data's own coordinates; everything around them is painted in
pixels by items of `ui.trends`. Nothing moves or zooms: the mouse and the keys only choose.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainterPath, QPen, QResizeEvent
from PySide6.QtWidgets import QGraphicsItem, QSizePolicy, QWidget

from rewire_app.i18n import _
from rewire_app.plots.spec import Shape
from rewire_app.ui.theme import theme
from rewire_app.ui.trends.blocks import Blocks
from rewire_app.ui.trends.lane_frame import LaneFrame
from rewire_app.ui.trends.lane_places import LanePlace, Places, arrange
from rewire_app.ui.trends.scatter_frame import ScatterFrame, point_size, scatter_field
from rewire_app.ui.trends.selecting import SelectingPlot

if TYPE_CHECKING:
    from rewire_app.plots.scatter import Line, Scatter
    from rewire_app.plots.spec import Lane, Lanes, Marks, Run

ROLES = {"reactivity": "coral", "practice": "primary", "sleep": "indigo", "stress": "amber"}
SIZES = {Shape.DOTS: 9, Shape.DIAMONDS: 10, Shape.RINGS: 9}
EXTENDED = (Shape.BLOCKS, Shape.BARS, Shape.DASHES)
SMALL = 6
MANY = 130
"""Columns from which lines are a single pixel wide: wide smooth lines over many points are slow."""
NEAR = 24


def _diamond() -> QPainterPath:
    path = QPainterPath(QPointF(0, -0.55))
    for x, y in ((0.55, 0), (0, 0.55), (-0.55, 0)):
        path.lineTo(x, y)
    path.closeSubpath()
    return path


class _Plot(SelectingPlot):
    """A picture on a pyqtgraph view that never takes the mouse or the focus for itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = pg.GraphicsView(self, background=theme.color("surface"))
        self._view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.scene().sigPrepareForPaint.connect(self._draw_if_due)
        self._due = False
        self._fields: list[Any] = []
        self._drawn: list[Any] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def minimumSizeHint(self) -> QSize:
        """Narrow windows have to be possible."""
        return QSize(theme.px(280), self.heightForWidth(self.width()))

    def sizeHint(self) -> QSize:
        """The width of the design."""
        return QSize(theme.px(588), self.heightForWidth(max(self.width(), theme.px(280))))

    def restyle(self) -> None:
        """Take over new colours, fonts and sizes."""
        self._view.setBackground(theme.color("surface"))
        self.updateGeometry()
        self._draw_soon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay everything out anew."""
        self._view.setGeometry(self.rect())
        super().resizeEvent(event)
        self._draw_soon()

    def draw(self) -> None:
        """Build the picture for the present size."""

    def _draw_soon(self) -> None:
        """Build the picture once, however many reasons there are: after the layout, before it is painted."""
        self._due = True
        self._view.viewport().update()
        QTimer.singleShot(0, self._draw_if_due)

    def _draw_if_due(self) -> None:
        if self._due and self.isVisible():
            self._due = False
            self.draw()

    def _clear(self) -> None:
        for item in self._drawn:
            self._view.scene().removeItem(item)
            item.setParentItem(None)
        self._drawn.clear()

    def _field(self, number: int, place: QRectF, x: tuple[float, float], y: tuple[float, float]) -> Any:
        """View box `number` at `place`, showing exactly these ranges; marks may reach over its edges."""
        while len(self._fields) <= number:
            box = pg.ViewBox(enableMenu=False, enableMouse=False)
            box.setFlag(QGraphicsItem.GraphicsItemFlag.ItemClipsChildrenToShape, False)
            box.disableAutoRange()
            self._view.scene().addItem(box)
            self._fields.append(box)
        field = self._fields[number]
        field.setGeometry(place)
        field.setRange(xRange=x, yRange=y, padding=0, update=False, disableAutoRange=True)
        return field

    def _add(self, item: Any, field: Any = None) -> None:
        """Put `item` into a view box, or at its own pixels."""
        if field is None:
            self._view.scene().addItem(item)
        else:
            field.addItem(item, ignoreBounds=True)
        self._drawn.append(item)

    @property
    def drawn(self) -> tuple[Any, ...]:
        """The items that are painted now, apart from the frame."""
        return tuple(self._drawn)


class LanesPlot(_Plot):
    """Reactivity, practice, sleep and stress on one time axis; one column is always chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lanes: Lanes | None = None
        self._places: Places | None = None
        self._known: dict[int, Places] = {}
        self._frame = LaneFrame()
        self._frame.setZValue(-200)
        self._view.scene().addItem(self._frame)
        self.setAccessibleName(_("Trends over time"))

    @property
    def lanes(self) -> Lanes | None:
        """What is painted."""
        return self._lanes

    def show_lanes(self, lanes: Lanes, chosen: int | None = None) -> None:
        """Paint `lanes`, with the column `chosen` or the one they begin with."""
        self._lanes = lanes
        self._known.clear()
        self.setAccessibleDescription(
            " ".join((lanes.summary, *(event.words + "." for event in lanes.events)))
        )
        self.updateGeometry()
        number = lanes.selected if chosen is None else chosen
        self.choose(number)
        self._draw_soon()

    def heightForWidth(self, width: int) -> int:
        """All lanes, their titles, flags and labels."""
        if self._lanes is None:
            return theme.px(100)
        return round(self._arranged(width).height)

    def _arranged(self, width: int) -> Places:
        """The places at a width; layouts ask again and again, so they are kept."""
        assert self._lanes is not None
        if width not in self._known:
            self._known[width] = arrange(self._lanes, width)
        return self._known[width]

    def restyle(self) -> None:
        """Take over new colours, fonts and sizes."""
        self._known.clear()
        super().restyle()

    def count(self) -> int:
        """How many columns there are."""
        return len(self._lanes.buckets) if self._lanes else 0

    def at(self, where: QPointF) -> int | None:
        """The column under the mouse, anywhere between the flags and the labels."""
        return self._places.column(where.x()) if self._places else None

    def sentence(self, number: int) -> str:
        """The readout of a column."""
        return self._lanes.buckets[number].sentence if self._lanes else ""

    def mark(self, number: int) -> None:
        """Move the band."""
        self._frame.select(number)

    def draw(self) -> None:
        """Build lines and marks for the present size."""
        if self._lanes is None or self.width() < 50:
            return
        self._clear()
        places = self._places = self._arranged(self.width())
        self._frame.show_lanes(self._lanes, places, self._shown)
        across = (-0.5, places.count - 0.5)
        for number, place in enumerate(places.lanes):
            field = self._field(number, place.plot, across, (place.lane.lo, place.lane.hi))
            for line in _lines(place.lane, places.count):
                self._add(line, field)
            for marks in place.lane.marks:
                if marks.shape in EXTENDED:
                    self._add(Blocks(marks, places, place, ROLES.get(place.lane.key, "primary")))
                elif marks.x:
                    for symbols in _symbols(place, marks, places.pitch):
                        self._add(symbols, field)


class ScatterPlot(_Plot):
    """Practice against reactivity: points as large as the days that fall together, with line and band."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scatter: Scatter | None = None
        self._frame = ScatterFrame()
        self._frame.setZValue(-200)
        self._view.scene().addItem(self._frame)
        self._ring: Any = None
        self.setAccessibleName(_("Practice against reactivity"))

    @property
    def scatter(self) -> Scatter | None:
        """What is painted."""
        return self._scatter

    def show_scatter(self, scatter: Scatter) -> None:
        """Paint `scatter`; nothing is chosen at first."""
        self._scatter = scatter
        self.setAccessibleDescription(scatter.summary)
        self._ring = None
        self.choose(-1)
        self._draw_soon()

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
        field = scatter_field(self.width(), self.height())
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
        if self._ring is None or self._scatter is None:
            return
        spots = []
        if number >= 0:
            point = self._scatter.points[number]
            size = point_size(point.count, self._most()) + theme.px(9)
            spots = [{"pos": (point.x, point.y), "size": size}]
        self._ring.setData(spots)

    def _most(self) -> int:
        return max((point.count for point in self._scatter.points), default=1) if self._scatter else 1

    def draw(self) -> None:
        """Build band, line and points for the present size."""
        scatter = self._scatter
        if scatter is None or self.width() < 50:
            return
        self._clear()
        place = scatter_field(self.width(), self.height())
        self._frame.show_scatter(scatter, place)
        field = self._field(0, place.plot, place.across, place.upright)
        if scatter.line is not None:
            for item in _fitted(scatter.line):
                self._add(item, field)
        most = self._most()
        pen = pg.mkPen(theme.color("surface"), width=1.2)
        spots = [
            {"pos": (point.x, point.y), "size": point_size(point.count, most)} for point in scatter.points
        ]
        dots = pg.ScatterPlotItem(useCache=False, antialias=True)
        dots.setData(spots, pen=pen, brush=pg.mkBrush(theme.color("coral")), symbol="o")
        self._add(dots, field)
        self._ring = pg.ScatterPlotItem(useCache=False, antialias=True, symbol="o")
        self._ring.setPen(pg.mkPen(theme.color("ink"), width=2))
        self._ring.setBrush(None)
        self._add(self._ring, field)
        self.mark(self._shown)


def _lines(lane: Lane, columns: int) -> list[Any]:
    """One item for all runs of a lane, one for all its links over gaps."""
    color = theme.color(ROLES.get(lane.key, "primary"))
    wide = max(2, theme.px(2)) if columns <= MANY else 1
    solid, thin = pg.mkPen(color, width=wide), pg.mkPen(color, width=1.2)
    if lane.key == "stress":
        solid.setDashPattern([1.0, 1.6])
        solid.setCapStyle(Qt.PenCapStyle.FlatCap)
    thin.setDashPattern([4.0, 3.0])
    runs = [run for run in lane.runs if not run.across_gap]
    links = [run for run in lane.runs if run.across_gap]
    return [_pieces(group, pen) for group, pen in ((links, thin), (runs, solid)) if group]


def _pieces(runs: Sequence[Run], pen: QPen) -> Any:
    """Every piece of every run as a segment of its own: many short lines are far faster than one long one."""
    x = np.concatenate([np.repeat(run.x, 2)[1:-1] for run in runs])
    y = np.concatenate([np.repeat(run.y, 2)[1:-1] for run in runs])
    item = pg.PlotCurveItem(x=x, y=y, pen=pen, connect="pairs", antialias=True)
    item.setSegmentedLineMode("on")
    return item


def _symbols(place: LanePlace, marks: Marks, pitch: float) -> list[Any]:
    """Dots, diamonds or rings, one item for the filled and one for the outlined; rings are all outlined."""
    color, surface = theme.color(ROLES.get(place.lane.key, "primary")), theme.color("surface")
    size = max(3.0, min(theme.px(SIZES[marks.shape]), pitch * 0.42))
    small = size < SMALL
    hollow = np.array(marks.hollow, dtype=bool) | (marks.shape is Shape.RINGS)
    outline = pg.mkPen(color, width=1 if small else max(2, theme.px(2)))
    around = pg.mkPen(None) if small else pg.mkPen(surface, width=1.5)
    looks = ((~hollow, around, color), (hollow, outline, surface))
    x, y = np.array(marks.x), np.array(marks.y)
    found = []
    for which, pen, fill in looks:
        if which.any():
            item = pg.ScatterPlotItem(
                x=x[which],
                y=y[which],
                symbol=_diamond() if marks.shape is Shape.DIAMONDS else "o",
                size=size,
                pen=pen,
                brush=pg.mkBrush(fill),
                useCache=len(x) > MANY,
                antialias=True,
            )
            found.append(item)
    return found


def _fitted(line: Line) -> list[Any]:
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
