"""What practice trained, painted: a row for each process with a square a week, its count and when last.

The title is a heading that lies over the picture, in its first line.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rewire_app.charts.dose import DosePicture, DoseRow
from rewire_app.ui.charts.selecting import Plot
from rewire_app.ui.widgets.base import NO_PEN, box, ground, words
from rewire_app.ui.widgets.theme import theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
ROW, STACKED = 35, 62
"""How high a row is, with its squares beside its name and below it, px of the design."""
SIDES = (0, 8, 12, 16)
"""How wide the square of each level is, px of the design."""
CLOSE = 3
"""So many px lie between two squares at least, where there is room."""
DOT = 3
"""How wide the dot of a column without a turn is, px of the design."""
PAD, GAP = 10, 26
"""Px of the design: beside the rows, and between what stands beside each other in one."""
LEAST_PITCH = 9
"""Columns narrower than this, px of the design, go below the name."""


class DosePlot(Plot):
    """Up and Down (or Left and Right) go through the rows; Enter opens their days. First none is chosen."""

    opens = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: DosePicture | None = None

    @property
    def picture(self) -> DosePicture | None:
        """What is painted."""
        return self._picture

    def show_picture(self, picture: DosePicture) -> None:
        """Paint `picture`."""
        self._picture = picture
        self.setAccessibleName(picture.name)
        self.setAccessibleDescription(picture.summary)
        self.choose(-1)
        self.updateGeometry()
        self.update()

    def count(self) -> int:
        """How many rows there are."""
        return len(self._picture.rows) if self._picture else 0

    def sentence(self, number: int) -> str:
        """What a row says; without one, what is said of all."""
        if self._picture is None:
            return ""
        return self._picture.rows[number].words if number >= 0 else self._picture.sentence

    def mark(self, _number: int) -> None:
        """Show which row it is."""
        self.update()

    def at(self, where: QPointF) -> int | None:
        """The row under the mouse."""
        number = int((where.y() - self._top) // self._row_height)
        return number if 0 <= number < self.count() and where.y() >= self._top else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rows stand below each other: Up and Down go through them too."""
        steps = {Qt.Key.Key_Down: Qt.Key.Key_Right, Qt.Key.Key_Up: Qt.Key.Key_Left}
        key = steps.get(Qt.Key(event.key()))
        if key is not None and self.count():
            event = QKeyEvent(event.type(), key, event.modifiers())
        super().keyPressEvent(event)

    # layout

    def heightForWidth(self, width: int) -> int:
        """The headings, all rows and the axis."""
        high = STACKED if width and self._stacked(width) else ROW
        return self._head(width) + theme.px(high) * max(1, self.count()) + self._axis_height

    @property
    def _top(self) -> int:
        return self._head(self.width())

    def _head(self, width: int) -> int:
        """How high the title with the headings beside or below it is, px."""
        below = 0 if self._titled(width) else theme.line("small") + theme.px(4)
        return theme.line("heading") + theme.px(8) + below

    def _titled(self, width: int) -> bool:
        """Whether the headings have room beside the title, which lies over the picture."""
        if self._picture is None:
            return True
        _name, lately, last = self._widths()
        title = theme.metrics("heading").horizontalAdvance(self._picture.name)
        return title + lately + last + theme.px(PAD + 2 * GAP) <= width

    @property
    def _axis_height(self) -> int:
        return theme.line("tick") + theme.px(8)

    @property
    def _row_height(self) -> int:
        return theme.px(STACKED if self._stacked(self.width()) else ROW)

    def _widths(self) -> tuple[float, float, float]:
        """How wide the names, the counts and the last days are, px."""
        if self._picture is None:
            return 0.0, 0.0, 0.0
        rows, strong, small = self._picture.rows, theme.metrics("strong"), theme.metrics("small")
        return (
            max(strong.horizontalAdvance(row.name) for row in rows),
            max(
                small.horizontalAdvance(self._picture.lately),
                *(strong.horizontalAdvance(row.lately_words) for row in rows),
            ),
            max(
                small.horizontalAdvance(self._picture.last),
                *(small.horizontalAdvance(row.last_words) for row in rows),
            ),
        )

    def _beside(self, width: int) -> tuple[float, float]:
        """Where the squares begin and end beside the names, px."""
        name, lately, last = self._widths()
        pad, gap = theme.px(PAD), theme.px(GAP)
        return pad + name + gap, width - pad - last - lately - 2 * gap

    def _stacked(self, width: int) -> bool:
        if self._picture is None:
            return False
        begin, end = self._beside(width)
        return end - begin < theme.px(LEAST_PITCH) * len(self._picture.starts)

    def _across(self) -> tuple[float, float]:
        """Where the squares begin and end, px."""
        if self._stacked(self.width()):
            return float(theme.px(PAD)), float(self.width() - theme.px(PAD))
        return self._beside(self.width())

    def _x(self, column: float) -> float:
        """The middle of a column, px."""
        assert self._picture is not None, "a picture is shown"
        begin, end = self._across()
        return begin + (column + 0.5) * (end - begin) / len(self._picture.starts)

    @property
    def _pitch(self) -> float:
        return self._x(1) - self._x(0)

    # painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint everything."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_on(painter)
        painter.end()

    def paint_on(self, painter: QPainter) -> None:
        """Paint the picture from (0, 0) at its own size."""
        if self._picture is None:
            return
        high, pad = self._row_height, theme.px(PAD)
        self._paint_headings(painter)
        for number, row in enumerate(self._picture.rows):
            y = self._top + high * number
            if number == self.shown:
                self._paint_chosen(painter, y)
            elif number and number - 1 != self.shown:
                line = QRectF(pad, round(y), self.width() - 2 * pad, 1)
                painter.fillRect(line, theme.color("edge" if theme.contrast else "line"))
            self._paint_row(painter, row, y)
        self._paint_axis(painter, self._top + high * len(self._picture.rows))

    def _paint_headings(self, painter: QPainter) -> None:
        assert self._picture is not None, "a picture is shown"
        lately, last = self._ends()
        high = theme.line("small")
        y = self._top - theme.px(6) - high
        words(painter, QRectF(0, y, lately, high), "small", "ink2", self._picture.lately, align=RIGHT)
        words(painter, QRectF(0, y, last, high), "small", "ink2", self._picture.last, align=RIGHT)

    def _ends(self) -> tuple[float, float]:
        """Where counts and last days end, px."""
        last = self.width() - theme.px(PAD)
        return last - self._widths()[2] - theme.px(GAP), last

    def _paint_chosen(self, painter: QPainter, y: float) -> None:
        place = QRectF(0, y + 1, self.width(), self._row_height - 1)
        ground(painter, place, theme.px(8))
        inset = theme.px(6)
        box(painter, QRectF(0, y + inset, 3, place.height() - 2 * inset), 1, theme.color("primary"))

    def _paint_row(self, painter: QPainter, row: DoseRow, y: float) -> None:
        stacked = self._stacked(self.width())
        high = theme.px(ROW if not stacked else STACKED - 28)
        lately, last = self._ends()
        pad = theme.px(PAD)
        words(painter, QRectF(pad, y, lately, high), "strong", "ink", row.name, align=LEFT)
        look = ("strong", "ink") if row.lately else ("second", "ink2")
        words(painter, QRectF(0, y, lately, high), *look, row.lately_words, align=RIGHT)
        words(painter, QRectF(0, y, last, high), "small", "ink2", row.last_words, align=RIGHT)
        middle = y + (high + theme.px(8) if stacked else high / 2)
        for column, level in enumerate(row.levels):
            self._paint_mark(painter, QPointF(self._x(column), middle), level)

    def _paint_mark(self, painter: QPainter, at: QPointF, level: int) -> None:
        if not level:
            painter.setPen(NO_PEN)
            painter.setBrush(theme.color("ink3"))
            painter.drawEllipse(at, theme.px(DOT) / 2, theme.px(DOT) / 2)
            return
        room = max(self._pitch - CLOSE, self._pitch / 2)
        side = theme.px(SIDES[level]) * min(1.0, room / theme.px(SIDES[-1]))
        square = QRectF(at.x() - side / 2, at.y() - side / 2, side, side)
        box(painter, square, side / 5, theme.color("primary"))

    def _paint_axis(self, painter: QPainter, y: float) -> None:
        """The labels, evenly spaced, as many as there is room for."""
        assert self._picture is not None, "a picture is shown"
        labels, wide = self._picture.labels, theme.metrics("tick").horizontalAdvance
        widest = max(wide(label.text) for label in labels) + theme.px(16)
        apart = self._pitch * (labels[1].x - labels[0].x) if len(labels) > 1 else widest
        high = theme.line("tick")
        for label in labels[:: max(1, ceil(widest / apart))]:
            half = wide(label.text) / 2
            middle = min(max(half, self._x(label.x)), self.width() - half)
            words(painter, QRectF(middle - half, y + theme.px(4), 2 * half, high), "tick", "ink2", label.text)
