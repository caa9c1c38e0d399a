"""The lanes on one time axis, painted."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from rewire_app.charts.spec import Lanes, Shape
from rewire_app.i18n import _
from rewire_app.ui.charts.base import Plot
from rewire_app.ui.charts.blocks import Blocks
from rewire_app.ui.charts.lane_frame import LaneFrame
from rewire_app.ui.charts.lane_ink import LaneInk
from rewire_app.ui.charts.lane_places import Flag, Places, arrange
from rewire_app.ui.widgets.theme import theme

ROLES = {"reactivity": "coral", "practice": "primary", "sleep": "indigo", "stress": "amber"}
PLAIN = "ink2"
"""The colour of lanes beyond the four series: their titles and shapes tell them apart."""
EXTENDED = (Shape.BLOCKS, Shape.BARS, Shape.DASHES)
STEPS = {
    (Qt.Key.Key_Plus, False): "closer",
    (Qt.Key.Key_Equal, False): "closer",
    (Qt.Key.Key_Plus, True): "closer",
    (Qt.Key.Key_Minus, False): "wider",
    (Qt.Key.Key_Underscore, True): "wider",
    (Qt.Key.Key_Left, True): "earlier",
    (Qt.Key.Key_Right, True): "later",
    (Qt.Key.Key_Escape, False): "whole",
    (Qt.Key.Key_M, False): "mark",
    (Qt.Key.Key_Return, False): "marks",
    (Qt.Key.Key_Enter, False): "marks",
}
"""What the keys ask for, by key and whether Shift is held."""
DRAG = 6
"""Px the mouse moves before it draws over columns."""


class LanesPlot(Plot):
    """Reactivity, practice, sleep and stress on one time axis; one column is always chosen.

    `asked(str)`: one of `STEPS` by key. `drawn_over(int, int)`: columns to look at closer, by dragging.
    `unfolded(object)`: a flag was clicked (`lane_places.Flag`).
    """

    asked = Signal(str)
    drawn_over = Signal(int, int)
    unfolded = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lanes: Lanes | None = None
        self._places: Places | None = None
        self._known: dict[int, Places] = {}
        self._pressed: QPointF | None = None
        self._span: tuple[int, int] | None = None
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
        high = self.heightForWidth(self.width())
        self._lanes = lanes
        self._known.clear()
        self.setAccessibleDescription(
            " ".join((lanes.summary, *(event.words + "." for event in lanes.events)))
        )
        if self.heightForWidth(self.width()) != high:
            self.updateGeometry()
        self._draw_soon()
        self.choose(lanes.selected if chosen is None else chosen)

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
        """Move the band; a picture that is about to be drawn has it anyway."""
        if not self._due:
            self._frame.select(number)

    @property
    def places(self) -> Places | None:
        """Where everything lies."""
        return self._places

    def flag_at(self, where: QPointF) -> Flag | None:
        """The flag under the mouse."""
        places = self._places
        if places is None or places.flags_y is None or abs(where.y() - places.flags_y) > theme.px(14):
            return None
        return next((flag for flag in self._frame.shown_flags if flag.covers(where.x())), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A flag unfolds; anywhere else chooses a column and may begin to draw over several."""
        flag = self.flag_at(event.position())
        if flag is not None and event.button() == Qt.MouseButton.LeftButton:
            self.unfolded.emit(flag)
            return
        self._pressed = event.position() if event.button() == Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what the mouse is over, or draw over columns."""
        start, places = self._pressed, self._places
        if start is None or places is None or not event.buttons() & Qt.MouseButton.LeftButton:
            over = self.flag_at(event.position()) is not None
            self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
            super().mouseMoveEvent(event)
            return
        if self._span is None and abs(event.position().x() - start.x()) < theme.px(DRAG):
            return
        ends = sorted((places.nearest(start.x()), places.nearest(event.position().x())))
        self._span = (ends[0], ends[1])
        self._frame.span(self._span)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Look closer at the columns that were drawn over."""
        span, self._span, self._pressed = self._span, None, None
        self._frame.span(None)
        if span is not None and span[0] < span[1]:
            self.drawn_over.emit(*span)
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, look closer and wider, go through time, mark."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step = STEPS.get((Qt.Key(event.key()), shift))
        if step is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif step == "whole" and self._span is not None:
            self._span = self._pressed = None
            self._frame.span(None)
        else:
            self.asked.emit(step)

    def draw(self) -> None:
        """Build lines and marks for the present size."""
        if self._lanes is None or self.width() < 50:
            return
        self._clear()
        places = self._places = self._arranged(self.width())
        self._frame.show_lanes(self._lanes, places, self._shown)
        for place in places.lanes:
            role = ROLES.get(place.lane.key, PLAIN)
            for marks in place.lane.marks:
                if marks.shape in EXTENDED:
                    self._add(Blocks(marks, places, place, role))
            self._add(LaneInk(place, places, role))
