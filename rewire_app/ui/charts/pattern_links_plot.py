"""What sets off what, painted: boxes on a fixed grid, and lines as thick as there are links."""

from __future__ import annotations

from math import hypot

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from rewire_app.charts.pattern_links import LinkBox, LinkLine, PatternLinks
from rewire_app.ui.charts.selecting import Plot
from rewire_app.ui.widgets.base import NO_PEN, box, words
from rewire_app.ui.widgets.theme import theme

WIDE, HIGH = 236, 76
"""Px of the design: a box."""
DOWN = 158
"""Px of the design from one row of boxes to the next beyond a box, where there are few; less with many."""
DOWN_MANY = 62
EACH, LEAST, MOST = 1.6, 2.0, 14.0
"""Px of the design: how thick a line is for each link, at least and at most."""
PILL = (34, 28)
APART = 10
"""Px of the design between two lines that go both ways."""
BACK_AT = 0.3
"""Where on a line its count stands if there is one back, or if others may cross it: each has its room."""
ASIDE = 10
"""So far, px of the design, the count of such a line stands aside from it."""
NEAR = 12
"""So near to a line, px of the design, the mouse is on it."""
LEFT_EDGE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class PatternLinksPlot(Plot):
    """The arrows go from line to line; Enter opens the moments of the chosen one."""

    opens = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: PatternLinks | None = None

    def show_picture(self, picture: PatternLinks) -> None:
        """Paint `picture`."""
        self._picture = picture
        self.setAccessibleName(picture.name)
        self.setAccessibleDescription(picture.summary)
        self.updateGeometry()
        self.update()

    def count(self) -> int:
        """How many lines there are."""
        return len(self._picture.lines) if self._picture else 0

    def sentence(self, number: int) -> str:
        """What a line says."""
        return self._picture.lines[number].words if self._picture and number >= 0 else ""

    def mark(self, _number: int) -> None:
        """Show which line it is."""
        self.update()

    def at(self, where: QPointF) -> int | None:
        """The line under the mouse, if one is near."""
        if self._picture is None:
            return None
        far = [(_distance(self._line(one), where), place) for place, one in enumerate(self._picture.lines)]
        nearest = min(far, default=(float("inf"), -1))
        return nearest[1] if nearest[0] <= theme.px(NEAR) else None

    # layout

    @property
    def _down(self) -> int:
        return DOWN if self._picture is None or len(self._picture.boxes) <= 4 else DOWN_MANY

    def heightForWidth(self, _width: int) -> int:
        """As many rows as there are boxes for."""
        rows = 1 + max((one.row for one in self._picture.boxes), default=0) if self._picture else 1
        return theme.px(rows * HIGH + (rows - 1) * self._down) + 2

    def _wide(self) -> float:
        """How wide a box is: as in the design, or less where there is little room."""
        return min(theme.px(WIDE), self.width() * 0.42)

    def _room(self, one: LinkBox) -> QRectF:
        wide, high = self._wide(), theme.px(HIGH)
        left = (self.width() - 1 - wide) if one.column else 1.0
        return QRectF(left, 1 + one.row * (high + theme.px(self._down)), wide, high)

    def _line(self, one: LinkLine) -> QLineF:
        """From border to border; beside the one that goes back, where there is one."""
        assert self._picture is not None, "a picture is shown"
        start, end = (self._room(self._picture.boxes[place]) for place in (one.first, one.then))
        middle = QLineF(start.center(), end.center())
        if one.back:
            length = middle.length() or 1
            by = theme.px(APART) / 2 + self._thick(one) / 2
            middle.translate(-middle.dy() / length * by, middle.dx() / length * by)
        return QLineF(_leaves(middle, start), _leaves(QLineF(middle.p2(), middle.p1()), end))

    def _thick(self, one: LinkLine) -> float:
        return min(MOST, max(LEAST, EACH * one.count)) * theme.scale / 100

    # painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint everything."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_on(painter)
        painter.end()

    def paint_on(self, painter: QPainter) -> None:
        """Paint the picture from (0, 0) at its own size; the chosen line lies over the others."""
        picture = self._picture
        if picture is None:
            return
        order = sorted(range(len(picture.lines)), key=lambda place: place == self.shown)
        for place in order:
            self._paint_line(painter, picture.lines[place], chosen=place == self.shown)
        for one in picture.boxes:
            _paint_box(painter, one, self._room(one))
        for place in order:
            one_line = picture.lines[place]
            _paint_pill(painter, one_line, self._line(one_line), chosen=place == self.shown)

    def _paint_line(self, painter: QPainter, one: LinkLine, *, chosen: bool) -> None:
        line, thick = self._line(one), self._thick(one)
        length = line.length()
        head = min(max(theme.px(15), thick * 1.6), length / 2)
        colour = theme.color("primary" if chosen else "ink2")
        ux, uy = line.dx() / (length or 1), line.dy() / (length or 1)
        neck = QPointF(line.x2() - ux * head, line.y2() - uy * head)
        pen = QPen(colour, thick)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(line.p1(), neck)
        half = max(theme.px(8), thick)
        side = QPointF(-uy * half, ux * half)
        painter.setPen(NO_PEN)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([line.p2(), neck + side, neck - side]))


def _paint_box(painter: QPainter, one: LinkBox, room: QRectF) -> None:
    box(painter, room, theme.px(14), theme.color("surface"), theme.color("edge"))
    pad = theme.px(13)
    wide = room.width() - 2 * pad
    name = theme.metrics("box_name").elidedText(one.name, Qt.TextElideMode.ElideRight, wide)
    high, small = theme.line("box_name"), theme.line("small")
    top = room.center().y() - (high + small) / 2
    first = QRectF(room.left() + pad, top, wide, high)
    words(painter, first, "box_name", "ink", name, align=LEFT_EDGE)
    detail = theme.metrics("small").elidedText(one.detail, Qt.TextElideMode.ElideRight, wide)
    second = QRectF(room.left() + pad, top + high, wide, small)
    words(painter, second, "small", "ink2", detail, align=LEFT_EDGE)


def _paint_pill(painter: QPainter, one: LinkLine, line: QLineF, *, chosen: bool) -> None:
    crosses = abs(line.dx()) > 1 and abs(line.dy()) > 1  # in the middle another may cross it
    at = line.pointAt(BACK_AT if one.back or crosses else 0.5)
    if one.back and (length := line.length()):  # outwards, so that it leaves the line that goes back free
        at += QPointF(-line.dy(), line.dx()) * (theme.px(ASIDE) / length)
    wide, high = (theme.px(side) for side in PILL)
    room = QRectF(at.x() - wide / 2, at.y() - high / 2, wide, high)
    fill = theme.color("primarySoft" if chosen else "sunken")
    edge = theme.color("primary") if chosen else theme.color("edge") if theme.contrast else None
    box(painter, room, theme.px(8), fill, edge, width=2 if chosen else 1)
    words(painter, room, "strong", "primaryText" if chosen else "ink", str(one.count))


def _leaves(line: QLineF, room: QRectF) -> QPointF:
    """Where `line`, which begins inside `room`, leaves it."""
    corners = (room.topLeft(), room.topRight(), room.bottomRight(), room.bottomLeft())
    for start, end in zip(corners, (*corners[1:], corners[0]), strict=True):
        kind, point = line.intersects(QLineF(start, end))
        if kind == QLineF.IntersectionType.BoundedIntersection:
            return point
    return line.p1()


def _distance(line: QLineF, at: QPointF) -> float:
    """How far `at` lies from `line`, px."""
    length = line.length() ** 2 or 1.0
    along = ((at.x() - line.x1()) * line.dx() + (at.y() - line.y1()) * line.dy()) / length
    nearest = line.pointAt(min(1.0, max(0.0, along)))
    return hypot(at.x() - nearest.x(), at.y() - nearest.y())
