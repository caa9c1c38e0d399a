"""One line of the prediction book: its mark, what was guessed, how likely it seemed, and its day."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rewire_app.reports.guesses import GuessLine, GuessSign
from rewire_app.ui.widgets.base import Painted, box, fixed_size
from rewire_app.ui.widgets.layout import hbox, put, vbox, wide
from rewire_app.ui.widgets.press_row import PressRow
from rewire_app.ui.widgets.text import Body, Small
from rewire_app.ui.widgets.theme import RADIUS_TAG, S2, S3, S4, theme

MARK, ROOM = 12, 18
"""Px across a mark, and the room it has."""
MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class GuessMark(Painted):
    """A disc came, a half disc came in part, a ring did not; dots wait. The words beside it say the same."""

    def __init__(self, sign: GuessSign, parent: QWidget | None = None, *, ink: str = "ink") -> None:
        super().__init__(parent)
        self._sign, self._ink = sign, ink
        fixed_size(self)

    def sizeHint(self) -> QSize:
        """A square with the mark in its middle."""
        return QSize(theme.px(ROOM), theme.px(ROOM))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark."""
        painter = self.painter()
        reach = theme.px(MARK) / 2
        middle = QPointF(self.width() / 2, self.height() / 2)
        ink = theme.color("ink2" if self._sign is GuessSign.WAITING else self._ink)
        if self._sign is GuessSign.ENDED:
            painter.setPen(QPen(ink, 2))
            painter.drawLine(middle - QPointF(reach, 0), middle + QPointF(reach, 0))
            painter.end()
            return
        pen = QPen(ink, 2)
        if self._sign is GuessSign.WAITING:
            pen.setDashPattern([1, 1.4])
        painter.setPen(pen)
        painter.setBrush(ink if self._sign is GuessSign.CAME else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, reach - 1, reach - 1)
        if self._sign is GuessSign.PARTLY:
            painter.setBrush(ink)
            around = QRectF(middle.x() - reach + 1, middle.y() - reach + 1, 2 * reach - 2, 2 * reach - 2)
            painter.drawPie(around, 90 * 16, 180 * 16)
        painter.end()


class GuessRow(PressRow):
    """Enter opens it. `past(by)`: the arrows ask for the row before (-1) or after (1)."""

    past = Signal(int)

    def __init__(self, line: GuessLine) -> None:
        super().__init__()
        self.line = line
        middle = Qt.AlignmentFlag.AlignVCenter
        told = vbox(Body(line.words), Small(line.told), gap=0)
        across = hbox(on=self, gap=S3, margins=(0, S2, 0, S2))
        day = Small(line.day, wrap=False)
        put(across, wide(GuessMark(line.sign), 0, middle), wide(told, 1, middle), S4, wide(day, 0, middle))
        self.setAccessibleName(line.spoken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go from row to row."""
        by = MOVES.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.past.emit(by)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A soft field under the mouse."""
        if self.underMouse():
            painter = self.painter()
            box(painter, self.rect(), theme.px(RADIUS_TAG), theme.color("primarySoft"))
            painter.end()
