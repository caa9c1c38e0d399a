"""The two paths in one picture: a new one that gets thicker in three stations, an old one that fades."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.base import NO_PEN, Painted, fixed_height, fixed_size, words
from rewire_app.ui.widgets.theme import theme

HEIGHT = 150
COLUMN_GAP = 28
"""Px of the design between the three columns under the picture."""
STATIONS = 3
RADIUS = 15
FIRST_Y, LAST_Y = 94, 28
"""Where the new path begins and where it runs on level, px from the top."""
OLD_FROM, OLD_TO = 99, 130
"""Where the old path begins and ends, px from the top."""
THIN, THICK = 2, 16
OLD_WIDE, OLD_NARROW = 7, 2
FADED = 0.38
"""How much is left of the colour at the end of the old path."""
DASH, DASH_GAP = 14, 7
LEGEND_WIDE = 26


class PathsPicture(Painted):
    """Its stations stand over the left edges of three columns of its width."""

    spoken = "Graphic"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        fixed_height(self)
        self.setAccessibleName(
            _("Picture: a new path starts thin at one and is thick at three; the old path fades.")
        )

    def sizeHint(self) -> QSize:
        """780 by 150."""
        return QSize(theme.px(780), theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Room for three stations."""
        return QSize(theme.px(240), theme.px(HEIGHT))

    def station(self, number: int) -> QPointF:
        """The centre of a station, counted from 0."""
        column = (self.width() + theme.px(COLUMN_GAP)) / STATIONS
        return self._on_new_path(number * column + theme.px(RADIUS + 2))

    def _on_new_path(self, x: float) -> QPointF:
        """The point of the new path so far from where reading begins: steep at first, then level."""
        start = theme.px(RADIUS + 2)
        part = (x - start) / max(1, self.width() - start)
        y = theme.px(LAST_Y) + theme.px(FIRST_Y - LAST_Y) * (1 - part) ** 3
        return QPointF(self.width() - x if self.mirrored else x, y)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the old path, the new one over it, and the stations on that."""
        painter = self.painter()
        self._paint_old(painter)
        self._paint_new(painter)
        for number in range(STATIONS):
            centre, radius = self.station(number), theme.px(RADIUS)
            painter.setPen(QPen(theme.color("primary"), 2))
            painter.setBrush(theme.color("bg"))
            painter.drawEllipse(centre, radius, radius)
            around = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
            words(painter, around, "strong", "ink", str(number + 1))
        painter.end()

    def _paint_new(self, painter: QPainter) -> None:
        first, last = theme.px(RADIUS + 2), self.width() - theme.px(THICK)
        upper: list[QPointF] = []
        lower: list[QPointF] = []
        for x in range(first, last + 1):
            part = (x - first) / max(1, last - first)
            half = (THIN + (THICK - THIN) * part) / 2 * theme.scale / 100
            point = self._on_new_path(x)
            upper.append(QPointF(point.x(), point.y() - half))
            lower.append(QPointF(point.x(), point.y() + half))
        painter.setPen(NO_PEN)
        painter.setBrush(theme.color("primary"))
        painter.drawPolygon(QPolygonF([*upper, *reversed(lower)]))
        end, half = self._on_new_path(last), theme.px(THICK) / 2
        painter.drawEllipse(end, half, half)

    def _paint_old(self, painter: QPainter) -> None:
        first, last = theme.px(2 * RADIUS + 10), self.width() * 0.9
        step = theme.px(DASH + DASH_GAP)
        starts = [first + number * step for number in range(max(1, int((last - first) / step)))]
        for start, after in pairwise([*starts, last]):
            part = (start - first) / max(1, last - first)
            colour = QColor(theme.color("coral"))
            if not theme.contrast:
                colour.setAlphaF(1 - (1 - FADED) * part)
            wide = (OLD_WIDE + (OLD_NARROW - OLD_WIDE) * part) * theme.scale / 100
            pen = QPen(colour, wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            end = min(start + theme.px(DASH), after)
            painter.drawLine(self._on_old_path(start, first, last), self._on_old_path(end, first, last))

    def _on_old_path(self, x: float, first: float, last: float) -> QPointF:
        part = (x - first) / max(1, last - first)
        y = theme.px(OLD_TO) - theme.px(OLD_TO - OLD_FROM) * max(0.0, 1 - part) ** 2
        return QPointF(self.width() - x if self.mirrored else x, y)


class PathMark(Painted):
    """The sign of one of the two paths, before its words; decoration, which a screen reader passes by."""

    def __init__(self, *, new: bool) -> None:
        super().__init__()
        self._new = new
        fixed_size(self)

    def sizeHint(self) -> QSize:
        """26 by 8."""
        return QSize(theme.px(LEGEND_WIDE), theme.px(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a thick line or two dashes."""
        painter = self.painter()
        y, right = self.height() / 2, self.width()
        colour, wide = theme.color("primary" if self._new else "coral"), theme.px(6 if self._new else 4)
        cap = Qt.PenCapStyle.RoundCap if self._new else Qt.PenCapStyle.FlatCap
        painter.setPen(QPen(colour, wide, Qt.PenStyle.SolidLine, cap))
        whole, dashes = [(wide / 2, right - wide / 2)], [(0, right * 0.35), (right * 0.5, right * 0.85)]
        for start, end in whole if self._new else dashes:
            painter.drawLine(QPointF(start, y), QPointF(end, y))
        painter.end()
