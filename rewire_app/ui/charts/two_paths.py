"""The two paths of a pattern, painted: the oftener one was taken lately, the thicker it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from rewire_app.charts.pattern_months import paths_words
from rewire_app.insight.pattern_paths import PathCounts
from rewire_app.ui.widgets.base import NO_PEN, Painted
from rewire_app.ui.widgets.theme import theme

SPLIT, BENT = 0.3, 0.68
"""Where the paths part and where they lie level again, as shares of the width."""
DASH, HOLE = 11, 6
"""Px of the design of a dash of the old path, and between two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PathLook:
    """Px of the design: size, width a time, the least and the most width, and the disc at the start (0 none).

    `wide`: 0 takes all the room there is.
    """

    wide: int
    high: int
    each: float
    least: float
    most: float
    disc: float = 0


IN_CARD = PathLook(wide=170, high=80, each=1.5, least=1.5, most=12, disc=5)
ON_TODAY = PathLook(wide=64, high=46, each=1.5, least=1.5, most=8)
ON_PAGE = PathLook(wide=0, high=150, each=2, least=2, most=16)
TO_COME = PathLook(wide=0, high=150, each=2, least=2, most=16, disc=6)
"""On a page that has no pattern yet: nothing leads to the paths."""


class TwoPaths(Painted):
    """The new path goes up, solid; the old one down, dashed. One that was not taken is a dotted track.

    `ends`: where the start and both ends lie, px from the top; without it they share the height.
    """

    spoken = "Graphic"

    def __init__(self, look: PathLook, ends: Callable[[], tuple[float, float, float]] | None = None) -> None:
        super().__init__()
        self._look, self._ends, self._counts = look, ends, PathCounts()
        across = QSizePolicy.Policy.Fixed if look.wide else QSizePolicy.Policy.Expanding
        down = QSizePolicy.Policy.Fixed if look.wide else QSizePolicy.Policy.Preferred
        self.setSizePolicy(across, down)
        self.show_counts(PathCounts())

    def show_counts(self, counts: PathCounts) -> None:
        """Draw other counts."""
        self._counts = counts
        self.setAccessibleName(paths_words(counts))
        self.update()

    def sizeHint(self) -> QSize:
        """As its look has it."""
        return QSize(theme.px(self._look.wide or 90), theme.px(self._look.high))

    def minimumSizeHint(self) -> QSize:
        """As the size hint."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint both paths, the new one over the old."""
        painter = self.painter()
        if self.mirrored:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        wide, high = float(self.width()), float(self.height())
        if self._ends is not None:
            start, new, old = self._ends()
        else:
            start, new, old = high * 0.62, high * 0.3, min(high - theme.px(self._look.most) / 2, high * 0.92)
        left = disc = theme.px(self._look.disc)
        self._paint_old(painter, left, wide, start, old)
        self._paint_new(painter, left, wide, start, new)
        if disc:
            painter.setPen(NO_PEN)
            painter.setBrush(theme.color("edge"))
            painter.drawEllipse(QPointF(left, start), disc, disc)
        painter.end()

    def _paint_new(self, painter: QPainter, left: float, wide: float, start: float, end: float) -> None:
        width = self._width(self._counts.new)
        path = _way(left, wide - max(width, 1.0) / 2, start, end, wide)
        if not width:
            self._stroke(painter, path, _dotted())
            return
        pen = QPen(theme.color("primary"), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self._stroke(painter, path, pen)

    def _paint_old(self, painter: QPainter, left: float, wide: float, start: float, end: float) -> None:
        width = self._width(self._counts.old)
        if not width:
            self._stroke(painter, _way(left, wide, start, end, wide), _dotted())
            return
        begin = left if not self._counts.new else wide * SPLIT
        pen = QPen(theme.color("coral"), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([theme.px(DASH) / width, theme.px(HOLE) / width])
        self._stroke(painter, _way(begin, wide, start, end, wide), pen)

    def _width(self, times: int) -> float:
        """How thick a path is that was taken so often, px; 0 for none."""
        look = self._look
        each = min(look.most, max(look.least, look.each * times)) if times else 0.0
        return each * theme.scale / 100

    def _stroke(self, painter: QPainter, path: QPainterPath, pen: QPen) -> None:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)


def _dotted() -> QPen:
    pen = QPen(theme.color("edge"), 1)
    pen.setDashPattern([1, 4])
    return pen


def _way(left: float, right: float, start: float, end: float, wide: float) -> QPainterPath:
    """Level from `left` to where the paths part, then bent, then level to `right`."""
    split, bent = wide * SPLIT, wide * BENT
    path = QPainterPath(QPointF(min(left, split), start))
    path.lineTo(QPointF(split, start))
    reach = (bent - split) * 0.55
    path.cubicTo(QPointF(split + reach, start), QPointF(bent - reach, end), QPointF(bent, end))
    path.lineTo(QPointF(right, end))
    return path


class PathSign(Painted):
    """The sign of a path in a legend: a solid block or a dashed outline, or the mark of its minutes."""

    def __init__(self, *, new: bool, minutes: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._new, self._minutes = new, minutes
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """14 by 14."""
        return QSize(theme.px(14), theme.px(14))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        painter = self.painter()
        square = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._minutes:
            paint_minutes(painter, square.center(), new=self._new, open_end=False)
        else:
            paint_block(painter, square, new=self._new)
        painter.end()


def paint_block(painter: QPainter, room: QRectF, *, new: bool) -> None:
    """Paint one time a path was taken: solid for the new, a dashed outline for the old."""
    radius = min(theme.px(3), room.height() / 2)
    if new:
        painter.setPen(NO_PEN)
        painter.setBrush(theme.color("primary"))
        painter.drawRoundedRect(room, radius, radius)
        return
    pen = QPen(theme.color("coral"), 1.5)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([2, 1.4])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(room.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius)


def paint_minutes(painter: QPainter, at: QPointF, *, new: bool, open_end: bool) -> None:
    """Paint a middle time until calm: a disc, a hollow diamond; `open_end` hollow with dashes upwards."""
    reach = theme.px(11) / 2
    role = "primary" if new else "coral"
    if open_end:
        pen = QPen(theme.color(role), 1.5)
        pen.setDashPattern([1.5, 1.5])
        painter.setPen(pen)
        painter.drawLine(QPointF(at.x(), at.y() - reach), QPointF(at.x(), at.y() - reach - theme.px(7)))
    painter.setPen(QPen(theme.color(role), 2))
    painter.setBrush(theme.color(role) if new and not open_end else theme.color("surface"))
    if new:
        painter.drawEllipse(at, reach, reach)
        return
    reach += theme.px(1)
    x, y = at.x(), at.y()
    corners = (QPointF(x, y - reach), QPointF(x + reach, y), QPointF(x, y + reach), QPointF(x - reach, y))
    painter.drawPolygon(corners)
