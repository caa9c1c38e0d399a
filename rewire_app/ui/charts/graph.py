"""A picture on a pyqtgraph view: places for data, drawn once for the present size.

Lines and symbols live in view boxes with the data's own coordinates; everything around them is painted in
pixels. Only what needs such a view imports this module: pyqtgraph takes longer to load than all the rest.
"""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QWidget

from rewire_app.ui.charts.selecting import Plot
from rewire_app.ui.widgets.theme import theme


class GraphPlot(Plot):
    """A picture on a pyqtgraph view that never takes the mouse or the focus for itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = pg.GraphicsView(self, background=theme.color("surface"))
        self._view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Items of pyqtgraph change their bounds with the view; an index would keep those that were removed.
        self._view.scene().setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self._view.scene().sigPrepareForPaint.connect(self._draw_if_due)
        self._due = False
        self._fields: list[Any] = []
        self._drawn: list[Any] = []

    def restyle(self) -> None:
        """Take over new colours, fonts and sizes."""
        self._view.setBackground(theme.color("surface"))
        super().restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay everything out anew; another width asks for another height."""
        self._view.setGeometry(self.rect())
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def redraw(self) -> None:
        """Build the picture once, however many reasons there are: after the layout, before it is painted."""
        self._due = True
        QTimer.singleShot(0, self, self._draw_if_due)

    def draw(self) -> None:
        """Build the picture for the present size."""

    def paint_on(self, painter: QPainter) -> None:
        """Paint the picture from (0, 0) at its own size: for a file, as shapes and text instead of pixels."""
        if self._due:
            self._due = False
            self.draw()
        symbols = [each for each in self._drawn if isinstance(each, pg.ScatterPlotItem)]
        kept = [each for each in symbols if each.opts["useCache"]]
        for each in kept:
            each.opts["useCache"] = False
        self._view.render(painter, QRectF(self.rect()))
        for each in kept:
            each.opts["useCache"] = True

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
