"""How every shape is drawn: its sign before a title, and its marks, as symbols or as rectangles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from rewire_app.charts.spec import Shape
from rewire_app.ui.widgets.base import box, diamond
from rewire_app.ui.widgets.theme import RADIUS_BLOCK, theme

if TYPE_CHECKING:
    from rewire_app.charts.spec import MarkRow, SeriesLook
    from rewire_app.ui.charts.lane_places import LanePlace, Places

BLOCK_WIDE, BLOCK_HIGH, DASH_WIDE, DASH_HIGH, GAP = 22, 12, 26, 5, 3
NARROW = 16
"""Columns narrower than this, px, have lower dashes and less round blocks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnShape:
    """One shape: its sign, and its marks either as symbols or as rectangles.

    symbol: adds one to a path, around a point and so many px wide. size: how wide, px of the design. cap: the
    pen that draws a small one as a point, `turned` on a page that is turned. outlined: never filled.
    rects: the rectangles of every mark of a row: one, none or several. radius: of their corners, for a width
    of the columns; px.
    """

    sign: Callable[[QPainter, QPointF, SeriesLook], None]
    symbol: Callable[[QPainterPath, QPointF, float], None] | None = None
    size: int = 0
    cap: Qt.PenCapStyle = Qt.PenCapStyle.SquareCap
    turned: bool = False
    outlined: bool = False
    rects: Callable[[MarkRow, Places, LanePlace], Iterator[list[QRectF]]] | None = None
    radius: Callable[[float], float] = lambda _pitch: 0.0


def sign(painter: QPainter, middle: QPointF, look: SeriesLook) -> None:
    """Paint what a series looks like, before its title."""
    SHAPES[look.shape].sign(painter, middle, look)


# signs


def _block_sign(painter: QPainter, middle: QPointF, look: SeriesLook) -> None:
    px = theme.px
    square = QRectF(middle.x() - px(6), middle.y() - px(6), px(12), px(12))
    box(painter, square, px(3), theme.color(look.colour))


def _dash_sign(painter: QPainter, middle: QPointF, look: SeriesLook) -> None:
    px = theme.px
    dash = QRectF(middle.x() - px(8), middle.y() - px(2.5), px(16), px(5))
    box(painter, dash, px(2.5), theme.color(look.colour))


def _ring_sign(painter: QPainter, middle: QPointF, look: SeriesLook) -> None:
    painter.setPen(QPen(theme.color(look.colour), 2.2))
    painter.setBrush(theme.color("surface"))
    painter.drawEllipse(middle, theme.px(5), theme.px(5))


def _dot_sign(painter: QPainter, middle: QPointF, look: SeriesLook) -> None:
    """A dot on its line."""
    color, reach = theme.color(look.colour), theme.px(look.dot)
    painter.setPen(QPen(color, 2))
    painter.drawLine(middle - QPointF(theme.px(8), 0), middle + QPointF(theme.px(8), 0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(middle, reach, reach)


def _square_sign(painter: QPainter, middle: QPointF, look: SeriesLook) -> None:
    px = theme.px
    square = QRectF(middle.x() - px(4.5), middle.y() - px(4.5), px(9), px(9))
    painter.fillRect(square, theme.color(look.colour))


def _diamond_sign(painter: QPainter, middle: QPointF, look: SeriesLook) -> None:
    diamond(painter, middle, theme.px(6), theme.color(look.colour))


# symbols


def _ellipse(path: QPainterPath, at: QPointF, size: float) -> None:
    path.addEllipse(at, size / 2, size / 2)


def _square(path: QPainterPath, at: QPointF, size: float) -> None:
    path.addRect(at.x() - size / 2, at.y() - size / 2, size, size)


def _diamond(path: QPainterPath, at: QPointF, size: float) -> None:
    reach = size * 0.55
    path.moveTo(at.x(), at.y() - reach)
    path.lineTo(at.x() + reach, at.y())
    path.lineTo(at.x(), at.y() + reach)
    path.lineTo(at.x() - reach, at.y())
    path.closeSubpath()


# rectangles


def _dashes(marks: MarkRow, places: Places, place: LanePlace) -> Iterator[list[QRectF]]:
    wide = _fit(DASH_WIDE, places.pitch, 0.68)
    high = float(theme.px(DASH_HIGH)) if places.pitch >= NARROW else 3.0
    for x, value in zip(marks.x, marks.y, strict=True):
        yield [QRectF(places.x(x) - wide / 2, place.y(value) - high / 2, wide, high)]


def _bars(marks: MarkRow, places: Places, place: LanePlace) -> Iterator[list[QRectF]]:
    wide, floor = _fit(BLOCK_WIDE, places.pitch, 0.57), place.plot.bottom()
    for left, value in zip(_lefts(marks, places, wide), marks.y, strict=True):
        yield [QRectF(left, place.y(value), wide, floor - place.y(value))] if value > 0 else []


def _blocks(marks: MarkRow, places: Places, place: LanePlace) -> Iterator[list[QRectF]]:
    wide, floor = _fit(BLOCK_WIDE, places.pitch, 0.57), place.plot.bottom()
    step = place.plot.height() / max(1.0, place.lane.hi - place.lane.lo)
    gap = theme.px(GAP) if step >= 8 else 1
    high = min(step - gap, theme.px(BLOCK_HIGH))
    for left, value in zip(_lefts(marks, places, wide), marks.y, strict=True):
        yield [QRectF(left, floor - count * step - 1.5 - high, wide, high) for count in range(int(value))]


def _dash_radius(_pitch: float) -> float:
    return theme.px(DASH_HIGH) / 2


def _block_radius(pitch: float) -> float:
    return 1.5 if pitch < NARROW else theme.px(RADIUS_BLOCK)


def _lefts(marks: MarkRow, places: Places, wide: float) -> Iterator[float]:
    """Where blocks and bars begin, on whole px while they are wide enough to show it."""
    for x in marks.x:
        left = places.x(x) - wide / 2
        yield round(left) if wide >= 4 else left


def _fit(wide: int, pitch: float, share: float) -> float:
    """The design's width, or a share of a narrow column; never under a pixel."""
    return float(max(1.0, min(theme.px(wide), pitch * share)))


ROUND = Qt.PenCapStyle.RoundCap
SHAPES: dict[Shape, DrawnShape] = {
    Shape.DOTS: DrawnShape(sign=_dot_sign, symbol=_ellipse, size=9, cap=ROUND),
    Shape.RINGS: DrawnShape(sign=_ring_sign, symbol=_ellipse, size=9, cap=ROUND, outlined=True),
    Shape.SQUARES: DrawnShape(sign=_square_sign, symbol=_square, size=8),
    Shape.DIAMONDS: DrawnShape(sign=_diamond_sign, symbol=_diamond, size=10, turned=True),
    Shape.BLOCKS: DrawnShape(sign=_block_sign, rects=_blocks, radius=_block_radius),
    Shape.BARS: DrawnShape(sign=_block_sign, rects=_bars, radius=_block_radius),
    Shape.DASHES: DrawnShape(sign=_dash_sign, rects=_dashes, radius=_dash_radius),
}
"""Every shape there is, by its name."""
