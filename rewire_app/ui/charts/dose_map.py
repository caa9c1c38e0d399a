"""Where practice was and where moments came, painted: a cell for each place with each company."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rewire_app.charts.dose_places import PlaceCell, PlaceMap
from rewire_app.i18n import _
from rewire_app.ui.charts.selecting import Plot
from rewire_app.ui.widgets.base import Painted, box, diamond, fixed_size, words
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.theme import theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
CELL, TALL, BETWEEN = 35, 52, 5
"""Px of the design: how high a cell is with its marks beside and below each other, and the gap."""
BESIDE = 74
"""Cells narrower than this, px of the design, have their marks below each other."""
SQUARES = ((10, 16), (4, 13), (1, 10))
"""From how many practices on a square is how wide, px of the design."""
DIAMOND = 6
"""Half the height of a diamond, px of the design."""
RADIUS = 8


class PlacesPlot(Plot):
    """The arrows go from cell to cell, across and down; Home and End to the first and the last one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: PlaceMap | None = None

    @property
    def picture(self) -> PlaceMap | None:
        """What is painted."""
        return self._picture

    def show_picture(self, picture: PlaceMap) -> None:
        """Paint `picture`; no cell is chosen."""
        self._picture = picture
        self.setAccessibleName(picture.name)
        self.setAccessibleDescription(picture.summary)
        self.choose(-1)
        self.updateGeometry()
        self.update()

    def count(self) -> int:
        """How many cells there are."""
        return len(self._picture.cells) if self._picture else 0

    def sentence(self, number: int) -> str:
        """What a cell says; without one, what is said of all."""
        if self._picture is None:
            return ""
        if number >= 0:
            return self._picture.cells[number].words
        return self._picture.sentence or self._picture.so_far

    def mark(self, _number: int) -> None:
        """Show which cell it is."""
        self.update()

    def at(self, where: QPointF) -> int | None:
        """The cell under the mouse."""
        return next((number for number in range(self.count()) if self._room(number).contains(where)), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down stay in their column."""
        by = {Qt.Key.Key_Down: self._columns, Qt.Key.Key_Up: -self._columns}.get(Qt.Key(event.key()))
        if by is None or not self.count():
            super().keyPressEvent(event)
            return
        wanted = max(self.chosen, 0) + (by if self.chosen >= 0 else 0)
        if 0 <= wanted < self.count():
            self.choose(wanted, announce=True)

    # layout

    @property
    def _columns(self) -> int:
        return len(self._picture.company) if self._picture else 1

    def heightForWidth(self, width: int) -> int:
        """The headings and all rows."""
        rows = len(self._picture.places) if self._picture else 1
        return self._head(width) + rows * (self._cell_height(width) + theme.px(BETWEEN))

    def _label_width(self) -> float:
        """Room for the names of places, px."""
        names = self._picture.places if self._picture else ()
        small = theme.metrics("small")
        return max((small.horizontalAdvance(name) for name in names), default=0.0) + theme.px(16)

    def _cell_width(self, width: int) -> float:
        gaps = theme.px(BETWEEN) * (self._columns - 1)
        return max(1.0, (width - self._label_width() - gaps) / self._columns)

    def _cell_height(self, width: int) -> int:
        return theme.px(CELL if self._cell_width(width) >= theme.px(BESIDE) else TALL)

    def _staggered(self, width: int) -> bool:
        """Whether every second name of company stands a line lower, so that all have room."""
        names = self._picture.company if self._picture else ()
        widest = max((theme.metrics("small").horizontalAdvance(name) for name in names), default=0.0)
        return widest > self._cell_width(width)

    def _head(self, width: int) -> int:
        return theme.line("small") * (2 if self._staggered(width) else 1) + theme.px(6)

    def _room(self, number: int) -> QRectF:
        wide, high, gap = self._cell_width(self.width()), self._cell_height(self.width()), theme.px(BETWEEN)
        row, column = divmod(number, self._columns)
        left = self._label_width() + column * (wide + gap)
        return QRectF(left, self._head(self.width()) + row * (high + gap), wide, high)

    # painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint everything."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_on(painter)
        painter.end()

    def paint_on(self, painter: QPainter) -> None:
        """Paint the picture from (0, 0) at its own size."""
        picture = self._picture
        if picture is None:
            return
        lower = self._staggered(self.width())
        high = theme.line("small")
        for column, name in enumerate(picture.company):
            room = self._room(column)
            top = high if lower and column % 2 else 0
            place = QRectF(room.left(), top, room.width(), high)
            words(painter, place, "small", "ink2", name)
        for row, name in enumerate(picture.places):
            room = self._room(row * self._columns)
            place = QRectF(0, room.top(), room.left(), room.height())
            words(painter, place, "small", "ink", name, align=LEFT)
        for number, cell in enumerate(picture.cells):
            self._paint_cell(painter, number, cell)

    def _paint_cell(self, painter: QPainter, number: int, cell: PlaceCell) -> None:
        assert self._picture is not None, "a picture is shown"
        room, radius = self._room(number), theme.px(RADIUS)
        offered, chosen = number == self._picture.offered, number == self.shown
        fill = theme.color("primarySoft" if offered else "bg")
        box(painter, room, radius, fill, theme.color("edge" if theme.contrast else "line"))
        if offered:
            pen = QPen(theme.color("primary"), 2, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([3, 2])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), radius - 1, radius - 1)
        if chosen:
            inner = room.adjusted(3, 3, -3, -3) if offered else room
            box(painter, inner, radius - (3 if offered else 0), None, theme.color("ink"), width=2)
        if room.width() >= theme.px(BESIDE):
            third = room.height() / 2
            where = (
                QPointF(room.left() + room.width() * 0.2, room.top() + third),
                QPointF(room.left() + room.width() * 0.6, room.top() + third),
            )
        else:
            middle = room.left() + room.width() * 0.38
            where = (
                QPointF(middle, room.top() + room.height() * 0.3),
                QPointF(middle, room.top() + room.height() * 0.7),
            )
        _paint_practised(painter, where[0], cell.practised)
        _paint_moments(painter, where[1], cell.moments)


def _paint_practised(painter: QPainter, at: QPointF, count: int) -> None:
    if not count:
        return
    side = theme.px(next(wide for least, wide in SQUARES if count >= least))
    square = QRectF(at.x() - side / 2, at.y() - side / 2, side, side)
    box(painter, square, side / 5, theme.color("primary"))
    _paint_count(painter, at, count)


def _paint_moments(painter: QPainter, at: QPointF, count: int) -> None:
    if not count:
        return
    diamond(painter, at, theme.px(DIAMOND), theme.color("coral"))
    _paint_count(painter, at, count)


def _paint_count(painter: QPainter, at: QPointF, count: int) -> None:
    high = theme.line("small")
    room = QRectF(at.x() + theme.px(13), at.y() - high / 2, theme.px(30), high)
    words(painter, room, "small", "ink", str(count), align=LEFT)


class _Sign(Painted):
    """One mark and its words."""

    spoken = "StaticText"

    def __init__(self, text: str, *, moments: bool) -> None:
        super().__init__()
        self._moments = moments
        self.text = text
        self.setAccessibleName(text)
        fixed_size(self)

    def sizeHint(self) -> QSize:
        """The mark and the words beside it."""
        wide = theme.metrics("small").horizontalAdvance(self.text)
        return QSize(round(wide) + theme.px(22), theme.line("small") + theme.px(4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark before the words."""
        painter = self.painter()
        at = QPointF(theme.px(7), self.height() / 2)
        if self._moments:
            diamond(painter, at, theme.px(DIAMOND), theme.color("coral"))
        else:
            side = theme.px(12)
            square = QRectF(at.x() - side / 2, at.y() - side / 2, side, side)
            box(painter, square, side / 5, theme.color("primary"))
        room = QRectF(self.rect()).adjusted(theme.px(20), 0, 0, 0)
        words(painter, room, "small", "ink2", self.text, align=LEFT)
        painter.end()


class PlacesKey(Flow):
    """What the two marks of the map stand for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, gap=16, below=4)
        self.add(_Sign(_("practised"), moments=False))
        self.add(_Sign(_("moments came"), moments=True))
