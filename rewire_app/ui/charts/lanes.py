"""The lanes on one time axis, painted."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rewire_app.charts.spec import Lanes
from rewire_app.i18n import _
from rewire_app.ui.base.keys import pressed
from rewire_app.ui.charts.lane_picture import LanePicture
from rewire_app.ui.charts.lane_places import Flag, Places, arrange
from rewire_app.ui.charts.selecting import Plot
from rewire_app.ui.widgets.theme import theme

STEPS = ("closer", "wider", "earlier", "later", "whole", "mark", "marks")
"""What keys ask for, by their names in the table of keys."""
DRAG = 6
"""Px the mouse moves before it draws over columns."""
LEAST_WIDE = 50
"""Px below which there is no room for a picture."""


class LanesPlot(Plot):
    """Reactivity, practice, sleep and stress on one time axis; one column is always chosen.

    `asked(str)`: one of `STEPS` by key. `drawn_over(int, int)`: columns to look at closer, by dragging.
    `unfolded(object)`: a number mark was clicked (`lane_places.Flag`).
    """

    asked = Signal(str)
    drawn_over = Signal(int, int)
    unfolded = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lanes: Lanes | None = None
        self._picture: LanePicture | None = None
        self._marked = -1
        self._known: dict[int, Places] = {}
        self._room = 0
        self._pressed: QPointF | None = None
        self._span: tuple[int, int] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(_("Trends over time"))

    @property
    def lanes(self) -> Lanes | None:
        """What is painted."""
        return self._lanes

    def show_lanes(self, lanes: Lanes, chosen: int | None = None) -> None:
        """Paint `lanes`, with the column `chosen` or the one they begin with."""
        high = self.heightForWidth(self.width())
        self._lanes = lanes
        self._known.clear()
        self.setAccessibleDescription(
            " ".join((lanes.summary, *(event.words + "." for event in lanes.events)))
        )
        if self.heightForWidth(self.width()) != high:
            self.updateGeometry()
        self.redraw()
        self.choose(lanes.selected if chosen is None else chosen)

    def fit(self, room: int) -> None:
        """Have lanes as low as they must be for `room` px (0: no limit), where that is enough."""
        if room == self._room:
            return
        self._room = room
        high = self.heightForWidth(self.width())
        self._known.clear()
        if self.heightForWidth(self.width()) != high:
            self.updateGeometry()
            self.redraw()

    def heightForWidth(self, width: int) -> int:
        """All lanes, their titles, flags and labels."""
        if self._lanes is None:
            return theme.px(100)
        return round(self._arranged(width).height)

    def _arranged(self, width: int) -> Places:
        """The places at a width; layouts ask again and again, so they are kept."""
        assert self._lanes is not None
        if width not in self._known:
            self._known[width] = arrange(self._lanes, width, self._room)
        return self._known[width]

    def restyle(self) -> None:
        """Take over new colours, fonts and sizes."""
        self._known.clear()
        super().restyle()

    def redraw(self) -> None:
        """Draw other contents, or the same for another size or look."""
        self._picture = None
        super().redraw()

    @property
    def picture(self) -> LanePicture | None:
        """The picture for the present width."""
        if self._lanes is None or self.width() < LEAST_WIDE:
            return None
        if self._picture is None or self._picture.places.width != self.width():
            self._picture = LanePicture(self._lanes, self._arranged(self.width()))
        return self._picture

    @property
    def places(self) -> Places | None:
        """Where everything lies."""
        return None if self.picture is None else self.picture.places

    @property
    def span(self) -> tuple[int, int] | None:
        """The columns that are being drawn over, first and last."""
        return self._span

    def count(self) -> int:
        """How many columns there are."""
        return len(self._lanes.buckets) if self._lanes else 0

    def at(self, where: QPointF) -> int | None:
        """The column under the mouse, anywhere between the flags and the labels."""
        return self.places.column(where.x()) if self.places else None

    def sentence(self, number: int) -> str:
        """The readout of a column."""
        return self._lanes.buckets[number].sentence if self._lanes else ""

    def mark(self, number: int) -> None:
        """Move the ring; only what looks different is painted again."""
        if self._picture is not None:
            self.update(self._picture.marked(self._marked) + self._picture.marked(number))
        self._marked = number

    def flag_at(self, where: QPointF) -> Flag | None:
        """The flag or number mark under the mouse."""
        picture = self.picture
        if picture is None:
            return None
        places = picture.places
        if places.flags_y is None or abs(where.y() - places.flags_y) > theme.px(14):
            return None
        return next((flag for flag in picture.flags if flag.covers(where.x())), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A mark unfolds; anywhere else chooses a column and may begin to draw over several."""
        flag = self.flag_at(event.position())
        if flag is not None and event.button() == Qt.MouseButton.LeftButton:
            self.unfolded.emit(flag)
            return
        self._pressed = event.position() if event.button() == Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what the mouse is over, or draw over columns."""
        start, places = self._pressed, self.places
        if start is None or places is None or not event.buttons() & Qt.MouseButton.LeftButton:
            over = self.flag_at(event.position()) is not None
            self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
            super().mouseMoveEvent(event)
            return
        if self._span is None and abs(event.position().x() - start.x()) < theme.px(DRAG):
            return
        ends = sorted((places.nearest(start.x()), places.nearest(event.position().x())))
        self._draw_over((ends[0], ends[1]))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Look closer at the columns that were drawn over."""
        span, self._pressed = self._span, None
        self._draw_over(None)
        if span is not None and span[0] < span[1]:
            self.drawn_over.emit(*span)
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, look closer and wider, go through time, mark."""
        step = next((name for name in STEPS if pressed(event, name)), None)
        if step is None:
            super().keyPressEvent(event)
        elif step == "whole" and self._span is not None:
            self._pressed = None
            self._draw_over(None)
        else:
            self.asked.emit(step)

    def _draw_over(self, span: tuple[int, int] | None) -> None:
        if span != self._span:
            self._span = span
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and what is seen of the picture."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("surface"))
        self.paint_on(painter)
        painter.end()

    def paint_on(self, painter: QPainter) -> None:
        """Paint the picture from (0, 0) at its own size."""
        if (picture := self.picture) is not None:
            picture.paint(painter, self.shown, self._span)
